package content

import (
	"math"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/som-hub/vitryna/generator/boundary"
	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// degrees reads a latitude or a longitude. One that does not lie in Ukraine is kept: it is told once, and what needs it
// is not told to be missing.
func (r *reader) degrees(node *yaml.Node, v site.Value) (site.Value, bool) {
	n, ok := number64(strings.TrimRight(node.Value, "° "), false)
	if !ok {
		r.wrongType(node, v.Field)
		return v, false
	}
	v.Number = n
	b := boundary.Country
	low, high, otherLow, otherHigh := b.South, b.North, b.West, b.East
	if v.Field.Type == site.Longitude {
		low, high, otherLow, otherHigh = otherLow, otherHigh, low, high
	}
	if n < low || n > high {
		why := "outside"
		if n >= otherLow && n <= otherHigh {
			why = "swapped"
		}
		r.complain("E-GEO", v.Line, v.Column, "field", v.Field.Name, "label", v.Field.Label.UK, "why", why, "value", node.Value)
	}
	return v, true
}

// mapRules: the bounds of a map are four numbers that enclose a part of Ukraine.
func mapRules(r *reader, doc *site.Doc) {
	v, ok := doc.Value("bounds")
	if !ok {
		return
	}
	n := len(v.Items)
	if n == 4 {
		b := boundary.Box{West: v.Items[0].Number, South: v.Items[1].Number, East: v.Items[2].Number, North: v.Items[3].Number}
		around := boundary.Box{West: boundary.Country.West - 2, South: boundary.Country.South - 2, East: boundary.Country.East + 2, North: boundary.Country.North + 2}
		if b.East-b.West >= 0.05 && b.North-b.South >= 0.05 &&
			around.Holds(boundary.Point{b.West, b.South}) && around.Holds(boundary.Point{b.East, b.North}) {
			return
		}
		r.complain("E-MAP-BOUNDS", v.Line, v.Column, "field", v.Field.Name, "label", v.Field.Label.UK)
		return
	}
	r.complain("E-MAP-BOUNDS", v.Line, v.Column, "field", v.Field.Name, "label", v.Field.Label.UK, "n", strconv.Itoa(n))
}

// placeRules: no shelters (SF-02); coordinates stand in pairs, and no more exactly than their author lets them be shown.
func placeRules(r *reader, doc *site.Doc) {
	if shelter(doc.Title) {
		r.complain("E-SHELTER", 1, 0, "value", doc.Title)
	}
	lat, north := doc.Value("lat")
	lon, east := doc.Value("lon")
	switch {
	case north && !east && !r.complained("lon"):
		r.complain("E-GEO", lat.Line, lat.Column, "field", "lat", "label", lat.Field.Label.UK, "why", "alone", "other", "lon", "other.uk", "Довгота")
	case east && !north && !r.complained("lat"):
		r.complain("E-GEO", lon.Line, lon.Column, "field", "lon", "label", lon.Field.Label.UK, "why", "alone", "other", "lat", "other.uk", "Широта")
	}
	precision, stands := doc.Value("precision")
	if !stands || precision.Text == "exact" {
		return
	}
	for _, v := range []site.Value{lat, lon} {
		if rounded := math.Round(v.Number*10) / 10; math.Abs(v.Number-rounded) > 1e-9 {
			label := precision.Text
			if w := precision.Field.Vocabulary.Word(label); w != nil {
				label = w.Label.UK
			}
			r.complain("W-GEO-EXACT", v.Line, v.Column, "field", v.Field.Name, "label", v.Field.Label.UK, "precision", label,
				"suggest", strconv.FormatFloat(rounded, 'f', 1, 64))
			return
		}
	}
}

// complained tells that something has been said of a field already.
func (r *reader) complained(field string) bool {
	for _, p := range r.problems {
		if p.Code == "E-TYPE" && p.Args["field"] == field {
			return true
		}
	}
	return false
}

// shelter tells that a name is that of a shelter.
func shelter(name string) bool {
	for _, word := range strings.FieldsFunc(ukrainian.Fold(name), func(c rune) bool { return c == ' ' || c == ',' || c == '-' || c == '«' || c == '»' }) {
		if strings.HasPrefix(word, "укритт") || strings.HasPrefix(word, "бомбосховищ") || word == "сховище" || word == "shelter" {
			return true
		}
	}
	return false
}
