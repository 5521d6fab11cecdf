package render

import (
	"html/template"
	"slices"
	"strconv"
	"strings"

	"github.com/som-hub/vitryna/generator/citation"
	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// Parts are fields by name: of an item, or of an object inside one of its fields.
type Parts struct {
	reader
	item *site.Item
	get  func(name string) (site.Value, bool)
}

// FieldView is one field as a layout shows it.
type FieldView struct {
	Name, Label string
	HTML        template.HTML
	Text        string
	Items       []string
	Lang        string // of the value, where it is not the reader's
}

// public returns a value that may be shown.
func (p Parts) public(name string) (site.Value, bool) {
	v, ok := p.get(name)
	if ok {
		v, ok = p.r.Site.Publishable(p.item, v)
	}
	if !ok {
		return site.Value{}, false
	}
	switch {
	case p.r.Site.Guarded(p.item):
		v = p.guard(v)
	case v.Field.Name == "place" && p.r.Site.OnSite(p.item):
		return site.Value{}, false
	}
	return v, true
}

// guard takes from an event to come what may not be told yet: every hour, and where people will meet (SF-03). The address is never
// told, not even afterwards.
func (p Parts) guard(v site.Value) site.Value {
	if v.Field.Name == "place" {
		text := *v.Field
		text.Type = site.String // whatever a place is, this is a sentence
		v.Field, v.Text = &text, p.T("event.place-later")
		return v
	}
	v.Date = dateOnly(v.Date)
	for _, nested := range []*[]site.Value{&v.Items, &v.Parts} {
		*nested = slices.Clone(*nested)
		for i := range *nested {
			(*nested)[i] = p.guard((*nested)[i])
		}
	}
	return v
}

// Has tells whether a field stands and may be shown.
func (p Parts) Has(name string) bool {
	_, ok := p.public(name)
	return ok
}

// Field is a field with its label and ready value.
func (p Parts) Field(name string) FieldView {
	v, ok := p.public(name)
	if !ok {
		return FieldView{Name: name}
	}
	return p.view(v)
}

func (p Parts) view(v site.Value) FieldView {
	f := FieldView{Name: v.Field.Name, Label: v.Field.Label.In(p.lang), HTML: p.html(v), Text: p.text(v)}
	if !v.Field.List {
		f.Lang = p.Alien(f.Text)
	} else {
		for _, e := range v.Items {
			f.Items = append(f.Items, p.text(e))
		}
	}
	return f
}

// Text is the plain text of a field.
func (p Parts) Text(name string) string {
	v, ok := p.public(name)
	if !ok {
		return ""
	}
	return p.text(v)
}

// Texts are the plain texts of a list.
func (p Parts) Texts(name string) []string { return p.Field(name).Items }

// Value is the bare value: the name of an enum, a number, an ISO date.
func (p Parts) Value(name string) string {
	v, ok := p.public(name)
	if !ok {
		return ""
	}
	switch v.Field.Type {
	case site.Int, site.Number:
		return strconv.FormatFloat(v.Number, 'f', -1, 64)
	case site.Bool:
		return strconv.FormatBool(v.Bool)
	case site.DateOnly, site.DateTime:
		return v.Date.String()
	}
	return v.Text
}

// Objects are the parts of an object or of each object of a list.
func (p Parts) Objects(name string) []Parts {
	v, ok := p.public(name)
	if !ok {
		return nil
	}
	list := v.Items
	if !v.Field.List {
		list = []site.Value{v}
	}
	var objects []Parts
	for _, e := range list {
		objects = append(objects, Parts{reader: p.reader, item: p.item, get: e.Part})
	}
	return objects
}

// Refs are the cards of the items a field refers to.
func (p Parts) Refs(name string) []*Card {
	v, ok := p.public(name)
	if !ok {
		return nil
	}
	return p.r.cardsOf(p.r.Site.Refs(v), p.lang)
}

// DateRange is the beginning and the end of a part in words: «2 листопада 2021 р., 10:00–12:00».
func (p Parts) DateRange() string {
	from, _ := p.public("start")
	to, _ := p.public("end")
	return p.dateRange(from.Date, to.Date)
}

// Initials are those of a person, with a space that does not break between them: «А. Б.», also where «А.Б.» is written.
func (p Parts) Initials() string {
	return strings.ReplaceAll(citation.Name{Given: p.Text("initials")}.Initials(), " ", "\u00a0")
}

// text is a value as plain text.
func (p Parts) text(v site.Value) string {
	switch {
	case v.Null:
		return p.T("unknown")
	case v.Field.Map:
		return p.mapText(v)
	case v.Field.List:
		return p.joined(v.Items)
	case v.Field.Type == site.DeadlineType:
		return site.DeadlineOf(v).List(p.lang)
	case len(v.Field.Fields) > 0:
		return p.objectText(v)
	}
	switch v.Field.Type {
	case site.Enum:
		return p.word(v.Field.Vocabulary, v.Text)
	case site.Int, site.Number:
		return p.number(v)
	case site.Bool:
		return p.yesNo(v.Bool)
	case site.DateOnly, site.DateTime:
		return p.longDate(v.Date)
	case site.AcademicYear:
		return p.yearOfSlug(v.Text)
	case site.Ref:
		if c := p.r.card(p.r.Site.Lookup(v.Field, v.Text), p.lang); c != nil {
			return c.Title()
		}
		return ""
	case site.Markdown:
		return v.Body.Lead
	case site.URL:
		return v.Text
	}
	return v.TextIn(p.lang)
}

func (p Parts) yesNo(b bool) string {
	if b {
		return p.T("bool.yes")
	}
	return p.T("bool.no")
}

func (p Parts) joined(values []site.Value) string {
	var texts []string
	for _, e := range values {
		if t := p.text(e); t != "" {
			texts = append(texts, t)
		}
	}
	return strings.Join(texts, ", ")
}

func (p Parts) word(v *site.Vocabulary, name string) string {
	if w := v.Word(name); w != nil {
		return w.Label.In(p.lang)
	}
	return name
}

// number writes a number for its field: years stay bare, the rest is grouped (ST-11).
func (p Parts) number(v site.Value) string {
	if n := int(v.Number); float64(n) == v.Number {
		if v.Field.Name == "year" || n < 10000 {
			return strconv.Itoa(n)
		}
		return ukrainian.Number(n)
	}
	return p.decimal(v.Number)
}

// mapText writes a map of numbers by its vocabulary: «28 мешканців, 12 педагогів».
func (p Parts) mapText(v site.Value) string {
	var texts []string
	for _, e := range v.Items {
		w := v.Field.Vocabulary.Word(e.Key)
		switch {
		case w == nil:
			texts = append(texts, e.Key+": "+p.text(e))
		case e.Null:
			texts = append(texts, w.Label.In(p.lang)+": "+p.T("unknown"))
		case w.Count.UK.One != "" && e.Key == "children":
			texts = append(texts, countChildren(int(e.Number), w.Count, p.lang))
		case w.Count.UK.One != "":
			texts = append(texts, count(int(e.Number), w.Count, p.lang))
		default:
			texts = append(texts, w.Label.In(p.lang)+": "+p.text(e))
		}
	}
	return strings.Join(texts, ", ")
}

// countChildren hides a number of children so small that they could be known by it (ST-08).
func countChildren(n int, noun site.Noun, lang string) string {
	if lang == site.EN {
		return ukrainian.EnglishCountChildren(n, noun.EN[0], noun.EN[1])
	}
	return ukrainian.CountChildren(n, noun.UK)
}

// objectText writes the parts of an object in one line.
func (p Parts) objectText(v site.Value) string {
	separator := ", "
	if v.Field.Type == site.Person || v.Field.Part("surname") != nil {
		separator = " "
	}
	var texts []string
	for _, part := range shownParts(v) {
		texts = append(texts, p.partText(v, part))
	}
	return strings.Join(texts, separator)
}

// shownParts are the parts of an object that a page shows, in the order of the kind's fields, whichever way the author wrote them. A currency is said with
// its sum.
func shownParts(v site.Value) []site.Value {
	var parts []site.Value
	_, sum := v.Part("sum")
	for _, part := range v.Parts {
		if part.Field.Public() && part.Field.Name != "id" && (part.Field.Name != "currency" || !sum) {
			parts = append(parts, part)
		}
	}
	slices.SortStableFunc(parts, func(a, b site.Value) int {
		return slices.Index(v.Field.Fields, a.Field) - slices.Index(v.Field.Fields, b.Field)
	})
	return parts
}

// partText is a part of an object in words; a sum has its currency: «100 000 грн».
func (p Parts) partText(v, part site.Value) string {
	text := p.text(part)
	currency, ok := v.Part("currency")
	switch {
	case part.Field.Name != "sum" || !ok:
		return text
	case currency.Text == "UAH":
		return p.T("hryvnias", text)
	}
	return text + "\u00A0" + currency.Text
}

// yearOfSlug names the academic year that a field holds.
func (p Parts) yearOfSlug(slug string) string {
	if len(slug) != len("2019-2020") {
		return slug
	}
	first, err := strconv.Atoi(slug[:4])
	if err != nil {
		return slug
	}
	return p.academicYear(first)
}
