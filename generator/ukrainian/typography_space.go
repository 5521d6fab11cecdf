package ukrainian

import "strings"

// closeUpBrackets takes away the spaces inside brackets and quotes, and puts
// those around a quote that is joined to a word (T-04).
func (b *block) closeUpBrackets() {
	if b.hints&bracketed == 0 {
		return
	}
	tail := false
	for i := range b.tokens {
		switch t := &b.tokens[i]; t.kind {
		case kindSpace:
			inside := b.kindOf(i-1) == kindOpening || b.kindOf(i+1) == kindClosing
			if inside && !b.gap(i) && !b.empty(i-1, i+1) && !(tail && b.lengthens(i)) {
				t.edit = drop
			}
		case kindOpening:
			if b.gap(i - 1) {
				b.tokens[i-1].edit = putBlank
			}
		case kindClosing:
			if b.gap(i + 1) {
				b.tokens[i+1].edit = putBlank
			}
		}
		tail = b.addressTail(tail, i)
	}
}

// empty reports whether two tokens are a pair of brackets or quotes, which keep
// the space that is all they hold: «[ ]».
func (b *block) empty(left, right int) bool {
	if b.kindOf(left) != kindOpening || b.kindOf(right) != kindClosing {
		return false
	}
	switch l, r := b.glyph(left), b.glyph(right); l {
	case "(":
		return r == ")"
	case "[":
		return r == "]"
	default:
		return r != ")" && r != "]"
	}
}

// closeUpPoints takes away the spaces before , ; : ! ? and . (T-08) and puts
// one after a comma between two words (T-04).
func (b *block) closeUpPoints() {
	if b.hints&pointed == 0 {
		return
	}
	tail := false
	for i := range b.tokens {
		switch t := &b.tokens[i]; t.kind {
		case kindSpace:
			if t.edit != drop && i > 0 && b.pointAfter(i) && !(tail && b.lengthens(i)) {
				t.edit = drop
			}
		case kindComma:
			if b.gap(i+1) && b.listed(b.before(i), i+2) {
				b.tokens[i+1].edit = putBlank
			}
		}
		tail = b.addressTail(tail, i)
	}
}

// pointAfter reports whether what follows the space i is a point of a sentence
// and not the beginning of something: « .ua», « :)», « ,5» stay.
func (b *block) pointAfter(i int) bool {
	point := b.kindOf(i + 1)
	if point != kindComma && point != kindDot && point != kindStop {
		return false
	}
	if point == kindDot && b.kindOf(i-1) == kindDot {
		return false // «. . .» must not become three dots in a row
	}
	next := i + 2
	if b.gap(next) {
		next++
	}
	smile := string(b.typed(i+1)) == ":" || string(b.typed(i+1)) == ";"
	switch k := b.kindOf(next); k {
	case kindEdge, kindSpace, kindHardSpace:
		return true
	case kindClosing, kindHyphen, kindDash:
		return !smile
	case kindComma, kindDot, kindStop, kindEllipsis:
		return true
	case kindWord:
		return point == kindComma && b.listed(i-1, next)
	}
	return false
}

// listed reports whether two tokens are words of a sentence, so that a comma
// between them needs a space. Latin letters in a Ukrainian text may be (x,y).
func (b *block) listed(left, right int) bool {
	if b.kindOf(left) != kindWord || b.kindOf(right) != kindWord {
		return false
	}
	return b.manner == &inEnglish || b.cyrillic(left) || b.cyrillic(right)
}

// addressTail reports whether an address would go on to the end of token i if
// there were more behind it. A rule that took away a space there would make the
// address longer for the next reading.
func (b *block) addressTail(tail bool, i int) bool {
	switch b.kindOf(i) {
	case kindAddress:
		return true
	case kindSpace:
		return tail && b.tokens[i].edit == drop
	case kindClosing:
		return tail && !b.quote(i)
	case kindComma, kindDot, kindStop, kindEllipsis, kindHyphen, kindDash, kindApostrophe:
		return tail
	}
	return false
}

// lengthens reports whether there is more behind the bracket or point that
// follows the space i. Quotes end an address.
func (b *block) lengthens(i int) bool {
	next := b.kindOf(i + 2)
	return !b.quote(i+1) && next != kindEdge && (!spacing(next) || b.gap(i+2))
}

// quote reports whether token i is a quote, whatever became of it.
func (b *block) quote(i int) bool {
	return strings.Contains(`"«»„“”`, string(b.typed(i)))
}
