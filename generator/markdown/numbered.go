package markdown

import (
	"strconv"

	"github.com/som-hub/vitryna/generator/site"
)

// number notes what a manual numbers and returns where it stands in [site.Body.Numbered].
func (c *converter) number(n site.Numbered) int {
	c.body.Numbered = append(c.body.Numbered, n)
	return len(c.body.Numbered) - 1
}

// noteTitle notes by what name others may lead to something with the author's id.
func (c *converter) noteTitle(a attributes, title string) {
	if a.anchor && title != "" {
		c.body.Titled = append(c.body.Titled, site.Titled{ID: a.id, Title: title})
	}
}

// holeNumber leaves room for a label; -1 is none.
func (c *converter) holeNumber(index int) {
	if index >= 0 {
		c.hole(site.HoleNumber, index)
	}
}

// ownID is the author's id or one of ours, for what must have one so that others can lead to it.
func (c *converter) ownID(id string) string {
	if id != "" {
		return id
	}
	c.named++
	return c.ids.take(c.Prefix + "_n" + strconv.Itoa(c.named))
}
