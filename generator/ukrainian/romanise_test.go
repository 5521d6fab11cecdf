package ukrainian

import (
	"regexp"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

func TestRomanise(t *testing.T) {
	tests := []struct {
		vector   int // of domain.md 5.4
		in, want string
	}{
		{1, "Дружківка", "Druzhkivka"},
		{2, "Краматорськ", "Kramatorsk"},
		{3, "Чернівці", "Chernivtsi"},
		{4, "Донецьк", "Donetsk"},
		{5, "Згурський", "Zghurskyi"},
		{7, "розгляд", "rozghliad"},
		{8, "Знам’янка", "Znamianka"},
		{9, "Короп’є", "Koropie"},
		{10, "Мар’їне", "Marine"},
		{11, "Єнакієве", "Yenakiieve"},
		{13, "Йосипівка", "Yosypivka"},
		{14, "Корюківка", "Koriukivka"},
		{15, "Яготин", "Yahotyn"},
		{16, "Ґалаґан", "Galagan"},
		{18, "об’єднання", "obiednannia"},
		{19, "КИЇВ", "KYIV"},
		{20, "ЩЕДРИК", "SHCHEDRYK"},
		{21, "Щаслива лапа", "Shchaslyva lapa"},
		{22, "Олекси Тихого", "Oleksy Tykhoho"},
		{24, "Її ім’я", "Yii imia"},
		{0, "БОРЩ", "BORSHCH"},
		{0, "Я", "Ya"},
		{0, "Ю. Яценко", "Yu. Yatsenko"},
		{0, "ОБ'ЄДНАННЯ", "OBIEDNANNIA"},
		{0, "ЗГОДА", "ZGHODA"},
		{0, "Нечуй-Левицький-Яр", "Nechui-Levytskyi-Yar"},
		{0, "«Єдність»", "«Yednist»"},
		{0, "‘Єва’", "‘Yeva’"},
		{0, "Знам'янка, Знамʼянка", "Znamianka, Znamianka"},
		{0, "знам\u0301’я", "znamia"},
		{0, "И\u0306осипівка", "Yosypivka"},
		{0, "Ёлкин, Крылов, Эль, объём", "Iolkyn, Krylov, El, obiom"},
		{0, "Батьківський hub «Пазл», parents' hub", "Batkivskyi hub «Pazl», parents' hub"},
	}
	for _, tt := range tests {
		if got := Romanise(tt.in); got != tt.want {
			t.Errorf("%d: Romanise(%q) = %q, want %q", tt.vector, tt.in, got, tt.want)
		}
	}
}

// The examples of the table in the resolution № 55 itself.
func TestRomaniseOfficialExamples(t *testing.T) {
	const examples = `Алушта Alushta, Андрій Andrii, Борщагівка Borshchahivka, Борисенко Borysenko, Вінниця Vinnytsia,
Володимир Volodymyr, Гадяч Hadiach, Богдан Bohdan, Згурський Zghurskyi, Ґалаґан Galagan, Ґорґани Gorgany,
Донецьк Donetsk, Дмитро Dmytro, Рівне Rivne, Олег Oleh, Есмань Esman, Єнакієве Yenakiieve, Гаєвич Haievych,
Короп'є Koropie, Житомир Zhytomyr, Жанна Zhanna, Жежелів Zhezheliv, Закарпаття Zakarpattia, Казимирчук Kazymyrchuk,
Медвин Medvyn, Михайленко Mykhailenko, Іванків Ivankiv, Іващенко Ivashchenko, Їжакевич Yizhakevych, Кадиївка Kadyivka,
Мар'їне Marine, Йосипівка Yosypivka, Стрий Stryi, Олексій Oleksii, Київ Kyiv, Коваленко Kovalenko, Лебедин Lebedyn,
Леонід Leonid, Миколаїв Mykolaiv, Маринич Marynych, Ніжин Nizhyn, Наталія Nataliia, Одеса Odesa, Онищенко Onyshchenko,
Полтава Poltava, Петро Petro, Решетилівка Reshetylivka, Рибчинський Rybchynskyi, Суми Sumy, Соломія Solomiia,
Тернопіль Ternopil, Троць Trots, Ужгород Uzhhorod, Уляна Uliana, Фастів Fastiv, Філіпчук Filipchuk, Харків Kharkiv,
Христина Khrystyna, Біла Bila, Церква Tserkva, Стеценко Stetsenko, Чернівці Chernivtsi, Шевченко Shevchenko,
Шостка Shostka, Кишеньки Kyshenky, Щербухи Shcherbukhy, Гоща Hoshcha, Гаращенко Harashchenko, Юрій Yurii,
Корюківка Koriukivka, Яготин Yahotyn, Ярошенко Yaroshenko, Костянтин Kostiantyn, Знам'янка Znamianka,
Феодосія Feodosiia, Згорани Zghorany, Розгон Rozghon`
	for _, example := range strings.Split(examples, ",") {
		in, want, _ := strings.Cut(strings.TrimSpace(example), " ")
		if got := Romanise(in); got != want {
			t.Errorf("Romanise(%q) = %q, want %q", in, got, want)
		}
	}
}

var slugs = []struct {
	vector   int // of domain.md 5.4
	in, want string
}{
	{1, "Аукціон педагогічних ідей", "auktsion-pedahohichnykh-idei"},
	{2, "Від мрії до дії", "vid-mrii-do-dii"},
	{3, "У пошуках генія", "u-poshukakh-heniia"},
	{4, "Дитячий центр «Z+»", "dytiachyi-tsentr-z-plus"},
	{5, "Батьківський hub «Пазл»", "batkivskyi-hub-pazl"},
	{7, "Методичне Ательє", "metodychne-atelie"},
	{8, "Зв’язок поколінь", "zviazok-pokolin"},
	{9, "Рішення № 1/2020-3", "rishennia-no-1-2020-3"},
	{10, "Формування компетентностей вихованців закладів позашкільної освіти: критерії, моніторинг, засоби",
		"formuvannia-kompetentnostei-vykhovantsiv-zakladiv-pozashkilnoi-osvity-kryterii"},
	{0, "И\u0306од & café", "yod-i-cafe"},
	{0, "Молодий учитель (2021)", "molodyi-uchytel-2021"},
	{0, "—", ""},
	{0, strings.Repeat("я", 100), "ya" + strings.Repeat("ia", 39)},
	{0, strings.Repeat("а", 80) + " б", strings.Repeat("a", 80)},
}

func TestSlug(t *testing.T) {
	for _, tt := range slugs {
		if got := Slug(tt.in); got != tt.want {
			t.Errorf("%d: Slug(%q) = %q, want %q", tt.vector, tt.in, got, tt.want)
		}
	}
}

// TestSlugUnseen: what nobody sees in a title parts no words.
func TestSlugUnseen(t *testing.T) {
	for in, want := range map[string]string{"Роз\u00ADділ": "rozdil", "Роз\u00ADїзд": "rozizd", "Веб\u200Bвітрина": "vebvitryna"} {
		if got := Slug(in); got != want {
			t.Errorf("Slug(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzSlug(f *testing.F) {
	for _, tt := range slugs {
		f.Add(tt.in)
	}
	form := regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	f.Fuzz(func(t *testing.T, s string) {
		slug := Slug(s)
		if slug != "" && !form.MatchString(slug) || len(slug) > longestSlug {
			t.Errorf("Slug(%q) = %q", s, slug)
		}
		if again := Slug(slug); again != slug {
			t.Errorf("Slug(%q) = %q, and then %q", s, slug, again)
		}
	})
}

func BenchmarkSlug(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Slug("Оцінювання та спостереження: «освітній майстер» у п’ятому класі")
	}
}

// FuzzNormalise: what is told at a glance is what the tables of Unicode say.
func FuzzNormalise(f *testing.F) {
	f.Add("Її ім’я — Щаслива № 5 + café")
	f.Add("И\u0306осипівка \u2001 \xD0")
	f.Fuzz(func(t *testing.T, s string) {
		if n := Normalise(s); n != norm.NFC.String(s) {
			t.Errorf("%q is normalised to %q", s, n)
		}
	})
}

func TestIsSlug(t *testing.T) {
	for name, is := range map[string]bool{
		"a": true, "zvit-2021": true, strings.Repeat("a", 80): true,
		"": false, "-a": false, "a-": false, "a--b": false, "A": false, "а": false, "a_b": false, "a.b": false, strings.Repeat("a", 81): false,
	} {
		if IsSlug(name) != is {
			t.Errorf("IsSlug(%q) = %v", name, !is)
		}
	}
}
