package render

import (
	"reflect"
	"strconv"
	"strings"
	"testing"

	"github.com/som-hub/vitryna/generator/site"
)

func TestPlainText(t *testing.T) {
	for html, want := range map[string]string{
		"<p>Текст <strong>нов</strong>ини</p><p>Далі</p>":                        "Текст новини Далі",
		"<ul><li>один</li><li>два&nbsp;три &lt;&amp;</li></ul>":                  "один · два три <&",
		`<p>слово<sup><a href="#f1">1</a></sup></p>`:                             "слово 1",
		`<p>площа <math><mi>a</mi><annotation>\frac{a}{b}</annotation></math> є`: "площа є",
		"<table><tr><td>а</td><td>б</td></tr></table>":                           "а · б",
		"<p>Є:</p><ul><li>один;</li><li class=\"x\">два</li></ul><pre>в</pre>":   "Є: один; два · в",
		"кінець <": "кінець",
		"":         "",
	} {
		if got := plainText(html); got != want {
			t.Errorf("%q is %q, want %q", html, got, want)
		}
	}
}

func TestTextParts(t *testing.T) {
	html := `<p>Вступ.</p><h2 id="meta">Мета</h2><p>Текст</p><h3 id="b"> Б</h3><p>кінець</p>`
	page := &site.Page{Doc: &site.Doc{Body: site.Body{
		Headings: []site.Heading{{Level: 2, ID: "meta", Title: "Мета"}, {Level: 4, ID: "nema", Title: "Нема"}, {Level: 3, ID: "b", Title: "Б"}},
		Holes:    []site.Hole{{At: strings.Index(html, "Мета</h2>"), Kind: site.HoleHeading}, {At: strings.Index(html, "Текст"), Kind: site.HolePicture}},
		Pictures: []site.Picture{{Alt: "опис", Caption: "Підпис"}},
	}}}
	page.Doc.Body.SetHTML(html)
	want := []SearchPart{{Text: "Вступ."}, {"meta", "Мета", "Підпис Текст"}, {"b", "Б", "кінець"}}
	if got := textParts(page); !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v\nwant %+v", got, want)
	}
}

func FuzzPlainText(f *testing.F) {
	f.Add("<p>Текст <math>x</math> &amp; <b>далі</b></p>")
	f.Fuzz(func(t *testing.T, html string) {
		if got := plainText(html); len(got) > 6*len(html)+1 || strings.Contains(got, "  ") {
			t.Errorf("%q is %q", html, got)
		}
	})
}

// BenchmarkTextParts is the text of a chapter of ten kilobytes.
func BenchmarkTextParts(b *testing.B) {
	var text strings.Builder
	var headings []site.Heading
	for i := range 4 {
		id := "rozdil-" + strconv.Itoa(i)
		headings = append(headings, site.Heading{Level: 2, ID: id, Title: "Розділ"})
		text.WriteString(`<h2 id="` + id + `">Розділ</h2>` + "\n")
		for range 4 {
			text.WriteString("<p>Посібник містить методичні\u00a0матеріали до\u00a0занять — <strong>вправи</strong>, «картки» й &amp; завдання, <a href=\"#a\">див. далі</a>, щоб учителька мала все потрібне для уроку в\u00a0п’ятому класі.</p>\n")
		}
		text.WriteString("<ul>\n<li>перше, що варто зробити;</li>\n<li>друге: поміркувати.</li>\n</ul>\n")
	}
	page := &site.Page{Doc: &site.Doc{Body: site.Body{Headings: headings}}}
	page.Doc.Body.SetHTML(text.String())
	b.SetBytes(int64(text.Len()))
	b.ReportAllocs()
	for b.Loop() {
		textParts(page)
	}
}
