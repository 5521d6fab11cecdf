package content

import (
	"slices"
	"strconv"
	"strings"

	"github.com/som-hub/vitryna/generator/site"
)

// complete finishes a document whose header was read whole: title, defaults, fields that must stand, rules between fields.
func (r *reader) complete(doc *site.Doc) {
	r.title(doc)
	if doc.Lang != site.UK {
		return
	}
	r.defaults(doc)
	r.present(doc.Kind.Fields, doc.Value, doc.Title != "", 1, 0)
	r.ordered(doc.Values, doc.Value)
	r.oneOf(doc)
	r.common(doc)
	if rule := kindRules[doc.Kind.Name]; rule != nil {
		rule(r, doc)
	}
}

func (r *reader) title(doc *site.Doc) {
	if doc.Title == "" {
		doc.Title = Title(doc)
	}
	switch {
	case doc.Title == "" && doc.Lang == site.UK && doc.Role == site.RoleItem:
		if f := doc.Kind.Field("title"); f == nil || !f.Required { // else the missing field is said anyway
			r.complain("E-TITLE", 1, 0)
		}
	case strings.HasSuffix(doc.Title, ".") && !strings.HasSuffix(doc.Title, "р.") && !strings.HasSuffix(doc.Title, "..") && doc.Kind.Title == "":
		v, _ := doc.Value("title")
		r.complain("W-TITLE-STOP", v.Line, v.Column)
	}
}

// Title is the title of a document: its own, or made by its kind's pattern `{name.surname} {name.given}`; parts that are
// absent vanish.
func Title(doc *site.Doc) string {
	if t := doc.Text("title"); t != "" || doc.Kind.Title == "" {
		return t
	}
	var b strings.Builder
	pattern := doc.Kind.Title
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
	return strings.Join(strings.Fields(b.String()), " ")
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
	}
	return v.Text
}

// defaults adds the value of every field that has one and does not stand. `default` is an enum's name or a text.
func (r *reader) defaults(doc *site.Doc) {
	for _, f := range doc.Kind.Fields {
		if f.Default == "" || f.List || f.Map {
			continue
		}
		if _, ok := doc.Value(f.Name); ok {
			continue
		}
		v := site.Value{Field: f, Text: f.Default}
		switch f.Type {
		case site.Bool:
			v.Bool, _ = boolean(f.Default)
		case site.Int, site.Number:
			v.Number, _ = number64(f.Default, f.Type == site.Int)
		}
		doc.Values = append(doc.Values, v)
	}
}

func (r *reader) oneOf(doc *site.Doc) {
	for _, group := range doc.Kind.OneOf {
		var labels []string
		found := false
		for _, name := range group {
			_, ok := doc.Value(name)
			found = found || ok
			if f := doc.Kind.Field(name); f != nil {
				labels = append(labels, "«"+f.Label.UK+"»")
			}
		}
		if !found {
			r.complain("E-ONE-OF", 1, 0, "fields", strings.Join(labels, ", "))
		}
	}
}

// common checks the fields that every kind has.
func (r *reader) common(doc *site.Doc) {
	if tags, ok := doc.Value("tags"); ok && len(tags.Items) > 10 {
		r.complain("E-COUNT", tags.Line, tags.Column, "field", "tags", "label", tags.Field.Label.UK, "n", strconv.Itoa(len(tags.Items)), "max", "10")
	}
	if origin, ok := doc.Value("origin"); ok && origin.Text == "external" {
		_, owner := doc.Value("owner")
		_, sources := doc.Value("sources")
		if !owner || !sources {
			r.complain("E-ORIGIN", origin.Line, origin.Column, "missing", missing(map[string]bool{"Власник": owner, "Джерела": sources}))
		}
	}
	if _, ok := doc.Value("summary"); !ok && doc.Role == site.RoleItem && !doc.Kind.NoPage && doc.Kind.Field("summary") != nil {
		if doc.Body.Lead != "" {
			r.complain("W-SUMMARY", 1, 0)
		}
	}
}

// missing lists the labels of what does not stand.
func missing(stands map[string]bool) string {
	var labels []string
	for label, ok := range stands {
		if !ok {
			labels = append(labels, "«"+label+"»")
		}
	}
	slices.Sort(labels)
	return strings.Join(labels, ", ")
}
