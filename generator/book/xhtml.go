package book

import (
	"bytes"
	"slices"
	"strings"
)

// rewriter copies the text of a chapter and changes what stands otherwise in a book.
type rewriter struct {
	*epub
	chapter *Chapter
	file    string // the chapter's
	out     *bytes.Buffer

	stack     []element
	skipped   int // how many open elements are left out with all that stands in them
	notes     int // the depth of the section of footnotes; 0 outside
	number    int // of the last footnote
	math, svg bool
}

// element is an element that is open: its name, and that by which it is closed in the book; "" is nothing.
type element struct{ name, closed string }

// properties are those that the manifest tells of a chapter.
func (r *rewriter) properties() string {
	var list []string
	if r.math {
		list = append(list, "mathml")
	}
	if r.svg {
		list = append(list, "svg")
	}
	return strings.Join(list, " ")
}

// rewrite copies a text. One that is not well-formed is an error with its line.
func (r *rewriter) rewrite(text string) error {
	s, err := newScanner(text)
	if err != nil {
		return err
	}
	for s.at < len(s.text) {
		if chars := s.chars(); chars != "" {
			err = r.chars(s, chars)
			s.at += len(chars)
		} else if strings.HasPrefix(s.text[s.at:], "</") {
			err = r.endTag(s)
		} else if !s.comment() {
			err = r.startTag(s)
		}
		if err != nil {
			return err
		}
	}
	if n := len(r.stack); n > 0 {
		return s.fault("<%s> is not closed", r.stack[n-1].name)
	}
	return nil
}

// chars copies what stands between tags. References are signs then, but for the three that XML cannot do without.
func (r *rewriter) chars(s *scanner, text string) error {
	if strings.IndexByte(text, '&') < 0 && strings.IndexByte(text, '>') < 0 {
		r.plain(text)
		return nil
	}
	for {
		n := strings.IndexAny(text, "&>")
		if n < 0 {
			r.plain(text)
			return nil
		}
		r.plain(text[:n])
		if text[n] == '>' {
			if strings.HasSuffix(text[:n], "]]") {
				return s.broken("]]> in a text")
			}
			r.plain("&gt;")
			text = text[n+1:]
			continue
		}
		meant, rest, ok := reference(text[n+1:])
		if !ok {
			return s.broken("& that begins no reference")
		}
		r.plain(textEscapes.Replace(meant))
		text = rest
	}
}

func (r *rewriter) plain(text string) {
	if r.skipped == 0 {
		r.out.WriteString(text)
	}
}

var (
	textEscapes  = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")
	valueEscapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "\n", "&#10;", "\t", "&#9;")
)

// isVoid tells the elements that have no end.
func isVoid(name string) bool {
	switch name {
	case "area", "br", "col", "hr", "img", "wbr":
		return true
	}
	return false
}

// isLeft tells the elements that a book cannot show: they go with all that stands in them.
func isLeft(name string) bool {
	switch name {
	case "script", "style", "link", "meta", "iframe", "object", "embed", "form", "button", "video", "audio", "source", "noscript", "template":
		return true
	}
	return false
}

func (r *rewriter) endTag(s *scanner) error {
	at := s.at
	name, err := s.endTag()
	if err != nil {
		return err
	}
	last := len(r.stack) - 1
	if last < 0 || r.stack[last].name != name {
		s.at = at
		return s.fault("</%s> closes what is not open", name)
	}
	r.end()
	return nil
}

// end closes the element that was opened last.
func (r *rewriter) end() {
	last := len(r.stack) - 1
	switch closed := r.stack[last].closed; {
	case r.skipped > 0:
		r.skipped--
	case closed != "":
		r.out.WriteString("</")
		r.out.WriteString(closed)
		r.out.WriteByte('>')
	}
	if r.notes == len(r.stack) {
		r.notes = 0
	}
	r.stack = r.stack[:last]
}

// tag is an element as it is to be written; an empty name writes only what stands in it.
type tag struct {
	name  string
	attrs []attr
	after string // written behind the tag
}

type attr struct{ name, value string }

func (t *tag) value(name string) string {
	for _, a := range t.attrs {
		if a.name == name {
			return a.value
		}
	}
	return ""
}

func (t *tag) has(name string) bool {
	return slices.ContainsFunc(t.attrs, func(a attr) bool { return a.name == name })
}

func (t *tag) set(name, value string) {
	t.drop(name)
	t.attrs = append(t.attrs, attr{name, value})
}

func (t *tag) drop(names ...string) {
	t.attrs = slices.DeleteFunc(t.attrs, func(a attr) bool { return slices.Contains(names, a.name) })
}

func (t *tag) class(name string) bool {
	return slices.Contains(strings.Fields(t.value("class")), name)
}

func (r *rewriter) startTag(s *scanner) error {
	closed, err := s.startTag()
	if err != nil {
		return err
	}
	t := &s.tag
	r.stack = append(r.stack, element{name: t.name})
	if r.skipped > 0 || isLeft(t.name) {
		r.skipped++
	} else {
		r.start(t)
	}
	if closed {
		r.end()
	}
	return nil
}

// start writes the beginning of an element.
func (r *rewriter) start(t *tag) {
	if len(t.attrs) > 0 {
		t.attrs = slices.DeleteFunc(t.attrs, func(a attr) bool { return strings.HasPrefix(a.name, "on") || a.name == "style" })
	}
	r.change(t)
	r.places(t)
	if t.name == "" {
		r.out.WriteString(t.after)
		return
	}
	r.out.WriteByte('<')
	r.out.WriteString(t.name)
	for _, a := range t.attrs {
		a.write(r.out)
	}
	if isVoid(t.name) {
		r.out.WriteString("/>")
		return
	}
	r.out.WriteByte('>')
	r.out.WriteString(t.after)
	r.stack[len(r.stack)-1].closed = t.name
}

func (a attr) write(out *bytes.Buffer) {
	out.WriteByte(' ')
	out.WriteString(a.name)
	out.WriteString(`="`)
	if strings.ContainsAny(a.value, "&<>\"\n\t") {
		_, _ = valueEscapes.WriteString(out, a.value)
	} else {
		out.WriteString(a.value)
	}
	out.WriteByte('"')
}
