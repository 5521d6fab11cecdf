package author

import (
	"slices"
	"strings"
	"unicode"

	"github.com/som-hub/vitryna/generator/content"
	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// Value is what a field holds, without the way it is written: the name of a word of a vocabulary whatever it was called, a day as 2026-11-20, yes and no
// as "true" and "false". The zero Value is nothing.
type Value struct {
	Form  Form    `json:"form,omitempty"`
	Text  string  `json:"text,omitempty"`
	Items []Value `json:"items,omitempty"` // of a list
	Parts []Part  `json:"parts,omitempty"` // of an object, by the names of its parts, or of a map, by its keys
}

// Part is one part of an object, one entry of a map, or one field of a header.
type Part struct {
	Name  string `json:"name"`
	Value Value  `json:"value"`
}

// Form tells which of its members a [Value] has.
type Form string

// The forms of a value.
const (
	Nothing Form = ""
	Text    Form = "text"
	List    Form = "list"
	Parts   Form = "parts"
)

// Fields reads the fields of a header that its kind knows. where is the place of the header; an error is [content.ErrHeader].
func Fields(source []byte, kind *site.Kind) (fields []Part, where content.Region, err error) {
	header, where, err := content.ReadWritten(cut(source).plain())
	if err != nil || header == nil {
		return nil, where, err
	}
	return parts(header, kind.Field), where, nil
}

func parts(w *content.Written, find func(string) *site.Field) []Part {
	var list []Part
	for i, key := range w.Keys {
		f := find(key.Text)
		if f == nil || slices.ContainsFunc(list, func(p Part) bool { return p.Name == f.Name }) {
			continue
		}
		if v := read(w.Items[i], f); v.Form != Nothing {
			list = append(list, Part{f.Name, v})
		}
	}
	return list
}

// read is what a field holds where it stands.
func read(w *content.Written, f *site.Field) Value {
	switch {
	case w.Null:
		return Value{}
	case f.Map && w.Form == content.Map:
		element := *f
		element.Map, element.Vocabulary = false, nil
		var list []Part
		for i, key := range w.Keys {
			if v := read(w.Items[i], &element); v.Form != Nothing {
				list = append(list, Part{keyName(f, key.Text), v})
			}
		}
		return some(Value{Form: Parts, Parts: list}, len(list))
	case f.List && !f.Map:
		element := *f
		element.List = false
		elements := []*content.Written{w}
		if w.Form == content.List {
			elements = w.Items
		}
		var list []Value
		for _, e := range elements {
			if v := read(e, &element); v.Form != Nothing {
				list = append(list, v)
			}
		}
		return some(Value{Form: List, Items: list}, len(list))
	case len(f.Fields) > 0 && w.Form == content.Map:
		list := parts(w, f.Find)
		return some(Value{Form: Parts, Parts: list}, len(list))
	case w.Form == content.List || w.Form == content.Map:
		return Value{} // not what is due there: the check says so
	}
	text := canon(f, w.Text)
	return some(Value{Form: Text, Text: text}, len(text))
}

func some(v Value, n int) Value {
	if n == 0 {
		return Value{}
	}
	return v
}

func keyName(f *site.Field, written string) string {
	if w := f.Vocabulary.Find(written); w != nil {
		return w.Name
	}
	return written
}

// canon is a text of a field in the one form that is compared and that a form shows.
func canon(f *site.Field, written string) string {
	text := strings.TrimSpace(written)
	if f == nil || text == "" {
		return text
	}
	switch f.Type {
	case site.Enum:
		if w := f.Vocabulary.Find(text); w != nil {
			return w.Name
		}
	case site.Bool:
		switch strings.ToLower(text) {
		case "true", "так", "yes":
			return "true"
		case "false", "ні", "no":
			return "false"
		}
	case site.DateOnly, site.DateTime:
		if d, err := ukrainian.ParseDate(text); err == nil {
			return d.String()
		}
	case site.Int, site.Number:
		return strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "", ",", ".").Replace(text)
	}
	return text
}

// spell writes a text of a field as its author would: a word by its label where the rest is in Ukrainian, a day as the days before.
func spell(f *site.Field, text, old string, labels bool) string {
	if old != "" {
		labels = cyrillic(old)
	}
	switch f.Type {
	case site.Enum:
		if w := f.Vocabulary.Word(text); w != nil && labels && f.Vocabulary.Find(w.Label.UK) == w {
			return w.Label.UK
		}
	case site.Bool:
		if yes, known := map[string]bool{"true": true, "false": false}[text]; known && labels {
			return ukrainian.YesNo(yes)
		}
	case site.DateOnly, site.DateTime:
		if d, err := ukrainian.ParseDate(text); err == nil && strings.Contains(old, ".") && !d.Partial() && !d.Timed {
			return d.Official()
		}
	}
	return text
}

func cyrillic(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) })
}

// bare tells that quotes would be of no use about a value, though YAML takes it for a number or a day.
func bare(f *site.Field) bool {
	switch f.Type {
	case site.Int, site.Number, site.Bool, site.DateOnly, site.DateTime, site.Enum, site.Latitude, site.Longitude:
		return true
	}
	return false
}

// same tells whether two values of a field are equal. The order of parts does not matter.
func same(a, b Value) bool {
	if a.Form != b.Form || a.Text != b.Text || len(a.Items) != len(b.Items) || len(a.Parts) != len(b.Parts) {
		return false
	}
	for i := range a.Items {
		if !same(a.Items[i], b.Items[i]) {
			return false
		}
	}
	for _, p := range a.Parts {
		at := slices.IndexFunc(b.Parts, func(q Part) bool { return q.Name == p.Name })
		if at < 0 || !same(p.Value, b.Parts[at].Value) {
			return false
		}
	}
	return true
}

// tidy is a value in the form in which a header would give it back.
func tidy(v Value, f *site.Field) Value {
	switch v.Form {
	case Text:
		text := strings.ReplaceAll(strings.ReplaceAll(v.Text, "\r\n", "\n"), "\r", "\n")
		v.Text = canon(f, text)
		if f.List && !f.Map {
			return tidy(Value{Form: List, Items: []Value{v}}, f)
		}
		return some(v, len(v.Text))
	case List:
		element := *f
		element.List = false
		var items []Value
		for _, item := range v.Items {
			if item = tidy(item, &element); item.Form != Nothing {
				items = append(items, item)
			}
		}
		return some(Value{Form: List, Items: items}, len(items))
	case Parts:
		var list []Part
		for _, p := range v.Parts {
			part := f.Part(p.Name)
			if f.Map {
				element := *f
				element.Map, element.Vocabulary = false, nil
				part, p.Name = &element, keyName(f, strings.TrimSpace(p.Name))
			}
			if part == nil || p.Name == "" {
				continue
			}
			if p.Value = tidy(p.Value, part); p.Value.Form != Nothing && !slices.ContainsFunc(list, func(q Part) bool { return q.Name == p.Name }) {
				list = append(list, p)
			}
		}
		return some(Value{Form: Parts, Parts: list}, len(list))
	}
	return Value{}
}
