package render

import (
	"html/template"
	"strings"
)

// Opening is the introduction of a list in two pieces: a phone shows its first paragraph and keeps the rest folded, so that the list is near.
type Opening struct{ First, Rest template.HTML }

// Opening parts an introduction after its first paragraph. What does not begin with one, or has nothing after it, stays whole.
func (f *Frame) Opening(body template.HTML) Opening {
	const end = "</p>"
	text := string(body)
	if at := strings.Index(text, end); at >= 0 && (strings.HasPrefix(text, "<p>") || strings.HasPrefix(text, "<p ")) && strings.TrimSpace(text[at+len(end):]) != "" {
		at += len(end)
		return Opening{First: template.HTML(text[:at]), Rest: template.HTML(text[at:])} //nolint:gosec // a text of the site, as it was made
	}
	return Opening{First: body}
}
