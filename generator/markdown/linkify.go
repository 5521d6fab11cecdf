package markdown

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// linkify makes events of the text of the run from an offset on: bare addresses (https://…, www.…, e-mail) become links, as
// in GitHub's Markdown. Letters of any script may stand in the path of an address, as in those of Wikipedia.
func (c *converter) linkify(from int) {
	in := &c.inline
	found, ok := nextAddress(in.run[from:], 0)
	if !ok {
		in.events = append(in.events, event{kind: textEvent, from: from, to: len(in.run)})
		return
	}
	in.scratch = append(in.scratch[:0], in.run[from:]...)
	text := in.scratch
	first := len(in.origins)
	for first > 0 && in.origins[first-1].run >= from {
		first--
	}
	in.rest = append(in.rest[:0], in.origins[first:]...)
	in.run, in.origins = in.run[:from], in.origins[:first]

	done := 0
	for ; ok; found, ok = nextAddress(text, found.to) {
		c.piece(text, done, found.from, from)
		label := string(text[found.from:found.to])
		at := originOf(in.rest, from+found.from)
		c.pushAddress(label, found.scheme+label, at)
		done = found.to
	}
	c.piece(text, done, len(text), from)
}

// piece puts text[from:to] back into the run as an event of its own; base is where text stood.
func (c *converter) piece(text []byte, from, to, base int) {
	if from == to {
		return
	}
	in := &c.inline
	start := len(in.run)
	in.origins = append(in.origins, origin{start, originOf(in.rest, base+from)})
	for len(in.rest) > 0 && in.rest[0].run < base+to {
		if in.rest[0].run > base+from {
			in.origins = append(in.origins, origin{start + in.rest[0].run - base - from, in.rest[0].source})
		}
		if len(in.rest) == 1 || in.rest[1].run > base+to {
			break
		}
		in.rest = in.rest[1:]
	}
	in.run = append(in.run, text[from:to]...)
	in.events = append(in.events, event{kind: textEvent, from: start, to: len(in.run)})
}

// originOf is the offset in the source of an offset of the run.
func originOf(origins []origin, run int) int {
	source := 0
	for _, o := range origins {
		if o.run > run {
			break
		}
		source = o.source + run - o.run
	}
	return source
}

// found is an address in a text; scheme is what has to be put before it.
type found struct {
	from, to int
	scheme   string
}

var signals = []struct {
	sign   string
	scheme string
}{{"https://", ""}, {"http://", ""}, {"ftp://", ""}, {"www.", "http://"}}

// nextAddress finds the first address of text at or behind an offset.
func nextAddress(text []byte, from int) (found, bool) {
	for i := from; i < len(text); i++ {
		switch text[i] {
		case 'h', 'f', 'w', 'H', 'F', 'W':
			if f, ok := webAddress(text, i, from); ok {
				return f, true
			}
		case '@':
			if f, ok := mailAddress(text, i, from); ok {
				return f, true
			}
		}
	}
	return found{}, false
}

// webAddress reads an address that begins at i.
func webAddress(text []byte, i, from int) (found, bool) {
	if before, _ := utf8.DecodeLastRune(text[from:i]); i > from && (unicode.IsLetter(before) || unicode.IsDigit(before)) {
		return found{}, false
	}
	for _, s := range signals {
		if len(text)-i <= len(s.sign) || !strings.EqualFold(string(text[i:i+len(s.sign)]), s.sign) {
			continue
		}
		to := endOfAddress(text, i+len(s.sign))
		to = i + trimAddress(text[i:to])
		host := text[i+len(s.sign) : max(to, i+len(s.sign))]
		if end := bytes.IndexAny(host, "/?#"); end >= 0 {
			host = host[:end]
		}
		if len(host) > 0 && isAlnum(host[0]) && (s.sign != "www." || bytes.IndexByte(host, '.') > 0) {
			return found{i, to, s.scheme}, true
		}
	}
	return found{}, false
}

// endOfAddress is where the signs end of which an address may consist, from an offset behind its scheme on.
func endOfAddress(text []byte, to int) int {
	inPath := false
	for to < len(text) {
		if text[to] < utf8.RuneSelf {
			if !inAddress(text[to]) {
				return to
			}
			inPath = inPath || text[to] == '/'
			to++
			continue
		}
		r, size := utf8.DecodeRune(text[to:])
		if !inPath || !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return to
		}
		to += size
	}
	return to
}

func isAlnum(b byte) bool {
	return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9'
}

func inAddress(b byte) bool {
	return isAlnum(b) || b != 0 && strings.IndexByte("-._~:/?#[]@!$&'()*+,;=%|", b) >= 0
}

// trimAddress is the length of an address without the signs of the sentence behind it.
func trimAddress(a []byte) int {
	opening, closing := bytes.Count(a, []byte{'('}), bytes.Count(a, []byte{')'})
	n := len(a)
	for n > 0 {
		switch a[n-1] {
		case '?', '!', '.', ',', ':', ';', '*', '_', '~', '\'', '[', ']', '|':
		case ')':
			if closing <= opening {
				return n
			}
			closing--
		default:
			return n
		}
		n--
	}
	return n
}

// mailAddress reads an e-mail address whose @ stands at i.
func mailAddress(text []byte, i, from int) (found, bool) {
	const longestName = 64
	start := i
	for start > from && i-start < longestName && (isAlnum(text[start-1]) || strings.IndexByte(".+-_", text[start-1]) >= 0) {
		start--
	}
	to := i + 1
	for to < len(text) && (isAlnum(text[to]) || strings.IndexByte(".-_", text[to]) >= 0) {
		to++
	}
	for to > i && strings.IndexByte(".-_", text[to-1]) >= 0 {
		to--
	}
	if start == i || bytes.IndexByte(text[i+1:max(to, i+1)], '.') < 1 {
		return found{}, false
	}
	return found{start, to, "mailto:"}, true
}
