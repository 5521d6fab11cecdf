package site

import (
	"slices"
)

// What may not be told in a country at war (domain 5.2). The build knows no finer time than the day, so «end and 24 hours» is here: until
// the day after the last one is over.

// OnSite tells that people come together at an event, and that the site lies in a country at war. An event that does not say how it is
// held counts as one where people meet.
func (s *Site) OnSite(item *Item) bool {
	return item.Kind.Name == "event" && !s.Config.Peace() && item.UK.Doc.Text("mode") != "online"
}

// Guarded tells that the hour of an event may not be told yet, and that its place is promised to those who register (SF-03). The
// address is not told afterwards either: see [Site.OnSite].
func (s *Site) Guarded(item *Item) bool {
	return s.OnSite(item) && item.UK.Doc.Text("status") != "cancelled" && item.LastDay().AddDays(1).Compare(s.Now) >= 0
}

// held are the kinds that tell of an event: they wait until it is over (SF-04).
var held = map[string]bool{"news": true, "gallery": true, "video": true}

// hold keeps news and galleries of events back while the event is guarded. Drafts are shown all the same: to their author.
func (s *Site) hold(items []*Item, drafts bool) {
	for _, item := range items {
		if item.State != Shown || !held[item.Kind.Name] {
			continue
		}
		for _, v := range item.UK.Doc.Values {
			s.holdFor(item, v)
		}
		if !item.HeldUntil.IsZero() && !drafts {
			item.State = Future
		}
	}
}

func (s *Site) holdFor(item *Item, v Value) {
	list := []Value{v}
	if v.Field.List {
		list = v.Items
	}
	for _, e := range list {
		if v.Field.Type != Ref || e.Text == "" {
			continue
		}
		event := s.Lookup(v.Field, e.Text)
		if event == nil || !s.Guarded(event) {
			continue
		}
		until := event.LastDay().AddDays(1)
		if until.Compare(item.HeldUntil) > 0 {
			item.HeldUntil = until
		}
		s.complain(item.UK.Doc, "W-HOLD", e.Line, e.Column, "until", until.Long(), "until.en", until.EnglishLong())
	}
}

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
