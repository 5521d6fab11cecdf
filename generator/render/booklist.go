package render

import (
	"cmp"
	"html"
	"html/template"
	"regexp"
	"strings"

	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// ReferenceView is a work of the list of references.
type ReferenceView struct {
	Number int
	ID     string
	HTML   template.HTML
	Back   []Link // places where it is cited
}

// References are the works of the list of references.
func (v *BookView) References() []ReferenceView {
	list := make([]ReferenceView, len(v.book.Works))
	for i, w := range v.book.Works {
		list[i] = ReferenceView{Number: w.Number, ID: w.ID, HTML: recordHTML(w), Back: v.places(w.Places)}
	}
	return list
}

// recordHTML is a record with the name of its source in italics and with its addresses as links.
func recordHTML(w *site.Work) template.HTML {
	var b strings.Builder
	for _, span := range w.Spans() {
		text := linked(html.EscapeString(span.Text))
		if span.Source {
			text = "<i>" + text + "</i>"
		}
		b.WriteString(text)
	}
	return template.HTML(b.String()) // safe: escaped above
}

var address = regexp.MustCompile(`https?://[^\s<>\x{00A0}]*[^\s<>\x{00A0}.,;:)]`)

var digital = regexp.MustCompile(`DOI: (10\.[^\s<>\x{00A0}]*[^\s<>\x{00A0}.,;:)])`)

// linked makes links of the addresses and of the DOIs in escaped text; paper, which has them already, needs them no second time.
func linked(text string) string {
	if strings.Contains(text, "://") {
		text = address.ReplaceAllString(text, `<a href="$0" class="bare" rel="external noopener">$0</a>`)
	}
	if strings.Contains(text, "DOI: ") {
		text = digital.ReplaceAllString(text, `DOI: <a href="https://doi.org/$1" class="bare" rel="external noopener">$1</a>`)
	}
	return text
}

// places are links to places of the book, each called by its chapter.
func (v *BookView) places(places []site.Place) []Link {
	var list []Link
	for _, p := range places {
		list = append(list, Link{Title: v.placeName(p.Page), URL: v.placeURL(p)})
	}
	return list
}

func (v *BookView) placeName(p *site.Page) string {
	if p.Chapter == nil {
		return p.Doc.Title
	}
	return cmp.Or(v.label(p.Chapter), p.Doc.Title)
}

// placeURL is the address of a place.
func (v *BookView) placeURL(p site.Place) string {
	switch {
	case v.form != nil:
		return v.form.Place(p.Page, p.ID)
	case p.ID == "":
		return url(p.Page)
	}
	return url(p.Page) + "#" + p.ID
}

// GlossaryEntry is a term of the glossary with its meaning.
type GlossaryEntry struct {
	Term, ID string
	HTML     template.HTML
	Where    []Link
}

// Glossary are the terms that the manual defines, and those of the site's glossary that it uses.
func (v *BookView) Glossary() []GlossaryEntry {
	list := make([]GlossaryEntry, len(v.book.Glossary))
	for i, e := range v.book.Glossary {
		list[i] = GlossaryEntry{Term: e.Term, ID: e.ID, HTML: v.meaning(e), Where: v.places(e.Places)}
	}
	return list
}

// meaning is what a term means: as the manual defines it, else in the words of the site's glossary.
func (v *BookView) meaning(e *site.Entry) template.HTML {
	if e.Item == nil {
		return v.definition(e)
	}
	card := v.r.card(e.Item, v.lang)
	text, address := html.EscapeString(card.Summary()), card.URL()
	if v.form != nil {
		address = v.form.Outside(strings.TrimPrefix(address, root))
	}
	if address != "" {
		text += ` <a href="` + html.EscapeString(address) + `">` + html.EscapeString(v.T("book.term.more")) + `</a>`
	}
	return template.HTML("<p>" + text + "</p>") // safe: escaped above
}

// definition is what follows a term in its list of definitions: <dt id="…">…</dt><dd>…</dd>.
func (v *BookView) definition(e *site.Entry) template.HTML {
	page := e.At.Page
	whole := page.Text()
	text := whole.HTML()
	term := strings.Index(text, ` id="`+html.EscapeString(e.At.ID)+`"`)
	if term < 0 {
		return ""
	}
	from := strings.Index(text[term:], "<dd>")
	if from < 0 {
		return ""
	}
	from += term + len("<dd>")
	f := filler{reader: reader{v.r, page.Doc.Lang}, page: page, whole: whole, book: v.book, form: v.form, prefix: "_" + e.ID + "-"}
	if f.form == nil {
		f.form = v.elsewhere()
	}
	f.fill(text, from, from+endOf(text[from:], "dd"))
	return template.HTML(f.b.String()) // safe: made by package markdown
}

// elsewhere is the form of a piece of a text that is shown on another page of the site.
func (v *BookView) elsewhere() *BookForm {
	return &BookForm{
		Place:   func(page *site.Page, id string) string { return v.placeURL(site.Place{Page: page, ID: id}) },
		List:    func(name, id string) string { return v.r.bookURL(v.book, name) + "#" + id },
		Outside: func(address string) string { return root + address },
		Picture: func(f File) string { return root + f.Path },
	}
}

// endOf is the offset of the end tag of an element whose start tag stands before the text.
func endOf(text, name string) int {
	depth := 0
	for at := 0; ; {
		i := strings.IndexByte(text[at:], '<')
		if i < 0 {
			return len(text)
		}
		at += i
		switch rest := text[at:]; {
		case strings.HasPrefix(rest, "</"+name+">"):
			if depth == 0 {
				return at
			}
			depth--
		case strings.HasPrefix(rest, "<"+name+">"), strings.HasPrefix(rest, "<"+name+" "):
			depth++
		}
		at++
	}
}

// TermGroup are the terms of the index under one letter.
type TermGroup struct {
	Letter, ID string
	Entries    []TermEntry
}

// TermEntry is a term of the index with its places.
type TermEntry struct {
	Term   string
	ID     string
	Places []Link
}

// Terms are the index of terms by letters.
func (v *BookView) Terms() []TermGroup {
	var groups []TermGroup
	at := map[string]int{}
	for _, e := range v.book.Terms {
		letter := ukrainian.Initial(e.Term)
		if letter == "A–Z" {
			letter = latinInitial(e.Term)
		}
		letter = cmp.Or(letter, "…")
		i, ok := at[letter]
		if !ok {
			i = len(groups)
			at[letter] = i
			groups = append(groups, TermGroup{Letter: letter, ID: letterID(letter)})
		}
		groups[i].Entries = append(groups[i].Entries, TermEntry{Term: e.Term, ID: e.ID, Places: v.places(e.Places)})
	}
	return groups
}
