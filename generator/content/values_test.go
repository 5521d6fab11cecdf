package content

import (
	"fmt"
	"strings"
	"testing"

	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// shown is a value in one line: «[а б]» is a list, «{sum: 5}» an object or a map.
func shown(v site.Value) string {
	var parts []string
	switch {
	case v.Field == nil:
		return "—"
	case v.Null:
		return "null"
	case v.Field.Map:
		for _, item := range v.Items {
			parts = append(parts, item.Key+": "+shown(item))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	case v.Field.List:
		for _, item := range v.Items {
			parts = append(parts, shown(item))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case len(v.Field.Fields) > 0:
		for _, part := range v.Parts {
			parts = append(parts, part.Field.Name+": "+shown(part))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	}
	switch v.Field.Type {
	case site.Int, site.Number:
		return decimal(v.Number)
	case site.Bool:
		return fmt.Sprint(v.Bool)
	case site.DateOnly, site.DateTime:
		return v.Date.String()
	}
	return v.Text
}

// TestValues reads one field after another: what it says, and what is told of it. Every header has a title on line 2, the field stands on line 3.
func TestValues(t *testing.T) {
	for _, test := range []struct{ header, value, told string }{
		// Texts.
		{`string: Клуб "Вільні" - перший`, "Клуб «Вільні»\u00a0— перший", ""},
		{`string: 5`, "—", "3:9 E-TYPE-NUMBER"},
		{`string: 3.10`, "—", "3:9 E-TYPE-NUMBER"},
		{`string: 010`, "—", "3:9 E-TYPE-NUMBER"},
		{`string: .5`, "—", "3:9 E-TYPE-NUMBER"},
		{`string: "3.10"`, "3.10", ""},
		{`string: '05'`, "05", ""},
		{`string: 2026-01-02`, "2026-01-02", ""},
		{`string: true`, "true", ""},
		{`string: ""`, "—", "3:9 E-TYPE"},
		{`string: [а]`, "—", "3:9 E-TYPE"},
		{`string: {а: б}`, "—", "3:9 E-TYPE"},
		{`string: "и` + "\u0306" + `"`, "й", ""},
		{`string:`, "—", ""},
		{`string: null`, "—", ""},
		{`string: ~`, "—", ""},
		{`code: Б-01`, "Б-01", ""},
		{`code: Б-1`, "—", "3:7 E-PATTERN"},
		{`code: [Б-01]`, "—", "3:7 E-TYPE"},
		{`text: "\"так\""`, "«так»", ""},
		{`text: коло`, "—", "3:7 E-LENGTH"},
		{`text: одинадцять!`, "—", "3:7 E-LENGTH"},
		{`text: десять бук`, "десять бук", ""},
		{`soft: мало`, "мало", "3:7 W-ANNOTATION"},
		{`soft: тут забагато знаків`, "тут забагато знаків", "3:7 W-ANNOTATION"},
		{`colour: "#1f6f8b"`, "#1f6f8b", ""},
		{`colour: синій`, "—", "3:9 E-TYPE"},
		{`colour: "#1f6"`, "—", "3:9 E-TYPE"},
		{`url: https://example.org/а`, "https://example.org/а", ""},
		{`url: example.org`, "—", "3:6 E-URL"},
		{`url: ftp://example.org`, "—", "3:6 E-URL"},
		{`url: "https://"`, "—", "3:6 E-URL"},
		{`aliases: [/а/, б]`, "[/а/]", "3:16 E-ALIAS"},
		{`file: Положення.pdf`, "Положення.pdf", "3:1 E-TOGETHER"},
		{`ref: інша`, "інша", ""},
		{`ref: 2020`, "—", "3:6 E-TYPE-NUMBER"},
		// ISBN: thirteen digits, the last one checks the others.
		{`isbn: 978-617-0000-00-2`, "978-617-0000-00-2", ""},
		{`isbn: 978 617 0000 00 2`, "978 617 0000 00 2", ""},
		{"isbn: 978\u2011617\u20110000\u201100–2", "978-617-0000-00-2", ""}, // as it is copied from Word
		{`isbn: "9786170000002"`, "9786170000002", ""},
		{`isbn: 978-617-0000-00-3`, "—", "3:7 E-ISBN"},
		{`isbn: 978-617-0000-0-2`, "—", "3:7 E-ISBN"},
		{`isbn: 966-617-000-X`, "—", "3:7 E-ISBN"},
		// Numbers.
		{`int: 1378`, "1378", ""},
		{`int: "1 378"`, "1378", ""},
		{"int: \"1\u00a0378\"", "1378", ""},
		{"int: \"1\u202f378\"", "1378", ""},
		{`int: 010`, "10", ""},
		{`int: 1.5`, "—", "3:6 E-TYPE"},
		{`int: багато`, "—", "3:6 E-TYPE"},
		{`int: .inf`, "—", "3:6 E-TYPE"},
		{`int: 0`, "—", "3:6 E-MIN"},
		{`int: -3`, "—", "3:6 E-MIN"},
		{`int: 2001`, "—", "3:6 E-MAX"},
		{`int: [1]`, "—", "3:6 E-TYPE"},
		{`number: 1,5`, "1.5", ""},
		{`number: 1.5`, "1.5", ""},
		{`number: nan`, "—", "3:9 E-TYPE"},
		{`number: 1e9999`, "—", "3:9 E-TYPE"},
		{`unknown: null`, "null", ""},
		{`unknown:`, "null", ""},
		{`unknown: 0`, "0", ""},
		// Booleans.
		{`bool: так`, "true", "1 E-REQUIRED"},
		{`bool: ТАК`, "true", "1 E-REQUIRED"},
		{`bool: "true"`, "true", "1 E-REQUIRED"},
		{`bool: ні`, "false", ""},
		{`bool: No`, "false", ""},
		{`bool: може`, "—", "3:7 E-TYPE"},
		{`bool: 1`, "—", "3:7 E-TYPE"},
		// Dates.
		{`day: 2021-11-02`, "2021-11-02", ""},
		{`day: 02.11.2021`, "2021-11-02", ""},
		{`day: 2.11.2021`, "2021-11-02", ""},
		{`day: "2021-11-02"`, "2021-11-02", ""},
		{`day: 2021-11`, "—", "3:6 E-DATE"},
		{`day: 2021`, "—", "3:6 E-DATE"},
		{`day: 2021-02-30`, "—", "3:6 E-DATE"},
		{`day: 32.13.2026`, "—", "3:6 E-DATE"},
		{`day: 2 листопада`, "—", "3:6 E-DATE"},
		{`day: 2021-11-02T09:22`, "—", "3:6 E-DATE"},
		{`day: [2021-11-02]`, "—", "3:6 E-TYPE"},
		{`month: 2021-11`, "2021-11", ""},
		{`month: 11.2021`, "2021-11", ""},
		{`month: 2021`, "2021", ""},
		{`hour: 2021-11-02T09:22`, "2021-11-02T09:22", ""},
		{`hour: 02.11.2021, 09:22`, "2021-11-02T09:22", ""},
		{`hour: 2021-11-02T09:22:00+00:00`, "2021-11-02T11:22", ""},
		{`hour: 2021-11-02`, "2021-11-02", ""},
		{`hour: 2021-11-02T25:00`, "—", "3:7 E-DATE"},
		{`hour: 2021-11`, "—", "3:7 E-DATE"},
		// Academic years (ST-01).
		{`year: 2019-2020`, "2019-2020", ""},
		{`year: 2019/2020`, "2019-2020", ""},
		{`year: 2019–2020`, "2019-2020", ""},
		{`year: 2019-2021`, "—", "3:7 E-YEAR"},
		{`year: 2020-2019`, "—", "3:7 E-YEAR"},
		{`year: 2019`, "—", "3:7 E-YEAR"},
		{`year: [2019-2020]`, "—", "3:7 E-TYPE"},
		// Words of a vocabulary: by name, label, older label, English label; in any case, with any apostrophe.
		{`enum: running`, "running", ""},
		{`enum: триває`, "running", ""},
		{`enum: ТРИВАЄ`, "running", ""},
		{`enum: у  процесі`, "running", ""},
		{`enum: Living Room`, "living-room", ""},
		{`enum: методична вітальня`, "living-room", ""},
		{`enum: Педагогічна кав'ярня`, "cafe", ""},
		{`enum: педагогічна кав` + "ʼ" + `ярня`, "cafe", ""},
		{`enum: трива`, "—", "3:7 E-ENUM"},
		{`enum: [running]`, "—", "3:7 E-TYPE"},
		// Lists: one element may stand without brackets, what is wrong in one does not hide the others.
		{`tags: нуш`, "[нуш]", ""},
		{`tags: [нуш, партнерство]`, "[нуш, партнерство]", ""},
		{`tags: [нуш, ~, Нуш, 5, а]`, "[нуш]", "3:16 E-PATTERN, 3:21 E-TYPE-NUMBER, 3:24 E-PATTERN"},
		{`tags: []`, "—", ""},
		{`tags: {нуш: так}`, "—", "3:7 E-TYPE"},
		{`tags: [[нуш]]`, "—", "3:8 E-TYPE"},
		{`tags: [аа, бб, вв, гг, ґґ, дд, ее, єє, жж, зз, ЇЇ]`, "[аа, бб, вв, гг, ґґ, дд, ее, єє, жж, зз]", "3:1 E-COUNT, 3:48 E-PATTERN"},
		{`audience: [педагоги, parents]`, "[educators, parents]", "1 E-REQUIRED"},
		{`audience: [педагоги, вчителі]`, "[educators]", "3:22 E-ENUM"},
		{`refs: [а, б]`, "[а, б]", ""},
		{`refs: [а, б, в]`, "[а, б, в]", "3:7 E-COUNT"},
		{`refs: дуже-довга-назва`, "[дуже-довга-назва]", ""},
		{`numbers: [1, 5]`, "[1, 5]", ""},
		{`numbers: [1, 6]`, "[1]", "3:14 E-MAX"},
		// Maps.
		{`visits: {педагоги: 30, parents: null}`, "{educators: 30, parents: null}", ""},
		{`visits: {педагоги: багато, parents: -1}`, "—", "3:20 E-TYPE, 3:37 E-MIN"},
		{`visits: {вчителі: 1, parents: 2}`, "{parents: 2}", "3:10 E-ENUM"},
		{`visits: {педагоги: 1, educators: 2}`, "{educators: 1}", "3:23 E-KEY-DUP"},
		{`visits: {}`, "—", ""},
		{`visits: null`, "null", ""},
		{`visits: 30`, "—", "3:9 E-TYPE"},
		{`words: {SOM -hub: SOM-hub, а: }`, "{SOM -hub: SOM-hub}", ""},
		{`words: {а: 5}`, "—", "3:12 E-TYPE-NUMBER"},
		{`words: {а: [б]}`, "—", "3:12 E-TYPE"},
		// Objects, their defaults and rules.
		{`money: {sum: 5, Звідки: бюджет}`, "{sum: 5, source: бюджет, currency: UAH}", ""},
		{`money: {sum: 5, currency: EUR}`, "{sum: 5, currency: EUR}", "3:9 E-TOGETHER"},
		{`money: {source: бюджет}`, "{source: бюджет, currency: UAH}", "3:8 E-REQUIRED"},
		{`money: {sum: багато, source: бюджет}`, "{source: бюджет, currency: UAH}", "3:14 E-TYPE"},
		{`money: {sums: 5}`, "{currency: UAH}", "3:9 E-KEY"},
		{`money: {}`, "—", ""},
		{`money: 5`, "—", "3:8 E-TYPE"},
		{`money: [5]`, "—", "3:8 E-TYPE"},
		{`stages: {date: 2020}`, "[{date: 2020}]", ""},
		{`stages: [{date: 2019-09}, {date: 2019}, {date: 2020-01}]`, "[{date: 2019-09}, {date: 2019}, {date: 2020-01}]", ""},
		{`stages: [{date: 2020}, {date: 2019-12}]`, "[{date: 2020}, {date: 2019-12}]", "3:25 E-STAGES"},
		{`stages: [{id: а}, {date: 2020, id: а}]`, "[{id: а}, {date: 2020, id: а}]", "3:10 E-REQUIRED, 3:32 E-UNIQUE"},
		{`stages: [2020]`, "—", "3:10 E-TYPE"},
		// Composite types.
		{`person: {surname: Перша, Ім'я: Анна, initials: А. Б.}`, "{surname: Перша, given: Анна, initials: А. Б.}", ""},
		{`person: {given: Анна}`, "{given: Анна}", "3:9 E-REQUIRED"},
		{`person: Анна`, "—", "3:9 E-TYPE"},
		{`consent: {date: 2021-11-02, ref: 12/2021, scope: [name]}`, "{date: 2021-11-02, ref: 12/2021, scope: [name]}", ""},
		{`consent: {date: 2021-11, ref: "12"}`, "{ref: 12}", "3:17 E-DATE"},
		{`consent: {date: 2021-11-02, ref: 12}`, "{date: 2021-11-02}", "3:34 E-TYPE-NUMBER"},
		{`consent: так`, "—", "3:10 E-TYPE"},
		{`sources: {title: Стаття, url: "https://example.org", accessed: 2026-01-15}`, "[{title: Стаття, url: https://example.org, accessed: 2026-01-15}]", ""},
		{`sources: [{url: x}]`, "—", "3:11 E-REQUIRED, 3:17 E-URL"},
		{`attachments: {file: а.pdf, title: А, kind: б}`, "[{file: а.pdf, title: А, kind: б}]", ""},
		{`attachments: [а.pdf]`, "—", "3:15 E-TYPE"},
	} {
		doc, problems := read(t, "content/things/a/index.md", page("title: А\n"+test.header+"\nsummary: x\n"))
		name, _, _ := strings.Cut(test.header, ":")
		v, _ := doc.Value(name)
		if got := shown(v); got != test.value || told(problems) != test.told {
			t.Errorf("%s\n got %q; %s\nwant %q; %s", test.header, got, told(problems), test.value, test.told)
		}
	}
}

// TestReasons compares what messages are made of, where the place alone does not tell.
func TestReasons(t *testing.T) {
	for _, test := range []struct{ header, code, args string }{
		{"draf: 1", "E-KEY", "field=draf nearest=draft"},
		{"Кав'ярна: x", "E-KEY", "field=Кав'ярна nearest=Кав’ярня"},
		{"enum: трива", "E-ENUM", "value=трива nearest=триває"},
		{"enum: runing", "E-ENUM", "nearest=running nearestlabel=триває"},
		{"day: 2021-02-30", "E-DATE", "why=day partial="},
		{"day: завтра", "E-DATE", "why=form"},
		{"day: 2021", "E-DATE", "why=partial"},
		{"day: 2021-11-02T10:00", "E-DATE", "why=time"},
		{"month: завтра", "E-DATE", "why=form partial=yes"},
		{"hour: завтра", "E-DATE", "partial=time"},
		{"year: 2019-2021", "E-YEAR", "value=2019-2021 suggest=2019-2020"},
		{"year: торік", "E-YEAR", "suggest="},
		{"text: а", "E-LENGTH", "min=5 n=1 max="},
		{"text: одинадцять!", "E-LENGTH", "max=10 n=11 min="},
		{"soft: а", "W-ANNOTATION", "min=5 n=1"},
		{"int: 0", "E-MIN", "min=1 value=0"},
		{"int: 3000", "E-MAX", "max=2000 value=3000"},
		{"refs: [а, б, в]", "E-COUNT", "n=3 max=2"},
		{"code: x", "E-PATTERN", "value=x example=Б-01"},
		{"isbn: 978-1", "E-ISBN", "why=length"},
		{"isbn: 978-617-0000-00-3", "E-ISBN", "why=check"},
		{"isbn: 978-617-0000-00-2 (online)", "E-ISBN", "why=sign"},
		{"string: [x]", "E-TYPE", "want=string"},
		{"code: [x]", "E-TYPE", "want=string"},
		{"aliases: [[x]]", "E-TYPE", "want=string"},
		{"year: [x]", "E-TYPE", "want=string"},
		{"sources: x", "E-TYPE", "want=object"},
		{"person: x", "E-TYPE", "want=person"},
		{"visits: x", "E-TYPE", "want=map value=x"},
		{"bool: x", "E-TYPE", "want=bool"},
		{"enum: completed", "E-REQUIRED", "field=result when=`enum: completed`"},
		{"bool: так", "E-REQUIRED", "field=mark when=`bool: true`"},
		{"audience: батьки", "E-REQUIRED", "field=mark when=`audience: parents`"},
		{"file: а.pdf", "E-TOGETHER", "field=file with=file_alt withlabel=Опис файлу"},
		{"end: 2020\nmonth: 2021-02", "E-ORDER", "field=end value=2020 other=month otherdate=2021-02"},
		{"origin: зовнішнє", "E-ORIGIN", "missing=«Власник», «Джерела»"},
		{"origin: external\nowner: x", "E-ORIGIN", "missing=«Джерела»"},
	} {
		_, problems := read(t, "content/things/a/index.md", page("title: А\nsummary: x\n"+test.header+"\n"))
		p := firstOf(problems, test.code)
		for _, arg := range splitArgs(test.args) {
			name, want, _ := strings.Cut(arg, "=")
			if got := p.Args[name]; got != want || p.File == "" {
				t.Errorf("%q: %s: %s is %q, want %q", test.header, codes(problems), name, got, want)
			}
		}
	}
}

// splitArgs parts «a=b c=d e»: a space inside a value is no border.
func splitArgs(s string) []string {
	var args []string
	for _, word := range strings.Split(s, " ") {
		if strings.Contains(word, "=") || len(args) == 0 {
			args = append(args, word)
		} else {
			args[len(args)-1] += " " + word
		}
	}
	return args
}

// TestRequired compares what must stand: a value that cannot be read is not told to be missing as well.
func TestRequired(t *testing.T) {
	const whole = "title: А\nsummary: x\nkind: running\nconsent: {date: 2020-01-01, ref: \"1\"}\nauthors: [а]\n"
	for _, test := range []struct{ header, want string }{
		{whole, ""},
		{"", "1 E-CONSENT, 1 E-ONE-OF, 1 E-REQUIRED, 1 E-REQUIRED, 1 W-SUMMARY"},
		{strings.Replace(whole, "kind: running", "kind: runing", 1), "4:7 E-ENUM"},
		{strings.Replace(whole, "kind: running", "kind:", 1), "4:1 E-REQUIRED"},
		{strings.Replace(whole, "kind: running", "kinds: running", 1), "4:1 E-KEY"},
		{strings.Replace(whole, "summary: x", "summary:", 1), "3:1 W-SUMMARY"},
		{strings.Replace(whole, "date: 2020-01-01", "date: ", 1), "5:11 E-REQUIRED"},
		{strings.Replace(whole, "date: 2020-01-01", "dates: 2020-01-01", 1), "5:11 E-KEY"},
		{strings.Replace(whole, "title: А", "title: 5", 1), "2:8 E-TYPE-NUMBER"},
		{strings.Replace(whole, "summary: x", "summary: [x]", 1), "3:10 E-TYPE"},
		{strings.Replace(whole, "authors: [а]", "editors: [а]", 1), ""},
		{strings.Replace(whole, "authors: [а]", "authors: {а: б}", 1), "6:10 E-TYPE"},
		{strings.Replace(whole, "authors: [а]", "authors: []", 1), "6:1 E-ONE-OF"},
		{strings.Replace(whole, "\"1\"", "1", 1), "5:34 E-TYPE-NUMBER"},
		{strings.Replace(whole, "ref: \"1\"", "", 1), "5:10 E-REQUIRED"},
		{strings.Replace(whole, "consent: {date: 2020-01-01, ref: \"1\"}", "consent: {}", 1), "5:1 E-CONSENT"},
		{strings.Replace(whole, "consent: {date: 2020-01-01, ref: \"1\"}", "consent: так", 1), "5:10 E-TYPE"},
	} {
		_, problems := read(t, "content/musts/a/index.md", page(test.header))
		if got := told(problems); got != test.want {
			t.Errorf("%q: %s, want %s", test.header, got, test.want)
		}
	}
}

func TestDefaults(t *testing.T) {
	doc, problems := read(t, "content/things/a/index.md", page("title: А\nsummary: x\n"))
	for name, want := range map[string]string{"draft": "false", "weight": "1000", "origin": "own", "tags": "—", "money": "—"} {
		v, _ := doc.Value(name)
		if got := shown(v); got != want || v.Line != 0 {
			t.Errorf("%s is %s on line %d, want %s", name, got, v.Line, want)
		}
	}
	if len(problems) > 0 {
		t.Error(told(problems))
	}
	if len(doc.Values) != 2 {
		t.Errorf("%d values stand in the document, want title and summary: the kind has the rest", len(doc.Values))
	}
	doc, _ = read(t, "content/things/a/index.en.md", page("title: А\n"))
	if _, ok := doc.Value("weight"); ok {
		t.Error("a translation has defaults of its own")
	}
}

func TestTranslations(t *testing.T) {
	doc, problems := read(t, "content/things/a/index.en.md", page("title: A \"club\" - first\nstring: x\nweight: 3\nenum: runing\nвідвідини: x\n"))
	if got, want := told(problems), "4:1 W-LANG-KEY, 5:7 E-ENUM, 6:12 E-TYPE"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if draft, problems := read(t, "content/things/a/index.en.md", page("title: A\ndraft: true\n")); !draft.Draft || len(problems) > 0 {
		t.Errorf("a translation that is a draft: %t, %s", draft.Draft, told(problems))
	}
	if doc.Lang != site.EN || doc.Title != "A “club”\u00a0– first" || doc.Text("string") != "x" || doc.Draft || len(doc.Values) != 2 {
		t.Errorf("%q %q %+v", doc.Lang, doc.Title, doc.Values)
	}
}

// TestMarkdownFields: problems and links of a text in the header stand where it stands.
func TestMarkdownFields(t *testing.T) {
	for _, test := range []struct{ header, want, html string }{
		{"markdown: |\n  Один.\n\n  [тут](а.md)\n", "7:3 W-LINK-TEXT", "<p>Один.</p>"},
		{"markdown: |2\n\n    код\n\n   [тут](а.md)\n", "4:11 W-LINK-TEXT", "код"},
		{"markdown: >\n  Один.\n\n\n  [тут](а.md)\n", "4:11 W-LINK-TEXT", "<p>Один."},
		{"markdown: \"[тут](а.md)\"\n", "4:11 W-LINK-TEXT", "тут"},
		{"markdown: Один[^1]\n", "4:11 W-FOOTNOTE", "Один[^1]"},
		{"markdown: [а]\n", "4:11 E-TYPE", ""},
	} {
		doc, problems := read(t, "content/things/a/index.md", page("title: А\nsummary: x\n"+test.header))
		v, _ := doc.Value("markdown")
		if got := told(problems); got != test.want {
			t.Errorf("%q: %s, want %s", test.header, got, test.want)
		}
		if v.Body == nil != (test.html == "") || v.Body != nil && !strings.Contains(v.Body.HTML(), test.html) {
			t.Errorf("%q: %+v", test.header, v.Body)
		}
	}
}

func TestDateTrouble(t *testing.T) {
	for written, want := range map[string]string{
		"2021-11-02 25:00": "clock", "2021-11-02T09:60": "clock", "02.11.2021, 24:30": "clock", "2021-11-32 10:00": "day", "2021-02-30": "day",
		"2021-11 10:00": "partial", "2021-11": "partial", "завтра о 10:00": "form", "завтра": "form", "2021-11-02 10:00": "time",
	} {
		d, err := ukrainian.ParseDate(written)
		if got := dateTrouble(written, d, err); got != want {
			t.Errorf("%s: %s, want %s", written, got, want)
		}
	}
}

// TestMisspeltParts: of a part under a name that nobody knows something has been said; the rules between parts do not miss it as well.
func TestMisspeltParts(t *testing.T) {
	for _, field := range []string{
		"photos: [{file: a.jpg, altt: Вчителі за столом, people: none}]",
		"photos: [{file: a.jpg, alt: Вчителі за столом у залі, people: adults, consentt: written}]",
	} {
		problems := themeParser(t, false).Parse("content/news/a/index.md", []byte("---\ntitle: Назва\nsummary: Коротко.\ndate: 2021-01-01\n"+field+"\n---\nТекст\n")).Problems
		if len(problems) != 1 || problems[0].Code != "E-KEY" {
			t.Errorf("%s: %v", field, problems)
		}
	}
}
