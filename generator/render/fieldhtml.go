package render

import (
	"html"
	"html/template"
	"strings"

	"github.com/som-hub/vitryna/generator/site"
)

// html is a value ready for a page.
func (p Parts) html(v site.Value) template.HTML {
	var b strings.Builder
	p.write(&b, v)
	return template.HTML(b.String()) // safe: every text below is escaped
}

func (p Parts) write(b *strings.Builder, v site.Value) {
	switch {
	case v.Null || v.Field.Map:
		b.WriteString(html.EscapeString(p.text(v)))
	case v.Field.List:
		p.writeList(b, v)
	case v.Field.Type == site.DeadlineType:
		b.WriteString(html.EscapeString(p.text(v)))
	case len(v.Field.Fields) > 0:
		p.writeObject(b, v)
	default:
		p.writeOne(b, v)
	}
}

func (p Parts) writeOne(b *strings.Builder, v site.Value) {
	switch v.Field.Type {
	case site.DateOnly, site.DateTime:
		b.WriteString(`<time datetime="` + v.Date.String() + `">` + html.EscapeString(p.longDate(v.Date)) + `</time>`)
	case site.Ref:
		if c := p.r.card(p.r.Site.Lookup(v.Field, v.Text), p.lang); c != nil {
			c.writeLink(b)
		}
	case site.URL:
		b.WriteString(`<a href="` + html.EscapeString(v.Text) + `" class="bare" rel="external noopener">` + html.EscapeString(shortURL(v.Text)) + `</a>`)
	case site.File, site.Image:
		p.writeFile(b, v)
	case site.AcademicYear:
		p.writeYear(b, v.Text)
	case site.Markdown:
		b.WriteString(string(p.markdown(v.Body)))
	case site.PlainText:
		for paragraph := range strings.SplitSeq(strings.TrimSpace(v.Text), "\n\n") {
			b.WriteString("<p>" + html.EscapeString(paragraph) + "</p>")
		}
	default:
		b.WriteString(html.EscapeString(p.text(v)))
	}
}

// writeLink writes a link to the item's page.
func (c *Card) writeLink(b *strings.Builder) {
	b.WriteString(`<a href="` + html.EscapeString(c.URL()) + `"`)
	if c.Foreign() {
		b.WriteString(` hreflang="` + c.Lang() + `"`)
	}
	b.WriteString(`>` + html.EscapeString(c.Title()) + `</a>`)
}

func (p Parts) writeFile(b *strings.Builder, v site.Value) {
	file := siblingFile(p.item, v.Text)
	if address := p.r.fileURL(file); address != "" {
		b.WriteString(`<a href="` + html.EscapeString(address) + `">` + html.EscapeString(v.Text) + `</a>`)
	}
}

func (p Parts) writeYear(b *strings.Builder, slug string) {
	label := html.EscapeString(p.yearOfSlug(slug))
	for _, year := range p.r.Site.Years {
		if year.Slug == slug && p.lang == site.UK {
			label = `<a href="` + root + `years/` + slug + `/">` + label + `</a>`
		}
	}
	b.WriteString(label)
}

// writeList writes short things in one line, longer ones as a list.
func (p Parts) writeList(b *strings.Builder, v site.Value) {
	short := v.Field.Type == site.Enum || v.Field.Type == site.Ref && len(v.Items) < 4 || len(v.Items) == 1
	var pieces []string
	for _, e := range v.Items {
		if piece := string(p.html(e)); piece != "" {
			pieces = append(pieces, piece)
		}
	}
	if short {
		b.WriteString(strings.Join(pieces, ", "))
		return
	}
	b.WriteString("<ul><li>" + strings.Join(pieces, "</li><li>") + "</li></ul>")
}

// writeObject writes the parts of an object in one line: an address becomes the link of the title.
func (p Parts) writeObject(b *strings.Builder, v site.Value) {
	if v.Field.Type == site.Person || v.Field.Part("surname") != nil {
		b.WriteString(html.EscapeString(p.objectText(v)))
		return
	}
	address, _ := v.Part("url")
	wrote := false
	for _, part := range shownParts(v) {
		if part.Field.Name == "url" {
			continue
		}
		if wrote {
			b.WriteString(", ")
		}
		if part.Field.Name == "title" && address.Text != "" {
			b.WriteString(`<a href="` + html.EscapeString(address.Text) + `" rel="external noopener">` + html.EscapeString(part.Text) + `</a>`)
		} else if part.Field.Name == "sum" {
			b.WriteString(html.EscapeString(p.partText(v, part)))
		} else {
			p.write(b, part)
		}
		wrote = true
	}
}

// shortURL is an address as people read it: without scheme and the slash at the end.
func shortURL(s string) string {
	_, rest, found := strings.Cut(s, "://")
	if !found {
		return s
	}
	return strings.TrimSuffix(strings.TrimPrefix(rest, "www."), "/")
}
