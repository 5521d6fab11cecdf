package ukrainian

import (
	"fmt"
	"strings"
	"testing"
)

func TestMixedWords(t *testing.T) {
	for _, tt := range []struct {
		text    string
		english bool
		want    string
	}{
		{"Iванова Ганна", false, "0 Іванова latin I"},
		{"«Текст» освiту, зв’язoк", false, "15 освіту latin i; 28 зв’язок latin o"},
		{"Wоrd і PDFки, веб-site, SOM-hub", false, "0 Word cyrillic о"},
		{"Хi", false, "0 Хі latin i"},
		{"Хi", true, "0 Xi cyrillic Х"},
		{"текст text", false, ""},
		{"їжaк ïжак", false, "0 їжак latin a; 8 їжак latin ï"},
		{"", false, ""},
	} {
		var got []string
		for w := range MixedWords(tt.text, tt.english) {
			if !strings.HasPrefix(tt.text[w.At:], w.Word) {
				t.Errorf("%q: %q does not stand at %d", tt.text, w.Word, w.At)
			}
			got = append(got, fmt.Sprint(w.At, " ", w.Right, " ", w.Alphabet, " ", strings.Join(w.Alien, ", ")))
		}
		if have := strings.Join(got, "; "); have != tt.want {
			t.Errorf("%q: %s, want %s", tt.text, have, tt.want)
		}
	}
}
