package site_test

import (
	"strings"
	"testing"

	"github.com/som-hub/vitryna/generator/site"
)

// TestShowcases: what may be seen now stands first, then the newest; the archive stays.
func TestShowcases(t *testing.T) {
	s, problems := build(t, options(),
		doc("showcases/stara/index.md", "title: Стара", "opened: 2026-09-01", "closed: 2026-11-20"), doc("showcases/stara/exhibits.csv:2", "title: А"),
		doc("showcases/ostannii-den/index.md", "title: Останній день", "opened: 2020-01-01", "closed: 2026-11-21"), doc("showcases/ostannii-den/exhibits.csv:2", "title: А"),
		doc("showcases/bez-kintsia/index.md", "title: Без кінця", "opened: 2026-01-01"), doc("showcases/bez-kintsia/exhibits.csv:2", "title: А"))
	if got := told(problems); got != "" {
		t.Error(got)
	}
	if got := ids(s.Section("showcases").Items); got != "bez-kintsia ostannii-den stara" {
		t.Error(got)
	}
	for id, want := range map[string]bool{"stara": true, "ostannii-den": false, "bez-kintsia": false} {
		if got := s.Archived(s.Item("showcases/" + id)); got != want {
			t.Errorf("%s: archived is %v", id, got)
		}
	}
}

// TestShowcaseParts: exhibits stand in the sections of their showcase, in the order of both; one of no section comes last.
func TestShowcaseParts(t *testing.T) {
	s, problems := build(t, options(),
		doc("showcases/v/index.md", "title: В", "opened: 2026-09-01", "sections: id=slovo title=Слово, id=chyslo title=Число, id=pusto title=Порожній"),
		doc("showcases/v/exhibits.csv:2", "title: Б", "section: chyslo", "weight: 1"), doc("showcases/v/exhibits.csv:3", "title: Ґ", "section: slovo"),
		doc("showcases/v/exhibits.csv:4", "title: Г", "section: slovo"), doc("showcases/v/exhibits.csv:5", "title: Я", "section: slova"),
		doc("showcases/v/exhibits.csv:6", "title: Ю"),
		doc("showcases/porozhnia/index.md", "title: П", "opened: 2026-09-01"))
	if got := told(problems); got != "showcases/porozhnia/index.md W-SHOWCASE-EMPTY, showcases/v/exhibits.csv:3 E-EXHIBIT-SECTION, showcases/v/exhibits.csv:6 E-EXHIBIT-SECTION" {
		t.Error(got)
	}
	var got []string
	for _, part := range s.ShowcaseParts(s.Item("showcases/v"), site.UK) {
		got = append(got, part.Anchor()+": "+ids(part.Items))
	}
	if got := strings.Join(got, "; "); got != "rozdil-slovo: h g; rozdil-chyslo: b; : yu ya" {
		t.Error(got)
	}
	if facets := s.FacetsOf(s.Item("showcases/v")); len(facets) != 0 {
		t.Errorf("%+v", facets)
	}
}

// TestPhotoExpired holds PD-07: after the last day nobody publishes the file, whoever names it.
func TestPhotoExpired(t *testing.T) {
	for until, gone := range map[string]bool{"2026-11-20": true, "2026-11-21": false} {
		o := options()
		o.Files = append(o.Files, "content/galleries/g/liudy.jpg", "content/galleries/g/zala.jpg")
		s, problems := build(t, o,
			doc("galleries/g/index.md", "title: Г", "date: 2026-01-01", "photos: file=liudy.jpg people=adults consent_until="+until+", file=zala.jpg people=none"),
			doc("projects/b/index.md", "title: Б", "cover: ../../galleries/g/liudy.jpg", "body: !../../galleries/g/liudy.jpg\n→../../galleries/g/liudy.jpg"))
		want := "content/galleries/g/liudy.jpg content/galleries/g/zala.jpg"
		wanted := ""
		if gone {
			want, wanted = "content/galleries/g/zala.jpg", "galleries/g/index.md:4 W-PHOTO-EXPIRED"
		}
		if got := strings.Join(s.Uses, " "); got != want {
			t.Errorf("until %s: %s", until, got)
		}
		if got := told(problems); got != wanted {
			t.Errorf("until %s: %s", until, got)
		}
		if got := s.Withheld("content/galleries/g/liudy.jpg"); got != gone {
			t.Errorf("until %s: withheld is %v", until, got)
		}
		target := s.Item("projects/b").UK.Targets[0]
		if gone != (target == site.Target{}) {
			t.Errorf("until %s: the link leads to %+v", until, target)
		}
		v, ok := s.Told(s.Item("galleries/g"), "photos")
		if entries := map[bool]int{true: 1, false: 2}[gone]; !ok || len(v.Items) != entries {
			t.Errorf("until %s: programs are told %+v", until, v.Items)
		}
	}
}

// TestPhotosInTexts holds PD-08 where a photograph with children is used: as a cover, in a text.
func TestPhotosInTexts(t *testing.T) {
	o := options()
	o.Files = append(o.Files, "content/news/n/dity.jpg")
	d := doc("news/n/index.md", "title: Н", "cover: dity.jpg", "body: !dity.jpg")
	d.Body.Pictures[0].Alt = "Софія Петренко біля дошки"
	g := doc("galleries/g/index.md", "title: Г", "photos: file=../../news/n/dity.jpg people=children")
	if _, problems := build(t, o, g, d); told(problems) != "news/n/index.md:10 W-CHILD-NAME" {
		t.Error(told(problems))
	}
}

// TestHeldGallery holds SF-04: photographs of an event where people meet wait until it is over.
func TestHeldGallery(t *testing.T) {
	for start, want := range map[string]string{"2026-11-21": "held", "2026-11-19": "shown"} {
		s, _ := build(t, options(), doc("events/e/index.md", "title: Е", "start: "+start, "status: held", "mode: onsite"), doc("galleries/g/index.md", "title: Г", "event: e"))
		got := "shown"
		if s.Item("galleries/g") == nil {
			got = "held"
		}
		if got != want {
			t.Errorf("an event of %s: its gallery is %s", start, got)
		}
	}
}

func TestNameOfPerson(t *testing.T) {
	for text, want := range map[string]string{
		"Діти грають у дворі":                     "",
		"Учні ліцею № 1, 7 клас":                  "",
		"Марійка показує роботу":                  "Марійка",
		"Робота Марійки":                          "Марійки",
		"З Андрієм і Сергієм":                     "Андрієм",
		"Читає Дар’я":                             "Дар’я",
		"Сидорчук Зенон":                          "",
		"Зенон Сидорчук":                          "Зенон Сидорчук",
		"Зенон, Сидорчук":                         "",
		"Зеновія Вишневська":                      "Зеновія Вишневська",
		"На світлині нашої школи Марійка":         "Марійка", // late in a text, too
		"Робота учня Зенон Сидорчук":              "Зенон Сидорчук",
		"Ліцей імені Івана Франка":                "",
		"Вулиця Соборна, місто Дружківка":         "",
		"Команда «Марево» і Зелена Гора":          "",
		"ЗДО «Казка»":                             "",
		"Маркер і крейда":                         "",
		"Роман про осінь":                         "",
		"Олена":                                   "Олена",
		"Олені в лісі":                            "Олені",
		"Дітям показали, як працює Школа юннатів": "",
	} {
		if got := site.NameOfPerson(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func FuzzNameOfPerson(f *testing.F) {
	f.Add("Марійка Петренко-Ко’ біля дошки")
	f.Fuzz(func(t *testing.T, text string) {
		if found := site.NameOfPerson(text); found != "" && !strings.Contains(text, found) {
			t.Errorf("%q is not in %q", found, text)
		}
	})
}
