package render

import (
	"bytes"
	"html/template"
	"slices"
	"strings"

	"github.com/som-hub/vitryna/generator/site"
)

// Frame is what every page has: head, header, footer. It shows no count over the whole site, or one added page would
// change all.
type Frame struct {
	reader
	*frameParts

	Lang        string
	Type        string
	Title       string
	Summary     string
	KindName    string
	Breadcrumbs []Link
	Switch      *Switch
	Robots      string

	path      string // without language
	languages []string
	subject   subject

	noAddress  bool   // of pages that stand at any address
	currentTop string // section or item that the menu marks
}

// Link is a title with an address.
type Link struct {
	Title, URL string
	Current    bool
	Section    string
}

// Switch leads to the other language. Same is false where the page has no translation: then it leads to that language's home.
type Switch struct {
	Lang, Label, URL string
	Same             bool
}

// Alternate is the page in another language, by its absolute address.
type Alternate struct{ Lang, URL string }

// Property is one of Open Graph.
type Property struct{ Property, Content string }

// SiteView is the site's own data.
type SiteView struct {
	Name, Owner, Accent, Logo string
	LogoWidth, LogoHeight     int // that the name beside it does not move when it comes
	Contacts                  site.Contacts
	ExternalLinks             []site.ExternalLink
	Languages                 []string
	Rights, RightsURL         string
}

// frameParts are the parts of a frame that all pages of a language share; they are made once.
type frameParts struct {
	Site     SiteView
	Pages    []Link
	Sections []Link
	FeedURL  string
	Year     int

	CalendarURL string // all events for calendar programs; empty where no event has a day

	menu      []Link
	keepWords string
}

// Policy is the Content-Security-Policy of the page.
func (f *Frame) Policy() string { return PagePolicy(!f.r.Disk) }

// PagePolicy is the Content-Security-Policy of pages: nothing inline, nothing foreign (design 9). connects: its scripts may fetch files of
// the site itself, as those that keep pages do. All pages of the web allow it: who asks a page for /robots.txt, as judges of sites do from
// inside the page, is refused otherwise. A copy on a disk has nothing to fetch.
func PagePolicy(connects bool) string {
	policy := "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; media-src 'self'; " +
		"manifest-src 'self'; base-uri 'none'; form-action 'self'"
	if connects {
		return policy + "; connect-src 'self'"
	}
	return policy
}

func (r *Renderer) frameParts(lang string) *frameParts {
	s, rd := r.Site, reader{r, lang}
	c := &s.Config
	p := &frameParts{Year: s.Now.Year, Site: SiteView{
		Name: c.Name.In(lang), Owner: c.Owner, Accent: c.Accent, Contacts: c.Contacts, ExternalLinks: c.ExternalLinks,
		Languages: c.Languages, Rights: c.RightsLabel.In(lang), RightsURL: licences[c.Rights],
	}}
	if c.HideAddress {
		p.Site.Contacts.Address = ""
	}
	if c.Logo != "" {
		p.Site.Logo = r.fileURL("content/" + c.Logo)
		logo := r.Files["content/"+c.Logo]
		p.Site.LogoWidth, p.Site.LogoHeight = logo.Width, logo.Height
	}
	if c.BaseURL != "" {
		p.FeedURL = root + site.Address("", lang) + "feed.xml"
	}
	p.CalendarURL = r.calendarURL(lang)
	p.menu, p.keepWords = r.menu(rd), rd.keepWords()
	p.Pages = r.footerPages(rd)
	for _, sec := range s.Sections {
		if sec.Kind.Inside == "" && sec.Kind.Name != "page" {
			p.Sections = append(p.Sections, Link{Title: rd.sectionTitle(sec), URL: rd.Link(sec.Kind.Section), Section: sec.Kind.Section})
		}
	}
	if len(s.Years) > 0 && lang == site.UK {
		p.Sections = append(p.Sections, Link{Title: rd.T("years.title"), URL: root + "years/", Section: "years"})
	}
	if len(s.Forms) > 0 {
		p.Sections = append(p.Sections, Link{Title: rd.T("forms.all"), URL: root + site.Address("forms", lang), Section: "forms"})
	}
	if len(s.Calendar.Months) > 0 {
		p.Sections = append(p.Sections, Link{Title: rd.T("calendar.title"), URL: root + site.Address("calendar", lang), Section: "calendar"})
	}
	return p
}

var licences = map[string]string{
	"cc-by-4.0": "https://creativecommons.org/licenses/by/4.0/deed.uk", "cc-by-sa-4.0": "https://creativecommons.org/licenses/by-sa/4.0/deed.uk",
	"cc-by-nc-4.0": "https://creativecommons.org/licenses/by-nc/4.0/deed.uk", "public-domain": "https://creativecommons.org/publicdomain/zero/1.0/deed.uk",
}

// sought are the sections that visitors look for first, in a menu that nobody has put together.
var sought = []string{"centres", "projects", "events", "contests", "manuals", "showcases", "news"}

// soughtFirst puts sections into the order in which they are looked for; of all others that of their names stays.
func soughtFirst(sections []*site.Section) []*site.Section {
	rank := func(sec *site.Section) int {
		if i := slices.Index(sought, sec.Kind.Section); i >= 0 {
			return i
		}
		return len(sought)
	}
	sections = slices.Clone(sections)
	slices.SortStableFunc(sections, func(a, b *site.Section) int { return rank(a) - rank(b) })
	return sections
}

// menu follows site.yaml; a site that names no menu has its sections, at most seven. Pages that ask for it stand behind, unless the menu names them.
func (r *Renderer) menu(rd reader) []Link {
	var links []Link
	for _, entry := range r.Site.Config.Menu {
		if item := r.Site.Item(entry.Path); item != nil {
			links = append(links, rd.itemLink(item))
		} else if sec := r.Site.Section(entry.Path); slices.Contains(r.Site.Sections, sec) {
			links = append(links, Link{Title: rd.sectionTitle(sec), URL: rd.Link(entry.Path), Section: entry.Path})
		}
	}
	given := len(r.Site.Config.Menu) > 0
	for _, sec := range soughtFirst(r.Site.Sections) {
		if !given && sec.Kind.Inside == "" && sec.Kind.Name != "page" && !sec.Kind.NoPage && len(links) < 7 {
			links = append(links, Link{Title: rd.sectionTitle(sec), URL: rd.Link(sec.Kind.Section), Section: sec.Kind.Section})
		}
	}
	for _, item := range r.pagesOf() {
		named := slices.ContainsFunc(links, func(l Link) bool { return l.Section == item.Path })
		if v, _ := item.UK.Doc.Value("menu"); v.Bool && !named {
			links = append(links, rd.itemLink(item))
		}
	}
	return links
}

func (r *Renderer) pagesOf() []*site.Item {
	if sec := r.Site.Section("pages"); sec != nil {
		return sec.Items
	}
	return nil
}

// footerPages are the obligatory pages and those of the menu.
func (r *Renderer) footerPages(rd reader) []Link {
	var links []Link
	for _, item := range r.pagesOf() {
		if rd.lang == site.UK || item.EN != nil {
			links = append(links, rd.itemLink(item))
		}
	}
	if rd.lang == site.UK && r.disclosesAlone() {
		links = append(links, Link{Title: rd.T("transparency.title"), URL: root + site.Address(site.TransparencyPath, site.UK), Section: site.TransparencyPath})
	}
	return links
}

func (rd reader) itemLink(item *site.Item) Link {
	title, _ := item.Title(rd.lang)
	if short, ok := item.Value("menu_title", rd.lang); ok {
		title = short.Text
	}
	return Link{Title: title, URL: url(item.Best(rd.lang)), Section: item.Path}
}

func (rd reader) sectionTitle(sec *site.Section) string {
	if intro := sec.Intro.In(rd.lang); intro != nil && intro.Doc.Title != "" {
		return intro.Doc.Title
	}
	return sec.Kind.Plural(rd.lang)
}

// frame makes the frame of a page at a path; languages are those in which the page exists.
func (r *Renderer) frame(lang, kind, path string, languages ...string) Frame {
	f := Frame{reader: reader{r, lang}, frameParts: r.frames[lang], Lang: lang, Type: kind, path: path, languages: languages}
	top, _, _ := strings.Cut(path, "/")
	f.currentTop = top
	f.Switch = f.makeSwitch()
	return f
}

func (f *Frame) makeSwitch() *Switch {
	if !f.r.Site.Config.English() {
		return nil
	}
	other := site.EN
	if f.lang == site.EN {
		other = site.UK
	}
	s := &Switch{Lang: other, Label: reader{f.r, other}.T("language"), URL: root + site.Address("", other)}
	for _, l := range f.languages {
		if l == other {
			s.URL, s.Same = root+site.Address(f.path, other), true
		}
	}
	return s
}

// Menu is the main menu with the place of this page marked.
func (f *Frame) Menu() []Link {
	menu := slices.Clone(f.menu)
	if at := f.menuPlace(); at >= 0 {
		menu[at].Current = true
	}
	return menu
}

// menuPlace is the entry of the menu that the page belongs to, or -1.
func (f *Frame) menuPlace() int {
	place := -1
	for i, l := range f.menu {
		if l.Section == f.path {
			return i
		}
		if l.Section == f.currentTop {
			place = i
		}
	}
	return place
}

// keptKey names a part of a page that many pages share: what it shows depends on nothing else.
type keptKey struct {
	name, lang string
	crumbs     string // titles and addresses
	place      int
	home       bool
	owner      *site.Item
	run        int    // of the owner's chapters
	turn       uint64 // of the texts, where there is an owner
}

// Kept is a shared template that is executed once for all pages of a language with the same place in the menu:
// header and footer. It may show nothing that is the page's own.
func (f *Frame) Kept(name string) (template.HTML, error) {
	return f.r.keep(keptKey{name: name, lang: f.lang, place: f.menuPlace(), home: f.IsHome()}, f)
}

// Crumbs is the way from the home page to this one: pages of one manual share it.
func (f *Frame) Crumbs() (template.HTML, error) {
	var crumbs strings.Builder
	for _, c := range f.Breadcrumbs {
		crumbs.WriteString(c.Title + "\x00" + c.URL + "\x00")
	}
	return f.r.keep(keptKey{name: "breadcrumbs", lang: f.lang, crumbs: crumbs.String()}, f)
}

// keep executes a shared template, once for each key.
func (r *Renderer) keep(key keptKey, dot any) (template.HTML, error) {
	if html, ok := r.kept.Load(key); ok {
		return html.(template.HTML), nil
	}
	var buf bytes.Buffer
	if err := r.layouts.shared.Execute(&buf, key.name, dot); err != nil {
		return "", err
	}
	html := template.HTML(buf.String()) // safe: made by html/template
	r.kept.Store(key, html)
	return html, nil
}

func (f *Frame) home() Link {
	return Link{Title: f.T("home"), URL: root + site.Address("", f.lang)}
}

// Today is the day of the build, for «станом на».
func (f *Frame) Today() string { return f.longDate(dateOnly(f.r.Site.Now)) }
