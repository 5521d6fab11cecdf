package feed

import (
	"bytes"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/som-hub/vitryna/generator/ukrainian"
)

// Entry is one entry of a calendar: an event, a session, a deadline.
type Entry struct {
	UID         string // the same for ever: by it a calendar program knows the entry again, see [uid]
	Title       string
	Description string // may have several lines
	URL         string // absolute, or empty
	Location    string

	Start ukrainian.Date // an entry whose day is not known is left out
	End   ukrainian.Date // the last day, or the moment it ends; zero: it lasts the day of Start, or has no length
	Free  bool           // whoever has it in the calendar is not busy; an entry of whole days never makes anybody busy

	Status     Status
	Categories []string
	Stamp      ukrainian.Date // when what the entry tells was last changed; zero: as old as Start
	Parent     string         // UID of the entry that this one is a part of
}

// Status tells how sure an entry is.
type Status string

// The states of an entry, in the words of RFC 5545. The zero value is Confirmed.
const (
	Confirmed Status = "CONFIRMED"
	Tentative Status = "TENTATIVE" // postponed: the day that stands there may change
	Cancelled Status = "CANCELLED"
)

// Calendar is a file for calendar programs (RFC 5545): the entries in their order, with the rules of Kyiv's clocks if one of them has an
// hour. The name is that of a calendar to subscribe to; a file with a single entry to take in needs none. Without an entry whose
// day is known there is no file: nil.
//
// There is no METHOD: with one, RFC 5546 wants an organiser's e-mail.
func Calendar(name string, entries []Entry) []byte {
	var c calendar
	timed, written := false, 0
	for i := range entries {
		timed = timed || entries[i].timed()
	}
	c.line("BEGIN", "VCALENDAR")
	c.line("VERSION", "2.0")
	c.line("PRODID", "-//Vitryna//Vitryna//UK")
	c.line("CALSCALE", "GREGORIAN")
	if name != "" {
		c.text("NAME", name)
		c.text("X-WR-CALNAME", name)
		c.line("X-WR-TIMEZONE", zoneName)
		c.line("REFRESH-INTERVAL;VALUE=DURATION", "P1D")
		c.line("X-PUBLISHED-TTL", "P1D")
	}
	if timed {
		c.lines(kyivZone)
	}
	for i := range entries {
		if !entries[i].Start.IsZero() && !entries[i].Start.Partial() {
			c.entry(&entries[i])
			written++
		}
	}
	c.line("END", "VCALENDAR")
	if written == 0 {
		return nil
	}
	return c.Bytes()
}

const zoneName = "Europe/Kyiv"

// kyivZone is how the clocks of Kyiv have changed since 1996 and change by the law of today: with Europe's, at one o'clock UTC.
const kyivZone = `BEGIN:VTIMEZONE
TZID:Europe/Kyiv
BEGIN:DAYLIGHT
DTSTART:19970330T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0300
TZNAME:EEST
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T040000
TZOFFSETFROM:+0300
TZOFFSETTO:+0200
TZNAME:EET
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
`

// timed tells whether beginning and end are hours and not days. Both must be of one kind.
func (e *Entry) timed() bool { return e.Start.Timed && (e.End.Timed || e.End.IsZero()) }

// calendar is the file that is being written.
type calendar struct{ bytes.Buffer }

func (c *calendar) entry(e *Entry) {
	c.line("BEGIN", "VEVENT")
	c.text("UID", e.UID)
	c.times(e)
	c.text("SUMMARY", e.Title)
	if e.Description != "" {
		c.text("DESCRIPTION", e.Description)
	}
	if e.Location != "" {
		c.text("LOCATION", e.Location)
	}
	if e.URL != "" {
		c.line("URL", strings.ReplaceAll(printable(e.URL), "\n", ""))
	}
	c.line("STATUS", string(e.status()))
	c.line("CLASS", "PUBLIC")
	if e.Free || !e.timed() || e.status() != Confirmed {
		c.line("TRANSP", "TRANSPARENT")
	}
	if len(e.Categories) > 0 {
		var list []string
		for _, category := range e.Categories {
			list = append(list, escapeText(category))
		}
		c.line("CATEGORIES", strings.Join(list, ","))
	}
	if e.Parent != "" {
		c.text("RELATED-TO;RELTYPE=PARENT", e.Parent)
	}
	c.line("END", "VEVENT")
}

func (e *Entry) status() Status {
	if e.Status == "" {
		return Confirmed
	}
	return e.Status
}

// times writes when the entry was changed, begins and ends. The stamp is a day and never an hour: that of an event may be one that
// must not be told.
func (c *calendar) times(e *Entry) {
	stamp := e.Stamp.First()
	if stamp.IsZero() {
		stamp = e.Start.First()
	}
	moment := stamp.Time(ukrainian.Kyiv()).UTC().Format("20060102T150405Z")
	c.line("DTSTAMP", moment)
	c.line("LAST-MODIFIED", moment)
	if !e.timed() {
		last := e.End.Last()
		if last.Compare(e.Start.First()) < 0 {
			last = e.Start.First()
		}
		c.line("DTSTART;VALUE=DATE", day(e.Start))
		c.line("DTEND;VALUE=DATE", day(last.AddDays(1))) // the first day that does not belong to it
		return
	}
	c.line("DTSTART;TZID="+zoneName, clock(e.Start))
	if e.End.Compare(e.Start) > 0 {
		c.line("DTEND;TZID="+zoneName, clock(e.End))
	}
}

func day(d ukrainian.Date) string { return fmt.Sprintf("%04d%02d%02d", d.Year, d.Month, d.Day) }

// clock is what the clocks in Kyiv show. An hour that occurs twice means the first one, there as here (RFC 5545 3.3.5).
func clock(d ukrainian.Date) string {
	return fmt.Sprintf("%sT%02d%02d%02d", day(d), d.Hour, d.Minute, d.Second)
}

// later is the date so many hours after one with an hour.
func later(d ukrainian.Date, hours float64) ukrainian.Date {
	return ukrainian.MomentOf(d.Time(ukrainian.Kyiv()).Add(time.Duration(hours * float64(time.Hour))))
}

// lines writes lines that are ready.
func (c *calendar) lines(text string) {
	for line := range strings.Lines(text) {
		c.WriteString(strings.TrimSuffix(line, "\n") + "\r\n")
	}
}

// text writes a property whose value is a text of people.
func (c *calendar) text(name, value string) { c.line(name, escapeText(value)) }

// longestLine is how many octets a line may have, without its end (RFC 5545 3.1).
const longestLine = 75

// line writes a property. A line that is too long goes on in the next one behind a space; a letter is never cut in two.
func (c *calendar) line(name, value string) {
	rest := name + ":" + value
	for limit := longestLine; len(rest) > limit; limit = longestLine - 1 {
		cut := limit
		for !utf8.RuneStart(rest[cut]) {
			cut--
		}
		c.WriteString(rest[:cut] + "\r\n ")
		rest = rest[cut:]
	}
	c.WriteString(rest + "\r\n")
}

// escapeText writes a text as RFC 5545 3.3.11 wants it.
func escapeText(s string) string {
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n").Replace(s)
	return strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\n", `\n`).Replace(printable(s))
}

// printable leaves out what no line may hold: signs that steer machines, and bytes that are no letters.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == 0x7f || r == utf8.RuneError {
			return -1
		}
		return r
	}, s)
}
