package markdown

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
	"github.com/yuin/goldmark/ast"
)

// What stands in the run for that which is not text.
const (
	joint  = string(ukrainian.Joint)
	object = string(ukrainian.Object)
)

// sign is what an event puts into the run: a joint is looked through, an object is a thing of its own.
func (e *event) sign() string {
	switch e.kind {
	case textEvent:
		return ""
	case codeEvent, pictureEvent, addressEvent, taskEvent, spanEvent, rawEvent, breakEvent, formulaEvent, crossEvent, citeEvent:
		return object
	}
	if link, ok := e.node.(*ast.Link); ok && e.kind == linkEvent && link.FirstChild() == nil {
		return object // its words are still to be written, and the spaces around them stay
	}
	return joint
}

// withoutSigns is a source in which the typographer's own signs, if an author wrote some, are replacement signs. These are as
// long, so that every place stays what it was.
func withoutSigns(source []byte) []byte {
	for _, sign := range []string{joint, object} {
		if bytes.Contains(source, []byte(sign)) {
			source = bytes.ReplaceAll(source, []byte(sign), []byte("\uFFFD"))
		}
	}
	return source
}

// typeset sets the run and gives each text event its part of the result.
func (c *converter) typeset() {
	in := &c.inline
	if len(in.run) == 0 {
		return
	}
	var flaws []ukrainian.Flaw
	in.set, flaws = c.setIn(in.set[:0], in.run)
	if c.mending {
		c.mend(string(in.run), string(in.set))
	}
	if !deal(in.events, in.set) {
		in.set = append(in.set[:0], in.run...)
		deal(in.events, in.set)
	}
	if len(flaws) > 0 {
		typed, from := string(in.run), 0
		for _, f := range flaws {
			from = c.flaw(f, typed, from)
		}
	}
	if c.count(in.set); in.latin > 0 && mixed(in.run) {
		c.letters(string(in.run))
	}
}

// letters tells of words in which letters of the other alphabet stand, and mends them. A heading keeps those that make its address: links may lead there.
func (c *converter) letters(typed string) {
	if c.lang != site.UK && c.lang != site.EN {
		return
	}
	for w := range ukrainian.MixedWords(typed, c.lang == site.EN) {
		from := c.inline.origin(w.At)
		c.complain("W-LETTERS", from, "value", w.Word, "nearest", w.Right, "alien", strings.Join(w.Alien, ", "), "alphabet", w.Alphabet)
		kept := c.naming && ukrainian.Slug(w.Word) != ukrainian.Slug(w.Right)
		if to := from + len(w.Word); c.mending && !kept && to <= len(c.source) && string(c.source[from:to]) == w.Word {
			c.edits = append(c.edits, Edit{from, to, w.Right})
		}
	}
}

// deal cuts a run that was set at its signs. It fails if a sign is missing, which the typographer promises not to do.
func deal(events []event, set []byte) bool {
	at := 0
	for i := range events {
		e := &events[i]
		if e.kind != textEvent {
			sign := e.sign()
			if !bytes.HasPrefix(set[at:], []byte(sign)) {
				return false
			}
			at += len(sign)
			continue
		}
		size := len(set) - at
		if i+1 < len(events) {
			if size = bytes.Index(set[at:], []byte(events[i+1].sign())); size < 0 {
				return false
			}
		}
		e.from, e.to = at, at+size
		at += size
	}
	return at == len(set)
}

// setIn appends a text to dst as it is set in the language of the block; of others nothing is known.
func (c *converter) setIn(dst, text []byte) ([]byte, []ukrainian.Flaw) {
	switch c.lang {
	case site.UK:
		return c.Typographer.AppendUkrainian(dst, text)
	case site.EN:
		return c.Typographer.AppendEnglish(dst, text)
	}
	return append(dst, text...), nil
}

// phrase sets a text that stands alone: the description of a picture, a title.
func (c *converter) phrase(lang, s string) string {
	switch lang {
	case site.UK:
		s, _ = c.Typographer.Ukrainian(s)
	case site.EN:
		s, _ = c.Typographer.English(s)
	}
	return s
}

// flaw says what the typographer would not decide. The fragment is sought behind the one before; the answer is where to
// seek the next.
func (c *converter) flaw(f ukrainian.Flaw, typed string, from int) int {
	at := strings.Index(typed[from:], f.Text)
	if at < 0 {
		at, from = max(strings.Index(typed, f.Text), 0), 0
	}
	at += from
	args := []string{"text", oneLine(f.Text)}
	if f.Code == ukrainian.FlawGlue {
		if suggest := parted(f.Text); suggest != f.Text {
			args = append(args, "suggest", suggest)
		}
	}
	c.complain(f.Code, c.inline.origin(at), args...)
	return min(at+len(f.Text), len(typed))
}

// parted is a text with a space where a letter and a digit meet first.
func parted(s string) string {
	var before rune
	for i, r := range s {
		if unicode.IsLetter(before) && unicode.IsDigit(r) || unicode.IsDigit(before) && unicode.IsLetter(r) {
			return s[:i] + " " + s[i:]
		}
		before = r
	}
	return s
}

// count counts the words and runes of a text that was set, and the Latin letters, which tell whether it is worth
// looking for English in it.
func (c *converter) count(set []byte) {
	words, tails, latin, inWord := 0, 0, 0, false // tails are bytes that are not the first of a rune
	for i := 0; i < len(set); i++ {
		switch b := set[i]; {
		case b >= 0xC3 && b <= 0xDF: // a letter of two bytes: Latin with accents, Greek, Cyrillic
			i++
			tails++
			if !inWord {
				words, inWord = words+1, true
			}
		case b <= ' ':
			inWord = false
		case b >= 0x80 && b < 0xC0:
			tails++
		case isAlnum(b):
			if !inWord {
				words, inWord = words+1, true
			}
			if b > '9' {
				latin++
			}
		case bytes.HasPrefix(set[i:], []byte(noBreak)):
			inWord = false
		}
	}
	c.body.Words += words
	c.body.Runes += len(set) - tails - c.inline.signs()
	c.inline.latin = latin
}

// mixed tells whether an ASCII letter stands beside a Cyrillic one.
func mixed(text []byte) bool {
	cyrillic := func(b byte) bool { return b >= 0xD0 && b <= 0xD3 } // the first byte of two
	for i, b := range text {
		if isLatin(b) && (i >= 2 && cyrillic(text[i-2]) || i+1 < len(text) && cyrillic(text[i+1])) {
			return true
		}
	}
	return false
}

// signs is how many signs the events put into the run.
func (in *inline) signs() int {
	n := 0
	for i := range in.events {
		if in.events[i].kind != textEvent {
			n += 1 - utf8.RuneCountInString(in.events[i].plain())
		}
	}
	return n
}
