package markdown

import (
	"bytes"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// inline is the content of one block (a paragraph, a heading, a cell) while it is being written. It is gathered first as a
// list of events and a run of all its text, so that the typographer sees the paragraph whole, then written.
type inline struct {
	events  []event
	run     []byte   // the text; what is not text is one sign, see typography.go
	set     []byte   // the same as it is set
	origins []origin // ascending in both
	open    int      // where the text that is being collected begins in run, or -1
	inLink  int
	latin   int // ASCII letters in the run
	scratch []byte
	rest    []origin

	bare bool // the source may hold bare addresses
}

// event is one step through the content of a block.
type event struct {
	kind     eventKind
	silent   bool // nothing is written for it: an address inside a link, a link that is not made
	node     ast.Node
	text     string // the label; not of a text
	dest     string
	at       int // offset in the source
	end      int // of a beginning: the index of its end
	from, to int // of a text: where it stands in run, then in set
}

type eventKind uint8

const (
	textEvent eventKind = iota
	breakEvent
	markEvent // emphasis and the like
	markEnd
	linkEvent
	linkEnd
	codeEvent
	pictureEvent
	addressEvent
	referenceEvent
	taskEvent
	rawEvent
	spanEvent    // in a language of its own
	formulaEvent // silent: it could not be understood; text: its source, dest: MathML
	crossEvent   // a link whose text is the label of what it leads to
	citeEvent
)

// origin says that run[run:] comes from source[source:], up to the next origin.
type origin struct{ run, source int }

func (in *inline) reset(source []byte) {
	in.bare = bytes.Contains(source, []byte("://")) || bytes.Contains(source, []byte("www.")) || bytes.IndexByte(source, '@') >= 0
}

func (in *inline) emptied() inline {
	clear(in.events[:cap(in.events)]) // nodes and texts
	return inline{events: in.events[:0], run: in.run[:0], set: in.set[:0], origins: in.origins[:0], scratch: in.scratch[:0], rest: in.rest[:0]}
}

// maxNesting is how many marks may stand within one another; HTML readers have bounds of their own.
const maxNesting = 50

// gather reads the content of a block and sets its text.
func (c *converter) gather(block ast.Node) {
	in := &c.inline
	in.events, in.run, in.origins, in.open, in.inLink = in.events[:0], in.run[:0], in.origins[:0], -1, 0
	c.children(block, 0)
	c.closeText()
	c.typeset()
}

func (c *converter) children(parent ast.Node, nesting int) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Text:
			c.textNode(n)
		case *ast.Emphasis, *extast.Strikethrough, *span:
			c.mark(n, nesting)
		case *ast.Link:
			c.link(n, nesting)
		case *ast.CodeSpan:
			c.push(event{kind: codeEvent, text: c.code(n)})
		case *ast.Image:
			c.image(n)
		case *ast.AutoLink:
			c.autolink(n)
		case *ast.RawHTML:
			c.rawHTML(n)
		case *reference:
			c.push(event{kind: referenceEvent, node: n, silent: n.seq == 0})
		case *formula:
			c.formula(n)
		case *cite:
			c.gatherCite(n)
		case *extast.TaskCheckBox:
			c.push(event{kind: taskEvent, silent: !n.IsChecked})
			c.text([]byte{' '}, n.Pos())
		}
	}
}

// push ends the text before, adds an event and puts its sign into the run.
func (c *converter) push(e event) {
	c.closeText()
	in := &c.inline
	in.events = append(in.events, e)
	in.run = append(in.run, e.sign()...)
}

// enter adds an event that leave ends.
func (c *converter) enter(e event) int {
	c.push(e)
	return len(c.inline.events) - 1
}

func (c *converter) leave(begin int, kind eventKind) {
	e := c.inline.events[begin]
	c.push(event{kind: kind, node: e.node, silent: e.silent})
	c.inline.events[begin].end = len(c.inline.events) - 1
}

func (c *converter) textNode(n *ast.Text) {
	value := c.source[n.Segment.Start:n.Segment.Stop]
	for range n.Segment.Padding {
		c.text([]byte{' '}, n.Segment.Start)
	}
	c.text(value, n.Segment.Start)
	switch {
	case n.HardLineBreak():
		c.push(event{kind: breakEvent})
		c.text(newline, n.Segment.Stop)
	case n.SoftLineBreak():
		c.text(newline, n.Segment.Stop)
	}
}

// text adds Markdown text that stands at an offset of the source.
func (c *converter) text(value []byte, at int) {
	in := &c.inline
	if in.open < 0 {
		in.open = len(in.run)
	}
	in.origins = append(in.origins, origin{len(in.run), at})
	if bytes.IndexByte(value, '\\') < 0 && bytes.IndexByte(value, '&') < 0 {
		in.run = append(in.run, value...)
		return
	}
	in.run = unescape(in.run, value, func(run, source int) {
		in.origins = append(in.origins, origin{run, at + source})
	})
}

// closeText makes an event of the text collected so far.
func (c *converter) closeText() {
	in := &c.inline
	from := in.open
	in.open = -1
	switch {
	case from < 0 || from == len(in.run):
	case in.bare && in.inLink == 0:
		c.linkify(from)
	default:
		in.events = append(in.events, event{kind: textEvent, from: from, to: len(in.run)})
	}
}

// origin is the offset in the source of an offset in the run.
func (in *inline) origin(run int) int {
	i, exact := slices.BinarySearchFunc(in.origins, run, func(o origin, run int) int { return o.run - run })
	if !exact {
		i--
	}
	if i < 0 {
		return 0
	}
	return in.origins[i].source + run - in.origins[i].run
}

func (c *converter) mark(n ast.Node, nesting int) {
	if nesting > maxNesting {
		c.children(n, nesting)
		return
	}
	if s, ok := n.(*span); ok && s.attrs.lang != "" {
		text := string(c.appendPlain(nil, n))
		c.push(event{kind: spanEvent, node: n, text: c.phrase(s.attrs.lang, text)})
		return
	}
	begin := c.enter(event{kind: markEvent, node: n})
	c.children(n, nesting+1)
	c.leave(begin, markEnd)
}

// plainOf is the plain text of events.
func (in *inline) plainOf(events []event) string {
	text := in.scratch[:0]
	for i := range events {
		start := len(text)
		if e := &events[i]; e.kind == textEvent {
			text = append(text, in.set[e.from:e.to]...)
		} else {
			text = append(text, e.plain()...)
		}
		if i+1 < len(events) && events[i+1].kind == citeEvent { // «[3]» goes, and the space before it
			text = text[:start+len(bytes.TrimRight(text[start:], " \u00A0"))]
		}
	}
	in.scratch = text
	return oneLine(string(text))
}

// oneLine is s without line ends and without space at its ends.
func oneLine(s string) string {
	if strings.IndexByte(s, '\n') >= 0 || strings.IndexByte(s, '\r') >= 0 {
		s = lineEnds.Replace(s)
	}
	return strings.Trim(s, " \t")
}

var lineEnds = strings.NewReplacer("\r", "", "\n", " ")

// plain is the plain text of what is not text.
func (e *event) plain() string {
	switch e.kind {
	case codeEvent, pictureEvent, addressEvent, spanEvent, rawEvent, formulaEvent:
		return e.text
	case crossEvent:
		return unnamed
	}
	return ""
}
