package render

import (
	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// DisclosureView is one line of the page of transparency.
type DisclosureView struct {
	Label string
	Card  *Card
}

func (r *Renderer) disclosures(lang string) []DisclosureView {
	var views []DisclosureView
	for _, d := range r.Site.Disclosures {
		if card := r.card(d.Item, lang); card != nil {
			views = append(views, DisclosureView{ukrainian.Capital(d.Word.Label.In(lang)), card})
		}
	}
	return views
}

// Disclosures are the documents of the page of transparency, on that page.
func (p *ItemPage) Disclosures() []DisclosureView {
	if p.item.Path != site.TransparencyPath {
		return nil
	}
	return p.Card.r.disclosures(p.Card.lang)
}

// TransparencyPage is the page of transparency where no file introduces it.
type TransparencyPage struct{ Frame }

// Disclosures are the documents.
func (p *TransparencyPage) Disclosures() []DisclosureView { return p.r.disclosures(p.lang) }

// disclosesAlone tells that the site discloses documents and has no page that introduces them.
func (r *Renderer) disclosesAlone() bool {
	return len(r.Site.Disclosures) > 0 && r.Site.Item(site.TransparencyPath) == nil
}

func (r *Renderer) transparencyPage() ([]byte, error) {
	view := &TransparencyPage{r.frame(site.UK, "transparency", site.TransparencyPath, site.UK)}
	view.Title, view.Summary = view.T("transparency.title"), view.T("transparency.summary")
	view.Breadcrumbs = []Link{view.home()}
	return r.execute(r.layouts.pages["transparency"], view, site.TransparencyPath+"/")
}

// transparency adds the page of transparency.
func (p *pageList) transparency() {
	if p.r.disclosesAlone() {
		p.add(site.TransparencyPath, []string{site.UK}, site.UK, nil, p.r.transparencyPage)
	}
}
