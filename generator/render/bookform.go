package render

import (
	"html"
	"strconv"
	"strings"

	"github.com/som-hub/vitryna/generator/site"
)

// BookForm says how the texts of a book stand in a form of the whole of it: where links lead, and what ids are.
type BookForm struct {
	Prefix  func(page *site.Page) string            // before every id of a page's text; nil leaves them as they are
	Place   func(page *site.Page, id string) string // the address of a place of the book; id "" is the whole page; required
	List    func(name, id string) string            // the address of an entry of references or glossary; required
	Outside func(address string) string             // of what the site has beyond the book, from its root, or of a file; "" leaves words without a link; required
	Picture func(f File) string                     // required
	HTML    bool                                    // the text will stand in a page of HTML; else it has to be well-formed XML
}

// ChapterText is the text of a page of a book for a form of it: XHTML without the title.
func (r *Renderer) ChapterText(b *site.Book, page *site.Page, form *BookForm) string {
	f := filler{reader: reader{r, page.Doc.Lang}, page: page, whole: page.Text(), book: b, form: form}
	if form.Prefix != nil {
		f.prefix = form.Prefix(page)
	}
	html := f.whole.HTML()
	f.fill(html, 0, len(html))
	return f.b.String()
}

// BackText is a list behind the text of a book for a form of it: references, glossary or terms, as XHTML without the title.
func (r *Renderer) BackText(b *site.Book, name string, form *BookForm) string {
	v := r.bookView(b, b.Page.Doc.Lang)
	v.form = form
	var out strings.Builder
	switch name {
	case "references":
		out.WriteString(`<ol class="references">`)
		for _, w := range v.References() {
			out.WriteString(`<li id="` + html.EscapeString(w.ID) + `" value="` + strconv.Itoa(w.Number) + `">` + string(w.HTML))
			writePlaces(&out, w.Back)
			out.WriteString(`</li>`)
		}
		out.WriteString(`</ol>`)
	case "glossary":
		out.WriteString(`<dl class="glossary">`)
		for _, e := range v.Glossary() {
			out.WriteString(`<dt id="` + html.EscapeString(e.ID) + `">` + html.EscapeString(e.Term) + `</dt><dd>` + string(e.HTML))
			writePlaces(&out, e.Where)
			out.WriteString(`</dd>`)
		}
		out.WriteString(`</dl>`)
	case "terms":
		for _, g := range v.Terms() {
			out.WriteString(`<h2 id="` + html.EscapeString(g.ID) + `">` + html.EscapeString(g.Letter) + `</h2><ul class="terms">`)
			for _, e := range g.Entries {
				out.WriteString(`<li id="` + html.EscapeString(e.ID) + `">` + html.EscapeString(e.Term))
				writePlaces(&out, e.Places)
				out.WriteString(`</li>`)
			}
			out.WriteString(`</ul>`)
		}
	}
	return out.String()
}

// writePlaces writes links to places of the book in one line.
func writePlaces(b *strings.Builder, places []Link) {
	if len(places) == 0 {
		return
	}
	b.WriteString(` <span class="places">(`)
	for i, p := range places {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(`<a href="` + html.EscapeString(p.URL) + `">` + html.EscapeString(p.Title) + `</a>`)
	}
	b.WriteString(`)</span>`)
}

// inside tells that a page stands in the book.
func inside(b *site.Book, page *site.Page) bool {
	return page != nil && page.Item != nil && page.Item.Book(b.Lang) == b && page.Item.Best(b.Lang) == page
}

// prefixIDs writes a piece of a text with a prefix before every id and every reference to one on the same page. Pieces begin and end
// outside of tags.
func (f *filler) prefixIDs(text string) {
	for at := 0; ; {
		open := strings.IndexByte(text[at:], '<')
		if open < 0 {
			f.b.WriteString(text)
			return
		}
		at += open
		end := at + tagEnd(text[at:])
		if strings.IndexByte(text[at:end], '"') >= 0 {
			f.b.WriteString(text[:at])
			f.prefixTag(text[at:end])
			text, end = text[end:], 0
		}
		at = end
	}
}

// tagEnd is the offset behind the tag that a text begins with; a > inside of quotes ends none.
func tagEnd[Text string | []byte](text Text) int {
	quoted := false
	for i := range len(text) {
		switch {
		case text[i] == '"':
			quoted = !quoted
		case text[i] == '>' && !quoted:
			return i + 1
		}
	}
	return len(text)
}

func (f *filler) prefixTag(tag string) {
	b := &f.b
	f.notes = false
	for {
		at := strings.Index(tag, `="`)
		if at < 0 {
			b.WriteString(tag)
			return
		}
		name := tag[strings.LastIndexByte(tag[:at], ' ')+1 : at]
		b.WriteString(tag[:at+2])
		tag = tag[at+2:]
		end := strings.IndexByte(tag, '"')
		if end < 0 {
			b.WriteString(tag)
			return
		}
		b.WriteString(f.prefixed(name, tag[:end]))
		tag = tag[end:]
	}
}

// prefixed is the value of an attribute with the prefix before the ids in it.
func (f *filler) prefixed(name, value string) string {
	switch name {
	case "id":
		return f.prefix + value
	case "href":
		if id, ok := strings.CutPrefix(value, "#"); ok {
			return f.form.Place(f.page, id)
		}
	case "aria-labelledby", "aria-describedby", "headers", "for", "data-worksheet":
		ids := strings.Fields(value)
		for i := range ids {
			ids[i] = f.prefix + ids[i]
		}
		return strings.Join(ids, " ")
	case "role":
		f.notes = value == "doc-endnotes"
	case "aria-label":
		if f.notes && f.page.Chapter != nil { // every chapter has some, and each group of them is a landmark: it is named by its chapter
			return html.EscapeString(f.page.Doc.Title) + ": " + value
		}
	}
	return value
}
