package render

import "github.com/som-hub/vitryna/generator/site"

// geo is a place on the Earth. Only a place whose coordinates are exact has one, and only in peace (SF-01).
type geo struct {
	Type      string  `json:"@type"`
	Latitude  float64 `json:"latitude"`
	Longitude float64 `json:"longitude"`
}

// postalAddress is where something lies, as far as it may be told.
type postalAddress struct {
	Type     string `json:"@type"`
	Country  string `json:"addressCountry,omitempty"`
	Region   string `json:"addressRegion,omitempty"`
	Locality string `json:"addressLocality,omitempty"`
	Street   string `json:"streetAddress,omitempty"`
}

// described is how many places a map names to programs; with more it names none.
const described = 100

func mapData(d *describer, t *thing, m *site.Item) {
	if owner := d.text(m, "owner"); owner != "" {
		t.Publisher = &thing{Type: words{"Organization"}, Name: owner}
	}
	t.SameAs = d.text(m, "url")
	if places := d.site.Places(m); len(places) <= described {
		for _, place := range places {
			t.About = append(t.About, d.place(place))
		}
	}
}

// placeTypes are the types of places that are finer than that of their kind.
var placeTypes = map[string]string{"school": "School", "preschool": "Preschool"}

// place is a place of a map.
func (d *describer) place(item *site.Item) *thing {
	title, _ := item.Title(d.Lang)
	t := &thing{Type: types(item), Name: clean(title), SameAs: d.text(item, "url")}
	if finer := placeTypes[item.UK.Doc.Text("kind")]; finer != "" {
		t.Type = words{finer}
	}
	t.Address = &postalAddress{
		Type: "PostalAddress", Country: "UA", Region: d.text(item, "oblast"), Locality: d.text(item, "hromada"), Street: d.text(item, "address"),
	}
	lat, ok1 := d.value(item, "lat")
	lon, ok2 := d.value(item, "lon")
	if ok1 && ok2 && item.UK.Doc.Text("precision") == "exact" {
		t.Geo = &geo{Type: "GeoCoordinates", Latitude: lat.Number, Longitude: lon.Number}
	}
	return t
}
