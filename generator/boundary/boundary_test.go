package boundary

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"
)

// outer is a shape around all of Ukraine; nobody's border.
const outer = `[[22.5,44.2],[40.5,44.2],[40.5,52.5],[22.5,52.5],[22.5,44.2]]`

// hole is a square around a place, so many degrees each way.
func hole(lon, lat, half float64) string {
	return fmt.Sprintf(`[[%[1]g,%[2]g],[%[3]g,%[2]g],[%[3]g,%[4]g],[%[1]g,%[4]g],[%[1]g,%[2]g]]`, lon-half, lat-half, lon+half, lat+half)
}

func land(properties, kind, coordinates string) string {
	return `{"type":"Feature","properties":` + properties + `,"geometry":{"type":"` + kind + `","coordinates":` + coordinates + `}}`
}

func file(features ...string) string {
	return `{"type":"FeatureCollection","features":[` + strings.Join(features, ",") + `]}`
}

func TestRead(t *testing.T) {
	const ua = `{"iso":"UA"}`
	whole := land(ua, "Polygon", "["+outer+"]")
	for _, test := range []struct{ name, text, why string }{
		{"one shape", file(whole), ""},
		{"by name", file(land(`{"NAME":"Ukraine"}`, "Polygon", "["+outer+"]")), ""},
		{"by Ukrainian name", file(land(`{"name_uk":" Україна "}`, "Polygon", "["+outer+"]")), ""},
		{"by a unit's code", file(land(`{"iso_3166_2":"UA-14"}`, "Polygon", "["+outer+"]")), ""},
		{"several shapes", file(land(ua, "MultiPolygon", "[["+hole(24, 50, 0.2)+"],["+outer+"]]")), ""},
		{"two units", file(
			land(`{"iso":"UA-43"}`, "Polygon", `[[[22.5,44.2],[40.5,44.2],[40.5,46],[22.5,46],[22.5,44.2]]]`),
			land(`{"iso":"UA-14"}`, "Polygon", `[[[22.5,46],[40.5,46],[40.5,52.5],[22.5,52.5],[22.5,46]]]`)), ""},
		{"neighbours are left out", file(whole, land(`{"iso":"PL"}`, "Polygon", `[[[500,900],[1,2],[3,4],[500,900]]]`)), ""},
		{"with height", file(land(ua, "Polygon", `[[[22.5,44.2,5],[40.5,44.2,5],[40.5,52.5,5],[22.5,52.5,5],[22.5,44.2,5]]]`)), ""},
		{"a bay at Sevastopol", file(land(ua, "Polygon", "["+outer+","+hole(33.50, 44.60, 0.03)+"]")), ""},

		{"without Simferopol", file(land(ua, "Polygon", "["+outer+","+hole(34.1, 44.95, 0.05)+"]")), "city simferopol"},
		{"without Sevastopol", file(land(ua, "Polygon", "["+outer+","+hole(33.52, 44.6, 0.05)+"]")), "city sevastopol"},
		{"without Sevastopol and around", file(land(ua, "Polygon", "["+outer+","+hole(33.6, 44.6, 0.2)+"]")), "city sevastopol"},
		{"without Donetsk", file(land(ua, "Polygon", "["+outer+","+hole(37.8, 48, 0.05)+"]")), "city donetsk"},
		{"without Luhansk", file(land(ua, "Polygon", "["+outer+","+hole(39.31, 48.57, 0.05)+"]")), "city luhansk"},
		{"without Crimea", file(land(ua, "Polygon", `[[[22.5,46.2],[40.5,46.2],[40.5,52.5],[22.5,52.5],[22.5,46.2]]]`)), "city simferopol"},
		{"Crimea as another's", file(
			land(ua, "Polygon", `[[[22.5,46.2],[40.5,46.2],[40.5,52.5],[22.5,52.5],[22.5,46.2]]]`),
			land(`{"iso":"XX"}`, "Polygon", `[[[32,44],[37,44],[37,46.2],[32,46.2],[32,44]]]`)), "city simferopol"},

		{"nobody's", file(land(`{"note":"Ukraine","iso":"PL"}`, "Polygon", "["+outer+"]")), "unmarked "},
		{"no features", file(), "unmarked "},
		{"a point", file(land(ua, "Point", "[30,50]")), "degrees "},
		{"no geometry", file(`{"type":"Feature","properties":{"iso":"UA"},"geometry":null}`), "degrees "},
		{"metres", file(land(ua, "Polygon", `[[[2504688,5500000],[4508438,5500000],[4508438,6900000],[2504688,5500000]]]`)), "degrees "},
		{"a line", file(land(ua, "Polygon", `[[[22.5,44.2],[40.5,44.2]]]`)), "degrees "},
		{"a geometry alone", `{"type":"Polygon","coordinates":[` + outer + `]}`, "type Polygon"},
		{"no JSON", `{"type":`, "json"},
		{"wrong coordinates", file(land(ua, "Polygon", `"south"`)), "json"},
		{"TopoJSON", `{"type":"Topology","objects":{}}`, "type Topology"},
		{"empty", ``, "json"},
	} {
		outline, err := Read([]byte(test.text))
		why := ""
		if wrong := (*Error)(nil); errors.As(err, &wrong) {
			why = wrong.Why
			if why != "json" {
				why += " " + wrong.Detail
			}
		}
		if why != test.why || (outline == nil) != (err != nil) {
			t.Errorf("%s: %q, want %q", test.name, why, test.why)
		}
	}
}

func TestReadBounds(t *testing.T) {
	if _, err := Read(make([]byte, MaxBytes+1)); err.(*Error).Why != "large" {
		t.Error(err)
	}
	var many strings.Builder
	for range MaxPoints + 1 {
		many.WriteString("[30,50],")
	}
	if _, err := Read([]byte(file(land(`{"iso":"UA"}`, "Polygon", "[["+strings.TrimSuffix(many.String(), ",")+"]]")))); err.(*Error).Why != "points" {
		t.Error(err)
	}
	o, err := Read([]byte(`{"type":"FeatureCollection","attribution":" Автори, CC BY 4.0 ","features":[` + land(`{"iso":"UA"}`, "Polygon", "["+outer+"]") + `]}`))
	if err != nil || o.Attribution != "Автори, CC BY 4.0" {
		t.Error(o, err)
	}
}

func TestWithin(t *testing.T) {
	o, err := Read([]byte(file(land(`{"iso":"UA"}`, "Polygon", "["+outer+"]"))))
	if err != nil {
		t.Fatal(err)
	}
	box := Box{West: 36, South: 43, East: 45, North: 48}
	rings := o.Within(box)
	if len(rings) != 1 {
		t.Fatalf("%d rings", len(rings))
	}
	for _, p := range rings[0] {
		if !box.Holds(p) || p.Lon() > 40.5 || p.Lat() < 44.2 {
			t.Errorf("%v lies outside", p)
		}
	}
	if got := area(rings[0]); math.Abs(got-4.5*3.8) > 1e-9 {
		t.Errorf("the area is %g", got)
	}
	if rings := o.Within(Box{West: 1, South: 1, East: 2, North: 2}); rings != nil {
		t.Errorf("%v far away", rings)
	}
}

func area(r Ring) float64 {
	sum := 0.0
	for i, a := range r {
		b := r[(i+1)%len(r)]
		sum += a[0]*b[1] - b[0]*a[1]
	}
	return math.Abs(sum) / 2
}

// TestSimplify: every point that was left out lies near the line that stays.
func TestSimplify(t *testing.T) {
	var circle Ring
	for i := range 2000 {
		angle := float64(i) / 2000 * 2 * math.Pi
		wobble := 10 + 0.3*math.Sin(40*angle)
		circle = append(circle, Point{wobble * math.Cos(angle), wobble * math.Sin(angle)})
	}
	last := len(circle) + 1
	for _, tolerance := range []float64{0.001, 0.01, 0.1, 1, 5} {
		simple := circle.Simplify(tolerance)
		if len(simple) >= last || len(simple) < 2 {
			t.Errorf("tolerance %g: %d points after %d", tolerance, len(simple), last)
		}
		last = len(simple)
		for _, p := range circle {
			nearest := math.Inf(1)
			for i, a := range simple {
				nearest = min(nearest, toSegment(p, a, simple[(i+1)%len(simple)]))
			}
			if nearest > tolerance+1e-9 {
				t.Fatalf("tolerance %g: %v is %g away", tolerance, p, nearest)
			}
		}
	}
	for _, short := range []Ring{nil, {{1, 1}}, {{1, 1}, {2, 2}, {3, 1}}} {
		if got := short.Simplify(100); len(got) != len(short) {
			t.Errorf("%v became %v", short, got)
		}
	}
	if same := (Ring{{1, 1}, {1, 1}, {1, 1}, {1, 1}, {1, 1}}).Simplify(0); len(same) == 0 {
		t.Error("a ring of one place vanished")
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(file(land(`{"iso":"UA"}`, "Polygon", "["+outer+"]"))))
	f.Add([]byte(file(land(`{"iso":"UA"}`, "MultiPolygon", "[["+outer+","+hole(34, 45, 0.1)+"]]"))))
	f.Add([]byte(`{"type":"FeatureCollection","features":[{"properties":{"iso":"UA"},"geometry":{"type":"Polygon","coordinates":[[[30],[1,2,3],[],[4,5]]]}}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		o, err := Read(data)
		if err != nil {
			if wrong := (*Error)(nil); !errors.As(err, &wrong) || wrong.Why == "" {
				t.Fatalf("%v is no Error", err)
			}
			return
		}
		if !json.Valid(data) || o.whole() != "" {
			t.Fatal("accepted what it must refuse")
		}
		box := Box{West: 36, South: 46, East: 39, North: 49}
		for _, ring := range o.Within(box) {
			for _, p := range ring.Simplify(0.1) {
				if !box.Holds(p) {
					t.Fatalf("%v lies outside", p)
				}
			}
		}
	})
}
