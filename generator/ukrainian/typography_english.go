package ukrainian

// setApostrophes sets the upright apostrophes of an English text: ’ in and
// after words, and the pair ‘ ’ where one opens and another closes a quote.
// Inside Cyrillic words T-02 has seen to them.
func (b *block) setApostrophes() {
	closer := false // a sign that may close a quote stands further on
	for i := len(b.tokens) - 1; i >= 0; i-- {
		if b.tokens[i].kind != isApostrophe {
			continue
		}
		left, right := b.kindOf(b.before(i)), b.kindOf(b.after(i))
		between := left == isWord && right == isWord
		if b.typed(i) != "'" && !between || b.typed(i) == "‘" || b.typed(i) == "’" {
			continue
		}
		free := left == isEdge || left == isOpening || left == isHyphen || left == isDash || spacing(left)
		switch {
		case left == isApostrophe || right == isApostrophe: // ''word''
		case !free:
			b.tokens[i].edit = apostrophe
			closer = closer || !between
		case right == isNumber: // the ’90s
			b.tokens[i].edit = apostrophe
		case right == isEdge || spacing(right) || closing(right):
		case closer:
			b.tokens[i].edit = innerOpen
			closer = false
		default:
			b.tokens[i].edit = apostrophe
		}
	}
}
