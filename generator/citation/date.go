package citation

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Date is a day, a month of a year, or a year; the zero value is no date.
type Date struct{ Year, Month, Day int }

// ParseDate reads 2021-11-02, 2021-11, 2021 and 02.11.2021.
func ParseDate(s string) (Date, bool) {
	s = strings.TrimSpace(s)
	parts := strings.Split(s, "-")
	if dotted := strings.Split(s, "."); len(dotted) == 3 {
		parts = []string{dotted[2], dotted[1], dotted[0]}
	}
	if len(parts) > 3 || len(parts[0]) != 4 {
		return Date{}, false
	}
	var n [3]int
	for i, part := range parts {
		number, err := strconv.ParseUint(part, 10, 16)
		if err != nil || number == 0 || len(part) > 2 && i > 0 {
			return Date{}, false
		}
		n[i] = int(number)
	}
	d := Date{n[0], n[1], n[2]}
	if t := time.Date(d.Year, time.Month(max(d.Month, 1)), max(d.Day, 1), 0, 0, 0, 0, time.UTC); t.Day() != max(d.Day, 1) || int(t.Month()) != max(d.Month, 1) {
		return Date{}, false // there is no such day
	}
	return d, true
}

// IsZero tells that there is no date.
func (d Date) IsZero() bool { return d == Date{} }

// String is the date as machines write it: 2021-11-02, 2021-11, 2021, "".
func (d Date) String() string {
	switch {
	case d.IsZero():
		return ""
	case d.Month == 0:
		return fmt.Sprintf("%04d", d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// Dotted is the date as records write it: 02.11.2021, 11.2021, 2021.
func (d Date) Dotted() string {
	parts := strings.Split(d.String(), "-")
	for i, j := 0, len(parts)-1; i < j; i, j = i+1, j-1 {
		parts[i], parts[j] = parts[j], parts[i]
	}
	return strings.Join(parts, ".")
}
