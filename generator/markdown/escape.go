package markdown

import (
	"strconv"
	"unicode/utf8"

	"github.com/som-hub/vitryna/generator/ukrainian"
	"github.com/yuin/goldmark/util"
)

// kinds of bytes when text becomes HTML
const (
	plain   = iota
	special // & < > "
	control // may not stand in HTML or XML
	lead    // may begin a sign that may not stand there
)

var byteKinds = func() (t [256]uint8) {
	for b := range 0x20 {
		t[b] = control
	}
	t['\t'], t['\n'], t[0x7F] = plain, plain, control
	t['&'], t['<'], t['>'], t['"'] = special, special, special, special
	t[0xC2], t[0xEF] = lead, lead
	for b := 0xF0; b < 0xF5; b++ {
		t[b] = lead
	}
	return t
}()

// appendText appends s as HTML text. Signs that HTML and XML do not know (controls, noncharacters) are left out; a lone
// carriage return is a space.
func appendText[T string | []byte](dst []byte, s T) []byte { return appendHTML(dst, s, `"`) }

// appendValue appends s as the value of an attribute in double quotes.
func appendValue[T string | []byte](dst []byte, s T) []byte { return appendHTML(dst, s, "&quot;") }

func appendHTML[T string | []byte](dst []byte, s T, quote string) []byte {
	from := 0
	for i := 0; i < len(s); i++ {
		kind := byteKinds[s[i]]
		if kind == plain {
			continue
		}
		size := 1
		if kind == lead {
			if size = forbidden(s[i:]); size == 0 {
				continue
			}
		}
		dst = append(dst, s[from:i]...)
		dst = appendEscaped(dst, s[i], quote)
		i += size - 1
		from = i + 1
	}
	return append(dst, s[from:]...)
}

func appendEscaped(dst []byte, b byte, quote string) []byte {
	switch b {
	case '&':
		return append(dst, "&amp;"...)
	case '<':
		return append(dst, "&lt;"...)
	case '>':
		return append(dst, "&gt;"...)
	case '"':
		return append(dst, quote...)
	case '\r':
		return append(dst, ' ')
	}
	return dst
}

// forbidden is the length of the sign at the beginning of s if it may not stand in HTML, else 0.
func forbidden[T string | []byte](s T) int {
	if s[0] == 0xC2 { // U+0080 to U+009F
		if len(s) > 1 && s[1] < 0xA0 {
			return 2
		}
		return 0
	}
	if s[0] == 0xEF && (len(s) < 2 || s[1] != 0xB7 && s[1] != 0xBF) {
		return 0
	}
	r, size := utf8.DecodeRuneInString(string(s[:min(len(s), utf8.UTFMax)]))
	if r&0xFFFE == 0xFFFE || r >= 0xFDD0 && r <= 0xFDEF {
		return size
	}
	return 0
}

// unescape appends Markdown text with its backslashes and entities resolved. After each of them it tells seen the length of
// dst and the offset in src that belong together; seen may be nil.
func unescape(dst, src []byte, seen func(dst, src int)) []byte {
	from := 0
	for i := 0; i < len(src); {
		size := 0
		switch src[i] {
		case '\\':
			if i+1 < len(src) && util.IsPunct(src[i+1]) {
				dst = append(dst, src[from:i]...)
				dst = append(dst, src[i+1])
				size = 2
			}
		case '&':
			var sign [8]byte
			var signs []byte
			if signs, size = entity(sign[:0], src[i:]); size > 0 {
				dst = append(dst, src[from:i]...)
				dst = append(dst, signs...)
			}
		}
		if size == 0 {
			i++
			continue
		}
		i += size
		from = i
		if seen != nil {
			seen(len(dst), i)
		}
	}
	return append(dst, src[from:]...)
}

// entity appends the signs of the entity at the beginning of src; size is 0 if there is none.
func entity(dst, src []byte) (signs []byte, size int) {
	const longest = 33 // CounterClockwiseContourIntegral
	end := 1
	for end < len(src) && end <= longest && (util.IsAlphaNumeric(src[end]) || end == 1 && src[1] == '#') {
		end++
	}
	if end >= len(src) || src[end] != ';' {
		return nil, 0
	}
	name := string(src[1:end])
	if name == "" {
		return nil, 0
	}
	if name[0] != '#' {
		e, ok := util.LookUpHTML5EntityByName(name)
		if !ok {
			return nil, 0
		}
		return append(dst, e.Characters...), end + 1
	}
	digits, base, most := name[1:], 10, 7
	if digits != "" && (digits[0] == 'x' || digits[0] == 'X') {
		digits, base, most = digits[1:], 16, 6
	}
	v, err := strconv.ParseUint(digits, base, 32)
	if err != nil || len(digits) > most {
		return nil, 0
	}
	r := util.ToValidRune(rune(v))
	if r == ukrainian.Joint || r == ukrainian.Object {
		r = utf8.RuneError
	}
	return utf8.AppendRune(dst, r), end + 1
}
