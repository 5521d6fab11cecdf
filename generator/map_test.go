package generator

import (
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/som-hub/vitryna/generator/content"
	"github.com/som-hub/vitryna/generator/drawing"
	"github.com/som-hub/vitryna/generator/problem"
)

// places with coordinates that no other number of a site resembles.
const placesCSV = `Назва;Назва англійською;Вид;Громада;Область;Адреса;Широта;Довгота;Точність;STEM;Карти;Сайт
Ліцей «Перший»;First Lyceum;школа;Дружківська;Донецька;вул. Таємна, 7;48.613579;37.524681;точно;так;;https://example.org/1
Ліцей «Другий»;;школа;Дружківська;Донецька;вул. Таємна, 8;48.687531;37.597531;приблизно;ні;;
Гімназія «Третя»;;школа;Краматорська;Донецька;вул. Таємна, 9;48.831975;37.575319;громада;ні;;
Гімназія «Четверта»;;школа;Краматорська;Донецька;вул. Таємна, 10;48.739517;37.518637;не показувати;ні;;
Гурток «П’ятий»;;позашкілля;Уманська;Черкаська;;48.748261;30.221739;точно;так;chuzha;
`

// mapSite is a site with a map of its own and one of others.
func mapSite(safety string) fstest.MapFS {
	m := smallSite()
	put(m, "content/site.yaml", siteYAML+"safety: "+safety+"\n")
	put(m, "content/maps/svoia/index.md", "---\ntitle: Карта шкіл\ntitle_en: Map of schools\nsummary: Школи.\nscope: schools\nbounds: [36.512345, 46.812345, 39.212345, 49.312345]\n---\nТекст.\n")
	put(m, "content/maps/svoia/index.en.md", "---\ntitle: Map of schools\nsummary: Schools.\n---\nText.\n")
	put(m, "content/maps/stem/index.md", "---\ntitle: Карта STEM\nsummary: STEM.\nscope: stem\n---\nТекст.\n")
	put(m, "content/maps/praktyky/index.md", "---\ntitle: Карта практик\nsummary: Практики.\nscope: practices\n---\nТекст.\n")
	put(m, "content/maps/chuzha/index.md", "---\ntitle: Чужа карта\nsummary: Чужа.\nscope: schools\norigin: external\nowner: Інший центр\nsources: [{title: Сайт}]\n---\nТекст.\n")
	put(m, "content/places/mistsia.csv", placesCSV)
	return m
}

// fractions are the planted coordinates without their whole part: by them any rounding to three digits or more is found.
// styles are those of a book in one file: they are the theme's, as what lies in assets/ is.
var styles = regexp.MustCompile(`(?s)<style>.*?</style>`)

var fractions = regexp.MustCompile(`\d\.(?:613|524|687|597|831|575|739|518|748|221|512|812|212|312)\d*`)

// TestNoCoordinateLeaves: in a country at war no byte of the finished site tells where a place is (SF-01), nor its street.
func TestNoCoordinateLeaves(t *testing.T) {
	for _, safety := range []string{"martial-law", "воєнний стан"} {
		snapshot := load(t, loaderOf(mapSite(safety)))
		if snapshot.Problems.Stops() {
			t.Fatal(snapshot.Problems)
		}
		for name, text := range all(t, snapshot, 2) {
			text = strings.ReplaceAll(styles.ReplaceAllString(text, ""), ",", ".") // a decimal comma
			if found := fractions.FindAllString(text, 3); found != nil && !strings.HasPrefix(name, "assets/") {
				t.Errorf("%s: %q", name, found)
			}
			for _, planted := range []string{"Таємна", "latitude", "GeoCoordinates", `"geo"`, "48.6", "48.7", "48.8", "37.5", "pinmap", `class="pin"`, "Широта", "Довгота", `"lat"`} {
				if strings.Contains(text, planted) && !strings.HasPrefix(name, "assets/") {
					t.Errorf("%s holds %q", name, planted)
				}
			}
		}
	}
}

// TestPins: in peace a place is shown as exactly as its author allows, and no more exactly.
func TestPins(t *testing.T) {
	snapshot := load(t, loaderOf(mapSite("peace")))
	if snapshot.Problems.Stops() {
		t.Fatal(snapshot.Problems)
	}
	files := all(t, snapshot, 2)
	exact := regexp.MustCompile(`48\.613579|37\.524681|48\.748261|30\.221739|\d\d\.[8235]12345`) // and the bounds of the map
	for name, text := range files {
		text = strings.ReplaceAll(styles.ReplaceAllString(text, ""), ",", ".")
		if found := fractions.FindAllString(exact.ReplaceAllString(text, ""), 3); found != nil && !strings.HasPrefix(name, "assets/") {
			t.Errorf("%s: %q is more than may be told", name, found)
		}
	}
	page := files["maps/svoia/index.html"]
	for _, want := range []string{`id="_pin-1"`, `href="#_p-litsei-pershyi-druzhkivska"`, `"latitude":48.613579`, `"@type":"School"`, "Таємна, 7", `href="#_pin-1"`, `id="_p-litsei-pershyi-druzhkivska"`} {
		if !strings.Contains(strings.ReplaceAll(page, `=_`, `="_`), want) && !strings.Contains(page, strings.ReplaceAll(want, `"`, "")) {
			t.Errorf("the map has no %s", want)
		}
	}
	if n := strings.Count(page, "GeoCoordinates"); n != 1 {
		t.Errorf("%d places have a geo, one is exact", n)
	}
	if n := strings.Count(page, "pin-sign"); n != 3 { // the one that is not shown has none
		t.Errorf("%d pins", n)
	}
}

// TestPlacesOfMaps: a map of one's own takes what fits its scope, one of others only what names it.
func TestPlacesOfMaps(t *testing.T) {
	files := all(t, load(t, loaderOf(mapSite("martial-law"))), 2)
	for name, want := range map[string]string{
		"svoia": "Перший Другий Третя Четверта", "stem": "Перший", "praktyky": "", "chuzha": "П’ятий", // it names a map: it stands on no other
	} {
		var got []string
		for _, word := range []string{"Перший", "Другий", "Третя", "Четверта", "П’ятий"} {
			if strings.Contains(files["maps/"+name+"/index.html"], "«"+word+"»") {
				got = append(got, word)
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %v, want %s", name, got, want)
		}
	}
	english := files["en/maps/svoia/index.html"]
	for _, want := range []string{"First Lyceum", "2 places", "Druzhkivska hromada"} {
		if !strings.Contains(english, want) {
			t.Errorf("the English map has no %q", want)
		}
	}
}

// TestOblasts: the map of tiles draws the units that authors may write, and has a short name for each.
func TestOblasts(t *testing.T) {
	layouts := os.DirFS("../layouts")
	kinds, _ := content.ReadKinds(layouts)
	words, problems := content.ReadWords(layouts)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	var names []string
	short := map[string]string{}
	for _, word := range kinds.Vocabularies["oblast"].Words {
		names = append(names, word.Name)
		for _, lang := range []string{"uk", "en"} {
			text := words.Text("oblast.short."+word.Name, lang)
			if n := len([]rune(text)); n == 0 || n > 6 || short[lang+text] != "" {
				t.Errorf("%s: short name %q, that of %q", word.Name, text, short[lang+text])
			}
			short[lang+text] = word.Name
		}
		if word.Label.UK == "" || word.Label.EN == "" || len(word.Aka) == 0 {
			t.Errorf("%+v", word)
		}
	}
	units := drawing.Units()
	slices.Sort(units)
	slices.Sort(names)
	if !slices.Equal(names, units) {
		t.Errorf("vocabulary %v\ntiles %v", names, units)
	}
}

// TestTileMapOfAnyList: a kind that a site adds has the map of tiles as soon as it has a field `oblast`.
func TestTileMapOfAnyList(t *testing.T) {
	m := smallSite()
	put(m, "layouts/kinds/library/kind.yaml", "section: libraries\nlabel: {uk: [бібліотека, бібліотеки, бібліотек], en: [library, libraries]}\nfacets: [oblast]\nfields:\n  oblast: {label: Область, type: enum, of: oblast}\n")
	for i, oblast := range []string{"Донецька", "Донеччина", "Крим", "м. Київ"} {
		put(m, "content/libraries/b"+string(rune('a'+i))+"/index.md", "---\ntitle: Бібліотека\nsummary: Коротко.\noblast: "+oblast+"\n---\nТекст.\n")
	}
	snapshot := load(t, loaderOf(m))
	if snapshot.Problems.Stops() {
		t.Fatal(snapshot.Problems)
	}
	files := all(t, snapshot, 2)
	page := files["libraries/index.html"]
	for _, want := range []string{"Донецька область: 2 бібліотеки", "Автономна Республіка Крим: 1 бібліотека", "Сумська область: 0 бібліотек", "by/oblast/donetska/"} {
		if !strings.Contains(page, want) {
			t.Errorf("the list has no %q", want)
		}
	}
	if n := strings.Count(page, "<rect"); n != 27 {
		t.Errorf("%d tiles", n)
	}
	if !strings.Contains(files["libraries/by/oblast/krym/index.html"], `aria-current`) || strings.Contains(files["projects/index.html"], "tilemap") {
		t.Error("the tiles stand on the wrong lists")
	}
}

func isBoundaries(p problem.Problem) bool { return p.Code == "E-BOUNDARIES" }

func TestBoundaries(t *testing.T) {
	const outer = `[[22.5,44.2],[40.5,44.2],[40.5,52.5],[22.5,52.5],[22.5,44.2]]`
	const crimea = `[[32,44.3],[37,44.3],[37,46.2],[32,46.2],[32,44.3]]`
	file := func(rings string) string {
		return `{"type":"FeatureCollection","attribution":"Автори меж","features":[{"type":"Feature","properties":{"iso":"UA"},"geometry":{"type":"Polygon","coordinates":[` + rings + `]}}]}`
	}
	for _, safety := range []string{"peace", "martial-law"} {
		m := mapSite(safety)
		put(m, boundariesFile, file(outer))
		l := loaderOf(m)
		snapshot := load(t, l)
		files := all(t, snapshot, 2)
		page := files["maps/svoia/index.html"]
		if drawn := strings.Contains(page, "pinmap-land") && strings.Contains(page, "Автори меж"); drawn != (safety == "peace") || snapshot.Problems.Stops() {
			t.Errorf("%s: land drawn: %v, %v", safety, drawn, snapshot.Problems)
		}
		for _, name := range slices.Collect(maps.Keys(files)) {
			if strings.Contains(name, "geojson") {
				t.Errorf("%s is published", name)
			}
		}
		put(m, boundariesFile, file(outer+","+crimea))
		wrong := load(t, l).Problems
		if i := slices.IndexFunc(wrong, isBoundaries); !wrong.Stops() || i < 0 || wrong[i].Args["city"] != "simferopol" || len(wrong[i].Missing()) > 0 {
			t.Errorf("%s: %v", safety, wrong)
		}
	}
	for text, why := range map[string]string{"{": "json", `{"type":"Topology"}`: "type", `{"type":"FeatureCollection"}`: "unmarked"} {
		m := mapSite("peace")
		put(m, boundariesFile, text)
		list := load(t, loaderOf(m)).Problems
		if i := slices.IndexFunc(list, isBoundaries); i < 0 || list[i].Args["why"] != why || len(list[i].Missing()) > 0 {
			t.Errorf("%s: %v", text, list)
		}
	}
}
