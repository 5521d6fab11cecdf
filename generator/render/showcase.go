package render

import (
	"html/template"
	"path"
	"strings"

	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// ShowcaseView is what the page of a showcase shows of its exhibits.
type ShowcaseView struct {
	Layout string // grid, list, slides
	Total  int
	Text   string // «12 експонатів»
	Forms  string // of the noun, for the script that counts: «експонат|експонати|експонатів»
	Facets []FacetView
	Parts  []ShowcasePartView

	FacetsLabel string
	FilterIcon  template.HTML

	FeedURL   string // Atom of new exhibits; empty without base_url
	SlidesURL string // the same exhibits as slides; empty where the page shows them so itself
}

// ShowcasePartView is one section of a showcase. Of the one without a title, ID is empty.
type ShowcasePartView struct {
	ID, Title, Intro string
	Exhibits         []*ExhibitView
}

// ExhibitView is an exhibit among the others of its showcase.
type ExhibitView struct {
	*Card
	Number, Of int    // from 1
	Anchor     string // of its slide
	Prev, Next string // anchors of the slides beside it; empty at the ends
	Keys       string // its values of the facets: «kind=game level=primary subjects=matematyka»
}

// Showcase is what a showcase shows; nil for an item of another kind.
func (p *ItemPage) Showcase() *ShowcaseView {
	if p.item.Kind.Name != "showcase" {
		return nil
	}
	if p.showcase == nil {
		p.showcase = p.Card.r.showcase(p.item, p.Card.lang)
	}
	return p.showcase
}

func (r *Renderer) showcase(item *site.Item, lang string) *ShowcaseView {
	rd := reader{r, lang}
	facets := r.Site.FacetsOf(item)
	view := &ShowcaseView{Layout: item.UK.Doc.Text("layout"), Facets: rd.facetLinks(facets, item.Path, "", ""), FacetsLabel: rd.T("showcase.narrow"), FilterIcon: rd.Icon("filter")}
	keys := exhibitKeys(facets)
	var before *ExhibitView
	for _, part := range r.Site.ShowcaseParts(item, lang) {
		group := ShowcasePartView{ID: part.Anchor(), Title: part.Title, Intro: part.Intro}
		for _, exhibit := range part.Items {
			view.Total++
			e := &ExhibitView{Card: r.card(exhibit, lang), Number: view.Total, Anchor: "slaid-" + exhibit.ID, Keys: strings.Join(keys[exhibit], " ")}
			if before != nil {
				e.Prev, before.Next = before.Anchor, e.Anchor
			}
			before, group.Exhibits = e, append(group.Exhibits, e)
		}
		view.Parts = append(view.Parts, group)
	}
	for _, part := range view.Parts {
		for _, e := range part.Exhibits {
			e.Of = view.Total
		}
	}
	if view.Total > 0 {
		noun := before.item.Kind.Label
		view.Text, view.Forms = count(view.Total, noun, lang), forms(noun, lang)
		if r.Site.Config.BaseURL != "" {
			view.FeedURL = root + ExhibitFeed(item, lang)
		}
		if view.Layout != "slides" {
			view.SlidesURL = root + item.Best(lang).Address() + "slides/"
		}
	}
	return view
}

// AllExhibits is the path of the list of the exhibits of all showcases.
const AllExhibits = "showcases/exhibits"

// ExhibitFeed is the path of the Atom feed of the exhibits of a showcase.
func ExhibitFeed(showcase *site.Item, lang string) string {
	return showcase.Best(lang).Address() + "feed.xml"
}

// exhibitKeys are the values of the facets by exhibit, for the script that narrows the showcase.
func exhibitKeys(facets []site.Facet) map[*site.Item][]string {
	keys := map[*site.Item][]string{}
	for _, f := range facets {
		for _, v := range f.Values {
			for _, item := range v.Items {
				keys[item] = append(keys[item], f.Field.Name+"="+v.Slug)
			}
		}
	}
	return keys
}

// forms are the forms of a noun for counting, parted by a sign that no word has.
func forms(noun site.Noun, lang string) string {
	if lang == site.EN {
		return noun.EN[0] + "|" + noun.EN[1]
	}
	return noun.UK.One + "|" + noun.UK.Few + "|" + noun.UK.Many
}

// slides are the pages of showcases with their exhibits as slides, for those that show them otherwise.
func (p *pageList) slides() {
	for _, item := range p.r.Site.Items {
		if item.Kind.Name != "showcase" || item.UK.Doc.Text("layout") == "slides" || len(item.Children("exhibits")) == 0 {
			continue
		}
		languages := languagesOf(item.Versions)
		for _, lang := range languages {
			p.add(item.Path+"/slides", languages, lang, nil, func() ([]byte, error) { return p.r.slidesPage(item, lang) })
		}
	}
}

func (r *Renderer) slidesPage(item *site.Item, lang string) ([]byte, error) {
	page, card := item.In(lang), r.card(item, lang)
	f := r.frame(lang, "slides", item.Path+"/slides", languagesOf(item.Versions)...)
	f.Title, f.Summary, f.KindName = f.T("slides.of", page.Doc.Title), page.Doc.Summary(), item.Kind.Name
	f.Breadcrumbs = append(r.itemCrumbs(&f, item), f.itemLink(item))
	view := &ItemPage{Card: card, inFrame: inFrame{&f}, page: page}
	return r.execute(r.layouts.page(item.Kind.Name, "slides"), view, page.Address()+"slides/")
}

// showcaseLists are the lists of the facets of each showcase: without script they narrow it.
func (r *Renderer) showcaseLists() []*list {
	var lists []*list
	for _, item := range r.Site.Items {
		if item.Kind.Name != "showcase" {
			continue
		}
		facets := r.Site.FacetsOf(item)
		for _, f := range facets {
			for _, v := range f.Values {
				lists = append(lists, &list{
					path: item.Path + "/by/" + f.Field.Name + "/" + v.Slug, kind: "list", section: r.Site.Section("exhibits"), owner: item,
					facets: facets, facet: f.Field.Name, value: v.Slug, title: v.Label, items: v.Items,
				})
			}
		}
	}
	return lists
}

// Archived tells that a showcase has been closed: it is kept to be seen.
func (c *Card) Archived() bool { return c.r.Site.Archived(c.item) }

// ByArchive are the showcases of this page of the list: those that may be seen now, and the archive.
func (p *ListPage) ByArchive() []Group {
	var groups []Group
	for _, card := range p.Items() {
		label, id := p.T("showcase.now"), "_now"
		if card.Archived() {
			label, id = p.T("showcase.archive"), "_archive"
		}
		if n := len(groups); n == 0 || groups[n-1].Section != id {
			groups = append(groups, Group{Label: label, Section: id})
		}
		last := &groups[len(groups)-1]
		last.Cards = append(last.Cards, card)
	}
	return groups
}

// ExhibitsURL is the list of the exhibits of all showcases, or "" where there are none.
func (p *ListPage) ExhibitsURL() string {
	if sec := p.r.Site.Section("exhibits"); sec == nil || len(sec.Items) == 0 {
		return ""
	}
	return root + site.Address(AllExhibits, p.lang)
}

// SchoolYear is the academic year in which a showcase opened, with the address of its page where there is one.
func (c *Card) SchoolYear() Link {
	opened := c.item.UK.Doc.Date("opened")
	if opened.IsZero() {
		return Link{}
	}
	first := ukrainian.AcademicYear(opened)
	link := Link{Title: c.academicYear(first)}
	for _, year := range c.r.Site.Years {
		if year.First == first && c.lang == site.UK {
			link.URL = root + "years/" + year.Slug + "/"
		}
	}
	return link
}

// ExhibitCount is how many exhibits a showcase has: «12 експонатів»; "" without any.
func (c *Card) ExhibitCount() string {
	exhibits := c.item.Children("exhibits")
	if len(exhibits) == 0 {
		return ""
	}
	return count(len(exhibits), exhibits[0].Kind.Label, c.lang)
}

// Front are the first exhibits of a showcase: what a passer-by sees.
func (c *Card) Front(n int) []*Card {
	exhibits := c.Children("exhibits")
	return exhibits[:min(n, len(exhibits))]
}

// AuthorView is an author of an exhibit: by name where there is consent, else by a label.
type AuthorView struct{ Name, URL, Institution string }

// Authors are the authors of an exhibit. A record of the base of educators that is not shown any more leaves no name behind (PD-11).
func (c *Card) Authors() []AuthorView {
	var list []AuthorView
	for _, author := range c.Objects("authors") {
		view := AuthorView{Name: author.Text("name"), Institution: author.Text("institution")}
		if records := author.Refs("teacher"); len(records) > 0 {
			view.Name, view.URL = records[0].Title(), records[0].URL()
			if view.Institution == "" {
				view.Institution = records[0].Text("institution")
			}
		}
		if view.Name == "" {
			view.Name = author.Text("label")
		}
		if view.Name == "" {
			view.Name = c.T("exhibit.author")
		}
		list = append(list, view)
	}
	return list
}

// MaterialView is a material of an exhibit: a file with its type and size, or an address with its host.
type MaterialView struct {
	Title, URL string
	Kind, Size string // of a file: «PDF», «1,2 МБ»
	Host       string // of an address
}

// Materials are what an exhibit offers to take.
func (c *Card) Materials() []MaterialView {
	v, _ := c.item.UK.Doc.Value("files")
	var list []MaterialView
	for _, e := range v.Items {
		file, _ := e.Part("file")
		address, _ := e.Part("url")
		title, _ := e.Part("title")
		m := MaterialView{Title: title.Text, URL: address.Text, Host: host(address.Text)}
		if address.Text == "" {
			f, ok := c.r.Files[siblingFile(c.item, file.Text)]
			if !ok {
				continue
			}
			m.URL, m.Kind, m.Size = root+f.Path, strings.ToUpper(strings.TrimPrefix(path.Ext(file.Text), ".")), c.size(f.Size)
		}
		if m.Title == "" {
			m.Title = path.Base(file.Text)
			if address.Text != "" {
				m.Title = m.Host
			}
		}
		list = append(list, m)
	}
	return list
}

func host(address string) string {
	_, rest, _ := strings.Cut(address, "://")
	name, _, _ := strings.Cut(rest, "/")
	return strings.TrimPrefix(name, "www.")
}

// RowText is the text of an exhibit that a row of a table holds.
func (p *ItemPage) RowText() template.HTML { return p.fields().Field("body").HTML }

// Case is a methodical case with its parts; its first element, or nothing for an exhibit that is none.
func (c *Card) Case() *Parts {
	parts := c.Objects("case")
	if len(parts) == 0 {
		return nil
	}
	return &parts[0]
}
