package markdown

import (
	"strconv"
	"strings"

	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
	"github.com/yuin/goldmark/ast"
)

const lowestLevel = 6

// heading writes a heading. Level 1 belongs to the page's title, so that a text begins at 2.
func (c *converter) heading(n *ast.Heading, a attributes) {
	c.gather(n)
	if len(c.inline.events) == 0 {
		return
	}
	title := strings.Clone(plainOf(c.inline.events))
	at := c.headingAt(n)
	c.checkLevel(n.Level, title, at)
	if a.id == "" {
		a.id = c.ids.take(ukrainian.Slug(title))
	}
	level := min(max(n.Level, 2)+c.Shift, lowestLevel)
	line, _ := c.place(at)
	c.body.Headings = append(c.body.Headings, site.Heading{Level: level, ID: a.id, Title: title, Line: line})
	name := "h" + strconv.Itoa(level)
	c.tag(name, "", a)
	c.emit()
	c.end(name)
}

// checkLevel complains of a main heading and of a level left out (rule A-02).
func (c *converter) checkLevel(level int, title string, at int) {
	switch {
	case level == 1:
		c.complain("W-HEADING-H1", at, "text", title)
		level = 2
	case level > c.level+1:
		c.complain("W-HEADING", at, "from", strconv.Itoa(c.level), "level", strconv.Itoa(level), "want", strconv.Itoa(c.level+1))
	}
	c.level = level
}

// headingAt is the offset of a heading's first sign.
func (c *converter) headingAt(n *ast.Heading) int {
	if n.Lines().Len() == 0 {
		return max(n.Pos(), 0)
	}
	at := n.Lines().At(0).Start
	for i := at; i > 0; i-- {
		switch c.source[i-1] {
		case ' ', '\t':
		case '#':
			at = i - 1
		default:
			return at
		}
	}
	return at
}

// endOfHeading is the offset behind the lines of a heading, the line below it included that makes it one.
func (c *converter) endOfHeading(n *ast.Heading) int {
	lines := n.Lines()
	end := c.endOfLine(lines.At(lines.Len() - 1).Start)
	if c.source[c.headingAt(n)] != '#' {
		end = c.endOfLine(min(end, len(c.source)))
	}
	return end
}

// ids are the ids given out in one text.
type ids struct {
	taken map[string]bool
	last  map[string]int // the number given last to a name
}

// take is an id of which there is no other yet: name, name-2, name-3.
func (i *ids) take(name string) string {
	if name == "" {
		name = "rozdil"
	}
	if i.taken == nil {
		i.taken, i.last = make(map[string]bool), make(map[string]int)
	}
	id := name
	for i.taken[id] {
		i.last[name] = max(i.last[name], 1) + 1
		id = name + "-" + strconv.Itoa(i.last[name])
	}
	i.taken[id] = true
	return id
}
