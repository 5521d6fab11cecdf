package markdown

import (
	"cmp"
	"strings"

	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// blocks writes the blocks within a block.
func (c *converter) blocks(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		c.block(n)
	}
}

func (c *converter) block(n ast.Node) {
	a := c.attrs[n]
	outside := c.lang
	if a.lang != "" {
		c.lang = a.lang
	}
	switch n := n.(type) {
	case *ast.Paragraph:
		c.paragraph(n, a)
	case *ast.TextBlock:
		c.textBlock(n)
	case *ast.Heading:
		c.heading(n, a)
	case *ast.List:
		c.list(n, a)
	case *ast.Blockquote:
		c.quote(n, a)
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		c.codeBlock(n, a)
	case *ast.ThematicBreak:
		c.write("<hr />\n")
	case *ast.HTMLBlock:
		c.htmlBlock(n)
	case *extast.Table:
		c.table(n, a)
	case *extast.DefinitionList:
		c.definitions(n, a)
	case *container:
		c.container(n, a)
	case *formulaBlock:
		c.formulaBlock(n, a)
	}
	c.lang = outside
}

// tag opens an element with a class of ours and the author's attributes.
func (c *converter) tag(name, class string, a attributes) {
	c.out = append(append(c.out, '<'), name...)
	if a != (attributes{}) || class != "" {
		if a.anchor {
			c.body.Anchors = append(c.body.Anchors, a.id)
		}
		c.attribute("id", a.id)
		c.attribute("class", strings.TrimSpace(class+" "+a.class))
		c.attribute("lang", a.lang)
	}
	c.out = append(c.out, '>')
}

func (c *converter) attribute(name, value string) {
	if value == "" {
		return
	}
	c.out = append(append(append(c.out, ' '), name...), `="`...)
	c.writeValue(value)
	c.out = append(c.out, '"')
}

func (c *converter) end(name string) {
	c.out = append(append(append(c.out, "</"...), name...), ">\n"...)
}

func (c *converter) paragraph(n *ast.Paragraph, a attributes) {
	if picture := onlyPicture(n); picture != nil && c.notes.closing != n {
		c.figure(picture, a)
		return
	}
	c.gather(n)
	if len(c.inline.events) == 0 && c.notes.closing != n {
		return // of a comment nothing is left
	}
	if c.body.Lead == "" && n.Parent().Kind() == ast.KindDocument {
		c.body.Lead = c.inline.plainOf(c.inline.events)
	}
	c.unspaced(n)
	c.tag("p", "", a)
	c.emit()
	c.closeNote(n)
	c.end("p")
}

func (c *converter) quote(n *ast.Blockquote, a attributes) {
	if title, ok := n.FirstChild().(*calloutTitle); ok {
		c.callout(n, title, a)
		return
	}
	c.tag("blockquote", "", a)
	c.write("\n")
	c.blocks(n)
	c.end("blockquote")
}

func (c *converter) definitions(n *extast.DefinitionList, a attributes) {
	c.tag("dl", "", a)
	c.write("\n")
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		name := "dd"
		if child.Kind() == extast.KindDefinitionTerm {
			name = "dt"
		}
		if name == "dt" {
			c.definedTerm(child)
			continue
		}
		c.tag(name, "", attributes{})
		c.blocks(child)
		c.end(name)
	}
	c.end("dl")
}

// definedTerm writes a term of a list of definitions. Its id begins with t-, so that it takes none from a heading.
func (c *converter) definedTerm(n ast.Node) {
	c.gather(n)
	var a attributes
	if term := c.inline.plainOf(c.inline.events); term != "" {
		a.id = c.ids.take("t-" + cmp.Or(ukrainian.Slug(term), "termin"))
		line, _ := c.place(n.Lines().At(0).Start)
		c.body.Defined = append(c.body.Defined, site.Mark{Term: term, ID: a.id, Line: line})
	}
	c.tag("dt", "", a)
	c.emit()
	c.end("dt")
}
