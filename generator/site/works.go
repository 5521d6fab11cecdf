package site

import (
	"cmp"
	"maps"
	"path"
	"slices"
	"strconv"

	"github.com/som-hub/vitryna/generator/citation"
	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// Work is a work of a manual's list of references.
type Work struct {
	citation.Work
	File string // where it stands

	Number int     // in the list, from 1
	ID     string  // its anchor in the list
	Places []Place // where it is cited, in the order of the book: of each page the first
}

// Place is a place of a page.
type Place struct {
	Page *Page
	ID   string
}

// listable are the works that a manual's list may hold: of two with one key the first stays.
func (s *Site) listable(manual *Item, works []Work) []Work {
	first := map[string]*Work{}
	var list []Work
	for i := range works {
		w := &works[i]
		if other := first[w.Key]; other != nil {
			p := problem.New("E-CITE-DUP", w.File, w.Line, 0, "key", w.Key, "file", path.Base(other.File), "line", strconv.Itoa(other.Line))
			p.Draft = s.IsDraft(manual.UK.Doc)
			s.problems = append(s.problems, p)
			continue
		}
		first[w.Key] = w
		list = append(list, *w)
	}
	return list
}

// list makes the list of references: in the order of the records, Cyrillic before Latin.
func (b *Book) list(works []Work) {
	if len(works) == 0 {
		return
	}
	type row struct {
		work *Work
		key  ukrainian.Key
	}
	rows := make([]row, len(works))
	b.works = make(map[string]*Work, len(works))
	for i := range works {
		w := works[i]
		rows[i] = row{&w, ukrainian.SortKey(w.Record())}
		b.works[ukrainian.Normalise(w.Key)] = &w
	}
	slices.SortFunc(rows, func(a, b row) int { return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.work.Key, b.work.Key)) })
	taken := map[string]bool{}
	for i, r := range rows {
		r.work.Number = i + 1
		id := "ref-" + ukrainian.Slug(r.work.Key)
		if taken[id] {
			id += "-" + strconv.Itoa(i+1)
		}
		taken[id] = true
		r.work.ID = id
		b.Works = append(b.Works, r.work)
	}
}

// Work is the work of that key, or nil.
func (b *Book) Work(key string) *Work { return b.works[ukrainian.Normalise(key)] }

// CiteID is the anchor of a place of Doc.Body.Cites.
func CiteID(index int) string { return "_cite-" + strconv.Itoa(index+1) }

// cites tells works where they are cited. What is cited and not listed is told by the book of the page's own language.
func (s *Site) cites(b *Book, page *Page, own bool) {
	for i, cite := range page.Doc.Body.Cites {
		for _, cited := range cite.Works {
			w := b.Work(cited.Key)
			switch {
			case w == nil && own:
				s.uncited(b, page, cite, cited.Key)
			case w != nil && (len(w.Places) == 0 || w.Places[len(w.Places)-1].Page != page):
				w.Places = append(w.Places, Place{page, CiteID(i)})
			}
		}
	}
}

func (s *Site) uncited(b *Book, page *Page, cite Cite, key string) {
	args := []string{"key", key, "nearest", problem.Nearest(key, slices.Sorted(maps.Keys(b.works)))}
	if len(b.Works) > 0 {
		args = append(args, "file", path.Base(b.Works[0].File))
	}
	s.complain(page.Doc, "E-CITE", cite.Line, cite.Column, args...)
}
