package ukrainian

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

var (
	wordsDate  = regexp.MustCompile(`^(?:(\d{1,2}) ?)?(\pL{3,})\.?,? (\d{4})(.*)$`)
	yearFirst  = regexp.MustCompile(`^(\d{4})[-./](\d{1,2})[-./](\d{1,2})(.*)$`)
	dayFirst   = regexp.MustCompile(`^(\d{1,2})([-./])(\d{1,2})[-./](\d{4}|\d{2})(\D.*)?$`)
	behindDate = regexp.MustCompile(`^ ?(?:року|р\.?)?(?:[,T ] ?(?:об? )?(\d{1,2})[:.](\d{2}))?$`)
	looseDot   = regexp.MustCompile(`(\d\.) \b`)
	dashes     = strings.NewReplacer("‐", "-", "‑", "-", "–", "-", "—", "-", "−", "-") // Word writes them for a hyphen
)

// DateMeant is the date that people mean who write it as on paper, in a form that [ParseDate] does not read: «1 вересня 2026 р.», «вересень 2026», 2026-9-1, 2026–09–01,
// «01.09.26 о 14.00», «1. 9. 2026». ok is false where nothing is clear, as in 01/09/2026, whose month may be either.
func DateMeant(s string) (d Date, ok bool) {
	s = strings.ToLower(strings.Join(strings.Fields(dashes.Replace(s)), " "))
	s = looseDot.ReplaceAllString(s, "$1")
	year, month, day, rest := "", 0, "", "" // as written, but for the month
	if m := wordsDate.FindStringSubmatch(s); m != nil {
		year, month, day, rest = m[3], monthCalled(m[2]), m[1], m[4]
	} else if m := yearFirst.FindStringSubmatch(s); m != nil {
		year, day, rest = m[1], m[3], m[4]
		month, _ = strconv.Atoi(m[2])
	} else if m := dayFirst.FindStringSubmatch(s); m != nil {
		year, day, rest = m[4], m[1], m[5]
		month, _ = strconv.Atoi(m[3])
		if first, _ := strconv.Atoi(day); m[2] == "/" && first <= 12 {
			return Date{}, false
		}
		if len(year) == 2 {
			year = "20" + year
		}
	}
	clock := behindDate.FindStringSubmatch(strings.ReplaceAll(rest, "t", "T"))
	if month == 0 || clock == nil {
		return Date{}, false
	}
	text := fmt.Sprintf("%s-%02d", year, month)
	if n, err := strconv.Atoi(day); err == nil {
		text += fmt.Sprintf("-%02d", n)
	}
	if clock[1] != "" {
		text += "T" + clock[1] + ":" + clock[2]
	}
	d, err := ParseDate(text)
	return d, err == nil
}

// monthCalled is the month of a name, in the genitive, the nominative or cut short: вересня, вересень, верес; 0 of no month.
func monthCalled(name string) int {
	for m := time.January; m <= time.December; m++ {
		if name == months[m].nominative || strings.HasPrefix(months[m].genitive, name) {
			return int(m)
		}
	}
	return 0
}
