package picture

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/gif"
	_ "image/jpeg"
	_ "image/png"
	"slices"
	"strings"
	"testing"

	"github.com/bep/imagemeta"
	"github.com/google/go-cmp/cmp"
	_ "golang.org/x/image/webp"
)

// corpus is every crafted picture by a name.
func corpus(t testing.TB) map[string][]byte {
	m := map[string][]byte{
		"jpeg": jpegSample(t), "png": pngSample(t), "gif": gifSample(t), "webp": webpSample(),
		"gif full": gifWith(t), "webp animated": webpAnimated(), "svg": []byte(svgDirty), "svg plain": []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 10"/>`),
	}
	for orientation := 1; orientation <= 8; orientation++ {
		for _, order := range []binary.AppendByteOrder{binary.LittleEndian, binary.BigEndian} {
			tiff := exif(order, orientation, true)
			name := fmt.Sprintf(" full %d %v", orientation, order)
			m["jpeg"+name], m["png"+name], m["webp"+name] = jpegWith(t, tiff), pngWith(t, tiff), webpWith(tiff)
		}
	}
	return m
}

func TestStripLeavesNothingPlanted(t *testing.T) {
	for name, data := range corpus(t) {
		clean, err := Strip(data)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		for _, word := range []string{planted, planted[:3], "PLANTED", "GPS", "xmp", "Photoshop", "JFXX", "MPF", "tEXt", "prVt", "prvt"} {
			if bytes.Contains(clean, []byte(word)) {
				t.Errorf("%s: %q is still there", name, word)
			}
		}
		if again, err := Strip(clean); err != nil || !bytes.Equal(again, clean) {
			t.Errorf("%s: stripped twice it is another file, %v", name, err)
		}
	}
}

func TestStripKeepsThePicture(t *testing.T) {
	for name, data := range corpus(t) {
		if strings.HasPrefix(name, "svg") || name == "webp animated" { // x/image does not decode animations
			continue
		}
		clean, err := Strip(data)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		before, _, err := image.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatalf("%s: the test's picture is wrong: %v", name, err)
		}
		after, _, err := image.Decode(bytes.NewReader(clean))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if diff := cmp.Diff(pixelsOf(before), pixelsOf(after)); diff != "" {
			t.Errorf("%s: other pixels\n%s", name, diff)
		}
		info, _ := Inspect(data)
		cleanInfo, err := Inspect(clean)
		info.HasGPS = false
		if err != nil || cleanInfo != info {
			t.Errorf("%s: %+v became %+v, %v", name, info, cleanInfo, err)
		}
	}
}

func pixelsOf(m image.Image) (all []color.Color) {
	for y := m.Bounds().Min.Y; y < m.Bounds().Max.Y; y++ {
		for x := m.Bounds().Min.X; x < m.Bounds().Max.X; x++ {
			all = append(all, color.NRGBAModel.Convert(m.At(x, y)))
		}
	}
	return all
}

// A second opinion: a library that reads metadata finds none but the orientation.
func TestStripAgainstImagemeta(t *testing.T) {
	formats := map[string]imagemeta.ImageFormat{"jpeg": imagemeta.JPEG, "png": imagemeta.PNG, "webp": imagemeta.WebP}
	tags := func(data []byte, format imagemeta.ImageFormat) (names []string) {
		_, err := imagemeta.Decode(imagemeta.Options{
			R: bytes.NewReader(data), ImageFormat: format,
			Sources: imagemeta.EXIF | imagemeta.IPTC | imagemeta.XMP,
			HandleTag: func(tag imagemeta.TagInfo) error {
				names = append(names, tag.Tag)
				return nil
			},
		})
		if err != nil {
			t.Log(err)
		}
		return names
	}
	for name, data := range corpus(t) {
		format, ok := formats[strings.Fields(name)[0]]
		if !ok || name == "webp animated" {
			continue
		}
		if before := tags(data, format); strings.Contains(name, "full") && !slices.Contains(before, "GPSLatitude") {
			t.Errorf("%s: the test's picture tells no place: %q", name, before)
		}
		clean, err := Strip(data)
		if err != nil {
			t.Fatal(err)
		}
		for _, tag := range tags(clean, format) {
			if tag != "Orientation" || strings.Contains(name, "full 1") || format == imagemeta.WebP {
				t.Errorf("%s: tag %s is still there", name, tag)
			}
		}
	}
}

func TestStripKeepsWhatColoursNeed(t *testing.T) {
	tiff := exif(binary.BigEndian, 6, true)
	tests := map[string]struct {
		data []byte
		want []string
	}{
		"jpeg": {jpegWith(t, tiff), []string{"ICC_PROFILE\x00\x01\x01the profile", "Adobe\x00\x64", "JFIF\x00\x01\x02\x01\x00\x48\x00\x48\x00\x00"}},
		"png":  {pngWith(t, tiff), []string{"gAMA", "pHYs", "eXIfMM"}},
		"gif":  {gifWith(t), []string{"NETSCAPE2.0\x03\x01\x03\x00\x00"}},
		"webp": {webpWith(tiff), []string{"ICCP\x0c\x00\x00\x00the profile.", "VP8X\x0a\x00\x00\x00\x30\x00"}},
	}
	for name, test := range tests {
		clean, err := Strip(test.data)
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range test.want {
			if !bytes.Contains(clean, []byte(want)) {
				t.Errorf("%s: %q is gone", name, want)
			}
		}
	}
}

func TestStripKeepsAnimation(t *testing.T) {
	clean, err := Strip(gifWith(t))
	if err != nil {
		t.Fatal(err)
	}
	animation, err := gif.DecodeAll(bytes.NewReader(clean))
	if err != nil {
		t.Fatal(err)
	}
	if animation.LoopCount != 3 || !slices.Equal(animation.Delay, []int{7, 8}) {
		t.Errorf("loops %d times with %v", animation.LoopCount, animation.Delay)
	}
	clean, err = Strip(webpAnimated())
	if err != nil {
		t.Fatal(err)
	}
	if n := bytes.Count(clean, []byte("ANMF")); n != 2 || clean[20] != webpAnimation {
		t.Errorf("%d frames, flags %#x", n, clean[20])
	}
}

func TestInspect(t *testing.T) {
	little, big := binary.LittleEndian, binary.BigEndian
	tests := map[string]struct {
		data []byte
		want Info
	}{
		"plain":             {jpegSample(t), Info{"jpeg", 24, 10, 1, false}},
		"place":             {jpegWith(t, exif(little, 1, true)), Info{"jpeg", 24, 10, 1, true}},
		"on its side":       {jpegWith(t, exif(big, 6, true)), Info{"jpeg", 10, 24, 6, true}},
		"upside down":       {jpegWith(t, exif(little, 3, true)), Info{"jpeg", 24, 10, 3, true}},
		"wrong number":      {jpegWith(t, exif(little, 9, true)), Info{"jpeg", 24, 10, 1, true}},
		"png":               {pngWith(t, exif(little, 8, true)), Info{"png", 10, 24, 8, true}},
		"gif":               {gifWith(t), Info{"gif", 24, 10, 1, true}},
		"webp":              {webpWith(exif(big, 5, true)), Info{"webp", 24, 10, 1, true}},
		"webp, JPEG header": {webpWith(append([]byte(exifHeader), exif(big, 5, true)...)), Info{"webp", 24, 10, 1, true}},
		"webp simple":       {webpSample(), Info{"webp", 24, 10, 1, false}},
		"svg":               {[]byte("\xEF\xBB\xBF<?xml version='1.0'?>\n<!-- x --><!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://x\"><svg width='2in' height='1cm'/>"), Info{"svg", 192, 38, 1, false}},
		"svg by box":        {[]byte("<svg viewBox='0 0 300 150' width='60'/>"), Info{"svg", 60, 30, 1, false}},
		"svg without size":  {[]byte("<svg width='100%'/>"), Info{"svg", 0, 0, 1, false}},
	}
	for name, test := range tests {
		got, err := Inspect(test.data)
		if err != nil || got != test.want {
			t.Errorf("%s: %+v, %v; want %+v", name, got, err, test.want)
		}
	}
	empty := jpegSample(t)
	empty = slices.Concat(empty[:2], jpegBytes(0xE1, append([]byte(exifHeader), exif(little, 1, false)...)), empty[2:])
	if info, err := Inspect(empty); err != nil || info.HasGPS {
		t.Errorf("a directory of GPS without a place: %+v, %v", info, err)
	}
}

func TestRefusedFormats(t *testing.T) {
	tests := map[string]string{
		"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic":                                                   "HEIC",
		"\x00\x00\x00\x18ftypmif1\x00\x00\x00\x00mif1avif":                                                   "AVIF",
		"\x00\x00\x00\x18ftypcrx \x00\x00\x00\x01crx isom":                                                   "RAW",
		"\x00\x00\x00\x18ftypisom\x00\x00\x02\x00isomiso2":                                                   "MP4",
		"II*\x00\x08\x00\x00\x00\x00\x00":                                                                    "TIFF",
		"MM\x00*\x00\x00\x00\x08\x00\x01\xC6\x12\x00\x01\x00\x00\x00\x04\x01\x04\x00\x00":                    "RAW",
		"II*\x00\x10\x00\x00\x00CR\x02\x00":                                                                  "RAW",
		"BM\x46\x00\x00\x00\x00\x00\x00\x00\x36\x00\x00\x00\x28\x00\x00\x00\x02\x00\x00\x00\x02\x00\x00\x00": "BMP",
		"8BPS\x00\x01":  "PSD",
		"%PDF-1.7":      "PDF",
		"plain text":    "",
		"<html></html>": "",
		"\x00":          "",
	}
	for data, want := range tests {
		_, err := Inspect([]byte(data))
		var unsupported *UnsupportedError
		if !errors.As(err, &unsupported) || unsupported.Format != want {
			t.Errorf("%q: %v; want %q", data, err, want)
		}
	}
}

func TestTooLarge(t *testing.T) {
	header := func(width, height uint32) []byte {
		b := binary.BigEndian.AppendUint32(nil, width)
		b = binary.BigEndian.AppendUint32(b, height)
		return append([]byte(pngSignature), pngChunk("IHDR", append(b, 8, 2, 0, 0, 0))...)
	}
	jpegHuge := bytes.Replace(jpegSample(t), []byte{0, 10, 0, 24, 3}, []byte{0x4E, 0x20, 0x4E, 0x20, 3}, 1)
	tests := map[string][]byte{
		"wide png": header(20_001, 1), "many pixels": header(10_001, 10_000), "jpeg": jpegHuge,
		"gif":  []byte("GIF89a\xFF\xFF\xFF\xFF\x00\x00\x00\x3B"),
		"webp": riff([][]byte{[]byte("VP8X\x0a\x00\x00\x00\x00\x00\x00\x00\xFF\xFF\xFF\xFF\xFF\xFF")}),
	}
	for name, data := range tests {
		var large *TooLargeError
		if _, err := Inspect(data); !errors.As(err, &large) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Cut short anywhere, a picture is refused; nothing panics, and what begins like a picture is called damaged.
func TestTruncated(t *testing.T) {
	tiff := exif(binary.LittleEndian, 6, true)
	ends := map[string]struct {
		data []byte
		tail int // of bytes behind the end
	}{
		"jpeg": {jpegSample(t), 0}, "jpeg full": {jpegWith(t, tiff), len(planted) + len(jpegSample(t))},
		"png": {pngWith(t, tiff), len(planted)}, "gif": {gifWith(t), len(planted)},
		"webp": {webpWith(tiff), len(planted)}, "svg": {[]byte(svgDirty), len("\n<!-- PLANTED -->")},
	}
	for name, test := range ends {
		for n := range len(test.data) - test.tail {
			if name == "webp" && n == len(test.data)-test.tail-1 && (len(xmp)%2 == 1) {
				continue // the last padding may be missing
			}
			_, err := Strip(test.data[:n])
			if err == nil {
				t.Errorf("%s: accepted when cut at %d", name, n)
			}
			var d *DamagedError
			if n > 700 && !errors.As(err, &d) {
				t.Errorf("%s: cut at %d: %v", name, n, err)
			}
		}
	}
	var d *DamagedError
	if _, err := Inspect(jpegSample(t)[:300]); !errors.As(err, &d) || !d.Truncated {
		t.Errorf("half a JPEG: %v", err)
	}
	if _, err := Inspect(nil); !errors.As(err, &d) || !d.Truncated {
		t.Errorf("an empty file: %v", err)
	}
}

func TestDamaged(t *testing.T) {
	flip := func(data []byte, at int) []byte {
		data = bytes.Clone(data)
		data[at] ^= 0x40
		return data
	}
	j, p := jpegSample(t), pngSample(t)
	tests := map[string][]byte{
		"checksum":         flip(p, 50),
		"unknown capital":  slices.Concat(p[:33], pngChunk("QUAX", nil), p[33:]),
		"header twice":     slices.Concat(p[:33], p[8:33], p[33:]),
		"two frames":       slices.Concat(j[:2], jpegBytes(0xC0, []byte("\x08\x00\x0a\x00\x18\x01\x01\x11\x00")), j[2:]),
		"start inside":     slices.Concat(j[:2], []byte("\xFF\xD8"), j[2:]),
		"gif block":        append(gifSample(t)[:13], 0x99, 0),
		"webp beginning":   riff(webpBytes("EXIF", nil)),
		"webp canvas":      riff(vp8x(0, 5, 5), webpBytes("VP8L", vp8l(24, 10, color.NRGBA{}))),
		"webp no picture":  riff(vp8x(0, 5, 5)),
		"webp empty frame": riff(vp8x(webpAnimation, 5, 5), webpBytes("ANMF", make([]byte, 16))),
	}
	for name, data := range tests {
		var d *DamagedError
		if _, err := Strip(data); !errors.As(err, &d) || d.Truncated {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzStrip(f *testing.F) {
	for _, data := range corpus(f) {
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		clean, err := Strip(data)
		info, inspectErr := Inspect(data)
		if (err == nil) != (inspectErr == nil) {
			t.Fatalf("Strip says %v and Inspect %v", err, inspectErr)
		}
		if err != nil {
			return
		}
		again, err := Strip(clean)
		if err != nil || !bytes.Equal(again, clean) {
			t.Fatalf("stripped twice it is another file, %v", err)
		}
		cleanInfo, _ := Inspect(clean)
		if info.HasGPS = false; cleanInfo != info && info.Format != "svg" {
			t.Fatalf("%+v became %+v", info, cleanInfo)
		}
	})
}

func FuzzInspect(f *testing.F) {
	for _, data := range corpus(f) {
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		info, err := Inspect(data)
		if err == nil && (info.Width > MaxSide || info.Height > MaxSide || info.Orientation < 1 || info.Orientation > 8) {
			t.Fatalf("%+v", info)
		}
	})
}

func BenchmarkStrip(b *testing.B) {
	data := jpegWith(b, exif(binary.LittleEndian, 6, true))
	end := bytes.Index(data, []byte("\xFF\xDA")) // make the scan as long as that of a photograph
	scan := bytes.Repeat([]byte("0123456789abcdef0123456789abcdef\xFF\x00"), 100_000)
	data = slices.Concat(data[:end+14], scan, []byte("\xFF\xD9"))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := Strip(data); err != nil {
			b.Fatal(err)
		}
	}
}
