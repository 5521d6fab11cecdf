package mathml

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// font is the alphabet that letters are taken from.
type font int

const (
	normal font = iota // one letter in italics, as everywhere in formulas
	upright
	italic
	bold
	boldItalic
	sans
	typewriter
	doubleStruck
	script
	fraktur
)

// fonts are the commands with one argument that choose an alphabet for it.
var fonts = map[string]font{
	`\mathrm`: upright, `\mathnormal`: normal, `\mathit`: italic, `\mathbf`: bold, `\boldsymbol`: boldItalic, `\bm`: boldItalic,
	`\mathsf`: sans, `\mathtt`: typewriter, `\mathbb`: doubleStruck, `\mathcal`: script, `\mathscr`: script, `\mathfrak`: fraktur,
}

// inFont reads an argument in another alphabet.
func (p *parser) inFont(f font, of token) *node {
	defer func(outer font) { p.font = outer }(p.font)
	p.font = f
	return p.arg(of)
}

// number reads digits with a decimal mark: 3.14, 3{,}14 and, without spaces, 3,14. More commas make a list: 1,2,3.
// Thousands set off by \, or ~ belong to the number.
func (p *parser) number(t token, single bool) *node {
	if single {
		return p.mn(p.src[t.pos:p.pos])
	}
	end := digitsEnd(p.src, t.pos)
	if end-t.pos <= 3 {
		for to := thousand(p.src, end); to > 0; to = thousand(p.src, end) {
			end = to
		}
	}
	text := gaps.Replace(p.src[t.pos:end])
	if from, to := decimals(p.src, t.pos, end); to > 0 {
		text += strings.Trim(p.src[end:from], "{}") + p.src[from:to]
		end = to
	}
	p.pos = end
	return p.mn(text)
}

func (p *parser) mn(digits string) *node {
	return leaf("mn", strings.Map(func(r rune) rune { return alphabet(r, p.font) }, digits))
}

// gaps become the thin space inside a number.
var gaps = strings.NewReplacer(`\,`, "\u2009", "~", "\u2009")

// thousand finds the end of three digits after a space; 0: there are none, or more than three.
func thousand(src string, end int) int {
	for _, gap := range []string{`\,`, "~"} {
		if from := end + len(gap); strings.HasPrefix(src[end:], gap) && digitsEnd(src, from) == from+3 {
			return from + 3
		}
	}
	return 0
}

// decimals finds the digits after a decimal mark at end; to is 0 if there are none. The number begins at start.
func decimals(src string, start, end int) (from, to int) {
	for _, mark := range []string{".", ",", "{,}", "{.}"} {
		from = end + len(mark)
		if !strings.HasPrefix(src[end:], mark) || !isDigit(src, from) {
			continue
		}
		to = digitsEnd(src, from)
		if mark == "," && (start > 1 && src[start-1] == ',' && isDigit(src, start-2) || strings.HasPrefix(src[to:], ",") && isDigit(src, to+1)) {
			return 0, 0 // one of a list
		}
		return from, to
	}
	return 0, 0
}

func digitsEnd(src string, from int) int {
	for isDigit(src, from) {
		from++
	}
	return from
}

func isDigit(src string, at int) bool { return at < len(src) && '0' <= src[at] && src[at] <= '9' }

// letters reads an identifier: one Latin letter or, in \mathrm, a word of them; Cyrillic letters that touch are a word everywhere.
func (p *parser) letters(t token, single bool) *node {
	if !single && isWordLetter(t.rune(), p.font) {
		for p.pos < len(p.src) {
			r, n := utf8.DecodeRuneInString(p.src[p.pos:])
			if !isWordLetter(r, p.font) && !unicode.IsMark(r) && !isApostrophe(p.src[p.pos:], r) { // й may come as и and a breve
				break
			}
			p.pos += n
		}
	}
	return p.identifier(p.src[t.pos:p.pos])
}

// isApostrophe tells whether the sign at the beginning of src is that of об'єм: no prime has a Cyrillic letter behind it.
func isApostrophe(src string, r rune) bool {
	if r != '\'' && r != '’' && r != 'ʼ' {
		return false
	}
	next, _ := utf8.DecodeRuneInString(src[utf8.RuneLen(r):])
	return unicode.Is(unicode.Cyrillic, next)
}

// isWordLetter tells whether a letter makes one identifier with its neighbours. Greek letters never do.
func isWordLetter(r rune, f font) bool {
	return unicode.Is(unicode.Cyrillic, r) || f == upright && unicode.IsLetter(r) && !unicode.Is(unicode.Greek, r)
}

// identifier makes mi. Readers slant a single letter unless told otherwise; Cyrillic letters and those of \mathrm stand upright.
func (p *parser) identifier(text string) *node {
	first, n := utf8.DecodeRuneInString(text)
	if unicode.Is(unicode.Cyrillic, first) {
		return cyrillic(text, p.font)
	}
	if n < len(text) {
		return leaf("mi", text)
	}
	styled := alphabet(first, p.font)
	m := leaf("mi", string(styled))
	if styled == first && (p.font == upright || p.font == normal && unicode.Is(unicode.Greek, first) && unicode.IsUpper(first)) {
		m.set("mathvariant", "normal")
	}
	return m
}

// cyrillic makes a word. Unicode has no bold or slanted Cyrillic for formulas, so that a class tells of it, and mathvariant to readers that heed it.
func cyrillic(text string, f font) *node {
	m := leaf("mi", text)
	switch f {
	case bold, boldItalic:
		return m.set("mathvariant", "bold").set("class", "math-bold")
	case italic:
		return m.set("mathvariant", "italic").set("class", "math-italic")
	}
	if utf8.RuneCountInString(text) == 1 {
		m.set("mathvariant", "normal")
	}
	return m
}

// alphabets are where Unicode has the letters and digits of each font: A, a, 0, Α, α. 0: it has none, or TeX leaves them as they are.
// Readers slant a letter alone by themselves, so that \mathit has no need of one.
var alphabets = map[font][5]rune{
	bold:         {0x1D400, 0x1D41A, 0x1D7CE, 0x1D6A8, 0x1D6C2},
	boldItalic:   {0x1D468, 0x1D482, 0x1D7CE, 0x1D6A8, 0x1D736},
	sans:         {0x1D5A0, 0x1D5BA, 0x1D7E2, 0, 0},
	typewriter:   {0x1D670, 0x1D68A, 0x1D7F6, 0, 0},
	doubleStruck: {0x1D538, 0x1D552, 0x1D7D8, 0, 0},
	script:       {0x1D49C, 0x1D4B6, 0, 0, 0},
	fraktur:      {0x1D504, 0x1D51E, 0, 0, 0},
}

// elsewhere are the letters that Unicode had before it made the alphabets.
var elsewhere = map[rune]rune{
	0x1D49D: 'ℬ', 0x1D4A0: 'ℰ', 0x1D4A1: 'ℱ', 0x1D4A3: 'ℋ', 0x1D4A4: 'ℐ', 0x1D4A7: 'ℒ', 0x1D4A8: 'ℳ', 0x1D4AD: 'ℛ',
	0x1D4BA: 'ℯ', 0x1D4BC: 'ℊ', 0x1D4C4: 'ℴ', 0x1D506: 'ℭ', 0x1D50B: 'ℌ', 0x1D50C: 'ℑ', 0x1D515: 'ℜ', 0x1D51D: 'ℨ',
	0x1D53A: 'ℂ', 0x1D53F: 'ℍ', 0x1D545: 'ℕ', 0x1D547: 'ℙ', 0x1D548: 'ℚ', 0x1D549: 'ℝ', 0x1D551: 'ℤ',
}

// greekForms stand after ω in every Greek alphabet, in this order.
const greekForms = "∂ϵϑϰϕϱϖ"

// alphabet is the sign of a font for a letter or a digit; the sign itself where Unicode has none.
func alphabet(r rune, f font) rune {
	at := alphabets[f]
	styled := rune(0)
	place := func(base, first rune) {
		if base != 0 {
			styled = base + r - first
		}
	}
	switch {
	case 'A' <= r && r <= 'Z':
		place(at[0], 'A')
	case 'a' <= r && r <= 'z':
		place(at[1], 'a')
	case '0' <= r && r <= '9':
		place(at[2], '0')
	case 'Α' <= r && r <= 'Ω':
		place(at[3], 'Α')
	case 'α' <= r && r <= 'ω':
		place(at[4], 'α')
	case r == '∇' && at[3] != 0:
		styled = at[3] + 25
	case at[4] != 0 && strings.ContainsRune(greekForms, r):
		styled = at[4] + 25 + rune(utf8.RuneCountInString(greekForms[:strings.IndexRune(greekForms, r)]))
	}
	switch {
	case styled == 0:
		return r
	case elsewhere[styled] != 0:
		return elsewhere[styled]
	}
	return styled
}

func isLatin(r rune) bool { return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' }
