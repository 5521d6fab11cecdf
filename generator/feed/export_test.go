package feed

import (
	"encoding/json"
	"strings"
	"testing"
)

func TestTextOfHTML(t *testing.T) {
	for html, want := range map[string]string{
		"<p>Один &amp; <em>два</em></p>\n<p>три</p>":    "Один & два\nтри",
		"<ul><li>а</li><li>б &lt;в&gt;</li></ul>":       "а\nб <в>",
		"<p>рядок<br>другий 5</p>":                      "рядок\nдругий 5",
		"":                                              "",
		`<p><a href="https://example.org">сайт</a></p>`: "сайт",
	} {
		if got := stripped(html); got != want {
			t.Errorf("%q: %q, want %q", html, got, want)
		}
	}
}

// FuzzJSON: what is written can be read.
func FuzzJSON(f *testing.F) {
	f.Add("а", "б")
	f.Add("=1;\"", "рядок\nдругий")
	f.Add(" пробіл ", "\ufeff")
	f.Fuzz(func(t *testing.T, a, b string) {
		a, b = strings.ToValidUTF8(a, "?"), strings.ToValidUTF8(b, "?")
		w := &jsonWriter{}
		w.open('{')
		w.key(a)
		w.open('[')
		w.next()
		w.quote(b)
		w.next()
		w.quote(a)
		w.close(']')
		w.text("б", b)
		w.close('}')
		var back map[string]any
		if err := json.Unmarshal(w.Bytes(), &back); err != nil {
			t.Fatalf("%s: %v", w.String(), err)
		}
	})
}
