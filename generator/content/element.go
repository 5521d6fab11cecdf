package content

import (
	"github.com/som-hub/vitryna/generator/site"
)

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
		if f.Item != nil {
			x.add([]*site.Field{f.Item})
		}
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
	if !Measured(element.Type) {
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

// composite returns the parts of a composite type. They are Go, not data, so that the rules of privacy hold
// for a site's own kinds too (design 4).
func composite(t site.Type) []*site.Field { return composites[t] }

var composites = map[site.Type][]*site.Field{
	site.Person: {
		nameOf("surname", "Прізвище", "Surname", true),
		nameOf("given", "Ім’я", "Given name", false),
		nameOf("patronymic", "По батькові", "Patronymic", false),
		nameOf("initials", "Ініціали", "Initials", false),
		part("post", "Посада", "Post", site.String, false),
	},
	site.Consent: {
		part("date", "Дата згоди", "Date of consent", site.DateOnly, true),
		{Name: "ref", Label: site.Text{UK: "Номер згоди", EN: "Number of consent"}, Type: site.Code, Numero: true, Required: true},
		{Name: "scope", Label: site.Text{UK: "На що дано згоду", EN: "Scope"}, Type: site.Code, List: true},
	},
	site.Source: {
		{Name: "title", Label: site.Text{UK: "Назва джерела", EN: "Title"}, Aka: []string{"Назва"}, Type: site.String, Required: true},
		part("url", "Адреса", "Address", site.URL, false),
		part("accessed", "Переглянуто", "Accessed", site.DateOnly, false),
	},
	site.Attachment: {
		part("file", "Файл", "File", site.File, true),
		{Name: "title", Label: site.Text{UK: "Назва файлу", EN: "Title"}, Aka: []string{"Назва", "Назва файла"}, Type: site.String},
		part("kind", "Вид", "Kind", site.String, false),
	},
	site.DeadlineType: deadlineParts,
	site.ClauseType:   clauseParts(),
	site.PhotoType:    photoParts,
}

// nameOf is a part of a person's name.
func nameOf(name, uk, en string, required bool) *site.Field {
	f := part(name, uk, en, site.String, required)
	f.Romanise = true
	return f
}

func part(name, uk, en string, t site.Type, required bool) *site.Field {
	return &site.Field{Name: name, Label: site.Text{UK: uk, EN: en}, Type: t, Required: required}
}
