package content

import (
	"strings"

	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/table"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// header finds the fields of the columns.
func (t *register) header() {
	t.columns, t.lacking, t.texts, t.ids = map[int][]*site.Field{}, map[string]bool{}, map[string]int{}, map[string]int{}
	seen := map[string]bool{}
	meant := map[*site.Field]bool{} // by columns that nobody knows: that has been said
	line := t.Header.Line
	for _, c := range t.Header.Cells {
		t.width = c.Index + 1
		path := t.path(c.Text)
		switch key := spelled(path); {
		case path == nil && counts(c.Text):
		case path == nil:
			meant[t.unknown(c)] = true
		case seen[key]:
			t.complain("E-CSV", c.Line, c.Column, "why", "header")
			path = nil
		default:
			seen[key] = true
		}
		t.columns[c.Index] = path
	}
	for _, f := range t.place.Kind.Fields {
		if !f.Required || f.Missing != "" || t.has(f) {
			continue
		}
		t.lacking[f.Name] = true
		if meant[f] {
			continue
		}
		t.complain("E-CSV-COLUMN", line, 0, "field", f.Name, "label", f.Label.UK)
	}
}

func (t *register) has(f *site.Field) bool {
	for _, path := range t.columns {
		if path != nil && path[0] == f {
			return true
		}
	}
	return false
}

// counts tells that a column only numbers the rows: «№ з/п».
func counts(name string) bool {
	switch strings.ReplaceAll(ukrainian.Fold(name), " ", "") {
	case "№", "№з/п", "№п/п", "nз/п", "з/п", "№№":
		return true
	}
	return false
}

// path finds the field, or the field and its part, that a column's name means. A sign for «required» behind it does not count.
func (t *register) path(name string) []*site.Field {
	kind := t.place.Kind
	name = strings.TrimRight(name, "*: ")
	if field := kind.Field(name); field != nil {
		return []*site.Field{field}
	}
	head, tail, _ := strings.Cut(name, ".")
	if field := kind.Field(strings.TrimSpace(head)); field != nil && len(field.Fields) > 0 {
		if part := field.Find(strings.TrimSpace(tail)); part != nil {
			return []*site.Field{field, part}
		}
	}
	return nil
}

// unknown tells of a column that nobody knows, and gives the field that it most likely means, or nil.
func (t *register) unknown(c table.Cell) *site.Field {
	kind := t.place.Kind
	known := site.Names(kind.Fields)
	head, _, _ := strings.Cut(c.Text, ".")
	if field := kind.Field(strings.TrimSpace(head)); field != nil && len(field.Fields) > 0 {
		known = nil
		for _, part := range site.Names(field.Fields) {
			known = append(known, head+"."+part)
		}
	}
	args := meant(c.Text, known)
	if path := t.partAlone(c.Text); path != nil {
		args = []string{"nearest", path[0].Label.UK + "." + path[1].Label.UK}
		if c.Text == path[1].Name {
			args[1] = spelled(path)
		}
	}
	t.complain("E-CSV-HEADER", c.Line, c.Column, append(args, "field", c.Text)...)
	if path := t.path(args[1]); path != nil {
		return path[0]
	}
	return nil
}

// partAlone finds the field and the part of a column that is called by the part alone, «Без імені» in place of «Автори.Без імені»; nil where no field has such a
// part, or several have. A field of the kind's own goes before the common ones: «Номер згоди» beside a name is no photograph's.
func (t *register) partAlone(name string) []*site.Field {
	var own, common [][]*site.Field
	for _, field := range t.place.Kind.Fields {
		part := field.Find(strings.TrimRight(name, "*: "))
		switch {
		case part == nil:
		case t.parser.Kinds.Common(field):
			common = append(common, []*site.Field{field, part})
		default:
			own = append(own, []*site.Field{field, part})
		}
	}
	if len(own) == 0 {
		own = common
	}
	if len(own) != 1 {
		return nil
	}
	return own[0]
}

// spelled is the name of a column's field as the kind spells it: consent.date.
func spelled(path []*site.Field) string {
	var names []string
	for _, f := range path {
		names = append(names, f.Name)
	}
	return strings.Join(names, ".")
}
