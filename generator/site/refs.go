package site

import (
	"slices"
	"strings"

	"github.com/som-hub/vitryna/generator/problem"
)

// Lookup finds the item that a reference means: `id` in the field's own section, `section/id`, or `owner/item`. It returns
// hidden items too; nil where there is none.
func (s *Site) Lookup(f *Field, written string) *Item {
	written = strings.Trim(strings.TrimSuffix(written, "index.md"), "/")
	for _, section := range f.To {
		if item := s.byRef[section+"/"+written]; item != nil {
			return item
		}
	}
	if item := s.byRef[written]; item != nil && slices.Contains(f.To, item.Section) {
		return item
	}
	return nil
}

// Refs returns the shown items that a value refers to, in its order.
func (s *Site) Refs(v Value) []*Item {
	if v.Field == nil || v.Field.Type != Ref {
		return nil
	}
	list := v.Items
	if !v.Field.List {
		list = []Value{v}
	}
	var items []*Item
	for _, e := range list {
		if item := s.Lookup(v.Field, e.Text); item != nil && item.State == Shown {
			items = append(items, item)
		}
	}
	return items
}

// resolve checks every reference of every item and tells the other side.
func (s *Site) resolve() {
	back := map[*Item]map[string]*Back{}
	for _, item := range s.Items {
		for _, v := range item.UK.Doc.Values {
			s.references(item, v, back)
		}
	}
	for item, groups := range back {
		names := make([]string, 0, len(groups))
		for name := range groups {
			names = append(names, name)
		}
		slices.Sort(names)
		for _, name := range names {
			item.Back = append(item.Back, *groups[name])
		}
	}
}

func (s *Site) references(item *Item, v Value, back map[*Item]map[string]*Back) {
	for _, nested := range [][]Value{v.Items, v.Parts} {
		for _, n := range nested {
			s.references(item, n, back)
		}
	}
	doc := item.UK.Doc
	switch {
	case v.Field.Type == File || v.Field.Type == Image:
		if !v.Field.List && v.Text != "" {
			s.file(doc, v)
		}
	case v.Field.Type == Ref && !v.Field.List && v.Text != "":
		target := s.Lookup(v.Field, v.Text)
		switch {
		case target == nil:
			s.complain(doc, "E-REF", v.Line, v.Column, "field", v.Field.Name, "label", v.Field.Label.UK, "value", v.Text,
				"section", strings.Join(v.Field.To, ", "), "nearest", s.nearest(v))
		case target.State != Shown:
			s.complain(doc, "W-REF-HIDDEN", v.Line, v.Column, "value", v.Text, "field", v.Field.Name, "label", v.Field.Label.UK)
		default:
			s.note(target, item, v.Field, back)
		}
	}
}

// note tells an item that another refers to it, if the field says how the other side lists it.
func (s *Site) note(target, from *Item, f *Field, back map[*Item]map[string]*Back) {
	if f.Back.UK == "" {
		return
	}
	if back[target] == nil {
		back[target] = map[string]*Back{}
	}
	name := from.Section + " " + f.Name
	group := back[target][name]
	if group == nil {
		group = &Back{Label: f.Back}
		back[target][name] = group
	}
	if n := len(group.Items); n == 0 || group.Items[n-1] != from { // one item's references come together
		group.Items = append(group.Items, from)
	}
}

func (s *Site) file(doc *Doc, v Value) {
	if file, ok := s.use(doc, v.Text); !ok {
		code := "E-FILE"
		if private(file) {
			code = "E-PRIVATE"
		}
		s.complain(doc, code, v.Line, v.Column, "file", v.Text, "target", v.Text, "field", v.Field.Name, "label", v.Field.Label.UK, "nearest", s.nearestFile(file))
	}
}

// nearest names the id that a wrong reference most likely means.
func (s *Site) nearest(v Value) string {
	var ids []string
	for _, section := range v.Field.To {
		for ref := range s.byRef {
			if id, ok := strings.CutPrefix(ref, section+"/"); ok {
				ids = append(ids, id)
			}
		}
	}
	slices.Sort(ids)
	written := v.Text
	for _, section := range v.Field.To {
		written = strings.TrimPrefix(written, section+"/")
	}
	return problem.Nearest(written, ids)
}
