package content

import (
	"slices"
	"strconv"

	"go.yaml.in/yaml/v4"

	"github.com/som-hub/vitryna/generator/site"
)

// values reads a header's fields. Unknown ones are errors (a misspelt `draft` must not publish), what cannot be read is left out.
func (r *reader) values(header *yaml.Node, kind *site.Kind, lang string) []site.Value {
	values, wrong := r.fields(header, kind.Field, kind.Fields)
	r.wrong = wrong
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

// fields reads a map of fields, of a header or of an object; wrong are those that stand there and cannot be read.
func (r *reader) fields(node *yaml.Node, find func(string) *site.Field, all []*site.Field) (values []site.Value, wrong map[string]bool) {
	values = make([]site.Value, 0, len(node.Content)/2)
	seen := map[string]*yaml.Node{}
	wrong = map[string]bool{}
	for i := 0; i+1 < len(node.Content); i += 2 {
		key, body := node.Content[i], node.Content[i+1]
		if key.Kind != yaml.ScalarNode || key.Value == "" {
			r.complain("E-HEADER-YAML", key.Line, key.Column, "cause", "key")
			continue
		}
		field := find(key.Value)
		if field == nil {
			p := r.complain("E-KEY", key.Line, key.Column, append(meant(key.Value, site.Names(all)), "field", key.Value)...)
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
			wrong[field.Name] = true
		}
	}
	return values, wrong
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
		}
	}
	if r.sizes == nil {
		r.sizes = map[*site.Field]int{}
	}
	r.sizes[v.Field] = size
	r.checkList(v, size)
	return v, len(v.Items) > 0
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
		var wrong map[string]bool
		v.Parts, wrong = r.fields(node, v.Field.Find, v.Field.Fields)
		r.checkParts(&v, wrong)
		return v, len(v.Parts) > 0
	}
	if node.Kind != yaml.ScalarNode {
		r.wrongType(node, v.Field)
		return v, false
	}
	return r.scalar(node, v)
}

func (r *reader) wrongType(node *yaml.Node, field *site.Field) {
	r.complain("E-TYPE", node.Line, node.Column, "field", field.Name, "label", field.Label.UK, "want", wanted(field), "value", node.Value)
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
