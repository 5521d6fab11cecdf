package table

import (
	"archive/zip"
	"bytes"
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const (
	relationsOf = `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	kinds       = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
)

// parts are a workbook of one empty sheet; the tests replace some.
func parts() map[string]string {
	return map[string]string{
		"[Content_Types].xml": `<Types/>`,
		"_rels/.rels":         relationsOf + `<Relationship Id="r1" Type="` + kinds + `officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml":     `<workbook xmlns:r="r"><workbookPr/><sheets><sheet name="Аркуш1" sheetId="1" r:id="s1"/><sheet name="Аркуш2" sheetId="2" r:id="s2"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": relationsOf + `<Relationship Id="s1" Type="` + kinds + `worksheet" Target="worksheets/sheet1.xml"/>` +
			`<Relationship Id="s2" Type="` + kinds + `worksheet" Target="/xl/worksheets/sheet2.xml"/>` +
			`<Relationship Id="t" Type="` + kinds + `sharedStrings" Target="sharedStrings.xml"/>` +
			`<Relationship Id="f" Type="` + kinds + `styles" Target="styles.xml"/></Relationships>`,
		"xl/sharedStrings.xml": `<sst><si><t>Назва</t></si><si><r><rPr><b/></rPr><t xml:space="preserve">Лі</t></r><r><t>цей</t></r><rPh><t>xx</t></rPh></si><si><t> Перший_x000D_
рядок </t></si><si><t/></si></sst>`,
		"xl/styles.xml": `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\.mm\.yyyy;@"/><numFmt numFmtId="165" formatCode="#,##0.00\ &quot;годин дня&quot;"/>` +
			`<numFmt numFmtId="166" formatCode="00000"/><numFmt numFmtId="167" formatCode="[$-422]mmmm\ yyyy"/><numFmt numFmtId="168" formatCode="[h]:mm"/></numFmts>` +
			`<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/>` +
			`<xf numFmtId="22"/><xf numFmtId="167"/><xf numFmtId="20"/><xf numFmtId="168"/></cellXfs></styleSheet>`,
		"xl/worksheets/sheet1.xml": sheetXML(""),
		"xl/worksheets/sheet2.xml": sheetXML(""),
	}
}

func sheetXML(rows string) string {
	return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>` + rows + `</sheetData></worksheet>`
}

// workbook is an .xlsx file with some parts replaced; an empty one is left out.
func workbook(own map[string]string) []byte {
	all := parts()
	maps.Copy(all, own)
	var b bytes.Buffer
	archive := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(all)) {
		if all[name] == "" {
			continue
		}
		w, err := archive.Create(name)
		if err == nil {
			_, err = w.Write([]byte(all[name]))
		}
		if err != nil {
			panic(err)
		}
	}
	if err := archive.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}

func TestValuesOfCells(t *testing.T) {
	for cell, want := range map[string]string{
		`<c r="A2" t="s"><v>1</v></c>`:                                          "A[Ліцей]",
		`<c r="A2" t="s"><v>2</v></c>`:                                          "A[Перший⏎рядок]",
		`<c r="A2" t="s"><v>3</v></c>`:                                          "",
		`<c r="A2" t="inlineStr"><is><r><t>од</t></r><r><t>ин</t></r></is></c>`: "A[один]",
		`<c r="A2" t="str"><f>A1&amp;"!"</f><v>Назва!</v></c>`:                  "A[Назва!]",
		`<c r="A2" t="b"><v>1</v></c><c t="b"><v>0</v></c>`:                     "A[так] B[ні]",
		`<c r="A2"><v>1378</v></c>`:                                             "A[1378]",
		`<c r="A2"><v>0.30000000000000004</v></c>`:                              "A[0.3]",
		`<c r="A2"><v>22.5</v></c>`:                                             "A[22.5]",
		`<c r="A2"><v>9786170000002</v></c>`:                                    "A[9786170000002]",
		`<c r="A2"><v>1.5E-3</v></c>`:                                           "A[0.0015]",
		`<c r="A2"><v>-7</v></c>`:                                               "A[-7]",
		`<c r="A2" s="1"><v>44197</v></c>`:                                      "A[2021-01-01]",
		`<c r="A2" s="2"><v>44197</v></c>`:                                      "A[2021-01-01]",
		`<c r="A2" s="2"><v>61</v></c>`:                                         "A[1900-03-01]",
		`<c r="A2" s="2"><v>59</v></c>`:                                         "A[1900-02-28]",
		`<c r="A2" s="2"><v>1</v></c>`:                                          "A[1900-01-01]",
		`<c r="A2" s="2"><v>0</v></c>`:                                          "A[0]",
		`<c r="A2" s="2"><v>-3</v></c>`:                                         "A[-3]",
		`<c r="A2" s="2"><v>99999999</v></c>`:                                   "A[99999999]",
		`<c r="A2" s="3"><v>44197</v></c>`:                                      "A[44197]",
		`<c r="A2" s="4"><v>123</v></c>`:                                        "A[00123]",
		`<c r="A2" s="5"><v>44197.604166666664</v></c>`:                         "A[2021-01-01T14:30]",
		`<c r="A2" s="5"><v>44197</v></c>`:                                      "A[2021-01-01]",
		`<c r="A2" s="5"><v>44197.999999</v></c>`:                               "A[2021-01-02]",
		`<c r="A2" s="6"><v>44440</v></c>`:                                      "A[2021-09]",
		`<c r="A2" s="7"><v>0.375</v></c>`:                                      "A[09:00]",
		`<c r="A2" s="8"><v>1.5</v></c>`:                                        "A[1.5]",
		`<c r="A2" t="d"><v>2021-09-01T00:00:00</v></c>`:                        "A[2021-09-01]",
		`<c r="A2" s="99"><v>5</v></c>`:                                         "A[5]",
		`<c r="A2" s="2"/>`:                                                     "",
		`<c r="A2"><v></v></c>`:                                                 "",
		`<c><v>1</v></c><c><v>2</v></c>`:                                        "A[1] B[2]",
		`<c r="C2"><v>3</v></c><c r="A2"><v>1</v></c>`:                          "A[1] C[3]",
		`<c r="A2" t="e"><v>#N/A</v></c><c r="B2"><v>1</v></c>`:                 "B[1]\nE-XLSX-CELL 2:4 A2 error",
		`<c r="A2"><v>1</v></c><c r="C2"><f>A2*2</f></c>`:                       "A[1]\nE-XLSX-CELL 2:11 C2 formula",
		`<c r="A2"><f>A1</f><v>4</v><extLst><ext><v>9</v></ext></extLst></c>`:   "A[4]",
	} {
		header := `<row r="1"><c r="A1" t="s"><v>0</v></c></row>`
		got := show(read("a.xlsx", workbook(map[string]string{"xl/worksheets/sheet1.xml": sheetXML(header + `<row r="2">` + cell + `</row>`)})))
		if want != "" {
			want = "2 " + want + "\n"
		}
		if want = "1 A[Назва]\n" + want; got != want {
			t.Errorf("%s:\n%s", cell, cmp.Diff(want, got))
		}
	}
}

func TestDaysFrom1904(t *testing.T) {
	data := workbook(map[string]string{
		"xl/workbook.xml":          strings.Replace(parts()["xl/workbook.xml"], "<workbookPr/>", `<workbookPr date1904="1"/>`, 1),
		"xl/worksheets/sheet1.xml": sheetXML(`<row><c t="s"><v>0</v></c></row><row><c s="1"><v>42735</v></c><c s="1"><v>0.5</v></c></row>`),
	})
	table, _ := Read(data, Options{File: "a.xlsx"})
	if got := table.Rows[0].Cells[0].Text; got != "2021-01-01" {
		t.Errorf("the day is %s", got)
	}
	if day, ok := table.Day("42735"); !ok || day != "2021-01-01" {
		t.Errorf("the number is %s", day)
	}
}

func TestNumbersOfDays(t *testing.T) {
	table := &Table{}
	for s, want := range map[string]string{"44197": "2021-01-01", "44440": "2021-09-01", "20000": "1954-10-03", "60000": "2064-04-08", "2021": "", "19999": "", "60001": "", "44197.5": "", "": "", "x": ""} {
		if got, ok := table.Day(s); ok != (want != "") || ok && got != want {
			t.Errorf("%q: %q, not %q", s, got, want)
		}
	}
}

func TestFormats(t *testing.T) {
	for code, want := range map[string]format{
		"General": {}, "0.00": {}, "@": {}, "0%": {}, `#,##0\ "₴"`: {}, "0.00E+00": {}, `"дата" 0`: {}, "[Red]0": {}, `\d0`: {}, `_-* #,##0_-`: {}, "": {}, "[]0": {},
		"000000": {zeros: 6}, "dd.mm.yyyy": {year: true, month: true, day: true}, "yyyy": {year: true}, "mm/yy": {year: true, month: true}, `d\ mmmm\ yyyy\ "р."`: {year: true, month: true, day: true},
		"h:mm": {clock: true}, "[h]:mm:ss": {clock: true}, "mm:ss.0": {clock: true}, "yyyy-mm-dd hh:mm": {year: true, month: true, day: true, clock: true}, "[$-422]mmmm yyyy;@": {year: true, month: true},
	} {
		if got := formatOf(code); got != want {
			t.Errorf("%q: %+v, not %+v", code, got, want)
		}
	}
}

func TestWhatASheetShowsOtherwise(t *testing.T) {
	sheet := `<worksheet><cols><col min="2" max="2" hidden="1"/><col min="9" max="16384" hidden="1"/></cols><sheetData>` +
		`<row r="1"><c r="A1" t="inlineStr"><is><t>Перелік</t></is></c></row>` +
		`<row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="inlineStr"><is><t>Рік</t></is></c></row>` +
		`<row r="4" hidden="1"><c r="A4" t="s"><v>1</v></c><c r="B4"><v>2021</v></c></row><row r="5"><c r="B5"><v>2022</v></c></row>` +
		`<row r="9" hidden="1"/></sheetData><mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="A4:A5"/></mergeCells></worksheet>`
	second := sheetXML(`<row><c><v>1</v></c></row>`)
	got := show(read("a.xlsx", workbook(map[string]string{"xl/worksheets/sheet1.xml": sheet, "xl/worksheets/sheet2.xml": second})))
	want := "3 A[Назва] B[Рік]\n4 A[Ліцей] B[2021]\n5 B[2022]\nW-XLSX-MERGED 4:0 A4:A5\nW-XLSX-HIDDEN 4 B\nW-XLSX-SHEETS «Аркуш2»\nW-CSV-TITLE 1:0 1 3\n"
	if got != want {
		t.Error(cmp.Diff(want, got))
	}
	hidden := strings.Replace(parts()["xl/workbook.xml"], `sheetId="1"`, `sheetId="1" state="veryHidden"`, 1)
	got = show(read("a.xlsx", workbook(map[string]string{"xl/workbook.xml": hidden, "xl/worksheets/sheet1.xml": sheetXML(""), "xl/worksheets/sheet2.xml": second})))
	if want := "1 A[1]\n"; got != want {
		t.Errorf("a hidden sheet: %s", cmp.Diff(want, got))
	}
}

func TestWorkbooksThatAreNone(t *testing.T) {
	long := "<sst><si><t>" + strings.Repeat("а", 1<<20) + "</t></si></sst>"
	often := "<row>" + strings.Repeat(`<c t="s"><v>0</v></c>`, mostText>>20) + "</row>"
	deep := strings.Repeat("<a>", 1000) // sixty megabytes of them took two gigabytes
	for name, c := range map[string]struct {
		file string
		data []byte
		want string
	}{
		"text":                  {"a.xlsx", []byte("Назва;Рік\n"), "E-XLSX text\n"},
		"empty":                 {"a.xlsx", nil, "E-XLSX text\n"},
		"old":                   {"a.xls", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....."), "E-XLSX old\n"},
		"password":              {"a.xlsx", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....."), "E-XLSX old\n"},
		"LibreOffice":           {"a.ods", []byte("PK\x03\x04....."), "E-XLSX ods\n"},
		"cut":                   {"a.xlsx", workbook(nil)[:900], "E-XLSX broken\n"},
		"no workbook":           {"a.xlsx", workbook(map[string]string{"xl/workbook.xml": ""}), "E-XLSX broken\n"},
		"no sheet":              {"a.xlsx", workbook(map[string]string{"xl/worksheets/sheet1.xml": ""}), "E-XLSX broken\n"},
		"no sheets":             {"a.xlsx", workbook(map[string]string{"xl/workbook.xml": "<workbook/>"}), "E-XLSX broken\n"},
		"no xml":                {"a.xlsx", workbook(map[string]string{"xl/worksheets/sheet1.xml": "<worksheet><row>"}), "E-XLSX broken\n"},
		"a string that is none": {"a.xlsx", workbook(map[string]string{"xl/worksheets/sheet1.xml": sheetXML(`<row><c t="s"><v>44</v></c></row>`)}), "E-XLSX broken\n"},
		"a cell of another row": {"a.xlsx", workbook(map[string]string{"xl/worksheets/sheet1.xml": sheetXML(`<row r="1"><c r="A2"><v>1</v></c></row>`)}), "E-XLSX broken\n"},
		"a column beyond":       {"a.xlsx", workbook(map[string]string{"xl/worksheets/sheet1.xml": sheetXML(`<row><c r="ZZZ1"><v>1</v></c></row>`)}), "E-XLSX broken\n"},
		"a row beyond":          {"a.xlsx", workbook(map[string]string{"xl/worksheets/sheet1.xml": sheetXML(`<row r="99999999"><c><v>1</v></c></row>`)}), "E-XLSX broken\n"},
		"a row twice":           {"a.xlsx", workbook(map[string]string{"xl/worksheets/sheet1.xml": sheetXML(`<row r="1"><c><v>1</v></c></row><row r="1"><c><v>1</v></c></row>`)}), "E-XLSX broken\n"},
		"a cell without row":    {"a.xlsx", workbook(map[string]string{"xl/worksheets/sheet1.xml": sheetXML(`<c><v>1</v></c>`)}), "E-XLSX broken\n"},
		"a bomb":                {"a.xlsx", workbook(map[string]string{"xl/sharedStrings.xml": long, "xl/worksheets/sheet1.xml": sheetXML(often)}), "E-XLSX large\n"},
		"a deep book":           {"a.xlsx", workbook(map[string]string{"xl/workbook.xml": deep}), "E-XLSX large\n"},
		"deep strings":          {"a.xlsx", workbook(map[string]string{"xl/sharedStrings.xml": deep}), "E-XLSX large\n"},
		"a deep sheet":          {"a.xlsx", workbook(map[string]string{"xl/worksheets/sheet1.xml": deep}), "E-XLSX large\n"},
		"no strings, no styles": {"a.xlsx", workbook(map[string]string{
			"xl/_rels/workbook.xml.rels": relationsOf + `<Relationship Id="s1" Type="` + kinds + `worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
			"xl/worksheets/sheet1.xml":   sheetXML(`<row><c s="1"><v>5</v></c></row>`),
		}), "1 A[5]\n"},
	} {
		if got := show(read(c.file, c.data)); got != c.want {
			t.Errorf("%s: %s", name, cmp.Diff(c.want, got))
		}
	}
}

func TestBombs(t *testing.T) {
	for name, own := range map[string]map[string]string{
		"rows":    {"xl/worksheets/sheet1.xml": sheetXML(strings.Repeat("<row/>", 10_000))},
		"strings": {"xl/sharedStrings.xml": "<sst>" + strings.Repeat("<si/>", 10_000) + "</sst>"},
		"sheets":  {"xl/worksheets/sheet2.xml": sheetXML(strings.Repeat("<row/>", 10_000))},
	} {
		r := &reader{Options: Options{File: "a.xlsx"}}
		if err := r.open(workbook(own), 20_000); !errors.Is(err, errLarge) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzWorkbook(f *testing.F) {
	f.Add(sheetXML(`<row r="1"><c r="A1" t="s"><v>0</v></c><c s="1"><v>44197</v></c></row><row r="3"><c t="e"><v>#REF!</v></c></row>`),
		parts()["xl/sharedStrings.xml"], parts()["xl/styles.xml"], parts()["xl/workbook.xml"])
	f.Add("<worksheet><cols><col min='1' hidden='1'/></cols><row><c><f/></c></row><mergeCell ref='A1'/></worksheet>", "<sst><si/></sst>", "<x/>", "<workbook/>")
	f.Fuzz(func(t *testing.T, sheet, shared, styles, main string) {
		data := workbook(map[string]string{
			"xl/worksheets/sheet1.xml": sheet, "xl/sharedStrings.xml": shared, "xl/styles.xml": styles, "xl/workbook.xml": main,
		})
		table, problems := Read(data, Options{File: "a.xlsx", Known: known})
		if table == nil && len(problems) == 0 {
			t.Fatal("neither a table nor a problem")
		}
		if table == nil {
			return
		}
		for _, row := range table.Rows {
			for _, c := range row.Cells {
				if c.Text == "" || c.Line != row.Line || c.Column < 1 {
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

// FuzzZip: the bytes of the file itself.
func FuzzZip(f *testing.F) {
	f.Add(workbook(nil))
	f.Add([]byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if table, problems := Read(data, Options{File: "a.xlsx"}); table == nil && len(problems) == 0 {
			t.Fatal("neither a table nor a problem")
		}
	})
}
