package content

import (
	"strconv"
	"unicode/utf8"

	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// checkScalar applies the rules of a field to a value that has the right type. A field with `warn` only warns and keeps it.
func (r *reader) checkScalar(v site.Value) bool {
	f := v.Field
	if f.Type == site.Int || f.Type == site.Number {
		return r.bounds(v, v.Number, "E-MIN", "E-MAX")
	}
	if f.Type == site.Markdown {
		return true
	}
	if f.Pattern != nil && v.Text != "" && !f.Pattern.MatchString(v.Text) {
		return r.broken(v, "E-PATTERN", "value", v.Text, "example", f.Example)
	}
	if v.Text != "" {
		return r.bounds(v, float64(utf8.RuneCountInString(v.Text)), "E-LENGTH", "E-LENGTH")
	}
	return true
}

func (r *reader) bounds(v site.Value, n float64, low, high string) bool {
	size := strconv.FormatFloat(n, 'f', -1, 64)
	if v.Field.Min != nil && n < *v.Field.Min {
		return r.broken(v, low, "min", strconv.FormatFloat(*v.Field.Min, 'f', -1, 64), "n", size, "value", size)
	}
	if v.Field.Max != nil && n > *v.Field.Max {
		return r.broken(v, high, "max", strconv.FormatFloat(*v.Field.Max, 'f', -1, 64), "n", size, "value", size)
	}
	return true
}

// broken says that a value breaks a rule; the value stands all the same where the kind wants a warning only.
func (r *reader) broken(v site.Value, code string, args ...string) bool {
	if v.Field.Warn != "" {
		code = v.Field.Warn
	}
	r.complain(code, v.Line, v.Column, append([]string{"field", v.Field.Name, "label", v.Field.Label.UK}, args...)...)
	return v.Field.Warn != ""
}

// checkList applies the rules that hold for a list as a whole. The length of a list of texts is bound for each text
// already, so min and max bind the number only of what is no text.
func (r *reader) checkList(v site.Value) {
	f := v.Field
	if f.Ascending != "" {
		r.ascending(v)
	}
	for _, part := range f.Fields {
		if part.Unique {
			r.distinct(v, part)
		}
	}
}

func (r *reader) ascending(v site.Value) {
	var last ukrainian.Date
	for _, item := range v.Items {
		part, ok := item.Part(v.Field.Ascending)
		if !ok {
			continue
		}
		if !last.IsZero() && part.Date.Compare(last) < 0 {
			r.complain("E-STAGES", part.Line, part.Column, "field", v.Field.Name, "label", v.Field.Label.UK, "value", part.Date.String(), "before", last.String())
		}
		last = part.Date
	}
}

func (r *reader) distinct(v site.Value, part *site.Field) {
	seen := map[string]bool{}
	for _, item := range v.Items {
		p, ok := item.Part(part.Name)
		if ok && seen[p.Text] {
			r.complain("E-UNIQUE", p.Line, p.Column, "field", part.Name, "label", part.Label.UK, "value", p.Text)
		}
		seen[p.Text] = ok
	}
}

// checkParts applies the rules between the parts of an object.
func (r *reader) checkParts(v site.Value) {
	r.present(v.Field.Fields, v.Part, false, v.Line, v.Column)
	r.ordered(v.Parts, v.Part)
}

// present finds fields that must stand and do not. A document may have its title from elsewhere: its first heading or its kind's pattern.
func (r *reader) present(fields []*site.Field, get func(string) (site.Value, bool), titled bool, line, column int) {
	for _, f := range fields {
		if _, ok := get(f.Name); ok {
			continue
		}
		if f.Name == "title" && titled {
			continue
		}
		switch {
		case f.Required || demanded(f, get):
			code := f.Missing
			if code == "" {
				code = "E-REQUIRED"
			}
			r.complain(code, line, column, "field", f.Name, "label", f.Label.UK, "example", f.Example)
		case f.RequiredWith != "":
			if with, ok := get(f.RequiredWith); ok {
				r.complain("E-TOGETHER", with.Line, with.Column, "field", f.Name, "label", f.Label.UK, "with", f.RequiredWith, "withlabel", with.Field.Label.UK)
			}
		}
	}
}

func demanded(f *site.Field, get func(string) (site.Value, bool)) bool {
	for name, values := range f.RequiredIf {
		v, ok := get(name)
		for _, want := range values {
			if ok && (v.Text == want || v.Field.Type == site.Bool && strconv.FormatBool(v.Bool) == want) {
				return true
			}
		}
	}
	return false
}

// ordered finds dates that stand before the one they may not precede.
func (r *reader) ordered(values []site.Value, get func(string) (site.Value, bool)) {
	for _, v := range values {
		if v.Field.NotBefore == "" {
			continue
		}
		earlier, ok := get(v.Field.NotBefore)
		if ok && v.Date.Last().Compare(earlier.Date.First()) < 0 {
			r.complain("E-ORDER", v.Line, v.Column, "field", v.Field.Name, "label", v.Field.Label.UK, "value", v.Date.String(),
				"other", earlier.Field.Name, "otherlabel", earlier.Field.Label.UK, "otherdate", earlier.Date.String())
		}
	}
}
