package content

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// checkScalar applies the rules of a field to a value that has the right type. A field with `warn` only warns and keeps it.
func (r *reader) checkScalar(v site.Value) bool {
	f := v.Field
	switch {
	case f.Type == site.Int || f.Type == site.Number:
		return r.bounds(v, v.Number, "E-MIN", "E-MAX")
	case f.Type == site.Markdown:
		return true
	case f.Pattern != nil && !f.Pattern.MatchString(v.Text):
		return r.broken(v, "E-PATTERN", "value", v.Text, "example", f.Example, "help.uk", strings.TrimSuffix(f.Help, "."))
	}
	return r.bounds(v, float64(utf8.RuneCountInString(v.Text)), "E-LENGTH", "E-LENGTH")
}

func (r *reader) bounds(v site.Value, n float64, low, high string) bool {
	if v.Field.Min != nil && n < *v.Field.Min {
		return r.broken(v, low, "min", decimal(*v.Field.Min), "n", decimal(n), "value", decimal(n), "why", "short")
	}
	if v.Field.Max != nil && n > *v.Field.Max {
		return r.broken(v, high, "max", decimal(*v.Field.Max), "n", decimal(n), "value", decimal(n), "why", "long")
	}
	return true
}

func decimal(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }

// broken says that a value breaks a rule; the value stands all the same where the kind wants a warning only.
func (r *reader) broken(v site.Value, code string, args ...string) bool {
	if v.Field.Warn != "" {
		code = v.Field.Warn
	}
	r.complain(code, v.Line, v.Column, append([]string{"field", v.Field.Name, "label", v.Field.Label.UK}, args...)...)
	return v.Field.Warn != ""
}

// Measured tells that min and max bind a value of the type itself: a number's size, a text's length. In a list of anything else
// they bind the length of the list.
func Measured(t site.Type) bool {
	switch t {
	case site.Int, site.Number, site.String, site.PlainText, site.Code:
		return true
	}
	return false
}

// checkList applies the rules that hold for a list as a whole; size is how many elements were written.
func (r *reader) checkList(v site.Value, size int) {
	f := v.Field
	if n := float64(size); !Measured(f.Type) && size > 0 {
		args := []string{"field", f.Name, "label", f.Label.UK, "n", strconv.Itoa(size)}
		if f.Min != nil && n < *f.Min {
			r.complain("E-COUNT", v.Line, v.Column, append(args, "min", decimal(*f.Min))...)
		}
		if f.Max != nil && n > *f.Max {
			r.complain("E-COUNT", v.Line, v.Column, append(args, "max", decimal(*f.Max))...)
		}
	}
	if f.Ascending != "" {
		r.ascending(v)
	}
	if f.Type == site.ClauseType && f != innerClauses {
		r.numbered(v, "")
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
		if !last.IsZero() && part.Date.Last().Compare(last.First()) < 0 {
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

// checkParts completes an object and applies the rules between its parts; missed are those that stand there without a value.
func (r *reader) checkParts(v *site.Value, missed unread) {
	if len(v.Parts) == 0 && len(missed.wrong) == 0 {
		return // nothing stands there
	}
	v.Parts = append(v.Parts, r.defaults(v.Field.Fields, v.Part)...)
	r.present(v.Field, v.Field.Fields, v.Part, missed, v.Line, v.Column)
	r.ordered(v.Parts, v.Part)
	switch v.Field.Type {
	case site.DeadlineType:
		r.deadline(*v, missed.wrong)
	case site.ClauseType:
		r.subclauses(*v)
	case site.PhotoType:
		r.photo(*v, missed)
	}
}

// present finds fields that must stand and do not. Those in missed.wrong are excused: something has been said of them already, or they
// have their value from elsewhere. owner is the field whose parts they are, or nil.
func (r *reader) present(owner *site.Field, fields []*site.Field, get func(string) (site.Value, bool), missed unread, line, column int) {
	for _, f := range fields {
		if !f.Required && len(f.RequiredIf) == 0 && f.RequiredWith == "" {
			continue // as most
		}
		if _, ok := get(f.Name); ok || missed.wrong[f.Name] {
			continue
		}
		when, required := demanded(f, get)
		switch {
		case required:
			example := exampleOf(f, owner)
			if tableName(r.file) {
				example = site.Text{UK: f.Example, EN: f.Example} // a cell needs no quotes
			}
			r.lacks(f, owner, missed, line, column, "example", example.EN, "example.uk", example.UK, "when", when.EN, "when.uk", when.UK)
		case f.RequiredWith != "":
			if with, ok := get(f.RequiredWith); ok {
				r.together(with, f, owner, missed)
			}
		}
	}
}

// complainOfLack complains of a field that must stand and does not. One that stands with nothing behind it is told where it stands: to write it once more would be
// wrong.
func (r *reader) complainOfLack(code string, b blank, line, column int, args ...string) {
	if b.key == nil {
		r.complain(code, line, column, args...)
		return
	}
	r.complain(code, b.key.Line, b.key.Column, append(args, "empty", b.form)...).Length = utf8.RuneCountInString(b.key.Value)
}

// lacks says that a field must stand and does not, or stands with nothing behind it.
func (r *reader) lacks(f, owner *site.Field, missed unread, line, column int, args ...string) {
	code := f.Missing
	switch code {
	case "":
		code = "E-REQUIRED"
	case "E-CONSENT":
		args = append(args, "field.uk", f.Label.UK, "scope", "yes")
	}
	args = append(append(args, r.room(f, owner)...), "field", f.Name, "label", f.Label.UK)
	r.complainOfLack(code, missed.empty[f.Name], line, column, args...)
}

// together says that a field needs another one. Only one that need not stand may be removed.
func (r *reader) together(v site.Value, with, owner *site.Field, missed unread) {
	args := append(r.room(with, owner), "field", v.Field.Name, "label", v.Field.Label.UK, "with", with.Name, "withlabel", with.Label.UK)
	if !v.Field.Required {
		args = append(args, "remove", v.Field.Name, "remove.uk", v.Field.Label.UK)
	}
	r.complainOfLack("E-TOGETHER", missed.empty[with.Name], v.Line, v.Column, args...)
}

// room tells a message where a field is to be written that does not stand: in a cell of a table, among the parts of an object, in a file without a header.
func (r *reader) room(f, owner *site.Field) []string {
	switch {
	case tableName(r.file) && owner != nil:
		return []string{"column", owner.Name + "." + f.Name, "column.uk", owner.Label.UK + "." + f.Label.UK}
	case tableName(r.file):
		return []string{"column", f.Name, "column.uk", f.Label.UK}
	case owner != nil:
		return []string{"owner", owner.Name, "owner.uk", owner.Label.UK}
	case r.file == ConfigFile:
		return []string{"file", ConfigFile}
	}
	return nil
}

// demanded tells whether a field must stand, and for which value of another field, as the author may have written it.
func demanded(f *site.Field, get func(string) (site.Value, bool)) (when site.Text, required bool) {
	if f.Required {
		return when, true
	}
	for _, name := range slices.Sorted(maps.Keys(f.RequiredIf)) {
		v, _ := get(name)
		for _, one := range slices.Concat(v.Items, []site.Value{v}) {
			if one.Field != nil && slices.Contains(f.RequiredIf[name], plain(one)) {
				return site.Text{UK: "`" + v.Field.Label.UK + ": " + labelled(one) + "`", EN: "`" + name + ": " + plain(one) + "`"}, true
			}
		}
	}
	return when, false
}

// plain is a value in the notation of kind.yaml.
func plain(v site.Value) string {
	switch v.Field.Type {
	case site.Bool:
		return strconv.FormatBool(v.Bool)
	case site.Int, site.Number:
		return decimal(v.Number)
	}
	return v.Text
}

// labelled is a value as people write it in Ukrainian.
func labelled(v site.Value) string {
	switch {
	case v.Field.Type == site.Bool && v.Bool:
		return "так"
	case v.Field.Type == site.Bool:
		return "ні"
	case v.Field.Vocabulary != nil:
		if w := v.Field.Vocabulary.Word(v.Text); w != nil {
			return w.Label.UK
		}
	}
	return plain(v)
}

// ordered finds dates that stand before the one they may not precede.
func (r *reader) ordered(values []site.Value, get func(string) (site.Value, bool)) {
	for _, v := range values {
		for _, name := range v.Field.NotBefore {
			earlier, ok := get(name)
			last, first := v.Date.Last(), earlier.Date.First()
			if v.Date.Timed && earlier.Date.Timed { // First and Last are days
				last, first = v.Date, earlier.Date
			}
			if ok && last.Compare(first) < 0 {
				r.complain("E-ORDER", v.Line, v.Column, "field", v.Field.Name, "label", v.Field.Label.UK, "value", v.Date.String(),
					"other", earlier.Field.Name, "otherlabel", earlier.Field.Label.UK, "otherdate", earlier.Date.String())
				break
			}
		}
	}
}
