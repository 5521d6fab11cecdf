package render

import (
	"html"
	"html/template"
	"path"
	"strconv"
	"strings"

	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// body fills the holes of a page's text and explains its abbreviations.
func (r *Renderer) body(page *site.Page) template.HTML {
	text := page.Text()
	html := text.HTML()
	gloss := r.gloss(page, html)
	if len(text.Holes) == 0 && gloss == nil {
		return template.HTML(html) // safe: made by package markdown, which lets no raw HTML through
	}
	f := filler{reader: reader{r, page.Doc.Lang}, page: page, whole: text, gloss: gloss}
	f.fill(html, 0, len(html))
	return template.HTML(f.b.String()) // safe: see above
}

// filler writes the text of a page with its holes filled.
type filler struct {
	reader
	page  *site.Page
	whole *site.Body // the page's text
	gloss *gloss
	b     strings.Builder

	book   *site.Book // in a form of the whole of it
	form   *BookForm  // nil on the page itself
	prefix string     // before every id
	notes  bool       // the tag that is prefixed is that of the notes
	words  bool       // the link that is open leads nowhere here: its words alone are shown
}

// fill writes the text of the page between two offsets; html is the whole of it.
func (f *filler) fill(html string, from, to int) {
	text := f.whole
	f.b.Grow((to - from) + 64*len(text.Holes))
	for i, hole := range text.Holes {
		if hole.At < from {
			continue
		}
		if hole.At > to {
			break
		}
		f.write(html[from:hole.At])
		from = hole.At
		f.gloss.linked(hole.Kind)
		switch hole.Kind {
		case site.HoleLinkOpen:
			f.openLink(hole.Index)
			if text.Bare(i) {
				f.text(f.nameOf(f.page.Targets[hole.Index]))
			}
		case site.HoleLinkClose:
			f.closeLink()
		case site.HolePicture:
			f.picture(hole.Index)
		case site.HoleHeading:
			if n := f.page.SectionOf(hole.Index); n != "" {
				f.b.WriteString(`<span class="heading-number">` + n + `</span> `)
			}
		case site.HoleNumber:
			f.number(hole.Index)
		case site.HoleCite:
			f.cite(hole.Index)
		}
	}
	f.write(html[from:to])
}

// write writes a piece of the text between two holes.
func (f *filler) write(piece string) {
	if f.prefix != "" {
		f.prefixIDs(piece)
		return
	}
	f.gloss.write(&f.b, piece)
}

func (f *filler) text(s string) { f.b.WriteString(html.EscapeString(s)) }

// id is an id of the text as it stands here.
func (f *filler) id(name string) string { return html.EscapeString(f.prefix + name) }

// address is where a link leads; "" where it cannot be followed here.
func (f *filler) address(t site.Target) string {
	switch {
	case t == (site.Target{}):
		return ""
	case f.form == nil:
		return f.r.href(f.page, t)
	case inside(f.book, t.Page):
		return f.form.Place(t.Page, t.Anchor)
	case t.URL != "":
		return t.URL
	}
	return f.form.Outside(strings.TrimPrefix(f.r.href(f.page, t), root))
}

func (f *filler) openLink(index int) {
	target := f.page.Targets[index]
	address := f.address(target)
	if f.words = address == ""; f.words {
		f.b.WriteString(`<span>`)
		return
	}
	f.b.WriteString(`<a href="` + html.EscapeString(address) + `"`)
	if title := f.page.Doc.Body.Links[index].Title; title != "" {
		f.b.WriteString(` title="` + html.EscapeString(title) + `"`)
	}
	switch {
	case target.URL != "" && !strings.HasPrefix(target.URL, "mailto:") && !strings.HasPrefix(target.URL, "tel:"):
		if link := f.page.Doc.Body.Links[index]; link.Text == link.Dest {
			f.b.WriteString(` class="bare"`) // its address is its text: paper needs it no second time
		}
		f.b.WriteString(` rel="external noopener"`)
	case target.Page != nil && target.Page.Doc.Lang != f.page.Doc.Lang:
		f.b.WriteString(` hreflang="` + target.Page.Doc.Lang + `"`)
	case target.File != "":
		f.b.WriteString(` class="file"`)
	}
	f.b.WriteString(`>`)
}

func (f *filler) closeLink() {
	if f.words {
		f.b.WriteString("</span>")
		return
	}
	f.b.WriteString("</a>")
}

// nameOf is what a link without a text is called: «рис. 2.1», «розділ 2», a title.
func (f *filler) nameOf(t site.Target) string {
	switch {
	case t.Section != nil:
		return f.sectionTitle(t.Section)
	case t.URL != "":
		return shortURL(t.URL)
	case t.Page == nil:
		return "…"
	case t.Anchor == "":
		return f.pageName(t.Page)
	}
	if i := t.Page.NumberedAt(t.Anchor); i >= 0 && t.Page.NumberOf(i) != "" {
		return f.T(numberedWords[t.Page.Doc.Body.Numbered[i].Kind].link, t.Page.NumberOf(i))
	}
	if n := t.Page.SectionOf(t.Page.HeadingAt(t.Anchor)); n != "" {
		return f.T("book.link.section", n)
	}
	if title := t.Page.TitleAt(t.Anchor); title != "" {
		return title
	}
	switch c := t.Page.ClauseAt(t.Anchor); {
	case c == nil:
		return f.pageName(t.Page)
	case t.Page == f.page:
		return f.T("document.link.clause", c.N)
	default:
		return f.pageName(t.Page) + ", " + f.T("document.link.clause", c.N)
	}
}

// pageName is the label of a chapter of the same manual, or the title.
func (f *filler) pageName(p *site.Page) string {
	if c := p.Chapter; c != nil && f.page.Book != nil && f.page.Book.Manual == p.Book.Manual {
		switch c.Place {
		case site.InBody:
			return f.T("book.link.chapter", c.Number)
		case site.InAppendix:
			return f.T("book.link.appendix", c.Number)
		}
	}
	return p.Doc.Title
}

// numberedWords are the keys of the words for what is numbered: before a caption, and as the text of a link.
var numberedWords = map[site.NumberedKind]struct{ label, link string }{
	site.NumberedFigure:   {"book.figure", "book.link.figure"},
	site.NumberedTable:    {"book.table", "book.link.table"},
	site.NumberedFormula:  {"book.formula", "book.link.formula"},
	site.NumberedExercise: {"book.exercise", "book.link.exercise"},
}

// number writes the label of a table, a formula or an exercise.
func (f *filler) number(index int) {
	n := f.page.NumberOf(index)
	if n == "" {
		return
	}
	numbered := f.page.Doc.Body.Numbered[index]
	label := f.T(numberedWords[numbered.Kind].label, n)
	switch {
	case numbered.Kind == site.NumberedExercise:
		f.text("\u00a0" + label)
	case numbered.Kind == site.NumberedTable && numbered.Title != "":
		f.b.WriteString(`<span class="caption-number">` + html.EscapeString(label) + `.</span> `)
	default:
		f.text(label)
	}
}

// cite writes «[3, с. 15; 7]», each work as a link to the list of references.
func (f *filler) cite(index int) {
	works := f.page.Doc.Body.Cites[index].Works
	id := f.id(site.CiteID(index))
	if len(works) == 1 {
		f.citedWork(works[0], `id="`+id+`" `, "[", "]")
		return
	}
	f.b.WriteString(`<span class="cites" id="` + id + `">[`)
	for i, w := range works {
		if i > 0 {
			f.b.WriteString("; ")
		}
		f.citedWork(w, "", "", "")
	}
	f.b.WriteString(`]</span>`)
}

func (f *filler) citedWork(cited site.CitedWork, attribute, before, behind string) {
	var work *site.Work
	if f.page.Book != nil {
		work = f.page.Book.Work(cited.Key)
	}
	if work == nil { // E-CITE says so
		f.b.WriteString(`<span ` + attribute + `class="cite">` + before + "?" + behind + `</span>`)
		return
	}
	address := ""
	if f.form != nil {
		address = f.form.List("references", work.ID)
	} else {
		address = f.r.bookURL(f.page.Book, "references") + "#" + work.ID
	}
	f.b.WriteString(`<a ` + attribute + `class="cite" href="` + html.EscapeString(address) + `">` + before)
	f.text(strconv.Itoa(work.Number))
	if cited.Where != "" {
		f.text(", " + cited.Where)
	}
	f.b.WriteString(behind + `</a>`)
}

// picture writes a picture of the text, in a <figure> where it stands alone. In a manual a figure with a caption or an id bears a number.
// The first picture of a page without a cover is not kept waiting.
func (f *filler) picture(index int) {
	p := f.page.Doc.Body.Pictures[index]
	if f.r.Site.Withheld(f.page.Files[index]) {
		f.b.WriteString(f.r.withheldPicture(f.page.Doc.Lang))
		return
	}
	file, ok := f.r.Files[f.page.Files[index]]
	if f.r.Site.Withheld(f.page.Files[index]) {
		f.b.WriteString(f.r.withheldPicture(f.page.Doc.Lang))
		return
	}
	if !ok {
		f.b.WriteString(`<span class="missing">` + html.EscapeString(p.Alt) + `</span>`)
		return
	}
	if p.Figure {
		f.b.WriteString(`<figure`)
		if p.ID != "" {
			f.b.WriteString(` id="` + f.id(p.ID) + `"`)
		}
		f.b.WriteString(`>`)
	}
	f.image(file, p.Alt, index == 0)
	if p.Figure {
		f.caption(p)
		f.b.WriteString(`</figure>`)
	}
}

func (f *filler) image(file File, alt string, first bool) {
	if f.form != nil {
		end := ` />`
		if f.form.HTML {
			end = `>`
		}
		f.b.WriteString(`<img src="` + html.EscapeString(f.form.Picture(file)) + `" alt="` + html.EscapeString(alt) + `"` + end)
		return
	}
	view := picture(file, alt)
	_, covered := f.page.Doc.Value("cover")
	view.Eager = first && !covered
	view.write(&f.b)
}

// caption writes «Рис. 2.1. Підпис», or what there is of it.
func (f *filler) caption(p site.Picture) {
	n := f.page.NumberOf(p.Number - 1)
	if n == "" && p.Caption == "" {
		return
	}
	f.b.WriteString(`<figcaption>`)
	if n != "" {
		label := f.T("book.figure", n)
		if p.Caption != "" {
			label += "."
		}
		f.b.WriteString(`<span class="caption-number">` + html.EscapeString(label) + `</span>`)
		if p.Caption != "" {
			f.b.WriteString(" ")
		}
	}
	f.text(p.Caption)
	f.b.WriteString(`</figcaption>`)
}

// href is the address of what a link of a page leads to.
func (r *Renderer) href(page *site.Page, t site.Target) string {
	anchor := ""
	if t.Anchor != "" {
		anchor = "#" + t.Anchor
	}
	switch {
	case t.URL != "":
		return t.URL
	case t.Page == page && anchor != "":
		return anchor
	case t.Page != nil:
		return url(t.Page) + anchor
	case t.Section != nil:
		return reader{r, page.Doc.Lang}.Link(t.Section.Kind.Section)
	case t.File != "":
		return r.fileURL(t.File)
	}
	return root + t.Path + anchor
}

// siblingFile is a file in an item's folder.
func siblingFile(item *site.Item, name string) string {
	return ukrainian.Normalise(path.Join(path.Dir(item.UK.Doc.File), name))
}
