package ukrainian

import "strings"

// setDashes sets ranges of numbers (T-06) and dashes between words (T-07).
func (b *block) setDashes() {
	if !b.dashed {
		return
	}
	for i := range b.tokens {
		switch b.tokens[i].kind {
		case isNumber:
			b.setRangeInside(i)
		case isHyphen, isDash:
			if !b.setRange(i) {
				b.setDash(i)
			}
		}
	}
}

// setDash makes a dash out of a hyphen or dash with spaces around (T-07).
func (b *block) setDash(i int) {
	left, right := b.before(i), b.after(i)
	if !spacing(b.kindOf(left)) || !spacing(b.kindOf(right)) || b.before(left) < 0 {
		return
	}
	if b.kindOf(left) == isSpace {
		b.tokens[left].edit = hard
	}
	if b.typed(i) != b.written[dash] {
		b.tokens[i].edit = dash
	}
}

// setRange sets the dash i if spaces part it from the numbers beside it, and
// reports whether the matter is settled: «5 - 7», which may be a subtraction,
// and «4 – 28 – 26» stay as they are.
func (b *block) setRange(i int) bool {
	left, right := b.beforeSpace(i), b.afterSpace(i)
	if b.kindOf(left) != isNumber || b.kindOf(right) != isNumber {
		return false
	}
	if b.chained(left, right) {
		return true
	}
	from, to := b.typed(left), b.typed(right)
	if !rangeEnd(from) || !rangeEnd(to) {
		return false
	}
	apart, hyphen := b.apart(left, right), b.tokens[i].kind == isHyphen
	if !apart || hyphen && !b.years(from, to, left) {
		return hyphen
	}
	for j := left + 1; j < right; j++ {
		b.tokens[j].edit = drop
	}
	b.tokens[i].edit = range_
	return true
}

// setRangeInside sets the dash in a number such as 2019-2020.
func (b *block) setRangeInside(i int) {
	s := b.typed(i)
	for _, sign := range [...]string{"-", "—"} {
		from, to, found := strings.Cut(s, sign)
		if !found || !rangeEnd(from) || !rangeEnd(to) || !b.apart(i, i) {
			continue
		}
		if sign == "—" || b.years(from, to, i) {
			b.tokens[i].edit = rangeIn
		}
	}
}

// rangeEnd reports whether s is a number of one to four digits, with or without
// decimals, and nothing else.
func rangeEnd(s string) bool {
	whole, decimals, found := strings.Cut(s, ",")
	return 1 <= len(whole) && len(whole) <= 4 && onlyDigits(whole) &&
		(!found || decimals != "" && onlyDigits(decimals))
}

// years reports whether a hyphen between two numbers means a range: only if
// both have four digits and they are not said to be a document or a telephone.
func (b *block) years(from, to string, first int) bool {
	if len(from) != 4 || len(to) != 4 || !onlyDigits(from) || !onlyDigits(to) {
		return false
	}
	i := b.beforeSpace(first)
	if k := b.kindOf(i); k == isDot || k == isStop {
		i = b.beforeSpace(i)
	}
	switch b.kindOf(i) {
	case isNumero:
		return false
	case isClosing: // (06267) 1234-5678
		return b.kindOf(b.before(i)) != isNumber
	case isWord:
		switch strings.ToLower(b.typed(i)) {
		case "issn", "isbn", "тел", "телефон", "телефони", "факс", "tel", "phone", "fax":
			return false
		}
	}
	return true
}

// apart reports whether the numbers from first to last are joined to nothing
// outside, as the parts of a code would be.
func (b *block) apart(first, last int) bool {
	switch b.kindOf(b.before(first)) {
	case isEdge, isSpace, isHardSpace, isOpening, isQuote, isNumero, isComma, isDot, isStop, isEllipsis, isDash:
	default:
		return false
	}
	next := b.after(last)
	switch b.kindOf(next) {
	case isHyphen, isOther, isObject, isAddress, isApostrophe:
		return false
	case isWord:
		return b.cyrillic(next)
	}
	return true
}

// chained reports whether more dashes and numbers precede or follow.
func (b *block) chained(first, last int) bool {
	i, j := b.beforeSpace(first), b.afterSpace(last)
	return dashing(b.kindOf(i)) && b.kindOf(b.beforeSpace(i)) == isNumber ||
		dashing(b.kindOf(j)) && b.kindOf(b.afterSpace(j)) == isNumber
}

func dashing(k kind) bool {
	return k == isHyphen || k == isDash
}

func onlyDigits(s string) bool {
	for i := range len(s) {
		if !isDigit(s[i]) {
			return false
		}
	}
	return true
}
