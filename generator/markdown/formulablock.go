package markdown

import (
	"bytes"
	"strings"

	"github.com/som-hub/vitryna/generator/site"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// formulaBlock is a formula on lines of its own: $$ … $$. Its lines are what stands between the signs.
type formulaBlock struct {
	ast.BaseBlock
	attrs attributes
	ended bool
}

var kindFormulaBlock = ast.NewNodeKind("FormulaBlock")

// Kind implements ast.Node.
func (n *formulaBlock) Kind() ast.NodeKind { return kindFormulaBlock }

// IsRaw implements ast.Node.
func (n *formulaBlock) IsRaw() bool { return true }

// Dump implements ast.Node.
func (n *formulaBlock) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

var formulaSign = []byte("$$")

// formulaBlockParser reads $$ … $$, the id right behind it or on the line below included. No formula holds an empty line, so
// that one which is not closed eats nothing but its paragraph.
type formulaBlockParser struct{}

// Trigger implements parser.BlockParser.
func (formulaBlockParser) Trigger() []byte { return []byte{'$'} }

// Open implements parser.BlockParser.
func (formulaBlockParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	pos := pc.BlockOffset()
	if pos < 0 || !bytes.HasPrefix(line[pos:], formulaSign) || pos+2 < len(line) && line[pos+2] == '$' {
		return nil, parser.NoChildren
	}
	n := new(formulaBlock)
	from := pos + len(formulaSign)
	end := bytes.Index(line[from:], formulaSign)
	if end >= 0 && (util.IsBlank(line[from:from+end]) || !n.end(converterOf(pc), line[from+end+len(formulaSign):])) {
		return nil, parser.NoChildren // nothing stands between the signs, or the line goes on behind them
	}
	n.add(line, segment, from, end)
	reader.AdvanceToEOL()
	return n, parser.NoChildren
}

// add adds what stands in a line from an offset on, end bytes of it; -1 is up to the end of the line.
func (n *formulaBlock) add(line []byte, segment text.Segment, from, end int) {
	stop := len(line)
	if end >= 0 {
		stop = from + end
	}
	start := segment.Start - segment.Padding
	if at := text.NewSegment(max(start+from, segment.Start), start+stop); at.Start < at.Stop {
		n.Lines().Append(at)
	}
}

// end ends a formula if nothing but attributes stands behind its closing sign.
func (n *formulaBlock) end(c *converter, behind []byte) bool {
	if behind = bytes.Trim(behind, " \t\r\n"); len(behind) > 0 {
		a, size := parseAttributes(behind)
		if size != len(behind) {
			return false
		}
		c.takeID(&a, n.Pos())
		n.attrs = a
	}
	n.ended = true
	return true
}

// Continue implements parser.BlockParser.
func (formulaBlockParser) Continue(node ast.Node, reader text.Reader, pc parser.Context) parser.State {
	n := node.(*formulaBlock)
	line, segment := reader.PeekLine()
	if util.IsBlank(line) {
		return parser.Close
	}
	if n.ended {
		if trimmed := bytes.TrimSpace(line); n.attrs == (attributes{}) && bytes.HasPrefix(trimmed, []byte("{")) && n.end(converterOf(pc), trimmed) {
			reader.AdvanceToEOL()
		}
		return parser.Close
	}
	end := bytes.Index(line, formulaSign)
	if end >= 0 && !n.end(converterOf(pc), line[end+len(formulaSign):]) {
		end = -1
	}
	n.add(line, segment, 0, end)
	reader.AdvanceToEOL()
	return parser.Continue | parser.NoChildren
}

// Close implements parser.BlockParser.
func (formulaBlockParser) Close(node ast.Node, _ text.Reader, pc parser.Context) {
	if n := node.(*formulaBlock); !n.ended {
		converterOf(pc).complain("E-TEX-OPEN", n.Pos(), "open", "$$", "close", "$$", "line", "$$")
	}
}

// CanInterruptParagraph implements parser.BlockParser.
func (formulaBlockParser) CanInterruptParagraph() bool { return true }

// CanAcceptIndentedLine implements parser.BlockParser.
func (formulaBlockParser) CanAcceptIndentedLine() bool { return false }

// formulaBlock writes a formula on lines of its own. One with an id bears a number in a manual.
func (c *converter) formulaBlock(n *formulaBlock, below attributes) {
	a := n.attrs
	if a == (attributes{}) {
		a = below
	}
	source, origins := c.texLines(n)
	if !n.ended {
		c.write(`<p>`)
		c.texSource("$$" + source)
		c.end("p")
		return
	}
	c.tag("div", "formula", a)
	number := -1
	if math, ok := c.mathML(source, true, origins); ok {
		c.write(math)
	} else {
		c.texSource(strings.TrimSpace(source))
	}
	if a.id != "" && c.Book {
		line, column := c.place(n.Pos())
		number = c.number(site.Numbered{Kind: site.NumberedFormula, ID: a.id, Line: line, Column: column})
		c.write(`<span class="formula-number">`)
		c.holeNumber(number)
		c.write("</span>")
	}
	c.end("div")
}

// texLines is the source of a formula and where its lines come from.
func (c *converter) texLines(n *formulaBlock) (source string, origins []origin) {
	var b strings.Builder
	origins = append(origins, origin{0, n.Pos()})
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		origins = append(origins, origin{b.Len(), line.Start})
		b.Write(line.Value(c.source))
	}
	return strings.TrimRight(b.String(), " \t\r\n"), origins
}
