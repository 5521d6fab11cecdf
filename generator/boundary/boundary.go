// Package boundary reads the outline of Ukraine that a site brings along, and refuses a wrong one.
//
// No boundaries come with the program. A site may put a GeoJSON file beside its content; which of its features are Ukraine,
// and what a file must be like, docs/maps.md says.
//
//	outline, err := boundary.Read(data)
//	rings := outline.Within(boundary.Box{West: 36.5, South: 46.8, East: 39.2, North: 49.3})
//
// It promises that an outline holds Simferopol, Sevastopol, Donetsk and Luhansk: a file that leaves one of them out is an
// error, as is one that is too big, is no GeoJSON or counts in something else than degrees. Reading is pure and never panics.
package boundary

import (
	"fmt"
	"math"
)

// Point is a place on the Earth in degrees: longitude, latitude, in the order of GeoJSON.
type Point [2]float64

// Lon is how far east the point lies.
func (p Point) Lon() float64 { return p[0] }

// Lat is how far north it lies.
func (p Point) Lat() float64 { return p[1] }

// Ring is a closed line; the last point is joined to the first.
type Ring []Point

// polygon is a piece of land, its holes after it.
type polygon []Ring

// Outline is Ukraine as a file has it: one shape, or one of each oblast.
type Outline struct {
	Attribution string // whose data it is, as the file says; empty: it does not

	land []polygon
}

// Box is a part of the map, in degrees.
type Box struct{ West, South, East, North float64 }

// Country is where every place of Ukraine lies (E-GEO).
var Country = Box{West: 22, South: 44, East: 41, North: 53}

// Holds tells whether the point lies in the box or on its edge.
func (b Box) Holds(p Point) bool {
	return p.Lon() >= b.West && p.Lon() <= b.East && p.Lat() >= b.South && p.Lat() <= b.North
}

// Error tells why a file was refused. Why is a word of the catalogue of messages (the list outline).
type Error struct {
	Why    string
	Detail string // the machine's words, or a city
}

// Error is for engineers; authors read the catalogue.
func (e *Error) Error() string { return fmt.Sprintf("boundaries: %s %q", e.Why, e.Detail) }

// city is one of those that a wrong map leaves out. The point lies well inside it.
type city struct {
	name  string // by resolution 55, for the catalogue
	at    Point
	shore float64 // how far outside the land it may lie, in kilometres: a port on a coarse coast
}

var cities = []city{
	{"simferopol", Point{34.10, 44.95}, 0},
	{"sevastopol", Point{33.52, 44.60}, 3},
	{"sevastopol", Point{33.60, 44.60}, 0}, // Inkerman, at the head of the bay
	{"donetsk", Point{37.80, 48.00}, 0},
	{"luhansk", Point{39.31, 48.57}, 0},
}

// whole finds the city that the outline leaves out, or "".
func (o *Outline) whole() string {
	for _, c := range cities {
		if !o.holds(c.at) && (c.shore == 0 || o.distance(c.at) > c.shore) {
			return c.name
		}
	}
	return ""
}

// holds tells whether the point lies on the land of the outline.
func (o *Outline) holds(p Point) bool {
	for _, shape := range o.land {
		inside := false
		for _, ring := range shape {
			if ring.around(p) {
				inside = !inside
			}
		}
		if inside {
			return true
		}
	}
	return false
}

// around tells whether the ring runs around the point: a ray to the east crosses it an odd number of times.
func (r Ring) around(p Point) bool {
	inside := false
	for i, a := range r {
		b := r[(i+1)%len(r)]
		if (a.Lat() > p.Lat()) != (b.Lat() > p.Lat()) &&
			p.Lon() < a.Lon()+(p.Lat()-a.Lat())/(b.Lat()-a.Lat())*(b.Lon()-a.Lon()) {
			inside = !inside
		}
	}
	return inside
}

// kilometres that a degree of latitude is long.
const degree = 111.2

// distance is how far from the nearest edge a point lies, in kilometres.
func (o *Outline) distance(p Point) float64 {
	narrow := math.Cos(p.Lat() * math.Pi / 180)
	flat := func(q Point) Point { return Point{(q.Lon() - p.Lon()) * narrow * degree, (q.Lat() - p.Lat()) * degree} }
	nearest := math.Inf(1)
	for _, shape := range o.land {
		for _, ring := range shape {
			for i, a := range ring {
				nearest = min(nearest, toSegment(Point{}, flat(a), flat(ring[(i+1)%len(ring)])))
			}
		}
	}
	return nearest
}

// toSegment is the distance of a point from the line between two others.
func toSegment(p, a, b Point) float64 {
	dx, dy := b[0]-a[0], b[1]-a[1]
	t := 0.0
	if length := dx*dx + dy*dy; length > 0 {
		t = min(1, max(0, ((p[0]-a[0])*dx+(p[1]-a[1])*dy)/length))
	}
	return math.Hypot(a[0]+t*dx-p[0], a[1]+t*dy-p[1])
}
