package ukrainian

import "strings"

// setDashes sets ranges of numbers (T-06) and dashes between words (T-07).
func (b *block) setDashes() {
	if b.hints&dashed == 0 {
		return
	}
	for i := range b.tokens {
		switch b.tokens[i].kind {
		case kindNumber:
			b.setRangeInside(i)
		case kindHyphen, kindDash:
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
	if b.kindOf(left) == kindSpace {
		b.tokens[left].edit = putHard
	}
	if string(b.typed(i)) != b.written[putDash] {
		b.tokens[i].edit = putDash
	}
}

// setRange sets the dash i if spaces part it from the numbers beside it, and
// reports whether the matter is settled: «5 - 7», which may be a subtraction,
// and «4 – 28 – 26» stay as they are. With spaces, the numbers must ascend and
// not follow №: «у 2019 – 10 заходів», «у школі № 5 – 30 учнів» are sentences.
func (b *block) setRange(i int) bool {
	left, right := b.beforeSpace(i), b.afterSpace(i)
	if b.kindOf(left) != kindNumber || b.kindOf(right) != kindNumber {
		return false
	}
	if b.chained(left, right) {
		return true
	}
	from, to := string(b.typed(left)), string(b.typed(right))
	if !rangeEnd(from) || !rangeEnd(to) {
		return false
	}
	hyphen := b.tokens[i].kind == kindHyphen
	likely := b.apart(left, right) && b.kindOf(b.beforeSpace(left)) != kindNumero && ascend(from, to)
	if !likely || hyphen && !b.years(from, to, left) {
		return hyphen
	}
	for j := left + 1; j < right; j++ {
		b.tokens[j].edit = drop
	}
	b.tokens[i].edit = putRange
	return true
}

// setRangeInside sets the dash in a number such as 2019-2020.
func (b *block) setRangeInside(i int) {
	s := string(b.typed(i))
	for _, sign := range [...]string{"-", "—"} {
		from, to, found := strings.Cut(s, sign)
		if !found || !rangeEnd(from) || !rangeEnd(to) || !b.apart(i, i) {
			continue
		}
		if sign == "—" || b.years(from, to, i) {
			b.tokens[i].edit = rangeInside
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

// ascend compares two range ends.
func ascend(from, to string) bool {
	low, lowDecimals, _ := strings.Cut(from, ",")
	high, highDecimals, _ := strings.Cut(to, ",")
	m, _ := parseDigits(low, 1, 4)
	n, _ := parseDigits(high, 1, 4)
	return m < n || m == n && lowDecimals < highDecimals
}

// years reports whether a hyphen between two numbers means a range: only if
// both have four digits and they are not said to be a document or a telephone.
func (b *block) years(from, to string, first int) bool {
	if len(from) != 4 || len(to) != 4 || !onlyDigits(from) || !onlyDigits(to) {
		return false
	}
	i := b.beforeSpace(first)
	for n := 0; n < 2 && (b.kindOf(i) == kindDot || b.kindOf(i) == kindStop); n++ { // «тел.: »
		i = b.beforeSpace(i)
	}
	switch b.kindOf(i) {
	case kindNumero:
		return false
	case kindClosing: // (06267) 1234-5678
		return b.kindOf(b.before(i)) != kindNumber
	case kindWord:
		switch strings.ToLower(string(b.typed(i))) {
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
	case kindEdge, kindSpace, kindHardSpace, kindOpening, kindQuote, kindNumero, kindComma, kindDot, kindStop, kindEllipsis, kindDash:
	default:
		return false
	}
	next := b.after(last)
	switch b.kindOf(next) {
	case kindHyphen, kindOther, kindObject, kindAddress, kindApostrophe:
		return false
	case kindWord:
		return b.cyrillic(next)
	}
	return true
}

// chained reports whether more dashes and numbers precede or follow.
func (b *block) chained(first, last int) bool {
	i, j := b.beforeSpace(first), b.afterSpace(last)
	return dashing(b.kindOf(i)) && b.kindOf(b.beforeSpace(i)) == kindNumber ||
		dashing(b.kindOf(j)) && b.kindOf(b.afterSpace(j)) == kindNumber
}

func dashing(k kind) bool {
	return k == kindHyphen || k == kindDash
}

func onlyDigits(s string) bool {
	for i := range len(s) {
		if !isDigit(s[i]) {
			return false
		}
	}
	return true
}
