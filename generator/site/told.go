package site

import "slices"

// Told is the value of a field of an item as programs may have it: what may be published ([Site.Publishable]), without the hours of an
// event that is guarded and the place of any where people meet (SF-03), and without numbers of children so small that
// they could be known by them (ST-08). ok is false where there is none.
func (s *Site) Told(item *Item, name string) (v Value, ok bool) {
	v, ok = item.UK.Doc.Value(name)
	if ok {
		v, ok = s.Publishable(item, v)
	}
	if !ok || name == "place" && s.OnSite(item) {
		return Value{}, false
	}
	v = s.discreet(item, v)
	return v, !v.Field.List && !v.Field.Map || len(v.Items) > 0
}

// Untold tells that an item as a whole is nothing for programs: a figure of very few children (ST-08).
func (s *Site) Untold(item *Item) bool {
	f, ok := FigureOf(item)
	return ok && Few(f.Key, f.Value)
}

func (s *Site) discreet(item *Item, v Value) Value {
	v.Items = slices.DeleteFunc(slices.Clone(v.Items), func(e Value) bool { return Few(e.Key, int(e.Number)) })
	v.Parts = slices.DeleteFunc(slices.Clone(v.Parts), func(e Value) bool {
		return !e.Field.Public() || e.Field.Name == "place" && s.OnSite(item)
	})
	if v.Date.Timed && s.Guarded(item) {
		v.Date = v.Date.First()
	}
	for _, nested := range [][]Value{v.Items, v.Parts} {
		for i := range nested {
			nested[i] = s.discreet(item, nested[i])
		}
	}
	return v
}
