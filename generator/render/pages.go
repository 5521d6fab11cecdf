package render

import (
	"strings"

	"github.com/som-hub/vitryna/generator/site"
)

// Page is one page of the site and how it is made.
type Page struct {
	Address    string // "projects/ahenty-zmin/"; "" is the home page; "404.html" is itself a file
	Alternates map[string]string
	Indexed    bool // stands in the sitemap
	Item       *site.Item
	Alias      *Alias                 // of a page that leads on from an old address
	Book       string                 // of a page below a manual: print, references, glossary, terms
	Texts      string                 // whose texts the page can show: [TextsOf] an item, or [NoTexts]; empty: anybody's
	Cards      *Cards                 // of a page without texts: the cards that are all it shows of chapters; nil: it may show any
	Make       func() ([]byte, error) // each time anew: who has called may give it to [Reuse]
}

// Alias is an old address of an item, as it stands in the header.
type Alias struct {
	Item  *site.Item
	Value *site.Value
}

// NoTexts says that a file shows no text of an item. The texts of the home page, of sections and of tables are not meant: every page may show those.
const NoTexts = "-"

// Cards are those of one page of a list, and how many the list has. Beside them the page shows only what is told of items that live in no other.
type Cards struct {
	Items []*site.Item
	Of    int
}

// TextsOf are the texts of an item and of all that lives in the outermost item it lives in: a manual's chapters are bound in one book. A row of a
// section's table has none.
func TextsOf(item *site.Item) string {
	item = outermost(item)
	if inTable(item) {
		return NoTexts
	}
	return item.UK.Doc.Path
}

// outermost is the item that lives in no other: itself, or the one around all in which it lives.
func outermost(item *site.Item) *site.Item {
	for item.Owner != nil {
		item = item.Owner
	}
	return item
}

// inTable tells whether an item is a row of its section's table.
func inTable(item *site.Item) bool { return item.Kind.CSV && !item.Kind.Folders }

// Pages lists every page of the site.
func (r *Renderer) Pages() []Page {
	p := &pageList{r: r}
	for _, lang := range r.Site.Config.Languages {
		p.add("", r.Site.Config.Languages, lang, nil, func() ([]byte, error) { return r.homePage(lang) }).Texts = NoTexts
	}
	for _, item := range r.Site.Items {
		if !item.HasPage() {
			continue
		}
		languages := languagesOf(item.Versions)
		for _, lang := range languages {
			p.add(item.Path, languages, lang, item, func() ([]byte, error) { return r.itemPage(item, lang) })
		}
		p.books(item)
		p.aliases(item)
	}
	for _, l := range r.lists {
		for number := range l.pages() {
			for _, lang := range l.languages(r) {
				page := p.add(l.at(number+1), l.languages(r), lang, nil, func() ([]byte, error) { return r.listPage(l, number+1, lang) })
				page.Texts, page.Cards = NoTexts, l.cards(number+1)
			}
		}
	}
	p.years()
	p.figures()
	p.forms()
	p.calendar()
	p.indexes()
	p.transparency()
	p.slides()
	p.auctions()
	p.search()
	p.offline()
	p.components()
	p.removed()
	p.pages = append(p.pages, Page{Address: "404.html", Texts: NoTexts, Make: r.notFound})
	return p.pages
}

type pageList struct {
	r     *Renderer
	pages []Page
}

func (p *pageList) add(path string, languages []string, lang string, item *site.Item, makePage func() ([]byte, error)) *Page {
	page := Page{Address: site.Address(path, lang), Indexed: true, Item: item, Make: makePage}
	if item != nil {
		page.Texts = TextsOf(item)
	}
	if len(languages) > 1 {
		page.Alternates = map[string]string{}
		for _, l := range languages {
			page.Alternates[l] = site.Address(path, l)
		}
	}
	p.pages = append(p.pages, page)
	return &p.pages[len(p.pages)-1]
}

func (p *pageList) years() {
	uk := []string{site.UK}
	if len(p.r.Site.Tags) > 0 {
		p.add("tags", uk, site.UK, nil, p.r.tagsPage).Texts = NoTexts
	}
	if len(p.r.Site.Years) == 0 {
		return
	}
	p.add("years", uk, site.UK, nil, p.r.yearsPage).Texts = NoTexts
	for i, year := range p.r.Site.Years {
		p.add("years/"+year.Slug, uk, site.UK, nil, func() ([]byte, error) { return p.r.yearPage(i) }).Texts = NoTexts
	}
}

// aliases are the old addresses of an item: each a page that leads to the new one.
func (p *pageList) aliases(item *site.Item) {
	v, _ := item.UK.Doc.Value("aliases")
	for i := range v.Items {
		address := site.AliasAddress(v.Items[i].Text)
		if p.r.Site.Item(strings.Trim(address, "/")) != nil {
			continue // a page of today has the address; E-ADDRESS says so
		}
		p.pages = append(p.pages, Page{Address: address, Alias: &Alias{item, &v.Items[i]}, Make: func() ([]byte, error) { return p.r.movedPage(item, address) }})
	}
}

// removed are the items whose day has passed: their address says so (domain 2.1, expires).
func (p *pageList) removed() {
	for _, item := range p.r.Site.Hidden {
		if item.State == site.Expired && item.HasPage() {
			p.pages = append(p.pages, Page{Address: item.UK.Address(), Make: func() ([]byte, error) { return p.r.removedPage(item) }})
		}
	}
}

// MovedPage leads from an old address to the new one.
type MovedPage struct {
	Frame
	URL string
}

func (r *Renderer) movedPage(item *site.Item, address string) ([]byte, error) {
	view := &MovedPage{Frame: r.frame(site.UK, "moved", item.Path, site.UK), URL: url(item.UK)}
	view.Title = item.UK.Doc.Title
	return r.execute(r.layouts.pages["moved"], view, address)
}

func (r *Renderer) removedPage(item *site.Item) ([]byte, error) {
	view := &struct{ Frame }{r.frame(site.UK, "removed", item.Path, site.UK)}
	view.Title, view.Robots, view.noAddress = item.UK.Doc.Title, "noindex", true
	view.Breadcrumbs = []Link{view.home()}
	return r.execute(r.layouts.pages["removed"], view, item.UK.Address())
}

// notFound is the page for a wrong address. It may be served at any depth, so its addresses begin with the path of base_url.
func (r *Renderer) notFound() ([]byte, error) {
	view := &struct{ Frame }{r.frame(site.UK, "404", "404.html", site.UK)}
	view.Title, view.Robots, view.noAddress = view.T("404.title"), "noindex", true
	return r.executeFrom(r.layouts.pages["404"], view, "404.html", r.rootPath())
}

// rootPath is the path of the site on its host: "/", or "/som-hub/".
func (r *Renderer) rootPath() string {
	if r.Preview {
		return "/" // it is at home wherever the site will be
	}
	_, rest, _ := strings.Cut(r.Site.Config.BaseURL, "://")
	_, path, _ := strings.Cut(rest, "/")
	if path == "" {
		return "/"
	}
	return "/" + path + "/"
}
