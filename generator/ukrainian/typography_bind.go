package ukrainian

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// bindWords puts no-break spaces between what belongs together (T-09, T-10,
// T-11, T-13) and finds the numbers that are joined to a word.
func (b *block) bindWords() {
	for i := range b.tokens {
		switch t := &b.tokens[i]; t.kind {
		case kindSpace:
			if (t.edit != drop || b.gap(i)) && b.binds(i) {
				t.edit = putHard
			}
		case kindNumber:
			if b.manner == &inUkrainian {
				b.findGlue(i)
			}
		}
	}
}

// binds reports whether no line may break at the space or gap i.
func (b *block) binds(i int) bool {
	left, right := b.kindOf(i-1), b.kindOf(i+1)
	if left == kindNumero {
		return right == kindNumber // T-09
	}
	if b.manner == &inEnglish || right == kindEdge {
		return false
	}
	typed := b.tokens[i].edit != drop // no mere gap
	switch left {
	case kindNumber:
		return b.yearMark(i+1) || typed && b.unit(i+1, b.typed(i-1))
	case kindDot:
		word := b.before(i - 1)
		return b.schoolYear(word) || typed && b.abbreviation(word, right)
	case kindWord:
		return typed && (string(b.typed(i-1)) == "смт" || oneLetter(b.typed(i-1))) && b.whole(i-1)
	}
	return false
}

// yearMark reports whether «р.», «рр.» or «н. р.» begins at i, after a number
// (T-10).
func (b *block) yearMark(i int) bool {
	next := b.afterPoint(i)
	if next < 0 {
		return false
	}
	switch string(b.typed(i)) {
	case "р", "рр":
		return true
	case "н":
		return b.afterPoint(next) >= 0 && string(b.typed(next)) == "р"
	}
	return false
}

// afterPoint returns the token after the word i, its full stop and a space or
// gap; -1 if i is not a word with a full stop.
func (b *block) afterPoint(i int) int {
	if b.kindOf(i) != kindWord {
		return -1
	}
	point := b.after(i)
	if b.kindOf(point) != kindDot {
		return -1
	}
	if !spacing(b.kindOf(point + 1)) {
		return point + 1
	}
	return point + 2
}

// schoolYear reports whether i is the «н» of «2019/2020 н. р.».
func (b *block) schoolYear(i int) bool {
	return b.yearMark(i) && string(b.typed(i)) == "н" && b.kindOf(b.beforeSpace(i)) == kindNumber
}

// unit reports whether what begins at i measures the number before it, or is
// the month of which it is a day (T-10).
func (b *block) unit(i int, number []byte) bool {
	if b.kindOf(i) == kindPercent {
		return true
	}
	if b.kindOf(i) != kindWord {
		return false
	}
	switch word := b.typed(i); string(word) {
	case "грн", "год", "хв", "млн", "млрд":
		return true
	case "с", "тис":
		return b.afterPoint(i) >= 0
	default:
		return isDay(number) && isMonth(word)
	}
}

// abbreviation reports whether the word i, which a full stop follows, is one of
// those that are not parted from what is next (T-11). Between a number and
// a word it is another one: «450 с. Далі», «XX ст. Далі»; and «т. п.», «т. ч.»
// belong to what precedes.
func (b *block) abbreviation(i int, next kind) bool {
	if b.kindOf(i) != kindWord || !isAbbreviation(b.typed(i)) || !b.whole(i) {
		return false
	}
	previous := b.beforeSpace(i)
	switch b.kindOf(previous) {
	case kindNumber:
		return next == kindNumber
	case kindWord:
		return next == kindNumber || !isRoman(b.typed(previous))
	case kindDot:
		word := b.before(previous)
		return b.kindOf(word) != kindWord || string(b.typed(word)) != "т"
	}
	return true
}

// isRoman reports whether word is a Roman numeral, also of the Cyrillic letters
// that look like one.
func isRoman(word []byte) bool {
	return len(bytes.Trim(word, "IVXLCDMІХМС")) == 0
}

func isAbbreviation(word []byte) bool {
	switch string(word) {
	case "м", "с", "вул", "обл", "ім", "див", "ст", "п", "ч", "проф", "доц",
		"Вул", "Обл", "Ім", "Див", "Ст", "Проф", "Доц":
		return true
	}
	return false
}

// oneLetter reports whether word is a preposition or conjunction of one letter
// (T-13).
func oneLetter(word []byte) bool {
	if len(word) != len("у") {
		return false
	}
	switch string(word) {
	case "у", "в", "з", "о", "і", "й", "а", "я", "є", "У", "В", "З", "О", "І", "Й", "А", "Я", "Є":
		return true
	}
	return false
}

// isDay reports whether number ends in a day of a month: 16, 21–26.
func isDay(number []byte) bool {
	start := len(number)
	for start > 0 && isDigit(number[start-1]) {
		start--
	}
	switch day := string(number[start:]); len(day) {
	case 1:
		return day != "0"
	case 2:
		return day != "00" && day <= "31"
	}
	return false
}

// isMonth reports whether word is the name of a month in the genitive.
func isMonth(word []byte) bool {
	for _, month := range &months {
		if string(word) == month.genitive {
			return len(word) > 0
		}
	}
	return false
}

// findGlue notes a year joined to the preposition before it («У2019») or a
// number joined to the month or year after it («16вересня», «2019року»).
func (b *block) findGlue(i int) {
	if b.kindOf(i-1) == kindWord && oneLetter(b.typed(i-1)) && b.whole(i-1) && leadingDigits(b.typed(i)) == 4 {
		b.flaws = append(b.flaws, Flaw{FlawGlue, string(b.typed(i-1)) + string(b.typed(i))})
	}
	if b.gap(i+1) && b.tokens[i+1].edit == drop && isTime(b.typed(i+2)) {
		b.flaws = append(b.flaws, Flaw{FlawGlue, string(b.typed(i)) + string(b.typed(i+2))})
	}
}

func isTime(word []byte) bool {
	switch string(word) {
	case "рік", "року", "році", "роком", "роки", "років", "роках":
		return true
	}
	return isMonth(word)
}

func leadingDigits(s []byte) int {
	n := 0
	for n < len(s) && isDigit(s[n]) {
		n++
	}
	return n
}

// bindInitials binds initials with one another and with the surname before or
// after them, also where no space was typed (T-12): «В. Г. Друга»,
// «Герасим Н. П.».
//
// A single initial binds to the surname after it in Ukrainian only: English
// sentences end in one letter too often.
func (b *block) bindInitials() {
	if b.hints&(shortened|pointed) == 0 {
		return
	}
	for i := 0; i < len(b.tokens); i++ {
		if !b.initial(i) || !b.whole(i) {
			continue
		}
		first, next := i, b.afterPoint(i)
		for b.initial(next) && spacing(b.kindOf(next-1)) {
			i, next = next, b.afterPoint(next)
		}
		before, after := b.surnames(first, i)
		if before {
			b.harden(first - 1)
		}
		for j := first; j < i && (before || after); {
			j = b.afterPoint(j)
			b.harden(j - 1)
		}
		if after {
			b.harden(next - 1)
		}
	}
}

// surnames reports on which side of the initials from first to last the surname
// is. Of two candidates it is the one behind, unless the one in front is bound
// already or does not begin a sentence.
func (b *block) surnames(first, last int) (before, after bool) {
	next := b.afterPoint(last)
	after = b.surname(next) && spacing(b.kindOf(next-1))
	if first == last {
		return false, after && b.initials == 1 && b.cyrillic(first) && b.tokens[next-1].edit != drop
	}
	space := b.before(first)
	before = spacing(b.kindOf(space)) && b.surname(b.before(space))
	if before && after {
		before = b.kindOf(space) == kindHardSpace || b.midSentence(b.before(space))
		after = !before
	}
	return before, after
}

// initial reports whether a capital letter with a full stop begins at i.
func (b *block) initial(i int) bool {
	return b.kindOf(i) == kindWord && b.singleCapital(i) && b.afterPoint(i) >= 0
}

// surname reports whether i is a word of several letters with a capital first
// one, as Друга or О’Ніл.
func (b *block) surname(i int) bool {
	if b.kindOf(i) != kindWord {
		return false
	}
	first, size := utf8.DecodeRune(b.typed(i))
	second, _ := utf8.DecodeRune(b.typed(i)[size:])
	return unicode.IsUpper(first) && (unicode.IsLower(second) || IsApostrophe(second))
}

// midSentence reports whether something of the same sentence precedes i.
func (b *block) midSentence(i int) bool {
	switch b.kindOf(b.beforeSpace(i)) {
	case kindWord, kindNumber, kindComma, kindHyphen, kindDash:
		return true
	}
	return false
}

// harden makes the space i a no-break one, and the gap i only if the initial
// before it is Cyrillic: «U.S. Army» stays.
func (b *block) harden(i int) {
	if b.kindOf(i) == kindSpace && (b.tokens[i].edit != drop || b.cyrillic(b.before(b.before(i)))) {
		b.tokens[i].edit = putHard
	}
}
