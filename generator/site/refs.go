package site

import (
	"maps"
	"slices"
	"strings"

	"github.com/som-hub/vitryna/generator/problem"
)

// Lookup finds the item that a reference means: `id` in the field's own section, `section/id`, or `owner/item`. It returns
// hidden items too; nil where there is none.
func (s *Site) Lookup(f *Field, written string) *Item {
	written = strings.Trim(strings.TrimSuffix(written, "index.md"), "/")
	for _, section := range f.To {
		above := section
		if sec := s.sections[section]; sec != nil && s.sectionOf[sec.Kind.Inside] != "" {
			above = s.sectionOf[sec.Kind.Inside]
		}
		if item := s.byRef[above+"/"+written]; item != nil && item.Section == section {
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

// resolve checks every reference of every page and tells the other side.
func (s *Site) resolve() {
	back := map[*Item]map[string]*Back{}
	for _, page := range s.introductions() {
		for _, v := range page.Doc.Values {
			s.references(page, v, back)
		}
	}
	for _, item := range s.Items {
		for _, v := range item.UK.Doc.Values {
			s.references(item.UK, v, back)
		}
	}
	for item, groups := range back {
		for _, name := range slices.Sorted(maps.Keys(groups)) {
			slices.SortFunc(groups[name].Items, compareItems)
			item.Back = append(item.Back, *groups[name])
		}
	}
}

// introductions are the home page and those of the sections, in Ukrainian.
func (s *Site) introductions() []*Page {
	var pages []*Page
	if s.Home.UK != nil {
		pages = append(pages, s.Home.UK)
	}
	for _, name := range s.sectionNames() {
		if intro := s.sections[name].Intro.UK; intro != nil {
			pages = append(pages, intro)
		}
	}
	return pages
}

func (s *Site) references(page *Page, v Value, back map[*Item]map[string]*Back) {
	for _, nested := range [][]Value{v.Items, v.Parts} {
		for _, n := range nested {
			s.references(page, n, back)
		}
	}
	doc := page.Doc
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
			s.complain(doc, "W-REF-HIDDEN", v.Line, v.Column, "value", v.Text, "field", v.Field.Name, "label", v.Field.Label.UK, "why", hiddenFor[target.State])
		case page.Item != nil:
			s.note(target, page.Item, v.Field, back)
		}
	}
}

// hiddenFor is why an item is not shown, for the catalogue of messages.
var hiddenFor = map[State]string{Draft: "draft", Future: "future", Expired: "expired", Lapsed: "review"}

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
		if Private(file) {
			code = "E-PRIVATE"
		}
		s.complain(doc, code, v.Line, v.Column, "file", v.Text, "target", v.Text, "field", v.Field.Name, "label", v.Field.Label.UK, "nearest", s.nearestFile(doc, file))
	}
}

// nearest names the id that a wrong reference most likely means.
func (s *Site) nearest(v Value) string {
	if !s.mayGuess() {
		return ""
	}
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

// guesses is for how many wrong references and links of a site the nearest right one is looked for. Each looks through the whole site, and
// nobody reads more of them at once: without a limit, a renamed folder would make a build slow in the square of the site's size.
const guesses = 100

func (s *Site) mayGuess() bool {
	s.guessed++
	return s.guessed <= guesses
}
