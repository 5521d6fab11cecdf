// Package book writes a book from plain values: an EPUB 3.3 ([Book.WriteEPUB]), or one HTML file ([Single]).
//
// It knows nothing of the site. A chapter is a function that returns its text, and it is called when its turn comes: of a book
// of any length one chapter is in memory. The same values give the same bytes.
//
// What a text may hold is what docs/manuals.md describes. Some of it stands otherwise in a book: a footnote is an <aside> that a reading
// system shows beside its mark, an answer (<details>) is open, as not every reading system can open it, and a box to tick is a sign.
package book

import (
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
	"time"
)

// ErrEmpty is a book without chapters.
var ErrEmpty = errors.New("book: no chapters")

// ErrLink is a book that was written whole, and in which a link leads to a place that is not there: the error tells where.
var ErrLink = errors.New("book: a link leads nowhere")

// Book is what an EPUB is made of.
type Book struct {
	ID          string // required: plain letters, digits and hyphens
	Lang        string // required: uk, en
	Title       string // required
	Subtitle    string
	Authors     []string // «А. Б. Перша»
	Makers      []string // lines of the title page where it has to say who made what: «Укладачі: В. Г. Друга»; nil: the authors alone
	Imprint     []string // lines below the place and the year: codes, who recommends it, who has reviewed it
	Annotation  string   // in place of the description on the title page
	Publisher   string
	City        string
	Year        int
	ISBN        string
	Identifier  string // an address or a urn that no other book has; "" is the ISBN, or a urn made from what the book is called
	Rights      string
	Description string
	Subjects    []string
	Cover       []byte // SVG, PNG or JPEG; nil is none
	Modified    string // required: 2026-11-20T00:00:00Z
	Labels      Labels
	Chapters    []Chapter // required, in their order, front matter first
	Style       []byte    // CSS after that of the package
	Resources   []Resource
}

// Labels are the words of a book, in its language.
type Labels struct {
	Contents, Cover, TitlePage, Text, Notes string
	Summary                                 string // of accessibility
}

// Chapter is one file of the book.
type Chapter struct {
	ID       string // required: plain letters, digits and hyphens; its file is ID.xhtml
	Title    string // required
	Label    string // «Розділ 2», «Додаток А»
	Part     string // the part of the book that begins here
	Authors  string // its own, in one line; "": those of the book
	Role     Role
	Headings []Heading

	// XHTML is the text below the heading, without <body>: required. Links to other chapters are ID.xhtml#place, to resources their
	// paths; one to a file that the book has not stays as words.
	XHTML func() (string, error)
}

// Role is what a chapter is for.
type Role string

// The roles of chapters; "" is Text.
const (
	Text       Role = ""
	Front      Role = "front"
	Closing    Role = "closing"
	Appendix   Role = "appendix"
	References Role = "references"
	Glossary   Role = "glossary"
	Terms      Role = "terms" // the index
)

// Heading is a heading inside a chapter.
type Heading struct {
	Level             int // 2, 3 …
	ID, Number, Title string
}

// Resource is a picture or another file of the book. One to which no text leads is left out.
type Resource struct {
	Path      string // of plain signs: pictures/foto.jpg
	MediaType string
	Data      func() ([]byte, error)
}

// WriteEPUB writes the book as EPUB 3.3: chapter after chapter, then what is known only when all have been read.
func (b *Book) WriteEPUB(w io.Writer) error {
	if len(b.Chapters) == 0 {
		return ErrEmpty
	}
	modified, err := b.check()
	if err != nil {
		return err
	}
	e := newEPUB(b, w, modified)
	for _, step := range []func() error{e.begin, e.chapters, e.resources, e.navigation, e.packageDocument} {
		if err := step(); err != nil {
			return err
		}
	}
	if err := e.zip.Close(); err != nil {
		return err
	}
	return e.deadLinks()
}

var (
	safeName = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]*$`)
	safePath = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*$`)
)

// check looks at the values that a file of the book depends on, and returns the time of all its files.
func (b *Book) check() (time.Time, error) {
	modified, err := time.Parse("2006-01-02T15:04:05Z", b.Modified)
	switch {
	case err != nil:
		return modified, fmt.Errorf("book %q: modified: %w", b.ID, err)
	case b.Title == "" || b.Lang == "":
		return modified, fmt.Errorf("book %q: no title or no language", b.ID)
	}
	taken := map[string]bool{}
	take := func(what, name string, pattern *regexp.Regexp) error {
		low := strings.ToLower(name) // some systems take both for one file
		if !pattern.MatchString(name) || taken[low] {
			return fmt.Errorf("book %q: %s %q cannot be a file's name, or is one already", b.ID, what, name)
		}
		taken[low] = true
		return nil
	}
	for _, name := range []string{coverFile, titleFile, navFile, styleFile, packageFile, ncxFile, "cover.svg", "cover.png", "cover.jpg"} {
		taken[name] = true
	}
	for i := range b.Chapters {
		c := &b.Chapters[i]
		if err := take("chapter", c.file(), safeName); err != nil {
			return modified, err
		}
		if c.Title == "" || c.XHTML == nil {
			return modified, fmt.Errorf("book %q: chapter %q has no title or no text", b.ID, c.ID)
		}
	}
	for _, r := range b.Resources {
		if err := take("resource", r.Path, safePath); err != nil {
			return modified, err
		}
	}
	return modified, nil
}

func (c *Chapter) file() string { return c.ID + ".xhtml" }

// name is how the contents call a chapter: «Розділ 2. Назва».
func (c *Chapter) name() string {
	if c.Label == "" {
		return c.Title
	}
	return c.Label + ". " + c.Title
}
