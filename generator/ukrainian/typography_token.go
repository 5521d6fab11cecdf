package ukrainian

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// kind is what a token is for the rules.
type kind uint8

const (
	isOther     kind = iota // a sign no rule knows
	isEdge                  // nothing: the beginning or the end of the text
	isWord                  // letters, with apostrophes between Cyrillic ones
	isNumber                // digits, and what holds groups of them together: 1/2020-3
	isSpace                 // blanks and line feeds, or a gap
	isHardSpace             // a run of spaces that holds a no-break one
	isOpening               // ( [ and a quote that opens
	isClosing               // ) ] and a quote that closes
	isQuote                 // a quote not (yet) known to be either
	isComma
	isDot
	isStop // ; : ! ?
	isEllipsis
	isHyphen // a single one
	isDash   // – — or two hyphens
	isNumero // №
	isPercent
	isApostrophe // one outside a word
	isObject
	isAddress // a URL, an e-mail address, a file name: never touched
)

// edit is what becomes of a token. Except for the last three, it is replaced
// by the text that the manner gives.
type edit uint8

const (
	keep edit = iota
	drop
	blank
	hard
	ellipsis
	apostrophe
	range_
	dash
	outerOpen
	outerClose
	innerOpen
	innerClose
	squeeze    // leave one space of the run
	straighten // set the apostrophes in the word
	rangeIn    // set the dash in the number
	edits
)

// token is a piece of the text. One of length zero is a gap: a place where a
// rule may put a space; it is born dropped.
type token struct {
	kind       kind
	edit       edit
	start, end int
}

// block is a paragraph while it is being set.
type block struct {
	*manner
	text   string  // without joints
	joints []int   // the places of the joints in text, ascending
	tokens []token // in the order of text, without holes
	quotes []int   // the tokens that are quotes
	flaws  []Flaw

	dashed bool // there is a dash, or a hyphen that might be one
}

// scan cuts the text into tokens. T-01, T-02 and T-05 need no context and are
// noted here.
func (b *block) scan() {
	b.tokens = make([]token, 0, len(b.text)/4+4)
	for i := 0; i < len(b.text); {
		switch class[b.text[i]] {
		case letterByte:
			i = b.scanWord(i)
		case digitByte:
			i = b.scanNumber(i)
		case blankByte:
			i = b.scanSpace(i)
		case signByte:
			i = b.scanSign(i)
		default:
			i = b.scanRune(i)
		}
	}
}

// The classes of bytes tell how to go on. Most bytes of a Ukrainian text are
// letters, and they go through one table and no decoding.
const (
	runeByte   = iota // part of a rune that has to be decoded
	letterByte        // an ASCII letter, or the first byte of U+0400–U+04FF
	digitByte
	blankByte
	signByte // any other ASCII
)

var class = func() (c [256]uint8) {
	for i := range c {
		r := rune(i)
		switch {
		case 0xD0 <= i && i <= 0xD3 || i < utf8.RuneSelf && unicode.IsLetter(r):
			c[i] = letterByte
		case i >= utf8.RuneSelf:
		case isDigitRune(r):
			c[i] = digitByte
		case unicode.IsSpace(r):
			c[i] = blankByte
		default:
			c[i] = signByte
		}
	}
	return c
}()

// push adds a token, and a gap before it where a rule might want a space.
func (b *block) push(k kind, start, end int) *token {
	if n := len(b.tokens); n > 0 && mayGape(b.tokens[n-1].kind, k) {
		b.tokens = append(b.tokens, token{isSpace, drop, start, start})
	}
	b.tokens = append(b.tokens, token{k, keep, start, end})
	return &b.tokens[len(b.tokens)-1]
}

// mayGape reports whether some rule adds a space between two kinds.
func mayGape(left, right kind) bool {
	switch right {
	case isWord:
		return left == isQuote || left == isComma || left == isDot || left == isNumber
	case isQuote:
		return left == isWord
	case isNumber:
		return left == isNumero
	}
	return false
}

// scanWord takes a run of letters and marks. An apostrophe is part of the word
// between two Cyrillic letters, and only the right sign stays there (T-02).
func (b *block) scanWord(start int) int {
	s, i := b.text, start
	cyrillic, crooked := false, false // the last letter; any apostrophe
scan:
	for i < len(s) {
		switch c := s[i]; {
		case 0xD0 <= c && c <= 0xD3 && i+1 < len(s) && !utf8.RuneStart(s[i+1]):
			i += 2
			cyrillic = true
		case class[c] == letterByte:
			i++
			cyrillic = false
		case class[c] == digitByte || class[c] == blankByte:
			break scan
		default:
			r, size := utf8.DecodeRuneInString(s[i:])
			switch {
			case IsApostrophe(r):
				if !cyrillic || !cyrillicAt(s, i+size) {
					break scan
				}
				crooked = crooked || r != '’'
			case !isLetterLike(r):
				break scan
			}
			i += size
		}
	}
	t := b.push(isWord, start, i)
	if crooked {
		t.edit = straighten
	}
	return i
}

// scanNumber takes digits together with every single point, comma, colon,
// slash, hyphen or dash between them: 04.03.2020, 1,5, 3:0, 4-28-26.
func (b *block) scanNumber(start int) int {
	s, i := b.text, start
	for {
		for i < len(s) && isDigit(s[i]) {
			i++
		}
		size, dashed := numberJoint(s[i:])
		if size == 0 || i+size >= len(s) || !isDigit(s[i+size]) {
			b.push(isNumber, start, i)
			return i
		}
		b.dashed = b.dashed || dashed
		i += size
	}
}

// numberJoint returns the length of the sign that may hold digits together.
func numberJoint(s string) (size int, dashed bool) {
	if s == "" {
		return 0, false
	}
	switch s[0] {
	case '.', ',', ':', '/':
		return 1, false
	case '-':
		return 1, true
	}
	if strings.HasPrefix(s, "–") || strings.HasPrefix(s, "—") {
		return len("–"), true
	}
	return 0, false
}

// scanSpace takes a run of spaces (T-01). Of one with no-break spaces only they
// stay, of one with line feeds only those.
func (b *block) scanSpace(start int) int {
	s, i, k, count := b.text, start, isSpace, 0
	for i < len(s) {
		size := 1
		if class[s[i]] != blankByte {
			r, n := utf8.DecodeRuneInString(s[i:])
			if r < utf8.RuneSelf || !unicode.IsSpace(r) {
				break
			}
			k, size = isHardSpace, n
		}
		i += size
		count++
	}
	t := b.push(k, start, i)
	if count > 1 || s[start] != ' ' && s[start] != '\n' && k == isSpace {
		t.edit = squeeze
	}
	return i
}

// scanSign takes an ASCII sign.
func (b *block) scanSign(i int) int {
	s := b.text
	switch {
	case strings.HasPrefix(s[i:], "..."): // T-05
		b.push(isEllipsis, i, i+3).edit = ellipsis
		return i + 3
	case s[i] == '-':
		return b.scanHyphens(i)
	}
	if start := b.addressStart(i); start >= 0 {
		return b.scanAddress(start, i)
	}
	b.pushSign(signs[s[i]], i, i+1)
	return i + 1
}

// signs gives the kinds of ASCII signs; what is not here is isOther.
var signs = [utf8.RuneSelf]kind{
	'(': isOpening, '[': isOpening, ')': isClosing, ']': isClosing,
	',': isComma, '.': isDot, ';': isStop, ':': isStop, '!': isStop, '?': isStop,
	'"': isQuote, '\'': isApostrophe, '`': isApostrophe, '%': isPercent,
}

// scanHyphens takes a run of hyphens: one, two for a dash, or a mere ornament.
func (b *block) scanHyphens(start int) int {
	end := start + 1
	for end < len(b.text) && b.text[end] == '-' {
		end++
	}
	k := isOther
	switch end - start {
	case 1:
		k = isHyphen
	case 2:
		k = isDash
	}
	b.pushSign(k, start, end)
	return end
}

// scanRune takes what begins with a rune beyond the ASCII and the Cyrillic.
func (b *block) scanRune(i int) int {
	r, size := utf8.DecodeRuneInString(b.text[i:])
	k := isOther
	switch {
	case IsApostrophe(r):
		k = isApostrophe
	case isLetterLike(r):
		return b.scanWord(i)
	case unicode.IsSpace(r):
		return b.scanSpace(i)
	default:
		switch r {
		case '«', '»', '„', '“', '”':
			k = isQuote
		case '…':
			k = isEllipsis
		case '–', '—':
			k = isDash
		case '№':
			k = isNumero
		case Object:
			k = isObject
		}
	}
	b.pushSign(k, i, i+size)
	return i + size
}

// pushSign adds a sign and remembers what needs a look of its own later.
func (b *block) pushSign(k kind, start, end int) {
	b.push(k, start, end)
	switch k {
	case isQuote:
		b.quotes = append(b.quotes, len(b.tokens)-1)
	case isHyphen, isDash:
		b.dashed = true
	}
}

// isLetterLike reports whether r may be inside a word: letters, the marks on
// them, and the soft hyphen.
func isLetterLike(r rune) bool {
	return isLetter(r) || unicode.IsMark(r) || r == '\u00AD'
}

// cyrillicAt reports whether a Cyrillic letter begins at i.
func cyrillicAt(s string, i int) bool {
	return i < len(s) && 0xD0 <= s[i] && s[i] <= 0xD3
}

// The rest of the file is how rules look at tokens.

// kindOf returns the kind of a token, isEdge beyond the ends.
func (b *block) kindOf(i int) kind {
	if i < 0 || i >= len(b.tokens) {
		return isEdge
	}
	return b.tokens[i].kind
}

// typed returns a token as it stands in the text.
func (b *block) typed(i int) string {
	return b.text[b.tokens[i].start:b.tokens[i].end]
}

// glyph returns a token as it will be written.
func (b *block) glyph(i int) string {
	if e := b.tokens[i].edit; e != keep {
		return b.written[e]
	}
	return b.typed(i)
}

// before returns the token before i that will be written, or -1.
func (b *block) before(i int) int {
	for i--; i >= 0 && b.tokens[i].edit == drop; i-- {
	}
	return i
}

// after returns the token after i that will be written, or how many there are.
func (b *block) after(i int) int {
	for i++; i < len(b.tokens) && b.tokens[i].edit == drop; i++ {
	}
	return i
}

// beforeSpace is before, over a space.
func (b *block) beforeSpace(i int) int {
	if i = b.before(i); spacing(b.kindOf(i)) {
		return b.before(i)
	}
	return i
}

// afterSpace is after, over a space.
func (b *block) afterSpace(i int) int {
	if i = b.after(i); spacing(b.kindOf(i)) {
		return b.after(i)
	}
	return i
}

// gap reports whether token i is a gap.
func (b *block) gap(i int) bool {
	return b.kindOf(i) == isSpace && b.tokens[i].start == b.tokens[i].end
}

// spacing reports whether k is any run of spaces.
func spacing(k kind) bool {
	return k == isSpace || k == isHardSpace
}

// cyrillic reports whether the word i begins with a Cyrillic letter.
func (b *block) cyrillic(i int) bool {
	return cyrillicAt(b.text, b.tokens[i].start)
}

// whole reports whether nothing is joined to the word or number i on its left.
func (b *block) whole(i int) bool {
	switch b.kindOf(b.before(i)) {
	case isEdge, isSpace, isHardSpace, isOpening, isQuote, isEllipsis, isDash:
		return true
	}
	return false
}
