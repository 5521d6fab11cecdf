package markdown

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// Edit is a piece of a source and what should stand in its place.
type Edit struct {
	From, To int // bytes of the source
	Text     string
}

// Mend tells what the typographer would write otherwise in the text of a source: quotes, dashes, apostrophes, needless spaces. No-break spaces are not
// among it: nobody sees them in a file, and every build sets them anyway. Code, links, formulas, escaped signs and whatever else is no plain text stay as
// they are; no edit touches the end of a line. The edits ascend and do not meet.
func Mend(source []byte, o Options) []Edit {
	c := newConverter(source, o)
	c.quiet, c.mending = true, true
	doc := c.parse()
	c.attributes(doc)
	c.numberNotes(doc)
	c.blocks(doc)
	c.endnotes()
	edits := c.edits
	c.release()
	slices.SortFunc(edits, func(a, b Edit) int { return cmp.Or(a.From-b.From, a.To-b.To) })
	var apart []Edit
	for _, e := range edits {
		if n := len(apart); n == 0 || e.From > apart[n-1].From && e.From >= apart[n-1].To { // what is set twice, as a heading for a list, is mended once
			apart = append(apart, e)
		}
	}
	return apart
}

// mend notes what setting has changed in a run, where its source is the very same text.
func (c *converter) mend(typed, set string) {
	for _, d := range piecewise(typed, set) {
		from := c.inline.origin(d.from)
		old, fresh := typed[d.from:d.to], breakable(set[d.at:d.end], typed[d.from:d.to])
		if old == fresh || strings.ContainsAny(old+fresh, "\n\r"+joint+object) {
			continue
		}
		if to := from + len(old); from >= 0 && to <= len(c.source) && string(c.source[from:to]) == old && (old != "" || c.joined(d.from)) {
			c.edits = append(c.edits, Edit{from, to, fresh})
		}
	}
}

// piecewise compares what stands between the signs for that which is not text.
func piecewise(typed, set string) []difference {
	var list []difference
	at, start := 0, 0
	for {
		i, j := strings.IndexAny(typed[at:], joint+object), strings.IndexAny(set[start:], joint+object)
		if (i < 0) != (j < 0) {
			return nil // the typographer promises to keep them
		}
		if i < 0 {
			i, j = len(typed)-at, len(set)-start
		}
		for _, d := range differences(typed[at:at+i], set[start:start+j]) {
			list = append(list, difference{d.from + at, d.to + at, d.at + start, d.end + start})
		}
		if at, start = at+i, start+j; at == len(typed) {
			return list
		}
		at, start = at+len(joint), start+len(joint) // both are of one length
	}
}

// joined tells that the source holds what stands before and after a place of the run side by side.
func (c *converter) joined(at int) bool {
	return at > 0 && c.inline.origin(at-1)+1 == c.inline.origin(at)
}

// breakable is a text with the spaces that it had before, where it only got no-break ones.
func breakable(fresh, old string) string {
	if strings.ContainsRune(old, '\u00a0') {
		return fresh // its author has typed one
	}
	return strings.ReplaceAll(fresh, "\u00a0", " ")
}

// difference is a piece of one text that is another in the other.
type difference struct{ from, to, at, end int }

// mostDifferences is how many signs may differ: a text that differs in more is left alone.
const mostDifferences = 500

// differences compares a text with the same one set anew, sign by sign (Myers 1986). What changes beside one another is one piece.
func differences(typed, set string) []difference {
	a, b := []rune(typed), []rune(set)
	trace := furthest(a, b)
	if trace == nil {
		return nil
	}
	var list []difference // of signs, from the end
	x, y := len(a), len(b)
	for d := len(trace) - 1; d > 0; d-- {
		v, k := trace[d-1], x-y
		back := k - 1 // a sign of a has gone
		if k == -d || k != d && v[k-1+d] < v[k+1+d] {
			back = k + 1 // a sign of b has come
		}
		px := v[back+d]
		py := px - back
		for x > px && y > py {
			x, y = x-1, y-1
		}
		list = joinBefore(list, difference{px, x, py, y})
		x, y = px, py
	}
	return inBytes(list, typed, set)
}

// furthest is how far each diagonal reaches after 0, 1, 2 … differences; v[k+d+1] of step d is diagonal k.
func furthest(a, b []rune) [][]int {
	v := make([]int, 2*mostDifferences+3)
	const middle = mostDifferences + 1
	var trace [][]int
	for d := 0; d <= mostDifferences; d++ {
		for k := -d; k <= d; k += 2 {
			x := 0
			switch {
			case d == 0:
			case k == -d || k != d && v[middle+k-1] < v[middle+k+1]:
				x = v[middle+k+1]
			default:
				x = v[middle+k-1] + 1
			}
			for x < len(a) && x-k < len(b) && a[x] == b[x-k] {
				x++
			}
			v[middle+k] = x
			if x >= len(a) && x-k >= len(b) {
				return append(trace, nil)
			}
		}
		step := make([]int, 2*d+3)
		copy(step, v[middle-d-1:middle+d+2])
		trace = append(trace, step)
	}
	return nil
}

// joinBefore puts a difference before those behind it. Where it touches the first or one sign stands between, they are one and are mended together or not at
// all: half of « — » would be worse than none.
func joinBefore(list []difference, d difference) []difference {
	if n := len(list); n > 0 && list[n-1].from <= d.to+1 {
		list[n-1].from, list[n-1].at = d.from, d.at
		return list
	}
	return append(list, d)
}

// inBytes turns differences of signs, the last first, into those of bytes.
func inBytes(list []difference, typed, set string) []difference {
	slices.Reverse(list)
	at := func(s string) func(n int) int {
		signs, bytes := 0, 0
		return func(n int) int {
			for ; signs < n; signs++ {
				_, size := utf8.DecodeRuneInString(s[bytes:])
				bytes += size
			}
			return bytes
		}
	}
	a, b := at(typed), at(set)
	for i, d := range list {
		from, start := a(d.from), b(d.at)
		list[i] = difference{from, a(d.to), start, b(d.end)}
	}
	return list
}
