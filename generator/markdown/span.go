package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// span is some words with attributes: [open lesson]{lang=en}.
type span struct {
	ast.BaseInline
	attrs attributes
}

var kindSpan = ast.NewNodeKind("Span")

// Kind implements ast.Node.
func (s *span) Kind() ast.NodeKind { return kindSpan }

// Dump implements ast.Node.
func (s *span) Dump(source []byte, level int) { ast.DumpHelper(s, source, level, nil, nil) }

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
	a, size := parseAttributes(line[end+2:])
	if size == 0 {
		return nil
	}
	if a.id != "" {
		a.id = converterOf(pc).ids.take(a.id)
	}
	s := &span{attrs: a}
	s.AppendChild(s, ast.NewTextSegment(text.NewSegment(at.Start+1, at.Start+1+end)))
	block.Advance(end + 2 + size)
	return s
}
