package render

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/som-hub/vitryna/generator/site"
)

// textParts is the text of a page as words and spaces, cut at its headings.
func textParts(page *site.Page) []SearchPart {
	body := page.Text()
	text := body.HTML()
	parts := []SearchPart{{}}
	at, hole := 0, 0
	// take adds the text up to an offset to the part that is being read, with the captions of pictures in it.
	take := func(to int) {
		var p plainWriter
		for ; hole < len(body.Holes) && body.Holes[hole].At <= to; hole++ {
			if h := body.Holes[hole]; h.Kind == site.HolePicture {
				p.html(text[at:h.At])
				p.text(" " + body.Pictures[h.Index].Caption + " ")
				at = h.At
			}
		}
		p.html(text[at:to])
		last := &parts[len(parts)-1]
		last.Text = joinText(last.Text, p.String())
	}
	for _, h := range body.Headings {
		open := strings.Index(text[at:], `<h`+string(rune('0'+h.Level))+` id="`+html.EscapeString(h.ID)+`"`)
		if open < 0 {
			continue // a heading of a block is text
		}
		open += at // take moves at
		take(open)
		end := strings.Index(text[open:], "</h")
		if end < 0 {
			break
		}
		parts = append(parts, SearchPart{ID: h.ID, Title: h.Title})
		at = open + end
		for hole < len(body.Holes) && body.Holes[hole].At < at {
			hole++
		}
	}
	take(len(text))
	return parts
}

// plainText is a piece of HTML as words and spaces.
func plainText(text string) string {
	var p plainWriter
	p.html(text)
	return p.String()
}

// plainWriter is a text in the making, with one space where there are several, no-break ones too, and none at the ends. Items of a list, cells of
// a table and code that end without a stop are parted by a point: they stand one behind another under a found page.
type plainWriter struct {
	strings.Builder
	space bool // one is owed before the next word
	item  bool // so is a point
}

// html adds the text of a piece of HTML. Formulas are left out; a tag that breaks the line is a space, one inside a word is nothing.
func (p *plainWriter) html(text string) {
	p.Grow(len(text))
	for text != "" {
		before, behind, found := strings.Cut(text, "<")
		if strings.IndexByte(before, '&') >= 0 {
			before = html.UnescapeString(before)
		}
		p.text(before)
		if !found {
			return
		}
		tag, rest, _ := strings.Cut(behind, ">")
		if strings.HasPrefix(tag, "math") {
			_, rest, _ = strings.Cut(rest, "</math>")
		}
		name := tagName(tag)
		p.space = p.space || !inline(name)
		p.item = p.item || isItem(name)
		text = rest
	}
}

// text adds words. What has single spaces is copied in one go.
func (p *plainWriter) text(s string) {
	from := 0
	for i := 0; i < len(s); {
		if !beginsSpace[s[i]] {
			i++
			continue
		}
		n := spaceAt(s[i:])
		if n == 0 || s[i] == ' ' && i > from && i+1 < len(s) && spaceAt(s[i+1:]) == 0 {
			i++
			continue
		}
		p.words(s[from:i])
		p.space = true
		i += n
		from = i
	}
	p.words(s[from:])
}

func (p *plainWriter) words(s string) {
	if s == "" {
		return
	}
	if p.Len() > 0 {
		switch {
		case p.item && !stopped(p.String()):
			p.WriteString(" · ")
		case p.space:
			p.WriteByte(' ')
		}
	}
	p.space, p.item = false, false
	p.WriteString(s)
}

// isItem tells whether a tag begins or ends an item of a list, a cell or lines of code.
func isItem(name string) bool {
	switch name {
	case "li", "td", "th", "dt", "dd", "pre":
		return true
	}
	return false
}

// stopped tells whether a text ends so that nothing need part it from what follows.
func stopped(text string) bool {
	last, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune(".,:;!?…—–", last)
}

// spaceAt is the size of the space with which a text begins; 0 where none stands.
func spaceAt(s string) int {
	if !beginsSpace[s[0]] {
		return 0
	}
	r, size := utf8.DecodeRuneInString(s)
	if unicode.IsSpace(r) {
		return size
	}
	return 0
}

// beginsSpace are the bytes with which a space begins, of one byte or of several.
var beginsSpace = [256]bool{'\t': true, '\n': true, '\v': true, '\f': true, '\r': true, ' ': true, 0xC2: true, 0xE1: true, 0xE2: true, 0xE3: true}

// tagName is the name in a tag, of a beginning or an end, from what follows its <; empty in a comment.
func tagName[Text string | []byte](tag Text) Text {
	from := 0
	if len(tag) > 0 && tag[0] == '/' {
		from = 1
	}
	end := from
	for end < len(tag) && ('a' <= tag[end]|0x20 && tag[end]|0x20 <= 'z' || end > from && '0' <= tag[end] && tag[end] <= '9') {
		end++
	}
	return tag[from:end]
}

// inline tells whether a tag may stand inside a word.
func inline(name string) bool {
	switch name {
	case "a", "em", "strong", "b", "i", "span", "code", "abbr", "mark", "s", "del", "ins", "small":
		return true
	}
	return false
}

func joinText(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + " " + b
}
