package generator

import (
	"os"
	"strings"
	"testing"

	ics "github.com/arran4/golang-ical"
)

// TestProgramReadsCalendars lets a calendar program's parser read every file for calendar programs of this repository's own site: each
// has the entries it should, all with an identifier of their own, a day and a title, and the calendar of all holds each event's.
func TestProgramReadsCalendars(t *testing.T) {
	l := loaderOf(os.DirFS(".."))
	l.BaseURL = "https://example.org/som-hub"
	s := load(t, l)
	inAll, files := map[string]bool{}, 0
	read := func(path string) []*ics.VEvent {
		data, err := s.Render(path)
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		if n, crlf := strings.Count(string(data), "\n"), strings.Count(string(data), "\r\n"); n != crlf {
			t.Errorf("%s: %d of %d lines end in CRLF", path, crlf, n)
		}
		c, err := ics.ParseCalendar(strings.NewReader(string(data)))
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		if len(c.Events()) == 0 {
			t.Errorf("%s: no entry", path)
		}
		return c.Events()
	}
	for _, e := range read("calendar.ics") {
		if inAll[e.Id()] {
			t.Errorf("calendar.ics: %s twice", e.Id())
		}
		inAll[e.Id()] = true
	}
	for _, path := range s.Routes() {
		if !strings.HasSuffix(path, ".ics") {
			continue
		}
		files++
		for _, e := range read(path) {
			from, err := e.GetStartAt()
			if err != nil {
				from, err = e.GetAllDayStartAt()
			}
			title, stamp := e.GetProperty(ics.ComponentPropertySummary), e.GetProperty(ics.ComponentPropertyDtstamp)
			if err != nil || from.Year() < 2018 || e.Id() == "" || title == nil || title.Value == "" || stamp == nil || !strings.HasSuffix(stamp.Value, "Z") {
				t.Errorf("%s: %s: begins %v (%v), %v, %v", path, e.Id(), from, err, title, stamp)
			}
			if strings.HasPrefix(path, "events/") && !inAll[e.Id()] {
				t.Errorf("%s: %s is not in calendar.ics", path, e.Id())
			}
		}
	}
	if files < 10 {
		t.Errorf("%d files", files)
	}
}
