package ukrainian

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Addresses are the parts of a text that a machine reads: a URL, an e-mail
// address, the name of a file or a site. Each is one token, and no rule
// touches it. They are found by the first sign that a sentence would not have
// at that place; what had been read before it is taken back.

// addressStart returns where the address begins whose telling sign is the
// ASCII sign at i, or -1 if that sign tells nothing.
func (b *block) addressStart(i int) int {
	switch b.text[i] {
	case '.', ':', '@', '_', '\\':
	default:
		return -1
	}
	last := len(b.tokens) - 1
	if k := b.kindOf(last); k != kindWord && k != kindNumber {
		return -1
	}
	next := byte(0)
	if i+1 < len(b.text) {
		next = b.text[i+1]
	}
	switch b.text[i] {
	case ':': // https://
		if !hasPrefix(b.text[i:], "://") {
			return -1
		}
		return int(b.tokens[last].start)
	case '.': // druisp.gov.ua, Положення.pdf, www.сайт.укр
		if !isASCIILetter(next) && !bytes.EqualFold(b.typed(last), []byte("www")) {
			return -1
		}
		if unicode.IsUpper(rune(next)) && b.singleCapital(last) {
			return -1 // initials
		}
	default:
		if byteClass[next] != letterByte && byteClass[next] != digitByte {
			return -1
		}
	}
	for last > 0 && inAddress(b.kindOf(last-1)) || b.gap(last-1) {
		last--
	}
	return int(b.tokens[last].start)
}

// scanAddress takes the address from start on, at least to after the telling
// sign, and forgets the tokens that it had been cut into.
func (b *block) scanAddress(start, sign int) int {
	for len(b.tokens) > 0 && int(b.tokens[len(b.tokens)-1].end) > start {
		b.tokens = b.tokens[:len(b.tokens)-1]
	}
	stops := " <>\"«»„“”,;()[]!?"
	if b.text[sign] == ':' {
		stops = " <>\"«»„“”" // a URL may hold the others
	}
	end := bytes.IndexFunc(b.text[sign+1:], func(r rune) bool {
		return unicode.IsSpace(r) || r == Object || strings.ContainsRune(stops, r)
	})
	if end < 0 {
		end = len(b.text)
	} else {
		end += sign + 1
	}
	address := bytes.TrimRight(b.text[sign+1:end], ".,;:!?)]'’…–—-")
	end = sign + 1 + len(address)
	b.push(kindAddress, start, end)
	return end
}

// inAddress reports whether a token before a telling sign belongs to the
// address.
func inAddress(k kind) bool {
	switch k {
	case kindWord, kindNumber, kindHyphen, kindDot, kindOther:
		return true
	}
	return false
}

// singleCapital reports whether the word i is one capital letter.
func (b *block) singleCapital(i int) bool {
	word := b.typed(i)
	if len(word) > len("Щ") {
		return false
	}
	r, size := utf8.DecodeRune(word)
	return size == len(word) && unicode.IsUpper(r)
}

func isASCIILetter(c byte) bool {
	return c < utf8.RuneSelf && byteClass[c] == letterByte
}
