package auction

import "time"

// openBid is a bid of an English auction.
func (r *run) openBid(l *lotState, b int, row *Row) Verdict {
	r.release(row.Time)
	elsewhere := r.bidders[b].bound
	if l.leader == b {
		elsewhere -= l.best
	}
	switch {
	case row.Withdraw:
		return WithdrawalNotAllowed
	case row.Amount < l.StartPrice:
		return BelowStart
	case l.leader == b && !r.s.AllowSelfRaise:
		return SelfRaise
	case l.leader >= 0 && row.Amount < l.best+l.MinStep:
		return BelowStep
	case row.Amount > r.bidders[b].Budget-elsewhere:
		return OverBudget
	}
	if l.leader >= 0 {
		r.bidders[l.leader].bound -= l.best // being outbid sets free at once
	}
	l.leader, l.best = b, row.Amount
	r.bidders[b].bound += row.Amount
	if r.extend(l, row.Time) {
		return OKExtended
	}
	return OK
}

// extend lets a lot go on after a bid at the last moment.
func (r *run) extend(l *lotState, t time.Time) bool {
	soft := r.s.SoftClose
	if l.extensions >= soft.Max || l.close.Sub(t) > time.Duration(soft.Window)*time.Second {
		return false
	}
	later := t.Add(time.Duration(soft.Extend) * time.Second)
	if !later.After(l.close) {
		return false
	}
	l.close = later
	l.extensions++
	return true
}

// sealedBid is a bid that nobody sees, that may be changed and taken back.
func (r *run) sealedBid(l *lotState, b int, row *Row) Verdict {
	own, stands := l.standing[b]
	bidder := &r.bidders[b]
	switch {
	case row.Withdraw && !stands:
		return NothingToWithdraw
	case row.Withdraw:
		bidder.bound -= own.amount
		delete(l.standing, b)
		return OKWithdrawn
	case row.Amount < l.StartPrice:
		return BelowStart
	case stands && row.Amount == own.amount:
		return NoChange
	case row.Amount > bidder.Budget-(bidder.bound-own.amount):
		return OverBudget
	}
	bidder.bound += row.Amount - own.amount
	l.standing[b] = standing{amount: row.Amount, time: row.Time, row: row.Number}
	if stands {
		return OKReplaced
	}
	return OK
}

// note is a coloured note; the last one counts. One may be taken back like a sealed bid.
func (r *run) note(l *lotState, b int, row *Row) Verdict {
	_, stands := l.standing[b]
	switch {
	case row.Withdraw && !stands:
		return NothingToWithdraw
	case row.Withdraw:
		delete(l.standing, b)
		return OKWithdrawn
	}
	l.standing[b] = standing{note: row.Note, time: row.Time, row: row.Number}
	return OK
}
