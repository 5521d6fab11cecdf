package content

import (
	"bytes"
	"io/fs"
	"reflect"
	"slices"
	"strconv"

	"go.yaml.in/yaml/v4"

	"github.com/som-hub/vitryna/generator/problem"
)

// kindFile is kind.yaml as it stands in the file; see docs/kinds.md.
type kindFile struct {
	Section string     `yaml:"section"`
	Label   yaml.Node  `yaml:"label"`
	Heading yaml.Node  `yaml:"heading"`
	Fields  yaml.Node  `yaml:"fields"`
	Sort    []string   `yaml:"sort"`
	Facets  []string   `yaml:"facets"`
	Title   string     `yaml:"title"`
	Inside  string     `yaml:"inside"`
	Source  string     `yaml:"source"`
	Page    *bool      `yaml:"page"`
	Common  *bool      `yaml:"common"`
	OneOf   [][]string `yaml:"one-of"`
	ID      string     `yaml:"id"` // pattern of a row without an id
	Schema  string     `yaml:"structured-data"`
	Feed    bool       `yaml:"feed"`
	Index   bool       `yaml:"index"` // an alphabetical index of the section
}

// fieldFile is one field as it stands in kind.yaml.
type fieldFile struct {
	Label        yaml.Node            `yaml:"label"`
	Aka          []string             `yaml:"aka"`
	Type         string               `yaml:"type"`
	Of           string               `yaml:"of"`
	To           yaml.Node            `yaml:"to"`
	Fields       yaml.Node            `yaml:"fields"`
	Keys         string               `yaml:"keys"`
	Required     bool                 `yaml:"required"`
	RequiredIf   map[string]yaml.Node `yaml:"required-if"`
	RequiredWith string               `yaml:"required-with"`
	Missing      string               `yaml:"missing"`
	Min          *float64             `yaml:"min"`
	Max          *float64             `yaml:"max"`
	Pattern      string               `yaml:"pattern"`
	NotBefore    yaml.Node            `yaml:"not-before"`
	Words        string               `yaml:"words"`
	Ascending    string               `yaml:"ascending"`
	Unique       bool                 `yaml:"unique"`
	Partial      bool                 `yaml:"partial"`
	Past         bool                 `yaml:"past"`
	Warn         string               `yaml:"warn"`
	Null         bool                 `yaml:"null"`
	Private      bool                 `yaml:"private"`
	Translate    bool                 `yaml:"translate"`
	Romanise     bool                 `yaml:"romanise"`
	Numero       bool                 `yaml:"numero"`
	Hidden       bool                 `yaml:"hidden"`
	Back         yaml.Node            `yaml:"back"`
	Default      yaml.Node            `yaml:"default"`
	Help         yaml.Node            `yaml:"help"`
	Example      yaml.Node            `yaml:"example"`
}

// wordFile is one word of a vocabulary as it stands in vocabularies.yaml.
type wordFile struct {
	UK      yaml.Node `yaml:"uk"`
	EN      yaml.Node `yaml:"en"`
	Count   yaml.Node `yaml:"count"`
	Aka     []string  `yaml:"aka"`
	Virtual bool      `yaml:"virtual"`
	Object  string    `yaml:"object"`
}

// top reads the file from the topmost layer that has it.
func (r *kindReader) top(v any) bool {
	for i, layer := range slices.Backward(r.layers) {
		if _, err := fs.Stat(layer, r.file); err == nil {
			r.layer[r.name()] = i
			root := r.load(layer)
			return root != nil && r.into(root, v)
		}
	}
	return false
}

// load reads the file from one layer; a missing or empty one gives nil.
func (r *kindReader) load(layer fs.FS) *yaml.Node {
	data, err := fs.ReadFile(layer, r.file)
	if err != nil || onlyNotes(data) {
		return nil
	}
	var root yaml.Node
	if err := yaml.Load(data, &root); err != nil {
		for _, e := range yamlErrors(err) {
			r.complain(faultOf(e, data).line, "цього рядка не вдається прочитати; перевірте відступи, лапки, дужки й двокрапки", "this line cannot be read ("+e.Message+")")
		}
		return nil
	}
	if len(root.Content) == 0 {
		return nil
	}
	within(root.Content[0], data)
	r.last = 1 + bytes.Count(bytes.TrimRight(data, "\n"), []byte("\n"))
	return root.Content[0]
}

// into gives a map of YAML to a struct whose tags are the keys; a key that is not among them is told.
func (r *kindReader) into(node *yaml.Node, v any) bool {
	if node.Kind != yaml.MappingNode {
		r.complain(node.Line, "тут мають бути рядки вигляду `назва: значення`", "lines of the form `name: value` are due here")
		return false
	}
	known := keysOf(v)
	seen := map[string]int{}
	if _, ok := v.(*kindFile); ok {
		r.keys = seen
	}
	good := true
	for i := 0; i+1 < len(node.Content); i += 2 {
		key := node.Content[i]
		if key.Tag == "!!null" && key.Value == "null" {
			key.Tag = "!!str" // the property `null` of a field needs no quotes
		}
		switch first := seen[key.Value]; {
		case first > 0:
			r.complain(key.Line, "`"+key.Value+"` записано двічі, уперше в рядку "+strconv.Itoa(first), "`"+key.Value+"` is written twice, first in line "+strconv.Itoa(first))
			good = false
		case !slices.Contains(known, key.Value):
			r.problem("E-KIND-KEY", key.Line, "kind", r.name(), "key", key.Value, "nearest", problem.Nearest(key.Value, known))
		}
		seen[key.Value] = key.Line
	}
	if !good {
		return false
	}
	if err := node.Load(v); err != nil {
		for _, e := range yamlErrors(err) {
			r.complain(min(max(e.Mark.Line, node.Line), r.last), "значення в цьому рядку має інший вигляд, ніж треба", "the value on this line has not the form that is due ("+e.Message+")")
		}
		return false
	}
	return true
}

// keysOf lists the keys of a struct by its tags.
func keysOf(v any) []string {
	t := reflect.TypeOf(v).Elem()
	keys := make([]string, t.NumField())
	for i := range keys {
		keys[i] = t.Field(i).Tag.Get("yaml")
	}
	return keys
}
