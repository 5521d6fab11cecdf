package auction

import "slices"

// BidTable is what bids.csv says.
type BidTable struct {
	Rows     []Row // every row but blank ones, in the order of the file
	Troubles []Trouble
}

// Columns that are never read, whatever stands in them.
var personalColumn = column{field: dropped, names: []string{
	"електронна адреса", "адреса електронної пошти", "email", "e-mail", "email address", "телефон", "phone",
}}

func bidColumns(mode Mode) []column {
	return []column{
		{"time", true, []string{"позначка часу", "відмітка часу", "дата й час", "дата та час", "час", "timestamp"}},
		{"bidder", true, []string{"код учасника", "код покупця", "код", "bidder", "учасник"}},
		{"lot", true, []string{"лот", "номер лота", "№ лота", "лот №", "оберіть лот", "lot"}},
		{"amount", mode != Notes, []string{"ставка", "ваша ставка", "сума", "сума ставки", "ціна", "amount", "bid"}},
		{"note", mode == Notes, []string{"купюра", "оцінка", "колір", "note"}},
		{"withdraw", false, []string{"відкликаю ставку", "відкликаю попередню ставку", "відкликання", "withdraw"}},
		{"consent", false, []string{"згода", "згода на оприлюднення", "consent"}},
		personalColumn,
	}
}

// ReadBids reads bids.csv, the table of a web form. A row that cannot be read stays with what of it can, so that it gets its verdict; a file without the
// columns that must be has no rows.
func ReadBids(data []byte, o Reading) BidTable {
	s, ok := readSheet(data, &o, bidColumns(o.Mode))
	t := BidTable{Troubles: s.troubles}
	if !ok {
		return t
	}
	for i := range s.records {
		t.Rows = append(t.Rows, o.readRow(s, &s.records[i]))
	}
	return t
}

func (o *Reading) readRow(s *sheet, r *record) Row {
	row := Row{Number: r.line}
	if row.Broken = r.broken || len(r.cells) != s.width; row.Broken {
		return row
	}
	row.Time, _ = o.readTime(s.text(r, "time"))
	row.Code = readCode(s.text(r, "bidder"), bidderCode)
	row.Lot = readLot(s.text(r, "lot"))
	row.Withdraw = yes(s.text(r, "withdraw"))
	switch {
	case row.Withdraw: // what else stands there is of no account
	case o.Mode == Notes:
		row.Note = readNote(s.text(r, "note"))
	default:
		row.Amount = o.readAmount(s.text(r, "amount"))
	}
	row.NoConsent = s.has("consent") && !yes(s.text(r, "consent"))
	return row
}

// BidderTable is what bidders.csv says.
type BidderTable struct {
	Bidders  []Bidder
	Troubles []Trouble
}

// largestBudget is what a bidder may have at most.
const largestBudget = 999_999

// ReadBidders reads bidders.csv. A row without a right code is left out and told.
func ReadBidders(data []byte, o Reading) BidderTable {
	s, ok := readSheet(data, &o, []column{
		{"code", true, []string{"код учасника", "код", "code"}},
		{"name", false, []string{"назва команди або закладу", "назва команди", "назва", "name"}},
		{"institution", false, []string{"заклад", "institution"}},
		{"budget", false, []string{"гаманець", "budget"}},
		{"disqualified", false, []string{"знято з торгів", "disqualified"}},
		{"public", false, []string{"згода на назву", "public"}},
		personalColumn,
	})
	t := BidderTable{Troubles: s.troubles}
	if !ok {
		return t
	}
	for i := range s.records {
		r := &s.records[i]
		if r.broken || len(r.cells) != s.width {
			t.complain("E-AU-ROW", r.line, "")
			continue
		}
		t.add(o, s, r)
	}
	return t
}

func (t *BidderTable) complain(code string, line int, what string) {
	t.Troubles = append(t.Troubles, Trouble{Code: code, Line: line, What: what})
}

func (t *BidderTable) add(o Reading, s *sheet, r *record) {
	b := Bidder{
		Code: readCode(s.text(r, "code"), bidderCode), Name: s.text(r, "name"), Institution: s.text(r, "institution"),
		Disqualified: yes(s.text(r, "disqualified")), Public: yes(s.text(r, "public")),
	}
	switch {
	case b.Code == "":
		t.complain("E-AU-CODE", r.line, s.text(r, "code"))
		return
	case slices.ContainsFunc(t.Bidders, func(other Bidder) bool { return other.Code == b.Code }):
		t.complain("E-AU-CODE-TWICE", r.line, b.Code)
		return
	}
	if budget := s.text(r, "budget"); budget != "" {
		if b.Budget = o.readAmount(budget); b.Budget == 0 || b.Budget > largestBudget {
			t.complain("E-AU-BUDGET", r.line, budget)
		}
	}
	if out := s.text(r, "disqualified"); unsaid(out) {
		t.Troubles = append(t.Troubles, Trouble{Code: "E-AU-YES", Line: r.line, What: out, More: "знято з торгів"})
	}
	if b.Public && personal(b.Name) {
		t.complain("W-AU-NAME", r.line, b.Code)
		b.Public = false
	}
	t.Bidders = append(t.Bidders, b)
}

// PublicName is the name under which a bidder stands on pages, or "" where only the code may.
func (b *Bidder) PublicName() string {
	if b.Public {
		return b.Name
	}
	return ""
}
