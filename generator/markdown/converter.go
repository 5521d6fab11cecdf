package markdown

import (
	"sync"

	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/site"
	"github.com/yuin/goldmark/ast"
)

// converter is the state of one conversion. What it collects for the caller is new each time, or copied; its buffers are kept.
type converter struct {
	Options
	source   []byte
	words    *words
	body     site.Body
	problems problem.List
	places   places

	out     []byte // HTML
	lang    string // of the block being written
	inline  inline
	quota   quota
	notes   notes
	ids     ids
	attrs   map[ast.Node]attributes // of blocks; nil where nothing has any
	above   []int                   // levels of the heading before and of those it belongs to, as the author wrote them
	quiet   bool                    // problems are not wanted
	naming  bool                    // the text that is gathered makes an address
	painter painter
	fences  fences
	tex     tex
	named   int  // ids of ours given out, see ownID
	titled  int  // titles of blocks written
	marked  int  // terms written
	onSheet bool // the block being written is a worksheet
	warned  int

	mending bool // edits are wanted, see Mend
	edits   []Edit
}

var converters = sync.Pool{New: func() any { return new(converter) }}

func newConverter(source []byte, o Options) *converter {
	c := converters.Get().(*converter)
	c.Options = o
	if c.Lang == "" {
		c.Lang = site.UK
	}
	c.FirstLine = max(c.FirstLine, 1)
	// goldmark appends to the last line of a code block: what follows in the caller's memory is not ours.
	c.source = withoutSigns(source[:len(source):len(source)])
	c.words = wordsOf(c.Lang)
	c.lang = c.Lang
	c.inline.reset(c.source)
	return c
}

// release gives the converter back with its buffers and without anything else.
func (c *converter) release() {
	const tooBig = 1 << 20 // one huge page must not hold its memory for ever
	kept := converter{}
	if cap(c.out) <= tooBig {
		kept.out, kept.inline, kept.places = c.out[:0], c.inline.emptied(), c.places.emptied()
		clear(c.body.Links)
		clear(c.body.Headings)
		kept.body = site.Body{Holes: c.body.Holes[:0], Links: c.body.Links[:0], Headings: c.body.Headings[:0]}
	}
	*c = kept
	converters.Put(c)
}

// maxWarnings is how many warnings one text gives at most; nobody reads more of them. Errors are all said.
const maxWarnings = 1000

// complain records a problem at an offset of the source.
func (c *converter) complain(code string, at int, args ...string) {
	if c.quiet {
		return
	}
	if code[0] == 'W' {
		if c.warned++; c.warned > maxWarnings {
			return
		}
	}
	line, column := c.place(at)
	c.problems = append(c.problems, problem.New(code, c.File, line, column, args...))
}
