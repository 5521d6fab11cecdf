package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// Some of goldmark's algorithms take the square of the length of their input. No author comes near these bounds;
// beyond them signs are no longer markup and stay as text.
const (
	maxDepth       = 100     // of blocks within one another; a list takes two
	maxMarks       = 1000    // signs of emphasis and opening brackets in one block
	maxRun         = 32      // equal signs in a row
	maxDestination = 2000    // bytes of an address
	maxReferences  = 2000    // lines of a block that begins with definitions of links
	maxCells       = 200_000 // of a table, those that goldmark adds to short rows included
	maxLabel       = 999     // bytes between brackets, as CommonMark has it
)

// shallow opens no block below maxDepth others.
type shallow struct{ parser.BlockParser }

func (s shallow) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	if len(pc.OpenedBlocks()) >= maxDepth {
		return nil, parser.NoChildren
	}
	return s.BlockParser.Open(parent, reader, pc)
}

// quota counts what the bounded parsers let pass in one block.
type quota struct {
	block ast.Node
	n     int
}

func (q *quota) allow(block ast.Node) bool {
	if q.block != block {
		q.block, q.n = block, 0
	}
	q.n++
	return q.n <= maxMarks
}

// runLength is how often the first byte of line is repeated at its beginning.
func runLength(line []byte) int {
	n := 1
	for n < len(line) && line[n] == line[0] {
		n++
	}
	return n
}

// literal takes the next n bytes as text.
func literal(block text.Reader, n int) ast.Node {
	_, at := block.PeekLine()
	block.Advance(n)
	return ast.NewTextSegment(at.WithStop(at.Start + n))
}

// boundedMarks is a parser of emphasis: pairs are sought among all marks before.
type boundedMarks struct{ parser.InlineParser }

func (b boundedMarks) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, _ := block.PeekLine()
	if n := runLength(line); n > maxRun {
		return literal(block, n)
	}
	if !converterOf(pc).quota.allow(parent) {
		return nil
	}
	return b.InlineParser.Parse(parent, block, pc)
}

// boundedCode is the parser of code in a line: the end of every length is sought to the end of the block.
type boundedCode struct{ parser.InlineParser }

func (b boundedCode) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, _ := block.PeekLine()
	if n := runLength(line); n > maxRun {
		return literal(block, n)
	}
	return b.InlineParser.Parse(parent, block, pc)
}

// boundedLinks is the parser of links and pictures: the end of an address is sought to the end of the line, and each label
// is cut out of all lines of the block.
type boundedLinks struct{ parser.InlineParser }

func (b boundedLinks) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, _ := block.PeekLine()
	if line[0] == ']' {
		if len(line) > 1 && line[1] == '(' && !destinationEnds(line[2:]) {
			return nil
		}
	} else if !converterOf(pc).quota.allow(parent) {
		return nil
	}
	return b.InlineParser.Parse(parent, block, pc)
}

// CloseBlock implements parser.CloseBlocker.
func (b boundedLinks) CloseBlock(parent ast.Node, block text.Reader, pc parser.Context) {
	b.InlineParser.(parser.CloseBlocker).CloseBlock(parent, block, pc)
}

// destinationEnds reports whether the address at the beginning of line has an end near by, by the rules of goldmark.
func destinationEnds(line []byte) bool {
	rest := bytes.TrimLeft(line, " \t\r\n")
	if len(rest) <= maxDestination {
		return true
	}
	rest = rest[:maxDestination]
	if rest[0] == '<' {
		return bytes.IndexByte(rest, '>') > 0
	}
	opened := 0
	for i := 0; i < len(rest); i++ {
		switch rest[i] {
		case '\\':
			i++
		case '(':
			opened++
		case ')':
			if opened--; opened < 0 {
				return true
			}
		case ' ', '\t', '\n', '\r':
			return true
		}
	}
	return false
}

// boundedLines is the parser of definitions of links: every one moves all lines that follow. A paragraph that begins otherwise has none.
type boundedLines struct{ parser.ParagraphTransformer }

func (b boundedLines) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	lines := node.Lines()
	if lines.Len() > 0 {
		first := lines.At(0)
		if begin := util.TrimLeftSpace(reader.Source()[first.Start:first.Stop]); len(begin) > 0 && begin[0] != '[' {
			return
		}
	}
	if lines.Len() <= maxReferences {
		b.ParagraphTransformer.Transform(node, reader, pc)
	}
}

// boundedTable is the parser of tables: a short row is filled up to the width of the first.
type boundedTable struct{ parser.ParagraphTransformer }

func (b boundedTable) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	lines := node.Lines()
	for i := 1; i < lines.Len(); i++ {
		line := lines.At(i)
		value := line.Value(reader.Source())
		if len(bytes.Trim(value, "|:- \t\r\n")) > 0 {
			continue
		}
		if columns := bytes.Count(value, []byte{'|'}) + 1; columns*lines.Len() > maxCells {
			return
		}
	}
	b.ParagraphTransformer.Transform(node, reader, pc)
}
