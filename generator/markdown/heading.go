package markdown

import (
	"bytes"
	"regexp"
	"strconv"

	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
	"github.com/yuin/goldmark/ast"
)

const lowestLevel = 6

// heading writes a heading. Level 1 belongs to the page's title, so that a text begins at 2. The page never leaves out a
// level, whatever the author did: a heading stands one level below the one that it belongs to.
func (c *converter) heading(n *ast.Heading, a attributes) {
	c.naming = a.id == ""
	c.gather(n)
	c.naming = false
	if len(c.inline.events) == 0 {
		return
	}
	title := c.inline.plainOf(c.inline.events)
	at := c.headingAt(n)
	level := c.checkLevel(n.Level, title, at)
	if a.id == "" {
		a.id = c.ids.take(ukrainian.Slug(title))
	}
	level = min(level+c.Shift, lowestLevel)
	line, _ := c.place(at)
	c.body.Headings = append(c.body.Headings, site.Heading{Level: level, ID: a.id, Title: title, Line: line})
	name := "h" + strconv.Itoa(level)
	c.tag(name, "", a)
	if c.Book {
		c.hole(site.HoleHeading, len(c.body.Headings)-1)
	}
	c.emit()
	c.end(name)
}

// checkLevel complains of a main heading and of a level left out (rule A-02). It returns the level for the page.
func (c *converter) checkLevel(level int, title string, at int) int {
	before := 1 // the page's title
	if n := len(c.above); n > 0 {
		before = c.above[n-1]
	}
	switch {
	case level == 1:
		c.complain("W-HEADING-H1", at, "text", title)
		level = 2
	case level > before+1:
		c.complain("W-HEADING", at, "from", strconv.Itoa(before), "level", strconv.Itoa(level), "want", strconv.Itoa(before+1))
	}
	for len(c.above) > 0 && c.above[len(c.above)-1] >= level {
		c.above = c.above[:len(c.above)-1]
	}
	c.above = append(c.above, level)
	return 1 + len(c.above)
}

var unspacedHeading = regexp.MustCompile(`^(#{2,6})([\p{L}\d].*?)[ \t#]*$`)

// unspaced finds lines of a paragraph that were to be headings: «##Мета». One sign before a word is a hashtag.
func (c *converter) unspaced(n *ast.Paragraph) {
	for _, line := range n.Lines().Sliced(0, n.Lines().Len()) {
		line = line.TrimLeftSpace(c.source)
		if text := bytes.TrimRight(line.Value(c.source), "\r\n"); bytes.HasPrefix(text, []byte("##")) {
			if m := unspacedHeading.FindSubmatch(text); m != nil {
				c.complain("W-HEADING-SPACE", line.Start, "signs", string(m[1]), "text", string(m[2]))
			}
		}
	}
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
