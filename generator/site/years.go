package site

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/som-hub/vitryna/generator/ukrainian"
)

// Year is one academic year of the site: its figures and what was held in it (domain ST-01, 2.4).
type Year struct {
	First   int    // 2019 of 2019/2020
	Slug    string // 2019-2020
	Figures []Figure
	Items   []*Item // by section, in the sections' order
}

// Figure is a declared figure with its source (domain 2.3.24, ST-09).
type Figure struct {
	Item   *Item
	Key    string
	Value  int
	Word   *Word // of the vocabulary of keys
	Source string
	Year   *Year
}

// years collects what belongs to an academic year: figures, and items with a day or an academic year of their own.
func (s *Site) years() {
	byFirst := map[int]*Year{}
	get := func(first int) *Year {
		if byFirst[first] == nil {
			byFirst[first] = &Year{First: first, Slug: ukrainian.AcademicYearSlug(first)}
			s.Years = append(s.Years, byFirst[first])
		}
		return byFirst[first]
	}
	for _, name := range s.sectionNames() {
		for _, item := range s.sections[name].Items {
			first, ok := academicYear(item)
			if !ok {
				continue
			}
			year := get(first)
			if f, ok := figure(item); ok {
				f.Year = year
				year.Figures = append(year.Figures, f)
			} else if item.HasPage() && item.Owner == nil {
				year.Items = append(year.Items, item)
			}
		}
	}
	slices.SortFunc(s.Years, func(a, b *Year) int { return cmp.Compare(b.First, a.First) })
}

func (s *Site) sectionNames() []string {
	names := make([]string, 0, len(s.sections))
	for name := range s.sections {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// academicYear is the year an item belongs to: its own field, else that of its beginning, else, in a section with a feed, that of
// its publication.
func academicYear(item *Item) (int, bool) {
	doc := item.UK.Doc
	for i := range doc.Values {
		if v := &doc.Values[i]; v.Field.Type == AcademicYear {
			first, err := strconv.Atoi(v.Text[:4])
			return first, err == nil
		}
	}
	start := doc.Date("start")
	if start.IsZero() && item.Kind.Feed {
		start = doc.Date("date")
	}
	if start.IsZero() || start.Month == 0 {
		return 0, false
	}
	return ukrainian.AcademicYear(start), true
}

func figure(item *Item) (Figure, bool) {
	if item.Kind.Name != "metric" {
		return Figure{}, false
	}
	doc := item.UK.Doc
	value, _ := doc.Value("value")
	key, _ := doc.Value("key")
	f := Figure{Item: item, Key: key.Text, Value: int(value.Number), Source: doc.Text("source")}
	if key.Field != nil {
		f.Word = key.Field.Vocabulary.Word(key.Text)
	}
	return f, f.Word != nil
}

// Text is the figure and its noun in one piece: «30 тренінгів» (ST-09).
func (f Figure) Text(lang string) string {
	if lang == EN {
		one, many := f.Word.Count.EN[0], f.Word.Count.EN[1]
		if one == "" {
			one, many = f.Word.Label.EN, f.Word.Label.EN
		}
		return ukrainian.EnglishCount(f.Value, one, many)
	}
	forms := f.Word.Count.UK
	if forms.One == "" {
		forms = ukrainian.Forms{One: f.Word.Label.UK, Few: f.Word.Label.UK, Many: f.Word.Label.UK}
	}
	return ukrainian.Count(f.Value, forms)
}

// Sentence tells a year's figures in words (domain 4.1): «У 2019/2020 н. р. центр провів 30 тренінгів, … Центр
// відвідало 1378 педагогів; заходи для громади відвідали 132 мешканці.»
func (y *Year) Sentence() string {
	people := map[string]Figure{}
	var held []string
	for _, f := range y.Figures {
		if visitors[f.Key] != "" {
			people[f.Key] = f
		} else {
			held = append(held, f.Text(UK))
		}
	}
	var sentences []string
	if len(held) > 0 {
		sentences = append(sentences, "У "+ukrainian.AcademicYearLabel(y.First)+" центр провів "+strings.Join(held, ", ")+".")
	}
	var visits []string
	for _, key := range []string{"educators", "residents", "parents", "children"} {
		if f, ok := people[key]; ok {
			verb := ukrainian.Forms{One: "відвідав", Few: "відвідали", Many: "відвідало"}.For(f.Value)
			visits = append(visits, visitors[key]+" "+verb+" "+f.Text(UK))
		}
	}
	if len(visits) > 0 {
		text := strings.Join(visits, "; ")
		sentences = append(sentences, capital(text)+".")
	}
	return strings.Join(sentences, " ")
}

// visitors are the keys that count people, with what they visited.
var visitors = map[string]string{
	"educators": "центр", "residents": "заходи для громади", "parents": "заходи для батьків", "children": "заходи для дітей",
}

// Guarded tells that place and hour of an event may not be told yet: it is to come, people will meet there, and the site lies in a
// country at war (SF-03).
func (s *Site) Guarded(item *Item) bool {
	if item.Kind.Name != "event" || s.Config.Safety == "peace" {
		return false
	}
	mode := item.UK.Doc.Text("mode")
	return (mode == "onsite" || mode == "visiting" || mode == "mixed") && s.upcoming(item)
}
