package book

import (
	"bytes"
	"cmp"
	"fmt"
	"strings"
)

// entry is a line of the contents.
type entry struct {
	title, href string // href "" is a part of the book, which has no file of its own
	below       []entry
}

// contents are the chapters in their parts, with their headings of the second level.
func (e *epub) contents() []entry {
	var list []entry
	part := -1
	for i := range e.Chapters {
		c := &e.Chapters[i]
		line := entry{title: c.name(), href: c.file()}
		for _, h := range c.Headings {
			if id := anchor(h.ID); h.Level == 2 && h.ID != "" && e.ids[place{line.href, id}] {
				line.below = append(line.below, entry{title: joined(" ", h.Number, h.Title), href: line.href + "#" + id})
			}
		}
		switch {
		case c.Part != "":
			part = len(list)
			list = append(list, entry{title: c.Part, below: []entry{line}})
		case part >= 0 && c.Role == Text:
			list[part].below = append(list[part].below, line)
		default:
			part = -1
			list = append(list, line)
		}
	}
	return list
}

// navigation writes the contents, for those who read and for the menu of a reading system.
func (e *epub) navigation() error {
	contents := e.contents()
	b := e.blank()
	e.head(b, e.Labels.Contents, "frontmatter")
	b.WriteString(`<nav epub:type="toc" role="doc-toc" aria-labelledby="` + titleID + `" id="toc">` + "\n" + `<h1 id="` + titleID + `">` + esc(e.Labels.Contents) + "</h1>\n")
	list(b, contents)
	b.WriteString("</nav>\n" + `<nav epub:type="landmarks" hidden="hidden" aria-label="` + esc(e.Title) + `">` + "\n<ol>\n")
	for _, l := range e.landmarks() {
		b.WriteString(`<li><a epub:type="` + l[0] + `" href="` + l[1] + `">` + esc(l[2]) + "</a></li>\n")
	}
	b.WriteString("</ol>\n</nav>\n")
	foot(b)
	if err := e.add(item{id: "nav", href: navFile, mediaType: xhtmlType, properties: "nav"}, b.Bytes()); err != nil {
		return err
	}
	return e.add(item{id: "ncx", href: ncxFile, mediaType: "application/x-dtbncx+xml"}, e.ncx(contents))
}

func list(b *bytes.Buffer, entries []entry) {
	b.WriteString("<ol>\n")
	for _, line := range entries {
		if line.href == "" {
			b.WriteString("<li><span>" + esc(line.title) + "</span>")
		} else {
			b.WriteString(`<li><a href="` + esc(line.href) + `">` + esc(line.title) + "</a>")
		}
		if len(line.below) > 0 {
			b.WriteByte('\n')
			list(b, line.below)
		}
		b.WriteString("</li>\n")
	}
	b.WriteString("</ol>\n")
}

// landmarks are the places that a reading system offers: what they are, where, how they are called.
func (e *epub) landmarks() [][3]string {
	var all [][3]string
	if len(e.Cover) > 0 {
		all = append(all, [3]string{"cover", coverFile, cmp.Or(e.Labels.Cover, e.Title)})
	}
	all = append(all, [3]string{"titlepage", titleFile, cmp.Or(e.Labels.TitlePage, e.Title)}, [3]string{"toc", navFile + "#toc", cmp.Or(e.Labels.Contents, e.Title)})
	begun := false
	for i := range e.Chapters {
		c := &e.Chapters[i]
		switch m := matter[c.Role]; {
		case c.Role == Text && !begun:
			begun = true
			all = append(all, [3]string{"bodymatter", c.file(), cmp.Or(e.Labels.Text, c.name())})
		case c.Role == References || c.Role == Glossary:
			all = append(all, [3]string{m.section, c.file(), c.Title})
		}
	}
	return all
}

// ncx is the contents for reading systems that are older than EPUB 3.
func (e *epub) ncx(contents []entry) []byte {
	b := e.blank()
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?>
<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1" xml:lang="` + esc(e.Lang) + `">
<head><meta name="dtb:uid" content="` + esc(e.identifier()) + `"/></head>
<docTitle><text>` + esc(e.Title) + `</text></docTitle>
<navMap>
`)
	n := 0
	var write func(entries []entry)
	write = func(entries []entry) {
		for _, line := range entries {
			n++
			href := line.href
			if href == "" {
				href, _, _ = strings.Cut(line.below[0].href, "#")
			}
			fmt.Fprintf(b, `<navPoint id="n%d"><navLabel><text>%s</text></navLabel><content src="%s"/>`, n, esc(line.title), esc(href))
			write(line.below)
			b.WriteString("</navPoint>\n")
		}
	}
	write(contents)
	b.WriteString("</navMap>\n</ncx>\n")
	return b.Bytes()
}
