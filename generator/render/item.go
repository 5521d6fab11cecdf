package render

import (
	"html/template"
	"path"
	"slices"
	"strings"

	"github.com/som-hub/vitryna/generator/site"
)

// ItemPage is the page of one item. What card and frame both have is the card's: it stands one level higher.
type ItemPage struct {
	*Card
	inFrame

	page     *site.Page
	mapView  *MapView // made when first asked for
	entries  template.HTML
	showcase *ShowcaseView
}

type inFrame struct{ *Frame }

// Group is a titled list of cards.
type Group struct {
	Label   string
	Title   string
	URL     string
	Section string
	Cards   []*Card
}

// itemPage renders the page of an item in a language.
func (r *Renderer) itemPage(item *site.Item, lang string) ([]byte, error) {
	page := item.In(lang)
	card := r.card(item, lang)
	f := r.frame(lang, "item", item.Path, languagesOf(item.Versions)...)
	f.Title, f.Summary, f.KindName = page.Doc.Title, page.Doc.Summary(), item.Kind.Name
	f.Breadcrumbs = r.itemCrumbs(&f, item)
	f.subject.Item = item
	view := &ItemPage{Card: card, inFrame: inFrame{&f}, page: page}
	return r.execute(r.layouts.page(item.Kind.Name, "page"), view, page.Address())
}

func languagesOf(v site.Versions) []string {
	if v.EN != nil {
		return []string{site.UK, site.EN}
	}
	return []string{site.UK}
}

// itemCrumbs lead from home through the section and what stands above the item.
func (r *Renderer) itemCrumbs(f *Frame, item *site.Item) []Link {
	crumbs := []Link{f.home()}
	top := outermost(item)
	if sec := r.Site.Section(top.Section); slices.Contains(r.Site.Sections, sec) && sec.Kind.Name != "page" {
		crumbs = append(crumbs, Link{Title: f.sectionTitle(sec), URL: f.Link(sec.Kind.Section)})
	}
	for _, above := range r.Site.Parents(top) {
		crumbs = append(crumbs, f.itemLink(above))
	}
	var owners []Link
	for owner := item.Owner; owner != nil; owner = owner.Owner {
		owners = append([]Link{f.itemLink(owner)}, owners...)
	}
	return append(crumbs, owners...)
}

// Summary is the summary that the author wrote. One that is taken from the text stands in the text.
func (p *ItemPage) Summary() string { return p.page.Doc.OwnSummary() }

// Title is the page's own title, Lang its language.
func (p *ItemPage) Title() string { return p.page.Doc.Title }

// Lang is the language of the page.
func (p *ItemPage) Lang() string { return p.page.Doc.Lang }

// Body is the text.
func (p *ItemPage) Body() template.HTML { return p.Card.r.body(p.page) }

// Contents are the headings of the text, levels 2 and 3; none where there are fewer than three.
func (p *ItemPage) Contents() []HeadingView {
	list := headings(p.page, "")
	if len(list) < 3 {
		return nil
	}
	return list
}

// Fields are all fields that stand and may be shown, in the order of the kind.
func (p *ItemPage) Fields() []FieldView { return p.FieldsBut() }

// FieldsBut are the fields without those that the layout shows elsewhere.
func (p *ItemPage) FieldsBut(names ...string) []FieldView {
	fields := p.fields()
	var list []FieldView
	for _, f := range p.item.Kind.Fields {
		if f.Hidden || !f.Public() || slices.Contains(names, f.Name) {
			continue
		}
		v, ok := fields.public(f.Name)
		if !ok {
			continue
		}
		if view := fields.view(v); view.HTML != "" {
			list = append(list, view)
		}
	}
	return list
}

// Back is what refers to this item. Items that it names itself are not listed twice.
func (p *ItemPage) Back() []Group {
	own := map[*site.Item]bool{}
	for _, v := range p.item.UK.Doc.Values {
		for _, item := range p.Card.r.Site.Refs(v) {
			own[item] = true
		}
	}
	var groups []Group
	for _, back := range p.item.Back {
		g := Group{Label: back.Label.In(p.Card.lang)}
		for _, item := range back.Items {
			if !own[item] {
				g.Cards = append(g.Cards, p.Card.r.cardsOf([]*site.Item{item}, p.Card.lang)...)
			}
		}
		if len(g.Cards) > 0 {
			groups = append(groups, g)
		}
	}
	return groups
}

// Prev is the item before this one in the same owner, or nil.
func (p *ItemPage) Prev() *Card { return p.Card.r.card(p.item.Prev, p.Card.lang) }

// Next is the one after it, or nil.
func (p *ItemPage) Next() *Card { return p.Card.r.card(p.item.Next, p.Card.lang) }

// Inside are the items that live inside this one, by kind.
func (p *ItemPage) Inside() []Group {
	var groups []Group
	for _, item := range p.item.Inside {
		if len(groups) > 0 && groups[len(groups)-1].Section == item.Section {
			continue
		}
		if cards := p.Children(item.Section); len(cards) > 0 {
			groups = append(groups, Group{Label: item.Kind.Plural(p.Card.lang), Section: item.Section, Cards: cards})
		}
	}
	return groups
}

// AttachmentView is a file offered with the page.
type AttachmentView struct{ Title, URL, Kind, Size string }

// Attachments are the files offered with the page.
func (p *ItemPage) Attachments() []AttachmentView {
	v, _ := p.item.UK.Doc.Value("attachments")
	var list []AttachmentView
	for _, a := range v.Items {
		file, _ := a.Part("file")
		f, ok := p.Card.r.Files[siblingFile(p.item, file.Text)]
		if !ok {
			continue
		}
		title, _ := a.Part("title")
		view := AttachmentView{Title: title.Text, URL: root + f.Path, Kind: strings.ToUpper(strings.TrimPrefix(path.Ext(file.Text), ".")), Size: p.Card.size(f.Size)}
		if view.Title == "" {
			view.Title = file.Text
		}
		list = append(list, view)
	}
	return list
}

// size is a file's size in words: «1,2 МБ».
func (rd reader) size(n int64) string {
	units := map[string][2]string{site.UK: {"КБ", "МБ"}, site.EN: {"KB", "MB"}}[rd.lang]
	if n >= 1<<20 {
		return rd.decimal(float64(n*10>>20)/10) + "\u00a0" + units[1]
	}
	return rd.decimal(float64(max(1, n>>10))) + "\u00a0" + units[0]
}

// SourceView is a source of the page.
type SourceView struct{ Title, URL, Accessed string }

// Sources are the sources the item names.
func (p *ItemPage) Sources() []SourceView {
	v, _ := p.item.UK.Doc.Value("sources")
	var list []SourceView
	for _, s := range v.Items {
		title, _ := s.Part("title")
		address, _ := s.Part("url")
		accessed, _ := s.Part("accessed")
		list = append(list, SourceView{Title: title.Text, URL: address.Text, Accessed: p.Card.longDate(accessed.Date)})
	}
	return list
}

// Updated is the day of the last change in words, or "".
func (p *ItemPage) Updated() string { return p.Card.longDate(p.item.UK.Doc.Date("updated")) }

// wordsAMinute is how fast people read a manual (domain 2.3.4).
const wordsAMinute = 160

// Minutes is the time that reading the text takes.
func (p *ItemPage) Minutes() int { return MinutesOf(p.page) }

// Hidden tells in the preview why the published site will not have the page.
func (p *ItemPage) Hidden() string {
	doc := p.item.UK.Doc
	switch {
	case !p.Card.r.Preview:
		return ""
	case doc.Draft:
		return p.Card.T("hidden.draft")
	case !p.item.HeldUntil.IsZero():
		return p.Card.T("hidden.hold", p.Card.longDate(p.item.HeldUntil))
	case !p.item.LotsFrom.IsZero():
		return p.Card.T("hidden.lot", p.Card.longDate(p.item.LotsFrom))
	case doc.Date("date").First().Compare(p.Card.r.Site.Now) > 0:
		return p.Card.T("hidden.future", p.Card.longDate(doc.Date("date")))
	}
	return ""
}

// File is in the preview the page's file.
func (p *ItemPage) File() string {
	if !p.Card.r.Preview {
		return ""
	}
	return p.page.Doc.File
}

// Related are the items to read on with: at most four that have most in common with this one. Only kinds with a feed have them.
func (p *ItemPage) Related() []*Card {
	return p.Card.r.cardsOf(p.Card.r.Site.Related(p.item), p.Card.lang)
}
