package render

import (
	"slices"

	"github.com/som-hub/vitryna/generator/site"
)

// AuctionPage is a page below an auction whose results are out: the results, the protocol.
type AuctionPage struct {
	*ItemPage
	auction *site.Auction
}

// auctions are the pages below auctions whose results are out. Before that there are none: nobody can find by an address what is not told.
func (p *pageList) auctions() {
	for _, a := range p.r.Site.Auctions() {
		p.hall(a)
		p.formHelp(a)
		if !a.Published() {
			continue
		}
		languages := languagesOf(a.Item.Versions)
		for _, name := range []string{"results", "protocol"} {
			for _, lang := range languages {
				p.add(a.Item.Path+"/"+name, languages, lang, nil, func() ([]byte, error) { return p.r.auctionPage(a, name, lang) })
			}
		}
	}
}

// Editions are the auctions of this page of the list: those that are to come or run, and the archive of those whose results are out.
func (p *ListPage) Editions() []Group {
	groups := []Group{{Label: p.T("auction.editions.now"), Section: "_now"}, {Label: p.T("auction.editions.archive"), Section: "_archive"}}
	for _, card := range p.Items() {
		at := 0
		if a := p.r.Site.Auction(card.item); a != nil && a.Published() {
			at = 1
		}
		groups[at].Cards = append(groups[at].Cards, card)
	}
	return slices.DeleteFunc(groups, func(g Group) bool { return len(g.Cards) == 0 })
}

func (r *Renderer) auctionPage(a *site.Auction, name, lang string) ([]byte, error) {
	page, f := r.below(a, name, lang)
	f.Summary = page.auctioneer().sentence()
	return r.executeBelow(a, name, lang, page)
}
