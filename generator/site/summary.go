package site

import (
	"strings"
	"unicode/utf8"
)

// Summary is the document's summary: its own, else its first paragraph cut at a word to 300 characters (domain 2.1).
func (doc *Doc) Summary() string {
	if s := doc.Text("summary"); s != "" {
		return s
	}
	if s := doc.Text("idea"); s != "" { // of an exhibit: its one sentence
		return s
	}
	return cut(doc.Body.Lead, 300)
}

func cut(s string, limit int) string {
	if utf8.RuneCountInString(s) <= limit {
		return s
	}
	runes := []rune(s)[:limit-1]
	if i := strings.LastIndexByte(string(runes), ' '); i > 0 {
		return strings.TrimRight(string(runes)[:i], " ,;:—–-") + "…"
	}
	return string(runes) + "…"
}
