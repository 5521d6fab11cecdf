package render

import "github.com/som-hub/vitryna/generator/site"

// In a long book the contents at the side of a page show the chapters around it, and of all others where they are: with all three thousand on
// each of three thousand pages a page had half a megabyte, and the book one and a half thousand of them. The whole contents stand on the manual's page.
const (
	mostBeside = 200 // chapters of a book that stand at its side one by one
	runBeside  = 100 // chapters around the page, in a longer one
)

// runOf is which chapters of a long book stand one by one beside a page, counted from 1: those of the same hundred. It is 0 of a book that is not
// long, and −1 beside a page that is no numbered chapter.
func runOf(b *site.Book, page *site.Page) int {
	switch {
	case b == nil || b.Bodies <= mostBeside:
		return 0
	case page == nil || page.Chapter == nil || page.Chapter.Place != site.InBody:
		return -1
	}
	return page.Chapter.Order/runBeside + 1
}

// besideCard is a manual whose contents are those beside the pages of a run.
type besideCard struct {
	*Card
	run int
}

// Book is the manual with these contents.
func (c besideCard) Book() *BookView {
	v := c.Card.Book()
	v.beside = v.around(c.run)
	return v
}

// around are the contents of a long book with the chapters of one run; of every other run there is one entry, which leads to its first chapter.
func (v *BookView) around(run int) []BookGroup {
	var groups []BookGroup
	order := 0
	for _, g := range v.parts().groups {
		if g.Kind != "chapters" && g.Kind != "part" {
			groups = append(groups, g)
			continue
		}
		short := BookGroup{Kind: g.Kind, Title: g.Title}
		for all := g.Chapters; len(all) > 0; {
			n := min(runBeside-order%runBeside, len(all))
			if order/runBeside+1 == run || n == 1 {
				short.Chapters = append(short.Chapters, all[:n]...)
			} else {
				short.Chapters = append(short.Chapters, ChapterView{Title: v.T("book.chapters", all[0].Number, all[n-1].Number), URL: all[0].URL})
			}
			all, order = all[n:], order+n
		}
		groups = append(groups, short)
	}
	return groups
}
