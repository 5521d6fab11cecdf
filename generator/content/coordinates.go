package content

import (
	"bytes"
	"slices"

	"github.com/som-hub/vitryna/generator/site"
)

// noCoordinates looks for coordinates of Ukraine in texts: where the country is at war they may stand in the fields made for them
// only, which the site does not show (SF-01).
func (r *reader) noCoordinates(docs ...*site.Doc) {
	if r.parser.Peace {
		return
	}
	for _, doc := range docs {
		if doc.Line > 0 {
			r.valuesWithout(doc, doc.Values)
			continue
		}
		meant := lines(doc.Values)
		for n, line := range r.linesOfFigures(false) {
			if !slices.Contains(meant, n) {
				if at, text := coordinates(line); at >= 0 {
					r.complain("E-GEO-TEXT", n, len([]rune(string(line[:at])))+1, "value", mask(text)).Draft = doc.Draft
				}
			}
		}
	}
}

// valuesWithout looks through the cells of a row.
func (r *reader) valuesWithout(doc *site.Doc, values []site.Value) {
	for _, v := range values {
		if at, text := coordinates([]byte(v.Text)); at >= 0 {
			r.complain("E-GEO-TEXT", v.Line, v.Column, "value", mask(text)).Draft = doc.Draft
		}
		r.valuesWithout(doc, v.Items)
		r.valuesWithout(doc, v.Parts)
	}
}

// lines are those of the fields that are meant for coordinates.
func lines(values []site.Value) []int {
	var list []int
	for _, v := range values {
		if v.Field.Type == site.Latitude || v.Field.Type == site.Longitude || v.Field.Name == "bounds" {
			list = append(list, v.Line)
		}
		list = append(append(list, lines(v.Items)...), lines(v.Parts)...)
	}
	return list
}

// coordinates finds a latitude and a longitude of Ukraine that stand close to each other, at least as exact as a hundred metres
// (48.612, 37.512), or degrees with minutes (48°36′). at is -1 where there are none.
func coordinates(line []byte) (at int, text string) {
	if bytes.IndexByte(line, '4') < 0 && bytes.IndexByte(line, '5') < 0 {
		return -1, "" // no latitude of Ukraine begins otherwise
	}
	for i := 0; i+1 < len(line); i++ {
		if !digit(line[i]) || i > 0 && (digit(line[i-1]) || line[i-1] == '.' || line[i-1] == ',' && i > 1 && digit(line[i-2]) && digit(line[i])) {
			continue
		}
		end, ok := degreesAt(line, i, 44, 53)
		switch {
		case !ok:
		case bytes.HasPrefix(line[end:], []byte("°")): // with minutes
			rest := bytes.TrimLeft(line[end+len("°"):], " \u00a0")
			if len(rest) > 1 && digit(rest[0]) {
				minutes := bytes.TrimLeft(rest, "0123456789.,")
				for _, sign := range []string{"′", "'", "’", "´"} {
					if bytes.HasPrefix(minutes, []byte(sign)) {
						return i, string(line[i : len(line)-len(minutes)])
					}
				}
			}
		case fine(line[i:end]):
			for j := end + 1; j < min(end+24, len(line)-1); j++ {
				if !digit(line[j]) || digit(line[j-1]) {
					continue
				}
				if last, ok := degreesAt(line, j, 22, 41); ok && fine(line[j:last]) {
					return i, string(line[i:last])
				}
				break
			}
		}
	}
	return -1, ""
}

// degreesAt reads a number from a place on, and tells whether its whole part lies within.
func degreesAt(line []byte, at, low, high int) (end int, ok bool) {
	if at+1 >= len(line) || !digit(line[at+1]) {
		return 0, false
	}
	whole := int(line[at]-'0')*10 + int(line[at+1]-'0')
	end = at + 2
	if end < len(line) && digit(line[end]) {
		return 0, false
	}
	if end+1 < len(line) && (line[end] == '.' || line[end] == ',') && digit(line[end+1]) {
		end++
		for end < len(line) && digit(line[end]) {
			end++
		}
	}
	return end, whole >= low && whole <= high
}

// fine tells that a number has three digits after its point, or more.
func fine(number []byte) bool { return len(number) >= len("48.612") }
