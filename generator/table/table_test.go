package table

import (
	"encoding/binary"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
)

// known are the columns of the tests' register.
func known(name string) bool {
	return slices.Contains([]string{"Назва", "Рік", "Місто", "Прізвище, ім’я, по батькові", "Дата"}, name)
}

// show writes a table as lines: number of the line, cells by the letters of their columns; then the problems.
func show(t *Table, problems []string) string {
	var b strings.Builder
	if t != nil {
		for _, row := range append([]Row{t.Header}, t.Rows...) {
			b.WriteString(strconv.Itoa(row.Line))
			for _, c := range row.Cells {
				b.WriteString(" " + letters(c.Index+1) + "[" + strings.ReplaceAll(c.Text, "\n", "⏎") + "]")
			}
			b.WriteString("\n")
		}
	}
	for _, p := range problems {
		b.WriteString(p + "\n")
	}
	return b.String()
}

func read(file string, data []byte) (*Table, []string) {
	t, list := Read(data, Options{File: file, Known: known})
	var problems []string
	for _, p := range list {
		text := p.Code
		if p.Line > 0 {
			text += " " + strconv.Itoa(p.Line) + ":" + strconv.Itoa(p.Column)
		}
		for _, name := range []string{"why", "cell", "what", "cells", "names", "rows", "columns", "last", "header"} {
			if v := p.Args[name]; v != "" {
				text += " " + v
			}
		}
		if missing := p.Missing(); len(missing) > 0 {
			text += " missing " + strings.Join(missing, " ")
		}
		problems = append(problems, text)
	}
	return t, problems
}

const plain = "1 A[Назва] B[Рік] C[Місто]\n2 A[Ліцей] B[2021] C[Дружківка]\n"

func TestCSVAsProgramsSaveIt(t *testing.T) {
	for name, c := range map[string]struct{ source, want string }{
		"comma":               {"Назва,Рік,Місто\nЛіцей,2021,Дружківка\n", plain},
		"semicolon":           {"Назва;Рік;Місто\nЛіцей;2021;Дружківка\n", plain},
		"tab":                 {"Назва\tРік\tМісто\nЛіцей\t2021\tДружківка\n", plain},
		"no end of line":      {"Назва;Рік;Місто\nЛіцей;2021;Дружківка", plain},
		"mark":                {"\ufeffНазва;Рік;Місто\r\nЛіцей;2021;Дружківка\r\n", plain},
		"old Mac":             {"Назва;Рік;Місто\rЛіцей;2021;Дружківка\r", plain},
		"sep":                 {"sep=;\nНазва;Рік;Місто\nЛіцей;2021;Дружківка\n", strings.NewReplacer("1 A", "2 A", "2 A", "3 A").Replace(plain)},
		"sep of another sign": {"sep=|\nНазва|Рік|Місто\nЛіцей|2021|Дружківка\n", strings.NewReplacer("1 A", "2 A", "2 A", "3 A").Replace(plain)},
		"comma in a name": {
			"Прізвище, ім’я, по батькові;Місто\nПерша, Анна;Дружківка\n", "1 A[Прізвище, ім’я, по батькові] B[Місто]\n2 A[Перша, Анна] B[Дружківка]\n",
		},
		"unknown columns, most signs": {"а;б,в;г\n1;2;3\n", "1 A[а] B[б,в] C[г]\n2 A[1] B[2] C[3]\n"},
		"one column":                  {"Назва\nЛіцей\n", "1 A[Назва]\n2 A[Ліцей]\n"},
		"empty rows":                  {"\n\nНазва;Рік\n;;\n   ;\nЛіцей;2021\n\n\n", "3 A[Назва] B[Рік]\n6 A[Ліцей] B[2021]\n"},
		"empty columns":               {"Назва;Рік;;;\nЛіцей;2021;;;\n", "1 A[Назва] B[Рік]\n2 A[Ліцей] B[2021]\n"},
		"quotes":                      {"Назва;Рік\n\"Ліцей \"\"Перший\"\"; №\u00a01\";2021\n", "1 A[Назва] B[Рік]\n2 A[Ліцей \"Перший\"; №\u00a01] B[2021]\n"},
		"space around quotes":         {"Назва, Рік\n \"Ліцей, перший\" , 2021\n", "1 A[Назва] B[Рік]\n2 A[Ліцей, перший] B[2021]\n"},
		"quotes without quotes":       {"Назва;Рік\nЛіцей \"Перший\";2021\n", "1 A[Назва] B[Рік]\n2 A[Ліцей \"Перший\"] B[2021]\n"},
		"line breaks":                 {"Назва;Рік\n\"Ліцей\r\nперший\";2021\nГімназія;2022\n", "1 A[Назва] B[Рік]\n2 A[Ліцей⏎перший] B[2021]\n4 A[Гімназія] B[2022]\n"},
		"title above": {
			"Перелік установ;;\nстаном на 2021 рік;;\n\nНазва;Рік;Місто\nЛіцей;2021;Київ\n",
			"4 A[Назва] B[Рік] C[Місто]\n5 A[Ліцей] B[2021] C[Київ]\nW-CSV-TITLE 1:0 2 4\n",
		},
		"title with a comma above": {"Перелік установ, 2021\nНазва;Рік;Місто\nЛіцей;2021;Київ\n", "2 A[Назва] B[Рік] C[Місто]\n3 A[Ліцей] B[2021] C[Київ]\nW-CSV-TITLE 1:0 1 2\n"},
		"only names":               {"Назва;Рік\n", "1 A[Назва] B[Рік]\n"},
		"nothing":                  {";;;\n\n", "0\n"},

		"quote not closed": {"Назва;Рік\nа;\"б\nв;г\nд;е\n", "1 A[Назва] B[Рік]\n3 A[в] B[г]\n4 A[д] B[е]\nE-CSV 2:3 quote\n"},
		"quotes in quotes": {"Назва;Рік\nа;б\n \"Ліцей \"Перший\"\";2021\nв;г\n", "1 A[Назва] B[Рік]\n2 A[а] B[б]\n4 A[в] B[г]\nE-CSV 3:2 stray\n"},
		"quote closed far below": {
			"Назва;Рік\nа;\"б\nв;\"г\"\nд;е\n", "1 A[Назва] B[Рік]\n3 A[в] B[г]\n4 A[д] B[е]\nE-CSV 2:3 stray\n",
		},
		"a wrong quote in the names": {"\"Назва;Рік\nа;б\n", "0\nE-CSV 1:1 quote\n"},
		"two wrong quotes":           {"Назва;Рік\n\"а\"б;1\n\"в\"г;2\nд;3\n", "1 A[Назва] B[Рік]\n4 A[д] B[3]\nE-CSV 2:1 stray\nE-CSV 3:1 stray\n"},
	} {
		if got := show(read("a.csv", []byte(c.source))); got != c.want {
			t.Errorf("%s:\n%s", name, cmp.Diff(c.want, got))
		}
	}
}

func TestEncodings(t *testing.T) {
	text := "Назва;Рік;Місто\nЛіцей;2021;Дружківка\n"
	old := strings.Map(func(r rune) rune { // a byte each, see below
		switch {
		case r == 'і':
			return 0xb3
		case r >= 'А':
			return r - 'А' + 0xc0
		}
		return r
	}, text)
	var bytes []byte
	for _, r := range old {
		bytes = append(bytes, byte(r))
	}
	old = string(bytes)
	wide := func(order binary.AppendByteOrder, mark bool) string {
		var b []byte
		if mark {
			b = order.AppendUint16(b, 0xfeff)
		}
		for _, c := range utf16.Encode([]rune(text)) {
			b = order.AppendUint16(b, c)
		}
		return string(b)
	}
	for name, c := range map[string]struct{ source, want string }{
		"Windows-1251":       {old, plain + "W-CSV-ENCODING\n"},
		"UTF-16 LE":          {wide(binary.LittleEndian, true), plain + "W-CSV-UTF16\n"},
		"UTF-16 BE":          {wide(binary.BigEndian, true), plain + "W-CSV-UTF16\n"},
		"UTF-16 unmarked":    {wide(binary.LittleEndian, false), "E-CSV-ENCODING\n"},
		"UTF-16 cut":         {wide(binary.LittleEndian, true) + "x", "E-CSV-ENCODING\n"},
		"half a pair":        {"\xff\xfe\x3d\xd8", "E-CSV-ENCODING\n"},
		"half a pair inside": {"\xff\xfe\x3d\xd8a\x00", "E-CSV-ENCODING\n"},
		"UTF-32":             {"\xff\xfe\x00\x00a\x00\x00\x00", "E-CSV-ENCODING\n"},
		"zero bytes":         {"Назва;Рік\n\x00", "E-CSV-ENCODING\n"},
		"letters lost":       {"?????;???\n????;2020\n", "E-CSV-LOST\n"},
		"quoted ones lost":   {"\"???????? ?? ????\",??????.????\r\n????,2020\r\n", "E-CSV-LOST\n"},
		"one asks":           {"title;year\n???;2020\n", "1 A[title] B[year]\n2 A[???] B[2020]\n"},
		"neither":            {"\x81\x8d\x8f\x90\x98;\xff", "E-CSV-ENCODING\n"},
		"a workbook":         {"PK\x03\x04...", "E-CSV excel\n"},
		"an old workbook":    {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "E-CSV excel\n"},
	} {
		if got := show(read("a.csv", []byte(c.source))); got != c.want {
			t.Errorf("%s:\n%s", name, cmp.Diff(c.want, got))
		}
	}
}

// TestEveryCellKnowsItsPlace: a cell's text stands in Table.Text where the cell says.
func TestEveryCellKnowsItsPlace(t *testing.T) {
	check := func(name string, table *Table) {
		t.Helper()
		for _, row := range append([]Row{table.Header}, table.Rows...) {
			for _, c := range row.Cells {
				line := []rune(table.Source(c.Line))
				first, _, _ := strings.Cut(c.Text, "\n")
				if c.Column < 1 || c.Column > len(line) || !strings.HasPrefix(strings.TrimLeft(string(line[c.Column-1:]), "\""), first) {
					t.Errorf("%s: %q is not at %d:%d: %s", name, c.Text, c.Line, c.Column, string(line))
				}
			}
		}
	}
	table, _ := read("a.csv", []byte("Назва;Рік\n\"Ї\nє\";ґ;  ж\n;\"ю\" ; я\n"))
	check("csv", table)
	table, _ = read("a.xlsx", workbook(map[string]string{"xl/worksheets/sheet1.xml": sheetXML(
		`<row r="1"><c r="A1" t="inlineStr"><is><t>Назва</t></is></c></row><row r="3"><c r="B3" t="inlineStr"><is><t>Їжак  
і лис</t></is></c><c r="AA3"><v>5</v></c></row>`)}))
	table.Rows[0].Cells[0].Text = strings.Join(strings.Fields(table.Rows[0].Cells[0].Text), " ")
	check("workbook", table)
	if got, want := table.Source(3), "B: Їжак і лис | AA: 5"; got != want {
		t.Errorf("line 3 is %q, not %q", got, want)
	}
	if table.Source(0) != "" || table.Source(4) != "" {
		t.Error("there are lines outside of the table")
	}
	table, _ = read("a.csv", []byte("\xcd\xe0\xe7\xe2\xe0;\xce\xe4\xe8\xed"))
	if got := string(table.Text); got != "Назва;Один" {
		t.Errorf("the text is %q", got)
	}
}

// TestCSVIsLinear: texts that invite looking again and again.
func TestCSVIsLinear(t *testing.T) {
	for name, piece := range map[string]string{
		"open quotes": "\"а\n", "quotes at the end": "а;\"\n", "doubled": "\"\"\"\n", "wide": "а;", "stray": "\"а\"б\n", "pairs": "\"\"\n", "one line": "\"а\";",
	} {
		source := []byte("Назва;Рік\n" + strings.Repeat(piece, (1<<20)/len(piece)))
		table, _ := Read(source, Options{File: "a.csv", Known: known})
		if table == nil {
			t.Errorf("%s: no table", name)
		}
	}
}

func FuzzCSV(f *testing.F) {
	for _, seed := range []string{"", "Назва;Рік\nа;б", "sep=;\n\"а\"\"\";\"б\nв\"", "\"", "\xff\xfea\x00", "\xcd\xe0\xe7\xe2\xe0;1\n", "a,b\r\n\"c\r\nd\",e", "а;\"б\n\"в\""} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		table, problems := Read(data, Options{File: "a.csv", Known: known})
		if table == nil && len(problems) == 0 {
			t.Fatal("neither a table nor a problem")
		}
		if table == nil {
			return
		}
		last := 0
		for _, row := range append([]Row{table.Header}, table.Rows...) {
			if row.Line < last || len(row.Cells) > row.Width {
				t.Fatalf("rows out of order: %v", row)
			}
			last = row.Line
			for _, c := range row.Cells {
				if c.Text == "" || c.Text != trim(c.Text) || c.Line < row.Line || c.Column < 1 {
					t.Fatalf("cell %+v of row %+v", c, row)
				}
			}
		}
		for _, p := range problems {
			if missing := p.Missing(); len(missing) > 0 {
				t.Fatalf("%s lacks %v", p.Code, missing)
			}
		}
	})
}
