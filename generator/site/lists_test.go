package site_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/som-hub/vitryna/generator/site"
)

func TestTags(t *testing.T) {
	s, _ := build(t, options(),
		doc("news/a/index.md", "title: А", "date: 2020-01-01", "tags: НУШ, їжак"), doc("news/b/index.md", "title: Б", "date: 2021-01-01", "tags: нуш, нуш, зоря"),
		doc("pages/c/index.md", "title: В", "tags: нуш, —, іграшка"), doc("pages/d/index.md", "title: Г", "draft: true", "tags: таємне"),
		doc("metrics/a.csv:2", "title: Рядок", "tags: нуш"), doc("news/e/index.md", "title: Е", "date: 2021-01-01", "tags: НУШ!"))
	var got []string
	for _, tag := range s.Tags {
		got = append(got, fmt.Sprintf("%s %s: %s", tag.Title, tag.Slug, ids(tag.Items)))
	}
	if got, want := strings.Join(got, "; "), "зоря zoria: b; іграшка ihrashka: c; їжак yizhak: a; НУШ nush: b e a c"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if got := strings.Join(s.Item("news/a").Tags(), " "); got != "НУШ їжак" {
		t.Errorf("as written: %s", got)
	}
}

func TestFacets(t *testing.T) {
	s, _ := build(t, options(),
		doc("centres/c/index.md", "title: Ґава", "title_en: Crow"), doc("centres/d/index.md", "title: Гуска"), doc("centres/tin/index.md", "title: Тінь", "draft: true"),
		doc("projects/c/index.md", "title: Тезка"),
		doc("projects/a/index.md", "title: А", "status: completed", "start: 2019-09", "audience: parents, educators, parents", "hours: 9", "centre: c", "flag: true", "code: Б-01"),
		doc("projects/b/index.md", "title: Б", "status: running", "start: 2021", "audience: educators", "hours: 10", "centre: d", "flag: false", "code: А 2"),
		doc("projects/e/index.md", "title: Е", "status: running", "start: 2019-01-01", "hours: 100", "centre: projects/c", "code: —"),
		doc("projects/f/index.md", "title: Є", "centre: tin", "draft: true", "hours: 1"), doc("projects/g/index.md", "title: Ж", "centre: tin"))
	var got []string
	for _, f := range s.Facets(s.Section("projects")) {
		for _, v := range f.Values {
			got = append(got, fmt.Sprintf("%s %s %s/%s: %s", f.Field.Name, v.Slug, v.Label.UK, v.Label.EN, ids(v.Items)))
		}
	}
	want := []string{
		"status running триває/running: b e", "status completed завершено/completed: a",
		"audience educators педагоги/educators: b a", "audience parents батьки/parents: a",
		"start 2021 2021/: b", "start 2019 2019/: e a",
		"hours 100 100/: e", "hours 10 10/: b", "hours 9 9/: a",
		"flag ni ні/no: b", "flag tak так/yes: a",
		"centre d Гуска/Гуска: b", "centre c Ґава/Crow: a", "centre projects-c Тезка/Тезка: e",
		"code a-2 А 2/: b", "code b-01 Б-01/: a",
	}
	if got, want := strings.Join(got, "\n"), strings.Join(want, "\n"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestFacetsWithoutAChoice(t *testing.T) {
	s, _ := build(t, options(), doc("projects/a/index.md", "title: А", "status: running", "start: 2020-01-01"), doc("projects/b/index.md", "title: Б", "status: running", "start: 2020-12-31"))
	if facets := s.Facets(s.Section("projects")); len(facets) != 0 {
		t.Errorf("%+v", facets)
	}
	if facets := s.Facets(&site.Section{Kind: s.Section("projects").Kind}); facets != nil {
		t.Errorf("of an empty section: %+v", facets)
	}
}

func TestAcademicYearsAsFacet(t *testing.T) {
	own := *kindOf("contests")
	own.Facets = []string{"held_in"}
	s, _ := build(t, options(), doc("contests/a/index.md", "title: А", "held_in: 2019-2020"), doc("contests/b/index.md", "title: Б", "held_in: 2020-2021"))
	facets := s.Facets(&site.Section{Kind: &own, Items: s.Section("contests").Items})
	if len(facets) != 1 || facets[0].Values[0].Slug != "2020-2021" || facets[0].Values[0].Label.UK != "2020/2021" {
		t.Errorf("%+v", facets)
	}
}
