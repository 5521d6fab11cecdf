package site_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/som-hub/vitryna/generator/citation"
	"github.com/som-hub/vitryna/generator/site"
)

// TestLetters compares the letters of appendices (domain 2.3.4): without Ґ Є З І Ї Й О Ч Ь.
func TestLetters(t *testing.T) {
	docs := []*site.Doc{doc("manuals/m/index.md", "title: М")}
	for n := range 26 {
		docs = append(docs, doc(fmt.Sprintf("manuals/m/%02d-d%d.md", n+1, n), "title: Д", "appendix: true"))
	}
	s, _ := build(t, options(), docs...)
	var uk, en []string
	for _, c := range s.Item("manuals/m").Inside {
		uk, en = append(uk, c.Letter), append(en, c.LetterIn(site.EN))
	}
	if got, want := strings.Join(uk, " "), "А Б В Г Д Е Ж И К Л М Н П Р С Т У Ф Х Ц Ш Щ Ю Я АА АБ"; got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	if got, want := strings.Join(en, " "), "A B C D E F G H I J K L M N O P Q R S T U V W X Y Z"; got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
}

// with gives a document numbered things: f, t, e and m are a figure, a table, an exercise and a formula of that id; # and ## headings.
func with(d *site.Doc, things ...string) *site.Doc {
	kinds := map[byte]site.NumberedKind{'f': site.NumberedFigure, 't': site.NumberedTable, 'm': site.NumberedFormula, 'e': site.NumberedExercise}
	for i, thing := range things {
		switch {
		case strings.HasPrefix(thing, "#"):
			id := strings.TrimLeft(thing, "#")
			d.Body.Headings = append(d.Body.Headings, site.Heading{Level: 1 + len(thing) - len(id), ID: id, Title: id, Line: 10 + i})
		case strings.HasPrefix(thing, "→"):
			at := len(d.Body.HTML())
			n := len(d.Body.Links)
			d.Body.Links = append(d.Body.Links, site.Link{Dest: strings.TrimPrefix(thing, "→"), Line: 10 + i, Column: 1})
			d.Body.Holes = append(d.Body.Holes, site.Hole{At: at, Kind: site.HoleLinkOpen, Index: n}, site.Hole{At: at, Kind: site.HoleLinkClose, Index: n})
		case strings.HasPrefix(thing, "@"):
			d.Body.Cites = append(d.Body.Cites, site.Cite{Works: []site.CitedWork{{Key: thing[1:]}}, Line: 10 + i, Column: 1})
		case strings.HasPrefix(thing, "*"):
			d.Body.Marks = append(d.Body.Marks, site.Mark{Term: thing[1:], ID: fmt.Sprintf("_t%d", i+1)})
		case strings.HasPrefix(thing, "="):
			d.Body.Defined = append(d.Body.Defined, site.Mark{Term: thing[1:], ID: fmt.Sprintf("t-%d", i+1)})
		default:
			d.Body.Numbered = append(d.Body.Numbered, site.Numbered{Kind: kinds[thing[0]], ID: thing})
			d.Body.Anchors = append(d.Body.Anchors, thing)
		}
	}
	return d
}

func TestNumbers(t *testing.T) {
	docs := func(manual ...string) []*site.Doc {
		return []*site.Doc{
			with(doc("manuals/m/index.md", append([]string{"title: М"}, manual...)...), "f0"),
			with(doc("manuals/m/01-front.md", "title: П", "front: true"), "f1", "#zaiava"),
			with(doc("manuals/m/02-a.md", "title: А"), "f2", "t2", "#x", "##y", "##z", "f3", "#w", "##v", "###u", "e2", "m2"),
			with(doc("manuals/m/03-b.md", "title: Б"), "f4", "#q"),
			with(doc("manuals/m/04-c.md", "title: В", "appendix: true"), "t4", "#r"),
			with(doc("manuals/m/05-z.md", "title: З", "closing: true"), "f5", "#s"),
		}
	}
	numbers := func(s *site.Site) string {
		var rows []string
		for page := range s.Item("manuals/m").Book(site.UK).Pages {
			rows = append(rows, strings.Join(page.Numbers, " ")+"; "+strings.Join(page.Sections, " "))
		}
		return strings.Join(rows, "\n")
	}
	s, problems := build(t, options(), docs()...)
	if got, want := numbers(s), "1; \n2; \n1.1 1.1 1.2 1.1 1.1; 1.1 1.1.1 1.1.2 1.2 1.2.1 \n2.1; 2.1\n3; \nА.1; А.1"; got != want || len(problems) > 0 {
		t.Errorf("%s\nwant %s\n%s", got, want, told(problems))
	}
	s, _ = build(t, options(), docs("numbering: false")...)
	if got, want := numbers(s), "1; \n2; \n1.1 1.1 1.2 1.1 1.1; \n2.1; \n3; \nА.1; "; got != want {
		t.Errorf("without numbers of headings: %s\nwant %s", got, want)
	}
}

// TestEnglishBook: what is translated is numbered in its own language, what is not stands there as the Ukrainian book has it.
func TestEnglishBook(t *testing.T) {
	s, _ := build(t, options(),
		doc("manuals/m/index.md", "title: М"), doc("manuals/m/index.en.md", "title: M"),
		with(doc("manuals/m/01-a.md", "title: А"), "f1"), with(doc("manuals/m/01-a.en.md", "title: A"), "f1"),
		with(doc("manuals/m/02-b.md", "title: Б"), "f2", "→#f1"),
		with(doc("manuals/m/03-c.md", "title: В", "appendix: true"), "t1"), with(doc("manuals/m/03-c.en.md", "title: C"), "t1", "→#f1", "→#f2"))
	b := s.Item("manuals/m").Book(site.EN)
	var got []string
	for _, c := range b.Chapters {
		got = append(got, c.Number+" "+c.Page.Doc.Title+" "+strings.Join(c.Page.Numbers, " "))
	}
	if want := "1 A 1.1, 2 Б 2.1, A C A.1"; strings.Join(got, ", ") != want {
		t.Errorf("%s, want %s", strings.Join(got, ", "), want)
	}
	c := s.Item("manuals/m/c").EN
	if c.Targets[0].Page != s.Item("manuals/m/a").EN || c.Targets[1].Page != s.Item("manuals/m/b").UK {
		t.Errorf("links from the English appendix lead to %v", c.Targets)
	}
	if b := s.Item("manuals/m/b").UK; b.Book.Lang != site.UK || b.Targets[0].Page != s.Item("manuals/m/a").UK {
		t.Error("a Ukrainian chapter belongs to the Ukrainian book")
	}
}

func TestCrossReferences(t *testing.T) {
	for _, test := range []struct {
		name, links string
		told        string
		nearest     string
	}{
		{"on the page, in another chapter, of a heading, by its words", "→#f1 →#figura2 →#vstup →#own", "", ""},
		{"to nothing", "→#figura3", "manuals/m/01-a.md:13 E-XREF", "figura2"},
		{"to what is there twice", "→#dup", "manuals/m/01-a.md:13 E-XREF-DUP", ""},
		{"to one of them by its file", "→02-b.md#dup", "", ""},
		{"a chapter, its place, the manual, a section", "→02-b.md →02-b.md#figura2 →index.md →../index.md", "", ""},
		{"without a name", "→/years/ →https://example.org/", "manuals/m/01-a.md:13 E-LINK-EMPTY", ""},
	} {
		a := with(doc("manuals/m/01-a.md", "title: А"), append([]string{"f1", "#own", "t1"}, strings.Fields(test.links)...)...)
		_, problems := build(t, options(), doc("manuals/m/index.md", "title: М"), doc("manuals/index.md", "title: Посібники"), a,
			with(doc("manuals/m/02-b.md", "title: Б"), "figura2", "t-dup", "#vstup", "#dup"), with(doc("manuals/m/03-c.md", "title: В"), "#dup"))
		if got := told(problems); got != test.told {
			t.Errorf("%s: %s, want %s", test.name, got, test.told)
		}
		if test.nearest != "" && problems[0].Args["nearest"] != test.nearest {
			t.Errorf("%s: nearest is %q", test.name, problems[0].Args["nearest"])
		}
	}
}

// works are works by their keys and titles: «key Title».
func works(rows ...string) map[string][]site.Work {
	var list []site.Work
	for i, row := range rows {
		key, title, _ := strings.Cut(row, " ")
		list = append(list, site.Work{Work: citation.Work{Key: key, Title: title, Line: i + 1}, File: "content/manuals/m/references.yaml"})
	}
	return map[string][]site.Work{"manuals/m": list}
}

func TestWorks(t *testing.T) {
	o := options()
	o.Works = works("latin Zoo", "druha2020 Їжак", "persha2020 Абетка", "перша2020 Ґанок")
	s, problems := build(t, o, doc("manuals/m/index.md", "title: М"),
		with(doc("manuals/m/01-a.md", "title: А"), "@latin", "@persha2020", "@latin"), with(doc("manuals/m/02-b.md", "title: Б"), "@latin", "@persha2021"))
	if got, want := told(problems), "manuals/m/02-b.md:11 E-CITE"; got != want {
		t.Errorf("%s, want %s", got, want)
	} else if args := problems[0].Args; args["nearest"] != "persha2020" || args["file"] != "references.yaml" {
		t.Errorf("%v", args)
	}
	b := s.Item("manuals/m").Book(site.UK)
	var got []string
	for _, w := range b.Works {
		var places []string
		for _, p := range w.Places {
			places = append(places, p.Page.Item.ID+"#"+p.ID)
		}
		got = append(got, fmt.Sprintf("%d %s %s [%s]", w.Number, w.Key, w.ID, strings.Join(places, " ")))
	}
	want := []string{"1 persha2020 ref-persha2020 [a#_cite-2]", "2 перша2020 ref-persha2020-2 []", "3 druha2020 ref-druha2020 []", "4 latin ref-latin [a#_cite-1 b#_cite-1]"}
	if !slices.Equal(got, want) {
		t.Errorf("%s\nwant %s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestWorksOfOneKey(t *testing.T) {
	o := options()
	o.Works = works("a Перша", "a Друга")
	o.Works["manuals/m"][1].File = "content/manuals/m/references.bib"
	s, problems := build(t, o, doc("manuals/m/index.md", "title: М"), doc("manuals/m/01-a.md", "title: А"))
	if got, want := told(problems), "manuals/m/references.bib:2 E-CITE-DUP"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if b := s.Item("manuals/m").Book(site.UK); len(b.Works) != 1 || b.Works[0].Title != "Перша" {
		t.Error("the first stays")
	}
}

// TestBookIndexes compares glossary and index: «Term → places».
func TestBookIndexes(t *testing.T) {
	lot, nmc := doc("glossary/lot/index.md", "title: Лот"), doc("glossary/team/index.md", "title: Команда")
	a := with(doc("manuals/m/01-a.md", "title: А"), "*наставництво", "*Адаптація", "=Лот", "*наставництво")
	b := with(doc("manuals/m/02-b.md", "title: Б"), "*Наставництво", "=Їжак")
	b.Body.SetHTML("<p>Наша команда і командир.</p>")
	s, _ := build(t, options(), lot, nmc, doc("manuals/m/index.md", "title: М"), a, b)
	list := func(entries []*site.Entry) string {
		var rows []string
		for _, e := range entries {
			row := e.Term + " →"
			for _, p := range e.Places {
				row += " " + p.Page.Item.ID + "#" + p.ID
			}
			if e.Item != nil {
				row += " (" + e.Item.ID + ")"
			}
			rows = append(rows, row)
		}
		return strings.Join(rows, "; ")
	}
	book := s.Item("manuals/m").Book(site.UK)
	if got, want := list(book.Terms), "Адаптація → a#_t2; наставництво → a#_t1 a#_t4 b#_t1"; got != want {
		t.Errorf("index: %s, want %s", got, want)
	}
	if got, want := list(book.Glossary), "Їжак → b#t-2; Команда → b# (team); Лот → a#t-3"; got != want {
		t.Errorf("glossary: %s, want %s", got, want)
	}
}

func TestBookWithoutChapters(t *testing.T) {
	for _, test := range []struct {
		docs []*site.Doc
		want bool
	}{
		{[]*site.Doc{doc("manuals/m/index.md", "title: М")}, true},
		{[]*site.Doc{doc("manuals/m/index.md", "title: М"), doc("manuals/m/01-a.md", "title: А", "draft: true")}, false},
		{[]*site.Doc{doc("manuals/m/index.md", "title: М", "draft: true")}, false},
	} {
		_, problems := site.New(test.docs, options())
		got := false
		for _, p := range problems {
			got = got || p.Code == "W-BOOK-EMPTY"
		}
		if got != test.want {
			t.Errorf("%v: %v", test.docs, got)
		}
	}
}
