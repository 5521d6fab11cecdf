package main

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/jpeg"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/som-hub/vitryna/layouts"
)

// convert FORM FILE...: rewrites files as some editor would have saved them: bom, crlf, cr, cp1251, utf16, nul.
func convert(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: convert FORM FILE...")
	}
	for _, file := range args[1:] {
		text := ts.ReadFile(file)
		switch args[0] {
		case "bom":
			text = "\ufeff" + text
		case "crlf":
			text = strings.ReplaceAll(text, "\n", "\r\n")
		case "cr":
			text = strings.ReplaceAll(text, "\n", "\r")
		case "nul":
			text += "\x00"
		case "cp1251":
			text = cp1251(ts, text)
		case "utf16":
			var b bytes.Buffer
			ts.Check(binary.Write(&b, binary.LittleEndian, append([]uint16{0xfeff}, utf16.Encode([]rune(text))...)))
			text = b.String()
		default:
			ts.Fatalf("unknown form %q", args[0])
		}
		ts.Check(os.WriteFile(ts.MkAbs(file), []byte(text), 0o666))
	}
}

// cp1251 is Windows-1251, for the letters that scripts use.
func cp1251(ts *testscript.TestScript, text string) string {
	special := map[rune]byte{'І': 0xb2, 'і': 0xb3, 'Ї': 0xaf, 'ї': 0xbf, 'Є': 0xaa, 'є': 0xba, 'Ґ': 0xa5, 'ґ': 0xb4, '«': 0xab, '»': 0xbb, '’': 0x92, '—': 0x97}
	var b []byte
	for _, r := range text {
		switch s, ok := special[r]; {
		case ok:
			b = append(b, s)
		case 'А' <= r && r <= 'я':
			b = append(b, byte(0xc0+r-'А'))
		case r < 0x80:
			b = append(b, byte(r))
		default:
			ts.Fatalf("%q is not in our Windows-1251", r)
		}
	}
	return string(b)
}

// nfd FILE: renames a file so that й and ї in its name are two signs each, as a Mac writes them.
func nfd(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: nfd FILE")
	}
	dir, name := filepath.Split(ts.MkAbs(args[0]))
	apart := strings.NewReplacer("й", "и\u0306", "ї", "і\u0308").Replace(name)
	if apart == name {
		ts.Fatalf("no й or ї in %q", name)
	}
	ts.Check(os.Rename(dir+name, dir+apart))
}

// repeat FILE MEGABYTES: appends the file's last line to it until it is so big.
func repeat(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: repeat FILE MEGABYTES")
	}
	megabytes, err := strconv.Atoi(args[1])
	ts.Check(err)
	text := ts.ReadFile(args[0])
	lines := strings.SplitAfter(strings.TrimRight(text, "\n"), "\n")
	last := lines[len(lines)-1] + "\n\n"
	text += "\n" + strings.Repeat(last, megabytes<<20/len(last)+1)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o666))
}

// items N FROM TO: writes N files after the example FROM; NN in its text and in the name TO becomes 01, 02 …
func items(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: items N FROM TO")
	}
	n, err := strconv.Atoi(args[0])
	ts.Check(err)
	example := ts.ReadFile(args[1])
	for i := 1; i <= n; i++ {
		number := strconv.Itoa(100 + i)[1:]
		file := ts.MkAbs(strings.ReplaceAll(args[2], "NN", number))
		ts.Check(os.MkdirAll(filepath.Dir(file), 0o777))
		ts.Check(os.WriteFile(file, []byte(strings.ReplaceAll(example, "NN", number)), 0o666))
	}
}

var (
	sectionLine = regexp.MustCompile(`(?m)^section: ([a-z]+)`)
	insideLine  = regexp.MustCompile(`(?m)^inside: ([a-z]+)`)
	fieldLine   = regexp.MustCompile(`(?m)^  ([a-z_]+):`)
)

// everything VALUE: an item `a` of every kind of the theme with this value in every field; TITLE: with a title and no field.
func everything(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: everything VALUE")
	}
	common, err := fs.ReadFile(layouts.FS, "kinds/common.yaml")
	ts.Check(err)
	kinds, err := fs.Glob(layouts.FS, "kinds/*/kind.yaml")
	ts.Check(err)
	made := 0
	for _, kind := range kinds {
		text, err := fs.ReadFile(layouts.FS, kind)
		ts.Check(err)
		section := sectionLine.FindSubmatch(text)
		if section == nil || strings.Contains(string(text), "source: csv") {
			continue // site.yaml, tables
		}
		file := "content/" + string(section[1]) + "/a/index.md"
		if inside := insideLine.FindSubmatch(text); inside != nil {
			file = "content/" + string(inside[1]) + "s/a/01-a.md"
			if strings.Contains(string(text), "source: both") {
				file = "content/" + string(inside[1]) + "s/a/" + string(section[1]) + "/a/index.md"
			}
		}
		fields := fieldLine.FindAllStringSubmatch(string(text)+"\n"+string(common), -1)
		var header strings.Builder
		seen := map[string]bool{"draft": true} // a draft's problems stop nothing
		for _, f := range fields {
			if !seen[f[1]] && args[0] != "TITLE" {
				header.WriteString(f[1] + ": " + args[0] + "\n")
			}
			seen[f[1]] = true
		}
		if args[0] == "TITLE" {
			header.WriteString("title: А\n")
		}
		ts.Check(os.MkdirAll(filepath.Dir(ts.MkAbs(file)), 0o777))
		ts.Check(os.WriteFile(ts.MkAbs(file), []byte("---\n"+header.String()+"---\nТекст.\n"), 0o666))
		made++
	}
	if made < 10 {
		ts.Fatalf("%d kinds", made)
	}
}

// photo FILE [gps] [large] [other]: writes a small JPEG, with the place where it was taken in its EXIF if told so. All are the same but other ones.
func photo(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 {
		ts.Fatalf("usage: photo FILE [gps] [large] [other]")
	}
	picture := image.NewRGBA(image.Rect(0, 0, 60, 40))
	if slices.Contains(args[1:], "large") {
		picture = image.NewRGBA(image.Rect(0, 0, 2000, 1500))
	}
	for i := range picture.Pix {
		picture.Pix[i] = byte(i)
		if slices.Contains(args[1:], "other") {
			picture.Pix[i] = byte(i * 3)
		}
	}
	picture.Set(1, 1, color.White)
	var b bytes.Buffer
	ts.Check(jpeg.Encode(&b, picture, nil))
	data := b.Bytes()
	if slices.Contains(args[1:], "gps") {
		data = append(append([]byte{0xff, 0xd8}, exifWithPlace()...), data[2:]...)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), data, 0o666))
}

// exifWithPlace is an APP1 segment: TIFF header, one directory with a pointer to a GPS directory, in it 48° N 37° E.
func exifWithPlace() []byte {
	order := binary.BigEndian
	entry := func(tag, kind uint16, count uint32, value [4]byte) []byte {
		return append(order.AppendUint32(order.AppendUint16(order.AppendUint16(nil, tag), kind), count), value[:]...)
	}
	at := func(offset byte) [4]byte { return [4]byte{0, 0, 0, offset} }
	degrees := func(d uint32) (b []byte) {
		for _, n := range []uint32{d, 1, 31, 1, 12, 1} {
			b = order.AppendUint32(b, n)
		}
		return b
	}
	tiff := []byte("MM\x00\x2a\x00\x00\x00\x08")
	tiff = append(append(append(tiff, 0, 1), entry(0x8825, 4, 1, at(26))...), 0, 0, 0, 0) // at 26 begins GPS
	tiff = append(tiff, 0, 4)
	tiff = append(tiff, entry(1, 2, 2, [4]byte{'N'})...)
	tiff = append(tiff, entry(2, 5, 3, at(80))...)
	tiff = append(tiff, entry(3, 2, 2, [4]byte{'E'})...)
	tiff = append(tiff, entry(4, 5, 3, at(104))...)
	tiff = append(tiff, 0, 0, 0, 0) // 26 + 2 + 48 + 4 = 80
	tiff = append(append(tiff, degrees(48)...), degrees(37)...)
	body := append([]byte("Exif\x00\x00"), tiff...)
	return append(order.AppendUint16([]byte{0xff, 0xe1}, uint16(len(body)+2)), body...)
}
