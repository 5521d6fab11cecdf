package ukrainian

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// IsApostrophe reports whether r is one of the six signs that people type for
// the Ukrainian apostrophe (T-02): ' ` ´ ‘ ’ ʼ.
func IsApostrophe(r rune) bool {
	switch r {
	case '\'', '`', '´', '‘', '’', 'ʼ':
		return true
	}
	return false
}

// Normalise returns s in Unicode form NFC, in which й and ї are one rune each.
// Text from a Mac often comes with two.
func Normalise(s string) string {
	if isComposed(s) {
		return s
	}
	return norm.NFC.String(s)
}

// isComposed tells at a glance of a text that it is in form NFC: it holds the Latin of western languages, Cyrillic, and punctuation, where no sign
// joins another. Nearly every text is so; of others it does not know.
func isComposed(s string) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c < 0xC0: // ASCII, or what goes on
		case c == 0xC2, c == 0xC3, c == 0xD0, c == 0xD1: // U+0080 – U+00FF, U+0400 – U+047F
		case c == 0xE2 && i+2 < len(s) && s[i+1] == 0x80 && s[i+2] > 0x81: // from U+2002 on: – « … ’ and spaces
		default:
			return false
		}
	}
	return true
}

// Fold returns the form in which labels and names are compared: NFC, lower
// case, without apostrophe signs and stress marks, one space where there were
// several and none at the ends. ґ stays ґ: «Ґанок» and «Ганок» are two words.
func Fold(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	pending := false // a space is due before the next letter
	for _, r := range Normalise(s) {
		switch {
		case unicode.IsSpace(r):
			pending = b.Len() > 0
			continue
		case IsApostrophe(r) || isStress(r):
			continue
		}
		if pending {
			b.WriteByte(' ')
			pending = false
		}
		b.WriteRune(unicode.ToLower(unstressed(r)))
	}
	return Normalise(b.String()) // a mark that stood after a stress may join its letter now
}

// isStress reports whether r marks the stressed vowel: за́мок, замо̀к.
func isStress(r rune) bool {
	return r == '\u0301' || r == '\u0300'
}

// unstressed takes the grave accent off the two Cyrillic letters for which NFC
// has a rune together with it.
func unstressed(r rune) rune {
	switch r {
	case 'ѐ':
		return 'е'
	case 'Ѐ':
		return 'Е'
	case 'ѝ':
		return 'и'
	case 'Ѝ':
		return 'И'
	}
	return r
}

// Capital writes the first letter large: «тренінг» becomes «Тренінг».
func Capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if size == 0 || r == utf8.RuneError {
		return s
	}
	return string(unicode.ToUpper(r)) + s[size:]
}
