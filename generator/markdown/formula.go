package markdown

import (
	"errors"
	"strings"

	"github.com/som-hub/vitryna/generator/mathml"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// formula is a formula in a line: \( … \). One on lines of its own is a [formulaBlock].
type formula struct {
	ast.BaseInline
	tex     []byte
	origins []origin // where tex stands in the source
}

var kindFormula = ast.NewNodeKind("Formula")

// Kind implements ast.Node.
func (f *formula) Kind() ast.NodeKind { return kindFormula }

// Dump implements ast.Node.
func (f *formula) Dump(source []byte, level int) { ast.DumpHelper(f, source, level, nil, nil) }

// tex is what the parsers of formulas remember.
type tex struct {
	open ast.Node // the block in which the end of a formula was sought in vain: it has no end further on either
}

// formulaParser reads \( … \).
type formulaParser struct{}

// Trigger implements parser.InlineParser.
func (formulaParser) Trigger() []byte { return []byte{'\\'} }

// Parse implements parser.InlineParser.
func (formulaParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, at := block.PeekLine()
	c := converterOf(pc)
	if len(line) < 2 || line[1] != '(' || c.tex.open == parent {
		return nil
	}
	f := new(formula)
	f.SetPos(at.Start)
	block.Advance(2)
	for line, at := block.PeekLine(); line != nil; line, at = block.PeekLine() {
		f.origins = append(f.origins, origin{len(f.tex), at.Start - at.Padding})
		if end := endOfFormula(line); end >= 0 {
			f.tex = append(f.tex, line[:end]...)
			block.Advance(end + 2)
			return f
		}
		f.tex = append(f.tex, line...)
		block.AdvanceLine()
	}
	c.tex.open = parent
	c.complain("E-TEX-OPEN", f.Pos(), "open", `\(`, "close", `\)`)
	return nil
}

// endOfFormula is where \) stands in a line, or -1; a backslash before it would be the end of a line of TeX.
func endOfFormula(line []byte) int {
	for i := 0; i+1 < len(line); i++ {
		if line[i] == '\\' {
			if line[i+1] == ')' {
				return i
			}
			i++
		}
	}
	return -1
}

// formula gathers a formula in a line.
func (c *converter) formula(n *formula) {
	source := string(n.tex)
	if strings.Contains(source, `\|`) && insideCell(n) {
		source = strings.ReplaceAll(source, `\|`, ` |`) // in a table only the escaped bar is a bar; every place stays what it was
	}
	math, ok := c.mathML(source, false, n.origins)
	c.push(event{kind: formulaEvent, text: oneLine(strings.TrimSpace(source)), dest: math, silent: !ok})
}

// mathML converts TeX, or complains at the place that is wrong.
func (c *converter) mathML(source string, display bool, origins []origin) (math string, ok bool) {
	math, err := mathml.Convert(source, display)
	if err == nil {
		c.body.Formulas = true
		return math, true
	}
	at, args := originOf(origins, 0), []string{}
	if wrong := (*mathml.Error)(nil); errors.As(err, &wrong) {
		at, args = originOf(origins, wrong.Offset), []string{"why", wrong.Code, "text", excerpt(oneLine(wrong.Text))}
	}
	c.complain("E-TEX", at, args...)
	return "", false
}

// excerpt is the beginning of what a problem tells.
func excerpt(s string) string {
	const most = 40
	for i := range s {
		if i >= most {
			return s[:i] + "…"
		}
	}
	return s
}

// writeFormula writes a formula gathered by formula; of one that is wrong the source remains.
func (c *converter) writeFormula(e *event) {
	if !e.silent {
		c.write(e.dest)
		return
	}
	c.texSource(e.text)
}

func (c *converter) texSource(source string) {
	c.write(`<code class="tex">`)
	c.writeText(source)
	c.write("</code>")
}
