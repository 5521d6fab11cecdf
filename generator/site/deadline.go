package site

import (
	"errors"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/som-hub/vitryna/generator/ukrainian"
)

// Deadline is by when something is to be done (domain 2.3.14). The zero value is no deadline.
//
//	{kind: permanent}                  Постійно                       no end
//	{kind: in, date: 2020-04}          Квітень 2020 р.                the whole month
//	{kind: by, date: 2020-09}          До вересня 2020 р.             up to the day before the month begins
//	{kind: on, date: 2020-04-15}       15 квітня 2020 р.              that day
//	{kind: until, date: 2020-04-15}    До 15 квітня 2020 р. включно   up to and with that day
//	{kind: quarter, date: 2020-Q1}     I квартал 2020 р.              the quarter
type Deadline struct {
	Kind string
	From ukrainian.Date // first day; none of permanent, by and until, which have no beginning
	To   ukrainian.Date // last day; none of permanent
}

// The kinds of deadlines.
const (
	Permanent = "permanent"
	In        = "in"
	By        = "by"
	On        = "on"
	Until     = "until"
	Quarter   = "quarter"
)

// The states of a deadline on a day.
const (
	StateDone      = "done"
	StatePermanent = "permanent"
	StateUpcoming  = "upcoming"
	StateCurrent   = "current"
	StateOverdue   = "overdue"
)

// soon is how many days before its end a deadline without a beginning becomes a current one.
const soon = 30

// Why kind and date do not make a deadline; the texts are keys of the catalogue of messages.
var (
	errDeadlineKind     = errors.New("kind")     // there is no such kind
	errDeadlineDated    = errors.New("dated")    // permanent has a date
	errDeadlineMissing  = errors.New("missing")  // the others have none
	errDeadlineForm     = errors.New("form")     // it is no date at all
	errDeadlineCalendar = errors.New("calendar") // no calendar has it
	errDeadlineMonth    = errors.New("month")    // the kind wants a month
	errDeadlineDay      = errors.New("day")      // the kind wants a day
	errDeadlineQuarter  = errors.New("quarter")  // the kind wants a quarter
)

// NewDeadline makes a deadline of its kind and its date as an author writes it: YYYY-MM, YYYY-MM-DD or YYYY-Qn.
// The error is a single word, for the catalogue of messages.
func NewDeadline(kind, written string) (Deadline, error) {
	d := Deadline{Kind: kind}
	written = strings.TrimSpace(written)
	switch kind {
	case Permanent:
		if written != "" {
			return Deadline{}, errDeadlineDated
		}
		return d, nil
	case In, By, On, Until, Quarter:
	default:
		return Deadline{}, errDeadlineKind
	}
	when, err := readWhen(written)
	if err != nil {
		return Deadline{}, err
	}
	switch {
	case kind == Quarter:
		if when.quarter == 0 {
			return Deadline{}, errDeadlineQuarter
		}
		d.From, d.To = when.quarterDays()
	case kind == In || kind == By:
		if when.quarter > 0 || when.date.Month == 0 || when.date.Day > 0 {
			return Deadline{}, errDeadlineMonth
		}
		if d.From, d.To = when.date.First(), when.date.Last(); kind == By {
			d.From, d.To = ukrainian.Date{}, d.From.AddDays(-1)
		}
	default:
		if when.quarter > 0 || when.date.Day == 0 {
			return Deadline{}, errDeadlineDay
		}
		if d.To = when.date; kind == On {
			d.From = when.date
		}
	}
	return d, nil
}

// when is a date as it may stand in a deadline.
type when struct {
	date    ukrainian.Date
	quarter int // of date.Year; 0: not a quarter
}

var quarterPattern = regexp.MustCompile(`^(\d{4})-?[Qq](\d+)$`)

func readWhen(written string) (when, error) {
	if written == "" {
		return when{}, errDeadlineMissing
	}
	if m := quarterPattern.FindStringSubmatch(written); m != nil {
		year, _ := strconv.Atoi(m[1])
		n, err := strconv.Atoi(m[2])
		if err != nil || n < 1 || n > 4 || year == 0 {
			return when{}, errDeadlineCalendar
		}
		return when{ukrainian.Date{Year: year}, n}, nil
	}
	date, err := ukrainian.ParseDate(written)
	switch {
	case errors.Is(err, ukrainian.ErrNoSuchDay):
		return when{}, errDeadlineCalendar
	case err != nil || date.Timed:
		return when{}, errDeadlineForm
	}
	return when{date: date}, nil
}

func (w when) quarterDays() (first, last ukrainian.Date) {
	first = ukrainian.Date{Year: w.date.Year, Month: time.Month(3*w.quarter - 2), Day: 1}
	last = ukrainian.Date{Year: w.date.Year, Month: time.Month(3 * w.quarter)}
	return first, last.Last()
}

// SuggestDeadline is how the author of a deadline that [NewDeadline] refuses may have meant it, in the notation of the header.
// The date is kept where it can be: it is the kind that is easily confused. meant is false where it cannot, and what is returned is but an example.
func SuggestDeadline(kind, written string) (suggest string, meant bool) {
	example := map[string]string{
		Permanent: "{kind: permanent}", In: "{kind: in, date: 2020-04}", By: "{kind: by, date: 2020-09}",
		On: "{kind: on, date: 2020-04-15}", Quarter: "{kind: quarter, date: 2020-Q2}",
		Until: "{kind: until, date: 2020-04-15}",
	}[kind]
	if example == "" {
		return "{kind: until, date: 2020-04-15}", false
	}
	when, err := readWhen(written)
	if err != nil || kind == Permanent || when.quarter == 0 && when.date.Month == 0 {
		return example, kind == Permanent
	}
	date, month := when.date, when.date
	month.Day = 0
	switch {
	case when.quarter > 0:
		kind, written = Quarter, strconv.Itoa(date.Year)+"-Q"+strconv.Itoa(when.quarter)
	case kind == Quarter:
		written = strconv.Itoa(date.Year) + "-Q" + strconv.Itoa((int(date.Month)+2)/3)
	case kind == In:
		kind, written = On, date.String()
	case kind == By:
		kind, written = Until, date.String()
	case kind == On:
		kind, written = In, month.String()
	case kind == Until:
		written = month.Last().String()
	}
	return "{kind: " + kind + ", date: " + written + "}", true
}

// IsZero tells that there is no deadline.
func (d Deadline) IsZero() bool { return d.Kind == "" }

// Begin is the first day on which the deadline is a current one: of its interval or, where that has no beginning, thirty days
// before its end. A permanent one has none.
func (d Deadline) Begin() ukrainian.Date {
	if d.From.IsZero() && !d.To.IsZero() {
		return d.To.AddDays(-soon)
	}
	return d.From
}

// State is how the deadline stands on a day.
func (d Deadline) State(now ukrainian.Date, done bool) string {
	switch {
	case done:
		return StateDone
	case d.Kind == Permanent:
		return StatePermanent
	case now.First().Compare(d.Begin()) < 0:
		return StateUpcoming
	case now.First().Compare(d.To) > 0:
		return StateOverdue
	}
	return StateCurrent
}

// List is the deadline as it stands alone, with a capital: «Квітень 2020 р.».
func (d Deadline) List(lang string) string {
	if lang == EN {
		return ukrainian.Capital(d.english(false))
	}
	switch d.Kind {
	case Permanent:
		return "Постійно"
	case In:
		return d.month().List()
	case By:
		return d.month().By()
	case On:
		return d.To.Long()
	case Until:
		return d.To.Until()
	case Quarter:
		return ukrainian.Quarter(d.To.Year, int(d.To.Month)/3)
	}
	return ""
}

// Sentence is the deadline inside a sentence, telling when: «у квітні 2020 р.».
func (d Deadline) Sentence(lang string) string {
	if lang == EN {
		return d.english(true)
	}
	switch d.Kind {
	case Permanent:
		return "постійно"
	case In:
		return d.month().Locative()
	case By, Until:
		return "до" + strings.TrimPrefix(d.List(UK), "До")
	case Quarter:
		return "у\u00a0" + strings.Replace(d.List(UK), "квартал", "кварталі", 1)
	}
	return d.List(UK)
}

// month is the month that an author wrote: the one that is meant, or the one before which something is to be done.
func (d Deadline) month() ukrainian.Date {
	m := d.From
	if d.Kind == By {
		m = d.To.AddDays(1)
	}
	m.Day = 0
	return m
}

// english is the deadline in English, inside a sentence with its preposition.
func (d Deadline) english(inside bool) string {
	preposition := func(word string) string {
		if inside {
			return word
		}
		return ""
	}
	switch d.Kind {
	case Permanent:
		return preposition("on an ") + "ongoing" + preposition(" basis")
	case In:
		return preposition("in ") + d.month().EnglishLong()
	case By:
		return "before " + d.month().EnglishLong()
	case On:
		return preposition("on ") + d.To.EnglishLong()
	case Until:
		return "by " + d.To.EnglishLong() + " inclusive"
	case Quarter:
		ordinal := [...]string{"first", "second", "third", "fourth"}[int(d.To.Month)/3-1]
		return preposition("in the ") + ordinal + " quarter of " + strconv.Itoa(d.To.Year)
	}
	return ""
}
