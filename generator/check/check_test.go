package check

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/som-hub/vitryna/generator/problem"
)

const base = "https://example.org/som-hub"

var options = Options{BaseURL: base, Private: []string{"bidder@example.org", "+38 (050) 123-45-67", "42"}}

// clean is a site in which nothing is wrong, with everything that may look so.
func clean() map[string]string {
	return map[string]string{
		"index.html": page(`<h1>Головна</h1>
			<a href="projects/x/">проєкт</a> <a href="projects/x/index.html#meta">мета</a> <a href="projects/x/#мета">мета</a>
			<a href="projects/x/#%D0%BC%D0%B5%D1%82%D0%B0">мета</a> <a href="#top">угору</a> <a href="">сюди</a> <a href="?q=1#_main">пошук</a>
			<a href="./">тут</a> <a href="https://example.org/elsewhere/">поза сайтом</a> <a href="https://example.org/som-hub-2/">сусіди</a>
			<a href="mailto:office@example.org">пошта</a> <a href="tel:+380626742826">телефон</a> <a href="files/a%20b.pdf#page=2">файл</a>
			<a href="projects/x/#:~:text=мета">слова</a>
			<img src="assets/a.png" srcset="assets/a.png 480w, assets/b.png?v=1 960w,assets/a.png" alt="">
			<svg viewBox="0 0 1 1"><title>Малюнок</title><use href="#mark"/><g id="mark"></g></svg>
			<picture><source srcset="assets/b.png"><img src="data:image/png;base64,AA==" alt=""></picture>
			<form action="projects/"><input name="q"></form>`),
		"projects/index.html": page(`<h1>Проєкти</h1><a href="../">угору</a><a href="..">угору</a><a href="x/">х</a><a href=".">тут</a>`),
		"projects/x/index.html": strings.Replace(page(`<h1>Проєкт</h1><h2 id="meta">Мета</h2><p id="мета">…</p>
			<a href="../../">додому</a> <a href="https://example.org/som-hub/#_main">додому</a> <a href="https://example.org/som-hub">додому</a>
			<noscript><p><a href="../">перелік</a></p></noscript>`), "</title>", `</title>
			<link rel="canonical" href="https://example.org/som-hub/projects/x/"><meta property="og:image" content="https://example.org/som-hub/assets/a.png">
			<link rel="alternate" hreflang="en" href="https://example.org/som-hub/en/"><link rel="license" href="https://creativecommons.org/licenses/by/4.0/">
			<script type="application/ld+json">{"@type":"Project"}</script>`, 1),
		"en/index.html":       strings.Replace(page(`<h1>Home</h1>`), `lang="uk"`, `lang=en`, 1),
		"old/index.html":      `<!doctype html><html lang=uk><title>Переїхали</title><meta http-equiv=refresh content="0; url=../projects/x/"><h1>Переїхали</h1>`,
		"404.html":            `<!doctype html><html lang=uk><title>Немає</title><link rel=stylesheet href=/som-hub/assets/site.css><h1>Немає</h1><a href="/som-hub/">додому</a><a href="/som-hub/projects/">проєкти</a>`,
		"assets/site.css":     `@import "more.css"; body { background: url(a.png) } i { background: url("data:image/svg+xml,%3Csvg/%3E"); mask: url(#m); src: url('b.png') }`,
		"assets/more.css":     ``,
		"assets/site.js":      `const order = 1 / 2; // 050 123-45-68`,
		"assets/a.png":        "\x89PNG",
		"assets/b.png":        "\x89PNG",
		"files/a b.pdf":       "%PDF office@example.org (06267) 4-28-26",
		"projects/x/page.ics": "",
	}
}

// page is a whole page with this content. Its links lead from one level below the root as well as from the root.
func page(content string) string {
	return `<!doctype html><html lang="uk"><head><meta charset="utf-8"><title>Назва</title></head><body><main id="_main">` + content + `</main></body></html>`
}

func fsOf(files map[string]string) fstest.MapFS {
	m := fstest.MapFS{}
	for name, text := range files {
		m[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return m
}

func TestCleanSiteHasNoProblems(t *testing.T) {
	for _, p := range Site(fsOf(clean()), options) {
		t.Errorf("%s: %s %v", p.File, p.Code, p.Args)
	}
}

func TestPlantedFaults(t *testing.T) {
	add := func(fault string) string { return page("<h1>Вада</h1>" + fault) }
	head := func(fault string) string {
		return strings.Replace(page("<h1>Вада</h1>"), "</title>", "</title>"+fault, 1)
	}
	tests := []struct{ name, file, text, want string }{
		{"dead link", "", add(`<a href="../nema/">х</a>`), "E-LINK target=../nema/"},
		{"dead link said once", "", add(`<a href="../nema/">х</a><a href="../nema/">х</a>`), "E-LINK target=../nema/"},
		{"dead file", "", add(`<a href="file.pdf">х</a>`), "E-LINK target=file.pdf"},
		{"folder without a slash", "", add(`<a href="../projects">х</a>`), "E-LINK target=../projects"},
		{"other case", "", add(`<a href="../Projects/">х</a>`), "E-LINK target=../Projects/"},
		{"out of the site", "", add(`<a href="../../index.html">х</a>`), "E-LINK target=../../index.html"},
		{"half an escape", "", add(`<a href="../%zz/">х</a>`), "E-LINK target=../%zz/"},
		{"own absolute address", "", head(`<link rel="canonical" href="https://example.org/som-hub/nema/">`), "E-LINK target=https://example.org/som-hub/nema/"},
		{"own picture in a meta", "", head(`<meta property="og:image" content="https://example.org/som-hub/n.png">`), "E-LINK target=https://example.org/som-hub/n.png"},
		{"dead picture", "", add(`<img src="n.png" alt="">`), "E-LINK target=n.png"},
		{"empty src", "", add(`<img src="" alt="">`), "E-LINK target="},
		{"dead candidate", "", add(`<img src="../assets/a.png" srcset="../assets/a.png 1x, n,1.png 2x" alt="">`), "E-LINK target=n,1.png"},
		{"dead script", "", head(`<script src="n.js"></script>`), "E-LINK target=n.js"},
		{"dead style", "", head(`<link rel="stylesheet" href="n.css">`), "E-LINK target=n.css"},
		{"dead poster", "", add(`<video poster="n.jpg" src="../assets/a.png"></video>`), "E-LINK target=n.jpg"},
		{"dead refresh", "", head(`<meta http-equiv="refresh" content="0; URL='../nema/'">`), "E-LINK target=../nema/"},
		{"dead link without script", "", add(`<noscript><a href="../nema/">х</a></noscript>`), "E-LINK target=../nema/"},
		{"dead picture of a style", "assets/x.css", `i{background:url("n.png")}`, "E-LINK target=n.png"},
		{"dead import of a style", "assets/x.css", `@import 'n.css';`, "E-LINK target=n.css"},
		{"dead fragment here", "", add(`<a href="#nema">х</a>`), "E-ANCHOR anchor=nema"},
		{"dead fragment there", "", add(`<a href="../projects/x/#nema">х</a>`), "E-ANCHOR anchor=nema target=projects/x/index.html"},
		{"dead fragment of the home page", "", add(`<a href="https://example.org/som-hub#nema">х</a>`), "E-ANCHOR anchor=nema target=index.html"},
		{"dead sign", "", add(`<svg><use href="#nema"/></svg>`), "E-ANCHOR anchor=nema"},
		{"counted from the root", "", add(`<a href="/som-hub/projects/">х</a>`), "E-OUT-ROOT target=/som-hub/projects/"},
		{"counted from another root", "404.html", add(`<a href="/projects/">х</a>`), "E-LINK target=/projects/"},
		{"counted from a page without a place", "404.html", add(`<a href="#_main">х</a><a href="./projects/">х</a>`), "E-OUT-DEPTH target=./projects/"},
		{"no title", "", strings.Replace(page("<h1>Вада</h1><svg><title>Не вона</title></svg>"), "<title>Назва</title>", "<title> </title>", 1), "E-OUT-TITLE"},
		{"no language", "", strings.Replace(page("<h1>Вада</h1><p lang=en>x</p>"), ` lang="uk"`, ` lang=""`, 1), "E-OUT-LANG"},
		{"no heading", "", page("<h2>Вада</h2>"), "E-OUT-H1 n=0"},
		{"two headings", "", page("<h1>Вада</h1><h1>Вада</h1>"), "E-OUT-H1 n=2"},
		{"one id thrice", "", add(`<p id="a"></p><p id="a"></p><p id="a"></p>`), "E-OUT-ID id=a"},
		{"script inside", "", head(`<script>alert(1)</script>`), "E-OUT-INLINE what=<script>"},
		{"style inside", "", head(`<style>p{}</style>`), "E-OUT-INLINE what=<style>"},
		{"style that it does not name", "", head(`<meta http-equiv="Content-Security-Policy" content="style-src 'sha256-gG2yISYereRMiG2lMXrbiUgi0Ubw9p7QCeWcroOvy9Y='"><style>q{}</style>`), "E-OUT-INLINE what=<style>"},
		{"style of an element", "", add(`<p style="color:red">х</p>`), "E-OUT-INLINE what=style="},
		{"style in a drawing", "", add(`<svg><path style="fill:red"/></svg>`), "E-OUT-INLINE what=style="},
		{"handler", "", add(`<p onclick="x()">х</p>`), "E-OUT-INLINE what=onclick="},
		{"script as an address", "", add(`<a href="JavaScript:x()">х</a>`), "E-OUT-INLINE what=javascript:"},
		{"foreign script", "", head(`<script src="https://cdn.example.com/x.js"></script>`), "E-OUT-FOREIGN target=https://cdn.example.com/x.js"},
		{"foreign style", "", head(`<link rel="preload stylesheet" href="//cdn.example.com/x.css">`), "E-OUT-FOREIGN target=//cdn.example.com/x.css"},
		{"foreign picture", "", add(`<img src="http://example.com/x.png" alt="">`), "E-OUT-FOREIGN target=http://example.com/x.png"},
		{"foreign candidate", "", add(`<img src="../assets/a.png" srcset="https://example.com/x.png 2x" alt="">`), "E-OUT-FOREIGN target=https://example.com/x.png"},
		{"foreign frame", "", add(`<iframe src="https://www.youtube.com/embed/x"></iframe>`), "E-OUT-FOREIGN target=https://www.youtube.com/embed/x"},
		{"foreign host awaited", "", head(`<link rel="preconnect" href="https://fonts.example.com">`), "E-OUT-FOREIGN target=https://fonts.example.com"},
		{"foreign type of a style", "assets/x.css", `@font-face{src:url(https://fonts.example.com/x.woff2)}`, "E-OUT-FOREIGN target=https://fonts.example.com/x.woff2"},
		{"heavy page", "", add(strings.Repeat("слово ", 20_000)), "W-OUT-WEIGHT max=200 size=215"},
		{"private e-mail", "", add(`Bidder@Example.org.`), "E-PII-LEAK value=bid•••@•••••••••rg what=email"},
		{"private e-mail in a link", "", add(`<a href="mailto:bidder%40example.org">х</a>`), "E-PII-LEAK value=bid•••@•••••••••rg what=email"},
		{"private e-mail in signs", "", add(`bidder&#64;example.org`), "E-PII-LEAK value=bid•••@•••••••••rg what=email"},
		{"private e-mail in a table", "files/bids.csv", "code,mail\n1,bidder@example.org\n", "E-PII-LEAK value=bid•••@•••••••••rg what=email"},
		{"private phone", "", add(`тел. 050 123&nbsp;45‑67`), "E-PII-LEAK value=+38 ••••• •••-••-67 what=phone"},
		{"private phone of a country", "assets/x.js", `x="+380501234567"`, "E-PII-LEAK value=+38 ••••• •••-••-67 what=phone"},
		{"private phone in a document", "files/x.pdf", "%PDF (050) 123.45.67", "E-PII-LEAK value=+38 ••••• •••-••-67 what=phone"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			files := clean()
			if test.file == "" {
				test.file = "fault/index.html"
			}
			files[test.file] = test.text
			var got []string
			for _, p := range Site(fsOf(files), options) {
				got = append(got, describe(t, p, test.file))
			}
			if diff := cmp.Diff([]string{test.want}, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// describe is code and arguments, in one line.
func describe(t *testing.T, p problem.Problem, file string) string {
	t.Helper()
	if p.File != file {
		t.Errorf("the problem is named by %s, not by %s", p.File, file)
	}
	if missing := p.Missing(); len(missing) > 0 {
		t.Errorf("%s lacks the arguments %q", p.Code, missing)
	}
	text := p.Code
	for _, name := range slices.Sorted(maps.Keys(p.Args)) {
		text += " " + name + "=" + p.Args[name]
	}
	return text
}

// TestBookInOneFile: a manual in one file may be heavy, and has the one style that its policy names.
func TestBookInOneFile(t *testing.T) {
	files := clean()
	book := strings.Replace(page("<h1>Книга</h1>"+strings.Repeat("<p>Слово.</p>", heaviest/8)), "</title>", `</title><meta name="robots" content="noindex">`+
		`<meta http-equiv="Content-Security-Policy" content="style-src 'sha256-gG2yISYereRMiG2lMXrbiUgi0Ubw9p7QCeWcroOvy9Y='"><style>p{}</style>`, 1)
	files["manuals/m/m.html"] = book
	for _, p := range Site(fsOf(files), options) {
		t.Errorf("%s: %s %v", p.File, p.Code, p.Args)
	}
}

func TestWithoutAnAddressEveryWebLinkLeadsOut(t *testing.T) {
	files := map[string]string{"index.html": page(`<h1>х</h1><a href="https://example.org/som-hub/nema/">х</a>`), "404.html": page(`<h1>х</h1><a href="/">х</a>`)}
	if got := Site(fsOf(files), Options{}); len(got) > 0 {
		t.Errorf("%v", got)
	}
}

// broken is a site of which one file cannot be read.
type broken struct{ fs.FS }

func (b broken) Open(name string) (fs.File, error) {
	if name == "en/index.html" {
		return nil, fs.ErrPermission
	}
	return b.FS.Open(name)
}

func TestUnreadableFile(t *testing.T) {
	got := Site(broken{fsOf(clean())}, options)
	if len(got) != 1 || got[0].Code != "E-READ" || got[0].File != "en/index.html" {
		t.Errorf("%v", got)
	}
}

func TestPhoneAcrossPieces(t *testing.T) {
	s := newLeaks([]string{"0501234567"}).search()
	for _, piece := range []string{"тел. 050\xc2", "\xa0123-", "45 6", "7."} {
		if _, err := s.Write([]byte(piece)); err != nil {
			t.Fatal(err)
		}
	}
	if got := s.results(); len(got) != 1 {
		t.Errorf("%v", got)
	}
}

// TestLeakInADocument: Word writes a number of which the middle was mended in pieces, and packs it.
func TestLeakInADocument(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	part, _ := z.Create("word/document.xml")
	part.Write([]byte("<w:p><w:r><w:t>Телефон 050 1</w:t></w:r><w:r><w:t>23-45-67</w:t></w:r></w:p><w:p><w:t>x@exam</w:t><w:t>ple.org</w:t></w:p>")) // unchecked: into memory
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	private := []string{"0501234567", "x@example.org"}
	if got := NewLeaks(private).File("a/plan.docx", b.Bytes()); len(got) != 2 || got[0].Code != "E-PII-LEAK" {
		t.Errorf("of a file that is made: %v", got)
	}
	o := options
	o.Private = private
	for _, name := range []string{"a/plan.docx", "a/plan.docm", "a/plan"} { // as of a file that is made, the name does not matter
		got := Site(fstest.MapFS{name: {Data: b.Bytes()}}, o)
		if len(got) != 2 || got[0].Code != "E-PII-LEAK" {
			t.Errorf("%s of a finished site: %v", name, got)
		}
	}
}

// TestLeakInADrawing: signs are written as references in a drawing too.
func TestLeakInADrawing(t *testing.T) {
	o := options
	o.Private = []string{"x@example.org"}
	if got := Site(fstest.MapFS{"a/plan.svg": {Data: []byte("<svg><text>x&#64;example.org</text></svg>")}}, o); len(got) != 1 || got[0].Code != "E-PII-LEAK" {
		t.Errorf("%v", got)
	}
}

func FuzzPage(f *testing.F) {
	for _, text := range clean() {
		f.Add(text)
	}
	f.Add(`<img srcset=", ,,a,, b 1x,">`)
	f.Fuzz(func(t *testing.T, text string) {
		Site(fstest.MapFS{"a/index.html": {Data: []byte(text)}, "a/x.css": {Data: []byte(text)}}, options)
	})
}

func BenchmarkSite(b *testing.B) {
	files := clean()
	body := page("<h1>Розділ</h1>" + strings.Repeat(`<p>Слово про справу. <a href="../../projects/x/#meta">Мета</a> <a href="../1/">Перший</a></p>`, 100))
	for i := range 1000 {
		files[fmt.Sprintf("manuals/%d/index.html", i+1)] = body
	}
	site := fsOf(files)
	b.SetBytes(int64(len(body)) * 1000)
	for b.Loop() {
		if got := Site(site, options); len(got) > 0 {
			b.Fatal(got[0])
		}
	}
}
