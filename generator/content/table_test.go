package content

import (
	"strings"
	"testing"

	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/site"
)

// winners reads a table of winners of the tests.
func winners(t *testing.T, source string) ([]*site.Doc, problem.List) {
	t.Helper()
	parsed := (&Parser{Kinds: testKinds(t)}).Parse("content/contests/k/winners.csv", []byte(source))
	sound(t, source, parsed.Problems)
	return parsed.Docs, parsed.Problems
}

// rows are the documents of a table in one line each: line, title, and every value that the author wrote.
func rows(docs []*site.Doc) string {
	var lines []string
	for _, doc := range docs {
		values := []string{doc.ID}
		for _, v := range doc.Values {
			if v.Line > 0 {
				values = append(values, v.Field.Name+"="+shown(v))
			}
		}
		lines = append(lines, strings.Join(values, " "))
	}
	return strings.Join(lines, "; ")
}

func TestTables(t *testing.T) {
	for _, test := range []struct{ name, source, rows, told string }{
		{"commas", "place,institution\nтриває,Ліцей\n", "litsei place=running institution=Ліцей", ""},
		{"semicolons", "place;institution\nтриває;Ліцей, перший\n", "litsei-pershyi place=running institution=Ліцей, перший", ""},
		{"tabs", "place\tinstitution\nтриває\tЛіцей; перший\n", "litsei-pershyi place=running institution=Ліцей; перший", ""},
		{"as Excel saves it", "\ufeffМісце;Заклад;;\r\nтриває;Ліцей;;\r\n;;;\r\n", "litsei place=running institution=Ліцей", ""},
		{"quotes", "place,institution\nтриває,\"Гімназія, «Друга» \"\"А\"\"\"\n", "himnaziia-druha-a place=running institution=Гімназія, «Друга» «А»", ""},
		{"a line break inside quotes", "place,institution,points\nтриває,\"Ліцей\nперший\",5\nтриває,Другий,багато\n", "litsei-pershyi place=running institution=Ліцей перший points=5; druhyi place=running institution=Другий", "4:15 E-TYPE"},
		{"a part of an object", "place,institution,name,consent.date,Згода.Номер згоди\nтриває,Ліцей,Перша,2026-01-10,15/2026\n",
			"persha-litsei place=running institution=Ліцей name=Перша consent={date: 2026-01-10, ref: 15/2026}", ""},
		{"a part that is wrong", "place,institution,consent.date,consent.ref\nтриває,Ліцей,вчора,15\n", "litsei place=running institution=Ліцей consent={ref: 15}", "2:14 E-DATE"},
		{"a part that is missing", "place,institution,consent.date\nтриває,Ліцей,2026-01-10\n", "litsei place=running institution=Ліцей consent={date: 2026-01-10}", "2:14 E-REQUIRED"},
		{"a name without consent", "place,institution,name\nтриває,Ліцей,Перша\n", "persha-litsei place=running institution=Ліцей name=Перша", "2:14 E-CONSENT"},
		{"a child's name", "place,institution,name\nтриває,\"Ліцей, 5 клас\",Перша\n", "persha-litsei-5-klas place=running institution=Ліцей, 5 клас name=Перша", "2:24 E-CHILD-NAME"},
		{"a school of four classes", "place,institution,name,consent.date,consent.ref\nтриває,Школа (1–4 класи),Перша,2026-01-10,1\n", "persha-shkola-1-4-klasy place=running institution=Школа (1–4 класи) name=Перша consent={date: 2026-01-10, ref: 1}", ""},
		{"a consent that is wrong", "place,institution,name,consent.date\nтриває,Ліцей,Перша,вчора\n", "persha-litsei place=running institution=Ліцей name=Перша", "2:20 E-DATE"},
		{"a list between commas", "place,institution,tasks\nтриває,Ліцей,а; б ;;в\n", "litsei place=running institution=Ліцей tasks=[а, б, в]", ""},
		{"a list between semicolons", "place;institution;tasks\nтриває;Ліцей;\"а;б\"\n", "litsei place=running institution=Ліцей tasks=[а, б]", ""},
		{"numbers", "place,institution,points\nтриває,Ліцей,\"22,5\"\nтриває,Другий,null\nтриває,Третій,\n", "litsei place=running institution=Ліцей points=22.5; druhyi place=running institution=Другий points=null; tretii place=running institution=Третій", ""},
		{"a number where a text is due", "place,institution\nтриває,5\n", "5 place=running institution=5", ""},
		{"blank rows", "place,institution\n\nтриває,Ліцей\n,\n \n", "litsei place=running institution=Ліцей", ""},
		{"a short row", "place,institution,points\nтриває\nтриває,Ліцей,5\n", "litsei place=running institution=Ліцей points=5", "2 E-CSV-ROW"},
		{"a long row", "place,institution\nтриває,Ліцей,зайве\nтриває,Другий\n", "druhyi place=running institution=Другий", "2 E-CSV-ROW"},
		{"an unknown column", "place,institution,plase\nтриває,Ліцей,x\n", "litsei place=running institution=Ліцей", "1:19 E-CSV-HEADER"},
		{"an unknown part", "place,institution,consent.data\nтриває,Ліцей,x\n", "litsei place=running institution=Ліцей", "1:19 E-CSV-HEADER"},
		{"a part of what has none", "place.x,place,institution\nа,триває,Ліцей\n", "litsei place=running institution=Ліцей", "1:1 E-CSV-HEADER"},
		{"a column twice", "place,institution,Місце\nтриває,Ліцей,завершено\n", "litsei place=running institution=Ліцей", "1:19 E-CSV"},
		{"a required column is missing", "place\nтриває\nзавершено\n", "2 place=running; 3 place=completed", "1 E-CSV-COLUMN"},
		{"a required cell is missing", "place,institution\nтриває,\n", "2 place=running", "2 E-REQUIRED"},
		{"a wrong word is not missing", "place,institution\nтрива,Ліцей\n", "litsei institution=Ліцей", "2:1 E-ENUM"},
		{"quotes that are not closed", "place,institution\nтриває,Ліцей\nтриває,\"Другий\nзавершено,Третій\n", "litsei place=running institution=Ліцей; tretii place=completed institution=Третій", "3:8 E-CSV"},
		{"only names of columns", "place,institution\n", "", ""},
		{"nothing", "", "", "E-CSV-EMPTY"},
		{"only blank lines", "\n\r\n  \n", "", "E-CSV-EMPTY"},
		{"two of one title", "place,institution\nтриває,Ліцей\nзавершено,Ліцей\n", "litsei place=running institution=Ліцей; litsei place=completed institution=Ліцей", ""},
		{"an id of its own", "id,place,institution\nпершe,триває,Ліцей\n", "першe id=першe place=running institution=Ліцей", ""},
		{"a draft", "place,institution,draft\nтриває,Ліцей,так\n", "litsei place=running institution=Ліцей draft=true", ""},
		{"a phone (PD-01)", "place,institution\nтриває,050 123-45-67\n", "050-123-45-67 place=running institution=050 123-45-67", "2:8 E-PII"},
	} {
		docs, problems := winners(t, test.source)
		if got := rows(docs); got != test.rows || told(problems) != test.told {
			t.Errorf("%s:\n got %s; %s\nwant %s; %s", test.name, got, told(problems), test.rows, test.told)
		}
	}
}

func TestRowsKnowTheirPlace(t *testing.T) {
	docs, problems := winners(t, "place,institution,draft,points\n\nтриває,\"а\nб\",,\nзавершено,Ліцей,так,x\n")
	if len(docs) != 2 {
		t.Fatal(rows(docs))
	}
	a, b := docs[0], docs[1]
	if a.Line != 3 || b.Line != 5 || b.Order != 5 || b.Path != "contests/k/litsei" || b.Owner != "contests/k" || b.Section != "winners" || b.Lang != site.UK || !b.Draft || a.Draft {
		t.Errorf("%+v\n%+v", a, b)
	}
	v, _ := a.Value("institution")
	if v.Line != 3 || v.Column != 8 {
		t.Errorf("a cell stands on %d:%d", v.Line, v.Column)
	}
	if told(problems) != "5:21 E-TYPE" || !problems[0].Draft || problems[0].Source != "завершено,Ліцей,так,x" {
		t.Errorf("%s: %+v", told(problems), problems)
	}
}

func TestUnknownColumnsNameTheNearest(t *testing.T) {
	for column, want := range map[string]string{"plase": "place", "Заклд": "Заклад", "consent.data": "consent.date", "зовсім інше": ""} {
		_, problems := winners(t, "place,institution,"+column+"\nтриває,Ліцей,x\n")
		if got := firstOf(problems, "E-CSV-HEADER").Args["nearest"]; got != want {
			t.Errorf("%s: %q, want %q", column, got, want)
		}
	}
}

// FuzzTable reads any bytes as a table: no panic, places inside it, problems with their arguments.
func FuzzTable(f *testing.F) {
	for _, seed := range []string{
		"place,institution\nтриває,Ліцей\n", "place;consent.date;tasks\n\"а\nб\";2020-13-01;а;б\n", "\ufeffМісце\tБали\r\n\r\nx\ty\tz", "a,\"b\nc", "place,place,,\n1,2,3,4,5\n", "points,name\nnull,050 123-45-67\n",
	} {
		f.Add([]byte(seed))
	}
	parser := &Parser{Kinds: testKinds(f)}
	f.Fuzz(func(t *testing.T, source []byte) {
		parsed := parser.Parse("content/contests/k/winners.csv", source)
		for _, p := range parsed.Problems {
			if missing := p.Missing(); len(missing) > 0 || p.Line < 0 {
				t.Errorf("%s lacks %q on line %d", p.Code, missing, p.Line)
			}
		}
		for _, doc := range parsed.Docs {
			if doc.Line < 1 || doc.ID == "" {
				t.Errorf("%+v", doc)
			}
		}
	})
}
