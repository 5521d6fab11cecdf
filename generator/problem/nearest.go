package problem

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/som-hub/vitryna/generator/ukrainian"
)

// Nearest is the candidate that an author most likely meant by word, or "" when
// none is near. Case, apostrophe signs and Unicode form do not count; letters
// left out, added, mistaken or swapped do, one for about every three; a word
// typed in the wrong keyboard layout («nhtysyu» for «тренінг») is recognised,
// and so is the beginning of a longer name. The order of candidates is of no
// account, and word itself is never suggested.
func Nearest(word string, candidates []string) string {
	readings := readingsOf(word)
	best, bestRank := "", rank{cost: 1 << 30}
	for _, c := range candidates {
		if c == word || c == "" {
			continue
		}
		if r, ok := rankOf(readings, c); ok && r.compare(bestRank) < 0 {
			best, bestRank = c, r
		}
	}
	return best
}

// reading is the word as typed, or as it would have come out in another layout.
type reading struct {
	runes []rune // folded
	limit int    // how many edits are still near
	extra int    // added to the cost, so that what was really typed comes first
}

// prefixCost ranks the beginning of a longer name after every near word.
const (
	prefixCost   = 100
	prefixLength = 4
)

type rank struct {
	cost, length int
	candidate    string
}

func (a rank) compare(b rank) int {
	return cmp.Or(
		cmp.Compare(a.cost, b.cost),
		cmp.Compare(a.length, b.length),
		cmp.Compare(a.candidate, b.candidate),
	)
}

func readingsOf(word string) []reading {
	typed := []rune(ukrainian.Fold(word))
	out := []reading{{runes: typed, limit: near(len(typed))}}
	for _, layout := range []map[rune]rune{toCyrillic, toLatin} {
		if other, ok := retype(word, layout); ok {
			runes := []rune(ukrainian.Fold(other))
			out = append(out, reading{runes: runes, limit: min(1, near(len(runes))), extra: 1})
		}
	}
	return out
}

// near is how many edits leave a word of n letters recognisable.
func near(n int) int { return min(n/3, 4) }

func rankOf(readings []reading, candidate string) (rank, bool) {
	length := utf8.RuneCountInString(candidate)
	best, found := rank{length: length, candidate: candidate}, false
	if !slices.ContainsFunc(readings, func(r reading) bool { return plausible(r, length) }) {
		return best, false
	}
	folded := []rune(ukrainian.Fold(candidate))
	for i, r := range readings {
		cost, ok := prefixCost, i == 0 && isBeginning(r.runes, folded)
		if d := distance(r.runes, folded, r.limit); d <= r.limit {
			cost, ok = d+r.extra, true
		}
		if ok && (!found || cost < best.cost) {
			best.cost, found = cost, true
		}
	}
	return best, found
}

// plausible spares the folding of candidates whose length alone excludes them;
// folding may shorten a word by some signs.
func plausible(r reading, length int) bool {
	const slack = 4
	if length-len(r.runes) > r.limit+slack {
		return len(r.runes) >= prefixLength
	}
	return len(r.runes)-length <= r.limit+slack
}

func isBeginning(word, candidate []rune) bool {
	return len(word) >= prefixLength && len(candidate) > len(word) && slices.Equal(word, candidate[:len(word)])
}

// distance counts the letters left out, added, mistaken or swapped with their
// neighbour (optimal string alignment); more than limit is limit+1.
func distance(a, b []rune, limit int) int {
	if d := len(a) - len(b); d > limit || -d > limit {
		return limit + 1
	}
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	before := make([]int, len(b)+1)
	above := make([]int, len(b)+1)
	row := make([]int, len(b)+1)
	for j := range above {
		above[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		least := i
		for j := 1; j <= len(b); j++ {
			differ := 1
			if a[i-1] == b[j-1] {
				differ = 0
			}
			row[j] = min(above[j]+1, row[j-1]+1, above[j-1]+differ)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
			least = min(least, row[j])
		}
		if least > limit {
			return limit + 1
		}
		before, above, row = above, row, before
	}
	return min(above[len(b)], limit+1)
}

// The same keys in the two layouts, row by row.
const (
	latinKeys    = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
	cyrillicKeys = "йцукенгшщзхїфівапролджєячсмитьбю’"
)

var toCyrillic, toLatin = layouts()

func layouts() (cyrillic, latin map[rune]rune) {
	cyrillic, latin = make(map[rune]rune), make(map[rune]rune)
	keys := []rune(cyrillicKeys)
	for i, l := range latinKeys {
		cyrillic[l], latin[keys[i]] = keys[i], l
	}
	return cyrillic, latin
}

// retype is the word as the same keys give it in another layout. Signs that are
// no keys of the layout stay; it fails if no letter changes.
func retype(word string, layout map[rune]rune) (string, bool) {
	changed := false
	out := strings.Map(func(r rune) rune {
		if other, ok := layout[r]; ok {
			changed = true
			return other
		}
		return r
	}, strings.ToLower(word))
	return out, changed
}
