package webp

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/image/webp"
)

var pictures = []struct {
	name string
	make func(width, height int) *Image
}{{"flat", flat}, {"gradient", gradient}, {"noise", noise}, {"board", board}, {"landscape", landscape}, {"letters", letters}}

var sizes = [][2]int{{1, 1}, {2, 1}, {1, 2}, {3, 5}, {15, 16}, {16, 16}, {17, 16}, {16, 17}, {31, 33}, {33, 15}, {1, 100}, {100, 1}, {150, 111}, {16383, 2}}

// TestDecodes: a decoder of others has, sample for sample, what the encoder believes it to have.
func TestDecodes(t *testing.T) {
	for _, p := range pictures {
		for _, size := range sizes {
			for _, quality := range []int{0, 3, 30, 75, 92, 100} {
				if size[0] > 1000 && (quality != 75 || p.name != "noise") {
					continue
				}
				t.Run(fmt.Sprintf("%s_%dx%d_%d", p.name, size[0], size[1], quality), func(t *testing.T) {
					decodes(t, p.make(size[0], size[1]), quality)
				})
			}
		}
	}
}

// decodes encodes and compares; it returns the length of the frame and what the encoder believes.
func decodes(t *testing.T, m *Image, quality int) (int, *picture) {
	t.Helper()
	frame, believed, err := encode(m, quality, maxFirst)
	if err != nil {
		t.Fatal(err)
	}
	shown := believed()
	decodesTo(t, m, frame, shown)
	return len(frame), shown
}

func decodesTo(t *testing.T, m *Image, frame []byte, believed *picture) {
	t.Helper()
	decoded, err := webp.Decode(bytes.NewReader(file(m, frame, nil)))
	if err != nil {
		t.Fatal(err)
	}
	got := decoded.(*image.YCbCr)
	if got.Rect != image.Rect(0, 0, m.Width, m.Height) {
		t.Fatalf("decoded as %v", got.Rect)
	}
	same(t, "luma", &believed[0], got.Y, got.YStride, m.Width, m.Height)
	same(t, "blue", &believed[1], got.Cb, got.CStride, (m.Width+1)/2, (m.Height+1)/2)
	same(t, "red", &believed[2], got.Cr, got.CStride, (m.Width+1)/2, (m.Height+1)/2)
}

func same(t *testing.T, name string, p *plane, pix []byte, stride, width, height int) {
	t.Helper()
	for y := range height {
		for x := range width {
			if want, got := p.pix[p.at(x, y)], pix[y*stride+x]; want != got {
				t.Fatalf("%s at %d, %d: a decoder has %d, the encoder believes %d", name, x, y, got, want)
			}
		}
	}
}

// TestFilters: every kind of loop filter is the decoder's, whichever the encoder would choose.
func TestFilters(t *testing.T) {
	m := landscape(81, 65)
	for _, quality := range []int{10, 60} {
		e := newEncoder(m, quality)
		probs, _ := e.settle(indexOf(quality))
		for _, level := range []int{0, 1, 7, 14, 15, 39, 40, 63} {
			for sharpness := range 8 {
				f, filtered := loopFilter{level, sharpness}, *e.out
				for i := range filtered {
					filtered[i].pix = slices.Clone(filtered[i].pix)
				}
				e.filter(&filtered, f)
				decodesTo(t, m, join(m, e.first(indexOf(quality), f, probs), e.second(probs)), &filtered)
			}
		}
	}
}

// TestTooRich: modes that do not fit into the first part are given up, and then the picture.
func TestTooRich(t *testing.T) {
	m := letters(160, 160)
	e := newEncoder(m, 90)
	probs, f := e.settle(indexOf(90))
	long := len(e.first(indexOf(90), f, probs))
	frame, believed, err := encode(m, 90, long-1)
	if err != nil {
		t.Fatal(err)
	}
	decodesTo(t, m, frame, believed())
	if first := (int(frame[0]) | int(frame[1])<<8 | int(frame[2])<<16) >> 5; first >= long {
		t.Errorf("the first part has %d bytes of %d allowed", first, long-1)
	}
	if _, _, err := encode(m, 90, 10); !errors.Is(err, errTooRich) {
		t.Errorf("with ten bytes for the first part: %v", err)
	}
}

// TestLikeness: what was reached stays reached. The numbers are the luma's signal to noise ratio in decibels and the bytes of the frame,
// with a little room.
func TestLikeness(t *testing.T) {
	table := []struct {
		name    string
		m       *Image
		quality int
		least   float64
		most    int
	}{
		{"flat", flat(300, 200), 75, 60, 150},
		{"gradient", gradient(300, 200), 75, 49.6, 440},
		{"landscape", landscape(640, 480), 30, 36.6, 9940},
		{"landscape", landscape(640, 480), 75, 40.2, 17200},
		{"landscape", landscape(640, 480), 90, 43.8, 33800},
		{"letters", letters(640, 480), 75, 37.6, 100400},
		{"noise", noise(128, 128), 50, 32.3, 12130},
	}
	for _, row := range table {
		bytes, decoded := decodes(t, row.m, row.quality)
		got := likeness(row.m, decoded)
		t.Logf("%s %d: %.2f dB, %d bytes", row.name, row.quality, got, bytes)
		if got < row.least || bytes > row.most {
			t.Errorf("%s at %d: %.2f dB in %d bytes, and it was %.2f in %d", row.name, row.quality, got, bytes, row.least, row.most)
		}
	}
}

// likeness is the signal to noise ratio of the luma in decibels, against what the encoder was given in the studio range.
func likeness(m *Image, p *picture) float64 {
	sum := 0
	for y := range m.Height {
		for x := range m.Width {
			d := int(studioLuma[m.Y[y*m.YStride+x]]) - int(p[0].pix[p[0].at(x, y)])
			sum += d * d
		}
	}
	return 10 * math.Log10(255*255*float64(m.Width*m.Height)/math.Max(float64(sum), 1))
}

// TestQualityGrows: more quality is more likeness, as far as the steps differ, and more bytes.
func TestQualityGrows(t *testing.T) {
	m := landscape(320, 240)
	before, least := 0, 0.0
	for quality := 0; quality <= 100; quality += 10 {
		bytes, decoded := decodes(t, m, quality)
		if got := likeness(m, decoded); bytes <= before || got <= least {
			t.Errorf("quality %d: %.2f dB in %d bytes after %.2f in %d", quality, got, bytes, least, before)
		} else {
			before, least = bytes, got
		}
	}
}

// TestRange: black, white and grey of JPEG become those of WebP.
func TestRange(t *testing.T) {
	for _, c := range []struct{ in, luma, colour byte }{{0, 16, 16}, {128, 126, 128}, {255, 235, 240}} {
		if studioLuma[c.in] != c.luma || studioColour[c.in] != c.colour {
			t.Errorf("%d becomes %d and %d, not %d and %d", c.in, studioLuma[c.in], studioColour[c.in], c.luma, c.colour)
		}
	}
}

// TestSameBytes: the bytes depend on the samples alone, not on strides and what lies between the rows, and not on the time.
func TestSameBytes(t *testing.T) {
	m := landscape(67, 45)
	wide := image.NewYCbCr(image.Rect(0, 0, 120, 90), image.YCbCrSubsampleRatio420)
	for i := range wide.Y {
		wide.Y[i] = byte(i)
	}
	part := wide.SubImage(image.Rect(10, 6, 77, 51)).(*image.YCbCr)
	for y := range m.Height {
		copy(part.Y[y*part.YStride:], m.Y[y*m.YStride:][:m.Width])
	}
	for y := range (m.Height + 1) / 2 {
		copy(part.Cb[y*part.CStride:], m.Cb[y*m.CStride:][:m.CStride])
		copy(part.Cr[y*part.CStride:], m.Cr[y*m.CStride:][:m.CStride])
	}
	cut, err := FromYCbCr(part)
	if err != nil {
		t.Fatal(err)
	}
	want := encoded(t, m, Options{Quality: 60})
	if !bytes.Equal(want, encoded(t, m, Options{Quality: 60})) {
		t.Error("encoded twice, the picture has other bytes")
	}
	if !bytes.Equal(want, encoded(t, cut, Options{Quality: 60})) {
		t.Error("cut out of a larger picture, it has other bytes")
	}
}

func encoded(t *testing.T, m *Image, o Options) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := Encode(&out, m, o); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestProfile: a colour profile comes before the frame, in the extended form, and chunks begin at even places.
func TestProfile(t *testing.T) {
	for _, icc := range [][]byte{[]byte("profile"), []byte("profiles")} {
		data := encoded(t, landscape(300, 20), Options{Quality: 50, ICC: icc})
		const canvas = "VP8X\x0a\x00\x00\x00\x20\x00\x00\x00\x2b\x01\x00\x13\x00\x00"
		if want := canvas + fmt.Sprintf("ICCP%c\x00\x00\x00%s", len(icc), icc); !strings.HasPrefix(string(data[12:]), want) {
			t.Errorf("the file begins with %q", data[:60])
		}
		if size := int(data[4]) | int(data[5])<<8; size != len(data)-8 || len(data)%2 != 0 {
			t.Errorf("RIFF speaks of %d bytes, and there are %d", size, len(data)-8)
		}
		if c, err := webp.DecodeConfig(bytes.NewReader(data)); err != nil || c.Width != 300 || c.Height != 20 {
			t.Errorf("decoded as %d × %d: %v", c.Width, c.Height, err)
		}
	}
}

func TestErrors(t *testing.T) {
	table := []struct {
		change func(m *Image)
		want   string
	}{
		{func(m *Image) { m.Width = 0 }, "0 × 9 samples"},
		{func(m *Image) { m.Height = -1 }, "10 × -1 samples"},
		{func(m *Image) { m.Width = 16384 }, "16384 × 9 samples"},
		{func(m *Image) { m.YStride = 9 }, "stride of Y is 9"},
		{func(m *Image) { m.CStride = 4 }, "stride of Cb is 4"},
		{func(m *Image) { m.Y = m.Y[:89] }, "Y has 89 samples and needs 90"},
		{func(m *Image) { m.Cb = nil }, "Cb has 0 samples and needs 25"},
		{func(m *Image) { m.Cr = m.Cr[:24] }, "Cr has 24 samples and needs 25"},
	}
	for _, row := range table {
		m := flat(10, 9)
		row.change(m)
		if err := Encode(io.Discard, m, Options{}); err == nil || !strings.Contains(err.Error(), row.want) {
			t.Errorf("%v, and not %q", err, row.want)
		}
	}
	if err := Encode(broken{}, flat(10, 9), Options{}); !errors.Is(err, io.ErrShortWrite) {
		t.Errorf("a writer that fails: %v", err)
	}
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

func TestFromYCbCr(t *testing.T) {
	full := image.NewYCbCr(image.Rect(0, 0, 20, 20), image.YCbCrSubsampleRatio420)
	for rect, want := range map[image.Rectangle]string{
		image.Rect(1, 0, 9, 9): "within a sample of colour",
		image.Rect(0, 3, 9, 9): "within a sample of colour",
		image.Rect(2, 2, 9, 9): "",
	} {
		_, err := FromYCbCr(full.SubImage(rect).(*image.YCbCr))
		if want == "" && err != nil || want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("%v: %v, and not %q", rect, err, want)
		}
	}
	if _, err := FromYCbCr(image.NewYCbCr(image.Rect(0, 0, 2, 2), image.YCbCrSubsampleRatio444)); err == nil {
		t.Error("colours in full size are taken")
	}
	empty, err := FromYCbCr(image.NewYCbCr(image.Rectangle{}, image.YCbCrSubsampleRatio420))
	if err != nil || Encode(io.Discard, empty, Options{}) == nil {
		t.Errorf("an empty picture is taken: %v", err)
	}
}

// TestGray: a grey picture, and a part of one, is what it is in colours that are none.
func TestGray(t *testing.T) {
	m := landscape(51, 37)
	gray := image.NewGray(image.Rect(0, 0, 60, 50))
	part := gray.SubImage(image.Rect(5, 7, 56, 44)).(*image.Gray)
	for y := range m.Height {
		copy(part.Pix[y*part.Stride:], m.Y[y*m.YStride:][:m.Width])
	}
	for i := range m.Cb {
		m.Cb[i], m.Cr[i] = 128, 128
	}
	if !bytes.Equal(encoded(t, m, Options{Quality: 70}), encoded(t, FromGray(part), Options{Quality: 70})) {
		t.Error("the grey picture has other bytes")
	}
	if Encode(io.Discard, FromGray(image.NewGray(image.Rectangle{})), Options{}) == nil {
		t.Error("an empty picture is taken")
	}
}

// FuzzEncode: whatever the samples are, there is a file, and a decoder has what the encoder believes.
func FuzzEncode(f *testing.F) {
	f.Add([]byte{0, 255}, uint8(17), uint8(33), uint8(75))
	f.Add([]byte("\x00\x00\xff\xff\x80"), uint8(1), uint8(1), uint8(0))
	f.Add(noise(40, 3).Y, uint8(40), uint8(50), uint8(100))
	f.Fuzz(func(t *testing.T, samples []byte, width, height, quality uint8) {
		if len(samples) == 0 {
			return
		}
		m, n := blank(1+int(width)%70, 1+int(height)%70), 0 // larger ones are slow and meet nothing new
		for _, p := range [][]byte{m.Y, m.Cb, m.Cr} {
			for i := range p {
				p[i] = samples[n%len(samples)]
				n++
			}
		}
		decodes(t, m, int(quality))
	})
}

// TestWriteSamples keeps files and what is in them where WEBP=DIR tells, for the decoder of tests/.
func TestWriteSamples(t *testing.T) {
	dir := os.Getenv("WEBP")
	for _, p := range pictures {
		for _, quality := range []int{5, 75, 100} {
			m := p.make(171, 93)
			frame, believed, err := encode(m, quality, maxFirst)
			if err != nil {
				t.Fatal(err)
			}
			if dir == "" {
				continue
			}
			name := filepath.Join(dir, fmt.Sprintf("%s-%d", p.name, quality))
			keep(t, name+".webp", file(m, frame, nil))
			keep(t, name+".yuv", samples(believed(), m.Width, m.Height))
		}
	}
	if dir != "" {
		keep(t, filepath.Join(dir, "profile.webp"), encoded(t, landscape(99, 77), Options{Quality: 50, ICC: []byte("not read by anyone")}))
	}
}

func keep(t *testing.T, name string, data []byte) {
	t.Helper()
	if err := os.WriteFile(name, data, 0o666); err != nil {
		t.Fatal(err)
	}
}

// samples are the planes one after another, without borders.
func samples(p *picture, width, height int) (out []byte) {
	for i := range p {
		if i == 1 {
			width, height = (width+1)/2, (height+1)/2
		}
		for y := range height {
			out = append(out, p[i].pix[p[i].at(0, y):][:width]...)
		}
	}
	return out
}

func BenchmarkEncode(b *testing.B) {
	m := landscape(1200, 900)
	for b.Loop() {
		frame, _, err := encode(m, 75, maxFirst)
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(len(frame)), "bytes")
	}
}
