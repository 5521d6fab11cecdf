package render

import (
	"bytes"
	"html/template"
	"strings"

	"github.com/som-hub/vitryna/generator/site"
)

// side is the contents of a book at the side of one of its pages: the shared template book-side, which is executed once for the book,
// and in which the page's own entry is marked, its part unfolded, and its headings put below. Executed for
// every chapter anew, the contents would cost more than the chapter. A long book has one for each of its runs (see [runOf]).
func (r *Renderer) side(manual *Card, run int, address string, headings template.HTML) (template.HTML, error) {
	dot := any(manual)
	if run != 0 {
		dot = besideCard{manual, run}
	}
	kept, err := r.keep(keptKey{name: "book-side", lang: manual.lang, owner: manual.item, run: run, turn: r.Site.Turn()}, dot)
	if err != nil {
		return "", err
	}
	html, own := string(kept), `<li><a href="`+address+`"`
	at := strings.Index(html, own)
	if at < 0 {
		return kept, nil
	}
	var below bytes.Buffer
	if headings != "" {
		if err := r.layouts.shared.Execute(&below, "book-side-headings", headings); err != nil {
			return "", err
		}
	}
	before, entry := html[:at], html[at+len(own):]
	const folded = `<details class="side-part"`
	if strings.Contains(before, folded) { // else looking for it backwards costs a fifth of a book of three thousand chapters
		if part := strings.LastIndex(before, folded); part > strings.LastIndex(before, "</details>") {
			const opening = len("<details")
			before = before[:part+opening] + " open" + before[part+opening:]
		}
	}
	text, rest, _ := strings.Cut(entry, "</a>")
	return template.HTML(before + `<li class="here"><a href="` + address + `" aria-current="page"` + text + "</a>" + below.String() + rest), nil // safe: made by html/template
}

// Side is the contents of the book at the side of a chapter, with the chapter marked.
func (p *ItemPage) Side() (template.HTML, error) {
	owner := p.Owner()
	if owner == nil {
		return "", nil
	}
	headings, err := p.Headings()
	if err != nil {
		return "", err
	}
	return p.Card.r.side(owner, runOf(p.Card.item.Book(p.Card.lang), p.page), p.URL(), headings)
}

// Headings are the headings of a chapter as entries of a list: it stands at the side of the page and above the text, and is made once.
func (p *ItemPage) Headings() (template.HTML, error) {
	if p.entries != "" {
		return p.entries, nil
	}
	list := headings(p.page, "")
	if len(list) == 0 {
		return "", nil
	}
	var b bytes.Buffer
	if err := p.Card.r.layouts.shared.Execute(&b, "book-headings", list); err != nil {
		return "", err
	}
	p.entries = template.HTML(b.String()) // safe: made by html/template
	return p.entries, nil
}

// Side is the contents of the book at the side of one of its lists.
func (p *BookPage) Side() (template.HTML, error) {
	return p.Card.r.side(p.Card, runOf(p.book.book, nil), p.book.at, "")
}

// mostTicks is how many chapters can be told apart on a line.
const mostTicks = 60

// Ticks is the place of a chapter in the book as a line with a piece for each chapter; "" outside of the numbered chapters, and
// where they are too many for a line.
func (v *BookView) Ticks() template.HTML {
	if v.page == nil || v.page.Chapter == nil || v.page.Chapter.Place != site.InBody || v.book.Bodies > mostTicks {
		return ""
	}
	before := v.page.Chapter.Order
	return template.HTML(strings.Repeat("<span></span>", before) + `<span class="here"></span>` + strings.Repeat("<span></span>", max(v.book.Bodies-before-1, 0))) // safe: no text of anybody
}
