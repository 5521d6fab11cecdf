package table

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"
)

// format is what the number format of a cell says about its value.
type format struct {
	year, month, day, clock bool
	zeros                   int // 00000: so many digits at least
}

func (f format) dated() bool { return f.year || f.month || f.day || f.clock }

// builtIn are the formats that a workbook does not write out (ECMA-376, 18.8.30); those of East Asia are dates too.
func builtIn(id string) format {
	n, err := strconv.Atoi(id)
	switch {
	case err != nil:
	case n == 22:
		return format{year: true, month: true, day: true, clock: true}
	case n >= 14 && n <= 17, n >= 27 && n <= 31, n == 36, n >= 50 && n <= 58:
		return format{year: true, month: true, day: true}
	case n >= 18 && n <= 21, n >= 32 && n <= 35, n >= 45 && n <= 47:
		return format{clock: true}
	}
	return format{}
}

// formatOf reads a format code. Text in quotes, behind \ and _ and *, and in brackets is no part of the value ([h] is).
func formatOf(code string) format {
	code, _, _ = strings.Cut(code, ";") // for negative numbers and texts there are formats of their own
	var f format
	var letters strings.Builder
	for i := 0; i < len(code); i++ {
		switch c := code[i]; c {
		case '"':
			if end := strings.IndexByte(code[i+1:], '"'); end >= 0 {
				i += end + 1
			}
		case '\\', '_', '*':
			i++
		case '[':
			if end := strings.IndexByte(code[i:], ']'); end >= 0 {
				if inside := strings.ToLower(code[i+1 : i+end]); inside != "" && strings.Trim(inside, "hms") == "" {
					f.clock = true
				}
				i += end
			}
		default:
			letters.WriteByte(c)
		}
	}
	plain := strings.ToLower(letters.String())
	if strings.Contains(plain, "general") {
		return f
	}
	f.year, f.day = strings.ContainsAny(plain, "y"), strings.ContainsAny(plain, "d")
	f.clock = f.clock || strings.ContainsAny(plain, "hs")
	f.month = strings.ContainsAny(plain, "m") && (f.year || f.day || !f.clock)
	if !f.dated() && len(plain) > 1 && strings.Trim(plain, "0") == "" {
		f.zeros = len(plain)
	}
	return f
}

// write is a number as text: a date by ISO 8601 as far as the cell shows it, another number with the fifteen digits that Excel has.
func (f format) write(v string, from04 bool) string {
	n, err := strconv.ParseFloat(v, 64)
	if err != nil || math.IsInf(n, 0) || math.IsNaN(n) {
		return v
	}
	if f.dated() {
		if s := f.date(n, from04); s != "" {
			return s
		}
	}
	return f.number(n)
}

func (f format) number(n float64) string {
	short, _ := strconv.ParseFloat(strconv.FormatFloat(n, 'g', 15, 64), 64)
	text := strconv.FormatFloat(short, 'f', -1, 64)
	if pad := f.zeros - len(text); pad > 0 && n >= 0 && n == math.Trunc(n) {
		text = strings.Repeat("0", min(pad, 30)) + text
	}
	return text
}

func (f format) date(n float64, from04 bool) string {
	t, ok := moment(n, from04)
	switch {
	case !ok, n < 1 && !f.clock, n >= 1 && !f.year && !f.month && !f.day: // no day at all, or hours that last longer than one
		return ""
	case n < 1 && f.clock:
		return fmt.Sprintf("%02d:%02d", t.Hour(), t.Minute())
	case f.clock && (t.Hour() > 0 || t.Minute() > 0):
		return t.Format("2006-01-02T15:04")
	case f.day || !f.year:
		return t.Format(time.DateOnly)
	case f.month:
		return t.Format("2006-01")
	}
	return t.Format("2006")
}

// Day reads the number by which Excel counts a day, as a date by ISO 8601: «44197» is 2021-01-01. Only days of the last seventy
// years and the next forty are taken for such a number.
func (t *Table) Day(s string) (date string, ok bool) {
	n, err := strconv.Atoi(s)
	first, last := 20_000, 60_000 // 1954-10-03, 2064-04-08
	if t.From04 {
		first, last = first-1462, last-1462
	}
	if err != nil || n < first || n > last {
		return "", false
	}
	d, ok := moment(float64(n), t.From04)
	return d.Format(time.DateOnly), ok
}

// moment is the moment that a number stands for: days from 31 December 1899, with a 29 February 1900 that never was, or from
// 1 January 1904.
func moment(n float64, from04 bool) (time.Time, bool) {
	if n < 0 || n >= 2_958_466 {
		return time.Time{}, false
	}
	base := time.Date(1899, time.December, 31, 0, 0, 0, 0, time.UTC)
	switch {
	case from04:
		base = time.Date(1904, time.January, 1, 0, 0, 0, 0, time.UTC)
	case n >= 60:
		n--
	}
	seconds := math.Round(n * 86400)
	days := math.Floor(seconds / 86400)
	return base.AddDate(0, 0, int(days)).Add(time.Duration(seconds-days*86400) * time.Second), true
}
