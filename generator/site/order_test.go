package site_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/som-hub/vitryna/generator/site"
)

func TestOrderOfSections(t *testing.T) {
	s, _ := build(t, options(),
		// project: status by its vocabulary, then the newest, then the title; what is absent comes last.
		doc("projects/e/index.md", "title: А", "status: completed", "start: 2020"),
		doc("projects/d/index.md", "title: А", "start: 2026"),
		doc("projects/c/index.md", "title: А", "status: running"),
		doc("projects/b/index.md", "title: Ґава", "status: running", "start: 2020-01"),
		doc("projects/g/index.md", "title: гуска", "status: running", "start: 2020-01"),
		doc("projects/a/index.md", "title: Я", "status: running", "start: 2020-02"),
		doc("projects/f/index.md", "title: Ґава", "status: running", "start: 2020-01"),
		// page: weight, 1000 without one, then the title.
		doc("pages/a/index.md", "title: Я"),
		doc("pages/b/index.md", "title: Б", "weight: 1000"),
		doc("pages/c/index.md", "title: Я", "weight: 10"),
		doc("pages/d/index.md", "title: А", "weight: 2000"),
		// partner: legal forms and quotes do not count.
		doc("partners/a/index.md", "title: БО «БФ „Щаслива лапа“»"),
		doc("partners/b/index.md", "title: ГО «Майори»"),
		doc("partners/c/index.md", "title: Український жіночий фонд"),
		doc("partners/d/index.md", "title: КУ Бібліотека"),
		// manual: the newest year, then the title.
		doc("manuals/a/index.md", "title: Б", "year: 2020"),
		doc("manuals/b/index.md", "title: А", "year: 2020"),
		doc("manuals/c/index.md", "title: Я", "year: 2021"),
		doc("manuals/d/index.md", "title: А"),
		// contest: the newest academic year.
		doc("contests/a/index.md", "title: А", "held_in: 2019-2020"),
		doc("contests/b/index.md", "title: Б", "held_in: 2020-2021"),
		// news: the newest first, with its hour.
		doc("news/a/index.md", "title: А", "date: 2021-08-13T09:22"),
		doc("news/b/index.md", "title: Б", "date: 2021-08-13T10:00"),
		doc("news/c/index.md", "title: В", "date: 2021-08-13"),
		// staff: surname, then given name.
		doc("staff/a/index.md", "title: x", "name: surname=Ковальчук given=Яна"),
		doc("staff/b/index.md", "title: x", "name: surname=Коваленко given=Яна"),
		doc("staff/c/index.md", "title: x", "name: surname=Коваленко given=Анна"),
		// term: the alphabet backwards; without a title last.
		doc("glossary/a/index.md", "title: Абетка"),
		doc("glossary/b/index.md", "title: Ятір"),
		doc("glossary/c/index.md"),
	)
	for section, want := range map[string]string{
		"projects": "a g b f c e d", "pages": "c b a d", "partners": "d b c a", "manuals": "c b a d", "contests": "b a", "news": "b a c", "staff": "c b a", "glossary": "b a c",
	} {
		if got := ids(s.Section(section).Items); got != want {
			t.Errorf("%s: %s, want %s", section, got, want)
		}
	}
}

// TestOrderOfEvents: what is to come first, soonest first, then what has been, newest first, ties by the title (domain 2.3.7).
func TestOrderOfEvents(t *testing.T) {
	s, _ := build(t, options(),
		doc("events/a/index.md", "title: А", "start: 2026-11-20", "status: held"),
		doc("events/b/index.md", "title: Б", "start: 2026-11-21T18:00", "status: planned"),
		doc("events/c/index.md", "title: В", "start: 2026-12-31", "status: planned"),
		doc("events/d/index.md", "title: Г", "start: 2026-11-01", "end: 2026-11-22", "status: planned"),
		doc("events/e/index.md", "title: Ґ", "start: 2026-11-20T10:00", "status: held"),
		doc("events/f/index.md", "title: а", "start: 2026-12-31", "status: postponed"),
		doc("events/g/index.md", "title: Є", "start: 2019-09", "status: held"),
		doc("events/h/index.md", "title: Ж", "start: 2027-01-01", "status: planned", "draft: true"),
	)
	if got, want := ids(s.Section("events").Items), "d b f c e a g"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	for n, want := range map[int]string{0: "", 2: "d b", 10: "d b f c"} {
		if got := ids(s.Upcoming(n)); got != want {
			t.Errorf("the first %d: %s, want %s", n, got, want)
		}
	}
}

// TestOrderOfWinners: by the contests' order, then the nominations as the contest names them, then place and name (domain 2.3.8).
func TestOrderOfWinners(t *testing.T) {
	o := options()
	s, problems := build(t, o,
		doc("contests/a/index.md", "title: А", "held_in: 2019-2020", "nominations: id=istoriia, id=khimiia"),
		doc("contests/a/winners.csv:2", "id: a2", "title: x", "nomination: khimiia", "place: I"),
		doc("contests/a/winners.csv:3", "id: a3", "title: x", "nomination: istoriia", "place: laureate"),
		doc("contests/a/winners.csv:4", "id: a4", "title: x", "nomination: istoriia", "place: II", "name: Ґава"),
		doc("contests/a/winners.csv:5", "id: a5", "title: x", "nomination: istoriia", "place: II", "name: Гай"),
		doc("contests/a/winners.csv:6", "id: a6", "title: x", "nomination: istoriia", "place: II", "draft: true", "name: А"),
		doc("contests/a/winners.csv:7", "id: a7", "title: x", "nomination: istoriia", "place: II"),
		doc("contests/b/index.md", "title: Б", "held_in: 2020-2021"),
		doc("contests/b/winners.csv:2", "id: b2", "title: x", "place: laureate"),
		doc("contests/b/winners.csv:3", "id: b3", "title: x", "place: I"),
	)
	if len(problems) > 0 {
		t.Error(told(problems))
	}
	if got, want := ids(s.Section("winners").Items), "b3 b2 a5 a4 a7 a3 a2"; got != want {
		t.Errorf("all: %s, want %s", got, want)
	}
	if got, want := ids(s.Item("contests/a").Children("winners")), "a5 a4 a7 a3 a2"; got != want {
		t.Errorf("of one contest: %s, want %s", got, want)
	}
}

// TestOrderIsTotal (C-07): whatever order the documents come in, the site and what is told of it are the same.
func TestOrderIsTotal(t *testing.T) {
	docs := []*site.Doc{
		doc("index.md", "title: Центр"), doc("index.en.md", "title: Centre"), doc("projects/index.md", "title: Проєкти"),
		doc("contests/k/index.md", "title: К", "held_in: 2019-2020"),
		doc("manuals/m/index.md", "title: М", "year: 2020", "projects: p1, nemaie"), doc("manuals/m-1/index.md", "title: М", "year: 2020", "projects: p1"),
		doc("manuals/m/01-a.md", "title: А"), doc("manuals/m/01-b.md", "title: Б"), doc("manuals/m/03-c.md", "title: В", "appendix: true"), doc("manuals/m/04-d.md", "title: Г", "appendix: true"),
	}
	for i := range 12 {
		p := fmt.Sprintf("projects/p%d/", i)
		docs = append(docs,
			doc(p+"index.md", "title: Однаковий", "status: running", "tags: "+[]string{"НУШ", "нуш", "їжак"}[i%3], "code: x", fmt.Sprintf("centre: p%d", (i+7)%14), "body: ## Мета\n→../p3/index.md#mta\n→nemaie.pdf"),
			doc(p+"index.en.md", "title: Same"),
			doc(fmt.Sprintf("contests/k/winners.csv:%d", i+2), "title: Ліцей", "place: I"),
			doc(fmt.Sprintf("events/e%d/index.md", i), "title: Захід", "start: 2026-11-20", "status: held", "project: p1"))
	}
	first := dump(t, docs)
	for seed := range uint64(20) {
		shuffled := append([]*site.Doc(nil), docs...)
		rand.New(rand.NewPCG(seed, 1)).Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		if got := dump(t, shuffled); got != first {
			t.Fatalf("seed %d gives another site:\n%s\nwant\n%s", seed, got, first)
		}
	}
}

// dump writes all that a page can show of a site's order.
func dump(t *testing.T, docs []*site.Doc) string {
	s, problems := build(t, options(), docs...)
	problems.Sort()
	var b strings.Builder
	for _, sec := range s.Sections {
		fmt.Fprintf(&b, "%s: %s\n", sec.Kind.Section, ids(sec.Items))
		for _, f := range s.Facets(sec) {
			for _, v := range f.Values {
				fmt.Fprintf(&b, "%s %s %s: %s\n", f.Field.Name, v.Slug, v.Label.UK, ids(v.Items))
			}
		}
	}
	for _, item := range s.Items {
		fmt.Fprintf(&b, "%s %s %d %s inside %s", item.Path, item.UK.Doc.File, item.Number, item.Letter, ids(item.Inside))
		for _, back := range item.Back {
			fmt.Fprintf(&b, " %s: %s", back.Label.UK, ids(back.Items))
		}
		b.WriteByte('\n')
	}
	for _, tag := range s.Tags {
		fmt.Fprintf(&b, "tag %s %s: %s\n", tag.Title, tag.Slug, ids(tag.Items))
	}
	for _, year := range s.Years {
		fmt.Fprintf(&b, "year %s: %s\n", year.Slug, ids(year.Items))
	}
	fmt.Fprintf(&b, "%s\n", ids(s.Hidden))
	for _, p := range problems {
		fmt.Fprintf(&b, "%s:%d %s %v\n", p.File, p.Line, p.Code, p.Args)
	}
	return b.String()
}

func TestDayOfAnItem(t *testing.T) {
	s, _ := build(t, options(),
		doc("events/a/index.md", "title: А", "start: 2020-05-01", "date: 2020-04-01"), doc("news/a/index.md", "title: А", "date: 2020-04-01"), doc("pages/a/index.md", "title: А"))
	for path, want := range map[string]string{"events/a": "2020-05-01", "news/a": "2020-04-01", "pages/a": ""} {
		if got := s.Item(path).Day().String(); got != want {
			t.Errorf("%s: %q, want %q", path, got, want)
		}
	}
}
