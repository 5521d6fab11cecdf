package auction

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"
	"time"
)

// Audit is all that is published of an auction so that anyone can compute it again: no names, no e-mails, no texts, and nothing of what a row held and could
// not be read. The codes of authors do not stand in it either: together with a lot's author they would say who a bidder is.
type Audit struct {
	Format   string        `json:"format"`
	ID       string        `json:"id"`
	Settings AuditSettings `json:"settings"`
	Lots     []AuditLot    `json:"lots"`
	Bidders  []AuditBidder `json:"bidders"`
	Marks    []AuditMark   `json:"marks"`
	Rows     []AuditRow    `json:"rows"`
	Results  []AuditResult `json:"results"`
	Wallets  []AuditWallet `json:"wallets"`
	Ranking  []AuditRank   `json:"ranking"`
	Hash     string        `json:"hash"`
}

// Format is the name of the first edition of the audit.
const Format = "som-auction-v1"

// AuditSettings are the settings that decide.
type AuditSettings struct {
	Mode           Mode       `json:"mode"`
	Opens          string     `json:"opens"`
	Closes         string     `json:"closes"`
	PublishAt      string     `json:"publish_at"`
	Budget         int        `json:"budget"`
	StartPrice     int        `json:"start_price"`
	MinStep        int        `json:"min_step"`
	PriceRule      string     `json:"price_rule"`
	SoftClose      AuditSoft  `json:"soft_close"`
	OwnLot         string     `json:"own_lot"`
	AllowSelfRaise bool       `json:"allow_self_raise"`
	DupWindow      int        `json:"dup_window_s"`
	Jury           *AuditJury `json:"jury"`
}

// AuditSoft is the soft close.
type AuditSoft struct {
	Window int `json:"window_s"`
	Extend int `json:"extend_s"`
	Max    int `json:"max"`
}

// AuditJury is how jury and market weigh.
type AuditJury struct {
	WeightJury   int      `json:"weight_jury"`
	WeightMarket int      `json:"weight_market"`
	MaxMark      int      `json:"max_mark"`
	Criteria     []string `json:"criteria"`
}

// AuditLot is a lot with the prices that hold for it.
type AuditLot struct {
	N          int    `json:"n"`
	StartPrice int    `json:"start_price"`
	MinStep    int    `json:"min_step"`
	Reserve    int    `json:"reserve"`
	Withdrawn  string `json:"withdrawn_at,omitempty"`
}

// AuditBidder is a bidder by code.
type AuditBidder struct {
	Code         string `json:"code"`
	Budget       int    `json:"budget"`
	Disqualified bool   `json:"disqualified"`
}

// AuditMark is a mark of the jury; the criterion is its number in the settings.
type AuditMark struct {
	Member    string `json:"member"`
	Lot       int    `json:"lot"`
	Criterion int    `json:"criterion"`
	Mark      int    `json:"mark"`
	Recused   bool   `json:"recused"`
}

// AuditRow is a row as the chain knows it, every cell a text; a dash stands for what could not be read.
type AuditRow struct {
	Row     int    `json:"row"`
	Time    string `json:"time"`
	Code    string `json:"code"`
	Lot     string `json:"lot"`
	Amount  string `json:"amount"`
	Verdict string `json:"verdict"`
	Hash    string `json:"hash"`
}

// AuditResult is what became of a lot.
type AuditResult struct {
	N          int    `json:"n"`
	Status     Status `json:"status"`
	Close      string `json:"close"`
	Extensions int    `json:"extensions"`
	Buyer      string `json:"buyer"`
	Best       int    `json:"best"`
	Price      int    `json:"price"`
	Bids       int    `json:"bids"`
	Bidders    int    `json:"bidders"`
	Green      int    `json:"green"`
	Yellow     int    `json:"yellow"`
	Red        int    `json:"red"`
	Score      int    `json:"score"`
}

// AuditWallet is what a bidder spent.
type AuditWallet struct {
	Code  string `json:"code"`
	Spent int    `json:"spent"`
	Lots  []int  `json:"lots"`
}

// AuditRank is the place of a lot; points are tenths.
type AuditRank struct {
	Lot       int  `json:"lot"`
	Place     int  `json:"place"`
	Diploma   int  `json:"diploma"`
	Marks     int  `json:"marks"`
	Most      int  `json:"most"`
	Jury      int  `json:"jury"`
	Market    int  `json:"market"`
	Total     int  `json:"total"`
	Bidders   int  `json:"bidders"`
	Price     int  `json:"price"`
	Dearest   bool `json:"dearest"`
	Favourite bool `json:"favourite"`
}

// NewAudit gathers what is published of a result. Of a secret one nothing may be: ok is false.
func NewAudit(s Settings, lots []Lot, bidders []Bidder, marks []Mark, result Result) (a Audit, ok bool) {
	if result.Secret {
		return Audit{}, false
	}
	r := begin(s, lots, bidders, time.Time{})
	a = Audit{ // lists that are empty stand as such: a check need not ask for null
		Format: Format, ID: s.ID, Settings: auditSettings(&s), Hash: result.Hash, Lots: []AuditLot{}, Bidders: []AuditBidder{},
		Marks: []AuditMark{}, Rows: []AuditRow{}, Results: []AuditResult{}, Wallets: []AuditWallet{}, Ranking: []AuditRank{},
	}
	for i, l := range r.lots {
		lot := AuditLot{N: l.N, StartPrice: l.StartPrice, MinStep: l.MinStep, Reserve: l.Reserve}
		if result.Lots[i].Status == Withdrawn { // else it is still to come, and has decided nothing
			lot.Withdrawn = utc(l.Withdrawn)
		}
		a.Lots = append(a.Lots, lot)
	}
	for _, b := range r.bidders {
		a.Bidders = append(a.Bidders, AuditBidder{b.Code, b.Budget, b.Disqualified})
	}
	for _, m := range marks {
		line := AuditMark{Member: m.Member, Lot: m.Lot, Mark: max(m.Mark, 0), Recused: m.Recused}
		for i, c := range s.Jury.Criteria {
			if found, _ := s.Jury.criterion(m.Criterion); found == c {
				line.Criterion = i + 1
			}
		}
		if m.Recused {
			line.Mark = 0
		}
		a.Marks = append(a.Marks, line)
	}
	a.fill(s.Mode, &result)
	return a, true
}

// fill writes down what was decided.
func (a *Audit) fill(mode Mode, result *Result) {
	for i := range result.Rows {
		row := &result.Rows[i]
		c := row.cells(mode)
		a.Rows = append(a.Rows, AuditRow{row.Number, c[1], c[2], c[3], c[4], c[5], row.Hash})
	}
	for _, l := range result.Lots {
		a.Results = append(a.Results, AuditResult{
			N: l.N, Status: l.Status, Close: utc(l.Close), Extensions: l.Extensions, Buyer: l.Buyer, Best: l.Best, Price: l.Price, Bids: l.Bids, Bidders: l.Bidders,
			Green: l.Green, Yellow: l.Yellow, Red: l.Red, Score: l.Score,
		})
	}
	for _, b := range result.Bidders {
		a.Wallets = append(a.Wallets, AuditWallet{b.Code, b.Spent, append([]int{}, b.Lots...)})
	}
	for _, k := range result.Ranking {
		a.Ranking = append(a.Ranking, AuditRank{
			k.Lot, k.Place, k.Diploma, k.Marks, k.Most, k.Jury, k.Market, k.Total, k.Bidders, k.Price, k.Dearest, k.Favourite,
		})
	}
}

func auditSettings(s *Settings) AuditSettings {
	a := AuditSettings{
		Mode: s.Mode, Opens: utc(s.Opens), Closes: utc(s.Closes), PublishAt: utc(s.PublishAt), Budget: s.Budget, StartPrice: s.StartPrice, MinStep: s.MinStep,
		PriceRule: "first", SoftClose: AuditSoft(s.SoftClose), OwnLot: "author", AllowSelfRaise: s.AllowSelfRaise, DupWindow: s.DupWindow,
		Jury: &AuditJury{s.Jury.WeightJury, s.Jury.WeightMarket, s.Jury.MaxMark, s.Jury.Criteria},
	}
	if s.SecondPrice {
		a.PriceRule = "second"
	}
	if s.InstitutionOwns {
		a.OwnLot = "institution"
	}
	return a
}

// JSON is the audit as audit.json holds it: the same audit gives the same bytes.
func (a *Audit) JSON() ([]byte, error) {
	var buf bytes.Buffer
	e := json.NewEncoder(&buf)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	err := e.Encode(a)
	return buf.Bytes(), err
}

// CSV are the rows of the audit as audit.csv holds them. No cell needs quotes: all are numbers, codes, times and names of verdicts.
func (a *Audit) CSV() []byte {
	var b bytes.Buffer
	b.WriteString("row,time,code,lot,amount,verdict,hash\n")
	for i := range a.Rows {
		r := &a.Rows[i]
		b.WriteString(strings.Join([]string{strconv.Itoa(r.Row), r.Time, r.Code, r.Lot, r.Amount, r.Verdict, r.Hash}, ",") + "\n")
	}
	return b.Bytes()
}
