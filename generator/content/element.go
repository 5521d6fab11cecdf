package content

import "github.com/som-hub/vitryna/generator/site"

// fieldIndex knows every field of every kind by a number, so that a value can be kept on disk with its field's number in place of a pointer. The
// numbers are the same as long as the kinds are.
type fieldIndex struct {
	all      []*site.Field
	number   map[*site.Field]int
	elements map[*site.Field]*site.Field // of lists and maps: what one of their elements is
}

// index numbers the fields of all kinds, and makes the fields of elements.
func (k *Kinds) index() {
	x := &fieldIndex{number: map[*site.Field]int{}, elements: map[*site.Field]*site.Field{}}
	for _, kind := range k.All {
		x.add(kind.Fields)
	}
	x.add(k.introduction.Fields)
	k.fields = x
}

func (x *fieldIndex) add(fields []*site.Field) {
	for _, f := range fields {
		if _, known := x.number[f]; known {
			continue
		}
		x.number[f] = len(x.all)
		x.all = append(x.all, f)
		x.add(f.Fields)
		if f.List || f.Map {
			x.elements[f] = elementOf(f)
			x.add([]*site.Field{x.elements[f]})
		}
	}
}

// elementOf is what one element of a list is, or one entry of a map.
func elementOf(f *site.Field) *site.Field {
	element := *f
	if f.Map {
		element.Map, element.Vocabulary = false, nil
		return &element
	}
	element.List = false
	if !measured(element.Type) {
		element.Min, element.Max = nil, nil
	}
	return &element
}

// element is the field of an element of a list or map. While kinds are still being read, their examples are values too.
func (k *Kinds) element(f *site.Field) *site.Field {
	if k.fields == nil {
		return elementOf(f)
	}
	return k.fields.elements[f]
}
