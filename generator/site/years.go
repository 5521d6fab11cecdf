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
	First    int      // 2019 of 2019/2020
	Slug     string   // 2019-2020
	Figures  []Figure // declared
	Computed Computed // from the events
	Rows     []Row    // each figure both ways
	Shown    []Figure // what pages put first
	Items    []*Item  // by section, in the sections' order
}

// Figure is a declared figure with its source (domain 2.3.24, ST-09), or one computed from events.
type Figure struct {
	Item     *Item // nil of a computed one
	Key      string
	Value    int
	Over     bool  // there are more than Value, and how many is not told (ST-08)
	Word     *Word // of the vocabulary of keys
	Source   string
	Year     *Year
	Computed bool
}

// years collects what belongs to an academic year: figures, and items with a day or an academic year of their own. Examples belong to none.
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
			if !ok || item.Example() {
				continue
			}
			year := get(first)
			if f, ok := FigureOf(item); ok {
				f.Year = year
				year.Figures = append(year.Figures, f)
			} else if item.HasPage() && item.Owner == nil {
				year.Items = append(year.Items, item)
			}
		}
	}
	s.compute(get)
	slices.SortFunc(s.Years, func(a, b *Year) int { return cmp.Compare(b.First, a.First) })
	s.lasting()
	for _, year := range s.Years {
		year.Rows = s.rows(year)
		year.Shown = year.shown()
	}
}

// lasting puts a project into every year in which it ran: from its beginning to its end, or until now while it is running.
func (s *Site) lasting() {
	for _, item := range s.Items {
		doc := item.UK.Doc
		from, last := doc.Date("start"), doc.Date("end")
		if last.IsZero() && doc.Text("status") == "running" {
			last = s.Now
		}
		if item.Kind.Name != "project" || from.Month == 0 || last.Month == 0 || item.Example() {
			continue
		}
		for _, year := range s.Years {
			if year.First > ukrainian.AcademicYear(from) && year.First <= ukrainian.AcademicYear(last) {
				at := 0 // among the others of its section
				for at < len(year.Items) && year.Items[at].Section <= item.Section {
					at++
				}
				year.Items = slices.Insert(year.Items, at, item)
			}
		}
	}
}

// academicYear is the year an item belongs to: its own field, else that of its beginning, of a document's or manual's day, else, in
// a section with a feed, that of its publication.
func academicYear(item *Item) (int, bool) {
	doc := item.UK.Doc
	for i := range doc.Values {
		if v := &doc.Values[i]; v.Field.Type == AcademicYear {
			first, err := strconv.Atoi(v.Text[:4])
			return first, err == nil
		}
	}
	start := doc.Date("start")
	switch {
	case !start.IsZero():
	case item.Kind.Name == "document":
		start = doc.Date("issued")
	case item.Kind.Name == "manual":
		start = printed(doc)
	case item.Kind.Feed:
		start = doc.Date("date")
	}
	if start.IsZero() || start.Month == 0 {
		return 0, false
	}
	return ukrainian.AcademicYear(start), true
}

// printed is the day by which a manual belongs to a year: that of its approval, else that of its publication if it lies in the year of
// the imprint. A year alone means the academic year that ends in it.
func printed(doc *Doc) ukrainian.Date {
	approved, _ := doc.Value("approved")
	if day, ok := approved.Part("date"); ok {
		return day.Date
	}
	year, ok := doc.Value("year")
	if !ok {
		return ukrainian.Date{}
	}
	if day := doc.Date("date"); day.Year == int(year.Number) {
		return day
	}
	return ukrainian.Date{Year: int(year.Number), Month: 6}
}

// FigureOf is the figure that an item declares; ok is false where it declares none.
func FigureOf(item *Item) (f Figure, ok bool) {
	if item.Kind.Name != "metric" {
		return Figure{}, false
	}
	doc := item.UK.Doc
	value, _ := doc.Value("value")
	key, _ := doc.Value("key")
	f = Figure{Item: item, Key: key.Text, Value: int(value.Number), Source: doc.Text("source")}
	if key.Field != nil {
		f.Word = key.Field.Vocabulary.Word(key.Text)
	}
	return f, f.Word != nil
}

// Text is the figure and its noun in one piece: «30 тренінгів» (ST-09), «менше 5 дітей» (ST-08).
func (f Figure) Text(lang string) string {
	if lang == EN {
		one, many := f.Word.Count.EN[0], f.Word.Count.EN[1]
		if one == "" {
			one, many = f.Word.Label.EN, f.Word.Label.EN
		}
		if f.Over {
			return "more than " + ukrainian.EnglishCount(f.Value, one, many)
		}
		if Few(f.Key, f.Value) {
			return ukrainian.EnglishCountChildren(f.Value, one, many)
		}
		return ukrainian.EnglishCount(f.Value, one, many)
	}
	if f.Over {
		return "понад " + ukrainian.Count(f.Value, f.forms())
	}
	if Few(f.Key, f.Value) {
		return ukrainian.CountChildren(f.Value, f.forms())
	}
	return ukrainian.Count(f.Value, f.forms())
}

func (f Figure) forms() ukrainian.Forms {
	forms := f.Word.Count.UK
	if forms.One == "" {
		forms = ukrainian.Forms{One: f.Word.Label.UK, Few: f.Word.Label.UK, Many: f.Word.Label.UK}
	}
	return forms
}

// object is the figure as the object of a sentence: «(провів) 1 консультацію».
func (f Figure) object() string {
	forms := f.forms()
	if f.Word.Object != "" {
		forms.One = f.Word.Object
	}
	return ukrainian.Count(f.Value, forms)
}

// Sentence tells a year's figures in words (domain 4.1): «У 2019/2020 н. р. центр провів 30 тренінгів, … Центр
// відвідало 1378 педагогів; заходи для громади відвідали 132 мешканці.»
func (y *Year) Sentence() string {
	people := map[string]Figure{}
	var held []string
	for _, f := range y.Shown {
		if visitors[f.Key] != "" {
			people[f.Key] = f
		} else if slices.ContainsFunc(y.Rows, func(r Row) bool { return r.Form && r.Word.Name == f.Key }) {
			held = append(held, f.object())
		}
	}
	var sentences []string
	if len(held) > 0 {
		sentences = append(sentences, "У "+ukrainian.AcademicYearLabel(y.First)+" центр провів "+strings.Join(held, ", ")+".")
	}
	var visits []string
	for _, key := range []string{"educators", "residents", "parents", "children"} {
		if f, ok := people[key]; ok {
			visits = append(visits, visitors[key]+" "+f.visited())
		}
	}
	if len(visits) > 0 {
		text := strings.Join(visits, "; ")
		sentences = append(sentences, ukrainian.Capital(text)+".")
	}
	return strings.Join(sentences, " ")
}

// visited is who came: «відвідали 132 мешканці», «відвідало менше 5 дітей».
func (f Figure) visited() string {
	verb := ukrainian.Forms{One: "відвідав", Few: "відвідали", Many: "відвідало"}
	if f.Over || Few(f.Key, f.Value) {
		return verb.Many + " " + f.Text(UK)
	}
	return verb.For(f.Value) + " " + f.Text(UK)
}

// visitors are the keys that count people, with what they visited.
var visitors = map[string]string{
	"educators": "центр", "residents": "заходи для громади", "parents": "заходи для батьків", "children": "заходи для дітей",
}
