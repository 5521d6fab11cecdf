package render

import (
	"fmt"
	"html/template"
	"slices"

	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// MonthPage is one month: its days with their events, and the month as a table.
type MonthPage struct {
	Frame
	month *site.Month
	at    int
}

func (r *Renderer) monthPage(at int, lang string) ([]byte, error) {
	month := r.Site.Calendar.Months[at]
	path := "calendar/" + month.Slug()
	view := &MonthPage{Frame: r.frame(lang, "month", path, r.Site.Config.Languages...), month: month, at: at}
	view.Title = view.monthTitle(month)
	view.Summary = view.T("calendar.month.summary", view.Title, view.monthLink(month).Count)
	view.currentTop = "events"
	view.Breadcrumbs = append(view.calendarCrumbs(), Link{Title: view.T("calendar.title"), URL: root + site.Address("calendar", lang)})
	return r.execute(r.layouts.pages["month"], view, site.Address(path, lang))
}

// Body is empty.
func (p *MonthPage) Body() template.HTML { return "" }

// TotalText is the number of events that begin in the month: «4 заходи»; empty where only some go on.
func (p *MonthPage) TotalText() string {
	if len(p.month.Items) == 0 {
		return ""
	}
	return p.monthLink(p.month).Count
}

// Academic is the academic year that the month belongs to.
func (p *MonthPage) Academic() MonthGroup { return p.academic(ukrainian.AcademicYear(p.month.Date())) }

// DayView is a day with its events.
type DayView struct {
	ID, ISO string
	Number  int
	Weekday string
	Rest    string // after the number: «листопада 2021 р.»
	Cards   []*Card
}

// Days are the days on which something begins.
func (p *MonthPage) Days() []DayView {
	var days []DayView
	for _, item := range p.month.Items {
		start := dateOnly(item.UK.Doc.Date("start"))
		if start.Partial() {
			continue
		}
		if n := len(days); n == 0 || days[n-1].Number != start.Day {
			days = append(days, DayView{
				ID: dayID(start.Day), ISO: start.String(), Number: start.Day,
				Weekday: p.T(fmt.Sprintf("weekday.%d", weekday(start))), Rest: p.T(fmt.Sprintf("month-of.%02d", start.Month)),
			})
		}
		days[len(days)-1].Cards = append(days[len(days)-1].Cards, p.r.card(item, p.lang))
	}
	return days
}

// Undated are the events of the month whose day is not known.
func (p *MonthPage) Undated() []*Card {
	var cards []*Card
	for _, item := range p.month.Items {
		if item.UK.Doc.Date("start").Partial() {
			cards = append(cards, p.r.card(item, p.lang))
		}
	}
	return cards
}

// Going are the events that began earlier and go on in the month.
func (p *MonthPage) Going() []*Card { return p.r.cardsOf(p.month.Going, p.lang) }

// DayCell is one day in the table of a month; the Number of a cell before the first or after the last day is 0.
type DayCell struct {
	Number int
	ISO    string
	URL    string // of the day's events on the page; empty where there are none
	Begins bool   // something begins on it; else it only goes on
	Label  string // «2 листопада: 1 захід»
}

// Weekdays are the heads of the table's columns, from Monday.
func (p *MonthPage) Weekdays() []Weekday {
	var days []Weekday
	for n := 1; n <= 7; n++ {
		days = append(days, Weekday{Short: p.T(fmt.Sprintf("weekday-short.%d", n)), Long: p.T(fmt.Sprintf("weekday.%d", n))})
	}
	return days
}

// Weekday is the name of a day of the week.
type Weekday struct{ Short, Long string }

// Weeks are the days of the month in rows of seven, from Monday.
func (p *MonthPage) Weeks() [][]DayCell {
	first := p.month.Date().First()
	cells := make([]DayCell, weekday(first)-1, 42)
	for day := first; day.Month == first.Month; day = day.AddDays(1) {
		cells = append(cells, p.cell(day))
	}
	for len(cells)%7 != 0 {
		cells = append(cells, DayCell{})
	}
	return slices.Collect(slices.Chunk(cells, 7))
}

// cell is one day of the month. It leads to what begins on it, else to what goes on.
func (p *MonthPage) cell(day ukrainian.Date) DayCell {
	cell := DayCell{Number: day.Day, ISO: day.String()}
	n := 0
	for _, list := range [][]*site.Item{p.month.Items, p.month.Going} {
		for _, item := range list {
			start := dateOnly(item.UK.Doc.Date("start"))
			if start.Partial() || start.Compare(day) > 0 || item.LastDay().Compare(day) < 0 {
				continue
			}
			n++
			switch {
			case start.Compare(day) == 0:
				cell.URL, cell.Begins = "#"+dayID(day.Day), true
			case cell.URL != "":
			case start.Month == day.Month && start.Year == day.Year:
				cell.URL = "#" + dayID(start.Day)
			default:
				cell.URL = "#_going"
			}
		}
	}
	if n > 0 {
		cell.Label = fmt.Sprintf("%d %s: %s", day.Day, p.T(fmt.Sprintf("month-of.%02d", day.Month)), count(n, p.r.Site.Section("events").Kind.Label, p.lang))
	}
	return cell
}

func dayID(day int) string { return fmt.Sprintf("_d%02d", day) }

// weekday is 1 on Monday, 7 on Sunday.
func weekday(d ukrainian.Date) int { return (int(d.Weekday())+6)%7 + 1 }

// Prev is the month with events before this one, or nil.
func (p *MonthPage) Prev() *Link { return p.neighbour(p.at - 1) }

// Next is the month with events after it, or nil.
func (p *MonthPage) Next() *Link { return p.neighbour(p.at + 1) }

func (p *MonthPage) neighbour(at int) *Link {
	months := p.r.Site.Calendar.Months
	if at < 0 || at >= len(months) {
		return nil
	}
	link := p.monthLink(months[at])
	return &Link{Title: link.Title, URL: link.URL}
}
