package render

import (
	"bytes"
	"regexp"
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/som-hub/vitryna/generator/site"
)

// tongue marks on a finished English page every text in Cyrillic letters that does not stand inside lang="uk" yet, so that a voice which reads
// the page aloud knows how to say it. A page names things that nobody has named in English, in any layout and in the middle of any
// sentence: it is done here, once, and not by every layout.
//
// An element whose whole text is Ukrainian gets the attribute, a picture whose alternative text is too; in a text of both languages the Ukrainian words get an element of their own.
// A page that is not English is left alone: nil.
func tongue(page []byte) []byte {
	body := bytes.Index(page, []byte("<body"))
	if body < 0 || !bytes.Contains(page[:body], []byte(`<html lang="en"`)) {
		return nil
	}
	t := tongueWriter{page: page, fresh: append(Blank(len(page)+len(page)/16), page[:body]...)}
	for at := body; at < len(page); {
		at = t.step(at)
	}
	return t.fresh
}

// tongueWriter is a page in the making.
type tongueWriter struct {
	page, fresh []byte
	open        []openElement
	begun       bool // what was written last is the beginning of an element
}

// openElement is an element that has begun and not ended.
type openElement struct {
	name      []byte
	ukrainian bool // it stands inside lang="uk"
	told      bool // it has an attribute lang of its own
}

// here is the innermost open element; none where all have ended.
func (t *tongueWriter) here() openElement {
	if len(t.open) == 0 {
		return openElement{}
	}
	return t.open[len(t.open)-1]
}

// step writes the tag or the text that begins at a place, and returns where the next one does.
func (t *tongueWriter) step(at int) int {
	if t.page[at] != '<' {
		end := at + indexOr(t.page[at:], "<", len(t.page)-at)
		t.text(t.page[at:end], t.page[end:])
		t.begun = false
		return end
	}
	end := at + endOfTag(t.page[at:])
	tag := t.page[at:end]
	name := tagName(tag[1:])
	t.fresh = append(t.fresh, tag...)
	t.begun = false
	switch {
	case len(name) == 0: // a comment
	case tag[1] == '/':
		t.close(name)
	case string(name) == "img":
		t.picture(tag)
	case bytes.HasSuffix(tag, []byte("/>")) || void[string(name)]:
	case string(name) == "script" || string(name) == "style":
		rest := indexOr(t.page[end:], "</"+string(name), len(t.page)-end)
		t.fresh = append(t.fresh, t.page[end:end+rest]...)
		return end + rest
	default:
		t.begin(name, tag)
	}
	return end
}

// alternative is what is read in place of a picture.
var alternative = regexp.MustCompile(` alt="([^"]*)"`)

// picture gives the picture that has just been written the language of its alternative text.
func (t *tongueWriter) picture(tag []byte) {
	if !hasCyrillic(tag) || bytes.Contains(tag, []byte(` lang="`)) || t.here().ukrainian {
		return
	}
	alt := alternative.FindSubmatch(tag)
	if alt != nil && (reader{lang: site.EN}).Alien(string(alt[1])) == site.UK {
		t.fresh = append(t.fresh[:len(t.fresh)-len(tag)], `<img lang="uk"`...)
		t.fresh = append(t.fresh, tag[len("<img"):]...)
	}
}

func (t *tongueWriter) begin(name, tag []byte) {
	e := openElement{name: name, ukrainian: t.here().ukrainian}
	if i := bytes.Index(tag, []byte(` lang="`)); i >= 0 {
		e.told, e.ukrainian = true, bytes.HasPrefix(tag[i:], []byte(` lang="uk"`))
	}
	t.open, t.begun = append(t.open, e), true
}

// close ends the innermost element of that name and what was left open in it; an end without a beginning ends nothing.
func (t *tongueWriter) close(name []byte) {
	for i, e := range slices.Backward(t.open) {
		if bytes.Equal(e.name, name) {
			t.open = t.open[:i]
			return
		}
	}
}

// text writes a text; what follows it tells whether it is all that its element holds.
func (t *tongueWriter) text(text, after []byte) {
	here := t.here()
	if here.ukrainian || !hasCyrillic(text) {
		t.fresh = append(t.fresh, text...)
		return
	}
	runs := ukrainianRuns(text)
	alone := t.begun && !here.told && bytes.HasPrefix(after, slices.Concat([]byte("</"), here.name))
	if alone && (len(runs) == 1 && whole(text, runs[0]) || onlyText[string(here.name)]) {
		t.fresh = append(append(t.fresh[:len(t.fresh)-1], ` lang="uk">`...), text...)
		return
	}
	element := "span"
	if here.inDrawing() {
		element = "tspan"
	}
	at := 0
	for _, run := range runs {
		t.fresh = append(t.fresh, text[at:run[0]]...)
		t.fresh = append(t.fresh, "<"+element+` lang="uk">`...)
		t.fresh = append(t.fresh, text[run[0]:run[1]]...)
		t.fresh = append(t.fresh, "</"+element+">"...)
		at = run[1]
	}
	t.fresh = append(t.fresh, text[at:]...)
}

// inDrawing tells that an element is text of an SVG.
func (e openElement) inDrawing() bool { return string(e.name) == "text" || string(e.name) == "tspan" }

// onlyText are elements that hold no other elements.
var onlyText = map[string]bool{"option": true, "textarea": true, "title": true, "desc": true}

// void are elements without an end.
var void = map[string]bool{
	"area": true, "base": true, "br": true, "col": true, "embed": true, "hr": true, "img": true, "input": true, "link": true, "meta": true,
	"source": true, "track": true, "wbr": true,
}

// endOfTag is where the tag or the comment with which a text begins ends.
func endOfTag(text []byte) int {
	if bytes.HasPrefix(text, []byte("<!--")) {
		return indexOr(text, "-->", len(text)-3) + 3
	}
	return tagEnd(text)
}

// indexOr is where a piece stands in a text, or what is given where it does not.
func indexOr(text []byte, piece string, none int) int {
	if i := bytes.Index(text, []byte(piece)); i >= 0 {
		return i
	}
	return none
}

// hasCyrillic tells whether a text has a letter of the block of modern Cyrillic ones, by the bytes with which they begin.
func hasCyrillic(text []byte) bool {
	return slices.ContainsFunc(text, func(b byte) bool { return 0xD0 <= b && b <= 0xD3 })
}

// pieces of a text as it stands in HTML: a character reference, a word, or what parts words.
var pieces = regexp.MustCompile(`&#?\w+;|[\p{L}\p{M}]+(?:['’ʼ-][\p{L}\p{M}]+)*|[^\p{L}\p{M}&]+|.`)

// ukrainianRuns are the places of the Ukrainian in a text of both languages. One Latin word between two Ukrainian ones belongs to
// them: «Батьківський hub «Пазл»»; so do the quotes and brackets around.
func ukrainianRuns(text []byte) (runs [][2]int) {
	latin, bridge := 0, true // Latin words since the last Ukrainian one; nothing but a space stood around them
	for _, p := range pieces.FindAllIndex(text, -1) {
		piece := text[p[0]:p[1]]
		first, _ := utf8.DecodeRune(piece)
		switch {
		case !unicode.IsLetter(first):
			bridge = bridge && !bytes.ContainsAny(piece, ".:;!?—|·")
		case !hasCyrillic(piece):
			latin++
		default:
			if n := len(runs); n > 0 && (latin == 0 || latin == 1 && bridge) {
				runs[n-1][1] = p[1]
			} else {
				runs = append(runs, [2]int{p[0], p[1]})
			}
			latin, bridge = 0, true
		}
	}
	for i, run := range runs {
		before, after := len(bytes.TrimRight(text[:run[0]], "«„“‘([№ \u00a0\u202f")), len(text)-len(bytes.TrimLeft(text[run[1]:], "»”“’)].!?…"))
		before += len(text[before:run[0]]) - len(bytes.TrimLeft(text[before:run[0]], " \u00a0\u202f"))
		runs[i] = [2]int{before, after}
	}
	return runs
}

// whole tells that a run is all that a text says: around it stand no words.
func whole(text []byte, run [2]int) bool {
	rest := pieces.FindAll(slices.Concat(text[:run[0]], []byte(" "), text[run[1]:]), -1)
	return !slices.ContainsFunc(rest, func(piece []byte) bool {
		first, _ := utf8.DecodeRune(piece)
		return unicode.IsLetter(first)
	})
}
