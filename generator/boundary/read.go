package boundary

import (
	"encoding/json"
	"errors"
	"slices"
	"strconv"
	"strings"
)

// What a file may be at most. The finest outlines that people publish are a fifth of it.
const (
	MaxBytes  = 16 << 20
	MaxPoints = 500_000
)

// collection is GeoJSON (RFC 7946) as far as it matters here.
type collection struct {
	Type        string    `json:"type"`
	Features    []feature `json:"features"`
	Attribution string    `json:"attribution"` // ours: a member that GeoJSON leaves free
}

type feature struct {
	Properties map[string]any `json:"properties"`
	Geometry   *geometry      `json:"geometry"`
}

type geometry struct {
	Type        string          `json:"type"`
	Coordinates json.RawMessage `json:"coordinates"`
}

// Read reads a FeatureCollection. Every error is an [*Error].
func Read(data []byte) (*Outline, error) {
	if len(data) > MaxBytes {
		return nil, &Error{Why: "large", Detail: strconv.Itoa(MaxBytes >> 20)}
	}
	var c collection
	if err := json.Unmarshal(data, &c); err != nil {
		return nil, &Error{Why: "json", Detail: place(data, err)}
	}
	if c.Type != "FeatureCollection" {
		return nil, &Error{Why: "type", Detail: c.Type}
	}
	o := &Outline{Attribution: strings.TrimSpace(c.Attribution)}
	points, marked := 0, false
	for _, f := range c.Features {
		if !ukraine(f.Properties) {
			continue
		}
		marked = true
		shapes, err := f.Geometry.polygons()
		if err != nil {
			return nil, err
		}
		for _, shape := range shapes {
			for _, ring := range shape {
				if points += len(ring); points > MaxPoints {
					return nil, &Error{Why: "points", Detail: strconv.Itoa(MaxPoints)}
				}
			}
		}
		o.land = append(o.land, shapes...)
	}
	switch {
	case !marked:
		return nil, &Error{Why: "unmarked"}
	case !o.degrees():
		return nil, &Error{Why: "degrees"}
	}
	if missing := o.whole(); missing != "" {
		return nil, &Error{Why: "city", Detail: missing}
	}
	return o, nil
}

// place says where JSON is broken: by line, as an editor shows it.
func place(data []byte, err error) string {
	at := int64(-1)
	if syntax := (*json.SyntaxError)(nil); errors.As(err, &syntax) {
		at = syntax.Offset
	} else if wrong := (*json.UnmarshalTypeError)(nil); errors.As(err, &wrong) {
		at = wrong.Offset
	}
	if at < 0 || at > int64(len(data)) {
		return err.Error()
	}
	return "line " + strconv.Itoa(1+strings.Count(string(data[:at]), "\n")) + ": " + err.Error()
}

// naming are the properties, in small letters, by which a feature says whose land it is.
var naming = []string{
	"iso", "iso2", "iso3", "iso_a2", "iso_a3", "iso_3166_1", "iso_3166_2", "iso3166-1", "iso3166-2", "shapeiso", "shapegroup",
	"adm0_a3", "adm0_code", "country", "admin", "adm0_name", "name", "name_en", "name_uk", "name:en", "name:uk",
}

var country = []string{"ua", "ukr", "ukraine", "україна"}

// ukraine tells whether a feature is Ukraine or a part of it: one of its names is the country's, or a code of one of its
// units (UA-14).
func ukraine(properties map[string]any) bool {
	for key, value := range properties {
		text, ok := value.(string)
		if !ok || !slices.Contains(naming, strings.ToLower(key)) {
			continue
		}
		text = strings.ToLower(strings.TrimSpace(text))
		if slices.Contains(country, text) || strings.HasPrefix(text, "ua-") {
			return true
		}
	}
	return false
}

// polygons are the shapes of a geometry; anything but land has none.
func (g *geometry) polygons() ([]polygon, error) {
	if g == nil {
		return nil, nil
	}
	var shapes []polygon
	var err error
	switch g.Type {
	case "Polygon":
		shapes = make([]polygon, 1)
		err = json.Unmarshal(g.Coordinates, &shapes[0])
	case "MultiPolygon":
		err = json.Unmarshal(g.Coordinates, &shapes)
	}
	if err != nil {
		return nil, &Error{Why: "json", Detail: err.Error()}
	}
	for i := range shapes {
		shapes[i] = slices.DeleteFunc(shapes[i], func(r Ring) bool { return len(r) < 4 })
	}
	return slices.DeleteFunc(shapes, func(p polygon) bool { return len(p) == 0 }), nil
}

// degrees tells whether every point can lie in Ukraine or on its sea; metres of a projection cannot.
func (o *Outline) degrees() bool {
	around := Box{West: Country.West - 2, South: Country.South - 2, East: Country.East + 2, North: Country.North + 2}
	for _, shape := range o.land {
		for _, ring := range shape {
			for _, p := range ring {
				if !around.Holds(p) {
					return false
				}
			}
		}
	}
	return len(o.land) > 0
}
