package content

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/som-hub/vitryna/generator/site"
)

// values reads a header's fields. Unknown ones are errors (a misspelt `draft` must not publish), what cannot be read is left out.
func (r *reader) values(header *yaml.Node, kind *site.Kind, lang string) []site.Value {
	values, missed := r.fields(header, nil, kind.Field, kind.Fields)
	r.unread = missed
	if lang == site.EN {
		values = slices.DeleteFunc(values, func(v site.Value) bool {
			if v.Field.Name == "draft" { // a translation may be a draft of its own
				return false
			}
			if !v.Field.Translate {
				r.complain("W-LANG-KEY", v.Line, v.Column, "field", v.Field.Name, "label", v.Field.Label.UK)
			}
			return !v.Field.Translate
		})
	}
	return values
}

// unread are the fields of a map that stand there and gave no value.
type unread struct {
	wrong map[string]bool  // that has been said; perhaps it was said of a key that nobody knows and that most likely means the field
	empty map[string]blank // nothing stands behind them
}

// blank is a field with nothing behind it: its key, and what stands there in place of a value, a word of the list fill of the catalogue of messages.
type blank struct {
	key  *yaml.Node
	form string
}

// blankForm tells what an author has written where a value is empty.
func blankForm(node *yaml.Node) string {
	switch {
	case node.Kind == yaml.MappingNode && len(node.Content) == 0:
		return "braces"
	case node.Kind == yaml.SequenceNode && len(node.Content) == 0:
		return "brackets"
	case node.Kind == yaml.MappingNode:
		return "parts"
	case node.Kind == yaml.SequenceNode:
		return "entries"
	}
	return "line"
}

// fields reads a map of fields: of a header, or the parts of its owner.
func (r *reader) fields(node *yaml.Node, owner *site.Field, find func(string) *site.Field, all []*site.Field) (values []site.Value, missed unread) {
	values = make([]site.Value, 0, len(node.Content)/2)
	seen := map[string]*yaml.Node{}
	missed = unread{wrong: map[string]bool{}}
	var guessed []*site.Field
	for i := 0; i+1 < len(node.Content); i += 2 {
		key, body := node.Content[i], node.Content[i+1]
		if key.Kind != yaml.ScalarNode || key.Value == "" {
			r.complain("E-HEADER-YAML", key.Line, key.Column, "cause", "key")
			continue
		}
		field := find(key.Value)
		if field == nil {
			args := append(meant(key.Value, site.Names(all)), "field", key.Value)
			if near := find(args[1]); near != nil {
				guessed = append(guessed, near)
			}
			p := r.complain("E-KEY", key.Line, key.Column, append(args, partsOf(owner)...)...)
			p.Length = len([]rune(key.Value))
			continue
		}
		if first := seen[field.Name]; first != nil {
			r.twice(key, first)
			continue
		}
		seen[field.Name] = key
		before := len(r.problems)
		v, ok := r.value(body, field)
		v.Line, v.Column = key.Line, key.Column
		if ok {
			values = append(values, v)
		} else if len(r.problems) > before {
			missed.wrong[field.Name] = true
		} else {
			if missed.empty == nil {
				missed.empty = map[string]blank{}
			}
			missed.empty[field.Name] = blank{key, blankForm(body)}
		}
	}
	for _, field := range guessed {
		if seen[field.Name] == nil {
			missed.wrong[field.Name] = true
		}
	}
	return values, missed
}

// partsOf names the parts of a field to a message; of none where there is no such field.
func partsOf(owner *site.Field) []string {
	if owner == nil || len(owner.Fields) == 0 {
		return nil
	}
	var labels, names []string
	for _, part := range owner.Fields {
		labels, names = append(labels, "«"+part.Label.UK+"»"), append(names, "`"+part.Name+"`")
	}
	return []string{"parts", strings.Join(names, ", "), "parts.uk", strings.Join(labels, ", ")}
}

// twice says that a key stands for the second time, perhaps under its other name.
func (r *reader) twice(key, first *yaml.Node) {
	args := []string{"field", key.Value, "first", strconv.Itoa(first.Line)}
	if first.Value != key.Value {
		args = append(args, "other", first.Value)
	}
	r.complain("E-KEY-DUP", key.Line, key.Column, args...).Length = len([]rune(key.Value))
}

// value reads the value of one field; ok is false where there is none or it is wrong.
func (r *reader) value(node *yaml.Node, field *site.Field) (site.Value, bool) {
	v := site.Value{Field: field, Line: node.Line, Column: node.Column}
	switch {
	case node.Tag == "!!null":
		v.Null = true
		return v, field.Null // an empty line of a form is no value
	case field.Map:
		return r.mapped(node, v)
	case field.List:
		return r.list(node, v)
	}
	return r.single(node, v)
}

// list reads a list; one element may stand without brackets.
func (r *reader) list(node *yaml.Node, v site.Value) (site.Value, bool) {
	elements := []*yaml.Node{node}
	if node.Kind == yaml.SequenceNode {
		elements = node.Content
	}
	element := r.parser.Kinds.element(v.Field)
	v.Items = make([]site.Value, 0, len(elements))
	size := 0
	for _, e := range elements {
		if e.Tag == "!!null" {
			continue
		}
		size++
		if item, ok := r.single(e, site.Value{Field: element, Line: e.Line, Column: e.Column}); ok {
			v.Items = append(v.Items, item)
		} else if element.Type == site.Enum {
			r.several(e.Value, element)
		}
	}
	if r.sizes == nil {
		r.sizes = map[*site.Field]int{}
	}
	r.sizes[v.Field] = size
	if node.Kind == yaml.ScalarNode && element.Type == site.String && !tableName(r.file) && fewWords(node) {
		r.complain("W-LIST", node.Line, node.Column, "field", v.Field.Name, "label", v.Field.Label.UK, "value", node.Value)
	}
	r.checkList(v, size)
	return v, len(v.Items) > 0
}

// several makes of an unknown word that is several known ones a list whose brackets were forgotten: «педагоги, батьки» is answered by the words that may be written,
// and whoever wrote two of them got the same answer again.
func (r *reader) several(written string, element *site.Field) {
	all := site.Several(written)
	if all == "" || len(r.problems) == 0 {
		return
	}
	p := &r.problems[len(r.problems)-1]
	if p.Code != "E-ENUM" || p.Args["value"] != written {
		return
	}
	known := func(part string) bool { return element.Vocabulary.Find(part) != nil }
	if slices.ContainsFunc(strings.Split(all, ", "), known) {
		delete(p.Args, "nearest")
		p.Args["list"] = all
	}
}

// fewWords tells of a text that looks like a list whose brackets were forgotten: one or two words between commas, and no quotes around it.
func fewWords(node *yaml.Node) bool {
	parts := strings.Split(node.Value, ",")
	long := func(part string) bool { n := len(strings.Fields(part)); return n < 1 || n > 2 }
	return len(parts) > 1 && node.Style == 0 && !strings.Contains(node.Value, ".") && !slices.ContainsFunc(parts, long)
}

// mapped reads a map whose keys are the author's own, or the words of a vocabulary.
func (r *reader) mapped(node *yaml.Node, v site.Value) (site.Value, bool) {
	if node.Kind != yaml.MappingNode {
		r.wrongType(node, v.Field)
		return v, false
	}
	element := r.parser.Kinds.element(v.Field)
	seen := map[string]*yaml.Node{}
	for i := 0; i+1 < len(node.Content); i += 2 {
		key, body := node.Content[i], node.Content[i+1]
		name := key.Value
		if v.Field.Vocabulary != nil {
			word := r.word(key, v.Field)
			if word == nil {
				continue
			}
			name = word.Name
		}
		if first := seen[name]; first != nil {
			r.twice(key, first)
			continue
		}
		seen[name] = key
		if item, ok := r.value(body, element); ok {
			item.Key = name
			v.Items = append(v.Items, item)
		}
	}
	return v, len(v.Items) > 0
}

// single reads one value: a scalar, or an object.
func (r *reader) single(node *yaml.Node, v site.Value) (site.Value, bool) {
	if len(v.Field.Fields) > 0 {
		if node.Kind != yaml.MappingNode {
			r.wrongType(node, v.Field)
			return v, false
		}
		var missed unread
		v.Parts, missed = r.fields(node, v.Field, v.Field.Find, v.Field.Fields)
		r.checkParts(&v, missed)
		return v, len(v.Parts) > 0
	}
	if node.Kind != yaml.ScalarNode {
		r.wrongType(node, v.Field)
		return v, false
	}
	return r.scalar(node, v)
}

func (r *reader) wrongType(node *yaml.Node, field *site.Field) {
	if tableName(r.file) && len(field.Fields) > 0 { // a cell holds no parts, whatever braces stand in it
		var labels, names []string
		for _, part := range needed(field) {
			labels, names = append(labels, "`"+field.Label.UK+"."+part.Label.UK+"`"), append(names, "`"+field.Name+"."+part.Name+"`")
		}
		r.complain("E-TYPE", node.Line, node.Column, "field", field.Name, "label", field.Label.UK, "want", wanted(field), "value", node.Value,
			"columns", strings.Join(names, ", "), "columns.uk", strings.Join(labels, ", "))
		return
	}
	example := shape(field)
	args := []string{"field", field.Name, "label", field.Label.UK, "want", wanted(field), "value", node.Value, "example", example.EN, "example.uk", example.UK}
	r.complain("E-TYPE", node.Line, node.Column, append(args, partsOf(field)...)...)
}

// shape is a line of a header that holds a field of several parts, as the kind shows it or made of the parts; empty for any other field, and for types of
// which the catalogue of messages has an example.
func shape(f *site.Field) site.Text {
	switch {
	case len(f.Fields) == 0 && !f.Map:
		return site.Text{}
	case f.Example != "":
		example := exampleOf(f, nil)
		return site.Text{UK: f.Label.UK + ": " + example.UK, EN: f.Name + ": " + example.EN}
	case wanted(f) != "object" && wanted(f) != "objects":
		return site.Text{}
	}
	var uk, en []string
	for _, part := range needed(f) {
		example := exampleOf(part, f)
		uk, en = append(uk, part.Label.UK+": "+cmp.Or(example.UK, "…")), append(en, part.Name+": "+cmp.Or(example.EN, "…"))
	}
	return site.Text{UK: f.Label.UK + ": {" + strings.Join(uk, ", ") + "}", EN: f.Name + ": {" + strings.Join(en, ", ") + "}"}
}

// needed are the parts without which a field says nothing: those that must stand, or the first.
func needed(f *site.Field) []*site.Field {
	parts := slices.DeleteFunc(slices.Clone(f.Fields), func(part *site.Field) bool { return !part.Required })
	if len(parts) == 0 {
		parts = f.Fields[:1]
	}
	return parts
}

// wanted names the type of a field for people; the catalogue of messages translates the word.
func wanted(f *site.Field) string {
	switch {
	case f.Map:
		return "map"
	case f.Type == site.Person || f.Type == site.Consent || f.Type == site.DeadlineType:
		return string(f.Type)
	case len(f.Fields) > 0:
		if f.List {
			return "objects"
		}
		return "object"
	case f.List:
		return "list"
	case f.Type == site.Code, f.Type == site.Path, f.Type == site.AcademicYear:
		return "string"
	}
	return string(f.Type)
}
