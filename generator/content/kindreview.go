package content

import (
	"maps"
	"regexp"
	"slices"

	"go.yaml.in/yaml/v4"

	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// review finds contradictions that no single field shows.
func (r *kindReader) review(kind *site.Kind, f *kindFile) {
	r.forms(&f.Label)
	if kind.Label.UK.One == "" {
		r.complain(1, "немає `label: {uk: [один, два, п’ять], en: [one, many]}`", "`label: {uk: [one, few, many], en: [singular, plural]}` is missing")
	}
	if kind.Section == "" && kind.Name != "site" {
		r.complain(1, "немає рядка `section: …` з назвою теки в `content`", "the line `section: …`, the folder in `content`, is missing")
	} else if kind.Section != "" && !ukrainian.IsSlug(kind.Section) {
		r.complain(r.at("section"), "`section: "+kind.Section+"` не годиться для адреси: лише малі латинські літери, цифри й дефіс", "`section: "+kind.Section+"` does not fit into an address: only small Latin letters, digits and hyphens do")
	}
	switch {
	case f.Source != "" && f.Source != "csv" && f.Source != "both":
		r.complain(r.at("source"), "`source` може бути лише `csv` або `both`, а не `"+f.Source+"`", "`source` can only be `csv` or `both`, not `"+f.Source+"`")
	case f.Source == "both" && (f.Inside == "" || kind.NoPage):
		r.complain(r.at("source"), "`source: both` буває лише у виду зі сторінками, що живе в іншому: `inside: …`", "`source: both` is for a kind with pages that lives inside another: `inside: …`")
	}
	for _, key := range kind.Sort {
		r.named(kind, "sort", key.Field)
	}
	for _, name := range kind.Facets {
		f := kind.FacetField(name)
		if f == nil || f.Name != name {
			r.named(kind, "facets", name)
			continue
		}
		r.public("facets", f)
		if f.Map || !slices.Contains(facetTypes, f.Type) {
			r.complain(r.at("facets"), "у `facets` названо поле `"+name+"` типу `"+string(f.Type)+"`, а за таким переліку не звузити: годяться `enum`, `ref`, `bool`, `date`, `int`, `academic-year`, `string`", "`facets` names the field `"+name+"` of the type `"+string(f.Type)+"`, by which no list can be narrowed: `enum`, `ref`, `bool`, `date`, `int`, `academic-year` and `string` do")
		}
	}
	for _, group := range kind.OneOf {
		for _, name := range group {
			r.named(kind, "one-of", name)
		}
	}
	r.pattern(kind, "title", kind.Title)
	r.pattern(kind, "id", kind.ID)
	r.reviewFields(kind.Fields)
}

// titleField is a field's name, and that of its part, in the pattern of a title: `{name.surname}`.
var titleField = regexp.MustCompile(`\{([^.{}]*)(?:\.([^{}]*))?\}`)

// pattern checks the fields and their parts from which a title or an id is made: one that is not there would leave a gap in every one.
func (r *kindReader) pattern(kind *site.Kind, property, pattern string) {
	for _, part := range titleField.FindAllStringSubmatch(pattern, -1) {
		r.named(kind, property, part[1])
		f := kind.Field(part[1])
		if f != nil {
			r.public(property, f)
		}
		if f != nil && part[2] != "" && f.Part(part[2]) == nil {
			r.named(kind, property, part[1]+"."+part[2])
		}
	}
}

// facetTypes are those by whose values a list can be narrowed.
var facetTypes = []site.Type{site.Enum, site.Ref, site.Bool, site.DateOnly, site.DateTime, site.Int, site.AcademicYear, site.String, site.Code}

// public tells of a property that would show a field which is never shown.
func (r *kindReader) public(property string, f *site.Field) {
	if !f.Public() {
		r.complain(r.at(property), "у `"+property+"` названо поле `"+f.Name+"`, а воно закрите (`private`) і на сайті не стоїть ніде", "`"+property+"` names the field `"+f.Name+"`, which is private and stands nowhere on the site")
	}
}

// titleIsName tells whether the pattern of a kind's title makes the name of a person or of a place, and nothing else.
func titleIsName(kind *site.Kind) bool {
	for _, part := range titleField.FindAllStringSubmatch(kind.Title, -1) {
		if f := kind.Field(part[1]); f == nil || f.Type != site.Person && !f.Romanise {
			return false
		}
	}
	return kind.Title != ""
}

// named checks that a property of the kind names one of its fields.
func (r *kindReader) named(kind *site.Kind, property, name string) {
	if name != "id" && !slices.ContainsFunc(kind.Fields, func(f *site.Field) bool { return f.Name == name }) {
		r.complain(r.at(property), "у `"+property+"` названо поле `"+name+"`, якого немає", "`"+property+"` names the field `"+name+"`, which is not there")
	}
}

// forms checks how many forms a noun has: one or three in Ukrainian, one or two in English.
func (r *kindReader) forms(noun *yaml.Node) {
	for i := 0; noun.Kind == yaml.MappingNode && i+1 < len(noun.Content); i += 2 {
		key, n := noun.Content[i], len(listOf(noun.Content[i+1]))
		if key.Value == "uk" && n != 1 && n != 3 || key.Value == "en" && n > 2 {
			r.complain(key.Line, "назва потребує трьох форм українською (гурток, гуртки, гуртків) і двох англійською", "a name needs three forms in Ukrainian (гурток, гуртки, гуртків) and two in English")
		}
	}
}

// reviewFields checks what fields of one kind, or parts of one object, say of each other.
func (r *kindReader) reviewFields(fields []*site.Field) {
	owners := map[string]spelling{}
	for _, f := range fields {
		for _, label := range append([]string{f.Name, f.Label.UK}, f.Aka...) {
			r.claim(owners, f, label)
		}
	}
	for _, f := range fields {
		if r.lines[f] == 0 {
			continue // of common.yaml or of a composite type
		}
		r.related(f, fields)
		r.reviewFields(f.Fields)
	}
}

// spelling is a label as one field writes it.
type spelling struct {
	field *site.Field
	label string
}

// claim notes that a field is called so; two fields never share a label, however it is spelled.
func (r *kindReader) claim(owners map[string]spelling, f *site.Field, label string) {
	folded := ukrainian.Fold(label)
	first, taken := owners[folded]
	if folded == "" || taken && first.field == f {
		return
	}
	owners[folded] = spelling{f, label}
	if !taken {
		return
	}
	field, other := f.Name, first.field.Name
	if field == label {
		field, other = other, field
	}
	r.problem("E-KIND-LABEL", max(r.lines[f], r.lines[first.field], 1), "kind", r.name(), "label", label, "field", field, "other", other)
}

// related checks the fields that a field names, its default, and the values it waits for.
func (r *kindReader) related(f *site.Field, siblings []*site.Field) {
	name := &yaml.Node{Value: f.Name, Line: r.lines[f]}
	sibling := func(property, other string, among []*site.Field) *site.Field {
		i := slices.IndexFunc(among, func(o *site.Field) bool { return o.Name == other })
		if other != "" && i < 0 {
			r.wrong(name, "у `"+property+"` названо поле `"+other+"`, якого немає", "`"+property+"` names the field `"+other+"`, which is not there")
		}
		if i < 0 {
			return nil
		}
		return among[i]
	}
	sibling("required-with", f.RequiredWith, siblings)
	for _, earlier := range f.NotBefore {
		sibling("not-before", earlier, siblings)
	}
	sibling("words", f.Words, siblings)
	sibling("ascending", f.Ascending, f.Fields)
	for _, other := range slices.Sorted(maps.Keys(f.RequiredIf)) {
		condition := sibling("required-if", other, siblings)
		if condition == nil || condition.Type != site.Enum {
			continue
		}
		for i, value := range f.RequiredIf[other] {
			word := condition.Vocabulary.Find(value)
			if word == nil {
				r.wrong(name, "`required-if` чекає на значення `"+value+"`, якого немає", "`required-if` waits for the value `"+value+"`, which is not there")
				continue
			}
			f.RequiredIf[other][i] = word.Name
		}
	}
	if f.Default != "" {
		trial := &reader{parser: &Parser{Kinds: r.kinds}, lang: site.UK}
		if _, ok := trial.value(text(f.Default, 0, 0), f); !ok {
			r.wrong(name, "`default: "+f.Default+"` не підходить до типу", "`default: "+f.Default+"` does not fit the type")
		}
	}
}
