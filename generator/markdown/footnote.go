package markdown

import (
	"bytes"
	"strconv"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// notes are the footnotes of one text. goldmark's own extension looks through all footnotes for every mark and sorts them by
// insertion, and it says nothing of marks and notes that have no counterpart.
type notes struct {
	byName  map[string]*note
	defined []*note // in the order of the source
	used    []*note // in the order of their numbers

	closing ast.Node // the paragraph that ends with the ways back of note
	note    *note
}

// note is the explanation of a footnote. It stays where it stands in the tree and is written at the end.
type note struct {
	ast.BaseBlock
	name   string
	number int // 0: no mark leads to it
	marks  int
}

var kindNote = ast.NewNodeKind("Note")

// Kind implements ast.Node.
func (n *note) Kind() ast.NodeKind { return kindNote }

// Dump implements ast.Node.
func (n *note) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// reference is the mark of a footnote in the text; seq counts the marks of one note from 1 and is 0 where no
// link can stand.
type reference struct {
	ast.BaseInline
	note *note
	seq  int
}

var kindReference = ast.NewNodeKind("Reference")

// Kind implements ast.Node.
func (r *reference) Kind() ast.NodeKind { return kindReference }

// Dump implements ast.Node.
func (r *reference) Dump(source []byte, level int) { ast.DumpHelper(r, source, level, nil, nil) }

// noteName reads ^name] at the beginning of b; size is 0 if there is none.
func noteName(b []byte) (name string, size int) {
	if len(b) < 3 || b[0] != '^' {
		return "", 0
	}
	end := bytes.IndexAny(b[:min(len(b), maxLabel)], "[]\n")
	if end < 2 || b[end] != ']' || len(bytes.TrimSpace(b[1:end])) == 0 {
		return "", 0
	}
	return string(b[1:end]), end + 1
}

// noteParser reads [^name]: and the blocks behind it, indented by four.
type noteParser struct{}

// Trigger implements parser.BlockParser.
func (noteParser) Trigger() []byte { return []byte{'['} }

// Open implements parser.BlockParser.
func (noteParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, at := reader.PeekLine()
	pos := pc.BlockOffset()
	if pos < 0 || line[pos] != '[' {
		return nil, parser.NoChildren
	}
	name, size := noteName(line[pos+1:])
	end := pos + 1 + size
	if size == 0 || end >= len(line) || line[end] != ':' {
		return nil, parser.NoChildren
	}
	c := converterOf(pc)
	n := &note{name: name}
	n.SetPos(at.Start + max(pos-at.Padding, 0))
	if _, twice := c.notes.byName[name]; twice {
		c.complain("W-FOOTNOTE", n.Pos(), "name", name, "why", "twice")
	} else {
		if c.notes.byName == nil {
			c.notes.byName = make(map[string]*note)
		}
		c.notes.byName[name] = n
		c.notes.defined = append(c.notes.defined, n)
	}
	reader.Advance(end + 1)
	return n, parser.HasChildren
}

// Continue implements parser.BlockParser.
func (noteParser) Continue(_ ast.Node, reader text.Reader, _ parser.Context) parser.State {
	line, _ := reader.PeekLine()
	if util.IsBlank(line) {
		return parser.Continue | parser.HasChildren
	}
	pos, padding := util.IndentPosition(line, reader.LineOffset(), 4)
	if pos < 0 {
		return parser.Close
	}
	reader.AdvanceAndSetPadding(pos, padding)
	return parser.Continue | parser.HasChildren
}

// Close implements parser.BlockParser.
func (noteParser) Close(ast.Node, text.Reader, parser.Context) {}

// CanInterruptParagraph implements parser.BlockParser.
func (noteParser) CanInterruptParagraph() bool { return true }

// CanAcceptIndentedLine implements parser.BlockParser.
func (noteParser) CanAcceptIndentedLine() bool { return false }

// referenceParser reads [^name]. All notes are known by then, as blocks are read before their texts.
type referenceParser struct{}

// Trigger implements parser.InlineParser. Without the exclamation mark, ![^1] would be a picture.
func (referenceParser) Trigger() []byte { return []byte{'!', '['} }

// Parse implements parser.InlineParser.
func (referenceParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, at := block.PeekLine()
	skip := 1
	if line[0] == '!' {
		if skip = 2; len(line) < skip || line[1] != '[' {
			return nil
		}
	}
	name, size := noteName(line[skip:])
	if size == 0 {
		return nil
	}
	c := converterOf(pc)
	n := c.notes.byName[name]
	if n == nil {
		if next := skip + size; next == len(line) || line[next] != '(' {
			c.complain("W-FOOTNOTE", at.Start+skip-1, "name", name, "why", "undefined")
		}
		return nil
	}
	if skip == 2 {
		parent.AppendChild(parent, ast.NewTextSegment(text.NewSegment(at.Start, at.Start+1)))
	}
	block.Advance(skip + size)
	r := &reference{note: n}
	r.SetPos(at.Start + skip - 1)
	return r
}

// numberNotes gives numbers to the notes in the order of their marks: first those of the text, then those that stand in
// notes. It comes before writing, as a note ends with ways back to all its marks.
func (c *converter) numberNotes(doc ast.Node) {
	if len(c.notes.defined) == 0 {
		return
	}
	c.numberWithin(doc)
	for i := 0; i < len(c.notes.used); i++ {
		c.numberWithin(c.notes.used[i])
	}
}

func (c *converter) numberWithin(root ast.Node) {
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *note:
			if n != root {
				return ast.WalkSkipChildren, nil
			}
		case *ast.Image, *span:
			return ast.WalkSkipChildren, nil
		case *reference:
			if entering {
				c.numberNote(n)
			}
		}
		return ast.WalkContinue, nil
	})
}

func (c *converter) numberNote(r *reference) {
	n := r.note
	if n.number == 0 {
		c.notes.used = append(c.notes.used, n)
		n.number = len(c.notes.used)
	}
	for p := r.Parent(); p != nil && p.Type() == ast.TypeInline; p = p.Parent() {
		if p.Kind() == ast.KindLink {
			return // a link cannot stand in a link
		}
	}
	n.marks++
	r.seq = n.marks
}

// noteID is the id of a note. No heading has it: those have no point.
func (c *converter) noteID(n *note) string { return c.Prefix + "fn." + strconv.Itoa(n.number) }

// markID is the id of a mark, to which the note leads back.
func (c *converter) markID(n *note, seq int) string {
	id := c.Prefix + "fnref." + strconv.Itoa(n.number)
	if seq > 1 {
		id += "." + strconv.Itoa(seq)
	}
	return id
}

// reference writes a mark.
func (c *converter) reference(r *reference) {
	number := strconv.Itoa(r.note.number)
	c.write(`<sup class="footnote-ref">`)
	if r.seq == 0 {
		c.write(number + "</sup>")
		return
	}
	c.write(`<a`)
	c.attribute("href", "#"+c.noteID(r.note))
	c.attribute("id", c.markID(r.note, r.seq))
	c.attribute("role", "doc-noteref")
	c.attribute("aria-label", c.words.note+" "+number)
	c.write(">" + number + "</a></sup>")
}

// endnotes writes the notes at the end of the text.
func (c *converter) endnotes() {
	if len(c.notes.used) == 0 {
		return
	}
	c.write(`<section class="footnotes" role="doc-endnotes"`)
	c.attribute("aria-label", c.words.notes)
	c.write(">\n<ol>\n")
	for _, n := range c.notes.used {
		c.tag("li", "", attributes{id: c.noteID(n)})
		c.write("\n")
		last := n.LastChild()
		inside := last != nil && last.Kind() == ast.KindParagraph
		c.notes.note, c.notes.closing = n, nil
		if inside {
			c.notes.closing = last
		}
		c.blocks(n)
		if !inside && n.marks > 0 {
			c.write("<p>")
			c.waysBack(n)
			c.end("p")
		}
		c.end("li")
	}
	c.notes.closing = nil
	c.write("</ol>\n</section>\n")
}

// closeNote writes the ways back if a block is the last of a note.
func (c *converter) closeNote(block ast.Node) {
	if c.notes.closing == block && block != nil {
		c.write(" ")
		c.waysBack(c.notes.note)
	}
}

func (c *converter) waysBack(n *note) {
	for seq := 1; seq <= n.marks; seq++ {
		label := c.words.back + " " + strconv.Itoa(n.number)
		if seq > 1 {
			c.write(" ")
			label += " (" + strconv.Itoa(seq) + ")"
		}
		c.write(`<a`)
		c.attribute("href", "#"+c.markID(n, seq))
		c.attribute("role", "doc-backlink")
		c.attribute("aria-label", label)
		c.write(">↩\uFE0E</a>")
	}
}

// oddNotes complains of notes to which no mark leads, and of those that explain nothing.
func (c *converter) oddNotes() {
	for _, n := range c.notes.defined {
		switch {
		case n.number == 0:
			c.complain("W-FOOTNOTE", n.Pos(), "name", n.name, "why", "unused")
		case !n.HasChildren():
			c.complain("W-FOOTNOTE", n.Pos(), "name", n.name, "why", "undefined")
		}
	}
}
