package drawing

import (
	"encoding/xml"
	"math"
	"strconv"
	"strings"

	"github.com/som-hub/vitryna/generator/boundary"
)

// Sheet is a map in the making: which spots it shows, under which numbers, and where. [Plan] makes it, the caller tells
// every pin where it leads, [Sheet.Draw] draws it.
type Sheet struct {
	Pins []Pin

	box           boundary.Box
	width, height float64
	narrow        float64 // how much shorter a degree of longitude is than one of latitude
}

// Pin is a numbered sign: pin i has the number i+1. Spots too near to each other share one.
type Pin struct {
	Spots []int // of the spots given, ascending

	ID    string // by which the list leads to the pin; empty: it does not
	URL   string // where the pin leads
	Label string // what a screen reader says

	at, label boundary.Point // of the spot and of the sign, in units of the drawing
}

// Measures of a map, in units of the drawing.
const (
	sheetWidth = 440.0
	lowest     = 200.0 // a sheet is as high as its box wants, within these
	highest    = 520.0
	pinRadius  = 12.0
	pinApart   = 2*pinRadius + 2
	mostPins   = 60
	narrowest  = 0.8 // degrees of latitude that a map of one place shows
)

// Plan finds the part of the country that holds the spots, if none is given, and a place for every sign, so that no two of them lie upon
// each other. Spots outside a part that is given have no pin. The first spot's pin has the number 1.
func Plan(spots []boundary.Point, part *boundary.Box) *Sheet {
	s := &Sheet{}
	s.frame(spots, part)
	for near := pinRadius / 2; ; near *= 1.5 {
		s.gather(spots, near)
		if len(s.Pins) <= mostPins && s.settle() {
			return s
		}
	}
}

// frame chooses what the sheet shows and how large it is.
func (s *Sheet) frame(spots []boundary.Point, part *boundary.Box) {
	if part != nil {
		s.box = *part
	} else {
		s.box = around(spots)
	}
	s.narrow = math.Cos((s.box.South + s.box.North) / 2 * math.Pi / 180)
	wide, high := (s.box.East-s.box.West)*s.narrow, s.box.North-s.box.South
	switch { // a strip is made wider, not longer
	case high/wide*sheetWidth > highest:
		more := (high*sheetWidth/highest - wide) / s.narrow / 2
		s.box.West, s.box.East = s.box.West-more, s.box.East+more
	case high/wide*sheetWidth < lowest:
		more := (wide*lowest/sheetWidth - high) / 2
		s.box.South, s.box.North = s.box.South-more, s.box.North+more
	}
	s.width = sheetWidth
	s.height = math.Round(sheetWidth * (s.box.North - s.box.South) / ((s.box.East - s.box.West) * s.narrow))
}

// around is a box with a margin around the spots.
func around(spots []boundary.Point) boundary.Box {
	if len(spots) == 0 {
		return boundary.Country
	}
	b := boundary.Box{West: spots[0].Lon(), East: spots[0].Lon(), South: spots[0].Lat(), North: spots[0].Lat()}
	for _, p := range spots {
		b.West, b.East = min(b.West, p.Lon()), max(b.East, p.Lon())
		b.South, b.North = min(b.South, p.Lat()), max(b.North, p.Lat())
	}
	widen := func(low, high *float64, least float64) {
		margin := max((*high-*low)*0.16, (least-(*high-*low))/2)
		*low, *high = *low-margin, *high+margin
	}
	widen(&b.South, &b.North, narrowest)
	widen(&b.West, &b.East, narrowest*1.6)
	return b
}

// project is where a point lies on the sheet. Degrees are drawn as they are, those of longitude shorter: over one country no better
// projection can be told from it by eye.
func (s *Sheet) project(p boundary.Point) boundary.Point {
	return boundary.Point{
		(p.Lon() - s.box.West) / (s.box.East - s.box.West) * s.width,
		(s.box.North - p.Lat()) / (s.box.North - s.box.South) * s.height,
	}
}

// gather gives every spot a pin: that of a neighbour so near, or one of its own.
func (s *Sheet) gather(spots []boundary.Point, near float64) {
	s.Pins = nil
	for i, spot := range spots {
		if !s.box.Holds(spot) {
			continue
		}
		at := s.project(spot)
		mine := -1
		for j := range s.Pins {
			if apart(s.Pins[j].at, at) < near {
				mine = j
				break
			}
		}
		if mine < 0 {
			s.Pins = append(s.Pins, Pin{at: at, label: at})
			mine = len(s.Pins) - 1
		}
		s.Pins[mine].Spots = append(s.Pins[mine].Spots, i)
	}
}

func apart(a, b boundary.Point) float64 { return math.Hypot(a[0]-b[0], a[1]-b[1]) }

// settle pushes the signs apart until none lies upon another; false where there is no room.
func (s *Sheet) settle() bool {
	for round := range 400 {
		moved := false
		for i := range s.Pins {
			s.Pins[i].label = s.inside(s.Pins[i].label)
			for j := range i {
				moved = push(&s.Pins[j], &s.Pins[i], float64(round+i)) || moved
			}
		}
		if !moved {
			return true
		}
	}
	return false
}

// push moves two signs that lie upon each other away from each other, each as far; angle breaks the tie of two in one place.
func push(a, b *Pin, angle float64) bool {
	gap := apart(a.label, b.label)
	if gap >= pinApart {
		return false
	}
	dx, dy := math.Cos(angle), math.Sin(angle)
	if gap > 0.01 {
		dx, dy = (b.label[0]-a.label[0])/gap, (b.label[1]-a.label[1])/gap
	}
	step := (pinApart-gap)/2 + 0.05
	a.label = boundary.Point{a.label[0] - dx*step, a.label[1] - dy*step}
	b.label = boundary.Point{b.label[0] + dx*step, b.label[1] + dy*step}
	return true
}

// inside keeps a sign on the sheet.
func (s *Sheet) inside(p boundary.Point) boundary.Point {
	const edge = pinRadius + 3
	return boundary.Point{min(max(p[0], edge), s.width-edge), min(max(p[1], edge), s.height-edge)}
}

// SheetWords are what is written on a map.
type SheetWords struct {
	Title, Description string
	Kilometres         string // «км»
}

// Draw draws the map: the land, if its outline is known, a net of degrees, the pins, a scale.
func (s *Sheet) Draw(words SheetWords, outline *boundary.Outline) string {
	var b strings.Builder
	b.WriteString(`<svg class="pinmap" viewBox="0 0 ` + round(s.width) + ` ` + round(s.height) + `" role="group"><title>`)
	xml.EscapeText(&b, []byte(words.Title))
	b.WriteString(`</title><desc>`)
	xml.EscapeText(&b, []byte(words.Description))
	b.WriteString(`</desc><rect class="pinmap-ground" width="100%" height="100%"/>`)
	if outline != nil {
		if land := s.land(outline); land != "" {
			b.WriteString(`<g transform="scale(.1)"><path class="pinmap-land" fill-rule="evenodd" d="` + land + `"/></g>`)
		}
	}
	b.WriteString(`<path class="pinmap-net" d="` + s.net() + `"/>`)
	s.scale(&b, words.Kilometres)
	for _, p := range s.Pins {
		p.tail(&b)
	}
	for i, p := range s.Pins {
		p.draw(&b, i+1)
	}
	b.WriteString(`</svg>`)
	return b.String()
}

// landBytes is how long the outline of the land may be in a page.
const landBytes = 24_000

// land is the outline as a path, in tenths of a unit, no finer than the page can bear.
func (s *Sheet) land(o *boundary.Outline) string {
	wide, high := (s.box.East-s.box.West)/20, (s.box.North-s.box.South)/20 // its edges lie outside the picture
	rings := o.Within(boundary.Box{West: s.box.West - wide, East: s.box.East + wide, South: s.box.South - high, North: s.box.North + high})
	for i, ring := range rings {
		flat := make(boundary.Ring, len(ring))
		for j, p := range ring {
			at := s.project(p)
			flat[j] = boundary.Point{at[0] * 10, at[1] * 10}
		}
		rings[i] = flat
	}
	for tolerance := 5.0; ; tolerance *= 1.6 {
		var path []byte
		for i, ring := range rings {
			rings[i] = ring.Simplify(tolerance)
			path = appendRing(path, rings[i])
		}
		if len(path) <= landBytes {
			return string(path)
		}
		if tolerance > 100 { // a cloud of islands: the smallest are left out
			rings = largest(rings, tolerance*tolerance)
		}
	}
}

// largest leaves out rings whose box is smaller than so much.
func largest(rings []boundary.Ring, area float64) []boundary.Ring {
	var kept []boundary.Ring
	for _, ring := range rings {
		low, high := ring[0], ring[0]
		for _, p := range ring {
			low = boundary.Point{min(low[0], p[0]), min(low[1], p[1])}
			high = boundary.Point{max(high[0], p[0]), max(high[1], p[1])}
		}
		if (high[0]-low[0])*(high[1]-low[1]) > area {
			kept = append(kept, ring)
		}
	}
	return kept
}

// appendRing writes a closed line in whole units; what has shrunk to less than a triangle vanishes.
func appendRing(path []byte, ring boundary.Ring) []byte {
	start := len(path)
	var last [2]int
	points := 0
	for _, p := range ring {
		at := [2]int{int(math.Round(p[0])), int(math.Round(p[1]))}
		switch {
		case points == 0:
			path = append(path, 'M')
			path = strconv.AppendInt(path, int64(at[0]), 10)
			path = appendNumber(path, at[1])
		case at == last:
			continue
		default:
			if points == 1 {
				path = append(path, 'l')
				path = strconv.AppendInt(path, int64(at[0]-last[0]), 10)
			} else {
				path = appendNumber(path, at[0]-last[0])
			}
			path = appendNumber(path, at[1]-last[1])
		}
		last = at
		points++
	}
	if points < 3 {
		return path[:start]
	}
	return append(path, 'z')
}

// appendNumber writes a number after another: its minus parts them, or a space.
func appendNumber(path []byte, n int) []byte {
	if n >= 0 {
		path = append(path, ' ')
	}
	return strconv.AppendInt(path, int64(n), 10)
}

// net is the lines of whole degrees, or of parts of one, so that four or so cross the sheet.
func (s *Sheet) net() string {
	span := s.box.North - s.box.South
	step := 5.0
	for _, finer := range []float64{2, 1, 0.5, 0.2, 0.1} {
		if span/step < 3 {
			step = finer
		}
	}
	path := ""
	for lat := math.Ceil(s.box.South/step) * step; lat < s.box.North; lat += step {
		path += "M0 " + round(s.project(boundary.Point{0, lat})[1]) + "h" + round(s.width)
	}
	for lon := math.Ceil(s.box.West/step) * step; lon < s.box.East; lon += step {
		path += "M" + round(s.project(boundary.Point{lon, 0})[0]) + " 0v" + round(s.height)
	}
	return path
}

// scale draws a bar of so many kilometres in the corner.
func (s *Sheet) scale(b *strings.Builder, unit string) {
	const degree = 111.2 // kilometres
	kilometre := s.height / ((s.box.North - s.box.South) * degree)
	length := 1.0
	for _, longer := range []float64{2, 5, 10, 20, 50, 100, 200} {
		if longer*kilometre < s.width/3.5 {
			length = longer
		}
	}
	b.WriteString(`<g class="pinmap-scale" aria-hidden="true"><path d="M12 ` + round(s.height-16) + `v5h` + round(length*kilometre) + `v-5"/>` +
		`<text x="12" y="` + round(s.height-21) + `" font-size="11">` + round(length) + "\u00a0")
	xml.EscapeText(b, []byte(unit))
	b.WriteString(`</text></g>`)
}

// tail draws the spot, and a line from the sign to it where the sign had to give way.
func (p *Pin) tail(b *strings.Builder) {
	if apart(p.at, p.label) < pinRadius {
		return
	}
	b.WriteString(`<path class="pin-tail" d="M` + tenth(p.at[0]) + ` ` + tenth(p.at[1]) + `L` + tenth(p.label[0]) + ` ` + tenth(p.label[1]) + `"/>` +
		`<circle class="pin-spot" cx="` + tenth(p.at[0]) + `" cy="` + tenth(p.at[1]) + `" r="3"/>`)
}

func (p *Pin) draw(b *strings.Builder, number int) {
	attribute := func(name, value string) {
		if value != "" {
			b.WriteString(` ` + name + `="`)
			xml.EscapeText(b, []byte(value))
			b.WriteString(`"`)
		}
	}
	b.WriteString(`<a class="pin"`)
	attribute("id", p.ID)
	attribute("href", p.URL)
	attribute("aria-label", p.Label)
	b.WriteString(`><title>`)
	xml.EscapeText(b, []byte(p.Label))
	x, y := tenth(p.label[0]), tenth(p.label[1])
	b.WriteString(`</title><circle class="pin-sign" cx="` + x + `" cy="` + y + `" r="12"/>` +
		`<text class="pin-number" x="` + x + `" y="` + tenth(p.label[1]+4.5) + `" font-size="13" text-anchor="middle" aria-hidden="true">` +
		strconv.Itoa(number) + `</text></a>`)
}

func round(f float64) string { return strconv.FormatFloat(math.Round(f), 'f', -1, 64) }

func tenth(f float64) string { return strconv.FormatFloat(math.Round(f*10)/10, 'f', -1, 64) }
