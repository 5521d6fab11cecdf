package problem

import (
	"fmt"
	"io"
	"strings"
)

// Explain writes the list for people who want to understand: to what [WriteText] says it adds the author's own line as it should be, and where the guide tells
// more. more is that sentence for a chapter.
func Explain(w io.Writer, list List, lang string, colour bool, more func(chapter string) string) {
	writeEach(w, list, lang, colour, func(b *strings.Builder, p Problem, c colours) {
		if example := p.example(); example != "" {
			fmt.Fprintf(b, "  %s %s\n", mended(lang), example)
		}
		if chapter := Chapter(p.Code); chapter != "" {
			fmt.Fprintf(b, "  %s%s%s\n", c.faint, more(chapter), c.end)
		}
	})
}

func mended(lang string) string {
	if lang == "en" {
		return "It would be:"
	}
	return "Буде так:"
}
