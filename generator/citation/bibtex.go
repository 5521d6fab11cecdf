package citation

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// Error is a place of a BibTeX file that cannot be read.
type Error struct {
	Line, Column int    // counted from 1, columns in runes
	Why          string // a word of Whys
	Detail       string // the name that is not known, where there is one
}

// Whys are the reasons of errors: an entry without key, a field without `=`, a field without value, a brace or a quotation mark that
// does not close, a @string that is not known, a sign where a comma or the end is due, values that are too long together.
var Whys = []string{"key", "equals", "value", "brace", "quote", "string", "comma", "long"}

// ParseBibTeX reads works from a BibTeX file, in its order. An entry with an error is left out, and the reading goes on with the next
// one. Text between entries, @comment and @preamble are passed over; so are fields that no record needs.
func ParseBibTeX(data []byte) ([]Work, []Error) {
	r := &bibReader{text: string(bytes.ToValidUTF8(bytes.TrimLeft(data, "\ufeff"), []byte("\ufffd"))), line: 1, strings: months()}
	r.budget = mostExpansion*len(r.text) + 1<<16
	for r.nextEntry() {
		r.entry()
	}
	return r.works, r.errors
}

// mostExpansion is how many times its length a file may become by @string, so that strings of strings do not grow for ever.
const mostExpansion = 4

// months are the names of months that every BibTeX file may use.
func months() map[string]string {
	m := make(map[string]string)
	for i, name := range strings.Fields("jan feb mar apr may jun jul aug sep oct nov dec") {
		m[name] = [...]string{"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"}[i]
	}
	return m
}

// bibReader is the state of reading one file.
type bibReader struct {
	text    string
	at      int // the next byte
	line    int // of at
	begin   int // of the line
	strings map[string]string
	budget  int
	works   []Work
	errors  []Error
}

// place is where something stands.
type place struct{ at, line, begin int }

func (r *bibReader) here() place { return place{r.at, r.line, r.begin} }

func (r *bibReader) fail(p place, why, detail string) bool {
	r.errors = append(r.errors, Error{Line: p.line, Column: utf8.RuneCountInString(r.text[p.begin:p.at]) + 1, Why: why, Detail: detail})
	return false
}

// step passes one byte.
func (r *bibReader) step() {
	if r.text[r.at] == '\n' {
		r.line, r.begin = r.line+1, r.at+1
	}
	r.at++
}

func (r *bibReader) peek() byte {
	if r.at < len(r.text) {
		return r.text[r.at]
	}
	return 0
}

func (r *bibReader) space() {
	for r.at < len(r.text) && strings.IndexByte(" \t\r\n", r.text[r.at]) >= 0 {
		r.step()
	}
}

// nextEntry goes to the next line that begins with a sign @ and a word.
func (r *bibReader) nextEntry() bool {
	for ; r.at < len(r.text); r.step() {
		if r.text[r.at] == '@' && r.startsEntry() {
			return true
		}
	}
	return false
}

// startsEntry tells that an entry begins here: at the beginning of a line stands @word{. Inside a value it means that the
// value was never closed; so an error is told where it is, and no sign is read by two entries.
func (r *bibReader) startsEntry() bool {
	if strings.Trim(r.text[r.begin:min(r.at, r.begin+maxIndent)], " \t") != "" || r.at-r.begin > maxIndent {
		return false
	}
	i := r.at + 1
	for ; i < len(r.text) && i <= r.at+maxWord && isLatin(r.text[i]); i++ {
	}
	word := i - r.at - 1
	for ; i < len(r.text) && i < r.at+2*maxWord && (r.text[i] == ' ' || r.text[i] == '\t'); i++ {
	}
	return word > 0 && i < len(r.text) && (r.text[i] == '{' || r.text[i] == '(')
}

const (
	maxIndent = 64
	maxWord   = 32
)

func isLatin(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// entry reads @word{ … } at r.at.
func (r *bibReader) entry() {
	begin := r.here()
	r.step()
	word := strings.ToLower(r.word(isLatin))
	r.space()
	end := byte('}')
	if r.peek() == '(' {
		end = ')'
	}
	switch word {
	case "comment":
		if end == '}' && !r.braced(false) {
			r.fail(begin, "brace", "")
		}
		return
	case "preamble":
		r.step()
		_, _ = r.value()
		return
	case "string":
		r.step()
		r.fields(begin, end, func(name, value string) { r.strings[name] = value })
		return
	}
	r.step()
	r.space()
	at := r.here()
	key := strings.TrimSpace(r.word(func(c byte) bool { return strings.IndexByte(",{}()=\"\n", c) < 0 }))
	r.space()
	if key == "" || r.peek() != ',' && r.peek() != end {
		r.fail(at, "key", "")
		return
	}
	fields := map[string]string{}
	if r.peek() == ',' {
		r.step()
	}
	if r.fields(begin, end, func(name, value string) { fields[name] = value }) {
		r.works = append(r.works, workOf(word, key, begin.line, fields))
	}
}

func (r *bibReader) word(is func(byte) bool) string {
	begin := r.at
	for r.at < len(r.text) && is(r.text[r.at]) {
		r.step()
	}
	return r.text[begin:r.at]
}

// fields reads `name = value, …` up to the end of the entry that begins at begin.
func (r *bibReader) fields(begin place, end byte, set func(name, value string)) bool {
	for {
		r.space()
		at := r.here()
		switch c := r.peek(); {
		case c == end:
			r.step()
			return true
		case r.at == len(r.text), c == '@' && r.startsEntry():
			return r.fail(begin, "brace", "")
		case c == ',':
			r.step()
			continue
		}
		name := strings.ToLower(r.word(isName))
		r.space()
		if name == "" || r.peek() != '=' {
			return r.fail(at, "equals", name)
		}
		r.step()
		value, ok := r.value()
		if !ok {
			return false
		}
		set(name, value)
		r.space()
		if c := r.peek(); c != ',' && c != end && r.at < len(r.text) && !(c == '@' && r.startsEntry()) {
			return r.fail(r.here(), "comma", "")
		}
	}
}

func isName(c byte) bool {
	return isLatin(c) || '0' <= c && c <= '9' || strings.IndexByte("-_+:.", c) >= 0 || c >= utf8.RuneSelf
}

// value reads parts joined by #.
func (r *bibReader) value() (string, bool) {
	var b strings.Builder
	for {
		r.space()
		begin := r.here()
		switch c := r.peek(); {
		case c == '{':
			if !r.braced(true) {
				return "", r.fail(begin, "brace", "")
			}
			b.WriteString(r.text[begin.at+1 : r.at-1])
		case c == '"':
			if !r.quoted() {
				return "", r.fail(begin, "quote", "")
			}
			b.WriteString(r.text[begin.at+1 : r.at-1])
		default:
			name := r.word(isName)
			value, known := r.strings[strings.ToLower(name)]
			switch {
			case name == "":
				return "", r.fail(begin, "value", "")
			case strings.Trim(name, "0123456789") == "":
				value = name
			case !known:
				return "", r.fail(begin, "string", name)
			}
			if r.budget -= len(value); r.budget < 0 {
				return "", r.fail(begin, "long", name)
			}
			b.WriteString(value)
		}
		if r.space(); r.peek() != '#' {
			return b.String(), true
		}
		r.step()
	}
}

// braced passes { … } with what stands in it; entries: not over the beginning of another entry.
func (r *bibReader) braced(entries bool) bool {
	depth := 0
	for r.at < len(r.text) {
		switch r.text[r.at] {
		case '\\':
			if r.at+1 < len(r.text) && strings.IndexByte(`{}\`, r.text[r.at+1]) >= 0 {
				r.step()
			}
		case '{':
			depth++
		case '}':
			depth--
		case '@':
			if entries && r.startsEntry() {
				return false
			}
		}
		r.step()
		if depth == 0 {
			return true
		}
	}
	return false
}

// quoted passes " … "; quotation marks inside braces do not end it.
func (r *bibReader) quoted() bool {
	r.step()
	depth := 0
	for r.at < len(r.text) {
		switch c := r.text[r.at]; {
		case c == '\\' && r.at+1 < len(r.text) && strings.IndexByte(`{}\`, r.text[r.at+1]) >= 0:
			r.step()
		case c == '{':
			depth++
		case c == '}':
			depth--
		case c == '"' && depth <= 0:
			r.step()
			return true
		case c == '@' && r.startsEntry():
			return false
		}
		r.step()
	}
	return false
}
