package output

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestMinifyLayout(t *testing.T) {
	tests := map[string]struct{ in, want string }{
		"document": {
			"<!DOCTYPE html>\n<html lang=\"uk\">\n<head>\n  <meta charset=\"utf-8\">\n  <title> Проєкт </title>\n</head>\n<body>\n  <p>Один</p>\n  <p>два  <b>три</b> чотири</p>\n</body>\n</html>\n",
			`<!doctype html><html lang="uk"><head><meta charset="utf-8"><title>Проєкт</title></head><body><p>Один</p><p>два <b>три</b> чотири</p></body></html>`,
		},
		"pre":           {"<pre>  a\n\n  <code>b  c</code>\n</pre>", "<pre>  a\n\n  <code>b  c</code>\n</pre>"},
		"textarea":      {"<textarea>  a\n  b</textarea>", "<textarea>  a\n  b</textarea>"},
		"comment":       {"<p>a <!-- таємниця --> b</p>", "<p>a b</p>"},
		"quotes":        {`<a href="../x/" class="card  wide" title='він сказав "так"'>x</a>`, `<a href="../x/" class="card wide" title='він сказав "так"'>x</a>`},
		"attribute":     {`<input type="text" name="q" required="required"><button type="submit">Ок</button>`, `<input type="text" name="q" required><button type="submit">Ок</button>`},
		"empty alt":     {`<img src="a.jpg" alt="">`, `<img src="a.jpg" alt>`},
		"items":         {"<ul>\n <li>a</li>\n <li>b</li>\n</ul>", "<ul><li>a</li><li>b</li></ul>"},
		"table":         {"<table><tbody><tr><td colspan=\"1\">a</td></tr></tbody></table>", "<table><tbody><tr><td colspan=\"1\">a</td></tr></tbody></table>"},
		"signs":         {"<p>5&nbsp;000 &amp; &lt;b&gt; ма\u00ADте\u00ADрі\u00ADал&shy;и &copy;</p>", "<p>5&nbsp;000 & &lt;b> ма\u00ADте\u00ADрі\u00ADал&shy;и &copy;</p>"},
		"escaped twice": {"<p title=\"&amp;lt;\">&amp;lt;b&amp;gt; &amp;copy &amp;amp;</p>", "<p title=\"&amp;lt;\">&amp;lt;b&amp;gt; &amp;copy &amp;amp;</p>"},
		"script":        {`<script src="../assets/site.0a1b.js" defer></script>`, `<script src="../assets/site.0a1b.js" defer></script>`},
		"drawing":       {`<svg viewBox="0 0 1 1" aria-hidden="true"><path d="M 0 0"/></svg>`, `<svg viewBox="0 0 1 1" aria-hidden="true"><path d="M 0 0"/></svg>`},
		"policy":        {`<meta http-equiv="Content-Security-Policy" content="default-src 'self'; img-src 'self' data:">`, `<meta http-equiv="Content-Security-Policy" content="default-src 'self'; img-src 'self' data:">`},
		"actions": {
			"{{define \"main\" -}}\n  <p class=\"a{{if .B}} b{{end}}\">\n    {{ .Text \"x\" }}  {{.Y}}\n  </p>\n{{- end}}",
			"{{define \"main\" -}}<p class=\"a{{if .B}} b{{end}}\">{{ .Text \"x\" }} {{.Y}}</p>{{- end}}",
		},
		"action in a tag": {`<a href="{{.URL}}"{{if .Foreign}} hreflang="{{.Lang}}"{{end}}>{{.Title}}</a>`, `<a href="{{.URL}}"{{if .Foreign}} hreflang="{{.Lang}}"{{end}}>{{.Title}}</a>`},
		"open, lang, hid": {`<details open=""><summary lang="en">x</summary></details><p hidden="hidden">y</p>`, `<details open><summary lang="en">x</summary></details><p hidden="hidden">y</p>`},
	}
	for name, test := range tests {
		got, err := MinifyLayout([]byte(test.in))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(test.want, string(got)); diff != "" {
			t.Errorf("%s:\n%s", name, diff)
		}
	}
}

// page is what a page of the site looks like before it is finished, of about 12 KB.
func page() []byte {
	var b strings.Builder
	b.WriteString("<!DOCTYPE html>\n<html lang=\"uk\">\n<head>\n  <meta charset=\"utf-8\">\n  <title>Агенти змін — SOM-hub</title>\n" +
		"  <link rel=\"stylesheet\" href=\"../../assets/site.0a1b2c3d4e.css\">\n  <script src=\"../../assets/site.0a1b2c3d4e.js\" defer></script>\n" +
		"  <script type=\"application/ld+json\">{\"@context\": \"https://schema.org\", \"@type\": \"Project\", \"name\": \"Агенти змін\"}</script>\n</head>\n<body>\n" +
		"  <header class=\"top\">\n    <nav aria-label=\"Головне\">\n      <ul>\n")
	for range 10 {
		b.WriteString("        <li><a href=\"../../projects/\" class=\"link\">Проєкти та ініціативи</a></li>\n")
	}
	b.WriteString("      </ul>\n    </nav>\n  </header>\n  <main id=\"main\">\n    <h1>Агенти змін</h1>\n")
	for range 21 {
		b.WriteString("    <p>Методичний центр допомагає вчителям <em>міста</em> змінювати уроки: від задуму до <a href=\"../x/\">відкритого заняття</a>," +
			" від однієї школи до всієї громади. За&nbsp;рік — 24&nbsp;зустрічі, «майстерні» та обмін досвідом.</p>\n    <h2 id=\"meta\">Мета й&nbsp;завдання</h2>\n")
	}
	b.WriteString("    <pre><code>рядок\n  рядок\n</code></pre>\n    <table>\n      <tbody>\n")
	for i := range 12 {
		b.WriteString("        <tr>\n          <th scope=\"row\">Показник</th>\n          <td>" + strings.Repeat("1", i) + "</td>\n        </tr>\n")
	}
	b.WriteString("      </tbody>\n    </table>\n  </main>\n  <footer>\n    <p>© SOM-hub</p>\n  </footer>\n</body>\n</html>\n")
	return []byte(b.String())
}

func FuzzMinifyLayout(f *testing.F) {
	f.Add(page())
	f.Add([]byte("<p>a <b> c</b> <!-- --> d</p><select> <option>x</option> </select><input value=''>"))
	f.Fuzz(func(t *testing.T, data []byte) {
		before := bytes.Clone(data)
		once, err := MinifyLayout(data)
		if err != nil {
			return
		}
		if !bytes.Equal(before, data) {
			t.Fatal("the data were changed")
		}
		again, _ := MinifyLayout(before)
		if !bytes.Equal(once, again) {
			t.Fatalf("%q and %q of the same", once, again)
		}
	})
}

func TestMinifyLayoutTwice(t *testing.T) {
	once, err := MinifyLayout(page())
	if err != nil {
		t.Fatal(err)
	}
	twice, err := MinifyLayout(once)
	if diff := cmp.Diff(string(once), string(twice)); err != nil || diff != "" {
		t.Errorf("%v\n%s", err, diff)
	}
	t.Logf("%d bytes became %d", len(page()), len(once))
}

func BenchmarkMinifyLayout(b *testing.B) {
	data := page()
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := MinifyLayout(data); err != nil {
			b.Fatal(err)
		}
	}
}
