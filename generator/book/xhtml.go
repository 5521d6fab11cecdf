package book

import (
	"bytes"
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode"
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

// change makes of an element what it is in a book.
func (r *rewriter) change(t *tag) {
	switch t.name {
	case "a":
		r.link(t)
	case "img":
		r.picture(t)
	case "picture":
		t.name = ""
	case "math":
		r.math, r.coverage.math = true, true
		t.set("xmlns", "http://www.w3.org/1998/Math/MathML")
	case "svg":
		r.svg = true
		t.set("xmlns", "http://www.w3.org/2000/svg")
	case "details":
		t.name = "section"
		t.drop("open", "name")
	case "summary":
		t.name = "p"
		t.set("class", strings.TrimSpace(t.value("class")+" answer-title"))
	case "input":
		box(t)
	case "section", "ol", "li":
		r.note(t)
	}
}

// box makes a sign of a box to tick: a book is no form.
func box(t *tag) {
	sign := "☐"
	if t.has("checked") {
		sign = "☑"
	}
	if t.value("type") != "checkbox" {
		sign = ""
	}
	label := t.value("aria-label")
	t.name, t.attrs, t.after = "span", []attr{{"class", "box"}}, sign
	if label != "" {
		t.attrs = append(t.attrs, attr{"role", "img"}, attr{"aria-label", label})
	}
}

// note makes asides of footnotes, which reading systems show beside their marks.
func (r *rewriter) note(t *tag) {
	depth := len(r.stack)
	switch {
	case t.name == "section" && t.class("footnotes"):
		r.notes, r.number = depth, 0
		t.drop("role")
		t.set("epub:type", "footnotes")
		if !t.has("aria-label") && r.Labels.Notes != "" {
			t.set("aria-label", r.Labels.Notes)
		}
	case r.notes == 0:
	case t.name == "ol" && depth == r.notes+1:
		t.name = ""
	case t.name == "li" && depth == r.notes+2:
		r.number++
		t.name, t.after = "aside", `<p class="note-number">`+strconv.Itoa(r.number)+".</p>"
		t.set("epub:type", "footnote")
		t.set("role", "doc-footnote")
	}
}

// linkTypes are what links are called in EPUB by what they are to those who listen.
var linkTypes = map[string]string{"doc-noteref": "noteref", "doc-biblioref": "biblioref", "doc-glossref": "glossref"}

// link leads a link to its place in the book; where there is none, its words stay.
func (r *rewriter) link(t *tag) {
	if !t.has("href") {
		return
	}
	href, ok := r.target(t.value("href"))
	if !ok {
		t.name = "span"
		t.drop("href", "rel", "target", "download", "hreflang", "type", "role", "aria-label")
		return
	}
	for i := range t.attrs {
		if t.attrs[i].name == "href" {
			t.attrs[i].value = href
		}
	}
	t.drop("target", "download")
	if kind := linkTypes[t.value("role")]; kind != "" {
		t.set("epub:type", kind)
	}
}

func (r *rewriter) target(href string) (string, bool) {
	u, err := url.Parse(href)
	if err != nil || href == "" {
		return "", false
	}
	if u.IsAbs() || u.Host != "" {
		return u.String(), slices.Contains([]string{"http", "https", "mailto", "tel"}, u.Scheme)
	}
	file := orElse(u.Path, r.file)
	if !r.files[file] {
		return "", false
	}
	if u.Fragment == "" {
		return file, true
	}
	id := anchor(u.Fragment)
	r.links = append(r.links, link{r.chapter.ID, place{file, id}})
	return u.Path + "#" + id, true
}

// picture leads a picture to its file; where there is none, its description stays.
func (r *rewriter) picture(t *tag) {
	t.drop("srcset", "sizes", "loading", "decoding", "fetchpriority")
	path := t.value("src")
	if _, ok := r.pictures[path]; !ok {
		r.dead = append(r.dead, fmt.Errorf("%w: chapter %q, picture %q", ErrLink, r.chapter.ID, path))
		t.name, t.after = "span", textEscapes.Replace(t.value("alt"))
		t.attrs = []attr{{"class", "missing"}}
		return
	}
	r.pictures[path] = true
	r.coverage.pictures = true
	r.coverage.undescribed = r.coverage.undescribed || !t.has("alt")
}

// places keeps the ids, as files of a book may bear them, and notes them.
func (r *rewriter) places(t *tag) {
	twice := false
	for i := range t.attrs {
		switch a := &t.attrs[i]; a.name {
		case "id":
			a.value = anchor(a.value)
			if at := (place{r.file, a.value}); r.ids[at] || a.value == "" {
				a.name, twice = "", true // an id stands once
			} else {
				r.ids[at] = true
			}
		case "aria-labelledby", "aria-describedby", "aria-details", "headers", "for":
			ids := strings.Fields(a.value)
			for j := range ids {
				ids[j] = anchor(ids[j])
			}
			a.value = strings.Join(ids, " ")
		}
	}
	if twice {
		t.drop("")
	}
}

// anchor is an id as XML may bear it: it begins with a letter or an underscore, and has no colon or space.
func anchor(id string) string {
	if isAnchor(id) {
		return id
	}
	id = strings.Map(func(c rune) rune {
		if unicode.IsLetter(c) || unicode.IsDigit(c) || strings.ContainsRune("-_.·", c) || unicode.Is(unicode.Mn, c) {
			return c
		}
		return '-'
	}, id)
	if first := []rune(id + "_")[0]; !unicode.IsLetter(first) && first != '_' {
		id = "_" + id
	}
	return id
}

// isAnchor tells whether an id is of plain letters and stays as it is: most do.
func isAnchor(id string) bool {
	for i := range len(id) {
		switch c := id[i]; {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', c == '_':
		case i > 0 && ('0' <= c && c <= '9' || c == '-' || c == '.'):
		default:
			return false
		}
	}
	return id != ""
}
