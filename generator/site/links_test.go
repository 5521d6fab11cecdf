package site_test

import (
	"strings"
	"testing"

	"github.com/som-hub/vitryna/generator/site"
)

// target is where a link leads in one line.
func target(x site.Target) string {
	s := ""
	switch {
	case x.URL != "":
		s = x.URL
	case x.Page != nil:
		s = "page " + x.Page.Address()
	case x.Section != nil:
		s = "section " + x.Section.Kind.Section
	case x.File != "":
		s = "file " + x.File
	case x.Path != "":
		s = "path " + x.Path
	}
	if x.Anchor != "" {
		s += "#" + x.Anchor
	}
	return s
}

// linked is a site of one page with a link and of everything it may lead to.
func linked(t *testing.T, file, link string) (site.Target, string, string) {
	t.Helper()
	s, problems := build(t, options(),
		doc("index.md", "title: Центр", "body: # Про центр"), doc("index.en.md", "title: Centre"),
		doc("projects/index.md", "title: Проєкти", "body: # Усі"), doc("projects/index.en.md", "title: Projects"),
		doc("projects/a/index.md", "title: А", "body: # Наша мета\n# Що далі?"), doc("projects/a/index.en.md", "title: A", "body: # Our aim"),
		doc("projects/b/index.md", "title: Б", "body: # Наша мета\n"+strings.Repeat("Довгий український текст. ", 9)),
		doc("projects/tin/index.md", "title: Тінь", "draft: true"),
		doc("manuals/m/index.md", "title: М"), doc("manuals/m/01-vstup.md", "title: Вступ", "body: # Мета"),
		doc("contests/k/index.md", "title: К", "nominations: id=istoriia"), doc("contests/k/index.en.md", "title: C"), doc("contests/k/winners.csv:2", "title: Ліцей", "place: I"),
		doc("events/e/index.md", "title: Е", "start: 2026-01-01", "status: held"), doc("news/index.md", "title: Новини", "draft: true"), doc("centres/index.md", "title: Центри", "draft: true"),
		doc("centres/c/index.md", "title: Ц"), doc("partners/index.en.md", "title: Partners"), doc("partners/sam/index.en.md", "title: Alone"),
		doc(file, "title: Х", "body: # Тут\n→"+link))
	path := strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(file, ".md"), ".en"), "/index")
	page := s.Item(path).UK
	if strings.HasSuffix(file, ".en.md") {
		page = s.Item(path).EN
	}
	var own []string
	nearest := ""
	for _, p := range problems {
		if p.File == "content/"+file {
			own = append(own, p.Code)
			nearest += p.Args["nearest"]
		}
	}
	return page.Targets[0], strings.Join(own, ", "), nearest
}

func TestLinks(t *testing.T) {
	const uk, en = "projects/x/index.md", "projects/b/index.en.md"
	for _, test := range []struct{ file, link, target, told, nearest string }{
		// Files and folders.
		{uk, "../a/index.md", "page projects/a/", "", ""},
		{uk, "../a/", "page projects/a/", "", ""},
		{uk, "../a", "page projects/a/", "", ""},
		{uk, "index.md", "page projects/x/", "", ""},
		{uk, ".", "page projects/x/", "", ""},
		{uk, "", "page projects/x/", "", ""},
		{uk, "../../manuals/m/01-vstup.md", "page manuals/m/vstup/", "", ""},
		{uk, "../../index.md", "page ", "", ""},
		{uk, "../..", "page ", "", ""},
		{uk, "../a/index.md?x=1", "page projects/a/", "", ""},
		// Sections, with and without an introduction.
		{uk, "../index.md", "page projects/", "", ""},
		{uk, "../", "page projects/", "", ""},
		{uk, "../../events/index.md", "section events", "", ""},
		{uk, "../../events", "section events", "", ""},
		{uk, "../../contests/winners/", "path contests/winners/", "", ""},
		{uk, "../../centres/index.md", "section centres", "", ""},
		{uk, "../../news/index.md", "", "E-LINK", ""},
		{uk, "../../awards/", "", "E-LINK", ""},
		{uk, "../../winners/", "", "E-LINK", ""},
		{uk, "../../partners/index.en.md", "", "E-LINK", ""},
		{uk, "../../partners/sam/index.en.md", "", "", ""},
		// Addresses of the site.
		{uk, "/", "page ", "", ""},
		{uk, "/projects/a/", "page projects/a/", "", ""},
		{uk, "/projects/a/#наша-мета", "page projects/a/#nasha-meta", "", ""},
		{uk, "/projects/", "page projects/", "", ""},
		{uk, "/events", "section events", "", ""},
		{uk, "/contests/winners/", "path contests/winners/", "", ""},
		{en, "/contests/winners/", "path en/contests/winners/", "", ""},
		{uk, "/winners/", "", "E-LINK", ""},
		{uk, "/contests/k/litsei/", "", "E-LINK", ""},
		{uk, "/years/2019-2020/", "path years/2019-2020/", "", ""},
		{uk, "/tags", "path tags/", "", ""},
		{uk, "/projects/nemaie/", "", "E-LINK", ""},
		{uk, "/en/projects/a/", "page en/projects/a/", "", ""},
		{uk, "/en/", "page en/", "", ""},
		// Anchors: by id, by the heading's words, and nothing.
		{uk, "#tut", "page projects/x/#tut", "", ""},
		{uk, "#Тут", "page projects/x/#tut", "", ""},
		{uk, "#%D0%A2%D1%83%D1%82", "page projects/x/#tut", "", ""},
		{uk, "../a/index.md#nasha-meta", "page projects/a/#nasha-meta", "", ""},
		{uk, "../a/#Що далі?", "page projects/a/#shcho-dali", "", ""},
		{uk, "#tam", "page projects/x/", "E-ANCHOR", ""},
		{uk, "#tuut", "page projects/x/", "E-ANCHOR", "tut"},
		{uk, "../a/index.md#nasha-metta", "page projects/a/", "E-ANCHOR", "nasha-meta"},
		{uk, "../a/index.md#наша метта", "page projects/a/", "E-ANCHOR", "nasha-meta"},
		{uk, "../a/index.md#—", "page projects/a/", "E-ANCHOR", ""},
		{uk, "../../contests/k/index.md#nom-istoriia", "page contests/k/#nom-istoriia", "", ""},
		{en, "../../contests/k/index.en.md#nom-istoriia", "page en/contests/k/#nom-istoriia", "", ""},
		// Languages: in the reader's own where it can, the English page where it is named.
		{en, "../a/index.md", "page en/projects/a/", "", ""},
		{en, "../a/index.en.md#our-aim", "page en/projects/a/#our-aim", "", ""},
		{en, "../tin/index.md", "", "W-REF-HIDDEN", ""},
		{en, "../../manuals/m/index.md", "page manuals/m/", "", ""},
		{en, "../index.md", "page en/projects/", "", ""},
		{en, "../../index.md", "page en/", "", ""},
		{en, "/projects/a/", "page en/projects/a/", "", ""},
		{uk, "../a/index.en.md", "page en/projects/a/", "", ""},
		{uk, "../a/index.en.md#our-aim", "page en/projects/a/#our-aim", "", ""},
		{uk, "../../index.en.md", "page en/", "", ""},
		// Files beside a page.
		{uk, "../a/Положення.pdf", "file content/projects/a/Положення.pdf", "", ""},
		{uk, "../a/%D0%9F%D0%BE%D0%BB%D0%BE%D0%B6%D0%B5%D0%BD%D0%BD%D1%8F.pdf", "file content/projects/a/Положення.pdf", "", ""},
		{uk, "../../pages/a/і\u0308жак.png", "file content/pages/a/їжак.png", "", ""},
		{uk, "../a/Положення.doc", "", "E-LINK", "../a/Положення.pdf"},
		{uk, "Положення.pdf", "", "E-LINK", ""},
		{uk, "../../contests/k/winners.csv", "", "E-LINK", ""},
		// Hidden, private, outside, foreign.
		{uk, "../tin/index.md", "", "W-REF-HIDDEN", ""},
		{uk, "private/x.md", "", "E-PRIVATE", ""},
		{uk, "../Private/x.pdf", "", "E-PRIVATE", ""},
		{uk, "../../../../etc/passwd", "", "E-LINK", ""},
		{uk, "https://example.org/#а", "https://example.org/#а", "", ""},
		{uk, "mailto:a@example.org", "mailto:a@example.org", "", ""},
		{uk, "//example.org", "//example.org", "", ""},
		// The nearest is written as the author would write it.
		{uk, "../q/index.md", "", "E-LINK", ""},
		{uk, "../tinn/index.md", "", "E-LINK", "../tin/index.md"},
		{uk, "../tinn/index.md#мета", "", "E-LINK", "../tin/index.md#мета"},
		{uk, "indx.md", "", "E-LINK", "index.md"},
		{uk, "../../manuals/m/01-vstp.md", "", "E-LINK", "../../manuals/m/01-vstup.md"},
	} {
		x, codes, nearest := linked(t, test.file, test.link)
		if got := target(x); got != test.target || codes != test.told || nearest != test.nearest {
			t.Errorf("%s in %s: %q, %s, nearest %q; want %q, %s, %q", test.link, test.file, got, codes, nearest, test.target, test.told, test.nearest)
		}
	}
}

// TestLinksOfASmallSite: without a home page of its own, without English.
func TestLinksOfASmallSite(t *testing.T) {
	o := options()
	o.Config.Languages = []string{site.UK}
	for _, test := range []struct{ link, target, told string }{
		{"/", "path ./", ""},
		{"../../index.md", "", "E-LINK"},
		{"/en/pages/a/", "", "E-LINK"},
		{"index.en.md", "page pages/a/", ""},
	} {
		s, problems := build(t, o, doc("pages/a/index.md", "title: А", "body: →"+test.link), doc("pages/a/index.en.md", "title: A"))
		var own []string
		for _, p := range problems {
			if p.Code != "W-LANG-OFF" {
				own = append(own, p.Code)
			}
		}
		if got := target(s.Item("pages/a").UK.Targets[0]); got != test.target || strings.Join(own, ", ") != test.told {
			t.Errorf("%s: %q, %q", test.link, got, own)
		}
	}
	s, _ := build(t, options(), doc("index.md", "title: А", "draft: true"), doc("pages/a/index.md", "title: А", "body: →../../index.md#х\n→/"), doc("pages/a/index.en.md", "title: A", "body: →/"))
	page := s.Item("pages/a")
	for i, want := range []string{"path ./", "path ./"} {
		if got := target(page.UK.Targets[i]); got != want {
			t.Errorf("home is a draft: %q, want %q", got, want)
		}
	}
	if got := target(page.EN.Targets[0]); got != "path en/" {
		t.Errorf("home is a draft, in English: %q", got)
	}
}

// TestPlacesOfLinkProblems: on the line of the link, of the same page without its name.
func TestPlacesOfLinkProblems(t *testing.T) {
	_, problems := build(t, options(), doc("pages/a/index.md", "title: А", "body: # Тут\n\n→#tam\n→../b/index.md#tam"), doc("pages/b/index.md", "title: Б"))
	if got, want := told(problems), "pages/a/index.md:12 E-ANCHOR, pages/a/index.md:13 E-ANCHOR"; got != want {
		t.Fatalf("%s, want %s", got, want)
	}
	if a, b := problems[0].Args["target"], problems[1].Args["target"]; a != "" || b != "content/pages/b/index.md" {
		t.Errorf("targets %q and %q", a, b)
	}
}

func TestPictures(t *testing.T) {
	for _, test := range []struct{ dest, file, told string }{
		{"foto.jpg", "content/projects/a/foto.jpg", ""},
		{"%66oto.jpg", "content/projects/a/foto.jpg", ""},
		{"../../logo.svg", "content/logo.svg", ""},
		{"Foto.jpg", "", "projects/a/index.md:10 E-FILE"},
		{"https://example.org/a.jpg", "", "projects/a/index.md:10 E-PICTURE-FOREIGN"},
		{"private/a.jpg", "", "projects/a/index.md:10 E-PRIVATE"},
		{"../../../assets/a.jpg", "", "projects/a/index.md:10 E-FILE"},
	} {
		s, problems := build(t, options(), doc("projects/a/index.md", "title: А", "body: !"+test.dest))
		if got := s.Item("projects/a").UK.Files[0]; got != test.file || told(problems) != test.told {
			t.Errorf("%s: %q, %s", test.dest, got, told(problems))
		}
	}
}
