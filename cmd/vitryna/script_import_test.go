package main

import (
	"archive/zip"
	"image"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// unpack ARCHIVE DIR: unpacks a zip into a folder.
func unpack(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: unpack ARCHIVE DIR")
	}
	archive, err := zip.OpenReader(ts.MkAbs(args[0]))
	ts.Check(err)
	defer archive.Close()
	for _, f := range archive.File {
		r, err := f.Open()
		ts.Check(err)
		data, err := io.ReadAll(r)
		ts.Check(err)
		name := filepath.Join(ts.MkAbs(args[1]), filepath.FromSlash(f.Name))
		ts.Check(os.MkdirAll(filepath.Dir(name), 0o777))
		ts.Check(os.WriteFile(name, data, 0o666))
	}
}

// locked FILE: makes the beginning and the middle of a document of Word with a password.
func locked(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: locked FILE")
	}
	data := "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 1024)
	for _, letter := range "EncryptedPackage" {
		data += string(letter) + "\x00"
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(data), 0o666))
}

// docx FILE TEXT: makes a document of Word whose paragraphs are the lines of a text. A line that begins with # is a heading, one with * a title, one with ! is bold; [picture] is
// a picture, [torn] words and a picture that is damaged, [drawing] a shape, [formula] a formula, and one that nobody knows.
func docx(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: docx FILE TEXT")
	}
	file, err := os.Create(ts.MkAbs(args[0]))
	ts.Check(err)
	defer file.Close()
	archive := zip.NewWriter(file)
	const head = `<?xml version="1.0" encoding="UTF-8"?>`
	const kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	var body strings.Builder
	for line := range strings.Lines(ts.ReadFile(args[1])) {
		line, style := strings.TrimSpace(line), ""
		for sign, name := range map[string]string{"# ": "1", "* ": "a3"} {
			if rest, ok := strings.CutPrefix(line, sign); ok {
				line, style = rest, `<w:pPr><w:pStyle w:val="`+name+`"/></w:pPr>`
			}
		}
		run := "<w:t>" + line + "</w:t>"
		if rest, ok := strings.CutPrefix(line, "! "); ok {
			run = "<w:rPr><w:b/></w:rPr><w:t>" + rest + "</w:t>"
		}
		switch line {
		case "[picture]":
			run = `<w:drawing><docPr descr="Зала"/><blip r:embed="rId4"/></w:drawing>`
		case "[torn]":
			run = `<w:t>Тут знімок </w:t><w:drawing><blip r:embed="rId5"/></w:drawing>`
		case "[drawing]":
			run = `<w:drawing/>`
		case "[formula]":
			body.WriteString(`<w:p><oMath><sSup><e><r><t>x</t></r></e><sup><r><t>2</t></r></sup></sSup></oMath><oMath><strange><r><t>y=2</t></r></strange></oMath></w:p>`)
			continue
		}
		body.WriteString("<w:p>" + style + "<w:r>" + run + "</w:r></w:p>")
	}
	write(ts, archive, "_rels/.rels", head+`<Relationships><Relationship Id="r" Type="`+kinds+`officeDocument" Target="word/document.xml"/></Relationships>`)
	write(ts, archive, "word/document.xml", head+`<w:document xmlns:w="w" xmlns:r="r"><w:body>`+body.String()+`</w:body></w:document>`)
	write(ts, archive, "word/styles.xml", head+`<w:styles xmlns:w="w"><w:style w:styleId="a3"><w:name w:val="Title"/></w:style><w:style w:styleId="1"><w:name w:val="heading 1"/></w:style></w:styles>`)
	write(ts, archive, "word/_rels/document.xml.rels", head+`<Relationships><Relationship Id="rId1" Type="`+kinds+`styles" Target="styles.xml"/><Relationship Id="rId4" Type="`+kinds+`image" Target="media/image1.png"/><Relationship Id="rId5" Type="`+kinds+`image" Target="media/image2.png"/></Relationships>`)
	write(ts, archive, "word/media/image2.png", "\x89PNG torn")
	w, err := archive.Create("word/media/image1.png")
	ts.Check(err)
	ts.Check(png.Encode(w, image.NewGray(image.Rect(0, 0, 600, 500))))
	ts.Check(archive.Close())
}
