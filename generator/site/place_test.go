package site_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// TestTranslations holds the rules B-01…B-05 on documents.
func TestTranslations(t *testing.T) {
	uk := doc("projects/a/index.md", "title: А", "title_en: The letter A", "summary: Коротко", "body: Десять слів українською мовою")
	for _, test := range []struct {
		name string
		docs []*site.Doc
		told string
		en   string // path and title of the English page
	}{
		{"none (B-03)", nil, "", ""},
		{"with a title", []*site.Doc{doc("projects/a/index.en.md", "title: A")}, "", "en/projects/a/ A"},
		{"without a title", []*site.Doc{doc("projects/a/index.en.md", "body: Text")}, "", "en/projects/a/ The letter A"},
		{"as long (B-02)", []*site.Doc{doc("projects/a/index.en.md", "title: A", "body: "+strings.Repeat("x", 34))}, "", "en/projects/a/ A"},
		{"longer (B-02)", []*site.Doc{doc("projects/a/index.en.md", "title: A", "body: "+strings.Repeat("x", 35))}, "projects/a/index.en.md W-LANG-LONGER", "en/projects/a/ A"},
		{"an orphan (B-02)", []*site.Doc{doc("projects/b/index.en.md", "title: B")}, "projects/b/index.en.md E-LANG-ORPHAN", ""},
		{"an orphan of a section", []*site.Doc{doc("projects/index.en.md", "title: B")}, "projects/index.en.md E-LANG-ORPHAN", ""},
		{"an orphan of the home page", []*site.Doc{doc("index.en.md", "title: B")}, "index.en.md E-LANG-ORPHAN", ""},
		{"an orphan of a chapter", []*site.Doc{doc("manuals/m/index.md", "title: М"), doc("manuals/m/01-a.en.md", "title: A")}, "manuals/m/01-a.en.md E-LANG-ORPHAN", ""},
	} {
		s, problems := build(t, options(), append([]*site.Doc{uk}, test.docs...)...)
		en := ""
		if page := s.Item("projects/a").EN; page != nil {
			en = page.Address() + " " + page.Doc.Title
		}
		if told(problems) != test.told || en != test.en {
			t.Errorf("%s: %s, %q; want %s, %q", test.name, told(problems), en, test.told, test.en)
		}
	}
	s, _ := build(t, options(), uk)
	item := s.Item("projects/a")
	title, lang := item.Title(site.EN)
	if title != "The letter A" || lang != site.EN || item.UK.Address() != "projects/a/" || item.Best(site.EN) != item.UK || item.In(site.EN) != nil {
		t.Errorf("%q in %s", title, lang)
	}
}

func TestTranslationsOfSectionsAndHome(t *testing.T) {
	s, problems := build(t, options(), doc("index.md", "title: Центр"), doc("index.en.md", "summary: x"), doc("projects/index.md", "title: Проєкти"), doc("projects/index.en.md", "title: Projects"),
		doc("projects/a/index.md", "title: А", "summary: У"), doc("projects/a/index.en.md", "title: A", "summary: In English"), doc("manuals/m/index.md", "title: М"), doc("manuals/m/01-a.md", "title: А"), doc("manuals/m/01-a.en.md", "title: A"))
	if got, want := told(problems), "index.en.md:1 W-LANG-TITLE"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if s.Home.EN.Address() != "en/" || s.Home.EN.Doc.Title != "Центр" || s.Home.UK.Address() != "" {
		t.Errorf("home: %+v", s.Home)
	}
	if intro := s.Section("projects").Intro; intro.EN.Doc.Title != "Projects" || intro.EN.Section != s.Section("projects") {
		t.Errorf("section: %+v", intro)
	}
	item := s.Item("projects/a")
	if v, _ := item.Value("summary", site.EN); v.Text != "In English" {
		t.Errorf("summary %q", v.Text)
	}
	if v, _ := item.Value("title_en", site.EN); v.Text != "" {
		t.Errorf("title_en %q", v.Text)
	}
	if chapter := s.Item("manuals/m/a"); chapter.EN == nil || chapter.EN.Item != chapter {
		t.Errorf("chapter: %+v", chapter)
	}
}

// TestWithoutEnglish (W-LANG-OFF): English files are told and left out.
func TestWithoutEnglish(t *testing.T) {
	o := options()
	o.Config.Languages = []string{site.UK}
	s, problems := build(t, o, doc("index.md", "title: А"), doc("index.en.md", "title: A"), doc("projects/a/index.md", "title: А"), doc("projects/a/index.en.md", "title: A"), doc("projects/b/index.en.md", "title: B"))
	if got, want := told(problems), "index.en.md W-LANG-OFF, projects/a/index.en.md W-LANG-OFF, projects/b/index.en.md W-LANG-OFF"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if s.Home.EN != nil || s.Item("projects/a").EN != nil {
		t.Error("an English page is there")
	}
}

// TestMissingTranslations holds what B-03 names without naming SOM-hub's own projects.
func TestMissingTranslations(t *testing.T) {
	docs := []*site.Doc{
		doc("index.md", "title: А"), doc("centres/c/index.md", "title: Ц"), doc("awards/a/index.md", "title: В"), doc("projects/p/index.md", "title: П"),
		doc("pages/pro-nas/index.md", "title: П"), doc("pages/pryvatnist/index.md", "title: П"), doc("pages/kontakty/index.md", "title: К"), doc("pages/kontakty/index.en.md", "title: C"), doc("pages/x/index.md", "title: Х"),
	}
	_, problems := site.New(docs, options())
	if got, want := told(only(problems, "W-LANG-MISSING")), "awards/a/index.md W-LANG-MISSING, centres/c/index.md W-LANG-MISSING, index.md W-LANG-MISSING, pages/pro-nas/index.md W-LANG-MISSING"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if got, want := told(only(problems, "W-PAGE-MISSING")), "pages/dostupnist/index.md W-PAGE-MISSING"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	o := options()
	o.Config.Languages = nil
	if _, problems = site.New(docs[:5], o); len(only(problems, "W-LANG-MISSING")) > 0 {
		t.Error("a site without English lacks translations")
	}
}

func only(list problem.List, code string) problem.List {
	var some problem.List
	for _, p := range list {
		if p.Code == code {
			some = append(some, p)
		}
	}
	return some
}

func TestStates(t *testing.T) {
	for _, test := range []struct {
		fields      string
		state, with site.State // without and with drafts
	}{
		{"", site.Shown, site.Shown},
		{"draft: true", site.Draft, site.Shown},
		{"draft: false", site.Shown, site.Shown},
		{"date: 2026-11-21", site.Shown, site.Shown},
		{"date: 2026-11-21T23:59", site.Shown, site.Shown},
		{"date: 2026-11-22", site.Future, site.Shown},
		{"date: 2027", site.Future, site.Shown},
		{"date: 2026", site.Shown, site.Shown},
		{"expires: 2026-11-21", site.Shown, site.Shown},
		{"expires: 2026-11-20", site.Expired, site.Expired},
		{"draft: true|expires: 2026-11-20", site.Draft, site.Expired},
		{"draft: true|date: 2026-11-22", site.Draft, site.Shown},
		{"date: 2026-12-01|expires: 2026-11-20", site.Expired, site.Expired},
	} {
		fields := []string{"title: А"}
		if test.fields != "" {
			fields = append(fields, strings.Split(test.fields, "|")...)
		}
		for drafts, want := range map[bool]site.State{false: test.state, true: test.with} {
			o := options()
			o.Drafts = drafts
			s, _ := build(t, o, doc("projects/a/index.md", fields...))
			all := append(append([]*site.Item(nil), s.Items...), s.Hidden...)
			if len(all) != 1 || all[0].State != want || (s.Item("projects/a") != nil) != (want == site.Shown) || (len(s.Items) == 1) != (want == site.Shown) {
				t.Errorf("%s, drafts %t: %+v, want %d", test.fields, drafts, all, want)
			}
		}
	}
}

// TestIntroductionsHaveStates: a home page or an introduction that is a draft, or whose day has not come, is not shown; its section is.
func TestIntroductionsHaveStates(t *testing.T) {
	docs := []*site.Doc{
		doc("index.md", "title: А", "draft: true"), doc("index.en.md", "title: A"), doc("projects/index.md", "title: П", "date: 2026-12-01"), doc("projects/index.en.md", "title: P"), doc("projects/a/index.md", "title: А"),
		doc("news/index.md", "title: Н", "draft: true"),
	}
	s, problems := build(t, options(), docs...)
	if s.Home.UK != nil || s.Home.EN != nil || s.Section("projects").Intro != (site.Versions{}) || len(s.Section("projects").Items) != 1 {
		t.Errorf("%+v %+v", s.Home, s.Section("projects").Intro)
	}
	for _, sec := range s.Sections {
		if sec.Kind.Section == "news" {
			t.Error("a section with nothing but a draft is shown")
		}
	}
	if len(problems) > 0 {
		t.Errorf("a translation of a draft is no orphan: %s", told(problems))
	}
	o := options()
	o.Drafts = true
	if s, _ = build(t, o, docs...); s.Home.EN == nil || s.Section("projects").Intro.EN == nil || s.Section("news").Intro.UK == nil {
		t.Error("with drafts they are not shown")
	}
}

// TestInsideOfHidden: what lives inside an item shares its fate.
func TestInsideOfHidden(t *testing.T) {
	s, problems := build(t, options(),
		doc("manuals/a/index.md", "title: А", "draft: true"), doc("manuals/a/01-x.md", "title: Х"), doc("manuals/a/01-y.md", "title: Я"), doc("manuals/a/01-y.en.md", "title: Y", "body: "+strings.Repeat("x", 50)),
		doc("manuals/b/index.md", "title: Б"), doc("manuals/b/01-x.md", "title: Х"), doc("manuals/b/02-y.md", "title: Я", "draft: true"), doc("manuals/b/03-z.md", "title: З"),
		doc("manuals/c/01-x.md", "title: Х"))
	if got, want := told(problems), "manuals/a/01-y.en.md W-LANG-LONGER, manuals/a/01-y.md E-CHAPTER-DUP, manuals/c/01-x.md E-OWNER"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	for _, p := range problems {
		if p.Draft != strings.HasPrefix(p.File, "content/manuals/a/") {
			t.Errorf("%s %s: draft %t", p.File, p.Code, p.Draft)
		}
	}
	if got, want := ids(s.Item("manuals/b").Children("chapters")), "x z"; got != want {
		t.Errorf("chapters %s, want %s", got, want)
	}
	if got, want := ids(s.Hidden), "x y a y x"; got != want {
		t.Errorf("hidden %s, want %s", got, want)
	}
	x, z := s.Item("manuals/b/x"), s.Item("manuals/b/z")
	if x.Next != z || z.Prev != x || x.Prev != nil || z.Next != nil || x.Owner != s.Item("manuals/b") {
		t.Error("neighbours")
	}
}

func TestResultsThatAreNotPublished(t *testing.T) {
	for day, want := range map[string]int{"2026-11-21": 1, "2026-11-22": 0} {
		s, problems := build(t, options(), doc("contests/k/index.md", "title: К", "held_in: 2026-2027", "results_published: "+day, "nominations: id=a"),
			doc("contests/k/winners.csv:2", "title: Ліцей", "place: I", "nomination: b"))
		if got := len(s.Section("winners").Items); got != want {
			t.Errorf("%s: %d winners", day, got)
		}
		if got := told(problems); got != "contests/k/winners.csv:2 E-NOMINATION" {
			t.Errorf("%s: what is wrong with them is told at once: %s", day, got)
		}
	}
}

// TestChapters compares numbers, letters, gaps and doubles (domain 2.3.4): «1 a, 2 b, А c».
func TestChapters(t *testing.T) {
	for _, test := range []struct {
		files   string // NN-name, «+» behind an appendix, «-» behind a page of the front, «=» behind one of the closing
		numbers string
		told    string
		missing string
	}{
		{"01-a 02-b 03-c", "1 a, 2 b, 3 c", "", ""},
		{"10-a 09-b 1-c 02-d 03-e 04-f 05-g 06-h 07-i 08-j", "1 c, 2 d, 3 e, 4 f, 5 g, 6 h, 7 i, 8 j, 9 b, 10 a", "", ""},
		{"00-vstup 01-a", " vstup, 1 a", "", ""},
		{"02-b", "2 b", "manuals/m/02-b.md W-CHAPTER-GAP", "1"},
		{"01-a 03-c", "1 a, 3 c", "manuals/m/03-c.md W-CHAPTER-GAP", "2"},
		{"01-a 02-b 03-y+ 04-c", "1 a, 2 b, 4 c, А y", "manuals/m/04-c.md W-CHAPTER-GAP", "3"},
		{"01-a 05-c", "1 a, 5 c", "manuals/m/05-c.md W-CHAPTER-GAP", "2–4"},
		{"01-a 01-b 02-c", "1 a, 1 b, 2 c", "manuals/m/01-b.md E-CHAPTER-DUP", ""},
		{"01-a 02-b+ 03-c+", "1 a, А b, Б c", "", ""},
		{"01-a- 02-b 03-c", " a, 1 b, 2 c", "", ""},
		{"00-a- 01-b 02-c", " a, 1 b, 2 c", "", ""},
		{"01-a- 02-b- 03-c 05-d", " a,  b, 1 c, 3 d", "manuals/m/05-d.md W-CHAPTER-GAP", "2"},
		{"01-a 02-b- 03-c", " b, 1 a, 2 c", "", ""},
		{"01-a- 01-b 02-c", " a, 1 b, 2 c", "", ""},
		{"01-a- 01-b- 02-c", " a,  b, 1 c", "", ""},
		{"01-a 02-b 09-c-", " c, 1 a, 2 b", "", ""},
		{"01-a 02-z= 03-y= 04-d+", "1 a,  z,  y, А d", "", ""},
		{"01-v- 02-z= 03-a 04-b", " v, 1 a, 2 b,  z", "", ""},
		{"01-a 02-z= 02-b", "1 a, 2 b,  z", "", ""},
		{"01-a 02-z= 04-b", "1 a, 3 b,  z", "manuals/m/04-b.md W-CHAPTER-GAP", "2"},
		{"01-a+ 02-b", "2 b, А a", "manuals/m/02-b.md W-CHAPTER-GAP", "1"},
		{"01-a 02-b+ 03-c+ 04-d+ 05-e+ 06-f+ 07-g+ 08-h+ 09-i+ 10-j+", "1 a, А b, Б c, В d, Г e, Д f, Е g, Ж h, И i, К j", "", ""},
	} {
		docs := []*site.Doc{doc("manuals/m/index.md", "title: М")}
		for name := range strings.FieldsSeq(test.files) {
			name, appendix := strings.CutSuffix(name, "+")
			name, front := strings.CutSuffix(name, "-")
			name, closing := strings.CutSuffix(name, "=")
			docs = append(docs, doc("manuals/m/"+name+".md", "title: А", fmt.Sprint("appendix: ", appendix), fmt.Sprint("front: ", front), fmt.Sprint("closing: ", closing)))
		}
		s, problems := build(t, options(), docs...)
		var got []string
		for _, c := range s.Item("manuals/m").Children("chapters") {
			number := c.Letter
			if c.Number > 0 {
				number = fmt.Sprint(c.Number)
			}
			got = append(got, number+" "+c.ID)
		}
		if numbers := strings.Join(got, ", "); numbers != test.numbers || told(problems) != test.told {
			t.Errorf("%s: %s; %s", test.files, numbers, told(problems))
		}
		if test.missing != "" && problems[0].Args["missing"] != test.missing {
			t.Errorf("%s: missing %q, want %q", test.files, problems[0].Args["missing"], test.missing)
		}
	}
	_, problems := build(t, options(), doc("manuals/m/index.md", "title: М"), doc("manuals/m/01-a.md", "title: А"), doc("manuals/m/02-y.md", "title: Я", "appendix: true"), doc("manuals/m/03-b.md", "title: Б"))
	if len(problems) != 1 || problems[0].Args["taken"] != "02-y.md" || problems[0].Args["free"] != "04-y.md" {
		t.Errorf("an appendix that bears the number of a chapter: %v", problems)
	}
}

// TestKindsInsideHaveNumbersOfTheirOwn: chapters and winners of one owner do not quarrel.
func TestKindsInsideHaveNumbersOfTheirOwn(t *testing.T) {
	own := kind("lot", "lots inside manual")
	o := options()
	o.Kinds = append(o.Kinds[:len(o.Kinds):len(o.Kinds)], own)
	lot := doc("manuals/m/01-lampa.md", "title: Л")
	lot.Kind, lot.Section, lot.Path = own, "lots", "manuals/m/lots/lampa"
	lot.File = "content/manuals/m/lots/01-lampa.md"
	s, problems := build(t, o, doc("manuals/m/index.md", "title: М"), doc("manuals/m/01-a.md", "title: А"), doc("manuals/m/02-b.md", "title: Б"), lot)
	if len(problems) > 0 {
		t.Error(told(problems))
	}
	if got := ids(s.Item("manuals/m").Inside); got != "a b lampa" {
		t.Error(got)
	}
	if a := s.Item("manuals/m/a"); a.Next.ID != "b" || s.Item("manuals/m/b").Next != nil {
		t.Error("neighbours are of one kind")
	}
}

func TestAddresses(t *testing.T) {
	for _, test := range []struct {
		name string
		docs []*site.Doc
		told string
		rows string
	}{
		{"two chapters of one name", []*site.Doc{doc("manuals/m/index.md", "title: М"), doc("manuals/m/01-a.md", "title: А"), doc("manuals/m/02-a.md", "title: Б")}, "manuals/m/02-a.md E-ADDRESS", ""},
		{"rows of one title have no address", []*site.Doc{doc("metrics/a.csv:2", "title: Ліцей"), doc("metrics/a.csv:3", "title: Ліцей"), doc("metrics/b.csv:3", "title: Ліцей", "draft: true")}, "metrics/b.csv:3 E-ID-DUP", "litsei litsei-3"},
		{"rows of one id", []*site.Doc{doc("metrics/a.csv:2", "title: А", "id: x"), doc("metrics/a.csv:3", "title: Б", "id: x")}, "metrics/a.csv:3 E-ID-DUP", "x"},
	} {
		s, problems := build(t, options(), test.docs...)
		if got := ids(s.Section("metrics").Items); told(problems) != test.told || got != test.rows {
			t.Errorf("%s: %s, %q", test.name, told(problems), got)
		}
	}
	_, problems := build(t, options(), doc("manuals/m/index.md", "title: М"), doc("manuals/m/01-a.md", "title: А"), doc("manuals/m/02-a.md", "title: Б"))
	if p := problems[0]; p.Args["address"] != "/manuals/m/a/" || p.Args["other"] != "content/manuals/m/01-a.md" {
		t.Errorf("%v", p.Args)
	}
}

func TestSectionsOfASite(t *testing.T) {
	s, _ := build(t, options(), doc("projects/a/index.md", "title: А"), doc("news/index.md", "title: Н"), doc("contests/k/index.md", "title: К", "held_in: 2019-2020"), doc("contests/k/winners.csv:2", "title: x"))
	var names []string
	for _, sec := range s.Sections {
		names = append(names, sec.Kind.Section)
	}
	if got := strings.Join(names, " "); got != "contests news projects winners" {
		t.Errorf("sections %s", got)
	}
	if got := s.Section("winners").Path(); got != "contests/winners" || s.Section("news").Path() != "news" || s.Section("nemaie") != nil {
		t.Errorf("paths: %s", got)
	}
	if s.Item("contests/k/x").HasPage() || !s.Item("projects/a").HasPage() {
		t.Error("pages of rows")
	}
	if s.Now != (ukrainian.Date{Year: 2026, Month: 11, Day: 21}) {
		t.Error(s.Now)
	}
	if empty, problems := site.New(nil, site.Options{}); len(empty.Items) != 0 || len(problems) != 4 {
		t.Errorf("a site of nothing: %d problems", len(problems))
	}
}
