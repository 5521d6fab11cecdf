package markdown

import (
	"github.com/som-hub/vitryna/generator/site"
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

func (c *converter) write(s string) { c.out = append(c.out, s...) }

// writeText writes plain text.
func (c *converter) writeText(s string) { c.out = appendText(c.out, s) }

// writeValue writes the value of an attribute.
func (c *converter) writeValue(s string) { c.out = appendValue(c.out, s) }

func (c *converter) hole(kind site.HoleKind, index int) {
	c.body.Holes = append(c.body.Holes, site.Hole{At: len(c.out), Kind: kind, Index: index})
}

// emit writes what gather has collected.
func (c *converter) emit() {
	events := c.inline.events
	for i := range events {
		e := &events[i]
		switch e.kind {
		case textEvent:
			c.phraseText(c.inline.set[e.from:e.to])
		case breakEvent:
			c.write("<br />")
		case markEvent:
			c.openMark(e.node, events[i+1:e.end])
		case markEnd:
			c.closeMark(e.node)
		case linkEvent:
			c.openLink(e, c.inline.plainOf(events[i+1:e.end]))
		case linkEnd:
			c.closeLink()
		case addressEvent:
			c.address(e)
		case codeEvent:
			c.write("<code>")
			c.writeText(e.text)
			c.write("</code>")
		case pictureEvent:
			c.picture(e, false)
		case referenceEvent:
			c.reference(e.node.(*reference))
		case taskEvent:
			c.task(!e.silent)
		case rawEvent:
			c.writeText(e.text)
		case formulaEvent:
			c.writeFormula(e)
		case crossEvent:
			c.openLink(e, "")
			c.closeLink()
		case citeEvent:
			c.cite(e.node.(*cite))
		case spanEvent:
			c.openMark(e.node, events[i:i+1])
			c.writeText(e.text)
			c.closeMark(e.node)
		}
	}
}

// openMark opens a mark around its content.
func (c *converter) openMark(n ast.Node, content []event) {
	switch n := n.(type) {
	case *ast.Emphasis:
		if n.Level == 2 {
			c.write("<strong>")
			return
		}
		c.write("<em>")
	case *extast.Strikethrough:
		c.write("<del>")
	case *span:
		if n.attrs.marked {
			c.openTerm(n, content)
			return
		}
		c.tag("span", "", n.attrs)
	}
}

func (c *converter) closeMark(n ast.Node) {
	switch n := n.(type) {
	case *ast.Emphasis:
		if n.Level == 2 {
			c.write("</strong>")
			return
		}
		c.write("</em>")
	case *extast.Strikethrough:
		c.write("</del>")
	case *span:
		c.write("</span>")
	}
}
