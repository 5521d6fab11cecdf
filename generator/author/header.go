package author

import (
	"errors"
	"slices"
	"strings"

	"github.com/som-hub/vitryna/generator/content"
	"github.com/som-hub/vitryna/generator/site"
)

// ErrField tells that a field could not be changed in place: the header is written in a way that this package does not know. Nothing was changed.
var ErrField = errors.New("the field cannot be changed in its place")

// mostSteps is how many changes one field may need; more would be a circle.
const mostSteps = 2000

// SetField changes one field of the header of a text, lines of it and no others: what the value has in common with the one that stands there keeps its
// bytes, its quotes, its order, its notes, and the names under which its author wrote it. Nothing takes the field out; a text without a header gets one.
//
// It goes from one difference to the next and looks at the whole anew after each, so that no change has to know of another. At the end the header is
// read: if the field is not what it should be, or any other is, nothing is changed and the error is [ErrField].
func SetField(source []byte, kind *site.Kind, name string, v Value) ([]byte, error) {
	field := kind.Field(name)
	if field == nil || field.Name != name {
		return nil, ErrField
	}
	v = tidy(v, field)
	before, _, err := Fields(source, kind)
	if err != nil {
		return nil, err
	}
	want := Value{Form: Parts, Parts: with(before, name, v)}
	e := &editor{lines: cut(source), kind: kind}
	if !e.run(field, v) {
		return nil, ErrField
	}
	if after, _, err := Fields(e.bytes(), kind); err != nil || !same(Value{Form: Parts, Parts: after}, want) {
		return nil, ErrField
	}
	return e.bytes(), nil
}

// run goes from one difference to the next; false where it does not come to an end.
func (e *editor) run(field *site.Field, v Value) bool {
	for range mostSteps {
		header, where, err := content.ReadWritten(e.plain())
		if err != nil {
			return false
		}
		e.header, e.where = header, where
		e.labels = header == nil || speaksUkrainian(header, true)
		if !e.step(field, v) {
			return true
		}
		if e.stuck {
			return false
		}
	}
	return false
}

// with are fields with one of them changed.
func with(fields []Part, name string, v Value) []Part {
	fields = slices.DeleteFunc(slices.Clone(fields), func(p Part) bool { return p.Name == name })
	if v.Form != Nothing {
		fields = append(fields, Part{name, v})
	}
	return fields
}

// speaksUkrainian tells whether the keys of a map are labels rather than names.
func speaksUkrainian(w *content.Written, otherwise bool) bool {
	if len(w.Keys) == 0 {
		return otherwise
	}
	return slices.ContainsFunc(w.Keys, func(k *content.Written) bool { return cyrillic(k.Text) })
}

// editor is one text while a field of it is changed.
type editor struct {
	*lines
	kind   *site.Kind
	header *content.Written // nil: no field yet
	where  content.Region
	labels bool // new fields are written by their labels
	quoted bool // texts of several lines stand in quotes
	stuck  bool
}

// step makes the first change that is due, and tells whether there was one.
func (e *editor) step(f *site.Field, v Value) bool {
	if e.where.Open == 0 {
		if v.Form == Nothing {
			return false
		}
		e.replace(0, 0, append(append([]string{"---"}, e.entry(f, f.Name, v, 0, e.labels)...), "---"))
		return true
	}
	if e.header == nil {
		if v.Form == Nothing {
			return false
		}
		e.replace(e.where.Close-1, e.where.Close-1, e.entry(f, f.Name, v, 0, e.labels))
		return true
	}
	if e.header.Flow {
		e.stuck = true // `{title: …}` as a whole header: nobody writes that
		return true
	}
	parent := &site.Field{Type: site.Object, Fields: e.kind.Fields}
	return e.part(mapAt{e.header, parent, e.kind.Field, e.where.Close - 1, e.labels}, f, f.Name, v)
}

// mapAt is a map in the header: its description and the last line that can belong to it.
type mapAt struct {
	w      *content.Written
	field  *site.Field
	find   func(string) *site.Field
	bound  int
	labels bool
}

// entryOf finds the entry of a part by its name; -1 is none.
func (m mapAt) entryOf(name string) int {
	return slices.IndexFunc(m.w.Keys, func(k *content.Written) bool {
		if m.field.Map {
			return keyName(m.field, k.Text) == name
		}
		f := m.find(k.Text)
		return f != nil && f.Name == name
	})
}

// boundOf is the last line that can belong to an entry.
func (m mapAt) boundOf(i int) int {
	if i+1 < len(m.w.Keys) && m.w.Keys[i+1].Line > m.w.Keys[i].Line {
		return m.w.Keys[i+1].Line - 1
	}
	return m.bound
}

// part changes one entry of a block map.
func (e *editor) part(m mapAt, f *site.Field, name string, v Value) bool {
	i := m.entryOf(name)
	switch {
	case i < 0 && v.Form == Nothing:
		return false
	case i < 0:
		e.insert(m, f, name, v)
		return true
	case v.Form == Nothing && m.w.Items[i].Null:
		return false // the empty line of a form stays
	case v.Form == Nothing:
		e.remove(m, i)
		return true
	}
	return e.value(slot{m.w.Items[i], f, m.w.Keys[i], m.w.Keys[i].Column - 1, m.boundOf(i), m.labels}, v)
}

// insert writes a new entry where the kind has it: behind the last of those that come before.
func (e *editor) insert(m mapAt, f *site.Field, name string, v Value) {
	at := len(m.w.Keys) - 1
	if !m.field.Map {
		rank := func(name string) int {
			return slices.IndexFunc(m.field.Fields, func(p *site.Field) bool { return p.Name == name })
		}
		for ; at > 0; at-- {
			if other := m.find(m.w.Keys[at].Text); other != nil && rank(other.Name) < rank(name) {
				break
			}
		}
	}
	indent := m.w.Keys[0].Column - 1
	last := e.notes(e.last(m.w.Items[at], m.w.Keys[at].Line, m.boundOf(at)), indent)
	e.look(last)
	e.replace(last, last, e.entry(f, name, v, indent, m.labels))
}

// look sees whether a note with an indentation follows a line: behind a block of text it would become a part of the text.
func (e *editor) look(last int) {
	for _, s := range e.text[last:] {
		if strings.TrimSpace(s) != "" {
			e.quoted = strings.HasPrefix(s, " ") && blank(s)
			return
		}
	}
}

// notes adds the notes behind a value that are indented further than its key: they are the value's.
func (e *editor) notes(last, indent int) int {
	for last < e.where.Close-1 && strings.TrimSpace(e.text[last]) != "" && blank(e.text[last]) && indentOf(e.text[last]) > indent {
		last++
	}
	return last
}

// remove takes an entry out, with the notes inside it. The notes before it stay.
func (e *editor) remove(m mapAt, i int) {
	key := m.w.Keys[i]
	last := e.notes(e.last(m.w.Items[i], key.Line, m.boundOf(i)), key.Column-1)
	head := e.runes(key.Line)[:key.Column-1]
	if strings.Trim(string(head), " ") == "" {
		e.replace(key.Line-1, last, nil)
		return
	}
	// It stands behind the dash of a list: what follows takes its place.
	if i+1 < len(m.w.Keys) && m.w.Keys[i+1].Line == last+1 {
		next := e.runes(last + 1)
		e.replace(key.Line-1, last+1, []string{string(head) + string(next[m.w.Keys[i+1].Column-1:])})
		return
	}
	e.replace(key.Line-1, last, []string{strings.TrimRight(string(head), " ")})
}

// slot is the place of a value: below a key of a map, or (key nil) behind a dash of a list.
type slot struct {
	w      *content.Written
	field  *site.Field
	key    *content.Written
	indent int // of the key, or of the dash
	bound  int
	labels bool
}

// value makes the first change that a value needs.
func (e *editor) value(s slot, v Value) bool {
	switch is := read(s.w, s.field); {
	case same(is, v):
		return false
	case s.w.Flow:
		e.rewriteFlow(s, v)
		return true
	case v.Form == Parts && s.w.Form == content.Map:
		return e.parts(s, v)
	case v.Form == List && s.w.Form == content.List:
		return e.list(s, v)
	case v.Form == Text && s.w.Form < content.List:
		e.scalar(s, v.Text)
		return true
	case v.Form == List && len(v.Items) == 1 && v.Items[0].Form == Text && s.w.Form < content.List && !s.w.Null:
		e.scalar(s, v.Items[0].Text) // one element may stand without brackets
		return true
	default:
		e.rewrite(s, v)
		return true
	}
}

// parts makes the first change that an object or a map needs. What its kind does not know stays.
func (e *editor) parts(s slot, v Value) bool {
	m := mapAt{s.w, s.field, s.field.Find, s.bound, speaksUkrainian(s.w, s.labels)}
	element := *s.field
	element.Map, element.Vocabulary = false, nil
	partOf := func(name string) *site.Field {
		if s.field.Map {
			return &element
		}
		return s.field.Part(name)
	}
	for _, p := range v.Parts {
		if e.part(m, partOf(p.Name), p.Name, p.Value) {
			return true
		}
	}
	for i, key := range s.w.Keys {
		name := keyName(s.field, key.Text)
		if !s.field.Map {
			f := s.field.Find(key.Text)
			if f == nil {
				continue
			}
			name = f.Name
		}
		if !slices.ContainsFunc(v.Parts, func(p Part) bool { return p.Name == name }) && !s.w.Items[i].Null {
			e.remove(m, i)
			return true
		}
	}
	return false
}

// list makes the first change that a list needs: elements in common at both ends stay, the others are changed one by one, and what is too much or too few
// between them goes or comes.
func (e *editor) list(s slot, v Value) bool {
	element := *s.field
	element.List = false
	var places []int // elements that hold something
	var old []Value
	for i, item := range s.w.Items {
		if is := read(item, &element); is.Form != Nothing {
			places, old = append(places, i), append(old, is)
		}
	}
	first := 0
	for first < len(old) && first < len(v.Items) && same(old[first], v.Items[first]) {
		first++
	}
	tail := 0
	for tail < len(old)-first && tail < len(v.Items)-first && same(old[len(old)-1-tail], v.Items[len(v.Items)-1-tail]) {
		tail++
	}
	are, due := len(old)-first-tail, len(v.Items)-first-tail
	switch {
	case are > 0 && due > 0:
		i := places[first]
		return e.value(slot{s.w.Items[i], &element, nil, s.w.Column - 1, e.boundOf(s, i), s.labels}, v.Items[first])
	case are > 0:
		i := places[first]
		e.replace(e.dash(s.w, i)-1, e.last(s.w.Items[i], e.dash(s.w, i), e.boundOf(s, i)), nil)
		return true
	case due > 0:
		at := e.dash(s.w, 0) - 1
		if first > 0 {
			i := places[first-1]
			at = e.last(s.w.Items[i], e.dash(s.w, i), e.boundOf(s, i))
		}
		e.look(at)
		var fresh []string
		for _, item := range v.Items[first : first+due] {
			fresh = append(fresh, e.element(&element, item, s.w.Column-1, s.labels)...)
		}
		e.replaceSafely(s, at, fresh)
		return true
	}
	return false
}

// replaceSafely puts elements into a list. Its first dash may stand behind another, where no line can come before it.
func (e *editor) replaceSafely(s slot, at int, fresh []string) {
	if at == s.w.Line-1 && strings.Trim(string(e.runes(s.w.Line)[:s.w.Column-1]), " ") != "" {
		e.stuck = true
		return
	}
	e.replace(at, at, fresh)
}

// boundOf is the last line that can belong to an element of a list.
func (e *editor) boundOf(s slot, i int) int {
	if i+1 < len(s.w.Items) {
		return e.dash(s.w, i+1) - 1
	}
	return s.bound
}

// dash is the line on which the dash of an element stands.
func (e *editor) dash(list *content.Written, i int) int {
	for line := list.Items[i].Line; line > list.Line; line-- {
		if r := e.runes(line); len(r) >= list.Column && r[list.Column-1] == '-' && strings.Trim(string(r[:list.Column-1]), " -") == "" {
			return line
		}
	}
	return list.Line
}
