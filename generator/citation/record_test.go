package citation

import (
	"strings"
	"testing"
)

// TestCitations are the vectors of domain 2.3.4.
func TestCitations(t *testing.T) {
	two := Work{Authors: names("Перша А. Б.", "Друга В.\u00a0Г."), Title: "Агенти змін", Kind: "метод. посіб.", City: "Дружківка", Year: 2020, Pages: 48}
	five, address, compiled := two, two, two
	five.Authors = names("Перша\u00a0А.\u00a0Б.", "Друга В. Г.", "Третій Д. Е.", "Четверта Є. Ж.", "П’ятий З. І.")
	address.URL, address.Accessed = "https://example.org/manuals/ahenty-zmin/", Date{2021, 11, 2}
	compiled.Authors, compiled.Kind, compiled.Compilers = nil, "метод. рек.", names("Перша А. Б.", "Друга В. Г.")
	told := compiled
	told.Compilers, told.Responsibility = nil, "уклад.: А.\u00a0Б.\u00a0Перша, В.\u00a0Г.\u00a0Друга"
	compare(t, []vector{
		{"CIT-1",
			Work{Authors: names("Свердан П. Л."), Title: "Вища математика: математичний аналіз і теорія ймовірностей", Kind: "підр.", City: "Київ", Publisher: "Знання", Year: 2008, Pages: 450},
			"Свердан·П.·Л. Вища математика: математичний аналіз і теорія ймовірностей : підр. Київ : Знання, 2008. 450·с.",
		},
		{"CIT-2",
			Work{Title: "Дослідження освітньої біографії як біографічне навчання", Responsibility: "за наук. ред. Л.\u00a0В.\u00a0Литвинюк", City: "Полтава", Publisher: "ПАНО", Year: 2023, Pages: 182},
			"Дослідження освітньої біографії як біографічне навчання / за наук. ред. Л.·В.·Литвинюк. Полтава : ПАНО, 2023. 182·с.",
		},
		{"CIT-3", two, "Перша·А.·Б., Друга·В.·Г. Агенти змін : метод. посіб. Дружківка, 2020. 48·с."},
		{"CIT-4", five, "Агенти змін : метод. посіб. / А.·Б.·Перша та ін. Дружківка, 2020. 48·с."},
		{"CIT-5", compiled, "Агенти змін : метод. рек. / уклад.: А.·Б.·Перша, В.·Г.·Друга. Дружківка, 2020. 48·с."},
		{"CIT-5, told", told, "Агенти змін : метод. рек. / уклад.: А.·Б.·Перша, В.·Г.·Друга. Дружківка, 2020. 48·с."},
		{"CIT-6", address, "Перша·А.·Б., Друга·В.·Г. Агенти змін : метод. посіб. Дружківка, 2020. 48·с. URL: https://example.org/manuals/ahenty-zmin/ (дата звернення: 02.11.2021)."},
	})
}

type vector struct {
	name string
	work Work
	want string // nbsp shown as ·
}

func compare(t *testing.T, vectors []vector) {
	t.Helper()
	for _, v := range vectors {
		if got := strings.ReplaceAll(v.work.Record(), nbsp, "·"); got != v.want {
			t.Errorf("%s:\n%s\nwant\n%s", v.name, got, v.want)
		}
	}
}

func TestBooks(t *testing.T) {
	book := Work{Authors: names("Перша А. Б."), Title: "Назва", Year: 2020}
	edit := func(f func(*Work)) Work {
		w := book
		f(&w)
		return w
	}
	compare(t, []vector{
		{"nothing known", Work{Title: "Без вихідних даних"}, "Без вихідних даних."},
		{"no city", Work{Title: "Назва", Publisher: "Видавець", Year: 2020}, "Назва. Видавець, 2020."},
		{"a name in full", edit(func(w *Work) { w.Authors = names("Перша Анна Богданівна") }), "Перша Анна Богданівна. Назва. 2020."},
		{"given names", edit(func(w *Work) { w.Authors = names("Перша, Анна Богданівна") }), "Перша·А.·Б. Назва. 2020."},
		{"initials first", edit(func(w *Work) { w.Authors = names("А.Б. Перша") }), "Перша·А.·Б. Назва. 2020."},
		{"one initial, tab", edit(func(w *Work) { w.Authors = names("Перша\tА.") }), "Перша·А. Назва. 2020."},
		{"an organisation first of many", edit(func(w *Work) { w.Authors = names("Міністерство", "б", "в", "г") }), "Назва / Міністерство та ін. 2020."},
		{"three authors", edit(func(w *Work) { w.Authors = names("Перша А. Б.", "Друга В. Г.", "Третій Д.") }), "Перша·А.·Б., Друга·В.·Г., Третій·Д. Назва. 2020."},
		{"authors not named", edit(func(w *Work) { w.Others = true }), "Назва / А.·Б.·Перша та ін. 2020."},
		{"subtitle and kind", edit(func(w *Work) { w.Subtitle, w.Kind = "підзаголовок", "навч. посіб." }), "Перша·А.·Б. Назва : підзаголовок : навч. посіб. 2020."},
		{"edition", edit(func(w *Work) { w.Edition, w.City = "2-ге вид., допов.", "Київ" }), "Перша·А.·Б. Назва. 2-ге вид., допов. Київ, 2020."},
		{"volume", edit(func(w *Work) { w.Kind, w.Volume, w.Pages = "у 2 т.", "1", 300 }), "Перша·А.·Б. Назва : у 2 т. 2020. Т.·1. 300·с."},
		{"volume with its word", edit(func(w *Work) { w.Volume = "Кн. 2" }), "Перша·А.·Б. Назва. 2020. Кн. 2."},
		{"some pages", edit(func(w *Work) { w.Range, w.Pages = "10-15", 300 }), "Перша·А.·Б. Назва. 2020. С.·10–15."},
		{"series", edit(func(w *Work) { w.Pages, w.Series = 48, "Бібліотека вчителя" }), "Перша·А.·Б. Назва. 2020. 48·с. (Бібліотека вчителя)."},
		{"question", edit(func(w *Work) { w.Title = "Що таке STEM?" }), "Перша·А.·Б. Що таке STEM? 2020."},
		{"one editor", edit(func(w *Work) { w.Authors, w.Editors = nil, names("Перша А. Б.") }), "Назва / ред. А.·Б.·Перша. 2020."},
		{"compiler and editor", edit(func(w *Work) {
			w.Authors, w.Compilers, w.Editors = nil, names("Перша А. Б."), names("Друга В.")
		}), "Назва / уклад. А.·Б.·Перша ; ред. В.·Друга. 2020."},
		{"many authors and an editor", edit(func(w *Work) { w.Others, w.Editors = true, names("Друга В.") }), "Назва / А.·Б.·Перша та ін. ; ред. В.·Друга. 2020."},
		{"English", Work{Authors: names("Doe, Jane Mary"), Title: "On change", City: "London", Publisher: "Press", Year: 2019, Pages: 210, URL: "https://example.org/", Accessed: Date{2021, 11, 2}},
			"Doe·J.·M. On change. London : Press, 2019. 210·p. URL: https://example.org/ (date of access: 02.11.2021)."},
		{"English editors", Work{Title: "Change", Editors: names("Doe J.", "Roe R.-P."), Year: 2019}, "Change / ed. by J.·Doe, R.-P.·Roe. 2019."},
		{"German", Work{Title: "Über den Wandel", Language: "de-AT", Range: "5--9", Year: 2001}, "Über den Wandel. 2001. S.·5–9."},
		{"language told", Work{Title: "STEM", Language: "uk", Pages: 5}, "STEM. 5·с."},
		{"a language of one letter", Work{Title: "X", Language: "x", Pages: 5}, "X. 5·p."},
	})
}

func TestParts(t *testing.T) {
	article := Work{Type: Article, Authors: names("Перша А. Б."), Title: "Назва статті", Container: "Журнал", Year: 2020, Number: "3", Range: "10-15", DOI: "10.1000/182"}
	edit := func(f func(*Work)) Work {
		w := article
		f(&w)
		return w
	}
	compare(t, []vector{
		{"article", article, "Перша·А.·Б. Назва статті. Журнал. 2020. №·3. С.·10–15. DOI: 10.1000/182."},
		{"volume and number", edit(func(w *Work) { w.Volume = "12" }), "Перша·А.·Б. Назва статті. Журнал. 2020. Т.·12, №·3. С.·10–15. DOI: 10.1000/182."},
		{"number with its word", edit(func(w *Work) { w.Number, w.DOI = "Вип. 148", "" }), "Перша·А.·Б. Назва статті. Журнал. 2020. Вип. 148. С.·10–15."},
		{"address of the resolver", edit(func(w *Work) { w.URL = "https://doi.org/10.1000/182" }), "Перша·А.·Б. Назва статті. Журнал. 2020. №·3. С.·10–15. DOI: 10.1000/182."},
		{"four authors", edit(func(w *Work) {
			w.Authors, w.DOI = names("Перша А.", "Друга Б.", "Третя В.", "Інша Г."), ""
		}), "Назва статті / А.·Перша та ін. Журнал. 2020. №·3. С.·10–15."},
		{"English article", Work{Type: Article, Authors: names("Dankevych Ye. M.", "Doe J."), Title: "Land market", Container: "Acta", Year: 2017, Volume: "65", Number: "1", Range: "259--271"},
			"Dankevych·Ye.·M., Doe·J. Land market. Acta. 2017. Vol.·65, No.·1. P.·259–271."},
		{"number of an electronic article", Work{Type: Article, Title: "Change", Container: "PLoS", Range: "e0123"}, "Change. PLoS. P.·e0123."},
		{"chapter", Work{Type: Chapter, Authors: names("Перша А. Б."), Title: "Розділ", Container: "Збірник", Editors: names("Друга В."), City: "Київ", Publisher: "Знання", Year: 2000, Volume: "2", Range: "5–15"},
			"Перша·А.·Б. Розділ. Збірник / ред. В.·Друга. Київ : Знання, 2000. Т.·2. С.·5–15."},
		{"chapter of many", Work{Type: Chapter, Authors: names("А", "Б", "В", "Г"), Title: "Розділ", Container: "Збірник", Editors: names("Друга В.")}, "Розділ / А та ін. Збірник / ред. В.·Друга."},
		{"paper", Work{Type: Paper, Authors: names("Перша А. Б."), Title: "Тези", Container: "Освіта громад", Event: "матеріали ІІ наук.-практ. конф. (Київ, 20 трав. 2014 р.)", City: "Київ", Year: 2014, Range: "103–108"},
			"Перша·А.·Б. Тези. Освіта громад : матеріали ІІ наук.-практ. конф. (Київ, 20 трав. 2014 р.). Київ, 2014. С.·103–108."},
		{"paper without proceedings", Work{Type: Paper, Title: "Тези", Event: "Наукові читання", Year: 2014}, "Тези. Наукові читання. 2014."},
		{"thesis", Work{Type: Thesis, Authors: names("Перша А. Б."), Title: "Назва", Kind: "дис. … канд. пед. наук", Number: "13.00.04", Publisher: "Ін-т освіти", City: "Київ", Year: 2011, Pages: 192},
			"Перша·А.·Б. Назва : дис. … канд. пед. наук : 13.00.04 / Ін-т освіти. Київ, 2011. 192·с."},
		{"law with an address", Work{Type: Law, Title: "Про освіту", Kind: "Закон України", Date: Date{2017, 9, 5}, Number: "2145-VIII", URL: "https://zakon.rada.gov.ua/laws/show/2145-19", Accessed: Date{2021, 11, 2}},
			"Про освіту : Закон України від·05.09.2017·р. №·2145-VIII. URL: https://zakon.rada.gov.ua/laws/show/2145-19 (дата звернення: 02.11.2021)."},
		{"law in a journal", Work{Type: Law, Title: "Про освіту", Kind: "Закон України", Date: Date{2017, 9, 5}, Number: "2145-VIII", Container: "Відомості Верховної Ради", Year: 2017, Issue: "38-39", Range: "380"},
			"Про освіту : Закон України від·05.09.2017·р. №·2145-VIII. Відомості Верховної Ради. 2017. №·38–39. Ст.·380."},
		{"standard", Work{Type: Law, Title: "ДСТУ 8302:2015. Бібліографічне посилання", City: "Київ", Publisher: "УкрНДНЦ", Year: 2016, Pages: 17}, "ДСТУ 8302:2015. Бібліографічне посилання. Київ : УкрНДНЦ, 2016. 17·с."},
		{"an order of a year", Work{Type: Law, Title: "Положення", Year: 2016}, "Положення. 2016."},
		{"page of a site", Work{Type: Web, Authors: names("Перша А. Б."), Title: "Новина", Container: "Освітній портал", Date: Date{2020, 3, 1}, Year: 2020, URL: "https://example.org/a", Accessed: Date{2021, 11, 2}},
			"Перша·А.·Б. Новина. Освітній портал. 01.03.2020. URL: https://example.org/a (дата звернення: 02.11.2021)."},
		{"page of a year", Work{Type: Web, Title: "Сторінка", Year: 2020, URL: "https://example.org/a"}, "Сторінка. 2020. URL: https://example.org/a."},
	})
}

// TestSpans: only the container is set in italics, and the parts are the record.
func TestSpans(t *testing.T) {
	w := Work{Type: Chapter, Title: "Розділ", Container: "Збірник", Event: "матеріали", Year: 2020}
	var shown, whole strings.Builder
	for _, s := range w.Spans() {
		whole.WriteString(s.Text)
		if s.Source {
			shown.WriteString("*" + s.Text + "*")
			continue
		}
		shown.WriteString(s.Text)
	}
	if got, want := shown.String(), "Розділ. *Збірник* : матеріали. 2020."; got != want || whole.String() != w.Record() {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}

func TestNames(t *testing.T) {
	for text, want := range map[string]Name{
		"Перша А. Б.":       {"Перша", "А. Б."},
		"Перша А.Б.":        {"Перша", "А. Б."},
		"А. Б. Перша-Друга": {"Перша-Друга", "А. Б."},
		"Перша, Анна":       {"Перша", "Анна"},
		"П’ятий Ж.-П.":      {"П’ятий", "Ж.-П."},
		"Dankevych Ye. M.":  {"Dankevych", "Ye. M."},
		"Міністерство освіти, науки та молоді":  {"Міністерство освіти, науки та молоді", ""},
		"Інститут, відділ освіти":               {"Інститут, відділ освіти", ""},
		"  Кабінет \u00a0 Міністрів  України\t": {"Кабінет Міністрів України", ""},
		"": {},
	} {
		if got := ParseName(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	for n, want := range map[Name]string{
		{"Doe", "Jean-Paul Max"}:       "Doe·J.-P.·M.",
		{"van Beethoven", "Ludwig"}:    "van·Beethoven·L.",
		{"Міністерство освіти", ""}:    "Міністерство освіти",
		{"Перша", "Анна Б."}:           "Перша·А.·Б.",
		{"Ó Briain", "Seán de"}:        "Ó·Briain·S.·de",
		{"Іваненко", "Єва-Марія Іл’я"}: "Іваненко·Є.-М.·І.",
	} {
		if got := strings.ReplaceAll(n.SurnameFirst(), nbsp, "·"); got != want {
			t.Errorf("%q: %s, want %s", n, got, want)
		}
	}
}

func TestDates(t *testing.T) {
	for text, want := range map[string]string{
		"2021-11-02": "02.11.2021", "02.11.2021": "02.11.2021", "2.11.2021": "02.11.2021", "2021-11": "11.2021", "2021": "2021",
		"2024-02-29": "29.02.2024", "2023-02-29": "", "31.06.2020": "", "2021-13": "", "21-11-02": "", "2021-11-02-03": "", "вчора": "", "": "", "2021-0-1": "", "2021-1-+1": "",
	} {
		d, ok := ParseDate(text)
		if got := d.Dotted(); got != want || ok != (want != "") {
			t.Errorf("%q: %q %v, want %q", text, got, ok, want)
		}
		if again, _ := ParseDate(d.String()); again != d {
			t.Errorf("%q: read again %v", text, again)
		}
	}
}

// names reads names as they stand in records: «Перша А. Б.».
func names(written ...string) []Name {
	list := make([]Name, len(written))
	for i, name := range written {
		list[i] = ParseName(name)
	}
	return list
}
