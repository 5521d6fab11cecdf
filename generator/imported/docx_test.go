package imported

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"
)

const (
	spaces = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ` +
		`xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"`
	head = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`
)

// docx writes a document as Word does: text is what stands in its body.
func docx(t testing.TB, text string) []byte {
	t.Helper()
	rel := func(id, kind, to, mode string) string {
		return `<Relationship Id="` + id + `" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/` + kind + `" Target="` + to + `"` + mode + `/>`
	}
	files := map[string]string{
		"_rels/.rels":       head + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + rel("rId1", "officeDocument", "word/document.xml", "") + `</Relationships>`,
		"word/document.xml": head + `<w:document ` + spaces + `><w:body>` + text + `<w:sectPr/></w:body></w:document>`,
		"word/_rels/document.xml.rels": head + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
			rel("rId1", "styles", "styles.xml", "") + rel("rId2", "numbering", "numbering.xml", "") + rel("rId3", "footnotes", "footnotes.xml", "") +
			rel("rId4", "image", "media/image1.png", "") + rel("rId5", "hyperlink", "https://example.org/polozhennia", ` TargetMode="External"`) +
			rel("rId6", "image", "media/image2.emf", "") + rel("rId7", "header", "header1.xml", "") + `</Relationships>`,
		"word/styles.xml": head + `<w:styles ` + spaces + `>` +
			`<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="Title"/></w:style>` +
			`<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>` +
			`<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/></w:style>` +
			`<w:style w:type="paragraph" w:styleId="my"><w:name w:val="Мій підзаголовок"/><w:basedOn w:val="2"/></w:style>` +
			`<w:style w:type="character" w:styleId="b1"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>` +
			`<w:style w:type="paragraph" w:styleId="11"><w:name w:val="toc 1"/></w:style>` +
			`<w:style w:type="paragraph" w:styleId="a4"><w:name w:val="TOC Heading"/><w:basedOn w:val="1"/></w:style></w:styles>`,
		"word/numbering.xml": head + `<w:numbering ` + spaces + `>` +
			`<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>` +
			`<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>` +
			`<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="Урок %1."/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2."/></w:lvl></w:abstractNum>` +
			`<w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:numFmt w:val="russianLower"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum>` +
			`<w:num w:numId="5"><w:abstractNumId w:val="2"/></w:num><w:num w:numId="6"><w:abstractNumId w:val="3"/></w:num>` +
			`<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>` +
			`<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>` +
			`<w:num w:numId="4"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num></w:numbering>`,
		"word/footnotes.xml": head + `<w:footnotes ` + spaces + `><w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>` +
			`<w:footnote w:id="2">` + paragraph("", `Приклад примітки.`) + `</w:footnote></w:footnotes>`,
		"word/header1.xml":      head + `<w:hdr ` + spaces + `>` + paragraph("", "Центр") + `</w:hdr>`,
		"word/media/image1.png": "\x89PNG\r\n\x1a\n",
		"word/media/image2.emf": "EMF",
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range []string{"_rels/.rels", "word/document.xml", "word/_rels/document.xml.rels", "word/styles.xml", "word/numbering.xml", "word/footnotes.xml", "word/header1.xml", "word/media/image1.png", "word/media/image2.emf"} {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		w.Write([]byte(files[name])) // unchecked: into memory
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func run(marks, text string) string {
	return `<w:r><w:rPr>` + marks + `</w:rPr><w:t xml:space="preserve">` + text + `</w:t></w:r>`
}

// paragraph is one of plain text, or of runs.
func paragraph(pr, text string) string {
	if !strings.HasPrefix(text, "<") {
		text = run("", text)
	}
	return `<w:p><w:pPr>` + pr + `</w:pPr>` + text + `</w:p>`
}

func listed(number, level string) string {
	return `<w:numPr><w:ilvl w:val="` + level + `"/><w:numId w:val="` + number + `"/></w:numPr>`
}

const (
	pageBreak = `<w:p><w:r><w:br w:type="page"/></w:r></w:p>`
	picture   = `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="Зала з круглими столами"/><a:graphic><a:graphicData><a:blip r:embed="rId4"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
	note      = `<w:r><w:footnoteReference w:id="2"/></w:r>`
	field     = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://example.org/b" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>` +
		`<w:r><w:t>поле</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
)

// tenPages is a document of ten pages with everything that methodists put into theirs.
func tenPages() string {
	var b strings.Builder
	b.WriteString(paragraph(`<w:pStyle w:val="a3"/>`, "Методичні рекомендації (приклад)"))
	for n := range 10 {
		fmt.Fprintf(&b, "%s", paragraph(`<w:pStyle w:val="1"/>`, run("<w:b/>", fmt.Sprintf("Розділ %d", n+1))))
		b.WriteString(paragraph("", run("", "Текст із ")+run("<w:b/>", "жирним")+run("", ", ")+run("<w:i/>", "курсивом")+run("", " і ")+run("<w:b/><w:i/>", "обома")+note+run("", ".")))
		for range 12 {
			b.WriteString(paragraph("", strings.Repeat("Педагоги діляться досвідом і вчаться одне в одного. ", 6)))
		}
		b.WriteString(paragraph(`<w:pStyle w:val="my"/>`, "Що підготувати"))
		b.WriteString(paragraph(listed("1", "0"), "папір") + paragraph(listed("1", "1"), "кольоровий") + paragraph(listed("1", "0"), "час"))
		b.WriteString(paragraph(listed("2", "0"), "раз") + paragraph(listed("2", "0"), "два"))
		cell := func(s string) string { return `<w:tc><w:tcPr/>` + paragraph("", s) + `</w:tc>` }
		b.WriteString(`<w:tbl><w:tr>` + cell("Етап") + cell("Хвилин") + `</w:tr><w:tr>` + cell("Вступ") + cell("10") + `</w:tr></w:tbl>`)
		b.WriteString(paragraph("", run("", "Дивіться ")+`<w:hyperlink r:id="rId5">`+run("", "положення")+`</w:hyperlink>`+run("", " і ")+field+run("", ".")))
		b.WriteString(paragraph("", picture))
		b.WriteString(paragraph("", run("", "Лишилося")+`<w:del><w:r><w:delText>викреслене</w:delText></w:r></w:del><w:ins>`+run("", " додане")+`</w:ins>`))
		b.WriteString(pageBreak)
	}
	b.WriteString(paragraph("", `<w:r><w:drawing><a:blip r:embed="rId6"/></w:drawing></w:r>`))
	b.WriteString(`<w:p><m:oMath><m:r><m:t>x=2</m:t></m:r></m:oMath></w:p>`)
	return b.String()
}

func TestDocx(t *testing.T) {
	data := docx(t, tenPages())
	r, err := Docx(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	if r.Title != "Методичні рекомендації (приклад)" || len(r.Pictures) != 10 || r.Pictures[0].Name != "image1.png" || r.Pictures[0].Alt != "Зала з круглими столами" {
		t.Errorf("%q, %d pictures %+v", r.Title, len(r.Pictures), r.Pictures[0])
	}
	for _, want := range []string{
		"## Розділ 1\n\nТекст із **жирним**, *курсивом* і ***обома***[^1].\n\n", "\n### Що підготувати\n\n- папір\n  - кольоровий\n- час\n\n1. раз\n2. два\n\n",
		"| Етап | Хвилин |\n|---|---|\n| Вступ | 10 |\n", "Дивіться [положення](https://example.org/polozhennia) і [поле](https://example.org/b).", "![Зала з круглими столами](picture:10)",
		"Лишилося додане\n", "\n## Розділ 10\n", "\n[^1]: Приклад примітки.\n", "\\(x=2\\)",
	} {
		if !strings.Contains(r.Markdown, want) {
			t.Errorf("%q is not there", want)
		}
	}
	if strings.Contains(r.Markdown, "викреслене") || strings.Count(r.Markdown, "[^1]:") != 1 {
		t.Error("what was deleted is there, or a note twice")
	}
	lost := map[What]int{}
	for _, l := range r.Lost {
		lost[l.What] = l.N
	}
	if lost[LostPictures] != 1 || lost[LostHeads] != 1 || len(lost) != 2 {
		t.Errorf("lost: %v", r.Lost)
	}
	if t.Failed() {
		t.Log(r.Markdown[:min(len(r.Markdown), 3000)])
	}
}

// TestBadDocx: a file that is none, one that unpacks without end, one without a bottom.
func TestBadDocx(t *testing.T) {
	bomb := docx(t, strings.Repeat(" ", largestPart+1))
	deepXML := docx(t, strings.Repeat("<w:sdt>", 100000))
	torn := docx(t, "<w:p>")
	for name, data := range map[string][]byte{"bomb": bomb, "deep": deepXML, "torn": torn, "no zip": []byte("PK?"), "empty": nil, "cut": torn[:len(torn)/2]} {
		if r, err := Docx(bytes.NewReader(data), int64(len(data))); err == nil {
			t.Errorf("%s: %+v", name, r)
		}
	}
}

// FuzzDocx: whatever stands in a document, it is read or refused.
func FuzzDocx(f *testing.F) {
	f.Add(tenPages()[:6000])
	f.Add(paragraph(listed("1", "8"), "а") + paragraph(listed("9", "-1"), field[:60]))
	f.Add(`<w:p><m:oMathPara><m:oMath><m:d><m:e><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den/></m:f></m:e></m:d></m:oMath></m:oMathPara></w:p>`)
	f.Add(paragraph(`<w:rPr><w:del/></w:rPr>`+listed("5", "1"), field+`<w:fldSimple w:instr="REF a \\h"/>`) + paragraph(`<w:framePr w:dropCap="drop"/>`, "Д"))
	f.Add(`<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>` + paragraph("", note+note))
	f.Fuzz(func(t *testing.T, text string) {
		data := docx(t, text)
		r, err := Docx(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			return
		}
		if strings.ContainsAny(r.Markdown, string([]rune{noteSign, noteClose, noteText})) {
			t.Errorf("signs of ours are left: %q", r.Markdown)
		}
	})
}

// TestDocxMeaning holds what a text says by more than its letters: a Ukrainian Word calls styles by numbers, lists go on behind a paragraph,
// signs stand above the line, and fonts draw signs in the place of letters.
func TestDocxMeaning(t *testing.T) {
	sign := func(font, char string) string {
		return `<w:r><w:sym w:font="` + font + `" w:char="` + char + `"/></w:r>`
	}
	text := paragraph(`<w:pStyle w:val="a4"/>`, "Зміст") + paragraph(`<w:pStyle w:val="11"/>`, "Вступ 3") +
		paragraph(listed("2", "0"), "раз") + paragraph(listed("2", "0"), "два") + paragraph("", "Між ними.") + paragraph(listed("2", "0"), "три") +
		paragraph("", "Знову:") + paragraph(listed("3", "0"), "один") + paragraph("", "Із сьомого:") + paragraph(listed("4", "0"), "сім") +
		paragraph("", run("", "54 м")+run(`<w:vertAlign w:val="superscript"/>`, "2")+run("", ", H")+run(`<w:vertAlign w:val="subscript"/>`, "2")+run("", "O, 1")+run(`<w:vertAlign w:val="superscript"/>`, "ша")) +
		paragraph("", run(`<w:rStyle w:val="b1"/>`, "важливо")+run("", " і ")+run(`<w:rStyle w:val="b1"/><w:b w:val="0"/>`, "ні")) +
		paragraph("", sign("Symbol", "F0B3")+run("", " 5; ")+sign("Wingdings", "F0FC")+run("", " є; ")+run(`<w:rFonts w:ascii="Symbol"/>`, "\uf0b4")+run("", " \uf0fc; ")+sign("Wingdings", "F0D1"))
	data := docx(t, text)
	r, err := Docx(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	const want = "1. раз\n2. два\n\nМіж ними.\n\n3. три\n\nЗнову:\n\n1. один\n\nІз сьомого:\n\n7. сім\n\n54 м², H₂O, 1ша\n\n**важливо** і ні\n\n≥ 5; ✓ є; × ✓;\n"
	if r.Markdown != want {
		t.Errorf("got\n%s\nwant\n%s", r.Markdown, want)
	}
	if lost := fmt.Sprint(r.Lost); lost != "[{signs 1 [≥ 5; ✓ є; × ;]} {heads 1 [Центр]}]" {
		t.Errorf("lost: %s", lost)
	}
}

// TestDocxPlaces: a loss names the words by which its place is found, and rows of forms are rows; those that are deleted are none.
func TestDocxPlaces(t *testing.T) {
	cell := func(s string) string { return `<w:tc><w:tcPr/>` + paragraph("", s) + `</w:tc>` }
	row := func(pr, a, b string) string {
		return `<w:tr><w:trPr>` + pr + `</w:trPr>` + cell(a) + cell(b) + `</w:tr>`
	}
	table := `<w:tbl>` + row("", "Етап", "Хвилин") + `<w:sdt><w:sdtContent><w:sdt><w:sdtContent>` + row("", "Вступ", "10") + `</w:sdtContent></w:sdt></w:sdtContent></w:sdt>` +
		row(`<w:del w:id="1"/>`, "Зайве", "5") + `</w:tbl>`
	formula := `<m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f></m:oMath>` + `<m:oMath><m:strange><m:r><m:t>cd</m:t></m:r></m:strange></m:oMath>`
	data := docx(t, table+paragraph("", run("", "Частка ")+formula+`<w:del><w:r><w:delText>ні</w:delText></w:r></w:del>`)+
		paragraph("", run("", "Схема, за якою працює центр педагогічного досвіду")+`<w:r><w:drawing/></w:r>`)+`<w:p><w:r><w:drawing><a:blip r:embed="rId6"/></w:drawing></w:r></w:p><w:altChunk r:id="rId9"/>`)
	r, err := Docx(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	if want := "| Етап | Хвилин |\n|---|---|\n| Вступ | 10 |\n\nЧастка \\(\\frac{a}{b}\\)cd\n"; !strings.HasPrefix(r.Markdown, want) {
		t.Errorf("got\n%s\nwant\n%s", r.Markdown, want)
	}
	const scheme = "[Схема, за якою працює центр…]"
	if lost := fmt.Sprint(r.Lost); lost != "[{parts 1 "+scheme+"} {pictures 1 "+scheme+"} {formulas 1 [cd]} {drawings 1 "+scheme+"} {heads 1 [Центр]}]" {
		t.Errorf("lost: %s", lost)
	}
}

// TestDocxForms: what is ticked and chosen in a form of old Word is text, words on both sides of a page's end are two, and of words with others above them the
// words stay.
func TestDocxForms(t *testing.T) {
	form := func(kind string) string {
		return `<w:r><w:fldChar w:fldCharType="begin"><w:ffData>` + kind + `</w:ffData></w:fldChar></w:r><w:r><w:instrText> FORM </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
	}
	box := func(state string) string { return form(`<w:checkBox><w:default w:val="0"/>` + state + `</w:checkBox>`) }
	text := paragraph("", run("", "до")+`<w:r><w:br w:type="page"/></w:r>`+run("", "після")) + paragraph(`<w:pStyle w:val="1"/>`, run("", "Розділ")+`<w:r><w:br w:type="page"/></w:r>`+run("", "другий")) +
		paragraph("", box(`<w:checked/>`)+run("", " так ")+box(``)+run("", " ні ")+box(`<w:checked w:val="0"/>`)) +
		paragraph("", form(`<w:ddList><w:result w:val="1"/><w:listEntry w:val="перше"/><w:listEntry w:val="друге"/></w:ddList>`)+run("", " і ")+form(`<w:ddList><w:listEntry w:val="третє"/></w:ddList>`)) +
		`<mc:AlternateContent><mc:Choice>` + paragraph("", "нове") + `</mc:Choice><mc:Fallback>` + paragraph("", "давнє") + `</mc:Fallback></mc:AlternateContent>` +
		paragraph("", run("", "а")+`<mc:AlternateContent><mc:Fallback>`+run("", " б")+`</mc:Fallback></mc:AlternateContent>`) +
		`<w:tbl><w:tr><w:tc>` + paragraph("", "А") + `</w:tc><w:tc>` + paragraph("", "Б") + `</w:tc></w:tr><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr><w:tc>` + paragraph("", "під Б") + `</w:tc></w:tr></w:tbl>` +
		paragraph("", `<w:r><w:ruby><w:rt>`+run("", "над")+`</w:rt><w:rubyBase>`+run("", "слово")+`</w:rubyBase></w:ruby></w:r><w:r><w:ruby/></w:r>`)
	data := docx(t, text)
	r, err := Docx(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	if want := "до  \nпісля\n\n## Розділ другий\n\n☒ так ☐ ні ☐\n\nдруге і третє\n\nнове\n\nа б\n\n| А | Б |\n|---|---|\n|  | під Б |\n\nслово\n"; r.Markdown != want {
		t.Errorf("got\n%s\nwant\n%s", r.Markdown, want)
	}
}

// TestDocxNothingSilent: what Word sets or shows by itself is taken, or told with its place.
func TestDocxNothingSilent(t *testing.T) {
	of := func(order, made string) string {
		return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ` + order + ` </w:instrText></w:r>` + made + `<w:r><w:fldChar w:fldCharType="end"/></w:r>`
	}
	makes := func(text string) string { return `<w:r><w:fldChar w:fldCharType="separate"/></w:r>` + run("", text) }
	deleted := `<w:rPr><w:del w:id="1"/></w:rPr>`
	for _, c := range []struct{ text, want, lost string }{
		{paragraph(deleted, "Перша ") + paragraph("", "половина"), "Перша половина\n", ""},
		{paragraph(deleted+listed("1", "0"), "пункт ") + paragraph(listed("1", "0"), "далі"), "- пункт далі\n", ""},
		{paragraph(deleted, "кінець"), "кінець\n", ""},
		{paragraph(`<w:framePr w:dropCap="drop"/>`, "Д") + paragraph("", "авно"), "Давно\n", ""},
		{paragraph("", run("<w:vanish/>", "сховане")+run("", "видиме")), "видиме\n", "{hidden 1 [сховане]}"},
		{paragraph("", of(`HYPERLINK https://example.org/a`, makes("без лапок"))), "[без лапок](https://example.org/a)\n", ""},
		{paragraph("", of(`HYPERLINK "https://example.org/a" \l "b"`, makes("місце"))), "[місце](https://example.org/a#b)\n", ""},
		{paragraph("", `<w:fldSimple w:instr=" HYPERLINK &quot;https://example.org/a&quot; ">`+run("", "просто")+`</w:fldSimple>`), "[просто](https://example.org/a)\n", ""},
		{paragraph("", `<w:hyperlink r:id="rId5" w:anchor="b">`+run("", "якір")+`</w:hyperlink>`), "[якір](https://example.org/polozhennia#b)\n", ""},
		{paragraph("", run("", "на с. ")+of(`PAGEREF _Ref1 \h`, makes("12"))), "на с. 12\n", "{refs 1 [на с. 12]}"},
		{paragraph("", run("", "дріб ")+of(`EQ \f(1;2)`, "")), "дріб\n", "{formulas 1 [дріб]}"},
		{paragraph("", `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF </w:instrText></w:r>`) + paragraph("", "далі"), "далі\n", ""},
		{paragraph(listed("5", "0"), "Вступ") + paragraph(listed("5", "1"), "Мета") + paragraph(listed("5", "0"), "Гра"), "Урок 1. Вступ\n\n1.1. Мета\n\nУрок 2. Гра\n", ""},
		{paragraph(listed("6", "0"), "папір") + paragraph(listed("6", "0"), "клей"), "1. папір\n2. клей\n", "{numbers 1 [а) папір]}"},
		{paragraph(listed("2", "0"), "раз") + paragraph(listed("2", "0"), "два") + paragraph(listed("4", "0"), "сім"), "1. раз\n2. два\n\n7) сім\n", ""},
		{paragraph(`<w:pStyle w:val="1"/>`+listed("2", "0"), "Розділ"), "## Розділ\n", "{numbers 1 [Розділ]}"},
		{paragraph(`<w:outlineLvl w:val="7"/>`, "Глибоко"), "## Глибоко\n", ""},
		{paragraph("", run("", "слово")+`<w:r><w:commentReference w:id="0"/></w:r>`), "слово\n", "{comments 1 [слово]}"},
		{paragraph("", "до") + paragraph("", `<w:r><w:pict><rect hr="t"/></w:pict></w:r>`) + paragraph("", "після"), "до\n\n* * *\n\nпісля\n", ""},
	} {
		data := docx(t, c.text)
		r, err := Docx(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		lost := ""
		for _, l := range r.Lost {
			if l.What != LostHeads {
				lost += fmt.Sprint(l)
			}
		}
		if r.Markdown != c.want || lost != c.lost {
			t.Errorf("%s\n got %q, lost %s\nwant %q, lost %s", c.text, r.Markdown, lost, c.want, c.lost)
		}
	}
}
