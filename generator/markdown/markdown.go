package markdown

import (
	"bytes"
	"sync"

	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// Options are what the conversion of one text depends on besides the text.
// The zero value converts a Ukrainian text that begins on line 1.
type Options struct {
	File string // for problems

	// FirstLine is the line of the file on which the source begins, from 1; 0 is 1.
	// Indent is how many signs of every line stand before it in the file: of a text in the header, its indentation.
	FirstLine, Indent int

	Lang        string // of the text: site.UK or site.EN; "" is site.UK
	Typographer ukrainian.Typographer

	Prefix string // put before the ids of footnotes, so that pages can be merged
	Shift  int    // added to the level of every heading: 1 for a text below an h2
}

// Convert turns Markdown into a body and says what is wrong with it. The source has line ends \n or \r\n, is UTF-8 and
// holds no NUL. It may be called by many goroutines at once.
func Convert(source []byte, o Options) (site.Body, problem.List) {
	c := newConverter(source, o)
	doc := c.parse()
	c.attributes(doc)
	c.numberNotes(doc)
	c.blocks(doc)
	c.endnotes()
	c.unusedNotes()
	body, problems := c.body, c.problems
	body.HTML = string(c.out)
	c.release()
	return body, problems
}

// converter is the state of one conversion. What it collects for the caller is new each time; its buffers are kept.
type converter struct {
	Options
	source   []byte
	words    *words
	body     site.Body
	problems problem.List
	places   places

	out    []byte // HTML
	lang   string // of the block being written
	inline inline
	marks  marks
	notes  notes
	ids    ids
	attrs  map[ast.Node]attributes // of blocks; nil where nothing has any
	depth  int                     // of the block being written
	level  int                     // of the heading before, 1 at the beginning: the page's title
	quiet  bool                    // problems are not wanted
	warned int
}

var converters = sync.Pool{New: func() any { return new(converter) }}

func newConverter(source []byte, o Options) *converter {
	c := converters.Get().(*converter)
	c.Options = o
	if c.Lang == "" {
		c.Lang = site.UK
	}
	c.FirstLine = max(c.FirstLine, 1)
	// goldmark appends to the last line of a code block: what follows in the caller's memory is not ours.
	c.source = source[:len(source):len(source)]
	c.words = wordsOf(c.Lang)
	c.lang = c.Lang
	c.level = 1
	c.inline.reset(c.source)
	return c
}

// release gives the converter back with its buffers and without anything else.
func (c *converter) release() {
	const tooBig = 1 << 20 // one huge page must not hold its memory for ever
	kept := converter{}
	if cap(c.out) <= tooBig {
		kept.out, kept.inline, kept.places = c.out[:0], c.inline.emptied(), c.places.emptied()
	}
	*c = kept
	converters.Put(c)
}

// engine is the parser, made once; it is safe for concurrent use.
var engine = newEngine()

// converterKey is where the parsers of this package find the converter they work for.
var converterKey = parser.NewContextKey()

func converterOf(pc parser.Context) *converter { return pc.Get(converterKey).(*converter) }

func (c *converter) parse() ast.Node {
	pc := parser.NewContext()
	pc.Set(converterKey, c)
	return engine.Parse(text.NewReader(c.source), parser.WithContext(pc))
}

// maxWarnings is how many warnings one text gives at most; nobody reads more of them. Errors are all said.
const maxWarnings = 1000

// complain records a problem at an offset of the source.
func (c *converter) complain(code string, at int, args ...string) {
	if c.quiet {
		return
	}
	if code[0] == 'W' {
		if c.warned++; c.warned > maxWarnings {
			return
		}
	}
	line, column := c.place(at)
	c.problems = append(c.problems, problem.New(code, c.File, line, column, args...))
}

// FirstHeading finds the heading that can be the title of a text which has no other, as plain text. If the text begins with
// it, rest is what follows and lines tells how many lines were taken away; a main heading further down is emptied
// where it stands; any other heading stays. Without a heading the title is "" and rest is the source.
func FirstHeading(source []byte) (title string, rest []byte, lines int) {
	c := newConverter(source, Options{})
	defer c.release()
	c.quiet = true
	doc := c.parse()
	c.attributes(doc)
	first := true
	for n := doc.FirstChild(); n != nil; n = n.NextSibling() {
		h, ok := n.(*ast.Heading)
		if !ok {
			first = first && c.isComment(n)
			continue
		}
		title = c.plainText(h)
		switch {
		case title == "":
			return "", source, 0
		case first:
			end := c.endOfHeading(h)
			return title, source[end:], bytes.Count(source[:end], newline)
		case h.Level == 1:
			return title, c.emptied(h), 0
		}
		return title, source, 0
	}
	return "", source, 0
}

// emptied is the source without the lines of a heading, but with their ends.
func (c *converter) emptied(h *ast.Heading) []byte {
	start, end := c.startOfLine(c.headingAt(h)), c.endOfHeading(h)
	rest := append([]byte(nil), c.source[:start]...)
	rest = append(rest, bytes.Repeat(newline, bytes.Count(c.source[start:end], newline))...)
	return append(rest, c.source[end:]...)
}

// Plain is the plain text of Markdown: its blocks joined by spaces, without code blocks, raw HTML and footnotes.
func Plain(source []byte) string {
	c := newConverter(source, Options{})
	defer c.release()
	c.quiet = true
	doc := c.parse()
	c.attributes(doc)
	var out []byte
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch {
		case !entering:
			return ast.WalkContinue, nil
		case n.Kind() == kindNote:
			return ast.WalkSkipChildren, nil
		case !holdsText(n):
			return ast.WalkContinue, nil
		}
		if s := c.plainText(n); s != "" {
			if len(out) > 0 {
				out = append(out, ' ')
			}
			out = append(out, s...)
		}
		return ast.WalkSkipChildren, nil
	})
	return string(out)
}
