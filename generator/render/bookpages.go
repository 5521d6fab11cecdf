package render

import (
	"html/template"

	"github.com/som-hub/vitryna/generator/site"
)

// BookPage is a page below a manual: the whole of it for print, its list of references, its glossary, its index of terms. What the
// manual's card has, it has too.
type BookPage struct {
	*Card
	inFrame

	book *BookView
	page *site.Page
}

// bookPages are the names of the pages below a manual.
var bookPages = []string{"print", "references", "glossary", "terms"}

// books adds the pages below the manuals.
func (p *pageList) books(manual *site.Item) {
	languages := languagesOf(manual.Versions)
	for _, lang := range languages {
		b := manual.Book(lang)
		if b == nil || b.Manual != manual {
			return
		}
		filled := map[string]int{"print": len(b.Chapters), "references": len(b.Works), "glossary": len(b.Glossary), "terms": len(b.Terms)}
		for _, name := range bookPages {
			if filled[name] == 0 {
				continue
			}
			p.add(manual.Path+"/"+name, p.having(manual, languages, name), lang, nil, func() ([]byte, error) { return p.r.bookPage(b, name, lang) })
			page := &p.pages[len(p.pages)-1]
			page.Book, page.Indexed, page.Texts = name, name != "print", TextsOf(manual) // every chapter stands there already
		}
	}
}

// having are the languages in which a manual has a page of that name: a list may be empty in one of them.
func (p *pageList) having(manual *site.Item, languages []string, name string) []string {
	var having []string
	for _, lang := range languages {
		b := manual.Book(lang)
		filled := map[string]int{"print": len(b.Chapters), "references": len(b.Works), "glossary": len(b.Glossary), "terms": len(b.Terms)}
		if filled[name] > 0 {
			having = append(having, lang)
		}
	}
	return having
}

func (r *Renderer) bookPage(b *site.Book, name, lang string) ([]byte, error) {
	path := b.Manual.Path + "/" + name
	f := r.frame(lang, "book", path, languagesOf(b.Manual.Versions)...)
	f.Title, f.KindName = f.T("book.page."+name, b.Page.Doc.Title), b.Manual.Kind.Name
	f.Breadcrumbs = append(r.itemCrumbs(&f, b.Manual), f.itemLink(b.Manual))
	view := &BookPage{Card: r.card(b.Manual, lang), inFrame: inFrame{&f}, book: r.bookView(b, lang), page: b.Page}
	view.book.at = root + site.Address(path, lang)
	if name == "print" {
		f.Robots = "noindex"
		view.book.form, view.book.print = printForm(), true
	}
	return r.execute(r.layouts.pages["manual/"+name], view, site.Address(path, lang))
}

// printForm is the page for print: ids bear the chapter's before them, and links to other chapters lead to their places on this page.
func printForm() *BookForm {
	return &BookForm{
		Prefix:  func(page *site.Page) string { return printAnchor(page, "") + "_" },
		Place:   func(page *site.Page, id string) string { return "#" + printAnchor(page, id) },
		List:    func(_, id string) string { return "#" + id },
		Outside: func(address string) string { return root + address },
		Picture: func(f File) string { return root + f.Middle() },
		HTML:    true,
	}
}

// printAnchor is the id of a place of a page of the manual on the page for print; of the whole page its own. Ids of the page for print
// itself begin with an underscore or end in none of these; no chapter's has an underscore, so that «setup» in «printing» is not the
// chapter «printing-setup».
func printAnchor(page *site.Page, id string) string {
	name := "_text"
	if page.Chapter != nil {
		name = "ch-" + page.Chapter.Item.ID
	}
	if id != "" {
		name += "_" + id
	}
	return name
}

// Middle is the path of a picture in a size that is large enough for a book.
func (f File) Middle() string {
	if len(f.Sizes) > 1 {
		return f.Sizes[len(f.Sizes)/2].Path
	}
	return f.Path
}

// Title is the page's own title, Lang its language.
func (p *BookPage) Title() string { return p.Frame.Title }

// Lang is the language of the page.
func (p *BookPage) Lang() string { return p.Frame.Lang }

// Book is the manual as a book.
func (p *BookPage) Book() *BookView { return p.book }

// Body is the manual's own text, on the page for print.
func (p *BookPage) Body() template.HTML {
	if !p.book.print {
		return ""
	}
	return template.HTML(p.Card.r.ChapterText(p.book.book, p.page, p.book.form)) // safe: made by package markdown
}

// Manual is the card of the manual.
func (p *BookPage) Manual() *Card { return p.Card }

// Fields are the fields of the manual that stand and may be shown.
func (p *BookPage) Fields() []FieldView {
	return (&ItemPage{Card: p.Card, inFrame: p.inFrame, page: p.page}).Fields()
}
