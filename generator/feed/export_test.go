package feed

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"
)

func TestFormulasAreGuarded(t *testing.T) {
	for cell, want := range map[string]string{
		"": "", "текст": "текст", "=1": "'=1", "+38": "'+38", "-5": "'-5", "@а": "'@а", "\tа": "'\tа", "а=1": "а=1", "—": "—",
	} {
		if got := guarded(cell); got != want {
			t.Errorf("%q: %q", cell, got)
		}
	}
}

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

// FuzzCells: what is written can be read, by the rules of CSV and of JSON, and nothing of it begins a formula.
func FuzzCells(f *testing.F) {
	f.Add("а", "б")
	f.Add("=1;\"", "рядок\nдругий")
	f.Add(" пробіл ", "\ufeff")
	f.Fuzz(func(t *testing.T, a, b string) {
		a, b = strings.ToValidUTF8(a, "?"), strings.ToValidUTF8(b, "?")
		if strings.ContainsAny(a+b, "\r") || strings.TrimSpace(a) == "" {
			return // encoding/csv turns \r\n into \n, and leaves out an empty row
		}
		var buf bytes.Buffer
		writeCells(&buf, []string{guarded(a), guarded(b)})
		r := csv.NewReader(&buf)
		r.Comma = ';'
		cells, err := r.Read()
		if err != nil || len(cells) != 2 || cells[0] != guarded(a) || cells[1] != guarded(b) {
			t.Fatalf("%q %q: %q, %v", a, b, cells, err)
		}
		if cells[0] != "" && strings.ContainsRune("=+-@", rune(cells[0][0])) {
			t.Fatalf("a formula: %q", cells[0])
		}
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
