package site

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/som-hub/vitryna/generator/ukrainian"
)

// Tag is a word that authors gave to items.
type Tag struct {
	Title string
	Slug  string
	Items []*Item // newest first
}

// tag collects the tags of every item with a page. Two spellings of one word are one tag; the first stands.
func (s *Site) tag() {
	bySlug, byWord := map[string]*Tag{}, map[string]*Tag{} // nil: the word has no letter to make an address of
	s.tagSlugs = map[string]string{}
	var tagged []*Item
	for _, item := range s.Items {
		words, _ := item.UK.Doc.Value("tags")
		if len(words.Items) == 0 || !item.HasPage() {
			continue
		}
		tagged = append(tagged, item)
		for i := range words.Items {
			word := words.Items[i].Text
			if _, known := byWord[word]; known {
				continue
			}
			slug := ukrainian.Slug(word)
			s.tagSlugs[word] = slug
			if slug != "" && bySlug[slug] == nil {
				bySlug[slug] = &Tag{Title: word, Slug: slug}
				s.Tags = append(s.Tags, bySlug[slug])
			}
			byWord[word] = bySlug[slug]
		}
	}
	newestFirst(tagged)
	for _, item := range tagged {
		words, _ := item.UK.Doc.Value("tags")
		for i := range words.Items {
			tag := byWord[words.Items[i].Text]
			if tag == nil {
				continue
			}
			if n := len(tag.Items); n == 0 || tag.Items[n-1] != item {
				tag.Items = append(tag.Items, item)
			}
		}
	}
	slices.SortFunc(s.Tags, func(a, b *Tag) int {
		return cmp.Or(cmp.Compare(ukrainian.SortKey(a.Title), ukrainian.SortKey(b.Title)), cmp.Compare(a.Slug, b.Slug))
	})
}

// TagSlug is the name of a tag of an item in addresses; empty where the word has no letter to make one of.
func (s *Site) TagSlug(word string) string {
	if slug, known := s.tagSlugs[word]; known {
		return slug
	}
	return ukrainian.Slug(word)
}

// Tags are the item's tags as its author wrote them.
func (i *Item) Tags() []string {
	v, _ := i.UK.Doc.Value("tags")
	tags := make([]string, 0, len(v.Items))
	for _, t := range v.Items {
		tags = append(tags, t.Text)
	}
	return tags
}

func newestFirst(items []*Item) {
	type dated struct {
		item *Item
		day  ukrainian.Date // looked up once, not for every comparison
	}
	list := make([]dated, len(items))
	for i, item := range items {
		list[i] = dated{item, item.Day()}
	}
	slices.SortFunc(list, func(a, b dated) int {
		return cmp.Or(b.day.Compare(a.day), strings.Compare(a.item.Path, b.item.Path))
	})
	for i, d := range list {
		items[i] = d.item
	}
}

// Facet is a field by whose values a list can be narrowed.
type Facet struct {
	Field  *Field
	Values []FacetValue
}

// FacetValue is one value of a facet with the items that have it, in the list's order.
type FacetValue struct {
	Slug  string // in addresses: projects/by/status/running
	Label Text
	Items []*Item
}

// Facets finds the facets of a section that offer a choice: at least two values.
func (s *Site) Facets(sec *Section) []Facet {
	var facets []Facet
	for _, name := range sec.Kind.Facets {
		field := sec.Kind.FacetField(name)
		if field == nil || !field.Public() {
			continue
		}
		facet := Facet{Field: field}
		at := map[string]int{}
		for _, item := range sec.Items {
			v, ok := s.facetValue(item, field)
			if !ok {
				continue
			}
			for _, choice := range s.choices(v) {
				i, seen := at[choice.Slug]
				if !seen {
					i = len(facet.Values)
					at[choice.Slug] = i
					facet.Values = append(facet.Values, choice)
				}
				if n := len(facet.Values[i].Items); n == 0 || facet.Values[i].Items[n-1] != item {
					facet.Values[i].Items = append(facet.Values[i].Items, item)
				}
			}
		}
		if len(facet.Values) > 1 {
			sortChoices(field, facet.Values)
			facets = append(facets, facet)
		}
	}
	return facets
}

// yearFacet narrows the winners of all contests by the year of their contest (domain 2.3.8), which stands in its header and not in their rows.
var yearFacet = &Field{Name: "held_in", Label: Text{UK: "Навчальний рік", EN: "Academic year"}, Type: AcademicYear}

// computedFacets are those that are no field of their kind.
var computedFacets = map[string]*Field{"document": stateFacet, "winner": yearFacet}

// FacetField is the field by whose values a list can be narrowed, written or computed; nil where the kind has none of that name.
func (k *Kind) FacetField(name string) *Field {
	if f := k.Field(name); f != nil {
		return f
	}
	if f := computedFacets[k.Name]; f != nil && f.Name == name {
		return f
	}
	return nil
}

// facetValue is what an item has of such a field.
func (s *Site) facetValue(item *Item, f *Field) (Value, bool) {
	switch {
	case f == stateFacet:
		return Value{Field: f, Text: s.DocumentState(item)}, true
	case f == yearFacet:
		if item.Owner == nil {
			return Value{}, false
		}
		return item.Owner.UK.Doc.Value(f.Name)
	}
	return item.UK.Doc.Value(f.Name)
}

// choices are the facet values of one field of one item.
func (s *Site) choices(v Value) []FacetValue {
	values := []Value{v}
	if v.Field.List {
		values = v.Items
	}
	var list []FacetValue
	for _, e := range values {
		switch e.Field.Type {
		case Enum:
			if w := e.Field.Vocabulary.Word(e.Text); w != nil {
				list = append(list, FacetValue{Slug: w.Name, Label: w.Label})
			}
		case Ref:
			if item := s.Lookup(e.Field, e.Text); item != nil && item.State == Shown {
				en, _ := item.Title(EN)
				slug := item.ID
				if item.Section != e.Field.To[0] {
					slug = item.Section + "-" + item.ID // an id is unique in its section only
				}
				list = append(list, FacetValue{Slug: slug, Label: Text{UK: item.UK.Doc.Title, EN: en}})
			}
		case DateOnly, DateTime:
			year := strconv.Itoa(e.Date.Year)
			list = append(list, FacetValue{Slug: year, Label: Text{UK: year}})
		case Int:
			n := strconv.Itoa(int(e.Number))
			list = append(list, FacetValue{Slug: n, Label: Text{UK: n}})
		case AcademicYear:
			list = append(list, FacetValue{Slug: e.Text, Label: Text{UK: strings.Replace(e.Text, "-", "/", 1)}})
		case Bool:
			word := FacetValue{Slug: "ni", Label: Text{"ні", "no"}}
			if e.Bool {
				word = FacetValue{Slug: "tak", Label: Text{"так", "yes"}}
			}
			list = append(list, word)
		case String, Code:
			if slug := ukrainian.Slug(e.Text); slug != "" {
				label := Text{UK: e.Text}
				if e.Field.Romanise {
					label.EN = e.TextIn(EN)
				}
				list = append(list, FacetValue{Slug: slug, Label: label})
			}
		}
	}
	return list
}

// sortChoices orders the values: a vocabulary's as it stands there, years newest first, the rest by the alphabet.
func sortChoices(f *Field, values []FacetValue) {
	slices.SortFunc(values, func(a, b FacetValue) int {
		switch f.Type {
		case Enum:
			return f.Vocabulary.Word(a.Slug).Order - f.Vocabulary.Word(b.Slug).Order
		case DateOnly, DateTime, Int, AcademicYear:
			x, _ := strconv.Atoi(a.Label.UK)
			y, _ := strconv.Atoi(b.Label.UK)
			return cmp.Or(y-x, strings.Compare(b.Slug, a.Slug))
		}
		return cmp.Or(cmp.Compare(ukrainian.SortKey(a.Label.UK), ukrainian.SortKey(b.Label.UK)), strings.Compare(a.Slug, b.Slug))
	})
}
