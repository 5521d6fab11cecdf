package main

import (
	"archive/zip"
	"encoding/xml"
	"os"
	"regexp"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

var plainNumber = regexp.MustCompile(`^-?\d+(\.\d+)?$`)

// workbook TO FROM...: makes a workbook of Excel of tables whose cells are divided by semicolons, a sheet each. A number is a number,
// `day 44197` a day that is shown as a date, `=A1` a formula nobody has computed, `#N/A` an error, the rest is text.
func workbook(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: workbook TO FROM...")
	}
	file, err := os.Create(ts.MkAbs(args[0]))
	ts.Check(err)
	defer file.Close()
	archive := zip.NewWriter(file)
	const kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	var sheets, relations strings.Builder
	for i, from := range args[1:] {
		n := strconv.Itoa(i + 1)
		sheets.WriteString(`<sheet name="Аркуш` + n + `" sheetId="` + n + `" r:id="s` + n + `"/>`)
		relations.WriteString(`<Relationship Id="s` + n + `" Type="` + kinds + `worksheet" Target="worksheets/sheet` + n + `.xml"/>`)
		write(ts, archive, "xl/worksheets/sheet"+n+".xml", sheetOf(ts.ReadFile(from)))
	}
	const head = `<?xml version="1.0" encoding="UTF-8"?>`
	write(ts, archive, "_rels/.rels", head+`<Relationships><Relationship Id="r" Type="`+kinds+`officeDocument" Target="xl/workbook.xml"/></Relationships>`)
	write(ts, archive, "xl/workbook.xml", head+`<workbook xmlns:r="r"><sheets>`+sheets.String()+`</sheets></workbook>`)
	write(ts, archive, "xl/styles.xml", head+`<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`)
	write(ts, archive, "xl/_rels/workbook.xml.rels", head+`<Relationships>`+relations.String()+`<Relationship Id="f" Type="`+kinds+`styles" Target="styles.xml"/></Relationships>`)
	ts.Check(archive.Close())
}

func write(ts *testscript.TestScript, archive *zip.Writer, name, text string) {
	w, err := archive.Create(name)
	ts.Check(err)
	_, err = w.Write([]byte(text))
	ts.Check(err)
}

func sheetOf(table string) string {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?><worksheet><sheetData>`)
	for line := range strings.Lines(table) {
		b.WriteString("<row>")
		for cell := range strings.SplitSeq(strings.TrimSuffix(line, "\n"), ";") {
			day, dated := strings.CutPrefix(cell, "day ")
			switch {
			case cell == "":
				b.WriteString("<c/>")
			case dated:
				b.WriteString(`<c s="1"><v>` + day + `</v></c>`)
			case plainNumber.MatchString(cell):
				b.WriteString(`<c><v>` + cell + `</v></c>`)
			case strings.HasPrefix(cell, "="):
				b.WriteString(`<c><f>` + cell[1:] + `</f></c>`)
			case strings.HasPrefix(cell, "#"):
				b.WriteString(`<c t="e"><v>` + cell + `</v></c>`)
			default:
				b.WriteString(`<c t="inlineStr"><is><t>`)
				_ = xml.EscapeText(&b, []byte(cell))
				b.WriteString(`</t></is></c>`)
			}
		}
		b.WriteString("</row>")
	}
	b.WriteString(`</sheetData></worksheet>`)
	return b.String()
}
