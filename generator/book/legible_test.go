package book

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func FuzzLegible(f *testing.F) {
	for _, text := range []string{"", "Ґанок, вірш\n\tі «№ 5» — ↩︎", "\x01", "\u007f", "\u0085", "\uFFFD", "\uFFFE", "\uFFFF", "\uFEFF", "😀", "\U0010FFFF", "\U0001FFFE",
		"\xd0", "\xd0x", "\x80", "\xc0\x80", "\xe0\x80\x80", "\xe2\x80", "\xed\xa0\x80", "\xef\xbf", "\xef\xbf\xbe\xd0", "\xf4\x90\x80\x80", "а\xb0", "😀\uFFFE", "\r"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		want := utf8.ValidString(text) && !strings.ContainsAny(text, "\uFFFE\uFFFF") && !strings.ContainsFunc(text, func(r rune) bool { return r < ' ' && r != '\n' && r != '\t' })
		if got := legible(text); got != want {
			t.Errorf("%q: %t", text, got)
		}
	})
}
