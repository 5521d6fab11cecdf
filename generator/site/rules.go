package site

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// rules finds what neither a table of fields nor a single file can show: rules between items, rules that need the day
// of the build, rules of the whole site. Those of one kind are found by its name, here and nowhere else.
func (s *Site) rules() {
	kinds := map[string]func(*Site, *Item){
		"contest": contestRules, "event": eventRules, "initiative": yearRule(0), "award": yearRule(0), "manual": yearRule(1),
		"legal-act": actRules, "showcase": showcaseRules, "lot": lotRules,
	}
	taken := map[string]*Item{}
	for _, item := range slices.Concat(s.Items, s.waiting()) {
		if rule := kinds[item.Kind.Name]; rule != nil {
			rule(s, item)
		}
		s.ancestors(item)
		s.aliases(item, taken)
	}
	for _, name := range s.sectionNames() {
		s.unique(s.sections[name])
	}
	s.metrics()
	s.registers()
	s.photoRules()
	s.obligatory()
}

// contestRules checks a contest's winners (domain 2.3.8): their nominations exist, their points fit the criteria,
// one stands in a nomination once.
func contestRules(s *Site, contest *Item) {
	known := markedIn(contest, "nominations")
	limit := 0.0
	criteria, _ := contest.UK.Doc.Value("criteria")
	for _, c := range criteria.Items {
		most, _ := c.Part("max")
		limit += most.Number
	}
	seen := map[string]int{}
	first := map[string]bool{}
	diplomas := map[string]int{}
	for _, winner := range contest.Inside {
		if winner.Kind.Name != "winner" || winner.State == Draft {
			continue // those who are named later are checked now
		}
		doc := winner.UK.Doc
		nomination := doc.Text("nomination")
		if len(known) > 0 && !isMarked(known, nomination) {
			s.complain(doc, "E-NOMINATION", 0, 0, "value", nomination, "nearest", nearestMarked(nomination, known), "known", listed(known))
		}
		points, scored := doc.Value("points")
		if scored && limit > 0 && points.Number > limit {
			s.complain(doc, "E-POINTS", 0, 0, "value", number(points.Number), "max", number(limit))
		}
		if name := doc.Text("name"); name != "" {
			key := nomination + "\n" + ukrainian.Fold(name)
			if line := seen[key]; line > 0 {
				s.complain(doc, "E-WINNER-DUP", 0, 0, "first", strconv.Itoa(line))
			}
			seen[key] = doc.Line
		}
		if v, ok := doc.Value("diploma_no"); ok {
			key := ukrainian.Fold(v.Text)
			if line := diplomas[key]; line > 0 {
				s.complain(doc, "W-WINNER-DIPLOMA", v.Line, v.Column, "value", v.Text, "first", strconv.Itoa(line))
			} else {
				diplomas[key] = doc.Line
			}
		}
		if doc.Text("place") == "I" {
			if first[nomination] {
				s.complain(doc, "W-WINNER-TIE", 0, 0, "nomination", nomination)
			}
			first[nomination] = true
		}
	}
}

// marked is a part of an item that others name by its mark: a nomination of a contest, a section of a showcase.
type marked struct{ id, title string }

// markedIn are the parts in a field of an item. One without a mark nobody can name; that has been said.
func markedIn(item *Item, field string) []marked {
	parts, _ := item.UK.Doc.Value(field)
	var list []marked
	for _, p := range parts.Items {
		if id := partText(p, "id"); id != "" {
			list = append(list, marked{id, partText(p, "title")})
		}
	}
	return list
}

func isMarked(list []marked, id string) bool {
	return slices.ContainsFunc(list, func(m marked) bool { return m.id == id })
}

// nearestMarked is the mark that is most likely meant: people write the name in its place.
func nearestMarked(value string, known []marked) string {
	var ids []string
	for _, m := range known {
		if ukrainian.Fold(m.title) == ukrainian.Fold(value) {
			return m.id
		}
		ids = append(ids, m.id)
	}
	return problem.Nearest(value, ids)
}

// listed are the marks with their names: «istoriia (Історія), khimiia (Хімія)».
func listed(known []marked) string {
	var list []string
	for _, m := range known {
		if m.title == "" {
			list = append(list, m.id)
			continue
		}
		list = append(list, m.id+" ("+m.title+")")
	}
	return strings.Join(list, ", ")
}

func number(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

// eventRules: an event that is still planned although its last day is long over, or held before its first has come; days that are known in part.
func eventRules(s *Site, event *Item) {
	doc := event.UK.Doc
	start, ok := doc.Value("start")
	if !ok {
		return // said already
	}
	if doc.Text("status") == "planned" && event.LastDay().Time(ukrainian.Kyiv()).AddDate(0, 0, 2).Before(s.Now.Time(ukrainian.Kyiv())) {
		if end, lasts := doc.Value("end"); lasts {
			s.complain(doc, "W-EVENT-STALE", end.Line, end.Column, "end", end.Date.Long(), "end.en", end.Date.EnglishLong())
		} else {
			s.complain(doc, "W-EVENT-STALE", start.Line, start.Column, "date", start.Date.Long(), "date.en", start.Date.EnglishLong())
		}
	}
	if doc.Text("status") == "held" && start.Date.First().Compare(s.Now) > 0 {
		s.complain(doc, "W-FUTURE", start.Line, start.Column, "field", "start", "label", start.Field.Label.UK, "date", start.Date.Long(), "date.en", start.Date.EnglishLong(), "held", "проведено", "held.en", "held")
	}
	if start.Date.Partial() && (doc.Text("status") != "held" || start.Date.Year >= 2021) {
		s.complain(doc, "E-DATE", start.Line, start.Column, "field", "start", "label", start.Field.Label.UK, "value", start.Date.String(), "why", "partial")
	}
	last := doc.Date("end")
	if last.IsZero() {
		last = start.Date
	}
	sessions, _ := doc.Value("sessions")
	for _, session := range sessions.Items {
		from, ok := session.Part("start")
		if !ok {
			continue // said already
		}
		if from.Date.First().Compare(start.Date.First()) < 0 || from.Date.First().Compare(last.Last()) > 0 && !sameDay(from.Date, last) {
			args := []string{"field", "sessions", "label", sessions.Field.Label.UK, "value", from.Date.Long(), "value.en", from.Date.EnglishLong(),
				"start", start.Date.Long(), "start.en", start.Date.EnglishLong()}
			if !sameDay(start.Date, last) { // one day is named once
				args = append(args, "end", last.Long(), "end.en", last.EnglishLong())
			}
			s.complain(doc, "E-SESSION", session.Line, session.Column, args...)
			continue
		}
		if to, ok := session.Part("end"); ok && to.Date.First().Compare(last.Last()) > 0 && !sameDay(to.Date, last) {
			s.complain(doc, "E-SESSION", to.Line, to.Column, "field", "sessions", "label", sessions.Field.Label.UK,
				"until", to.Date.Long(), "until.en", to.Date.EnglishLong(), "end", last.Long(), "end.en", last.EnglishLong())
		}
	}
}

func sameDay(a, b ukrainian.Date) bool {
	return a.Year == b.Year && a.Month == b.Month && a.Day == b.Day
}

// yearRule: a year lies not later than the build's year and so many more. What waits may be of the year for which it waits.
// The guide is of the program's year: no author can mend it where a clock stands in the past, or --now.
func yearRule(more int) func(*Site, *Item) {
	return func(s *Site, item *Item) {
		if v, ok := item.UK.Doc.Value("year"); ok && item.State == Shown && !item.UK.Doc.Ours && int(v.Number) > s.Now.Year+more {
			s.complain(item.UK.Doc, "E-MAX", v.Line, v.Column, "field", "year", "label", v.Field.Label.UK, "value", number(v.Number), "max", strconv.Itoa(s.Now.Year+more), "clock", strconv.Itoa(s.Now.Year))
		}
	}
}

// ancestors checks the chain of `parent` references: no circle, at most four levels (E-PAGE-CYCLE, domain 2.3.22).
func (s *Site) ancestors(item *Item) {
	chain := []string{item.ID}
	seen := map[*Item]bool{}
	least := item
	for at := item; ; {
		v, ok := at.UK.Doc.Value("parent")
		if !ok || v.Field.Type != Ref {
			break
		}
		next := s.Lookup(v.Field, v.Text)
		if next == nil {
			return // said already
		}
		chain = append(chain, next.ID)
		switch {
		case next == item && least == item: // one circle is told once, at its first page
			own, _ := item.UK.Doc.Value("parent")
			s.complain(item.UK.Doc, "E-PAGE-CYCLE", own.Line, own.Column, "chain", strings.Join(chain, " → "))
			return
		case seen[next] || next == item:
			return // it leads into a circle: that is told there
		}
		if seen[next] = true; next.Path < least.Path {
			least = next
		}
		at = next
	}
	if len(chain) > 4 {
		own, _ := item.UK.Doc.Value("parent")
		s.complain(item.UK.Doc, "E-DEPTH", own.Line, own.Column, "n", strconv.Itoa(len(chain)), "max", "4")
	}
}

// Parents are the pages above an item by its `parent` field, the highest first.
func (s *Site) Parents(item *Item) []*Item {
	var list []*Item
	for at := item; len(list) < 8; {
		v, ok := at.UK.Doc.Value("parent")
		if !ok || v.Field.Type != Ref {
			break
		}
		if at = s.Lookup(v.Field, v.Text); at == nil || at.State != Shown {
			break
		}
		list = append(list, at)
	}
	slices.Reverse(list)
	return list
}

// aliases checks that an old address is not a present one, nor the old one of another item; taken are those met so far.
func (s *Site) aliases(item *Item, taken map[string]*Item) {
	v, _ := item.UK.Doc.Value("aliases")
	for _, alias := range v.Items {
		path := strings.Trim(AliasAddress(alias.Text), "/")
		other := s.byPath[path]
		if other == nil || !other.HasPage() {
			other = taken[path]
		}
		if other != nil && other != item {
			s.complain(item.UK.Doc, "E-ADDRESS", alias.Line, alias.Column, "address", alias.Text, "alias", alias.Text, "other", other.UK.Doc.File)
		}
		taken[path] = item
	}
}

// AliasAddress is the address of the page that leads on from an old one. /proiekt/index.html was the page of /proiekt/; one that ends in .html otherwise was a file.
func AliasAddress(written string) string {
	address := strings.Trim(written, "/")
	if address == "index.html" || strings.HasSuffix(address, "/index.html") {
		address = strings.Trim(strings.TrimSuffix(address, "index.html"), "/")
	}
	if address == "" || strings.HasSuffix(address, ".html") {
		return address
	}
	return address + "/"
}

// unique finds two items of a kind with one value of a field that must differ.
func (s *Site) unique(sec *Section) {
	for _, f := range sec.Kind.Fields {
		if !f.Unique {
			continue
		}
		seen := map[string]*Item{}
		for _, item := range sec.Items {
			v, ok := item.UK.Doc.Value(f.Name)
			if !ok {
				continue
			}
			value := v.Text
			switch v.Field.Type {
			case Int, Number:
				value = number(v.Number)
			case DateOnly, DateTime:
				value = v.Date.String()
			}
			if other := seen[value]; other != nil {
				s.complain(item.UK.Doc, "E-UNIQUE", v.Line, v.Column, "field", f.Name, "label", f.Label.UK, "value", value, "other", other.UK.Doc.File)
			}
			seen[value] = item
		}
	}
}

// metrics: one figure a key and a year (E-METRIC-DUP), and it is what the events give (W-METRIC).
func (s *Site) metrics() {
	for _, year := range s.Years {
		seen := map[string]bool{}
		figures := slices.Clone(year.Figures)
		slices.SortStableFunc(figures, func(a, b Figure) int { return cmp.Compare(a.Item.UK.Doc.Line, b.Item.UK.Doc.Line) })
		for _, f := range figures {
			if seen[f.Key] {
				s.complain(f.Item.UK.Doc, "E-METRIC-DUP", 0, 0, "key", f.Word.Label.UK, "year", year.Slug)
			}
			seen[f.Key] = true
		}
		s.compare(year)
	}
}

// Obligatory are the ids of the pages that every centre's site should have (design 13).
var Obligatory = []string{"pro-nas", "kontakty", "dostupnist", "pryvatnist"}

// obligatory warns of pages that are missing, and of those that rule B-03 wants in English.
func (s *Site) obligatory() {
	for _, id := range Obligatory {
		item := s.byPath["pages/"+id]
		if item == nil {
			s.problems = append(s.problems, problem.New("W-PAGE-MISSING", "content/pages/"+id+"/index.md", 0, 0, "id", id))
		}
	}
	if !s.Config.English() {
		return
	}
	if s.Home.UK != nil && s.Home.EN == nil {
		s.complain(s.Home.UK.Doc, "W-LANG-MISSING", 0, 0)
	}
	for _, item := range s.Items {
		wanted := item.Section == "centres" || item.Section == "awards" ||
			item.Section == "pages" && item.ID != "pryvatnist" && slices.Contains(Obligatory, item.ID)
		if wanted && item.EN == nil {
			s.complain(item.UK.Doc, "W-LANG-MISSING", 0, 0)
		}
	}
}
