package book

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/klauspost/compress/flate"
)

func text(s string) func() (string, error) { return func() (string, error) { return s, nil } }

const picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 4"><rect width="3" height="4"/></svg>`

// sample is a book with everything that a text of ours may hold. Its people are made up.
func sample() *Book {
	return &Book{
		ID: "pryklad", Lang: "uk", Title: "Приклад & зразок", Subtitle: "для перевірки", Authors: []string{"А. Б. Перша", "В. Г. Друга"},
		Publisher: "Центр", City: "Дружківка", Year: 2020, ISBN: "978-617-0000-00-2", Identifier: "https://example.org/manuals/pryklad/",
		Rights: "CC BY 4.0", Description: "Опис «прикладу».", Subjects: []string{"освіта"}, Cover: []byte(picture), Modified: "2026-11-20T00:00:00Z",
		Labels: Labels{Contents: "Зміст", Cover: "Обкладинка", TitlePage: "Титульна сторінка", Text: "Текст", Notes: "Примітки", Summary: "Формули записано як MathML."},
		Style:  []byte(".own { background: url(pictures/tlo.svg) }"),
		Chapters: []Chapter{
			{ID: "peredmova", Title: "Передмова", Role: Front, XHTML: text(`<p>Див. <a href="rozdil-1.xhtml#мета">мету</a>, <a href="https://example.org/а?b=1&amp;c=2">сайт</a> і <a href="../news/">новини</a>.</p>`)},
			{ID: "rozdil-1", Title: "Перший", Label: "Розділ 1", Part: "Частина перша", Headings: []Heading{{2, "мета", "1.1", "Мета"}, {3, "dali", "", "Далі"}, {2, "2021-рік", "1.2", "2021 рік"}, {2, "nemaie", "", "Немає"}}, XHTML: text(`<h2 id="мета">Мета</h2>
<p>Текст<sup class="footnote-ref"><a href="#fn.1" id="fnref.1" role="doc-noteref" aria-label="Примітка 1">1</a></sup> і формула <math><mi>x</mi></math>.<br />Далі&nbsp;ще &lt;так&gt;.</p>
<h3 id="dali">Далі</h3>
<h2 id="2021-рік">2021 рік</h2>
<figure id="skhema"><picture><source srcset="x.webp" /><img src="pictures/skhema.svg" alt="Схема" loading="lazy" srcset="a 2x" /></picture><figcaption>Рис. 1.1</figcaption></figure>
<div class="block block-question" id="q" aria-labelledby="_b1"><p class="block-title" id="_b1"><span class="block-kind">Запитання</span></p><p>Чому?</p><details class="answer"><summary>Відповідь</summary><p>Тому.</p></details></div>
<div class="block block-worksheet" data-worksheet="q2"><table><thead><tr><th id="2">Що</th></tr></thead><tbody><tr><td class="blank" headers="2"></td></tr></tbody></table></div>
<ul><li><input type="checkbox" disabled="disabled" checked="checked" aria-label="зроблено" /> так</li><li><input type="checkbox" disabled="disabled" aria-label="не зроблено" /> ні</li></ul>
<div class="formula" id="f"><math display="block" xmlns="http://www.w3.org/1998/Math/MathML"><mi>y</mi></math><span class="formula-number">(1.1)</span></div>
<p>Див. <a href="#2021-рік">рік</a> і <a href="references.xhtml#ref-a" role="doc-biblioref">[1]</a>. <a href="pictures/skhema.svg">файл</a></p>
<section class="footnotes" role="doc-endnotes" aria-label="Примітки">
<ol>
<li id="fn.1">
<p>Пояснення. <a href="#fnref.1" role="doc-backlink" aria-label="Назад до 1">↩</a></p>
<ol><li>перелік у примітці</li></ol>
</li>
</ol>
</section>`)},
			{ID: "rozdil-2", Title: "Другий", Label: "Розділ 2", XHTML: text(`<p>Рисунок: <svg viewBox="0 0 1 1"><title>Квадрат</title><rect width="1" height="1" /></svg></p><pre class="code"><code><span class="k">func</span> x() {}</code></pre>`)},
			{ID: "rozdil-3", Title: "Третій", Label: "Розділ 3", Part: "Частина друга", XHTML: text("<p>Текст.</p>")},
			{ID: "vysnovky", Title: "Висновки", Role: Closing, XHTML: text("<p>Отже.</p>")},
			{ID: "dodatok", Title: "Анкета", Label: "Додаток А", Role: Appendix, XHTML: text("<p>Анкета.</p>")},
			{ID: "references", Title: "Список використаних джерел", Role: References, XHTML: text(`<ol class="references"><li id="ref-a" value="1">Перша А. Назва. <a href="rozdil-1.xhtml#q">Розділ 1</a></li></ol>`)},
			{ID: "glossary", Title: "Словник", Role: Glossary, XHTML: text(`<dl class="glossary"><dt id="t-a">Слово</dt><dd><p>Пояснення.</p></dd></dl>`)},
			{ID: "terms", Title: "Покажчик", Role: Terms, XHTML: text(`<h2 id="l-s">С</h2><ul class="terms"><li id="t-s">слово <a href="rozdil-1.xhtml">Розділ 1</a></li></ul>`)},
		},
		Resources: []Resource{
			{Path: "pictures/skhema.svg", MediaType: "image/svg+xml", Data: func() ([]byte, error) { return []byte(picture), nil }},
			{Path: "pictures/tlo.svg", MediaType: "image/svg+xml", Data: func() ([]byte, error) { return []byte(picture), nil }},
			{Path: "pictures/zaiva.jpg", MediaType: "image/jpeg", Data: func() ([]byte, error) { return nil, errors.New("nothing leads here") }},
		},
	}
}

func written(t testing.TB, b *Book) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := b.WriteEPUB(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// unpacked are the files of an EPUB by their names, with their order.
func unpacked(t testing.TB, data []byte) (names []string, files map[string]string) {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	files = map[string]string{}
	for _, f := range archive.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		names, files[f.Name] = append(names, f.Name), string(body)
	}
	return names, files
}

// TestWriteSample keeps the sample where EPUB=DIR tells, for the validators of tests/.
func TestWriteSample(t *testing.T) {
	data := written(t, sample())
	if dir := os.Getenv("EPUB"); dir != "" {
		if err := os.WriteFile(filepath.Join(dir, "sample.epub"), data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(data, written(t, sample())) {
		t.Error("written twice, the book has other bytes")
	}
}

// TestMimetype: other programs look for the type at fixed places of the file.
func TestMimetype(t *testing.T) {
	data := written(t, sample())
	if got := string(data[30:58]); got != "mimetypeapplication/epub+zip" {
		t.Errorf("at 30: %q", got)
	}
	if method, extra := binary.LittleEndian.Uint16(data[8:]), binary.LittleEndian.Uint16(data[28:]); method != 0 || extra != 0 {
		t.Errorf("method %d, extra field of %d bytes", method, extra)
	}
	if flags := binary.LittleEndian.Uint16(data[6:]); flags&8 != 0 {
		t.Error("its size stands behind it")
	}
}

func TestManifest(t *testing.T) {
	names, files := unpacked(t, written(t, sample()))
	var opf struct {
		Items []struct {
			ID         string `xml:"id,attr"`
			Href       string `xml:"href,attr"`
			Properties string `xml:"properties,attr"`
		} `xml:"manifest>item"`
		Spine []struct {
			ID string `xml:"idref,attr"`
		} `xml:"spine>itemref"`
		Meta []struct {
			Property string `xml:"property,attr"`
			Value    string `xml:",chardata"`
		} `xml:"metadata>meta"`
		Identifiers []string `xml:"metadata>identifier"`
	}
	if err := xml.Unmarshal([]byte(files["EPUB/package.opf"]), &opf); err != nil {
		t.Fatal(err)
	}
	properties, hrefs := map[string]string{}, map[string]string{}
	for _, it := range opf.Items {
		properties[it.Href], hrefs[it.ID] = it.Properties, it.Href
		if _, ok := files["EPUB/"+it.Href]; !ok {
			t.Errorf("the manifest has %s, the archive has not", it.Href)
		}
	}
	if len(opf.Items) != len(names)-3 || len(hrefs) != len(opf.Items) {
		t.Errorf("%d rows of the manifest (%d ids), files %q", len(opf.Items), len(hrefs), names)
	}
	for href, want := range map[string]string{"rozdil-1.xhtml": "mathml", "rozdil-2.xhtml": "svg", "rozdil-3.xhtml": "", "nav.xhtml": "nav", "cover.svg": "cover-image"} {
		if got := properties[href]; got != want {
			t.Errorf("%s has the properties %q, want %q", href, got, want)
		}
	}
	if slices.Contains(names, "EPUB/pictures/zaiva.jpg") || !slices.Contains(names, "EPUB/pictures/tlo.svg") {
		t.Errorf("files %q: what is used must stand there, and nothing else", names)
	}
	var spine []string
	for _, s := range opf.Spine {
		spine = append(spine, hrefs[s.ID])
	}
	if got, want := strings.Join(spine, " "), "cover.xhtml title.xhtml nav.xhtml peredmova.xhtml rozdil-1.xhtml rozdil-2.xhtml rozdil-3.xhtml vysnovky.xhtml dodatok.xhtml references.xhtml glossary.xhtml terms.xhtml"; got != want {
		t.Errorf("spine %s\nwant %s", got, want)
	}
	var told []string
	for _, m := range opf.Meta {
		if strings.HasPrefix(m.Property, "schema:") || m.Property == "dcterms:modified" {
			told = append(told, strings.TrimPrefix(m.Property, "schema:")+"="+m.Value)
		}
	}
	const want = "dcterms:modified=2026-11-20T00:00:00Z accessMode=textual accessMode=visual accessModeSufficient=textual " +
		"accessibilityFeature=tableOfContents accessibilityFeature=structuralNavigation accessibilityFeature=readingOrder accessibilityFeature=displayTransformability " +
		"accessibilityFeature=alternativeText accessibilityFeature=MathML accessibilityFeature=index accessibilityHazard=none accessibilitySummary=Формули записано як MathML."
	if got := strings.Join(told, " "); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	if got := strings.Join(opf.Identifiers, " "); got != "https://example.org/manuals/pryklad/ urn:isbn:9786170000002" {
		t.Errorf("identifiers %s", got)
	}
}

// TestAccessibilityIsTrue: a book without formulas and pictures promises none, one whose pictures lack descriptions says so.
func TestAccessibilityIsTrue(t *testing.T) {
	b := sample()
	b.Cover, b.Style, b.Resources[0].MediaType = nil, nil, "image/gif"
	b.Chapters = []Chapter{{ID: "a", Title: "А", XHTML: text("<p>Текст.</p>")}}
	_, files := unpacked(t, written(t, b))
	for _, word := range []string{"MathML</meta>", "alternativeText", "visual", "cover"} {
		if strings.Contains(strings.ReplaceAll(files["EPUB/package.opf"], b.Labels.Summary, ""), word) {
			t.Errorf("a plain book has %q", word)
		}
	}
	b.Chapters[0].XHTML = text(`<p><img src="pictures/skhema.svg" /></p>`)
	_, files = unpacked(t, written(t, b))
	for _, word := range []string{`accessModeSufficient">textual,visual<`, `accessibilityHazard">unknown<`} {
		if !strings.Contains(files["EPUB/package.opf"], word) {
			t.Errorf("a picture without description that moves: no %q in\n%s", word, files["EPUB/package.opf"])
		}
	}
}

// TestLinksResolve looks up every link of every file of the book.
func TestLinksResolve(t *testing.T) {
	_, files := unpacked(t, written(t, sample()))
	ids := map[string]bool{}
	type jump struct{ from, to string }
	var jumps []jump
	for name, body := range files {
		name, inside := strings.CutPrefix(name, "EPUB/")
		if !inside || strings.HasSuffix(name, ".css") {
			continue
		}
		ids[name] = true
		d := xml.NewDecoder(strings.NewReader(body))
		for {
			token, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			s, ok := token.(xml.StartElement)
			if !ok {
				continue
			}
			for _, a := range s.Attr {
				switch {
				case a.Name.Local == "id":
					if ids[name+"#"+a.Value] {
						t.Errorf("%s: the id %s stands twice", name, a.Value)
					}
					ids[name+"#"+a.Value] = true
				case (a.Name.Local == "href" || a.Name.Local == "src") && !strings.Contains(a.Value, "://"):
					to := a.Value
					if strings.HasPrefix(to, "#") {
						to = name + to
					}
					jumps = append(jumps, jump{name, to})
				case a.Name.Local == "aria-labelledby", a.Name.Local == "headers":
					jumps = append(jumps, jump{name, name + "#" + a.Value})
				}
			}
		}
	}
	for _, j := range jumps {
		if !ids[j.to] && files["EPUB/"+j.to] == "" {
			t.Errorf("%s: %s leads nowhere", j.from, j.to)
		}
	}
	if len(jumps) < 40 {
		t.Errorf("only %d links", len(jumps))
	}
}

// TestTextOfABook compares what stands otherwise in a book than on a page.
func TestTextOfABook(t *testing.T) {
	_, files := unpacked(t, written(t, sample()))
	for name, parts := range map[string][]string{
		"peredmova.xhtml": {
			`lang="uk" xml:lang="uk"`, `<body epub:type="frontmatter">`, `<section aria-labelledby="_title">`,
			`<a href="rozdil-1.xhtml#мета">мету</a>`, `<a href="https://example.org/%D0%B0?b=1&amp;c=2">сайт</a>`, `<span>новини</span>`,
		},
		"rozdil-1.xhtml": {
			`<section epub:type="chapter" role="doc-chapter" aria-labelledby="_title">`, `<p class="book-part">Частина перша</p>`,
			`<h1 id="_title"><span class="book-label">Розділ 1.</span> Перший</h1>`,
			`<a href="#fn.1" id="fnref.1" role="doc-noteref" aria-label="Примітка 1" epub:type="noteref">1</a>`,
			`<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi></math>.<br/>Далі` + "\u00a0" + `ще &lt;так&gt;.`,
			`<h2 id="_2021-рік">`, `<a href="#_2021-рік">рік</a>`, `<th id="_2">`, `<td class="blank" headers="_2"></td>`,
			`<figure id="skhema"><img src="pictures/skhema.svg" alt="Схема"/><figcaption>`,
			`<section class="answer"><p class="answer-title">Відповідь</p><p>Тому.</p></section>`,
			`<span class="box" role="img" aria-label="зроблено">☑</span> так`, `<span class="box" role="img" aria-label="не зроблено">☐</span> ні`,
			`<a href="references.xhtml#ref-a" role="doc-biblioref" epub:type="biblioref">[1]</a>. <span>файл</span>`,
			`<section class="footnotes" aria-label="Примітки" epub:type="footnotes">`,
			`<aside id="fn.1" epub:type="footnote" role="doc-footnote"><p class="note-number">1.</p>`, `<ol><li>перелік у примітці</li></ol>`,
		},
		"rozdil-2.xhtml": {`<svg viewBox="0 0 1 1" xmlns="http://www.w3.org/2000/svg">`},
		"vysnovky.xhtml": {`<body epub:type="backmatter">`, `<section aria-labelledby="_title">`},
		"dodatok.xhtml":  {`<body epub:type="backmatter">`, `<section epub:type="appendix" role="doc-appendix"`},
		"cover.xhtml":    {`<img src="cover.svg" alt="Обкладинка: Приклад &amp; зразок" role="doc-cover"/>`},
		"title.xhtml":    {`<h1>Приклад &amp; зразок</h1>`, `А. Б. Перша, В. Г. Друга`, `Дружківка : Центр, 2020`, `ISBN 978-617-0000-00-2`},
		"nav.xhtml": {
			"<li><span>Частина перша</span>\n<ol>\n<li><a href=\"rozdil-1.xhtml\">Розділ 1. Перший</a>\n<ol>\n<li><a href=\"rozdil-1.xhtml#мета\">1.1 Мета</a></li>\n<li><a href=\"rozdil-1.xhtml#_2021-рік\">1.2 2021 рік</a></li>\n</ol>\n</li>\n<li><a href=\"rozdil-2.xhtml\">Розділ 2. Другий</a></li>\n</ol>\n</li>\n<li><span>Частина друга</span>\n<ol>\n<li><a href=\"rozdil-3.xhtml\">Розділ 3. Третій</a></li>\n</ol>\n</li>\n<li><a href=\"vysnovky.xhtml\">Висновки</a></li>\n<li><a href=\"dodatok.xhtml\">",
			`<a epub:type="bodymatter" href="rozdil-1.xhtml">Текст</a>`, `<a epub:type="cover" href="cover.xhtml">Обкладинка</a>`, `<a epub:type="glossary" href="glossary.xhtml">Словник</a>`,
		},
		"book.css": {"body {", ".own { background: url(pictures/tlo.svg) }"},
	} {
		for _, part := range parts {
			if !strings.Contains(files["EPUB/"+name], part) {
				t.Errorf("%s: no %s in\n%s", name, part, files["EPUB/"+name])
			}
		}
	}
	for _, word := range []string{"<details", "<summary", "<input", "srcset", "loading", "<picture", "<source"} {
		if strings.Contains(files["EPUB/rozdil-1.xhtml"], word) {
			t.Errorf("%s stands in a book", word)
		}
	}
}

func TestNoBook(t *testing.T) {
	edit := func(f func(*Book)) *Book {
		b := sample()
		f(b)
		return b
	}
	for name, c := range map[string]struct {
		book *Book
		want string
	}{
		"no chapters":          {edit(func(b *Book) { b.Chapters = nil }), "no chapters"},
		"not closed":           {edit(func(b *Book) { b.Chapters[2].XHTML = text("<p>А\n<b>Б</p>") }), `chapter "rozdil-2": line 2: </p> closes`},
		"open at the end":      {edit(func(b *Book) { b.Chapters[2].XHTML = text("<div><p>А</p>") }), `chapter "rozdil-2": line 1: <div> is not closed`},
		"a bare ampersand":     {edit(func(b *Book) { b.Chapters[2].XHTML = text("<p>А & Б</p>") }), `chapter "rozdil-2": XML syntax error`},
		"a control sign":       {edit(func(b *Book) { b.Chapters[2].XHTML = text("<p>\x01</p>") }), `chapter "rozdil-2"`},
		"a text that fails":    {edit(func(b *Book) { b.Chapters[2].XHTML = func() (string, error) { return "", io.ErrUnexpectedEOF } }), `chapter "rozdil-2": unexpected EOF`},
		"no text":              {edit(func(b *Book) { b.Chapters[2].XHTML = nil }), `chapter "rozdil-2" has no`},
		"two chapters, one id": {edit(func(b *Book) { b.Chapters[2].ID = "Rozdil-1" }), `"Rozdil-1.xhtml"`},
		"a chapter called nav": {edit(func(b *Book) { b.Chapters[2].ID = "nav" }), `"nav.xhtml"`},
		"a name out of place":  {edit(func(b *Book) { b.Resources[0].Path = "../x.jpg" }), `"../x.jpg"`},
		"a Cyrillic file":      {edit(func(b *Book) { b.Resources[0].Path = "фото.jpg" }), `"фото.jpg"`},
		"no time":              {edit(func(b *Book) { b.Modified = "" }), "modified"},
		"no title":             {edit(func(b *Book) { b.Title = "" }), "no title"},
		"a broken cover":       {edit(func(b *Book) { b.Cover = []byte("<svg>") }), "cover"},
		"a picture that fails": {edit(func(b *Book) { b.Resources[0].Data = func() ([]byte, error) { return nil, io.ErrUnexpectedEOF } }), "pictures/skhema.svg: unexpected"},
		"an unknown entity":    {edit(func(b *Book) { b.Chapters[2].XHTML = text("<p>&nema;</p>") }), `chapter "rozdil-2"`},
		"an id in other hands": {edit(func(b *Book) { b.Chapters[2].XHTML = text(`<p><a href="rozdil-1.xhtml#nema">x</a></p>`) }), `chapter "rozdil-2", rozdil-1.xhtml#nema`},
		"a picture not there":  {edit(func(b *Book) { b.Chapters[2].XHTML = text(`<p><img src="nema.jpg" alt="Опис" /></p>`) }), `chapter "rozdil-2", picture "nema.jpg"`},
	} {
		err := c.book.WriteEPUB(io.Discard)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
		if whole := strings.HasPrefix(name, "an id") || strings.HasPrefix(name, "a picture not"); errors.Is(err, ErrLink) != whole {
			t.Errorf("%s: is %v a link that leads nowhere?", name, err)
		}
	}
	if err := (&Book{}).WriteEPUB(io.Discard); !errors.Is(err, ErrEmpty) {
		t.Errorf("an empty book: %v", err)
	}
}

// failing is a disk that is full after some bytes.
type failing int

func (f *failing) Write(p []byte) (int, error) {
	if *f -= failing(len(p)); *f < 0 {
		return 0, io.ErrShortWrite
	}
	return len(p), nil
}

func TestFullDisk(t *testing.T) {
	size := len(written(t, sample()))
	for n := 0; n < size; n += 97 {
		left := failing(n)
		if err := sample().WriteEPUB(&left); !errors.Is(err, io.ErrShortWrite) {
			t.Fatalf("full after %d bytes of %d: %v", n, size, err)
		}
	}
}

// TestOneChapterAtATime: when a chapter is asked for, those before it have left the memory for the disk.
func TestOneChapterAtATime(t *testing.T) {
	b, left := sample(), failing(1<<30)
	random := rand.New(rand.NewPCG(1, 2))
	b.Chapters = nil
	for i := range 20 {
		b.Chapters = append(b.Chapters, Chapter{ID: fmt.Sprintf("c-%d", i), Title: "Розділ", XHTML: func() (string, error) {
			if gone := 1<<30 - int(left); gone < i*30_000 {
				t.Errorf("chapter %d is asked for when %d bytes are written", i, gone)
			}
			var s strings.Builder
			for range 20_000 { // what cannot be packed
				fmt.Fprintf(&s, "%06x", random.Uint32()&0xffffff)
			}
			return "<p>" + s.String() + "</p>", nil
		}})
	}
	if err := b.WriteEPUB(&left); err != nil {
		t.Fatal(err)
	}
}

// TestPackerForgets: a packer that has packed other books gives the same bytes as a new one.
func TestPackerForgets(t *testing.T) {
	fresh, err := flate.NewWriter(io.Discard, packing)
	if err != nil {
		t.Fatal(err)
	}
	used, err := flate.NewWriter(io.Discard, packing)
	if err != nil {
		t.Fatal(err)
	}
	for i := range uint64(300) {
		body := []byte(chapterText(i % 7))
		if i%3 == 0 {
			body = bytes.Repeat(body, 9)
		}
		var a, b bytes.Buffer
		fresh.Reset(&a)
		if i%10 == 0 {
			fresh, err = flate.NewWriter(&a, packing)
		}
		used.Reset(&b)
		for _, w := range []*flate.Writer{fresh, used} {
			if _, e := w.Write(body); e != nil {
				t.Fatal(e)
			}
			err = errors.Join(err, w.Close())
		}
		if err != nil || !bytes.Equal(a.Bytes(), b.Bytes()) {
			t.Fatalf("chapter %d is packed to %d and %d bytes, %v", i, a.Len(), b.Len(), err)
		}
	}
}

func TestIdentifier(t *testing.T) {
	b := &Book{ID: "a", Title: "Назва"}
	if got := b.identifier(); !strings.HasPrefix(got, "urn:uuid:") || len(got) != len("urn:uuid:")+36 || got != b.identifier() {
		t.Error(got)
	}
	other := &Book{ID: "a", Title: "Інша"}
	if b.identifier() == other.identifier() {
		t.Error("two books, one name")
	}
	b.ISBN = "978-617-0000-00-2"
	if got := b.identifier(); got != "urn:isbn:9786170000002" {
		t.Error(got)
	}
}

// chapterText is a text of about seven kilobytes as the renderer writes it: words that follow from a number, so that packing them is work.
func chapterText(number uint64) string {
	words := strings.Fields("методист учителька заняття урок школа дитина проєкт методичний посібник вітальня кав’ярня педагогічний інноваційний технологія громада " +
		"освіта розвиток центр партнерство батьки творчий майстер клас конкурс аукціон ідея досвід практика навчання оцінювання спостереження компетентність " +
		"діяльність групова індивідуальна робота вправа завдання приклад результат мета який можна потрібно варто коли якщо тому також через після під для що")
	random := rand.New(rand.NewPCG(number, 7))
	some := func(n int) string {
		list := make([]string, n)
		for i := range list {
			list[i] = words[random.IntN(len(words))]
		}
		return strings.Join(list, " ")
	}
	var b strings.Builder
	for i := range 3 {
		fmt.Fprintf(&b, "<h2 id=\"rozdil-%d\"><span class=\"heading-number\">1.%d</span> %s</h2>\n", i, i, some(4))
		for range 2 {
			fmt.Fprintf(&b, "<p>%s <strong>%s</strong> %s, <a href=\"c-0.xhtml#rozdil-1\">%s</a>. %s &amp; <em>%s</em>.</p>\n", some(25), some(2), some(25), some(2), some(10), some(1))
		}
		fmt.Fprintf(&b, "<p>%s<sup class=\"footnote-ref\"><a href=\"#fn.%d\" id=\"fnref.%d\" role=\"doc-noteref\" aria-label=\"Примітка %d\">%d</a></sup></p>\n", some(12), i, i, i, i)
		b.WriteString("<ul>\n")
		for range 4 {
			fmt.Fprintf(&b, "<li>%s <strong>%s</strong> %s</li>\n", some(5), some(1), some(4))
		}
		b.WriteString("</ul>\n")
	}
	b.WriteString("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"Примітки\">\n<ol>\n")
	for i := range 3 {
		fmt.Fprintf(&b, "<li id=\"fn.%d\">\n<p>%s <a href=\"#fnref.%d\" role=\"doc-backlink\" aria-label=\"Назад до тексту, примітка %d\">↩</a></p>\n</li>\n", i, some(12), i, i)
	}
	b.WriteString("</ol>\n</section>\n")
	return b.String()
}

// chaptersOf is a book of n chapters.
func chaptersOf(n int) *Book {
	book := sample()
	book.Chapters = nil
	for i := range n {
		book.Chapters = append(book.Chapters, Chapter{ID: fmt.Sprintf("c-%d", i), Title: "Розділ", XHTML: text(chapterText(uint64(i)))})
	}
	return book
}

// BenchmarkWriteEPUB: what a chapter takes does not grow with their number.
func BenchmarkWriteEPUB(b *testing.B) {
	for _, n := range []int{20, 300} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			book := chaptersOf(n)
			b.ReportAllocs()
			for b.Loop() {
				if err := book.WriteEPUB(io.Discard); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*n), "µs/chapter")
		})
	}
}

// BenchmarkRewrite is a chapter without packing it.
func BenchmarkRewrite(b *testing.B) {
	book := chaptersOf(1)
	body, _ := book.Chapters[0].XHTML()
	b.SetBytes(int64(len(body)))
	b.ReportAllocs()
	var out bytes.Buffer
	for b.Loop() {
		out.Reset()
		r := rewriter{epub: newEPUB(book, io.Discard, time.Time{}), chapter: &book.Chapters[0], out: &out}
		if err := r.rewrite(body); err != nil {
			b.Fatal(err)
		}
	}
}

func FuzzRewrite(f *testing.F) {
	for _, c := range sample().Chapters {
		s, _ := c.XHTML()
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		b := sample()
		b.Chapters = b.Chapters[1:2]
		b.Chapters[0].XHTML = text(s)
		var out bytes.Buffer
		if err := b.WriteEPUB(&out); err != nil && !errors.Is(err, ErrLink) {
			return
		}
		_, files := unpacked(t, out.Bytes())
		for _, name := range []string{"rozdil-1.xhtml", "nav.xhtml", "package.opf", "toc.ncx"} {
			if err := wellFormed([]byte(files["EPUB/"+name])); err != nil {
				t.Errorf("%s: %v\n%s", name, err, files["EPUB/"+name])
			}
		}
	})
}
