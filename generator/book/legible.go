package book

import "unicode/utf8"

// legible tells whether a text is UTF-8 and XML has all its signs. One look over its bytes is enough for nearly every text: it goes from one state
// to the next and asks nothing on its way, for nobody can foretell where a word of two-byte letters ends. [utf8.ValidString] takes more than twice as long.
func legible(text string) bool {
	state := uint64(whole)
	for i := range len(text) {
		state = nextState[text[i]] >> (state & sixBits)
	}
	state &= sixBits
	return state == whole || state == doubtful && carefullyLegible(text)
}

// The states are between two signs, inside one of which bytes are to come, and doubtful for good: the look tells nothing then. Each is the place of six
// bits in a number.
const (
	whole = 6 * iota
	wantsOne
	wantsTwo
	wantsTwoAfterEF // EF BF may begin the two signs that XML has not
	doubtful
	sixBits = 1<<6 - 1
)

// nextState holds for every byte the states to which it leads, each at the place of the state before.
var nextState = func() (table [256]uint64) {
	for b := range table {
		after := map[uint64]uint64{whole: doubtful, wantsOne: doubtful, wantsTwo: doubtful, wantsTwoAfterEF: doubtful, doubtful: doubtful}
		switch {
		case b >= ' ' && b < utf8.RuneSelf, b == '\n', b == '\t':
			after[whole] = whole
		case b >= 0x80 && b <= 0xBF:
			after[wantsOne], after[wantsTwo] = whole, wantsOne
			if b < 0xBF {
				after[wantsTwoAfterEF] = wantsOne
			}
		case b >= 0xC2 && b <= 0xDF:
			after[whole] = wantsOne
		case b >= 0xE1 && b <= 0xEE && b != 0xED: // E0 and ED begin what is no UTF-8, too
			after[whole] = wantsTwo
		case b == 0xEF:
			after[whole] = wantsTwoAfterEF
		}
		for before, state := range after {
			table[b] |= state << before
		}
	}
	return table
}()

func carefullyLegible(text string) bool {
	for _, r := range text {
		if r < ' ' && r != '\n' && r != '\t' || r == 0xFFFE || r == 0xFFFF {
			return false
		}
	}
	return utf8.ValidString(text)
}
