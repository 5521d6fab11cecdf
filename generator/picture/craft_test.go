package picture

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"slices"
	"testing"
)

// Pictures made by hand, with a word planted wherever a program may put one.
const planted = "PLANTED-50.4501N"

// sample is a picture of 24 × 10 with something to see in each corner.
func sample() *image.RGBA {
	m := image.NewRGBA(image.Rect(0, 0, 24, 10))
	for y := range 10 {
		for x := range 24 {
			m.Set(x, y, color.RGBA{uint8(10 * x), uint8(25 * y), uint8(x * y), 255})
		}
	}
	return m
}

// exif is a TIFF with orientation, a description, a place and a thumbnail.
func exif(order binary.AppendByteOrder, orientation int, place bool) []byte {
	b := []byte("II*\x00")
	if order == binary.AppendByteOrder(binary.BigEndian) {
		b = []byte("MM\x00*")
	}
	entry := func(tag, kind uint16, count, value uint32) {
		b = order.AppendUint16(b, tag)
		b = order.AppendUint16(b, kind)
		b = order.AppendUint32(b, count)
		if kind == 3 {
			b = order.AppendUint16(b, uint16(value))
			b = append(b, 0, 0)
		} else {
			b = order.AppendUint32(b, value)
		}
	}
	const first, entries = 8, 3
	const gps = first + 2 + entries*12 + 4
	b = order.AppendUint32(b, first)
	b = order.AppendUint16(b, entries)
	entry(0x010E, 2, uint32(len(planted)), gps+2+2*12+4)
	entry(tagOrientation, 3, 1, uint32(orientation))
	entry(tagGPS, 4, 1, gps)
	b = order.AppendUint32(b, 0)
	b = order.AppendUint16(b, 2)
	entry(0, 1, 4, 0x02030000)
	if place {
		entry(2, 5, 3, gps)
	} else {
		entry(29, 2, 11, gps)
	}
	b = order.AppendUint32(b, 0)
	return append(b, planted...)
}

const xmp = `<x:xmpmeta><exif:GPSLatitude>` + planted + `</exif:GPSLatitude></x:xmpmeta>`

func jpegSample(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, sample(), &jpeg.Options{Quality: 95}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// jpegWith plants everything a JPEG can carry, and leaves what must stay.
func jpegWith(t testing.TB, tiff []byte) []byte {
	data := jpegSample(t)
	var b bytes.Buffer
	b.Write(data[:2])
	b.Write(jpegBytes(0xE0, []byte("JFIF\x00\x01\x02\x01\x00\x48\x00\x48\x01\x01"+planted[:3])))
	b.Write(jpegBytes(0xE0, []byte("JFXX\x00\x10"+planted)))
	b.Write(jpegBytes(0xE1, append([]byte(exifHeader), tiff...)))
	b.Write(jpegBytes(0xE1, []byte("http://ns.adobe.com/xap/1.0/\x00"+xmp)))
	b.Write(jpegBytes(0xE2, []byte("ICC_PROFILE\x00\x01\x01the profile")))
	b.Write(jpegBytes(0xE2, []byte("MPF\x00"+planted)))
	b.Write(jpegBytes(0xED, []byte("Photoshop 3.0\x008BIM\x04\x04"+planted)))
	b.Write(jpegBytes(0xEE, []byte("Adobe\x00\x64\x00\x00\x00\x00\x01")))
	b.Write(jpegBytes(0xEF, []byte(planted)))
	b.Write(jpegBytes(0xFE, []byte(planted)))
	b.WriteString(planted) // strays between segments, and fill bytes
	b.WriteString("\xFF\xFF")
	b.Write(data[2 : len(data)-2])
	b.Write(jpegBytes(0xFE, []byte(planted)))
	b.WriteString("\xFF\xD9" + planted)
	b.Write(data) // the second picture of a phone
	return b.Bytes()
}

func pngSample(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, sample()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func pngWith(t testing.TB, tiff []byte) []byte {
	data := pngSample(t)
	const header = 8 + 25
	pieces := [][]byte{
		data[:header],
		pngChunk("gAMA", []byte{0, 0, 0xB1, 0x8F}),
		pngChunk("pHYs", []byte{0, 0, 0x0B, 0x13, 0, 0, 0x0B, 0x13, 1}),
		pngChunk("tEXt", []byte("Comment\x00"+planted)),
		pngChunk("zTXt", []byte("Raw profile type exif\x00\x00"+planted)),
		pngChunk("tIME", []byte{7, 230, 1, 2, 3, 4, 5}),
		pngChunk("prVt", []byte(planted)),
		pngChunk("eXIf", tiff),
		data[header : len(data)-12],
		pngChunk("eXIf", exif(binary.BigEndian, 2, true)), // behind the picture its orientation does not count
		pngChunk("iTXt", []byte("XML:com.adobe.xmp\x00\x00\x00\x00\x00"+xmp)),
		data[len(data)-12:],
		[]byte(planted),
	}
	return bytes.Join(pieces, nil)
}

func gifSample(t testing.TB) []byte {
	t.Helper()
	palette := color.Palette{color.Black, color.White, color.RGBA{200, 0, 0, 255}}
	animation := &gif.GIF{LoopCount: 3}
	for i := range 2 {
		frame := image.NewPaletted(image.Rect(0, 0, 24, 10), palette)
		for p := range frame.Pix {
			frame.Pix[p] = uint8((p + i) % 3)
		}
		animation.Image, animation.Delay = append(animation.Image, frame), append(animation.Delay, 7+i)
	}
	var b bytes.Buffer
	if err := gif.EncodeAll(&b, animation); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func gifWith(t testing.TB) []byte {
	data := gifSample(t)
	sub := func(head, text string) []byte {
		return append(append([]byte(head), byte(len(text))), text+"\x00"...)
	}
	comment := sub("\x21\xFE", planted)
	xmpBlock := append(append([]byte("\x21\xFF\x0BXMP DataXMP"), byte(len(xmp))), xmp+"\x00"...)
	at := bytes.IndexByte(data[13:], 0x21) + 13 // the first extension
	firstImage := at + bytes.Index(data[at:], []byte{0x2C, 0, 0, 0, 0})
	pieces := [][]byte{data[:at], comment, xmpBlock, data[at:firstImage], comment, data[firstImage : len(data)-1], comment, {0x3B}, []byte(planted)}
	return bytes.Join(pieces, nil)
}

// bitWriter writes the lowest bit first, as lossless WebP wants it.
type bitWriter struct {
	out  []byte
	bits uint64
	n    uint
}

func (w *bitWriter) put(value uint64, n uint) {
	w.bits |= value << w.n
	for w.n += n; w.n >= 8; w.n -= 8 {
		w.out = append(w.out, byte(w.bits))
		w.bits >>= 8
	}
}

// vp8l is a lossless picture of one colour: every code has a single symbol, so a pixel takes no bits at all.
func vp8l(width, height int, c color.NRGBA) []byte {
	w := &bitWriter{out: []byte{0x2F}}
	w.put(uint64(width-1), 14)
	w.put(uint64(height-1), 14)
	w.put(1, 1) // alpha
	w.put(0, 3) // version
	w.put(0, 3) // no transform, no colour cache, no meta code
	for _, symbol := range []uint8{c.G, c.R, c.B, c.A} {
		w.put(0b101, 3) // simple code, one symbol, of eight bits
		w.put(uint64(symbol), 8)
	}
	w.put(0b0001, 4) // distance: simple, one symbol of one bit, 0
	w.put(0, 8)
	return w.out
}

func riff(chunks ...[][]byte) []byte {
	body := bytes.Join(slices.Concat(chunks...), nil)
	header := append(binary.LittleEndian.AppendUint32([]byte("RIFF"), uint32(len(body)+4)), "WEBP"...)
	return append(header, body...)
}

func vp8x(flags byte, width, height int) [][]byte {
	b := []byte{flags, 0, 0, 0, byte(width - 1), byte((width - 1) >> 8), 0, byte(height - 1), byte((height - 1) >> 8), 0}
	return webpBytes("VP8X", b)
}

func webpSample() []byte {
	return riff(webpBytes("VP8L", vp8l(24, 10, color.NRGBA{10, 20, 30, 255})))
}

func webpWith(tiff []byte) []byte {
	data := riff(
		vp8x(webpICC|webpAlpha|1<<3|1<<2, 24, 10),
		webpBytes("ICCP", []byte("the profile.") /* even: imagemeta 1.0.1 loses its way after an odd chunk */),
		webpBytes("prvt", []byte(planted)),
		webpBytes("VP8L", vp8l(24, 10, color.NRGBA{10, 20, 30, 255})),
		webpBytes("EXIF", tiff),
		webpBytes("XMP ", []byte(xmp)),
	)
	return append(data, planted...)
}

// webpAnimated has frames with strange chunks inside.
func webpAnimated() []byte {
	frame := slices.Concat(make([]byte, 6), []byte{23, 0, 0, 9, 0, 0, 100, 0, 0, 0})
	for _, chunk := range [][][]byte{webpBytes("prvt", []byte(planted+"odd")), webpBytes("VP8L", vp8l(24, 10, color.NRGBA{1, 2, 3, 255}))} {
		frame = append(frame, bytes.Join(chunk, nil)...)
	}
	return riff(
		vp8x(webpAnimation|1<<2, 24, 10),
		webpBytes("ANIM", make([]byte, 6)),
		webpBytes("ANMF", frame),
		webpBytes("ANMF", frame),
		webpBytes("XMP ", []byte(xmp)),
	)
}
