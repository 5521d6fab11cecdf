package site

import (
	"cmp"
	"slices"
	"strings"

	"github.com/som-hub/vitryna/generator/ukrainian"
)

// order fills the sections with the items that are shown, in the order of their kinds (C-07: every order is total, its
// last key is the id).
func (s *Site) order(items []*Item) {
	for _, item := range items {
		if item.State != Shown {
			s.Hidden = append(s.Hidden, item)
			continue
		}
		s.Items = append(s.Items, item)
		if s.Left(item) {
			continue
		}
		sec := s.sections[item.Section]
		sec.Items = append(sec.Items, item)
	}
	for _, item := range items {
		item.key = s.sortKey(item)
	}
	for _, sec := range s.sections {
		slices.SortFunc(sec.Items, compareItems)
	}
	for _, item := range items {
		if len(item.Inside) == 0 {
			continue
		}
		slices.SortStableFunc(item.Inside, func(a, b *Item) int { // files keep the order of their numbers, see number
			if a.Kind == b.Kind && a.Kind.CSV {
				return compareItems(a, b)
			}
			return strings.Compare(a.Kind.Name, b.Kind.Name)
		})
		chain(item.Inside)
	}
}

// compareItems compares items of one kind.
func compareItems(a, b *Item) int {
	for i := range min(len(a.key), len(b.key)) {
		var c int
		switch x := a.key[i].(type) {
		case string:
			c = strings.Compare(x, b.key[i].(string))
		case backwards:
			c = -strings.Compare(string(x), string(b.key[i].(backwards)))
		case float64:
			c = cmp.Compare(x, b.key[i].(float64))
		}
		if c != 0 {
			return c
		}
	}
	return strings.Compare(a.Path, b.Path)
}

// backwards is a text in an order from the last letter of the alphabet to the first.
type backwards string

// sortKey makes the key of an item once; comparing keys is then cheap. Each element is a text or a number.
func (s *Site) sortKey(item *Item) []any {
	if item.Kind.Name == "event" {
		return s.eventKey(item)
	}
	if key := registerKeys[item.Kind.Name]; key != nil {
		return key(s, item)
	}
	var key []any
	if item.Kind.Name == "winner" && item.Owner != nil {
		key = winnerKey(item)
	}
	for _, k := range item.Kind.Sort {
		key = append(key, keyOf(item, k))
	}
	return key
}

// winnerKey puts winners in the order of the contests, the newest first, and in each in the order of its nominations (domain 2.3.8).
func winnerKey(item *Item) []any {
	contest := item.Owner.UK.Doc
	nominations, _ := contest.Value("nominations")
	own, at := item.UK.Doc.Text("nomination"), len(nominations.Items)
	for i, n := range nominations.Items {
		if id, _ := n.Part("id"); id.Text == own {
			at = i
			break
		}
	}
	year := contest.Text("held_in")
	return []any{-yearNumber(year), item.Owner.Path, float64(at)}
}

// eventKey puts what is to come first, soonest first, then what has been, newest first; on one day by the title (domain 2.3.7).
func (s *Site) eventKey(item *Item) []any {
	day, title := dayNumber(item.UK.Doc.Date("start")), textKey(item, item.UK.Doc.Title)
	if s.Ahead(item) {
		return []any{0.0, day, title}
	}
	return []any{1.0, -day, title}
}

// upcoming tells whether an event is planned and not over on the day of the build.
func (s *Site) upcoming(item *Item) bool {
	status := item.UK.Doc.Text("status")
	return (status == "planned" || status == "postponed") && s.Ahead(item)
}

func keyOf(item *Item, k SortKey) any {
	key := fieldKey(item, k)
	if text, ok := key.(string); ok && k.Descending {
		return backwards(text)
	}
	return key
}

func fieldKey(item *Item, k SortKey) any {
	if k.Field == "title" {
		return textKey(item, item.UK.Doc.Title)
	}
	v, ok := item.UK.Doc.Value(k.Field)
	if !ok {
		return absent(item.Kind.Field(k.Field), k)
	}
	if v.Field.List && len(v.Items) > 0 {
		v = v.Items[0]
	}
	sign := 1.0
	if k.Descending {
		sign = -1
	}
	switch v.Field.Type {
	case Int, Number:
		return sign * v.Number
	case DateOnly, DateTime:
		return sign * dayNumber(v.Date)
	case Bool:
		if v.Bool {
			return sign
		}
		return 0.0
	case Enum:
		if w := v.Field.Vocabulary.Word(v.Text); w != nil {
			return sign * float64(w.Order)
		}
		return 0.0
	case AcademicYear:
		return sign * yearNumber(v.Text)
	case Person:
		surname, _ := v.Part("surname")
		given, _ := v.Part("given")
		return string(ukrainian.SortKey(surname.Text + " " + given.Text))
	}
	return string(ukrainian.SortKey(v.Text))
}

// absent is the key of an item without the field: it comes last. An order by weight has 1000 for it (domain 2.1).
func absent(f *Field, k SortKey) any {
	switch {
	case k.Field == "weight" && k.Descending:
		return -1000.0
	case k.Field == "weight":
		return 1000.0
	}
	if f == nil || k.Descending && !measured(f.Type) {
		return ""
	}
	if measured(f.Type) {
		return 1e18
	}
	return "\U0010ffff"
}

// measured tells that values of the type are ordered as numbers.
func measured(t Type) bool {
	switch t {
	case Int, Number, DateOnly, DateTime, Bool, Enum, AcademicYear:
		return true
	}
	return false
}

// textKey is the key of a title; before names of organisations their legal forms are skipped (domain 2.3.11).
func textKey(item *Item, title string) string {
	if item.Kind.Name == "partner" {
		return string(ukrainian.SortKeyOrganisation(title))
	}
	return string(ukrainian.SortKey(title))
}

func dayNumber(d ukrainian.Date) float64 {
	f := d.First()
	return float64(((f.Year*16+int(f.Month))*32+f.Day)*1440 + d.Hour*60 + d.Minute)
}

func yearNumber(slug string) float64 {
	n := 0.0
	for _, c := range slug[:min(4, len(slug))] {
		n = n*10 + float64(c-'0')
	}
	return n
}

// Upcoming are the first events to come, soonest first.
func (s *Site) Upcoming(n int) []*Item {
	sec := s.sections["events"]
	if sec == nil {
		return nil
	}
	var list []*Item
	for _, item := range sec.Items {
		if len(list) == n || !s.Ahead(item) {
			break
		}
		if s.upcoming(item) {
			list = append(list, item)
		}
	}
	return list
}
