package auction

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"strconv"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite testdata/audits.json by what the program does")

// shared is testdata/audits.json: audits that agree and audits that do not, with what a check finds in them. A check in another language reads the
// same file.
type shared struct {
	Whole   []Audit     `json:"whole"`
	Changed []sharedBad `json:"changed"`
}

type sharedBad struct {
	Name  string `json:"name"`
	Finds string `json:"finds"` // the first finding
	Audit Audit  `json:"audit"`
}

// TestSharedAudits checks the file that other languages share: it is what the program makes, and the program finds in it what it says.
func TestSharedAudits(t *testing.T) {
	var file shared
	for _, v := range readVectors(t).Auctions {
		if s, lots, bidders, rows, now := v.input(); v.Now == "" {
			a, _ := NewAudit(s, lots, bidders, nil, Run(s, lots, bidders, rows, nil, now))
			a.ID = v.ID
			rechain(&a)
			file.Whole = append(file.Whole, a)
		}
	}
	s, lots, bidders, rows, marks := v32(2)
	good := Run(s, lots, bidders, rows, marks, clock("20:00:00"))
	for _, c := range []struct {
		name, finds string
		edit        func(a *Audit)
	}{
		{"an amount", "chain", func(a *Audit) { a.Rows[2].Amount = "90" }},
		{"an amount, and the chain made anew", "lot", func(a *Audit) { a.Rows[2].Amount = "90"; rechain(a) }},
		{"the last hash", "hash", func(a *Audit) { a.Hash = a.Rows[0].Hash }},
		{"a buyer", "lot", func(a *Audit) { a.Results[0].Buyer = "K01" }},
		{"a sum", "wallet", func(a *Audit) { a.Wallets[0].Spent++ }},
		{"a place", "rank", func(a *Audit) { a.Ranking[1].Place = 1 }},
		{"a mark", "rank", func(a *Audit) { a.Marks[0].Mark-- }},
	} {
		a, _ := NewAudit(s, lots, bidders, marks, good)
		c.edit(&a)
		file.Changed = append(file.Changed, sharedBad{c.name, c.finds, a})
	}
	a, _ := NewAudit(s, lots, bidders, marks, good)
	file.Whole = append(file.Whole, a)
	for _, a := range file.Whole {
		checkShared(t, a.ID, &a, "")
	}
	for _, c := range file.Changed {
		checkShared(t, c.Name, &c.Audit, c.Finds)
	}
	compareShared(t, &file)
}

func rechain(a *Audit) {
	hash := start(a.ID)
	for i := range a.Rows {
		r := &a.Rows[i]
		hash = next(hash, strings.Join([]string{strconv.Itoa(r.Row), r.Time, r.Code, r.Lot, r.Amount, r.Verdict}, "\t"))
		r.Hash = hash
	}
	a.Hash = hash
}

func checkShared(t *testing.T, name string, a *Audit, finds string) {
	data, _ := a.JSON()
	report, err := Verify(data)
	switch {
	case err != nil:
		t.Errorf("%s: %v", name, err)
	case finds == "" && !report.Whole(), finds != "" && (report.Whole() || report.Findings[0].What != finds):
		t.Errorf("%s: %+v, want %q", name, report.Findings, finds)
	}
}

func compareShared(t *testing.T, file *shared) {
	var buf bytes.Buffer // one audit a line, so that a change shows which
	buf.WriteString("{\n \"whole\": [\n")
	for i := range file.Whole {
		line(t, &buf, file.Whole[i], i == len(file.Whole)-1)
	}
	buf.WriteString(" ],\n \"changed\": [\n")
	for i := range file.Changed {
		line(t, &buf, file.Changed[i], i == len(file.Changed)-1)
	}
	buf.WriteString(" ]\n}\n")
	if *update {
		if err := os.WriteFile("testdata/audits.json", buf.Bytes(), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if data, err := os.ReadFile("testdata/audits.json"); err != nil || !bytes.Equal(data, buf.Bytes()) {
		t.Errorf("testdata/audits.json is not what the program makes (%v); run the test with -update", err)
	}
}

func line(t *testing.T, buf *bytes.Buffer, value any, last bool) {
	data, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	buf.WriteString("  " + string(data))
	if !last {
		buf.WriteByte(',')
	}
	buf.WriteByte('\n')
}
