package render

import (
	"html/template"
	"strconv"
	"strings"

	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// pageSize is how many items a page of a list shows.
const pageSize = 24

// list is one list of items: a section, one value of a facet, a tag.
type list struct {
	path    string // without language
	kind    string // list, tag, winners
	title   site.Text
	section *site.Section // nil for a tag
	facets  []site.Facet
	facet   string // of a facet's list: its field and value
	value   string
	items   []*site.Item
	owner   *site.Item // of the exhibits of one showcase, else nil

	alphabet alphabet
}

// allLists finds the lists of the site. Facets are counted here once, not on every page.
func (r *Renderer) allLists() []*list {
	var lists []*list
	for _, sec := range r.Site.Sections {
		path, kind := sec.Kind.Section, "list"
		if sec.Kind.Inside != "" {
			if sec.Owners() == nil || !sec.Kind.CSV {
				continue
			}
			path = sec.Path()
			if sec.Kind.NoPage {
				kind = sec.Kind.Section
			}
		}
		facets := r.Site.Facets(sec)
		main := &list{path: path, kind: kind, section: sec, facets: facets, items: sec.Items}
		lists = append(lists, main)
		for _, f := range facets {
			for _, v := range f.Values {
				lists = append(lists, &list{
					path: path + "/by/" + f.Field.Name + "/" + v.Slug, kind: kind, section: sec, facets: facets,
					facet: f.Field.Name, value: v.Slug, title: v.Label, items: v.Items,
				})
			}
		}
	}
	lists = append(lists, r.showcaseLists()...)
	for _, tag := range r.Site.Tags {
		lists = append(lists, &list{path: "tags/" + tag.Slug, kind: "tag", title: site.Text{UK: tag.Title}, items: tag.Items})
	}
	return lists
}

func (l *list) pages() int { return max(1, (len(l.items)+l.pageSize()-1)/l.pageSize()) }

// pageSize is how many items a page of this list shows. A glossary is looked through by its letters, so it stands on one page.
func (l *list) pageSize() int {
	if l.section != nil && l.section.Kind.Name == "term" {
		return max(1, len(l.items))
	}
	return pageSize
}

func (l *list) languages(r *Renderer) []string {
	switch {
	case l.section == nil:
		return []string{site.UK}
	case l.owner != nil:
		return languagesOf(l.owner.Versions)
	}
	return r.Site.Config.Languages
}

// at is the path of a page of the list, from 1.
func (l *list) at(number int) string {
	if number == 1 {
		return l.path
	}
	return l.path + "/page/" + strconv.Itoa(number)
}

// cards are the cards of a page of the list, where it shows no other chapter: the introduction of a section may link to some.
func (l *list) cards(number int) *Cards {
	if sec := l.section; sec != nil && (sec.Kind.Inside != "" || l.owner != nil || number == 1 && l.facet == "") {
		return nil
	}
	return &Cards{l.shown(number), len(l.items)}
}

// shown are the items of a page of the list.
func (l *list) shown(number int) []*site.Item {
	from := (number - 1) * l.pageSize()
	return l.items[from:min(from+l.pageSize(), len(l.items))]
}

// ListPage is one page of a list.
type ListPage struct {
	Frame
	list   *list
	number int
}

func (r *Renderer) listPage(l *list, number int, lang string) ([]byte, error) {
	path := l.at(number)
	f := r.frame(lang, l.kind, path, l.languages(r)...)
	view := &ListPage{Frame: f, list: l, number: number}
	view.Breadcrumbs = []Link{view.home()}
	layout := r.layouts.pages["list"]
	switch {
	case l.section == nil:
		view.Title = view.T("tags.of", l.title.UK)
		view.Breadcrumbs = append(view.Breadcrumbs, Link{Title: view.T("tags.label"), URL: root + "tags/"})
	default:
		view.KindName = l.section.Kind.Name
		layout = r.layouts.page(l.section.Kind.Name, "list")
		view.describe()
	}
	if l.kind == "winners" {
		layout = r.layouts.pages["winners"]
	}
	if number > 1 {
		view.Title = view.Title + " — " + view.T("list.page", strconv.Itoa(number))
		view.Breadcrumbs = append(view.Breadcrumbs, Link{Title: view.listTitle(), URL: root + site.Address(l.path, lang)})
	}
	return r.execute(layout, view, site.Address(path, lang))
}

// describe names the list of a section or of a facet's value.
func (p *ListPage) describe() {
	sec := p.list.section
	if owner := sec.Owners(); sec.Kind.Inside != "" && owner != nil {
		above := p.r.Site.Section(owner.Section)
		p.Breadcrumbs = append(p.Breadcrumbs, Link{Title: p.sectionTitle(above), URL: p.Link(owner.Section)})
	}
	if intro := sec.Intro.Best(p.lang); intro != nil && p.list.facet == "" {
		p.Summary = intro.Doc.Summary()
	}
	p.Title = p.listTitle()
	switch {
	case p.list.owner != nil:
		p.Breadcrumbs = append(p.Breadcrumbs, p.itemLink(p.list.owner))
	case p.list.facet != "":
		p.Breadcrumbs = append(p.Breadcrumbs, Link{Title: p.sectionTitle(sec), URL: root + site.Address(p.sectionPath(), p.lang)})
	}
	p.subject.Section, p.subject.Items = sec, p.shown()
}

func (p *ListPage) sectionPath() string {
	path, _, _ := strings.Cut(p.list.path, "/by/")
	return path
}

func (p *ListPage) listTitle() string {
	switch {
	case p.list.section == nil:
		return p.T("tags.of", p.list.title.UK)
	case p.list.owner != nil:
		title, _ := p.list.owner.Title(p.lang)
		return title + ": " + p.list.title.In(p.lang)
	case p.list.facet != "":
		return p.sectionTitle(p.list.section) + ": " + p.list.title.In(p.lang)
	}
	return p.sectionTitle(p.list.section)
}

// Items are the cards of this page of the list.
func (p *ListPage) Items() []*Card { return p.r.cardsOf(p.shown(), p.lang) }

// shown are the items of this page of the list.
func (p *ListPage) shown() []*site.Item { return p.list.shown(p.number) }

// Body is the section's introduction, on the first page.
func (p *ListPage) Body() template.HTML {
	if p.list.section == nil || p.list.facet != "" || p.number > 1 {
		return ""
	}
	intro := p.list.section.Intro.Best(p.lang)
	if intro == nil {
		return ""
	}
	return p.r.body(intro)
}

// Total is the number of items of the whole list.
func (p *ListPage) Total() int { return len(p.list.items) }

// TotalText is the number with its noun: «22 проєкти».
func (p *ListPage) TotalText() string {
	if p.list.section == nil {
		return p.Count(p.Total(), "count.items")
	}
	return count(p.Total(), p.list.section.Kind.Label, p.lang)
}

// FacetView is a facet with its values as links.
type FacetView struct {
	Label, Name string
	Values      []FacetLink
}

// FacetLink is one value of a facet.
type FacetLink struct {
	Label, Count, URL string
	Name              string // of the value: running; empty for all
	Current           bool
}

// Facets are the ways to narrow the list.
func (p *ListPage) Facets() []FacetView {
	return p.facetLinks(p.list.facets, p.sectionPath(), p.list.facet, p.list.value)
}

// facetLinks are facets as links to the lists below a path; the value of the facet given is the current one.
func (rd reader) facetLinks(facets []site.Facet, base, facet, value string) []FacetView {
	var views []FacetView
	for _, f := range facets {
		view := FacetView{Label: f.Field.Label.In(rd.lang), Name: f.Field.Name}
		if f.Field.Type == site.DateOnly || f.Field.Type == site.DateTime {
			view.Label = rd.T("facets.year") // a list is narrowed by the year alone
		}
		view.Values = append(view.Values, FacetLink{Label: rd.T("list.all"), URL: root + site.Address(base, rd.lang), Current: facet != f.Field.Name})
		for _, v := range f.Values {
			view.Values = append(view.Values, FacetLink{
				Label: v.Label.In(rd.lang), Count: ukrainian.Number(len(v.Items)), Name: v.Slug,
				URL:     root + site.Address(base+"/by/"+f.Field.Name+"/"+v.Slug, rd.lang),
				Current: facet == f.Field.Name && value == v.Slug,
			})
		}
		views = append(views, view)
	}
	return views
}

// PagerView leads through the pages of a list.
type PagerView struct {
	Number, Of int
	First      string
	Prev, Next string
	Pages      []PagerLink
}

// PagerLink is one page of a list, or a gap.
type PagerLink struct {
	Number       int
	URL          string
	Current, Gap bool
}

// Pager leads through the pages of the list; nil where there is one.
func (p *ListPage) Pager() *PagerView {
	of := p.list.pages()
	if of == 1 {
		return nil
	}
	address := func(n int) string { return root + site.Address(p.list.at(n), p.lang) }
	view := &PagerView{Number: p.number, Of: of, First: address(1)}
	if p.number > 1 {
		view.Prev = address(p.number - 1)
	}
	if p.number < of {
		view.Next = address(p.number + 1)
	}
	last := 0
	for n := 1; n <= of; n++ {
		if n != 1 && n != of && (n < p.number-2 || n > p.number+2) {
			continue
		}
		if n > last+1 {
			view.Pages = append(view.Pages, PagerLink{Gap: true})
		}
		view.Pages = append(view.Pages, PagerLink{Number: n, URL: address(n), Current: n == p.number})
		last = n
	}
	return view
}

// Groups are the items by the item they live in: winners by contest.
func (p *ListPage) Groups() []Group {
	var groups []Group
	at := map[*site.Item]int{}
	for _, card := range p.Items() {
		owner := card.item.Owner
		if owner == nil {
			continue
		}
		i, ok := at[owner]
		if !ok {
			i = len(groups)
			at[owner] = i
			title, _ := owner.Title(p.lang)
			groups = append(groups, Group{Title: title, URL: url(owner.Best(p.lang))})
		}
		groups[i].Cards = append(groups[i].Cards, card)
	}
	return groups
}

// TagsPage lists all tags.
type TagsPage struct{ Frame }

// Tags are all tags with the number of their items.
func (p *TagsPage) Tags() []TagLink {
	var tags []TagLink
	for _, t := range p.r.Site.Tags {
		tags = append(tags, TagLink{Title: t.Title, URL: root + "tags/" + t.Slug + "/", Count: len(t.Items)})
	}
	return tags
}

// Body is empty: nobody writes an introduction to the tags.
func (p *TagsPage) Body() template.HTML { return "" }

func (r *Renderer) tagsPage() ([]byte, error) {
	view := &TagsPage{r.frame(site.UK, "tags", "tags", site.UK)}
	view.Title = view.T("tags.label")
	view.Breadcrumbs = []Link{view.home()}
	return r.execute(r.layouts.pages["tags"], view, "tags/")
}

// Opening is the introduction of a list in two pieces: a phone shows its first paragraph and keeps the rest folded, so that the list is near.
type Opening struct{ First, Rest template.HTML }

// Opening parts an introduction after its first paragraph. What does not begin with one, or has nothing after it, stays whole.
func (f *Frame) Opening(body template.HTML) Opening {
	const end = "</p>"
	text := string(body)
	if at := strings.Index(text, end); at >= 0 && (strings.HasPrefix(text, "<p>") || strings.HasPrefix(text, "<p ")) && strings.TrimSpace(text[at+len(end):]) != "" {
		at += len(end)
		return Opening{First: template.HTML(text[:at]), Rest: template.HTML(text[at:])} // safe: a text of the site, as it was made
	}
	return Opening{First: body}
}
