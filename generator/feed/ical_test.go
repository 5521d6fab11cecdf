package feed

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	ics "github.com/arran4/golang-ical"

	"github.com/som-hub/vitryna/generator/ukrainian"
)

func when(t *testing.T, s string) ukrainian.Date {
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

// unfolded are the lines of a calendar as RFC 5545 3.1 wants them read. Every line is looked at on the way.
func unfolded(t *testing.T, data []byte) []string {
	t.Helper()
	if !bytes.HasSuffix(data, []byte("\r\n")) {
		t.Errorf("the last line has no end: %q", data)
	}
	var lines []string
	for _, line := range strings.Split(strings.TrimSuffix(string(data), "\r\n"), "\r\n") {
		if len(line) > 75 {
			t.Errorf("%d octets: %q", len(line), line)
		}
		if !utf8.ValidString(line) {
			t.Errorf("a letter is cut in two: %q", line)
		}
		if strings.ContainsAny(line, "\r\n\x00\x1b") {
			t.Errorf("a bare line end or a sign that steers: %q", line)
		}
		if rest, ok := strings.CutPrefix(line, " "); ok && len(lines) > 0 {
			lines[len(lines)-1] += rest
			continue
		}
		lines = append(lines, line)
	}
	return lines
}

func property(lines []string, name string) string {
	for _, line := range lines {
		if rest, ok := strings.CutPrefix(line, name); ok && (rest[0] == ':' || rest[0] == ';') {
			return line
		}
	}
	return ""
}

func TestLinesAreFolded(t *testing.T) {
	for n := range 200 {
		for _, letter := range []string{"a", "ї", "€", "𐍈", "ї ", ",", "\\", "\n"} {
			title := strings.Repeat("x", n%5) + strings.Repeat(letter, n)
			lines := unfolded(t, Calendar("", []Entry{{UID: "u", Title: title, Start: when(t, "2021-11-02")}}))
			if got := property(lines, "SUMMARY"); got != "SUMMARY:"+escapeText(title) {
				t.Fatalf("%d × %q: %q", n, letter, got)
			}
		}
	}
}

func TestLinesAreFull(t *testing.T) {
	// «SUMMARY:» has 8 octets, so 33 letters of two octets fill 74 and the 34th does not fit
	data := string(Calendar("", []Entry{{UID: "u", Title: strings.Repeat("ї", 75), Start: when(t, "2021-11-02")}}))
	want := "\r\nSUMMARY:" + strings.Repeat("ї", 33) + "\r\n " + strings.Repeat("ї", 37) + "\r\n " + strings.Repeat("ї", 5) + "\r\n"
	if !strings.Contains(data, want) {
		t.Errorf("no %q in\n%s", want, data)
	}
}

func TestTextsAreEscaped(t *testing.T) {
	for text, want := range map[string]string{
		`a,b;c\d`:        `a\,b\;c\\d`,
		"один\nдва":      `один\nдва`,
		"один\r\nдва\r":  `один\nдва\n`,
		"дзвінок\a\x00!": "дзвінок!",
		`«лапки» "and":`: `«лапки» "and":`,
		"bad\xffbyte":    "badbyte",
		"рядок\u2028ще":  `рядок\nще`,
	} {
		if got := escapeText(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestBeginningsAndEnds(t *testing.T) {
	for _, test := range []struct{ start, end, wantStart, wantEnd string }{
		{"2021-11-02", "", "DTSTART;VALUE=DATE:20211102", "DTEND;VALUE=DATE:20211103"},
		{"2021-11-02", "2021-11-04", "DTSTART;VALUE=DATE:20211102", "DTEND;VALUE=DATE:20211105"},
		{"2020-02-28", "2020-02-29", "DTSTART;VALUE=DATE:20200228", "DTEND;VALUE=DATE:20200301"},
		{"2021-12-31", "", "DTSTART;VALUE=DATE:20211231", "DTEND;VALUE=DATE:20220101"},
		{"2021-11-02", "2021-12", "DTSTART;VALUE=DATE:20211102", "DTEND;VALUE=DATE:20220101"},
		{"2021-11-04", "2021-11-02", "DTSTART;VALUE=DATE:20211104", "DTEND;VALUE=DATE:20211105"}, // wrong, and told
		{"2027-03-18T15:00", "2027-03-18T16:30", "DTSTART;TZID=Europe/Kyiv:20270318T150000", "DTEND;TZID=Europe/Kyiv:20270318T163000"},
		{"2027-03-18T15:00", "2027-03-20T12:00", "DTSTART;TZID=Europe/Kyiv:20270318T150000", "DTEND;TZID=Europe/Kyiv:20270320T120000"},
		{"2027-03-18T15:00", "", "DTSTART;TZID=Europe/Kyiv:20270318T150000", ""},
		{"2027-03-18T15:00", "2027-03-18T15:00", "DTSTART;TZID=Europe/Kyiv:20270318T150000", ""},
		{"2027-03-18T15:00", "2027-03-19", "DTSTART;VALUE=DATE:20270318", "DTEND;VALUE=DATE:20270320"}, // one has no hour: days
		{"2027-03-18", "2027-03-19T10:00", "DTSTART;VALUE=DATE:20270318", "DTEND;VALUE=DATE:20270320"},
	} {
		lines := unfolded(t, Calendar("", []Entry{{UID: "u", Title: "т", Start: when(t, test.start), End: when(t, test.end)}}))
		text := strings.Join(lines[:len(lines)-1], "\n")
		event := strings.Split(text[strings.Index(text, "BEGIN:VEVENT"):], "\n")
		if got := property(event, "DTSTART"); got != test.wantStart {
			t.Errorf("%s – %s: %q, want %q", test.start, test.end, got, test.wantStart)
		}
		if got := property(event, "DTEND"); got != test.wantEnd {
			t.Errorf("%s – %s: %q, want %q", test.start, test.end, got, test.wantEnd)
		}
		if zone := strings.Contains(text, "BEGIN:VTIMEZONE"); zone != strings.Contains(test.wantStart, "TZID") {
			t.Errorf("%s – %s: rules of the clocks: %v", test.start, test.end, zone)
		}
	}
}

func TestNoEntryNoFile(t *testing.T) {
	for _, entries := range [][]Entry{nil, {{UID: "u", Title: "т"}}, {{UID: "u", Title: "т", Start: when(t, "2019-09")}}} {
		if data := Calendar("Назва", entries); data != nil {
			t.Errorf("%q", data)
		}
	}
}

// The stamp is a moment of UTC and never the hour of the event; without a stamp it is the day.
func TestStamps(t *testing.T) {
	for _, test := range []struct{ start, stamp, want string }{
		{"2021-11-02", "", "20211101T220000Z"},       // midnight in winter is 22 UTC
		{"2021-07-02T15:30", "", "20210701T210000Z"}, // in summer 21
		{"2021-11-02", "2026-01-15T10:20", "20260114T220000Z"},
	} {
		lines := unfolded(t, Calendar("", []Entry{{UID: "u", Title: "т", Start: when(t, test.start), Stamp: when(t, test.stamp)}}))
		if got := property(lines, "DTSTAMP"); got != "DTSTAMP:"+test.want {
			t.Errorf("%s, %s: %q", test.start, test.stamp, got)
		}
		if got := property(lines, "LAST-MODIFIED"); got != "LAST-MODIFIED:"+test.want {
			t.Errorf("%s, %s: %q", test.start, test.stamp, got)
		}
	}
}

// The rules that the file brings must tell what the clocks of Kyiv show, at every change from 2018 to 2050.
func TestZoneIsKyivs(t *testing.T) {
	lastSunday := func(year int, month time.Month) int {
		last := time.Date(year, month+1, 0, 0, 0, 0, 0, time.UTC)
		return last.Day() - int(last.Weekday())
	}
	for _, line := range []string{"DTSTART:19970330T030000", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "DTSTART:19961027T040000", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"} {
		if !strings.Contains(kyivZone, "\n"+line+"\n") {
			t.Errorf("no %s", line)
		}
	}
	for year := 1997; year <= 2050; year++ {
		for _, change := range []struct {
			month                    time.Month
			hour, before, after, utc int
		}{{time.March, 3, 2, 3, 1}, {time.October, 4, 3, 2, 1}} {
			at := time.Date(year, change.month, lastSunday(year, change.month), change.utc, 0, 0, 0, time.UTC)
			if local := at.Add(time.Duration(change.before) * time.Hour); local.Hour() != change.hour {
				t.Fatalf("%v: the rule names %d o'clock", at, local.Hour())
			}
			for moment, want := range map[time.Time]int{at.Add(-time.Second): change.before, at: change.after} {
				if _, offset := moment.In(ukrainian.Kyiv()).Zone(); offset != want*3600 {
					t.Errorf("%v: offset %d, the rules say %d", moment, offset/3600, want)
				}
			}
		}
	}
	for year := 2018; year <= 2050; year++ { // and nothing else changes
		changes, at := 0, time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC)
		for at.Year() == year {
			_, before := at.In(ukrainian.Kyiv()).Zone()
			at = at.Add(time.Hour)
			if _, after := at.In(ukrainian.Kyiv()).Zone(); after != before {
				changes++
			}
		}
		if changes != 2 {
			t.Errorf("%d: %d changes", year, changes)
		}
	}
}

// A calendar program reads what we wrote: the hours at the changes of the clocks, an hour that occurs twice is the first.
func TestProgramReadsHours(t *testing.T) {
	for _, test := range []struct{ start, want string }{
		{"2027-03-18T15:00", "2027-03-18T13:00:00Z"},
		{"2027-03-27T15:00", "2027-03-27T13:00:00Z"}, // the day before the clocks go forward
		{"2027-03-28T15:00", "2027-03-28T12:00:00Z"},
		{"2026-10-24T15:00", "2026-10-24T12:00:00Z"},
		{"2026-10-25T02:30", "2026-10-24T23:30:00Z"},
		{"2026-10-25T03:30", "2026-10-25T00:30:00Z"}, // occurs twice: the first
		{"2026-10-25T04:30", "2026-10-25T02:30:00Z"},
	} {
		c, err := ics.ParseCalendar(bytes.NewReader(Calendar("", []Entry{{UID: "u", Title: "т", Start: when(t, test.start)}})))
		if err != nil {
			t.Fatal(err)
		}
		// golang-ical asks Go for the time zone, and Go takes the one or the other of an hour that occurs twice; our own dates are exact
		got, err := c.Events()[0].GetStartAt()
		if err != nil {
			t.Fatal(err)
		}
		if mine := when(t, test.start).Time(ukrainian.Kyiv()).UTC().Format(time.RFC3339); mine != test.want {
			t.Errorf("%s: %s, want %s", test.start, mine, test.want)
		}
		if wall := got.In(ukrainian.Kyiv()).Format("2006-01-02T15:04"); wall != test.start {
			t.Errorf("%s: the program reads %s", test.start, wall)
		}
	}
}

func TestProgramReadsEverything(t *testing.T) {
	entry := Entry{
		UID: "events-trening@example.org", Title: `Тренінг «Знаки, що ламають рядок; і \ інші»`, Description: "Перший рядок, довгий, щоб його довелося скласти.\nДругий; рядок",
		URL: "https://example.org/events/trening/", Location: "Дружківська громада, адресу повідомимо зареєстрованим учасникам",
		Start: when(t, "2027-03-18T15:00"), End: when(t, "2027-03-18T16:30"), Status: Tentative,
		Categories: []string{"тренінг", "Школа, як вона є"}, Parent: "events-tsykl@example.org",
	}
	data := Calendar("Центр: події", []Entry{entry, {UID: "b", Title: "День", Start: when(t, "2027-03-18"), Status: Cancelled}})
	c, err := ics.ParseCalendar(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if len(c.Events()) != 2 || len(c.Timezones()) != 1 {
		t.Fatalf("%d events, %d zones", len(c.Events()), len(c.Timezones()))
	}
	event := c.Events()[0]
	for name, want := range map[ics.ComponentProperty]string{
		ics.ComponentPropertyUniqueId: entry.UID, ics.ComponentPropertySummary: entry.Title, ics.ComponentPropertyDescription: entry.Description,
		ics.ComponentPropertyLocation: entry.Location, ics.ComponentPropertyUrl: entry.URL, ics.ComponentPropertyStatus: "TENTATIVE",
		ics.ComponentPropertyClass: "PUBLIC", ics.ComponentPropertyTransp: "TRANSPARENT", ics.ComponentPropertyRelatedTo: entry.Parent,
	} {
		if p := event.GetProperty(name); p == nil || p.Value != want {
			t.Errorf("%s: %v, want %q", name, p, want)
		}
	}
	if !strings.Contains(string(bytes.ReplaceAll(data, []byte("\r\n "), nil)), "\r\nCATEGORIES:тренінг,Школа\\, як вона є\r\n") {
		t.Errorf("categories:\n%s", data)
	}
	day := c.Events()[1]
	from, err := day.GetAllDayStartAt()
	to, err2 := day.GetAllDayEndAt()
	if err != nil || err2 != nil || to.Sub(from) != 24*time.Hour || fmt.Sprint(from.Date()) != "2027 March 18" {
		t.Errorf("%v – %v: %v, %v", from, to, err, err2)
	}
}

func FuzzCalendar(f *testing.F) {
	f.Add("Назва", "опис\nз рядками", "https://example.org/", "uid@example.org")
	f.Add("\xff\xfe", strings.Repeat("я", 100), "\r\nX-EVIL:1", "a\r\nb")
	f.Fuzz(func(t *testing.T, title, description, address, uid string) {
		data := Calendar(title, []Entry{{
			UID: uid, Title: title, Description: description, URL: address, Location: description, Categories: []string{title, uid},
			Parent: uid, Start: ukrainian.Date{Year: 2027, Month: 3, Day: 18, Hour: 15, Timed: true},
		}})
		lines := unfolded(t, data)
		if begins, ends := property(lines, "BEGIN"), lines[len(lines)-1]; begins != "BEGIN:VCALENDAR" || ends != "END:VCALENDAR" {
			t.Errorf("%q … %q", begins, ends)
		}
		for _, line := range lines {
			name, _, _ := strings.Cut(line, ":")
			if name, _, _ = strings.Cut(name, ";"); !known[name] {
				t.Errorf("a text has become a property: %q", line)
			}
		}
	})
}

// known are the properties we write.
var known = func() map[string]bool {
	m := map[string]bool{}
	for _, name := range strings.Fields("BEGIN END VERSION PRODID CALSCALE NAME X-WR-CALNAME X-WR-TIMEZONE REFRESH-INTERVAL X-PUBLISHED-TTL TZID DTSTART DTEND" +
		" TZOFFSETFROM TZOFFSETTO TZNAME RRULE UID DTSTAMP LAST-MODIFIED SUMMARY DESCRIPTION LOCATION URL STATUS CLASS TRANSP CATEGORIES RELATED-TO") {
		m[name] = true
	}
	return m
}()
