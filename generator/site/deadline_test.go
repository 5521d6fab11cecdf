package site

import (
	"strings"
	"testing"

	"github.com/som-hub/vitryna/generator/ukrainian"
)

func date(t *testing.T, s string) ukrainian.Date {
	t.Helper()
	if s == "" {
		return ukrainian.Date{}
	}
	d, err := ukrainian.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func deadline(t *testing.T, kind, written string) Deadline {
	t.Helper()
	d, err := NewDeadline(kind, written)
	if err != nil {
		t.Fatalf("%s %s: %v", kind, written, err)
	}
	return d
}

// spaced writes a no-break space as a dot, so that it can be seen.
func spaced(s string) string { return strings.ReplaceAll(s, "\u00a0", "·") }

// TestDeadlineVectors are the twelve deadlines of the decision of Chernivtsi on 10 May 2020, by the numbers of their clauses
// (domain 2.3.14).
func TestDeadlineVectors(t *testing.T) {
	now := date(t, "2020-05-10")
	tests := []struct{ n, kind, date, list, sentence, begin, end, state string }{
		{"2.1", "permanent", "", "Постійно", "постійно", "", "", "permanent"},
		{"2.2", "in", "2021-03", "Березень 2021·р.", "у·березні 2021·р.", "2021-03-01", "2021-03-31", "upcoming"},
		{"3.1", "permanent", "", "Постійно", "постійно", "", "", "permanent"},
		{"3.2", "in", "2020-04", "Квітень 2020·р.", "у·квітні 2020·р.", "2020-04-01", "2020-04-30", "overdue"},
		{"3.3", "by", "2020-09", "До вересня 2020·р.", "до вересня 2020·р.", "2020-08-01", "2020-08-31", "upcoming"},
		{"4.1", "permanent", "", "Постійно", "постійно", "", "", "permanent"},
		{"4.2", "permanent", "", "Постійно", "постійно", "", "", "permanent"},
		{"4.3", "in", "2020-05", "Травень 2020·р.", "у·травні 2020·р.", "2020-05-01", "2020-05-31", "current"},
		{"4.4", "permanent", "", "Постійно", "постійно", "", "", "permanent"},
		{"4.5", "by", "2021-03", "До березня 2021·р.", "до березня 2021·р.", "2021-01-29", "2021-02-28", "upcoming"},
		{"4.6", "permanent", "", "Постійно", "постійно", "", "", "permanent"},
		{"4.7", "permanent", "", "Постійно", "постійно", "", "", "permanent"},
	}
	for _, tt := range tests {
		d := deadline(t, tt.kind, tt.date)
		if got := spaced(d.List(UK)); got != tt.list {
			t.Errorf("%s: list %q, want %q", tt.n, got, tt.list)
		}
		if got := spaced(d.Sentence(UK)); got != tt.sentence {
			t.Errorf("%s: sentence %q, want %q", tt.n, got, tt.sentence)
		}
		if got := d.Begin().String(); got != tt.begin {
			t.Errorf("%s: begins %q, want %q", tt.n, got, tt.begin)
		}
		if got := d.To.String(); got != tt.end {
			t.Errorf("%s: ends %q, want %q", tt.n, got, tt.end)
		}
		if got := d.State(now, false); got != tt.state {
			t.Errorf("%s: %s, want %s", tt.n, got, tt.state)
		}
		if got := d.State(now, true); got != StateDone {
			t.Errorf("%s done: %s", tt.n, got)
		}
	}
}

// TestDeadlineEdges are the days on which a state changes.
func TestDeadlineEdges(t *testing.T) {
	tests := []struct{ kind, date, now, want string }{
		{"in", "2020-04", "2020-03-31", StateUpcoming},
		{"in", "2020-04", "2020-04-01", StateCurrent},
		{"in", "2020-04", "2020-04-30", StateCurrent},
		{"in", "2020-04", "2020-05-01", StateOverdue},
		{"in", "2020-02", "2020-02-29", StateCurrent},
		{"by", "2020-09", "2020-07-31", StateUpcoming}, // 31 days remain
		{"by", "2020-09", "2020-08-01", StateCurrent},  // 30
		{"by", "2020-09", "2020-08-31", StateCurrent},
		{"by", "2020-09", "2020-09-01", StateOverdue},
		{"by", "2021-01", "2020-12-31", StateCurrent},
		{"by", "2021-01", "2021-01-01", StateOverdue},
		{"by", "2024-03", "2024-02-29", StateCurrent},
		{"on", "2020-04-15", "2020-04-14", StateUpcoming},
		{"on", "2020-04-15", "2020-04-15", StateCurrent},
		{"on", "2020-04-15", "2020-04-16", StateOverdue},
		{"until", "2020-04-15", "2020-03-15", StateUpcoming}, // 31 days remain
		{"until", "2020-04-15", "2020-03-16", StateCurrent},  // 30
		{"until", "2020-04-15", "2020-04-15", StateCurrent},
		{"until", "2020-04-15", "2020-04-15T23:59", StateCurrent},
		{"until", "2020-04-15", "2020-04-16", StateOverdue},
		{"quarter", "2020-Q2", "2020-03-31", StateUpcoming},
		{"quarter", "2020-Q2", "2020-04-01", StateCurrent},
		{"quarter", "2020-Q2", "2020-06-30", StateCurrent},
		{"quarter", "2020-Q2", "2020-07-01", StateOverdue},
		{"quarter", "2020-Q4", "2020-12-31", StateCurrent},
		{"permanent", "", "1999-01-01", StatePermanent},
	}
	for _, tt := range tests {
		if got := deadline(t, tt.kind, tt.date).State(date(t, tt.now), false); got != tt.want {
			t.Errorf("%s %s on %s: %s, want %s", tt.kind, tt.date, tt.now, got, tt.want)
		}
	}
}

// TestDeadlineWords are all kinds in both forms and both languages.
func TestDeadlineWords(t *testing.T) {
	tests := []struct{ kind, date, list, sentence, english, inside string }{
		{"permanent", "", "Постійно", "постійно", "Ongoing", "on an ongoing basis"},
		{"in", "2020-04", "Квітень 2020·р.", "у·квітні 2020·р.", "April 2020", "in April 2020"},
		{"by", "2020-09", "До вересня 2020·р.", "до вересня 2020·р.", "Before September 2020", "before September 2020"},
		{"by", "2021-01", "До січня 2021·р.", "до січня 2021·р.", "Before January 2021", "before January 2021"},
		{"on", "2020-04-15", "15·квітня 2020·р.", "15·квітня 2020·р.", "15 April 2020", "on 15 April 2020"},
		{"until", "2020-04-15", "До 15·квітня 2020·р. включно", "до 15·квітня 2020·р. включно", "By 15 April 2020 inclusive", "by 15 April 2020 inclusive"},
		{"quarter", "2020-Q1", "I·квартал 2020·р.", "у·I·кварталі 2020·р.", "First quarter of 2020", "in the first quarter of 2020"},
		{"quarter", "2020-Q4", "IV·квартал 2020·р.", "у·IV·кварталі 2020·р.", "Fourth quarter of 2020", "in the fourth quarter of 2020"},
	}
	for _, tt := range tests {
		d := deadline(t, tt.kind, tt.date)
		got := [...]string{spaced(d.List(UK)), spaced(d.Sentence(UK)), d.List(EN), d.Sentence(EN)}
		if want := [...]string{tt.list, tt.sentence, tt.english, tt.inside}; got != want {
			t.Errorf("%s %s: %q, want %q", tt.kind, tt.date, got, want)
		}
	}
}

// TestDeadlineTrouble are kinds and dates that do not go together, with the reason and what may be meant; that makes a deadline.
func TestDeadlineTrouble(t *testing.T) {
	tests := []struct{ kind, date, why, suggest string }{
		{"permanent", "2020-04", "dated", "{kind: permanent}"},
		{"in", "", "missing", "{kind: in, date: 2020-04}"},
		{"in", "2020-04-15", "month", "{kind: on, date: 2020-04-15}"},
		{"in", "2020-Q2", "month", "{kind: quarter, date: 2020-Q2}"},
		{"in", "2020", "month", "{kind: in, date: 2020-04}"},
		{"by", "2020-04-15", "month", "{kind: until, date: 2020-04-15}"},
		{"on", "2020-04", "day", "{kind: in, date: 2020-04}"},
		{"until", "2020-02", "day", "{kind: until, date: 2020-02-29}"},
		{"until", "2020-Q1", "day", "{kind: quarter, date: 2020-Q1}"},
		{"quarter", "2020-04", "quarter", "{kind: quarter, date: 2020-Q2}"},
		{"quarter", "2020-12-31", "quarter", "{kind: quarter, date: 2020-Q4}"},
		{"quarter", "2020-Q5", "calendar", "{kind: quarter, date: 2020-Q2}"},
		{"quarter", "2020-Q0", "calendar", "{kind: quarter, date: 2020-Q2}"},
		{"in", "2020-13", "calendar", "{kind: in, date: 2020-04}"},
		{"on", "2021-02-29", "calendar", "{kind: on, date: 2020-04-15}"},
		{"until", "травень", "form", "{kind: until, date: 2020-04-15}"},
		{"until", "2020-04-15T10:00", "form", "{kind: until, date: 2020-04-15}"},
		{"колись", "2020-04", "kind", "{kind: until, date: 2020-04-15}"},
	}
	for _, tt := range tests {
		d, err := NewDeadline(tt.kind, tt.date)
		if err == nil || err.Error() != tt.why || !d.IsZero() {
			t.Errorf("%s %q: %v %v, want %s", tt.kind, tt.date, d, err, tt.why)
		}
		suggest, meant := SuggestDeadline(tt.kind, tt.date)
		if unread := tt.why == "kind" || tt.why == "form" || tt.why == "calendar" || tt.why == "missing"; unread && meant {
			t.Errorf("%s %q: nobody wrote %s", tt.kind, tt.date, suggest)
		}
		if tt.why != "kind" && suggest != tt.suggest {
			t.Errorf("%s %q: suggested %s, want %s", tt.kind, tt.date, suggest, tt.suggest)
		}
		kind, rest, _ := strings.Cut(strings.Trim(suggest, "{}"), ", date: ")
		if _, err := NewDeadline(strings.TrimPrefix(kind, "kind: "), rest); err != nil {
			t.Errorf("%s %q: suggested %s, which is none: %v", tt.kind, tt.date, suggest, err)
		}
	}
}

func TestYearAfter(t *testing.T) {
	for from, want := range map[string]string{"2024-02-29": "2025-02-28", "2025-11-21": "2026-11-21", "2023-02-28": "2024-02-28", "2026-12-31": "2027-12-31"} {
		if got := yearAfter(date(t, from)).String(); got != want {
			t.Errorf("a year after %s: %s, want %s", from, got, want)
		}
	}
}
