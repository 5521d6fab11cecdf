package render

import (
	"html/template"
	"strconv"
	"strings"
	"time"

	"github.com/som-hub/vitryna/generator/auction"
	"github.com/som-hub/vitryna/generator/drawing"
	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// AuctionView is what the pages of an auction show. It is made of what may be shown at the moment of the build and knows nothing else.
type AuctionView struct {
	State, StateText string
	Mode             string
	Note             string // talents are play money: on every page of an auction
	Form, FormText   string // where bids or lots are sent now; "" when neither is taken
	Steps            []AuctionStep
	Rules            []string
	Groups           []LotGroup // lots by nomination; one without a label where there are none
	Sentence         string     // «На торги виставлено 12 лотів, продано 9 …»; "" before the results
	Live             string     // how many take part, while sealed bids may still come
	Asked            string     // the moment of the build, while an open auction runs and lots show who leads
	Updated          string     // the day on which the results were closed anew

	Results, Protocol, Audit, Table string // addresses; "" before the results
	Script                          string // the audit for the check in the browser; "" before the results

	FormHelp              string        // address of the page about the form; "" when no bids will come any more
	FormCode              template.HTML // the form's address for phones, while bids are taken
	Nominations, Statuses []LotFacet    // the ways into a long list of lots
	Ways, LotWord         string        // what those are called, and what a lot is
	Wall, Operator, Cards string        // addresses of pages that the preview alone has
}

// AuctionStep is a step of the timeline.
type AuctionStep struct {
	Title, When string
	Done        bool
	Current     bool
}

// LotGroup are the lots of a nomination.
type LotGroup struct {
	Label, ID string
	Lots      []*LotView
}

// LotView is a lot with what may be shown of it.
type LotView struct {
	*Card
	N          int
	Start      string // «10 талантів»
	Step       string // of an open auction
	Status     string // of the result: sold, unsold_no_bids …; "" before the results, but for withdrawn
	StatusText string
	Price      string // «55 талантів»; with notes: points
	Buyer      string // name with consent, else «Покупець K07»
	Leader     string // code of who leads while an open auction runs
	Next       string // the least next bid
	Close      string // when an open lot closes, if it was moved
	Bids       string // «6 ставок»
	Bidders    string // «4 учасники»
	Place      int
	Jury       string // points: «87,5»
	Total      string
	Diploma    string // «Диплом I ступеня»
	Titles     []string
	Withdrawn  string // since when
}

// Auction is what an auction shows; nil for an item of another kind, or an auction without its dates.
func (c *Card) Auction() *AuctionView {
	a := c.r.Site.Auction(c.item)
	if a == nil {
		return nil
	}
	v := &auctioneer{reader: c.reader, a: a}
	return v.view()
}

// AuctionNote says that talents are play money; "" for an item of another kind.
func (c *Card) AuctionNote() string {
	a := c.r.Site.Auction(c.item)
	if a == nil {
		return ""
	}
	return (&auctioneer{reader: c.reader, a: a}).note()
}

// Lot is what a lot shows; nil for an item of another kind.
func (c *Card) Lot() *LotView {
	lot := c.r.Site.Lot(c.item)
	if lot == nil {
		return nil
	}
	v := &auctioneer{reader: c.reader, a: c.r.Site.Auction(c.item.Owner)}
	return v.lot(lot)
}

// auctioneer makes the views of one auction in one language.
type auctioneer struct {
	reader
	a *site.Auction
}

func (v *auctioneer) view() *AuctionView {
	state := v.a.Result.State
	view := &AuctionView{
		State: string(state), StateText: v.T("auction.state." + string(state)), Mode: v.T("auction.mode." + string(v.a.Settings.Mode)), Note: v.note(),
		Steps: v.steps(), Rules: v.rules(), Groups: v.groups(),
	}
	view.Nominations, view.Statuses = v.lotFacets(view.Groups)
	view.Ways, view.LotWord = v.T("auction.ways"), v.T("auction.lot")
	base := root + site.Address(v.a.Item.Path, v.pageLang())
	if v.r.Preview {
		view.Wall, view.Operator, view.Cards = base+"live/", base+"operator/", base+"cards/"
	}
	if takesForm(v.a) || v.r.Preview {
		view.FormHelp = base + "form/"
	}
	doc := v.a.Item.UK.Doc
	switch state {
	case auction.Submission:
		view.Form, view.FormText = doc.Text("lots_form"), v.T("auction.form.lots")
	case auction.Bidding:
		view.Form, view.FormText, view.FormCode = doc.Text("form"), v.T("auction.form.bids"), v.formCode()
		if v.a.Result.Secret {
			view.Live = v.T("auction.taking", v.a.Result.Participants)
		} else {
			view.Asked = v.T("auction.asked", v.longDate(v.r.Site.Asked))
		}
	case auction.Published:
		view.Results, view.Protocol = base+"results/", base+"protocol/"
		view.Audit, view.Table = root+v.a.Item.Path+"/audit.json", root+v.a.Item.Path+"/audit.csv"
		view.Script = root + v.a.AuditScript()
		view.Sentence = v.sentence()
		if !v.a.Updated.IsZero() {
			view.Updated = v.T("auction.updated", v.longDate(v.a.Updated))
		}
	}
	if !strings.HasPrefix(view.Form, "https://") && !strings.HasPrefix(view.Form, "http://") {
		view.Form, view.FormText = "", ""
	}
	return view
}

// pageLang is the language in which the auction has pages for this reader.
func (v *auctioneer) pageLang() string { return v.a.Item.Best(v.lang).Doc.Lang }

// note says on every page that no money is used.
func (v *auctioneer) note() string {
	many := v.a.Currency.UK.Few
	if v.lang == site.EN {
		many = v.a.Currency.EN[1]
	}
	return v.T("auction.note", many)
}

// money is a number of the play currency: «55 талантів».
func (v *auctioneer) money(n int) string { return count(n, v.a.Currency, v.lang) }

// clock is a moment in words, in Kyiv.
func (v *auctioneer) clock(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return v.longDate(ukrainian.MomentOf(t))
}

// steps are the timeline: what has been, what is, what is to come.
func (v *auctioneer) steps() []AuctionStep {
	s, state := &v.a.Settings, v.a.Result.State
	at := 0
	for i, other := range auction.States {
		if other == state {
			at = i
		}
	}
	var steps []AuctionStep
	add := func(key, when string, first, last auction.State) {
		step := AuctionStep{Title: v.T("auction.step." + key), When: when}
		for i, other := range auction.States {
			if other == first {
				step.Current = at >= i
			}
			if other == last {
				step.Done = at > i
			}
		}
		step.Current = step.Current && !step.Done
		steps = append(steps, step)
	}
	if !s.LotsOpen.IsZero() && !s.LotsClose.IsZero() {
		add("lots", v.T("auction.span", v.clock(s.LotsOpen), v.clock(s.LotsClose)), auction.Submission, auction.Submission)
		add("review", v.T("auction.until", v.clock(s.Opens)), auction.Review, auction.Review)
	}
	add("bids", v.T("auction.span", v.clock(s.Opens), v.clock(s.Closes)), auction.Bidding, auction.Bidding)
	if until := v.a.Item.UK.Doc.Date("jury_until"); !until.IsZero() {
		add("jury", v.T("auction.until", v.longDate(until)), auction.Counting, auction.Counting)
	}
	add("results", v.clock(s.PublishAt), auction.Published, auction.Published)
	return steps
}

// groups are the lots by nomination, in the order in which the auction names them.
func (v *auctioneer) groups() []LotGroup {
	nominations, _ := v.a.Item.Value("nominations", v.lang)
	var groups []LotGroup
	at := map[string]int{}
	for _, n := range nominations.Items {
		at[ukrainian.Fold(n.Text)] = len(groups)
		groups = append(groups, LotGroup{Label: n.Text, ID: "_nom-" + ukrainian.Slug(n.Text)})
	}
	rest := LotGroup{}
	for _, lot := range v.a.Lots {
		view := v.lot(lot)
		if i, ok := at[ukrainian.Fold(lot.Item.UK.Doc.Text("nomination"))]; ok {
			groups[i].Lots = append(groups[i].Lots, view)
		} else {
			rest.Lots = append(rest.Lots, view)
		}
	}
	var filled []LotGroup
	for _, g := range append(groups, rest) {
		if len(g.Lots) > 0 {
			filled = append(filled, g)
		}
	}
	return filled
}

func (v *auctioneer) lot(lot *site.AuctionLot) *LotView {
	view := &LotView{Card: v.r.card(lot.Item, v.lang), N: lot.N, Start: v.money(lot.StartPrice)}
	if v.a.Settings.Mode == auction.English {
		view.Step = v.money(lot.Step)
	}
	if v.a.Settings.Mode == auction.Notes {
		view.Start = ""
	}
	r := lot.Result
	if r.Status == auction.Withdrawn {
		view.Status, view.StatusText, view.Withdrawn = string(r.Status), v.T("auction.lot.withdrawn"), v.clock(lot.Withdrawn)
		return view
	}
	switch {
	case v.a.Published():
		v.published(view, lot)
	case v.a.Result.State == auction.Bidding && !v.a.Result.Secret:
		v.running(view, lot)
	}
	return view
}

// running is a lot of an open auction while it runs.
func (v *auctioneer) running(view *LotView, lot *site.AuctionLot) {
	r := lot.Result
	view.Bids = v.Count(r.Bids, "count.bids")
	next := lot.StartPrice
	if r.Leader != "" {
		view.Leader, view.Price, next = r.Leader, v.money(r.Best), r.Best+lot.Step
	}
	if r.Status == auction.Open {
		view.Next = v.money(next)
	}
	if r.Extensions > 0 {
		view.Close = v.clock(r.Close)
	}
}

// published is a lot of an auction whose results are out.
func (v *auctioneer) published(view *LotView, lot *site.AuctionLot) {
	r := lot.Result
	view.Status, view.StatusText = string(r.Status), v.T("auction.lot."+string(r.Status))
	view.Bids, view.Bidders = v.Count(r.Bids, "count.bids"), v.Count(r.Bidders, "count.participants")
	if v.a.Settings.Mode == auction.Notes {
		view.Bids, view.Price = v.Count(r.Bids, "count.notes"), v.T("auction.score", r.Score)
	}
	if r.Status == auction.Sold {
		view.Price, view.Buyer = v.money(r.Price), v.buyer(r.Buyer)
	}
	if k := lot.Rank; k != nil {
		view.Place, view.Jury, view.Total = k.Place, v.points(k.Jury), v.points(k.Total)
		if k.Diploma > 0 {
			view.Diploma = v.T("auction.diploma." + strconv.Itoa(k.Diploma))
		}
		if k.Dearest {
			view.Titles = append(view.Titles, v.T("auction.dearest"))
		}
		if k.Favourite {
			view.Titles = append(view.Titles, v.T("auction.favourite"))
		}
	}
}

// buyer is a bidder by name where that is allowed, else by code.
func (v *auctioneer) buyer(code string) string {
	if name := v.a.Names[code]; name != "" {
		return name
	}
	return v.T("auction.buyer", code)
}

// points are tenths as people write them: «87,5».
func (rd reader) points(tenths int) string {
	return rd.decimal(float64(tenths) / 10)
}

// sentence sums an auction up.
func (v *auctioneer) sentence() string {
	r := &v.a.Result
	lots := v.Count(len(v.a.Lots), "count.lots")
	if r.Bids == 0 {
		return v.T("auction.sentence.none", lots)
	}
	if v.a.Settings.Mode == auction.Notes {
		return v.T("auction.sentence.notes", lots, r.Sold(), v.Count(r.Participants, "count.bidders-showed"), v.Count(r.Bids, "count.notes-of"))
	}
	return v.T("auction.sentence", lots, r.Sold(), v.Count(r.Participants, "count.bidders-made"), v.Count(r.Bids, "count.bids-of"))
}

// LotHistory is how the bids for a lot went: a table, and a chart that repeats it.
type LotHistory struct {
	Rows  []LotBid
	Chart template.HTML
}

// LotBid is one accepted bid.
type LotBid struct{ When, Who, What string }

// History is how the bids for a lot went, as far as it may be shown; nil without any.
func (l *LotView) History() *LotHistory {
	lot := l.r.Site.Lot(l.item)
	if lot == nil || len(lot.Bids) == 0 {
		return nil
	}
	v := &auctioneer{reader: l.reader, a: l.r.Site.Auction(l.item.Owner)}
	h := &LotHistory{}
	var bars []drawing.Bar
	for _, bid := range lot.Bids {
		row := LotBid{When: v.clockOnly(bid.Time), Who: bid.Code}
		switch {
		case bid.Withdraw:
			row.What = v.T("auction.bid.withdrawn")
		case bid.Note != "":
			row.What = v.T("auction.note." + string(bid.Note))
		default:
			row.What = v.money(bid.Amount)
			bars = append(bars, drawing.Bar{Label: row.When + ", " + row.Who, Text: row.What, Value: bid.Amount})
		}
		h.Rows = append(h.Rows, row)
	}
	h.Chart = template.HTML(drawing.Bars(bars)) // safe: the program's own drawing
	return h
}

// clockOnly is the hour of a bid to the second: «14:05:07».
func (v *auctioneer) clockOnly(t time.Time) string { return t.In(ukrainian.Kyiv()).Format("15:04:05") }

// LotAuthors are who offers a lot: records of the base of educators by their names, others as the lot has them.
func (c *Card) LotAuthors() []Link {
	v, _ := c.item.Value("authors", c.lang)
	var list []Link
	for _, a := range v.Items {
		if item := c.r.Site.Item(strings.Trim(a.Text, "/")); item != nil && item.Kind.Name == "teacher" {
			list = append(list, c.itemLink(item))
		} else if !strings.HasPrefix(a.Text, "teachers/") { // one that is not shown any more leaves no name behind
			list = append(list, Link{Title: a.Text})
		}
	}
	return list
}
