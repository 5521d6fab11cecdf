package imported

import (
	"bytes"
	"strings"
	"testing"
)

// imports is a document of paragraphs: a line each, «**» around bold letters, as Markdown of it.
func imports(t *testing.T, lines string) *Result {
	t.Helper()
	var b strings.Builder
	for line := range strings.SplitSeq(lines, "\n") {
		text := ""
		for i, part := range strings.Split(line, "**") {
			marks := ""
			if i%2 == 1 {
				marks = "<w:b/>"
			}
			text += run(marks, part)
		}
		b.WriteString(paragraph("", text))
	}
	data := docx(t, b.String())
	r, err := Docx(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestTyped: what somebody typed as a list is one, and what only looks like it is none.
func TestTyped(t *testing.T) {
	for _, c := range []struct{ name, lines, want string }{
		{"dots", "Потрібні:\n• папір\n•\u00a0клей\n▪ час", "Потрібні:\n\n- папір\n- клей\n- час\n"},
		{"a dot in bold", "**•** папір\n**• клей**", "- папір\n- **клей**\n"},
		{"numbers", "Кроки:\n1. Вступ.\n2) Вправа.\n3. Підсумок.", "Кроки:\n\n1. Вступ.\n2. Вправа.\n3. Підсумок.\n"},
		{"numbers that begin elsewhere", "4. Вступ.\n5. Вправа.", "4\\. Вступ.\n\n5\\. Вправа.\n"},
		{"one number", "1. Вступ\nТекст.", "1\\. Вступ\n\nТекст.\n"},
		{"numbers that do not go on", "1. Вступ\n2. Вправа\n2026. Рік", "1. Вступ\n2. Вправа\n\n2026\\. Рік\n"},
		{"dashes", "Мета:\n– розвивати мовлення;\n- вчити слухати;\n— дбати про себе.", "Мета:\n\n- розвивати мовлення;\n- вчити слухати;\n- дбати про себе.\n"},
		{"dashes and capitals", "– Розвивати мовлення;\n– Вчити слухати.", "- Розвивати мовлення;\n- Вчити слухати.\n"},
		{"speech", "– Добрий день!\n– Вітаю.", "– Добрий день!\n\n– Вітаю.\n"},
		{"one dash", "– це тире на початку", "– це тире на початку\n"},
	} {
		if r := imports(t, c.lines); r.Markdown != c.want || len(r.Lost) != 1 { // its header
			t.Errorf("%s: %q, not %q; %v", c.name, r.Markdown, c.want, r.Lost)
		}
	}
	cell := `<w:tbl><w:tr><w:tc><w:tcPr/>` + paragraph("", "Що") + `</w:tc></w:tr><w:tr><w:tc><w:tcPr/>` + paragraph("", "• папір") + paragraph("", "• клей") + `</w:tc></w:tr></w:tbl>`
	data := docx(t, cell)
	r, err := Docx(bytes.NewReader(data), int64(len(data)))
	if err != nil || !strings.Contains(r.Markdown, "| • папір<br>• клей |") {
		t.Errorf("a cell: %v, %q", err, r.Markdown)
	}
}

// TestBoldHeadings: of a document without headings lines in bold letters are its headings, and that is told.
func TestBoldHeadings(t *testing.T) {
	r := imports(t, "**ЦЕНТР**\n**Пам’ятка для батьків**\nТекст із **жирним**.\n**Що взяти?**\n\n• воду\n**Важливо:**\nНе поспішайте.\n**Це ціле речення жирними літерами.**\nКінець.\n**Підпис**")
	want := "**ЦЕНТР**\n\n## Пам’ятка для батьків\n\nТекст із **жирним**.\n\n## Що взяти?\n\n- воду\n\n**Важливо:**\n\nНе поспішайте.\n\n**Це ціле речення жирними літерами.**\n\nКінець.\n\n**Підпис**\n"
	if r.Markdown != want {
		t.Errorf("%s", r.Markdown)
	}
	if loss := r.Lost[len(r.Lost)-1]; loss.What != LostBold || loss.N != 2 || strings.Join(loss.At, "|") != "Пам’ятка для батьків|Що взяти?" {
		t.Errorf("%v", r.Lost)
	}
	// a document that has headings means bold letters as such
	text := paragraph(`<w:pStyle w:val="1"/>`, "Розділ") + paragraph("", run("<w:b/>", "Жирне")) + paragraph("", "Текст.")
	data := docx(t, text)
	if r, err := Docx(bytes.NewReader(data), int64(len(data))); err != nil || r.Markdown != "## Розділ\n\n**Жирне**\n\nТекст.\n" {
		t.Errorf("%v, %+v", err, r)
	}
	// what is pasted is a piece of something
	if r, err := HTML("<p><b>Жирне</b></p><p>Текст.</p>", ""); err != nil || r.Markdown != "**Жирне**\n\nТекст.\n" {
		t.Errorf("%v, %+v", err, r)
	}
}
