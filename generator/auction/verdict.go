package auction

// Verdict is what was decided about a row.
type Verdict string

// The verdicts: first the good ones, then the reasons to refuse in the order in which they are asked.
const (
	OK          Verdict = "OK"
	OKReplaced  Verdict = "OK_REPLACED"
	OKWithdrawn Verdict = "OK_WITHDRAWN"
	OKExtended  Verdict = "OK+EXT"

	BadRow               Verdict = "BAD_ROW"
	BadTime              Verdict = "BAD_TIME"
	FutureTime           Verdict = "FUTURE_TIME"
	UnknownBidder        Verdict = "UNKNOWN_BIDDER"
	Disqualified         Verdict = "DISQUALIFIED"
	UnknownLot           Verdict = "UNKNOWN_LOT"
	BadAmount            Verdict = "BAD_AMOUNT"
	BadNote              Verdict = "BAD_NOTE"
	NoConsent            Verdict = "NO_CONSENT"
	LotWithdrawn         Verdict = "LOT_WITHDRAWN"
	TooEarly             Verdict = "TOO_EARLY"
	TooLate              Verdict = "TOO_LATE"
	Duplicate            Verdict = "DUPLICATE"
	OwnLot               Verdict = "OWN_LOT"
	WithdrawalNotAllowed Verdict = "WITHDRAWAL_NOT_ALLOWED"
	NothingToWithdraw    Verdict = "NOTHING_TO_WITHDRAW"
	BelowStart           Verdict = "BELOW_START"
	SelfRaise            Verdict = "SELF_RAISE"
	BelowStep            Verdict = "BELOW_STEP"
	NoChange             Verdict = "NO_CHANGE"
	OverBudget           Verdict = "OVER_BUDGET"
)

// Verdicts are all verdicts in their order.
var Verdicts = []Verdict{
	OK, OKReplaced, OKWithdrawn, OKExtended,
	BadRow, BadTime, FutureTime, UnknownBidder, Disqualified, UnknownLot, BadAmount, BadNote, NoConsent, LotWithdrawn, TooEarly, TooLate,
	Duplicate, OwnLot, WithdrawalNotAllowed, NothingToWithdraw, BelowStart, SelfRaise, BelowStep, NoChange, OverBudget,
}

// Valid tells that the row was accepted.
func (v Verdict) Valid() bool {
	return v == OK || v == OKReplaced || v == OKWithdrawn || v == OKExtended
}

// bid tells that the row is a bid or a note that was accepted, not one taken back.
func (v Verdict) bid() bool { return v == OK || v == OKReplaced || v == OKExtended }

// dependsOnAmount tells that the verdict would give away something of an amount.
func (v Verdict) dependsOnAmount() bool {
	switch v {
	case OK, OKReplaced, OKWithdrawn, Duplicate, NothingToWithdraw, BelowStart, NoChange, OverBudget:
		return true
	}
	return false
}

// count tells how many rows got which verdict.
func count(rows []RowResult) []ReasonCount {
	n := map[Verdict]int{}
	for i := range rows {
		n[rows[i].Verdict]++
	}
	var list []ReasonCount
	for _, v := range Verdicts {
		if n[v] > 0 {
			list = append(list, ReasonCount{v, n[v]})
		}
	}
	return list
}

// Status is what became of a lot.
type Status string

// The statuses of a lot; of lots with notes the last three.
const (
	Withdrawn     Status = "withdrawn"
	NotStarted    Status = "not_started"
	Open          Status = "open"
	Sold          Status = "sold"
	UnsoldNoBids  Status = "unsold_no_bids"
	UnsoldReserve Status = "unsold_reserve"
	Accepted      Status = "accepted"
	Returned      Status = "returned"
	NoVotes       Status = "no_votes"
)
