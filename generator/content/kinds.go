package content

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/site"
)

// Kinds is everything the layouts say of what an author may write. It is made once and never changes.
type Kinds struct {
	All          []*site.Kind // by name
	Vocabularies map[string]*site.Vocabulary

	byName    map[string]*site.Kind
	bySection map[string]*site.Kind   // kinds with a section in content/
	inside    map[string][]*site.Kind // by the name of the kind in whose folders their items live

	unread bool // see Unread

	introduction *site.Kind  // of the home page and the sections: nothing but the common fields
	composed     *site.Field // the common title where the kind's pattern makes it: nobody needs to write one
	fields       *fieldIndex
}

// Unread tells that a kind's file could not be read: nobody knows what its texts are then, nor what leads to them.
func (k *Kinds) Unread() bool { return k.unread }

// Named returns the kind of that name, or nil.
func (k *Kinds) Named(name string) *site.Kind { return k.byName[name] }

// Section returns the kind of a section of content/, or nil.
func (k *Kinds) Section(name string) *site.Kind { return k.bySection[name] }

// Common tells whether a field is one that every kind has.
func (k *Kinds) Common(f *site.Field) bool {
	return slices.Contains(k.introduction.Fields, f) || f == k.composed
}

// Outermost returns the kind in whose items those of a kind live in the end: the kind itself where they live in none, or where kinds are said to live in one
// another ([ReadKinds] tells that).
func (k *Kinds) Outermost(kind *site.Kind) *site.Kind {
	outer := kind
	for range k.All {
		in := k.byName[outer.Inside]
		if in == nil {
			return outer
		}
		outer = in
	}
	return kind
}

// ReadKinds reads vocabularies.yaml, kinds/common.yaml and every kinds/<kind>/kind.yaml of the layouts. A later one lies over the ones
// before: file by file, and of vocabularies.yaml word by word.
// What is wrong in them is the designer's problem: E-KIND-… and E-VOCABULARY with file and line.
func ReadKinds(layouts ...fs.FS) (*Kinds, problem.List) {
	r := &kindReader{layers: layouts, lines: map[*site.Field]int{}, layer: map[string]int{}, kinds: &Kinds{
		byName: map[string]*site.Kind{}, bySection: map[string]*site.Kind{}, inside: map[string][]*site.Kind{},
	}}
	r.file = "vocabularies.yaml"
	r.kinds.Vocabularies = r.vocabularies()
	r.file = "kinds/common.yaml"
	common := r.common()
	r.kinds.introduction = &site.Kind{Fields: common}
	r.kinds.introduction.Index()
	r.kinds.composed = composedTitle(r.kinds.introduction.Field("title"))
	var all []*site.Kind
	for _, r.file = range r.glob("kinds/*/kind.yaml") {
		if kind := r.kind(common); kind != nil {
			all = append(all, kind)
		}
	}
	slices.SortStableFunc(all, func(a, b *site.Kind) int { return r.layer[a.Name] - r.layer[b.Name] }) // what a site adds yields to the theme
	for _, kind := range all {
		r.add(kind)
	}
	slices.SortFunc(r.kinds.All, byName)
	for _, kinds := range r.kinds.inside {
		slices.SortFunc(kinds, byName)
	}
	for _, kind := range r.kinds.All {
		r.file = "kinds/" + kind.Name + "/kind.yaml"
		switch {
		case kind.Inside == "" || r.kinds.unread:
		case r.kinds.byName[kind.Inside] == nil:
			r.complain(1, "у `inside` названо вид `"+kind.Inside+"`, якого немає", "`inside` names the kind `"+kind.Inside+"`, which is not there")
		case r.kinds.Outermost(kind) == kind:
			r.complain(1, "за `inside` вид лежить у `"+kind.Inside+"`, а той зрештою — у ньому самому", "by `inside` the kind lies in `"+kind.Inside+"`, which lies in itself in the end")
		}
	}
	r.follow()
	r.kinds.index()
	for _, kind := range append([]*site.Kind{r.kinds.introduction}, r.kinds.All...) {
		kind.Defaults = r.kinds.sharedDefaults(kind)
	}
	return r.kinds, r.problems
}

// kindReader is the state of reading the kinds.
type kindReader struct {
	layers   []fs.FS
	kinds    *Kinds
	problems problem.List

	file  string              // being read
	last  int                 // of its lines: what is missing at the end stands behind it for a reader of YAML
	lines map[*site.Field]int // of the fields that the file names
	keys  map[string]int      // lines of the file's own keys
	layer map[string]int      // of each kind: which of the layers its file is from
	leads []lead              // the references of a site's own kinds
}

// lead is a field that refers to items of some sections, and where it stands.
type lead struct {
	file  string
	name  *yaml.Node
	field *site.Field
}

// complain says what is wrong in the file, in the designer's language.
func (r *kindReader) complain(line int, uk, en string) {
	args := []string{"detail.uk", uk, "detail.en", en}
	if path.Base(r.file) != "kind.yaml" {
		args = append(args, "file", "layouts/"+r.file)
	}
	r.problem("E-KIND-FILE", line, args...)
}

// at is the line of one of the file's own keys, or its first.
func (r *kindReader) at(key string) int { return max(1, r.keys[key]) }

func (r *kindReader) problem(code string, line int, args ...string) {
	r.problems = append(r.problems, problem.New(code, "layouts/"+r.file, line, 0, args...))
}

// name is the kind's name: the folder of the file being read.
func (r *kindReader) name() string { return path.Base(path.Dir(r.file)) }

// follow tells of references of a site's own kinds to a section that no kind has: whoever fills such a field in would hear that there is no such item, whatever
// she writes.
func (r *kindReader) follow() {
	var sections []string
	for _, kind := range r.kinds.All {
		sections = append(sections, kind.Section)
	}
	for _, l := range r.leads {
		for _, to := range l.field.To {
			if r.kinds.unread || slices.Contains(sections, to) {
				continue
			}
			r.file = l.file
			nearest := problem.Nearest(to, sections)
			r.wrong(l.name, "у `to` названо розділ `"+to+"`, якого немає"+suggested("; можливо, ", nearest), "`to` names the section `"+to+"`, which is not there"+suggested("; perhaps ", nearest))
		}
	}
}

func (r *kindReader) add(kind *site.Kind) {
	for _, other := range r.kinds.All {
		if other.Section == kind.Section && kind.Section != "" {
			r.file = "kinds/" + kind.Name + "/kind.yaml"
			r.problem("E-KIND-DUP", 1, "section", kind.Section, "other", other.Name)
			return
		}
	}
	r.kinds.All = append(r.kinds.All, kind)
	r.kinds.byName[kind.Name] = kind
	switch {
	case kind.Inside != "":
		r.kinds.inside[kind.Inside] = append(r.kinds.inside[kind.Inside], kind)
	case kind.Section != "":
		r.kinds.bySection[kind.Section] = kind
	}
}

func byName(a, b *site.Kind) int { return strings.Compare(a.Name, b.Name) }

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

func (r *kindReader) common() []*site.Field {
	var c struct {
		Fields yaml.Node `yaml:"fields"`
	}
	if !r.top(&c) {
		return nil
	}
	fields := r.fields(&c.Fields)
	r.reviewFields(fields)
	return fields
}

func (r *kindReader) kind(common []*site.Field) *site.Kind {
	var f kindFile
	clear(r.lines)
	r.keys = nil
	told := len(r.problems)
	if !r.top(&f) {
		r.kinds.unread = r.kinds.unread || len(r.problems) > told
		return nil
	}
	kind := &site.Kind{
		Name: r.name(), Section: f.Section, Label: nounOf(&f.Label), Heading: textOf(&f.Heading), Title: f.Title,
		Inside: f.Inside, CSV: f.Source == "csv" || f.Source == "both", Folders: f.Source == "both", NoPage: f.Page != nil && !*f.Page, Feed: f.Feed, Alphabetical: f.Index,
		Facets: f.Facets, OneOf: f.OneOf, Schema: f.Schema, ID: f.ID,
	}
	own := r.fields(&f.Fields)
	if f.Common == nil || *f.Common {
		for _, c := range common {
			if !slices.ContainsFunc(own, func(o *site.Field) bool { return o.Name == c.Name }) {
				kind.Fields = append(kind.Fields, r.ofKind(kind, c))
			}
		}
	}
	kind.Fields = append(kind.Fields, own...)
	for _, key := range f.Sort {
		name, descending := strings.CutPrefix(key, "-")
		kind.Sort = append(kind.Sort, site.SortKey{Field: name, Descending: descending})
	}
	kind.Index()
	kind.Named = titleIsName(kind)
	r.review(kind, &f)
	return kind
}

// ofKind is a common field as a kind has it.
func (r *kindReader) ofKind(kind *site.Kind, common *site.Field) *site.Field {
	if kind.Title != "" && common.Name == "title" {
		return r.kinds.composed
	}
	return common
}

// composedTitle is the title of kinds whose pattern makes it. Whoever asks for one there gets it in place of the citation of an act, or
// as a name that no consent guards.
func composedTitle(title *site.Field) *site.Field {
	if title == nil {
		return nil
	}
	composed := *title
	composed.Required = false
	composed.Help = "Не потрібна: програма складає назву сама, з інших полів."
	return &composed
}
