package markdown

import (
	"bytes"
	"slices"
	"unicode/utf8"
)

var newline = []byte{'\n'}

// places turns offsets of the source into lines and columns.
type places struct {
	starts []int // offsets of the lines; made at the first question

	// The last answer: the next question is mostly about what follows on the same line, which may be a megabyte long.
	line, offset, column int
}

func (p places) emptied() places { return places{starts: p.starts[:0]} }

// place is the line of the file and the column, in runes, of an offset of the source; both count from 1.
func (c *converter) place(offset int) (line, column int) {
	offset = min(max(offset, 0), len(c.source))
	p := &c.places
	if len(p.starts) == 0 {
		p.starts = append(p.starts, 0)
		for at := c.endOfLine(0); at < len(c.source); at = c.endOfLine(at) {
			p.starts = append(p.starts, at)
		}
		p.line = -1
	}
	i, exact := slices.BinarySearch(p.starts, offset)
	if !exact {
		i--
	}
	if i != p.line || offset < p.offset {
		p.line, p.offset, p.column = i, p.starts[i], 1
	}
	p.column += runes(c.source[p.offset:offset])
	p.offset = offset
	return c.FirstLine + i, p.column + c.Indent
}

// runes is how many runes a text has. It is UTF-8, so that the first byte of each tells; utf8.RuneCount would copy the text.
func runes(text []byte) int {
	n := 0
	for _, b := range text {
		if utf8.RuneStart(b) {
			n++
		}
	}
	return n
}

func (c *converter) startOfLine(offset int) int {
	return bytes.LastIndexByte(c.source[:offset], '\n') + 1
}

// endOfLine is the offset behind the end of the line.
func (c *converter) endOfLine(offset int) int {
	if i := bytes.IndexByte(c.source[offset:], '\n'); i >= 0 {
		return offset + i + 1
	}
	return len(c.source)
}
