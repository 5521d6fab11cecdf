package auction

import (
	"strings"
	"time"
)

// Mode is how people bid.
type Mode string

// The modes.
const (
	Sealed  Mode = "sealed"  // closed bids, opened at the end
	English Mode = "english" // open bids, each higher than the last
	Notes   Mode = "notes"   // coloured notes, no prices
)

// Settings are the rules of one auction. Everything that a centre may choose is here; [Defaults] has what is usual.
type Settings struct {
	ID   string
	Mode Mode

	LotsOpen, LotsClose time.Time // when lots are taken; zero: nobody says
	Opens, Closes       time.Time // bids are taken from Opens on, and before Closes
	PublishAt           time.Time

	Budget      int
	StartPrice  int
	MinStep     int  // of an English auction
	SecondPrice bool // the buyer of a sealed lot pays the second highest bid
	SoftClose   SoftClose

	InstitutionOwns bool // a lot is one's own also if it is of one's institution
	AllowSelfRaise  bool
	DupWindow       int // seconds within which the same row again is a double click

	Jury Jury
}

// SoftClose lets an English lot go on when a bid comes at the last moment.
type SoftClose struct {
	Window, Extend int // seconds
	Max            int // times; 0 turns it off
}

// Jury says how marks and market weigh.
type Jury struct {
	WeightJury, WeightMarket int // together 100
	MaxMark                  int
	Criteria                 []string
}

// Defaults are the settings of an auction that says nothing but its dates.
func Defaults() Settings {
	return Settings{
		Mode: Sealed, Budget: 100, StartPrice: 10, MinStep: 5, SoftClose: SoftClose{120, 120, 10}, DupWindow: 60,
		Jury: Jury{60, 40, 10, []string{"новизна", "практична цінність", "відтворюваність", "подання"}},
	}
}

// secret tells that nobody may know yet who bid what. Notes are shown at the end too: nobody's note should lean on another's.
func (s *Settings) secret(now time.Time) bool { return s.Mode != English && now.Before(s.Closes) }

// Lot is an idea that is offered.
type Lot struct {
	N           int
	StartPrice  int // 0: the auction's
	MinStep     int // 0: the auction's
	Reserve     int // below it the lot is not sold; 0: none
	Authors     []string
	Institution string
	Withdrawn   time.Time // zero: it is not
}

// Bidder is who may bid.
type Bidder struct {
	Code         string
	Name         string
	Institution  string
	Budget       int // 0: the auction's
	Disqualified bool
	Public       bool // the name may be published
}

// Row is one row of the form: a bid, a note, or a bid taken back.
type Row struct {
	Number    int       // of its line, the header's being 1
	Broken    bool      // the row has not as many cells as the header; nothing else of it is known
	Time      time.Time // zero: it could not be read
	Code      string    // "": it could not be read
	Lot       int       // 0: it could not be read
	Amount    int       // 0: it could not be read, or the row has none
	Note      Note      // "": the same
	Withdraw  bool      // an earlier bid is taken back
	NoConsent bool      // the form asks for consent, and it is not given

	own bool // the lot is the bidder's own, as a protocol says that keeps the codes of authors to itself
}

// Note is a note of the mode without prices.
type Note string

// The notes, and what each counts.
const (
	Green  Note = "green"  // I accept: 2
	Yellow Note = "yellow" // in part: 1
	Red    Note = "red"    // no: 0
)

// Mark is what a member of the jury gave a lot for a criterion, or that the member does not judge the lot.
type Mark struct {
	Line        int // in the file
	Member      string
	Lot         int
	Criterion   string
	Mark        int
	Recused     bool
	Institution string // of the member; "" where nobody says
}

// same compares two names of institutions as people write them.
func same(a, b string) bool {
	return a != "" && strings.EqualFold(strings.Join(strings.Fields(a), " "), strings.Join(strings.Fields(b), " "))
}
