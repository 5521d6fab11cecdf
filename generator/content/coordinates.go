package content

import (
	"bytes"
	"regexp"
	"slices"
	"strings"

	"github.com/som-hub/vitryna/generator/problem"
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
		last, before := 0, []byte(nil) // the line before, if it has figures
		for n, line := range r.linesOfFigures(false) {
			if slices.Contains(meant, n) {
				continue
			}
			at, text := coordinates(line)
			if at < 0 && last == n-1 && exactIn(before) && exactIn(line) { // a number each: «Широта: 48.6123», «Довгота: 37.5123»
				if joined, _ := coordinates(slices.Concat(before[max(0, len(before)-far):], line)); joined >= 0 {
					at, text = 0, strings.TrimSpace(string(line))
				}
			}
			if at >= 0 {
				r.complain("E-GEO-TEXT", n, len([]rune(string(line[:at])))+1, "value", problem.Mask(text)).Draft = doc.Draft
			}
			last, before = n, line
		}
	}
}

// valuesWithout looks through the cells of a row.
func (r *reader) valuesWithout(doc *site.Doc, values []site.Value) {
	for _, v := range values {
		if at, text := coordinates([]byte(v.Text)); at >= 0 {
			r.complain("E-GEO-TEXT", v.Line, v.Column, "value", problem.Mask(text)).Draft = doc.Draft
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

// coordinates finds a latitude and a longitude of Ukraine that stand close to each other, in either order, at least as exact as a hundred metres
// (48.612, 37.512), or degrees with minutes (48°36′), or a plus code of a map. at is -1 where there are none.
func coordinates(line []byte) (at int, text string) {
	if bytes.IndexByte(line, '+') >= 0 || bytes.Contains(line, []byte("%2B")) {
		if code := plusCode.FindIndex(line); code != nil {
			return code[0], string(line[code[0]:code[1]])
		}
	}
	if bytes.IndexByte(line, '4') < 0 && bytes.IndexByte(line, '5') < 0 {
		return -1, "" // no latitude of Ukraine begins otherwise
	}
	for i := 0; i+1 < len(line); i++ {
		if !digit(line[i]) || i > 0 && (digit(line[i-1]) || line[i-1] == '.' || line[i-1] == ',' && i > 1 && digit(line[i-2]) && digit(line[i])) {
			continue
		}
		if end, ok := degreesAt(line, i, latitude); ok {
			if sign := degreeSign(line[end:]); sign > 0 {
				if minutes := minutesAt(line, end+sign); minutes > 0 {
					return i, string(line[i:minutes])
				}
			}
			if last := second(line, end, fine(line[i:end]), line[i:end], longitude); last > 0 {
				return i, string(line[i:last])
			}
		}
		if end, ok := degreesAt(line, i, longitude); ok && exact(line[i:end]) {
			if last := second(line, end, false, line[i:end], latitude); last > 0 {
				return i, string(line[i:last])
			}
		}
	}
	return -1, ""
}

// plusCode is a place as maps write it short (Open Location Code): in Ukraine a whole one begins so; the last four signs before the plus are enough beside the
// name of a town, and have a letter there, or they are a sum.
var plusCode = func() *regexp.Regexp {
	const sign, letter = `[2-9CFGHJMPQRVWX]`, `[CFGHJMPQRVWX]`
	short := letter + sign + `{3}|` + sign + letter + sign + `{2}|` + sign + `{2}` + letter + sign + `|` + sign + `{3}` + letter
	return regexp.MustCompile(`\b(?:[89][GH]` + sign + `{6}|` + short + `)(?:\+|%2B)` + sign + `{2,3}\b`)
}()

// degrees are the whole degrees between which Ukraine lies.
type degrees struct{ low, high int }

var latitude, longitude = degrees{44, 53}, degrees{22, 41}

// How far from each other the two numbers may stand, in bytes: such as have three digits after the point may mean something else, those of four hardly («48.6123 північної
// широти та 37.5123 східної довготи»).
const near, far = 24, 80

// second finds the number behind a first one that makes coordinates of it; it returns where that ends, or 0.
func second(line []byte, from int, close bool, first []byte, within degrees) int {
	for j := from + 1; j < min(from+far, len(line)-1); j++ {
		if !digit(line[j]) || digit(line[j-1]) || line[j-1] == '.' {
			continue
		}
		if end, ok := degreesAt(line, j, within); ok && (close && j < from+near && fine(line[j:end]) || exact(first) && exact(line[j:end])) {
			return end
		}
	}
	return 0
}

// degreeSign is the length of the sign of degrees, of the one that looks like it, or of what stands for it in the address of a map.
func degreeSign(b []byte) int {
	for _, sign := range []string{"°", "º", "%C2%B0", "%c2%b0"} {
		if bytes.HasPrefix(b, []byte(sign)) {
			return len(sign)
		}
	}
	return 0
}

// minutesAt finds minutes behind degrees; it returns where their number ends, or 0.
func minutesAt(line []byte, at int) int {
	rest := bytes.TrimLeft(line[at:], " \u00a0")
	minutes := bytes.TrimLeft(rest, "0123456789.,")
	if len(rest) < 2 || len(minutes) == len(rest) {
		return 0
	}
	for _, sign := range []string{"′", "'", "’", "´", "%27", "%E2%80%B2"} {
		if bytes.HasPrefix(minutes, []byte(sign)) {
			return len(line) - len(minutes)
		}
	}
	return 0
}

// exactIn tells that a line has a number with four digits after its point.
func exactIn(line []byte) bool {
	for i := 1; i+4 < len(line); i++ {
		if (line[i] == '.' || line[i] == ',') && digit(line[i-1]) && digit(line[i+1]) && digit(line[i+2]) && digit(line[i+3]) && digit(line[i+4]) {
			return true
		}
	}
	return false
}

// degreesAt reads a number from a place on, and tells whether its whole part lies within.
func degreesAt(line []byte, at int, within degrees) (end int, ok bool) {
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
	return end, whole >= within.low && whole <= within.high
}

// fine tells that a number has three digits after its point, or more; exact, that it has four.
func fine(number []byte) bool  { return len(number) >= len("48.612") }
func exact(number []byte) bool { return len(number) >= len("48.6123") }
