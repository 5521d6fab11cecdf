package content

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/som-hub/vitryna/generator/site"
)

// complete finishes a document whose header was read whole: title, defaults, fields that must stand, rules between fields.
func (r *reader) complete(doc *site.Doc) {
	r.title(doc)
	for _, v := range doc.Values {
		if v.Field.Warn == altWarning {
			picture, _ := doc.Value(v.Field.RequiredWith)
			r.fileForAlt(v, picture)
		}
	}
	if doc.Lang != site.UK {
		return
	}
	doc.Whole = true
	doc.Values = slices.Concat(doc.Values, r.defaults(doc.Kind.Fields, doc.Value)) // with no room to grow: there are many documents
	excused := map[string]bool{"title": doc.Title != ""}                           // it may be the first heading
	maps.Copy(excused, r.wrong)
	r.present(nil, doc.Kind.Fields, doc.Value, unread{excused, r.empty}, 1, 0)
	r.ordered(doc.Values, doc.Value)
	r.oneOf(doc)
	r.common(doc)
	if rule := kindRules[doc.Kind.Name]; rule != nil {
		rule(r, doc)
	}
}

// stands tells whether a field stands in the document, readable or not: of what cannot be read something has been said.
func (r *reader) stands(doc *site.Doc, name string) bool {
	_, ok := doc.Value(name)
	return ok || r.wrong[name]
}

func (r *reader) title(doc *site.Doc) {
	if doc.Title == "" {
		doc.Title = titleOf(doc)
	}
	words := strings.Fields(doc.Title)
	switch {
	case doc.Title == "" && doc.Lang == site.UK && doc.Role == site.RoleItem:
		if f := doc.Kind.Field("title"); f == nil { // else the missing field is said anyway
			r.complain("E-TITLE", 1, 0)
		}
	case strings.HasSuffix(doc.Title, ".") && words[len(words)-1] != "р." && !strings.HasSuffix(doc.Title, "..") && doc.Kind.Title == "":
		v, _ := doc.Value("title")
		r.complain("W-TITLE-STOP", v.Line, v.Column)
	}
}

// titleOf is the title of a document: its own, or made by its kind's pattern `{name.surname} {name.given}`; parts that are
// absent vanish.
func titleOf(doc *site.Doc) string {
	if t := doc.Text("title"); t != "" || doc.Kind.Title == "" {
		return t
	}
	return patterned(doc, doc.Kind.Title)
}

// patterned fills a pattern with the fields of a document.
func patterned(doc *site.Doc, pattern string) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(pattern, "{")
		b.WriteString(before)
		if !found {
			break
		}
		var name string
		name, pattern, _ = strings.Cut(rest, "}")
		b.WriteString(titlePart(doc, name))
	}
	words := strings.FieldsFunc(b.String(), func(r rune) bool { return r == ' ' }) // spaces that do not break stay
	return strings.Join(words, " ")
}

func titlePart(doc *site.Doc, name string) string {
	field, part, nested := strings.Cut(name, ".")
	v, ok := doc.Value(field)
	if ok && nested {
		v, ok = v.Part(part)
	}
	switch {
	case !ok:
		return ""
	case v.Field.Type == site.Enum:
		if w := v.Field.Vocabulary.Word(v.Text); w != nil {
			return w.Label.UK
		}
	case v.Field.Type == site.DateOnly, v.Field.Type == site.DateTime:
		return v.Date.String()
	case v.Field.Type == site.Int, v.Field.Type == site.Number:
		return decimal(v.Number)
	}
	return v.Text
}

// defaults are the values of the fields that have one and do not stand, read as if the author had written them.
func (r *reader) defaults(fields []*site.Field, get func(string) (site.Value, bool)) []site.Value {
	var values []site.Value
	for _, f := range fields {
		if f.Default == "" {
			continue
		}
		if _, ok := get(f.Name); ok {
			continue
		}
		if v, ok := r.value(text(f.Default, 0, 0), f); ok {
			values = append(values, v)
		}
	}
	return values
}

// sharedDefaults are the defaults of a kind that need not stand in every document, for they lead nowhere and hold no text.
func (k *Kinds) sharedDefaults(kind *site.Kind) []site.Value {
	plain := slices.DeleteFunc(slices.Clone(kind.Fields), func(f *site.Field) bool {
		return f.List || f.Map || !slices.Contains([]site.Type{site.Bool, site.Int, site.Number, site.Enum}, f.Type)
	})
	r := &reader{parser: &Parser{Kinds: k}, lang: site.UK}
	return r.defaults(plain, func(string) (site.Value, bool) { return site.Value{}, false })
}

// text is a node of a text that was not read from YAML: a default, a cell of a table.
func text(value string, line, column int) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: value, Style: yaml.DoubleQuotedStyle, Line: line, Column: column}
}

func (r *reader) oneOf(doc *site.Doc) {
	for _, group := range doc.Kind.OneOf {
		var labels, names []string
		found, empty := false, blank{}
		for _, name := range group {
			found, empty = found || r.stands(doc, name), cmp.Or(empty, r.empty[name])
			if f := doc.Kind.Field(name); f != nil {
				labels, names = append(labels, "«"+f.Label.UK+"»"), append(names, "`"+f.Name+"`")
			}
		}
		if !found {
			args := []string{"fields", strings.Join(names, ", "), "fields.uk", strings.Join(labels, ", ")}
			if tableName(r.file) {
				args = append(args, "table", "yes")
			}
			r.complainOfLack("E-ONE-OF", empty, 1, 0, args...)
		}
	}
}

// mostTags is how many tags an item may have (domain 2.1).
const mostTags = 10

// common checks the fields that every kind has.
func (r *reader) common(doc *site.Doc) {
	if tags, ok := doc.Value("tags"); ok && r.sizes[tags.Field] > mostTags {
		r.complain("E-COUNT", tags.Line, tags.Column, "field", "tags", "label", tags.Field.Label.UK, "n", strconv.Itoa(r.sizes[tags.Field]), "max", strconv.Itoa(mostTags))
	}
	if origin, ok := doc.Value("origin"); ok && origin.Text == "external" {
		owner, sources := r.stands(doc, "owner"), r.stands(doc, "sources")
		if !owner || !sources {
			r.complain("E-ORIGIN", origin.Line, origin.Column, "missing", missing(map[string]bool{"«Власник»": owner, "«Джерела»": sources}),
				"missing.en", missing(map[string]bool{"`owner`": owner, "`sources`": sources}))
		}
	}
	// What lives in another's folder, a chapter of a manual, stands in its contents by its title.
	if !r.stands(doc, "summary") && doc.Role == site.RoleItem && doc.Owner == "" && !doc.Kind.NoPage && doc.Kind.Field("summary") != nil && doc.Kind.Field("idea") == nil && doc.Body.Lead != "" {
		r.complainOfLack("W-SUMMARY", r.empty["summary"], 1, 0)
	}
}

// missing lists what does not stand.
func missing(stands map[string]bool) string {
	var names []string
	for name, ok := range stands {
		if !ok {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return strings.Join(names, ", ")
}
