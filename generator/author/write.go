package author

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"github.com/som-hub/vitryna/generator/content"
	"github.com/som-hub/vitryna/generator/site"
)

// flowWidth is how long a line with a list in brackets may be; a longer list has its elements below each other.
const flowWidth = 100

// scalar writes another text in the place of one.
func (e *editor) scalar(s slot, text string) {
	old := s.w.Text
	if s.w.Null {
		old = ""
	}
	text = spell(s.field, text, old, s.labels)
	last := e.last(s.w, s.w.Line, s.bound)
	block := s.w.Form == content.Literal || s.w.Form == content.Folded
	if !block && old+s.w.Text != "" && last == s.w.Line && !strings.Contains(text, "\n") {
		r := e.runes(s.w.Line)
		from, to := s.w.Column-1, s.w.Column-1+len([]rune(s.w.Text))
		if s.w.Form != content.Plain {
			_, column := e.scan(s.w)
			to = column - 1
		}
		head := string(r[:from])
		if from > 0 && !strings.HasSuffix(head, " ") {
			head += " "
		}
		e.replace(s.w.Line-1, s.w.Line, []string{head + inline(text, s.w.Form, s.field, false) + string(r[to:])})
		return
	}
	if block && literal(text) {
		e.block(s, text, last)
		return
	}
	e.rewrite(s, Value{Form: Text, Text: text})
}

// block writes another text into a block behind | or >. Its head stays, and so do the lines that are the same.
func (e *editor) block(s slot, text string, last int) {
	r := e.runes(s.w.Line)
	head := r[s.w.Column-1:]
	indent := s.indent + 2
	if own := ownIndent(head); own > 0 {
		indent = s.indent + own
	} else if last > s.w.Line {
		for line := s.w.Line + 1; line <= last; line++ {
			if strings.TrimSpace(e.text[line-1]) != "" {
				indent = indentOf(e.text[line-1])
				break
			}
		}
	}
	if head[0] == '>' && strings.Contains(text, "\n") {
		e.replace(s.w.Line-1, s.w.Line, []string{string(r[:s.w.Column-1]) + "|" + string(head[1:])})
	}
	e.replace(s.w.Line, last, indented(text, indent))
}

// ownIndent is the indentation that the head of a block of text tells itself: |2. 0 is none.
func ownIndent(head []rune) int {
	if m := ownIndentHead.FindStringSubmatch(string(head)); m != nil {
		n, _ := strconv.Atoi(m[1])
		return n
	}
	return 0
}

var ownIndentHead = regexp.MustCompile(`^[|>][+-]?([1-9])`)

func indented(text string, indent int) []string {
	list := strings.Split(text, "\n")
	for i, line := range list {
		if strings.TrimSpace(line) == "" {
			list[i] = ""
		} else {
			list[i] = strings.Repeat(" ", indent) + line
		}
	}
	return list
}

// literal tells whether a text can stand in a block.
func literal(text string) bool {
	if text == "" || text[0] == ' ' || text[0] == '\t' || text[0] == '#' {
		return false
	}
	for line := range strings.Lines(text) {
		if strings.TrimSpace(line) == "" && strings.Trim(line, "\n") != "" {
			return false // blanks alone on a line
		}
	}
	return !strings.ContainsFunc(text, func(r rune) bool { return r != '\n' && r != '\t' && strange(r) })
}

// strange tells that a sign is not to stand in a file as it is: it ends lines for some programs, or is not seen.
func strange(r rune) bool {
	return unicode.IsControl(r) || r == '\u2028' || r == '\u2029' || r == '\ufeff' || r == '\ufffe' || r == '\uffff' || r == unicode.ReplacementChar
}

// rewrite writes a value anew, below its key or behind its dash.
func (e *editor) rewrite(s slot, v Value) {
	if s.key == nil {
		dash := s.w.Line
		for dash > 1 && !e.dashAt(dash, s.indent) {
			dash--
		}
		head := string(e.runes(dash)[:s.indent])
		e.look(e.last(s.w, dash, s.bound))
		fresh := e.element(s.field, v, s.indent, s.labels)
		fresh[0] = head + fresh[0][len(head):]
		e.replace(dash-1, e.last(s.w, dash, s.bound), fresh)
		return
	}
	e.look(e.last(s.w, s.key.Line, s.bound))
	fresh := e.entry(s.field, s.field.Name, v, s.indent, s.labels)
	r, colon := e.runes(s.key.Line), e.colon(s.key)
	_, rest, _ := strings.Cut(fresh[0], ":") // of a label, which has no colon
	if note := e.note(s); note != "" && !strings.Contains(rest, " #") {
		rest += note
	}
	fresh[0] = string(r[:min(colon+1, len(r))]) + rest
	e.replace(s.key.Line-1, e.last(s.w, s.key.Line, s.bound), fresh)
}

// colon is where on its line the colon behind a key stands.
func (e *editor) colon(key *content.Written) int {
	r := e.runes(key.Line)
	colon := key.Column - 1 + len([]rune(key.Text))
	if key.Form != content.Plain {
		_, column := e.scan(key)
		colon = column - 1
	}
	for colon < len(r) && r[colon] != ':' {
		colon++
	}
	return colon
}

func (e *editor) dashAt(line, column int) bool {
	r := e.runes(line)
	return len(r) > column && r[column] == '-' && strings.Trim(string(r[:column]), " -") == ""
}

// note is what stands behind a value on its line.
func (e *editor) note(s slot) string {
	var rest string
	behind := func() string { // the colon
		r := e.runes(s.key.Line)
		return string(r[min(len(r), e.colon(s.key)+1):])
	}
	switch line, column := e.scan(s.w); {
	case s.w.Null && s.w.Text == "":
		rest = behind()
	case s.w.Flow || s.w.Form == content.Single || s.w.Form == content.Double:
		rest = string(e.runes(line)[min(column-1, len(e.runes(line))):])
	case s.w.Form == content.Plain && s.w.Line == s.key.Line:
		r := e.runes(s.w.Line)
		rest = string(r[min(len(r), s.w.Column-1+len([]rune(s.w.Text))):])
	case s.w.Form == content.Literal || s.w.Form == content.Folded:
		_, rest, _ = strings.Cut(string(e.runes(s.w.Line)), " #")
		if rest != "" {
			rest = " #" + rest
		}
	case s.w.Line > s.key.Line:
		rest = behind()
	}
	if trimmed := strings.TrimSpace(rest); strings.HasPrefix(trimmed, "#") && strings.TrimLeft(rest, " \t") != rest {
		return rest
	}
	return ""
}

// entry are the lines of a field or a part with its key.
func (e *editor) entry(f *site.Field, name string, v Value, indent int, labels bool) []string {
	parent := &site.Field{Fields: []*site.Field{f}}
	if f.Name != name { // of a map: the key is the author's own
		parent = nil
	}
	key := strings.Repeat(" ", indent) + keyText(parent, f, name, labels) + ":"
	below, onLine := e.write(f, v, indent, labels)
	if onLine != "" {
		return append([]string{key + " " + onLine}, below...)
	}
	return append([]string{key}, below...)
}

// keyText is how a key is written.
func keyText(parent, f *site.Field, name string, labels bool) string {
	if parent != nil && !parent.Map && f != nil && f.Name == name {
		if labels && parent.Find(f.Label.UK) == f && content.ReadsAs(f.Label.UK, f.Label.UK, false, false) && !strings.Contains(f.Label.UK, ":") {
			return f.Label.UK
		}
		return name
	}
	return inline(name, content.Plain, &site.Field{Type: site.Int}, true)
}

// element are the lines of an element of a list with its dash.
func (e *editor) element(f *site.Field, v Value, indent int, labels bool) []string {
	dash := strings.Repeat(" ", indent) + "-"
	if v.Form == Parts {
		below, _ := e.write(f, v, indent, labels)
		below[0] = dash + " " + strings.TrimLeft(below[0], " ")
		return below
	}
	below, onLine := e.write(f, v, indent, labels)
	if v.Form == List && onLine == "" {
		onLine = "[]"
	}
	return append([]string{dash + " " + onLine}, below...)
}

// write writes a value: what stands on the line of its key or dash, and the lines below.
func (e *editor) write(f *site.Field, v Value, indent int, labels bool) (below []string, onLine string) {
	switch v.Form {
	case Text:
		text := spell(f, v.Text, "", labels)
		if strings.Contains(text, "\n") && literal(text) && !e.quoted {
			return indented(text, indent+2), "|"
		}
		return nil, inline(text, content.Plain, f, false)
	case List:
		if text, ok := e.flow(f, v, nil, labels); ok && len(f.Fields) == 0 && !strings.ContainsAny(text, `"'`) && len([]rune(text)) < flowWidth {
			return nil, text
		}
		element := *f
		element.List = false
		for _, item := range v.Items {
			below = append(below, e.element(&element, item, indent+2, labels)...)
		}
		return below, ""
	}
	element := *f
	element.Map, element.Vocabulary = false, nil
	for _, p := range v.Parts {
		part := f.Part(p.Name)
		if f.Map {
			part = &element
		}
		below = append(below, e.entryOf(f, part, p, indent+2, labels)...)
	}
	return below, ""
}

func (e *editor) entryOf(parent, f *site.Field, p Part, indent int, labels bool) []string {
	if parent.Map {
		named := *f
		named.Name = p.Name + "\x00" // no part of an object
		return e.entry(&named, p.Name, p.Value, indent, labels)
	}
	return e.entry(f, p.Name, p.Value, indent, labels)
}

// inline writes a text on one line, in the quotes it had or with none where none are needed.
func inline(text string, form content.Form, f *site.Field, flow bool) string {
	bare := bare(f)
	whole := !strings.Contains(text, "\n") && !strings.ContainsFunc(text, strange)
	single := "'" + strings.ReplaceAll(text, "'", "''") + "'"
	switch {
	case form == content.Single && whole && content.ReadsAs(single, text, flow, true):
		return single
	case form == content.Double:
	case whole && !strings.Contains(text, " #") && content.ReadsAs(text, text, flow, bare):
		return text
	case whole && strings.ContainsAny(text, `"\`) && !strings.Contains(text, "'") && content.ReadsAs(single, text, flow, true):
		return single
	}
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range text {
		switch {
		case r == '"' || r == '\\':
			b.WriteRune('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case strange(r):
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
