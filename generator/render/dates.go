package render

import (
	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// longDate is a date in words, with the hour where it has one.
func (rd reader) longDate(d ukrainian.Date) string {
	switch {
	case d.IsZero():
		return ""
	case rd.lang == site.EN && d.Timed:
		return d.EnglishWithTime()
	case rd.lang == site.EN:
		return d.EnglishLong()
	case d.Timed:
		return d.WithTime()
	}
	return d.Long()
}

// dateRange is beginning and end in words; without an end, or with the same day, the beginning.
func (rd reader) dateRange(from, to ukrainian.Date) string {
	if to.IsZero() || from.IsZero() || dateOnly(from) == dateOnly(to) {
		return rd.longDate(from)
	}
	if rd.lang == site.EN {
		return ukrainian.EnglishRange(from, to)
	}
	return ukrainian.Range(from, to)
}

func dateOnly(d ukrainian.Date) ukrainian.Date {
	d.Hour, d.Minute, d.Timed = 0, 0, false
	return d
}
