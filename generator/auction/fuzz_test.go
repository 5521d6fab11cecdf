package auction

import (
	"bytes"
	"os"
	"reflect"
	"testing"
	"unicode/utf8"
)

// FuzzRead reads anything as the three files. Whatever it is, rows have ascending numbers, codes are codes, and it is read the same way twice.
func FuzzRead(f *testing.F) {
	v31, _ := os.ReadFile("testdata/au-v31.csv")
	f.Add(v31)
	f.Add([]byte("Час;Код;Лот;Ставка\n15.05.2020 9:05;К01;1;10\n\"\n;"))
	f.Add([]byte("код,гаманець\nK01,1 000\n"))
	f.Add([]byte("член журі\tлот\tкритерій\tбал\nJ1\t1\t1\t10"))
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, mode := range []Mode{Sealed, Notes} {
			table := ReadBids(data, Reading{Zone: kyiv, Mode: mode})
			last := 1
			for _, row := range table.Rows {
				if row.Number <= last || row.Amount < 0 || row.Amount > largestBudget || row.Code != "" && !bidderCode.MatchString(row.Code) {
					t.Fatalf("%+v after line %d", row, last)
				}
				last = row.Number
			}
			if !reflect.DeepEqual(table, ReadBids(data, Reading{Zone: kyiv, Mode: mode})) {
				t.Fatal("read twice it differs")
			}
		}
		for _, b := range ReadBidders(data, Reading{}).Bidders {
			if !bidderCode.MatchString(b.Code) || personal(b.PublicName()) {
				t.Fatalf("%+v", b)
			}
		}
		CheckMarks(Defaults(), baseLots(), ReadMarks(data, Reading{}).Marks)
	})
}

// FuzzRun runs an auction whose bids are anything, and checks it from its audit. Nothing of a text may be in that.
func FuzzRun(f *testing.F) {
	v31, _ := os.ReadFile("testdata/au-v31.csv")
	f.Add(v31, byte(0), int64(0))
	f.Add([]byte("Час;Код;Лот;Ставка;Купюра;Відкликання\n15.05.2020 14:05;К01;1;10;зелена;так\n"), byte(1), int64(-20000))
	f.Fuzz(func(t *testing.T, data []byte, mode byte, shift int64) {
		s := baseSettings([]Mode{English, Sealed, Notes}[int(mode)%3])
		now := clock("20:00:00")
		if shift%7 == 0 {
			now = clock("14:30:00")
		}
		table := ReadBids(data, Reading{Zone: kyiv, Mode: s.Mode})
		got := Run(s, baseLots(), baseBidders(), table.Rows, nil, now)
		a, ok := NewAudit(s, baseLots(), baseBidders(), nil, got)
		if ok == got.Secret {
			t.Fatal("secret, and told")
		}
		if !ok || now.Before(got.Close) {
			return
		}
		written, err := a.JSON()
		if err != nil || !utf8.Valid(written) {
			t.Fatal(err)
		}
		report, err := Verify(written)
		if err != nil || !report.Whole() {
			t.Fatalf("%v %+v\n%s", err, report, written)
		}
		for line := range bytes.Lines(a.CSV()) {
			if bytes.Count(line, []byte{','}) != 6 {
				t.Fatalf("%q", line)
			}
		}
	})
}

// FuzzVerify checks anything: it must end, with an error or a report.
func FuzzVerify(f *testing.F) {
	s, lots, bidders, rows, marks := v32(2)
	f.Add(audited(f, game{s, lots, bidders, rows, marks, clock("20:00:00")}))
	f.Add([]byte(`{"format":"som-auction-v1","settings":{"mode":"notes","opens":"2020-05-15T11:00:00Z","closes":"2020-05-15T12:00:00Z","publish_at":"2020-05-15T12:00:00Z"}}`))
	f.Fuzz(func(t *testing.T, data []byte) { _, _ = Verify(data) })
}
