package markdown

import (
	"bytes"
	"strconv"

	"github.com/som-hub/vitryna/generator/site"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// span is some words with attributes: [open lesson]{lang=en}, or a term: [наставництва]{термін="наставництво"}.
type span struct {
	ast.BaseInline
	attrs attributes
}

var kindSpan = ast.NewNodeKind("Span")

// Kind implements ast.Node.
func (s *span) Kind() ast.NodeKind { return kindSpan }

// Dump implements ast.Node.
func (s *span) Dump(source []byte, level int) { ast.DumpHelper(s, source, level, nil, nil) }

// openTerm opens words that stand in the index of terms.
func (c *converter) openTerm(s *span, content []event) {
	a := s.attrs
	if a.id == "" {
		c.marked++
		a.id = c.ids.take(c.Prefix + "_t" + strconv.Itoa(c.marked))
	}
	term := c.phrase(c.lang, a.term)
	if term == "" {
		term = c.inline.plainOf(content)
	}
	if term != "" {
		line, _ := c.place(s.Pos())
		c.body.Marks = append(c.body.Marks, site.Mark{Term: term, ID: a.id, Line: line})
	}
	c.tag("span", "term", a)
}

// spanParser reads words in brackets with attributes behind them. No other brackets may stand within.
type spanParser struct{}

// Trigger implements parser.InlineParser.
func (spanParser) Trigger() []byte { return []byte{'['} }

// Parse implements parser.InlineParser.
func (spanParser) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, at := block.PeekLine()
	near := line[1:min(len(line), maxLabel)]
	end := bytes.IndexAny(near, "[]")
	if end < 1 || near[end] != ']' || end+1 == len(near) || near[end+1] != '{' {
		return nil
	}
	a, size := parseWordAttributes(line[end+2:])
	if size == 0 {
		converterOf(pc).oddAttributes(line[end+2:], at.Start+end+2)
		return nil
	}
	converterOf(pc).takeID(&a, at.Start+end+2)
	s := &span{attrs: a}
	s.AppendChild(s, ast.NewTextSegment(text.NewSegment(at.Start+1, at.Start+1+end)))
	block.Advance(end + 2 + size)
	return s
}
