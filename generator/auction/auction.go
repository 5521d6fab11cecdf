// Package auction decides an auction of ideas: settings and bids in, a result out.
//
//	settings := auction.Defaults()
//	settings.ID, settings.Opens, settings.Closes = "idei-2020", opens, closes
//	table := auction.ReadBids(data, auction.Reading{Zone: kyiv}) // with what could not be read, table.Troubles
//	result := auction.Run(settings, lots, bidders, table.Rows, marks, now)
//
// Nothing is bought for money: ideas are lots, bids are made in a play currency, and who «buys» an idea undertakes to try it. There
// are three modes: sealed bids that are opened at the end, an open («English») auction, and notes in three colours without prices.
//
// # What is promised
//
// [Run] is a pure function: no clock, no chance, no file, no machine's time zone, and no floating point; the same values give the same
// [Result], byte by byte in [Audit.JSON]. Work and memory are linear in the number of rows, but for the sorting of rows that
// stand out of order. Every row gets a verdict, the first of twenty-one reasons that applies or OK, so that anyone can ask why.
//
// While sealed bids may still come, a result knows nothing of them but how many people take part: no amount, no leader, no count of a lot,
// no verdict that depends on an amount and no hash stands in the value, so no page can give it away ([Result.Secret]).
//
// The package is a leaf. What it cannot know by itself, the zone of the clock and how an old encoding is read, is given to it.
package auction

import "time"

// Run decides an auction as it stands at a moment: a verdict for every row, what became of every lot, who pays what, the places. Rows may come in
// any order; those of one second are taken by their numbers.
func Run(s Settings, lots []Lot, bidders []Bidder, rows []Row, marks []Mark, now time.Time) Result {
	r := begin(s, lots, bidders, now)
	verdicts := r.judge(rows)
	result := r.result(rows, verdicts)
	if r.s.secret(now) {
		return r.sealed(rows, verdicts, result)
	}
	if result.ended(now) {
		result.Ranking = rank(r, result.Lots, marks)
	}
	return result
}

// Result is what an auction came to. Of a secret one only Secret, State, Close, Participants, Rows with number and verdict, and Lots with
// number, status and close are filled.
type Result struct {
	Secret       bool // bids are sealed and may still come
	State        State
	Close        time.Time // when the last lot closes, as far as is known
	Participants int       // bidders with at least one valid row
	Bids         int       // valid bids or notes
	Rows         []RowResult
	Lots         []LotResult    // by number
	Bidders      []BidderResult // by code
	Reasons      []ReasonCount  // how many rows got which verdict, in the order of [Verdicts]; none with nought
	Ranking      []Rank         // by place; nil before the end
	Hash         string         // the last of the chain: it stands for all rows and verdicts
}

// RowResult is a row, its verdict and its place in the chain.
type RowResult struct {
	Row
	Verdict Verdict
	Hash    string
}

// LotResult is what became of a lot.
type LotResult struct {
	N          int
	Status     Status
	Close      time.Time // moved by soft close
	Extensions int
	Leader     string // code of who leads an open lot
	Best       int    // what the leader or the buyer bid; of an unsold lot the highest bid
	Buyer      string // code; "" unless sold
	Price      int    // what the buyer pays
	Bids       int    // valid rows
	Bidders    int    // different bidders with a valid row

	Green, Yellow, Red int // notes that count
	Score              int
}

// BidderResult is what a bidder spends.
type BidderResult struct {
	Code      string
	Budget    int
	Committed int   // bound by bids that stand
	Spent     int   // for lots that are sold
	Lots      []int // bought
}

// ReasonCount is how many rows got a verdict.
type ReasonCount struct {
	Verdict Verdict
	Rows    int
}

// ended tells that no lot is open any more.
func (r *Result) ended(now time.Time) bool { return !now.Before(r.Close) }

// Sold is how many lots were sold or, with notes, accepted.
func (r *Result) Sold() int {
	n := 0
	for _, lot := range r.Lots {
		if lot.Status == Sold || lot.Status == Accepted {
			n++
		}
	}
	return n
}
