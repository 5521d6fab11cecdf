package content

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// meant gives a message the word that an author most likely meant, of those that are known; and where letters of the other alphabet are in it, these too, for
// the two words look the same.
func meant(written string, known []string) []string {
	for _, other := range []ukrainian.Alphabet{ukrainian.LatinAlphabet, ukrainian.CyrillicAlphabet} {
		swapped, alien := other.Without(written)
		if len(alien) == 0 {
			continue
		}
		right := spelt(swapped, known)
		if right == "" && ukrainian.TwoAlphabets(written) && !ukrainian.TwoAlphabets(swapped) {
			right = problem.Nearest(swapped, known)
		}
		if right != "" {
			return []string{"nearest", right, "alien", strings.Join(alien, ", "), "alphabet", other.Name}
		}
	}
	return []string{"nearest", problem.Nearest(written, known)}
}

// spelt is the known word that is the written one but for case and apostrophes.
func spelt(written string, known []string) string {
	folded := ukrainian.Fold(written)
	if i := slices.IndexFunc(known, func(word string) bool { return ukrainian.Fold(word) == folded }); i >= 0 {
		return known[i]
	}
	return ""
}

// letters tells of words of a value in which letters of the other alphabet stand.
func (r *reader) letters(node *yaml.Node, v site.Value, lang string) {
	for w := range ukrainian.MixedWords(v.Text, lang == site.EN) {
		r.complain("W-LETTERS", node.Line, node.Column, "field", v.Field.Name, "label", v.Field.Label.UK, "value", w.Word, "nearest", w.Right, "alien", strings.Join(w.Alien, ", "), "alphabet", w.Alphabet)
	}
}
