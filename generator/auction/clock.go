package auction

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

var (
	isoTime   = regexp.MustCompile(`^(\d{4})-(\d{2})-(\d{2})T(\d{1,2}):(\d{2}):(\d{2})(?:[.,]\d+)?(Z|[+-]\d{2}:\d{2})$`)
	plainTime = regexp.MustCompile(`^(\d{4})-(\d{2})-(\d{2}) (\d{1,2}):(\d{2})(?::(\d{2}))?$`)
	formTime  = regexp.MustCompile(`^(\d{4})/(\d{2})/(\d{2}) (\d{1,2}):(\d{2}):(\d{2}) ?(AM|PM|ДП|ПП)(?: (?:GMT|UTC)([+-]\d{1,2})?(?::?(\d{2}))?)?$`)
	dotTime   = regexp.MustCompile(`^(\d{2})\.(\d{2})\.(\d{4}),? (\d{1,2}):(\d{2})(?::(\d{2}))?$`)
	slashTime = regexp.MustCompile(`^(\d{1,2})/(\d{1,2})/(\d{4}),? (\d{1,2}):(\d{2})(?::(\d{2}))?$`)
)

// readTime reads the time of a row as forms and tables write it; what is finer than a second is dropped. Without a zone it is told by
// the clocks of the zone given. A form that is not known, a day that there is not, an hour that the clocks leap over are no times.
func (o *Reading) readTime(text string) (time.Time, bool) {
	text = strings.ToUpper(strings.Join(strings.Fields(text), " ")) // Fields knows nbsp
	if m := isoTime.FindStringSubmatch(text); m != nil {
		return moment(numbers(m[1:7]), offset(m[7], ""))
	}
	if m := plainTime.FindStringSubmatch(text); m != nil {
		return o.local(numbers(m[1:7]))
	}
	if m := formTime.FindStringSubmatch(text); m != nil {
		n := numbers(m[1:7])
		if n[3] < 1 || n[3] > 12 {
			return time.Time{}, false
		}
		n[3] %= 12
		if m[7] == "PM" || m[7] == "ПП" {
			n[3] += 12
		}
		if strings.Contains(text, "GMT") || strings.Contains(text, "UTC") {
			return moment(n, offset(m[8], m[9]))
		}
		return o.local(n)
	}
	if m := dotTime.FindStringSubmatch(text); m != nil {
		n := numbers(m[1:7])
		n[0], n[2] = n[2], n[0]
		return o.local(n)
	}
	if m := slashTime.FindStringSubmatch(text); m != nil && o.MonthFirst {
		n := numbers(m[1:7])
		return o.local([6]int{n[2], n[0], n[1], n[3], n[4], n[5]})
	}
	return time.Time{}, false
}

// numbers are year, month, day, hour, minute, second, or what stands in their place.
func numbers(texts []string) (n [6]int) {
	for i, t := range texts {
		n[i], _ = strconv.Atoi(t) // digits only; seconds that are not told are 0
	}
	return n
}

// offset is how far east of Greenwich a clock hangs, in seconds; -1 where there is no such place.
func offset(hours, minutes string) int {
	if hours == "" || hours == "Z" {
		return 0
	}
	sign := 1
	if hours[0] == '-' {
		sign = -1
	}
	hours = hours[1:]
	if h, m, ok := strings.Cut(hours, ":"); ok {
		hours, minutes = h, m
	}
	h, _ := strconv.Atoi(hours)
	m, _ := strconv.Atoi(minutes)
	if h > 15 || m > 59 {
		return -1
	}
	return sign * (h*3600 + m*60)
}

// moment is the time that clocks show so far east of Greenwich.
func moment(n [6]int, east int) (time.Time, bool) {
	t, ok := wall(n)
	if !ok || east == -1 {
		return time.Time{}, false
	}
	return t.Add(-time.Duration(east) * time.Second), true
}

// wall is what clocks show, as if they hung in Greenwich.
func wall(n [6]int) (time.Time, bool) {
	t := time.Date(n[0], time.Month(n[1]), n[2], n[3], n[4], n[5], 0, time.UTC)
	ok := n[0] > 0 && t.Year() == n[0] && int(t.Month()) == n[1] && t.Day() == n[2] && t.Hour() == n[3] && t.Minute() == n[4] && t.Second() == n[5]
	return t, ok
}

// local is the moment at which the clocks of the zone show that: the first, where they show it twice. [time.Date] promises neither that nor
// to tell of an hour that the clocks leap over.
func (o *Reading) local(n [6]int) (time.Time, bool) {
	shown, ok := wall(n)
	if !ok || o.Zone == nil {
		return time.Time{}, false
	}
	var first time.Time
	for _, near := range []time.Duration{-26 * time.Hour, 26 * time.Hour} {
		_, east := shown.Add(near).In(o.Zone).Zone() // the clocks change at most once between the two
		t := shown.Add(-time.Duration(east) * time.Second)
		if _, there := t.In(o.Zone).Zone(); there == east && (first.IsZero() || t.Before(first)) {
			first = t
		}
	}
	return first, !first.IsZero()
}
