package imported

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
)

var (
	labelPlace  = regexp.MustCompile(`%([1-9])`)
	simpleLabel = regexp.MustCompile(`^%[1-9][.)]?$`)
)

// spoken tells that a label says more than which one of a list this is: «Урок 3», «2.1». A paragraph begins with it then and is no element of a list. Headings have
// numbers only where a manual sets them, so that of theirs only words are taken.
func (l level) spoken(heading bool) bool {
	return l.kind == "ol" && (strings.ContainsFunc(l.label, unicode.IsLetter) || !heading && len(labelPlace.FindAllString(l.label, -1)) > 1)
}

// changed tells that Markdown has no such label: «а)», «IV.», «(1)».
func (l level) changed() bool {
	return l.kind == "ol" && l.label != "" && (!simpleLabel.MatchString(l.label) || l.form != "decimal" && l.form != "decimalZero")
}

// inList is what a paragraph is in a list.
type inList struct {
	kind  string // ol or ul; "": it is none
	label string // with which its words begin, where Markdown has no such list
	level int    // from 0
	count int    // which one it is
}

// listed counts a paragraph in its list.
func (d *document) listed(n *node, s style) (e inList) {
	number := s.list[0]
	e.level, _ = strconv.Atoi(s.list[1])
	if number == "0" {
		return e
	}
	own := d.lists[number].levels[strconv.Itoa(e.level)]
	if e.kind = own.kind; e.kind != "" {
		e.count = d.count(number, e.level)
	}
	heading := s.level > 0 || s.title
	switch {
	case own.spoken(heading) && strings.TrimSpace(n.words()) != "":
		e.label, e.kind = d.label(number, e.level)+" ", ""
	case heading && e.kind == "ol", own.changed() && e.count == max(1, own.start):
		d.lost.add(LostNumbers, strings.TrimSpace(d.label(number, e.level)+" "+n.shown()))
	}
	return e
}

// label is what Word shows before a paragraph of a list that has been counted.
func (d *document) label(number string, depth int) string {
	l := d.lists[number]
	own := l.levels[strconv.Itoa(depth)]
	return strings.TrimSpace(labelPlace.ReplaceAllStringFunc(own.label, func(place string) string {
		at, _ := strconv.Atoi(place[1:])
		one := l.levels[strconv.Itoa(at-1)]
		n, ok := d.counted[l.abstract+" "+strconv.Itoa(at-1)]
		if !ok {
			n = max(1, one.start)
		}
		if own.lawful {
			return strconv.Itoa(n)
		}
		return counted(n, one.form)
	}))
}

// counted is a number as a list writes it.
func counted(n int, form string) string {
	switch form {
	case "lowerLetter":
		return letter(n, "abcdefghijklmnopqrstuvwxyz")
	case "upperLetter":
		return letter(n, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
	case "russianLower": // a Ukrainian Word writes its own letters under this name
		return letter(n, "абвгдежзиклмнопрстуфхцчшщюя")
	case "russianUpper":
		return letter(n, "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЮЯ")
	case "upperRoman":
		return roman(n)
	case "lowerRoman":
		return strings.ToLower(roman(n))
	case "decimalZero":
		if n < 10 {
			return "0" + strconv.Itoa(n)
		}
	}
	return strconv.Itoa(n)
}

// letter is the letter of a number; behind the last they come twice each.
func letter(n int, letters string) string {
	all := []rune(letters)
	if n < 1 || n > 20*len(all) {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(all[(n-1)%len(all)]), (n-1)/len(all)+1)
}

func roman(n int) string {
	if n < 1 || n > 3999 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, figure := range []struct {
		value int
		text  string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= figure.value; n -= figure.value {
			b.WriteString(figure.text)
		}
	}
	return b.String()
}
