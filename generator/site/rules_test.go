package site_test

import (
	"strings"
	"testing"

	"github.com/som-hub/vitryna/generator/site"
)

// TestRules holds each rule between items with its code, on both sides of its border.
func TestRules(t *testing.T) {
	contest := doc("contests/k/index.md", "title: К", "held_in: 2019-2020", "nominations: id=istoriia, id=khimiia", "criteria: title=а max=10, title=б max=5")
	event := func(fields ...string) []*site.Doc {
		return []*site.Doc{doc("events/e/index.md", append([]string{"title: Е"}, fields...)...)}
	}
	winner := func(fields ...string) []*site.Doc {
		return []*site.Doc{contest, doc("contests/k/winners.csv:2", append([]string{"title: x"}, fields...)...)}
	}
	pages := func(parents ...string) []*site.Doc {
		var docs []*site.Doc
		for i, parent := range parents {
			fields := []string{"title: А"}
			if parent != "" {
				fields = append(fields, "parent: "+parent)
			}
			docs = append(docs, doc("pages/"+string(rune('a'+i))+"/index.md", fields...))
		}
		return docs
	}
	for _, test := range []struct {
		name string
		docs []*site.Doc
		told string
	}{
		{"a nomination", winner("nomination: istoriia"), ""},
		{"E-NOMINATION", winner("nomination: istoria"), "contests/k/winners.csv:2 E-NOMINATION"},
		{"E-NOMINATION, none", winner("place: I"), "contests/k/winners.csv:2 E-NOMINATION"},
		{"E-NOMINATION, of a draft", winner("nomination: istoria", "draft: true"), ""},
		{"a contest without nominations", []*site.Doc{doc("contests/k/index.md", "title: К", "held_in: 2019-2020"), doc("contests/k/winners.csv:2", "title: x", "points: 99")}, ""},
		{"points", winner("nomination: istoriia", "points: 15"), ""},
		{"E-POINTS", winner("nomination: istoriia", "points: 15.5"), "contests/k/winners.csv:2 E-POINTS"},
		{"two nominations of one person", append(winner("nomination: istoriia", "name: Перша Анна"), doc("contests/k/winners.csv:3", "title: y", "nomination: khimiia", "name: Перша Анна")), ""},
		{"E-WINNER-DUP", append(winner("nomination: istoriia", "name: Перша Анна"), doc("contests/k/winners.csv:3", "title: y", "nomination: istoriia", "name: ПЕРША  Анна")), "contests/k/winners.csv:3 E-WINNER-DUP"},
		{"two without a name", append(winner("nomination: istoriia"), doc("contests/k/winners.csv:3", "title: x", "nomination: istoriia")), ""},
		{"first places of two nominations", append(winner("nomination: istoriia", "place: I"), doc("contests/k/winners.csv:3", "title: y", "nomination: khimiia", "place: I")), ""},
		{"W-WINNER-DIPLOMA", append(winner("nomination: istoriia", "diploma_no: Д-15/2020"), doc("contests/k/winners.csv:3", "title: y", "nomination: khimiia", "diploma_no: д-15/2020")), "contests/k/winners.csv:4 W-WINNER-DIPLOMA"},
		{"two diplomas", append(winner("nomination: istoriia", "diploma_no: 15/2020"), doc("contests/k/winners.csv:3", "title: y", "nomination: khimiia", "diploma_no: 16/2020")), ""},
		{"W-WINNER-TIE", append(winner("nomination: istoriia", "place: I"), doc("contests/k/winners.csv:3", "title: y", "nomination: istoriia", "place: I")), "contests/k/winners.csv:3 W-WINNER-TIE"},

		{"planned, two days ago", event("start: 2026-11-19", "status: planned"), ""},
		{"W-EVENT-STALE", event("start: 2026-11-18", "status: planned"), "events/e/index.md:3 W-EVENT-STALE"},
		{"planned, and goes on", event("start: 2026-11-01", "end: 2026-11-24", "status: planned"), ""},
		{"planned, over two days ago", event("start: 2026-11-01", "end: 2026-11-19", "status: planned"), ""},
		{"W-EVENT-STALE, by its end", event("start: 2026-11-01", "end: 2026-11-18", "status: planned"), "events/e/index.md:4 W-EVENT-STALE"},
		{"held long ago", event("start: 2021-01-01", "status: held"), ""},
		{"held today", event("start: 2026-11-21T09:00", "status: held"), ""},
		{"W-FUTURE, held tomorrow", event("start: 2026-11-22", "status: held"), "events/e/index.md:3 W-FUTURE"},
		{"held in this month, by the month", event("start: 2020-11", "status: held"), ""},
		{"an event of a known day", event("start: 2020-12-31", "status: held"), ""},
		{"held before 2021, by the month", event("start: 2020-12", "status: held"), ""},
		{"E-DATE, held since", event("start: 2021-01", "status: held"), "events/e/index.md:3 E-DATE"},
		{"E-DATE, planned", event("start: 2026-12", "status: planned"), "events/e/index.md:3 E-DATE"},
		{"no beginning", event("status: held"), ""},
		{"sessions", event("start: 2026-12-01", "end: 2026-12-02", "status: planned", "sessions: start=2026-12-01T10:00, start=2026-12-02T18:00"), ""},
		{"sessions of one day", event("start: 2026-12-01T10:00", "status: planned", "sessions: start=2026-12-01T18:00"), ""},
		{"E-SESSION, before", event("start: 2026-12-01", "status: planned", "sessions: start=2026-11-30T10:00"), "events/e/index.md:5 E-SESSION"},
		{"E-SESSION, after", event("start: 2026-12-01", "end: 2026-12-02", "status: planned", "sessions: start=2026-12-03"), "events/e/index.md:6 E-SESSION"},
		{"sessions that end with the event", event("start: 2026-12-01", "end: 2026-12-02", "status: planned", "sessions: start=2026-12-01T10:00 end=2026-12-02T18:00"), ""},
		{"E-SESSION, longer than the event", event("start: 2026-12-01", "end: 2026-12-02", "status: planned", "sessions: start=2026-12-01 end=2026-12-03"), "events/e/index.md:6 E-SESSION"},
		{"a session without a day", event("start: 2026-12-01", "status: planned", "sessions: topic=а"), ""},

		{"an initiative of this year", []*site.Doc{doc("initiatives/i/index.md", "title: І", "year: 2026")}, ""},
		{"E-MAX, an initiative of the next", []*site.Doc{doc("initiatives/i/index.md", "title: І", "year: 2027")}, "initiatives/i/index.md:3 E-MAX"},
		{"E-MAX, an award of the next", []*site.Doc{doc("awards/i/index.md", "title: І", "year: 2027")}, "awards/i/index.md:3 E-MAX"},
		{"a manual of the next year", []*site.Doc{doc("manuals/i/index.md", "title: І", "year: 2027")}, ""},
		{"E-MAX, a manual of the year after", []*site.Doc{doc("manuals/i/index.md", "title: І", "year: 2028")}, "manuals/i/index.md:3 E-MAX"},

		{"four levels", pages("", "a", "b", "c"), ""},
		{"E-DEPTH", pages("", "a", "b", "c", "d"), "pages/e/index.md:3 E-DEPTH"},
		{"E-PAGE-CYCLE, itself", pages("a"), "pages/a/index.md:3 E-PAGE-CYCLE"},
		{"E-PAGE-CYCLE, told once", pages("c", "a", "b"), "pages/a/index.md:3 E-PAGE-CYCLE"},
		{"E-PAGE-CYCLE, not of those who hang on it", pages("b", "a", "b", "c"), "pages/a/index.md:3 E-PAGE-CYCLE"},
		{"E-PAGE-CYCLE, two circles", pages("b", "a", "d", "c"), "pages/a/index.md:3 E-PAGE-CYCLE, pages/c/index.md:3 E-PAGE-CYCLE"},
		{"a parent that is not there", pages("nemaie"), "pages/a/index.md:3 E-REF"},

		{"an old address", []*site.Doc{doc("pages/a/index.md", "title: А", "aliases: /stara/, /pages/b/")}, ""},
		{"E-ADDRESS, of a page of today", []*site.Doc{doc("pages/a/index.md", "title: А", "aliases: /stara/, /pages/b/"), doc("pages/b/index.md", "title: Б")}, "pages/a/index.md:3 E-ADDRESS"},
		{"E-ADDRESS, of another old one", []*site.Doc{doc("pages/a/index.md", "title: А", "aliases: /stara/"), doc("pages/b/index.md", "title: Б", "aliases: /stara")}, "pages/b/index.md:3 E-ADDRESS"},
		{"the address of a row", []*site.Doc{doc("pages/a/index.md", "title: А", "aliases: /metrics/x/"), doc("metrics/a.csv:2", "title: x")}, ""},

		{"unique", []*site.Doc{doc("projects/a/index.md", "title: А", "code: x", "number: 1", "day: 2026-01-01"), doc("projects/b/index.md", "title: Б", "code: y", "number: 2", "day: 2026-01-02")}, ""},
		{"E-UNIQUE, a text", []*site.Doc{doc("projects/a/index.md", "title: А", "code: x"), doc("projects/b/index.md", "title: Б", "code: x")}, "projects/b/index.md:3 E-UNIQUE"},
		{"E-UNIQUE, a number", []*site.Doc{doc("projects/a/index.md", "title: А", "number: 1"), doc("projects/b/index.md", "title: Б", "number: 1")}, "projects/b/index.md:3 E-UNIQUE"},
		{"E-UNIQUE, a date", []*site.Doc{doc("projects/a/index.md", "title: А", "day: 2026-01-01"), doc("projects/b/index.md", "title: Б", "day: 2026-01-01")}, "projects/b/index.md:3 E-UNIQUE"},
		{"unique, of a draft", []*site.Doc{doc("projects/a/index.md", "title: А", "code: x", "draft: true"), doc("projects/b/index.md", "title: Б", "code: x")}, ""},
	} {
		_, problems := build(t, options(), test.docs...)
		if got := told(problems); got != test.told {
			t.Errorf("%s: %s, want %s", test.name, got, test.told)
		}
	}
}

// TestReasons compares what messages are made of.
func TestReasons(t *testing.T) {
	_, problems := build(t, options(),
		doc("contests/k/index.md", "title: К", "held_in: 2019-2020", "nominations: id=istoriia title=Історія, id=khimiia"), doc("contests/k/winners.csv:2", "title: x", "nomination: історія"),
		doc("manuals/m/index.md", "title: М", "year: 2030"), doc("pages/a/index.md", "title: А", "parent: b"), doc("pages/b/index.md", "title: Б", "parent: a"),
		doc("events/e/index.md", "title: Е", "start: 2026-01-02", "status: planned"))
	for code, want := range map[string]string{
		"E-NOMINATION": "value=історія nearest=istoriia known=istoriia(Історія),khimiia", "E-MAX": "value=2030 max=2027", "E-PAGE-CYCLE": "chain=a→b→a", "W-EVENT-STALE": "date=2січня2026р.",
	} {
		p := only(problems, code)[0]
		for arg := range strings.FieldsSeq(want) {
			name, value, _ := strings.Cut(arg, "=")
			if got := strings.Join(strings.Fields(p.Args[name]), ""); got != value {
				t.Errorf("%s: %s is %q, want %q", code, name, got, value)
			}
		}
	}
}

func TestParents(t *testing.T) {
	s, _ := build(t, options(), doc("pages/a/index.md", "title: А"), doc("pages/b/index.md", "title: Б", "parent: a"), doc("pages/c/index.md", "title: В", "parent: b"),
		doc("pages/d/index.md", "title: Г", "parent: tin"), doc("pages/tin/index.md", "title: Т", "draft: true"), doc("pages/x/index.md", "title: Х", "parent: y"), doc("pages/y/index.md", "title: Я", "parent: x"))
	for path, want := range map[string]string{"pages/a": "", "pages/c": "a b", "pages/d": ""} {
		if got := ids(s.Parents(s.Item(path))); got != want {
			t.Errorf("%s: %q, want %q", path, got, want)
		}
	}
	if n := len(s.Parents(s.Item("pages/x"))); n > 8 {
		t.Errorf("a circle has %d parents", n)
	}
}
