package render

import (
	"html/template"
	"slices"
	"sync"

	"github.com/som-hub/vitryna/generator/site"
)

// BookView is a manual as a book, as its pages show it.
type BookView struct {
	reader
	book *site.Book
	at   string // address of the page it is shown on
	page *site.Page

	form   *BookForm   // of a form of the whole book; nil on pages of the site
	print  bool        // the chapters have their texts
	beside []BookGroup // what stands at the side of a page of a long book; nil elsewhere
}

// BookGroup are chapters that stand together: front, chapters, part, appendices, or back for the lists behind the text.
type BookGroup struct {
	Kind, Title string
	Chapters    []ChapterView
}

// ChapterView is a chapter in the contents of its book.
type ChapterView struct {
	Title, Label, Number, URL, ID, Authors string
	Minutes                                int
	Current                                bool

	page  *site.Page // nil of the lists behind the text
	print *BookView  // where the chapters have their texts; nil elsewhere
}

// Body is the text of the chapter, on the print page only. It is made whenever it is asked for.
func (c ChapterView) Body() template.HTML {
	if c.print == nil || c.page == nil {
		return ""
	}
	return template.HTML(c.print.r.ChapterText(c.print.book, c.page, c.print.form)) // safe: made by package markdown
}

// Makers are the chapter's own authors with their posts, on the print page only; "" where it has none.
func (c ChapterView) Makers() string {
	if c.print == nil || c.page == nil {
		return ""
	}
	return c.print.r.ChapterMakers(c.page.Item, c.print.lang)
}

// HeadingView is a heading of a text, levels 2 and 3.
type HeadingView struct {
	Level             int
	ID, Number, Title string
	URL               string
}

// Book is the manual as a book, or the book whose chapter the item is; nil of anything else. On a card no chapter is the current one.
func (c *Card) Book() *BookView { return c.r.bookView(c.item.Book(c.lang), c.lang) }

// Book is the manual as a book on its own page and those of its chapters; nil elsewhere.
func (p *ItemPage) Book() *BookView {
	v := p.Card.Book()
	if v != nil {
		v.at, v.page = p.URL(), p.page
	}
	return v
}

func (r *Renderer) bookView(b *site.Book, lang string) *BookView {
	if b == nil {
		return nil
	}
	return &BookView{reader: reader{r, lang}, book: b}
}

// bookURL is the address of a page below a manual: references, print …. Where the manual is not translated, it is that of the Ukrainian book.
func (r *Renderer) bookURL(b *site.Book, name string) string {
	return root + site.Address(b.Manual.Path+"/"+name, b.Page.Doc.Lang)
}

// bookParts are what all views of a book share; they are made once.
type bookParts struct {
	once    sync.Once
	groups  []BookGroup
	minutes int
}

type bookKey struct {
	book *site.Book
	lang string
	turn uint64 // of the texts: how long they take to read is among the parts
}

func (v *BookView) parts() *bookParts {
	kept, _ := v.r.books.LoadOrStore(bookKey{v.book, v.lang, v.r.Site.Turn()}, &bookParts{})
	p := kept.(*bookParts)
	p.once.Do(func() { p.groups, p.minutes = v.makeGroups() })
	return p
}

func (v *BookView) makeGroups() (groups []BookGroup, minutes int) {
	names := map[site.ChapterPlace]string{site.InFront: "front", site.InBody: "chapters", site.InClosing: "closing", site.InAppendix: "appendices"}
	for i, c := range v.book.Chapters {
		kind, title := names[c.Place], ""
		switch {
		case c.Place == site.InAppendix:
			title = v.T("book.appendices")
		case c.Place == site.InBody && c.Part != "":
			kind, title = "part", c.Part
		}
		if i == 0 || v.book.Chapters[i-1].Place != c.Place || kind == "part" {
			groups = append(groups, BookGroup{Kind: kind, Title: title})
		}
		group := &groups[len(groups)-1]
		view := v.chapter(c)
		minutes += view.Minutes
		group.Chapters = append(group.Chapters, view)
	}
	var back []ChapterView
	for _, name := range v.r.BackLists(v.book) {
		back = append(back, ChapterView{Title: v.T("book." + name), URL: v.listURL(name), ID: name})
	}
	if len(back) > 0 {
		groups = append(groups, BookGroup{Kind: "back", Chapters: back})
	}
	return groups, minutes
}

func (v *BookView) chapter(c *site.Chapter) ChapterView {
	return ChapterView{
		Title: c.Page.Doc.Title, Label: v.label(c), Number: c.Number, URL: url(c.Page), ID: c.Item.ID,
		Authors: v.r.card(c.Item, v.lang).Text("authors"), Minutes: MinutesOf(c.Page), page: c.Page,
	}
}

// label is «Розділ 2», «Додаток А»; "" of what bears no number.
func (v *BookView) label(c *site.Chapter) string { return v.r.ChapterLabel(c, v.lang) }

// ChapterLabel is «Розділ 2», «Додаток А»; "" of what bears no number.
func (r *Renderer) ChapterLabel(c *site.Chapter, lang string) string {
	rd := reader{r, lang}
	switch c.Place {
	case site.InBody:
		return rd.T("book.chapter", c.Number)
	case site.InAppendix:
		return rd.T("book.appendix", c.Number)
	}
	return ""
}

// Headings are those of the chapter. Only the contents of the whole book show them, so they are made when they are asked for.
func (c ChapterView) Headings() []HeadingView {
	if c.page == nil {
		return nil
	}
	return headings(c.page, c.URL)
}

// headings are the headings of levels 2 and 3 of a page that has that address.
func headings(page *site.Page, address string) []HeadingView {
	list := make([]HeadingView, 0, len(page.Doc.Body.Headings))
	for i, h := range page.Doc.Body.Headings {
		if h.Level <= 3 {
			list = append(list, HeadingView{Level: h.Level, ID: h.ID, Number: page.SectionOf(i), Title: h.Title, URL: address + "#" + h.ID})
		}
	}
	return list
}

// Groups are the chapters as the contents show them.
func (v *BookView) Groups() []BookGroup {
	if v.beside != nil {
		return v.beside
	}
	shared := v.parts().groups
	if v.at == "" && !v.print {
		return shared
	}
	groups := slices.Clone(shared)
	for i := range groups {
		g := &groups[i]
		g.Chapters = slices.Clone(g.Chapters)
		for j := range g.Chapters {
			c := &g.Chapters[j]
			c.Current = c.URL == v.at
			if v.print {
				c.print = v
			}
		}
	}
	return groups
}

// Chapters are all chapters in their order, without the lists behind them.
func (v *BookView) Chapters() []ChapterView {
	var list []ChapterView
	for _, g := range v.Groups() {
		if g.Kind != "back" {
			list = append(list, g.Chapters...)
		}
	}
	return list
}

// Minutes is the time that reading all of it takes.
func (v *BookView) Minutes() int { return v.parts().minutes }

// Position is where in the book a chapter stands: «розділ 3 з 12»; "" elsewhere.
func (v *BookView) Position() string {
	if v.page == nil || v.page.Chapter == nil || v.page.Chapter.Place != site.InBody {
		return ""
	}
	return v.T("book.position", v.page.Chapter.Number, v.book.Last)
}

// Label is that of the chapter shown: «Розділ 2»; "" elsewhere.
func (v *BookView) Label() string {
	if v.page == nil || v.page.Chapter == nil {
		return ""
	}
	return v.label(v.page.Chapter)
}

// listURL is the address of one of the lists behind the text; "" where it is empty.
func (v *BookView) listURL(name string) string {
	n := map[string]int{"references": len(v.book.Works), "glossary": len(v.book.Glossary), "terms": len(v.book.Terms)}[name]
	if n == 0 {
		return ""
	}
	return v.r.bookURL(v.book, name)
}

// BackLists are the names of the lists behind the text of a book that are not empty.
func (r *Renderer) BackLists(b *site.Book) []string {
	var names []string
	for _, name := range []string{"references", "glossary", "terms"} {
		if (&BookView{reader: reader{r, b.Lang}, book: b}).listURL(name) != "" {
			names = append(names, name)
		}
	}
	return names
}

// ReferencesURL leads to the list of references; "" where there is none.
func (v *BookView) ReferencesURL() string { return v.listURL("references") }

// GlossaryURL leads to the glossary; "" where there is none.
func (v *BookView) GlossaryURL() string { return v.listURL("glossary") }

// TermsURL leads to the index of terms; "" where there is none.
func (v *BookView) TermsURL() string { return v.listURL("terms") }

// PrintURL leads to the whole manual on one page; "" where it has no chapters.
func (v *BookView) PrintURL() string {
	if len(v.book.Chapters) == 0 {
		return ""
	}
	return v.r.bookURL(v.book, "print")
}

// FormLink is a form in which the whole book can be had: print, epub, html or pdf.
type FormLink struct{ Name, URL, Size string }

// Forms are the forms of the whole book.
func (v *BookView) Forms() []FormLink {
	var list []FormLink
	if print := v.PrintURL(); print != "" {
		file := root + v.r.BookFile(v.book, "")
		list = append(list, FormLink{Name: "print", URL: print}, FormLink{Name: "epub", URL: file + ".epub"}, FormLink{Name: "html", URL: file + ".html"})
	}
	if pdf, ok := v.book.Manual.UK.Doc.Value("pdf"); ok {
		if f, ok := v.r.Files[siblingFile(v.book.Manual, pdf.Text)]; ok {
			list = append(list, FormLink{Name: "pdf", URL: root + f.Path, Size: v.size(f.Size)})
		}
	}
	return list
}

// BookFile is the path of a file of the whole book: manuals/m1/m1.epub.
func (r *Renderer) BookFile(b *site.Book, ending string) string {
	return site.Address(b.Manual.Path, b.Page.Doc.Lang) + b.Manual.ID + ending
}

// BookExport is the record of the manual as a file: bib, ris or csl.
type BookExport struct{ Name, URL string }

// BookRecords are the names and the endings of the files with a manual's own record.
var BookRecords = [][2]string{{"bib", ".bib"}, {"ris", ".ris"}, {"csl", ".csl.json"}}

// Exports are the files with the record of the manual, for programs that keep references.
func (v *BookView) Exports() []BookExport {
	var list []BookExport
	for _, e := range BookRecords {
		list = append(list, BookExport{e[0], root + v.r.BookFile(v.book, e[1])})
	}
	return list
}

// Citation is how to cite the manual, by ДСТУ 8302:2015.
func (v *BookView) Citation() string {
	work := v.r.ManualWork(v.book)
	work.URL = ""
	return work.Record()
}

// CitationURL is the address of the manual on the web, to be added to the record; "" without base_url.
func (v *BookView) CitationURL() string { return v.r.ManualWork(v.book).URL }

// MinutesOf is the time that reading a page takes: as its author says, else by its words.
func MinutesOf(page *site.Page) int {
	if page.Item != nil {
		if v, ok := page.Item.UK.Doc.Value("minutes"); ok && page.Item.Kind.Name == "chapter" {
			return int(v.Number)
		}
	}
	return (page.Text().Words + wordsAMinute - 1) / wordsAMinute
}
