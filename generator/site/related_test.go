package site

import (
	"fmt"
	"testing"

	"github.com/som-hub/vitryna/generator/ukrainian"
)

// A site in which everything has everything in common: what is looked at for a page does not grow with the site.
func TestRelatedLooksAtFew(t *testing.T) {
	kind := &Kind{Name: "news", Section: "news", Feed: true}
	tags := &Field{Name: "tags", Type: String, List: true}
	date := &Field{Name: "date", Type: DateOnly}
	s := &Site{sections: map[string]*Section{"news": {Kind: kind}}}
	for i := range 2000 {
		doc := &Doc{Kind: kind, Values: []Value{
			{Field: tags, Items: []Value{{Field: tags, Text: "нуш"}}},
			{Field: date, Date: ukrainian.Date{Year: 2020, Month: 1, Day: 1 + i%28}},
		}}
		item := &Item{Versions: Versions{UK: &Page{Doc: doc}}, Kind: kind, ID: fmt.Sprintf("n%04d", i), Path: fmt.Sprintf("news/n%04d", i)}
		s.Items = append(s.Items, item)
	}
	s.sections["news"].Items = s.Items
	s.relate()
	for b, group := range s.relations.groups {
		if len(group) > lookedAt {
			t.Errorf("%v: %d items are looked at", b, len(group))
		}
	}
	got := s.Related(s.Items[0])
	if len(got) != mostRelated {
		t.Fatalf("%d related", len(got))
	}
	for i, want := range []string{"n0027", "n0055", "n0083", "n0111"} {
		if got[i].ID != want {
			t.Errorf("%d: %s, want %s", i, got[i].ID, want)
		}
	}
}
