package ukrainian

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Words hands on every word of a text as a search knows it, folded: small letters, without apostrophes and stress marks, є е, ї і, ґ г. A word
// is a run of letters, digits, inner apostrophes and «+»; of «веб-вітрина» there are веб, вітрина, вебвітрина, of «вебвітрина» вебвітрина and
// вітрина. It is packed, see [Unpack], and good until yield returns; Words stops when that returns false.
func Words(text string, yield func(packed []byte) bool) {
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
	yield func(packed []byte) bool
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
		r, size := utf8.DecodeRuneInString(s.text[s.at:])
		if isKeyRune(r) {
			return s.group()
		}
		s.at += size
	}
	return false
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
	for s.letters(); s.at < len(s.text) && s.text[s.at] != ' '; s.letters() {
		r, size := utf8.DecodeRuneInString(s.text[s.at:])
		folded := foldForKey(r)
		switch {
		case folded != 0:
			s.buf = appendPacked(s.buf, folded)
		case isStress(r) || r == softHyphen:
		case IsApostrophe(r) && letterAt(s.text[s.at+size:]):
		default:
			return
		}
		s.at += size
	}
}

// letters folds the letters of ours from here on: nearly all there are, without the questions that others need.
func (s *wordScanner) letters() {
	text, at, buf := s.text, s.at, s.buf
	for at+1 < len(text) && text[at]|1 == 0xD1 { // which of the two begins a letter, nobody can foretell
		letter := foldedLetters[text[at]&1][text[at+1]]
		if letter == 0 {
			break
		}
		buf = append(buf, letter)
		at += 2
	}
	s.at, s.buf = at, buf
}

// foldedLetters holds the letters from U+0400 to U+047F, folded and packed, by the bytes in which they are written: D0 or D1, and the second.
var foldedLetters = func() (table [2][256]byte) {
	for r := rune(0x400); r < 0x480; r++ {
		if packed := appendPacked(nil, foldOther(r)); len(packed) == 1 {
			table[r>>6&1][0x80|r&0x3F] = packed[0]
		}
	}
	return table
}()

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

var packedWeb, packedWebinar = pack("веб"), pack("вебінар")

// afterWeb is «вітрина» of «вебвітрина».
func afterWeb(word []byte) ([]byte, bool) {
	if len(word) <= 6 || !bytes.HasPrefix(word, packedWeb) || bytes.HasPrefix(word, packedWebinar) {
		return nil, false
	}
	return word[len(packedWeb):], true
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

// In a packed word a letter of ours is one byte, from 0x80 on; what begins a letter of two bytes and more in UTF-8 lies behind them.
const (
	firstLetter = 'а' // U+0430; the last is U+046F
	packedFrom  = 0x80
	packedTo    = 0xC0
)

func appendPacked(b []byte, letter rune) []byte {
	if firstLetter <= letter && letter < firstLetter+packedTo-packedFrom {
		return append(b, byte(letter-firstLetter+packedFrom))
	}
	return utf8.AppendRune(b, letter)
}

func pack(word string) []byte {
	var b []byte
	for _, r := range word {
		b = appendPacked(b, r)
	}
	return b
}

// Unpack appends a word of [Words] as it is written.
func Unpack(b, packed []byte) []byte {
	for i := 0; i < len(packed); {
		c, size := packed[i], 1
		if packedFrom <= c && c < packedTo {
			b = utf8.AppendRune(b, firstLetter+rune(c-packedFrom))
		} else {
			_, size = utf8.DecodeRune(packed[i:])
			b = append(b, packed[i:i+size]...)
		}
		i += size
	}
	return b
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
