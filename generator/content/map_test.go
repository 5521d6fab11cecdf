package content

import (
	"os"
	"strings"
	"testing"

	"github.com/som-hub/vitryna/generator/problem"
)

// themeParser reads by the kinds of the theme itself.
func themeParser(t *testing.T, peace bool) *Parser {
	t.Helper()
	kinds, problems := ReadKinds(os.DirFS("../../layouts"))
	for _, p := range problems {
		t.Fatal(p.Code, p.What("en"))
	}
	return &Parser{Kinds: kinds, Peace: peace}
}

// reasons are the codes of a list with what they say of a coordinate.
func reasons(list problem.List) string {
	var texts []string
	for _, p := range list {
		texts = append(texts, strings.TrimSpace(p.Code+" "+p.Args["why"]+p.Args["suggest"]))
	}
	return strings.Join(texts, ", ")
}

// TestPlaceRules: rows of a register of places (domain 2.3.19, SF-02), each with what is said of it.
func TestPlaceRules(t *testing.T) {
	parser := themeParser(t, false)
	for _, test := range []struct{ row, want string }{
		{"Ліцей;школа;Дружківська;Донецька;;;", ""},
		{"Ліцей;ЗЗСО;Дружківська;Донеччина;48,6;37,5;приблизно", ""},
		{"Ліцей;school;Дружківська;donetska;48.6123;37.5312;точно", ""},
		{"Ліцей;школа;Бахчисарайська;АР Крим;44.75;33.86;точно", ""},
		{"Ліцей;школа;Київська;Київ;50.45;30.52;точно", ""},
		{"Ліцей;школа;Дружківська;Донецька;44;22;точно", ""},
		{"Ліцей;школа;Дружківська;Донецька;53;41;точно", ""},
		{"Ліцей;школа;Дружківська;Донецька;48.6;37.5;не показувати", ""},

		{"Ліцей;школа;Дружківська;Донецька;43.9;37.5;точно", "E-GEO outside"},
		{"Ліцей;школа;Дружківська;Донецька;48.6;41.1;точно", "E-GEO outside"},
		{"Ліцей;школа;Дружківська;Донецька;53.1;21.9;точно", "E-GEO outside, E-GEO outside"},
		{"Ліцей;школа;Дружківська;Донецька;37.5;48.6;точно", "E-GEO swapped, E-GEO swapped"},
		{"Ліцей;школа;Дружківська;Донецька;48.6;;точно", "E-GEO alone"},
		{"Ліцей;школа;Дружківська;Донецька;;37.5;", "E-GEO alone"},
		{"Ліцей;школа;Дружківська;Донецька;північ;37.5;точно", "E-TYPE"},
		{"Ліцей;школа;Дружківська;Донецька;48.6;37.5;", "E-TOGETHER"},
		{"Ліцей;школа;Дружківська;Донецька;48.6123;37.5;приблизно", "W-GEO-EXACT 48.6"},
		{"Ліцей;школа;Дружківська;Донецька;48.6;37.5312;громада", "W-GEO-EXACT 37.5"},
		{"Ліцей;школа;Дружківська;Донецька;48.6;37.5312;не показувати", "W-GEO-EXACT 37.5"},

		{"Ліцей;укриття;Дружківська;Донецька;;;", "E-SHELTER"},
		{"Ліцей;shelter;Дружківська;Донецька;;;", "E-SHELTER"},
		{"Ліцей;Найпростіше укриття;Дружківська;Донецька;;;", "E-SHELTER"},
		{"Укриття ліцею № 1;школа;Дружківська;Донецька;;;", "E-SHELTER"},
		{"Книгосховище;школа;Дружківська;Донецька;;;", ""},
		{"Ліцей;кав’ярня;Дружківська;Донецька;;;", "E-ENUM"},
		{"Ліцей;школа;Дружківська;Ростовська;;;", "E-ENUM"},
		{"Ліцей;школа;;Донецька;;;", "E-REQUIRED"},
		{"Ліцей;школа;Дружківська;;;;", "E-REQUIRED"},
		{"Ліцей 48.61234, 37.53126;школа;Дружківська;Донецька;;;", "E-GEO-TEXT"},
	} {
		parsed := parser.Parse("content/places/a.csv", []byte("Назва;Вид;Громада;Область;Широта;Довгота;Точність\n"+test.row+"\n"))
		if got := reasons(parsed.Problems); got != test.want {
			t.Errorf("%s: %s, want %s", test.row, got, test.want)
		}
		for _, p := range parsed.Problems {
			if p.Line != 2 || len(p.Missing()) > 0 {
				t.Errorf("%s: %s at line %d lacks %v", test.row, p.Code, p.Line, p.Missing())
			}
		}
	}
}

func TestPlaceIDs(t *testing.T) {
	parsed := themeParser(t, false).Parse("content/places/a.csv", []byte("Назва;Вид;Громада;Область;id\nЛіцей № 1;школа;Дружківська;Донецька;\nЛіцей № 1;школа;Краматорська;Донецька;\nЛіцей № 1;школа;Лиманська;Донецька;lyman-1\n"))
	var ids []string
	for _, doc := range parsed.Docs {
		ids = append(ids, doc.ID)
	}
	if got := strings.Join(ids, " "); got != "litsei-no-1-druzhkivska litsei-no-1-kramatorska lyman-1" {
		t.Error(got)
	}
}

func TestMapRules(t *testing.T) {
	parser := themeParser(t, false)
	for _, test := range []struct{ bounds, want string }{
		{"", ""},
		{"bounds: [36.5, 46.8, 39.2, 49.3]", ""},
		{"bounds: [36.512, 46.812, 39.212, 49.312]", ""}, // meant for coordinates, and not shown
		{"bounds: [22, 44, 41, 53]", ""},
		{"bounds: [36.5, 46.8, 39.2]", "E-MAP-BOUNDS"},
		{"bounds: 36.5", "E-MAP-BOUNDS"},
		{"bounds: [39.2, 46.8, 36.5, 49.3]", "E-MAP-BOUNDS"},
		{"bounds: [46.8, 36.5, 49.3, 39.2]", "E-MAP-BOUNDS"},
		{"bounds: [0, 0, 90, 90]", "E-MAP-BOUNDS"},
		{"bounds: [36.5, 46.8, 36.5, 49.3]", "E-MAP-BOUNDS"},
	} {
		text := "---\ntitle: Карта\nsummary: Карта.\nscope: stem\n" + test.bounds + "\n---\nТекст.\n"
		parsed := parser.Parse("content/maps/a/index.md", []byte(text))
		if got := reasons(parsed.Problems); got != test.want {
			t.Errorf("%s: %s, want %s", test.bounds, got, test.want)
		}
	}
}

// TestCoordinates: what is taken for coordinates of Ukraine in a text, and what is not.
func TestCoordinates(t *testing.T) {
	for _, text := range []string{
		"48.6123, 37.5312", "48,612 37,531", "(48.612; 37.531)", "https://www.google.com/maps/@48.6123,37.5312,15z",
		"https://www.openstreetmap.org/?mlat=48.6123&mlon=37.5312", "geo:48.612,37.531", "Широта 50.4501 довгота 30.5234", "48°36′12″ пн. ш.", "https://www.google.com/maps/place/48%C2%B036%2744.3%22N+37%C2%B030%2744.3%22E", "48° 36.5' N", "44.612 пн. ш., 33.525 сх. д.",
		"48.6123° N, 37.5123° E", "48.6123° пн. ш., 37.5123° сх. д.", "48,6123°, 37,5123°", "48º36'44\" пн. ш.", "37.5123, 48.6123", "POINT(37.512345 48.612345)",
		"https://maps.example/?ll=37.512345%2C48.612345", "https://www.google.com/maps/place/x/data=!3d48.6123456!4d37.5123456", "48.612345 північної широти та 37.512345 східної довготи",
		"8GQ4JG5M+RX", "JG5M+RX Дружківка", "https://plus.codes/8GQ4JG5M+RX", "https://www.google.com/maps/search/CPFM%2BRX",
	} {
		if at, _ := coordinates([]byte("Дивіться: " + text + " тут.")); at < 0 {
			t.Errorf("%s passes", text)
		}
	}
	for _, text := range []string{
		"", "48", "48.6 і 37.5", "48,612 грн та ще дещо, а далі через багато слів 37,531", "148.612, 37.531", "1.48.612, 37.531", "48.6123", "60.123, 37.531",
		"48.612, 47.531", "25 000,125 та 48 123", "48°", "48° за Цельсієм", "373.5.016(07)*5/6", "978-617-0000-00-2", "02.11.2021, 29.10.2021", "(06267) 4-28-26", "№ 48.612", "48.612 6.37531", "37.531, 48.612",
		"2345+67", "XXI+XX", "350W+20", "C+C", "JG5M-RX", "+380", "a+b", "ЦПРПП+НУШ",
		"48.6123 грн, а за рік по тому, коли ціни вже зросли й упали, виявилося 37.5312",
	} {
		if at, found := coordinates([]byte("Дивіться: " + text + " тут.")); at >= 0 {
			t.Errorf("%s: %s is taken for coordinates", text, found)
		}
	}
	md := []byte("---\ntitle: Сторінка\nsummary: Коротко.\n---\nТекст.\n\nМи тут: 48.61234, 37.53126.\n")
	apart := themeParser(t, false).Parse("content/pages/a/index.md", []byte("---\ntitle: Сторінка\nsummary: Коротко.\n---\nШирота: 48.61234\nДовгота: 37.53126\n")).Problems
	if len(apart) != 1 || apart[0].Code != "E-GEO-TEXT" || apart[0].Line != 6 {
		t.Errorf("on two lines: %v", apart)
	}
	war := themeParser(t, false).Parse("content/pages/a/index.md", md).Problems
	if len(war) != 1 || war[0].Code != "E-GEO-TEXT" || war[0].Line != 7 || war[0].Column != 9 || strings.Contains(war[0].Args["value"], "61234") {
		t.Errorf("%v", war)
	}
	if peace := themeParser(t, true).Parse("content/pages/a/index.md", md).Problems; len(peace) > 0 {
		t.Errorf("in peace: %v", peace)
	}
	draft := themeParser(t, false).Parse("content/pages/a/index.md", []byte(strings.Replace(string(md), "title:", "draft: true\ntitle:", 1))).Problems
	if draft.Stops() {
		t.Error("a draft stops the build")
	}
}
