package problem

// The rules of tone, for every message of the catalogue and for this file:
//
//   - the reader is a methodist, not a programmer: plain words, «ви», no blame, no jargon;
//   - one sentence says what is wrong; it begins small, has no full stop, and names
//     the author's own word before any rule: поле `form` («Форма роботи»): невідоме значення «training1»;
//   - one sentence says how to mend it, as an edit or a command that can be copied;
//   - what is typed exactly so stands in `grave accents`, what is quoted in «лапках»;
//   - the nearest right word is a question, never a claim;
//   - no exclamation marks, no «помилка» in capitals, no apology.

import (
	"fmt"
	"io"
	"strconv"
	"strings"
)

// colours of a terminal; the zero value prints none.
type colours struct{ bold, error, warning, faint, end string }

var terminal = colours{bold: "\x1b[1m", error: "\x1b[31m", warning: "\x1b[33m", faint: "\x1b[2m", end: "\x1b[0m"}

// WriteText writes the list for people: place and fault, the author's line with
// the place marked, and the remedy. Order and selection are the caller's.
func WriteText(w io.Writer, list List, lang string, colour bool) {
	writeEach(w, list, lang, colour, func(*strings.Builder, Problem, colours) {})
}

// writeEach writes the list, and lets more be said of each problem. What stands in drafts comes first: it stops nothing, and whoever reads a terminal sees its end.
func writeEach(w io.Writer, list List, lang string, colour bool, more func(*strings.Builder, Problem, colours)) {
	var c colours
	if colour {
		c = terminal
	}
	drafts, others := List{}, List{}
	for _, p := range list {
		if p.Draft {
			drafts = append(drafts, p)
		} else {
			others = append(others, p)
		}
	}
	for i, p := range append(drafts, others...) {
		var b strings.Builder
		if i > 0 {
			b.WriteByte('\n')
		}
		writeProblem(&b, p, lang, c)
		more(&b, p, c)
		if _, err := io.WriteString(w, b.String()); err != nil {
			return // the reader has gone; there is nobody left to tell
		}
	}
}

func writeProblem(b *strings.Builder, p Problem, lang string, c colours) {
	tone := c.error
	switch {
	case p.Draft:
		tone = c.faint
	case !p.Stops():
		tone = c.warning
	}
	if place := p.place(); place != "" {
		fmt.Fprintf(b, "%s%s:%s ", c.bold, place, c.end)
	}
	fmt.Fprintf(b, "%s %s[%s%s]%s\n", p.What(lang), tone, p.Code, draftNote(p, lang), c.end)
	writeExcerpt(b, p, tone, c)
	fmt.Fprintf(b, "  %s %s\n", remedy(lang), p.Mend(lang))
}

// place is file:line:column, as far as they are known.
func (p Problem) place() string {
	s := clean("file", p.File)
	if s == "" || p.Line < 1 {
		return s
	}
	s += ":" + strconv.Itoa(p.Line)
	if p.Column > 0 {
		s += ":" + strconv.Itoa(p.Column)
	}
	return s
}

func writeExcerpt(b *strings.Builder, p Problem, tone string, c colours) {
	if p.Source == "" || p.Line < 1 {
		return
	}
	number := strconv.Itoa(p.Line)
	line, carets := mark(p.Source, p.Column, p.Length)
	fmt.Fprintf(b, "  %s%s |%s %s\n", c.faint, number, c.end, line)
	if carets != "" {
		gutter := strings.Repeat(" ", len(number))
		fmt.Fprintf(b, "  %s%s |%s %s%s%s\n", c.faint, gutter, c.end, tone, carets, c.end)
	}
}

func draftNote(p Problem, lang string) string {
	switch {
	case !p.Draft:
		return ""
	case lang == "en":
		return ", draft"
	default:
		return ", чернетка"
	}
}

func remedy(lang string) string {
	if lang == "en" {
		return "To mend:"
	}
	return "Що зробити:"
}
