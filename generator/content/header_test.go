package content

import (
	"strings"
	"testing"

	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/site"
)

// page is a page with that header and a body of one paragraph.
func page(header string) string { return "---\n" + header + "---\nТекст.\n" }

func TestHeaders(t *testing.T) {
	for _, test := range []struct{ name, source, want, title, lead string }{
		{"plain", page("title: А\nsummary: x\n"), "", "А", "Текст."},
		{"mark at the beginning", "\ufeff" + page("title: А\nsummary: x\n"), "", "А", "Текст."},
		{"two marks", "\ufeff\ufeff" + page("title: А\nsummary: x\n"), "", "А", "Текст."},
		{"Windows", strings.ReplaceAll("\ufeff"+page("title: А\nsummary: x\n"), "\n", "\r\n"), "", "А", "Текст."},
		{"an old Mac", strings.ReplaceAll(page("title: А\nsummary: x\n"), "\n", "\r"), "", "А", "Текст."},
		{"blank lines before", " \n\n\t\n" + page("title: А\nsummary: x\n"), "", "А", "Текст."},
		{"spaces around the hyphens", " ---  \ntitle: А\nsummary: x\n---\u00a0 \nТекст.", "", "А", "Текст."},
		{"labels", page("Назва: А\nкоротко: x\n"), "", "А", "Текст."},
		{"empty", "---\n---\n# Б\n", "", "Б", ""},
		{"only notes", page("# нічого\n") + "# Б\n", "1 W-SUMMARY", "Б", "Текст."},
		{"no end of line behind the last hyphen", "---\ntitle: А\n---", "", "А", ""},
		{"not closed", "---\ntitle: А\n\nТекст.\n", "1:1 E-HEADER-OPEN", "", ""},
		{"not closed, blank lines before", "\n\n---\ntitle: А\n", "3:1 E-HEADER-OPEN", "", ""},
		{"closed by dots", "---\ntitle: А\n...\nТекст.\n", "1:1 E-HEADER-OPEN", "", ""},
		{"closed by an indented line", "---\ntitle: А\n  ---\nТекст.\n", "1:1 E-HEADER-OPEN", "", ""},
		{"a rule first", "---\n\nТекст.\n", "1:1 E-HEADER-OPEN", "", ""},
		{"another rule first", "***\n\n# А\n\nТекст.\n", "1 W-SUMMARY", "А", "Текст."},
		{"an indented line inside", page("title: А\nsummary: |\n  Один.\n  ---\n  Два.\nweight: 5\n"), "5:1 E-HEADER-INNER", "", ""},
		{"a line inside, at the first column", page("title: А\nsummary: |\n  Один.\n---\n  Два.\ndraft: true\n"), "5:1 E-HEADER-INNER", "", ""},
		{"a heading of two lines below", "---\ntitle: А\nsummary: x\n---\nРозділ\n---\nТекст.\n", "", "А", "Текст."},
		{"a rule below", "---\ntitle: А\nsummary: x\n---\ndraft: так\n\n---\nТекст.\n", "", "А", "draft: так"},
		{"a tab as indent", page("title: А\nsources:\n\t- title: x\n"), "4:1 E-HEADER-TAB", "", "Текст."},
		{"a tab before a name", page("title: А\n\tsummary: x\n"), "3:1 E-HEADER-TAB", "", "Текст."},
		{"a tab behind a colon", page("title:\tА\nsummary: x\n"), "", "А", "Текст."},
		{"twice", page("title: А\nsummary: x\ntitle: Б\n"), "4:1 E-KEY-DUP", "А", "Текст."},
		{"name and label", page("title: А\nsummary: x\nНАЗВА: Б\n"), "4:1 E-KEY-DUP", "А", "Текст."},
		{"unknown", page("title: А\nsummary: x\ndraf: true\nсоrоtko: y\n"), "4:1 E-KEY, 5:1 E-KEY", "А", "Текст."},
		{"of another kind of value", page("title: А\nsummary: x\n{a: b}: c\n"), "4:1 E-HEADER-YAML", "А", "Текст."},
		{"TOML", "+++\ntitle = 1\n+++\n", "1:1 E-HEADER-FORMAT", "", ""},
		{"JSON", "{\n\"title\": 1\n}\n", "1:1 E-HEADER-FORMAT", "", ""},
		{"JSON on one line", "\n{ \"title\": 1 }\n", "2:1 E-HEADER-FORMAT", "", ""},
		{"JSON between semicolons", ";;;\n{}\n;;;\n", "1:1 E-HEADER-FORMAT", "", ""},
		{"named JSON", "---json\n{}\n---\n", "1:1 E-HEADER-FORMAT", "", ""},
		{"named TOML", "--- toml\na = 1\n---\n", "1:1 E-HEADER-FORMAT", "", ""},
		{"named YAML", "---yaml\ntitle: А\n---\n", "1:1 E-HEADER-FORMAT", "", ""},
		{"a brace as text", "{дужка}\n\n# А\n", "1 W-SUMMARY", "А", "{дужка}"},
		{"no header", "# А\n\nТекст.", "1 W-SUMMARY", "А", "Текст."},
	} {
		doc, problems := read(t, "content/pages/a/index.md", test.source)
		if got := told(problems); got != test.want || doc.Title != test.title || paragraph(doc) != test.lead {
			t.Errorf("%s: %s; title %q, lead %q; want %s; %q, %q", test.name, got, doc.Title, paragraph(doc), test.want, test.title, test.lead)
		}
	}
}

// TestBrokenYAML gives for each thing that YAML does not read the place and the cause in the catalogue's words; «—» is a sentence of our own.
func TestBrokenYAML(t *testing.T) {
	for _, test := range []struct{ header, want, cause string }{
		{"title: Аукціон: ідеї\nsummary: x\n", "2:15 ", "colon"},
		{"title: «Мій»: дебют\n", "2:13 ", "colon"},
		{"title:Назва\nsummary: x\n", "2:1 ", "space"},
		{"summary: x\ntitle:Назва\n", "3:1 ", "space"},
		{"summary: x\ntitle:Назва\nweight: 1\n", "3:1 ", "space"},
		{"\n}:\n", "3:2 ", "space"},
		{"summary: x\nпросто текст\nweight: 1\n", "3:1 ", "key"},
		{"просто текст\nще\ntitle: x\n", "3:1 ", "key"},
		{"просто текст\n", "2:1 ", "fields"},
		{"- a\n- b\n", "2:1 ", "fields"},
		{"title: \"А\nsummary: x\n", "2:8 ", "quote"},
		{"title: 'А\nsummary: x\n", "2:8 ", "quote"},
		{"title: \"SOM\" у місті\nsummary: x\n", "2:14 ", "after"},
		{"title: \"SOM\" - у місті\nsummary: x\n", "2:14 ", "after"},
		{"title: 'Комп'ютер'\n", "2:14 ", "after"},
		{"title: \"C:\\новини\"\n", "2:11 ", "—"},
		{"tags: [а, б\nsummary: x\n", "2:7 ", "bracket"},
		{"visits: {а: б\nsummary: x\n", "2:9 ", "bracket"},
		{"tags: [а, б]]\n", "2:13 ", "—"},
		{"title: @Хаб\n", "2:8 ", "sign"},
		{"title: `код`\n", "2:8 ", "sign"},
		{"title: %100\n", "2:8 ", "sign"},
		{"title: - тире\n", "2:8 ", "sign"},
		{"title: > більше\n", "2:8 ", "sign"},
		{"title: | риска\n", "2:8 ", "sign"},
		{"title: ]\n", "2:8 ", "sign"},
		{"title: , кома\n", "2:8 ", "sign"},
		{"title: ? питання\n", "2:8 ", "sign"},
		{"title: !Увага\n", "2:8 ", "sign"},
		{"title: ! Увага\n", "2:8 ", "sign"},
		{"title: *Виділено*\n", "2:8 ", "alias"},
		{"title: & партнери\n", "2:8 ", "alias"},
		{"title: &а Партнери\n", "2:8 ", "alias"},
		{"summary: x\nweight: 1\n  tags: а\n", "4:7 ", "indent"},
		{"stages:\n  - date: 2020\n title: x\n", "4:2 ", "indent"},
		{"title: а\x02б\n", "2:9 ", "control"},
		{"title: А\n...\nsummary: x\n", "3:1 ", "second"},
		{"title: " + strings.Repeat("[", 20000) + "\n", "", "deep"},
		{"title: #нуш\n", "2:8 ", "—"},
		{"title: Школа #1\nsummary: x\n", "2:14 ", "—"},
		{"tags: [а, б] #в\n", "", ""},
		{"title: А # примітка\nsummary: x # ще\n", "", ""},
		{"title: \"А #1\"\nsummary: а#б\n", "", ""},
		{"title: — тире\nsummary: «А»\n", "", ""},
		{": x\ntitle: А\nsummary: x\n", "2:1 ", "key"},
	} {
		doc, problems := read(t, "content/things/a/index.md", page(test.header))
		name := test.header[:min(40, len(test.header))]
		if test.cause == "" {
			if paragraph(doc) != "Текст." || strings.Contains(codes(problems), "E-HEADER") {
				t.Errorf("%q: %s", name, told(problems))
			}
			continue
		}
		p := firstOf(problems, "E-HEADER-YAML")
		cause := p.Args["cause"]
		if cause == "" && p.Args["detail.uk"] != "" && p.Args["detail.en"] != "" {
			cause = "—"
		}
		if got := place(p); got != test.want && test.want != "" || cause != test.cause || len(problems) != 1 {
			t.Errorf("%q: %s because of %q, want %s%q", name, told(problems), cause, test.want, test.cause)
		}
		if paragraph(doc) != "Текст." {
			t.Errorf("%q: the body is lost: %q", name, paragraph(doc))
		}
	}
}

// paragraph is the first paragraph of a document's text.
func paragraph(doc *site.Doc) string {
	_, text, _ := strings.Cut(doc.Body.HTML(), "<p>")
	text, _, _ = strings.Cut(text, "</p>")
	return text
}

func firstOf(list problem.List, code string) problem.Problem {
	for _, p := range list {
		if p.Code == code {
			return p
		}
	}
	return problem.Problem{Code: code}
}

// TestLinesStayTrue puts something wrong into the body behind headers of different shape.
func TestLinesStayTrue(t *testing.T) {
	for _, source := range []string{
		"---\ntitle: А\nsummary: x\n---\n\n\n[тут](b.md)\n",
		"\ufeff---\r\ntitle: А\r\nsummary: x\r\n---\r\n\r\n\r\n[тут](b.md)\r\n",
		"---\ntitle: А\nsummary:\n  а\n  б\n---\n[тут](b.md)",
		"---\nsummary: x\u2028y\n---\n# Назва\n\n\n[тут](b.md)",
		"---\nsummary: x\u0085y\n---\n\n\n## Назва\n[тут](b.md)",
		"\n\n# Назва\n\nТекст\n\n[тут](b.md)",
		"---\ntitle: А\nsummary: x\n---\nodyn\n\n[тут](b.md)\n\n---\n",
	} {
		doc, problems := read(t, "content/pages/a/index.md", source)
		if got := firstOf(problems, "W-LINK-TEXT"); got.Line != 7 || got.Column != 1 || got.Source != "[тут](b.md)" {
			t.Errorf("%q: %s, %q", source, told(problems), got.Source)
		}
		if len(doc.Body.Links) != 1 || doc.Body.Links[0].Line != 7 {
			t.Errorf("%q: links %+v", source, doc.Body.Links)
		}
	}
}

func TestSecondKeyNamesTheFirst(t *testing.T) {
	_, problems := read(t, "content/things/a/index.md", page("title: А\nсummary: x\nКав'ярня: Б\nsummary: y\nкав’ЯРНЯ: В\nstages: [{date: 2020, Дата: 2021}]\nvisits: {педагоги: 1, educators: 2}\n"))
	want := "3:1 E-KEY, 6:1 E-KEY-DUP, 7:23 E-KEY-DUP, 8:23 E-KEY-DUP"
	if got := told(problems); got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if p := firstOf(problems, "E-KEY-DUP"); p.Args["first"] != "4" || p.Args["other"] != "Кав'ярня" || p.Args["field"] != "кав’ЯРНЯ" {
		t.Errorf("%v", p.Args)
	}
}

// FuzzParse reads any bytes as a page of a kind with every type of field: no panic, places inside the source, problems with their arguments.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		page("title: А\nsummary: x\n"), page("markdown: |\n  ## а\n\n  [тут](x.md)\nstages: [{date: 2020}]\n"), "---\n", "+++", "{", "\ufeff---\r\na: b",
		page("visits: {педагоги: 1}\nmoney: {sum: x}\nconsent: {date: 2020-13-01}\n"), page("title: \"а\nb: [") + "0501234567 a@b.ua", page("tags: [&а б, *а]\n"),
		page("markdown: >\n  а\n  [тут](x)\n\nfile: x\nyear: 2019-2021\n"), page("? [а]\n: б\n") + "## х\n#### у\n", page("title: а\u2028б\u0085в: г\nтекст\n"),
	} {
		f.Add([]byte(seed))
	}
	parser := &Parser{Kinds: testKinds(f)}
	f.Fuzz(func(t *testing.T, source []byte) {
		parsed := parser.Parse("content/things/a/index.md", source)
		sound(t, string(source), parsed.Problems)
		if len(parsed.Docs) == 0 && !parsed.Problems.Stops() {
			t.Error("a file vanishes without a word")
		}
	})
}
