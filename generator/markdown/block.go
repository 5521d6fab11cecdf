package markdown

import (
	"strconv"
	"strings"

	"github.com/som-hub/vitryna/generator/site"
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
	}
	c.lang = outside
}

// tag opens an element with a class of ours and the author's attributes.
func (c *converter) tag(name, class string, a attributes) {
	c.out = append(append(c.out, '<'), name...)
	if a != (attributes{}) || class != "" {
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
		c.body.Lead = strings.Clone(plainOf(c.inline.events))
	}
	c.tag("p", "", a)
	c.emit()
	c.closeNote(n)
	c.end("p")
}

// textBlock writes the text of an item of a tight list.
func (c *converter) textBlock(n *ast.TextBlock) {
	c.gather(n)
	c.emit()
	c.closeNote(n)
	if n.NextSibling() != nil {
		c.write("\n")
	}
}

func (c *converter) list(n *ast.List, a attributes) {
	name := "ul"
	if n.IsOrdered() {
		name = "ol"
	}
	c.tag(name, "", a)
	if n.IsOrdered() && n.Start != 1 {
		c.out = c.out[:len(c.out)-1]
		c.attribute("start", strconv.Itoa(n.Start))
		c.write(">")
	}
	c.write("\n")
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		class, a := "", attributes{}
		if text := item.FirstChild(); text != nil {
			if text.FirstChild() != nil && text.FirstChild().Kind() == extast.KindTaskCheckBox {
				class = "task"
			}
			if text.Kind() == ast.KindTextBlock {
				a = c.attrs[text]
			}
		}
		c.tag("li", class, a)
		if text := item.FirstChild(); text != nil && text.Kind() != ast.KindTextBlock {
			c.write("\n")
		}
		c.blocks(item)
		c.end("li")
	}
	c.end(name)
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

func (c *converter) definitions(n *extast.DefinitionList, a attributes) {
	c.tag("dl", "", a)
	c.write("\n")
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		name := "dd"
		if child.Kind() == extast.KindDefinitionTerm {
			name = "dt"
		}
		c.tag(name, "", attributes{})
		if name == "dt" {
			c.gather(child)
			c.emit()
		} else {
			c.blocks(child)
		}
		c.end(name)
	}
	c.end("dl")
}

// onlyPicture is the picture that a paragraph consists of, or nil.
func onlyPicture(n *ast.Paragraph) *ast.Image {
	picture, _ := n.FirstChild().(*ast.Image)
	if picture == nil {
		return nil
	}
	for rest := picture.NextSibling(); rest != nil; rest = rest.NextSibling() {
		if t, ok := rest.(*ast.Text); !ok || t.Segment.Len() > 0 { // where attributes stood, an empty text remains
			return nil
		}
	}
	return picture
}

// figure writes a picture that stands alone.
func (c *converter) figure(n *ast.Image, a attributes) {
	c.gather(n.Parent())
	if len(c.inline.events) == 0 || c.inline.events[0].kind != pictureEvent {
		if len(c.inline.events) > 0 { // its address may not be used: its description remains
			c.tag("p", "", a)
			c.emit()
			c.end("p")
		}
		return
	}
	if a != (attributes{}) {
		c.tag("div", "", a)
	}
	c.picture(&c.inline.events[0], true)
	if a != (attributes{}) {
		c.write("</div>")
	}
	c.write("\n")
}

// picture writes a picture gathered by image.
func (c *converter) picture(e *event, figure bool) {
	n := e.node.(*ast.Image)
	line, column := c.place(e.at)
	c.body.Pictures = append(c.body.Pictures, site.Picture{
		Dest: e.dest, Alt: e.text, Caption: c.phrase(c.lang, string(unescape(nil, n.Title, nil))),
		Figure: figure, Line: line, Column: column,
	})
	c.hole(site.HolePicture, len(c.body.Pictures)-1)
}
