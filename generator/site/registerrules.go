package site

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/som-hub/vitryna/generator/ukrainian"
)

// registerKeys are the orders of registers that a list of fields cannot tell (domain 2.3.16, 2.3.18).
var registerKeys = map[string]func(*Site, *Item) []any{"library-record": libraryKey, "programme": programmeKey, "showcase": showcaseKey, "exhibit": exhibitKey}

// libraryKey: by the first author or, without one, by the title; then by the title, the newest first.
func libraryKey(_ *Site, item *Item) []any {
	doc := item.UK.Doc
	head := doc.Title
	if authors, ok := doc.Value("authors"); ok {
		head = authors.Items[0].Text
	}
	year, _ := doc.Value("year")
	return []any{string(ukrainian.SortKey(head)), string(ukrainian.SortKey(doc.Title)), -year.Number}
}

// programmeKey: what begins soonest comes first, what has no day to come last.
func programmeKey(s *Site, item *Item) []any {
	next := 1e18
	if dates := s.NextDates(item); len(dates) > 0 {
		next = dayNumber(dates[0])
	}
	return []any{next, string(ukrainian.SortKey(item.UK.Doc.Title))}
}

// NextDates are the days on which a programme begins and that have not passed, the soonest first.
func (s *Site) NextDates(item *Item) []ukrainian.Date {
	var dates []ukrainian.Date
	v, _ := item.UK.Doc.Value("next_dates")
	for _, e := range v.Items {
		if e.Date.Last().Compare(s.Now) >= 0 {
			dates = append(dates, e.Date)
		}
	}
	slices.SortFunc(dates, ukrainian.Date.Compare)
	return dates
}

// Heading is the name by which a register is alphabetical: of a teacher the surname, of a work the first author or the title.
func (i *Item) Heading() string {
	if authors, ok := i.UK.Doc.Value("authors"); ok && i.Kind.Name == "library-record" {
		return authors.Items[0].Text
	}
	return i.UK.Doc.Title
}

// lapsed tells that the consent of a teacher has to be asked for again: until then nothing of her is shown, to nobody, not even that
// there was something (domain 2.3.10).
func lapsed(doc *Doc, now ukrainian.Date) bool {
	review := doc.Date("review_by")
	return doc.Kind != nil && doc.Kind.Name == "teacher" && !review.IsZero() && review.Last().Compare(now) < 0
}

// Left tells of a person who works here no more. The page stays, and so does the name of an author; lists, and the counts of them, are of those
// who are here (domain 2.3.10).
func (s *Site) Left(item *Item) bool {
	if item.Kind.Name != "staff" {
		return false
	}
	until := item.UK.Doc.Date("until")
	return !until.IsZero() && until.Last().Compare(s.Now) < 0
}

// registers checks what needs the day of the build or the whole register.
func (s *Site) registers() {
	for _, item := range s.Hidden {
		if item.State == Lapsed {
			v, _ := item.UK.Doc.Value("review_by")
			s.complain(item.UK.Doc, "W-REVIEW", v.Line, v.Column, "date", v.Date.Long(), "date.en", v.Date.EnglishLong())
		}
	}
	s.catalogue()
	s.hromadas()
}

// hromadas: one hromada is written in one way (W-HROMADA), or maps and lists have two of one name. A spelling is told once.
func (s *Site) hromadas() {
	first, told := map[hromadaKey]string{}, map[hromadaKey]bool{}
	for _, place := range s.ofKind("place") {
		doc, own := place.UK.Doc, hromadaOf(place)
		one := hromadaKey{withoutNoun(own.name), own.oblast}
		v, ok := doc.Value("hromada")
		switch other, seen := first[one]; {
		case !ok:
		case !seen:
			first[one] = v.Text
		case ukrainian.Fold(other) != own.name && !told[own]:
			told[own] = true
			s.complain(doc, "W-HROMADA", v.Line, v.Column, "value", v.Text, "other", other)
		}
	}
}

// withoutNoun is the folded name of a hromada without the word for one: «дружківська» of «дружківська тг».
func withoutNoun(name string) string {
	return strings.Join(slices.DeleteFunc(strings.Fields(name), func(word string) bool {
		return slices.Contains([]string{"громада", "територіальна", "тг", "отг"}, word)
	}), " ")
}

// staleAfter is for how many months the state of a site in the catalogue is believed.
const staleAfter = 6

// catalogue: one site is named once (E-CAT-DUP), and looked at every half year (W-CAT-STALE).
func (s *Site) catalogue() {
	seen := map[string]*Doc{}
	stale := s.Now.First().Time(ukrainian.Kyiv()).AddDate(0, -staleAfter, 0)
	for _, item := range s.ofKind("catalogue-entry") {
		doc := item.UK.Doc
		if v, ok := doc.Value("checked"); ok && v.Date.Last().Time(ukrainian.Kyiv()).Before(stale) {
			s.complain(doc, "W-CAT-STALE", v.Line, v.Column, "date", v.Date.Long(), "date.en", v.Date.EnglishLong())
		}
		v, ok := doc.Value("url")
		key := hostAndPath(v.Text)
		if !ok || key == "" {
			continue
		}
		if other := seen[key]; other != nil {
			first, second := other, doc
			if first.File == second.File && first.Line > second.Line {
				first, second = second, first
			}
			args := []string{"other", first.File}
			if first.File == second.File {
				args = []string{"first", strconv.Itoa(first.Line)}
			}
			again, _ := second.Value("url")
			s.complain(second, "E-CAT-DUP", again.Line, again.Column, args...)
		}
		seen[key] = doc
	}
}

// hostAndPath is what two addresses of one site have in common, however they are written.
func hostAndPath(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.") + strings.TrimRight(u.Path, "/")
}
