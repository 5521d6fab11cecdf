package render

import (
	"strings"
	"testing"
)

// TestCitations are the vectors of domain 2.3.4.
func TestCitations(t *testing.T) {
	two := Citation{Authors: []string{"Перша А. Б.", "Друга В.\u00a0Г."}, Title: "Агенти змін", Kind: "метод. посіб.", City: "Дружківка", Year: 2020, Pages: 48}
	five, address, compiled := two, two, two
	five.Authors = []string{"Перша\u00a0А.\u00a0Б.", "Друга В. Г.", "Третій Д. Е.", "Четверта Є. Ж.", "П’ятий З. І."}
	address.URL, address.Accessed = "https://example.org/manuals/ahenty-zmin/", "02.11.2021"
	compiled.Authors, compiled.Kind, compiled.Responsibility = nil, "метод. рек.", "уклад.: А.\u00a0Б.\u00a0Перша, В.\u00a0Г.\u00a0Друга"
	for name, c := range map[string]struct {
		work Citation
		want string
	}{
		"CIT-1": {
			Citation{Authors: []string{"Свердан П. Л."}, Title: "Вища математика: математичний аналіз і теорія ймовірностей", Kind: "підр.", City: "Київ", Publisher: "Знання", Year: 2008, Pages: 450},
			"Свердан·П.·Л. Вища математика: математичний аналіз і теорія ймовірностей : підр. Київ : Знання, 2008. 450·с.",
		},
		"CIT-2": {
			Citation{Title: "Дослідження освітньої біографії як біографічне навчання", Responsibility: "за наук. ред. Л.\u00a0В.\u00a0Литвинюк", City: "Полтава", Publisher: "ПАНО", Year: 2023, Pages: 182},
			"Дослідження освітньої біографії як біографічне навчання / за наук. ред. Л.·В.·Литвинюк. Полтава : ПАНО, 2023. 182·с.",
		},
		"CIT-3": {two, "Перша·А.·Б., Друга·В.·Г. Агенти змін : метод. посіб. Дружківка, 2020. 48·с."},
		"CIT-4": {five, "Агенти змін : метод. посіб. / А.·Б.·Перша та ін. Дружківка, 2020. 48·с."},
		"CIT-5": {compiled, "Агенти змін : метод. рек. / уклад.: А.·Б.·Перша, В.·Г.·Друга. Дружківка, 2020. 48·с."},
		"CIT-6": {address, "Перша·А.·Б., Друга·В.·Г. Агенти змін : метод. посіб. Дружківка, 2020. 48·с. URL: https://example.org/manuals/ahenty-zmin/ (дата звернення: 02.11.2021)."},

		"nothing known":    {Citation{Title: "Без вихідних даних"}, "Без вихідних даних."},
		"no city":          {Citation{Title: "Назва", Publisher: "Видавець", Year: 2020}, "Назва. Видавець, 2020."},
		"a name in full":   {Citation{Authors: []string{"Перша Анна Богданівна"}, Title: "Назва", Year: 2020}, "Перша Анна Богданівна. Назва. 2020."},
		"an organisation":  {Citation{Authors: []string{"а", "б", "в", "Міністерство"}, Title: "Назва"}, "Назва / а та ін."},
		"one initial, tab": {Citation{Authors: []string{"Перша\tА."}, Title: "Назва"}, "Перша·А. Назва."},
	} {
		if got := strings.ReplaceAll(c.work.String(), "\u00a0", "·"); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, c.want)
		}
	}
}
