package ukrainian

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// WordKey returns the key of a word: the forms of one word have the same, most often (domain.md 5.7, changed where docs/search.md says so).
// It is a light stemmer by rules: what it returns is no word, and means something only beside other keys. word is folded, as [Words] gives it.
//
// The browser has the same rules in assets/search/key.ts; one file of vectors tests both.
func WordKey(word string) string {
	var buf [64]rune
	w := append(buf[:0], []rune(word)...)
	if !inflected(w) {
		return word
	}
	if key, ok := keyExceptions[word]; ok {
		return key
	}
	w = softStart(w, word)
	if len(w) > 3 {
		w = stem(w)
	}
	return string(settle(w))
}

// inflected tells whether a word has Ukrainian endings: it holds no digit and no letter of a rare script, and is not all Latin.
func inflected(w []rune) bool {
	cyrillic := false
	for _, r := range w {
		if isDigitRune(r) || r == '+' || r > 0xFFFF {
			return false
		}
		cyrillic = cyrillic || isCyrillic(r)
	}
	return cyrillic
}

// keyExceptions are words with forms of two stems.
var keyExceptions = func() map[string]string {
	m := map[string]string{}
	for key, forms := range map[string]string{
		"дит": "діти дітей дітям дітьми дітях дитина дитини дитині дитину дитиною",
		"люд": "люди людей людям людьми людях людина людини людині людину людиною",
	} {
		for _, form := range strings.Fields(forms) {
			m[form] = key
		}
	}
	return m
}()

// softStart evens out у and в, й and і at the beginning.
func softStart(w []rune, word string) []rune {
	if len(w) < 4 || isKeyVowel(w[1]) {
		return w
	}
	switch w[0] {
	case 'у':
		for _, head := range keptU {
			if strings.HasPrefix(word, head) {
				return w
			}
		}
		w[0] = 'в'
	case 'й':
		w[0] = 'і'
	}
	return w
}

// keptU begin words whose у is no в.
var keptU = []string{"управ", "уклад", "удач", "украін"}

// stem takes the endings off.
func stem(w []rune) []rune {
	w, self := withoutSelf(w)
	w = infinitive(w)
	if self {
		w = w[:len(w)-ending(w, selfEndings)]
	}
	w = w[:len(w)-ending(w, endings)]
	if len(w) > 4 {
		w = w[:len(w)-ending(w, innerEndings)]
	}
	if len(w) > 5 && (hasTail(w, "янин") || hasTail(w, "анин")) {
		w = w[:len(w)-2]
	}
	return w
}

// withoutSelf takes ся and сь off a verb.
func withoutSelf(w []rune) ([]rune, bool) {
	n := len(w) - 2
	if n < 4 || w[n] != 'с' || w[n+1] != 'я' && w[n+1] != 'ь' {
		return w, false
	}
	for _, tail := range selfTails {
		if hasTail(w[:n], tail) {
			return w[:n], true
		}
	}
	return w, false
}

var selfTails = strings.Fields("ти ть в ла ло ли ши чи еш иш мо ем те ю у и й ім")

// infinitive takes the ending of the future off: читатимуть → читати.
func infinitive(w []rune) []rune {
	if n := ending(w, futureEndings); n > 0 {
		return w[:len(w)-n+len([]rune("ти"))]
	}
	return w
}

var futureEndings = endingTable("3 тиму тимеш тиме тиметь тимемо тимем тимете тимуть")

// endings are what is taken off a word: of all that fit the longest, if so many letters with a vowel among them stay. 0 letters: two letters
// stay, and either a vowel or three letters.
var endings = endingTable(`
0 ого ому ього ьому ими іми ій ий им ім их іх ою оі ьоі ьою ами ями ах ях ам ям ів ей ею ом ем ові еві ьми ью у ю а я о е и і ь й
2 увати увала увало ували увавши ювати ювала ювало ювали ювавши увано ювано нувши
3 ував ював аючи яючи уючи юючи іючи учи ючи ачи ячи авши ивши явши івши увши вши
3 ають яють ують юють іють ють уть ать ять іть еть нуть німо ніть
3 аю яю аеш яеш уеш юеш іеш еш иш неш аемо яемо уемо юемо іемо емо немо имо імо аете яете уете юете іете ете нете
3 аймо аймо уймо юймо яймо іймо аймо айте уйте юйте яйте ійте йте мо яти нув
4 ав яв ув ив`)

var innerEndings = endingTable(`
3 ам ям ом ем им ів ов ев
4 ав яв ув ив`)

// selfEndings are taken off a word only where ся or сь has shown it to be a verb.
var selfEndings = endingTable(`
3 ати яти ити іти ути ала яла ила іла ула ало яло ило іло уло али яли или іли ули ив ав яв ув ім ить ать`)

// endingSet maps endings, each packed into a number, to the letters that must stay.
type endingSet map[uint64]int

func endingTable(text string) endingSet {
	set := endingSet{}
	for line := range strings.Lines(text) {
		words := strings.Fields(line)
		if len(words) == 0 {
			continue
		}
		for _, word := range words[1:] {
			packed := uint64(0)
			for i, r := range reversed(word) {
				packed |= letterCode(r) << (letterBits * i)
			}
			set[packed] = int(words[0][0] - '0')
		}
	}
	return set
}

func reversed(s string) []rune {
	w := []rune(s)
	slices.Reverse(w)
	return w
}

const (
	longestEnding = 6
	letterBits    = 6
)

// letterCode is a folded Ukrainian letter as a small number; 0 is any other.
func letterCode(r rune) uint64 {
	switch {
	case 'а' <= r && r <= 'я':
		return uint64(r-'а') + 1
	case r == 'і':
		return 33
	}
	return 0
}

// ending is the length of the longest ending of w that may be taken off.
func ending(w []rune, set endingSet) int {
	best, packed := 0, uint64(0)
	for n := 1; n <= longestEnding && n <= len(w)-2; n++ {
		code := letterCode(w[len(w)-n])
		if code == 0 {
			break
		}
		packed |= code << (letterBits * (n - 1))
		least, ok := set[packed]
		if !ok {
			continue
		}
		if stays := w[:len(w)-n]; least == 0 && len(stays) >= 3 || len(stays) >= least && hasKeyVowel(stays) {
			best = n
		}
	}
	return best
}

// settle evens out what changes at the end of a stem.
func settle(w []rune) []rune {
	for len(w) > 2 && (isKeyVowel(w[len(w)-1]) || w[len(w)-1] == 'й' || w[len(w)-1] == 'ь') && hasKeyVowel(w[:len(w)-1]) {
		w = w[:len(w)-1]
	}
	if n := len(w); n > 3 && w[n-1] == w[n-2] {
		w = w[:n-1]
	}
	w = fullVowel(w)
	w = withoutFleeting(w)
	n := len(w)
	if n == 0 {
		return w
	}
	if n > 3 && w[n-1] == 'л' && strings.ContainsRune("бпвмф", w[n-2]) {
		return w[:n-1] // люблю, любити
	}
	switch w[n-1] {
	case 'ц':
		w[n-1] = 'к'
	case 'з', 'ж':
		w[n-1] = 'г'
	case 'с':
		w[n-1] = 'х'
	}
	return w
}

// fullVowel writes о for і in the last syllable.
func fullVowel(w []rune) []rune {
	n := len(w)
	if hasTail(w, "іст") {
		w[n-3] = 'о'
	}
	if n >= 3 && w[n-2] == 'і' && isKeyConsonant(w[n-3]) && isKeyConsonant(w[n-1]) {
		w[n-2] = 'о'
	}
	return w
}

// withoutFleeting drops о and е before the last consonant, and ь there.
func withoutFleeting(w []rune) []rune {
	n := len(w)
	if n < 4 || isKeyVowel(w[n-1]) {
		return w
	}
	last := w[n-1]
	if (w[n-2] == 'о' || w[n-2] == 'е') && !isKeyVowel(w[n-3]) {
		w = append(w[:n-2], last)
		n--
	}
	if n > 3 && w[n-2] == 'ь' {
		w = append(w[:n-2], last)
	}
	return w
}

func isKeyVowel(r rune) bool {
	switch r {
	case 'а', 'е', 'и', 'і', 'о', 'у', 'ю', 'я':
		return true
	}
	return false
}

func isKeyConsonant(r rune) bool { return !isKeyVowel(r) && r != 'ь' && r != 'й' }

func hasKeyVowel(w []rune) bool {
	for _, r := range w {
		if isKeyVowel(r) {
			return true
		}
	}
	return false
}

func hasTail(w []rune, tail string) bool {
	n := len(w)
	for tail != "" {
		r, size := utf8.DecodeLastRuneInString(tail)
		if n--; n < 0 || w[n] != r {
			return false
		}
		tail = tail[:len(tail)-size]
	}
	return true
}
