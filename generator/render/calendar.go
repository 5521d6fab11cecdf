package render

import (
	"fmt"
	"html/template"
	"slices"

	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// CalendarPage is what is to come, and all months.
type CalendarPage struct{ Frame }

// MonthLink is a month with the number of events that begin in it.
type MonthLink struct {
	Title, URL, Count string
}

// MonthGroup is the months of one academic year.
type MonthGroup struct {
	Title, URL string // URL is empty where the year has no page in the reader's language
	Lang       string // of the page of the year where it is not the reader's
	Months     []MonthLink
}

// calendar adds the pages of the calendar: of a site without events there are none.
func (p *pageList) calendar() {
	months := p.r.Site.Calendar.Months
	if len(months) == 0 {
		return
	}
	languages := p.r.Site.Config.Languages
	for _, lang := range languages {
		p.add("calendar", languages, lang, nil, func() ([]byte, error) { return p.r.calendarPage(lang) })
		for at, month := range months {
			p.add("calendar/"+month.Slug(), languages, lang, nil, func() ([]byte, error) { return p.r.monthPage(at, lang) })
		}
	}
}

func (r *Renderer) calendarPage(lang string) ([]byte, error) {
	view := &CalendarPage{r.frame(lang, "calendar", "calendar", r.Site.Config.Languages...)}
	view.currentTop = "events"
	view.Title, view.Summary = view.T("calendar.title"), view.T("calendar.summary")
	view.Breadcrumbs = view.calendarCrumbs()
	return r.execute(r.layouts.pages["calendar"], "base", view, site.Address("calendar", lang))
}

// calendarCrumbs lead from home through the events.
func (f *Frame) calendarCrumbs() []Link {
	sec := f.r.Site.Section("events")
	return []Link{f.home(), {Title: f.sectionTitle(sec), URL: f.Link(sec.Kind.Section)}}
}

// Body is empty.
func (p *CalendarPage) Body() template.HTML { return "" }

// Upcoming are all events to come, soonest first.
func (p *CalendarPage) Upcoming() []*Card { return p.r.cardsOf(p.r.Site.Upcoming(-1), p.lang) }

// Years are the months by academic year, the newest year first and in it the months as they follow.
func (p *CalendarPage) Years() []MonthGroup {
	var groups []MonthGroup
	last := -1
	for _, month := range p.r.Site.Calendar.Months {
		if year := ukrainian.AcademicYear(month.Date()); len(groups) == 0 || year != last {
			groups = append(groups, p.academic(year))
			last = year
		}
		group := &groups[len(groups)-1]
		group.Months = append(group.Months, p.monthLink(month))
	}
	slices.Reverse(groups)
	return groups
}

// academic is an academic year without its months.
func (f *Frame) academic(first int) MonthGroup {
	g := MonthGroup{Title: f.yearTitle(&site.Year{First: first})}
	for _, year := range f.r.Site.Years {
		if year.First == first {
			g.URL = root + "years/" + year.Slug + "/"
			if f.lang != site.UK {
				g.Lang = site.UK
			}
		}
	}
	return g
}

func (f *Frame) monthLink(month *site.Month) MonthLink {
	link := MonthLink{Title: f.monthTitle(month), URL: root + site.Address("calendar/"+month.Slug(), f.lang), Count: f.T("calendar.goes-on")}
	if n := len(month.Items); n > 0 {
		link.Count = count(n, f.r.Site.Section("events").Kind.Label, f.lang)
	}
	return link
}

// monthTitle is «Листопад 2021 р.».
func (rd reader) monthTitle(month *site.Month) string {
	if rd.lang == site.EN {
		return month.Date().EnglishLong()
	}
	return month.Date().List()
}

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
	return r.execute(r.layouts.pages["month"], "base", view, site.Address(path, lang))
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

// calendarURL is the calendar of all events for calendar programs, or "".
func (r *Renderer) calendarURL(lang string) string {
	if len(r.Site.Calendar.Dated) == 0 {
		return ""
	}
	return root + site.CalendarFile(lang)
}

// CalendarWeb is the calendar's address on the web, to paste into a calendar program; empty without base_url.
func (f *Frame) CalendarWeb() string {
	if f.r.Site.Config.BaseURL == "" || f.CalendarURL == "" {
		return ""
	}
	return f.web(site.CalendarFile(f.lang))
}

// HasCalendar tells whether the site has a calendar.
func (f *Frame) HasCalendar() bool { return len(f.r.Site.Calendar.Months) > 0 }

// CalendarFile is the file by which a calendar program takes in the event, or "".
func (p *ItemPage) CalendarFile() string {
	if !p.item.Dated() {
		return ""
	}
	return root + p.page.CalendarFile()
}

// SeriesCards are the other events of the event's series, the earliest first.
func (p *ItemPage) SeriesCards() []*Card {
	var cards []*Card
	for _, other := range p.Card.r.Site.Series(p.item) {
		if other != p.item {
			cards = append(cards, p.Card.r.card(other, p.Card.lang))
		}
	}
	return cards
}

// MonthURL is the month in which an event begins, in the calendar, or "".
func (c *Card) MonthURL() string {
	start := c.item.UK.Doc.Date("start")
	if c.item.Kind.Name != "event" || start.Month == 0 {
		return ""
	}
	return root + site.Address("calendar/"+ukrainian.Date{Year: start.Year, Month: start.Month}.String(), c.lang)
}

// Ahead tells whether an event is not over: it is to come, or was to come and has been cancelled.
func (c *Card) Ahead() bool { return c.r.Site.Ahead(c.item) }

// Clock is from when to when an event of one day lasts: «10:00–12:00»; empty where no hour is known or may be told.
func (c *Card) Clock() string {
	from, to := c.day(), c.item.UK.Doc.Date("end")
	if !from.Timed || !to.IsZero() && dateOnly(to) != dateOnly(from) {
		return ""
	}
	text := fmt.Sprintf("%02d:%02d", from.Hour, from.Minute)
	if to.Timed {
		text += fmt.Sprintf("–%02d:%02d", to.Hour, to.Minute)
	}
	return text
}

// ManyDays tells whether an event lasts longer than a day.
func (c *Card) ManyDays() bool {
	start := c.item.UK.Doc.Date("start")
	return c.item.Dated() && c.item.LastDay().Compare(start.First()) > 0
}

// OtherOrganiser is who holds an event that is not the centre's own, or "".
func (c *Card) OtherOrganiser() string {
	if others := c.Refs("organiser"); len(others) > 0 {
		return others[0].Title()
	}
	if c.Value("origin") == "external" {
		return c.Text("owner")
	}
	return ""
}

// OrganiserLang is the language of that name where it is not the reader's, else empty.
func (c *Card) OrganiserLang() string {
	if others := c.Refs("organiser"); len(others) > 0 {
		return others[0].TitleLang()
	}
	if c.lang != site.UK {
		return site.UK
	}
	return ""
}

// TimePart is the part of a list of events that lies ahead or behind.
type TimePart struct {
	Ahead bool
	Cards []*Card
}

// ByTime parts this page of a list of events: what is ahead, soonest first, and what has been, newest first. Both are always there.
func (p *ListPage) ByTime() []TimePart {
	parts := []TimePart{{Ahead: true}, {}}
	for _, card := range p.Items() {
		part := &parts[1]
		if card.Ahead() {
			part = &parts[0]
		}
		part.Cards = append(part.Cards, card)
	}
	return parts
}

// Months are the events of an academic year by the month in which they begin, as the months follow.
func (p *YearPage) Months() []MonthCards {
	var groups []MonthCards
	for _, month := range p.r.Site.Calendar.Months {
		if ukrainian.AcademicYear(month.Date()) != p.year.First || len(month.Items) == 0 {
			continue
		}
		groups = append(groups, MonthCards{MonthLink: p.monthLink(month), Cards: p.r.cardsOf(month.Items, p.lang)})
	}
	return groups
}

// EventForms are the forms of work of the year's events, in the order of the vocabulary, with the number of events listed on the page. They
// count what is listed, also what others held; the centre's figures are [YearPage.Figures].
func (p *YearPage) EventForms() []MonthLink {
	sec := p.r.Site.Section("events")
	if sec == nil {
		return nil
	}
	field := sec.Kind.Field("form")
	if field == nil || field.Vocabulary == nil {
		return nil
	}
	n := map[string]int{}
	for _, item := range p.year.Items {
		if item.Section == sec.Kind.Section {
			n[item.UK.Doc.Text("form")]++
		}
	}
	var list []MonthLink
	for _, word := range field.Vocabulary.Words {
		if n[word.Name] > 0 {
			list = append(list, MonthLink{
				Title: ukrainian.Capital(word.Label.In(p.lang)), Count: ukrainian.Number(n[word.Name]), URL: p.facetURL(sec, "form", word.Name),
			})
		}
	}
	return list
}

// facetURL is the list of a section's items with one value of a facet, or the whole section where nothing can be chosen.
func (f *Frame) facetURL(sec *site.Section, field, value string) string {
	path := sec.Kind.Section + "/by/" + field + "/" + value
	for _, l := range f.r.lists {
		if l.path == path {
			return root + site.Address(path, f.lang)
		}
	}
	return f.Link(sec.Kind.Section)
}

// MonthCards is a month with its events.
type MonthCards struct {
	MonthLink
	Cards []*Card
}
