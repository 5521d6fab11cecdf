package render

import (
	"html/template"
	"slices"

	"github.com/som-hub/vitryna/generator/site"
)

// HomePage is the first page of the site.
type HomePage struct {
	Frame
	page *site.Page // nil where nobody wrote one
}

func (r *Renderer) homePage(lang string) ([]byte, error) {
	view := &HomePage{Frame: r.frame(lang, "home", "", r.Site.Config.Languages...), page: r.Site.Home.In(lang)}
	view.Title = r.Site.Config.Name.In(lang)
	if view.page != nil {
		if view.page.Doc.Title != "" {
			view.Title = view.page.Doc.Title
		}
		view.Frame.Summary = view.page.Doc.Summary()
	}
	return r.execute(r.layouts.pages["home"], view, site.Address("", lang))
}

// Summary is the summary that the author wrote. One that is taken from the text stands in the text.
func (p *HomePage) Summary() string {
	if p.page == nil {
		return ""
	}
	return p.page.Doc.OwnSummary()
}

// Body is the text of content/index.md.
func (p *HomePage) Body() template.HTML {
	if p.page == nil {
		return ""
	}
	return p.r.body(p.page)
}

// All are the cards of a section in its order.
func (p *HomePage) All(section string) []*Card {
	sec := p.r.Site.Section(section)
	if sec == nil {
		return nil
	}
	return p.r.cardsOf(sec.Items, p.lang)
}

// First are the first cards of a section in its order.
func (p *HomePage) First(section string, n int) []*Card {
	sec := p.r.Site.Section(section)
	if sec == nil {
		return nil
	}
	return p.r.cardsOf(sec.Items[:min(n, len(sec.Items))], p.lang)
}

// Has tells whether a section has items.
func (p *HomePage) Has(section string) bool {
	sec := p.r.Site.Section(section)
	return sec != nil && len(sec.Items) > 0
}

// Upcoming are the events to come, soonest first.
func (p *HomePage) Upcoming(n int) []*Card { return p.r.cardsOf(p.r.Site.Upcoming(n), p.lang) }

// Figures are the first figures of the newest year that has declared ones, and those first; else of the newest year that has any.
func (p *HomePage) Figures(n int) []FigureView {
	for _, declared := range []bool{true, false} {
		for _, y := range p.r.Site.Years {
			if declared && len(y.Figures) > 0 || !declared && len(y.Shown) > 0 {
				views := p.figures(y)
				slices.SortStableFunc(views, func(a, b FigureView) int {
					switch {
					case a.Computed == b.Computed:
						return 0
					case b.Computed:
						return -1
					}
					return 1
				})
				return views[:min(n, len(views))]
			}
		}
	}
	return nil
}

// Audience is for whom centres are.
type Audience struct {
	Label, Name string
	Cards       []*Card
}

// Audiences are the centres by the people they are for, in the order of the vocabulary.
func (p *HomePage) Audiences() []Audience {
	sec := p.r.Site.Section("centres")
	if sec == nil {
		return nil
	}
	field := sec.Kind.Field("audience")
	if field == nil || field.Vocabulary == nil {
		return nil
	}
	var list []Audience
	for _, word := range field.Vocabulary.Words {
		a := Audience{Label: word.Label.In(p.lang), Name: word.Name}
		for _, item := range sec.Items {
			v, _ := item.UK.Doc.Value("audience")
			for _, e := range v.Items {
				if e.Text == word.Name {
					a.Cards = append(a.Cards, p.r.card(item, p.lang))
				}
			}
		}
		if len(a.Cards) > 0 {
			list = append(list, a)
		}
	}
	return list
}

// Overview is what there is, by section, for a site without centres and figures of its own: at most six cards each.
func (p *HomePage) Overview() []Group {
	if p.Has("centres") {
		return nil
	}
	shown := map[string]bool{"awards": true, "projects": true, "manuals": true, "news": true, "events": true}
	var groups []Group
	for _, sec := range p.r.Site.Sections {
		if sec.Kind.Inside != "" || sec.Kind.NoPage || len(sec.Items) == 0 || shown[sec.Kind.Section] {
			continue
		}
		groups = append(groups, Group{
			Title: p.sectionTitle(sec), URL: p.Link(sec.Kind.Section), Section: sec.Kind.Section,
			Cards: p.First(sec.Kind.Section, 6),
		})
	}
	return groups
}
