package problem

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// Excerpt is the line of source with this number, from 1, without its end; ""
// if there is none. A byte-order mark is left out, and a byte that is not UTF-8
// becomes one replacement sign, so that columns in runes stay true.
func Excerpt(source []byte, line int) string {
	if line < 1 {
		return ""
	}
	source = bytes.TrimLeft(source, "\ufeff")
	for ; line > 1; line-- {
		end := bytes.IndexByte(source, '\n')
		if end < 0 {
			return ""
		}
		source = source[end+1:]
	}
	if end := bytes.IndexByte(source, '\n'); end >= 0 {
		source = source[:end]
	}
	source = bytes.TrimSuffix(source, []byte("\r"))
	if utf8.Valid(source) {
		return string(source)
	}
	return string([]rune(string(source)))
}

// How much of a long line is shown, and how much of it stands before the place.
const (
	shownRunes  = 100
	shownBefore = 40
)

// tabWidth is what a tab is expanded to, at most.
const tabWidth = 4

// mark prepares a line for showing: what to print, and below it the carets that
// stand under length runes from column. Carets are "" if there is no such column.
func mark(source string, column, length int) (shown, carets string) {
	runes := []rune(source)
	start, end := 0, 0
	marked := column >= 1 && column <= len(runes)+1
	if marked {
		start, end = markedRunes(runes, column, length)
	}
	from, to := window(runes, start)
	end = min(end, to)

	var line strings.Builder
	pad, carat, at := 0, 0, 0 // in columns of the screen
	if from > 0 {
		line.WriteString("…")
		pad, at = 1, 1
	}
	for i := from; i < to; i++ {
		w := runeWidth(runes, i)
		if runes[i] == '\t' {
			w = tabWidth - at%tabWidth
			line.WriteString(strings.Repeat(" ", w))
		} else {
			line.WriteRune(printable(runes[i]))
		}
		at += w
		switch {
		case i < start:
			pad += w
		case i < end:
			carat += w
		}
	}
	if to < len(runes) {
		line.WriteString("…")
	}
	if marked {
		carets = strings.Repeat(" ", pad) + strings.Repeat("^", max(carat, 1))
	}
	return strings.TrimRight(line.String(), " "), carets
}

// markedRunes is the range of runes that a column and a length mean.
func markedRunes(runes []rune, column, length int) (start, end int) {
	start = column - 1
	if length > 0 {
		end = min(start+length, len(runes))
	} else {
		end = wordEnd(runes, start)
	}
	for start > 0 && start < len(runes) && runeWidth(runes, start) == 0 {
		start-- // a combining mark is seen with its letter
	}
	return start, end
}

// wordEnd is where the word at start ends; a single sign is a word too.
func wordEnd(runes []rune, start int) int {
	end := start
	for end < len(runes) && inWord(runes[end]) {
		end++
	}
	for end > start+1 && runes[end-1] == '.' {
		end-- // the full stop of a sentence
	}
	return min(max(end, start+1), len(runes))
}

func inWord(r rune) bool {
	return unicode.In(r, unicode.L, unicode.N, unicode.M) || strings.ContainsRune("-_./'’ʼ#@%+&=~\u200d\ufe0f", r)
}

// window is the part of a line that is shown.
func window(runes []rune, start int) (from, to int) {
	if len(runes) <= shownRunes {
		return 0, len(runes)
	}
	from = min(max(start-shownBefore, 0), len(runes)-shownRunes)
	to = from + shownRunes
	for from > 0 && from < start && runeWidth(runes, from) == 0 {
		from++
	}
	return from, to
}

// runeWidth is how many columns of the screen runes[i] takes: Cyrillic 1, East
// Asian and emoji 2, and 0 for what joins the sign before it.
func runeWidth(runes []rune, i int) int {
	r := runes[i]
	switch {
	case printable(r) == utf8.RuneError, r == ' ':
		return 1
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	case i > 0 && runes[i-1] == '\u200d':
		return 0 // the second half of a joined emoji
	case i > 0 && '\U0001F3FB' <= r && r <= '\U0001F3FF':
		return 0 // a skin tone
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}
