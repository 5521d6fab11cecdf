package content

import (
	"fmt"
	"strings"
	"testing"

	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// TestOfficeHabits are tables as people keep them, with the kinds of the theme: what stands in a cell by habit is understood, what cannot be
// is told at its place.
func TestOfficeHabits(t *testing.T) {
	parser := themeParser(t, false)
	const head = "Назва;Вид;Область;Стан;Перевірено;"
	const row = "А;ЦПРПП;Київ;невідомо;20.11.2026;"
	for _, test := range []struct{ name, header, cell, want, told string }{
		{"a sign behind a name", "Рік утворення*", "2021", "established=2021", ""},
		{"a name in capitals over two lines", "\"РІК\nУТВОРЕННЯ:\"", "2021", "established=2021", ""},
		{"a number with a space", "Рік утворення", "2 021", "established=2021", ""},
		{"a number of a spreadsheet", "Рік утворення", "2021,0", "established=2021", ""},
		{"a dash", "Рік утворення", "—", "", ""},
		{"a number of the row", "№ з/п", "17", "", ""},
		{"a list by commas", "Мова", "укр, англ", "language=[uk, en]", ""},
		{"a list by lines", "Мова", "\"укр\nангл\"", "language=[uk, en]", ""},
		{"a list with an unknown word", "Мова", "\"укр; мова\"", "language=[uk]", "2:34 E-ENUM"},
		{"a line break in a text", "Примітка", "\"два\nрядки\"", "note=два рядки", ""},
		{"our own guard against formulas", "Примітка", "'=1+1", "note==1+1", ""},
		{"an apostrophe", "Примітка", "'ятий", "note='ятий", ""},
		{"digits lost", "Примітка", "9,78617E+12", "", "2:34 E-CSV-NUMBER"},
		{"digits lost, Cyrillic", "Примітка", "9,78617Е+12", "", "2:34 E-CSV-NUMBER"},
		{"a source of parts", "Джерела.Назва джерела;Джерела.Адреса", "Сайт;https://example.org/", "sources=[{title: Сайт, url: https://example.org/}]", ""},
		{"a source without its title", "Джерела.Адреса", "https://example.org/", "sources=[{url: https://example.org/}]", "2:34 E-REQUIRED"},
		{"no name", "", "забуто", "", "2:34 E-CSV-NAMELESS"},
		{"a draft", "Чернетка", "+", "draft=true", ""},
		{"a draft in Excel's words", "Чернетка", "ІСТИНА", "draft=true", ""},
	} {
		source := head + test.header + "\n" + row + test.cell + "\n"
		parsed := parser.Parse("content/catalogue/a.csv", []byte(source))
		sound(t, source, parsed.Problems)
		got := ""
		for _, doc := range parsed.Docs {
			for _, v := range doc.Values {
				if v.Line > 0 && strings.HasPrefix(test.want, v.Field.Name+"=") {
					got = v.Field.Name + "=" + shown(v)
				}
			}
		}
		if len(parsed.Docs) != 1 || got != test.want {
			t.Errorf("%s: %d rows, %q, want %q", test.name, len(parsed.Docs), got, test.want)
		}
		if told := places(parsed.Problems); told != test.told && !strings.Contains(test.header, "\n") {
			t.Errorf("%s: told %q, want %q", test.name, told, test.told)
		}
	}
}

func TestOfficeDates(t *testing.T) {
	parser := themeParser(t, false)
	for cell, want := range map[string]string{
		"2026-11-20": "2026-11-20", "20.11.2026": "2026-11-20", "1.9.26": "2026-09-01", "01.09.99": "1999-09-01", "1.9.29": "2029-09-01", "1.9.30": "1930-09-01",
		"20.11.2026 0:00:00": "2026-11-20", "2026-11-20 00:00:00": "2026-11-20", "2026-11-20T00:00": "2026-11-20", "20.11.2026 р.": "2026-11-20", "20.11.2026р.": "2026-11-20",
		"20.11.2026 року": "2026-11-20", "46346": "2026-11-20 W-CSV-DATE", "2026-11-20 10:00": "E-DATE", "20/11/2026": "E-DATE", "31.02.2026": "E-DATE", "46346,5": "E-DATE", "2026": "E-DATE",
	} {
		parsed := parser.Parse("content/catalogue/a.csv", []byte("Назва;Вид;Область;Стан;Перевірено\nА;ЦПРПП;Київ;невідомо;"+cell+"\n"))
		var parts []string
		if v, ok := parsed.Docs[0].Value("checked"); ok {
			parts = append(parts, v.Date.String())
		}
		for _, p := range parsed.Problems {
			parts = append(parts, p.Code)
		}
		if got := strings.Join(parts, " "); got != want {
			t.Errorf("%q: %s, want %s", cell, got, want)
		}
	}
}

func places(list problem.List) string {
	var texts []string
	for _, p := range list {
		texts = append(texts, fmt.Sprintf("%d:%d %s", p.Line, p.Column, p.Code))
	}
	return strings.Join(texts, ", ")
}

func TestReviewThreeYearsLater(t *testing.T) {
	for from, want := range map[string]string{"2026-11-01": "2029-11-01", "2024-02-29": "2027-02-28", "2025-12-31": "2028-12-31"} {
		d, err := ukrainian.ParseDate(from)
		if err != nil {
			t.Fatal(err)
		}
		if got := yearsLater(d, reviewAfter).String(); got != want {
			t.Errorf("%s: %s, want %s", from, got, want)
		}
	}
}

func TestWorkbooksHaveTheirPlaces(t *testing.T) {
	kinds := themeParser(t, false).Kinds
	for file, want := range map[string]bool{
		"content/catalogue/a.xlsx": true, "content/catalogue/A.XLSX": true, "content/catalogue/a.ods": true, "content/library/a.xls": true, "content/contests/k/winners.xlsx": true,
		"content/contests/k/zrazok.xlsx": false, "content/pages/a.xlsx": false, "content/catalogue/a/b.xlsx": false, "content/a.xlsx": false, "content/catalogue/a.csv": false, "content/nope/a.xlsx": false,
		"content/contests/k/x/winners.xlsx": false,
	} {
		if got := kinds.Workbook(file); got != want {
			t.Errorf("%s: %t", file, got)
		}
	}
}

// TestTablesAreLinear: a table whose every row is wrong in many ways takes no longer than its length, and after a thousand mistakes it is told that there are more.
func TestTablesAreLinear(t *testing.T) {
	parser := themeParser(t, false)
	var b strings.Builder
	b.WriteString("Назва;Вид;Область;Стан;Перевірено;Сайт\n")
	for i := range 1000 {
		fmt.Fprintf(&b, "А%d;ніщо;ніде;ніяк;ніколи;нема адреси\nзайве;%d;зайве;зайве;зайве;зайве;зайве\n", i, i)
	}
	parsed := parser.Parse("content/catalogue/a.csv", []byte(b.String()))
	last := parsed.Problems[len(parsed.Problems)-1]
	if n := len(parsed.Problems); n < mostWrong || n > mostWrong+20 || last.Code != "E-CSV-MANY" {
		t.Errorf("%d problems, the last is %s", n, last.Code)
	}
}
