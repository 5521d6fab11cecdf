package author

import (
	"strings"

	"github.com/som-hub/vitryna/generator/content"
	"github.com/som-hub/vitryna/generator/site"
)

// rewriteFlow writes a list or an object in brackets anew; what of it stays keeps its bytes. Notes among several lines go before it.
func (e *editor) rewriteFlow(s slot, v Value) {
	line, column := e.scan(s.w)
	if line > s.w.Line {
		e.keepNotes(s, line)
		e.rewrite(s, v)
		return
	}
	text, ok := e.flow(s.field, v, s.w, s.labels)
	if !ok {
		e.rewrite(s, v)
		return
	}
	r := e.runes(s.w.Line)
	e.replace(s.w.Line-1, s.w.Line, []string{string(r[:s.w.Column-1]) + text + string(r[column-1:])})
}

// keepNotes moves the notes inside of brackets before the field. The lines below are those of before, so the change that follows is made at the next step.
func (e *editor) keepNotes(s slot, last int) {
	var notes []string
	for line := s.w.Line + 1; line < last; line++ {
		if t := strings.TrimSpace(e.text[line-1]); strings.HasPrefix(t, "#") {
			notes = append(notes, strings.Repeat(" ", s.indent)+t)
		}
	}
	if len(notes) > 0 && s.key != nil && strings.Trim(string(e.runes(s.key.Line)[:s.key.Column-1]), " ") == "" {
		e.replace(s.key.Line-1, s.key.Line-1, notes)
		n := len(notes)
		shift(s.w, n)
		s.key.Line += n
		e.where.Close += n
	}
}

func shift(w *content.Written, n int) {
	w.Line += n
	for _, k := range w.Keys {
		shift(k, n)
	}
	for _, i := range w.Items {
		shift(i, n)
	}
}

// flow writes a value in brackets on one line; old is what stands there, or nil.
func (e *editor) flow(f *site.Field, v Value, old *content.Written, labels bool) (string, bool) {
	if old != nil && same(read(old, f), v) {
		if raw, ok := e.raw(old); ok {
			return raw, true
		}
	}
	var list []string
	switch v.Form {
	case Text:
		form, was := content.Plain, ""
		if old != nil && old.Form < content.Literal {
			form, was = old.Form, old.Text
		}
		return inline(spell(f, v.Text, was, labels), form, f, true), true
	case List:
		element := *f
		element.List = false
		for i, item := range v.Items {
			text, ok := e.flow(&element, item, e.likeliest(old, &element, item, i), labels)
			if !ok {
				return "", false
			}
			list = append(list, text)
		}
		return "[" + strings.Join(list, ", ") + "]", true
	}
	if old != nil && old.Form == content.Map {
		labels = speaksUkrainian(old, labels)
	}
	for _, p := range v.Parts {
		part := f.Part(p.Name)
		if f.Map {
			element := *f
			element.Map, element.Vocabulary = false, nil
			part = &element
		}
		key := keyText(f, part, p.Name, labels)
		var was *content.Written
		if old != nil && old.Form == content.Map {
			for i, k := range old.Keys {
				if known := f.Find(k.Text); f.Map && keyName(f, k.Text) == p.Name || known != nil && known.Name == p.Name {
					was = old.Items[i]
					key, _ = e.raw(k)
				}
			}
		}
		text, ok := e.flow(part, p.Value, was, labels)
		if !ok || key == "" {
			return "", false
		}
		list = append(list, key+": "+text)
	}
	return "{" + strings.Join(list, ", ") + "}", true
}

// likeliest is the element of an old list that an element of the new one was: the same, or the one in its place.
func (e *editor) likeliest(old *content.Written, f *site.Field, v Value, i int) *content.Written {
	if old == nil || old.Form != content.List {
		return nil
	}
	for _, item := range old.Items {
		if same(read(item, f), v) {
			return item
		}
	}
	if i < len(old.Items) && len(old.Items[i].Items) == 0 {
		return old.Items[i]
	}
	return nil
}

// raw are the signs of a value that stands on one line.
func (e *editor) raw(w *content.Written) (string, bool) {
	r := e.runes(w.Line)
	to := w.Column - 1 + len([]rune(w.Text))
	if w.Flow || w.Form == content.Single || w.Form == content.Double {
		line, column := e.scan(w)
		if line > w.Line {
			return "", false
		}
		to = column - 1
	}
	if to > len(r) || w.Form == content.Plain && string(r[w.Column-1:to]) != w.Text {
		return "", false
	}
	return string(r[w.Column-1 : to]), true
}
