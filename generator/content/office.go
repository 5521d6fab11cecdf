package content

import (
	"regexp"
	"strings"

	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/table"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

var (
	shortYear  = regexp.MustCompile(`^(\d{1,2}\.\d{1,2}\.)(\d{2})$`)
	midnight   = regexp.MustCompile(`^(\S+),?[ T]0?0:00(?::00(?:\.0+)?)?$`)
	yearWord   = regexp.MustCompile(`[\s\x{00A0}]*(?:р\.|року|р)$`)
	scientific = regexp.MustCompile(`^-?\d[.,]?\d*[EeЕе]\+\d+$`)
)

// office turns what office programs and people write in a cell into what the rules of a field expect; ok is false where Excel has
// spoilt the value, which has been told.
func (t *register) office(value string, field *site.Field, c table.Cell) (out string, ok bool) {
	switch field.Type {
	case site.DateOnly, site.DateTime:
		return t.officeDate(value, field, c), true
	case site.Bool:
		switch ukrainian.Fold(value) {
		case "+", "істина":
			return "так", true
		case "хибність":
			return "ні", true
		}
		return value, true
	case site.String, site.Code, site.ISBN:
		if scientific.MatchString(value) {
			t.complain("E-CSV-NUMBER", c.Line, c.Column, "field", field.Name, "label", field.Label.UK, "value", value)
			return "", false
		}
		value = strings.Join(strings.Fields(value), " ") // a line break in a cell is for looks
	}
	return table.Unguarded(value), true
}

// officeDate reads 1.9.21 with the century that Excel would choose, takes a time that is none from a day, and counts the days that Excel
// has counted.
func (t *register) officeDate(value string, field *site.Field, c table.Cell) string {
	value = yearWord.ReplaceAllString(value, "")
	if m := shortYear.FindStringSubmatch(value); m != nil {
		if m[2] < "30" {
			return m[1] + "20" + m[2]
		}
		return m[1] + "19" + m[2]
	}
	if m := midnight.FindStringSubmatch(value); m != nil && field.Type == site.DateOnly {
		return m[1]
	}
	day, ok := t.Day(value)
	if !ok {
		return value
	}
	date, err := ukrainian.ParseDate(day)
	if err != nil {
		return value
	}
	t.complain("W-CSV-DATE", c.Line, c.Column, "field", field.Name, "label", field.Label.UK, "value", value, "date", date.Long(), "date.en", date.EnglishLong())
	return day
}
