package render

// Related are the items to read on with: at most four that have most in common with this one. Only kinds with a feed have them.
func (p *ItemPage) Related() []*Card {
	return p.Card.r.cardsOf(p.Card.r.Site.Related(p.item), p.Card.lang)
}
