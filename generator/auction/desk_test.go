package auction

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"
)

// oldLetters decodes the few letters of these tests as Windows-1251 has them.
func oldLetters(data []byte) (string, bool) {
	var b strings.Builder
	for _, c := range data {
		switch {
		case c < 0x80:
			b.WriteByte(c)
		case c >= 0xc0:
			b.WriteRune(rune(c) - 0xc0 + 'А')
		default:
			b.WriteRune(map[byte]rune{0xb2: 'І', 0xb3: 'і', 0xbf: 'ї', 0xba: 'є', 0xb9: '№'}[c])
		}
	}
	return b.String(), true
}

func old(text string) string {
	f := form{old: map[rune]byte{'і': 0xb3, '№': 0xb9}}
	for r := 'А'; r <= 'я'; r++ {
		f.old[r] = byte(r - 'А' + 0xc0)
	}
	return string(f.bytes(text))
}

func desk(t *testing.T, mode Mode) Desk {
	t.Helper()
	s, lots, bidders := base(mode)
	return Desk{s, lots, bidders, Reading{Zone: kyiv, Mode: mode, Windows1251: oldLetters}}
}

// TestAppend adds rows to tables as people keep them. Nothing that stood there changes, and the row is read as it was meant.
func TestAppend(t *testing.T) {
	const head = "Позначка часу,Код учасника,Лот,Ставка"
	for _, c := range []struct{ name, before, added string }{
		{"no file", "", "\ufeffПозначка часу;Код учасника;Лот;Ставка\r\n15.05.2020 14:30:00;K01;1;50\r\n"},
		{"header", head + "\n", "15.05.2020 14:30:00,K01,1,50\n"},
		{"no end of line", head, "\r\n15.05.2020 14:30:00,K01,1,50\r\n"},
		{"row without its end", head + "\n15.05.2020 14:05:00,K02,1,10", "\n15.05.2020 14:30:00,K01,1,50\n"},
		{"windows", head + "\r\n15.05.2020 14:05:00,K02,1,10\r\n", "15.05.2020 14:30:00,K01,1,50\r\n"},
		{"old mac", head + "\r15.05.2020 14:05:00,K02,1,10\r", "15.05.2020 14:30:00,K01,1,50\r"},
		{"mark and semicolons", "\ufeffСтавка;Код учасника;E-mail;Лот;Згода;Час\r\n10;K02;a@example.org;1;так;15.05.2020 14:05:00\r\n", "50;K01;;1;так;15.05.2020 14:30:00\r\n"},
		{"tabs", "Час\tКод\tЛот\tСтавка\n", "15.05.2020 14:30:00\tK01\t1\t50\n"},
		{"quotes", `"Час","Код","Лот","Ставка"` + "\n", `"15.05.2020 14:30:00","K01","1","50"` + "\n"},
		{"Windows-1251", old("Час;Код;Лот;Ставка;Згода\n15.05.2020 14:05:00;K02;Лот № 1;10;так\n"), old("15.05.2020 14:30:00;K01;1;50;так\n")},
		{"blank rows", head + "\n,,,\n\n", "15.05.2020 14:30:00,K01,1,50\n"},
		{"line break in a cell", head + ",Слово\n15.05.2020 14:05:00,K02,1,10,\"два\nрядки\"\n", "15.05.2020 14:30:00,K01,1,50,\n"},
	} {
		d := desk(t, English)
		got, err := d.Try([]byte(c.before), Entry{Code: "K01", Lot: "1", Amount: "50"}, clock("14:30:00"))
		if err != nil || string(got.Data) != c.before+c.added {
			t.Errorf("%s: %v\n got %q\nwant %q", c.name, err, got.Data, c.before+c.added)
			continue
		}
		if got.Verdict != OK || got.Row.Code != "K01" || got.Row.Lot != 1 || got.Row.Amount != 50 || !got.Row.Time.Equal(clock("14:30:00")) {
			t.Errorf("%s: %s %+v", c.name, got.Verdict, got.Row)
		}
	}
}

// TestAppendRefuses: a table that cannot take a row is left alone.
func TestAppendRefuses(t *testing.T) {
	const head = "Позначка часу,Код учасника,Лот,Ставка"
	for _, c := range []struct{ name, before, code string }{
		{"no column", "Позначка часу,Лот,Ставка\n", "E-CSV-HEADER"},
		{"another encoding", "\xff\xfe\x00a", "E-CSV-ENCODING"},
		{"an open quote", head + ",Слово\n15.05.2020 14:05:00,K02,1,10,\"почато", DamagedEnd},
	} {
		d := desk(t, English)
		d.Reading.Windows1251 = nil
		before := []byte(c.before)
		_, err := d.Try(before, Entry{Code: `K"01`, Lot: "1", Amount: "50"}, clock("14:30:00"))
		var table *TableError
		if !errors.As(err, &table) || table.Code != c.code {
			if c.code == DamagedEnd && err == nil {
				continue // read as a broken row of its own: nothing is swallowed
			}
			t.Errorf("%s: %v", c.name, err)
		}
		if !bytes.Equal(before, []byte(c.before)) {
			t.Errorf("%s: the text was changed", c.name)
		}
	}
	d := desk(t, Sealed)
	if _, err := d.Try([]byte(head+"\n"), Entry{Code: "K01", Lot: "1", Withdraw: true}, clock("14:30:00")); err == nil {
		t.Error("a bid was taken back in a table without such a column")
	}
}

// TestTry judges entries as the auction will.
func TestTry(t *testing.T) {
	const table = "Позначка часу,Код учасника,Лот,Ставка,Відкликаю ставку\n15.05.2020 14:05:00,K01,1,60,\n"
	for _, c := range []struct {
		name    string
		mode    Mode
		entry   Entry
		now     string
		verdict Verdict
	}{
		{"good", English, Entry{Code: "к 02", Lot: "Лот № 1", Amount: "65 талантів"}, "14:30:00", OK},
		{"at the last moment", English, Entry{Code: "K02", Lot: "1", Amount: "65"}, "14:59:00", OKExtended},
		{"step", English, Entry{Code: "K02", Lot: "1", Amount: "64"}, "14:30:00", BelowStep},
		{"own", English, Entry{Code: "K04", Lot: "1", Amount: "65"}, "14:30:00", OwnLot},
		{"wallet", English, Entry{Code: "K01", Lot: "2", Amount: "45"}, "14:30:00", OverBudget},
		{"leader", English, Entry{Code: "K01", Lot: "1", Amount: "70"}, "14:30:00", SelfRaise},
		{"late", English, Entry{Code: "K02", Lot: "1", Amount: "65"}, "15:00:00", TooLate},
		{"early", English, Entry{Code: "K02", Lot: "2", Amount: "65"}, "13:59:59", TooEarly},
		{"stranger", English, Entry{Code: "K77", Lot: "1", Amount: "65"}, "14:30:00", UnknownBidder},
		{"no code", English, Entry{Code: "Олена; \"Київ\"", Lot: "1", Amount: "65"}, "14:30:00", UnknownBidder},
		{"no lot", English, Entry{Code: "K02", Lot: "перший", Amount: "65"}, "14:30:00", UnknownLot},
		{"money", English, Entry{Code: "K02", Lot: "1", Amount: "65 грн"}, "14:30:00", BadAmount},
		{"again", English, Entry{Code: "K01", Lot: "1", Amount: "60"}, "14:05:30", Duplicate},

		{"sealed", Sealed, Entry{Code: "K02", Lot: "1", Amount: "20"}, "14:30:00", OK},
		{"sealed: what K01 has bid is not told", Sealed, Entry{Code: "K01", Lot: "2", Amount: "45"}, "14:30:00", OK},
		{"sealed: more than a wallet", Sealed, Entry{Code: "K01", Lot: "2", Amount: "101"}, "14:30:00", OverBudget},
		{"sealed: below the start", Sealed, Entry{Code: "K02", Lot: "1", Amount: "9"}, "14:30:00", BelowStart},
		{"sealed: taken back", Sealed, Entry{Code: "K01", Lot: "1", Withdraw: true}, "14:30:00", OK},
		{"sealed: whether there is something to take back is not told", Sealed, Entry{Code: "K02", Lot: "1", Withdraw: true}, "14:30:00", OK},
	} {
		d := desk(t, c.mode)
		got, err := d.Try([]byte(table), c.entry, clock(c.now))
		if err != nil || got.Verdict != c.verdict {
			t.Errorf("%s: %s, %v; want %s", c.name, got.Verdict, err, c.verdict)
		}
	}
	for _, mode := range []Mode{English, Sealed} { // the clock was put back: against the 60 that is there, 10 would be accepted
		d := desk(t, mode)
		_, err := d.Try([]byte(table), Entry{Code: "K02", Lot: "1", Amount: "10"}, clock("14:04:59"))
		var table *TableError
		if !errors.As(err, &table) || table.Code != ClockBack || table.Line != 2 {
			t.Errorf("%s: a clock that was put back: %v", mode, err)
		}
	}
	d := desk(t, Notes)
	for note, verdict := range map[string]Verdict{"зелена": OK, "синя": BadNote} {
		if got, err := d.Try(nil, Entry{Code: "K01", Lot: "1", Amount: note}, clock("14:30:00")); err != nil || got.Verdict != verdict {
			t.Errorf("%s: %s, %v", note, got.Verdict, err)
		}
	}
}

// TestClockText: an hour that the clocks show twice is written with its zone, so that it is read as it was.
func TestClockText(t *testing.T) {
	o := &Reading{Zone: kyiv}
	for moment, want := range map[string]string{
		"2020-10-25T00:30:00Z": "25.10.2020 03:30:00", "2020-10-25T01:30:00Z": "2020-10-25T03:30:00+02:00", "2020-05-15T11:30:07Z": "15.05.2020 14:30:07",
	} {
		at, _ := time.Parse(time.RFC3339, moment)
		text := o.clockText(at)
		if read, ok := o.readTime(text); text != want || !ok || !read.Equal(at) {
			t.Errorf("%s: %q, read as %v", moment, text, read)
		}
	}
}

// TestQuestions: the answers to the questions are a table that is read without a word, in both languages.
func TestQuestions(t *testing.T) {
	answers := map[string][2]string{
		"bidder": {"K01", "K01"}, "lot": {"Лот № 3 — Ідея, так", "3"}, "amount": {"20", "20"}, "note": {"зелена", "green"}, "withdraw": {"", ""}, "consent": {"так", "yes"},
	}
	for _, mode := range []Mode{Sealed, English, Notes} {
		for lang := range 2 {
			head, row := []string{[]string{"Позначка часу", "Timestamp"}[lang]}, []string{"15.05.2020 14:30:00"}
			for _, q := range Questions(mode) {
				head, row = append(head, []string{q.UK, q.EN}[lang]), append(row, answers[q.Field][lang])
			}
			table := ReadBids([]byte(strings.Join(head, ";")+"\n"+strings.Join(row, ";")+"\n"), Reading{Zone: kyiv, Mode: mode})
			if len(table.Troubles) > 0 || len(table.Rows) != 1 {
				t.Fatalf("%s: %+v", mode, table)
			}
			r := table.Rows[0]
			if r.Time.IsZero() || r.Code != "K01" || r.Lot != 3 || r.NoConsent || mode == Notes && r.Note != Green || mode != Notes && r.Amount != 20 {
				t.Errorf("%s: %+v", mode, r)
			}
		}
	}
}

// FuzzAppend: whatever a table holds, its bytes stay, one row comes to it, and that is the one that was typed.
func FuzzAppend(f *testing.F) {
	f.Add("Позначка часу,Код учасника,Лот,Ставка\n15.05.2020 14:05:00,K02,1,10", "K01", "1", "50")
	f.Add("\"Час\";\"Код\";\"Лот\";\"Ставка\"\r\n\"a", "\"", ";", "\n")
	s, lots, bidders := base(English)
	d := Desk{s, lots, bidders, Reading{Zone: kyiv, Mode: English, Windows1251: oldLetters}}
	f.Fuzz(func(t *testing.T, table, code, lot, amount string) {
		before := ReadBids([]byte(table), d.Reading)
		got, err := d.Try([]byte(table), Entry{Code: code, Lot: lot, Amount: amount}, clock("14:30:00"))
		if err != nil {
			return
		}
		if len(before.Rows) > 0 && !strings.HasPrefix(string(got.Data), table) {
			t.Errorf("%q became %q", table, got.Data)
		}
		if after := ReadBids(got.Data, d.Reading); len(after.Rows) != len(before.Rows)+1 {
			t.Errorf("%q: %d rows became %d", table, len(before.Rows), len(after.Rows))
		}
		if got.Row.Code != Code(plainCell(code)) || !got.Row.Time.Equal(clock("14:30:00")) {
			t.Errorf("typed %q, read %+v", code, got.Row)
		}
	})
}

// base are the settings, lots and bidders of the rule book's vectors.
func base(mode Mode) (Settings, []Lot, []Bidder) {
	return baseSettings(mode), baseLots(), baseBidders()
}
