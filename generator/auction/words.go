package auction

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// lookAlikes are the Cyrillic capitals that people type for Latin ones.
var lookAlikes = strings.NewReplacer("К", "K", "А", "A", "В", "B", "Е", "E", "І", "I", "М", "M", "Н", "H", "О", "O", "Р", "P", "С", "C",
	"Т", "T", "Х", "X", "Ј", "J")

var (
	bidderCode = regexp.MustCompile(`^K\d{2,3}$`)
	memberCode = regexp.MustCompile(`^J\d{1,3}$`)
	lotNumber  = regexp.MustCompile(`^(?:лот)? ?№? ?(\d{1,9})(?: ?[.:—–-].*)?$`)
	amount     = regexp.MustCompile(`^(\d{1,6})(?:[.,]0{1,2})?$`)
	thousands  = regexp.MustCompile(`^\d{1,3}(?: \d{3})+(?:[.,]\d*)?$`)
)

// readCode is a code with all that people do to one undone; "" where it is none, so that a name or an e-mail in its place goes nowhere.
func readCode(text string, pattern *regexp.Regexp) string {
	text = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return unicode.ToUpper(r)
	}, text)
	if text = lookAlikes.Replace(text); pattern.MatchString(text) {
		return text
	}
	return ""
}

// Code is a bidder's code as an author or a form may have written it: «к 07» is K07; "" where it is none.
func Code(written string) string { return readCode(written, bidderCode) }

// readLot is the number of a lot, alone or before its name: «Лот № 1 — Ранкове коло»; 0 where it is none.
func readLot(text string) int {
	m := lotNumber.FindStringSubmatch(strings.Join(strings.Fields(strings.ToLower(text)), " "))
	if m == nil {
		return 0
	}
	n, _ := strconv.Atoi(m[1])
	return n
}

// usualCurrency are the words that may stand behind an amount. Real money must not slip in.
var usualCurrency = []string{"талант", "таланти", "талантів", "таланта", "тл"}

// readAmount is a whole amount of the play currency; 0 where it is none.
func (o *Reading) readAmount(text string) int {
	text = strings.ToLower(strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(trim(text)))
	for _, word := range slices.Concat(usualCurrency, o.Currency) {
		if rest, found := strings.CutSuffix(text, strings.ToLower(word)); found && word != "" && !endsInLetter(rest) {
			text = trim(rest)
			break
		}
	}
	if thousands.MatchString(text) {
		text = strings.ReplaceAll(text, " ", "")
	}
	m := amount.FindStringSubmatch(text)
	if m == nil {
		return 0
	}
	n, _ := strconv.Atoi(m[1])
	return n
}

func endsInLetter(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(text)
	return unicode.IsLetter(r)
}

// notes are the names of the colours.
var notes = map[string]Note{
	"green": Green, "зелена": Green, "зелений": Green, "yellow": Yellow, "жовта": Yellow, "жовтий": Yellow, "red": Red, "червона": Red, "червоний": Red,
}

// readNote is a coloured note; "" where it is none.
func readNote(text string) Note {
	return notes[trim(strings.TrimSuffix(strings.ToLower(trim(text)), "купюра"))]
}

// yes tells that a cell agrees.
func yes(text string) bool {
	switch strings.ToLower(trim(text)) {
	case "так", "yes", "+", "1", "true":
		return true
	}
	return false
}

// unsaid tells a cell that says neither yes nor no: «знято», «x». Taken for a no it would leave a bidder in whom somebody meant to be out.
func unsaid(text string) bool {
	switch strings.ToLower(trim(text)) {
	case "", "ні", "no", "-", "–", "—", "0", "false":
		return false
	}
	return !yes(text)
}
