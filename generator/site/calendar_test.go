package site

import (
	"fmt"
	"strings"
	"testing"

	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// calendarSite is a site of events and news on a day. An event is "id start end status mode", "-" for what is absent; news is
// "id about".
func calendarSite(t *testing.T, today, safety string, drafts bool, events, news []string) (*Site, problem.List) {
	t.Helper()
	event, report := kindOf("event", "events"), kindOf("news", "news")
	about := &Field{Name: "about", Type: Ref, List: true, To: []string{"projects", "events"}}
	one := *about
	one.List = false
	var docs []*Doc
	for _, line := range events {
		words := strings.Fields(line)
		d := &Doc{File: "content/events/" + words[0] + "/index.md", Lang: UK, Kind: event, Section: "events", ID: words[0], Path: "events/" + words[0], Title: words[0]}
		for i, name := range []string{"id", "start", "end", "status", "mode", "series"} {
			if i == 0 || i >= len(words) || words[i] == "-" {
				continue
			}
			v := Value{Field: &Field{Name: name, Type: String}, Text: words[i]}
			if name == "start" || name == "end" {
				v.Field.Type = DateTime
				v.Date = date(t, words[i])
			}
			d.Values = append(d.Values, v)
		}
		docs = append(docs, d)
	}
	for _, line := range news {
		words := strings.Fields(line)
		d := &Doc{File: "content/news/" + words[0] + "/index.md", Lang: UK, Kind: report, Section: "news", ID: words[0], Path: "news/" + words[0], Title: words[0]}
		v := Value{Field: about}
		for _, ref := range words[1:] {
			v.Items = append(v.Items, Value{Field: &one, Text: ref, Line: 5})
		}
		d.Values = []Value{v}
		docs = append(docs, d)
	}
	return New(docs, Options{Config: Config{Languages: []string{UK}, Safety: safety}, Now: date(t, today), Drafts: drafts, Kinds: []*Kind{event, report}})
}

// months are the months with what begins in them, and behind a plus with what goes on.
func months(s *Site) string {
	var list []string
	for _, m := range s.Calendar.Months {
		text := m.Slug()
		for _, item := range m.Items {
			text += " " + item.ID
		}
		for _, item := range m.Going {
			text += " +" + item.ID
		}
		list = append(list, text)
	}
	return strings.Join(list, "\n")
}

// FX-2 as the department's own site: three in September, four in October, one in November of 2021.
func TestMonthsFX2(t *testing.T) {
	var events []string
	for _, day := range []string{"2021-11-02", "2021-10-29", "2021-10-26", "2021-10-21", "2021-10-07", "2021-09-23", "2021-09-22", "2021-09-16"} {
		events = append(events, fmt.Sprintf("e%s %s - held -", day[5:], day))
	}
	s, _ := calendarSite(t, "2026-11-20", "", false, events, nil)
	want := "2021-09 e09-16 e09-22 e09-23\n2021-10 e10-07 e10-21 e10-26 e10-29\n2021-11 e11-02"
	if got := months(s); got != want {
		t.Errorf("%s", got)
	}
	var order []string
	for _, item := range s.Section("events").Items { // past: newest first
		order = append(order, item.ID)
	}
	if got := strings.Join(order, " "); got != "e11-02 e10-29 e10-26 e10-21 e10-07 e09-23 e09-22 e09-16" {
		t.Errorf("order: %s", got)
	}
}

func TestMonths(t *testing.T) {
	s, _ := calendarSite(t, "2026-11-20", "", false, []string{
		"long 2021-10-29 2021-12-02 held online", "same 2021-10-29T09:00 2021-10-29T10:00 held online", "vague 2021-10 - held online",
		"year 2019 - held online", "slip 2022-01-01 2922-01-01 held online", "part 2022-12 2023-01 held online",
	}, nil)
	got := months(s)
	for _, line := range []string{
		"2021-10 long same vague", "2021-11 +long", "2021-12 +long", "2022-01 slip", "2022-12 part +slip", "2023-01 +slip +part", "2023-12 +slip",
	} {
		if !strings.Contains("\n"+got+"\n", "\n"+line+"\n") {
			t.Errorf("no %q in\n%s", line, got)
		}
	}
	if n := len(s.Calendar.Months); n != 3+longestEvent {
		t.Errorf("%d months", n)
	}
	if n := len(s.Calendar.Dated); n != 3 {
		t.Errorf("%d events have a day", n)
	}
}

// What is ahead, and in which order: cancelled stands among what is to come, so that who looks for it finds it, but is not announced.
func TestAheadAndUpcoming(t *testing.T) {
	s, _ := calendarSite(t, "2026-11-20", "", false, []string{
		"past 2026-11-18 - planned online", "today 2026-11-20T09:00 - planned online", "cancelled 2026-11-21 - cancelled online",
		"postponed 2026-11-22 - postponed online", "running 2026-11-01 2026-11-30 planned online", "done 2026-11-20 - held online", "old 2020-01-01 - cancelled online",
	}, nil)
	var order, upcoming []string
	for _, item := range s.Section("events").Items {
		mark := ""
		if s.Ahead(item) {
			mark = "*"
		}
		order = append(order, mark+item.ID)
	}
	for _, item := range s.Upcoming(3) {
		upcoming = append(upcoming, item.ID)
	}
	if got := strings.Join(order, " "); got != "*running *today *cancelled *postponed done past old" {
		t.Errorf("order: %s", got)
	}
	if got := strings.Join(upcoming, " "); got != "running today postponed" {
		t.Errorf("upcoming: %s", got)
	}
}

// SF-03: until the day after the last one is over.
func TestGuarded(t *testing.T) {
	for _, test := range []struct {
		today, safety, event string
		want                 bool
	}{
		{"2026-11-20", "martial-law", "2026-12-01T10:00 - planned onsite", true},
		{"2026-11-20", "", "2026-12-01T10:00 - planned visiting", true},
		{"2026-11-20", "", "2026-12-01T10:00 - postponed mixed", true},
		{"2026-11-20", "", "2026-12-01T10:00 - planned -", true}, // not said how: as if people met
		{"2026-11-20", "", "2026-12-01T10:00 - planned online", false},
		{"2026-11-20", "", "2026-12-01T10:00 - cancelled onsite", false},
		{"2026-11-20", "peace", "2026-12-01T10:00 - planned onsite", false},
		{"2026-12-01", "", "2026-12-01T10:00 - held onsite", true}, // told to be held already: the rule is about time
		{"2026-12-02", "", "2026-12-01T10:00 2026-12-01T12:00 held onsite", true},
		{"2026-12-03", "", "2026-12-01T10:00 2026-12-01T12:00 held onsite", false},
		{"2026-12-03", "", "2026-12-01T10:00 2026-12-01T12:00 planned onsite", false},
		{"2026-12-03", "", "2026-12-01 2026-12-02 held onsite", true},
		{"2026-12-04", "", "2026-12-01 2026-12-02 held onsite", false},
	} {
		s, _ := calendarSite(t, test.today, test.safety, false, []string{"e " + test.event}, nil)
		if got := s.Guarded(s.Items[0]); got != test.want {
			t.Errorf("%s %s %s: %v", test.today, test.safety, test.event, got)
		}
	}
}

// SF-04: news of an event where people meet waits as long.
func TestHold(t *testing.T) {
	events := []string{"ochno 2026-12-01 - planned onsite", "dovho 2026-12-01 2026-12-05 planned onsite", "online 2026-12-01 - planned online"}
	for _, test := range []struct {
		today, safety, news string
		drafts, shown       bool
		until               string // in the warning; empty: none
	}{
		{"2026-11-20", "", "events/ochno", false, false, "2026-12-02"},
		{"2026-11-20", "", "events/ochno", true, true, "2026-12-02"},
		{"2026-12-02", "", "events/ochno", false, false, "2026-12-02"},
		{"2026-12-03", "", "events/ochno", false, true, ""},
		{"2026-11-20", "", "events/ochno events/dovho", false, false, "2026-12-06"},
		{"2026-12-03", "", "events/ochno events/dovho", false, false, "2026-12-06"},
		{"2026-11-20", "", "events/online", false, true, ""},
		{"2026-11-20", "", "", false, true, ""},
		{"2026-11-20", "peace", "events/ochno", false, true, ""},
	} {
		s, problems := calendarSite(t, test.today, test.safety, test.drafts, events, []string{"novyna " + test.news})
		if shown := s.Item("news/novyna") != nil; shown != test.shown {
			t.Errorf("%s %q %s: shown %v", test.today, test.safety, test.news, shown)
		}
		until := ""
		for _, p := range problems {
			if p.Code == "W-HOLD" {
				until = max(until, p.Args["until"])
				if p.Line != 5 {
					t.Errorf("line %d", p.Line)
				}
			}
		}
		want := ""
		if test.until != "" {
			d, _ := ukrainian.ParseDate(test.until)
			want = d.Long()
		}
		if until != want {
			t.Errorf("%s %q %s: until %q, want %q", test.today, test.safety, test.news, until, want)
		}
	}
}

func TestSeries(t *testing.T) {
	s, _ := calendarSite(t, "2026-11-20", "", false, []string{
		"b 2021-03-01 - held online Школа", "a 2021-02-01 - held online школа", "c 2021-02-01 - held online",
	}, nil)
	var list []string
	for _, item := range s.Series(s.Item("events/b")) {
		list = append(list, item.ID)
	}
	if got := strings.Join(list, " "); got != "a b" {
		t.Errorf("%s", got)
	}
	if s.Series(s.Item("events/c")) != nil {
		t.Error("an event without a series has one")
	}
}
