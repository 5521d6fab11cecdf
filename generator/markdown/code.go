package markdown

import (
	"bytes"
	"strings"

	"github.com/som-hub/vitryna/generator/problem"
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// codeBlock writes a block of code. It may be wider than the page, so that it must be reachable by keyboard to be moved.
func (c *converter) codeBlock(n ast.Node, a attributes) {
	fenced, _ := n.(*ast.FencedCodeBlock)
	var language string
	var pieces []colouredCode
	coloured := false
	if fenced != nil {
		c.unclosedCode(fenced)
		if language = className(string(fenced.Language(c.source))); language != "" {
			pieces, coloured = c.colouredCode(fenced)
		}
	}
	class := ""
	if coloured {
		class = "code"
	}
	c.tag("pre", class, a)
	c.out = c.out[:len(c.out)-1]
	c.write(` tabindex="0"><code`)
	if language != "" {
		c.attribute("class", "language-"+language)
	}
	c.write(">")
	if coloured {
		c.pieces(pieces)
	} else {
		c.codeLines(n, func(line []byte) { c.out = appendText(c.out, line) })
	}
	c.write("</code></pre>\n")
}

// unclosedCode complains of a block of code that goes on to the end of the text because nothing closes it.
func (c *converter) unclosedCode(n *ast.FencedCodeBlock) {
	lines := n.Lines()
	if lines.Len() == 0 || len(bytes.TrimSpace(c.source[min(lines.At(lines.Len()-1).Stop, len(c.source)):])) > 0 {
		return
	}
	fence := c.source[n.Pos():]
	size := 0
	for size < len(fence) && fence[size] == fence[0] {
		size++
	}
	c.complain("W-CODE-OPEN", n.Pos(), "fence", string(fence[:min(size, maxRun)]))
}

// codeLines calls f for the lines of a block of code, with ends \n.
func (c *converter) codeLines(n ast.Node, f func(line []byte)) {
	lines := n.Lines()
	for i := range lines.Len() {
		line := lines.At(i)
		value := line.Value(c.source)
		if end := len(value) - 2; end >= 0 && value[end] == '\r' {
			f(value[:end])
			f(newline)
			continue
		}
		f(value)
	}
}

// colouredCode cuts a block of code into pieces with colours, and complains of a language that is not spelt right.
func (c *converter) colouredCode(n *ast.FencedCodeBlock) ([]colouredCode, bool) {
	name := strings.ToLower(string(n.Language(c.source)))
	if plainLanguages[name] {
		return nil, false
	}
	lexer, known := lexers()[name]
	if !known {
		const shortest = 4 // letters: shorter names are near to too many others
		if near := problem.Nearest(name, languageNames()); near != "" && len(name) >= shortest {
			c.complain("W-CODE-LANG", n.Info.Segment.Start, "name", name, "nearest", near)
		}
		return nil, false
	}
	var code []byte
	c.codeLines(n, func(line []byte) { code = append(code, line...) })
	return c.painter.colour(lexer, string(code))
}

// plainLanguages are names of what has no colours.
var plainLanguages = set("text; txt; plain; plaintext; output; none; csv; tsv; log; mermaid; ascii; markdown; md; bibtex; term; вивід; текст")

func (c *converter) pieces(pieces []colouredCode) {
	for _, p := range pieces {
		if p.class == "" {
			c.writeText(p.text)
			continue
		}
		c.write(`<span class="` + p.class + `">`)
		c.writeText(p.text)
		c.write("</span>")
	}
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
