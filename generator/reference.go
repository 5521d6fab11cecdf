package generator

import (
	"slices"
	"strconv"
	"strings"

	"github.com/som-hub/vitryna/generator/content"
	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/site"
)

// FieldHelp is what an author may be told of one field, made of its schema and of nothing else, so that it cannot be out of date.
type FieldHelp struct {
	*site.Field
	Common bool     // every kind has it
	Codes  []string // of problems that it may give
	When   []Needed // where it must stand
	Parts  []FieldHelp
}

// Needed is a condition under which a field must stand: always, beside another field, or where another has one of some values.
type Needed struct {
	With   *site.Field // nil: always
	Values []site.Text // of With; none: any
	OneOf  bool        // one of With and this suffices
}

// Help explains the fields of a kind in the order of its schema, its own before those that every kind has.
func Help(kind *site.Kind, common func(*site.Field) bool) []FieldHelp {
	own, shared := []FieldHelp{}, []FieldHelp{}
	for _, f := range kind.Fields {
		h := helpOf(f, kind.Fields)
		h.When = append(h.When, oneOf(kind, f)...)
		if h.Common = common(f); h.Common {
			shared = append(shared, h)
		} else {
			own = append(own, h)
		}
	}
	return append(own, shared...)
}

func helpOf(f *site.Field, siblings []*site.Field) FieldHelp {
	h := FieldHelp{Field: f, Codes: codesOf(f)}
	named := func(name string) *site.Field {
		i := slices.IndexFunc(siblings, func(o *site.Field) bool { return o.Name == name })
		if i < 0 {
			return nil
		}
		return siblings[i]
	}
	if f.Required {
		h.When = append(h.When, Needed{})
	}
	if with := named(f.RequiredWith); with != nil {
		h.When = append(h.When, Needed{With: with})
	}
	for _, other := range siblings {
		var values []site.Text
		for _, v := range f.RequiredIf[other.Name] {
			if w := other.Vocabulary.Word(v); w != nil {
				values = append(values, w.Label)
			} else {
				values = append(values, site.Text{UK: v})
			}
		}
		if len(values) > 0 {
			h.When = append(h.When, Needed{With: other, Values: values})
		}
	}
	for _, part := range f.Fields {
		flat := *part
		if part.Type == site.ClauseType {
			flat.Fields = nil // of a clause, clauses: without an end
		}
		h.Parts = append(h.Parts, helpOf(&flat, f.Fields))
	}
	return h
}

// oneOf are the conditions of a group of fields of which one must stand.
func oneOf(kind *site.Kind, f *site.Field) []Needed {
	var list []Needed
	for _, group := range kind.OneOf {
		if !slices.Contains(group, f.Name) {
			continue
		}
		for _, name := range group {
			if other := kind.Field(name); other != nil && other != f {
				list = append(list, Needed{With: other, OneOf: true})
			}
		}
	}
	return list
}

// codesOf are the codes that the schema of a field leads to; what a kind's own rules find besides is told where it happens.
func codesOf(f *site.Field) []string {
	var codes []string
	add := func(when bool, code string) {
		if f.Warn != "" && slices.Contains([]string{"E-LENGTH", "E-MIN", "E-MAX", "E-PATTERN"}, code) {
			code = f.Warn
		}
		if when && problem.Known(code) && !slices.Contains(codes, code) {
			codes = append(codes, code)
		}
	}
	missing := f.Missing
	if missing == "" {
		missing = "E-REQUIRED"
	}
	add(f.Required || f.RequiredWith != "" || len(f.RequiredIf) > 0, missing)
	if code := typeCodes[f.Type]; code != "" {
		add(true, code)
	} else {
		add(len(f.Fields) == 0 && f.Type != site.String && f.Type != site.PlainText && f.Type != site.Markdown && f.Type != site.Code, "E-TYPE")
	}
	bounded := f.Min != nil || f.Max != nil
	switch {
	case !bounded:
	case f.Type == site.Int || f.Type == site.Number:
		add(f.Min != nil, "E-MIN")
		add(f.Max != nil, "E-MAX")
	case f.List && !content.Measured(f.Type):
		add(true, "E-COUNT")
	default:
		add(true, "E-LENGTH")
	}
	add(f.Pattern != nil, "E-PATTERN")
	add(f.Unique, "E-UNIQUE")
	add(len(f.NotBefore) > 0, "E-ORDER")
	add(f.Ascending != "", "E-STAGES")
	return codes
}

// typeCodes are what a wrong value of a type gives.
var typeCodes = map[site.Type]string{
	site.Enum: "E-ENUM", site.DateOnly: "E-DATE", site.DateTime: "E-DATE", site.AcademicYear: "E-YEAR", site.Ref: "E-REF", site.File: "E-FILE", site.Image: "E-FILE", site.URL: "E-URL",
	site.Path: "E-ALIAS", site.ISBN: "E-ISBN", site.Consent: "E-CONSENT", site.Attachment: "E-FILE", site.PhotoType: "E-PHOTO-CONSENT", site.DeadlineType: "E-DEADLINE", site.ClauseType: "E-CLAUSE-N",
}

// Sample is the example of the field as it may stand in a header.
func (h FieldHelp) Sample(lang string) string { return content.Sample(h.Field, lang) }

// Measured tells that the bounds bind the value itself, or each entry of a list: a number's size, a text's length. Else they bind how many entries there are.
func (h FieldHelp) Measured() bool { return content.Measured(h.Type) }

// Bounds are the least and the most of a field in digits; "" where there is none.
func (h FieldHelp) Bounds() (least, most string) {
	digits := func(f *float64) string {
		if f == nil {
			return ""
		}
		return strings.Replace(strconv.FormatFloat(*f, 'f', -1, 64), ".", ",", 1)
	}
	return digits(h.Min), digits(h.Max)
}
