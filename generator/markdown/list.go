package markdown

import (
	"strconv"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

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
	boxes, listClass := isChecklist(n), ""
	if boxes {
		listClass = checklist.class
	}
	c.tag(name, listClass, a)
	if n.IsOrdered() && n.Start != 1 {
		c.out = c.out[:len(c.out)-1]
		c.attribute("start", strconv.Itoa(n.Start))
		c.write(">")
	}
	c.write("\n")
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		class, a := "", attributes{}
		if text := item.FirstChild(); text != nil {
			if !boxes && text.FirstChild() != nil && text.FirstChild().Kind() == extast.KindTaskCheckBox {
				class = "task"
			}
			if text.Kind() == ast.KindTextBlock {
				a = c.attrs[text]
			}
		}
		c.tag("li", class, a)
		if boxes {
			c.box(item)
		}
		if text := item.FirstChild(); text != nil && text.Kind() != ast.KindTextBlock {
			c.write("\n")
		}
		c.blocks(item)
		c.end("li")
	}
	c.end(name)
}

// task writes the box of a task. It is a sign, not a control: what it says is in its name.
func (c *converter) task(done bool) {
	c.write(`<input type="checkbox" disabled="disabled"`)
	if done {
		c.write(` checked="checked"`)
	}
	c.write(` aria-label="`)
	if done {
		c.writeValue(c.words.done)
	} else {
		c.writeValue(c.words.undone)
	}
	c.write(`" />`)
}
