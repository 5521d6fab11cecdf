package ukrainian

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Words hands on every word of a text as a search knows it, folded: small letters, without apostrophes and stress marks, є е, ї і, ґ г. A word
// is a run of letters, digits, inner apostrophes and «+»; of «веб-вітрина» there are веб, вітрина, вебвітрина, of «вебвітрина» вебвітрина and
// вітрина. The slice is good until yield returns; Words stops when it returns false.
func Words(text string, yield func(word []byte) bool) {
	if hasMark(text) {
		text = Normalise(text)
	}
	s := wordScanner{text: text, yield: yield}
	for s.next() {
	}
}

// hasMark tells whether a text holds combining marks (U+0300–U+036F): only then may a letter of it be in two pieces.
func hasMark(text string) bool {
	return strings.IndexByte(text, 0xCC) >= 0 || strings.IndexByte(text, 0xCD) >= 0
}

// wordScanner reads one group of words joined by hyphens after another.
type wordScanner struct {
	text  string
	at    int
	yield func(word []byte) bool
	buf   []byte // the group's words, one behind the other: together they are the joined form
	ends  []int  // where each ends
}

// next reads one group; false at the end, or when nobody wants more.
func (s *wordScanner) next() bool {
	for s.at < len(s.text) {
		if s.text[s.at] == ' ' {
			s.at++
			continue
		}
		if foldedAt(s.text[s.at:]) != 0 {
			break
		}
		r, size := utf8.DecodeRuneInString(s.text[s.at:])
		if isKeyRune(r) {
			break
		}
		s.at += size
	}
	return s.at < len(s.text) && s.group()
}

func (s *wordScanner) group() bool {
	s.buf, s.ends = s.buf[:0], s.ends[:0]
	for {
		start := len(s.buf)
		s.word()
		if hasLetter(s.buf[start:]) {
			s.ends = append(s.ends, len(s.buf))
		} else {
			s.buf = s.buf[:start] // pluses alone
		}
		size := hyphenAt(s.text[s.at:])
		if size == 0 {
			break
		}
		s.at += size
	}
	start := 0
	for _, end := range s.ends {
		if !s.hand(s.buf[start:end]) {
			return false
		}
		start = end
	}
	return len(s.ends) < 2 || s.hand(s.buf)
}

// word folds the letters from here on into buf.
func (s *wordScanner) word() {
	for s.at < len(s.text) {
		if folded := foldedAt(s.text[s.at:]); folded != 0 { // most letters, without the questions below
			s.buf = append(s.buf, 0xC0|byte(folded>>6), 0x80|byte(folded&0x3F))
			s.at += 2
			continue
		}
		if s.text[s.at] == ' ' {
			return
		}
		r, size := utf8.DecodeRuneInString(s.text[s.at:])
		folded := foldForKey(r)
		switch {
		case folded >= 0x80 && folded < 0x800:
			s.buf = append(s.buf, 0xC0|byte(folded>>6), 0x80|byte(folded&0x3F))
		case folded != 0:
			s.buf = utf8.AppendRune(s.buf, folded)
		case isStress(r) || r == softHyphen:
		case IsApostrophe(r) && letterAt(s.text[s.at+size:]):
		default:
			return
		}
		s.at += size
	}
}

// foldedAt is the folded letter at the beginning of a text that is Cyrillic from U+0400 to U+047F; 0 where none stands.
func foldedAt(text string) rune {
	if len(text) < 2 || text[0]|1 != 0xD1 || text[1]&0xC0 != 0x80 {
		return 0
	}
	return keyRunes[rune(text[0]&0x1F)<<6|rune(text[1]&0x3F)]
}

// hand hands on a word, and what follows веб in it.
func (s *wordScanner) hand(word []byte) bool {
	if !s.yield(word) {
		return false
	}
	if rest, ok := afterWeb(word); ok {
		return s.yield(rest)
	}
	return true
}

// afterWeb is «вітрина» of «вебвітрина».
func afterWeb(word []byte) ([]byte, bool) {
	const web, letter = "веб", 2 // bytes of a Cyrillic letter
	if len(word) <= 6*letter || string(word[:len(web)]) != web || strings.HasPrefix(string(word), "вебінар") {
		return nil, false
	}
	return word[len(web):], true
}

// hyphenAt is the size of a hyphen with a word behind it.
func hyphenAt(text string) int {
	if text == "" || text[0] == ' ' { // most words end so
		return 0
	}
	r, size := utf8.DecodeRuneInString(text)
	if r != '-' && r != '\u2010' && r != '\u2011' {
		return 0
	}
	if next, _ := utf8.DecodeRuneInString(text[size:]); !isKeyRune(next) {
		return 0
	}
	return size
}

func letterAt(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return isKeyRune(r)
}

func hasLetter(word []byte) bool {
	for _, c := range word {
		if c != '+' {
			return true
		}
	}
	return false
}

const softHyphen = '\u00AD'

func isKeyRune(r rune) bool { return foldForKey(r) != 0 }

// foldForKey is a letter, digit or plus as keys have it; 0 where r is none.
func foldForKey(r rune) rune {
	if 0 <= r && int(r) < len(keyRunes) {
		return keyRunes[r]
	}
	return foldOther(r)
}

// keyRunes holds what foldForKey gives for Latin and Cyrillic.
var keyRunes = func() (table [0x530]rune) {
	for r := range table {
		table[r] = foldOther(rune(r))
	}
	return table
}()

func foldOther(r rune) rune {
	if r != '+' && !isLetter(r) && !unicode.IsDigit(r) {
		return 0
	}
	switch r = unicode.ToLower(r); r {
	case 'є', 'ё', 'ѐ':
		return 'е'
	case 'ї':
		return 'і'
	case 'ѝ':
		return 'и'
	case 'ґ':
		return 'г'
	}
	return r
}

// IsStopWord tells whether a folded word stands in every text and is not looked for.
func IsStopWord(word string) bool { return stopWords[word] }

var stopWords = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields("і й та в у з із зі до на по про за для від що як") {
		m[w] = true
	}
	return m
}()
