package ukrainian

// kind is what a token is for the rules.
type kind uint8

const (
	kindOther     kind = iota // a sign no rule knows
	kindEdge                  // nothing: the beginning or the end of the text
	kindWord                  // letters, with apostrophes between Cyrillic ones
	kindNumber                // digits, and what holds groups of them together: 1/2020-3
	kindSpace                 // blanks and line feeds, or a gap
	kindHardSpace             // a run of spaces that holds a no-break one
	kindOpening               // ( [ and a quote that opens
	kindClosing               // ) ] and a quote that closes
	kindQuote                 // a quote not (yet) known to be either
	kindComma
	kindDot
	kindStop // ; : ! ?
	kindEllipsis
	kindHyphen // a single one
	kindDash   // – — or two hyphens
	kindNumero // №
	kindPercent
	kindApostrophe // one outside a word
	kindObject
	kindAddress // a URL, an e-mail address, a file name: never touched
	kindCount
)

// edit is what becomes of a token. Except for the last three, it is replaced
// by the text that the manner gives.
type edit uint8

const (
	keep edit = iota
	drop
	putBlank
	putHard
	putEllipsis
	putApostrophe
	putRange
	putDash
	putOuterOpen
	putOuterClose
	putInnerOpen
	putInnerClose
	squeezeRun     // leave one space of the run
	straightenWord // set the apostrophes in the word
	rangeInside    // set the dash in the number
	editCount
)

// token is a piece of the text. One of length zero is a gap: a place where a
// rule may put a space; it is born dropped.
type token struct {
	kind       kind
	edit       edit
	start, end int32 // half the size of int, and a chapter has thousands
}

// block is a paragraph while it is being set.
type block struct {
	*manner
	text   []byte  // without joints
	joints []int   // the places of the joints in text, ascending
	tokens []token // in the order of text, without holes
	quotes []int   // the tokens that are quotes
	flaws  []Flaw
	hints  hint // what is worth a look
}

// push adds a token, and a gap before it where a rule might want a space.
func (b *block) push(k kind, start, end int) *token {
	if n := len(b.tokens); n > 0 {
		hint := hints[b.tokens[n-1].kind][k]
		b.hints |= hint
		if hint&gaping != 0 {
			b.tokens = append(b.tokens, token{kindSpace, drop, int32(start), int32(start)})
		}
	}
	b.tokens = append(b.tokens, token{k, keep, int32(start), int32(end)})
	return &b.tokens[len(b.tokens)-1]
}

// hint tells that two tokens side by side are of interest to some rule, so that
// the others need not look through a text without any.
type hint uint8

const (
	gaping    hint = 1 << iota // a space may be wanted between them
	bracketed                  // a space or word beside a bracket or quote
	pointed                    // a space before a point, or a comma and a word
	dashed                     // a dash, or a hyphen that may be one
	shortened                  // a capital letter and a full stop
)

// hints is indexed by the left kind and the right one.
var hints = func() (h [kindCount][kindCount]hint) {
	h[kindComma][kindWord] |= gaping | pointed
	h[kindDot][kindWord] |= gaping
	h[kindNumber][kindWord] |= gaping
	h[kindNumero][kindNumber] |= gaping
	h[kindQuote][kindWord] |= gaping | bracketed
	h[kindWord][kindQuote] |= gaping | bracketed
	h[kindQuote][kindSpace] |= bracketed
	h[kindSpace][kindQuote] |= bracketed
	h[kindOpening][kindSpace] |= bracketed
	h[kindSpace][kindClosing] |= bracketed
	h[kindSpace][kindComma] |= pointed
	h[kindSpace][kindDot] |= pointed
	h[kindSpace][kindStop] |= pointed
	for k := range kindCount {
		for _, dash := range [...]kind{kindHyphen, kindDash} {
			if k != kindWord { // a compound word
				h[k][dash] |= dashed
			}
		}
	}
	return h
}()

// kindOf returns the kind of a token, kindEdge beyond the ends.
func (b *block) kindOf(i int) kind {
	if i < 0 || i >= len(b.tokens) {
		return kindEdge
	}
	return b.tokens[i].kind
}

// typed returns a token as it stands in the text.
func (b *block) typed(i int) []byte {
	return b.text[b.tokens[i].start:b.tokens[i].end]
}

// glyph returns a token as it will be written.
func (b *block) glyph(i int) string {
	if e := b.tokens[i].edit; e != keep {
		return b.written[e]
	}
	return string(b.typed(i))
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
	return b.kindOf(i) == kindSpace && b.tokens[i].start == b.tokens[i].end
}

// spacing reports whether k is any run of spaces.
func spacing(k kind) bool {
	return k == kindSpace || k == kindHardSpace
}

// cyrillic reports whether the word i begins with a Cyrillic letter.
func (b *block) cyrillic(i int) bool {
	return cyrillicAt(b.text, int(b.tokens[i].start))
}

// whole reports whether nothing is joined to the word or number i on its left.
func (b *block) whole(i int) bool {
	switch b.kindOf(b.before(i)) {
	case kindEdge, kindSpace, kindHardSpace, kindOpening, kindQuote, kindEllipsis, kindDash:
		return true
	}
	return false
}
