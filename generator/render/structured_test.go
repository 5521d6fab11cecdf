package render

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

var update = flag.Bool("update", false, "write the golden files anew")

// What must never stand in structured data, each planted where it could get in.
const (
	secret      = "ТАЄМНЕ ПОЛЕ"
	officeMail  = "office@example.org"
	officePhone = "(06267) 4-28-26"
	street      = "вул. Шкільна, 1"
)

var never = regexp.MustCompile(secret + `|@example|4-28-26|Шкільна|12/2021|"geo"|latitude|telephone|email|Нез-года|</`)

// field makes a value: a text, a list of texts, a number, "date:2021-11-02", "enum:word=label", "ref:section/id", or parts.
func field(name string, x any) site.Value {
	f := &site.Field{Name: name, Type: site.String}
	v := site.Value{Field: f}
	switch x := x.(type) {
	case int:
		f.Type, v.Number = site.Int, float64(x)
	case []string:
		f.List = true
		for _, text := range x {
			v.Items = append(v.Items, field(name, text))
		}
		if len(x) > 0 {
			f.Type, f.Vocabulary, f.To = v.Items[0].Field.Type, v.Items[0].Field.Vocabulary, v.Items[0].Field.To
		}
	case [][]site.Value:
		f.List, f.Type = true, site.Object
		for _, parts := range x {
			v.Items = append(v.Items, site.Value{Field: f, Parts: parts})
		}
	case string:
		what, rest, _ := strings.Cut(x, ":")
		switch what {
		case "date":
			f.Type = site.DateTime
			v.Date, _ = ukrainian.ParseDate(rest)
		case "enum":
			word, label, _ := strings.Cut(rest, "=")
			f.Type, v.Text = site.Enum, word
			f.Vocabulary = &site.Vocabulary{Words: []*site.Word{{Name: word, Label: site.Text{UK: label, EN: "en " + label}}}}
		case "ref":
			section, _, _ := strings.Cut(rest, "/")
			f.Type, f.To, v.Text = site.Ref, []string{section}, rest
		default:
			v.Text = x
		}
	}
	return v
}

func kindOf(name, section, schema string) *site.Kind {
	k := &site.Kind{Name: name, Section: section, Schema: schema}
	k.Label.UK.Few, k.Label.EN[1] = section, section
	return k
}

// kinds of the test by name; "club" is one that a site has added, "plain" has no type.
var kinds = map[string]*site.Kind{}

func init() {
	for _, k := range []*site.Kind{
		kindOf("centre", "centres", "EducationalOrganization"), kindOf("project", "projects", "Project"), kindOf("initiative", "initiatives", "Project"),
		kindOf("award", "awards", "EducationalOrganization"), kindOf("event", "events", "EducationEvent"), kindOf("contest", "contests", "EducationEvent"),
		kindOf("winner", "winners", "Person"), kindOf("station", "stations", "EventSeries"), kindOf("partner", "partners", "Organization"),
		kindOf("news", "news", "NewsArticle"), kindOf("page", "pages", "WebPage"), kindOf("staff", "staff", "Person"), kindOf("metric", "metrics", "Dataset"),
		kindOf("term", "glossary", "DefinedTerm"), kindOf("manual", "manuals", "Book"), kindOf("chapter", "chapters", "Chapter"),
		kindOf("club", "clubs", "SportsClub"), kindOf("plain", "plains", ""),
	} {
		kinds[k.Name] = k
	}
	kinds["winner"].Inside, kinds["winner"].CSV, kinds["winner"].NoPage = "contest", true, true
	kinds["chapter"].Inside = "manual"
	kinds["metric"].CSV, kinds["metric"].NoPage = true, true
}

func document(kind, lang, path, title string, values ...site.Value) *site.Doc {
	k := kinds[kind]
	id := path[strings.LastIndexByte(path, '/')+1:]
	private := field("secret", secret)
	private.Field.Private = true
	consent := field("consent", secret+" 12/2021")
	consent.Field.Type = site.Consent
	values = append(values, private, consent, field("summary", "Коротко про «"+title+"» </script>"))
	d := &site.Doc{
		File: "content/" + k.Section + "/" + path + "/index.md", Lang: lang, Kind: k, Section: k.Section, ID: id,
		Path: k.Section + "/" + path, Title: title, Values: values,
	}
	if owner, _, nested := strings.Cut(path, "/"); nested {
		section := kinds[k.Inside].Section
		d.Owner, d.Path = section+"/"+owner, section+"/"+path
	}
	return d
}

func fixture(t testing.TB, safety string) *site.Site {
	t.Helper()
	uk := func(kind, path, title string, values ...site.Value) *site.Doc {
		return document(kind, site.UK, path, title, values...)
	}
	chapter := uk("chapter", "ahenty/druhyi", "Другий розділ", field("authors", [][]site.Value{{field("surname", "Друга"), field("initials", "В. Г.")}}))
	chapter.Order = 2
	appendix := uk("chapter", "ahenty/dodatok", "Анкета", site.Value{Field: &site.Field{Name: "appendix", Type: site.Bool}, Bool: true})
	appendix.Order = 3
	event := []site.Value{
		field("status", "enum:planned=заплановано"), field("form", "enum:training=тренінг"), field("place", street),
		field("start", "date:2021-12-10T15:30"), field("end", "date:2021-12-10T17:30"), field("audience", []string{"enum:educators=педагоги"}),
	}
	with := func(base []site.Value, more ...site.Value) []site.Value {
		return append(more, base...) // the first of a name counts
	}
	docs := []*site.Doc{
		{File: "content/index.md", Lang: site.UK, Role: site.RoleHome, Title: "Головна"},
		uk("centre", "som-hub", "SOM-hub", field("short_name", "СОМ")),
		uk("centre", "pazl", "Пазл", field("centre", "ref:centres/som-hub")),
		uk("project", "ahenty", "Агенти змін", field("start", "date:2019-09"), field("end", "date:2020-06-30"), field("centre", "ref:centres/som-hub")),
		document("project", site.EN, "ahenty", "Agents of Change"),
		uk("initiative", "hub-2018", "SOM-hub", field("year", 2018)),
		uk("award", "dyplom", "Диплом", field("contest", "Кращі практики"), field("degree", "enum:I=I ступінь"), field("year", 2020), field("centre", "ref:centres/som-hub")),
		uk("event", "trening", "Тренінг", with(event, field("mode", "enum:onsite=очно"), field("series", "Школа"), field("station", "ref:stations/molodyi"))...),
		uk("event", "vebinar", "Вебінар", with(event, field("mode", "enum:online=онлайн"), field("organiser", "ref:partners/lapa"))...),
		uk("event", "vystavka", "Виставка", with(event, field("mode", "enum:mixed=змішано"), field("status", "enum:cancelled=скасовано"), field("form", "enum:exhibition=виставка"))...),
		uk("event", "davno", "Відкриття", with(event, field("mode", "enum:onsite=очно"), field("status", "enum:held=проведено"), field("start", "date:2019-09-02T10:00"), field("end", "date:2019-09-02"))...),
		uk("contest", "debiut", "Мій дебют",
			field("rounds", [][]site.Value{{field("title", "Відбірковий"), field("start", "date:2019-11"), field("mode", "enum:onsite=очний")}, {field("start", "date:2020-04"), field("end", "date:2020-04-20")}}),
			field("nominations", [][]site.Value{{field("id", "istoriia"), field("title", "Історія")}})),
		uk("winner", "debiut/persha", "Перша", field("name", "Перша Анна"), field("institution", "Ліцей № 1"), field("place", "enum:I=I місце"), field("nomination", "istoriia")),
		uk("winner", "debiut/bez-zhody", "Без згоди", field("institution", "Ліцей № 2"), field("place", "enum:II=II місце")),
		uk("winner", "debiut/uchasnytsia", "Учасниця", field("name", "Третя Віра"), field("place", "enum:participant=учасник")),
		uk("contest", "maibutnii", "Майбутній", field("results_published", "date:2022-05-01")),
		uk("winner", "maibutnii/rano", "Рано", field("name", "Нез-года Рання"), field("place", "enum:I=I місце")),
		uk("station", "molodyi", "Молодий учитель", field("theme", "Перший рік"), field("audience", []string{"enum:educators=педагоги"})),
		uk("partner", "lapa", "Щаслива лапа", field("kind", "enum:charity=благодійна організація"), field("full_name", "Благодійна організація «Щаслива лапа»"), field("url", "https://lapa.example.org/")),
		uk("partner", "instytut", "Інститут", field("kind", "enum:institute=інститут")),
		uk("news", "portal", "Портал розповів", field("date", "date:2021-08-13T09:22"), field("updated", "date:2021-08-20"), field("author", "методична служба"),
			field("external", "https://example.com/en/news/1?a=1&b=2"), field("owner", "Портал «Децентралізація»"), field("about", []string{"ref:awards/dyplom"})),
		uk("page", "pro-nas", "Про нас"), uk("page", "kontakty", "Контакти"), uk("page", "dostupnist", "Доступність", field("updated", "date:2021-01-05")),
		uk("staff", "persha", "Перша Анна Богданівна", field("post", "методистка"), field("centre", "ref:centres/som-hub")),
		uk("staff", "kolyshnia", "Колишня Олена", field("post", "методистка"), field("until", "date:2020-08-31")),
		uk("term", "nush", "Нова українська школа", field("short", "НУШ")),
		uk("manual", "ahenty", "Агенти змін", field("kind", "enum:manual=методичний посібник"), field("year", 2020), field("pages", 48), field("isbn", "978-617-0000-00-2"),
			field("authors", [][]site.Value{{field("surname", "Перша"), field("initials", "А. Б."), field("phone", officePhone)}}),
			field("editors", [][]site.Value{{field("surname", "Третя"), field("initials", "Ґ.")}}), field("publisher", "Методичний кабінет"), field("edition", "2-ге вид."),
			field("level", []string{"enum:primary=початкова"}), field("audience", []string{"enum:educators=педагоги"}), field("keywords", []string{"зміни", "школа", "пишіть на a@example.org"})),
		chapter, appendix,
		uk("metric", "a", "А", field("key", "enum:educators=педагоги"), field("value", 1378), field("source", "Презентація, 2020"), yearField("2019-2020")),
		uk("metric", "b", "Б", field("key", "enum:children=діти"), field("value", 3), field("source", "Звіт"), yearField("2019-2020")),
		uk("metric", "c", "В", field("key", "enum:training=тренінг"), field("value", 30), field("source", "Презентація, 2020"), yearField("2019-2020")),
		uk("club", "shakhy", "Шаховий гурток", field("place", street)), uk("plain", "inshe", "Інше"),
	}
	all := make([]*site.Kind, 0, len(kinds))
	for _, name := range []string{"award", "centre", "chapter", "club", "contest", "event", "initiative", "manual", "metric", "news", "page", "partner", "plain", "project", "staff", "station", "term", "winner"} {
		all = append(all, kinds[name])
	}
	s, _ := site.New(docs, site.Options{
		Now: ukrainian.Date{Year: 2021, Month: 11, Day: 2}, Kinds: all,
		Config: site.Config{
			Name: site.Text{UK: "SOM-hub — центр", EN: "SOM-hub Centre"}, Owner: "Методичний кабінет", BaseURL: "https://example.org/som-hub",
			Languages: []string{site.UK, site.EN}, Safety: safety, Contacts: site.Contacts{Address: street, Phones: []string{officePhone}, Email: officeMail},
		},
	})
	return s
}

func yearField(slug string) site.Value {
	v := field("year", slug)
	v.Field.Type = site.AcademicYear
	return v
}

// of is what the frame makes of an item's page.
func of(s *site.Site, path, lang string) subject {
	item := s.Item(path)
	title, _ := item.Title(lang)
	return subject{
		Item: item, Lang: lang, Title: title, Summary: item.Best(lang).Doc.Summary(), Path: site.Address(path, lang),
		Breadcrumbs: []crumb{{"Головна", site.Address("", lang)}, {title, site.Address(path, lang)}},
		Abs:         func(path string) string { return s.Config.BaseURL + "/" + path },
	}
}

// subjects are one page of each kind, by the name of its golden file.
func subjects(s *site.Site) map[string]subject {
	abs := func(path string) string { return s.Config.BaseURL + "/" + path }
	list := map[string]subject{
		"home":    {Home: true, Lang: site.UK, Title: "Головна", Summary: "Показуємо, чим живе центр.", Abs: abs},
		"section": {Section: s.Section("projects"), Lang: site.EN, Title: "Projects", Path: "en/projects/", Abs: abs, Breadcrumbs: []crumb{{"Home", "en/"}, {"Projects", "en/projects/"}}},
		"year":    {Year: s.Years[len(s.Years)-1], Lang: site.UK, Title: "2019–2020 навчальний рік", Summary: "У 2019/2020 н. р. …", Path: "years/2019-2020/", Abs: abs},
		"tag":     {Lang: site.UK, Title: "нуш", Path: "tags/nush/", Abs: abs},
		"offline": {Home: true, Lang: site.UK, Title: "Головна", Abs: func(string) string { return "" }},
	}
	for name, path := range map[string]string{
		"centre": "centres/som-hub", "centre-part": "centres/pazl", "project": "projects/ahenty", "initiative": "initiatives/hub-2018", "award": "awards/dyplom",
		"event-guarded": "events/trening", "event-online": "events/vebinar", "event-exhibition": "events/vystavka", "event-held": "events/davno",
		"contest": "contests/debiut", "contest-early": "contests/maibutnii", "station": "stations/molodyi", "partner-charity": "partners/lapa", "partner": "partners/instytut",
		"news": "news/portal", "page-about": "pages/pro-nas", "page-contacts": "pages/kontakty", "page": "pages/dostupnist", "staff": "staff/persha",
		"staff-former": "staff/kolyshnia", "term": "glossary/nush", "manual": "manuals/ahenty", "chapter": "manuals/ahenty/druhyi", "appendix": "manuals/ahenty/dodatok",
		"club": "clubs/shakhy", "plain": "plains/inshe",
	} {
		list[name] = of(s, path, site.UK)
	}
	list["project-en"] = of(s, "projects/ahenty", site.EN)
	return list
}

func TestStructuredDataGolden(t *testing.T) {
	s := fixture(t, "martial-law")
	for name, v := range subjects(s) {
		t.Run(name, func(t *testing.T) {
			got := structuredData(s, v)
			var pretty bytes.Buffer
			if err := json.Indent(&pretty, got, "", "  "); err != nil {
				t.Fatalf("%v\n%s", err, got)
			}
			pretty.WriteByte('\n')
			file := filepath.Join("testdata", "structured", name+".json")
			if *update {
				if err := os.WriteFile(file, pretty.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), pretty.String()); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestStructuredDataTellsNothingPrivate(t *testing.T) {
	s := fixture(t, "martial-law")
	for name, v := range subjects(s) {
		v.Breadcrumbs = append(v.Breadcrumbs, crumb{"пишіть на " + officeMail, ""})
		v.Title += " " + officeMail
		got := structuredData(s, v)
		var parsed any
		if err := json.Unmarshal(got, &parsed); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if found := never.Find(got); found != nil {
			t.Errorf("%s tells %q:\n%s", name, found, got)
		}
	}
}

func TestStructuredDataWithoutAddress(t *testing.T) {
	s := fixture(t, "martial-law")
	for name, v := range subjects(s) {
		v.Abs = nil
		got := string(structuredData(s, v))
		for _, key := range []string{`"@id"`, `"item"`, "example.org/som-hub", "VirtualLocation"} {
			if strings.Contains(got, key) {
				t.Errorf("%s has %s:\n%s", name, key, got)
			}
		}
	}
}

func TestHoursAndPlacesOfEvents(t *testing.T) {
	tests := []struct {
		safety, path string
		hour, place  bool
	}{
		{"martial-law", "events/trening", false, false},
		{"martial-law", "events/vebinar", true, false},
		{"martial-law", "events/davno", true, false},
		{"martial-law", "events/vystavka", true, false}, // cancelled
		{"peace", "events/trening", true, true},
		{"peace", "events/vebinar", true, false},
		{"peace", "events/davno", true, true},
		{"", "events/trening", false, false},
	}
	for _, test := range tests {
		s := fixture(t, test.safety)
		got := string(structuredData(s, of(s, test.path, site.UK)))
		if hour := strings.Contains(got, `:00+0`); hour != test.hour {
			t.Errorf("%s, %s: hour is told: %v\n%s", test.safety, test.path, hour, got)
		}
		if place := strings.Contains(got, street); place != test.place {
			t.Errorf("%s, %s: place is told: %v\n%s", test.safety, test.path, place, got)
		}
	}
}
