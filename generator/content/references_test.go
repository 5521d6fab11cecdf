package content

import (
	"reflect"
	"strconv"
	"strings"
	"testing"

	"github.com/som-hub/vitryna/generator/citation"
	"github.com/som-hub/vitryna/generator/problem"
)

func TestReadReferences(t *testing.T) {
	const source = `# Приклади
- ключ: перша2020
  автори: [Перша А. Б., "Друга, Вікторія"]
  назва: 'Агенти "змін"'
  вид видання: метод. посіб.
  місто: Дружківка
  видавництво: Центр
  рік: 2020
  сторінок: 48
  url: https://example.org/
  дата звернення: 02.11.2021
- Key: doe
  authors:
    - {surname: Doe, initials: J. M.}
    - прізвище: Roe
      ініціали: R.
  та інші: так
  title: On "change"
  journal: Acta
  year: "2017"
  volume: 65
  number: 1
  pages: 259-271
  doi: https://doi.org/10.1000/182
- ключ: закон
  тип: Закон
  назва: Про освіту
  вид: Закон України
  дата: 2017-09-05
  номер: 2145-VIII
  журнал: Відомості Верховної Ради
  рік: 2017
  випуск: 38-39
  стаття: 380
- {ключ: тези, тип: тези, автор: Третя В., назва: Тези, збірник: Освіта, конференція: матеріали конф., сторінки: 7, рік: 2019}
- {ключ: розділ, назва: Розділ, збірник: Збірник, укладачі: [Перша А.], редактор: Друга В., рік: 2000, сторінки: С. 5–15}
- {ключ: новина, назва: Новина, сайт: Портал, дата: 2020-03-01}
- {ключ: сторінка, назва: Сторінка, url: "https://example.org/a"}
- {ключ: дис, тип: дисертація, назва: Дисертація, установа: Інститут, номер: 13.00.04, сторінки: 192, місто:}
`
	works, problems := (&Parser{}).readReferences("content/manuals/m/references.yaml", []byte(source))
	sound(t, source, problems)
	if len(problems) > 0 {
		t.Fatalf("%s", codes(problems))
	}
	want := []string{
		"2 Перша·А.·Б., Друга·В. Агенти «змін» : метод. посіб. Дружківка : Центр, 2020. 48·с. URL: https://example.org/ (дата звернення: 02.11.2021).",
		"12 On “change” / J.·M.·Doe et al. Acta. 2017. Vol.·65, No.·1. P.·259–271. DOI: 10.1000/182.",
		"25 Про освіту : Закон України від·05.09.2017·р. №·2145-VIII. Відомості Верховної Ради. 2017. №·38–39. Ст.·380.",
		"35 Третя·В. Тези. Освіта : матеріали конф. 2019. С.·7.",
		"36 Розділ. Збірник / уклад. А.·Перша ; ред. В.·Друга. 2000. С.·5–15.",
		"37 Новина. Портал. 01.03.2020.",
		"38 Сторінка. URL: https://example.org/a.",
		"39 Дисертація : 13.00.04 / Інститут. 192·с.",
	}
	if len(works) != len(want) {
		t.Fatalf("%d works, want %d", len(works), len(want))
	}
	for i, w := range works {
		record := strings.ReplaceAll(w.Record(), "\u00a0", "·")
		if got := strconv.Itoa(w.Line) + " " + record; got != want[i] {
			t.Errorf("%s\nwant\n%s", got, want[i])
		}
	}
}

func TestReferenceProblems(t *testing.T) {
	const yaml, bib = "m/references.yaml", "m/references.bib"
	for _, c := range []struct{ name, file, source, want, keys string }{
		{"unknown field", yaml, "- ключ: a\n  назва: А\n  видавнитство: Б\n", "3:3 E-KEY", "a"},
		{"a field twice", yaml, "- ключ: a\n  назва: А\n  title: Б\n", "3:3 E-KEY-DUP", "a"},
		{"no title", yaml, "- ключ: a\n  рік: 2020\n", "1:0 E-REFS-TITLE", "a"},
		{"empty title", yaml, "- ключ: a\n  назва:\n", "1:0 E-REFS-TITLE", "a"},
		{"no key", yaml, "- назва: А\n- ключ: b\n  назва: Б\n", "1:0 E-REFS-KEY", "b"},
		{"a key with a space", yaml, "- ключ: перша 2020\n  назва: А\n", "1:0 E-REFS-KEY-SIGN", ""},
		{"a key twice", yaml, "- {ключ: a, назва: А}\n\n- {ключ: a, назва: Б}\n", "3:0 E-REFS-KEY-DUP", "a"},
		{"unknown type", yaml, "- ключ: a\n  назва: А\n  тип: статя\n", "3:8 E-ENUM", "a"},
		{"a year in words", yaml, "- ключ: a\n  назва: А\n  рік: торік\n", "3:8 E-TYPE", "a"},
		{"a date that is none", yaml, "- ключ: a\n  назва: А\n  дата звернення: 31.02.2020\n", "3:19 E-DATE", "a"},
		{"a wrong DOI", yaml, "- ключ: a\n  назва: А\n  doi: 182\n", "3:8 E-REFS-DOI", "a"},
		{"no address", yaml, "- ключ: a\n  назва: А\n  url: example.org\n", "3:8 E-TYPE", "a"},
		{"a list as title", yaml, "- ключ: a\n  назва: [А]\n", "2:10 E-TYPE", "a"},
		{"an author without surname", yaml, "- ключ: a\n  назва: А\n  автори:\n    - ініціали: Б.\n", "4:7 E-TYPE", "a"},
		{"a part of a name", yaml, "- ключ: a\n  назва: А\n  автори: [{прізвище: Б, по батькові: В}]\n", "3:26 E-KEY", "a"},
		{"others in words", yaml, "- ключ: a\n  назва: А\n  та інші: троє\n", "3:12 E-TYPE", "a"},
		{"no list", yaml, "ключ: a\nназва: А\n", "1:1 E-REFS-LIST", ""},
		{"a word in place of a work", yaml, "- А\n- {ключ: b, назва: Б}\n", "1:3 E-REFS-LIST", "b"},
		{"broken", yaml, "- ключ: a\n  назва: \"А\n", "2:10 E-REFS-YAML", ""},
		{"a colon", yaml, "- ключ: a\n  назва: Так: ні\n", "2:13 E-REFS-YAML", ""},
		{"a tab", yaml, "- ключ: a\n\tназва: А\n", "2:1 E-HEADER-TAB", ""},
		{"an alias", yaml, "- &x {ключ: a, назва: А}\n- *x\n", "1:3 E-REFS-YAML, 2:3 E-REFS-YAML", ""},
		{"notes only", yaml, "# нічого\n", "", ""},
		{"empty", yaml, "\n", "0:0 E-EMPTY", ""},
		{"not UTF-8", yaml, "- \xcf", "1:0 E-UTF8", ""},
		{"BibTeX", bib, "@book{a,\n  title {А}\n}\n@book{b, title={Б}}\n@book{b, title={В}}\n@book{c, year=2020}\n", "2:3 E-REFS-BIB, 5:0 E-REFS-KEY-DUP, 6:0 E-REFS-TITLE", "b c"},
		{"BibTeX, unknown string", bib, "@book{a, title = так}", "1:18 E-REFS-BIB", ""},
		{"no BibTeX", bib, "Перша А. Назва.\n", "0:0 W-REFS-BIB-EMPTY", ""},
	} {
		works, problems := (&Parser{}).readReferences(c.file, []byte(c.source))
		sound(t, c.source, problems)
		var keys []string
		for _, w := range works {
			keys = append(keys, w.Key)
		}
		if got := places(problems); got != c.want || strings.Join(keys, " ") != c.keys {
			t.Errorf("%s: %s (%q), want %s (%s)", c.name, got, keys, c.want, c.keys)
		}
	}
	_, problems := (&Parser{}).readReferences(yaml, []byte("- ключ: a\n  назва: А\n  видавнитство: Б\n"))
	if got := problems[0].Args["nearest"]; got != "видавництво" {
		t.Errorf("nearest: %q", got)
	}
}

// TestEveryBibTeXErrorHasWords: the catalogue of messages knows each reason of citation.
func TestEveryBibTeXErrorHasWords(t *testing.T) {
	for _, list := range []string{"bibtex", "bibtexmend"} {
		known := map[string]bool{}
		for _, key := range problem.WordKeys(list) {
			known[key] = true
		}
		want := map[string]bool{}
		for _, why := range citation.Whys {
			want[why] = true
		}
		if !reflect.DeepEqual(known, want) {
			t.Errorf("%s: %v, want %v", list, known, want)
		}
	}
}

func FuzzReadReferences(f *testing.F) {
	f.Add("- ключ: a\n  автори: [{прізвище: Б}, В Г., ]\n  сторінки: 5-6\n", false)
	f.Add("- &a {key: b}\n- *a\n", false)
	f.Add("@book{a, title={Б}}", true)
	f.Fuzz(func(t *testing.T, source string, bib bool) {
		file := "m/references.yaml"
		if bib {
			file = "m/references.bib"
		}
		works, problems := (&Parser{}).readReferences(file, []byte(source))
		sound(t, source, problems)
		for _, w := range works {
			if w.Title == "" || !soundKey(w.Key) || w.Key == "" || w.Line < 1 {
				t.Errorf("%+v", w)
			}
		}
	})
}
