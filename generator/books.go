package generator

import (
	"bytes"
	"errors"
	"path"
	"strconv"
	"strings"

	"github.com/som-hub/vitryna/generator/book"
	"github.com/som-hub/vitryna/generator/citation"
	"github.com/som-hub/vitryna/generator/output"
	"github.com/som-hub/vitryna/generator/render"
	"github.com/som-hub/vitryna/generator/site"
)

// worksOf sorts works of lists of references by the paths of the manuals they lie in.
func worksOf(works []site.Work) map[string][]site.Work {
	of := map[string][]site.Work{}
	for _, w := range works {
		manual := strings.TrimPrefix(path.Dir(w.File), "content/")
		of[manual] = append(of[manual], w)
	}
	return of
}

// books adds the forms of every manual as one thing, in each of its languages: an EPUB, a single HTML file, and its record for programs that
// keep references. Each is made when it is asked for, and nothing of it is kept.
func (s *Snapshot) books(model *site.Site, r *render.Renderer) {
	styles := &book.Styles{}
	for _, manual := range model.Items {
		for _, lang := range model.Config.Languages {
			b := manual.Book(lang)
			if b == nil || b.Manual != manual || b.Page.Doc.Lang != lang {
				continue
			}
			s.records(b, r)
			if len(b.Chapters) == 0 {
				continue
			}
			form := &bookForm{snapshot: s, renderer: r, book: b, base: model.Config.BaseURL, styles: styles}
			s.routes = append(s.routes,
				route{path: r.BookFile(b, ".epub"), make: form.epub, texts: render.TextsOf(manual), bare: true},
				route{path: r.BookFile(b, ".html"), of: file(form.print()), makeOf: form.single, texts: render.TextsOf(manual), own: true})
		}
	}
}

// records adds the record of a manual in the formats of programs that keep references.
func (s *Snapshot) records(b *site.Book, r *render.Renderer) {
	formats := map[string]func([]citation.Work) []byte{"bib": citation.BibTeX, "ris": citation.RIS, "csl": citation.CSLJSON}
	for _, e := range render.BookRecords {
		s.routes = append(s.routes, route{path: r.BookFile(b, e[1]), make: func() ([]byte, error) { return formats[e[0]]([]citation.Work{r.ManualWork(b)}), nil }, texts: noChapters, bare: true})
	}
}

// bookForm makes the forms of one book.
type bookForm struct {
	snapshot *Snapshot
	renderer *render.Renderer
	book     *site.Book
	base     string
	styles   *book.Styles // of all books of the site
}

// print is the address of the page for print.
func (f *bookForm) print() string { return site.Address(f.book.Manual.Path+"/print", f.book.Lang) }

// single is the page for print as one file.
func (f *bookForm) single(page []byte) ([]byte, error) {
	data, err := book.Single(page, book.SingleOptions{Page: f.print(), BaseURL: f.base, Styles: f.styles, Into: render.Blank(len(page)), Resource: func(name string) ([]byte, string, error) {
		data, err := f.snapshot.Render(name)
		mediaType, _, _ := strings.Cut(output.MediaType(name), ";")
		return data, mediaType, err
	}})
	return data, ignoreLinks(err)
}

// packedChapter is more than one chapter of an EPUB takes as a rule, with its share of the rest: 3 KB.
const packedChapter = 4 << 10

// epub is the manual as an EPUB.
func (f *bookForm) epub() ([]byte, error) {
	var out bytes.Buffer
	out.Grow(packedChapter * len(f.book.Chapters))
	err := f.values().WriteEPUB(&out)
	return out.Bytes(), ignoreLinks(err)
}

// ignoreLinks lets a book pass in which a link leads nowhere: what an author got wrong has been told as a problem of hers, and the
// preview shows the book nevertheless.
func ignoreLinks(err error) error {
	if errors.Is(err, book.ErrLink) {
		return nil
	}
	return err
}

// values are what an EPUB is made of.
func (f *bookForm) values() *book.Book {
	b, r := f.book, f.renderer
	work := r.ManualWork(b)
	words := func(key string) string { return r.Words.Text(key, b.Lang) }
	annotation, _ := b.Manual.Value("annotation", b.Lang)
	return &book.Book{
		ID: b.Manual.ID, Lang: b.Lang, Title: b.Page.Doc.Title, Subtitle: work.Subtitle, Authors: authorsOf(work),
		Publisher: work.Publisher, City: work.City, Year: work.Year, ISBN: work.ISBN, Identifier: work.URL,
		Makers: r.ManualMakers(b), Imprint: r.ManualImprint(b), Annotation: annotation.Text,
		Description: b.Page.Doc.Summary(), Subjects: f.texts("keywords"), Rights: f.rights(),
		Cover: coverOf(r, b), Modified: f.modified(work.Year),
		Labels: book.Labels{
			Contents: words("contents"), Cover: words("book.file.cover"), TitlePage: words("book.file.title"), Text: words("manual.read"),
			Notes: words("book.file.notes"), Summary: words("book.file.accessible"),
		},
		Chapters: f.chapters(), Resources: f.pictures(),
	}
}

// authorsOf are those who answer for a work.
func authorsOf(w citation.Work) []string {
	if w.Institution != "" {
		return []string{w.Institution}
	}
	names := w.Authors
	if len(names) == 0 {
		names = append(w.Compilers[:len(w.Compilers):len(w.Compilers)], w.Editors...)
	}
	var list []string
	for _, n := range names {
		list = append(list, strings.TrimSpace(n.Given+" "+n.Surname))
	}
	return list
}

func (f *bookForm) texts(field string) []string {
	v, _ := f.book.Manual.Value(field, f.book.Lang)
	var list []string
	for _, e := range v.Items {
		list = append(list, e.Text)
	}
	return list
}

func (f *bookForm) rights() string {
	if v, ok := f.book.Manual.Value("license_note", f.book.Lang); ok {
		return v.Text
	}
	return f.renderer.Site.Config.RightsLabel.In(f.book.Lang)
}

// modified is the moment of the last change as the content tells it: never the clock's, or the same content would give other bytes.
func (f *bookForm) modified(year int) string {
	if d := f.book.Manual.UK.Doc.Date("updated"); !d.IsZero() {
		return d.First().String()[:len("2026-01-02")] + "T00:00:00Z"
	}
	return strconv.Itoa(max(year, 1990)) + "-01-01T00:00:00Z"
}

// The files of a book below which its parts stand.
const (
	textFile     = "text"
	chapterFile  = "ch-"
	picturesPath = "pictures/"
)

func (f *bookForm) fileOf(page *site.Page) string {
	if page.Chapter == nil {
		return textFile
	}
	return chapterFile + page.Chapter.Item.ID
}

// form is how the texts of the book stand in an EPUB.
func (f *bookForm) form() *render.BookForm {
	return &render.BookForm{
		Place: func(page *site.Page, id string) string {
			address := f.fileOf(page) + ".xhtml"
			if id != "" {
				address += "#" + id
			}
			return address
		},
		List: func(name, id string) string { return name + ".xhtml#" + id },
		Outside: func(address string) string {
			if f.base == "" {
				return ""
			}
			return f.base + "/" + address
		},
		Picture: func(file render.File) string { return picturesPath + path.Base(file.Middle()) },
	}
}

func (f *bookForm) chapters() []book.Chapter {
	b, r, form := f.book, f.renderer, f.form()
	var list []book.Chapter
	if !b.Page.Doc.Body.Empty() {
		list = append(list, book.Chapter{ID: textFile, Title: r.Words.Text("book.about", b.Lang), Role: book.Front, Headings: headings(b.Page), XHTML: f.text(b.Page, form)})
	}
	roles := map[site.ChapterPlace]book.Role{site.InFront: book.Front, site.InClosing: book.Closing, site.InAppendix: book.Appendix}
	for _, c := range b.Chapters {
		list = append(list, book.Chapter{
			ID: chapterFile + c.Item.ID, Title: c.Page.Doc.Title, Label: r.ChapterLabel(c, b.Lang), Part: c.Part, Authors: r.ChapterMakers(c.Item, b.Lang), Role: roles[c.Place],
			Headings: headings(c.Page), XHTML: f.text(c.Page, form),
		})
	}
	for _, name := range r.BackLists(b) {
		list = append(list, book.Chapter{
			ID: name, Title: r.Words.Text("book."+name, b.Lang), Role: book.Role(name),
			XHTML: func() (string, error) { return r.BackText(b, name, form), nil },
		})
	}
	return list
}

func (f *bookForm) text(page *site.Page, form *render.BookForm) func() (string, error) {
	return func() (string, error) { return f.renderer.ChapterText(f.book, page, form), nil }
}

func headings(page *site.Page) []book.Heading {
	var list []book.Heading
	for i, h := range page.Doc.Body.Headings {
		list = append(list, book.Heading{Level: h.Level, ID: h.ID, Number: page.SectionOf(i), Title: h.Title})
	}
	return list
}

// pictures are the pictures of the book, each once, as they are published: stripped of all that they tell about their origin.
func (f *bookForm) pictures() []book.Resource {
	var list []book.Resource
	seen := map[string]bool{}
	for page := range f.book.Pages {
		for _, name := range page.Files {
			file, ok := f.renderer.Files[name]
			if !ok || seen[file.Middle()] || f.renderer.Site.Withheld(name) {
				continue
			}
			seen[file.Middle()] = true
			mediaType, _, _ := strings.Cut(output.MediaType(file.Middle()), ";")
			list = append(list, book.Resource{
				Path: picturesPath + path.Base(file.Middle()), MediaType: mediaType,
				Data: func() ([]byte, error) { return f.snapshot.Render(file.Middle()) },
			})
		}
	}
	return list
}

// coverOf is the drawn cover of a manual as a picture of its own.
func coverOf(r *render.Renderer, b *site.Book) []byte {
	if r.DrawBook == nil {
		return nil
	}
	svg := r.DrawBook(b.Page.Doc.Title, b.Manual.UK.Doc.Text("subtitle"), b.Manual.Kind.Name)
	at := strings.IndexByte(svg, '>')
	if at < 0 || !strings.HasPrefix(svg, "<svg") {
		return nil
	}
	return []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 400"><style>` + coverStyle(r.Site.Config.Accent) + `</style>` + svg[at+1:])
}

// themeAccent is the accent of a site that names none (assets/styles/tokens.css).
const themeAccent = "#1f5f6b"

// coverStyle gives a drawn cover the five inks of the theme (assets/styles/tokens.css): a file of its own has no style sheet beside it.
func coverStyle(accent string) string {
	if _, ok := parseColour(accent); !ok {
		accent = themeAccent
	}
	return ".c1{fill:#fdfcfa}.c2{fill:#efe2d2}.c3{fill:#e2a557}.c4{fill:" + accent + "}.c5{fill:#19212b}" +
		".drawn-type{font-family:serif;fill:#19212b}.drawn-type.on4{fill:#fff}.drawn-small{font-family:sans-serif}"
}
