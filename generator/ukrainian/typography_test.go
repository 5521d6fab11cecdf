package ukrainian

import (
	"math"
	"strings"
	"testing"
	"time"
)

// dots shows no-break spaces as the tables of domain.md do.
func dots(s string) string { return strings.ReplaceAll(s, nbsp, "·") }

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

	// T-01
	{0, " а \t б  ", " а·б ", ""},
	{0, "слово  \n  слово", "слово\nслово", ""},
	{0, "слово ·  слово··слово", "слово·слово··слово", ""},
	{0, "", "", ""},
	// T-02
	{0, "м'ята м`ята м´ята м‘ята мʼята м’ята", "м’ята м’ята м’ята м’ята м’ята м’ята", ""},
	{0, "parents' hub, 'слово', д'", "parents' hub, 'слово', д'", ""},
	{0, "сло\u0301'ва", "сло\u0301’ва", ""},
	// T-B01
	{0, "SOM hub, SOM–hub, SOM  —\nhub, SOM·-·hub", "SOM-hub, SOM-hub, SOM-hub, SOM-hub", ""},
	{0, "SOMhub, som hub, SOM-hub, https://SOM -hub, SOM hub.org", "SOMhub, som hub, SOM-hub, https://SOM -hub, SOM hub.org", ""},
	{0, "сайт SOM hub. …SOM hub, site.SOM hub, SOM hub_2", "сайт SOM-hub. …SOM-hub, site.SOM hub, SOM hub_2", ""},
	// T-03
	{0, "“Мій дебют” та „Учитель року”", "«Мій дебют» та «Учитель року»", ""},
	{0, `Практика "Створення центру "SOM-hub""`, "Практика «Створення центру „SOM-hub“»", ""},
	{0, "практика «Створення центру «SOM-hub»»", "практика «Створення центру „SOM-hub“»", ""},
	{0, "БО «БФ „Щаслива лапа“»", "БО «БФ „Щаслива лапа“»", ""},
	{0, `"а "б "в" г" ґ"`, "«а·„б «в» г“ ґ»", ""},
	{0, `"Пазл"-центр, "Пазл"/"Хаб", ("Пазл")`, "«Пазл»-центр, «Пазл»/«Хаб», («Пазл»)", ""},
	{0, `"...і далі", - сказав він`, "«…і·далі»,·— сказав він", ""},
	{0, `об"єднання та м"яч`, `об"єднання та м"яч`, `W-TYPO-QUOTES "єднання та м"яч`},
	{0, `екран 24" і  (21 )`, `екран 24" і·(21)`, `W-TYPO-QUOTES " і  (21 )`},
	{0, "слово»", "слово»", "W-TYPO-QUOTES слово»"},
	// T-04
	{0, "( а ) [ б ] « в » \" г \"", "(а) [б] «в» «г»", ""},
	{0, "учасник(и), «(и)», ( ), [ ]", "учасник(и), «(и)», ( ), [ ]", ""},
	{0, "хаб«Пазл»працює, слово,слово", "хаб «Пазл» працює, слово, слово", ""},
	{0, "у«Пазл»і далі", "у·«Пазл» і·далі", ""},
	{0, "точка (x,y), 1,5, а,б", "точка (x,y), 1,5, а, б", ""},
	// T-05
	{0, "слово... ....", "слово… ….", ""},
	{0, ". . .", ". . .", ""},
	// T-06
	{0, "2019—2020, 5–7, 5—7, 5-7, 1,5—2,5", "2019–2020, 5–7, 5–7, 5-7, 1,5–2,5", ""},
	{0, "5 — 7 класи, 5 - 7, 2019 - 2020, 10000 – 20000", "5–7 класи, 5 - 7, 2019–2020, 10000·— 20000", ""},
	{0, "4–28–26, 4 – 28 – 26, 04.03.2020—05.03.2020", "4–28–26, 4 – 28 – 26, 04.03.2020—05.03.2020", ""},
	{0, "№ 2019-2020, ISSN 2308-5258, тел.: 1234-5678, (06267) 1234-5678", "№·2019-2020, ISSN 2308-5258, тел.: 1234-5678, (06267) 1234-5678", ""},
	{0, "СЕС-2019-2020, 2019-2020-й, 2019-2020рр.", "СЕС-2019-2020, 2019-2020-й, 2019–2020·рр.", ""},
	{0, "у 2019 – 10 заходів, школа № 5 — 30 учнів", "у·2019·— 10 заходів, школа №·5·— 30 учнів", ""},
	{0, "2019·—·2020", "2019–2020", ""},
	{0, "04.03.2020, 1/2020-3, 3:0, 14:00-16:00, +38 050 123-45-67", "04.03.2020, 1/2020-3, 3:0, 14:00-16:00, +38 050 123-45-67", ""},
	// T-07
	{0, "слово -- слово – слово — слово --- слово", "слово·— слово·— слово·— слово --- слово", ""},
	{0, "- слово, дво- та три-, веб-вітрина, слово—слово", "- слово, дво- та три-, веб-вітрина, слово—слово", ""},
	{0, "слово\n- слово -\nслово", "слово·— слово·—\nслово", ""},
	{0, "10:00 - 12:00", "10:00·— 12:00", ""},
	// T-08
	{0, "слово , слово ; слово : слово ! Слово ? Слово .", "слово, слово; слово: слово! Слово? Слово.", ""},
	{0, "слово ,слово ?! :) ;-) домен .ua, ціна ,5, слово ...", "слово, слово?! :) ;-) домен .ua, ціна ,5, слово …", ""},
	{0, "слово· : слово", "слово·: слово", ""},
	// T-09
	{0, "№5, № 5, №·5, № А-5, №№ 1, 2", "№·5, №·5, №·5, № А-5, №№·1, 2", ""},
	// T-10
	{0, "2020 р., 2019–2020рр., 2020 н. р., 2020/2021н.р.", "2020·р., 2019–2020·рр., 2020·н.·р., 2020/2021·н.·р.", ""},
	{0, "1990 р.н., 04.03.2020р.", "1990·р.н., 04.03.2020·р.", ""},
	{0, "5 грн, 450 с., 14 год, 5 хв, 3 тис. грн, 2 млн, 1 млрд, 80 %, 80%", "5·грн, 450·с., 14·год, 5·хв, 3·тис. грн, 2·млн, 1·млрд, 80·%, 80%", ""},
	{0, "5 годин, 5 с-щ, 5грн", "5 годин, 5 с-щ, 5грн", ""},
	{0, "1 січня, 21–26 жовтня, 32 травня, 2021 вересня", "1·січня, 21–26·жовтня, 32 травня, 2021 вересня", ""},
	// T-11
	{0, "с. Райське, смт Новодонецьке, обл. центр, ім. Тихого, див. с. 5, Ст. 30 п. 2 ч. 1", "с.·Райське, смт·Новодонецьке, обл.·центр, ім.·Тихого, див.·с.·5, Ст.·30 п.·2 ч.·1", ""},
	{0, "проф. Іваненко, доц. Коваль", "проф.·Іваненко, доц.·Коваль", ""},
	{0, "450 с. Далі, XX ст. Далі, і т. п. Далі, у т. ч. вчителі, км. Далі", "450·с. Далі, XX ст. Далі, і·т. п. Далі, у·т. ч. вчителі, км. Далі", ""},
	// T-12
	{0, "В.Г.Друга, В. Г. Друга, В.Г. Друга", "В.·Г.·Друга, В.·Г.·Друга, В.·Г.·Друга", ""},
	{0, "Методистка В. Г. Друга", "Методистка В.·Г.·Друга", ""},
	{0, "завідувач Герасим Н. П. Далі", "завідувач Герасим·Н.·П. Далі", ""},
	{0, "Лук'яненко О. Ю., І. С. Нечуй-Левицький, О. О’Ніл", "Лук’яненко·О.·Ю., І.·С.·Нечуй-Левицький, О.·О’Ніл", ""},
	{0, "вул. О. Тихого, Петренко П., В. о. директора, К.Д.", "вул.·О.·Тихого, Петренко П., В. о. директора, К.Д.", ""},
	{0, "J. R. R. Tolkien, U.S. Army", "J.·R.·R.·Tolkien, U.S.·Army", ""},
	// T-13
	{0, "У школі, а в нас і є я, з-за, по-у є", "У·школі, а·в·нас і·є·я, з-за, по-у є", ""},
	{0, "«У школі» (з ним), …а він", "«У·школі» (з·ним), …а·він", ""},
	{0, "і\nми", "і·ми", ""},
	{0, "ім’я є", "ім’я є", ""},
	// Addresses
	{0, "див. https://example.org/2019-2020/x...y?a=1,b , www.сайт.укр/а,б та a-b@c.ua", "див.·https://example.org/2019-2020/x...y?a=1,b, www.сайт.укр/а,б та a-b@c.ua", ""},
	{0, "(https://example.org/Київ_(місто)). Файл \"звіт-2019-2020.pdf\", foto_2019-2020.jpg", "(https://example.org/Київ_(місто)). Файл «звіт-2019-2020.pdf», foto_2019-2020.jpg", ""},
	{0, "C:\\Мої документи, druisp.gov.ua - сайт", "C:\\Мої документи, druisp.gov.ua·— сайт", ""},
	// Glue
	{0, "з2020, 16вересня, 2019року, А4, Z2019", "з2020, 16вересня, 2019року, А4, Z2019", "W-TYPO-GLUE з2020; W-TYPO-GLUE 16вересня; W-TYPO-GLUE 2019року"},
	// Objects and joints; ⟨ ⟩ stand for a joint, ¤ for an object
	{0, "у ¤ та слово¤« м'¤'я», 2019¤2020, ¤ - ¤", "у·¤ та слово¤«м'¤'я», 2019¤2020, ¤·— ¤", ""},
	{0, "⟨у⟩ школі, м⟨'⟩ята, \"⟨Мій⟩\" ⟨-⟩ 2019⟨-⟩2020⟨р.⟩", "⟨у⟩·школі, м⟨’⟩ята, «⟨Мій⟩»·⟨—⟩ 2019⟨–⟩2020·⟨р.⟩", ""},
	{0, "слово⟨«Назва»⟩слово, а ⟨ б⟩ , .⟨.⟩.", "слово ⟨«Назва»⟩ слово, а·⟨б⟩, …⟨⟩", ""},
	{0, "⟨⟩", "⟨⟩", ""},
	{0, "SOM ⟨-hub⟩, ⟨SOM⟩ hub, SO⟨M h⟩ub", "SOM⟨-hub⟩, ⟨SOM⟩-hub, SO⟨M-h⟩ub", ""},
}

// shown shows what cannot be seen in a text, as the tables of domain.md do.
var shown = strings.NewReplacer(nbsp, "·", string(Object), "¤")

var hidden = strings.NewReplacer("·", nbsp, "¤", string(Object), "⟨", string(Joint), "⟩", string(Joint))

func TestUkrainian(t *testing.T) {
	testSettings(t, settings, brands.Ukrainian)
}

func TestEnglish(t *testing.T) {
	testSettings(t, englishSettings, brands.English)
}

func testSettings(t *testing.T, settings []setting, set func(string) (string, []Flaw)) {
	for _, tt := range settings {
		got, flaws := set(hidden.Replace(tt.in))
		if want := hidden.Replace(tt.want); got != want || flawText(flaws) != tt.flaws {
			t.Errorf("%d: %q:\n got %q %q\nwant %q %q", tt.vector, tt.in, shown.Replace(got), flawText(flaws), shown.Replace(want), tt.flaws)
		}
		checkSetting(t, hidden.Replace(tt.in), set)
	}
}

func flawText(flaws []Flaw) string {
	var texts []string
	for _, f := range flaws {
		texts = append(texts, f.Code+" "+f.Text)
	}
	return strings.Join(texts, "; ")
}

var englishSettings = []setting{
	{0, `The "SOM -hub" of «Druzhkivka»`, "The “SOM-hub” of “Druzhkivka”", ""},
	{0, `The practice "Creation of "SOM-hub""`, "The practice “Creation of ‘SOM-hub’”", ""},
	{0, `"a "b "c" d" e"`, "“a ‘b ‘c’ d’ e”", ""},
	{0, `Parents' hub, teacher's, it's the '90s, 'tis`, "Parents’ hub, teacher’s, it’s the ’90s, ’tis", ""},
	{0, `the 'inner' word and 'another one'.`, "the ‘inner’ word and ‘another one’.", ""},
	{0, `rock ' roll, ''two''`, `rock ' roll, ''two''`, ""},
	{0, "Знам'янка", "Знам’янка", ""},
	{0, "the Centre - a platform — for teachers -- and -", "the Centre·– a platform·– for teachers·– and -", ""},
	{0, "2019-2020, 5—7, 2019 – 2020", "2019–2020, 5–7, 2019–2020", ""},
	{0, "( a ) , b , c ...", "(a), b, c …", ""},
	{0, "№1/2020-3, L. V. Lytvyniuk, a school in m. Druzhkivka, I am", "№·1/2020-3, L.·V.·Lytvyniuk, a school in m. Druzhkivka, I am", ""},
	{0, "So do I. Then T.G. Shevchenko, the U.S. Army", "So do I. Then T.G.·Shevchenko, the U.S.·Army", ""},
	{0, "word,word and «Puzzle»club", "word, word and “Puzzle” club", ""},
	{0, "16 September, 80 %", "16 September, 80 %", ""},
	{0, "an unpaired “quote", "an unpaired “quote", "W-TYPO-QUOTES “quote"},
}

func TestZeroTypographer(t *testing.T) {
	var zero Typographer
	if got, _ := zero.Ukrainian("SOM -hub у школі"); shown.Replace(got) != "SOM -hub у·школі" {
		t.Errorf("got %q", got)
	}
}

func TestBrands(t *testing.T) {
	tests := []struct {
		wrong, right string
		in, want     string
	}{
		{"SOM-hab", "SOM-hub", "SOM-hab, SOM hab, SOM-habs", "SOM-hub, SOM hab, SOM-habs"},
		{"вебвітрина", "веб-вітрина", "вебвітрина, веб - вітрина, вебвітрини", "веб-вітрина, веб-вітрина, вебвітрини"},
		{"Z +", "Z+", "центр «Z  +», Z+", "центр «Z+», Z+"},
		{"hub", "SOM-hub", "hub і SOM-hub", "SOM-hub і SOM-hub"},
		{"ЦПРПП Дружківки", "Дружківський центр - ЦПРПП", "ЦПРПП \n Дружківки", "Дружківський центр - ЦПРПП"},
		{"", "", "слово", "слово"},
		{"слово", "", "слово", "слово"},
		{" ", "x-y", "слово x  y", "слово x-y"},
	}
	for _, tt := range tests {
		brand := Brand{tt.wrong, tt.right}
		if got, _ := brand.spell([]byte(tt.in), nil); string(got) != tt.want {
			t.Errorf("%+v: %q is %q, want %q", brand, tt.in, got, tt.want)
		}
	}
}

// Texts that would take a careless scanner quadratic time: eight times the text
// may not take much more than eight times as long. On a busy machine one has to
// look more than once.
func TestLongTexts(t *testing.T) {
	took := func(unit string, size int) time.Duration {
		text := strings.Repeat(unit, size/len(unit))
		start := time.Now()
		brands.Ukrainian(text)
		brands.English(text)
		return time.Since(start)
	}
	for _, unit := range []string{"\"", "«", "а,", ". ", "( ", "x.", "x_", "http://", "В.", "5 – ", "5–", "'а", "- ", "№", string(Joint), "SOM ", " ,", "… .", "н. "} {
		short, long := time.Duration(math.MaxInt64), time.Duration(math.MaxInt64)
		for try := 0; try < 20 && (try == 0 || long > 24*short); try++ {
			short, long = min(short, took(unit, 2_000)), min(long, took(unit, 16_000))
		}
		if long > 24*short {
			t.Errorf("%q: 2 KB in %v, 16 KB in %v", unit, short, long)
		}
	}
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
