package auction

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strconv"
	"testing"
	"time"
)

// game is an auction made by chance: small numbers, so that everything happens often.
type game struct {
	s       Settings
	lots    []Lot
	bidders []Bidder
	rows    []Row
	marks   []Mark
	now     time.Time
}

func randomGame(r *rand.Rand) game {
	g := game{s: baseSettings([]Mode{Sealed, English, Notes}[r.IntN(3)])}
	g.s.SecondPrice, g.s.AllowSelfRaise, g.s.InstitutionOwns = r.IntN(2) == 0, r.IntN(3) == 0, r.IntN(3) == 0
	g.s.SoftClose.Max, g.s.DupWindow = r.IntN(4), []int{0, 60, 600}[r.IntN(3)]
	some := func(n int) time.Time { return clock("14:00:00").Add(time.Duration(r.IntN(n)-60) * time.Second) }
	for n := range 1 + r.IntN(4) {
		l := Lot{N: n + 1, StartPrice: []int{0, 20}[r.IntN(2)], MinStep: []int{0, 1}[r.IntN(2)], Reserve: []int{0, 0, 40}[r.IntN(3)]}
		if r.IntN(5) == 0 {
			l.Authors = []string{"K01"}
		}
		if r.IntN(5) == 0 {
			l.Institution = "Заклад"
		}
		if r.IntN(5) == 0 {
			l.Withdrawn = some(4500)
		}
		g.lots = append(g.lots, l)
	}
	for n := range 1 + r.IntN(4) {
		b := Bidder{Code: fmt.Sprintf("K%02d", n+1), Budget: []int{0, 60, 150}[r.IntN(3)], Disqualified: r.IntN(8) == 0}
		if r.IntN(3) == 0 {
			b.Institution = "Заклад"
		}
		g.bidders = append(g.bidders, b)
	}
	g.now = clock("20:00:00")
	if r.IntN(4) == 0 {
		g.now = some(4500)
	}
	for n := range r.IntN(40) {
		row := Row{
			Number: n + 2, Time: some(4200), Code: fmt.Sprintf("K%02d", 1+r.IntN(5)), Lot: 1 + r.IntN(5), Withdraw: r.IntN(10) == 0, NoConsent: r.IntN(20) == 0,
		}
		if r.IntN(3) == 0 {
			row.Time = clock("14:58:00").Add(time.Duration(r.IntN(300)) * time.Second)
		}
		switch {
		case r.IntN(25) == 0:
			row = Row{Number: row.Number, Broken: true}
		case r.IntN(25) == 0:
			row.Time = time.Time{}
		}
		switch {
		case row.Withdraw || row.Broken:
		case g.s.Mode == Notes:
			row.Note = []Note{Green, Yellow, Red, ""}[r.IntN(4)]
		default:
			row.Amount = 5 * r.IntN(25)
		}
		g.rows = append(g.rows, row)
	}
	for n := range r.IntN(10) {
		g.marks = append(g.marks, Mark{Line: n, Member: fmt.Sprint("J", 1+r.IntN(2)), Lot: 1 + r.IntN(4), Criterion: strconv.Itoa(1 + r.IntN(4)), Mark: r.IntN(11), Recused: r.IntN(9) == 0})
	}
	return g
}

func (g *game) run() Result { return Run(g.s, g.lots, g.bidders, g.rows, g.marks, g.now) }

func (g *game) String() string {
	text := fmt.Sprintf("%+v\nlots %+v\nbidders %+v\nnow %s\n", g.s, g.lots, g.bidders, g.now)
	for _, row := range g.rows {
		text += fmt.Sprintf("%+v\n", row)
	}
	return text
}

const games = 3000

// each runs a test over random auctions, the same ones every time.
func eachGame(t *testing.T, look func(t *testing.T, g game, got Result, r *rand.Rand)) {
	t.Helper()
	for seed := range uint64(games) {
		r := rand.New(rand.NewPCG(seed, 7))
		g := randomGame(r)
		look(t, g, g.run(), r)
		if t.Failed() {
			t.Fatalf("seed %d\n%s", seed, g.String())
		}
	}
}

func TestOracle(t *testing.T) {
	seen := map[string]int{}
	eachGame(t, func(t *testing.T, g game, got Result, _ *rand.Rand) {
		if got.Secret {
			return
		}
		o := &oracle{s: g.s, lots: g.lots, bidders: g.bidders, now: g.now}
		verdicts := o.run(g.rows)
		for _, row := range got.Rows {
			seen[string(row.Verdict)]++
			if row.Verdict != verdicts[row.Number] {
				t.Errorf("row %d: %s, want %s", row.Number, row.Verdict, verdicts[row.Number])
			}
		}
		for i, lot := range got.Lots {
			outcome := string(lot.Status)
			if lot.Status == Sold {
				outcome = fmt.Sprintf("sold %s %d", lot.Buyer, lot.Price)
			}
			seen[string(lot.Status)]++
			if want := o.outcome(g.lots[i]); outcome != want {
				t.Errorf("lot %d: %s, want %s", lot.N, outcome, want)
			}
			if g.s.Mode == English && !lot.Close.Equal(o.close(lot.N)) {
				t.Errorf("lot %d closes at %s, want %s", lot.N, lot.Close, o.close(lot.N))
			}
		}
	})
	for _, v := range Verdicts {
		if seen[string(v)] == 0 {
			t.Errorf("no random auction had the verdict %s", v)
		}
	}
	for _, status := range []Status{Withdrawn, NotStarted, Open, Sold, UnsoldNoBids, UnsoldReserve, Accepted, Returned, NoVotes} {
		if seen[string(status)] == 0 {
			t.Errorf("no random auction had a lot that is %s", status)
		}
	}
}

func TestNobodySpendsMore(t *testing.T) {
	eachGame(t, func(t *testing.T, g game, got Result, _ *rand.Rand) {
		prices, spent := 0, 0
		for _, b := range got.Bidders {
			spent += b.Spent
			if b.Spent > b.Committed || b.Committed > b.Budget {
				t.Errorf("%+v", b)
			}
		}
		for _, lot := range got.Lots {
			prices += lot.Price
		}
		if spent != prices {
			t.Errorf("spent %d, prices %d", spent, prices)
		}
	})
}

func TestSameAgain(t *testing.T) {
	eachGame(t, func(t *testing.T, g game, got Result, _ *rand.Rand) {
		if again := g.run(); !reflect.DeepEqual(got, again) {
			t.Error("two runs differ")
		}
	})
}

// TestOrderOfRows shuffles the file: verdicts and outcomes stay, only the chain, which follows the file, does not. Rows keep their numbers, which decide
// within one second.
func TestOrderOfRows(t *testing.T) {
	eachGame(t, func(t *testing.T, g game, got Result, r *rand.Rand) {
		if got.Secret {
			return
		}
		verdicts := map[int]Verdict{}
		for _, row := range got.Rows {
			verdicts[row.Number] = row.Verdict
		}
		r.Shuffle(len(g.rows), func(i, j int) { g.rows[i], g.rows[j] = g.rows[j], g.rows[i] })
		again := g.run()
		for _, row := range again.Rows {
			if row.Verdict != verdicts[row.Number] {
				t.Errorf("row %d: %s, was %s", row.Number, row.Verdict, verdicts[row.Number])
			}
		}
		if !reflect.DeepEqual(got.Lots, again.Lots) || !reflect.DeepEqual(got.Bidders, again.Bidders) || !reflect.DeepEqual(got.Ranking, again.Ranking) {
			t.Error("the outcome depends on the order of the file")
		}
	})
}

// TestRefusedRowsChangeNothing takes the refused rows out. Those that came as far as the check for a double click stay: the next row is compared with
// them.
func TestRefusedRowsChangeNothing(t *testing.T) {
	eachGame(t, func(t *testing.T, g game, got Result, _ *rand.Rand) {
		if got.Secret {
			return
		}
		g.s.DupWindow = -1
		got = g.run()
		var kept []Row
		for _, row := range got.Rows {
			if row.Verdict.Valid() {
				kept = append(kept, row.Row)
			}
		}
		g.rows = kept
		again := g.run()
		for _, row := range again.Rows {
			if !row.Verdict.Valid() {
				t.Errorf("row %d is now %s", row.Number, row.Verdict)
			}
		}
		if !reflect.DeepEqual(got.Lots, again.Lots) || !reflect.DeepEqual(got.Bidders, again.Bidders) {
			t.Error("a refused row changed something")
		}
	})
}

// TestSecret changes amounts, notes and what is taken back in auctions whose bids are sealed: nobody may see a difference.
func TestSecret(t *testing.T) {
	secrets := 0
	eachGame(t, func(t *testing.T, g game, got Result, r *rand.Rand) {
		if g.s.Mode == English {
			return
		}
		g.now = clock("14:59:59")
		for i := range g.lots {
			g.lots[i].StartPrice = 1 // who bids below the start has no valid row, and that may be known
		}
		for i := range g.bidders {
			g.bidders[i].Budget = 0
		}
		for i := range g.rows {
			g.rows[i].Withdraw = false
			g.rows[i].Amount = 1 + r.IntN(100)
			g.rows[i].Note = Green
		}
		got = g.run()
		for i := range g.rows {
			g.rows[i].Amount = 1 + r.IntN(100)
			g.rows[i].Note = Red
		}
		again := g.run()
		if !got.Secret || !reflect.DeepEqual(got, again) {
			t.Error("amounts can be told apart")
		}
		if got.Hash != "" || got.Bidders != nil || got.Ranking != nil || got.Reasons != nil || got.Bids != 0 {
			t.Errorf("too much is known: %+v", got)
		}
		for _, row := range got.Rows {
			if !reflect.DeepEqual(row, RowResult{Row: Row{Number: row.Number}, Verdict: row.Verdict}) {
				t.Errorf("too much is known of a row: %+v", row)
			}
		}
		for _, lot := range got.Lots {
			if !reflect.DeepEqual(lot, LotResult{N: lot.N, Status: lot.Status, Close: lot.Close}) {
				t.Errorf("too much is known of a lot: %+v", lot)
			}
		}
		if _, ok := NewAudit(g.s, g.lots, g.bidders, g.marks, got); ok {
			t.Error("there is an audit")
		}
		secrets++
	})
	if secrets < games/2 {
		t.Errorf("only %d auctions were secret", secrets)
	}
}
