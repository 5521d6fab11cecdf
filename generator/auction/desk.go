package auction

import (
	"cmp"
	"strings"
	"time"
)

// Desk is where bids are entered by hand in a hall: all that is needed to judge one row more.
type Desk struct {
	Settings Settings
	Lots     []Lot
	Bidders  []Bidder
	Reading  Reading
}

// Entry is a bid as somebody typed it. In a note's place stands its colour.
type Entry struct {
	Code, Lot, Amount string
	Withdraw          bool
}

// Trial is what would come of an entry.
type Trial struct {
	Data    []byte // bids.csv with the row
	Row     Row
	Verdict Verdict
}

// TableError tells that bids.csv cannot take a row. Its code is one of the catalogue of problems, [DamagedEnd] or [ClockBack].
type TableError struct{ Trouble }

func (e *TableError) Error() string { return "bids.csv: " + e.Code + " " + e.What }

// DamagedEnd is the code of a table whose last line would swallow the next: a quote is open in it.
const DamagedEnd = "DAMAGED"

// ClockBack is the code of a table with a bid whose time is still to come, in Line: the clock was put back, or somebody has mistyped it.
const ClockBack = "CLOCK"

// Try adds an entry to the text of bids.csv and judges it as [Run] will. Nothing else of the text changes, byte by byte.
//
// Of a secret auction it tells no more than a result may: the row is judged with all others, where what depends on an amount is told as OK, and
// then by itself alone, as if nobody had bid before.
func (d *Desk) Try(data []byte, e Entry, now time.Time) (Trial, error) {
	now = now.Truncate(time.Second)
	text, err := d.Reading.appendEntry(data, e, now)
	if err != nil {
		return Trial{}, err
	}
	table := ReadBids(text, d.Reading)
	last := len(table.Rows) - 1
	if before := ReadBids(data, d.Reading).Rows; last != len(before) || !sameRows(before, table.Rows[:last]) || table.Rows[last].Broken {
		return Trial{}, &TableError{Trouble{Code: DamagedEnd}}
	}
	if line := d.ahead(table.Rows[:last], now); line > 0 {
		return Trial{}, &TableError{Trouble{Code: ClockBack, Line: line}}
	}
	result := Run(d.Settings, d.Lots, d.Bidders, table.Rows, nil, now)
	t := Trial{Data: text, Row: table.Rows[last], Verdict: result.Rows[last].Verdict}
	if result.Secret && t.Verdict.Valid() && !e.Withdraw {
		alone := Run(d.Settings, d.Lots, d.Bidders, table.Rows[last:], nil, d.Settings.Closes)
		if v := alone.Rows[0].Verdict; !v.Valid() {
			t.Verdict = v
		}
	}
	return t, nil
}

// ahead is the number of a row with a time of the bidding that is still to come; 0: there is none. A bid written now would be judged before that row,
// though the hall heard it after: it would be accepted against a higher one, or turn one that was accepted into a refused one.
func (d *Desk) ahead(rows []Row, now time.Time) int {
	end := d.Settings.Closes
	if soft := d.Settings.SoftClose; d.Settings.Mode == English {
		end = end.Add(time.Duration(soft.Max*soft.Extend) * time.Second)
	}
	for i := range rows {
		if t := rows[i].Time; t.After(now) && t.Before(end) && !now.Before(d.Settings.Opens) { // before it begins every bid is refused, and nothing mixed up
			return rows[i].Number
		}
	}
	return 0
}

func sameRows(a, b []Row) bool {
	for i := range a {
		if x, y := a[i], b[i]; !x.Time.Equal(y.Time) {
			return false
		} else if x.Time, y.Time = (time.Time{}), (time.Time{}); x != y {
			return false
		}
	}
	return len(a) == len(b)
}

// newTable is the header of a table that is made here: what tables of this country open without being asked.
const newTable = "\ufeffПозначка часу;Код учасника;Лот;"

// appendEntry writes a row below the others as the others are written: the same separator, quotes, encoding, ends of lines, order of columns.
func (o *Reading) appendEntry(data []byte, e Entry, at time.Time) ([]byte, error) {
	if len(strings.TrimFunc(string(data), blankSign)) == 0 {
		last := "Ставка"
		if o.Mode == Notes {
			last = "Купюра"
		}
		data = []byte(newTable + last)
		if o.Mode != English {
			data = append(data, ";Відкликаю ставку"...)
		}
		data = append(data, "\r\n"...)
	}
	s, ok := readSheet(data, o, bidColumns(o.Mode))
	if !ok {
		return nil, &TableError{s.troubles[len(s.troubles)-1]}
	}
	if e.Withdraw && !s.has("withdraw") {
		return nil, &TableError{Trouble{Code: "E-CSV-HEADER", What: "відкликаю ставку"}}
	}
	f := o.formOf(data, s)
	amount := "amount"
	if o.Mode == Notes {
		amount = "note"
	}
	cells := make([]string, s.width)
	for field, text := range map[string]string{
		"time": o.clockText(at), "bidder": cmp.Or(Code(e.Code), plainCell(e.Code)), "lot": plainCell(e.Lot), amount: plainCell(e.Amount), "withdraw": agreed(e.Withdraw), "consent": agreed(true),
	} {
		if i, ok := s.columns[field]; ok {
			cells[i] = f.cell(text)
		}
	}
	out := append([]byte{}, data...)
	if !strings.HasSuffix(string(data), "\n") && !strings.HasSuffix(string(data), "\r") {
		out = append(out, f.end...)
	}
	out = append(out, f.bytes(strings.Join(cells, string(f.separator)))...)
	return append(out, f.end...), nil
}

func blankSign(r rune) bool { return trim(string(r)) == "" }

// agreed is a tick as people write it.
func agreed(is bool) string {
	if is {
		return "так"
	}
	return ""
}

// longestCell is more than anybody types who means a code, a lot or an amount.
const longestCell = 80

// plainCell is what was typed, in one line.
func plainCell(text string) string {
	r := []rune(strings.Join(strings.Fields(strings.ToValidUTF8(text, "?")), " "))
	if len(r) > longestCell {
		r = r[:longestCell]
	}
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return -1
		}
		return r
	}, string(r))
}

// clockText is a moment as forms of this country write it, unless the clocks show that hour twice: then with its zone.
func (o *Reading) clockText(t time.Time) string {
	if o.Zone == nil {
		return t.UTC().Format(time.RFC3339)
	}
	text := t.In(o.Zone).Format("02.01.2006 15:04:05")
	if read, ok := o.readTime(text); ok && read.Equal(t) {
		return text
	}
	return t.In(o.Zone).Format(time.RFC3339)
}

// form is how a table is written.
type form struct {
	separator byte
	end       string // of a line
	quotes    bool   // round every cell
	old       map[rune]byte
}

func (o *Reading) formOf(data []byte, s *sheet) form {
	text, _ := (&sheet{}).decode(data, o)
	f := form{separator: separator(text), end: "\n", quotes: strings.HasPrefix(string(text), `"`)}
	switch at := strings.IndexAny(string(text), "\r\n"); {
	case at >= 0 && strings.HasPrefix(string(text[at:]), "\r\n"), at < 0:
		f.end = "\r\n"
	case text[at] == '\r':
		f.end = "\r"
	}
	for _, t := range s.troubles {
		if t.Code == "W-CSV-ENCODING" {
			f.old = map[rune]byte{}
			for b := 0x80; b <= 0xff; b++ {
				if letter, ok := o.Windows1251([]byte{byte(b)}); ok {
					f.old[[]rune(letter)[0]] = byte(b)
				}
			}
		}
	}
	return f
}

func (f *form) cell(text string) string {
	if f.quotes || strings.ContainsAny(text, `"`+string(f.separator)) {
		return `"` + strings.ReplaceAll(text, `"`, `""`) + `"`
	}
	return text
}

// bytes are a text in the encoding of the table.
func (f *form) bytes(text string) []byte {
	if f.old == nil {
		return []byte(text)
	}
	var out []byte
	for _, r := range text {
		b, ok := f.old[r]
		switch {
		case r < 0x80:
			b = byte(r)
		case !ok:
			b = '?'
		}
		out = append(out, b)
	}
	return out
}

// Question is one question of the web form through which bids come: the column that the answer becomes, under a name that [ReadBids] knows.
type Question struct {
	Field    string // bidder, lot, amount, note, withdraw, consent
	UK, EN   string
	Required bool
}

// Questions are the questions of a form in their order. The time of an answer the form writes down by itself.
func Questions(mode Mode) []Question {
	list := []Question{{"bidder", "Код учасника", "Bidder", true}, {"lot", "Лот", "Lot", true}}
	switch mode {
	case English:
		list = append(list, Question{"amount", "Ставка", "Bid", true})
	case Notes:
		list = append(list, Question{"note", "Купюра", "Note", false}, Question{"withdraw", "Відкликаю ставку", "Withdraw", false})
	default:
		list = append(list, Question{"amount", "Ставка", "Bid", false}, Question{"withdraw", "Відкликаю ставку", "Withdraw", false})
	}
	return append(list, Question{"consent", "Згода на оприлюднення", "Consent", true})
}
