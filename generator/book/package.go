package book

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"strconv"
	"strings"
)

// identifier is the name by which reading systems tell books apart: it stays while the book is called the same.
func (b *Book) identifier() string {
	switch {
	case b.Identifier != "":
		return b.Identifier
	case b.ISBN != "":
		return isbnURN(b.ISBN)
	}
	h := sha256.Sum256([]byte(strings.Join([]string{b.ID, b.Lang, b.Title, strings.Join(b.Authors, ";"), strconv.Itoa(b.Year)}, "\n")))
	h[6], h[8] = h[6]&0x0f|0x80, h[8]&0x3f|0x80 // a UUID of version 8: made by a rule of ours
	return fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", h[:4], h[4:6], h[6:8], h[8:10], h[10:16])
}

func isbnURN(isbn string) string {
	return "urn:isbn:" + strings.Map(func(c rune) rune {
		if c == '-' || c == ' ' || c == '\u00a0' || c == '\u2011' {
			return -1
		}
		return c
	}, isbn)
}

// packageDocument writes what the book is and which files it has.
func (e *epub) packageDocument() error {
	w, err := e.create(folder+packageFile, "application/oebps-package+xml")
	if err != nil {
		return err
	}
	b := e.blank()
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="` + esc(e.Lang) + `">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
`)
	e.about(b)
	e.accessibility(b)
	if len(e.Cover) > 0 {
		b.WriteString(`<meta name="cover" content="cover-image"/>` + "\n") // for reading systems that are older than EPUB 3
	}
	b.WriteString("</metadata>\n<manifest>\n")
	for _, it := range e.items {
		b.WriteString(`<item id="` + it.id + `" href="` + esc(it.href) + `" media-type="` + esc(it.mediaType) + `"`)
		if it.properties != "" {
			b.WriteString(` properties="` + it.properties + `"`)
		}
		b.WriteString("/>\n")
	}
	b.WriteString("</manifest>\n" + `<spine toc="ncx">` + "\n")
	for _, it := range e.items {
		if it.spine {
			b.WriteString(`<itemref idref="` + it.id + `"/>` + "\n")
		}
		if it.href == titleFile { // the contents follow the title; they are written last
			b.WriteString(`<itemref idref="nav"/>` + "\n")
		}
	}
	b.WriteString("</spine>\n</package>\n")
	_, err = w.Write(b.Bytes())
	return err
}

// about writes who made the book and what it is called.
func (e *epub) about(b *bytes.Buffer) {
	dc := func(name, id, value string) {
		if value == "" {
			return
		}
		if id != "" {
			id = ` id="` + id + `"`
		}
		b.WriteString("<dc:" + name + id + ">" + esc(value) + "</dc:" + name + ">\n")
	}
	meta := func(property, refines, value string) {
		if refines != "" {
			refines = ` refines="#` + refines + `"`
		}
		b.WriteString(`<meta property="` + property + `"` + refines + `>` + esc(value) + "</meta>\n")
	}
	dc("identifier", "id", e.identifier())
	if e.ISBN != "" && e.Identifier != "" {
		dc("identifier", "", isbnURN(e.ISBN))
	}
	dc("title", "main-title", e.Title)
	if e.Subtitle != "" {
		meta("title-type", "main-title", "main")
		dc("title", "subtitle", e.Subtitle)
		meta("title-type", "subtitle", "subtitle")
	}
	dc("language", "", e.Lang)
	for i, author := range e.Authors {
		id := "author-" + strconv.Itoa(i+1)
		dc("creator", id, author)
		b.WriteString(`<meta property="role" refines="#` + id + `" scheme="marc:relators">aut</meta>` + "\n")
	}
	dc("publisher", "", e.Publisher)
	if e.Year > 0 {
		dc("date", "", strconv.Itoa(e.Year))
	}
	dc("description", "", e.Description)
	for _, subject := range e.Subjects {
		dc("subject", "", subject)
	}
	dc("rights", "", e.Rights)
	meta("dcterms:modified", "", e.Modified)
}

// accessibility writes what the book offers to those who do not see it, or not well: only what is true of it.
func (e *epub) accessibility(b *bytes.Buffer) {
	c := e.coverage
	put := func(property string, values ...string) {
		for _, v := range values {
			b.WriteString(`<meta property="schema:` + property + `">` + esc(v) + "</meta>\n")
		}
	}
	put("accessMode", "textual")
	if c.pictures {
		put("accessMode", "visual")
	}
	sufficient := "textual"
	features := []string{"tableOfContents", "structuralNavigation", "readingOrder", "displayTransformability"}
	switch {
	case c.undescribed:
		sufficient = "textual,visual"
	case c.pictures:
		features = append(features, "alternativeText")
	}
	if c.math {
		features = append(features, "MathML")
	}
	for i := range e.Chapters {
		if e.Chapters[i].Role == Terms {
			features = append(features, "index")
		}
	}
	put("accessModeSufficient", sufficient)
	put("accessibilityFeature", features...)
	if hazard := "none"; !c.moving {
		put("accessibilityHazard", hazard)
	} else {
		put("accessibilityHazard", "unknown") // a picture that moves may flash
	}
	if e.Labels.Summary != "" {
		put("accessibilitySummary", e.Labels.Summary)
	}
}
