package site

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"github.com/som-hub/vitryna/generator/ukrainian"
)

// Calendar is the site's events by time.
type Calendar struct {
	Months []*Month // in which something begins or goes on, the earliest first
	Dated  []*Item  // events whose day is known, the earliest first: what a calendar program can show

	series map[string][]*Item
}

// Month is what begins in one month, and what goes on in it.
type Month struct {
	Year  int
	Month time.Month
	Items []*Item // what begins in it, the earliest first; an event whose day is not known comes last
	Going []*Item // what began in an earlier month and is not over
}

// Slug names the month in addresses: 2021-11.
func (m *Month) Slug() string { return m.Date().String() }

// Date is the month as a date without a day.
func (m *Month) Date() ukrainian.Date { return ukrainian.Date{Year: m.Year, Month: m.Month} }

// longestEvent bounds the months that one event may fill, so that a slip of the pen in its last year makes no thousand pages.
const longestEvent = 24

// calendar puts the events into their months. An event of which only the year is known stands in no month.
func (s *Site) calendar() {
	s.Calendar.series = map[string][]*Item{}
	sec := s.sections["events"]
	if sec == nil || sec.Kind.Name != "event" {
		return
	}
	events := slices.Clone(sec.Items)
	slices.SortFunc(events, compareInTime)
	months := map[ukrainian.Date]*Month{}
	get := func(d ukrainian.Date) *Month {
		key := ukrainian.Date{Year: d.Year, Month: d.Month}
		if months[key] == nil {
			months[key] = &Month{Year: d.Year, Month: d.Month}
			s.Calendar.Months = append(s.Calendar.Months, months[key])
		}
		return months[key]
	}
	for _, event := range events {
		start := event.UK.Doc.Date("start")
		if name := event.UK.Doc.Text("series"); name != "" {
			key := ukrainian.Fold(name)
			s.Calendar.series[key] = append(s.Calendar.series[key], event)
		}
		if event.Dated() {
			s.Calendar.Dated = append(s.Calendar.Dated, event)
		}
		if start.Month == 0 {
			continue
		}
		month := get(start)
		month.Items = append(month.Items, event)
		last := event.LastDay()
		for at, n := nextMonth(start), 1; at.Compare(last) <= 0 && n < longestEvent; at, n = nextMonth(at), n+1 {
			month := get(at)
			month.Going = append(month.Going, event)
		}
	}
	slices.SortFunc(s.Calendar.Months, func(a, b *Month) int { return a.Date().Compare(b.Date()) })
}

// nextMonth is the first day of the month after the date's.
func nextMonth(d ukrainian.Date) ukrainian.Date {
	return ukrainian.Date{Year: d.Year, Month: d.Month}.Last().AddDays(1)
}

// compareInTime puts the earlier event first. One whose day is not known comes after those of its month.
func compareInTime(a, b *Item) int {
	x, y := a.UK.Doc.Date("start"), b.UK.Doc.Date("start")
	monthOf := func(d ukrainian.Date) int { return d.Year*13 + int(d.Month) }
	if c := cmp.Compare(monthOf(x), monthOf(y)); c != 0 {
		return c
	}
	switch {
	case x.Partial() && !y.Partial():
		return 1
	case y.Partial() && !x.Partial():
		return -1
	}
	return cmp.Or(
		cmp.Compare(dayNumber(x), dayNumber(y)),
		cmp.Compare(string(ukrainian.SortKey(a.UK.Doc.Title)), string(ukrainian.SortKey(b.UK.Doc.Title))), cmp.Compare(a.Path, b.Path),
	)
}

// Series are the events of the item's series, the earliest first; nil where it belongs to none.
func (s *Site) Series(item *Item) []*Item {
	name := item.UK.Doc.Text("series")
	if item.Kind.Name != "event" || name == "" {
		return nil
	}
	return s.Calendar.series[ukrainian.Fold(name)]
}

// Dated tells that the item is an event whose day is known.
func (i *Item) Dated() bool {
	start := i.UK.Doc.Date("start")
	return i.Kind.Name == "event" && !start.IsZero() && !start.Partial()
}

// LastDay is the day on which an event ends: of a month, its last.
func (i *Item) LastDay() ukrainian.Date {
	last := i.UK.Doc.Date("end")
	if last.IsZero() {
		last = i.UK.Doc.Date("start")
	}
	return last.Last()
}

// Ahead tells whether an event is not over on the day of the build: it is to come, or it was to come and has been cancelled.
// One that has been held is over, whatever its day.
func (s *Site) Ahead(item *Item) bool {
	return item.Kind.Name == "event" && item.UK.Doc.Text("status") != "held" && item.LastDay().Compare(s.Now) >= 0
}

// Registers tells whether one may still register: for an event that is planned until the day on which it begins (domain 2.3.7), for a contest
// until that of its last round, and not when its winners are out (2.3.8). Of a month that day is the last.
func (s *Site) Registers(item *Item) bool {
	doc := item.UK.Doc
	begins := doc.Date("start")
	switch item.Kind.Name {
	case "event":
		if doc.Text("status") != "planned" {
			return false
		}
	case "contest":
		if rounds, _ := doc.Value("rounds"); len(rounds.Items) > 0 {
			last, _ := rounds.Items[len(rounds.Items)-1].Part("start")
			begins = last.Date
		}
		if out := doc.Date("results_published"); !out.IsZero() && out.Compare(s.Now) <= 0 {
			return false
		}
	default:
		return true
	}
	return begins.IsZero() || begins.Last().Compare(s.Now) >= 0
}

// CalendarFile is the address of the calendar of all events in a language, for calendar programs.
func CalendarFile(lang string) string { return Address("", lang) + "calendar.ics" }

// CalendarFile is the address of the file by which a calendar program takes in the event.
func (p *Page) CalendarFile() string { return fmt.Sprintf("%s%s.ics", p.Address(), p.Item.ID) }
