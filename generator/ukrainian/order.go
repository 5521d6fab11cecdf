package ukrainian

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Key is a comparison key: two names stand in Ukrainian alphabetical order
// when their keys stand in the order of <. Keys are for one run of the program;
// their bytes may change with its version.
type Key string

// alphabet holds the 33 letters in their order. It is not the order of their
// code points: ґ, є, і and ї would come last.
const alphabet = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"

// letterRank maps a small Ukrainian letter to its place, from 1.
var letterRank = func() map[rune]byte {
	rank := make(map[rune]byte)
	for _, r := range alphabet {
		rank[r] = byte(len(rank) + 1)
	}
	return rank
}()

// The first byte of every element of a key, in the order of S-01 and S-02.
// An element after it has a fixed length or carries its length, so that no
// element is the beginning of another.
const (
	keyEnd        = 0x00 // nothing before something
	keyBreak      = 0x01 // a space or hyphen
	keyNumber     = 0x02 // the count of digits, the digits
	keyUkrainian  = 0x10 // + rank
	keyCyrillic   = 0x40 // the rune in three bytes
	keyLatin      = 0x50 // + place in a–z
	keyLatinOther = 0x70 // the rune in three bytes
	keyForeign    = 0x71 // the rune in three bytes
)

// SortKey returns the key of s by the rules S-01…S-03 of domain.md 5.6:
//
//   - apostrophes, stress marks, quotes and other punctuation do not count;
//   - a space and a hyphen are equal and come before any letter;
//   - whole numbers, then Ukrainian letters, other Cyrillic, Latin;
//   - of equal ones small letters come first, then code points decide.
//
// Two keys are equal only if the strings are, Unicode form aside; a list whose
// names may repeat needs a last key of its own, such as the id.
//
// The collation of golang.org/x/text is of no use here (S-04): it puts «М’ята»
// before «Мама» and № 10 before № 2.
func SortKey(s string) Key {
	s = Normalise(s)
	key := make([]byte, 0, 3*len(s)+2)
	cases := make([]byte, 0, len(s))
	pending := false // a break is due before the next element
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		start := i
		i += size
		if isBreak(r) {
			pending = len(key) > 0
			continue
		}
		if !isDigitRune(r) && !isLetter(r) {
			continue
		}
		if pending {
			key, pending = append(key, keyBreak), false
		}
		if isLetter(r) {
			key = appendLetter(key, r)
			cases = append(cases, letterCase(r))
			continue
		}
		for i < len(s) && isDigit(s[i]) {
			i++
		}
		key = appendNumber(key, s[start:i])
	}
	key = append(key, keyEnd)
	key = append(key, cases...)
	key = append(key, keyEnd)
	key = append(key, s...)
	return Key(key)
}

// SortKeyOrganisation is [SortKey] of the name proper: the abbreviations of
// legal forms at its head (БО, БФ, ГО, КУ) and quotes are passed over, so that
// БО «БФ „Щаслива лапа“» stands under Щ (domain.md 2.3.11).
func SortKeyOrganisation(s string) Key {
	return SortKey(nameProper(s)) + "\x00" + Key(s)
}

// nameProper is the name of an organisation without the legal forms at its head.
func nameProper(s string) string {
	name := Normalise(s)
	for {
		head, rest, found := cutWord(name)
		if !found || !isLegalForm(head) {
			return name
		}
		name = rest
	}
}

// Initial returns the heading under which s stands in an alphabetical index:
// a capital Ukrainian letter, «0–9» or «A–Z» (domain.md 2.4). A letter of
// another alphabet is its own heading. It is empty if nothing in s counts.
func Initial(s string) string {
	for _, r := range Normalise(s) {
		switch {
		case isDigitRune(r):
			return "0–9"
		case !isLetter(r):
			continue
		case unicode.Is(unicode.Latin, r):
			return "A–Z"
		default:
			return string(unicode.ToUpper(unstressed(r)))
		}
	}
	return ""
}

// InitialOrganisation is [Initial] of the name proper, as
// [SortKeyOrganisation] takes it: ГО «Майори» stands under М.
func InitialOrganisation(s string) string { return Initial(nameProper(s)) }

// appendNumber appends digits so that numbers compare by value.
func appendNumber(key []byte, digits string) []byte {
	digits = strings.TrimLeft(digits, "0")
	key = append(key, keyNumber)
	n := len(digits)
	for ; n >= 0xFF; n -= 0xFF {
		key = append(key, 0xFF)
	}
	key = append(key, byte(n))
	return append(key, digits...)
}

func appendLetter(key []byte, r rune) []byte {
	r = unicode.ToLower(unstressed(r))
	if rank, ok := letterRank[r]; ok {
		return append(key, keyUkrainian+rank)
	}
	switch {
	case unicode.Is(unicode.Cyrillic, r):
		return append(key, keyCyrillic, byte(r>>16), byte(r>>8), byte(r))
	case !unicode.Is(unicode.Latin, r):
		return append(key, keyForeign, byte(r>>16), byte(r>>8), byte(r))
	}
	if base := latinBase(r); 'a' <= base && base <= 'z' {
		return append(key, keyLatin+byte(base-'a'))
	}
	return append(key, keyLatinOther, byte(r>>16), byte(r>>8), byte(r))
}

// latinBase takes the diacritics off a Latin letter: é is e.
func latinBase(r rune) rune {
	if r < utf8.RuneSelf {
		return r
	}
	base, _ := utf8.DecodeRuneInString(norm.NFD.String(string(r)))
	return base
}

// letterCase is smaller for a small letter (S-03).
func letterCase(r rune) byte {
	if unicode.IsUpper(r) {
		return 2
	}
	return 1
}

// isBreak reports whether r parts words for the order: any space, the hyphen
// and its typographic relatives. A dash is punctuation.
func isBreak(r rune) bool {
	return r == '-' || r == '\u2010' || r == '\u2011' || unicode.IsSpace(r)
}

// cutWord returns the word with which s begins, punctuation passed over, and
// what follows it. It finds none where a number comes first or nothing follows.
func cutWord(s string) (word, rest string, found bool) {
	start := strings.IndexFunc(s, func(r rune) bool { return isLetter(r) || isDigitRune(r) })
	if start < 0 || isDigit(s[start]) {
		return "", "", false
	}
	s = s[start:]
	end := strings.IndexFunc(s, func(r rune) bool { return !isLetter(r) })
	if end < 0 {
		return "", "", false
	}
	return s[:end], s[end:], true
}

func isLegalForm(word string) bool {
	switch word {
	case "БО", "БФ", "ГО", "КУ":
		return true
	}
	return false
}

// isLetter leaves out ʼ, which Unicode counts as a letter.
func isLetter(r rune) bool {
	return unicode.IsLetter(r) && !IsApostrophe(r)
}

func isDigit(c byte) bool {
	return '0' <= c && c <= '9'
}

func isDigitRune(r rune) bool {
	return '0' <= r && r <= '9'
}
