package author

import (
	"strings"

	"github.com/som-hub/vitryna/generator/content"
)

// last is the last line of a value whose key or dash stands on line from.
func (e *editor) last(w *content.Written, from, bound int) int {
	switch {
	case w.Null && w.Text == "":
		return from // YAML has its place anywhere below
	case w.Flow || w.Form == content.Single || w.Form == content.Double:
		line, _ := e.scan(w)
		return line
	case w.Form == content.Map || w.Form == content.List:
		if n := len(w.Items) - 1; n >= 0 {
			start := e.dash(w, n)
			if w.Form == content.Map {
				start = w.Keys[n].Line
			}
			return e.last(w.Items[n], start, bound)
		}
	case w.Form == content.Literal || w.Form == content.Folded:
		return e.blockEnd(w, bound)
	case !w.Null:
		for line := bound; line > w.Line; line-- {
			if !blank(e.text[line-1]) {
				return line
			}
		}
		return w.Line
	}
	return max(from, w.Line)
}

// blockEnd is the last line of a block of text.
func (e *editor) blockEnd(w *content.Written, bound int) int {
	last, indent := w.Line, -1
	for line := w.Line + 1; line <= bound; line++ {
		s := e.text[line-1]
		if strings.TrimSpace(s) == "" {
			continue
		}
		if indent < 0 {
			indent = indentOf(s)
		}
		if own := ownIndent(e.runes(w.Line)[w.Column-1:]); own == 0 && indentOf(s) < indent {
			break
		}
		if strings.HasPrefix(s, "#") {
			break // a note at the margin
		}
		last = line
	}
	return last
}

// scan finds where a value in quotes or brackets ends: its line, and the column behind it.
func (e *editor) scan(w *content.Written) (line, column int) {
	depth, quote := 0, rune(0)
	for line = w.Line; line <= len(e.text); line++ {
		r, from := e.runes(line), 0
		if line == w.Line {
			from = w.Column - 1
		}
		for i := from; i < len(r); i++ {
			c := r[i]
			switch {
			case quote == '"' && c == '\\':
				i++
			case quote == '\'' && c == '\'' && i+1 < len(r) && r[i+1] == '\'':
				i++
			case quote != 0:
				if c == quote {
					quote = 0
				}
			case (c == '"' || c == '\'') && opensHere(r[:i], line == w.Line && i == from):
				quote = c
			case c == '#' && (i == 0 || r[i-1] == ' ' || r[i-1] == '\t'):
				i = len(r)
			case c == '[' || c == '{':
				depth++
			case c == ']' || c == '}':
				depth--
			}
			if quote == 0 && depth == 0 && i < len(r) {
				return line, i + 2
			}
		}
	}
	return w.Line, len(e.runes(w.Line)) + 1
}

// opensHere tells whether a sign of quotation opens a text: it does at the beginning of a value only.
func opensHere(before []rune, first bool) bool {
	s := strings.TrimRight(string(before), " \t")
	return first || s == "" || strings.ContainsAny(s[len(s)-1:], "[{,:")
}
