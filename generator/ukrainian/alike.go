package ukrainian

import (
	"iter"
	"slices"
	"strings"
	"unicode"
)

// Letters of the two alphabets that look alike, each above its twin: who types with the wrong keyboard, or copies from a scan, sees no difference.
const (
	latinTwins    = "ABCEHIKMOPTXYaceikmoptxyï"
	cyrillicTwins = "АВСЕНІКМОРТХУасеікмортхуї"
)

// Alphabet is one of the two whose letters are taken for each other.
type Alphabet struct {
	Name  string // "latin" or "cyrillic"
	twins map[rune]rune
}

// The two alphabets.
var (
	LatinAlphabet    = Alphabet{"latin", twins(latinTwins, cyrillicTwins)}
	CyrillicAlphabet = Alphabet{"cyrillic", twins(cyrillicTwins, latinTwins)}
)

func twins(from, to string) map[rune]rune {
	pairs, other := map[rune]rune{}, []rune(to)
	for i, letter := range []rune(from) {
		pairs[letter] = other[i]
	}
	return pairs
}

// Without puts the twins of the other alphabet in the place of the letters of this one, and lists the letters that were there, each once. What has no twin stays.
func (a Alphabet) Without(word string) (right string, alien []string) {
	right = strings.Map(func(letter rune) rune {
		twin, ok := a.twins[letter]
		if !ok {
			return letter
		}
		if !slices.Contains(alien, string(letter)) {
			alien = append(alien, string(letter))
		}
		return twin
	}, word)
	return right, alien
}

// TwoAlphabets tells of a text with both Latin and Cyrillic letters.
func TwoAlphabets(text string) bool {
	in := func(script *unicode.RangeTable) bool {
		return strings.ContainsFunc(text, func(letter rune) bool { return unicode.Is(script, letter) })
	}
	return in(unicode.Latin) && in(unicode.Cyrillic)
}

// MixedWord is a word in which letters of the other alphabet stand: it looks right, and is neither found nor put into its place in a list.
type MixedWord struct {
	At       int // byte
	Word     string
	Right    string
	Alien    []string
	Alphabet string // of the alien letters
}

// MixedWords are those of a text; where it cannot be told which letters are alien, those that are not of its language are. A word that is of two alphabets on
// purpose (PDFки) has letters that look like no other, and is not among them.
func MixedWords(text string, english bool) iter.Seq[MixedWord] {
	ways := []Alphabet{LatinAlphabet, CyrillicAlphabet}
	if english {
		slices.Reverse(ways)
	}
	return func(yield func(MixedWord) bool) {
		between := func(c rune) bool { return !unicode.IsLetter(c) && !IsApostrophe(c) }
		at := 0
		for word := range strings.FieldsFuncSeq(text, between) {
			at += strings.Index(text[at:], word)
			for _, a := range ways {
				if right, alien := a.Without(word); TwoAlphabets(word) && !TwoAlphabets(right) {
					if !yield(MixedWord{at, word, right, alien, a.Name}) {
						return
					}
					break
				}
			}
			at += len(word)
		}
	}
}
