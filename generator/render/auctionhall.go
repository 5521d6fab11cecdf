package render

import (
	"html/template"
	"strconv"
	"strings"
	"time"

	"github.com/som-hub/vitryna/generator/auction"
	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// hall are the pages of an auction that only the preview has: the wall of the hall, the operator's desk, the cards of bidders. A build makes none of them.
func (p *pageList) hall(a *site.Auction) {
	if !p.r.Preview {
		return
	}
	for _, lang := range languagesOf(a.Item.Versions) {
		add := func(name string, makePage func(a *site.Auction, lang string) ([]byte, error)) {
			p.pages = append(p.pages, Page{Address: site.Address(a.Item.Path+"/"+name, lang), Make: func() ([]byte, error) { return makePage(a, lang) }})
		}
		add("live", p.r.livePage)
		add("operator", p.r.operatorPage)
		add("cards", p.r.cardsPage)
	}
}

// below is the view that all pages below an auction share.
func (r *Renderer) below(a *site.Auction, name, lang string) (*AuctionPage, *Frame) {
	page, card := a.Item.In(lang), r.card(a.Item, lang)
	f := r.frame(lang, "auction-"+name, a.Item.Path+"/"+name, languagesOf(a.Item.Versions)...)
	f.Title, f.KindName = f.T("auction."+name+".of", page.Doc.Title), a.Item.Kind.Name
	f.Breadcrumbs = append(r.itemCrumbs(&f, a.Item), f.itemLink(a.Item))
	return &AuctionPage{ItemPage: &ItemPage{Card: card, inFrame: inFrame{&f}, page: page}, auction: a}, &f
}

func (r *Renderer) executeBelow(a *site.Auction, name, lang string, view any) ([]byte, error) {
	return r.execute(r.layouts.page(a.Item.Kind.Name, name), view, a.Item.In(lang).Address()+name+"/")
}

func (p *AuctionPage) auctioneer() *auctioneer {
	return &auctioneer{reader: p.Card.reader, a: p.auction}
}

// LivePage is the wall of a hall. It is made of what may be shown at the moment and of nothing else.
type LivePage struct{ *AuctionPage }

func (r *Renderer) livePage(a *site.Auction, lang string) ([]byte, error) {
	page, f := r.below(a, "live", lang)
	f.Robots = "noindex"
	return r.executeBelow(a, "live", lang, &LivePage{page})
}

// Clock is the time of the last reading, to the second: the page cannot know of later bids.
func (p *LivePage) Clock() string { return clockText(p.auction.Asked) }

// Day is the day of the last reading.
func (p *LivePage) Day() string {
	return p.auctioneer().longDate(ukrainian.DateOf(kyiv(p.auction.Asked)))
}

// Size names how crowded the wall is: few, some, many, crowd.
func (p *LivePage) Size() string {
	switch n := len(p.auction.Lots); {
	case n <= 4:
		return "few"
	case n <= 9:
		return "some"
	case n <= 16:
		return "many"
	}
	return "crowd"
}

// Hint says what the hall waits for while no bids are taken: when bidding begins, that it is over.
func (p *LivePage) Hint() string {
	v := p.auctioneer()
	switch state := p.auction.Result.State; {
	case state == auction.Bidding && p.auction.Result.Secret:
		return p.T("auction.taking", p.auction.Result.Participants)
	case state == auction.Bidding && p.auction.Result.Close.After(p.auction.Settings.Closes):
		return p.T("auction.live.longer", clockText(p.auction.Result.Close))
	case state == auction.Bidding:
		return p.T("auction.live.until", clockText(p.auction.Result.Close))
	case state == auction.Counting:
		return p.T("auction.counting")
	case state == auction.Published:
		return v.sentence()
	}
	return p.T("auction.live.begins", v.clock(p.auction.Settings.Opens))
}

// LiveLot is a lot on the wall.
type LiveLot struct {
	N             int
	Title         string
	State         string // waiting, open, led, over, sold, unsold, withdrawn
	Leader, Price string
	Next          string // «від 30»
	Close         string // 15:00:00
	Moved         string // how often the close was moved
	Text          string // what became of it, in words
}

// Lots are the lots on the wall, by number.
func (p *LivePage) Lots() []LiveLot {
	v := p.auctioneer()
	var list []LiveLot
	for _, lot := range p.auction.Lots {
		list = append(list, v.liveLot(lot))
	}
	return list
}

func (v *auctioneer) liveLot(lot *site.AuctionLot) LiveLot {
	r := lot.Result
	l := LiveLot{N: lot.N, Title: v.r.card(lot.Item, v.lang).Title(), State: "waiting"}
	state := v.a.Result.State
	if r.Status != auction.Withdrawn && (state == auction.Bidding || state == auction.Announced || state == auction.Review || state == auction.Submission) {
		l.Close = clockText(r.Close)
	}
	switch {
	case r.Status == auction.Withdrawn:
		l.State, l.Text = "withdrawn", v.T("auction.lot.withdrawn")
	case v.a.Published():
		l.State, l.Text = "unsold", v.T("auction.lot."+string(r.Status))
		if r.Status == auction.Sold {
			l.State, l.Leader, l.Price = "sold", r.Buyer, v.money(r.Price)
		} else if r.Status == auction.Accepted {
			l.State = "sold"
		}
	case state == auction.Bidding && v.a.Result.Secret:
		l.State = "open"
	case state == auction.Bidding:
		v.liveBid(&l, lot)
	}
	if l.State == "waiting" && l.Close != "" && v.a.Settings.Mode != auction.Notes {
		l.Text = v.T("auction.start", v.money(lot.StartPrice))
	}
	return l
}

// liveBid is a lot of an open auction while it runs.
func (v *auctioneer) liveBid(l *LiveLot, lot *site.AuctionLot) {
	r := lot.Result
	next := lot.StartPrice
	l.State, l.Leader = "open", r.Leader
	if r.Best > 0 {
		l.State, l.Price = "led", v.money(r.Best)
	}
	if r.Leader != "" {
		next = r.Best + lot.Step
	}
	if r.Extensions > 0 {
		l.Moved = v.Count(r.Extensions, "count.extensions")
	}
	if r.Status == auction.Open {
		l.Next = v.T("auction.live.next", next)
		return
	}
	l.State, l.Text, l.Leader = "over", v.T("auction.lot."+string(r.Status)), r.Buyer
}

// LiveVerdict is one row that came, with what was decided.
type LiveVerdict struct {
	Code, Lot, What, Text string
	Good                  bool
}

// verdictsShown is how many rows the wall shows.
const verdictsShown = 5

// Verdicts are the last rows of an open auction while it runs, the newest first.
func (p *LivePage) Verdicts() []LiveVerdict {
	r := &p.auction.Result
	if r.State != auction.Bidding || r.Secret {
		return nil
	}
	v := p.auctioneer()
	var list []LiveVerdict
	for i := len(r.Rows) - 1; i >= 0 && len(list) < verdictsShown; i-- {
		row := &r.Rows[i]
		one := LiveVerdict{Code: row.Code, Good: row.Verdict.Valid(), Text: p.T("auction.live.ok")}
		if row.Lot > 0 {
			one.Lot = p.T("auction.lot-n", row.Lot)
		}
		if row.Amount > 0 {
			one.What = v.money(row.Amount)
		}
		switch {
		case row.Verdict == auction.OKExtended:
			one.Text = p.T("auction.live.extended")
		case !one.Good:
			one.Text = p.T("auction.reason." + string(row.Verdict))
		}
		list = append(list, one)
	}
	return list
}

func kyiv(t time.Time) time.Time { return t.In(ukrainian.Kyiv()) }

func clockText(t time.Time) string { return kyiv(t).Format("15:04:05") }

// OperatorPage is the desk at which bids are typed. Nothing on it depends on bids, so that it is never loaded anew under the operator's hands.
type OperatorPage struct {
	*AuctionPage
	Token string
}

func (r *Renderer) operatorPage(a *site.Auction, lang string) ([]byte, error) {
	page, f := r.below(a, "operator", lang)
	f.Robots = "noindex"
	return r.executeBelow(a, "operator", lang, &OperatorPage{page, r.Token})
}

// Mode is the auction's: sealed, english, notes.
func (p *OperatorPage) Mode() string { return string(p.auction.Settings.Mode) }

// Withdraws tells that bids may be taken back.
func (p *OperatorPage) Withdraws() bool { return p.auction.Settings.Mode != auction.English }

// Choice is a value with what it means.
type Choice struct{ Value, Text string }

// LotChoices are the lots by number.
func (p *AuctionPage) LotChoices() []Choice {
	var list []Choice
	for _, lot := range p.auction.Lots {
		list = append(list, Choice{strconv.Itoa(lot.N), p.Card.r.card(lot.Item, p.Card.lang).Title()})
	}
	return list
}

// Bidders are the bidders by code, with their names: they stand in private/ and on pages of the preview alone. Nil in a build.
func (p *AuctionPage) Bidders() []Choice {
	desk, ok := p.auction.Desk()
	if !ok {
		return nil
	}
	var list []Choice
	for _, b := range desk.Bidders {
		if !b.Disqualified {
			list = append(list, Choice{b.Code, b.Name})
		}
	}
	return list
}

// NoteChoices are the colours of notes, as the form and the table have them.
func (p *AuctionPage) NoteChoices() []Choice {
	var list []Choice
	for _, note := range []auction.Note{auction.Green, auction.Yellow, auction.Red} {
		text := p.T("auction.note." + string(note))
		word, _, _ := strings.Cut(text, ":")
		list = append(list, Choice{word, text})
	}
	return list
}

// Verdicts are all verdicts with their words, for the script.
func (p *OperatorPage) Verdicts() []Choice {
	var list []Choice
	for _, v := range auction.Verdicts {
		key := "auction.reason." + string(v)
		switch {
		case v == auction.OKExtended:
			key = "auction.live.extended"
		case v.Valid():
			key = "auction.live.ok"
		}
		list = append(list, Choice{string(v), p.T(key)})
	}
	return list
}

// CardsPage are the cards that bidders get, eight on a sheet.
type CardsPage struct{ *AuctionPage }

func (r *Renderer) cardsPage(a *site.Auction, lang string) ([]byte, error) {
	page, f := r.below(a, "cards", lang)
	f.Robots = "noindex"
	return r.executeBelow(a, "cards", lang, &CardsPage{page})
}

const cardsOnSheet = 8

// Sheets are the bidders, eight on a sheet of paper.
func (p *CardsPage) Sheets() [][]Choice {
	var sheets [][]Choice
	all := p.Bidders()
	for len(all) > 0 {
		n := min(cardsOnSheet, len(all))
		sheets, all = append(sheets, all[:n]), all[n:]
	}
	return sheets
}

// FormCode is the address of the form for bids as a picture for phones; "" where there is no such address.
func (p *AuctionPage) FormCode() template.HTML { return p.auctioneer().formCode() }

// FormURL is the address of the form for bids, "" where there is none that is safe.
func (p *AuctionPage) FormURL() string { return p.auctioneer().formURL() }

func (v *auctioneer) formURL() string {
	address := v.a.Item.UK.Doc.Text("form")
	if !strings.HasPrefix(address, "https://") {
		return ""
	}
	return address
}

func (v *auctioneer) formCode() template.HTML {
	address := v.formURL()
	if address == "" || v.r.DrawCode == nil {
		return ""
	}
	picture, err := v.r.DrawCode(address, v.T("auction.form.code"))
	if err != nil {
		return "" // an address as long as that is typed by nobody, and the link stands beside
	}
	return template.HTML(picture) // safe: the program's own drawing
}
