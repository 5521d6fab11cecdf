package site_test

import (
	"fmt"
	"strings"
	"testing"
)

// TestAcademicYears holds ST-01 and ST-02: the year begins on 1 September, July and August belong to the one that ends.
func TestAcademicYears(t *testing.T) {
	for _, test := range []struct{ file, field, year string }{
		{"events/e/index.md", "start: 2019-09-01", "2019-2020"},
		{"events/e/index.md", "start: 2019-08-31", "2018-2019"},
		{"events/e/index.md", "start: 2020-08-31", "2019-2020"},
		{"events/e/index.md", "start: 2020-09-01", "2020-2021"},
		{"events/e/index.md", "start: 2019-12-30T23:00", "2019-2020"},
		{"events/e/index.md", "start: 2019-09", "2019-2020"},
		{"events/e/index.md", "start: 2019", ""},
		{"projects/p/index.md", "start: 2020-01-15", "2019-2020"},
		{"projects/p/index.md", "date: 2020-01-15", ""},
		{"news/n/index.md", "date: 2020-01-15", "2019-2020"},
		{"contests/k/index.md", "held_in: 2019-2020", "2019-2020"},
		{"pages/p/index.md", "date: 2020-01-15", ""},
	} {
		s, _ := build(t, options(), doc(test.file, "title: А", test.field))
		var years []string
		for _, y := range s.Years {
			years = append(years, y.Slug)
			if len(y.Items) != 1 || fmt.Sprintf("%d-%d", y.First, y.First+1) != y.Slug {
				t.Errorf("%s %s: %+v", test.file, test.field, y)
			}
		}
		if got := strings.Join(years, " "); got != test.year {
			t.Errorf("%s %s: %q, want %q", test.file, test.field, got, test.year)
		}
	}
}

func TestYearsOfASite(t *testing.T) {
	s, _ := build(t, options(),
		doc("events/a/index.md", "title: А", "start: 2019-10-01", "status: held"), doc("events/b/index.md", "title: Б", "start: 2020-10-01", "status: held"),
		doc("events/c/index.md", "title: В", "start: 2019-11-01", "status: held"), doc("events/d/index.md", "title: Г", "start: 2018-11-01", "status: held", "draft: true"),
		doc("contests/k/index.md", "title: К", "held_in: 2019-2020"), doc("contests/k/winners.csv:2", "title: x", "place: I"))
	var got []string
	for _, y := range s.Years {
		got = append(got, y.Slug+": "+ids(y.Items))
	}
	if got, want := strings.Join(got, "; "), "2020-2021: b; 2019-2020: k c a"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}
