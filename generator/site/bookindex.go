package site

import (
	"cmp"
	"html"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/som-hub/vitryna/generator/ukrainian"
)

// Entry is a term of a book: in its glossary, or in its index.
type Entry struct {
	Term   string
	ID     string  // its anchor in the list
	Item   *Item   // of the glossary: the term of the site that it is, where the manual does not define it itself
	At     Place   // of the glossary: where the manual defines it
	Places []Place // where it stands, in the order of the book

	key ukrainian.Key
}

// indexes makes glossary and index of every book. The terms of the site must be known by then.
func (s *Site) indexes() {
	finder := s.termFinder()
	for _, manual := range s.Items {
		for _, b := range manual.books {
			if b != nil {
				b.index(finder)
			}
		}
	}
}

func (b *Book) index(finder *Glosser) {
	terms, defined := &entries{prefix: "term-"}, &entries{prefix: "gl-"}
	for page := range b.Pages {
		for _, m := range page.Doc.Body.Marks {
			terms.add(m.Term).place(page, m.ID)
		}
		for _, m := range page.Doc.Body.Defined {
			e := defined.add(m.Term)
			e.place(page, m.ID)
			if e.At == (Place{}) {
				e.At = Place{page, m.ID}
			}
		}
	}
	if finder != nil {
		b.explained(finder, defined)
	}
	b.Terms, b.Glossary = terms.sorted(), defined.sorted()
}

// explained adds the terms of the site that the manual uses. What it defines itself stays as it defines it.
func (b *Book) explained(finder *Glosser, list *entries) {
	for page := range b.Pages {
		for _, item := range finder.used(page.Doc.Body.HTML()) {
			title, _ := item.Title(b.Lang)
			e := list.add(title)
			if e.At == (Place{}) {
				e.Item = item
			}
			e.place(page, "")
		}
	}
}

// used are the terms that a text uses, each where it stands first.
func (g *Glosser) used(text string) []*Item {
	var list []*Item
	seen := map[*Item]bool{}
	may := func(t *Term) bool { return !seen[t.Item] }
	for from := 0; ; {
		_, end, term := g.Next(text, from, may)
		if term == nil {
			return list
		}
		from, seen[term.Item] = end, true
		list = append(list, term.Item)
	}
}

func (e *Entry) place(page *Page, id string) {
	if n := len(e.Places); n == 0 || e.Places[n-1].Page != page || id != "" && e.Places[n-1].ID != id {
		e.Places = append(e.Places, Place{page, id})
	}
}

// entries gathers terms: those that differ by capitals only are one.
type entries struct {
	prefix string
	list   []*Entry
	at     map[string]*Entry
}

func (l *entries) add(term string) *Entry {
	folded := ukrainian.Fold(term)
	if e := l.at[folded]; e != nil {
		return e
	}
	if l.at == nil {
		l.at = map[string]*Entry{}
	}
	e := &Entry{Term: term, ID: l.prefix + ukrainian.Slug(term), key: ukrainian.SortKey(term)}
	l.at[folded] = e
	l.list = append(l.list, e)
	return e
}

func (l *entries) sorted() []*Entry {
	slices.SortFunc(l.list, func(a, b *Entry) int { return cmp.Or(cmp.Compare(a.key, b.key), strings.Compare(a.Term, b.Term)) })
	taken := map[string]bool{}
	for _, e := range l.list {
		for taken[e.ID] {
			e.ID += "-"
		}
		taken[e.ID] = true
	}
	return l.list
}

// termFinder finds the terms of the site by their abbreviations and by their names, with a small first letter too; nil where there are none.
func (s *Site) termFinder() *Glosser {
	var terms []*Term
	seen := map[string]bool{}
	add := func(item *Item, text string) {
		short := plainJoints.Replace(html.EscapeString(text))
		if utf8.RuneCountInString(short) > 1 && wordly(short) && !seen[short] {
			seen[short] = true
			terms = append(terms, &Term{item, short})
		}
	}
	for _, item := range s.ofKind("term") {
		for _, lang := range s.Config.Languages {
			title, _ := item.Title(lang)
			short, _ := item.Value("short", lang)
			first, n := utf8.DecodeRuneInString(title)
			add(item, title)
			add(item, string(unicode.ToLower(first))+title[n:])
			add(item, short.Text)
		}
	}
	slices.SortStableFunc(terms, func(a, b *Term) int { return cmp.Or(len(b.Short)-len(a.Short), strings.Compare(a.Short, b.Short)) })
	return newGlosser(terms)
}
