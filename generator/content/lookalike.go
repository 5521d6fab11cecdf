package content

import (
	"slices"
	"strings"
	"unicode"

	"go.yaml.in/yaml/v4"

	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// Letters of the two alphabets that look alike, each above its twin: who types with the wrong keyboard sees no difference.
const (
	latinTwins    = "ABCEHIKMOPTXYaceikmoptxyï"
	cyrillicTwins = "АВСЕНІКМОРТХУасеікмортхуї"
)

var (
	toCyrillic = twins(latinTwins, cyrillicTwins)
	toLatin    = twins(cyrillicTwins, latinTwins)
)

func twins(from, to string) map[rune]rune {
	pairs, other := map[rune]rune{}, []rune(to)
	for i, letter := range []rune(from) {
		pairs[letter] = other[i]
	}
	return pairs
}

// meant gives a message the word that an author most likely meant, of those that are known; and where letters of the other alphabet are in it, these too, for
// the two words look the same.
func meant(written string, known []string) []string {
	for _, other := range []struct {
		alphabet string
		twins    map[rune]rune
	}{{"latin", toCyrillic}, {"cyrillic", toLatin}} {
		swapped, alien := swap(written, other.twins)
		if len(alien) == 0 {
			continue
		}
		right := spelt(swapped, known)
		if right == "" && twoAlphabets(written) && !twoAlphabets(swapped) {
			right = problem.Nearest(swapped, known)
		}
		if right != "" {
			return []string{"nearest", right, "alien", strings.Join(alien, ", "), "alphabet", other.alphabet}
		}
	}
	return []string{"nearest", problem.Nearest(written, known)}
}

// swap puts letters in the place of their twins, and lists those that were there, each once.
func swap(word string, twins map[rune]rune) (swapped string, alien []string) {
	swapped = strings.Map(func(letter rune) rune {
		twin, ok := twins[letter]
		if !ok {
			return letter
		}
		if !slices.Contains(alien, string(letter)) {
			alien = append(alien, string(letter))
		}
		return twin
	}, word)
	return swapped, alien
}

// spelt is the known word that is the written one but for case and apostrophes.
func spelt(written string, known []string) string {
	folded := ukrainian.Fold(written)
	if i := slices.IndexFunc(known, func(word string) bool { return ukrainian.Fold(word) == folded }); i >= 0 {
		return known[i]
	}
	return ""
}

func twoAlphabets(word string) bool {
	in := func(script *unicode.RangeTable) bool {
		return strings.ContainsFunc(word, func(letter rune) bool { return unicode.Is(script, letter) })
	}
	return in(unicode.Latin) && in(unicode.Cyrillic)
}

// letters tells of a word in which letters of the other alphabet stand: it looks right, and is neither found nor put into its place in a list. A word that is
// of two alphabets on purpose (PDFки) has letters that look like no other.
func (r *reader) letters(node *yaml.Node, v site.Value, lang string) {
	if !twoAlphabets(v.Text) {
		return
	}
	ways := []struct {
		alphabet string
		twins    map[rune]rune
	}{{"latin", toCyrillic}, {"cyrillic", toLatin}}
	if lang == site.EN {
		slices.Reverse(ways)
	}
	for _, word := range strings.FieldsFunc(v.Text, func(c rune) bool { return !unicode.IsLetter(c) && !ukrainian.IsApostrophe(c) }) {
		if !twoAlphabets(word) {
			continue
		}
		for _, way := range ways {
			if right, alien := swap(word, way.twins); !twoAlphabets(right) {
				r.complain("W-LETTERS", node.Line, node.Column, "field", v.Field.Name, "label", v.Field.Label.UK, "value", word, "nearest", right, "alien", strings.Join(alien, ", "), "alphabet", way.alphabet)
				break
			}
		}
	}
}
