package content

import (
	"fmt"
	"testing"

	"github.com/som-hub/vitryna/generator/site"
)

// TestPlaces: every form of a path (C-01…C-03), and what is said of the others.
func TestPlaces(t *testing.T) {
	kinds := testKinds(t)
	for _, test := range []struct{ file, place, told, suggest string }{
		// Home, sections, items.
		{"index.md", "home uk path= ", "", ""},
		{"index.en.md", "home en path= ", "", ""},
		{"pages/index.md", "section uk path=pages pages", "", ""},
		{"pages/index.en.md", "section en path=pages pages", "", ""},
		{"pages/pro-nas/index.md", "page uk path=pages/pro-nas pages pro-nas", "", ""},
		{"pages/pro-nas/index.en.md", "page en path=pages/pro-nas pages pro-nas", "", ""},
		{"pages/2020/index.md", "page uk path=pages/2020 pages 2020", "", ""},
		// What lives inside an item.
		{"manuals/m/01-vstup.md", "chapter uk path=manuals/m/vstup chapters vstup owner=manuals/m 1", "", ""},
		{"manuals/m/01-vstup.en.md", "chapter en path=manuals/m/vstup chapters vstup owner=manuals/m 1", "", ""},
		{"manuals/m/10-a-1.md", "chapter uk path=manuals/m/a-1 chapters a-1 owner=manuals/m 10", "", ""},
		{"manuals/m/00-peredmova.md", "chapter uk path=manuals/m/peredmova chapters peredmova owner=manuals/m", "", ""},
		{"manuals/m/chapters/02-dali.md", "chapter uk path=manuals/m/chapters/dali chapters dali owner=manuals/m 2", "", ""},
		{"contests/k/lots/03-lampa.md", "lot uk path=contests/k/lots/lampa lots lampa owner=contests/k 3", "", ""},
		{"contests/k/lots/lampa/index.md", "lot uk path=contests/k/lots/lampa lots lampa owner=contests/k", "", ""},
		{"contests/k/lots/lampa/index.en.md", "lot en path=contests/k/lots/lampa lots lampa owner=contests/k", "", ""},
		// Tables.
		{"metrics/2019-2020.csv", "metric uk path=metrics metrics table", "", ""},
		{"contests/k/winners.csv", "winner uk path=contests/k winners owner=contests/k table", "", ""},
		// Files that are no texts.
		{"pages/a/Моє фото.JPG", "", "", ""},
		{"pages/a/notatky.txt", "", "", ""},
		{"logo.svg", "", "", ""},
		// In no place.
		{"zoria.md", "", "W-STRAY", ""},
		{"pages/zoria.md", "", "W-STRAY", ""},
		{"pages/zoria.csv", "", "W-STRAY", ""},
		{"pages/a/zoria.md", "", "W-STRAY", ""},
		{"pages/a/01-zoria.md", "", "W-STRAY", ""},
		{"pages/a/b/index.md", "", "W-STRAY", ""},
		{"pages/a/zoria.csv", "", "", ""}, // an attachment
		{"contests/k/files/zoria.csv", "", "", ""},
		{"pages/a/Дані 2020.csv", "", "", ""},
		{"manuals/m/vstup.md", "", "W-STRAY", ""},
		{"manuals/m/x/01-vstup.md", "", "W-STRAY", ""},
		{"contests/k/lots.csv", "", "W-STRAY", ""},
		{"contests/k/x/winners.csv", "", "W-STRAY", ""},
		{"projekts/a/index.md", "", "E-KIND", ""},
		{"chapters/a/index.md", "", "E-KIND", ""},
		// Names.
		{"pages/мої сторінки/index.md", "", "E-NAME", "moi-storinky"},
		{"pages/Hub/index.md", "", "E-NAME", "hub"},
		{"pages/a_b/index.md", "", "E-NAME", "a-b"},
		{"pages/-a/index.md", "", "E-NAME", "a"},
		{"pages/a-/index.md", "", "E-NAME", "a"},
		{"pages/a--b/index.md", "", "E-NAME", "a-b"},
		{"pages/№/index.md", "", "E-NAME", "no"},
		{"pages/—/index.md", "", "E-NAME", ""},
		{"pages/a/Index.md", "", "E-NAME", "index.md"},
		{"pages/a/index.MD", "", "E-NAME", "index.md"},
		{"pages/a/INDEX.EN.MD", "", "E-NAME", "index.en.md"},
		{"pages/a/index.ru.md", "", "E-NAME", "index-ru.md"},
		{"pages/a/index_en.md", "", "E-NAME", "index.en.md"},
		{"pages/a/Index EN.md", "", "E-NAME", "index.en.md"},
		{"pages/a/index.eng.md", "", "E-NAME", "index.en.md"},
		{"pages/a/index.uk.md", "", "E-NAME", "index.md"},
		{"manuals/m/01-Вступ_en.md", "", "E-NAME", "01-vstup.en.md"},
		{"Index.MD", "", "E-NAME", "index.md"},
		{"manuals/m/01 Вступ.md", "", "E-NAME", "01-vstup.md"},
		{"manuals/m/01-Вступ.en.md", "", "E-NAME", "01-vstup.en.md"},
		{"metrics/Звіт 2020.csv", "", "E-NAME", "zvit-2020.csv"},
		{"pages/a-very-long-name-of-a-folder-that-nobody-would-type-into-an-address-bar-in-eighty-one/index.md", "", "E-NAME", "a-very-long-name-of-a-folder-that-nobody-would-type-into-an-address-bar-in"},
		{"pages/a/index.md.txt", "", "E-TXT", "index.md"},
		{"pages/a/index.en.md.TXT", "", "E-TXT", "index.en.md"},
	} {
		place, problems := kinds.Place("content/" + test.file)
		sound(t, "", problems)
		suggest := ""
		if len(problems) > 0 {
			suggest = problems[0].Args["suggest"]
		}
		if got := described(place); got != test.place || told(problems) != test.told || suggest != test.suggest {
			t.Errorf("%s: %q, %q, %q; want %q, %q, %q", test.file, got, told(problems), suggest, test.place, test.told, test.suggest)
		}
	}
	_, problems := kinds.Place("content/Hub/Мої/a_b.md")
	if got := told(problems); got != "E-KIND" {
		t.Errorf("a folder of no section: %s", got)
	}
	if _, problems = kinds.Place("content/pages/Hub/a_b.md"); told(problems) != "E-NAME, E-NAME" {
		t.Errorf("two wrong names in one path: %s", told(problems))
	}
}

// described is a place in one line.
func described(p *Place) string {
	if p == nil {
		return ""
	}
	s := map[site.Role]string{site.RoleHome: "home", site.RoleSection: "section"}[p.Role]
	if p.Role == site.RoleItem {
		s = p.Kind.Name
	}
	s += fmt.Sprintf(" %s path=%s %s", p.Lang, p.Path, p.Section)
	if p.ID != "" {
		s += " " + p.ID
	}
	if p.Owner != "" {
		s += " owner=" + p.Owner
	}
	if p.Order != 0 {
		s += fmt.Sprintf(" %d", p.Order)
	}
	if p.Table {
		s += " table"
	}
	return s
}
