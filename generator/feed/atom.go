package feed

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"slices"
	"strings"
	"time"

	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// Options say which feed is made.
type Options struct {
	Lang    string
	Path    string        // of the feed itself: feed.xml, en/news/feed.xml
	Section *site.Section // whose items it holds; nil: those of every section with a feed
	Owner   *site.Item    // of the section's items only those inside it: the exhibits of a showcase; nil: all
}

// newest is how many entries a feed has at most.
const newest = 30

// emptyUpdated is the date of a feed without entries. RFC 4287 wants one, and the clock would give other bytes every day.
const emptyUpdated = "2000-01-01T00:00:00+02:00"

// Atom is the feed of what is new (RFC 4287) in one language: items of kinds with a feed that are shown and dated, the newest
// first. An English feed holds only what has an English version.
//
// An entry is dated by `updated`, else `date`, else the day of `start` or of a document. The hour of an event is never told: the page says it
// when it may be known (SF-03).
func Atom(s *site.Site, o Options) []byte {
	if s.Config.BaseURL == "" {
		return nil
	}
	f := &atomFeed{
		Lang: o.Lang, Author: atomPerson{Name: s.Config.Owner, URI: absolute(s.Config.BaseURL, site.Address("", site.UK))},
		ID: absolute(s.Config.BaseURL, o.Path), Updated: emptyUpdated,
	}
	about, home := &s.Home, site.Address("", o.Lang)
	f.Title = s.Config.Name.In(o.Lang)
	if o.Section != nil {
		about, home = &o.Section.Intro, site.Address(o.Section.Path(), o.Lang)
		f.Title = sectionTitle(o.Section, o.Lang) + " — " + f.Title
	}
	if o.Owner != nil {
		title, _ := o.Owner.Title(o.Lang)
		about, home, f.Title = &o.Owner.Versions, o.Owner.Best(o.Lang).Address(), title+" — "+s.Config.Name.In(o.Lang)
	}
	if page := about.In(o.Lang); page != nil {
		f.Subtitle = page.Doc.Summary()
	}
	f.Links = []atomLink{
		{Rel: "self", Type: "application/atom+xml", Href: f.ID},
		{Rel: "alternate", Type: "text/html", Lang: o.Lang, Href: absolute(s.Config.BaseURL, home)},
	}
	var last time.Time
	for _, item := range recent(s, o) {
		e, updated := entry(s, item, o.Lang)
		f.Entries = append(f.Entries, e)
		if updated.After(last) {
			last, f.Updated = updated, e.Updated
		}
	}
	return encode(f)
}

func sectionTitle(sec *site.Section, lang string) string {
	if intro := sec.Intro.In(lang); intro != nil && intro.Doc.Title != "" {
		return intro.Doc.Title
	}
	return sec.Kind.Plural(lang)
}

// recent are the items of a feed, newest first; of one day by their paths, so that the order is total (C-07).
func recent(s *site.Site, o Options) []*site.Item {
	items := s.Items
	if o.Section != nil {
		items = o.Section.Items
	}
	var list []*site.Item
	for _, item := range items {
		wanted := (item.Kind.Feed || o.Section != nil) && (o.Owner == nil || item.Owner == o.Owner)
		if wanted && item.HasPage() && item.In(o.Lang) != nil && !published(item).IsZero() && published(item).First().Compare(s.Now) <= 0 {
			list = append(list, item)
		}
	}
	slices.SortFunc(list, func(a, b *site.Item) int {
		return cmp.Or(published(b).Compare(published(a)), strings.Compare(a.Path, b.Path))
	})
	return list[:min(len(list), newest)]
}

// published is the date by which a feed is ordered.
func published(item *site.Item) ukrainian.Date {
	if d := item.UK.Doc.Date("date"); !d.IsZero() {
		return d
	}
	if d := item.UK.Doc.Date("start"); !d.IsZero() {
		return d.First()
	}
	if d := item.Since(); !d.IsZero() { // of a showcase, of an exhibit
		return d
	}
	return item.UK.Doc.Date("issued") // of a document
}

func entry(s *site.Site, item *site.Item, lang string) (e atomEntry, updated time.Time) {
	page, doc := item.In(lang), item.UK.Doc
	title, _ := item.Title(lang)
	address := absolute(s.Config.BaseURL, page.Address())
	e = atomEntry{ID: address, Title: title, Summary: page.Doc.Summary()}
	e.Links = append(e.Links, atomLink{Rel: "alternate", Type: "text/html", Lang: lang, Href: address})
	if item.In(other(lang)) != nil {
		path := item.In(other(lang)).Address()
		e.Links = append(e.Links, atomLink{Rel: "alternate", Type: "text/html", Lang: other(lang), Href: absolute(s.Config.BaseURL, path)})
	}
	if original, ok := doc.Value("external"); ok && original.Field.Type == site.URL {
		e.Links = append(e.Links, atomLink{Rel: "via", Href: original.Text})
	}
	date := published(item)
	if !doc.Date("date").IsZero() {
		e.Published = moment(date).Format(time.RFC3339)
	}
	updated = moment(date)
	if changed := doc.Date("updated"); !changed.IsZero() && moment(changed).After(updated) {
		updated = moment(changed)
	}
	e.Updated = updated.Format(time.RFC3339)
	e.Categories = categories(s, item, lang)
	return e, updated
}

// moment is a date as clocks in Kyiv show it, midnight where there is no hour.
func moment(d ukrainian.Date) time.Time { return d.Time(ukrainian.Kyiv()) }

// categories are the item's tags, which are Ukrainian in every feed.
func categories(s *site.Site, item *site.Item, lang string) []atomCategory {
	var list []atomCategory
	for _, word := range item.Tags() {
		slug := ukrainian.Slug(word)
		if slug == "" || slices.ContainsFunc(list, func(c atomCategory) bool { return c.Term == slug }) {
			continue
		}
		c := atomCategory{Term: slug, Scheme: absolute(s.Config.BaseURL, "tags/"), Label: word}
		if lang != site.UK {
			c.Lang = site.UK
		}
		list = append(list, c)
	}
	return list
}

type atomFeed struct {
	XMLName  xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang     string      `xml:"xml:lang,attr"`
	ID       string      `xml:"id"`
	Title    string      `xml:"title"`
	Subtitle string      `xml:"subtitle,omitempty"`
	Updated  string      `xml:"updated"`
	Author   atomPerson  `xml:"author"`
	Links    []atomLink  `xml:"link"`
	Entries  []atomEntry `xml:"entry"`
}

type atomPerson struct {
	Name string `xml:"name"`
	URI  string `xml:"uri"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr,omitempty"`
	Lang string `xml:"hreflang,attr,omitempty"`
	Href string `xml:"href,attr"`
}

type atomEntry struct {
	ID         string         `xml:"id"`
	Title      string         `xml:"title"`
	Links      []atomLink     `xml:"link"`
	Published  string         `xml:"published,omitempty"`
	Updated    string         `xml:"updated"`
	Categories []atomCategory `xml:"category"`
	Summary    string         `xml:"summary,omitempty"`
}

type atomCategory struct {
	Lang   string `xml:"xml:lang,attr,omitempty"`
	Term   string `xml:"term,attr"`
	Scheme string `xml:"scheme,attr"`
	Label  string `xml:"label,attr"`
}

func encode(f *atomFeed) []byte {
	var b bytes.Buffer
	b.WriteString(xml.Header)
	e := xml.NewEncoder(&b)
	e.Indent("", " ")
	if err := e.Encode(f); err != nil {
		panic("feed: " + err.Error()) // strings into a buffer
	}
	b.WriteByte('\n')
	return b.Bytes()
}
