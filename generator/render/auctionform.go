package render

import (
	"strconv"

	"github.com/som-hub/vitryna/generator/auction"
	"github.com/som-hub/vitryna/generator/site"
)

// BidFormPage helps to make the web form through which bids come, and to fill it in.
type BidFormPage struct{ *AuctionPage }

// formHelp adds the page while bids are still to come; the preview has it always.
func (p *pageList) formHelp(a *site.Auction) {
	if !p.r.Preview && !takesForm(a) {
		return
	}
	languages := languagesOf(a.Item.Versions)
	for _, lang := range languages {
		p.add(a.Item.Path+"/form", languages, lang, nil, func() ([]byte, error) { return p.r.bidFormPage(a, lang) })
	}
}

func takesForm(a *site.Auction) bool {
	return a.Result.State != auction.Counting && a.Result.State != auction.Published
}

func (r *Renderer) bidFormPage(a *site.Auction, lang string) ([]byte, error) {
	page, f := r.below(a, "form", lang)
	f.Summary = f.T("auction.form.lead")
	return r.executeBelow(a, "form", lang, &BidFormPage{page})
}

// FormQuestion is one question of the web form.
type FormQuestion struct {
	Title    string // exactly so: the column is known by it
	Kind     string // of the question, in words
	Help     string
	Required bool
	Choices  []string // exactly so, where the answer is chosen
}

// Questions are the questions in their order, in the language of the page.
func (p *BidFormPage) Questions() []FormQuestion {
	v := p.auctioneer()
	var list []FormQuestion
	for _, q := range auction.Questions(p.auction.Settings.Mode) {
		one := FormQuestion{Title: q.UK, Required: q.Required, Kind: p.T("auction.form.choice"), Help: p.T("auction.form.help." + q.Field)}
		if p.Card.lang == site.EN {
			one.Title = q.EN
		}
		switch q.Field {
		case "bidder":
			one.Kind = p.T("auction.form.short")
		case "lot":
			for _, lot := range p.LotChoices() {
				one.Choices = append(one.Choices, v.lotAnswer(lot))
			}
		case "amount":
			one.Kind = p.T("auction.form.number")
			one.Help = p.T("auction.form.help.amount", v.money(v.lowestStart()))
		case "note":
			for _, note := range p.NoteChoices() {
				one.Choices = append(one.Choices, note.Value)
			}
		default:
			one.Choices = []string{p.T("bool.yes")}
		}
		list = append(list, one)
	}
	return list
}

// lotAnswer is a lot as an answer of the form: «Лот № 3 — Карта звуків»; the table is read by the number, so a title in any words will do.
func (v *auctioneer) lotAnswer(lot Choice) string {
	if v.lang == site.EN {
		return lot.Value + ". " + lot.Text
	}
	return "Лот № " + lot.Value + " — " + lot.Text
}

func (v *auctioneer) lowestStart() int {
	low := v.a.Settings.StartPrice
	for _, lot := range v.a.Lots {
		low = min(low, lot.StartPrice)
	}
	return low
}

// Rules are the rules in plain words.
func (p *BidFormPage) Rules() []string { return p.auctioneer().rules() }

// Moments are when bidding begins and ends.
func (p *BidFormPage) Moments() string {
	v := p.auctioneer()
	return p.T("auction.span", v.clock(p.auction.Settings.Opens), v.clock(p.auction.Settings.Closes))
}

// LotFacet leads to lots that have something in common.
type LotFacet struct {
	Label string
	Count int
	Links []Link
}

// lotFacets are the lots by nomination and by what became of them, each a list of links to lots on the page; nil where all are alike.
func (v *auctioneer) lotFacets(groups []LotGroup) (nominations, statuses []LotFacet) {
	for _, g := range groups {
		if g.Label != "" && len(groups) > 1 {
			nominations = append(nominations, LotFacet{g.Label, len(g.Lots), []Link{{Title: g.Label, URL: "#" + g.ID}}})
		}
	}
	at := map[string]int{}
	for _, lot := range v.a.Lots {
		view := v.lot(lot)
		text := view.StatusText
		if text == "" && v.a.Result.State == auction.Bidding {
			text = v.T("auction.lot.open")
		}
		if text == "" {
			continue
		}
		i, ok := at[text]
		if !ok {
			i = len(statuses)
			at[text], statuses = i, append(statuses, LotFacet{Label: text})
		}
		statuses[i].Count++
		statuses[i].Links = append(statuses[i].Links, Link{Title: strconv.Itoa(lot.N), URL: "#" + lotAnchor(lot.N)})
	}
	if len(statuses) < 2 {
		statuses = nil
	}
	return nominations, statuses
}

// lotAnchor is the id of a lot's card on the page of its auction.
func lotAnchor(n int) string { return "_lot-" + strconv.Itoa(n) }

// Anchor is the id of the lot's card on the page of its auction.
func (l *LotView) Anchor() string { return lotAnchor(l.N) }
