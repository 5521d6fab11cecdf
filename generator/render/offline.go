package render

import (
	"encoding/json"
	"strings"

	"github.com/som-hub/vitryna/generator/site"
)

// offlinePath is the page «Читання без інтернету», without language.
const offlinePath = "offline"

// OfflinePage tells what can be read without a network: what this browser has kept, which a script lists, and what else there is.
type OfflinePage struct{ Frame }

// offline adds the page «Читання без інтернету». A copy on a disk needs none.
func (p *pageList) offline() {
	if p.r.Disk {
		return
	}
	languages := p.r.Site.Config.Languages
	for _, lang := range languages {
		page := p.add(offlinePath, languages, lang, nil, func() ([]byte, error) { return p.r.offlinePage(lang) })
		page.Indexed, page.Texts = false, NoTexts
	}
}

func (r *Renderer) offlinePage(lang string) ([]byte, error) {
	view := &OfflinePage{r.frame(lang, "offline", offlinePath, r.Site.Config.Languages...)}
	view.Title, view.Summary = view.T("offline.title"), view.T("offline.summary")
	view.Breadcrumbs, view.Robots = []Link{view.home()}, "noindex"
	return r.execute(r.layouts.pages["offline"], view, site.Address(offlinePath, lang))
}

// OfflinePages are the addresses of the page «Читання без інтернету», the Ukrainian one first.
func (r *Renderer) OfflinePages() []string {
	var list []string
	for _, lang := range r.Site.Config.Languages {
		list = append(list, site.Address(offlinePath, lang))
	}
	return list
}

// keeps tells whether the pages are those of a site that a browser can keep: neither a copy on a disk nor a preview.
func (r *Renderer) keeps() bool { return !r.Disk && !r.Preview }

// ManifestURL leads to the web app manifest; empty but on the web. The script of every page finds the worker beside it.
func (f *Frame) ManifestURL() string {
	if !f.r.keeps() {
		return ""
	}
	return root + f.r.AppManifest[f.lang]
}

// TouchIcon is the picture of the site for the screen of a telephone; empty but on the web.
func (f *Frame) TouchIcon() string {
	if !f.r.keeps() || f.r.AppIcon == "" {
		return ""
	}
	return root + f.r.AppIcon
}

// OfflineURL leads to the page «Читання без інтернету»; empty in the disk edition.
func (f *Frame) OfflineURL() string {
	if f.r.Disk {
		return ""
	}
	return root + site.Address(offlinePath, f.lang)
}

// KeepView is what the block «Зберегти для читання без інтернету» needs to know.
type KeepView struct {
	reader
	ID    string // of the group in the list of the site's files
	Title string
	EPUB  string // another way to read it without a network; empty where there is none
	Words string // what its script says, as JSON
}

// Root is the address of the site's root.
func (k *KeepView) Root() string { return root }

// wordsOfKeep are the names of the texts that the script of the block shows.
var wordsOfKeep = []string{
	"ask", "looking", "size", "more", "start", "pause", "resume", "cancel", "cancelled", "remove", "update", "progress", "paused", "stopped", "cut", "saved", "newer", "current", "removed",
	"full", "room", "blocked", "changed", "offline", "failed", "elsewhere", "fragile", "confirm", "confirmed", "visited", "used", "gone",
}

func (rd reader) keep(id, title string) *KeepView {
	return &KeepView{reader: rd, ID: id, Title: title, Words: rd.r.frames[rd.lang].keepWords}
}

// keepWords are the texts that the script of the block shows, as JSON.
func (rd reader) keepWords() string {
	words := map[string]string{}
	for _, name := range wordsOfKeep {
		words[name] = rd.T("keep." + name)
	}
	for _, n := range []string{"files", "pages"} {
		noun := rd.r.Words.Noun("count."+n, rd.lang)
		words[n] = strings.Join([]string{noun.UK.One, noun.UK.Few, noun.UK.Many}, "/")
		if rd.lang == site.EN {
			words[n] = strings.Join(noun.EN[:], "/")
		}
	}
	text, err := json.Marshal(words)
	if err != nil {
		panic(err) // texts can always be written
	}
	return string(text)
}

// Keep is the block of the whole site.
func (p *OfflinePage) Keep() *KeepView { return p.keep("site", p.T("offline.whole")) }

// Usable tells whether something can be kept from this page: not in the preview.
func (p *OfflinePage) Usable() bool { return p.r.keeps() }

// Keep is the block of a manual or a showcase, or of any item that says `offline: true`; nil where there is none.
func (p *ItemPage) Keep() *KeepView {
	if !p.Card.r.keeps() || !p.Card.r.keepable(p.item) {
		return nil
	}
	k := p.Card.keep(p.page.Address(), p.page.Doc.Title)
	if b := p.item.Book(p.Card.lang); b != nil && b.Manual == p.item && len(b.Chapters) > 0 {
		k.EPUB = root + p.Card.r.BookFile(b, ".epub")
	}
	return k
}

// keepable tells whether an item can be kept by itself: as its author says, else as its kind does. Layouts of other kinds than these have
// no block for it; the generic one does.
func (r *Renderer) keepable(item *site.Item) bool {
	v, _ := item.UK.Doc.Value("offline")
	name := item.Kind.Name
	return v.Bool && item.HasPage() && (name == "manual" || name == "showcase" || r.layouts.pages[name+"/page"] == nil)
}

// OfflineItem is something that can be kept by itself, as the page «Читання без інтернету» lists it.
type OfflineItem struct {
	Card *Card
	EPUB string
}

// Items are what can be kept by itself, in the order of the site.
func (p *OfflinePage) Items() []OfflineItem {
	var list []OfflineItem
	for _, item := range p.r.Site.Items {
		if !p.r.keepable(item) {
			continue
		}
		entry := OfflineItem{Card: p.r.card(item, p.lang)}
		if b := item.Book(p.lang); b != nil && b.Manual == item && len(b.Chapters) > 0 {
			entry.EPUB = root + p.r.BookFile(b, ".epub")
		}
		list = append(list, entry)
	}
	return list
}

// OfflineGroup is what a visitor keeps in one piece, by the files of its pages. What the pages are made of, the pages say.
type OfflineGroup struct {
	ID    string
	Pages []string
	More  []string // on demand
}

// OfflineGroups are the pieces in which the site can be kept, each in the languages it has.
func (r *Renderer) OfflineGroups() []OfflineGroup {
	var groups []OfflineGroup
	for _, item := range r.Site.Items {
		if !r.keepable(item) {
			continue
		}
		for _, lang := range languagesOf(item.Versions) {
			groups = append(groups, r.offlineGroup(item, lang))
		}
	}
	return groups
}

func (r *Renderer) offlineGroup(item *site.Item, lang string) OfflineGroup {
	g := OfflineGroup{ID: item.In(lang).Address()}
	add := func(address string) { g.Pages = append(g.Pages, address+"index.html") }
	add(g.ID)
	if b := item.Book(lang); b != nil && b.Manual == item {
		own := site.Address(item.Path, b.Page.Doc.Lang)
		for _, c := range b.Chapters {
			add(c.Page.Address())
		}
		for _, name := range r.BackLists(b) {
			add(own + name + "/")
		}
		if len(b.Chapters) > 0 {
			g.More = append(g.More, own+"print/index.html", r.BookFile(b, ".epub"), r.BookFile(b, ".html"))
		}
		return g
	}
	for _, child := range item.Inside {
		if child.State == site.Shown && child.HasPage() {
			add(child.Best(lang).Address())
		}
	}
	if item.Kind.Name == "showcase" {
		add(g.ID + "slides/")
	}
	return g
}

// OfflineExcluded are the folders of pages whose authors say `offline: false`, and of what lives inside them.
func (r *Renderer) OfflineExcluded() map[string]bool {
	excluded := map[string]bool{}
	for _, item := range r.Site.Items {
		top := item
		if item.Owner != nil {
			top = item.Owner
		}
		v, _ := item.UK.Doc.Value("offline")
		if v.Line == 0 { // the item itself says nothing
			v, _ = top.UK.Doc.Value("offline")
		}
		if v.Line == 0 || v.Bool || !item.HasPage() {
			continue
		}
		for _, lang := range languagesOf(item.Versions) {
			excluded[item.In(lang).Address()] = true
		}
	}
	return excluded
}
