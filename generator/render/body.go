package render

import (
	"html"
	"html/template"
	"path"
	"strconv"
	"strings"

	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// body fills the holes of a page's text, links and pictures, and explains its abbreviations.
func (r *Renderer) body(page *site.Page) template.HTML {
	text := &page.Doc.Body
	gloss := r.gloss(page)
	if len(text.Holes) == 0 && gloss == nil {
		return template.HTML(text.HTML)
	}
	var b strings.Builder
	b.Grow(len(text.HTML) + 64*len(text.Holes))
	at := 0
	for _, hole := range text.Holes {
		gloss.write(&b, text.HTML[at:hole.At])
		at = hole.At
		gloss.linked(hole.Kind)
		switch hole.Kind {
		case site.HoleLinkOpen:
			r.openLink(&b, page, hole.Index)
		case site.HoleLinkClose:
			if page.Targets[hole.Index] == (site.Target{}) {
				b.WriteString("</span>")
			} else {
				b.WriteString("</a>")
			}
		case site.HolePicture:
			r.picture(&b, page, hole.Index)
		}
	}
	gloss.write(&b, text.HTML[at:])
	return template.HTML(b.String()) //nolint:gosec // made by package markdown, which lets no raw HTML through
}

func (r *Renderer) openLink(b *strings.Builder, page *site.Page, index int) {
	target := page.Targets[index]
	if target == (site.Target{}) {
		b.WriteString(`<span>`)
		return
	}
	b.WriteString(`<a href="` + html.EscapeString(r.href(page, target)) + `"`)
	if title := page.Doc.Body.Links[index].Title; title != "" {
		b.WriteString(` title="` + html.EscapeString(title) + `"`)
	}
	switch {
	case target.URL != "" && !strings.HasPrefix(target.URL, "mailto:") && !strings.HasPrefix(target.URL, "tel:"):
		b.WriteString(` rel="external noopener"`)
	case target.Page != nil && target.Page.Doc.Lang != page.Doc.Lang:
		b.WriteString(` hreflang="` + target.Page.Doc.Lang + `"`)
	case target.File != "":
		b.WriteString(` class="file"`)
	}
	b.WriteString(`>`)
}

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

// picture writes an <img>, or a <figure> where the picture stands alone and has a caption.
func (r *Renderer) picture(b *strings.Builder, page *site.Page, index int) {
	p := page.Doc.Body.Pictures[index]
	f, ok := r.Files[page.Files[index]]
	if !ok {
		b.WriteString(`<span class="missing">` + html.EscapeString(p.Alt) + `</span>`)
		return
	}
	if p.Figure {
		b.WriteString(`<figure>`)
	}
	b.WriteString(`<img src="` + root + html.EscapeString(f.Path) + `" alt="` + html.EscapeString(p.Alt) + `"`)
	if f.Width > 0 {
		b.WriteString(` width="` + strconv.Itoa(f.Width) + `" height="` + strconv.Itoa(f.Height) + `"`)
	}
	b.WriteString(` loading="lazy" decoding="async" />`)
	if p.Figure {
		if p.Caption != "" {
			b.WriteString(`<figcaption>` + html.EscapeString(p.Caption) + `</figcaption>`)
		}
		b.WriteString(`</figure>`)
	}
}

// siblingFile is a file in an item's folder.
func siblingFile(item *site.Item, name string) string {
	return ukrainian.Normalise(path.Join(path.Dir(item.UK.Doc.File), name))
}
