package auction

// result says what the auction came to.
func (r *run) result(rows []Row, verdicts []Verdict) Result {
	result := Result{Close: r.s.Closes, Rows: make([]RowResult, len(rows))}
	at := make([]int, len(r.bidders)) // the place of each bidder in the result; -1: none
	for i := range r.bidders {
		b := &r.bidders[i]
		at[i] = -1
		if b.takes {
			result.Participants++
		}
		if !b.Disqualified {
			at[i] = len(result.Bidders)
			result.Bidders = append(result.Bidders, BidderResult{Code: b.Code, Budget: b.Budget, Committed: b.bound})
		}
	}
	for _, l := range r.lots {
		lot, buyer := r.outcome(l)
		if !l.gone && l.close.After(result.Close) {
			result.Close = l.close
		}
		if buyer >= 0 {
			b := &result.Bidders[at[buyer]]
			b.Spent += lot.Price
			b.Lots = append(b.Lots, lot.N)
		}
		result.Bids += lot.Bids
		result.Lots = append(result.Lots, lot)
	}
	hash := start(r.s.ID)
	for i := range rows {
		line := RowResult{Row: rows[i], Verdict: verdicts[i]}
		hash = next(hash, line.line(r.s.Mode))
		line.Hash = hash
		result.Rows[i] = line
	}
	result.Hash = hash
	result.Reasons = count(result.Rows)
	result.State = r.s.stateAt(result.Close, r.now)
	return result
}

// outcome says what became of a lot, and who buys it: an index of a bidder, or -1.
func (r *run) outcome(l *lotState) (LotResult, int) {
	lot := LotResult{N: l.N, Close: l.close, Extensions: l.extensions, Bids: l.bids, Bidders: len(l.voices)}
	switch {
	case l.gone:
		lot.Status = Withdrawn
		return lot, -1
	case r.now.Before(r.s.Opens):
		lot.Status = NotStarted
		return lot, -1
	case r.s.Mode == Notes:
		r.votes(l, &lot)
		return lot, -1
	case r.s.Mode == English:
		lot.Best = l.best
		if l.leader >= 0 && r.now.Before(l.close) {
			lot.Leader = r.bidders[l.leader].Code
		}
		return lot, r.sell(l, &lot, l.leader, l.best)
	}
	winner, second := r.open(l)
	price := 0
	if winner >= 0 {
		lot.Best = l.standing[winner].amount
		price = lot.Best
		if r.s.SecondPrice {
			price = max(l.StartPrice, l.Reserve, second)
		}
	}
	return lot, r.sell(l, &lot, winner, price)
}

// open finds the highest sealed bid, of equal ones the earliest, and how high the next one is.
func (r *run) open(l *lotState) (winner, second int) {
	winner = -1
	for b, bid := range l.standing {
		if winner < 0 || bid.beats(l.standing[winner]) {
			winner = b
		}
	}
	for b, bid := range l.standing {
		if b != winner {
			second = max(second, bid.amount)
		}
	}
	return winner, second
}

func (s standing) beats(other standing) bool {
	switch {
	case s.amount != other.amount:
		return s.amount > other.amount
	case !s.time.Equal(other.time):
		return s.time.Before(other.time)
	}
	return s.row < other.row
}

// sell closes a lot if its time has come.
func (r *run) sell(l *lotState, lot *LotResult, winner, price int) (buyer int) {
	switch {
	case r.now.Before(l.close):
		lot.Status = Open
	case lot.Best == 0:
		lot.Status = UnsoldNoBids
	case lot.Best < l.Reserve:
		lot.Status = UnsoldReserve
	default:
		lot.Status, lot.Buyer, lot.Price = Sold, r.bidders[winner].Code, price
		return winner
	}
	return -1
}

// votes counts the notes of a lot.
func (r *run) votes(l *lotState, lot *LotResult) {
	for _, bid := range l.standing {
		switch bid.note {
		case Green:
			lot.Green++
		case Yellow:
			lot.Yellow++
		case Red:
			lot.Red++
		}
	}
	lot.Score = 2*lot.Green + lot.Yellow
	voters := lot.Green + lot.Yellow + lot.Red
	switch {
	case r.now.Before(l.close):
		lot.Status = Open
	case voters == 0:
		lot.Status = NoVotes
	case lot.Score > voters:
		lot.Status = Accepted
	default:
		lot.Status = Returned
	}
}

// sealed is all that may be known of an auction whose bids are secret. It is made anew and not by taking away, so that nothing can be forgotten.
// A verdict that depends on an amount is told as OK: the row has come, and nothing but its amount can speak against it.
func (r *run) sealed(rows []Row, verdicts []Verdict, full Result) Result {
	result := Result{Secret: true, State: full.State, Close: r.s.Closes, Participants: full.Participants}
	for i := range rows {
		verdict := verdicts[i]
		if verdict == Duplicate && r.own(r.lots[r.lotAt[rows[i].Lot]], r.codeAt[rows[i].Code], &rows[i]) {
			verdict = OwnLot // said twice with two amounts it would be that
		}
		if verdict.dependsOnAmount() {
			verdict = OK
		}
		result.Rows = append(result.Rows, RowResult{Row: Row{Number: rows[i].Number}, Verdict: verdict})
	}
	for _, lot := range full.Lots {
		result.Lots = append(result.Lots, LotResult{N: lot.N, Status: lot.Status, Close: r.s.Closes})
	}
	return result
}
