package main

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"encoding/base64"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/som-hub/vitryna/generator/ukrainian"
)

// planted are what may stand in no byte of what is published, in small letters: the marks of testdata/planted.txtar, the sealed bids and the codes of bidders
// there, the folder and the user of whoever builds.
var planted = []string{"zqplant", "щіплант", "k91", "k92", "k93", "8765", "8766", "875432", "0501234567"}

// shown stands, by the beginning of a file's name, in what is published: a search that does not find it there looks at nothing.
var shown = map[string]string{
	"news/zqshownitem/index.html":     "zqshowntext",
	"news/zqshownitem/index.html.gz":  "zqshowntext",
	"en/index.html":                   "zqshownenglish",
	"assets/search/":                  "zqshowntext",
	"feed.xml":                        "zqshowntitle",
	"sitemap.xml":                     "zqshownitem",
	"offline/part.":                   "zqshownitem",
	"sw.js":                           "index.html",
	"news/news.csv":                   "zqshowntitle",
	"news/news.json":                  "zqshowntitle",
	"manuals/zqshownbook/zqshownbook": "zqshownchaptertext",
	"manuals/zqshownbook/print/":      "zqshownchaptertext",
	"auction/idei/index.html":         "zqshownauction",
	"_headers":                        "nosniff",
	"hurtky/hlyna/":                   "zqshownlayout",
	"assets/own.":                     "zqshowncss",
	"library/":                        "zqshownrecord",
	"contests/zqshowncontest/":        "zqshownschool",
	"showcases/zqshownshow/exhibits/": "zqshownexhibit",
	"manuals/zqshownbibbook/index":    "zqshownbib",
	"manuals/zqshownbibbook/zqshown":  "zqshownbib",
	"events/zqshownevent/":            "zqshownevent",
}

func TestNothingPlantedIsPublished(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "zqplantdisk")
	plant(t, dir)
	cache := t.TempDir()
	vitryna := func(args ...string) {
		var out bytes.Buffer
		env := map[string]string{
			"LANG": "uk_UA.UTF-8", "VITRYNA_CACHE": cache, "HOME": "/home/zqplanthome", "USER": "zqplantlogin", "VITRYNA_STATE": t.TempDir(), "VITRYNA_PUBLISHER": "pc",
		}
		code := run(context.Background(), args, environment{
			Stdout: &out, Stderr: &out, Getenv: func(name string) string { return env[name] },
			Now: func() time.Time { return time.Date(2026, 11, 20, 12, 0, 0, 0, ukrainian.Kyiv()) },
		})
		if code != exitWell {
			t.Fatalf("vitryna %v: %d\n%s", args, code, out.String())
		}
	}
	public, archive, copied := filepath.Join(dir, "public"), filepath.Join(dir, "kopiia.zip"), filepath.Join(t.TempDir(), "kopiia")
	vitryna("build", dir)
	vitryna("pack", dir, "--out", archive)
	appendText(t, filepath.Join(dir, "content/site.yaml"), "  - {name: kopiia, to: folder, folder: "+filepath.ToSlash(copied)+"}\n")
	vitryna("publish", "kopiia", dir)
	found := map[string]bool{}
	for _, top := range []string{public, copied} {
		err := filepath.WalkDir(top, func(name string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() {
				return err
			}
			data, err := os.ReadFile(name)
			rel, _ := filepath.Rel(top, name)
			comb(t, filepath.ToSlash(rel), data, found)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	data, err := os.ReadFile(archive)
	if err != nil {
		t.Fatal(err)
	}
	comb(t, "kopiia.zip", data, found)
	for place := range shown {
		if !found[place] {
			t.Errorf("%s: what is published was not found there, so nothing else would be", place)
		}
	}
	if !found["kopiia.zip"] {
		t.Error("the archive was not searched")
	}
}

// plant makes the site.
func plant(t *testing.T, dir string) {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/planted.txtar")
	if err != nil {
		t.Fatal(err)
	}
	put := func(name string, data []byte) {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for _, f := range archive.Files {
		put(f.Name, f.Data)
	}
	put("content/news/zqshownitem/foto.jpg", tellingPhoto(t))
	put("content/news/zqplantdraft/zqplantfoto.jpg", tellingPhoto(t))
	put("content/manuals/zqshownbook/foto.jpg", tellingPhoto(t))
	put("content/news/zqshownitem/znimok.png", tellingPNG(t))
	put("content/news/zqshownitem/rukh.gif", tellingGIF(t))
	put("content/metrics/zqshownmetrics.xlsx", tellingWorkbook(t))
}

func appendText(t *testing.T, name, text string) {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, append(data, text...), 0o666); err != nil {
		t.Fatal(err)
	}
}

// tellingPhoto is a JPEG that tells its place, a comment, a description and a second picture behind its end.
func tellingPhoto(t *testing.T) []byte {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, 900, 700)), nil); err != nil {
		t.Fatal(err)
	}
	segment := func(marker byte, text string) []byte {
		return append(binary.BigEndian.AppendUint16([]byte{0xff, marker}, uint16(2+len(text))), text...)
	}
	return slices.Concat([]byte{0xff, 0xd8}, exifWithPlace(), segment(0xfe, "zqplantjpegcomment"), segment(0xe1, "http://ns.adobe.com/xap/1.0/\x00<x>zqplantxmp</x>"),
		segment(0xed, "Photoshop 3.0\x00zqplantiptc"), b.Bytes()[2:], []byte("zqplantbehind"))
}

// tellingPNG is a PNG with a text of its own.
func tellingPNG(t *testing.T) []byte {
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 900, 700))); err != nil {
		t.Fatal(err)
	}
	const head = 8 + 25 // signature and IHDR
	text := []byte("tEXtAuthor\x00zqplantpng")
	chunk := append(binary.BigEndian.AppendUint32(nil, uint32(len(text)-4)), text...)
	chunk = binary.BigEndian.AppendUint32(chunk, crc32.ChecksumIEEE(text))
	return slices.Concat(b.Bytes()[:head], chunk, b.Bytes()[head:])
}

// tellingGIF is a GIF with a comment, and something behind its end.
func tellingGIF(t *testing.T) []byte {
	var b bytes.Buffer
	if err := gif.Encode(&b, image.NewPaletted(image.Rect(0, 0, 400, 300), color.Palette{color.White, color.Black}), nil); err != nil {
		t.Fatal(err)
	}
	data := b.Bytes()
	const comment = "zqplantgifcomment"
	block := append([]byte{0x21, 0xfe, byte(len(comment))}, comment+"\x00"...)
	return slices.Concat(data[:len(data)-1], block, []byte{0x3b}, []byte("zqplantbehindgif"))
}

// tellingWorkbook is a register with a hidden sheet, a note at a cell, and the names of who wrote it.
func tellingWorkbook(t *testing.T) []byte {
	sheet := func(rows ...string) string {
		var b strings.Builder
		b.WriteString(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`)
		for _, row := range rows {
			b.WriteString("<row>")
			for cell := range strings.SplitSeq(row, ";") {
				b.WriteString(`<c t="inlineStr"><is><t>` + cell + `</t></is></c>`)
			}
			b.WriteString("</row>")
		}
		return b.String() + `</sheetData></worksheet>`
	}
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, part := range [][2]string{
		{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`},
		{"docProps/core.xml", `<p:coreProperties xmlns:p="p" xmlns:dc="dc"><dc:creator>zqplantcreator</dc:creator></p:coreProperties>`},
		{"xl/workbook.xml", `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Показники" sheetId="1" r:id="r1"/><sheet name="zqplantsheet" sheetId="2" state="hidden" r:id="r2"/></sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet2.xml"/></Relationships>`},
		{"xl/worksheets/sheet1.xml", sheet("key;value;year;source", "educators;4137;2019-2020;Звіт zqshownreport")},
		{"xl/worksheets/sheet2.xml", sheet("zqplanthiddencell;щіплант")},
		{"xl/comments1.xml", `<comments><commentList><comment ref="A1"><text><t>zqplantcellnote</t></text></comment></commentList></comments>`},
	} {
		f, err := w.Create(part[0])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(f, part[1]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

var inPage = regexp.MustCompile(`data:[a-z/+.-]*;base64,([A-Za-z0-9+/=]+)`)

// comb searches the name and every byte of a file, and what is packed in it: archives, books, pictures inside pages.
func comb(t *testing.T, name string, data []byte, found map[string]bool) {
	if strings.HasSuffix(name, ".gz") {
		r, err := gzip.NewReader(bytes.NewReader(data))
		if err == nil {
			data, err = io.ReadAll(r)
		}
		if err != nil || r.ModTime.Unix() > 0 || r.Name != "" {
			t.Fatalf("%s: %v", name, err)
		}
	}
	text := strings.ToLower(name + "\n" + string(data))
	for _, spelling := range []string{text, strings.ToLower(string(bytes.ReplaceAll(data, []byte{0}, nil)))} { // UTF-16 as well
		for _, mark := range planted {
			if at := strings.Index(spelling, mark); at >= 0 && !digits(spelling, at, mark) {
				t.Errorf("%s holds %q: …%q…", name, mark, spelling[max(0, at-60):min(len(spelling), at+60)])
			}
		}
	}
	base := name
	if _, inner, ok := strings.Cut(name, "kopiia.zip!"); ok {
		base = ""
		if strings.HasPrefix(inner, "news/zqshownitem/index.html") && strings.Contains(text, "zqshowntext") {
			found["kopiia.zip"] = true
		}
	}
	for place, want := range shown {
		if base != "" && strings.HasPrefix(base, place) && strings.Contains(text, want) {
			found[place] = true
		}
	}
	if bytes.HasPrefix(data, []byte("PK\x03\x04")) {
		archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for _, f := range archive.File {
			r, err := f.Open()
			if err != nil {
				t.Fatal(err)
			}
			inner, err := io.ReadAll(r)
			if err != nil {
				t.Fatal(err)
			}
			comb(t, name+"!"+f.Name, append(inner, f.Comment+string(f.Extra)...), found)
		}
	}
	for _, m := range inPage.FindAllSubmatch(data, -1) {
		if inner, err := base64.StdEncoding.DecodeString(string(m[1])); err == nil {
			comb(t, name+"!data", inner, found)
		}
	}
}

// digits tells whether a short mark of digits stands inside a longer number or digest, where it means nothing.
func digits(text string, at int, mark string) bool {
	if len(mark) > 4 {
		return false
	}
	letter := func(i int) bool {
		return i >= 0 && i < len(text) && (text[i] >= '0' && text[i] <= '9' || text[i] >= 'a' && text[i] <= 'z' || text[i] >= 0x80 || text[i] < ' ' || text[i] == '.' || text[i] == '-' || text[i] == '+' || text[i] == '/')
	}
	return letter(at-1) || letter(at+len(mark))
}
