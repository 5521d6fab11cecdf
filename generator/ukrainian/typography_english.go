package ukrainian

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
