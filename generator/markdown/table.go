package markdown

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"github.com/som-hub/vitryna/generator/site"
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// tableCaption is the paragraph below a table that is its caption.
type tableCaption struct{ ast.BaseBlock }

var kindTableCaption = ast.NewNodeKind("TableCaption")

// Kind implements ast.Node.
func (t *tableCaption) Kind() ast.NodeKind { return kindTableCaption }

// Dump implements ast.Node.
func (t *tableCaption) Dump(source []byte, level int) { ast.DumpHelper(t, source, level, nil, nil) }

var captionBeginnings = [][]byte{[]byte("Таблиця:"), []byte("Table:")}

// captionTransformer makes a caption of a paragraph that follows a table and begins with «Таблиця:».
type captionTransformer struct{}

// Transform implements parser.ParagraphTransformer.
func (captionTransformer) Transform(p *ast.Paragraph, reader text.Reader, _ parser.Context) {
	if before := p.PreviousSibling(); before == nil || before.Kind() != extast.KindTable {
		return
	}
	source, lines := reader.Source(), p.Lines()
	first := lines.At(0)
	first = first.TrimLeftSpace(source)
	for _, beginning := range captionBeginnings {
		if !bytes.HasPrefix(first.Value(source), beginning) {
			continue
		}
		caption := new(tableCaption)
		for i := range lines.Len() {
			line := lines.At(i)
			if i == 0 {
				line = first.WithStart(first.Start + len(beginning))
			}
			if line = line.TrimLeftSpace(source); line.Len() > 0 {
				caption.Lines().Append(line)
			}
		}
		n := caption.Lines().Len()
		if n == 0 {
			return
		}
		last := caption.Lines().At(n - 1)
		caption.Lines().Set(n-1, last.TrimRightSpace(source))
		p.Parent().ReplaceChild(p.Parent(), p, caption)
		return
	}
}

// table writes a table in a frame that can be moved sideways, by keyboard too; so the frame needs a name.
func (c *converter) table(n *extast.Table, a attributes) {
	header, _ := n.FirstChild().(*extast.TableHeader)
	names := c.columnNames(header)
	caption, _ := n.NextSibling().(*tableCaption)
	title, number := "", -1
	if c.Book {
		c.checkWidth(n, header)
	}
	if caption != nil {
		title = c.phrase(c.lang, c.plainText(caption))
		if c.Book {
			number = c.numberTable(caption, &a, title)
		} else {
			c.noteTitle(c.attrs[caption], title)
			c.noteTitle(a, title)
		}
	}
	c.write(`<div class="table" role="group" tabindex="0" aria-label="`)
	switch {
	case caption != nil:
		c.writeValue(title)
	case len(names) > 0:
		c.writeValue(c.words.table + ": " + c.phrase(c.lang, strings.Join(names, ", ")))
	default:
		c.writeValue(c.words.table)
	}
	c.write("\">\n")
	c.tag("table", "", a)
	c.write("\n")
	if caption != nil {
		c.tag("caption", "", c.attrs[caption])
		c.holeNumber(number)
		c.gather(caption)
		c.emit()
		c.end("caption")
	}
	c.rows(n, header, len(names) > 0)
	c.write("</table>\n</div>\n")
}

// maxColumns is how many columns a printed page takes.
const maxColumns = 8

func (c *converter) checkWidth(n *extast.Table, header *extast.TableHeader) {
	if columns := header.ChildCount(); columns > maxColumns {
		c.complain("W-TABLE-WIDE", max(n.Pos(), header.Pos()), "n", strconv.Itoa(columns), "most", strconv.Itoa(maxColumns))
	}
}

// numberTable gives a number to a table that has a caption; the id is the author's, of the caption or of the table, or one of ours.
func (c *converter) numberTable(caption *tableCaption, a *attributes, title string) int {
	id := c.attrs[caption].id
	if id == "" {
		a.id = c.ownID(a.id)
		id = a.id
	}
	line, column := c.place(caption.Lines().At(0).Start)
	return c.number(site.Numbered{Kind: site.NumberedTable, ID: id, Title: title, Line: line, Column: column})
}

// columnNames are the texts of the header's cells that have one.
func (c *converter) columnNames(header ast.Node) []string {
	var names []string
	for cell := header.FirstChild(); cell != nil; cell = cell.NextSibling() {
		if name := c.plainText(cell); name != "" {
			names = append(names, name)
		}
	}
	return names
}

// rows writes the rows; an empty header is left out, as a reader aloud would announce nothing for every cell.
func (c *converter) rows(n *extast.Table, header ast.Node, named bool) {
	if named {
		c.write("<thead>\n")
		c.row(header, "th")
		c.write("</thead>\n")
	} else {
		c.complain("W-TABLE", max(n.Pos(), header.Pos()))
	}
	row := header.NextSibling()
	if row == nil && named {
		return
	}
	c.write("<tbody>\n")
	if row == nil { // a table must have a row
		c.row(header, "td")
	}
	for ; row != nil; row = row.NextSibling() {
		c.captionRow(row)
		c.row(row, "td")
	}
	c.write("</tbody>\n")
}

// captionRow finds a caption that became a row of the table, as no empty line stands between.
func (c *converter) captionRow(row ast.Node) {
	cell := row.FirstChild()
	if cell == nil || cell.Lines().Len() == 0 {
		return
	}
	at := cell.Lines().At(0).Start
	line := c.source[at:c.endOfLine(at)]
	if slices.ContainsFunc(captionBeginnings, func(b []byte) bool { return bytes.HasPrefix(line, b) }) && !bytes.Contains(line, []byte("|")) {
		c.complain("W-TABLE-CAPTION", at, "text", strings.TrimSpace(string(line)))
	}
}

func (c *converter) row(row ast.Node, name string) {
	c.write("<tr>")
	for n := row.FirstChild(); n != nil; n = n.NextSibling() {
		cell := n.(*extast.TableCell)
		c.gather(cell)
		c.out = append(append(c.out, '<'), name...)
		if name == "th" {
			c.write(` scope="col"`)
		}
		blank := c.onSheet && name == "td" && len(c.inline.events) == 0
		switch cell.Alignment {
		case extast.AlignLeft, extast.AlignRight, extast.AlignCenter:
			class := "align-" + cell.Alignment.String()
			if blank {
				class += " blank"
			}
			c.attribute("class", class)
		default:
			if blank {
				c.write(` class="blank"`)
			}
		}
		c.write(">")
		c.emit()
		c.out = append(append(append(c.out, "</"...), name...), '>')
	}
	c.write("</tr>\n")
}
