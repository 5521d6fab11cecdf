package ukrainian

import (
	"unicode"
	"unicode/utf8"
)

// scan cuts the text into tokens. T-01, T-02 and T-05 need no context and are
// noted here.
func (b *block) scan() {
	for i := 0; i < len(b.text); {
		switch byteClass[b.text[i]] {
		case letterByte:
			i = b.scanWord(i)
		case digitByte:
			i = b.scanNumber(i)
		case blankByte:
			i = b.scanSpace(i)
		case signByte:
			i = b.scanSign(i)
		default:
			i = b.scanRune(i)
		}
	}
}

// The classes of bytes tell how to go on. Most bytes of a Ukrainian text are
// letters, and they go through one table and no decoding.
const (
	runeByte   = iota // part of a rune that has to be decoded
	letterByte        // an ASCII letter, or the first byte of U+0400–U+04FF
	digitByte
	blankByte
	signByte // any other ASCII
)

var byteClass = func() (c [256]uint8) {
	for i := range c {
		r := rune(i)
		switch {
		case 0xD0 <= i && i <= 0xD3 || i < utf8.RuneSelf && unicode.IsLetter(r):
			c[i] = letterByte
		case i >= utf8.RuneSelf:
		case isDigitRune(r):
			c[i] = digitByte
		case unicode.IsSpace(r):
			c[i] = blankByte
		default:
			c[i] = signByte
		}
	}
	return c
}()

// scanWord takes a run of letters and marks. An apostrophe is part of the word
// between two Cyrillic letters, and only the right sign stays there (T-02).
func (b *block) scanWord(start int) int {
	s, i := b.text, start
	cyrillic, crooked := false, false // the last letter; any apostrophe
scan:
	for i < len(s) {
		switch c := s[i]; {
		case wholeCyrillicAt(s, i):
			for i += 2; wholeCyrillicAt(s, i); i += 2 { // nearly all letters go this way
			}
			cyrillic = true
		case byteClass[c] == letterByte:
			i++
			cyrillic = false
		case byteClass[c] != runeByte && c != '\'' && c != '`':
			break scan
		default:
			r, size := utf8.DecodeRune(s[i:])
			switch {
			case IsApostrophe(r):
				if !cyrillic || !cyrillicAt(s, i+size) {
					break scan
				}
				crooked = crooked || r != '’'
			case !isLetterLike(r):
				break scan
			}
			i += size
		}
	}
	t := b.push(kindWord, start, i)
	if crooked {
		t.edit = straightenWord
	}
	if i < len(s) && s[i] == '.' && b.singleCapital(len(b.tokens)-1) {
		b.hints |= shortened
	}
	return i
}

// scanNumber takes digits together with every single point, comma, colon,
// slash, hyphen or dash between them: 04.03.2020, 1,5, 3:0, 4-28-26.
func (b *block) scanNumber(start int) int {
	s, i := b.text, start
	for {
		for i < len(s) && isDigit(s[i]) {
			i++
		}
		size, dash := numberJoint(s[i:])
		if size == 0 || i+size >= len(s) || !isDigit(s[i+size]) {
			b.push(kindNumber, start, i)
			return i
		}
		if dash {
			b.hints |= dashed
		}
		i += size
	}
}

// numberJoint returns the length of the sign that may hold digits together.
func numberJoint(s []byte) (size int, dash bool) {
	if len(s) == 0 {
		return 0, false
	}
	switch s[0] {
	case '.', ',', ':', '/':
		return 1, false
	case '-':
		return 1, true
	}
	if hasPrefix(s, "–") || hasPrefix(s, "—") {
		return len("–"), true
	}
	return 0, false
}

// scanSpace takes a run of spaces (T-01). Of one with no-break spaces only they
// stay, of one with line feeds only those.
func (b *block) scanSpace(start int) int {
	s, i, k, count := b.text, start, kindSpace, 0
	for i < len(s) {
		size := 1
		if c := byteClass[s[i]]; c == runeByte {
			r, n := utf8.DecodeRune(s[i:])
			if !unicode.IsSpace(r) {
				break
			}
			k, size = kindHardSpace, n
		} else if c != blankByte {
			break
		}
		i += size
		count++
	}
	t := b.push(k, start, i)
	if count > 1 || s[start] != ' ' && s[start] != '\n' && k == kindSpace {
		t.edit = squeezeRun
	}
	return i
}

// scanSign takes an ASCII sign.
func (b *block) scanSign(i int) int {
	s := b.text
	switch {
	case hasPrefix(s[i:], "..."): // T-05
		b.push(kindEllipsis, i, i+3).edit = putEllipsis
		return i + 3
	case s[i] == '-':
		return b.scanHyphens(i)
	}
	if start := b.addressStart(i); start >= 0 {
		return b.scanAddress(start, i)
	}
	b.pushSign(signs[s[i]], i, i+1)
	return i + 1
}

// signs gives the kinds of ASCII signs; what is not here is kindOther.
var signs = [utf8.RuneSelf]kind{
	'(': kindOpening, '[': kindOpening, ')': kindClosing, ']': kindClosing,
	',': kindComma, '.': kindDot, ';': kindStop, ':': kindStop, '!': kindStop, '?': kindStop,
	'"': kindQuote, '\'': kindApostrophe, '`': kindApostrophe, '%': kindPercent,
}

// scanHyphens takes a run of hyphens: one, two for a dash, or a mere ornament.
func (b *block) scanHyphens(start int) int {
	end := start + 1
	for end < len(b.text) && b.text[end] == '-' {
		end++
	}
	k := kindOther
	switch end - start {
	case 1:
		k = kindHyphen
	case 2:
		k = kindDash
	}
	b.pushSign(k, start, end)
	return end
}

// scanRune takes what begins with a rune beyond the ASCII and the Cyrillic.
func (b *block) scanRune(i int) int {
	r, size := utf8.DecodeRune(b.text[i:])
	k := kindOther
	switch {
	case IsApostrophe(r):
		k = kindApostrophe
	case isLetterLike(r):
		return b.scanWord(i)
	case unicode.IsSpace(r):
		return b.scanSpace(i)
	default:
		switch r {
		case '«', '»', '„', '“', '”':
			k = kindQuote
		case '…':
			k = kindEllipsis
		case '–', '—':
			k = kindDash
		case '№':
			k = kindNumero
		case Object:
			k = kindObject
		}
	}
	b.pushSign(k, i, i+size)
	return i + size
}

// pushSign adds a sign and remembers where the quotes are.
func (b *block) pushSign(k kind, start, end int) {
	b.push(k, start, end)
	if k == kindQuote {
		b.quotes = append(b.quotes, len(b.tokens)-1)
	}
}

// isLetterLike reports whether r may be inside a word: letters, the marks on
// them, and the soft hyphen.
func isLetterLike(r rune) bool {
	return isLetter(r) || unicode.IsMark(r) || r == '\u00AD'
}

// wholeCyrillicAt reports whether both bytes of a Cyrillic letter stand at i.
func wholeCyrillicAt(s []byte, i int) bool {
	return i+1 < len(s) && 0xD0 <= s[i] && s[i] <= 0xD3 && !utf8.RuneStart(s[i+1])
}

// cyrillicAt reports whether a Cyrillic letter begins at i.
func cyrillicAt(s []byte, i int) bool {
	return i < len(s) && 0xD0 <= s[i] && s[i] <= 0xD3
}

func hasPrefix(s []byte, prefix string) bool {
	return len(s) >= len(prefix) && string(s[:len(prefix)]) == prefix
}
