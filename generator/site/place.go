package site

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/som-hub/vitryna/generator/ukrainian"
)

// place makes items of documents and finds the translations. Whatever order the documents come in, the site is the same.
func (s *Site) place(docs []*Doc, drafts bool) []*Item {
	if !slices.IsSortedFunc(docs, compareDocs) {
		docs = slices.Clone(docs)
		slices.SortStableFunc(docs, compareDocs)
	}
	var items []*Item
	var english []*Doc
	for _, doc := range docs {
		switch {
		case doc.Lang == EN && doc.Draft && !drafts: // whoever writes that means it, also where the page itself is shown
		case doc.Lang == EN:
			english = append(english, doc)
		case doc.Role != RoleItem:
			s.introduce(doc, drafts)
		default:
			if item := s.item(doc, drafts); item != nil {
				items = append(items, item)
			}
		}
	}
	s.translate(english)
	return items
}

// compareDocs orders documents as a walk through the folders finds them: what lies in a folder comes before what has a longer name.
func compareDocs(a, b *Doc) int {
	for i := range min(len(a.File), len(b.File)) {
		switch x, y := a.File[i], b.File[i]; {
		case x == y:
		case x == '/':
			return -1
		case y == '/':
			return 1
		default:
			return int(x) - int(y)
		}
	}
	return cmp.Or(len(a.File)-len(b.File), a.Line-b.Line)
}

// introduce places the home page, or the introduction of a section. One that may not be shown yet, or no longer, is as if it were not there:
// the page is made without it.
func (s *Site) introduce(doc *Doc, drafts bool) {
	page := s.page(doc, nil)
	if s.state(doc, drafts) != Shown {
		s.unshown[doc.Path] = page
		return
	}
	if doc.Role == RoleHome {
		s.Home.UK = page
	} else {
		s.sections[doc.Section].Intro.UK = page
	}
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
	if other := s.byPath[item.Path]; other != nil && !item.HasPage() && doc.Text("id") == "" {
		item.ID += "-" + strconv.Itoa(doc.Line) // two rows that happen to have one title have no address to quarrel about
		item.Path = path.Dir(item.Path) + "/" + item.ID
	}
	if other := s.byPath[item.Path]; other != nil {
		if item.HasPage() {
			s.complain(doc, "E-ADDRESS", 0, 0, "address", "/"+item.Path+"/", "other", other.UK.Doc.File)
		} else {
			s.complain(doc, "E-ID-DUP", 0, 0, "id", item.ID, "other", other.UK.Doc.File)
		}
		return nil
	}
	s.byPath[item.Path] = item
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
	expires := doc.Date("expires")
	switch {
	case doc.Draft && !drafts:
		return Draft
	case !expires.IsZero() && expires.Last().Compare(s.Now) < 0:
		return Expired
	case lapsed(doc, s.Now):
		return Lapsed
	case drafts:
		return Shown
	case doc.Date("date").First().Compare(s.Now) > 0:
		return Future
	}
	return Shown
}

// translate joins English documents with their Ukrainian ones (rules B-02, B-03, B-05).
func (s *Site) translate(english []*Doc) {
	for _, doc := range english {
		page := s.page(doc, nil)
		uk := s.original(doc, page)
		switch {
		case !s.Config.English():
			s.complain(doc, "W-LANG-OFF", 0, 0)
		case uk == nil:
			name := path.Base(doc.File)
			s.complain(doc, "E-LANG-ORPHAN", 0, 0, "en", name, "uk", strings.TrimSuffix(name, ".en.md")+".md")
		default:
			if doc.Body.Runes*10 > uk.Doc.Body.Runes*12 {
				s.complain(doc, "W-LANG-LONGER", 0, 0, "en", strconv.Itoa(doc.Body.Runes), "uk", strconv.Itoa(uk.Doc.Body.Runes))
			}
			if title := uk.Doc.Text("title"); doc.Title == "" && page.Doc.Title == title && strings.ContainsFunc(title, cyrillic) {
				s.complain(doc, "W-LANG-TITLE", 1, 0, "title", title)
			}
		}
	}
}

// cyrillic tells of a letter that an English title does not have.
func cyrillic(r rune) bool { return unicode.Is(unicode.Cyrillic, r) }

// original gives the English page to its Ukrainian one and returns that.
func (s *Site) original(doc *Doc, page *Page) *Page {
	versions := &s.Home
	if hidden := s.unshown[doc.Path]; hidden != nil && doc.Role != RoleItem {
		return hidden
	}
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

// untitled gives a translation without a title the one its original names in English, or the original's, a person's in Latin letters. A document is
// never changed once made, so it is copied.
func untitled(doc, uk *Doc) *Doc {
	c := *doc
	c.Title = uk.Text("title_en")
	switch {
	case c.Title != "":
	case uk.Kind != nil && uk.Kind.Named:
		c.Title = ukrainian.Romanise(uk.Title)
	default:
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

// number orders what lives inside an item and numbers its chapters. Pages of the front come first, those of the closing behind the chapters, and do not count;
// appendices come last and have letters (domain 2.3.4).
func (s *Site) number(owner *Item) {
	slices.SortStableFunc(owner.Inside, func(a, b *Item) int {
		if c := strings.Compare(a.Kind.Name, b.Kind.Name); c != 0 {
			return c
		}
		return cmp.Or(cmp.Compare(a.place(), b.place()), a.UK.Doc.Order-b.UK.Doc.Order)
	})
	type numbered struct {
		kind *Kind
		n    int
	}
	seen := map[numbered]string{}
	last, order, letters := map[*Kind]int{}, map[*Kind]int{}, 0
	plain := plainNumbers(owner)
	for _, item := range owner.Inside {
		doc := item.UK.Doc
		if doc.Kind.CSV || doc.Order == 0 || item.uncounted() || doc.Kind.Name == "lot" { // a lot has a number of its own
			continue
		}
		own := numbered{doc.Kind, doc.Order}
		if other, twice := seen[own]; twice {
			s.complain(doc, "E-CHAPTER-DUP", 0, 0, "n", strconv.Itoa(doc.Order), "other", other)
		}
		seen[own] = doc.File
		if item.place() == InAppendix {
			letters++
			item.letter, item.Letter = letters, letter(letters, UK)
			continue
		}
		before, _ := slices.BinarySearch(plain, doc.Order)
		item.Number = doc.Order - before
		if missing := between(last[doc.Kind], item.Number); missing != "" {
			args := append(inGap(owner, order[doc.Kind], doc.Order), "missing", missing, "several", several(missing))
			s.complain(doc, "W-CHAPTER-GAP", 0, 0, args...)
		}
		last[doc.Kind], order[doc.Kind] = item.Number, doc.Order
	}
}

// inGap tells a message of an appendix whose file bears a number between two chapters: no chapter can take that number before the appendix has another, which
// is told too. It is nil where there is none.
func inGap(owner *Item, after, before int) []string {
	taken, most := "", 0
	for _, item := range owner.Inside {
		n := item.UK.Doc.Order
		if most = max(most, n); taken == "" && item.place() == InAppendix && after < n && n < before {
			taken = path.Base(item.UK.Doc.File)
		}
	}
	if taken == "" {
		return nil
	}
	return []string{"taken", taken, "free", fmt.Sprintf("%02d%s", most+1, strings.TrimLeft(taken, "0123456789"))}
}

// plainNumbers are the numbers in the names of files that are no numbered chapters, sorted, each once: a chapter behind them does not count them. One
// that a chapter bears too takes nothing from it.
func plainNumbers(owner *Item) []int {
	var plain, others []int
	for _, item := range owner.Inside {
		switch n := item.UK.Doc.Order; {
		case !item.uncounted():
			others = append(others, n)
		case n > 0:
			plain = append(plain, n)
		}
	}
	slices.Sort(plain)
	return slices.DeleteFunc(slices.Compact(plain), func(n int) bool { return slices.Contains(others, n) })
}

// between lists the numbers between two others: «3», «3–5».
func between(before, after int) string {
	first, last := before+1, after-1
	switch {
	case first > last:
		return ""
	case first == last:
		return strconv.Itoa(first)
	}
	return strconv.Itoa(first) + "–" + strconv.Itoa(last)
}

// several is what [between] found, if it is more than one number: «розділів із номерами 4–5».
func several(numbers string) string {
	if strings.Contains(numbers, "–") {
		return numbers
	}
	return ""
}

// place tells where among what lives in its owner the item stands by its header.
func (i *Item) place() ChapterPlace {
	for _, field := range []struct {
		name  string
		place ChapterPlace
	}{{"appendix", InAppendix}, {"closing", InClosing}, {"front", InFront}} {
		if v, _ := i.UK.Doc.Value(field.name); v.Bool {
			return field.place
		}
	}
	return InBody
}

// uncounted tells that the item stands before or behind the chapters without a number.
func (i *Item) uncounted() bool { return i.place() == InFront || i.place() == InClosing }

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

// Day is the day an item stands for: the beginning of an event, else the day of publication, else that of a document.
func (i *Item) Day() ukrainian.Date {
	if d := i.UK.Doc.Date("start"); !d.IsZero() {
		return d
	}
	if d := i.UK.Doc.Date("date"); !d.IsZero() || i.Kind.Name != "document" {
		return d
	}
	return i.UK.Doc.Date("issued")
}
