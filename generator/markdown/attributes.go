package markdown

import (
	"bytes"
	"strings"
	"unicode"

	"github.com/som-hub/vitryna/generator/ukrainian"
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// attributes are what an author may give to a heading, a block or some words: {#id .class lang=en}. Braces that hold
// anything else are text, so that no style and no script gets in and nothing vanishes.
type attributes struct {
	id, class, lang string
	anchor          bool   // the id is the author's, and not that of a heading
	marked          bool   // the words stand in the index of terms: {.термін}
	term            string // as the index lists them: {термін="наставництво"}; "" as they stand
}

// maxAttributes is the length of the longest text between braces.
const maxAttributes = 200

// parseAttributes reads {…} at the beginning of b; size is 0 if there are none. A block cannot be a term.
func parseAttributes(b []byte) (a attributes, size int) {
	if a, size = parseWordAttributes(b); a.marked {
		return attributes{}, 0
	}
	return a, size
}

// parseWordAttributes reads the attributes of words.
func parseWordAttributes(b []byte) (a attributes, size int) {
	if len(b) == 0 || b[0] != '{' {
		return a, 0
	}
	end := bytes.IndexByte(b[:min(len(b), maxAttributes)], '}')
	if end < 0 {
		return a, 0
	}
	var classes []string
	for _, field := range fieldsOf(string(b[1:end])) {
		switch key, value, pair := strings.Cut(field, "="); {
		case !pair && termClasses[field]:
			a.marked = true
		case pair && termKeys[key]:
			a.marked, a.term = true, strings.Trim(value, quotes)
		case len(field) > 1 && field[0] == '#' && a.id == "":
			a.id = idName(field[1:])
		case len(field) > 1 && field[0] == '.' && className(field[1:]) == field[1:]:
			classes = append(classes, field[1:])
		case pair && key == "lang" && a.lang == "":
			a.lang = strings.Trim(value, quotes)
			if !isLanguage(a.lang) {
				return attributes{}, 0
			}
		default:
			return attributes{}, 0
		}
	}
	a.class = strings.Join(classes, " ")
	if a == (attributes{}) {
		return a, 0
	}
	return a, end + 1
}

// oddAttributes complains of braces that are attributes elsewhere (Pandoc, Kramdown) and stay text here.
func (c *converter) oddAttributes(b []byte, at int) {
	end := bytes.IndexByte(b[:min(len(b), maxAttributes)], '}')
	if end < 0 {
		return
	}
	for _, field := range fieldsOf(string(b[1:end])) {
		if key, _, pair := strings.Cut(field, "="); pair && foreignKeys[strings.ToLower(key)] {
			c.complain("W-ATTRIBUTE", at, "text", string(b[:end+1]))
			return
		}
	}
}

// foreignKeys are attributes of HTML that authors know from elsewhere. Others may be meant as text: {x=1}.
var foreignKeys = map[string]bool{"style": true, "width": true, "height": true, "align": true, "color": true, "size": true, "target": true, "class": true, "id": true, "title": true}

// The names by which words are marked as a term.
var (
	termClasses = map[string]bool{".термін": true, ".term": true}
	termKeys    = map[string]bool{"термін": true, "term": true}
)

// quotes are the signs that may stand around the value of an attribute, closingOf what closes them.
const quotes = `"'«»“”„`

var closingOf = map[rune]string{'"': `"`, '\'': `'`, '«': "»", '“': "”", '„': "“”"}

// fieldsOf are the fields of s between spaces; within quotation marks a space does not count.
func fieldsOf(s string) []string {
	if !strings.ContainsAny(s, quotes) {
		return strings.Fields(s)
	}
	closing, last := "", rune(0)
	return strings.FieldsFunc(s, func(r rune) bool {
		switch {
		case strings.ContainsRune(closing, r):
			closing = ""
		case closing == "" && last == '=':
			closing = closingOf[r]
		}
		last = r
		return closing == "" && unicode.IsSpace(r)
	})
}

// idName is an id that may stand in an address without being encoded. It has no point, so that it is none of the ids of
// footnotes.
func idName(s string) string {
	for i := range len(s) {
		if !isAlnum(s[i]) && s[i] != '-' && s[i] != '_' {
			return ukrainian.Slug(s)
		}
	}
	return s
}

// className is s without what may not stand in the name of a class.
func className(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '-' || r == '_' || r == '+' || unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}

// isLanguage reports whether s looks like a language tag: en, uk, zh-Hant.
func isLanguage(s string) bool {
	for i, part := range strings.Split(s, "-") {
		if part == "" || len(part) > 8 || i == 0 && len(part) < 2 {
			return false
		}
		for j := range len(part) {
			if !isAlnum(part[j]) || i == 0 && part[j] <= '9' {
				return false
			}
		}
	}
	return true
}

// attributes finds the attributes of all blocks and takes them out of the text: at the end of a heading, as the last line of
// a paragraph or of an item, or as a paragraph of their own below any other block. Ids chosen by the author
// are taken before any other.
func (c *converter) attributes(doc ast.Node) {
	if bytes.IndexByte(c.source, '{') < 0 {
		return
	}
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.Heading, *ast.Paragraph, *ast.TextBlock, *tableCaption:
			if entering {
				c.ownAttributes(n)
			}
			return ast.WalkSkipChildren, nil
		case *extast.Table:
			return ast.WalkSkipChildren, nil
		}
		return ast.WalkContinue, nil
	})
}

func (c *converter) ownAttributes(n ast.Node) {
	lines := n.Lines()
	if lines.Len() == 0 {
		return
	}
	last := lines.At(lines.Len() - 1)
	line := bytes.TrimRight(c.source[last.Start:last.Stop], " \t\r\n")
	open := bytes.LastIndexByte(line, '{')
	if open < 0 || line[len(line)-1] != '}' {
		return
	}
	if !mayEndWith(n, line[:open], last.Start+open) {
		return
	}
	target := n
	if lines.Len() == 1 && len(bytes.TrimLeft(line[:open], " \t")) == 0 { // nothing else stands here
		if target = n.PreviousSibling(); target != nil {
			switch target.Kind() {
			case kindTableCaption:
				target = target.PreviousSibling()
			case kindBlockTitle:
				target = n.Parent()
			}
		}
		if target == nil || n.Kind() == ast.KindHeading {
			return
		}
	}
	a, size := parseAttributes(line[open:])
	if size == 0 {
		c.oddAttributes(line[open:], last.Start+open)
	}
	if n.Kind() == ast.KindHeading {
		open = len(withoutClosing(line[:open]))
	}
	if size == 0 || size != len(line)-bytes.LastIndexByte(line, '{') || !cutText(n, last.Start+open, c.source) {
		return
	}
	c.takeID(&a, last.Start+bytes.LastIndexByte(line, '{'))
	if n.Kind() == ast.KindHeading {
		a.anchor = false
	}
	if c.attrs == nil {
		c.attrs = make(map[ast.Node]attributes)
	}
	c.attrs[target] = a
}

// mayEndWith reports whether attributes may stand behind what a block's last line begins with: behind the text of a heading or of
// a caption, right behind a picture that stands alone, and on a line of their own.
func mayEndWith(n ast.Node, before []byte, at int) bool {
	if len(bytes.TrimLeft(before, " \t")) == 0 {
		return true
	}
	switch n := n.(type) {
	case *ast.Heading, *tableCaption:
		return before[len(before)-1] == ' ' || before[len(before)-1] == '\t'
	case *ast.Paragraph:
		picture, _ := n.FirstChild().(*ast.Image)
		if picture == nil {
			return false
		}
		t, ok := picture.NextSibling().(*ast.Text)
		return ok && t == n.LastChild() && at-t.Segment.Start == len(before)-len(bytes.TrimRight(before, " \t"))
	}
	return false
}

// takeID takes the id that the author gave to something; at is where it stands.
func (c *converter) takeID(a *attributes, at int) {
	if a.id == "" {
		return
	}
	id := c.ids.take(a.id)
	if id != a.id {
		c.complain("W-ID-DUP", at, "id", a.id)
	}
	a.id, a.anchor = id, true
}

// withoutClosing is a heading's line without the signs # that may close it.
func withoutClosing(line []byte) []byte {
	line = bytes.TrimRight(line, " \t")
	open := bytes.TrimRight(line, "#")
	if n := len(open); n > 0 && n < len(line) && (open[n-1] == ' ' || open[n-1] == '\t') {
		return open
	}
	return line
}

// cutText removes the text of a block from an offset on, if all that stands there is text.
func cutText(block ast.Node, from int, source []byte) bool {
	first := block.LastChild()
	for ; first != nil; first = first.PreviousSibling() {
		t, ok := first.(*ast.Text)
		if !ok {
			return false
		}
		if t.Segment.Start <= from {
			break
		}
	}
	if first == nil || first.(*ast.Text).Segment.Stop <= from {
		return false
	}
	for n := first.NextSibling(); n != nil; n = first.NextSibling() {
		block.RemoveChild(block, n)
	}
	t := first.(*ast.Text)
	t.Segment.Stop = from
	t.Segment = t.Segment.TrimRightSpace(source)
	if t.Segment.Len() > 0 {
		return true
	}
	before := t.PreviousSibling()
	block.RemoveChild(block, t)
	if b, ok := before.(*ast.Text); ok {
		b.SetSoftLineBreak(false)
		b.SetHardLineBreak(false)
	}
	return true
}
