package auction

import (
	"fmt"
	"slices"
	"testing"
)

// v32 is the auction of AU-V32: sums of marks 105, 111, 61 and 105, prices 80, 40, none and 80.
func v32(bidders4 int) (Settings, []Lot, []Bidder, []Row, []Mark) {
	s := baseSettings(English)
	lots := []Lot{{N: 1}, {N: 2}, {N: 3, Reserve: 90}, {N: 4}}
	var rows []Row
	bid := func(code string, lot, amount int) {
		rows = append(rows, Row{Number: len(rows) + 2, Time: clock("14:05:00"), Code: code, Lot: lot, Amount: amount})
	}
	bid("K01", 1, 10)
	bid("K02", 1, 20)
	bid("K03", 1, 80)
	bid("K01", 2, 10)
	bid("K02", 2, 40)
	bid("K05", 3, 10)
	if bidders4 == 3 {
		bid("K01", 4, 10)
	}
	bid("K02", 4, 20)
	bid("K04", 4, 80)
	var marks []Mark
	for at, sums := range [][]int{{35, 35, 35}, {37, 37, 37}, {31, 30}, {40, 40, 25}} {
		for i, sum := range sums {
			for c, criterion := range s.Jury.Criteria {
				m := min(10, sum-min(30, 10*c)) // as much as fits into the first criteria
				marks = append(marks, Mark{Member: fmt.Sprint("J", i+1), Lot: at + 1, Criterion: criterion, Mark: max(m, 0)})
			}
		}
	}
	marks = append(marks, Mark{Member: "J3", Lot: 3, Recused: true, Mark: -1})
	return s, lots, append(baseBidders(), Bidder{Code: "K05"}), rows, marks
}

func TestV32(t *testing.T) {
	type want struct{ lot, marks, most, jury, price, market, total, bidders, place, diploma int }
	for _, c := range []struct {
		name      string
		bidders4  int
		want      []want
		favourite []int
	}{
		{"AU-V32", 2, []want{
			{1, 105, 120, 875, 80, 1000, 925, 3, 1, 1}, {4, 105, 120, 875, 80, 1000, 925, 2, 2, 2},
			{2, 111, 120, 925, 40, 500, 755, 2, 3, 3}, {3, 61, 80, 763, 0, 0, 458, 1, 4, 0},
		}, []int{1}},
		{"variant", 3, []want{
			{1, 105, 120, 875, 80, 1000, 925, 3, 1, 1}, {4, 105, 120, 875, 80, 1000, 925, 3, 1, 1},
			{2, 111, 120, 925, 40, 500, 755, 2, 3, 3}, {3, 61, 80, 763, 0, 0, 458, 1, 4, 0},
		}, []int{1, 4}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, lots, bidders, rows, marks := v32(c.bidders4)
			got := Run(s, lots, bidders, rows, marks, clock("20:00:00"))
			var list []want
			var dearest, favourite []int
			for _, k := range got.Ranking {
				list = append(list, want{k.Lot, k.Marks, k.Most, k.Jury, k.Price, k.Market, k.Total, k.Bidders, k.Place, k.Diploma})
				if k.Dearest {
					dearest = append(dearest, k.Lot)
				}
				if k.Favourite {
					favourite = append(favourite, k.Lot)
				}
			}
			if !slices.Equal(list, c.want) {
				t.Errorf("got  %v\nwant %v", list, c.want)
			}
			if !slices.Equal(dearest, []int{1, 4}) || !slices.Equal(favourite, c.favourite) {
				t.Errorf("dearest %v, favourite %v", dearest, favourite)
			}
		})
	}
}

// TestNobodyWins: where nobody bid and nobody marked there are places, but no diplomas and no titles.
func TestNobodyWins(t *testing.T) {
	for _, mode := range []Mode{Sealed, English, Notes} {
		for _, k := range Run(baseSettings(mode), baseLots(), baseBidders(), nil, nil, clock("20:00:00")).Ranking {
			if k.Diploma != 0 || k.Dearest || k.Favourite || k.Place != 1 {
				t.Errorf("%s: %+v", mode, k)
			}
		}
	}
}

// TestNotesRanking: score, then green ones, then fewer red ones; equal in all share a place.
func TestNotesRanking(t *testing.T) {
	var rows []Row
	for i, votes := range []string{"GRR", "YY", "GR", "GR", "GG"} {
		for j, v := range votes {
			rows = append(rows, Row{Number: len(rows) + 2, Time: clock("14:05:00"), Code: fmt.Sprintf("K%02d", j+1), Lot: i + 1, Note: map[rune]Note{'G': Green, 'Y': Yellow, 'R': Red}[v]})
		}
	}
	got := Run(baseSettings(Notes), []Lot{{N: 1}, {N: 2}, {N: 3}, {N: 4}, {N: 5}}, baseBidders(), rows, nil, clock("20:00:00"))
	var places [][2]int
	for _, k := range got.Ranking {
		places = append(places, [2]int{k.Lot, k.Place})
	}
	if want := [][2]int{{5, 1}, {3, 2}, {4, 2}, {1, 4}, {2, 5}}; !slices.Equal(places, want) {
		t.Errorf("%v, want %v", places, want)
	}
}
