package book

import (
	"bytes"
	"cmp"
	"html"
	"strconv"
	"strings"
)

var esc = html.EscapeString

// head writes the beginning of a file of the book up to <body>.
func (e *epub) head(b *bytes.Buffer, title, bodyType string) {
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="` + esc(e.Lang) + `" xml:lang="` + esc(e.Lang) + `">
<head>
<meta charset="utf-8"/>
<title>` + esc(title) + `</title>
<link rel="stylesheet" type="text/css" href="` + styleFile + `"/>
</head>
<body`)
	if bodyType != "" {
		b.WriteString(` epub:type="` + bodyType + `"`)
	}
	b.WriteString(">\n")
}

func foot(b *bytes.Buffer) { b.WriteString("</body>\n</html>\n") }

// titlePage is the page with the title, the authors and the imprint.
func (e *epub) titlePage() []byte {
	b := e.blank()
	line := func(class, text string) {
		if text != "" {
			b.WriteString(`<p class="` + class + `">` + esc(text) + "</p>\n")
		}
	}
	e.head(b, e.Title, "frontmatter")
	b.WriteString(`<section epub:type="titlepage" class="book-title">` + "\n")
	if len(e.Makers) == 0 {
		line("book-authors", strings.Join(e.Authors, ", "))
	}
	b.WriteString("<h1>" + esc(e.Title) + "</h1>\n")
	line("book-subtitle", e.Subtitle)
	for _, maker := range e.Makers {
		line("book-maker", maker)
	}
	line("book-description", cmp.Or(e.Annotation, e.Description))
	year := ""
	if e.Year > 0 {
		year = strconv.Itoa(e.Year)
	}
	line("book-imprint", joined(", ", joined(" : ", e.City, e.Publisher), year))
	for _, text := range e.Imprint {
		line("book-imprint", text)
	}
	if e.ISBN != "" {
		line("book-isbn", "ISBN "+e.ISBN)
	}
	line("book-rights", e.Rights)
	b.WriteString("</section>\n")
	foot(b)
	return b.Bytes()
}

// matter is how the parts of a book are called by their roles: of the body, of the section in EPUB, and for those who listen.
var matter = map[Role]struct{ body, section, aria string }{
	Front:      {"frontmatter", "", ""},
	Closing:    {"backmatter", "", ""},
	Text:       {"bodymatter", "chapter", "doc-chapter"},
	Appendix:   {"backmatter", "appendix", "doc-appendix"},
	References: {"backmatter", "bibliography", "doc-bibliography"},
	Glossary:   {"backmatter", "glossary", "doc-glossary"},
	Terms:      {"backmatter", "", "doc-index"}, // an "index" of EPUB is one list, and ours has one for each letter
}

// titleID is the id of a chapter's heading. No heading of a text has it: those have no underscore at the beginning.
const titleID = "_title"

// openChapter writes a chapter up to its text.
func (e *epub) openChapter(b *bytes.Buffer, c *Chapter) {
	m := matter[c.Role]
	e.head(b, c.name(), m.body)
	b.WriteString("<section")
	if m.section != "" {
		b.WriteString(` epub:type="` + m.section + `"`)
	}
	if m.aria != "" {
		b.WriteString(` role="` + m.aria + `"`)
	}
	b.WriteString(` aria-labelledby="` + titleID + `">` + "\n")
	if c.Part != "" {
		b.WriteString(`<p class="book-part">` + esc(c.Part) + "</p>\n")
	}
	b.WriteString(`<h1 id="` + titleID + `">`)
	if c.Label != "" {
		b.WriteString(`<span class="book-label">` + esc(c.Label) + `.</span> `)
	}
	b.WriteString(esc(c.Title) + "</h1>\n")
	if c.Authors != "" {
		b.WriteString(`<p class="book-maker">` + esc(c.Authors) + "</p>\n")
	}
	e.ids[place{c.file(), titleID}] = true
}
