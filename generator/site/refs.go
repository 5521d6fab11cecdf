package site

import (
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/som-hub/vitryna/generator/filename"
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
	for _, page := range s.Introductions() {
		if page.Doc.Lang != UK {
			continue
		}
		for _, v := range page.Doc.Values {
			s.checkValue(page, v, back)
		}
	}
	for _, item := range slices.Concat(s.Items, s.waiting()) {
		for _, v := range item.UK.Doc.Values {
			s.checkValue(item.UK, v, back)
		}
	}
	for item, groups := range back {
		for _, name := range slices.Sorted(maps.Keys(groups)) {
			slices.SortFunc(groups[name].Items, compareItems)
			item.Back = append(item.Back, *groups[name])
		}
	}
}

// waiting are the items whose day has not come. What is wrong in them is said now: on that day nobody looks, and the site could not be built.
func (s *Site) waiting() []*Item {
	var list []*Item
	for _, item := range s.Hidden {
		if item.State == Future && !isChapter(item) && item.Kind.Name != "manual" { // books are made of what is shown
			list = append(list, item)
		}
	}
	return list
}

// waits tells whether the document is of an item that waits for its day: what it names is looked up, and not shown.
func (s *Site) waits(doc *Doc) bool {
	item := s.byPath[doc.Path]
	return doc.Role == RoleItem && item != nil && item.State == Future
}

// checkValue checks what a value says of others: the items and files that it names, and days of what has been done.
func (s *Site) checkValue(page *Page, v Value, back map[*Item]map[string]*Back) {
	if !v.Field.Public() {
		back = nil // whom it names is not told by whom, and its files are not published
	}
	for _, nested := range [][]Value{v.Items, v.Parts} {
		for _, n := range nested {
			s.checkValue(page, n, back)
		}
	}
	doc := page.Doc
	switch {
	case v.Field.Type == File || v.Field.Type == Image:
		if !v.Field.List && v.Text != "" {
			s.file(doc, v, back != nil)
		}
	case v.Field.Past && v.Date.First().Compare(s.Now) > 0:
		s.complain(doc, "W-FUTURE", v.Line, v.Column, "field", v.Field.Name, "label", v.Field.Label.UK, "date", v.Date.Long(), "date.en", v.Date.EnglishLong())
	case v.Field.Type == Ref && !v.Field.List && v.Text != "":
		target := s.Lookup(v.Field, v.Text)
		switch {
		case target == nil:
			args := append(wordsField(doc, v), "field", v.Field.Name, "label", v.Field.Label.UK, "value", v.Text, "section", strings.Join(v.Field.To, ", "))
			if all := Several(v.Text); all != "" && inList(doc, v) {
				args = append(args, "list", all)
			} else {
				args = append(args, "nearest", s.nearest(v), "some", s.some(v))
			}
			s.complain(doc, "E-REF", v.Line, v.Column, args...)
		case target.State == Future && s.waits(doc): // they wait together
		case target.State != Shown:
			s.complain(doc, "W-REF-HIDDEN", v.Line, v.Column, "value", v.Text, "field", v.Field.Name, "label", v.Field.Label.UK, "why", hiddenFor[target.State])
		case back != nil && page.Item != nil && page.Item.State == Shown && !s.Left(page.Item):
			s.note(target, page.Item, v.Field, back)
		}
	}
}

// Several are the values that an author has written one behind the other, as brackets take them; "" where there is one. (Cells of tables are parted by commas too.)
func Several(written string) string {
	parts := strings.FieldsFunc(written, func(c rune) bool { return c == ',' || c == ';' })
	if len(parts) < 2 {
		return ""
	}
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return strings.Join(parts, ", ")
}

// inList tells that a value stands in a field of the header that takes a list.
func inList(doc *Doc, v Value) bool {
	f := doc.Kind.Field(v.Field.Name)
	return f != nil && f.List && f.Type == v.Field.Type
}

// wordsField tells a message which field takes in words whom a reference cannot name.
func wordsField(doc *Doc, v Value) []string {
	if f := doc.Kind.Field(v.Field.Words); f != nil {
		return []string{"words", f.Name, "wordslabel", f.Label.UK}
	}
	return nil
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

// file checks that a file is there; where it is shown, it is published.
func (s *Site) file(doc *Doc, v Value, shown bool) {
	find := s.beside
	if shown {
		find = s.use
	}
	if file, ok := find(doc, v.Text); !ok {
		code := "E-FILE"
		if filename.Private(file) {
			code = "E-PRIVATE"
		}
		s.complain(doc, code, v.Line, v.Column, append(wrongPath(v.Text), "file", v.Text, "target", v.Text, "field", v.Field.Name, "label", v.Field.Label.UK,
			"nearest", s.nearestFile(doc, file))...)
	}
}

// ownDisk is a path that begins with a drive of Windows.
var ownDisk = regexp.MustCompile(`^[A-Za-z]:[\\/]`)

// wrongPath tells a message what is wrong with a path as Windows writes it: it leads to the author's own disk, or has the wrong sign between its folders.
func wrongPath(written string) []string {
	switch {
	case ownDisk.MatchString(written):
		return []string{"disk", path.Base(strings.ReplaceAll(written, `\`, "/"))}
	case strings.Contains(written, `\`):
		return []string{"slash", "yes"}
	}
	return nil
}

// nearest names the id that a wrong reference most likely means.
func (s *Site) nearest(v Value) string {
	var ids []string
	written := v.Text
	for _, section := range v.Field.To {
		ids = append(ids, s.idsOf(section)...)
		written = strings.TrimPrefix(written, section+"/")
	}
	if !s.mayLook(len(ids)) {
		return ""
	}
	return problem.Nearest(written, ids)
}

// some are a few of the ids that may stand in a reference: those of rows of a table are seen nowhere else.
func (s *Site) some(v Value) string {
	const few = 6
	var ids []string
	for _, section := range v.Field.To {
		ids = append(ids, s.idsOf(section)...)
		if len(ids) > few {
			return strings.Join(ids[:few], ", ") + "…"
		}
	}
	return strings.Join(ids, ", ")
}

// idsOf lists the ids by which items of a section may be referred to: item, or owner/item.
func (s *Site) idsOf(section string) []string {
	if ids, ok := s.ids[section]; ok {
		return ids
	}
	var ids []string
	for _, item := range s.byRef {
		if item.Section != section {
			continue
		}
		id := item.ID
		if owner := item.UK.Doc.Owner; owner != "" {
			id = path.Base(owner) + "/" + id
		}
		ids = append(ids, id)
	}
	slices.Sort(ids)
	s.ids[section] = ids
	return ids
}

// mostLooks is how many ids and files are compared with what is wrong in a site, to tell the nearest. Each wrong reference and link looks
// through the whole site: without a limit, a renamed folder would make a build slow in the square of the site's size. Nobody
// reads thousands of messages, and the first of them name the nearest.
const mostLooks = 100_000

func (s *Site) mayLook(n int) bool {
	s.looks += n
	return s.looks <= mostLooks
}
