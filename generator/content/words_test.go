package content

import (
	"os"
	"testing"
	"testing/fstest"

	"github.com/som-hub/vitryna/generator/site"
)

func TestWords(t *testing.T) {
	for _, test := range []struct{ name, uk, en, want string }{
		{"both", "a.b: Так\nn: {one: рік, few: роки, many: років}\n", "a.b: \"Yes\"\nn: {one: year, many: years}\n", ""},
		{"no English (B-08)", "a: Так\n", "", "W-I18N"},
		{"no Ukrainian (B-08)", "a: Так\n", "a: A\nb: B\n", "2 E-I18N"},
		{"a noun that is a text in English", "n: {one: рік, few: роки, many: років}\n", "n: year\n", "1 W-I18N"},
		{"a noun without a form", "n: {one: рік, many: років}\n", "n: {one: year, many: years}\n", "1 E-I18N"},
		{"a list", "- а\n", "- b\n", "1 E-KIND-FILE, 1 E-KIND-FILE"},
		{"no YAML", "a: Так\n", "a: \"\n", "W-I18N, 1 E-KIND-FILE"},
		{"nothing", "# нічого\n", "", ""},
	} {
		_, problems := ReadWords(fstest.MapFS{"words/uk.yaml": {Data: []byte(test.uk)}, "words/en.yaml": {Data: []byte(test.en)}})
		for _, p := range problems {
			if missing := p.Missing(); len(missing) > 0 {
				t.Errorf("%s: %s lacks %q", test.name, p.Code, missing)
			}
		}
		if got := told(problems); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
}

func TestWordsOfASiteLieOverTheThemes(t *testing.T) {
	words, problems := ReadWords(
		fstest.MapFS{"words/uk.yaml": {Data: []byte("a: Перше\nb: Друге\nn: {one: рік, few: роки, many: років}\n")}, "words/en.yaml": {Data: []byte("a: First\nn: {one: year, many: years}\n")}},
		fstest.MapFS{"words/uk.yaml": {Data: []byte("a: Інше\n")}},
	)
	if got := told(problems); got != "W-I18N" || problems[0].Args["key"] != "b" || problems[0].File != "layouts/words/en.yaml" {
		t.Errorf("%s %+v", got, problems)
	}
	for _, test := range []struct{ key, lang, want string }{
		{"a", site.UK, "Інше"}, {"a", site.EN, "First"}, {"b", site.EN, "Друге"}, {"c", site.UK, "c"}, {"c", site.EN, "c"},
	} {
		if got := words.Text(test.key, test.lang); got != test.want {
			t.Errorf("%s in %s is %q, want %q", test.key, test.lang, got, test.want)
		}
	}
	n := words.Noun("n", site.EN)
	if n.UK.Few != "роки" || n.UK.Other != "роки" || n.EN != [2]string{"year", "years"} {
		t.Errorf("%+v", n)
	}
}

// TestStrangeWords: a text that no layout asks for is told, and one that has not the form of the theme's.
func TestStrangeWords(t *testing.T) {
	words, problems := ReadWords(
		fstest.MapFS{"words/uk.yaml": {Data: []byte("home.news: Новини\nn: {one: рік, few: роки, many: років}\n")}, "words/en.yaml": {Data: []byte("home.news: News\nn: {one: year, many: years}\n")}},
		fstest.MapFS{
			"words/uk.yaml":        {Data: []byte("home.nevs: Вісті\nhome.news: {one: а}\nn: рік\nmine: Моє\nmy.one: Перше\n")},
			"words/en.yaml":        {Data: []byte("mine: Mine\nmy.one: First\n")},
			"partials/footer.html": {Data: []byte(`{{.T "mine"}} {{.T (printf "my.%s" .Name)}}`)},
		},
	)
	if got := told(problems); got != "1 W-WORD, 2 E-WORD, 3 E-WORD" || problems[0].Args["nearest"] != "home.news" {
		t.Errorf("%s %+v", got, problems)
	}
	if words.Text("mine", site.EN) != "Mine" || words.Text("my.one", site.UK) != "Перше" || words.Text("home.news", site.UK) != "Новини" || words.Noun("n", site.UK).UK.Few != "роки" {
		t.Errorf("%+v", words)
	}
}

// TestWordsOfTheTheme: the repository's own texts stand in both languages.
func TestWordsOfTheTheme(t *testing.T) {
	words, problems := ReadWords(os.DirFS("../../layouts"))
	if len(problems) > 0 {
		t.Errorf("%s: %v", told(problems), problems[0].Args)
	}
	if len(words.Texts) < 50 || len(words.Nouns) == 0 {
		t.Errorf("%d texts, %d nouns", len(words.Texts), len(words.Nouns))
	}
}
