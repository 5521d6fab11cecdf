package render

import (
	"html/template"
	"maps"
	"slices"

	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// componentsPath is the page that shows every part of the look. It is made for `vitryna serve` alone.
const componentsPath = "_components"

// learningBlocks is the chapter of the author's guide that has every block of a text.
const learningBlocks = "manuals/posibnyk-avtora-vitryny/navchalni-bloky"

// ComponentsPage shows every part of the look in every state, by the partials and layouts that pages use: whoever changes one sees all.
type ComponentsPage struct{ Frame }

// components adds the page of components to a preview.
func (p *pageList) components() {
	if !p.r.Preview {
		return
	}
	languages := p.r.Site.Config.Languages
	for _, lang := range languages {
		p.add(componentsPath, languages, lang, nil, func() ([]byte, error) { return p.r.componentsPage(lang) })
		p.pages[len(p.pages)-1].Indexed = false
	}
}

func (r *Renderer) componentsPage(lang string) ([]byte, error) {
	view := &ComponentsPage{r.frame(lang, "components", componentsPath, r.Site.Config.Languages...)}
	view.Title, view.Summary = view.T("components.title"), view.T("components.summary")
	view.Breadcrumbs, view.Robots = []Link{view.home(), {Title: view.T("components.title"), URL: root + site.Address(componentsPath, lang)}}, "noindex"
	return r.execute(r.layouts.pages["components"], view, site.Address(componentsPath, lang))
}

// Kinds are cards of every kind the site has, two of each, by their own layouts.
func (p *ComponentsPage) Kinds() []Group {
	var groups []Group
	for _, sec := range p.r.Site.Sections {
		if n := min(2, len(sec.Items)); n > 0 {
			groups = append(groups, Group{Label: p.sectionTitle(sec), Cards: p.r.cardsOf(sec.Items[:n], p.lang)})
		}
	}
	return groups
}

// State is one value of a field status: its name makes the class, its label the word.
type State struct{ Name, Label string }

// States are all states that anything may be in, each once.
func (p *ComponentsPage) States() []State {
	var states []State
	for _, sec := range p.r.Site.Sections {
		field := sec.Kind.Field("status")
		if field == nil || field.Vocabulary == nil {
			continue
		}
		prefix := map[string]string{"catalogue-entry": "site-", "site": "site-", "legal-act": "act-"}[sec.Kind.Name]
		for _, word := range field.Vocabulary.Words {
			if s := (State{prefix + word.Name, word.Label.In(p.lang)}); !slices.Contains(states, s) {
				states = append(states, s)
			}
		}
	}
	return states
}

// IconNames are the names of all icons.
func (p *ComponentsPage) IconNames() []string { return slices.Sorted(maps.Keys(p.r.Icons)) }

// Blocks is a text with every block there is: the guide's own chapter about them, or nothing where a preview has no guide.
func (p *ComponentsPage) Blocks() template.HTML {
	item := p.r.Site.Item(learningBlocks)
	if item == nil {
		return ""
	}
	return p.r.body(item.UK)
}

// Facets are those of a list that can be narrowed, one value chosen.
func (p *ComponentsPage) Facets() []FacetView {
	link := func(label, count string, current bool) FacetLink {
		return FacetLink{Label: label, Count: count, URL: "#_lists", Current: current}
	}
	return []FacetView{
		{Label: p.T("components.one"), Name: "one", Values: []FacetLink{link(p.T("list.all"), "", false), link(p.T("components.short"), "12", true), link(p.T("components.long"), "1 378", false)}},
		{Label: p.T("components.two"), Name: "two", Values: []FacetLink{link(p.T("list.all"), "", true), link(p.T("components.short"), "3", false)}},
	}
}

// Pager stands in the middle of a long list.
func (p *ComponentsPage) Pager() *PagerView {
	view := &PagerView{Number: 5, Of: 42, First: "#_lists", Prev: "#_lists", Next: "#_lists"}
	for _, n := range []int{1, 0, 4, 5, 6, 0, 42} {
		view.Pages = append(view.Pages, PagerLink{Number: n, URL: "#_lists", Current: n == 5, Gap: n == 0})
	}
	return view
}

// Exports are the files of a list.
func (p *ComponentsPage) Exports() []Link { return nil }

// SectionFeedURL is empty likewise.
func (p *ComponentsPage) SectionFeedURL() string { return "" }

// FigureViews are figures as a year shows them: small, large, computed.
func (p *ComponentsPage) FigureViews() []FigureView {
	short, long := " "+p.T("components.short"), p.T("components.long")
	return []FigureView{
		{reader: p.reader, Value: 5, Text: "5" + short, Source: long},
		{reader: p.reader, Value: 125000, Text: ukrainian.Number(125000) + " " + long, Computed: true},
		{reader: p.reader, Value: 0, Text: "0" + short},
	}
}
