// Package site is the model: plain values and the pure functions that relate them.
//
// [New] takes the documents of a whole site and places them: it makes items of documents, finds whose translation and whose
// chapter each is, resolves references and links, orders, counts, and finds what only the whole can show: two
// files with one address, a reference to nothing, a circle of parents. It is one pass, linear in the size of the site, and
// knows neither disk nor clock: the day of the build comes in as a value.
//
// A [Site] never changes once made. It is what the layouts' views are made from (package render).
package site

import (
	"maps"
	"path"
	"slices"
	"sync/atomic"
	"time"

	"github.com/som-hub/vitryna/generator/filename"
	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// Site is a whole site, placed.
type Site struct {
	Config      Config
	Now         ukrainian.Date
	Asked       ukrainian.Date // the moment of the build to the minute: only pages of open auctions that run may show it
	Home        Versions
	Sections    []*Section // with items or an introduction, by kind
	Items       []*Item    // every item that is shown, in the order of their files
	Hidden      []*Item    // drafts, future and expired ones, and what lives inside them
	Tags        []*Tag
	Years       []*Year
	Forms       []*Form // none without events
	Calendar    Calendar
	Disclosures []Disclosure // of the page of transparency, in the order of the vocabulary
	Uses        []string     // files of content/ that pages show or offer, sorted
	Photos      []Photo      // what authors say of their photographs, in the order of the documents

	sections  map[string]*Section
	byPath    map[string]*Item // language-neutral address: projects/ahenty-zmin
	byRef     map[string]*Item // section/id, or section/owner/item
	pages     map[string]*Page // by file
	files     map[string]bool  // pictures and attachments of content/
	used      map[string]bool
	withheld  map[string]bool   // files whose consent has run out
	photosOf  map[*Doc][]*Photo // into Photos
	places    map[*Item][]*Item // by map
	middles   map[hromadaKey]middle
	unshown   map[string]*Page // introductions that may not be shown now, by path
	auctions  []*Auction
	auctionOf map[*Item]*Auction
	lotOf     map[*Item]*AuctionLot
	relations relations
	terms     []*Term
	glosser   *Glosser
	sectionOf map[string]string   // the section of each kind, by its name
	ids       map[string][]string // by section, see idsOf
	tagSlugs  map[string]string   // by the words that authors wrote
	looks     int                 // see mostLooks
	turn      atomic.Uint64       // see Turn
	problems  problem.List
}

// Versions is one thing in the languages of the site; EN is nil without a translation.
type Versions struct{ UK, EN *Page }

// In returns the version of that language, or nil.
func (v Versions) In(lang string) *Page {
	if lang == EN {
		return v.EN
	}
	return v.UK
}

// Best returns the version of that language, or the Ukrainian one.
func (v Versions) Best(lang string) *Page {
	if lang == EN && v.EN != nil {
		return v.EN
	}
	return v.UK
}

// All are the versions there are, the Ukrainian one first.
func (v Versions) All() []*Page {
	return slices.DeleteFunc([]*Page{v.UK, v.EN}, func(p *Page) bool { return p == nil })
}

// Page is a document in its place, in one language.
type Page struct {
	Doc     *Doc
	Item    *Item    // nil for the home page and introductions
	Section *Section // of an introduction
	Targets []Target // of Doc.Body.Links, in their order
	Files   []string // of Doc.Body.Pictures: files of content/, "" where missing

	Book     *Book    // of a manual and its chapters, in the language of the page
	Chapter  *Chapter // in that book
	Numbers  []string // of Doc.Body.Numbered in a manual: «2.1»
	Sections []string // of Doc.Body.Headings in a manual: «2.1.1»; nil where they bear none

	later   atomic.Pointer[Body] // a text given since, see Text
	anchors map[string]string
	texts   map[*Body]*Page // texts of fields, each with the targets of its own links
}

// Address is the path of the page on the site: "projects/ahenty-zmin/", "en/"; the home page's is "".
func (p *Page) Address() string { return Address(p.Doc.Path, p.Doc.Lang) }

// Address is the path of a page of that language.
func Address(path, lang string) string {
	if path != "" {
		path += "/"
	}
	if lang == EN {
		return "en/" + path
	}
	return path
}

// Item is one project, event, chapter ….
type Item struct {
	Versions
	Kind    *Kind
	Section string
	ID      string
	Path    string // address without language; of an item without a page: where it is listed
	State   State
	Owner   *Item
	Inside  []*Item // chapters, winners: what lives in its folder, by kind and order
	Number  int     // of a chapter, from 1; 0: none
	Letter  string  // of an appendix, in Ukrainian
	Prev    *Item   // the shown item before it in its owner, of its kind; nil at the ends
	Next    *Item
	Back    []Back

	letter int      // of an appendix: which one it is, from 1
	books  [2]*Book // of a manual: in Ukrainian, and in English where anything of it is

	LotsFrom  ukrainian.Date // of a lot: the moment from which the lots of its auction are shown, as long as it is to come; zero: they are
	HeldUntil ukrainian.Date // of news of an event: the last day on which it may not be shown (SF-04); zero: it may

	key []any
}

// State tells whether an item is shown.
type State int

// The states of an item.
const (
	Shown   State = iota
	Draft         // not yet: draft: true
	Future        // not yet: its date has not come, or that of what it belongs to
	Expired       // no longer: its day has passed; the address says so
	Lapsed        // no longer: the consent of the person has run out; nothing says so
)

// Back is one kind of items that refer to an item.
type Back struct {
	Label Text
	Items []*Item
}

// HasPage tells whether the item has a page of its own.
func (i *Item) HasPage() bool { return !i.Kind.NoPage }

// Retold tells of a piece of news whose original stands elsewhere: of its text the site shows the summary and the link only (domain 2.3.21).
func (i *Item) Retold() bool {
	_, ok := i.UK.Doc.Value("external")
	return ok && i.Kind.Name == "news"
}

// Title is the title in the language asked for, and the language it is really in. The name of a person is one in English too (B-06).
func (i *Item) Title(lang string) (title, real string) {
	if lang == EN {
		if i.EN != nil && i.EN.Doc.Title != "" {
			return i.EN.Doc.Title, EN
		}
		if t := i.UK.Doc.Text("title_en"); t != "" {
			return t, EN
		}
		if i.Kind.Named {
			return ukrainian.Romanise(i.UK.Doc.Title), EN
		}
	}
	return i.UK.Doc.Title, UK
}

// Value returns the value of a field: of the translation where it may stand there and does, else of the Ukrainian document.
func (i *Item) Value(name, lang string) (Value, bool) {
	if lang == EN && i.EN != nil {
		if v, ok := i.EN.Doc.Value(name); ok {
			return v, true
		}
	}
	return i.UK.Doc.Value(name)
}

// Section is one section of the site: the items of a kind.
type Section struct {
	Kind  *Kind
	Intro Versions
	Items []*Item // shown, in the kind's order; of a kind inside another: of all owners
}

// Path is the section's address without language. A kind that lives inside another has a list of all its items
// below the owners' section if they are rows of tables: contests/winners.
func (s *Section) Path() string {
	if owners := s.Owners(); owners != nil {
		return owners.Section + "/" + s.Kind.Section
	}
	return s.Kind.Section
}

// Owners is the kind in whose items those of the section live; nil where they live in none, and where there are none.
func (s *Section) Owners() *Kind {
	if len(s.Items) == 0 || s.Items[0].Owner == nil {
		return nil
	}
	return s.Items[0].Owner.Kind
}

// Section returns the section of that name, or nil.
func (s *Site) Section(name string) *Section { return s.sections[name] }

// sectionNames are the names of all sections, sorted.
func (s *Site) sectionNames() []string { return slices.Sorted(maps.Keys(s.sections)) }

// Item returns the shown item of an address without language, or nil.
func (s *Site) Item(path string) *Item {
	if i := s.byPath[path]; i != nil && i.State == Shown {
		return i
	}
	return nil
}

// Introductions are the home page and those of the sections, in all languages.
func (s *Site) Introductions() []*Page {
	pages := s.Home.All()
	for _, name := range s.sectionNames() {
		pages = append(pages, s.sections[name].Intro.All()...)
	}
	return pages
}

// Pages are the pages of everything that is shown, in all languages: the introductions, and then those of items.
func (s *Site) Pages() []*Page {
	pages := s.Introductions()
	for _, item := range s.Items {
		pages = append(pages, item.All()...)
	}
	return pages
}

// Known are all items that authors have written, first those that are shown.
func (s *Site) Known() []*Item { return slices.Concat(s.Items, s.Hidden) }

// Options are what New needs beside the documents.
type Options struct {
	Config Config
	Now    ukrainian.Date
	Drafts bool     // show drafts and what is to come
	Files  []string // pictures and attachments of content/
	Kinds  []*Kind  // in the order of their names

	Copies map[string][]string // of the photographs that have expired, see [Unconsented], the files that are the same under other names

	Works map[string][]Work // lists of references, by the paths of the manuals: manuals/m1

	Moment   time.Time               // the moment of the build, for auctions; zero: the beginning of Now
	Auctions map[string]AuctionFiles // what lies beside auctions, by their paths: auction/idei-2020
	Preview  bool                    // keep what the operator of an auction needs
}

// New places the documents. The problems it returns are those that no single file can show.
func New(docs []*Doc, o Options) (*Site, problem.List) {
	s := &Site{
		Config: o.Config, Now: o.Now,
		sections: map[string]*Section{}, byPath: make(map[string]*Item, len(docs)), byRef: make(map[string]*Item, len(docs)),
		pages: make(map[string]*Page, len(docs)), files: make(map[string]bool, len(o.Files)), used: map[string]bool{}, unshown: map[string]*Page{}, sectionOf: map[string]string{}, ids: map[string][]string{},
	}
	for _, f := range o.Files {
		s.files[ukrainian.Normalise(f)] = true
	}
	for _, kind := range o.Kinds {
		s.sections[kind.Section] = &Section{Kind: kind}
		s.sectionOf[kind.Name] = kind.Section
	}

	// What there is, and what of it may be shown.
	items := s.place(s.lotAddresses(docs), o.Drafts)
	s.hold(items, o.Drafts)
	s.adopt(items)
	s.awaitReview(items, o)
	s.photos(docs, o.Copies)

	// What belongs together. Links may lead into a book and to the page of a form of work, so they come after those.
	s.order(items)
	s.resolve()
	s.chart()
	s.books(o.Works)
	s.years()
	s.forms()
	s.link()

	// What is gathered from all of that, and what is wrong with it.
	s.tag()
	s.calendar()
	s.relate()
	s.gloss()
	s.indexes()
	s.transparency()
	s.runAuctions(o)
	s.rules()
	for _, kind := range o.Kinds {
		if sec := s.sections[kind.Section]; kind.Section != "" && (len(sec.Items) > 0 || sec.Intro.UK != nil) {
			s.Sections = append(s.Sections, sec)
		}
	}
	s.menu()
	s.logo()
	for f := range s.used {
		s.Uses = append(s.Uses, f)
	}
	slices.Sort(s.Uses)
	s.mapFiles()
	return s, s.problems
}

// complain says what is wrong at a place of a document.
func (s *Site) complain(doc *Doc, code string, line, column int, args ...string) {
	if line == 0 && doc.Line > 0 {
		line = doc.Line
	}
	p := problem.New(code, doc.File, line, column, args...)
	p.Draft = s.IsDraft(doc)
	s.problems = append(s.problems, p)
}

// IsDraft tells whether a document is a draft, or translates one, or lives inside one: its problems stop nothing.
func (s *Site) IsDraft(doc *Doc) bool {
	if doc.Draft || doc.Role != RoleItem {
		uk := s.unshown[doc.Path]
		return doc.Draft || uk != nil && uk.Doc.Draft
	}
	if item := s.byPath[doc.Path]; item != nil && item.UK.Doc.Draft {
		return true
	}
	owner := s.byRef[doc.Owner]
	return owner != nil && owner.UK.Doc.Draft
}

// use notes that a file of content/ is shown or offered; ok is false where there is none.
func (s *Site) use(doc *Doc, written string) (file string, ok bool) {
	if file, ok = s.beside(doc, written); ok && !s.withheld[file] && !s.waits(doc) {
		s.used[file] = true
	}
	return file, ok
}

// beside is a file of content/ by what a document writes of it; ok is false where there is none.
func (s *Site) beside(doc *Doc, written string) (file string, ok bool) {
	file = ukrainian.Normalise(path.Join(path.Dir(doc.File), written))
	return file, !filename.Private(file) && s.files[file]
}
