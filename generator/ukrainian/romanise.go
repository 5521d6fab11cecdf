package ukrainian

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// latin maps the small letters to those of the resolution of the Cabinet of
// Ministers № 55 of 27.01.2010; the last four are Russian letters, which names
// in official papers still hold. ь, ъ and apostrophes are dropped.
var latin = map[rune]string{
	'а': "a", 'б': "b", 'в': "v", 'г': "h", 'ґ': "g", 'д': "d", 'е': "e", 'є': "ie",
	'ж': "zh", 'з': "z", 'и': "y", 'і': "i", 'ї': "i", 'й': "i", 'к': "k", 'л': "l",
	'м': "m", 'н': "n", 'о': "o", 'п': "p", 'р': "r", 'с': "s", 'т': "t", 'у': "u",
	'ф': "f", 'х': "kh", 'ц': "ts", 'ч': "ch", 'ш': "sh", 'щ': "shch", 'ь': "",
	'ю': "iu", 'я': "ia",
	'ё': "io", 'ы': "y", 'э': "e", 'ъ': "",
}

// latinInitial holds the letters that are written in another way where they
// start a word.
var latinInitial = map[rune]string{'є': "ye", 'ї': "yi", 'й': "y", 'ю': "yu", 'я': "ya"}

// latinOf holds what latin does, by the letters' places in their block; the letters of a rune without any are nil.
var latinOf = func() (table [blockSize]*string) {
	for r, letters := range latin {
		table[r-cyrillicFrom] = &letters
	}
	return table
}()

// The block of modern Cyrillic letters.
const (
	cyrillicFrom = 0x0400
	blockSize    = 0x0100
)

// Romanise writes Ukrainian in Latin letters by the resolution № 55
// (domain.md 5.4): «Згурський» is Zghurskyi, «Знам’янка» Znamianka.
//
// A letter after anything that is not a letter starts a word, after a hyphen
// too; an apostrophe inside a word is no border. Both letters of a pair are
// capital if the next letter is, or if it is the last one after a capital:
// Щаслива is Shchaslyva, ЩЕДРИК SHCHEDRYK. Everything that is not Cyrillic
// stays as it is.
func Romanise(s string) string {
	text := []rune(Normalise(s))
	var b strings.Builder
	b.Grow(len(s))
	for i, r := range text {
		r = unstressed(r)
		small := lower(r)
		switch {
		case isCyrillic(small) && latinOf[small-cyrillicFrom] != nil:
			b.WriteString(capitals(romanLetter(text, i, small, *latinOf[small-cyrillicFrom]), text, i))
		case dropped(text, i):
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// Slug makes an address out of a title (domain.md 5.4): small Latin letters,
// digits and single hyphens, no longer than 80, cut at a hyphen.
// It is empty if the title has no letter that could be romanised and no digit.
func Slug(title string) string {
	title = strings.ReplaceAll(Normalise(title), "\u00AD", "") // where Word may break a word
	if strings.IndexByte(title, '+') >= 0 || strings.IndexByte(title, '&') >= 0 || strings.Contains(title, "№") {
		title = slugWords.Replace(title)
	}
	title = Romanise(title)
	if !isASCII(title) {
		title = norm.NFKD.String(title)
	}
	slug := make([]byte, 0, len(title))
	pending := false // a hyphen is due before the next letter
	for _, r := range title {
		r = unicode.ToLower(r)
		switch {
		case 'a' <= r && r <= 'z' || isDigitRune(r):
			if pending {
				slug = append(slug, '-')
			}
			slug, pending = append(slug, byte(r)), false
		case !unicode.In(r, unicode.Mn, unicode.Cf): // diacritics fall without a trace, and so do signs that nobody sees
			pending = len(slug) > 0
		}
	}
	return cutSlug(string(slug))
}

// IsSlug tells whether a name is one that can stand in an address, as those are that [Slug] makes: small Latin letters and digits, with single hyphens between them,
// and no longer than those.
func IsSlug(name string) bool {
	if len(name) > longestSlug {
		return false
	}
	hyphen := true // before a letter or digit none may stand
	for i := range len(name) {
		switch c := name[i]; {
		case 'a' <= c && c <= 'z' || '0' <= c && c <= '9':
			hyphen = false
		case c != '-' || hyphen:
			return false
		default:
			hyphen = true
		}
	}
	return !hyphen
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// slugWords are the signs that are read aloud.
var slugWords = strings.NewReplacer("+", " plus ", "&", " i ", "№", " no ")

const longestSlug = 80

// cutSlug cuts at the last hyphen that keeps the slug short enough; a single
// endless word is cut inside.
func cutSlug(slug string) string {
	if len(slug) <= longestSlug {
		return slug
	}
	if i := strings.LastIndexByte(slug[:longestSlug+1], '-'); i > 0 {
		return slug[:i]
	}
	return slug[:longestSlug]
}

// romanLetter returns the small Latin letters for the letter at i.
func romanLetter(text []rune, i int, small rune, letters string) string {
	switch small {
	case 'г':
		if lower(letterBefore(text, i)) == 'з' {
			return "gh" // зг is zgh, unlike ж, which is zh
		}
	case 'є', 'ї', 'й', 'ю', 'я':
		if letterBefore(text, i) == 0 {
			return latinInitial[small]
		}
	}
	return letters
}

// lower is the small letter, told at once of those that most texts hold.
func lower(r rune) rune {
	switch {
	case 'а' <= r && r <= 'џ':
		return r
	case 'А' <= r && r <= 'Я':
		return r + 'а' - 'А'
	}
	return unicode.ToLower(r)
}

// capitals gives letters the case of the letter at i.
func capitals(letters string, text []rune, i int) string {
	if letters == "" || lower(text[i]) == text[i] {
		return letters
	}
	next, before := letterAfter(text, i), letterBefore(text, i)
	if len(letters) > 1 && !unicode.IsUpper(next) && !(next == 0 && unicode.IsUpper(before)) {
		return strings.ToUpper(letters[:1]) + letters[1:]
	}
	return strings.ToUpper(letters)
}

// letterBefore returns the letter before i in the same word, or 0.
func letterBefore(text []rune, i int) rune {
	for i--; i >= 0 && dropped(text, i); i-- {
	}
	if i >= 0 && isLetter(text[i]) {
		return unstressed(text[i])
	}
	return 0
}

// letterAfter returns the letter after i in the same word, or 0.
func letterAfter(text []rune, i int) rune {
	for i++; i < len(text) && dropped(text, i); i++ {
	}
	if i < len(text) && isLetter(text[i]) {
		return unstressed(text[i])
	}
	return 0
}

// dropped reports whether the rune at i is a sign of a Ukrainian word without
// a Latin letter: a stress mark, or an apostrophe between two letters.
func dropped(text []rune, i int) bool {
	switch {
	case i == 0:
		return false
	case isStress(text[i]):
		return isCyrillic(text[i-1])
	case !IsApostrophe(text[i]) || i+1 == len(text):
		return false
	}
	before := text[i-1]
	if isStress(before) && i > 1 {
		before = text[i-2]
	}
	return isCyrillic(before) && isCyrillic(text[i+1])
}

// isCyrillic reports whether r is in the block of modern Cyrillic letters.
func isCyrillic(r rune) bool {
	return cyrillicFrom <= r && r < cyrillicFrom+blockSize
}
