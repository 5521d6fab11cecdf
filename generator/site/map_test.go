package site

import "testing"

// TestPublishable: coordinates by safety and precision, wherever a kind of the site's own may have put them (SF-01).
func TestPublishable(t *testing.T) {
	lat := Value{Field: &Field{Name: "lat", Type: Latitude}, Number: 48.6123}
	kind := &Kind{Name: "place"}
	item := func(precision string) *Item {
		doc := &Doc{Kind: kind, Values: []Value{lat, {Field: &Field{Name: "precision", Type: Enum}, Text: precision}}}
		return &Item{Kind: kind, Versions: Versions{UK: &Page{Doc: doc}}}
	}
	for _, test := range []struct{ safety, precision, want string }{
		{"peace", "exact", "48.6123"}, {"peace", "rounded", "48.6"}, {"peace", "hromada", ""}, {"peace", "none", ""}, {"peace", "", ""},
		{"martial-law", "exact", ""}, {"martial-law", "rounded", ""}, {"", "exact", ""}, {"tomorrow", "exact", ""},
	} {
		s := &Site{Config: Config{Safety: test.safety}}
		v, ok := s.Publishable(item(test.precision), lat)
		if ok != (test.want != "") || v.Text != test.want || !ok && v.Number != 0 {
			t.Errorf("%s, %s: %q %v", test.safety, test.precision, v.Text, v.Number)
		}
	}

	peace, war := &Site{Config: Config{Safety: "peace"}}, &Site{}
	position := &Field{Name: "position", Type: Object, Fields: []*Field{lat.Field, {Name: "note", Type: String}}}
	list := &Field{Name: "stops", Type: Object, List: true, Fields: []*Field{{Name: "at", Type: Object, Fields: position.Fields}}}
	note := Value{Field: position.Fields[1], Text: "біля входу"}
	object := Value{Field: position, Parts: []Value{lat, note}}
	nested := Value{Field: list, Items: []Value{{Field: list, Parts: []Value{{Field: list.Fields[0], Parts: []Value{note, lat}}}}}}
	many := Value{Field: &Field{Name: "lats", Type: Latitude, List: true}, Items: []Value{lat}}
	for _, s := range []*Site{peace, war} {
		for _, v := range []Value{object, nested, many} {
			out, _ := s.Publishable(item("exact"), v)
			if holds(out) {
				t.Errorf("%s holds a coordinate", v.Field.Name)
			}
		}
		if out, ok := s.Publishable(item("exact"), object); !ok || len(out.Parts) != 1 || out.Parts[0].Text != "біля входу" {
			t.Errorf("the note is lost: %v", out)
		}
		if out, ok := s.Publishable(nil, lat); ok {
			t.Errorf("nobody's coordinate: %v", out)
		}
	}
	if len(object.Parts) != 2 || len(nested.Items[0].Parts[0].Parts) != 2 {
		t.Error("the document itself was changed")
	}

	address := Value{Field: &Field{Name: "address", Type: String}, Text: "вул. Перша, 1"}
	if _, ok := war.Publishable(item("none"), address); ok {
		t.Error("an address leaves a country at war")
	}
	if _, ok := peace.Publishable(item("none"), address); !ok {
		t.Error("an address is kept back in peace")
	}
	if _, ok := war.Publishable(&Item{Kind: &Kind{Name: "centre"}}, address); !ok {
		t.Error("the address of something else is kept back")
	}
	clause := &Field{Name: "clauses", Type: ClauseType, List: true}
	clause.Fields = []*Field{clause} // a type that holds itself
	if _, ok := war.Publishable(nil, Value{Field: clause}); !ok {
		t.Error("clauses are kept back")
	}
}

func holds(v Value) bool {
	if v.Number != 0 {
		return true
	}
	for _, nested := range [][]Value{v.Items, v.Parts} {
		for _, n := range nested {
			if holds(n) {
				return true
			}
		}
	}
	return false
}
