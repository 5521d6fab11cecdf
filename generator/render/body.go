package render

import (
	"path"

	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// href is the address of what a link of a page leads to.
func (r *Renderer) href(page *site.Page, t site.Target) string {
	anchor := ""
	if t.Anchor != "" {
		anchor = "#" + t.Anchor
	}
	switch {
	case t.URL != "":
		return t.URL
	case t.Page == page && anchor != "":
		return anchor
	case t.Page != nil:
		return url(t.Page) + anchor
	case t.Section != nil:
		return reader{r, page.Doc.Lang}.Link(t.Section.Kind.Section)
	case t.File != "":
		return r.fileURL(t.File)
	}
	return root + t.Path + anchor
}

// siblingFile is a file in an item's folder.
func siblingFile(item *site.Item, name string) string {
	return ukrainian.Normalise(path.Join(path.Dir(item.UK.Doc.File), name))
}
