package drawing

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/som-hub/vitryna/generator/boundary"
)

// spots are so many places, seeded: over the whole country, or all within one town.
func spots(n int, spread float64) []boundary.Point {
	dice := rand.New(rand.NewPCG(uint64(n), uint64(spread*100)))
	list := make([]boundary.Point, n)
	for i := range list {
		list[i] = boundary.Point{31 + (dice.Float64()-0.5)*spread*2, 48.5 + (dice.Float64()-0.5)*spread}
	}
	return list
}

// TestPlan: no sign lies upon another or outside the sheet, and every spot has exactly one pin.
func TestPlan(t *testing.T) {
	for _, n := range []int{0, 1, 2, 3, 10, 40, 60, 61, 200, 3000} {
		for _, spread := range []float64{0, 0.001, 0.1, 1, 8} {
			list := spots(n, spread)
			s := Plan(list, nil)
			if len(s.Pins) > mostPins {
				t.Errorf("%d spots: %d pins", n, len(s.Pins))
			}
			seen := map[int]bool{}
			for i, p := range s.Pins {
				for _, spot := range p.Spots {
					if seen[spot] {
						t.Errorf("spot %d has two pins", spot)
					}
					seen[spot] = true
				}
				if p.label != s.inside(p.label) {
					t.Errorf("%d spots within %g: sign %d lies outside", n, spread, i+1)
				}
				for j := range i {
					if gap := apart(p.label, s.Pins[j].label); gap < 2*pinRadius {
						t.Errorf("%d spots within %g: signs %d and %d are %g apart", n, spread, i+1, j+1, gap)
					}
				}
			}
			if len(seen) != n || n > 0 && s.Pins[0].Spots[0] != 0 {
				t.Errorf("%d spots within %g: %d are on the map", n, spread, len(seen))
			}
			if s.height < lowest-1 || s.height > highest+1 {
				t.Errorf("%d spots within %g: the sheet is %g high", n, spread, s.height)
			}
		}
	}
}

func TestPlanPart(t *testing.T) {
	part := boundary.Box{West: 36, South: 46, East: 39, North: 49}
	s := Plan([]boundary.Point{{37.5, 48.6}, {30.5, 50.4}, {37.8, 48}}, &part)
	if len(s.Pins) != 2 || s.Pins[0].Spots[0] != 0 || s.Pins[1].Spots[0] != 2 {
		t.Errorf("%v", s.Pins)
	}
	north, south := s.project(boundary.Point{37, 49}), s.project(boundary.Point{37, 47})
	east := s.project(boundary.Point{38, 49})
	if north[1] >= south[1] || east[0] <= north[0] {
		t.Error("north is not above, or east not to the right")
	}
	degree := (south[1] - north[1]) / 2
	if got, want := (east[0]-north[0])/degree, math.Cos(47.5*math.Pi/180); math.Abs(got-want) > 0.01 {
		t.Errorf("a degree of longitude is %.3f of one of latitude, want %.3f", got, want)
	}
}

func TestDraw(t *testing.T) {
	words := SheetWords{Title: "Карта & <решта>", Description: "Опис", Kilometres: "км"}
	s := Plan(spots(12, 2), nil)
	for i := range s.Pins {
		s.Pins[i].ID, s.Pins[i].URL, s.Pins[i].Label = fmt.Sprintf("_pin-%d", i+1), fmt.Sprintf("#_p-%d", i+1), `№ "1": <Ліцей>`
	}
	svg := s.Draw(words, nil)
	got := elements(t, svg)
	if got["a.pin"] != len(s.Pins) || got["circle.pin-sign"] != len(s.Pins) || got["path.pinmap-land"] != 0 || got["path.pinmap-net"] != 1 {
		t.Errorf("%v", got)
	}
	if strings.Contains(svg, "NaN") || strings.Contains(svg, "Inf") || s.Draw(words, nil) != svg {
		t.Error("not a picture, or not always the same")
	}
	empty := Plan(nil, nil)
	if got := elements(t, empty.Draw(words, nil)); got["a"] != 0 {
		t.Errorf("a map of nothing: %v", got)
	}
}

// TestLand: however fine the outline, the page can bear it.
func TestLand(t *testing.T) {
	var ring strings.Builder
	const points = 60_000
	for i := range points {
		angle := float64(i) / points * 2 * math.Pi
		r := 1 + 0.02*math.Sin(angle*900)
		fmt.Fprintf(&ring, "[%f,%f],", 31.5+8.8*r*math.Cos(angle), 48.3+4.4*r*math.Sin(angle))
	}
	var islands strings.Builder
	for i := range 4000 {
		x, y := 23+float64(i%80)*0.2, 44.5+float64(i/80)*0.1
		fmt.Fprintf(&islands, ",[[[%[1]f,%[2]f],[%[3]f,%[2]f],[%[3]f,%[4]f],[%[1]f,%[2]f]]]", x, y, x+0.05, y+0.05)
	}
	o, err := boundary.Read([]byte(`{"type":"FeatureCollection","features":[{"properties":{"iso":"UA"},"geometry":{"type":"MultiPolygon","coordinates":[[[` +
		strings.TrimSuffix(ring.String(), ",") + `]]` + islands.String() + `]}}]}`))
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []*boundary.Box{nil, {West: 36, South: 46, East: 39, North: 49}, {West: 22, South: 44, East: 41, North: 53}} {
		s := Plan(spots(3, 4), part)
		land := s.land(o)
		if len(land) == 0 || len(land) > landBytes {
			t.Errorf("%d bytes of land", len(land))
		}
		elements(t, s.Draw(SheetWords{}, o))
	}
}
