package auction

import (
	"cmp"
	"slices"
	"time"
)

// run is an auction while its rows are read.
type run struct {
	s       Settings
	now     time.Time
	lots    []*lotState // by number
	bidders []bidderState
	lotAt   map[int]int
	codeAt  map[string]int
	leaving []int // lots that are withdrawn, by time; those that are gone are cut off
	held    []int // lots with a reserve whose leader may be set free at their close
}

// lotState is a lot while the auction runs.
type lotState struct {
	Lot
	close      time.Time
	extensions int
	gone       bool
	leader     int // index of a bidder; -1: none
	best       int
	bids       int
	standing   map[int]standing // sealed bids and notes, by bidder
	voices     map[int]bool     // bidders with a valid bid
	last       map[int]click    // the last row of each bidder that came as far as the check for a double click
}

// click is what of a row tells a double click.
type click struct {
	amount   int
	note     Note
	withdraw bool
	time     time.Time
}

// standing is the bid or the note of a bidder that counts.
type standing struct {
	amount int
	note   Note
	time   time.Time
	row    int
}

type bidderState struct {
	Bidder
	bound int  // by bids that stand
	takes bool // has a valid row
}

func begin(s Settings, lots []Lot, bidders []Bidder, now time.Time) *run {
	r := &run{s: s, now: now, lotAt: map[int]int{}, codeAt: map[string]int{}}
	for _, lot := range lots {
		l := &lotState{Lot: lot, close: s.Closes, leader: -1, standing: map[int]standing{}, voices: map[int]bool{}, last: map[int]click{}}
		l.StartPrice, l.MinStep = cmp.Or(l.StartPrice, s.StartPrice), cmp.Or(l.MinStep, s.MinStep)
		r.lots = append(r.lots, l)
	}
	slices.SortStableFunc(r.lots, func(a, b *lotState) int { return cmp.Compare(a.N, b.N) })
	r.lots = slices.CompactFunc(r.lots, func(a, b *lotState) bool { return a.N == b.N }) // two with one number are an error of the author's
	for i, l := range r.lots {
		r.lotAt[l.N] = i
		if !l.Withdrawn.IsZero() {
			r.leaving = append(r.leaving, i)
		}
		if l.Reserve > 0 {
			r.held = append(r.held, i)
		}
	}
	slices.SortStableFunc(r.leaving, func(a, b int) int { return r.lots[a].Withdrawn.Compare(r.lots[b].Withdrawn) })
	for _, b := range bidders {
		b.Budget = cmp.Or(b.Budget, s.Budget)
		r.bidders = append(r.bidders, bidderState{Bidder: b})
	}
	slices.SortStableFunc(r.bidders, func(a, b bidderState) int { return cmp.Compare(a.Code, b.Code) })
	r.bidders = slices.CompactFunc(r.bidders, func(a, b bidderState) bool { return a.Code == b.Code })
	for i, b := range r.bidders {
		r.codeAt[b.Code] = i
	}
	return r
}

// judge gives every row its verdict, and brings the auction to where it stands now.
func (r *run) judge(rows []Row) []Verdict {
	verdicts := make([]Verdict, len(rows))
	order := make([]int, 0, len(rows))
	for i := range rows {
		switch row := &rows[i]; {
		case row.Broken:
			verdicts[i] = BadRow
		case row.Time.IsZero():
			verdicts[i] = BadTime
		case row.Time.After(r.now):
			verdicts[i] = FutureTime
		default:
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(rows[a].Time.Compare(rows[b].Time), cmp.Compare(rows[a].Number, rows[b].Number))
	})
	for _, i := range order {
		r.withdrawUntil(rows[i].Time)
		verdicts[i] = r.row(&rows[i])
	}
	r.withdrawUntil(r.now)
	r.release(r.now)
	return verdicts
}

// withdrawUntil takes out the lots that are withdrawn by then: nobody leads them, and what was bid for them is free again.
func (r *run) withdrawUntil(t time.Time) {
	for len(r.leaving) > 0 {
		l := r.lots[r.leaving[0]]
		if l.Withdrawn.After(t) {
			return
		}
		r.leaving = r.leaving[1:]
		l.gone = true
		r.free(l)
	}
}

// free takes the leader and the bids of a lot away.
func (r *run) free(l *lotState) {
	if l.leader >= 0 {
		r.bidders[l.leader].bound -= l.best
		l.leader, l.best = -1, 0
	}
	for b, bid := range l.standing {
		r.bidders[b].bound -= bid.amount
	}
	clear(l.standing)
}

// release frees the leaders of lots that closed below their reserve: they have won nothing.
func (r *run) release(t time.Time) {
	if t.Before(r.s.Closes) || len(r.held) == 0 {
		return
	}
	r.held = slices.DeleteFunc(r.held, func(i int) bool {
		l := r.lots[i]
		if t.Before(l.close) {
			return false
		}
		if l.leader >= 0 && l.best < l.Reserve {
			r.bidders[l.leader].bound -= l.best
			l.leader = -1
		}
		return true
	})
}

// row finds the first reason that speaks against a row, or does what it says.
func (r *run) row(row *Row) Verdict {
	b, known := r.codeAt[row.Code]
	if !known {
		return UnknownBidder
	}
	if r.bidders[b].Disqualified {
		return Disqualified
	}
	i, known := r.lotAt[row.Lot]
	if !known {
		return UnknownLot
	}
	l := r.lots[i]
	switch {
	case !row.Withdraw && r.s.Mode == Notes && row.Note == "":
		return BadNote
	case !row.Withdraw && r.s.Mode != Notes && row.Amount == 0:
		return BadAmount
	case row.NoConsent:
		return NoConsent
	case !l.Withdrawn.IsZero() && !row.Time.Before(l.Withdrawn):
		return LotWithdrawn
	case row.Time.Before(r.s.Opens):
		return TooEarly
	case !row.Time.Before(l.close):
		return TooLate
	case r.again(l, b, row):
		return Duplicate
	case r.own(l, b, row):
		return OwnLot
	}
	verdict := r.bid(l, b, row)
	if verdict.Valid() {
		r.bidders[b].takes = true
	}
	if verdict.bid() {
		l.bids++
		l.voices[b] = true
	}
	return verdict
}

// again tells a double click, and keeps the row for the next to be compared with.
func (r *run) again(l *lotState, b int, row *Row) bool {
	this := click{row.Amount, row.Note, row.Withdraw, row.Time}
	if row.Withdraw {
		this.amount, this.note = 0, ""
	}
	last, found := l.last[b]
	l.last[b] = this
	return found && last.withdraw == this.withdraw && last.amount == this.amount && last.note == this.note &&
		this.time.Sub(last.time) <= time.Duration(r.s.DupWindow)*time.Second
}

func (r *run) own(l *lotState, b int, row *Row) bool {
	bidder := &r.bidders[b]
	return row.own || slices.Contains(l.Authors, bidder.Code) || r.s.InstitutionOwns && same(l.Institution, bidder.Institution)
}

func (r *run) bid(l *lotState, b int, row *Row) Verdict {
	switch r.s.Mode {
	case English:
		return r.openBid(l, b, row)
	case Notes:
		return r.note(l, b, row)
	}
	return r.sealedBid(l, b, row)
}
