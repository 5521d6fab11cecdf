package ukrainian

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// FromWindows1251 decodes a text in the old encoding of Ukrainian Windows. It is recognised by its letters, for nothing in
// the bytes names it: ok is false where the text would be no Ukrainian or Russian (another encoding such as
// KOI8-U or code page 866, in which the same bytes are other letters, or no text at all).
func FromWindows1251(data []byte) (text string, ok bool) {
	decoded, err := charmap.Windows1251.NewDecoder().Bytes(data)
	if err != nil {
		return "", false
	}
	text = string(decoded)
	return text, likely(text)
}

// likely looks at the words of a text. Decoded wrongly it has signs that nobody types, capitals inside words, letters of two
// alphabets in one word (some of each is forgiven: people misspell), or lacks the six letters that make two fifths
// of any Ukrainian text: KOI8-U comes out all in capitals, and they are the wrong ones.
func likely(text string) bool {
	letters, common, foreign, words, broken := 0, 0, 0, 0, 0
	var before rune
	for _, r := range text {
		small := unicode.ToLower(r)
		switch {
		case r < 0x20 && r != '\n' && r != '\r' && r != '\t':
			return false
		case r < utf8.RuneSelf || r == '\u00a0' || usual(r):
		case letterRank[small] > 0 || russian(small):
			letters++
			if frequent(small) {
				common++
			}
		default:
			foreign++
		}
		switch {
		case !unicode.IsLetter(r):
		case !unicode.IsLetter(before):
			words++
		case unicode.IsLower(before) && unicode.IsUpper(r), unicode.Is(unicode.Cyrillic, r) != unicode.Is(unicode.Cyrillic, before):
			broken++
		}
		before = r
	}
	return letters > 0 && foreign*20 <= letters && broken*20 <= words && (letters < 20 || common*4 >= letters)
}

func frequent(r rune) bool {
	switch r {
	case 'о', 'а', 'н', 'и', 'і', 'е':
		return true
	}
	return false
}

func russian(r rune) bool { return r == 'ы' || r == 'э' || r == 'ё' || r == 'ъ' }

// usual tells signs beyond ASCII that office programs write.
func usual(r rune) bool {
	switch r {
	case '«', '»', '“', '”', '„', '‘', '’', '‚', '–', '—', '…', '№', '•', '·', '§', '°', '±', '€', '©', '®', '™', '\u00ad':
		return true
	}
	return false
}
