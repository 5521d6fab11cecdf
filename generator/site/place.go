package site

import (
	"slices"
	"strconv"
	"strings"

	"github.com/som-hub/vitryna/generator/ukrainian"
)

// place makes items of documents and finds the translations. Files come in the order of their names.
func (s *Site) place(docs []*Doc, drafts bool) []*Item {
	var items []*Item
	var english []*Doc
	for _, doc := range docs {
		switch {
		case doc.Lang == EN:
			english = append(english, doc)
		case doc.Role == RoleHome:
			s.Home.UK = s.page(doc, nil)
		case doc.Role == RoleSection:
			s.sections[doc.Section].Intro.UK = s.page(doc, nil)
		default:
			if item := s.item(doc, drafts); item != nil {
				items = append(items, item)
			}
		}
	}
	s.translate(english)
	return items
}

func (s *Site) page(doc *Doc, item *Item) *Page {
	p := &Page{Doc: doc, Item: item}
	if doc.Role == RoleSection {
		p.Section = s.sections[doc.Section]
	}
	if doc.Line == 0 {
		s.pages[doc.File] = p
	}
	return p
}

// item makes an item of a Ukrainian document. Two with one address: the first stays.
func (s *Site) item(doc *Doc, drafts bool) *Item {
	item := &Item{Kind: doc.Kind, Section: doc.Section, ID: doc.ID, Path: doc.Path, State: s.state(doc, drafts)}
	item.UK = s.page(doc, item)
	if other := s.byPath[doc.Path]; other != nil {
		s.complain(doc, "E-ADDRESS", 0, 0, "address", "/"+doc.Path+"/", "other", other.UK.Doc.File)
		return nil
	}
	s.byPath[doc.Path] = item
	s.byRef[item.Ref()] = item
	return item
}

// Ref is how other files name the item: section/id, or section/owner/item for one that lives inside another.
func (i *Item) Ref() string {
	if owner := i.UK.Doc.Owner; owner != "" {
		return owner + "/" + i.ID
	}
	return i.Section + "/" + i.ID
}

func (s *Site) state(doc *Doc, drafts bool) State {
	if expires := doc.Date("expires"); !expires.IsZero() && expires.Compare(s.Now) < 0 {
		return Expired
	}
	switch {
	case drafts:
		return Shown
	case doc.Draft:
		return Draft
	case doc.Date("date").First().Compare(s.Now) > 0:
		return Future
	}
	return Shown
}

// translate joins English documents with their Ukrainian ones (rules B-02, B-05).
func (s *Site) translate(english []*Doc) {
	for _, doc := range english {
		page := s.page(doc, nil)
		uk := s.original(doc, page)
		switch {
		case !s.Config.English():
			s.complain(doc, "W-LANG-OFF", 0, 0)
		case uk == nil:
			s.complain(doc, "E-LANG-ORPHAN", 0, 0)
		case doc.Body.Runes*10 > uk.Doc.Body.Runes*12:
			s.complain(doc, "W-LANG-LONGER", 0, 0, "en", strconv.Itoa(doc.Body.Runes), "uk", strconv.Itoa(uk.Doc.Body.Runes))
		}
	}
}

// original gives the English page to its Ukrainian one and returns that.
func (s *Site) original(doc *Doc, page *Page) *Page {
	versions := &s.Home
	switch doc.Role {
	case RoleSection:
		versions = &s.sections[doc.Section].Intro
	case RoleItem:
		item := s.byPath[doc.Path]
		if item == nil {
			return nil
		}
		page.Item, versions = item, &item.Versions
	}
	if versions.UK != nil && s.Config.English() {
		versions.EN = page
		if doc.Title == "" { // the Ukrainian title would stand under an English address
			doc = untitled(doc, versions.UK.Doc)
			page.Doc = doc
		}
	}
	return versions.UK
}

// untitled gives a translation without a title the one its original names in English, or the original's. A document is
// never changed once made, so it is copied.
func untitled(doc, uk *Doc) *Doc {
	c := *doc
	c.Title = uk.Text("title_en")
	if c.Title == "" {
		c.Title = uk.Title
	}
	return &c
}

// adopt gives items that live inside others to their owners, and numbers chapters.
func (s *Site) adopt(items []*Item) {
	for _, item := range items {
		name := item.UK.Doc.Owner
		if name == "" {
			continue
		}
		item.Owner = s.byRef[name]
		if item.Owner == nil {
			s.complain(item.UK.Doc, "E-OWNER", 0, 0, "value", name)
			item.State = Draft
			continue
		}
		if item.State == Shown {
			item.State = item.Owner.State
		}
		if published := item.Owner.UK.Doc.Date("results_published"); item.Kind.Name == "winner" && published.First().Compare(s.Now) > 0 && item.State == Shown {
			item.State = Future // winners are named from the day the results are (domain 2.3.8)
		}
		item.Owner.Inside = append(item.Owner.Inside, item)
	}
	for _, item := range items {
		if len(item.Inside) > 0 {
			s.number(item)
			chain(item.Inside)
		}
	}
}

// chain tells items of one kind that live in one owner their neighbours.
func chain(inside []*Item) {
	last := map[*Kind]*Item{}
	for _, item := range inside {
		if item.State != Shown {
			continue
		}
		if before := last[item.Kind]; before != nil {
			before.Next, item.Prev = item, before
		}
		last[item.Kind] = item
	}
}

// number orders what lives inside an item and numbers its chapters; appendices come last and have letters (domain 2.3.4).
func (s *Site) number(owner *Item) {
	slices.SortStableFunc(owner.Inside, func(a, b *Item) int {
		if c := strings.Compare(a.Kind.Name, b.Kind.Name); c != 0 {
			return c
		}
		if a.appendix() != b.appendix() {
			return map[bool]int{false: -1, true: 1}[a.appendix()]
		}
		return a.UK.Doc.Order - b.UK.Doc.Order
	})
	seen := map[int]string{}
	last := map[*Kind]int{}
	letters := []rune("АБВГДЕЖИКЛМНПРСТУФХЦШЩЮЯ") // without Ґ Є З І Ї Й О Ч Ь
	for _, item := range owner.Inside {
		doc := item.UK.Doc
		if doc.Kind.CSV || doc.Order == 0 {
			continue
		}
		if other, twice := seen[doc.Order]; twice {
			s.complain(doc, "E-CHAPTER-DUP", 0, 0, "n", strconv.Itoa(doc.Order), "other", other)
		}
		seen[doc.Order] = doc.File
		if item.appendix() {
			if n := last[nil]; n < len(letters) {
				item.Letter, last[nil] = string(letters[n]), n+1
			}
			continue
		}
		item.Number = doc.Order
		if before := last[doc.Kind]; doc.Order > before+1 {
			s.complain(doc, "W-CHAPTER-GAP", 0, 0, "missing", strconv.Itoa(before+1))
		}
		last[doc.Kind] = doc.Order
	}
}

func (i *Item) appendix() bool {
	v, _ := i.UK.Doc.Value("appendix")
	return v.Bool
}

// Children returns the shown items of a section that live inside the item, in their order.
func (i *Item) Children(section string) []*Item {
	var list []*Item
	for _, child := range i.Inside {
		if child.Section == section && child.State == Shown {
			list = append(list, child)
		}
	}
	return list
}

// Day is the day an item stands for: the beginning of an event, else the day of publication.
func (i *Item) Day() ukrainian.Date {
	if d := i.UK.Doc.Date("start"); !d.IsZero() {
		return d
	}
	return i.UK.Doc.Date("date")
}
