package mathml

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// deepest is how far groups may stand in one another.
const deepest = 100

// parser reads a formula. After the first failure it stands at the end of the source, so that every loop ends;
// what it returns from then on is of no use, and never nil.
type parser struct {
	src   string
	pos   int
	depth int
	font  font
	stop  bool // a ] ends the row: it is an optional argument
	err   *Error
}

func (p *parser) fail(code string, offset int, text string) *node {
	if p.err == nil {
		p.err = &Error{Offset: offset, Code: code, Text: text}
	}
	p.pos = len(p.src)
	return &node{tag: "mrow"}
}

// token is a command with its backslash, one sign, or "": the end.
type token struct {
	text string
	pos  int
}

// rune is the sign that a token is; 0 for commands and the end.
func (t token) rune() rune {
	r, n := utf8.DecodeRuneInString(t.text)
	if n != len(t.text) || n == 0 {
		return 0
	}
	return r
}

func (t token) isCommand() bool { return t.text != "" && t.text[0] == '\\' }

// peek skips white space and comments, and looks at the token after them.
func (p *parser) peek() token {
	for p.pos < len(p.src) {
		r, n := utf8.DecodeRuneInString(p.src[p.pos:])
		switch {
		case unicode.IsSpace(r):
			p.pos += n
		case r == '%':
			p.pos = lineEnd(p.src, p.pos)
		case r == '\\':
			return token{p.src[p.pos : p.pos+commandLength(p.src[p.pos:])], p.pos}
		default:
			return token{p.src[p.pos : p.pos+n], p.pos}
		}
	}
	return token{"", p.pos}
}

func (p *parser) next() token {
	t := p.peek()
	p.pos += len(t.text)
	return t
}

// take consumes the token if it is the one that is named.
func (p *parser) take(text string) bool {
	if p.peek().text != text {
		return false
	}
	p.pos += len(text)
	return true
}

func lineEnd(src string, from int) int {
	if i := strings.IndexByte(src[from:], '\n'); i >= 0 {
		return from + i
	}
	return len(src)
}

// commandLength measures the command at the beginning of src: a backslash and letters, or a backslash and one sign.
func commandLength(src string) int {
	n := 1
	for n < len(src) && isLatin(rune(src[n])) {
		n++
	}
	if n == 1 && n < len(src) {
		_, size := utf8.DecodeRuneInString(src[1:])
		n += size
	}
	return n
}

// ends tells whether a row of atoms ends before the token.
func (p *parser) ends(t token) bool {
	switch t.text {
	case "", "}", "&", `\\`, `\cr`, `\end`, `\right`, `\middle`:
		return true
	}
	return p.stop && t.text == "]"
}

// unexpected fails: the row that opened was not ended as it must be, but by t.
func (p *parser) unexpected(t, opened token) *node {
	switch t.text {
	case "&", `\\`, `\cr`:
		return p.fail("align", t.pos, t.text)
	case `\end`:
		return p.fail("environment", t.pos, t.text)
	case "":
		if opened.text == `\begin` {
			return p.fail("environment", opened.pos, opened.text)
		}
		return p.fail("brace", opened.pos, opened.text)
	}
	return p.fail("brace", t.pos, t.text)
}

// raw takes a group in braces as it is written, for what is no formula: text, the name of an environment.
func (p *parser) raw(of token) (text string, offset int) {
	opened := p.peek()
	if opened.text != "{" {
		p.fail("argument", of.pos, of.text)
		return "", p.pos
	}
	p.next()
	for depth, i := 1, p.pos; i < len(p.src); i++ {
		switch p.src[i] {
		case '\\':
			i++
		case '{':
			depth++
		case '}':
			depth--
		}
		if depth == 0 {
			text, offset = p.src[p.pos:i], p.pos
			p.pos = i + 1
			return text, offset
		}
	}
	p.fail("brace", opened.pos, opened.text)
	return "", p.pos
}
