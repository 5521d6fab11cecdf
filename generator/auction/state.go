package auction

import "time"

// State is where an auction stands in its timeline.
type State string

// The states, in their order.
const (
	Announced  State = "announced"
	Submission State = "submission" // lots are taken
	Review     State = "review"     // lots are looked through
	Bidding    State = "bidding"
	Counting   State = "counting" // bids are closed, nothing is published yet
	Published  State = "published"
)

// States are all states in their order.
var States = []State{Announced, Submission, Review, Bidding, Counting, Published}

// stateAt is the state of an auction whose last lot closes at last. Without dates for lots nobody waits for them.
func (s *Settings) stateAt(last, now time.Time) State {
	lots := !s.LotsOpen.IsZero() && !s.LotsClose.IsZero()
	switch {
	case !now.Before(s.PublishAt) && !now.Before(last):
		return Published
	case !now.Before(last):
		return Counting
	case !now.Before(s.Opens):
		return Bidding
	case lots && !now.Before(s.LotsClose):
		return Review
	case lots && !now.Before(s.LotsOpen):
		return Submission
	}
	return Announced
}
