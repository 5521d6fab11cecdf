package content

import (
	"bytes"
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// layouts of the tests: kinds that hold every type of field and every form of a path.
var layouts = fstest.MapFS{
	"vocabularies.yaml": {Data: []byte(`
status:
  running: {uk: триває, en: running, aka: [діє, у процесі]}
  completed: {uk: завершено, en: completed}
  living-room: {uk: [методична вітальня, методичні вітальні, методичних віталень], en: [living room, living rooms]}
  cafe: {uk: педагогічна кав’ярня, en: pedagogical cafe}
audience:
  educators: {uk: педагоги, en: educators}
  parents: {uk: батьки, en: parents}
origin:
  own: {uk: власне}
  external: {uk: зовнішнє}
`)},
	"kinds/common.yaml": {Data: []byte(`
fields:
  title: {label: {uk: Назва, en: Title}, type: string, required: true, max: 20, translate: true}
  summary: {label: {uk: Коротко, en: Summary}, type: text, max: 300, translate: true}
  date: {label: {uk: Дата публікації, en: Published}, type: date}
  draft: {label: {uk: Чернетка, en: Draft}, type: bool, default: false}
  weight: {label: {uk: Порядок, en: Order}, type: int, default: 1000}
  tags: {label: {uk: Теги, en: Tags}, type: list of string, pattern: '^[^\p{Lu}]{2,40}$'}
  aliases: {label: {uk: Старі адреси}, type: list of path}
  sources: {label: {uk: Джерела, en: Sources}, type: list of source}
  origin: {label: {uk: Походження}, type: enum, of: origin, default: власне}
  owner: {label: {uk: Власник}, type: string}
  id: {label: {uk: Позначка}, type: code}
  pii_allow: {label: {uk: Дозволені дані}, type: object, private: true, fields: {text: {type: code, required: true}, reason: {type: string, required: true}}}
`)},
	"kinds/page/kind.yaml": {Data: []byte("section: pages\nlabel: {uk: [сторінка, сторінки, сторінок], en: [page, pages]}\n")},
	"kinds/thing/kind.yaml": {Data: []byte(`
section: things
label: {uk: [річ, речі, речей], en: [thing, things]}
fields:
  string: {label: {uk: Рядок, en: Line}, type: string, translate: true}
  kaviarnia: {label: Кав’ярня, aka: [Старе ім’я], type: string}
  code: {label: Код, type: code, pattern: '^[А-Я]-\d\d$', example: Б-01}
  text: {label: Текст, type: text, min: 5, max: 10}
  markdown: {label: Розмітка, type: markdown}
  int: {label: Ціле, type: int, min: 1, max: 2000}
  number: {label: Число, type: number}
  bool: {label: Так чи ні, type: bool}
  day: {label: День, type: date}
  month: {label: Місяць, type: date, partial: true}
  hour: {label: Година, type: datetime}
  end: {label: Кінець, type: date, partial: true, not-before: month}
  year: {label: Навчальний рік, type: academic-year}
  colour: {label: Колір, type: colour}
  enum: {label: Стан, type: enum, of: status}
  ref: {label: Річ, type: ref, to: things}
  refs: {label: Речі, type: refs, to: things, max: 2}
  file: {label: Файл, type: file}
  url: {label: Посилання, type: url}
  isbn: {label: ISBN, type: isbn}
  person: {label: Людина, type: person}
  consent: {label: Згода, type: consent, private: true}
  attachments: {label: Вкладення, type: list of attachment}
  audience: {label: Для кого, type: list of enum, of: audience}
  numbers: {label: Числа, type: list of int, max: 5}
  visits: {label: Відвідини, type: map of int, keys: audience, min: 0, 'null': true}
  words: {label: Слова, type: map of code}
  unknown: {label: Невідоме, type: int, 'null': true}
  soft: {label: М’яке, type: string, min: 5, max: 10, warn: W-ANNOTATION}
  stages: {label: Етапи, type: list of object, ascending: date, fields: {date: {label: Дата, type: date, partial: true, required: true}, id: {label: Код, type: code, unique: true}}}
  money: {label: Кошти, type: object, fields: {sum: {label: Сума, type: int, required: true}, currency: {label: Валюта, type: code, default: UAH}, source: {label: Звідки, type: string, required-with: sum}}}
  result: {label: Підсумок, type: string, required-if: {enum: завершено}}
  mark: {label: Позначення, type: string, required-if: {bool: true, audience: [parents]}}
  file_alt: {label: Опис файлу, type: string, required-with: file}
`)},
	"kinds/must/kind.yaml": {Data: []byte(`
section: musts
label: {uk: [вимога, вимоги, вимог], en: [demand, demands]}
one-of: [[authors, editors]]
fields:
  kind: {label: Вид, type: enum, of: status, required: true, example: триває}
  consent: {label: Згода, type: consent, required: true, missing: E-CONSENT}
  authors: {label: Автори, type: list of string}
  editors: {label: Редактори, type: list of string}
`)},
	"kinds/manual/kind.yaml":  {Data: []byte("section: manuals\nlabel: {uk: [посібник, посібники, посібників]}\n")},
	"kinds/chapter/kind.yaml": {Data: []byte("section: chapters\ninside: manual\nlabel: {uk: [розділ, розділи, розділів]}\n")},
	"kinds/lot/kind.yaml":     {Data: []byte("section: lots\ninside: contest\nlabel: {uk: [лот, лоти, лотів]}\n")},
	"kinds/contest/kind.yaml": {Data: []byte(`
section: contests
label: {uk: [конкурс, конкурси, конкурсів]}
fields:
  regulation: {label: Положення, type: ref, to: pages}
  rounds: {label: Тури, type: list of object, fields: {n: {label: Номер, type: int, required: true}, start: {label: Початок, type: date, partial: true}}}
`)},
	"kinds/winner/kind.yaml": {Data: []byte(`
section: winners
inside: contest
source: csv
page: false
title: "{name} {institution}"
label: {uk: [переможець, переможці, переможців]}
fields:
  place: {label: Місце, type: enum, of: status, required: true}
  institution: {label: Заклад, type: string, required: true}
  name: {label: "Прізвище, ім’я", type: string}
  consent: {label: Згода, type: consent, private: true}
  tasks: {label: Завдання, type: list of string}
  points: {label: Бали, type: number, min: 0, 'null': true}
`)},
	"kinds/metric/kind.yaml": {Data: []byte(`
section: metrics
source: csv
label: {uk: [показник, показники, показників]}
fields: {value: {label: Значення, type: int, required: true}}
`)},
	"kinds/site/kind.yaml": {Data: []byte("section: \"\"\nlabel: {uk: [сайт, сайти, сайтів]}\ncommon: false\n")},
}

var (
	readTestKinds = sync.OnceValues(func() (*Kinds, problem.List) { return ReadKinds(layouts) })
	readTheme     = sync.OnceValues(func() (*Kinds, problem.List) { return ReadKinds(os.DirFS("../../layouts")) })
)

// testKinds are the kinds of the tests, in which nothing may be wrong.
func testKinds(t testing.TB) *Kinds {
	t.Helper()
	kinds, problems := readTestKinds()
	for _, p := range problems {
		t.Errorf("layouts of the tests: %s:%d %s", p.File, p.Line, p.What("en"))
	}
	return kinds
}

// theme are the kinds that the repository brings.
func theme(t testing.TB) *Kinds {
	t.Helper()
	kinds, problems := readTheme()
	for _, p := range problems {
		t.Errorf("layouts of the repository: %s:%d %s", p.File, p.Line, p.What("en"))
	}
	return kinds
}

// read parses one file of the test kinds and checks what holds for every list of problems.
func read(t *testing.T, file, source string) (*site.Doc, problem.List) {
	t.Helper()
	parsed := (&Parser{Kinds: testKinds(t)}).Parse(file, []byte(source))
	sound(t, source, parsed.Problems)
	if len(parsed.Docs) == 0 {
		return &site.Doc{}, parsed.Problems
	}
	return parsed.Docs[0], parsed.Problems
}

// told is a list of problems in one line: «3:1 E-KEY, 4 E-TYPE», by their places.
func told(list problem.List) string {
	list = slices.Clone(list)
	list.Sort()
	var all []string
	for _, p := range list {
		all = append(all, place(p)+p.Code)
	}
	return strings.Join(all, ", ")
}

// codes is a list of problems without their places.
func codes(list problem.List) string {
	var all []string
	for _, p := range list {
		all = append(all, p.Code)
	}
	return strings.Join(all, ", ")
}

func place(p problem.Problem) string {
	switch {
	case p.Line == 0:
		return ""
	case p.Column == 0:
		return fmt.Sprintf("%d ", p.Line)
	}
	return fmt.Sprintf("%d:%d ", p.Line, p.Column)
}

// wordLists are the arguments that must be words of a list of the catalogue.
var wordLists = map[string][2]string{
	"E-TYPE": {"want", "type"}, "E-HEADER-YAML": {"cause", "yaml"}, "E-DATE": {"why", "date"}, "E-CSV": {"why", "csv"},
	"E-ISBN": {"why", "isbn"}, "E-PII": {"what", "personal"}, "E-READ": {"why", "read"},
}

// sound checks that every problem has the arguments its sentences need, and a place inside the file, with the line that stands there.
func sound(t testing.TB, source string, list problem.List) {
	t.Helper()
	text := strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(strings.TrimLeft(source, "\ufeff"))
	lines := strings.Split(text, "\n")
	for _, p := range list {
		if missing := p.Missing(); len(missing) > 0 {
			t.Errorf("%s lacks %q: %s", p.Code, missing, p.What("uk"))
		}
		if list, ok := wordLists[p.Code]; ok {
			if word := p.Args[list[0]]; word != "" && !slices.Contains(problem.WordKeys(list[1]), word) {
				t.Errorf("%s: %s is %q, no word of the catalogue", p.Code, list[0], word)
			}
		}
		if p.Line < 0 || p.Line > len(lines) || p.Line == 0 && p.Column != 0 {
			t.Errorf("%s stands on line %d of %d", p.Code, p.Line, len(lines))
			continue
		}
		if p.Line == 0 || !utf8.ValidString(text) {
			continue
		}
		if n := utf8.RuneCountInString(lines[p.Line-1]); p.Column < 0 || p.Column > n+1 {
			t.Errorf("%s stands in column %d of %q", p.Code, p.Column, lines[p.Line-1])
		}
		if p.Source != "" && p.Source != lines[p.Line-1] {
			t.Errorf("%s shows %q, line %d is %q", p.Code, p.Source, p.Line, lines[p.Line-1])
		}
	}
}

func TestParseIsPure(t *testing.T) {
	source := []byte("---\ntitle: Перша\r\ntags: [а, б]\nday: 2026-02-30\n---\n## Розділ\n\n[далі](../b/index.md) 0501234567\n")
	kept := bytes.Clone(source)
	p := &Parser{Kinds: testKinds(t), Typographer: ukrainian.Typographer{}}
	first := p.Parse("content/things/a/index.md", source)
	second := p.Parse("content/things/a/index.md", source)
	if a, b := fmt.Sprintf("%+v %+v", first.Docs[0].Body, first.Problems), fmt.Sprintf("%+v %+v", second.Docs[0].Body, second.Problems); a != b {
		t.Errorf("two readings differ:\n%s\n%s", a, b)
	}
	if !bytes.Equal(source, kept) {
		t.Error("the source was changed")
	}
}

func TestSoundFiles(t *testing.T) {
	for _, test := range []struct{ name, file, source, want string }{
		{"empty", "content/pages/a/index.md", "", "E-EMPTY"},
		{"spaces", "content/pages/a/index.md", " \t\r\n\n", "E-EMPTY"},
		{"only a mark", "content/pages/a/index.md", "\ufeff", "E-EMPTY"},
		{"Windows-1251", "content/pages/a/index.md", "---\ntitle: \xcd\xe0\xe7\xe2\xe0\n---\n", "2 E-UTF8"},
		{"UTF-16", "content/pages/a/index.md", "\xff\xfe-\x00-\x00-\x00", "1 E-UTF8"},
		{"NUL", "content/pages/a/index.md", "---\ntitle: А\n---\nа\x00б", "4 E-UTF8"},
		{"a table in Windows-1251", "content/metrics/a.csv", "title,value\n\xc0\x98,1\n", "E-CSV-ENCODING"},
		{"a workbook", "content/metrics/a.csv", "PK\x03\x04\x00\xff", "E-CSV"},
		{"an empty table", "content/metrics/a.csv", "\n\n", "E-CSV-EMPTY"},
		{"no text", "content/pages/a/foto.jpg", "\xff\xd8", ""},
		{"a stray file", "content/zoria.md", "x", "W-STRAY"},
	} {
		doc, problems := read(t, test.file, test.source)
		if got := told(problems); got != test.want || doc.Kind != nil {
			t.Errorf("%s: %s, want %s; %+v", test.name, got, test.want, doc)
		}
	}
}

func TestProblemsOfDraftsAreMarked(t *testing.T) {
	for source, want := range map[string]bool{
		"---\ntitle: А\ndraft: true\ndraf: 1\n---\n":                   true,
		"---\ntitle: А\nЧернетка: так\ndraf: 1\n---\n0501234567":       true,
		"---\ntitle: А\ndraft: нi\ndraf: 1\n---\n":                     false,
		"---\ntitle: А\ndraf: 1\n---\n![](a.jpg)":                      false,
		"---\ntitle: А\ndraft: true\nsources: [{url: x}]\n---\n![](a)": true,
	} {
		_, problems := read(t, "content/pages/a/index.md", source)
		if len(problems) == 0 {
			t.Errorf("%q: nothing is wrong", source)
		}
		for _, p := range problems {
			if p.Draft != want {
				t.Errorf("%q: %s is marked %t", source, p.Code, p.Draft)
			}
		}
	}
}

func TestTitles(t *testing.T) {
	for _, test := range []struct{ name, file, source, title, want string }{
		{"from the header", "content/pages/a/index.md", "---\ntitle: \"Клуб \\\"Вільні\\\"\"\n---\n# Інша\n", "Клуб «Вільні»", "4:1 W-HEADING-H1"},
		{"from the first heading", "content/pages/a/index.md", "# Моя \"назва\"\n\nТекст\n", "Моя «назва»", "1 W-SUMMARY"},
		{"a chapter needs no summary", "content/manuals/m/01-a.md", "# Розділ\n\nТекст\n", "Розділ", ""},
		{"from a heading below a header", "content/pages/a/index.md", "---\nsummary: Коротко\n---\n\n## Перша\n", "Перша", ""},
		{"none", "content/pages/a/index.md", "Текст.", "", "1 E-HEADER-NONE"},
		{"a full stop", "content/pages/a/index.md", "---\ntitle: Наш хор.\nsummary: x\n---\n", "Наш хор.", "2:1 W-TITLE-STOP"},
		{"a year", "content/pages/a/index.md", "---\ntitle: План на 2021 р.\nsummary: x\n---\n", "План на 2021\u00a0р.", ""},
		{"dots", "content/pages/a/index.md", "---\ntitle: Далі буде...\nsummary: x\n---\n", "Далі буде…", ""},
		{"too long", "content/pages/a/index.md", "---\ntitle: Назва, яка не вміщується\nsummary: x\n---\n", "", "2:8 E-LENGTH"},
		{"of the home page", "content/index.md", "# Вітаємо\n", "Вітаємо", ""},
		{"of the home page, none", "content/index.md", "Текст", "", "1 E-HEADER-NONE"},
		{"of an English page, none", "content/pages/a/index.en.md", "Text", "", ""},
	} {
		doc, problems := read(t, test.file, test.source)
		if got := told(problems); got != test.want || doc.Title != test.title {
			t.Errorf("%s: %q, %s; want %q, %s", test.name, doc.Title, got, test.title, test.want)
		}
	}
}

// TestPatternsOfTitles: a kind without a title of its own makes it of fields; parts that are absent vanish.
func TestPatternsOfTitles(t *testing.T) {
	own := fstest.MapFS{"kinds/hurtok/kind.yaml": {Data: []byte(`
section: hurtky
label: гурток
title: "{person.surname} {person.given}, {enum} {day} {string}"
fields:
  person: {label: Людина, type: person}
  enum: {label: Стан, type: enum, of: status}
  day: {label: День, type: date}
  string: {label: Рядок, type: string}
`)}}
	kinds, problems := ReadKinds(layouts, own)
	if len(problems) > 0 {
		t.Fatal(told(problems))
	}
	for header, want := range map[string]string{
		"person: {surname: Перша, given: Анна}\nenum: running\nday: 02.11.2021\nstring: а\n": "Перша Анна, триває 2021-11-02 а",
		"person: {surname: Перша}\n": "Перша ,",
		"title: Власна\n":            "Власна",
	} {
		parsed := (&Parser{Kinds: kinds}).Parse("content/hurtky/a/index.md", []byte(page(header)))
		if got := parsed.Docs[0].Title; got != want {
			t.Errorf("%q: %q, want %q", header, got, want)
		}
	}
}

func TestHeadlessFiles(t *testing.T) {
	for _, test := range []struct{ name, source, want string }{
		{"dashes that an editor made", "—\ntitle: Назва\nsummary: x\n—\n\nТекст\n", "1:1 E-HEADER-DASH"},
		{"two hyphens", "--\nНазва: Назва\n--\n", "1:1 E-HEADER-DASH"},
		{"a dash of a text", "— Добрий день!\n", "1 E-HEADER-NONE"},
		{"a picture with a number in brackets", "---\ntitle: Н\nsummary: x\n---\n\n[Звіт](Звіт (2).docx) і ![Учителі](foto (1).jpg)\n", "6:8 W-LINK-SPACE"},
		{"a picture with a space", "---\ntitle: Н\nsummary: x\n---\n\n![Учителі за столом](Фото 1.jpg)\n", "6:22 W-LINK-SPACE"},
		{"a picture with a space and a caption", "---\ntitle: Н\nsummary: x\n---\n\n![Учителі за столом](Фото 1.jpg \"Підпис\")\n", "6:22 W-LINK-SPACE"},
		{"a caption that looks like a file", "---\ntitle: Н\nsummary: x\n---\n\n![Учителі за столом](foto.jpg \"Підпис 1.jpg\")\n", ""},
		{"in angle brackets", "---\ntitle: Н\nsummary: x\n---\n\n[файл](<Фото 1.jpg>)\n", ""},
		{"with a title", "---\ntitle: Н\nsummary: x\n---\n\n[файл](foto.jpg \"Наш клас.jpg\")\n", ""},
		{"shown as code", "---\ntitle: Н\nsummary: x\n---\n\n`![опис](Фото 1.jpg)`\n\n```\n[x](a b.jpg)\n```\n", ""},
	} {
		_, problems := read(t, "content/pages/a/index.md", test.source)
		if got := told(problems); got != test.want {
			t.Errorf("%s: %s; want %s", test.name, got, test.want)
		}
	}
}
