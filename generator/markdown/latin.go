package markdown

import (
	"strings"
	"unicode/utf8"

	"github.com/som-hub/vitryna/generator/site"
)

// Latin words in a row, from which on they are taken for English (rule A-01: more than three), and the letters they
// have at least, so that most texts need not be searched.
const (
	englishWords   = 4
	englishLetters = 2 * englishWords
)

const noBreak = "\u00A0"

// phraseText writes text that was set; in Ukrainian text it marks what is English, so that it is read aloud as such.
func (c *converter) phraseText(text []byte) {
	if c.lang != site.UK || c.inline.latin < englishLetters {
		c.out = appendText(c.out, text)
		return
	}
	for s := string(text); ; {
		from, to := english(s)
		if to == 0 {
			c.writeText(s)
			return
		}
		c.writeText(s[:from])
		c.tag("span", "", attributes{lang: site.EN})
		c.writeText(s[from:to])
		c.write("</span>")
		s = s[to:]
	}
}

// english finds the first run of Latin words that is long enough; to is 0 if there is none. Digits and the signs of a
// sentence do not end a run; words of one letter do not count.
func english(s string) (from, to int) {
	words := 0
	for i := 0; i < len(s); {
		if isLatin(s[i]) {
			if to == 0 {
				from = i
			}
			begin := i
			for i < len(s) && (isLatin(s[i]) || s[i] == '\'' || s[i] == '-' || strings.HasPrefix(s[i:], "’")) {
				_, size := utf8.DecodeRuneInString(s[i:])
				i += size
			}
			if to = i; i > begin+1 {
				words++
			}
			continue
		}
		if size := betweenWords(s[i:]); size > 0 {
			i += size
			continue
		}
		if words >= englishWords {
			return from, to
		}
		words, to = 0, 0
		i++
	}
	if words >= englishWords {
		return from, to
	}
	return 0, 0
}

func isLatin(b byte) bool { return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' }

// betweenWords is the length of the sign at the beginning of s if it may stand between the words of a sentence.
func betweenWords(s string) int {
	switch b := s[0]; {
	case strings.HasPrefix(s, noBreak):
		return len(noBreak)
	case b == '.' || b == ':': // within an address or a file's name they end it
		if len(s) > 1 && isLatin(s[1]) {
			return 0
		}
		return 1
	case b >= '0' && b <= '9' || strings.IndexByte(" \t\n,;!?()&\"'-", b) >= 0:
		return 1
	}
	return 0
}
