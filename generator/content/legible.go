package content

import (
	"bytes"
	"html"
	"strings"
	"unicode"
	"unicode/utf8"
)

// legible is a line as people read it, for whoever looks in it for numbers and e-mails: `&#64;` and «(at)» are @, «５» is 5, every dash between figures is a hyphen, every space
// a space, and what nobody sees is gone. at tells where in the line each byte of the text was, its end included; nil where nothing differs.
func legible(line string) (text string, at []int) {
	first := disguise(line)
	if first < 0 {
		return line, nil
	}
	b := make([]byte, 0, len(line))
	for i := 0; i < len(line); {
		sign, n := signAt(line[i:])
		before := len(b)
		switch {
		case sign == utf8.RuneError && n == 1:
			b = append(b, line[i])
		case sign != unseen:
			b = utf8.AppendRune(b, sign)
		}
		for range len(b) - before {
			at = append(at, i)
		}
		i += n
	}
	return string(b), append(at, len(line))
}

// placeIn is where in a line a byte of its legible text was.
func placeIn(at []int, i int) int {
	if at == nil {
		return i
	}
	return at[i]
}

// disguise is where the first sign stands that is not what it looks like; -1 where there is none.
func disguise(line string) int {
	for i := 0; i < len(line); {
		switch b := line[i]; {
		case b == '&' || b == '%':
			if sign, _ := signAt(line[i:]); sign != rune(b) {
				return i
			}
			i++
		case bracket(b):
			if sign, _ := inBrackets(line[i:]); sign != 0 {
				return i
			}
			i++
		case b < utf8.RuneSelf:
			i++
		case b == 0xD0 || b == 0xD1: // a Cyrillic letter
			i += 2
		default:
			sign, n := utf8.DecodeRuneInString(line[i:])
			if ordinary(sign) != sign {
				return i
			}
			i += n
		}
	}
	return -1
}

// longestEntity is more than an entity, or a word in brackets, takes that stands for a sign in a number or an e-mail, in bytes.
const longestEntity = 20

// signAt reads the sign at the beginning of a text, and how many bytes it takes there.
func signAt(text string) (sign rune, n int) {
	if strings.HasPrefix(text, "%40") {
		return '@', len("%40")
	}
	if sign, n := inBrackets(text); sign != 0 {
		return sign, n
	}
	if text[0] == '&' {
		if end := strings.IndexByte(text[:min(len(text), longestEntity)], ';'); end > 0 {
			if meant := html.UnescapeString(text[:end+1]); meant != text[:end+1] {
				sign, _ = utf8.DecodeRuneInString(meant)
				return ordinary(sign), end + 1
			}
		}
	}
	sign, n = utf8.DecodeRuneInString(text)
	return ordinary(sign), n
}

// inBrackets is the sign that a word in brackets stands for, «(at)», «[крапка]», with a space before and behind it, as people hide an e-mail from programs; 0 where
// there is none.
func inBrackets(text string) (sign rune, n int) {
	inner := strings.TrimPrefix(text, " ")
	if inner == "" || !bracket(inner[0]) {
		return 0, 0
	}
	end := strings.IndexAny(inner[:min(len(inner), longestEntity)], ")]}")
	if end < 0 {
		return 0, 0
	}
	switch strings.ToLower(strings.TrimSpace(inner[1:end])) {
	case "at", "ет", "собака":
		sign = '@'
	case "dot", "крапка":
		sign = '.'
	default:
		return 0, 0
	}
	return sign, len(text) - len(strings.TrimPrefix(inner[end+1:], " "))
}

func bracket(b byte) bool { return b == '(' || b == '[' || b == '{' }

// unseen is what [ordinary] makes of a sign that nobody sees.
const unseen rune = -1

// ordinary is the sign of a typewriter that a sign looks like. Of a long dash it is a space: it parts words.
func ordinary(sign rune) rune {
	switch {
	case sign < utf8.RuneSelf:
		return sign
	case sign >= 0xFF01 && sign <= 0xFF5E: // wide ones
		return sign - 0xFF01 + '!'
	case sign == 0xAD, sign == 0x20E3, sign == 0xFEFF, sign == 0xFE0F, sign >= 0x200B && sign <= 0x200D, sign == 0x2060:
		return unseen
	case sign == '—', sign == '―', sign == '·', unicode.Is(unicode.Zs, sign):
		return ' '
	case sign == '−', unicode.Is(unicode.Pd, sign):
		return '-'
	case unicode.Is(unicode.Nd, sign):
		return figure(sign)
	}
	return sign
}

// figure is the digit that a digit of other letters, or of mathematics, means: Unicode keeps them in tens.
func figure(sign rune) rune {
	for _, r := range unicode.Nd.R16 {
		if sign >= rune(r.Lo) && sign <= rune(r.Hi) {
			return '0' + (sign-rune(r.Lo))%10
		}
	}
	for _, r := range unicode.Nd.R32 {
		if sign >= rune(r.Lo) && sign <= rune(r.Hi) {
			return '0' + (sign-rune(r.Lo))%10
		}
	}
	return sign
}

// disguised tells that a text holds signs by which a figure or an @ may be written otherwise: its lines have to be read before they are passed over.
func disguised(text []byte) bool {
	for _, sign := range []string{"&#", "&commat;", "%40", "\uff10"[:2], "\U0001d7ce"[:3]} {
		if bytes.Contains(text, []byte(sign)) {
			return true
		}
	}
	for i, b := range text {
		if bracket(b) {
			if sign, _ := inBrackets(string(text[i:min(len(text), i+longestEntity)])); sign == '@' {
				return true
			}
		}
	}
	return false
}
