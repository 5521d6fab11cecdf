package drawing

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// set breaks a text into lines of much the same length, none wider than the measure, at most so many (one or
// more). It is whole if no word had to be broken and nothing was left out; what is left out leaves an ellipsis.
func set(text string, size, most int) (lines []string, whole bool) {
	words, whole := split(text, size)
	lines = balance(words, size)
	if len(lines) <= most {
		return lines, whole
	}
	rest := strings.Join(lines[most-1:], " ")
	return append(lines[:most-1], shorten(rest, size)), false
}

// split finds what a line may not break in: words, and words that hold together (see bind). One that is wider than a
// line is broken at its spaces, after its hyphens or, failing these, anywhere; then it is not whole.
func split(text string, size int) (words []string, whole bool) {
	const most = 1000 // bytes of what could ever stand on a cover
	text, whole = strings.ReplaceAll(text, "\u00ad", ""), true
	if len(text) > most {
		text, whole = strings.ToValidUTF8(text[:most], ""), false
	}
	gap := func(r rune) bool { return unicode.IsControl(r) || unicode.IsSpace(r) && r != '\u00a0' && r != '\u202f' }
	for _, unit := range bind(strings.FieldsFunc(text, gap)) {
		if width(unit, size) <= measure {
			words = append(words, unit)
			continue
		}
		parts := strings.FieldsFunc(unit, unicode.IsSpace)
		whole = whole && len(parts) == 1
		for _, part := range parts {
			var broken bool
			words, broken = cut(words, part, size)
			whole = whole && !broken
		}
	}
	return words, whole
}

// bind joins a word of one or two letters to a longer one behind it, and a dash to what stands before.
func bind(words []string) []string {
	var units []string
	short := false
	for _, word := range words {
		dash := word == "—" || word == "–"
		letters := utf8.RuneCountInString(word)
		if n := len(units); n > 0 && (dash || short && letters > 2) {
			units[n-1] += "\u00a0" + word
		} else {
			units = append(units, word)
		}
		short = !dash && letters <= 2
	}
	return units
}

// cut adds the pieces of a word that fit a line.
func cut(words []string, word string, size int) (_ []string, broken bool) {
	for width(word, size) > measure {
		end, hyphen := 0, 0
		for i, r := range word {
			if i > 0 && width(word[:i]+"-", size) > measure {
				break
			}
			end = i
			if r == '-' && width(word[:i+1], size) <= measure {
				hyphen = i + 1
			}
		}
		if hyphen > 0 {
			words, word = append(words, word[:hyphen]), word[hyphen:]
			continue
		}
		_, first := utf8.DecodeRuneInString(word)
		end = max(end, first)
		words, word, broken = append(words, word[:end]+"-"), word[end:], true
	}
	return append(words, word), broken
}

// balance joins words to lines so that the squares of what the lines lack make the least sum.
func balance(words []string, size int) []string {
	best := make([]int, len(words)+1) // the sum for the lines before a word
	from := make([]int, len(words)+1) // where the last of these lines begins
	ems := make([]int, len(words))
	for end := 1; end <= len(words); end++ {
		best[end] = math.MaxInt
		ems[end-1] = em(words[end-1])
		line := -em(" ")
		for start := end - 1; start >= 0; start-- {
			line += em(" ") + ems[start]
			lack := measure - scaled(line, size)
			if lack < 0 && start < end-1 {
				break
			}
			if sum := best[start] + lack*lack; sum < best[end] {
				best[end], from[end] = sum, start
			}
		}
	}
	var lines []string
	for end := len(words); end > 0; end = from[end] {
		lines = append(lines, strings.Join(words[from[end]:end], " "))
	}
	slices.Reverse(lines)
	return lines
}

// shorten ends a line with an ellipsis, in place of words if it must be.
func shorten(line string, size int) string {
	for {
		line = strings.TrimRight(line, " .,:;—–-…")
		if width(line+"…", size) <= measure {
			return line + "…"
		}
		space := strings.LastIndexByte(line, ' ')
		if space < 0 {
			_, last := utf8.DecodeLastRuneInString(line)
			space = len(line) - last
		}
		line = line[:space]
	}
}

// width is how wide a text is at most, in units of the picture.
func width(text string, size int) int { return scaled(em(text), size) }

func scaled(em, size int) int { return (em*size + 99) / 100 }

// em is the width of a text in hundredths of its size.
func em(text string) int {
	sum := 0
	for _, r := range text {
		sum += advance(r)
	}
	return sum
}

// advance is how wide a letter is in hundredths of its size: as in the widest of Noto Serif, Liberation Serif, Noto
// Sans and Liberation Sans, rounded up. A letter unknown is as wide as Щ, an accent above another takes no room.
func advance(r rune) int {
	if w, ok := advances[r]; ok {
		return w
	}
	if unicode.Is(unicode.Mn, r) {
		return 0
	}
	return 108
}

// advances are the letters that are narrower than Щ.
var advances = func() map[rune]int {
	all := map[rune]int{}
	for _, group := range [...]struct {
		width   int
		letters string
	}{
		{38, " \u00a0\u202fіїІЇfijltI.,:;!-‑’ʼ'|()[]/"},
		{47, "гґr„“”\""},
		{53, "єзсэcszJ"},
		{58, "адетухяёГҐaekvxy0123456789?–«»+="},
		{64, "бвклорчьЗТbdghnopquFLTZ"},
		{72, "ийнпцъАБВДЕЄКЛРСУХЬЯABCEKPRSVXY"},
		{80, "мИЙНОПФЦЧDGHNOQU&"},
		{88, "жфюыw"},
		{95, "шщМmM%"},
	} {
		for _, r := range group.letters {
			all[r] = group.width
		}
	}
	return all
}()
