package site

import (
	"maps"
	"slices"
	"strings"

	"github.com/som-hub/vitryna/generator/problem"
)

// own resolves a link to a place of the page itself. Inside a manual the place may stand on any other page of it.
func (s *Site) own(page *Page, link *Link, anchor string) Target {
	_, here := page.anchor(anchor)
	if here || anchor == "" || page.Book == nil {
		return s.anchored(page, link, page, anchor)
	}
	switch holders := page.Book.find(anchor); {
	case len(holders) == 1:
		return Target{Page: holders[0], Anchor: anchor}
	case len(holders) > 1:
		s.complain(page.Doc, "E-XREF-DUP", link.Line, link.Column, "id", anchor, "files", files(holders))
		return Target{Page: holders[0], Anchor: anchor}
	case link.Text != "":
		return s.anchored(page, link, page, anchor)
	}
	s.complain(page.Doc, "E-XREF", link.Line, link.Column, "id", anchor, "nearest", s.nearestPlace(page.Book, anchor))
	return Target{}
}

// find are the pages of the book that have an id.
func (b *Book) find(id string) []*Page {
	if b.ids == nil {
		b.ids = map[string][]*Page{}
		for page := range b.Pages {
			body := &page.Doc.Body
			for _, h := range body.Headings {
				b.note(h.ID, page)
			}
			for _, id := range body.Anchors {
				b.note(id, page)
			}
			for _, n := range body.Numbered {
				b.note(n.ID, page)
			}
		}
	}
	return b.ids[id]
}

func (b *Book) note(id string, page *Page) {
	list := b.ids[id]
	if n := len(list); n == 0 || list[n-1] != page {
		b.ids[id] = append(list, page)
	}
}

// nearestPlace is the id of the manual that a wrong one most likely means.
func (s *Site) nearestPlace(b *Book, id string) string {
	if !s.mayLook(len(b.ids)) {
		return ""
	}
	return problem.Nearest(id, slices.Sorted(maps.Keys(b.ids)))
}

func files(pages []*Page) string {
	var names []string
	for _, p := range pages {
		names = append(names, p.Doc.File[strings.LastIndexByte(p.Doc.File, '/')+1:])
	}
	return strings.Join(names, ", ")
}

// Bare tells that the hole opens a link without any text: it is to be called by what it leads to.
func (b *Body) Bare(hole int) bool {
	h := b.Holes[hole]
	if h.Kind != HoleLinkOpen || hole+1 >= len(b.Holes) {
		return false
	}
	next := b.Holes[hole+1]
	return next.Kind == HoleLinkClose && next.At == h.At
}

// TitleAt is what stands at a place of the page is called by, where it bears no number: a heading's words, a caption, the title of a block; "" of all else.
func (p *Page) TitleAt(id string) string {
	body := &p.Doc.Body
	if i := p.HeadingAt(id); i >= 0 {
		return body.Headings[i].Title
	}
	if i := slices.IndexFunc(body.Pictures, func(picture Picture) bool { return picture.ID == id }); i >= 0 {
		return body.Pictures[i].Caption
	}
	if i := slices.IndexFunc(body.Titled, func(t Titled) bool { return t.ID == id }); i >= 0 {
		return body.Titled[i].Title
	}
	return ""
}

// nameless tells that a link without a text has nothing to be called by. Of one that names another page its title is enough.
func nameless(link *Link, t Target) bool {
	if t.File != "" || t.Path != "" {
		return true
	}
	return strings.HasPrefix(link.Dest, "#") && t.Page != nil && t.Anchor != "" && t.Page.NumberOf(t.Page.NumberedAt(t.Anchor)) == "" && t.Page.TitleAt(t.Anchor) == "" && t.Page.ClauseAt(t.Anchor) == nil
}

// bare checks that every link without a text leads to something that has a name.
func (s *Site) bare(page *Page) {
	body := &page.Doc.Body
	for i := range body.Links {
		link, target := &body.Links[i], page.Targets[i]
		if link.Text != "" || !nameless(link, target) { // of addresses elsewhere W-LINK-TEXT has been said
			continue
		}
		for hole := range body.Holes {
			if body.Holes[hole].Index == i && body.Bare(hole) {
				s.complain(page.Doc, "E-LINK-EMPTY", link.Line, link.Column, "target", link.Dest)
			}
		}
	}
}

// NumberedAt is what of the page's Doc.Body.Numbered has that id, or -1.
func (p *Page) NumberedAt(id string) int {
	return slices.IndexFunc(p.Doc.Body.Numbered, func(n Numbered) bool { return n.ID == id })
}

// HeadingAt is which of the page's Doc.Body.Headings has that id, or -1.
func (p *Page) HeadingAt(id string) int {
	return slices.IndexFunc(p.Doc.Body.Headings, func(h Heading) bool { return h.ID == id })
}
