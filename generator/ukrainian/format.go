package ukrainian

import (
	"fmt"
	"strconv"
	"time"
)

// months holds the genitive, nominative and locative of domain.md 5.6,
// January at 1.
var months = [...]struct{ genitive, nominative, locative, title string }{
	1:  {"січня", "січень", "січні", "Січень"},
	2:  {"лютого", "лютий", "лютому", "Лютий"},
	3:  {"березня", "березень", "березні", "Березень"},
	4:  {"квітня", "квітень", "квітні", "Квітень"},
	5:  {"травня", "травень", "травні", "Травень"},
	6:  {"червня", "червень", "червні", "Червень"},
	7:  {"липня", "липень", "липні", "Липень"},
	8:  {"серпня", "серпень", "серпні", "Серпень"},
	9:  {"вересня", "вересень", "вересні", "Вересень"},
	10: {"жовтня", "жовтень", "жовтні", "Жовтень"},
	11: {"листопада", "листопад", "листопаді", "Листопад"},
	12: {"грудня", "грудень", "грудні", "Грудень"},
}

const (
	yearMark = nbsp + "р."      // after a year
	longDash = nbsp + "— "      // between the ends of a range that are not single words
	enRange  = nbsp + "\u2013 " // the same in English
)

// Long is the form for running text: «2 листопада 2021 р.», «вересень 2019 р.»,
// «2019 р.». All forms in words leave the time out unless they say otherwise,
// and are empty for the zero date. The no-break spaces are those of the
// typographer (T-10).
func (d Date) Long() string {
	if d.IsZero() {
		return ""
	}
	return d.dayMonthYear(months[d.Month].nominative) + yearMark
}

// Official is the form of documents, in digits: 04.03.2020, 03.2020, 2020.
func (d Date) Official() string {
	switch {
	case d.IsZero():
		return ""
	case d.Month == 0:
		return fmt.Sprintf("%04d", d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%02d.%04d", d.Month, d.Year)
	default:
		return fmt.Sprintf("%02d.%02d.%04d", d.Day, d.Month, d.Year)
	}
}

// List is the form that stands alone, with a capital: «Квітень 2020 р.».
func (d Date) List() string {
	if d.IsZero() {
		return ""
	}
	return d.dayMonthYear(months[d.Month].title) + yearMark
}

// Locative answers when: «у березні 2021 р.», «у 2021 р.»; a day needs no
// preposition: «2 листопада 2021 р.».
func (d Date) Locative() string {
	switch {
	case !d.Partial() || d.IsZero():
		return d.Long()
	case d.Month == 0:
		return "у" + nbsp + d.Long()
	default:
		return "у" + nbsp + d.dayMonthYear(months[d.Month].locative) + yearMark
	}
}

// By is the form of a deadline before which something is done: «До вересня
// 2020 р.», «До 15 квітня 2020 р.».
func (d Date) By() string {
	if d.IsZero() {
		return ""
	}
	return "До " + d.dayMonthYear(months[d.Month].genitive) + yearMark
}

// Until is the form of a deadline whose day is the last: «До 15 квітня 2020 р.
// включно».
func (d Date) Until() string {
	if d.IsZero() {
		return ""
	}
	return d.By() + " включно"
}

// WithTime is Long with the time, if it is known: «13 серпня 2021 р., 09:22».
func (d Date) WithTime() string {
	return d.Long() + d.clock(", ")
}

// Range prints a time from one date to another, with the parts they share said
// once: «21–26 жовтня 2021 р.», «29 жовтня — 2 листопада 2021 р.»,
// «вересень–грудень 2019 р.», «2019–2021 рр.»; of one day «13 серпня 2021 р.,
// 09:22–11:00». If one end is the zero date or both are the same, it is a date.
func Range(from, to Date) string {
	switch shared(from, to) {
	case sharedAll:
		return from.WithTime()
	case sharedNothing:
		return to.WithTime()
	case sharedDay:
		return from.WithTime() + to.clock("–")
	case sharedMonth:
		return strconv.Itoa(from.Day) + "–" + to.Long()
	case sharedYear:
		return strconv.Itoa(from.Day) + nbsp + months[from.Month].genitive + longDash + to.Long()
	case sharedYearOfMonths:
		return months[from.Month].nominative + "–" + to.Long()
	case sharedMarkOfYears:
		return strconv.Itoa(from.Year) + "–" + strconv.Itoa(to.Year) + nbsp + "рр."
	default:
		return from.WithTime() + longDash + to.WithTime()
	}
}

// Quarter prints a quarter of a year: «I квартал 2020 р.».
func Quarter(year, quarter int) string {
	if quarter < 1 || quarter > 4 {
		return ""
	}
	return [...]string{"I", "II", "III", "IV"}[quarter-1] + nbsp + "квартал " + strconv.Itoa(year) + yearMark
}

// EnglishLong is Long for English pages: “2 November 2021”, “September 2019”,
// “2019”.
func (d Date) EnglishLong() string {
	switch {
	case d.IsZero():
		return ""
	case d.Month == 0:
		return strconv.Itoa(d.Year)
	case d.Day == 0:
		return d.Month.String() + " " + strconv.Itoa(d.Year)
	default:
		return strconv.Itoa(d.Day) + " " + d.Month.String() + " " + strconv.Itoa(d.Year)
	}
}

// EnglishWithTime is EnglishLong with the time: “13 August 2021, 09:22”.
func (d Date) EnglishWithTime() string {
	return d.EnglishLong() + d.clock(", ")
}

// EnglishRange is [Range] for English pages: “21–26 October 2021”,
// “29 October – 2 November 2021”.
func EnglishRange(from, to Date) string {
	switch shared(from, to) {
	case sharedAll:
		return from.EnglishWithTime()
	case sharedNothing:
		return to.EnglishWithTime()
	case sharedDay:
		return from.EnglishWithTime() + to.clock("–")
	case sharedMonth:
		return strconv.Itoa(from.Day) + "–" + to.EnglishLong()
	case sharedYear:
		return strconv.Itoa(from.Day) + " " + from.Month.String() + enRange + to.EnglishLong()
	case sharedYearOfMonths:
		return from.Month.String() + "–" + to.EnglishLong()
	case sharedMarkOfYears:
		return strconv.Itoa(from.Year) + "–" + strconv.Itoa(to.Year)
	default:
		return from.EnglishWithTime() + enRange + to.EnglishWithTime()
	}
}

// AcademicYear returns the first calendar year of the academic year of d
// (ST-01): 2019 for 2019/2020, which begins on 1 September 2019 and takes in
// July and August 2020. A partial date counts as its first day.
func AcademicYear(d Date) int {
	if d.Month >= time.September {
		return d.Year
	}
	return d.Year - 1
}

// AcademicYearLabel names the academic year that begins in first:
// «2019/2020 н. р.».
func AcademicYearLabel(first int) string {
	return yearPair(first, "/") + nbsp + "н." + nbsp + "р."
}

// AcademicYearText names it in running text: «2019–2020 навчальний рік».
func AcademicYearText(first int) string {
	return yearPair(first, "–") + " навчальний рік"
}

// AcademicYearSlug names it in addresses: 2019-2020.
func AcademicYearSlug(first int) string {
	return yearPair(first, "-")
}

// EnglishAcademicYear names it on English pages: “2019/2020 academic year”.
func EnglishAcademicYear(first int) string {
	return yearPair(first, "/") + " academic year"
}

// common is what two ends of a range need not both say.
type common int

const (
	sharedTooLittle    common = iota // both are printed whole
	sharedAll                        // one date: the first
	sharedNothing                    // one date: the second, as the first is none
	sharedDay                        // two times of a day
	sharedMonth                      // two days of a month
	sharedYear                       // two days of a year
	sharedYearOfMonths               // two months of a year
	sharedMarkOfYears                // two years
)

func shared(from, to Date) common {
	switch {
	case from.IsZero():
		return sharedNothing
	case to.IsZero() || from == to:
		return sharedAll
	case from.Month == 0 && to.Month == 0:
		return sharedMarkOfYears
	case from.Year != to.Year || from.Partial() != to.Partial() || from.Month == 0 || to.Month == 0:
		return sharedTooLittle
	case from.Partial():
		return sharedYearOfMonths
	case from.compareDays(to) == 0 && from.Timed && to.Timed:
		return sharedDay
	case from.compareDays(to) == 0:
		return sharedAll
	case from.Timed || to.Timed:
		return sharedTooLittle
	case from.Month == to.Month && from.Day < to.Day:
		return sharedMonth
	default:
		return sharedYear
	}
}

// dayMonthYear prints what is known of d without the mark of the year. A month
// after a day is in the genitive; one without takes the word it is given.
func (d Date) dayMonthYear(month string) string {
	switch {
	case d.Month == 0:
		return strconv.Itoa(d.Year)
	case d.Day == 0:
		return month + " " + strconv.Itoa(d.Year)
	default:
		return strconv.Itoa(d.Day) + nbsp + months[d.Month].genitive + " " + strconv.Itoa(d.Year)
	}
}

// clock prints the time after a separator, or nothing where it is not known.
func (d Date) clock(separator string) string {
	if !d.Timed {
		return ""
	}
	text := fmt.Sprintf("%s%02d:%02d", separator, d.Hour, d.Minute)
	if d.Second != 0 {
		text += fmt.Sprintf(":%02d", d.Second)
	}
	return text
}

func yearPair(first int, separator string) string {
	return strconv.Itoa(first) + separator + strconv.Itoa(first+1)
}
