package content

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/site"
)

// fields reads the fields of a kind, or the parts of an object.
func (r *kindReader) fields(node *yaml.Node) []*site.Field {
	if node.Kind == 0 {
		return nil
	}
	if node.Kind != yaml.MappingNode {
		r.complain(node.Line, "у `fields` мають стояти назви полів, кожна з описом", "`fields` must be names of fields, each with its description")
		return nil
	}
	var fields []*site.Field
	for i := 0; i+1 < len(node.Content); i += 2 {
		name, body := node.Content[i], node.Content[i+1]
		if slices.ContainsFunc(fields, func(f *site.Field) bool { return f.Name == name.Value }) {
			r.wrong(name, "його описано двічі", "it is described twice")
			continue
		}
		var f fieldFile
		if r.into(body, &f) {
			fields = append(fields, r.field(name, &f))
		}
	}
	return fields
}

// wrong says what is wrong with one field.
func (r *kindReader) wrong(name *yaml.Node, uk, en string) {
	r.problem("E-KIND-FIELD", name.Line, "kind", r.name(), "field", name.Value, "detail.uk", uk, "detail.en", en)
}

func (r *kindReader) field(name *yaml.Node, f *fieldFile) *site.Field {
	field := &site.Field{
		Name: name.Value, Label: textOf(&f.Label), Aka: f.Aka, To: listOf(&f.To), Fields: r.fields(&f.Fields),
		Required: f.Required, RequiredWith: f.RequiredWith, Missing: f.Missing, Min: f.Min, Max: f.Max,
		NotBefore: listOf(&f.NotBefore), Words: f.Words, Ascending: f.Ascending, Unique: f.Unique, Partial: f.Partial, Past: f.Past, Warn: f.Warn, Null: f.Null,
		Private: f.Private, Translate: f.Translate, Romanise: f.Romanise, Numero: f.Numero, Hidden: f.Hidden, Back: textOf(&f.Back),
		Default: f.Default.Value, Help: textOf(&f.Help).UK, Example: f.Example.Value,
	}
	r.lines[field] = name.Line
	if len(field.To) > 0 && r.layer[r.name()] > 0 {
		r.leads = append(r.leads, lead{r.file, name, field})
	}
	if field.Label.UK == "" {
		field.Label.UK = field.Name
	}
	if len(f.RequiredIf) > 0 {
		field.RequiredIf = map[string][]string{}
	}
	for key, node := range f.RequiredIf {
		field.RequiredIf[key] = listOf(&node)
	}
	if f.Pattern != "" {
		pattern, err := regexp.Compile(f.Pattern)
		if err != nil {
			r.wrong(name, "`pattern` — не регулярний вираз", "`pattern` is no regular expression: "+err.Error())
		}
		field.Pattern = pattern
	}
	r.typed(name, field, f)
	r.codes(name, field)
	if field.Type == site.String && !field.List && len(field.To) > 0 {
		item := *field
		item.Type, field.Item = site.Ref, &item
	}
	return field
}

// codes checks that the codes of problems that a field names are known: a warning for `warn`, anything for `missing`.
func (r *kindReader) codes(name *yaml.Node, field *site.Field) {
	if field.Warn != "" && (!strings.HasPrefix(field.Warn, "W-") || !problem.Known(field.Warn)) {
		r.wrong(name, "`warn: "+field.Warn+"` — невідомий код попередження", "`warn: "+field.Warn+"` is no code of a warning")
		field.Warn = ""
	}
	if field.Warn == "W-ALT" {
		field.Warn = altWarning // that of a picture in a text advises its brackets
	}
	if field.Missing != "" && !problem.Known(field.Missing) {
		r.wrong(name, "`missing: "+field.Missing+"` — невідомий код", "`missing: "+field.Missing+"` is no code of a problem")
		field.Missing = ""
	}
}

// typed reads the type of a field: `enum`, `refs`, `list of object`, `map of int` ….
func (r *kindReader) typed(name *yaml.Node, field *site.Field, f *fieldFile) {
	t := f.Type
	if rest, ok := strings.CutPrefix(t, "list of "); ok {
		field.List, t = true, rest
	} else if rest, ok := strings.CutPrefix(t, "map of "); ok {
		field.Map, t = true, rest
	}
	switch t {
	case "", "string":
		t = "string"
	case "list":
		field.List, t = true, "string"
	case "refs":
		field.List, t = true, "ref"
	}
	field.Type = site.Type(t)
	if !slices.Contains(types, field.Type) {
		r.problem("E-KIND-TYPE", name.Line, "kind", r.name(), "field", field.Name, "value", t, "nearest", problem.Nearest(t, typeNames()), "allowed", strings.Join(typeNames(), ", "))
		field.Type = site.String
	}
	if field.Fields == nil {
		field.Fields = composite(field.Type)
	}
	vocabulary := f.Of
	if field.Map {
		vocabulary = f.Keys
	}
	if vocabulary != "" {
		field.Vocabulary = r.kinds.Vocabularies[vocabulary]
	}
	switch {
	case vocabulary != "" && field.Vocabulary == nil:
		nearest := problem.Nearest(vocabulary, slices.Sorted(maps.Keys(r.kinds.Vocabularies)))
		r.wrong(name, "переліку значень `"+vocabulary+"` немає"+suggested("; можливо, ", nearest), "there is no vocabulary `"+vocabulary+"`"+suggested("; perhaps ", nearest))
	case field.Map && (field.Type == site.Enum || len(field.Fields) > 0):
		r.wrong(name, "`map of "+t+"` не буває", "there is no `map of "+t+"`")
	case field.Type == site.Enum && vocabulary == "":
		r.wrong(name, "`enum` потребує переліку значень: `of: …`", "an `enum` needs a vocabulary: `of: …`")
	case field.Type == site.Ref && len(field.To) == 0:
		r.wrong(name, "посилання потребує розділу: `to: …`", "a reference needs a section: `to: …`")
	case field.Type == site.Object && len(field.Fields) == 0:
		r.wrong(name, "`object` потребує частин: `fields: …`", "an `object` needs parts: `fields: …`")
	}
}

// suggested is a word in grave accents with what stands before it, or nothing where there is no word.
func suggested(before, word string) string {
	if word == "" {
		return ""
	}
	return before + "`" + word + "`"
}

var types = []site.Type{
	site.String, site.Code, site.PlainText, site.Markdown, site.Int, site.Number, site.Bool, site.DateOnly, site.DateTime,
	site.AcademicYear, site.Colour, site.Enum, site.Ref, site.Object, site.File, site.Image, site.URL, site.Path,
	site.Person, site.Consent, site.Source, site.Attachment, site.ISBN, site.Latitude, site.Longitude,
	site.DeadlineType, site.ClauseType, site.PhotoType,
}

func typeNames() []string {
	var names []string
	for _, t := range types {
		names = append(names, string(t))
	}
	return names
}
