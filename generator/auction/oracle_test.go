package auction

import (
	"fmt"
	"sort"
	"time"
)

// oracle decides an auction once more, slowly and in another way: it keeps nothing but the list of what was accepted, and asks it everything anew for every
// row. It is written from domain 3.4, not from the code.
type oracle struct {
	s       Settings
	lots    []Lot
	bidders []Bidder
	now     time.Time
	came    []event // rows that came as far as the check for a double click
	took    []event // rows that were accepted
}

type event struct {
	Row
	close time.Time // of its lot, once the row was accepted
	moved bool
}

func (o *oracle) run(rows []Row) map[int]Verdict {
	sorted := append([]Row{}, rows...)
	sort.SliceStable(sorted, func(i, j int) bool {
		if a, b := sorted[i].Time, sorted[j].Time; !a.Equal(b) {
			return a.Before(b)
		}
		return sorted[i].Number < sorted[j].Number
	})
	verdicts := map[int]Verdict{}
	for _, row := range sorted {
		v := o.verdict(row)
		verdicts[row.Number] = v
		if v == OK || v == OKReplaced || v == OKWithdrawn || v == OKExtended {
			close := o.close(row.Lot)
			if v == OKExtended {
				close = row.Time.Add(time.Duration(o.s.SoftClose.Extend) * time.Second)
			}
			o.took = append(o.took, event{row, close, v == OKExtended})
		}
	}
	return verdicts
}

func (o *oracle) lot(n int) *Lot {
	for i := range o.lots {
		if o.lots[i].N == n {
			return &o.lots[i]
		}
	}
	return nil
}

func (o *oracle) bidder(code string) *Bidder {
	for i := range o.bidders {
		if o.bidders[i].Code == code {
			return &o.bidders[i]
		}
	}
	return nil
}

func or(n, other int) int {
	if n != 0 {
		return n
	}
	return other
}

// close is when a lot closes after all that was accepted.
func (o *oracle) close(lot int) time.Time {
	t := o.s.Closes
	for _, e := range o.took {
		if e.Lot == lot && e.moved {
			t = e.close
		}
	}
	return t
}

func (o *oracle) moves(lot int) int {
	n := 0
	for _, e := range o.took {
		if e.Lot == lot && e.moved {
			n++
		}
	}
	return n
}

func (o *oracle) gone(lot int, t time.Time) bool {
	at := o.lot(lot).Withdrawn
	return !at.IsZero() && !t.Before(at)
}

// leads is who leads an open lot at a time, and with what.
func (o *oracle) leads(lot int, t time.Time) (code string, amount int) {
	if o.gone(lot, t) {
		return "", 0
	}
	for _, e := range o.took {
		if e.Lot == lot {
			code, amount = e.Code, e.Amount
		}
	}
	if !t.Before(o.close(lot)) && amount < o.lot(lot).Reserve {
		return "", amount
	}
	return code, amount
}

// stands is the row of a bidder on a lot that counts, or nil.
func (o *oracle) stands(code string, lot int, t time.Time) *Row {
	var last *Row
	if o.gone(lot, t) {
		return nil
	}
	for i := range o.took {
		if e := &o.took[i]; e.Lot == lot && e.Code == code {
			last = &e.Row
			if e.Withdraw {
				last = nil
			}
		}
	}
	return last
}

// bound is what a bidder has bound on lots other than one.
func (o *oracle) bound(code string, but int, t time.Time) int {
	sum := 0
	for _, lot := range o.lots {
		if lot.N == but {
			continue
		}
		if leader, amount := o.leads(lot.N, t); o.s.Mode == English && leader == code {
			sum += amount
		}
		if row := o.stands(code, lot.N, t); o.s.Mode == Sealed && row != nil {
			sum += row.Amount
		}
	}
	return sum
}

func (o *oracle) verdict(row Row) Verdict {
	if row.Broken {
		return BadRow
	}
	if row.Time.IsZero() {
		return BadTime
	}
	if row.Time.After(o.now) {
		return FutureTime
	}
	bidder, lot := o.bidder(row.Code), o.lot(row.Lot)
	if bidder == nil {
		return UnknownBidder
	}
	if bidder.Disqualified {
		return Disqualified
	}
	if lot == nil {
		return UnknownLot
	}
	if !row.Withdraw {
		if o.s.Mode == Notes && row.Note == "" {
			return BadNote
		}
		if o.s.Mode != Notes && row.Amount < 1 {
			return BadAmount
		}
	}
	if row.NoConsent {
		return NoConsent
	}
	if o.gone(row.Lot, row.Time) {
		return LotWithdrawn
	}
	if row.Time.Before(o.s.Opens) {
		return TooEarly
	}
	if !row.Time.Before(o.close(row.Lot)) {
		return TooLate
	}
	var before *event
	for i := range o.came {
		if e := &o.came[i]; e.Code == row.Code && e.Lot == row.Lot {
			before = e
		}
	}
	o.came = append(o.came, event{Row: row})
	if before != nil {
		before = &event{Row: before.Row}
		equal := before.Amount == row.Amount && before.Note == row.Note && before.Withdraw == row.Withdraw
		if equal && row.Time.Sub(before.Time).Seconds() <= float64(o.s.DupWindow) {
			return Duplicate
		}
	}
	for _, code := range lot.Authors {
		if code == row.Code {
			return OwnLot
		}
	}
	if o.s.InstitutionOwns && lot.Institution != "" && lot.Institution == bidder.Institution {
		return OwnLot
	}
	return o.money(row, bidder, lot)
}

func (o *oracle) money(row Row, bidder *Bidder, lot *Lot) Verdict {
	own := o.stands(row.Code, row.Lot, row.Time)
	leader, best := o.leads(row.Lot, row.Time)
	if row.Withdraw {
		if o.s.Mode == English {
			return WithdrawalNotAllowed
		}
		if own == nil {
			return NothingToWithdraw
		}
		return OKWithdrawn
	}
	if o.s.Mode == Notes {
		return OK
	}
	if row.Amount < or(lot.StartPrice, o.s.StartPrice) {
		return BelowStart
	}
	if o.s.Mode == English && leader == row.Code && !o.s.AllowSelfRaise {
		return SelfRaise
	}
	if o.s.Mode == English && leader != "" && row.Amount < best+or(lot.MinStep, o.s.MinStep) {
		return BelowStep
	}
	if o.s.Mode == Sealed && own != nil && own.Amount == row.Amount {
		return NoChange
	}
	if row.Amount > or(bidder.Budget, o.s.Budget)-o.bound(row.Code, row.Lot, row.Time) {
		return OverBudget
	}
	if o.s.Mode == Sealed && own != nil {
		return OKReplaced
	}
	soft, close := o.s.SoftClose, o.close(row.Lot)
	if o.s.Mode == English && o.moves(row.Lot) < soft.Max && close.Sub(row.Time).Seconds() <= float64(soft.Window) &&
		row.Time.Add(time.Duration(soft.Extend)*time.Second).After(close) {
		return OKExtended
	}
	return OK
}

// outcome says what became of a lot: «sold K01 20».
func (o *oracle) outcome(lot Lot) string {
	switch {
	case o.gone(lot.N, o.now):
		return "withdrawn"
	case o.now.Before(o.s.Opens):
		return "not_started"
	case o.now.Before(o.close(lot.N)):
		return "open"
	}
	var list []Row // bids that stand, the best first
	for _, b := range o.bidders {
		if row := o.stands(b.Code, lot.N, o.now); row != nil && o.s.Mode != English {
			list = append(list, *row)
		}
	}
	if o.s.Mode == Notes {
		g, y := 0, 0
		for _, row := range list {
			if row.Note == Green {
				g++
			}
			if row.Note == Yellow {
				y++
			}
		}
		switch {
		case len(list) == 0:
			return "no_votes"
		case 2*g+y > len(list):
			return "accepted"
		}
		return "returned"
	}
	if o.s.Mode == English {
		for i := len(o.took) - 1; i >= 0; i-- {
			if o.took[i].Lot == lot.N {
				list = append(list, o.took[i].Row)
				break
			}
		}
	}
	sort.SliceStable(list, func(i, j int) bool {
		a, b := list[i], list[j]
		if a.Amount != b.Amount {
			return a.Amount > b.Amount
		}
		if !a.Time.Equal(b.Time) {
			return a.Time.Before(b.Time)
		}
		return a.Number < b.Number
	})
	switch {
	case len(list) == 0:
		return "unsold_no_bids"
	case list[0].Amount < lot.Reserve:
		return "unsold_reserve"
	}
	price := list[0].Amount
	if o.s.Mode == Sealed && o.s.SecondPrice {
		price = or(lot.StartPrice, o.s.StartPrice)
		if lot.Reserve > price {
			price = lot.Reserve
		}
		if len(list) > 1 && list[1].Amount > price {
			price = list[1].Amount
		}
	}
	return fmt.Sprintf("sold %s %d", list[0].Code, price)
}
