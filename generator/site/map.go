package site

import (
	"math"
	"path"
	"slices"
	"strings"

	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// Publishable is the value of a field as it may leave the program: on a page, in structured data, in an export. ok is false where it
// may not leave at all. Everything that shows a value asks here.
//
// Coordinates leave only in peace, and no more exactly than the item's precision says (SF-01); the address of a place leaves
// only in peace too, for it is as good as coordinates (SF-03). Where to register leaves while one may.
func (s *Site) Publishable(item *Item, v Value) (out Value, ok bool) {
	switch {
	case v.Field == nil || !v.Field.Public():
		return Value{}, false
	case degrees(v.Field):
		return s.rounded(item, v)
	case v.Field.Type == PhotoType && item != nil:
		return s.withoutWithheld(item, v)
	case holdsDegrees(v.Field):
		return withoutDegrees(v), true
	case !s.Config.Peace() && item != nil && item.Kind.Name == "place" && v.Field.Name == "address":
		return Value{}, false
	case !s.Config.Peace() && item != nil && item.Kind.Name == "map" && v.Field.Name == "bounds":
		return Value{}, false
	case v.Field.Name == "registration" && item != nil && !s.Registers(item):
		return Value{}, false
	}
	return v, true
}

func degrees(f *Field) bool { return f.Type == Latitude || f.Type == Longitude }

// holdsDegrees tells whether an object has coordinates among its parts. Composite types have none, and some of them hold themselves.
func holdsDegrees(f *Field) bool {
	return f.Type == Object && slices.ContainsFunc(f.Fields, func(part *Field) bool { return degrees(part) || holdsDegrees(part) })
}

// withoutDegrees takes the coordinates out of objects: nobody has said how exactly they may be told.
func withoutDegrees(v Value) Value {
	v.Items, v.Parts = slices.Clone(v.Items), slices.DeleteFunc(slices.Clone(v.Parts), func(p Value) bool { return degrees(p.Field) })
	for _, nested := range [][]Value{v.Items, v.Parts} {
		for i := range nested {
			nested[i] = withoutDegrees(nested[i])
		}
	}
	return v
}

// rounded is a coordinate as exactly as its item allows. Only one that may leave has a Text: whatever shows texts shows no other.
func (s *Site) rounded(item *Item, v Value) (Value, bool) {
	if !s.Config.Peace() || item == nil || v.Field.List || v.Field.Map {
		return Value{}, false
	}
	switch item.UK.Doc.Text("precision") {
	case "exact":
	case "rounded":
		v.Number = tenth(v.Number)
	default:
		return Value{}, false
	}
	v.Text = number(v.Number)
	return v, true
}

// tenth rounds to a tenth of a degree: eleven kilometres from north to south, seven from east to west.
func tenth(n float64) float64 { return math.Round(n*10) / 10 }

// mapFiles refuses attachments that hold nothing but coordinates, where none may leave (SF-01).
func (s *Site) mapFiles() {
	for _, file := range s.Uses {
		switch strings.ToLower(path.Ext(file)) {
		case ".geojson", ".topojson", ".kml", ".kmz", ".gpx", ".shp":
			if !s.Config.Peace() {
				s.problems = append(s.problems, problem.New("E-GEO-FILE", file, 0, 0, "file", path.Base(file)))
			}
		}
	}
}

// Point is where an item stands on a map with pins; ok is false where it has no pin. Places of which only the hromada may be told stand
// together, in the middle of those of their hromada.
func (s *Site) Point(item *Item) (lat, lon float64, ok bool) {
	lat, lon, ok = coordinates(item)
	if !s.Config.Peace() || !ok {
		return 0, 0, false
	}
	switch item.UK.Doc.Text("precision") {
	case "exact":
		return lat, lon, true
	case "rounded":
		return tenth(lat), tenth(lon), true
	case "hromada":
		m := s.middles[hromadaOf(item)]
		return tenth(m.lat / m.n), tenth(m.lon / m.n), true
	}
	return 0, 0, false
}

func coordinates(item *Item) (lat, lon float64, ok bool) {
	north, ok1 := item.UK.Doc.Value("lat")
	east, ok2 := item.UK.Doc.Value("lon")
	return north.Number, east.Number, ok1 && ok2
}

// middle sums up coordinates of places.
type middle struct{ lat, lon, n float64 }

// hromadaKey tells one hromada from another: names repeat from oblast to oblast.
type hromadaKey struct{ name, oblast string }

func hromadaOf(item *Item) hromadaKey {
	return hromadaKey{ukrainian.Fold(item.UK.Doc.Text("hromada")), item.UK.Doc.Text("oblast")}
}

// Places are the places of a map, in the order of their kind: those that name the map, and on a map of the site's own
// those that name none and fit its scope. A map of others holds nothing but what names it.
func (s *Site) Places(m *Item) []*Item { return s.places[m] }

// Maps are the maps on which a place stands, in the order of their kind.
func (s *Site) Maps(place *Item) []*Item {
	var list []*Item
	for _, m := range s.ofKind("map") {
		if slices.Contains(s.places[m], place) {
			list = append(list, m)
		}
	}
	return list
}

// scopes say which places a map shows that the places do not name.
var scopes = map[string]func(*Doc) bool{
	"schools": func(d *Doc) bool { return d.Text("kind") == "school" },
	"stem": func(d *Doc) bool {
		v, _ := d.Value("stem")
		return v.Bool
	},
	"practices": func(d *Doc) bool {
		v, _ := d.Value("projects")
		return len(v.Items) > 0
	},
}

// chart finds the places of every map.
func (s *Site) chart() {
	maps, places := s.ofKind("map"), s.ofKind("place")
	s.places, s.middles = make(map[*Item][]*Item, len(maps)), map[hromadaKey]middle{}
	for _, place := range places {
		if lat, lon, ok := coordinates(place); ok && place.UK.Doc.Text("precision") == "hromada" {
			m := s.middles[hromadaOf(place)]
			s.middles[hromadaOf(place)] = middle{m.lat + lat, m.lon + lon, m.n + 1}
		}
		named, ok := place.UK.Doc.Value("maps")
		on := s.Refs(named)
		if !ok {
			on = slices.DeleteFunc(slices.Clone(maps), func(m *Item) bool {
				fits := scopes[m.UK.Doc.Text("scope")]
				return m.UK.Doc.Text("origin") == "external" || fits == nil || !fits(place.UK.Doc)
			})
		}
		for _, m := range on {
			s.places[m] = append(s.places[m], place)
		}
	}
}

// ofKind are the shown items of a kind, in their order.
func (s *Site) ofKind(name string) []*Item {
	for _, sec := range s.sections {
		if sec.Kind.Name == name {
			return sec.Items
		}
	}
	return nil
}

// Hromada is the places of one hromada on a map.
type Hromada struct {
	Name   string // as its places write it
	Oblast *Word  // nil where they do not say
	Places []*Item
}

// Hromadas are the places by hromada, in their order. Two of one name in two oblasts are two.
func Hromadas(places []*Item) []Hromada {
	var list []Hromada
	at := map[hromadaKey]int{}
	for _, place := range places {
		key, doc := hromadaOf(place), place.UK.Doc
		i, ok := at[key]
		if !ok {
			i = len(list)
			at[key] = i
			h := Hromada{Name: doc.Text("hromada")}
			if v, ok := doc.Value("oblast"); ok && v.Field.Vocabulary != nil {
				h.Oblast = v.Field.Vocabulary.Word(v.Text)
			}
			list = append(list, h)
		}
		list[i].Places = append(list[i].Places, place)
	}
	return list
}
