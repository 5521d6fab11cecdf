package ukrainian

import (
	"strings"
	"unicode/utf8"
)

// pairQuotes sets quotes by how they are nested: the outer pair and every
// second one inside are outer glyphs, the others inner ones (T-03). If one has
// no partner, all stay as they are typed, with the spaces around them: a space
// taken away could make it look paired at the next reading.
func (b *block) pairQuotes() {
	if len(b.quotes) == 0 {
		return
	}
	depths, stray := b.nestQuotes()
	if stray >= 0 {
		b.flaws = append(b.flaws, Flaw{FlawQuotes, b.fragment(stray)})
		return
	}
	for n, i := range b.quotes {
		t, depth := &b.tokens[i], depths[n]
		t.kind = kindOpening
		glyph := b.openingEdit(depth)
		if depth < 0 {
			t.kind = kindClosing
			glyph = b.openingEdit(-depth) + putOuterClose - putOuterOpen
		}
		if b.written[glyph] != string(b.typed(i)) {
			t.edit = glyph
		}
	}
}

// openingEdit returns the glyph that opens a quote so many levels deep. English
// inner quotes are apostrophes to the next reading, which therefore sees one
// level less; so there the outer ones do not come back inside.
func (b *block) openingEdit(depth int) edit {
	if depth == 1 || depth%2 == 1 && b.manner == &inUkrainian {
		return putOuterOpen
	}
	return putInnerOpen
}

// nestQuotes returns for every quote its depth, negative if it closes; or the
// first quote without a partner, else -1.
func (b *block) nestQuotes() (depths []int, stray int) {
	depths = make([]int, len(b.quotes))
	var open []int // the tokens of open quotes
	for n := 0; n < len(b.quotes); {
		run := n + 1 // quotes side by side share their surroundings
		for run < len(b.quotes) && b.quotes[run] == b.quotes[run-1]+1 {
			run++
		}
		around := b.surroundings(b.quotes[n], b.quotes[run-1])
		for ; n < run; n++ {
			i := b.quotes[n]
			innermost := ""
			if len(open) > 0 {
				innermost = string(b.typed(open[len(open)-1]))
			}
			switch b.turn(i, around, innermost) {
			case opens:
				open = append(open, i)
				depths[n] = len(open)
			case closes:
				if len(open) == 0 {
					return nil, i
				}
				depths[n] = -len(open)
				open = open[:len(open)-1]
			default:
				return nil, i
			}
		}
	}
	if len(open) > 0 {
		return nil, open[0]
	}
	return depths, -1
}

// turn is what a quote does, as far as one can see.
type turn int

const (
	unclear turn = iota
	opens
	closes
	insideWord // between two letters or digits
)

// turn decides about the quote i. An upright quote, or “, which closes in
// Ukrainian and opens in English, goes by what is around it, and in doubt
// closes the innermost open one. But after „, and where none is open in
// English, “ can only be what this package would have set.
func (b *block) turn(i int, around turn, innermost string) turn {
	switch string(b.typed(i)) {
	case "«", "„":
		return opens
	case "»", "”":
		return closes
	case `"`:
		if around == insideWord {
			return unclear // об"єднання, 24"x
		}
	case "“":
		if b.manner == &inEnglish && innermost == "" {
			return opens
		}
		if b.manner == &inUkrainian && innermost == "„" {
			return closes
		}
	}
	switch {
	case around == opens || around == closes:
		return around
	case innermost != "":
		return closes
	default:
		return opens
	}
}

// surroundings tells from the tokens beside a run of quotes what they do.
func (b *block) surroundings(first, last int) turn {
	left, right := b.kindOf(b.before(first)), b.kindOf(b.after(last))
	free := leading(left)
	ended := trailing(right) || right == kindHyphen || right == kindDash
	switch {
	case free && !ended:
		return opens
	case !free && ended:
		return closes
	case (left == kindWord || left == kindNumber) && (right == kindWord || right == kindNumber):
		return insideWord
	}
	return unclear
}

// leading reports whether something that opens may follow k.
func leading(k kind) bool {
	switch k {
	case kindEdge, kindSpace, kindHardSpace, kindOpening, kindHyphen, kindDash:
		return true
	}
	return false
}

// trailing reports whether k may follow something that closes.
func trailing(k kind) bool {
	switch k {
	case kindEdge, kindSpace, kindHardSpace, kindClosing, kindComma, kindDot, kindStop, kindEllipsis:
		return true
	}
	return false
}

// fragment returns some of the text from the quote i on, or up to it if it
// closes.
func (b *block) fragment(i int) string {
	const most = 40
	start, end := int(b.tokens[i].start), int(b.tokens[i].end)
	if g := string(b.typed(i)); g == "»" || g == "”" || b.kindOf(i+1) == kindEdge {
		for n := 0; n < most && start > 0; n++ {
			_, size := utf8.DecodeLastRune(b.text[:start])
			start -= size
		}
	} else {
		for n := 0; n < most && end < len(b.text); n++ {
			_, size := utf8.DecodeRune(b.text[end:])
			end += size
		}
	}
	return strings.TrimSpace(string(b.text[start:end]))
}

// setApostrophes sets the upright apostrophes of an English text: ’ in and
// after words, and the pair ‘ ’ where one opens and another closes a quote.
// Inside Cyrillic words T-02 has seen to them.
func (b *block) setApostrophes() {
	closer := false // a sign that may close a quote stands further on
	for i := len(b.tokens) - 1; i >= 0; i-- {
		if b.tokens[i].kind != kindApostrophe {
			continue
		}
		left, right := b.kindOf(b.before(i)), b.kindOf(b.after(i))
		between := left == kindWord && right == kindWord
		if sign := string(b.typed(i)); sign != "'" && !between || sign == "‘" || sign == "’" {
			continue
		}
		free := leading(left)
		switch {
		case left == kindApostrophe || right == kindApostrophe: // ''word''
		case !free:
			b.tokens[i].edit = putApostrophe
			closer = closer || !between
		case right == kindNumber: // the ’90s
			b.tokens[i].edit = putApostrophe
		case trailing(right): // alone among spaces
		case closer:
			b.tokens[i].edit = putInnerOpen
			closer = false
		default:
			b.tokens[i].edit = putApostrophe
		}
	}
}
