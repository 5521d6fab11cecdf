package content

import (
	"strings"
	"testing"

	"github.com/som-hub/vitryna/generator/site"
)

// TestKindRules compares the rules that a table of fields cannot say, with the repository's own kinds.
func TestKindRules(t *testing.T) {
	kinds := theme(t)
	const (
		contest = "title: А\nsummary: x\nkind: creative\nlevel_of: city\nheld_in: 2019-2020\n"
		staff   = "summary: x\nname: {surname: Перша}\npost: методистка\n"
		event   = "title: А\nsummary: x\nform: training\nstart: 2026-12-01\nstatus: planned\nmode: online\naudience: [educators]\n"
		manual  = "title: А\nsummary: x\nkind: manual\nauthors: [{surname: Перша, initials: А. Б.}]\ncity: Полтава\naudience: [educators]\nannotation: "
		start   = "title: А\nsummary: x\nyear: 2018\nstages: [{date: 2018, stage: подано}]\n"
	)
	for _, test := range []struct{ file, header, want string }{
		{"contests/a", contest, "1 W-REGULATION"},
		{"contests/a", contest + "regulation: [а]\n", "7:13 E-TYPE"},
		{"contests/a", contest + "regulation: pages/a\nrounds: [{n: 1, start: 2019-11}, {n: 2, start: 2019-12}, {n: 3, start: 2020}]\n", ""},
		{"contests/a", contest + "regulation: pages/a\nrounds: [{n: 1}, {n: 3}]\n", "8:18 E-ROUNDS"},
		{"contests/a", contest + "regulation: pages/a\nrounds: [{n: 1, start: 2020-02}, {n: 2, start: 2020-01-31}]\n", "8:34 E-ROUNDS"},
		{"contests/a", contest + "regulation: pages/a\nrounds: [{title: Перший}]\n", "8:10 E-REQUIRED"},
		{"events/a", event + "hours: 1.5\n", ""},
		{"events/a", event + "hours: 1.3\n", "9:1 E-STEP"},
		{"initiatives/a", start, ""},
		{"initiatives/a", start + "cost: 5\nvotes: 7\n", "6:1 E-TOGETHER, 7:1 E-TOGETHER"},
		{"initiatives/a", start + "cost: 5\nsources: [{title: x}]\n", ""},
		{"initiatives/a", start + "cost: 5\nsources: x\n", "7:10 E-TYPE"},
		{"manuals/a", manual + strings.Repeat("а", 200) + "\nyear: 2017\nbbk: \"74.2\"\n", ""},
		{"manuals/a", manual + strings.Repeat("а", 199) + "\nyear: 2018\nbbk: \"74.2\"\n", "8:13 W-ANNOTATION, 10:1 W-BBK"},
		{"staff/a", staff, "1 E-CONSENT"},
		{"staff/a", staff + "consent: {date: 2026-01-10, ref: 12/2026, scope: [name, Посада]}\n", ""},
		{"staff/a", staff + "consent: {date: 2026-01-10, ref: 12/2026, scope: [name]}\n", "5:1 E-CONSENT-SCOPE"},
		{"staff/a", staff + "cover: а.jpg\ncover_alt: Порожня зала\nconsent: {date: 2026-01-10, ref: 12/2026, scope: [прізвище, post]}\n", "7:1 E-CONSENT-SCOPE"},
		{"staff/a", "summary: x\npost: методистка\n", "1 E-CONSENT, 1 E-REQUIRED"},
	} {
		source := page(test.header)
		parsed := (&Parser{Kinds: kinds}).Parse("content/"+test.file+"/index.md", []byte(source))
		sound(t, source, parsed.Problems)
		if got := told(parsed.Problems); got != test.want {
			t.Errorf("%s %q: %s, want %s", test.file, test.header, got, test.want)
		}
	}
}

// TestWarningsOfKindsHaveTheirArguments: the arguments of a broken rule do for every code that a kind may name.
func TestWarningsOfKindsHaveTheirArguments(t *testing.T) {
	kinds := theme(t)
	for _, kind := range kinds.All {
		for _, f := range kind.Fields {
			if f.Warn == "" || f.List {
				continue
			}
			for _, value := range []string{"а", strings.Repeat("а", 2000)} {
				r := &reader{parser: &Parser{Kinds: kinds}, lang: site.UK}
				r.value(text(value, 1, 1), f)
				for _, p := range r.problems {
					if missing := p.Missing(); len(missing) > 0 {
						t.Errorf("%s.%s: %s lacks %q: %s", kind.Name, f.Name, p.Code, missing, p.What("uk"))
					}
				}
				if !r.problems.Stops() && len(r.problems) == 0 {
					t.Errorf("%s.%s: %d signs are told nowhere", kind.Name, f.Name, len(value))
				}
			}
		}
	}
}
