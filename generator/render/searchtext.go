package render

import (
	"html"
	"strings"

	"github.com/som-hub/vitryna/generator/site"
)

// textParts is the text of a page as words and spaces, cut at its headings.
func textParts(page *site.Page) []SearchPart {
	body := &page.Doc.Body
	parts := []SearchPart{{}}
	at, hole := 0, 0
	// take adds the text up to an offset to the part that is being read, with the captions of pictures in it.
	take := func(to int) {
		var b strings.Builder
		for ; hole < len(body.Holes) && body.Holes[hole].At <= to; hole++ {
			if h := body.Holes[hole]; h.Kind == site.HolePicture {
				writePlain(&b, body.HTML[at:h.At])
				b.WriteString(" " + body.Pictures[h.Index].Caption + " ")
				at = h.At
			}
		}
		writePlain(&b, body.HTML[at:to])
		last := &parts[len(parts)-1]
		last.Text = joinText(last.Text, oneSpace(b.String()))
	}
	for _, h := range body.Headings {
		open := strings.Index(body.HTML[at:], `<h`+string(rune('0'+h.Level))+` id="`+html.EscapeString(h.ID)+`"`)
		if open < 0 {
			continue // a heading of a block is text
		}
		open += at // take moves at
		take(open)
		end := strings.Index(body.HTML[open:], "</h")
		if end < 0 {
			break
		}
		parts = append(parts, SearchPart{ID: h.ID, Title: h.Title})
		at = open + end
		for hole < len(body.Holes) && body.Holes[hole].At < at {
			hole++
		}
	}
	take(len(body.HTML))
	return parts
}

// plainText is a piece of HTML as words and spaces.
func plainText(text string) string {
	var b strings.Builder
	writePlain(&b, text)
	return oneSpace(b.String())
}

// writePlain writes the text of a piece of HTML. Formulas are left out; a tag that breaks the line is a space, one inside a word is nothing.
func writePlain(b *strings.Builder, text string) {
	for text != "" {
		before, behind, found := strings.Cut(text, "<")
		if strings.IndexByte(before, '&') >= 0 {
			before = html.UnescapeString(before)
		}
		b.WriteString(before)
		if !found {
			return
		}
		tag, rest, _ := strings.Cut(behind, ">")
		if strings.HasPrefix(tag, "math") {
			_, rest, _ = strings.Cut(rest, "</math>")
		}
		if !inline(tag) {
			b.WriteByte(' ')
		}
		text = rest
	}
}

// inline tells whether a tag may stand inside a word.
func inline(tag string) bool {
	tag = strings.TrimPrefix(tag, "/")
	if i := strings.IndexAny(tag, " /"); i >= 0 {
		tag = tag[:i]
	}
	switch tag {
	case "a", "em", "strong", "b", "i", "span", "code", "abbr", "mark", "s", "del", "ins", "small":
		return true
	}
	return false
}

// oneSpace writes one space where there are several, no-break ones too, and none at the ends.
func oneSpace(s string) string {
	if !strings.ContainsAny(s, "\u00a0\u202f\n\t") && !strings.Contains(s, "  ") {
		return strings.TrimSpace(s)
	}
	return strings.Join(strings.Fields(s), " ")
}

func joinText(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + " " + b
}
