package editor

import (
	"slices"

	"github.com/som-hub/vitryna/generator/site"
)

// fieldView is a field of a kind as a form shows it.
type fieldView struct {
	Name     string      `json:"name"`
	Label    string      `json:"label"`
	Type     string      `json:"type"`
	List     bool        `json:"list,omitempty"`
	Map      bool        `json:"map,omitempty"`
	Required bool        `json:"required,omitempty"`
	Options  []option    `json:"options,omitempty"` // of an enum, or of the keys of a map
	To       []string    `json:"to,omitempty"`
	Parts    []fieldView `json:"parts,omitempty"`
	Min      *float64    `json:"min,omitempty"`
	Max      *float64    `json:"max,omitempty"`
	Partial  bool        `json:"partial,omitempty"`
	Help     string      `json:"help,omitempty"`
	Example  string      `json:"example,omitempty"`
	Default  string      `json:"default,omitempty"`
	Rare     bool        `json:"rare,omitempty"` // every kind has it, and few texts
}

type option struct {
	Name  string `json:"name"`
	Label string `json:"label"`
}

// deepest is how deep parts of parts are shown: a clause holds clauses without end.
const deepest = 4

// schema is the form of a kind. An English text has only the fields that are translated.
func (d *Desk) schema(kind *site.Kind, lang string) []fieldView {
	kinds, err := d.kinds()
	var due, rest, rare []fieldView
	for _, f := range kind.Fields {
		if lang == site.EN && !f.Translate || f.Name == "id" {
			continue
		}
		v := d.fieldView(f, 0)
		switch {
		case f.Required || slices.Contains([]string{"title", "draft"}, f.Name):
			due = append(due, v)
		case err == nil && kinds.Common(f) && f.Name != "summary" && f.Name != "tags":
			v.Rare = true
			rare = append(rare, v)
		default:
			rest = append(rest, v)
		}
	}
	return append(append(due, rest...), rare...)
}

func (d *Desk) fieldView(f *site.Field, depth int) fieldView {
	v := fieldView{
		Name: f.Name, Label: f.Label.In(d.Lang), Type: string(f.Type), List: f.List, Map: f.Map, Required: f.Required, To: f.To, Min: f.Min, Max: f.Max,
		Partial: f.Partial, Help: f.Help, Example: f.Example, Default: f.Default,
	}
	if d.Lang == site.EN {
		v.Help = "" // kinds explain themselves in Ukrainian
	}
	if f.Vocabulary != nil {
		for _, w := range f.Vocabulary.Words {
			v.Options = append(v.Options, option{w.Name, w.Label.In(d.Lang)})
		}
	}
	if depth < deepest {
		for _, p := range f.Fields {
			v.Parts = append(v.Parts, d.fieldView(p, depth+1))
		}
	}
	return v
}
