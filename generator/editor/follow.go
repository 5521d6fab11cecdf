package editor

import (
	"cmp"
	"context"
	"errors"
	"path"
	"slices"
	"strings"

	"github.com/som-hub/vitryna/generator/author"
	"github.com/som-hub/vitryna/generator/site"
)

// move is an item that gets another id, and with it another place.
type move struct {
	model    *site.Site // as it was
	ref      string     // section/id, or section/owner/id
	from, to string     // folder or file
	id       string     // the new one
}

// of is where a file is after the move.
func (m move) of(file string) string {
	if file == m.from || strings.HasPrefix(file, m.from+"/") {
		return m.to + strings.TrimPrefix(file, m.from)
	}
	return file
}

// reference is a written one after the move, to the item itself or to what lives in it; ok is false for one that leads elsewhere.
func (m move) reference(written string, f *site.Field) (now string, ok bool) {
	item := m.model.Lookup(f, written)
	if item == nil {
		return "", false
	}
	rest, ok := strings.CutPrefix(item.Ref()+"/", m.ref+"/")
	if !ok {
		return "", false
	}
	fresh := strings.TrimSuffix(path.Join(path.Dir(m.ref), m.id)+"/"+rest, "/")
	was := item.Ref()
	if !strings.Contains(written, was) { // in the section of its field no section is written
		_, was, _ = strings.Cut(was, "/")
		_, fresh, _ = strings.Cut(fresh, "/")
	}
	return strings.Replace(written, was, fresh, 1), true
}

// follow changes one text after a move: its links, its references, and, if it has moved itself, its former addresses.
func (d *Desk) follow(ctx context.Context, page *site.Page, file string, m move) (bool, error) {
	here := m.of(file)
	data, err := d.files().Read(here)
	if err != nil || data == nil {
		return false, nil // of the guide, or gone
	}
	fresh := m.links(data, page, file)
	if kind := page.Doc.Kind; kind != nil {
		if fresh, err = m.fields(fresh, kind); err != nil {
			return false, err
		}
		if here != file && page.Doc.Lang == site.UK && page.Item != nil && page.Item.HasPage() && kind.Field("aliases") != nil && !page.Doc.Draft {
			if fresh, err = withAlias(fresh, kind, "/"+page.Address()); err != nil {
				return false, err
			}
		}
	}
	return d.put(ctx, here, data, fresh)
}

// put saves what has changed, and tells whether anything has.
func (d *Desk) put(ctx context.Context, file string, data, fresh []byte) (bool, error) {
	if string(fresh) == string(data) {
		return false, nil
	}
	_, err := d.files().Save(ctx, file, author.Hash(data), fresh)
	return err == nil, err
}

// links are those of a text, written anew.
func (m move) links(data []byte, page *site.Page, file string) []byte {
	here := m.of(file)
	for _, l := range page.Text().Links {
		target, fragment, _ := strings.Cut(l.Dest, "#")
		if target == "" || strings.Contains(target, ":") || strings.HasPrefix(target, "/") {
			continue
		}
		was := path.Join(path.Dir(file), target)
		if is := m.of(was); is != was || here != file {
			now := relative(here, is)
			if strings.HasSuffix(target, "/") {
				now += "/"
			}
			if fragment != "" {
				now += "#" + fragment
			}
			data = author.ReplaceInLine(data, l.Line, l.Dest, now)
		}
	}
	return data
}

// fields are those of a header, with their references written anew. A header that cannot be read stays as it is.
func (m move) fields(data []byte, kind *site.Kind) ([]byte, error) {
	fields, _, err := author.Fields(data, kind)
	if err != nil {
		return data, nil
	}
	for _, part := range fields {
		if part.Name == "aliases" {
			continue
		}
		if value, changed := m.repoint(part.Value, kind.Field(part.Name)); changed {
			if data, err = author.SetField(data, kind, part.Name, value); err != nil {
				return nil, err
			}
		}
	}
	return data, nil
}

// withAlias adds a former address.
func withAlias(data []byte, kind *site.Kind, address string) ([]byte, error) {
	fields, _, err := author.Fields(data, kind)
	if err != nil {
		return nil, err
	}
	v := author.Value{Form: author.List}
	for _, f := range fields {
		if f.Name == "aliases" {
			v = f.Value
		}
	}
	if slices.ContainsFunc(v.Items, func(i author.Value) bool { return i.Text == address }) {
		return data, nil
	}
	v.Items = append(slices.Clone(v.Items), author.Value{Form: author.Text, Text: address})
	return author.SetField(data, kind, "aliases", v)
}

// repoint changes the references of a value.
func (m move) repoint(v author.Value, f *site.Field) (author.Value, bool) {
	changed := false
	switch {
	case f == nil:
	case v.Form == author.Text && f.Item != nil: // words, or an item
		return m.repoint(v, f.Item)
	case v.Form == author.Text && f.Type == site.Ref:
		if fresh, ok := m.reference(v.Text, f); ok {
			v.Text, changed = fresh, true
		}
	case v.Form == author.List:
		items := slices.Clone(v.Items)
		for i := range items {
			one := *f
			one.List = false
			var c bool
			items[i], c = m.repoint(items[i], &one)
			changed = changed || c
		}
		v.Items = items
	case v.Form == author.Parts:
		parts := slices.Clone(v.Parts)
		for i := range parts {
			var c bool
			parts[i].Value, c = m.repoint(parts[i].Value, f.Part(parts[i].Name))
			changed = changed || c
		}
		v.Parts = parts
	}
	return v, changed
}

// errPlace tells of a name that does not stand in its place as text: in a workbook, or what an office saved in another encoding.
var errPlace = errors.New("a name that cannot be changed in its place")

// name is what has moved, as it is written somewhere, and as it has to be.
type name struct {
	line, column int
	was, now     string
}

// followTable changes the cells of a table that name what has moved. Nothing else in it becomes another.
func (d *Desk) followTable(ctx context.Context, rows []*site.Doc, file string, m move) (bool, error) {
	var names []name
	for _, row := range rows {
		names = m.naming(names, row.Values)
	}
	if len(names) > 0 && path.Ext(file) != ".csv" {
		return false, errPlace
	}
	return d.renamed(ctx, m.of(file), names)
}

// naming gathers the values that name what has moved.
func (m move) naming(found []name, values []site.Value) []name {
	for _, v := range values {
		if v.Field != nil && v.Field.Type == site.Ref {
			if now, ok := m.reference(v.Text, v.Field); ok {
				found = append(found, name{v.Line, v.Column, v.Text, now})
			}
		}
		found = m.naming(m.naming(found, v.Items), v.Parts)
	}
	return found
}

// followSettings changes what site.yaml names: entries of the menu, and the documents of its transparency. Nothing else in it becomes another.
func (d *Desk) followSettings(ctx context.Context, m move) (bool, error) {
	var names []name
	for _, e := range m.model.Config.Menu {
		if rest, ok := strings.CutPrefix(e.Path+"/", m.ref+"/"); ok {
			names = append(names, name{e.Line, e.Column, e.Path, path.Join(path.Dir(m.ref), m.id, rest)})
		}
	}
	for _, e := range m.model.Config.Transparency {
		section, _, full := strings.Cut(strings.TrimPrefix(e.ID, "/"), "/")
		if !full {
			section = "documents"
		}
		if now, ok := m.reference(e.ID, &site.Field{To: []string{section}}); ok {
			names = append(names, name{e.Line, e.Column, e.ID, now})
		}
	}
	return d.renamed(ctx, "content/site.yaml", names)
}

// renamed changes names in a file where they stand.
func (d *Desk) renamed(ctx context.Context, here string, names []name) (bool, error) {
	if len(names) == 0 {
		return false, nil
	}
	slices.SortFunc(names, func(a, b name) int { // from the end, so that the columns before stay what they are
		return cmp.Or(cmp.Compare(b.line, a.line), cmp.Compare(b.column, a.column))
	})
	data, err := d.files().Read(here)
	if err != nil {
		return false, err
	}
	fresh := data
	for _, n := range names {
		ok := false
		if fresh, ok = author.ReplaceAt(fresh, n.line, n.column, n.was, n.now); !ok {
			return false, errPlace
		}
	}
	return d.put(ctx, here, data, fresh)
}
