package feed

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	ics "github.com/arran4/golang-ical"

	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

var calendarWords = site.Words{Texts: map[string]site.Text{
	"ical.name": {UK: "%s: події", EN: "%s: events"}, "ical.cancelled": {UK: "Скасовано:", EN: "Cancelled:"},
	"ical.postponed": {UK: "Перенесено:"}, "ical.more": {UK: "Докладніше: %s"}, "ical.register": {UK: "Реєстрація: %s"},
	"ical.online": {UK: "онлайн"}, "event.by": {UK: "Організатор:"}, "event.place-later": {UK: "адресу повідомимо"},
}}

// event makes an event; sessions are "start end topic", its fields those of [doc].
func event(id, title string, sessions []string, fields ...string) *site.Doc {
	d := doc(eventKind, site.UK, id, title, fields...)
	for i := range d.Values {
		if v := &d.Values[i]; v.Field.Name == "end" {
			v.Date, _ = ukrainian.ParseDate(v.Text)
		}
	}
	if sessions == nil {
		return d
	}
	list := site.Value{Field: &site.Field{Name: "sessions", List: true}}
	for _, text := range sessions {
		var parts []site.Value
		for i, word := range strings.SplitN(text, " ", 3) {
			part := site.Value{Field: &site.Field{Name: []string{"start", "end", "topic"}[i]}, Text: word}
			part.Date, _ = ukrainian.ParseDate(word)
			parts = append(parts, part)
		}
		list.Items = append(list.Items, site.Value{Field: &site.Field{Name: "sessions", Type: site.Object}, Parts: parts})
	}
	d.Values = append(d.Values, list)
	return d
}

// read is what a calendar program sees of the calendar.
func read(t *testing.T, data []byte) (events []*ics.VEvent, byUID map[string]*ics.VEvent) {
	t.Helper()
	unfolded(t, data)
	c, err := ics.ParseCalendar(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	byUID = map[string]*ics.VEvent{}
	for _, e := range c.Events() {
		if byUID[e.Id()] != nil {
			t.Errorf("%s stands there twice", e.Id())
		}
		byUID[e.Id()] = e
	}
	return c.Events(), byUID
}

func value(e *ics.VEvent, name string) string {
	if p := e.GetProperty(ics.ComponentProperty(name)); p != nil {
		return p.Value
	}
	return ""
}

// The day of the site is 31 December 2021.
func TestEventsOfASite(t *testing.T) {
	s := newSite(t,
		event("vebinar", "Вебінар", nil, "start: 2022-03-18T15:00", "end: 2022-03-18T16:30", "status: planned", "mode: online", "series: Школа", "updated: 2021-12-01"),
		event("trening", "Тренінг", nil, "start: 2022-01-10T10:00", "end: 2022-01-10T12:00", "status: planned", "mode: onsite", "place: вул. Тиха, 7", "hromada: Дружківка"),
		event("davno", "Давно", nil, "start: 2021-11-10T10:00", "end: 2021-11-10T12:00", "status: held", "mode: onsite", "place: вул. Тиха, 7", "hromada: Дружківка"),
		event("skasovano", "Скасована", nil, "start: 2022-02-01", "status: cancelled", "mode: onsite"),
		event("pereneseno", "Перенесена", nil, "start: 2022-02-02", "end: 2022-02-04", "status: postponed", "mode: online", "date: 2021-10-01"),
		event("kurs", "Курс", []string{"2021-10-04T10:00 2021-10-04T11:00 Перше заняття", "2021-10-04T12:00 2021-10-04T13:00 Друге", "2021-10-11T10:00"},
			"start: 2021-10-04T10:00", "end: 2021-10-11T12:00", "status: held", "mode: online"),
		event("ochnyi-kurs", "Очний курс", []string{"2022-01-11T10:00 2022-01-11T11:00 Перше"}, "start: 2022-01-11T10:00", "end: 2022-01-12T12:00", "status: planned", "mode: onsite"),
		event("rik", "Колись", nil, "start: 2019-09", "status: held", "mode: online"),
		doc(eventKind, site.EN, "vebinar", "Webinar"),
	)
	const host = "@example.org/centre"
	data := Events(s, calendarWords, site.UK)
	if !bytes.Equal(data, Events(s, calendarWords, site.UK)) {
		t.Error("two calendars of one site differ")
	}
	list, at := read(t, data)
	var order []string
	for _, e := range list {
		order = append(order, strings.TrimSuffix(strings.TrimPrefix(e.Id(), "events-"), host))
	}
	want := "kurs kurs-20211004-1 kurs-20211004-2 kurs-20211011-1 davno trening ochnyi-kurs skasovano pereneseno vebinar"
	if got := strings.Join(order, " "); got != want {
		t.Errorf("order: %s", got)
	}
	for _, test := range []struct{ id, name, want string }{
		{"vebinar", "DTSTART", "20220318T150000"}, {"vebinar", "DTEND", "20220318T163000"}, {"vebinar", "STATUS", "CONFIRMED"},
		{"vebinar", "CATEGORIES", "Школа"}, {"vebinar", "URL", "https://example.org/centre/events/vebinar/"}, {"vebinar", "LOCATION", "онлайн"},
		{"vebinar", "DTSTAMP", "20211130T220000Z"}, {"vebinar", "TRANSP", ""}, {"vebinar", "SUMMARY", "Вебінар"},
		// where people will meet, neither hour nor address; the stamp does not tell the hour either
		{"trening", "DTSTART", "20220110"}, {"trening", "DTEND", "20220111"}, {"trening", "LOCATION", "Дружківка, адресу повідомимо"},
		{"trening", "DTSTAMP", "20210109T220000Z"},
		// afterwards the hour and never the address
		{"davno", "DTSTART", "20211110T100000"}, {"davno", "LOCATION", "Дружківка"}, {"davno", "DTSTAMP", "20211109T220000Z"},
		{"skasovano", "STATUS", "CANCELLED"}, {"skasovano", "SUMMARY", "Скасовано: Скасована"}, {"skasovano", "TRANSP", "TRANSPARENT"},
		{"pereneseno", "STATUS", "TENTATIVE"}, {"pereneseno", "SUMMARY", "Перенесено: Перенесена"}, {"pereneseno", "DTEND", "20220205"},
		{"pereneseno", "DTSTAMP", "20210930T210000Z"},
		{"kurs", "DTSTART", "20211004"}, {"kurs", "DTEND", "20211012"}, {"kurs", "TRANSP", "TRANSPARENT"}, {"kurs", "RELATED-TO", ""},
		{"kurs-20211004-1", "DTSTART", "20211004T100000"}, {"kurs-20211004-1", "DTEND", "20211004T110000"}, {"kurs-20211004-1", "SUMMARY", "Курс: Перше заняття"},
		{"kurs-20211004-2", "RELATED-TO", "events-kurs" + host}, {"kurs-20211011-1", "SUMMARY", "Курс"}, {"kurs-20211011-1", "DTEND", ""},
		{"ochnyi-kurs", "DTSTART", "20220111"}, {"ochnyi-kurs", "DTEND", "20220113"},
	} {
		e := at["events-"+test.id+host]
		if e == nil {
			t.Errorf("no %s", test.id)
		} else if got := value(e, test.name); got != test.want {
			t.Errorf("%s %s: %q, want %q", test.id, test.name, got, test.want)
		}
	}
	if text := value(at["events-ochnyi-kurs"+host], "DESCRIPTION"); !strings.Contains(text, "11\u00a0січня 2022\u00a0р.: Перше") {
		t.Errorf("sessions of a guarded event: %q", text)
	}
	for _, secret := range []string{"Тиха", "T100000Z", "20220110T", "20220111T"} {
		if bytes.Contains(data, []byte(secret)) {
			t.Errorf("the calendar tells %q", secret)
		}
	}
}

func TestEventAlone(t *testing.T) {
	s := newSite(t,
		event("vebinar", "Вебінар", nil, "start: 2022-03-18T15:00", "status: planned", "mode: online"), doc(eventKind, site.EN, "vebinar", "Webinar"),
		event("rik", "Колись", nil, "start: 2019-09", "status: held"),
	)
	uk, _ := read(t, Event(s, calendarWords, s.Item("events/vebinar"), site.UK))
	en, _ := read(t, Event(s, calendarWords, s.Item("events/vebinar"), site.EN))
	if len(uk) != 1 || len(en) != 1 || uk[0].Id() != en[0].Id() || value(uk[0], "SUMMARY") != "Вебінар" || value(en[0], "SUMMARY") != "Webinar" {
		t.Errorf("%v, %v", uk, en)
	}
	if got := value(en[0], "URL"); got != "https://example.org/centre/en/events/vebinar/" {
		t.Errorf("address of the English page: %q", got)
	}
	if data := Event(s, calendarWords, s.Item("events/rik"), site.UK); data != nil {
		t.Errorf("an event without a day: %q", data)
	}
}

// A site without an address has calendars without addresses, and identifiers all the same.
func TestCalendarWithoutAddress(t *testing.T) {
	s := newSite(t, event("vebinar", "Вебінар", nil, "start: 2022-03-18", "status: planned", "mode: online"))
	s.Config.BaseURL = ""
	list, _ := read(t, Events(s, calendarWords, site.UK))
	if got := value(list[0], "URL"); got != "" {
		t.Errorf("URL: %q", got)
	}
	if got := list[0].Id(); got != "events-vebinar@tsentr-pryklad-i-druzi.invalid" {
		t.Errorf("UID: %q", got)
	}
}

// A site may lie in a country at peace: then everything is told.
func TestCalendarInPeace(t *testing.T) {
	s := newSite(t, event("trening", "Тренінг", nil, "start: 2022-01-10T10:00", "status: planned", "mode: onsite", "place: вул. Тиха, 7"))
	s.Config.Safety = "peace"
	list, _ := read(t, Events(s, calendarWords, site.UK))
	if got := []string{value(list[0], "DTSTART"), value(list[0], "LOCATION")}; !slices.Equal(got, []string{"20220110T100000", "вул. Тиха, 7"}) {
		t.Errorf("%q", got)
	}
}
