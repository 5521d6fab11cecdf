package markdown

import (
	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// Options are what the conversion of one text depends on besides the text.
// The zero value converts a Ukrainian text that begins on line 1.
type Options struct {
	File string // for problems

	// FirstLine is the line of the file on which the source begins, from 1; 0 is 1.
	// Indent is how many signs of every line stand before it in the file: of a text in the header, its indentation.
	FirstLine, Indent int

	Lang        string // of the text: site.UK or site.EN; "" is site.UK
	Typographer ukrainian.Typographer

	Prefix string // put before the ids of footnotes, so that pages can be merged
	Shift  int    // added to the level of every heading: 1 for a text below an h2

	// Book tells that the text belongs to a manual: its headings, figures, tables, formulas and exercises bear numbers, and it
	// may refer to the manual's list of works.
	Book bool
}

// Convert turns Markdown into a body and says what is wrong with it. The source has line ends \n or \r\n, is UTF-8 and
// holds no NUL. It may be called by many goroutines at once.
func Convert(source []byte, o Options) (site.Body, problem.List) {
	c := newConverter(source, o)
	doc := c.parse()
	c.attributes(doc)
	c.numberNotes(doc)
	c.blocks(doc)
	c.endnotes()
	c.oddNotes()
	body, problems := c.body, c.problems
	body.Holes, body.Links, body.Headings = exact(body.Holes), exact(body.Links), exact(body.Headings)
	body.SetHTML(string(c.out))
	c.release()
	return body, problems
}

// exact is a copy of a list that grew in the converter: what is kept of ten thousand texts has no room to grow.
func exact[T any](list []T) []T {
	if len(list) == 0 {
		return nil
	}
	return append(make([]T, 0, len(list)), list...)
}
