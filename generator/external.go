package generator

import (
	"slices"
	"strings"

	"github.com/som-hub/vitryna/generator/content"
	"github.com/som-hub/vitryna/generator/site"
)

// ExternalLink is an address on another site, and where authors have written it.
type ExternalLink struct {
	URL    string
	Places []LinkPlace
}

// LinkPlace is a place in a file of content/.
type LinkPlace struct {
	File         string
	Line, Column int
}

// External are the links to other sites in everything that visitors see, each once, in the order of their addresses.
func (s *Snapshot) External() []ExternalLink {
	c := externals{at: map[string]int{}}
	for _, page := range s.model.Pages() {
		if page.Item == nil || !ours(page.Item) {
			c.body(page.Doc.File, &page.Doc.Body)
			c.values(page.Doc, page.Doc.Values)
		}
	}
	for _, l := range s.model.Config.ExternalLinks {
		c.add(l.URL, LinkPlace{File: content.ConfigFile})
	}
	slices.SortFunc(c.links, func(a, b ExternalLink) int { return strings.Compare(a.URL, b.URL) })
	return c.links
}

// externals gathers links.
type externals struct {
	links []ExternalLink
	at    map[string]int
}

func (c *externals) add(url string, place LinkPlace) {
	url, _, _ = strings.Cut(url, "#") // a place on a page is the page's own affair
	if !strings.HasPrefix(url, "https://") && !strings.HasPrefix(url, "http://") {
		return
	}
	i, known := c.at[url]
	if !known {
		i = len(c.links)
		c.at[url], c.links = i, append(c.links, ExternalLink{URL: url})
	}
	c.links[i].Places = append(c.links[i].Places, place)
}

func (c *externals) body(file string, body *site.Body) {
	for _, l := range body.Links {
		c.add(l.Dest, LinkPlace{file, l.Line, l.Column})
	}
}

// values are the addresses in fields, in lists and parts of objects as well.
func (c *externals) values(doc *site.Doc, values []site.Value) {
	for _, v := range values {
		if v.Field.Private {
			continue
		}
		if v.Field.Type == site.URL && v.Text != "" {
			c.add(v.Text, LinkPlace{doc.File, max(v.Line, doc.Line), v.Column})
		}
		if v.Body != nil {
			c.body(doc.File, v.Body)
		}
		c.values(doc, v.Items)
		c.values(doc, v.Parts)
	}
}
