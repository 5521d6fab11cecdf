package ukrainian

import (
	"cmp"
	"slices"
	"strings"
	"testing"
)

func TestSortKey(t *testing.T) {
	tests := []struct {
		vector    int // of domain.md 5.6
		ascending string
	}{
		{1, "гарбуз < гілка < гуска < ґава < ґанок < дім"},
		{2, "Енергія < Ехо < Єдність < Жито"},
		{3, "Зоря < Ильїн < Ірпінь < Ївга < Їжак < Йосипівка"},
		{5, "Ковалевський < Коваленко < Коваль < Ковальський < Ковальчук < Ковалюк"},
		{6, "«Агенти змін» < Академія вчителя Нової української школи < «Аукціон педагогічних ідей»"},
		{7, "лід < лук < льон < люди < лялька"},
		{8, "Школа < Школа № 1 < Школа № 2 < Школа № 10 < Школа мистецтв"},
		{10, "майстер < майстер клас < майстер-клас < майстерня"},
		{11, "Хаб < Цимлянське < Чернівці < Шостка < Щедрик < Юність < Яблуко"},
		{12, "україна < Україна < УКРАЇНА"},
		{13, "знаменник < знамено < знам’я < Знам’янка"},
		{16, "«Аукціон педагогічних ідей» < «Мій дебют» < «Учитель року»"},
		{0, "2 < 10 < 0100 < аґрус < я < ёлка < SOM-hub < Zürich"}, // S-02
		{0, "Мама < М’ята < Сучасна < SOM-hub"},                    // S-04
		{0, "пункт 3.2 < пункт 3.10"},
		{0, "за < за мир < за\u0301мок < замо\u0301к < замок"},
		{0, "Eclair < Éclair < Eclairs"},
		{0, "я < Zürich < łódź < Ωmega"},
		{0, "0 < 1 < 2 < 1" + strings.Repeat("0", 300)},
	}
	for _, tt := range tests {
		names := strings.Split(tt.ascending, " < ")
		for i := 1; i < len(names); i++ {
			if !(SortKey(names[i-1]) < SortKey(names[i])) {
				t.Errorf("%d: %q is not before %q", tt.vector, names[i-1], names[i])
			}
		}
	}
}

func TestSortKeyOfUnicodeForms(t *testing.T) {
	if SortKey("Йосипівка") != SortKey("И\u0306осипівка") {
		t.Error("the key depends on the Unicode form")
	}
}

func TestAlphabet(t *testing.T) {
	letters := strings.Split(alphabet, "")
	if len(letters) != 33 {
		t.Errorf("%d letters", len(letters))
	}
	byKey := func(a, b string) int { return cmp.Compare(SortKey(a), SortKey(b)) }
	if !slices.IsSortedFunc(letters, byKey) {
		t.Error("the alphabet is not in its own order")
	}
}

func TestSortKeyOrganisation(t *testing.T) {
	ascending := []string{
		"ГО «Агенція змін»",
		"Дружківська міська рада",
		"КУ ЦПРПП",
		"БО «БФ „Щаслива лапа“»",
		"Щаслива мить",
	}
	for i := 1; i < len(ascending); i++ {
		if !(SortKeyOrganisation(ascending[i-1]) < SortKeyOrganisation(ascending[i])) {
			t.Errorf("%q is not before %q", ascending[i-1], ascending[i])
		}
	}
	for _, s := range []string{"ГО", "", "«ГО»", "ГОра", "5 ГО"} {
		if SortKeyOrganisation(s) == "" {
			t.Errorf("no key for %q", s)
		}
	}
}

func TestInitial(t *testing.T) {
	for s, want := range map[string]string{
		"«Агенти змін»": "А", "ґанок": "Ґ", "їжак": "Ї", "№ 10": "0–9", "SOM-hub": "A–Z", "Éclair": "A–Z",
		"Ёлкин": "Ё", "ʼя": "Я", "": "", "«»": "", "и\u0306од": "Й",
	} {
		if got := Initial(s); got != want {
			t.Errorf("Initial(%q) = %q, want %q", s, got, want)
		}
	}
}
