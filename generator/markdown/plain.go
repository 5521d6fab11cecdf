package markdown

import (
	"bytes"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
)

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
			return title, c.emptied(source, h), 0
		}
		return title, source, 0
	}
	return "", source, 0
}

// emptied is the source without the lines of a heading, but with their ends.
func (c *converter) emptied(source []byte, h *ast.Heading) []byte {
	start, end := c.startOfLine(c.headingAt(h)), c.endOfHeading(h)
	empty := bytes.Repeat(newline, bytes.Count(source[start:end], newline))
	return slices.Concat(source[:start], empty, source[end:])
}

// appendPlain appends the text of the nodes within n, before the typographer.
func (c *converter) appendPlain(dst []byte, parent ast.Node) []byte {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch t := n.(type) {
		case *ast.Text:
			dst = unescape(dst, t.Segment.Value(c.source), nil)
			if t.SoftLineBreak() || t.HardLineBreak() {
				dst = append(dst, ' ')
			}
		case *ast.RawHTML:
			if inCell(t) { // <br>
				dst = append(dst, ' ')
			}
		case *ast.AutoLink:
			dst = append(dst, t.Label(c.source)...)
		case *ast.CodeSpan:
			dst = append(dst, c.code(t)...)
		case *formula:
			dst = append(dst, bytes.TrimSpace(t.tex)...)
		case *cite:
			dst = bytes.TrimRight(dst, " ")
		case *ast.Link:
			if t.FirstChild() == nil && isReference(destination(t.Destination)) {
				dst = append(dst, unnamed...)
			}
			dst = c.appendPlain(dst, n)
		default:
			dst = c.appendPlain(dst, n)
		}
	}
	return dst
}

// plainText is the plain text of a block, before the typographer.
func (c *converter) plainText(block ast.Node) string {
	return strings.Join(strings.Fields(string(c.appendPlain(nil, block))), " ")
}
