package content

import "github.com/som-hub/vitryna/generator/site"

// composite returns the parts of a composite type. They are Go, not data, so that the rules of privacy hold
// for a site's own kinds too (design 4).
func composite(t site.Type) []*site.Field { return composites[t] }

var composites = map[site.Type][]*site.Field{
	site.Person: {
		part("surname", "Прізвище", "Surname", site.String, true),
		part("given", "Ім’я", "Given name", site.String, false),
		part("patronymic", "По батькові", "Patronymic", site.String, false),
		part("initials", "Ініціали", "Initials", site.String, false),
		part("post", "Посада", "Post", site.String, false),
	},
	site.Consent: {
		part("date", "Дата згоди", "Date of consent", site.DateOnly, true),
		part("ref", "Номер згоди", "Number of consent", site.Code, true),
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

func part(name, uk, en string, t site.Type, required bool) *site.Field {
	return &site.Field{Name: name, Label: site.Text{UK: uk, EN: en}, Type: t, Required: required}
}
