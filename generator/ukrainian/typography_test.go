package ukrainian

import (
	"strings"
	"testing"
)

// dots shows no-break spaces as the tables of domain.md do.
func dots(s string) string { return strings.ReplaceAll(s, nbsp, "·") }

func undots(s string) string { return strings.ReplaceAll(s, "·", nbsp) }

var brands = Typographer{Brands: []Brand{{Wrong: "SOM -hub", Right: "SOM-hub"}}}

type setting struct {
	vector int // of domain.md 5.5, or 0
	in     string
	want   string
	flaws  string // codes and texts
}

var settings = []setting{
	{1, "педагогічні кав'ярні, веб-вітрини", "педагогічні кав’ярні, веб-вітрини", ""},
	{2, "об'єднає батьківство міста", "об’єднає батьківство міста", ""},
	{4, "У2019 році« SOM -hub» реалізовано", "У2019 році «SOM-hub» реалізовано", "W-TYPO-GLUE У2019"},
	{5, `"Мій дебют" та "Учитель року"`, "«Мій дебют» та «Учитель року»", ""},
	{7, "БО «БФ «Щаслива лапа»", "БО «БФ «Щаслива лапа»", "W-TYPO-QUOTES «БФ «Щаслива лапа»"},
	{8, "Батьківський hub «Пазл» - знаходиться у стадії реалізації", "Батьківський hub «Пазл»·— знаходиться у·стадії реалізації", ""},
	{9, "2019 – 2020 навчальний рік", "2019–2020 навчальний рік", ""},
	{10, "у 2019-2020 навчальному році", "у·2019–2020 навчальному році", ""},
	{11, "Травень 2020р.", "Травень 2020·р.", ""},
	{13, "№1/2020-3", "№·1/2020-3", ""},
	{14, "м. Дружківка, вул. Соборна, 16", "м.·Дружківка, вул.·Соборна, 16", ""},
	{15, "завідувач Герасим Н.П.", "завідувач Герасим·Н.·П.", ""},
	{17, "на заміну нарадам  та зборам )  нові форми", "на заміну нарадам та зборам) нові форми", ""},
	{18, "тел. (06267) 4-28-26", "тел. (06267) 4-28-26", ""},
	{19, "проведено  30 тренінгів, 10 майстер-класів", "проведено 30 тренінгів, 10 майстер-класів", ""},
	{21, "16 вересня 2021 р. о 14 год", "16·вересня 2021·р. о·14·год", ""},
	{22, "у 2019/2020 н.р.", "у·2019/2020·н.·р.", ""},
}

func TestUkrainian(t *testing.T) {
	for _, tt := range settings {
		got, flaws := brands.Ukrainian(tt.in)
		if dots(got) != tt.want || flawText(flaws) != tt.flaws {
			t.Errorf("%d: %q:\n got %q %q\nwant %q %q", tt.vector, tt.in, dots(got), flawText(flaws), tt.want, tt.flaws)
		}
		if again, _ := brands.Ukrainian(got); again != got {
			t.Errorf("%d: %q is %q at the second reading", tt.vector, dots(got), dots(again))
		}
	}
}

func flawText(flaws []Flaw) string {
	var texts []string
	for _, f := range flaws {
		texts = append(texts, f.Code+" "+f.Text)
	}
	return strings.Join(texts, "; ")
}

// chapter is about 6 KB of the prose that the manuals are made of, in
// paragraphs; the spaces, quotes and dashes are as they are typed.
var chapter = strings.Repeat(`У 2019-2020 навчальному році методична служба м. Дружківка провела 30 тренінгів, 10 майстер-класів та 5 зустрічей із громадськістю. Центр відвідало 1378 педагогів, а заходи для громади - 132 мешканці міста.
Проєкт "Професійна адаптація молодого вчителя" об'єднує вчителів, які працюють у школі перші три роки. З вересня 2019 р. вони збираються у методичній вітальні, беруть участь у тренінгах і педагогічних кав'ярнях, готують власні розробки для веб-вітрини.
Мета такої роботи – не перевірити, а підтримати: молодий педагог приходить із запитанням, а йде з планом дій на найближчий тиждень. Досвід показав, що найкраще працюють короткі зустрічі, на яких кожен учасник має слово.
Рішення колегії від 04.03.2020 № 1/2020-3 визначає, що до 16 вересня 2021 р. заклади позашкільної освіти подають методичні кейси (див. додаток 2). Телефон для довідок вказано на сторінці https://example.org/kontakty/, відповідальна особа - Герасим Н.П.
`, 4)

func BenchmarkUkrainianChapter(b *testing.B) {
	paragraphs := strings.Split(strings.TrimSpace(chapter), "\n")
	b.SetBytes(int64(len(chapter)))
	b.ReportAllocs()
	for b.Loop() {
		for _, p := range paragraphs {
			brands.Ukrainian(p)
		}
	}
}

func BenchmarkUkrainianTitle(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		brands.Ukrainian("Професійна адаптація молодого вчителя")
	}
}
