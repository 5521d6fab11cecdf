package site

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/som-hub/vitryna/generator/auction"
	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// AuctionFiles are what lies beside an auction and is no page. Bids, bidders and marks come from its folder private/; nil is a file that is not there.
type AuctionFiles struct {
	Bids, Bidders, Marks []byte
	Closings             []Closing
}

// Auction is an auction of ideas as it stands at the moment of the build. It holds nothing that may not be shown at that moment: of sealed bids and of results
// before their time there is nothing in it.
type Auction struct {
	Item     *Item
	Settings auction.Settings
	Currency Noun
	Lots     []*AuctionLot     // by number
	Result   auction.Result    // what of it may be shown now
	Names    map[string]string // of bidders who agreed to be named, by code
	Updated  ukrainian.Date    // of the last closing but the first; zero: results are as they were first closed
	Seal     Seal
	Closings []Closing
	Changed  []string // of a published one that was closed: what its results were made of and is another now, in words of files
	Lost     []string // tables of private/ of which the same is true and that are not there: a copy of the site without private/ has none
	Sound    bool     // nothing is wrong with its files

	audit *auction.Audit // of a published one
	desk  *auction.Desk  // in the preview, for the operator of a hall
	Asked time.Time      // the moment of the run
	Turns time.Time      // when it becomes another by itself; zero: never
}

// AuctionLot is a lot with what became of it, as far as it may be shown.
type AuctionLot struct {
	Item             *Item
	N                int
	StartPrice, Step int
	Withdrawn        time.Time
	Result           auction.LotResult
	Rank             *auction.Rank       // nil before the results are published, and of a withdrawn lot
	Bids             []auction.RowResult // accepted ones, by time; of an open auction, and of any that is published
}

// Auctions are all auctions that are shown, the newest first.
func (s *Site) Auctions() []*Auction { return s.auctions }

// Auction is the auction of an item, or nil.
func (s *Site) Auction(item *Item) *Auction { return s.auctionOf[item] }

// Lot is a lot's place in its auction, or nil.
func (s *Site) Lot(item *Item) *AuctionLot { return s.lotOf[item] }

// Audit is all that is published of an auction for anyone to compute it again; ok is false before its results are.
func (a *Auction) Audit() (audit *auction.Audit, ok bool) { return a.audit, a.audit != nil }

// Published tells that the results are out.
func (a *Auction) Published() bool { return a.Result.State == auction.Published }

// runAuctions decides every auction once.
func (s *Site) runAuctions(o Options) {
	sec := s.sections["auction"]
	if sec == nil {
		return
	}
	now := o.moment()
	s.Asked, s.auctionOf, s.lotOf = ukrainian.MomentOf(now.Truncate(time.Minute)), map[*Item]*Auction{}, map[*Item]*AuctionLot{}
	for _, item := range sec.Items {
		if settings, ok := auctionSettings(item); ok {
			a := s.runAuction(item, settings, o, now)
			s.auctions, s.auctionOf[item] = append(s.auctions, a), a
			for _, lot := range a.Lots {
				s.lotOf[lot.Item] = lot
			}
		}
	}
}

// awaitReview keeps the lots of an auction back while others may still offer theirs (domain 3.3): who came first would give away the idea, and
// nobody has looked through it. Drafts are shown all the same: to their author.
func (s *Site) awaitReview(items []*Item, o Options) {
	for _, item := range items {
		if item.Kind.Name != "lot" || item.Owner == nil || item.State != Shown {
			continue
		}
		doc := item.Owner.UK.Doc
		if until := moment(doc, "lots_close"); moment(doc, "lots_open").IsZero() || !o.moment().Before(until) {
			continue
		}
		item.LotsFrom = doc.Date("lots_close")
		if !o.Drafts {
			item.State = Future
		}
	}
}

// moment is that of the build.
func (o Options) moment() time.Time {
	if o.Moment.IsZero() {
		return o.Now.Time(ukrainian.Kyiv())
	}
	return o.Moment
}

func (s *Site) runAuction(item *Item, settings auction.Settings, o Options, now time.Time) *Auction {
	files := o.Auctions[item.Path]
	a := &Auction{Item: item, Settings: settings, Currency: currency(item), Names: map[string]string{}, Closings: files.Closings, Sound: true}
	lots := a.lots(s)
	reading := auction.Reading{
		Zone: ukrainian.Kyiv(), Mode: settings.Mode, MonthFirst: item.UK.Doc.Text("date_order") == "mdy",
		Currency: []string{a.Currency.UK.One, a.Currency.UK.Few, a.Currency.UK.Many}, Windows1251: ukrainian.FromWindows1251,
	}
	var bids auction.BidTable
	var bidders auction.BidderTable
	var marks auction.MarkTable
	folder := "content/" + item.Path + "/private/"
	if files.Bids != nil {
		bids = auction.ReadBids(files.Bids, reading)
	}
	if files.Bidders != nil {
		bidders = auction.ReadBidders(files.Bidders, reading)
	}
	if files.Marks != nil {
		marks = auction.ReadMarks(files.Marks, reading)
	}
	result := auction.Run(settings, lots, bidders.Bidders, bids.Rows, marks.Marks, now)
	if then, ok := a.settled(result, bids.Rows, now); ok {
		result = auction.Run(settings, lots, bidders.Bidders, bids.Rows, marks.Marks, then)
	}
	a.Result = visible(result)
	a.Asked, a.Turns = now, a.turns(lots, bids.Rows, now)
	if o.Preview {
		a.desk = &auction.Desk{Settings: settings, Lots: lots, Bidders: bidders.Bidders, Reading: reading}
	}
	a.Seal = sealOf(files, settings, lots)
	a.tell(s, folder+"bids.csv", bids.Troubles)
	a.tell(s, folder+"bidders.csv", bidders.Troubles)
	judged := auction.CheckMarks(settings, lots, marks.Marks)
	for i := range judged {
		if judged[i].Code == "E-JURY-MISSING" && result.State != auction.Published {
			judged[i].Code = "W-JURY-MISSING" // the jury is at work, and the rest of the site goes out meanwhile
		}
	}
	a.tell(s, folder+"jury.csv", append(marks.Troubles, judged...))
	a.missing(s, files, result.State)
	if result.State == auction.Published {
		a.publish(s, files, lots, bidders.Bidders, marks.Marks, result)
	}
	a.share()
	return a
}

// settled is the moment by which a closed auction is told: the end of the day of its last closing. A row with a time still to come that day (a slip, a
// wrong clock) stays one: else the last hash, which stands in a protocol that was signed, would become another by itself when that time has come.
func (a *Auction) settled(result auction.Result, rows []auction.Row, now time.Time) (then time.Time, ok bool) {
	if result.State != auction.Published || len(a.Closings) == 0 {
		return time.Time{}, false
	}
	day := a.Closings[len(a.Closings)-1].Date.Time(ukrainian.Kyiv())
	then = day.AddDate(0, 0, 1).Add(-time.Second)
	for _, t := range []time.Time{a.Settings.PublishAt, result.Close} { // closed.yaml may have been written by hand
		if then.Before(t) {
			then = t
		}
	}
	return then, then.Before(now) && slices.ContainsFunc(rows, func(r auction.Row) bool { return r.Time.After(then) && !r.Time.After(now) })
}

// visible is what of a result may be shown in its state. It is made anew, so that nothing is forgotten to be taken away.
func visible(result auction.Result) auction.Result {
	switch result.State {
	case auction.Published:
		return result
	case auction.Bidding:
		if result.Secret {
			result.Rows = nil // not even how many have come
		}
		return result
	}
	shown := auction.Result{State: result.State, Close: result.Close}
	for _, lot := range result.Lots {
		kept := auction.LotResult{N: lot.N, Close: lot.Close}
		if lot.Status == auction.Withdrawn || lot.Status == auction.NotStarted {
			kept.Status = lot.Status
		}
		shown.Lots = append(shown.Lots, kept)
	}
	return shown
}

// publish adds what is known only when results are out, and looks whether they are what was closed.
func (a *Auction) publish(s *Site, files AuctionFiles, lots []auction.Lot, bidders []auction.Bidder, marks []auction.Mark, result auction.Result) {
	for _, b := range bidders {
		if name := b.PublicName(); name != "" {
			a.Names[b.Code] = name
		}
	}
	if audit, ok := auction.NewAudit(a.Settings, lots, bidders, marks, result); ok {
		a.audit = &audit
	}
	if len(files.Closings) == 0 {
		s.complain(a.Item.UK.Doc, "W-AU-OPEN", 0, 0, "id", a.Item.ID)
		return
	}
	last := files.Closings[len(files.Closings)-1]
	if len(files.Closings) > 1 {
		a.Updated = last.Date
	}
	if a.Changed, a.Lost = last.differences(a.Seal, files); len(a.Lost) > 0 {
		s.complain(a.Item.UK.Doc, "E-AU-LOST", 0, 0, "what", strings.Join(a.Lost, ", "))
	} else if len(a.Changed) > 0 {
		s.complain(a.Item.UK.Doc, "E-AU-CHANGED", 0, 0, "id", a.Item.ID, "what", strings.Join(a.Changed, ", "))
	}
}

// tell makes problems of what is wrong with a file.
func (a *Auction) tell(s *Site, file string, troubles []auction.Trouble) {
	for _, t := range troubles {
		p := problem.New(t.Code, file, t.Line, 0, troubleArgs(t)...)
		p.Draft = s.IsDraft(a.Item.UK.Doc)
		s.problems = append(s.problems, p)
		a.Sound = a.Sound && !p.Stops()
	}
}

func troubleArgs(t auction.Trouble) []string {
	switch t.Code {
	case "E-CSV-HEADER":
		return []string{"missing", t.What, "accepted", t.More}
	case "W-CSV-COLUMN", "W-PII-COLUMN":
		return []string{"column", t.What}
	case "E-AU-CODE-TWICE", "W-AU-NAME":
		return []string{"code", t.What}
	case "E-AU-YES":
		return []string{"value", t.What, "column", t.More}
	case "E-JURY-RANGE":
		return []string{"value", t.What, "max", t.More}
	case "E-AU-BUDGET", "E-JURY-CRITERION":
		return []string{"value", t.What}
	case "E-JURY-LOT", "E-JURY-MISSING", "W-JURY-MISSING", "W-JURY-CONFLICT":
		return []string{"member", t.What, "lot", t.More}
	case "E-JURY-TWICE":
		return []string{"member", t.What, "first", t.More}
	}
	return nil
}

// missing tells of a table that should be there once people bid.
func (a *Auction) missing(s *Site, files AuctionFiles, state auction.State) {
	if state != auction.Bidding && state != auction.Counting && state != auction.Published {
		return
	}
	if files.Bids == nil {
		amount, amountUK := "amount", "Ставка"
		if a.Settings.Mode == auction.Notes {
			amount, amountUK = "note", "Купюра"
		}
		s.complain(a.Item.UK.Doc, "W-AU-FILE", 0, 0, "name", "bids.csv", "columns", "`timestamp`, `bidder`, `lot`, `"+amount+"`", "columns.uk", "`Позначка часу`, `Код учасника`, `Лот`, `"+amountUK+"`")
	}
	if files.Bidders == nil {
		s.complain(a.Item.UK.Doc, "W-AU-FILE", 0, 0, "name", "bidders.csv", "columns", "`code`, `name`, `budget`", "columns.uk", "`Код учасника`, `Назва`, `Гаманець`")
	}
}

// lots are the lots of an auction for the engine; what may be shown of them stays in a.Lots.
func (a *Auction) lots(s *Site) []auction.Lot {
	var lots []auction.Lot
	for _, item := range a.Item.Inside {
		if item.Section != "lots" || item.State != Shown && item.LotsFrom.IsZero() {
			continue
		}
		doc := item.UK.Doc
		lot := auction.Lot{
			N: wholeNumber(doc, "n"), StartPrice: wholeNumber(doc, "start_price"), MinStep: wholeNumber(doc, "min_step"), Reserve: wholeNumber(doc, "reserve"),
			Institution: doc.Text("institution"), Withdrawn: moment(doc, "withdrawn_at"),
		}
		codes, _ := doc.Value("author_codes")
		for _, c := range codes.Items {
			lot.Authors = append(lot.Authors, auction.Code(c.Text))
		}
		start := cmp.Or(lot.StartPrice, a.Settings.StartPrice)
		if lot.Reserve > 0 && lot.Reserve < start {
			v, _ := doc.Value("reserve")
			s.complain(doc, "E-LOT-RESERVE", v.Line, v.Column, "reserve", strconv.Itoa(lot.Reserve), "start", strconv.Itoa(start))
		}
		lots = append(lots, lot)
		if item.State != Shown {
			continue // marks and bids may name it already; pages may not
		}
		a.Lots = append(a.Lots, &AuctionLot{Item: item, N: lot.N, StartPrice: start, Step: cmp.Or(lot.MinStep, a.Settings.MinStep), Withdrawn: lot.Withdrawn})
	}
	slices.SortStableFunc(a.Lots, func(a, b *AuctionLot) int { return cmp.Compare(a.N, b.N) })
	return lots
}

// share gives every lot what is known of it.
func (a *Auction) share() {
	at := map[int]*AuctionLot{}
	for _, lot := range a.Lots {
		at[lot.N] = lot
	}
	for _, r := range a.Result.Lots {
		if lot := at[r.N]; lot != nil {
			lot.Result = r
		}
	}
	for i := range a.Result.Ranking {
		k := &a.Result.Ranking[i]
		if lot := at[k.Lot]; lot != nil {
			lot.Rank = k
		}
	}
	for _, row := range a.Result.Rows {
		if lot := at[row.Lot]; lot != nil && row.Verdict.Valid() {
			lot.Bids = append(lot.Bids, row)
		}
	}
	for _, lot := range a.Lots {
		slices.SortStableFunc(lot.Bids, func(a, b auction.RowResult) int {
			return cmp.Or(a.Time.Compare(b.Time), cmp.Compare(a.Number, b.Number))
		})
	}
}

// Desk is where an operator enters bids by hand. There is one in the preview alone: it holds names, reserves and codes of authors.
func (a *Auction) Desk() (desk *auction.Desk, ok bool) { return a.desk, a.desk != nil }

// turns finds the first moment after now at which the auction becomes another though nobody touches its files.
func (a *Auction) turns(lots []auction.Lot, rows []auction.Row, now time.Time) time.Time {
	var first time.Time
	look := func(t time.Time) {
		if t.After(now) && (first.IsZero() || t.Before(first)) {
			first = t
		}
	}
	s := &a.Settings
	for _, t := range []time.Time{s.LotsOpen, s.LotsClose, s.Opens, s.Closes, s.PublishAt, a.Result.Close} {
		look(t)
	}
	for _, lot := range lots {
		look(lot.Withdrawn)
	}
	for _, lot := range a.Result.Lots {
		look(lot.Close)
	}
	for i := range rows {
		look(rows[i].Time)
	}
	return first
}

// AuditScript is the path of the script that holds the audit for the reader's own browser; "" before the results are out. Its name bears a digest, so that a
// browser never checks an old one.
func (a *Auction) AuditScript() string {
	data, err := a.AuditCall()
	if err != nil || data == nil {
		return ""
	}
	sum := sha256.Sum256(data)
	return a.Item.Path + "/audit." + hex.EncodeToString(sum[:4]) + ".js"
}

// AuditCall is the audit as a script that hands it over: a page that is opened from a disk may run scripts and may not read files.
func (a *Auction) AuditCall() ([]byte, error) {
	if a.audit == nil {
		return nil, nil
	}
	data, err := a.audit.JSON()
	if err != nil {
		return nil, err
	}
	return append(append([]byte("vitrynaAudit("), data...), ");\n"...), nil
}
