package content

import (
	"bytes"
	"slices"
	"unicode/utf8"

	"github.com/som-hub/vitryna/generator/markdown"
	"github.com/som-hub/vitryna/generator/site"
)

// altPlaces is what Mend writes where a picture has no description: too short to be one, so that the warning stays until somebody has written it.
var altPlaces = map[string]string{site.UK: "опис", site.EN: "text"}

// Mend returns a text of content/ as the typographer would write it, and with a place for each missing description of a picture. The header, code, links
// and whatever else is no plain text stay as they are, byte for byte, and so do the ends of lines. A file that cannot be read safely stays whole.
func (p *Parser) Mend(file string, data []byte) []byte {
	place, problems := p.Kinds.Place(file)
	if place == nil || place.Table || problems.Stops() {
		return data
	}
	r := &reader{parser: p, file: file, source: data, lang: place.Lang}
	if bytes.Count(data, []byte("\r")) != bytes.Count(data, []byte("\r\n")) || !r.sound() {
		return data // a carriage return alone ends a line for some programs only
	}
	_, body, line, whole := r.split(place.Kind)
	if !whole || r.problems.Stops() {
		return data
	}
	o := markdown.Options{File: file, Lang: r.lang, Typographer: p.Typographer, FirstLine: line, Book: bookish(place.Kind)}
	edits := markdown.Mend(body, o)
	edits = append(edits, r.places(body, line, o)...)
	slices.SortFunc(edits, func(a, b markdown.Edit) int { return a.From - b.From })
	mended := edited(body, edits)
	if mended == nil {
		return data
	}
	return dressed(data, append(slices.Clone(r.source[:len(r.source)-len(body)]), mended...))
}

// places finds the pictures that have no description at all.
func (r *reader) places(body []byte, first int, o markdown.Options) []markdown.Edit {
	_, found := markdown.Convert(body, o)
	starts := []int{0}
	for i, c := range body {
		if c == '\n' {
			starts = append(starts, i+1)
		}
	}
	var edits []markdown.Edit
	for _, p := range found {
		if p.Code != "W-ALT" || p.Line < first || p.Line-first >= len(starts) || p.Column < 1 {
			continue
		}
		at := starts[p.Line-first]
		for range p.Column - 1 {
			_, size := utf8.DecodeRune(body[at:])
			at += size
		}
		if bytes.HasPrefix(body[at:], []byte("![](")) && !slices.ContainsFunc(edits, func(e markdown.Edit) bool { return e.From == at+2 }) {
			edits = append(edits, markdown.Edit{From: at + 2, To: at + 2, Text: altPlaces[r.lang]})
		}
	}
	return edits
}

// edited is a text with its edits, nil if there is none or if they meet.
func edited(source []byte, edits []markdown.Edit) []byte {
	var out []byte
	at := 0
	for _, e := range edits {
		if e.From < at {
			return nil
		}
		out = append(append(out, source[at:e.From]...), e.Text...)
		at = e.To
	}
	if len(edits) == 0 {
		return nil
	}
	return append(out, source[at:]...)
}

// dressed gives a mended text the byte-order marks and the ends of lines that each line of the old one had.
func dressed(old, mended []byte) []byte {
	out := bytes.Clone(old[:len(old)-len(bytes.TrimLeft(old, "\ufeff"))])
	ends := bytes.SplitAfter(old, []byte("\n"))
	for i, line := range bytes.SplitAfter(mended, []byte("\n")) {
		if i < len(ends) && bytes.HasSuffix(ends[i], []byte("\r\n")) {
			line = append(bytes.TrimSuffix(line, []byte("\n")), "\r\n"...)
		}
		out = append(out, line...)
	}
	return out
}
