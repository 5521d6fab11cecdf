package attachment

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// office is a document of Office of the parts given: name, text, name, text …
func office(t testing.TB, parts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		part, err := w.Create(parts[i])
		if err == nil {
			_, err = part.Write([]byte(parts[i+1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const core = `<?xml version="1.0" encoding="UTF-8"?><cp:coreProperties xmlns:cp="x" xmlns:dc="y"><dc:title>C:\Users\Зразок\Desktop\План.docx</dc:title><dc:creator>Зразкова Ірина</dc:creator><cp:lastModifiedBy>Приклад &amp; Ко</cp:lastModifiedBy></cp:coreProperties>`

func packed(text string) string {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	z.Write([]byte(text)) // unchecked: into memory
	z.Close()             // unchecked: into memory
	return b.String()
}

func utf16Hex(text string) string {
	b := []byte{0xFE, 0xFF}
	for _, r := range text {
		b = append(b, byte(r>>8), byte(r))
	}
	return strings.ToUpper(hex.EncodeToString(b))
}

func utf16Literal(text string) string {
	b, _ := hex.DecodeString(utf16Hex(text))
	return strings.NewReplacer("\\", "\\\\", "(", "\\(", ")", "\\)").Replace(string(b))
}

const page = "%PDF-1.7\n3 0 obj <</Type /Page /Resources <</Font <</F1 4 0 R>>>>>> endobj\n"

func told(r Report) string {
	var list []string
	for _, t := range r.Told {
		list = append(list, t.Kind+"="+t.Value)
	}
	return strings.Join(list, "; ")
}

func TestInspect(t *testing.T) {
	for _, tt := range []struct {
		name   string
		data   []byte
		want   string
		noText bool
	}{
		{"docx", office(t, "word/document.xml", "<w/>", "docProps/core.xml", core, "docProps/app.xml", `<Properties><Company>ТОВ Зразок</Company><Manager>Зразковий П.</Manager><Template>Normal.dotm</Template></Properties>`),
			`path=C:\Users\Зразок\Desktop\План.docx; author=Зразкова Ірина; editor=Приклад & Ко; company=ТОВ Зразок; manager=Зразковий П.`, false},
		{"template", office(t, "word/_rels/settings.xml.rels", `<Relationships><Relationship Target="file:///D:\%D0%9C%D0%BE%D1%97\shablon.dotx" TargetMode="External"/><Relationship Target="media/image1.png"/></Relationships>`),
			`path=file:///D:\%D0%9C%D0%BE%D1%97\shablon.dotx`, false},
		{"xlsx without names", office(t, "docProps/core.xml", `<c xmlns:dc="y"><dc:creator>openpyxl</dc:creator><dc:title>План роботи</dc:title></c>`), "", false},
		{"changes", office(t, "word/document.xml", `<w:p><w:del w:id="1" w:author="Зразкова &quot;І&quot;" w:date="x"><w:r><w:delText>Таємне</w:delText></w:r></w:del><w:ins w:id="2" w:author="Автор"/><w:delText>x</w:delText></w:p>`,
			"word/comments.xml", `<w:comments><w:comment w:id="0" w:author="Зразкова Ірина"><w:p/></w:comment></w:comments>`, "docProps/core.xml", `<c xmlns:dc="y"><dc:creator>Зразкова Ірина</dc:creator></c>`,
			"docProps/custom.xml", `<Properties><property name="KSOProductBuildVer"><vt:lpwstr>1049</vt:lpwstr></property><property name="Перевірив"><vt:lpwstr>Приклад П.</vt:lpwstr></property></Properties>`),
			`author=Зразкова Ірина; custom=Перевірив: Приклад П.; changes=Зразкова "І", Автор; comments=Зразкова Ірина`, false},
		{"a workbook", office(t, "xl/workbook.xml", `<workbook><sheets><sheet name="Перелік" sheetId="1" r:id="r1"/><sheet name="Діти" sheetId="2" state="hidden" r:id="r2"/><sheet name="Код" state="veryHidden"/></sheets></workbook>`,
			"xl/comments1.xml", `<comments><authors><author>Зразкова Ірина</author></authors></comments>`), "sheets=Діти, Код; remarks=Зразкова Ірина", false},
		{"slides", office(t, "ppt/slides/slide1.xml", "<p:sld/>", "ppt/notesSlides/notesSlide1.xml", `<p:notes><a:t>1</a:t></p:notes>`, "ppt/notesSlides/notesSlide2.xml", `<p:notes><a:t>Не забути</a:t></p:notes>`,
			"ppt/comments/comment1.xml", `<p:cmLst/>`, "ppt/commentAuthors.xml", `<p:cmAuthorLst><p:cmAuthor id="0" name="Зразкова І."/></p:cmAuthorLst>`), "remarks=Зразкова І.; notes=1", false},
		{"slides on which nobody comments", office(t, "ppt/commentAuthors.xml", `<p:cmAuthorLst><p:cmAuthor id="0" name="Зразкова І."/></p:cmAuthorLst>`), "", false},
		{"comments without a name", office(t, "xl/comments1.xml", `<comments><author></author></comments>`), "remarks=1", false},
		{"an annotated odt", office(t, "content.xml", `<office:annotation office:name="1"><dc:creator>Зразкова І.</dc:creator></office:annotation>`), "remarks=Зразкова І.", false},
		{"odt", office(t, "meta.xml", `<office:document-meta xmlns:meta="m" xmlns:dc="d"><meta:initial-creator>Зразкова І.</meta:initial-creator></office:document-meta>`), "author=Зразкова І.", false},
		{"broken zip", append([]byte("PK\x03\x04"), make([]byte, 100)...), "", false},
		{"pdf literal", []byte(page + `5 0 obj <</Author (Zrazok \(A\) \101) /Title (Microsoft Word - C:\\Users\\zrazok\\a.docx)>> endobj`), `author=Zrazok (A) A; path=C:\Users\zrazok\a.docx`, false},
		{"pdf utf-16", []byte(page + `5 0 obj <</Author(` + utf16Literal("Зразкова (Ірина)") + `)>>`), "author=Зразкова (Ірина)", false},
		{"pdf hex", []byte(page + `5 0 obj <</Author <` + utf16Hex("Зразок") + `>>>`), "author=Зразок", false},
		{"pdf reference", []byte(page + "5 0 obj <</Author 7 0 R>> endobj\n7 0 obj (Zrazok) endobj"), "author=Zrazok", false},
		{"pdf packed", []byte("%PDF-1.5\n8 0 obj <</Type /ObjStm /Filter /FlateDecode>>stream\r\n" + packed("<</Type /Page>> <</Font 1 0 R>> <</Author (Zrazok)>>") + "\nendstream"), "author=Zrazok", false},
		{"pdf xmp", []byte(page + `<x:xmpmeta><dc:creator><rdf:Seq><rdf:li>Зразкова &amp; Приклад</rdf:li></rdf:Seq></dc:creator><dc:title><rdf:Alt><rdf:li xml:lang="x-default">file:///home/zrazok/plan.odt</rdf:li></rdf:Alt></dc:title></x:xmpmeta>`),
			"author=Зразкова & Приклад; path=file:///home/zrazok/plan.odt", false},
		{"pdf encrypted", []byte("%PDF-1.7\n3 0 obj <</Type /Page>>\n5 0 obj <</Author (\x01\x02\x99)>>\ntrailer <</Encrypt 9 0 R>>"), "", false},
		{"pdf scanned", []byte("%PDF-1.4\n3 0 obj <</Type /Page /Resources <</XObject <</Im0 4 0 R>>>>>> endobj\n4 0 obj <</Subtype /Image>>stream\n....\nendstream"), "", true},
		{"text", []byte("/Author (nobody)"), "", false},
		{"nothing", nil, "", false},
	} {
		r := Inspect(tt.data)
		if got := told(r); got != tt.want || r.NoText != tt.noText {
			t.Errorf("%s: %q, no text %v; want %q, %v", tt.name, got, r.NoText, tt.want, tt.noText)
		}
	}
}

// TestPhotographs: the photographs of an archive and of a PDF are found, and nothing else.
func TestPhotographs(t *testing.T) {
	const photograph = "\xff\xd8\xff\xe1 one"
	for _, tt := range []struct {
		data []byte
		want string
	}{
		{office(t, "word/media/image1.jpeg", photograph, "word/document.xml", "<w/>", "Фото/Клас.JPG", photograph), "image1.jpeg Клас.JPG"},
		{[]byte(page + "1 0 obj <<>>stream\nabc\nendstream 2 0 obj <</Filter /DCTDecode>>stream\r\n" + photograph + "\nendstream"), "JPEG 1"},
		{[]byte("stream\n" + photograph + "endstream"), ""},
		{[]byte("PK\x03\x04"), ""},
	} {
		var names []string
		for name, data := range Photographs(tt.data) {
			if names = append(names, name); !strings.HasPrefix(string(data), photograph) {
				t.Errorf("%s: %q", name, data)
			}
		}
		if got := strings.Join(names, " "); got != tt.want {
			t.Errorf("%q, want %q", got, tt.want)
		}
	}
}

// TestBombs: archives and streams that unpack to much more than they are.
func TestBombs(t *testing.T) {
	zeros := strings.Repeat("\x00", 8<<20)
	Inspect(office(t, "docProps/core.xml", "<a>"+zeros))
	bomb := "8 0 obj <</Type /ObjStm>>stream\n" + packed(zeros) + "\nendstream\n"
	total := 0
	for _, s := range unpackedStreams([]byte("%PDF-1.5\n" + strings.Repeat(bomb, 20))) {
		total += len(s)
	}
	if total > unpackedLimit+streamLimit {
		t.Errorf("%d bytes are unpacked", total)
	}
}

func TestPlain(t *testing.T) {
	if got := plain(" a\x00b\n\tc\xFF "); got != "a b c" {
		t.Errorf("%q", got)
	}
	if got := plain(strings.Repeat("ї", 500)); len([]rune(got)) != 121 {
		t.Errorf("%d letters", len([]rune(got)))
	}
}

func FuzzInspect(f *testing.F) {
	f.Add(office(f, "docProps/core.xml", core))
	f.Add([]byte(page + `5 0 obj <</Author (Zrazok \(A\) \101) /Title <FEFF0041>>>`))
	f.Add([]byte("%PDF-1.5\n8 0 obj <</Type /ObjStm>>stream\n" + packed("<</Author 7 0 R>>") + "7 0 obj (x"))
	f.Fuzz(func(t *testing.T, data []byte) {
		r := Inspect(data)
		kinds := []string{"author", "editor", "manager", "company", "path"}
		for _, told := range r.Told {
			if told.Value == "" || strings.ContainsAny(told.Value, "\n\r\x00") || !slices.Contains(kinds, told.Kind) {
				t.Errorf("told %q", told)
			}
		}
	})
}

func BenchmarkPDF(b *testing.B) {
	data := []byte(page + strings.Repeat(fmt.Sprintf("9 0 obj <</Length 1000>>stream\n%s\nendstream endobj\n", strings.Repeat("q", 1000)), 10_000))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		Inspect(data)
	}
}

// TestWords: what Word wrote in pieces is one word, cells and paragraphs are not; of pictures and of what is no archive there are none.
func TestWords(t *testing.T) {
	data := office(t, "word/document.xml", "<w:p><w:r><w:t>050 1</w:t></w:r><w:r><w:t>23</w:t></w:r></w:p><w:tc/>два<w:br/>три", "word/media/a.png", "чотири", "xl/a.csv", "п’ять")
	if got, want := strings.Fields(strings.ReplaceAll(string(Words(data)), "050 1", "0501")), []string{"050123", "два", "три", "п’ять"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if got := Words([]byte("<w:p>текст</w:p>")); got != nil {
		t.Errorf("of a text: %q", got)
	}
	if got := Words(office(t, "a.txt", strings.Repeat("1", mostWords+1000), "b.txt", "2")); len(got) != mostWords+1 { // and the end of the line
		t.Errorf("%d bytes of a bomb", len(got))
	}
}
