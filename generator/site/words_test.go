package site_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

func TestInterfaceTexts(t *testing.T) {
	w := site.Words{
		Texts: map[string]site.Text{"a": {UK: "Так", EN: "Yes"}, "b": {UK: "Ні"}},
		Nouns: map[string]site.Noun{"n": {UK: ukrainian.ParseForms("рік/роки/років")}, "m": {UK: ukrainian.ParseForms("рік/роки/років"), EN: [2]string{"year", "years"}}},
	}
	for _, test := range []struct{ key, lang, want string }{
		{"a", site.UK, "Так"}, {"a", site.EN, "Yes"}, {"b", site.EN, "Ні"}, {"nemaie", site.UK, "nemaie"},
	} {
		if got := w.Text(test.key, test.lang); got != test.want {
			t.Errorf("%s in %s: %q, want %q", test.key, test.lang, got, test.want)
		}
	}
	if got := w.Noun("n", site.EN).EN; got != [2]string{"рік", "років"} {
		t.Errorf("a noun without English: %q (B-08)", got)
	}
	if got := w.Noun("m", site.EN).EN; got != [2]string{"year", "years"} {
		t.Errorf("%q", got)
	}
}

func TestNamesOfKinds(t *testing.T) {
	label := site.Noun{UK: ukrainian.ParseForms("проєкт/проєкти/проєктів"), EN: [2]string{"project", "projects"}}
	for _, test := range []struct {
		kind         site.Kind
		lang         string
		plural, what string
	}{
		{site.Kind{Label: label}, site.UK, "Проєкти", "проєкт"},
		{site.Kind{Label: label}, site.EN, "Projects", "project"},
		{site.Kind{Label: site.Noun{UK: label.UK}}, site.EN, "Проєкти", "проєкт"},
		{site.Kind{Label: label, Heading: site.Text{UK: "Наші проєкти"}}, site.UK, "Наші проєкти", "проєкт"},
		{site.Kind{Label: label, Heading: site.Text{UK: "Наші проєкти"}}, site.EN, "Наші проєкти", "project"},
		{site.Kind{}, site.UK, "", ""},
	} {
		if plural, what := test.kind.Plural(test.lang), test.kind.Singular(test.lang); plural != test.plural || what != test.what {
			t.Errorf("%+v in %s: %q, %q", test.kind, test.lang, plural, what)
		}
	}
}

// TestFieldsByName: a name comes before any label, a Ukrainian label before an English one; case and apostrophes do not count.
func TestFieldsByName(t *testing.T) {
	k := site.Kind{Fields: []*site.Field{
		{Name: "title", Label: site.Text{UK: "Назва", EN: "Name"}}, {Name: "name", Label: site.Text{UK: "Ім’я", EN: "Title"}, Aka: []string{"Звати"}},
		{Name: "page", Label: site.Text{UK: "Сторінка", EN: "Name"}},
	}}
	k.Index()
	for written, want := range map[string]string{
		"title": "title", "Title": "title", "name": "name", "NAME": "name", "назва": "title", "Ім'я": "name", "ІМʼЯ": "name", "звати": "name", "Сторінка": "page", "page": "page", "нема": "",
	} {
		got := ""
		if f := k.Field(written); f != nil {
			got = f.Name
		}
		if got != want {
			t.Errorf("%q is %q, want %q", written, got, want)
		}
	}
	o := site.Field{Fields: k.Fields}
	if o.Find("ім'я") != k.Fields[1] || o.Find("title") != k.Fields[0] || o.Find("x") != nil || o.Part("Назва") != nil {
		t.Error("parts of an object")
	}
	if (&site.Field{Type: site.Consent}).Public() || (&site.Field{Private: true}).Public() || !(&site.Field{}).Public() {
		t.Error("a consent is never shown")
	}
}

func TestVocabulary(t *testing.T) {
	v := words("x", "a: Кав’ярня", "b: Б")
	v.Put(&site.Word{Name: "b", Label: site.Text{UK: "Бе", EN: "Bee"}, Aka: []string{"Бе-бе"}})
	v.Put(&site.Word{Name: "c", Label: site.Text{UK: "Це"}})
	for written, want := range map[string]string{"a": "a", "кав'ярня": "a", "Б": "", "бе": "b", "BEE": "b", "бе-бе": "b", "Це": "c", "": ""} {
		got := ""
		if w := v.Find(written); w != nil {
			got = w.Name
		}
		if got != want {
			t.Errorf("%q is %q, want %q", written, got, want)
		}
	}
	var none *site.Vocabulary
	if none.Word("a") != nil || none.Find("a") != nil {
		t.Error("a vocabulary that is not there has words")
	}
}

func TestSummaries(t *testing.T) {
	long := strings.Repeat("слово ", 60)
	for _, test := range []struct{ summary, lead, want string }{
		{"Коротко", "Абзац", "Коротко"},
		{"", "Абзац", "Абзац"},
		{"", strings.Repeat("а", 300), strings.Repeat("а", 300)},
		{"", strings.Repeat("а", 301), strings.Repeat("а", 299) + "…"},
		{"", long, strings.TrimSpace(strings.Repeat("слово ", 49)) + "…"},
		{"", strings.Repeat("слово, — ", 40), ""},
	} {
		d := &site.Doc{Body: site.Body{Lead: test.lead}}
		if test.summary != "" {
			d.Values = []site.Value{{Field: &site.Field{Name: "summary"}, Text: test.summary}}
		}
		got := d.Summary()
		if test.want != "" && got != test.want || utf8.RuneCountInString(got) > 300 || strings.HasSuffix(got, ",…") || strings.HasSuffix(got, "—…") {
			t.Errorf("%.20q: %q", test.lead, got)
		}
	}
}
