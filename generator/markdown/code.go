package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// codeBlock writes a block of code. It may be wider than the page, so that it must be reachable by keyboard to be moved.
func (c *converter) codeBlock(n ast.Node, a attributes) {
	c.tag("pre", "", a)
	c.out = c.out[:len(c.out)-1]
	c.write(` tabindex="0"><code`)
	if fenced, ok := n.(*ast.FencedCodeBlock); ok {
		if language := className(string(fenced.Language(c.source))); language != "" {
			c.attribute("class", "language-"+language)
		}
	}
	c.write(">")
	lines := n.Lines()
	for i := range lines.Len() {
		line := lines.At(i)
		value := line.Value(c.source)
		if end := len(value) - 2; end >= 0 && value[end] == '\r' {
			c.out = append(appendText(c.out, value[:end]), '\n')
			continue
		}
		c.out = appendText(c.out, value)
	}
	c.write("</code></pre>\n")
}

// code is the text of code in a line.
func (c *converter) code(n *ast.CodeSpan) string {
	var b strings.Builder
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		if t, ok := child.(*ast.Text); ok {
			b.Write(t.Segment.Value(c.source))
		}
	}
	s := b.String()
	if strings.ContainsAny(s, "\r\n") {
		s = strings.NewReplacer("\r\n", " ", "\n", " ").Replace(s)
	}
	if n.Parent() != nil && insideCell(n) {
		s = strings.ReplaceAll(s, `\|`, `|`)
	}
	return s
}

func insideCell(n ast.Node) bool {
	for n != nil && n.Type() == ast.TypeInline {
		n = n.Parent()
	}
	return n != nil && n.Kind() == extast.KindTableCell
}
