package content

import (
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/som-hub/vitryna/generator/citation"
	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// referenceField is one field of a work in references.yaml: how it may be called, and what reads it.
type referenceField struct {
	names []string // the first is its name, the second its label
	set   func(r *reader, w *draftWork, f *referenceField, node *yaml.Node)
}

func (f *referenceField) args(more ...string) []string {
	return append([]string{"field", f.names[0], "label", f.names[1]}, more...)
}

// draftWork is a work while its fields are read: what some of them mean is known only with its type.
type draftWork struct {
	citation.Work
	pages    string        // how many, or which
	numbers  string        // of a journal
	untitled bool          // its title cannot be read
	implied  citation.Type // what the type is where it is not told
}

// referenceFields are what a work may have.
var referenceFields = []*referenceField{
	{[]string{"key", "ключ", "id"}, wordsInto(func(w *draftWork) *string { return &w.Key })},
	{[]string{"type", "тип", "вид джерела"}, (*reader).referenceType},
	{[]string{"authors", "автори", "author", "автор"}, namesInto(func(w *draftWork) *[]citation.Name { return &w.Authors })},
	{[]string{"editors", "редактори", "editor", "редактор", "за редакцією", "за загальною редакцією"}, namesInto(func(w *draftWork) *[]citation.Name { return &w.Editors })},
	{[]string{"compilers", "укладачі", "compiler", "укладач", "упорядники", "упорядник"}, namesInto(func(w *draftWork) *[]citation.Name { return &w.Compilers })},
	{[]string{"others", "та інші", "та ін", "та ін."}, (*reader).referenceOthers},
	{[]string{"title", "назва"}, wordsInto(func(w *draftWork) *string { return &w.Title })},
	{[]string{"subtitle", "підзаголовок", "відомості до назви"}, wordsInto(func(w *draftWork) *string { return &w.Subtitle })},
	{[]string{"kind", "вид видання", "вид"}, wordsInto(func(w *draftWork) *string { return &w.Kind })},
	{[]string{"responsibility", "відповідальність", "відомості про відповідальність"}, wordsInto(func(w *draftWork) *string { return &w.Responsibility })},
	{[]string{"journal", "журнал", "газета", "часопис", "newspaper"}, containerOf(citation.Article)},
	{[]string{"container", "збірник", "книга", "collection", "book"}, containerOf(citation.Chapter)},
	{[]string{"site", "сайт", "портал", "website"}, containerOf(citation.Web)},
	{[]string{"event", "конференція", "захід", "conference"}, wordsInto(func(w *draftWork) *string { return &w.Event })},
	{[]string{"series", "серія"}, wordsInto(func(w *draftWork) *string { return &w.Series })},
	{[]string{"edition", "видання"}, wordsInto(func(w *draftWork) *string { return &w.Edition })},
	{[]string{"city", "місто", "place", "місце видання"}, wordsInto(func(w *draftWork) *string { return &w.City })},
	{[]string{"publisher", "видавництво", "видавець", "institution", "установа", "заклад"}, wordsInto(func(w *draftWork) *string { return &w.Publisher })},
	{[]string{"year", "рік", "рік видання"}, (*reader).referenceYear},
	{[]string{"date", "дата"}, dayInto(func(w *draftWork) *citation.Date { return &w.Date })},
	{[]string{"volume", "том"}, wordsInto(func(w *draftWork) *string { return &w.Volume })},
	{[]string{"number", "номер", "№"}, wordsInto(func(w *draftWork) *string { return &w.Number })},
	{[]string{"issue", "випуск", "номер журналу"}, wordsInto(func(w *draftWork) *string { return &w.numbers })},
	{[]string{"pages", "сторінки", "сторінок", "page", "сторінка"}, wordsInto(func(w *draftWork) *string { return &w.pages })},
	{[]string{"article", "стаття", "стаття акта"}, wordsInto(func(w *draftWork) *string { return &w.Range })},
	{[]string{"doi", "ідентифікатор doi"}, (*reader).referenceDOI},
	{[]string{"url", "адреса", "посилання", "link"}, (*reader).referenceURL},
	{[]string{"accessed", "дата звернення", "звернення"}, dayInto(func(w *draftWork) *citation.Date { return &w.Accessed })},
	{[]string{"isbn", "номер isbn"}, wordsInto(func(w *draftWork) *string { return &w.ISBN })},
	{[]string{"issn", "номер issn"}, wordsInto(func(w *draftWork) *string { return &w.ISSN })},
	{[]string{"language", "мова"}, (*reader).referenceLanguage},
}

// referenceNames are all names of fields, for the nearest one.
var referenceNames, referenceByName = func() (names []string, byName map[string]*referenceField) {
	byName = map[string]*referenceField{}
	for _, f := range referenceFields {
		for _, name := range f.names {
			names, byName[ukrainian.Fold(name)] = append(names, name), f
		}
	}
	return names, byName
}()

// workTypes are the types of works as authors call them; the first of each is the Ukrainian word for it.
var workTypes = []struct {
	kind  citation.Type
	names []string
}{
	{citation.Book, []string{"книга", "посібник", "підручник", "видання"}},
	{citation.Article, []string{"стаття"}},
	{citation.Chapter, []string{"розділ", "частина", "частина книги", "стаття в збірнику"}},
	{citation.Paper, []string{"тези", "доповідь", "матеріали конференції", "conference"}},
	{citation.Thesis, []string{"дисертація", "автореферат"}},
	{citation.Law, []string{"акт", "закон", "наказ", "постанова", "указ", "розпорядження", "стандарт", "act"}},
	{citation.Web, []string{"сайт", "вебсторінка", "веб-сторінка", "сторінка", "електронний ресурс", "website", "page"}},
}

// reference reads the fields of one work.
func (r *reader) reference(node *yaml.Node) citation.Work {
	w := &draftWork{Work: citation.Work{Line: node.Line}}
	seen := map[*referenceField]*yaml.Node{}
	for i := 0; i+1 < len(node.Content); i += 2 {
		key, value := node.Content[i], node.Content[i+1]
		f := referenceByName[ukrainian.Fold(key.Value)]
		switch {
		case f == nil:
			r.complain("E-KEY", key.Line, key.Column, append(meant(key.Value, referenceNames), "field", key.Value)...).Length = len([]rune(key.Value))
		case seen[f] != nil:
			r.twice(key, seen[f])
		case value.Tag != "!!null":
			before := len(r.problems)
			if f.set(r, w, f, value); f.names[0] == "title" && len(r.problems) > before {
				w.untitled = true // that has been said
			}
		}
		if f != nil && seen[f] == nil {
			seen[f] = key
		}
	}
	if w.untitled {
		w.Title = w.Key
	}
	return w.done()
}

// done gives the fields their meaning, as the type is known.
func (w *draftWork) done() citation.Work {
	switch {
	case w.Type != "":
	case w.implied != "":
		w.Type = w.implied
	case w.URL != "" && w.City+w.Publisher+w.pages == "":
		w.Type = citation.Web
	default:
		w.Type = citation.Book
	}
	switch {
	case w.Type == citation.Law || w.numbers != "" && w.Number != "":
		w.Issue = w.numbers
	case w.numbers != "":
		w.Number = w.numbers
	}
	n, err := strconv.Atoi(strings.TrimSpace(strings.TrimRight(w.pages, "сcpS. \u00a0")))
	if whole := w.Type == citation.Book || w.Type == citation.Thesis || w.Type == citation.Law && w.Container == ""; err == nil && n > 0 && whole {
		w.Pages = n
	} else if w.pages != "" {
		w.Range = strings.TrimSpace(strings.NewReplacer("--", "–", "С. ", "", "с. ", "", "P. ", "", "p. ", "").Replace(w.pages))
	}
	if w.Year == 0 {
		w.Year = w.Date.Year
	}
	return w.Work
}

// scalarOf is the text of a value that is one text or number; others are complained of.
func (r *reader) scalarOf(f *referenceField, node *yaml.Node, want string) (string, bool) {
	if node.Kind != yaml.ScalarNode {
		r.complain("E-TYPE", node.Line, node.Column, f.args("want", want)...)
		return "", false
	}
	return strings.TrimSpace(node.Value), true
}

func wordsInto(member func(*draftWork) *string) func(*reader, *draftWork, *referenceField, *yaml.Node) {
	return func(r *reader, w *draftWork, f *referenceField, node *yaml.Node) {
		if s, ok := r.scalarOf(f, node, "string"); ok {
			*member(w) = s
		}
	}
}

// containerOf reads where a work stands, which tells its type too.
func containerOf(implied citation.Type) func(*reader, *draftWork, *referenceField, *yaml.Node) {
	return func(r *reader, w *draftWork, f *referenceField, node *yaml.Node) {
		if s, ok := r.scalarOf(f, node, "string"); ok {
			w.Container, w.implied = s, implied
		}
	}
}

func dayInto(member func(*draftWork) *citation.Date) func(*reader, *draftWork, *referenceField, *yaml.Node) {
	return func(r *reader, w *draftWork, f *referenceField, node *yaml.Node) {
		s, ok := r.scalarOf(f, node, "date")
		if !ok || s == "" {
			return
		}
		d, ok := citation.ParseDate(s)
		if !ok {
			r.complain("E-DATE", node.Line, node.Column, f.args("value", s, "partial", "yes")...)
			return
		}
		*member(w) = d
	}
}

// namesInto reads a list of names, or one: «Перша А. Б.», {surname: Перша, initials: А. Б.}.
func namesInto(member func(*draftWork) *[]citation.Name) func(*reader, *draftWork, *referenceField, *yaml.Node) {
	return func(r *reader, w *draftWork, f *referenceField, node *yaml.Node) {
		list := []*yaml.Node{node}
		if node.Kind == yaml.SequenceNode {
			list = node.Content
		}
		for _, one := range list {
			switch {
			case one.Kind == yaml.MappingNode:
				if name, ok := r.personOf(f, one); ok {
					*member(w) = append(*member(w), name)
				}
			case one.Kind != yaml.ScalarNode || strings.TrimSpace(one.Value) == "":
				r.complain("E-TYPE", one.Line, one.Column, f.args("want", "list")...)
			default:
				*member(w) = append(*member(w), citation.ParseName(one.Value))
			}
		}
	}
}

// nameParts are the parts of a name.
var nameParts = map[string]string{
	"surname": "surname", "прізвище": "surname", "family": "surname", "назва": "surname", "name": "surname",
	"initials": "given", "ініціали": "given", "given": "given", "ім’я": "given", "імена": "given",
}

func (r *reader) personOf(f *referenceField, node *yaml.Node) (citation.Name, bool) {
	parts := map[string]string{}
	for i := 0; i+1 < len(node.Content); i += 2 {
		key, value := node.Content[i], node.Content[i+1]
		part := nameParts[strings.ToLower(strings.ReplaceAll(key.Value, "'", "’"))]
		if part == "" {
			r.complain("E-KEY", key.Line, key.Column,
				append(meant(key.Value, []string{"surname", "initials", "прізвище", "ініціали"}), "field", key.Value)...).Length = len([]rune(key.Value))
			return citation.Name{}, false
		}
		s, ok := r.scalarOf(f, value, "string")
		if !ok {
			return citation.Name{}, false
		}
		parts[part] = s
	}
	if parts["surname"] == "" {
		r.complain("E-TYPE", node.Line, node.Column, f.args("want", "person")...)
		return citation.Name{}, false
	}
	return citation.Name{Surname: parts["surname"], Given: parts["given"]}, true
}

func (r *reader) referenceType(w *draftWork, f *referenceField, node *yaml.Node) {
	s, ok := r.scalarOf(f, node, "enum")
	if !ok {
		return
	}
	var names, labels []string
	for _, t := range workTypes {
		labels = append(labels, t.names[0])
		for _, name := range append(t.names, string(t.kind)) {
			if names = append(names, name); ukrainian.Fold(name) == ukrainian.Fold(s) {
				w.Type = t.kind
				return
			}
		}
	}
	r.complain("E-ENUM", node.Line, node.Column, f.args("value", s, "nearest", problem.Nearest(s, names), "allowed", strings.Join(labels, ", "))...)
}

func (r *reader) referenceOthers(w *draftWork, f *referenceField, node *yaml.Node) {
	value, ok := boolean(node.Value)
	if !ok || node.Kind != yaml.ScalarNode {
		r.complain("E-TYPE", node.Line, node.Column, f.args("want", "bool", "value", node.Value)...)
	}
	w.Others = value
}

func (r *reader) referenceYear(w *draftWork, f *referenceField, node *yaml.Node) {
	s, ok := r.scalarOf(f, node, "int")
	if !ok || s == "" {
		return
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < 1000 || n > 2999 {
		r.complain("E-TYPE", node.Line, node.Column, f.args("want", "int", "value", s)...)
		return
	}
	w.Year = n
}

func (r *reader) referenceDOI(w *draftWork, f *referenceField, node *yaml.Node) {
	s, ok := r.scalarOf(f, node, "string")
	if !ok || s == "" {
		return
	}
	doi := s
	for _, prefix := range []string{"https://", "http://", "dx.", "doi.org/", "doi:", "DOI:", " "} {
		doi = strings.TrimPrefix(doi, prefix)
	}
	if !strings.HasPrefix(doi, "10.") || !strings.Contains(doi, "/") || strings.ContainsAny(doi, " \u00a0") {
		r.complain("E-REFS-DOI", node.Line, node.Column, "value", s)
		return
	}
	w.DOI = doi
}

func (r *reader) referenceURL(w *draftWork, f *referenceField, node *yaml.Node) {
	s, ok := r.scalarOf(f, node, "url")
	if !ok || s == "" {
		return
	}
	if !strings.HasPrefix(s, "https://") && !strings.HasPrefix(s, "http://") || strings.ContainsAny(s, " \u00a0\"<>") {
		r.complain("E-TYPE", node.Line, node.Column, f.args("want", "url", "value", s)...)
		return
	}
	w.URL = s
}

// referenceLanguage reads a code of a language, or its name.
func (r *reader) referenceLanguage(w *draftWork, f *referenceField, node *yaml.Node) {
	s, ok := r.scalarOf(f, node, "string")
	if !ok {
		return
	}
	languages := map[string]string{"українська": "uk", "англійська": "en", "німецька": "de", "французька": "fr", "польська": "pl", "ukrainian": "uk", "english": "en", "ua": "uk"}
	if code := languages[strings.ToLower(s)]; code != "" {
		s = code
	}
	w.Language = s
}
