package problem

import (
	"fmt"
	"io"
	"strings"
)

// Explain writes the list for people who want to understand: to what [WriteText] says it adds the author's own line as it should be, and where the guide tells
// more. more is that sentence for a chapter.
func Explain(w io.Writer, list List, lang string, colour bool, more func(chapter string) string) {
	var c colours
	if colour {
		c = terminal
	}
	for i, p := range list {
		var b strings.Builder
		if i > 0 {
			b.WriteByte('\n')
		}
		writeProblem(&b, p, lang, c)
		if example := p.example(); example != "" {
			fmt.Fprintf(&b, "  %s %s\n", mended(lang), example)
		}
		if chapter := Chapter(p.Code); chapter != "" {
			fmt.Fprintf(&b, "  %s%s%s\n", c.faint, more(chapter), c.end)
		}
		if _, err := io.WriteString(w, b.String()); err != nil {
			return // the reader has gone; there is nobody left to tell
		}
	}
}

func mended(lang string) string {
	if lang == "en" {
		return "It would be:"
	}
	return "Буде так:"
}

// Word is a word of a list of the messages in a language, as the type «дата» of the list type; the key where the list has it not.
func Word(list, key, lang string) string {
	if w, known := word(list, key, lang); known {
		return w
	}
	return key
}
