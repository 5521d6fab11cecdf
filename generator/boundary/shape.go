package boundary

// Within is the land inside the box: what lies outside is cut off along its edges.
func (o *Outline) Within(b Box) []Ring {
	var rings []Ring
	for _, shape := range o.land {
		for _, ring := range shape {
			if cut := ring.cut(b); len(cut) > 2 {
				rings = append(rings, cut)
			}
		}
	}
	return rings
}

// cut leaves of a ring what lies in the box (Sutherland and Hodgman): edge by edge, what is beyond goes, and the line is led
// along the edge instead.
func (r Ring) cut(b Box) Ring {
	for _, edge := range []struct {
		axis int
		at   float64
		sign float64 // the side that stays
	}{{0, b.West, 1}, {0, b.East, -1}, {1, b.South, 1}, {1, b.North, -1}} {
		stays := func(p Point) bool { return (p[edge.axis]-edge.at)*edge.sign >= 0 }
		crossing := func(a, b Point) Point {
			t := (edge.at - a[edge.axis]) / (b[edge.axis] - a[edge.axis])
			p := Point{a[0] + t*(b[0]-a[0]), a[1] + t*(b[1]-a[1])}
			p[edge.axis] = edge.at
			return p
		}
		var kept Ring
		for i, p := range r {
			last := r[(i+len(r)-1)%len(r)]
			if stays(p) != stays(last) {
				kept = append(kept, crossing(last, p))
			}
			if stays(p) {
				kept = append(kept, p)
			}
		}
		r = kept
	}
	return r
}

// Simplify leaves out the points of a ring that lie nearer to the line without them than so much (Douglas and Peucker); the unit
// is that of the points. The first point and the one farthest from it always stay.
func (r Ring) Simplify(tolerance float64) Ring {
	if len(r) < 4 {
		return r
	}
	far := 0
	for i, p := range r {
		if square(r[0], p) > square(r[0], r[far]) {
			far = i
		}
	}
	keep := make([]bool, len(r)+1)
	keep[0], keep[far], keep[len(r)] = true, true, true
	at := func(i int) Point { return r[i%len(r)] }
	for spans := [][2]int{{0, far}, {far, len(r)}}; len(spans) > 0; {
		span := spans[len(spans)-1]
		spans = spans[:len(spans)-1]
		most, where := tolerance, -1
		for i := span[0] + 1; i < span[1]; i++ {
			if d := toSegment(at(i), at(span[0]), at(span[1])); d > most {
				most, where = d, i
			}
		}
		if where >= 0 {
			keep[where] = true
			spans = append(spans, [2]int{span[0], where}, [2]int{where, span[1]})
		}
	}
	var kept Ring
	for i, p := range r {
		if keep[i] {
			kept = append(kept, p)
		}
	}
	return kept
}

func square(a, b Point) float64 { return (a[0]-b[0])*(a[0]-b[0]) + (a[1]-b[1])*(a[1]-b[1]) }
