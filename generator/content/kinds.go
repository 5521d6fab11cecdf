package content

import (
	"fmt"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// Kinds is everything the layouts say of what an author may write. It is made once and never changes.
type Kinds struct {
	All          []*site.Kind // by name
	Vocabularies map[string]*site.Vocabulary

	byName    map[string]*site.Kind
	bySection map[string]*site.Kind // kinds with a section in content/
	inside    map[string][]*site.Kind

	introduction *site.Kind // of the home page and the sections: nothing but the common fields
}

// Named returns the kind of that name, or nil.
func (k *Kinds) Named(name string) *site.Kind { return k.byName[name] }

// Section returns the kind of a section of content/, or nil.
func (k *Kinds) Section(name string) *site.Kind { return k.bySection[name] }

// Inside returns the kinds whose items live in the folders of items of the kind named.
func (k *Kinds) Inside(name string) []*site.Kind { return k.inside[name] }

// ReadKinds reads vocabularies.yaml, kinds/common.yaml and every kinds/<kind>/kind.yaml of the layouts. A later one lies over the ones
// before: file by file, and of vocabularies.yaml word by word.
// What is wrong in them is the designer's problem: E-KIND-FILE with file and line.
func ReadKinds(layouts ...fs.FS) (*Kinds, problem.List) {
	r := &kindReader{layers: layouts, kinds: &Kinds{
		byName: map[string]*site.Kind{}, bySection: map[string]*site.Kind{}, inside: map[string][]*site.Kind{},
	}}
	r.kinds.Vocabularies = r.vocabularies("vocabularies.yaml")
	common := r.common("kinds/common.yaml")
	r.kinds.introduction = &site.Kind{Fields: common}
	r.kinds.introduction.Index()
	for _, file := range r.glob("kinds/*/kind.yaml") {
		if kind := r.kind(file, common); kind != nil {
			r.add(file, kind)
		}
	}
	return r.kinds, r.problems
}

type kindReader struct {
	layers   []fs.FS
	kinds    *Kinds
	problems problem.List
}

func (r *kindReader) complain(file string, line int, format string, args ...any) {
	r.problems = append(r.problems, problem.New("E-KIND-FILE", "layouts/"+file, line, 0, "detail", fmt.Sprintf(format, args...)))
}

func (r *kindReader) add(file string, kind *site.Kind) {
	r.kinds.All = append(r.kinds.All, kind)
	r.kinds.byName[kind.Name] = kind
	switch {
	case kind.Inside != "":
		r.kinds.inside[kind.Inside] = append(r.kinds.inside[kind.Inside], kind)
	case kind.Section != "":
		if other := r.kinds.bySection[kind.Section]; other != nil {
			r.complain(file, 1, "section %q belongs to the kind %q already", kind.Section, other.Name)
		}
		r.kinds.bySection[kind.Section] = kind
	}
}

// glob lists the files of all layers, each name once.
func (r *kindReader) glob(pattern string) []string {
	var files []string
	for _, layer := range r.layers {
		some, _ := fs.Glob(layer, pattern)
		files = append(files, some...)
	}
	slices.Sort(files)
	return slices.Compact(files)
}

// top reads a YAML file of the topmost layer that has it.
func (r *kindReader) top(file string, v any) bool {
	for _, layer := range slices.Backward(r.layers) {
		if _, err := fs.Stat(layer, file); err == nil {
			return r.load(layer, file, v)
		}
	}
	return false
}

// load reads a YAML file of one layer into v; a missing file is an empty one.
func (r *kindReader) load(layer fs.FS, file string, v any) bool {
	data, err := fs.ReadFile(layer, file)
	if err != nil {
		return false
	}
	if err := yaml.Load(data, v, yaml.WithKnownFields()); err != nil {
		for _, e := range yamlErrors(err) {
			r.complain(file, e.Mark.Line, "%s", e.Message)
		}
		return false
	}
	return true
}

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
	Schema  string     `yaml:"structured-data"`
	Feed    bool       `yaml:"feed"`
}

func (r *kindReader) common(file string) []*site.Field {
	var c struct {
		Fields yaml.Node `yaml:"fields"`
	}
	if !r.top(file, &c) {
		return nil
	}
	return r.fields(file, &c.Fields)
}

func (r *kindReader) kind(file string, common []*site.Field) *site.Kind {
	var f kindFile
	if !r.top(file, &f) {
		return nil
	}
	kind := &site.Kind{
		Name: path.Base(path.Dir(file)), Section: f.Section, Label: nounOf(&f.Label), Heading: textOf(&f.Heading), Title: f.Title,
		Inside: f.Inside, CSV: f.Source == "csv", NoPage: f.Page != nil && !*f.Page, Feed: f.Feed,
		Facets: f.Facets, OneOf: f.OneOf, Schema: f.Schema,
	}
	own := r.fields(file, &f.Fields)
	if f.Common == nil || *f.Common {
		for _, c := range common {
			if !slices.ContainsFunc(own, func(o *site.Field) bool { return o.Name == c.Name }) {
				kind.Fields = append(kind.Fields, c)
			}
		}
	}
	kind.Fields = append(kind.Fields, own...)
	for _, key := range f.Sort {
		name, descending := strings.CutPrefix(key, "-")
		kind.Sort = append(kind.Sort, site.SortKey{Field: name, Descending: descending})
	}
	kind.Index()
	r.review(file, kind)
	return kind
}

// review finds contradictions that no single field shows.
func (r *kindReader) review(file string, kind *site.Kind) {
	if kind.Label.UK.One == "" {
		r.complain(file, 1, "label: {uk: [one, few, many], en: [singular, plural]} is missing")
	}
	owner := map[string]string{}
	for _, f := range kind.Fields {
		for _, label := range append([]string{f.Name, f.Label.UK}, f.Aka...) {
			folded := ukrainian.Fold(label)
			if other := owner[folded]; folded != "" && other != "" && other != f.Name {
				r.complain(file, 1, "fields %q and %q share the label %q", other, f.Name, label)
			}
			owner[folded] = f.Name
		}
	}
	known := func(what, name string) {
		if name != "id" && kind.Field(name) == nil {
			r.complain(file, 1, "%s: there is no field %q", what, name)
		}
	}
	for _, key := range kind.Sort {
		known("sort", key.Field)
	}
	for _, name := range kind.Facets {
		known("facets", name)
	}
	for _, group := range kind.OneOf {
		for _, name := range group {
			known("one-of", name)
		}
	}
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
	NotBefore    string               `yaml:"not-before"`
	Ascending    string               `yaml:"ascending"`
	Unique       bool                 `yaml:"unique"`
	Partial      bool                 `yaml:"partial"`
	Warn         string               `yaml:"warn"`
	Null         bool                 `yaml:"null"`
	Private      bool                 `yaml:"private"`
	Translate    bool                 `yaml:"translate"`
	Hidden       bool                 `yaml:"hidden"`
	Back         yaml.Node            `yaml:"back"`
	Default      yaml.Node            `yaml:"default"`
	Help         yaml.Node            `yaml:"help"`
	Example      yaml.Node            `yaml:"example"`
}

func (r *kindReader) fields(file string, node *yaml.Node) []*site.Field {
	if node.Kind == 0 {
		return nil
	}
	if node.Kind != yaml.MappingNode {
		r.complain(file, node.Line, "fields must be a map of names")
		return nil
	}
	var fields []*site.Field
	for i := 0; i+1 < len(node.Content); i += 2 {
		name, body := node.Content[i], node.Content[i+1]
		var f fieldFile
		if err := body.Load(&f, yaml.WithKnownFields()); err != nil {
			r.complain(file, body.Line, "field %q: %v", name.Value, err)
			continue
		}
		fields = append(fields, r.field(file, name, &f))
	}
	return fields
}

func (r *kindReader) field(file string, name *yaml.Node, f *fieldFile) *site.Field {
	field := &site.Field{
		Name: name.Value, Label: textOf(&f.Label), Aka: f.Aka, To: listOf(&f.To), Fields: r.fields(file, &f.Fields),
		Required: f.Required, RequiredWith: f.RequiredWith, Missing: f.Missing, Min: f.Min, Max: f.Max,
		NotBefore: f.NotBefore, Ascending: f.Ascending, Unique: f.Unique, Partial: f.Partial, Warn: f.Warn, Null: f.Null,
		Private: f.Private, Translate: f.Translate, Hidden: f.Hidden, Back: textOf(&f.Back),
		Default: f.Default.Value, Help: textOf(&f.Help).UK, Example: f.Example.Value,
	}
	if field.Label.UK == "" {
		field.Label.UK = field.Name
	}
	for key, node := range f.RequiredIf {
		if field.RequiredIf == nil {
			field.RequiredIf = map[string][]string{}
		}
		field.RequiredIf[key] = listOf(&node)
	}
	if f.Pattern != "" {
		pattern, err := regexp.Compile(f.Pattern)
		if err != nil {
			r.complain(file, name.Line, "field %q: pattern: %v", field.Name, err)
		}
		field.Pattern = pattern
	}
	r.typed(file, name, field, f)
	return field
}

// typed reads the type of a field: `enum`, `refs`, `list of object`, `map of int` ….
func (r *kindReader) typed(file string, name *yaml.Node, field *site.Field, f *fieldFile) {
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
		r.complain(file, name.Line, "field %q: unknown type %q%s", field.Name, t, maybe(problem.Nearest(t, typeNames())))
	}
	if field.Fields == nil {
		field.Fields = composite(field.Type)
	}
	vocabulary := f.Of
	if field.Map && f.Keys != "" {
		vocabulary = f.Keys
	}
	switch {
	case vocabulary != "":
		field.Vocabulary = r.kinds.Vocabularies[vocabulary]
		if field.Vocabulary == nil {
			r.complain(file, name.Line, "field %q: unknown vocabulary %q%s", field.Name, vocabulary,
				maybe(problem.Nearest(vocabulary, slices.Sorted(maps.Keys(r.kinds.Vocabularies)))))
		}
	case field.Type == site.Enum:
		r.complain(file, name.Line, "field %q: an enum needs `of`", field.Name)
	case field.Type == site.Ref && len(field.To) == 0:
		r.complain(file, name.Line, "field %q: a reference needs `to`", field.Name)
	}
}

func maybe(nearest string) string {
	if nearest == "" {
		return ""
	}
	return fmt.Sprintf("; perhaps %q", nearest)
}

var types = []site.Type{
	site.String, site.Code, site.PlainText, site.Markdown, site.Int, site.Number, site.Bool, site.DateOnly, site.DateTime,
	site.AcademicYear, site.Colour, site.Enum, site.Ref, site.Object, site.File, site.Image, site.URL, site.Path,
	site.Person, site.Consent, site.Source, site.Attachment, site.ISBN,
}

func typeNames() []string {
	var names []string
	for _, t := range types {
		names = append(names, string(t))
	}
	return names
}
