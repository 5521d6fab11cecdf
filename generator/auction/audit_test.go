package auction

import (
	"bytes"
	"encoding/json"
	"errors"
	"math/rand/v2"
	"strings"
	"testing"
	"time"
)

// audited is the audit.json of an auction that is over.
func audited(t testing.TB, g game) []byte {
	a, ok := NewAudit(g.s, g.lots, g.bidders, g.marks, g.run())
	if !ok {
		t.Fatal("secret")
	}
	data, err := a.JSON()
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestVerifyAgrees(t *testing.T) {
	eachGame(t, func(t *testing.T, g game, got Result, _ *rand.Rand) {
		if g.now.Before(got.Close) || g.now.Before(g.s.PublishAt) {
			return
		}
		report, err := Verify(audited(t, g))
		if err != nil || !report.Whole() || report.Rows != len(g.rows) {
			t.Errorf("%v %+v", err, report)
		}
	})
}

// TestVerifyWithFuture checks an auction that has rows whose time had not come.
func TestVerifyWithFuture(t *testing.T) {
	g := game{s: baseSettings(English), lots: baseLots(), bidders: baseBidders(), now: clock("20:00:00")}
	for i, at := range []string{"14:05:00", "16.05.2020T14:05:00", "15.05.2020T19:59:00"} {
		g.rows = append(g.rows, Row{Number: i + 2, Time: clock(at), Code: "K01", Lot: 1 + i, Amount: 10})
	}
	if report, err := Verify(audited(t, g)); err != nil || !report.Whole() {
		t.Errorf("%v %+v", err, report)
	}
}

func TestVerifyFinds(t *testing.T) {
	s, lots, bidders, rows, marks := v32(2)
	data := audited(t, game{s, lots, bidders, rows, marks, clock("20:00:00")})
	if report, err := Verify(data); err != nil || !report.Whole() {
		t.Fatalf("%v %+v", err, report)
	}
	change := func(edit func(a *Audit)) []byte {
		var a Audit
		if err := json.Unmarshal(data, &a); err != nil {
			t.Fatal(err)
		}
		edit(&a)
		out, _ := a.JSON()
		return out
	}
	for _, c := range []struct {
		name, want string
		data       []byte
	}{
		{"an amount", "chain", change(func(a *Audit) { a.Rows[2].Amount = "90" })},
		{"an amount, and the chain made anew", "lot", change(func(a *Audit) { a.Rows[2].Amount = "90"; rechain(a) })},
		{"a verdict, and the chain made anew", "row", change(func(a *Audit) { a.Rows[2].Verdict = "OVER_BUDGET"; rechain(a) })},
		{"the last hash", "hash", change(func(a *Audit) { a.Hash = a.Rows[0].Hash })},
		{"a row taken out", "chain", change(func(a *Audit) { a.Rows = a.Rows[1:] })},
		{"the id", "chain", change(func(a *Audit) { a.ID = "other" })},
		{"a buyer", "lot", change(func(a *Audit) { a.Results[0].Buyer = "K01" })},
		{"a sum", "wallet", change(func(a *Audit) { a.Wallets[0].Spent++ })},
		{"a place", "rank", change(func(a *Audit) { a.Ranking[1].Place = 1 })},
		{"a mark", "rank", change(func(a *Audit) { a.Marks[0].Mark-- })},
		{"a lot left out of the results", "lot", change(func(a *Audit) { a.Results = a.Results[1:] })},
		{"the close", "row", change(func(a *Audit) { a.Settings.Closes = "2020-05-15T11:01:00Z" })},
	} {
		t.Run(c.name, func(t *testing.T) {
			report, err := Verify(c.data)
			if err != nil || report.Whole() || report.Findings[0].What != c.want {
				t.Errorf("%v %+v, want %s", err, report.Findings, c.want)
			}
		})
	}
	for _, text := range []string{"", "{}", "[]", `{"format":"som-auction-v1"}`, string(data) + "{}", `{"format":"som-auction-v2"}`, strings.Replace(string(data), `"rows"`, `"row"`, 1)} {
		if _, err := Verify([]byte(text)); !errors.Is(err, ErrAudit) {
			t.Errorf("%.40q: %v", text, err)
		}
	}
}

func TestAuditCSV(t *testing.T) {
	v := readVectors(t).Auctions[0]
	s, lots, bidders, rows, now := v.input()
	rows = append(rows, Row{Number: 5, Broken: true}, Row{Number: 7, Code: "K01", Lot: 2})
	a, _ := NewAudit(s, lots, bidders, nil, Run(s, lots, bidders, rows, nil, now))
	got := string(a.CSV())
	for _, want := range []string{
		"row,time,code,lot,amount,verdict,hash\n2,2020-05-15T11:05:00Z,K01,1,10,OK,3083622c0fd2583a499c75a2a2938afb120fcb1102e1862ae054242979c0a0c1\n",
		"\n5,-,-,-,-,BAD_ROW,", "\n7,-,K01,2,-,BAD_TIME,",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
	if bytes.Contains(a.CSV(), []byte{'\r'}) || strings.Count(got, "\n") != 6 {
		t.Errorf("%q", got)
	}
}

func TestStates(t *testing.T) {
	s := baseSettings(English)
	s.PublishAt = clock("18:00:00")
	at := func(text string) State { return s.stateAt(s.Closes.Add(time.Minute), clock(text)) }
	for _, c := range []struct {
		time string
		want State
	}{{"09:00:00", Announced}, {"13:59:59", Announced}, {"14:00:00", Bidding}, {"15:00:30", Bidding}, {"15:01:00", Counting}, {"17:59:59", Counting}, {"18:00:00", Published}} {
		if got := at(c.time); got != c.want {
			t.Errorf("%s: %s, want %s", c.time, got, c.want)
		}
	}
	s.LotsOpen, s.LotsClose = clock("10:00:00"), clock("12:00:00")
	for _, c := range []struct {
		time string
		want State
	}{{"09:59:59", Announced}, {"10:00:00", Submission}, {"12:00:00", Review}, {"14:00:00", Bidding}} {
		if got := at(c.time); got != c.want {
			t.Errorf("%s: %s, want %s", c.time, got, c.want)
		}
	}
}
