package imported

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/som-hub/vitryna/generator/mathml"
)

// run is the TeX of letters and signs that look alike.
func (t *toTeX) run(n *node) string {
	b := &strings.Builder{}
	for _, c := range n.children {
		switch c.name {
		case "t", "": // in Word's HTML nothing stands around the letters
			t.join(b, t.letters(c.words(), looks(n)))
		case "tab":
			b.WriteString(`\quad `)
		case "noBreakHyphen":
			b.WriteByte('-')
		case "br", "cr":
			t.broken, t.failed = true, t.failed || t.deep > 0
			b.WriteString(` \\ `)
		default:
			t.failed = t.failed || !skipped[c.name]
		}
	}
	return b.String()
}

// looks is how a run looks: what a formula says of it stands beside what a text says, under the same name.
func looks(run *node) *node {
	all := &node{}
	for _, c := range run.children {
		if c.name == "rPr" {
			all.children = append(all.children, c.children...)
		}
	}
	return all
}

// fonts are the commands for the alphabets of Word.
var fonts = map[string]string{"double-struck": `\mathbb`, "script": `\mathcal`, "fraktur": `\mathfrak`, "sans-serif": `\mathsf`, "monospace": `\mathtt`, "b": `\mathbf`, "bi": `\boldsymbol`, "p": `\mathrm`}

// letters is the text of a run.
func (t *toTeX) letters(text string, look *node) string {
	if on(look, "nor") {
		return t.words(text, look)
	}
	font := fonts[look.child("scr").attr("val")]
	if font == "" {
		font = fonts[look.child("sty").attr("val")]
	}
	if word := strings.TrimSpace(text); font == `\mathrm` && len(word) > 1 && strings.TrimFunc(word, isLatin) == "" {
		if mathml.Function(word) {
			return `\` + word
		}
		return `\operatorname{` + word + "}"
	}
	b := &strings.Builder{}
	runes := []rune(text)
	for i, r := range runes {
		piece := t.sign(r, font)
		if r == ' ' && i > 0 && i+1 < len(runes) && isWord(runes[i-1]) && isWord(runes[i+1]) {
			piece = `\ ` // two words are not one
		}
		t.join(b, piece)
	}
	return b.String()
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// words is a text among signs.
func (t *toTeX) words(text string, look *node) string {
	command := `\text`
	switch {
	case on(look, "b"):
		command = `\textbf`
	case on(look, "i"):
		command = `\textit`
	}
	t.failed = t.failed || strings.ContainsAny(text, `\~|`)
	return command + "{" + textSigns.Replace(text) + "}"
}

var textSigns = strings.NewReplacer("{", `\{`, "}", `\}`, "%", `\%`, "$", `\$`, "&", `\&`, "#", `\#`, "_", `\_`)

// named signs are those that mean something else in TeX, that nobody sees, or that would part the cells of a table.
var signNames = map[rune]string{
	'\\': `\backslash`, '{': `\{`, '}': `\}`, '$': `\$`, '%': `\%`, '_': `\_`, '^': `\wedge`, '~': `\sim`, '|': `\vert`, '&': `\&`, '#': `\#`,
	'\u2061': "", '\u2062': "", '\u2063': "", '\u2064': "", '\u200b': "", '\u200c': "", '\u200d': "", '\u2060': "", '\ufeff': "", '\u00ad': "", '\u200e': "", '\u200f': "",
	'\t': " ", '\n': " ", '\r': " ", '\u00a0': "~", '\u202f': `\,`, '\u2009': `\,`, '\u200a': `\,`, '\u2006': `\,`, '\u2005': `\:`, '\u2004': `\;`, '\u2002': `\enspace`, '\u2003': `\quad`, '\u2007': `\enspace`,
	'ℎ': "h", '−': "-", '‐': "-", '‑': "-", '’': "'", 'ʹ': "'",
}

// sign is the TeX of one sign.
func (t *toTeX) sign(r rune, font string) string {
	if r == '&' && t.equal || r == '#' && t.equal { // before # stands the formula, behind it its number
		return map[rune]string{'&': "&", '#': `\qquad `}[r]
	}
	if name, ok := signNames[r]; ok {
		return name
	}
	if letter, own := alphabetic(r); letter != 0 {
		if own != "" {
			return own + "{" + string(letter) + "}"
		}
		r = letter
	}
	if font == "" || utf8.RuneLen(r) > 2 || !isWord(r) { // digits stand upright by themselves
		return string(r)
	}
	if font == `\mathrm` && !unicode.IsLetter(r) {
		return string(r)
	}
	return font + "{" + string(r) + "}"
}

// alphabets are the commands of the Latin alphabets that Unicode has for formulas, one after the other from 𝐀 on; the second is the usual one.
var alphabets = []string{`\mathbf`, "", `\boldsymbol`, `\mathcal`, `\boldsymbol`, `\mathfrak`, `\mathbb`, `\mathfrak`, `\mathsf`, `\mathsf`, `\mathsf`, `\mathsf`, `\mathtt`}

// alphabetic is the plain letter or digit of a sign of those alphabets, and the command that makes it look so; 0: the sign is none.
func alphabetic(r rune) (letter rune, command string) {
	const latin, greek, digits, end = 0x1d400, 0x1d6a8, 0x1d7ce, 0x1d800
	switch {
	case r < latin || r >= end:
		return 0, ""
	case r < latin+52*rune(len(alphabets)):
		n := r - latin
		if n%52 < 26 {
			return 'A' + n%52, alphabets[n/52]
		}
		return 'a' + n%52 - 26, alphabets[n/52]
	case r >= digits:
		return '0' + (r-digits)%10, []string{`\mathbf`, `\mathbb`, `\mathsf`, `\mathsf`, `\mathtt`}[(r-digits)/10]
	case r < greek:
		return []rune("ıȷ")[min(r-0x1d6a4, 1)], ""
	}
	n := r - greek
	command = []string{`\mathbf`, "", `\boldsymbol`, `\mathbf`, `\boldsymbol`}[min(n/58, 4)]
	return []rune("ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡϴΣΤΥΦΧΨΩ∇αβγδεζηθικλμνξοπρςστυφχψω∂ϵϑϰϕϱϖ")[n%58], command
}
