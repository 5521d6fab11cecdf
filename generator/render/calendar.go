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
	return r.execute(r.layouts.pages["calendar"], view, site.Address("calendar", lang))
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

// Others tells that the list holds events that the centre's figures leave out (ST-03, ST-06): planned, cancelled, or held by others.
func (p *YearPage) Others() bool {
	listed, counted := 0, 0
	for _, month := range p.Months() {
		listed += len(month.Cards)
	}
	for _, item := range p.year.Computed.Held {
		if item.State == site.Shown {
			counted++
		}
	}
	return counted < listed
}

// EventForms are the forms of work of the events listed on the page, in the order of the vocabulary. Without numbers: what is listed may be
// held by others, and the centre's figures are [YearPage.Figures].
func (p *YearPage) EventForms() []MonthLink {
	sec := p.r.Site.Section("events")
	if sec == nil {
		return nil
	}
	field := sec.Kind.Field("form")
	if field == nil || field.Vocabulary == nil {
		return nil
	}
	listed := map[string]bool{}
	for _, item := range p.year.Items {
		if item.Section == sec.Kind.Section {
			listed[item.UK.Doc.Text("form")] = true
		}
	}
	var list []MonthLink
	for _, word := range field.Vocabulary.Words {
		if listed[word.Name] {
			list = append(list, MonthLink{
				Title: ukrainian.Capital(word.Label.In(p.lang)), URL: p.facetURL(sec, "form", word.Name),
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
