package render

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// IndexPage is the alphabetical index of a section.
type IndexPage struct {
	Frame
	section *site.Section
	groups  []IndexGroup
}

// IndexGroup are the items under one letter.
type IndexGroup struct {
	Label, ID string
	Entries   []IndexEntry
}

// IndexEntry is one item of an index. Name is that by which it is found, an author's, where this is not the title. Twin tells that another item
// has the same title: a project and its centre, a page and a gallery.
type IndexEntry struct {
	*Card
	Name string
	Twin bool
}

// Lead is the name with the point that parts it from the title, where it has none of its own: «Свердан П. Л.».
func (e IndexEntry) Lead() string { return strings.TrimSuffix(e.Name, ".") + "." }

// indexAddress is where the index of a section lies below its list.
const indexAddress = "/abetka"

// indexed tells whether a section has an alphabetical index.
func indexed(sec *site.Section) bool {
	return sec != nil && sec.Kind.Alphabetical && sec.Kind.Inside == "" && len(sec.Items) > 0 && len(sec.Items) <= mostIndexed
}

// mostIndexed is how many items one page of an index may hold: with more it would be over 200 KB, and the letters above the list
// (see ListPage.Alphabet) lead through its pages.
const mostIndexed = 1000

// indexes adds the alphabetical indexes.
func (p *pageList) indexes() {
	for _, sec := range p.r.Site.Sections {
		if !indexed(sec) {
			continue
		}
		for _, lang := range p.r.Site.Config.Languages {
			p.add(sec.Kind.Section+indexAddress, p.r.Site.Config.Languages, lang, nil, func() ([]byte, error) { return p.r.indexPage(sec, lang) })
		}
	}
}

func (r *Renderer) indexPage(sec *site.Section, lang string) ([]byte, error) {
	path := sec.Kind.Section + indexAddress
	view := &IndexPage{Frame: r.frame(lang, "abetka", path, r.Site.Config.Languages...), section: sec, groups: r.index(sec.Items, lang)}
	view.Title = view.T("index.of", view.sectionTitle(sec))
	view.KindName = sec.Kind.Name
	view.Breadcrumbs = []Link{view.home(), {Title: view.sectionTitle(sec), URL: root + site.Address(sec.Kind.Section, lang)}}
	return r.execute(r.layouts.pages["abetka"], view, site.Address(path, lang))
}

// Index are the items by their first letters.
func (p *IndexPage) Index() []IndexGroup { return p.groups }

// TotalText is the number of items with its noun.
func (p *IndexPage) TotalText() string {
	return count(len(p.section.Items), p.section.Kind.Label, p.lang)
}

// Index are the items of a whole list by their first letters.
func (p *ListPage) Index() []IndexGroup { return p.r.index(p.list.items, p.lang) }

// IndexURL leads from a section's list to its alphabetical index, or is empty.
func (p *ListPage) IndexURL() string {
	if !indexed(p.list.section) || p.list.facet != "" {
		return ""
	}
	return root + site.Address(p.list.path+indexAddress, p.lang)
}

// indexedItem is an item in its place of an index.
type indexedItem struct {
	entry   IndexEntry
	letter  string
	foreign bool // on an English page: not in Latin letters
	key     ukrainian.Key
}

// index puts items under their first letters: digits, then the alphabet, then Latin letters together (domain 2.4). On an English page each
// Latin letter has its own place, and what nobody has named in English follows.
func (r *Renderer) index(items []*site.Item, lang string) []IndexGroup {
	rows, titled := make([]indexedItem, 0, len(items)), map[string]int{}
	for _, item := range items {
		card := r.card(item, lang)
		if card == nil {
			continue
		}
		name, _ := item.Title(lang)
		if heading := item.Heading(); heading != item.UK.Doc.Title {
			name = card.name(heading)
		}
		row := indexedItem{entry: IndexEntry{Card: card, Name: name}, letter: ukrainian.Initial(name), key: ukrainian.SortKey(name)}
		if item.Kind.Name == "partner" {
			row.letter, row.key = ukrainian.InitialOrganisation(name), ukrainian.SortKeyOrganisation(name)
		}
		if lang == site.EN && row.letter == "A–Z" {
			row.letter = latinInitial(name)
		}
		row.foreign = lang == site.EN && row.letter >= "\u0080"
		titled[card.Title()]++
		rows = append(rows, row)
	}
	slices.SortFunc(rows, func(a, b indexedItem) int {
		switch {
		case a.foreign && !b.foreign:
			return 1
		case b.foreign && !a.foreign:
			return -1
		}
		return cmp.Or(cmp.Compare(a.key, b.key), strings.Compare(a.entry.item.Path, b.entry.item.Path))
	})
	var groups []IndexGroup
	at := map[string]int{}
	for _, row := range rows {
		i, ok := at[row.letter]
		if !ok {
			i = len(groups)
			at[row.letter] = i
			groups = append(groups, IndexGroup{Label: cmp.Or(row.letter, "…"), ID: letterID(cmp.Or(row.letter, "…"))})
		}
		row.entry.Twin = titled[row.entry.Title()] > 1
		groups[i].Entries = append(groups[i].Entries, row.entry)
	}
	return groups
}

// latinInitial is the first Latin letter of a name, as a capital without signs above it.
func latinInitial(name string) string {
	for _, r := range name {
		if unicode.IsLetter(r) {
			if base := ukrainian.Slug(string(r)); base != "" {
				r, _ = utf8.DecodeRuneInString(base)
			}
			return string(unicode.ToUpper(r))
		}
	}
	return ""
}
