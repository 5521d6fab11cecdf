package markdown

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/som-hub/vitryna/generator/problem"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// container is a learning block: what stands between ::: вправа and :::. Its title, if the author gave one, is its first child.
type container struct {
	ast.BaseBlock
	kind   blockKind // the zero kind is one that nobody knows
	name   string    // as the author wrote it
	attrs  attributes
	size   int // colons of its first line
	column int // where the text begins in which it stands, in bytes
	closed bool
}

var kindContainer = ast.NewNodeKind("Container")

// Kind implements ast.Node.
func (n *container) Kind() ast.NodeKind { return kindContainer }

// Dump implements ast.Node.
func (n *container) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// blockTitle is the author's title of a container.
type blockTitle struct{ ast.BaseBlock }

var kindBlockTitle = ast.NewNodeKind("BlockTitle")

// Kind implements ast.Node.
func (t *blockTitle) Kind() ast.NodeKind { return kindBlockTitle }

// Dump implements ast.Node.
func (t *blockTitle) Dump(source []byte, level int) { ast.DumpHelper(t, source, level, nil, nil) }

// leastColons begin and end a container.
const leastColons = 3

// fences are the containers that are open while blocks are read.
type fences struct {
	open  []*container
	at    int        // offset of the last line of colons that was looked at, from 1
	match *container // what it closes, or nil
	stray int        // offset of the last one that closes nothing, from 1
}

// colonsOf is how many colons stand at the beginning of b, if it is a fence, and what stands behind them.
func colonsOf(b []byte) (size int, rest []byte) {
	for size < len(b) && b[size] == ':' {
		size++
	}
	if size < leastColons {
		return 0, nil
	}
	return size, bytes.Trim(b[size:], " \t\r\n")
}

// containerParser reads containers.
type containerParser struct{}

// Trigger implements parser.BlockParser.
func (containerParser) Trigger() []byte { return []byte{':'} }

// Open implements parser.BlockParser.
func (containerParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	pos := pc.BlockOffset()
	if pos < 0 {
		return nil, parser.NoChildren
	}
	size, rest := colonsOf(line[pos:])
	if size == 0 {
		return nil, parser.NoChildren
	}
	c, at := converterOf(pc), segment.Start-segment.Padding+pos
	if len(rest) == 0 {
		c.strayFence(at, size)
		return nil, parser.NoChildren
	}
	if first, _ := utf8.DecodeRune(rest); !unicode.IsLetter(first) && first != '{' {
		return nil, parser.NoChildren
	}
	n := &container{size: size, column: segment.Start - c.startOfLine(segment.Start)}
	n.SetPos(at)
	c.readFence(n, rest, at+bytes.Index(line[pos:], rest))
	c.fences.open = append(c.fences.open, n)
	reader.AdvanceToEOL()
	return n, parser.HasChildren
}

// readFence reads the kind, the title and the attributes of a container; rest stands at an offset of the source.
func (c *converter) readFence(n *container, rest []byte, at int) {
	whole := string(rest)
	if open := bytes.LastIndexByte(rest, '{'); open == 0 || open > 0 && rest[open-1] == ' ' {
		if a, size := parseAttributes(rest[open:]); size == len(rest)-open {
			c.takeID(&a, at+open)
			n.attrs, rest = a, bytes.TrimRight(rest[:open], " \t")
		}
	}
	end := bytes.IndexAny(rest, " \t")
	if end < 0 {
		end = len(rest)
	}
	n.name = string(rest[:end])
	var known bool
	if n.kind, known = blockKinds[blockName(n.name)]; !known {
		c.unknownBlock(cmp.Or(n.name, whole), at)
	}
	start := end + len(rest[end:]) - len(bytes.TrimLeft(rest[end:], " \t"))
	if start < len(rest) {
		title := new(blockTitle)
		title.SetPos(at + start)
		title.Lines().Append(text.NewSegment(at+start, at+len(rest)))
		n.AppendChild(n, title)
	}
}

func (c *converter) unknownBlock(name string, at int) {
	names := blockNames["uk"]
	if strings.Trim(strings.ToLower(name), "abcdefghijklmnopqrstuvwxyz-") == "" {
		names = blockNames["en"]
	}
	c.complain("E-BLOCK-KIND", at, "name", name, "nearest",
		problem.Nearest(name, slices.Concat(blockNames["uk"], blockNames["en"])), "known", strings.Join(names, ", "))
}

// strayFence complains once of a line of colons that closes nothing. It stays as text.
func (c *converter) strayFence(at, size int) {
	if c.fences.stray == at+1 {
		return
	}
	c.fences.stray = at + 1
	args := []string{"fence", strings.Repeat(":", min(size, maxRun))}
	if n := len(c.fences.open); n > 0 && c.fences.open[n-1].size > size {
		args = append(args, "want", c.fences.open[n-1].fence())
	}
	c.complain("W-BLOCK-END", at, args...)
}

// fence is the line that closes a container.
func (n *container) fence() string { return strings.Repeat(":", min(n.size, maxRun)) }

// Continue implements parser.BlockParser. The outermost container is asked first, so that each asks whom the line closes.
func (containerParser) Continue(node ast.Node, reader text.Reader, pc parser.Context) parser.State {
	line, segment := reader.PeekLine()
	if len(line) == 0 || line[0] != ':' && line[0] != ' ' {
		return parser.Continue | parser.HasChildren
	}
	n, c := node.(*container), converterOf(pc)
	w, pos := util.IndentWidth(line, reader.LineOffset())
	if w > 3 || pos >= len(line) {
		return parser.Continue | parser.HasChildren
	}
	size, rest := colonsOf(line[pos:])
	if size == 0 || len(rest) > 0 || c.closedBy(segment.Start-segment.Padding+pos, size, pc) != n {
		return parser.Continue | parser.HasChildren
	}
	n.closed = true
	reader.AdvanceToEOL()
	return parser.Close
}

// closedBy is the container that a line of colons closes: the innermost with as many of them, else the innermost with fewer.
// A line in a block of code closes nothing.
func (c *converter) closedBy(at, size int, pc parser.Context) *container {
	f := &c.fences
	if f.at == at+1 {
		return f.match
	}
	f.at, f.match = at+1, nil
	column := at - c.startOfLine(at)
	if c.inCode(pc.LastOpenedBlock().Node, column) {
		return nil
	}
	for i := len(f.open) - 1; i >= 0; i-- {
		n := f.open[i]
		if n.column > column || n.size > size {
			continue // it stands in an item of a list that the line has left, or wants more colons
		}
		if n.size == size {
			f.match = n
			break
		}
		if f.match == nil {
			f.match = n
		}
	}
	return f.match
}

// inCode reports whether a line that begins at a column goes on with the block opened last, because that is code or a comment.
func (c *converter) inCode(last ast.Node, column int) bool {
	switch n := last.(type) {
	case *ast.FencedCodeBlock:
	case *ast.HTMLBlock:
		if n.HTMLBlockType > ast.HTMLBlockType5 || c.endsItself(n) {
			return false // it ends at the next empty line, or did so on its first
		}
	default:
		return false
	}
	for p := last.Parent(); p != nil; p = p.Parent() {
		switch p.Kind() {
		case kindContainer:
		case ast.KindDocument:
			return true
		default: // in a list or a quotation, which the line may have left
			return column >= last.Pos()-c.startOfLine(last.Pos())
		}
	}
	return true
}

// Close implements parser.BlockParser.
func (containerParser) Close(node ast.Node, _ text.Reader, pc parser.Context) {
	n, c := node.(*container), converterOf(pc)
	if i := slices.Index(c.fences.open, n); i >= 0 {
		c.fences.open = c.fences.open[:i]
	}
	if !n.closed {
		c.complain("E-BLOCK-OPEN", n.Pos(), "name", n.name, "fence", n.fence())
	}
}

// CanInterruptParagraph implements parser.BlockParser.
func (containerParser) CanInterruptParagraph() bool { return true }

// CanAcceptIndentedLine implements parser.BlockParser.
func (containerParser) CanAcceptIndentedLine() bool { return false }
