package auction

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"testing"
	"time"
)

// bigGame is a whole oblast bidding: n bids of 2,000 bidders on 500 lots, all accepted or refused by their amounts.
func bigGame(mode Mode, n int) game {
	r := rand.New(rand.NewPCG(1, 2))
	g := game{s: baseSettings(mode), now: clock("20:00:00")}
	g.s.Budget = 100_000
	for i := range 500 {
		g.lots = append(g.lots, Lot{N: i + 1, Reserve: 30 * (i % 2)})
	}
	for i := range 900 {
		g.bidders = append(g.bidders, Bidder{Code: fmt.Sprintf("K%03d", i+100)})
	}
	for i := range n {
		row := Row{
			Number: i + 2, Time: g.s.Opens.Add(time.Duration(i) * time.Hour / time.Duration(n)).Truncate(time.Second),
			Code: fmt.Sprintf("K%03d", 100+r.IntN(900)), Lot: 1 + r.IntN(500), Amount: 10 + i*400/n + r.IntN(100),
		}
		if mode == Notes {
			row.Note = []Note{Green, Yellow, Red}[r.IntN(3)]
		}
		g.rows = append(g.rows, row)
	}
	return g
}

// BenchmarkRun shows that time and memory grow as the rows do.
func BenchmarkRun(b *testing.B) {
	for _, mode := range []Mode{Sealed, English, Notes} {
		for _, n := range []int{10_000, 100_000} {
			g := bigGame(mode, n)
			b.Run(fmt.Sprintf("%s/%d", mode, n), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					g.run()
				}
			})
		}
	}
}

// BenchmarkRead reads a file of 100,000 rows.
func BenchmarkRead(b *testing.B) {
	var text bytes.Buffer
	text.WriteString("Позначка часу;Код учасника;Оберіть лот;Ваша ставка\n")
	for _, row := range bigGame(Sealed, 100_000).rows {
		fmt.Fprintf(&text, "%s;%s;Лот № %d — назва;%d талантів\n", row.Time.In(kyiv).Format("02.01.2006 15:04:05"), row.Code, row.Lot, row.Amount)
	}
	b.ReportAllocs()
	b.SetBytes(int64(text.Len()))
	for b.Loop() {
		if t := ReadBids(text.Bytes(), Reading{Zone: kyiv}); len(t.Rows) != 100_000 || t.Rows[5].Amount == 0 {
			b.Fatal(len(t.Rows))
		}
	}
}

// BenchmarkVerify checks the audit of 100,000 rows.
func BenchmarkVerify(b *testing.B) {
	data := audited(b, bigGame(Sealed, 100_000))
	b.ReportAllocs()
	for b.Loop() {
		if r, err := Verify(data); err != nil || !r.Whole() {
			b.Fatal(err, r.Findings)
		}
	}
}
