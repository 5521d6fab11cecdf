package book

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"io/fs"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

const printPage = `<!doctype html>
<html lang="uk"><head><meta charset=utf-8><meta http-equiv="Content-Security-Policy" content="script-src 'self'"><title>Друк &amp; показ</title>
<link rel="canonical" href="https://example.org/som/manuals/x/print/"><link rel="icon" href="../../../icon.svg"><link rel="stylesheet" href="../../../assets/site.css"><link rel=stylesheet media=print href="../../../assets/print.css">
<script src="../../../assets/app.js" defer></script><script type="application/ld+json">{"a":"<p>"}</script></head>
<body class="manual" style="color:red" onload="x()"><!-- примітка -->
<h1 id="a">Назва</h1>
<p><a href="#a">тут</a> <a href="../print/#мета">теж тут</a> <a href="../rozdil-1/#q" class="c" data-x="1">розділ</a> <a href="https://example.org/som/news/">новини</a> <a href="https://other.org/?a=1&amp;b=2" target="_blank" rel="noopener">інше</a> <a href="javascript:x()">ні</a> <a href="mailto:a@example.org">лист</a></p>
<picture><source srcset="../../../img/a.webp"><img src="../../../img/a.jpg" srcset="../../../img/b.jpg 2x" sizes="1px" loading="lazy" alt="Опис" width="2"></picture><img src="../../../img/nema.jpg" alt="Немає <її>">
<form action="../"><input name="q"><button>Шукати</button></form><button type="button">Копіювати</button><details><summary>Відповідь</summary><p>Так</p></details>
<noscript><p>Без скриптів</p></noscript><iframe src="https://other.org"></iframe><embed src="x"><p>Кінець</p>
<math><mi>x</mi></math><svg viewBox="0 0 1 1"><rect width="1" height="1"/></svg>
</body></html>`

var siteFiles = map[string]string{
	"assets/site.css":  "@import url(\"x.css\");\r\nbody{background:url(../img/tlo.svg)}a::after{content:\"</style>\"}b{mask:url('data:image/svg+xml,x')}i{background:url(https://other.org/x.png)}",
	"assets/print.css": "p{color:#000}",
	"img/a.jpg":        "фото",
	"img/tlo.svg":      "<svg/>",
}

func siteFile(name string) ([]byte, string, error) {
	data, ok := siteFiles[name]
	types := map[string]string{".jpg": "image/jpeg", ".svg": "image/svg+xml", ".css": "text/css"}
	if !ok {
		return nil, "", fs.ErrNotExist
	}
	return []byte(data), types[name[strings.LastIndexByte(name, '.'):]], nil
}

func singled(t *testing.T, page string, o SingleOptions) string {
	t.Helper()
	o.Resource = siteFile
	got, err := Single([]byte(page), o)
	if err != nil && !errors.Is(err, ErrLink) {
		t.Fatal(err)
	}
	return string(got)
}

func TestSingle(t *testing.T) {
	got := singled(t, printPage, SingleOptions{Page: "manuals/x/print/", BaseURL: "https://example.org/som"})
	for _, part := range []string{
		`<html lang="uk"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-`,
		`<title>Друк &amp; показ</title>`, `<link rel="canonical" href="https://example.org/som/manuals/x/print/">`,
		`<style>` + "\n" + `body{background:url(data:image/svg+xml;base64,PHN2Zy8+)}a::after{content:"<\/style>"}b{mask:url('data:image/svg+xml,x')}i{background:none}` + "\n" + `@media print{p{color:#000}}` + "\n</style>",
		`<body class="manual">`, `<a href="#a">тут</a>`, `<a href="#%D0%BC%D0%B5%D1%82%D0%B0">теж тут</a>`,
		`<a href="https://example.org/som/manuals/x/rozdil-1/#q" class="c" data-x="1">розділ</a>`, `<a href="https://example.org/som/news/">новини</a>`,
		`<a href="https://other.org/?a=1&amp;b=2" rel="noopener">інше</a>`, `<span>ні</span>`, `<a href="mailto:a@example.org">лист</a>`,
		`<picture><img alt="Опис" width="2" src="data:image/jpeg;base64,` + base64.StdEncoding.EncodeToString([]byte("фото")) + `"></picture>Немає &lt;її&gt;`,
		`<details><summary>Відповідь</summary><p>Так</p></details>`, `<p>Кінець</p>`, `<math><mi>x</mi></math><svg viewBox="0 0 1 1"><rect width="1" height="1"/></svg>`,
	} {
		if !strings.Contains(got, part) {
			t.Errorf("no %s in\n%s", part, got)
		}
	}
	for _, word := range []string{"<script", "ld+json", "onload", "style=", "srcset", "icon.svg", "Шукати", "Копіювати", "примітка", "iframe", "noscript", "target="} {
		if strings.Contains(got, word) {
			t.Errorf("%s stands in\n%s", word, got)
		}
	}
	if again := singled(t, printPage, SingleOptions{Page: "manuals/x/print/", BaseURL: "https://example.org/som"}); again != got {
		t.Error("made twice, the file has other bytes")
	}
}

// TestSingleStandsAlone: a browser would load nothing, and would take the style.
func TestSingleStandsAlone(t *testing.T) {
	got := singled(t, printPage, SingleOptions{Page: "/manuals/x/print/index.html"})
	style := regexp.MustCompile(`(?s)<style>(.*?)</style>`).FindStringSubmatch(got)
	hash := sha256.Sum256([]byte(style[1]))
	if !strings.Contains(got, "'sha256-"+base64.StdEncoding.EncodeToString(hash[:])+"'") {
		t.Error("the policy does not let its own style in")
	}
	tree, err := html.Parse(strings.NewReader(got))
	if err != nil {
		t.Fatal(err)
	}
	for n := range tree.Descendants() {
		for _, a := range n.Attr {
			loads := a.Key == "src" || a.Key == "href" && n.Data != "a" && n.Data != "link"
			if loads && !strings.HasPrefix(a.Val, "data:") {
				t.Errorf("<%s %s=%q> needs another file", n.Data, a.Key, a.Val)
			}
			if n.Data == "a" && !strings.HasPrefix(a.Val, "#") && !strings.Contains(a.Val, ":") && a.Key == "href" {
				t.Errorf("a link to %q leads nowhere from here", a.Val)
			}
		}
	}
	for _, part := range []string{`<span class="c">розділ</span>`, `<a href="#%D0%BC%D0%B5%D1%82%D0%B0">теж тут</a>`, `<a href="https://example.org/som/news/">новини</a>`} {
		if !strings.Contains(got, part) {
			t.Errorf("without the address of the site: no %s in\n%s", part, got)
		}
	}
}

func TestSingleGiven(t *testing.T) {
	got := singled(t, "<!doctype html><title>А</title><link rel=stylesheet href=nema.css><p>Так", SingleOptions{Style: []byte("p{color:red}")})
	if !strings.HasPrefix(got, `<!doctype html><meta charset="utf-8"><meta http-equiv=`) || !strings.HasSuffix(got, "<style>p{color:red}</style><title>А</title><p>Так") {
		t.Errorf("a page without <head>, a style given:\n%s", got)
	}
}

// TestNoFrame: the menu of the site is of no use where the site is not.
func TestNoFrame(t *testing.T) {
	got := singled(t, `<head><title>А</title></head><body class="x"><a href="#m">далі</a><header><nav><a href="/">Б</a></nav></header><main id="m"><p>Текст <a href="#q">тут</a></p></main><footer>В</footer></body></html>`, SingleOptions{Style: []byte{}})
	if _, body, _ := strings.Cut(got, "</head>"); body != `<body class="x"><main id="m"><p>Текст <a href="#q">тут</a></p></main></body></html>` {
		t.Error(body)
	}
}

// TestSingleText: what is copied without the tokenizer is what the tokenizer would have left as it is.
func TestSingleText(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{`<p class="a" id=b>А<br/>Б<hr /></p>`, `<p class="a" id=b>А<br/>Б<hr /></p>`},
		{`<p class="a" onclick="x()">А</p>`, `<p class="a">А</p>`},
		{`<p onclick>А</p><P STYLE="x">Б</P>`, `<p>А</p><p>Б</P>`},
		{`<details open><summary title="a > b">А</summary></details>`, `<details open><summary title="a > b">А</summary></details>`},
		{`<a href="#a" class="b">А</a>`, `<a href="#a" class="b">А</a>`},
		{`<a href="#a" title="А і 'Б'">А</a>`, `<a href="#a" title="А і &#39;Б&#39;">А</a>`},
		{`<a href="../x/"><b>А</b></a> <a href="#b">Б</a>`, `<span><b>А</b></span> <a href="#b">Б</a>`},
		{`<a hidden>А</a></a>`, `<a hidden="">А</a></a>`},
		{`<svg viewBox="0 0 1 1"><title>a <b> c</title><path d="M0 0"/></svg>`, `<svg viewBox="0 0 1 1"><title>a <b> c</title><path d="M0 0"/></svg>`},
		{`<textarea><button><a href="x"></textarea>А`, `<textarea><button><a href="x"></textarea>А`},
		{`<form><p>А</p><embed></form><p>Б</p>`, `<p>Б</p>`},
		{`1 < 2 </1> <1> <!-- А --><?б?>`, `1 < 2  <1> `},
	} {
		got := singled(t, `<head></head><body>`+test.text, SingleOptions{Style: []byte{}, Page: "a/"})
		if _, body, _ := strings.Cut(got, "<body>"); body != test.want {
			t.Errorf("%s\ngave %s\nwant %s", test.text, body, test.want)
		}
	}
}

// TestSharedStyles: the styles of a site are read once for all pages that link to the same, and again for those that link to others.
func TestSharedStyles(t *testing.T) {
	read := 0
	o := SingleOptions{Page: "a/", Styles: &Styles{}, Resource: func(name string) ([]byte, string, error) {
		read++
		return siteFile(name)
	}}
	for _, test := range []struct {
		head string
		read int
	}{
		{`<link rel=stylesheet href="../assets/print.css">`, 1},
		{`<title>Б</title><link rel=stylesheet href="../assets/print.css">`, 1},
		{`<link rel=stylesheet href="../assets/print.css" media=print>`, 2},
	} {
		got, err := Single([]byte("<head>"+test.head+"</head><body>"), o)
		if err != nil || !strings.Contains(string(got), "p{color:#000}") || strings.Contains(string(got), "@media print{") != strings.Contains(test.head, "media") {
			t.Errorf("%s: %v\n%s", test.head, err, got)
		}
		if read != test.read {
			t.Errorf("%s: %d styles are read, want %d", test.head, read, test.read)
		}
	}
}

func TestNoSingle(t *testing.T) {
	for name, c := range map[string]struct{ page, want string }{
		"empty":            {"", "is empty"},
		"no style":         {"<head><link rel=stylesheet href=/nema.css></head>", `style "nema.css"`},
		"a foreign style":  {"<head><link rel=stylesheet href=https://other.org/x.css></head>", "is not of the site"},
		"a missing figure": {"<head></head><img src=nema.jpg alt=x>", `picture "nema.jpg"`},
	} {
		_, err := Single([]byte(c.page), SingleOptions{Page: "a/", Resource: siteFile})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
		if errors.Is(err, ErrLink) != (name == "a missing figure") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// BenchmarkSingle is a page for print with twenty chapters, in the frame of the site, with sixty kilobytes of styles.
func BenchmarkSingle(b *testing.B) {
	var page strings.Builder
	page.WriteString(`<!doctype html><html lang="uk"><head><meta charset=utf-8><title>Друк</title><link rel="stylesheet" href="../../../assets/site.css"></head><body><header><a href="../../">Центр</a></header><main>`)
	for i := range uint64(20) {
		page.WriteString("<section>" + chapterText(i) + "</section>")
	}
	page.WriteString("</main></body></html>")
	style := []byte(strings.Repeat(".list li::before { background: url(../img/tlo.svg) }\n"+strings.Repeat(".list > li:hover { color: var(--ink); padding: 0 1rem }\n", 100), 10))
	o := SingleOptions{Page: "manuals/x/print/", BaseURL: "https://example.org", Styles: &Styles{}, Resource: func(name string) ([]byte, string, error) {
		if strings.HasSuffix(name, ".css") {
			return style, "text/css", nil
		}
		return siteFile(name)
	}}
	b.SetBytes(int64(page.Len()))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Single([]byte(page.String()), o); err != nil {
			b.Fatal(err)
		}
	}
}

func FuzzSingle(f *testing.F) {
	f.Add(printPage, "manuals/x/print/")
	f.Add("<a><a href=x><img src=\"//a/b\"><style>", "")
	f.Fuzz(func(t *testing.T, page, address string) {
		got, err := Single([]byte(page), SingleOptions{Page: address, Resource: siteFile})
		if err != nil && !errors.Is(err, ErrLink) {
			return
		}
		z := html.NewTokenizer(bytes.NewReader(got))
		for z.Next() != html.ErrorToken {
			if token := z.Token(); token.Type == html.StartTagToken && (token.Data == "script" || token.Data == "iframe" || token.Data == "form") {
				t.Errorf("<%s> was left", token.Data)
			}
		}
	})
}
