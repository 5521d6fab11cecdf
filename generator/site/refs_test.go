package site_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/som-hub/vitryna/generator/site"
)

// backs is what refers to an item: «Заходи: a b; У новинах: c».
func backs(i *site.Item) string {
	var all []string
	for _, b := range i.Back {
		all = append(all, b.Label.UK+": "+ids(b.Items))
	}
	return strings.Join(all, "; ")
}

func TestReferences(t *testing.T) {
	for _, test := range []struct{ name, file, field, target, told, args string }{
		{"an id", "events/e/index.md", "project: a", "projects/a", "", ""},
		{"section and id", "events/e/index.md", "project: projects/a", "projects/a", "", ""},
		{"as an address", "events/e/index.md", "project: /projects/a/", "projects/a", "", ""},
		{"as a file", "events/e/index.md", "project: projects/a/index.md", "projects/a", "", ""},
		{"the first section comes first", "projects/p/index.md", "centre: a", "centres/a", "", ""},
		{"the second section", "projects/p/index.md", "centre: projects/a", "projects/a", "", ""},
		{"owner and item", "manuals/n/index.md", "part: m/vstup", "manuals/m/vstup", "", ""},
		{"section, owner and item", "manuals/n/index.md", "part: manuals/m/vstup", "manuals/m/vstup", "", ""},
		{"an item of the other section", "manuals/n/index.md", "part: m", "manuals/m", "", ""},
		{"a list", "manuals/n/index.md", "projects: a, b", "projects/a projects/b", "", ""},
		{"a list with something hidden", "manuals/n/index.md", "projects: a, tin", "projects/a", "manuals/n/index.md:3 W-REF-HIDDEN", "value=tin & why=draft"},
		{"something to come", "manuals/n/index.md", "projects: zavtra", "", "manuals/n/index.md:3 W-REF-HIDDEN", "why=future"},
		{"something that has expired", "manuals/n/index.md", "projects: torik", "", "manuals/n/index.md:3 W-REF-HIDDEN", "why=expired"},
		{"nothing", "events/e/index.md", "project: nemaie", "", "events/e/index.md:3 E-REF", "value=nemaie & section=projects & nearest= & some=a, b, tin, torik, zavtra"},
		{"something near", "events/e/index.md", "project: zaftra", "", "events/e/index.md:3 E-REF", "nearest=zavtra"},
		{"something near, with its section", "events/e/index.md", "project: projects/zaftra", "", "events/e/index.md:3 E-REF", "nearest=zavtra"},
		{"another section than may be", "events/e/index.md", "project: centres/a", "", "events/e/index.md:3 E-REF", ""},
		{"a chapter where a project is due", "events/e/index.md", "project: manuals/m/vstup", "", "events/e/index.md:3 E-REF", ""},
		{"of several sections", "projects/p/index.md", "centre: nemaie", "", "projects/p/index.md:3 E-REF", "section=centres, projects"},
	} {
		s, problems := build(t, options(),
			doc("projects/a/index.md", "title: А"), doc("projects/b/index.md", "title: Б"), doc("centres/a/index.md", "title: А"),
			doc("projects/tin/index.md", "title: Тінь", "draft: true"), doc("projects/zavtra/index.md", "title: Завтра", "date: 2026-11-22"),
			doc("projects/torik/index.md", "title: Торік", "expires: 2026-11-20"),
			doc("manuals/m/index.md", "title: М"), doc("manuals/m/01-vstup.md", "title: Вступ"),
			doc(test.file, "title: Х", test.field))
		name, _, _ := strings.Cut(test.field, ":")
		item := s.Item(strings.TrimSuffix(test.file, "/index.md"))
		v, _ := item.Value(name, site.UK)
		var targets []string
		for _, target := range s.Refs(v) {
			targets = append(targets, target.Path)
		}
		if got := strings.Join(targets, " "); got != test.target || told(problems) != test.told {
			t.Errorf("%s: %q, %s; want %q, %s", test.name, got, told(problems), test.target, test.told)
			continue
		}
		for arg := range strings.SplitSeq(test.args, " & ") {
			if name, want, ok := strings.Cut(arg, "="); ok && problems[0].Args[name] != want {
				got := problems[0].Args[name]
				t.Errorf("%s: %s is %q, want %q", test.name, name, got, want)
			}
		}
	}
}

// TestBackReferences: the other side lists who refers to it, by the field, in the order of the kind, each once; hidden ones are not told.
func TestBackReferences(t *testing.T) {
	s, problems := build(t, options(),
		doc("projects/a/index.md", "title: А"), doc("partners/p/index.md", "title: П"),
		doc("events/e1/index.md", "title: Б", "start: 2026-11-01", "status: held", "project: a", "partners: p, p"),
		doc("events/e2/index.md", "title: А", "start: 2026-12-01", "status: planned", "project: projects/a", "partners: p"),
		doc("events/e3/index.md", "title: В", "start: 2026-11-02", "status: held", "project: a"),
		doc("events/e4/index.md", "title: Г", "start: 2026-11-02", "status: held", "project: a", "draft: true"),
		doc("manuals/m/index.md", "title: М", "projects: a"),
		doc("news/n1/index.md", "title: Н", "date: 2026-01-01", "about: a, events/e1"), doc("news/n2/index.md", "title: Н", "date: 2026-02-01", "about: a"))
	for path, want := range map[string]string{
		"projects/a": "Заходи: e2 e3 e1; Посібники: m; У новинах: n2 n1", "partners/p": "Спільні заходи: e2 e1", "events/e1": "У новинах: n1", "events/e2": "",
	} {
		if got := backs(s.Item(path)); got != want {
			t.Errorf("%s: %s, want %s", path, got, want)
		}
	}
	if len(problems) > 0 {
		t.Error(told(problems))
	}
}

// TestReferencesOfIntroductions: the home page and the introductions of sections are checked as items are.
func TestReferencesOfIntroductions(t *testing.T) {
	s, problems := build(t, options(),
		doc("index.md", "title: А", "cover: logo.svg", "attachments: file=nemaie.pdf"), doc("projects/index.md", "title: А", "cover: a/foto.jpg"), doc("projects/a/index.md", "title: А", "cover: fato.jpg"))
	if got, want := told(problems), "index.md:4 E-FILE, projects/a/index.md:3 E-FILE"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if got, want := strings.Join(s.Uses, " "), "content/logo.svg content/projects/a/foto.jpg"; got != want {
		t.Errorf("uses %s, want %s", got, want)
	}
}

func TestFilesOfFields(t *testing.T) {
	for _, test := range []struct{ field, told, uses, nearest string }{
		{"logo: foto.jpg", "", "content/projects/a/foto.jpg", ""},
		{"logo: ../../logo.svg", "", "content/logo.svg", ""},
		{"file: Положення.pdf", "", "content/projects/a/Положення.pdf", ""},
		{"file: Положення.pd", "projects/a/index.md:3 E-FILE", "", "Положення.pdf"},
		{"file: fotо.jpg", "projects/a/index.md:3 E-FILE", "", "foto.jpg"},
		{"file: ../../lgo.svg", "projects/a/index.md:3 E-FILE", "", "../../logo.svg"},
		{"file: private/x.pdf", "projects/a/index.md:3 E-PRIVATE", "", ""},
		{"file: ../../../secret", "projects/a/index.md:3 E-FILE", "", ""},
		{"logo: ../../pages/a/і\u0308жак.png", "", "content/pages/a/їжак.png", ""},
		{"attachments: file=foto.jpg, file=x", "projects/a/index.md:3 E-FILE", "content/projects/a/foto.jpg", ""},
	} {
		s, problems := build(t, options(), doc("projects/a/index.md", "title: А", test.field))
		if got := strings.Join(s.Uses, " "); got != test.uses || told(problems) != test.told {
			t.Errorf("%s: uses %q, %s", test.field, got, told(problems))
		}
		if len(problems) > 0 && problems[0].Args["nearest"] != test.nearest {
			t.Errorf("%s: nearest %q, want %q", test.field, problems[0].Args["nearest"], test.nearest)
		}
	}
}

// TestManyWrongReferences: a renamed folder makes thousands of references and links wrong at once. All are told; the nearest is looked for
// so often only that the work grows with their number, not with its square. Work is counted in allocations: time depends on who else works.
func TestManyWrongReferences(t *testing.T) {
	work := func(n int) uint64 {
		var docs []*site.Doc
		for i := range n {
			docs = append(docs, doc(fmt.Sprintf("projects/proiekt-pro-spivpratsju-%d/index.md", i), "title: А"), doc(fmt.Sprintf("events/zakhid-pro-spivpratsiu-%d/index.md", i), "title: А", "start: 2026-01-01", "status: held",
				fmt.Sprintf("project: proiekt-pro-spivpratsiu-%d", i), fmt.Sprintf("body: →../zakhid-pro-spivpratsju-%d/index.md", i)))
		}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, problems := site.New(docs, options())
		runtime.ReadMemStats(&after)
		wrong, guessed := 0, 0
		for _, p := range problems {
			if p.Code == "E-REF" || p.Code == "E-LINK" {
				wrong++
			}
			if p.Args["nearest"] != "" {
				guessed++
			}
		}
		if wrong != 2*n || guessed < 15 || n > 1000 && guessed > 100 {
			t.Errorf("of %d, %d are told, %d with the nearest", 2*n, wrong, guessed)
		}
		return after.Mallocs - before.Mallocs
	}
	if small, big := work(500), work(5000); big > 20*small {
		t.Errorf("500 take %d allocations, 5,000 take %d", small, big)
	}
}
