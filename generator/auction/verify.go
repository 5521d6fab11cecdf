package auction

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strconv"
	"strings"
	"time"
)

// Report is what a check of an audit found.
type Report struct {
	ID        string
	Rows      int
	Lots      int
	Hash      string // as the audit has it
	Undecided int    // rows whose verdict nobody can compute without what is kept private
	Findings  []Finding
}

// Finding is one thing that is not as it should be: where, what the audit says, what comes out.
type Finding struct {
	What      string // chain, hash, row, lot, wallet, rank, settings
	At        int    // number of the row or the lot; 0: the whole
	Name      string // code of a bidder
	Said, Got string
}

// Whole tells that everything agrees.
func (r *Report) Whole() bool { return len(r.Findings) == 0 }

// mostFindings is how many are told: after a few hundred the file is simply another.
const mostFindings = 200

func (r *Report) find(f Finding) {
	if len(r.Findings) < mostFindings {
		r.Findings = append(r.Findings, f)
	}
}

// ErrAudit tells that a file is not an audit.
var ErrAudit = errors.New("not an audit of an auction")

// Verify computes an auction again from its audit.json and compares: the chain of hashes, every verdict that can be decided, what became of every lot,
// what everybody spent, the places. What only the private files can tell (a row that could not be read, consent, whose lot is whose own) it takes as it is said.
func Verify(data []byte) (Report, error) {
	var a Audit
	d := json.NewDecoder(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff")))) // an editor may have put a mark before it
	d.DisallowUnknownFields()
	if err := d.Decode(&a); err != nil {
		return Report{}, fmt.Errorf("%w: %w", ErrAudit, err)
	}
	if _, err := d.Token(); err != io.EOF {
		return Report{}, fmt.Errorf("%w: there is more behind its end", ErrAudit)
	}
	if a.Format != Format {
		return Report{}, fmt.Errorf("%w: its format is %q", ErrAudit, a.Format)
	}
	r := &Report{ID: a.ID, Rows: len(a.Rows), Lots: len(a.Lots), Hash: a.Hash}
	s, err := a.settings()
	if err != nil {
		return Report{}, err
	}
	r.chain(&a)
	rows, now := r.rows(&a, &s)
	lots, bidders, marks, err := a.values(&s)
	if err != nil {
		return Report{}, err
	}
	got, _ := NewAudit(s, lots, bidders, marks, Run(s, lots, bidders, rows, marks, now))
	r.compare(&a, &got)
	return *r, nil
}

// chain follows the hashes as they are written.
func (r *Report) chain(a *Audit) {
	hash := start(a.ID)
	for i := range a.Rows {
		row := &a.Rows[i]
		hash = next(hash, strconv.Itoa(row.Row)+"\t"+row.Time+"\t"+row.Code+"\t"+row.Lot+"\t"+row.Amount+"\t"+row.Verdict)
		if hash != row.Hash {
			r.find(Finding{What: "chain", At: row.Row, Said: row.Hash, Got: hash})
			break // all that follow differ too
		}
	}
	if last := len(a.Rows); last > 0 && a.Rows[last-1].Hash != a.Hash || last == 0 && a.Hash != hash {
		r.find(Finding{What: "hash", Said: a.Hash, Got: hash})
	}
}

// rows reads the rows back, and finds the moment of the run: before the first row whose time had not come, else after everything.
func (r *Report) rows(a *Audit, s *Settings) ([]Row, time.Time) {
	now := s.PublishAt
	for _, l := range a.Lots {
		if t, err := time.Parse(time.RFC3339, l.Withdrawn); err == nil && t.After(now) {
			now = t
		}
	}
	var future time.Time
	rows := make([]Row, len(a.Rows))
	for i := range a.Rows {
		said := &a.Rows[i]
		row := r.row(said, s.Mode)
		rows[i] = row
		switch {
		case Verdict(said.Verdict) == FutureTime && !row.Time.IsZero() && (future.IsZero() || row.Time.Before(future)):
			future = row.Time
		case Verdict(said.Verdict) != FutureTime && row.Time.After(now):
			now = row.Time
		}
	}
	if !future.IsZero() && !now.Before(future) {
		now = future.Add(-time.Second)
	}
	return rows, now
}

// row reads a row back. Its amount is a dash where it was taken back or could not be read; which of the two the verdict tells.
func (r *Report) row(said *AuditRow, mode Mode) Row {
	row := Row{Number: said.Row}
	verdict := Verdict(said.Verdict)
	switch verdict {
	case BadRow:
		row.Broken = true
	case NoConsent:
		row.NoConsent = true
	case OwnLot:
		row.own = true
	case BadTime:
	default:
		r.Undecided-- // one of those that can be computed
	}
	r.Undecided++
	row.Time, _ = time.Parse(time.RFC3339, said.Time)
	if said.Code != none {
		row.Code = said.Code
	}
	row.Lot, _ = strconv.Atoi(said.Lot)
	switch {
	case said.Amount == none:
		row.Withdraw = verdict != BadAmount && verdict != BadNote
	case mode == Notes:
		row.Note = Note(said.Amount)
	default:
		row.Amount, _ = strconv.Atoi(said.Amount)
	}
	return row
}

func (a *Audit) settings() (Settings, error) {
	s := Settings{
		ID: a.ID, Mode: a.Settings.Mode, Budget: a.Settings.Budget, StartPrice: a.Settings.StartPrice, MinStep: a.Settings.MinStep,
		SecondPrice: a.Settings.PriceRule == "second", SoftClose: SoftClose(a.Settings.SoftClose), InstitutionOwns: a.Settings.OwnLot == "institution",
		AllowSelfRaise: a.Settings.AllowSelfRaise, DupWindow: a.Settings.DupWindow,
	}
	if j := a.Settings.Jury; j != nil {
		s.Jury = Jury{j.WeightJury, j.WeightMarket, j.MaxMark, j.Criteria}
	}
	var err error
	for _, t := range []struct {
		text string
		to   *time.Time
	}{{a.Settings.Opens, &s.Opens}, {a.Settings.Closes, &s.Closes}, {a.Settings.PublishAt, &s.PublishAt}} {
		if *t.to, err = time.Parse(time.RFC3339, t.text); err != nil {
			return s, fmt.Errorf("%w: %w", ErrAudit, err)
		}
	}
	if s.Mode != Sealed && s.Mode != English && s.Mode != Notes {
		err = fmt.Errorf("%w: no mode %q", ErrAudit, s.Mode)
	}
	return s, err
}

// values are the lots, bidders and marks of an audit.
func (a *Audit) values(s *Settings) (lots []Lot, bidders []Bidder, marks []Mark, err error) {
	for _, l := range a.Lots {
		lot := Lot{N: l.N, StartPrice: l.StartPrice, MinStep: l.MinStep, Reserve: l.Reserve}
		if l.Withdrawn != "" {
			var bad error
			lot.Withdrawn, bad = time.Parse(time.RFC3339, l.Withdrawn)
			err = errors.Join(err, bad)
		}
		lots = append(lots, lot)
	}
	for _, b := range a.Bidders {
		bidders = append(bidders, Bidder{Code: b.Code, Budget: b.Budget, Disqualified: b.Disqualified})
	}
	for i, m := range a.Marks {
		mark := Mark{Line: i, Member: m.Member, Lot: m.Lot, Mark: m.Mark, Recused: m.Recused}
		if m.Criterion > 0 && m.Criterion <= len(s.Jury.Criteria) {
			mark.Criterion = s.Jury.Criteria[m.Criterion-1]
		}
		marks = append(marks, mark)
	}
	if err != nil {
		err = fmt.Errorf("%w: %w", ErrAudit, err)
	}
	return lots, bidders, marks, err
}

// compare tells where two audits of one auction differ.
func (r *Report) compare(said, got *Audit) {
	for i := range said.Rows {
		if s, g := said.Rows[i], got.Rows[i]; s.Verdict != g.Verdict {
			r.find(Finding{What: "row", At: s.Row, Said: s.Verdict, Got: g.Verdict})
		}
	}
	r.lists("lot", len(said.Results), len(got.Results), func(i int) (int, string, any, any) {
		return said.Results[i].N, "", said.Results[i], got.Results[i]
	})
	r.lists("wallet", len(said.Wallets), len(got.Wallets), func(i int) (int, string, any, any) {
		return 0, said.Wallets[i].Code, said.Wallets[i], got.Wallets[i]
	})
	r.lists("rank", len(said.Ranking), len(got.Ranking), func(i int) (int, string, any, any) {
		return said.Ranking[i].Lot, "", said.Ranking[i], got.Ranking[i]
	})
}

// lists compares two lists element by element.
func (r *Report) lists(what string, said, got int, at func(i int) (n int, name string, said, got any)) {
	if said != got {
		r.find(Finding{What: what, Said: strconv.Itoa(said), Got: strconv.Itoa(got)})
		return
	}
	for i := range said {
		n, name, s, g := at(i)
		if a, b := differences(s, g); a != "" || b != "" {
			r.find(Finding{What: what, At: n, Name: name, Said: a, Got: b})
		}
	}
}

// differences are the fields in which two values of one type differ, as they stand in audit.json: «price 60, spent 60».
func differences(said, got any) (a, b string) {
	x, y := reflect.ValueOf(said), reflect.ValueOf(got)
	for i := range x.NumField() {
		if reflect.DeepEqual(x.Field(i).Interface(), y.Field(i).Interface()) {
			continue
		}
		if a != "" {
			a, b = a+", ", b+", "
		}
		name, _, _ := strings.Cut(x.Type().Field(i).Tag.Get("json"), ",")
		a += fmt.Sprintf("%s %v", name, x.Field(i).Interface())
		b += fmt.Sprintf("%s %v", name, y.Field(i).Interface())
	}
	return a, b
}
