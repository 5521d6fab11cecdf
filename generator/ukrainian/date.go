package ukrainian

import (
	"cmp"
	_ "embed"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	_ "time/tzdata" // for zones other than Kyiv's, where the machine has none
)

// Date is a day as an author writes it: whole, or only a month, or only a year,
// or with a time of day, which is Kyiv's. Dates compare with [Date.Compare]
// rather than with ==. The zero value is no date.
type Date struct {
	Year         int
	Month        time.Month // 0: only the year is known
	Day          int        // 0: only the month is known
	Timed        bool       // the time of day is known
	Hour, Minute int
	Second       int  // shown only where it is not 0: people write whole minutes
	Again        bool // Kyiv's clocks show this time twice, and here for the second time: they have been put back
}

var (
	// ErrNotDate says that a text has not the form of a date.
	ErrNotDate = errors.New("not a date")
	// ErrNoSuchDay says that a text has the form of a date, but the calendar
	// or the clock does not have it: 32.13.2026, 2021-02-30, 25:00.
	ErrNoSuchDay = errors.New("no such day")
)

// ParseDate reads a date in one of the forms
//
//	2021-11-02  02.11.2021  2021-11  11.2021  2021
//
// The first two may be followed by T, a space, or a comma and a space, and a
// time: 09:22 or 09:22:05 (fractions are dropped). A time with Z or an offset
// (+03:00) is converted to Kyiv's. The error is [ErrNotDate] or [ErrNoSuchDay]
// together with the text.
func ParseDate(s string) (Date, error) {
	day, clock, timed := cutTime(strings.TrimSpace(s))
	d, err := parseDay(day)
	if err == nil && timed {
		if d.Partial() {
			err = ErrNotDate
		} else {
			d, err = withClock(d, clock)
		}
	}
	if err != nil {
		return Date{}, fmt.Errorf("%w: %q", err, s)
	}
	return d, nil
}

// DateOf returns the day that t is in Kyiv.
func DateOf(t time.Time) Date {
	year, month, day := t.In(kyiv).Date()
	return Date{Year: year, Month: month, Day: day}
}

// MomentOf returns the day and the time, to the second, that t is in Kyiv.
func MomentOf(t time.Time) Date {
	d := DateOf(t)
	d.Hour, d.Minute, d.Second = t.In(kyiv).Clock()
	d.Timed = true
	d.Again = d.Time(kyiv).Before(t.Truncate(time.Second))
	return d
}

// IsZero reports whether d is no date.
func (d Date) IsZero() bool { return d == Date{} }

// Partial reports whether the day, or the day and the month, are not known.
func (d Date) Partial() bool { return d.Day == 0 }

// String returns d in the ISO form that [ParseDate] reads: 2021-08-13T09:22,
// 2021-08-13, 2021-08, 2021; nothing for the zero date.
func (d Date) String() string {
	switch {
	case d.IsZero():
		return ""
	case d.Month == 0:
		return fmt.Sprintf("%04d", d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	case !d.Timed:
		return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
	default:
		s := fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day) + d.clock("T")
		if d.Again {
			s += d.Time(kyiv).Format("-07:00")
		}
		return s
	}
}

// Compare orders dates: negative if d is before other, 0 if they are the same.
// A partial date counts as its first day, a day without a time as its midnight.
func (d Date) Compare(other Date) int {
	return cmp.Or(
		d.compareDays(other),
		cmp.Compare(d.Hour, other.Hour),
		cmp.Compare(d.Minute, other.Minute),
		cmp.Compare(d.Second, other.Second),
		cmp.Compare(d.turn(), other.turn()),
	)
}

// turn is which time of two the clocks show d for, from 0.
func (d Date) turn() int {
	if d.Again {
		return 1
	}
	return 0
}

// Before reports whether the first day of d is before that of other.
func (d Date) Before(other Date) bool { return d.compareDays(other) < 0 }

func (d Date) compareDays(other Date) int {
	return cmp.Or(
		cmp.Compare(d.Year, other.Year),
		cmp.Compare(max(d.Month, 1), max(other.Month, 1)),
		cmp.Compare(max(d.Day, 1), max(other.Day, 1)),
	)
}

// First returns the first day of d: of its month or year if d is partial, and
// d without its time otherwise.
func (d Date) First() Date {
	if d.IsZero() {
		return d
	}
	return Date{Year: d.Year, Month: max(d.Month, 1), Day: max(d.Day, 1)}
}

// Last returns the last day of d: 2021-02 ends with 2021-02-28.
func (d Date) Last() Date {
	switch {
	case d.IsZero():
		return d
	case d.Month == 0:
		return Date{Year: d.Year, Month: time.December, Day: 31}
	case d.Day == 0:
		return Date{Year: d.Year, Month: d.Month, Day: daysIn(d.Year, d.Month)}
	default:
		return d.First()
	}
}

// AddDays returns the day n days after the first day of d.
func (d Date) AddDays(n int) Date {
	year, month, day := d.noon().AddDate(0, 0, n).Date()
	return Date{Year: year, Month: month, Day: day}
}

// Weekday returns the day of the week of the first day of d.
func (d Date) Weekday() time.Weekday {
	return d.noon().Weekday()
}

// noon returns a moment of the first day of d that no change of clocks touches.
func (d Date) noon() time.Time {
	return time.Date(d.Year, max(d.Month, 1), max(d.Day, 1), 12, 0, 0, 0, time.UTC)
}

// Time returns the moment at which the clocks in loc show d: its first day and
// its time, or midnight. A time that occurs twice, when the clocks are put back,
// is the first (design.md 13), unless d says that it is the second.
func (d Date) Time(loc *time.Location) time.Time {
	t := d.first(loc)
	if !d.Again {
		return t
	}
	_, changed := t.ZoneBounds()
	_, before := t.Zone()
	_, after := changed.Zone()
	if later := t.Add(time.Duration(before-after) * time.Second); !changed.IsZero() && !later.Before(changed) {
		return later
	}
	return t
}

func (d Date) first(loc *time.Location) time.Time {
	t := time.Date(d.Year, max(d.Month, 1), max(d.Day, 1), d.Hour, d.Minute, d.Second, 0, loc)
	changed, _ := t.ZoneBounds()
	if changed.IsZero() {
		return t
	}
	_, before := changed.Add(-time.Second).Zone()
	_, after := t.Zone()
	earlier := t.Add(time.Duration(after-before) * time.Second)
	if before > after && earlier.Before(changed) {
		return earlier
	}
	return t
}

// Shown tells how often the clocks in loc show the time of d: once; where they are changed, twice or not at all. Before and after are then what they
// show at the change: 3:00 and 4:00 in spring, 4:00 and 3:00 in autumn.
func (d Date) Shown(loc *time.Location) (times int, before, after Date) {
	if !d.Timed || d.Day == 0 || d.Again {
		return 1, d, d
	}
	t := d.Time(loc)
	near := t.Add(-12 * time.Hour)
	_, changed := near.ZoneBounds()
	if changed.IsZero() || changed.After(t.Add(12*time.Hour)) { // twice within a day nobody changes them
		return 1, d, d
	}
	_, old := near.Zone()
	_, fresh := changed.Zone()
	wall := changed.UTC()
	before, after = clockDate(wall.Add(time.Duration(old)*time.Second)), clockDate(wall.Add(time.Duration(fresh)*time.Second))
	low, high := before, after
	if old > fresh {
		low, high = after, before
	}
	switch {
	case d.Compare(low) < 0 || d.Compare(high) >= 0:
		return 1, d, d
	case old > fresh:
		return 2, before, after
	}
	return 0, before, after
}

func clockDate(t time.Time) Date {
	return Date{Year: t.Year(), Month: t.Month(), Day: t.Day(), Hour: t.Hour(), Minute: t.Minute(), Timed: true}
}

// Clock is the time of day of d as people write it: 9:05.
func (d Date) Clock() string { return fmt.Sprintf("%d:%02d", d.Hour, d.Minute) }

// kyiv comes from a file of the program and not from the machine, so that old
// machines agree with new ones (design.md 13); [time.LoadLocation] would ask
// the machine first. europe-kyiv.tzif is Europe/Kyiv from lib/time/zoneinfo.zip
// of Go 1.26 (release 2025c of the IANA database).
var kyiv = func() *time.Location {
	loc, err := time.LoadLocationFromTZData("Europe/Kyiv", []byte(kyivData))
	if err != nil {
		panic(err)
	}
	return loc
}()

//go:embed europe-kyiv.tzif
var kyivData string

// Kyiv returns the time zone Europe/Kyiv.
func Kyiv() *time.Location { return kyiv }

// cutTime parts the day from the time that follows it.
func cutTime(s string) (day, clock string, timed bool) {
	i := strings.IndexAny(s, "Tt ")
	if i < 0 {
		return s, "", false
	}
	day, clock = s[:i], strings.TrimSpace(s[i+1:])
	if s[i] == ' ' {
		day = strings.TrimSuffix(day, ",")
	}
	return day, clock, true
}

// parseDay reads the forms without a time. ISO parts are two digits wide; what
// is parted by full stops may leave out the zero: 2.11.2021.
func parseDay(s string) (Date, error) {
	parts, narrowest := strings.Split(s, "-"), 2
	if strings.Contains(s, ".") {
		parts, narrowest = strings.Split(s, "."), 1
		slices.Reverse(parts)
	}
	if len(parts) > 3 {
		return Date{}, ErrNotDate
	}
	var fields [3]int // year, month, day
	for i, part := range parts {
		narrow, wide := narrowest, 2
		if i == 0 {
			narrow, wide = 4, 4
		}
		n, ok := parseDigits(part, narrow, wide)
		if !ok {
			return Date{}, ErrNotDate
		}
		fields[i] = n
	}
	d := Date{Year: fields[0], Month: time.Month(fields[1]), Day: fields[2]}
	if d.Year == 0 || len(parts) > 1 && (d.Month < 1 || d.Month > 12) ||
		len(parts) > 2 && (d.Day < 1 || d.Day > daysIn(d.Year, d.Month)) {
		return Date{}, ErrNoSuchDay
	}
	return d, nil
}

// withClock adds the time of day to d; one that names its offset may move the
// day.
func withClock(d Date, s string) (Date, error) {
	clock, offset, absolute, err := cutOffset(s)
	if err != nil {
		return d, err
	}
	hour, minute, second, err := parseClock(clock)
	if err != nil {
		return d, err
	}
	d.Hour, d.Minute, d.Second, d.Timed = hour, minute, second, true
	if !absolute {
		return d, nil
	}
	t := d.Time(time.FixedZone("", offset)).In(kyiv)
	if t.Year() < 1 || t.Year() > 9999 {
		return d, ErrNoSuchDay
	}
	return MomentOf(t), nil
}

// parseClock reads 09:22, 9:22, 09:22:05 and 09:22:05.123.
func parseClock(s string) (hour, minute, second int, err error) {
	parts := strings.Split(s, ":")
	if len(parts) < 2 || len(parts) > 3 {
		return 0, 0, 0, ErrNotDate
	}
	hour, hourOK := parseDigits(parts[0], 1, 2)
	minute, minuteOK := parseDigits(parts[1], 2, 2)
	secondOK := true
	if len(parts) == 3 {
		whole, fraction, fractional := strings.Cut(parts[2], ".")
		second, secondOK = parseDigits(whole, 2, 2)
		if _, ok := parseDigits(fraction, 1, 9); fractional && !ok {
			secondOK = false
		}
	}
	switch {
	case !hourOK || !minuteOK || !secondOK:
		return 0, 0, 0, ErrNotDate
	case hour > 23 || minute > 59 || second > 59:
		return 0, 0, 0, ErrNoSuchDay
	}
	return hour, minute, second, nil
}

// cutOffset takes Z, +03, +0300 or +03:00 off the end of a time; seconds east
// of Greenwich.
func cutOffset(s string) (clock string, offset int, found bool, err error) {
	if clock, found = strings.CutSuffix(strings.ToUpper(s), "Z"); found {
		return strings.TrimSpace(clock), 0, true, nil
	}
	i := strings.IndexAny(s, "+-")
	if i < 0 {
		return s, 0, false, nil
	}
	digits := strings.Replace(s[i+1:], ":", "", 1)
	if len(digits) == 2 {
		digits += "00"
	}
	n, ok := parseDigits(digits, 4, 4)
	switch {
	case !ok:
		return "", 0, false, ErrNotDate
	case n/100 > 15 || n%100 > 59:
		return "", 0, false, ErrNoSuchDay
	}
	offset = n/100*3600 + n%100*60
	if s[i] == '-' {
		offset = -offset
	}
	return strings.TrimSpace(s[:i]), offset, true, nil
}

// parseDigits reads a text of decimal digits whose length is within the bounds.
func parseDigits(s string, shortest, longest int) (int, bool) {
	if len(s) < shortest || len(s) > longest {
		return 0, false
	}
	for i := range len(s) {
		if !isDigit(s[i]) {
			return 0, false
		}
	}
	n, err := strconv.Atoi(s)
	return n, err == nil
}

func daysIn(year int, month time.Month) int {
	return time.Date(year, month+1, 0, 0, 0, 0, 0, time.UTC).Day()
}
