package picture

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/color/palette"
	"image/draw"
	"image/gif"
	"image/png"
	"io"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
)

// photograph is a picture with everything a photograph has: even areas, gradients, edges and the grain of a sensor.
func photograph(width, height int) *image.YCbCr {
	m := image.NewYCbCr(image.Rect(0, 0, width, height), image.YCbCrSubsampleRatio420)
	random := rand.New(rand.NewPCG(1, 2))
	for y := range height {
		for x := range width {
			v := 60 + 100*y/height + int(random.Uint32()>>29)
			if (x/40+y/56)%3 == 0 {
				v += x % 50
			}
			m.Y[y*m.YStride+x] = byte(min(v, 255))
		}
	}
	for i := range m.Cb {
		m.Cb[i], m.Cr[i] = byte(118+i%m.CStride*20/m.CStride), byte(130+i/m.CStride*20/(height/2+1))
	}
	return m
}

func encoded(t testing.TB, e Encoder, m image.Image) []byte {
	t.Helper()
	data, err := encode(e, m, 92, nil)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func made(t testing.TB, data []byte, further ...Encoder) (Plan, *Made) {
	t.Helper()
	plan, err := Look(data)
	if err != nil {
		t.Fatal(err)
	}
	m, err := plan.Make(data, further...)
	if err != nil {
		t.Fatal(err)
	}
	formats := plan.Formats(further...)
	for i, file := range m.Files {
		size, format := plan.Sizes[i%len(plan.Sizes)], formats[i/len(plan.Sizes)]
		if format == "another" {
			continue
		}
		info, err := Inspect(file)
		if err != nil || info.Format != format || info.Width != size.Width && size.Width > 0 || info.Height != size.Height && size.Height > 0 || info.Orientation != 1 || info.HasGPS {
			t.Errorf("file %d of %+v is %+v, %v", i, plan, info, err)
		}
		if clean, err := Strip(file); err != nil || !bytes.Equal(clean, file) {
			t.Errorf("file %d of %+v has something to strip, %v", i, plan, err)
		}
	}
	if len(m.Files) != len(formats)*len(plan.Sizes) {
		t.Errorf("%+v has %d files in the formats %v", plan, len(m.Files), formats)
	}
	return plan, m
}

func decodedImage(t testing.TB, data []byte) image.Image {
	t.Helper()
	m, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestMakeLeavesNothingPlanted(t *testing.T) {
	photographs := 0
	for name, data := range corpus(t) {
		plan, m := made(t, data, WebP)
		if len(m.Files) > len(plan.Sizes) {
			photographs++
		}
		for i, file := range m.Files {
			for _, word := range []string{planted, "PLANTED", "GPS", "xmp", "Exif", "Photoshop", "MPF", "tEXt", "prVt", "prvt", "NETSCAPE", "script"} {
				if bytes.Contains(file, []byte(word)) {
					t.Errorf("%s: %q is in file %d", name, word, i)
				}
			}
		}
	}
	if photographs < 16 {
		t.Errorf("%d photographs became WebP: this test hardly can fail", photographs)
	}
}

func TestSizesAreNeverEnlarged(t *testing.T) {
	for _, tt := range []struct {
		width, height, bytes int
		want                 []Size
	}{
		{4000, 3000, 1 << 20, []Size{{480, 360}, {960, 720}, {1600, 1200}}},
		{3000, 4000, 1 << 20, []Size{{480, 640}, {960, 1280}, {1600, 2133}}},
		{1700, 1000, 1 << 20, []Size{{480, 282}, {960, 565}, {1700, 1000}}}, // hardly more than 1600
		{1761, 1000, 1 << 20, []Size{{480, 273}, {960, 545}, {1600, 909}}},
		{1000, 500, 1 << 20, []Size{{480, 240}, {1000, 500}}},
		{500, 500, 1 << 20, []Size{{500, 500}}},
		{300, 9000, 1 << 20, []Size{{300, 9000}}},
		{1600, 1, 1 << 20, []Size{{480, 1}, {960, 1}, {1600, 1}}},
		{1500, 1000, 20 << 10, []Size{{1500, 1000}}}, // one small file serves all
		{4000, 3000, 20 << 10, []Size{{1600, 1200}}},
	} {
		if got := sizes(tt.width, tt.height, tt.bytes); !slices.Equal(got, tt.want) {
			t.Errorf("%d × %d: %v, want %v", tt.width, tt.height, got, tt.want)
		}
		for _, s := range sizes(tt.width, tt.height, tt.bytes) {
			if s.Width > tt.width || s.Height > tt.height {
				t.Errorf("%d × %d is enlarged to %v", tt.width, tt.height, s)
			}
		}
	}
}

// corners has a colour in each quarter.
func corners(width, height int) *image.RGBA {
	m := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			m.Set(x, y, cornerColours["rgbw"[min(1, 2*x/width)+2*min(1, 2*y/height)]])
		}
	}
	return m
}

var cornerColours = map[byte]color.RGBA{'r': {200, 20, 20, 255}, 'g': {20, 180, 20, 255}, 'b': {20, 20, 200, 255}, 'w': {240, 240, 240, 255}}

// TestOrientation compares the four corners, from left to right and from top to bottom, with what EXIF means by its eight numbers.
func TestOrientation(t *testing.T) {
	want := [9]string{1: "rgbw", 2: "grwb", 3: "wbgr", 4: "bwrg", 5: "rbgw", 6: "brwg", 7: "wgbr", 8: "gwrb"}
	for _, size := range [][2]int{{64, 48}, {63, 47}, {1203, 801}} {
		stored := corners(size[0], size[1])
		jpg, pn := encoded(t, JPEG, stored), encoded(t, PNG, stored)
		for orientation := 1; orientation <= 8; orientation++ {
			tiff := exif(binary.BigEndian, orientation, true)
			const header = 8 + 25
			for format, data := range map[string][]byte{
				"jpeg": slices.Concat(jpg[:2], jpegBytes(0xE1, append([]byte(exifHeader), tiff...)), jpg[2:], make([]byte, 40<<10)),
				"png":  slices.Concat(pn[:header], pngChunk("eXIf", tiff), pn[header:]),
			} {
				plan, m := made(t, data, WebP)
				if turned := orientation >= 5; turned != (plan.Width < plan.Height) {
					t.Errorf("%s %d: planned %d × %d", format, orientation, plan.Width, plan.Height)
				}
				for i, file := range m.Files {
					if got := seenCorners(decodedImage(t, file)); got != want[orientation] {
						t.Errorf("%s %v, orientation %d, size %v: corners %s, want %s", format, size, orientation, plan.Sizes[i%len(plan.Sizes)], got, want[orientation])
					}
				}
			}
		}
	}
}

func seenCorners(m image.Image) string {
	var seen []byte
	size := m.Bounds().Size()
	for _, at := range []image.Point{{size.X / 4, size.Y / 4}, {size.X * 3 / 4, size.Y / 4}, {size.X / 4, size.Y * 3 / 4}, {size.X * 3 / 4, size.Y * 3 / 4}} {
		r, g, b, _ := m.At(at.X, at.Y).RGBA()
		for name, c := range cornerColours {
			if near(r, c.R) && near(g, c.G) && near(b, c.B) {
				seen = append(seen, name)
			}
		}
	}
	return string(seen)
}

func near(got uint32, want byte) bool { return within(got, want, 25) }

func within(got uint32, want byte, off int) bool {
	return int(got>>8)-int(want) < off && int(want)-int(got>>8) < off
}

func TestTargets(t *testing.T) {
	noisy := image.NewNRGBA(image.Rect(0, 0, 300, 200))
	random := rand.New(rand.NewPCG(3, 4))
	for i := range noisy.Pix {
		noisy.Pix[i] = byte(random.Uint32())
		if i%4 == 3 {
			noisy.Pix[i] = 254 // nearly opaque is not opaque
		}
	}
	transparent := encoded(t, PNG, noisy)
	for i := 3; i < len(noisy.Pix); i += 4 {
		noisy.Pix[i] = 255
	}
	var opaqueWithAlpha bytes.Buffer
	if err := png.Encode(&opaqueWithAlpha, onlyAlpha{noisy}); err != nil {
		t.Fatal(err)
	}
	for name, tt := range map[string]struct {
		data []byte
		want string
	}{
		"photograph":               {encoded(t, JPEG, photograph(1000, 700)), "jpeg"},
		"photograph as PNG":        {encoded(t, PNG, noisy), "jpeg"},
		"photograph, unused alpha": {opaqueWithAlpha.Bytes(), "jpeg"},
		"transparent":              {transparent, "png"},
		"drawing":                  {encoded(t, PNG, corners(2000, 1000)), "png"},
		"gif":                      {gifSample(t), "png"},
		"webp lossless":            {webpSample(), "png"},
		"webp animated":            {webpAnimated(), "png"},
		"svg":                      {[]byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 10"/>`), "svg"},
	} {
		if plan, _ := made(t, tt.data); plan.Target != tt.want {
			t.Errorf("%s becomes %s, want %s", name, plan.Target, tt.want)
		}
	}
}

// onlyAlpha hides from image/png that a picture is opaque, so that it writes the opacity.
type onlyAlpha struct{ *image.NRGBA }

func (onlyAlpha) Opaque() bool { return false }

// TestResizeKeepsAreas: an even area stays what it is to the last bit, the average stays, and a sharp edge stays where it was.
func TestResizeKeepsAreas(t *testing.T) {
	p := plane{pix: bytes.Repeat([]byte{137}, 1003*77), width: 1003, height: 77, stride: 1003, spanX: 1003, spanY: 77}
	for _, width := range []int{1003, 960, 480, 7, 1} {
		q := p.resize(width, 31, float64(width), 31, turn{})
		if i := slices.IndexFunc(q.pix, func(v byte) bool { return v != 137 }); i >= 0 {
			t.Errorf("an even area of 137 has %d at %d, %d wide", q.pix[i], i, width)
		}
	}
	for i := range p.pix {
		p.pix[i] = byte(i % 1003 / 502 * 255) // 501.5 would be the middle
	}
	q := p.resize(100, 10, 100, 10, turn{})
	for y := range 10 {
		row := q.pix[y*100:][:100]
		if row[45] > 12 || row[55] < 243 {
			t.Errorf("row %d: the edge has moved: %v", y, row[44:57])
		}
	}
	mirrored := p.resize(100, 10, 100, 10, turn{flipX: true, flipY: true})
	slices.Reverse(mirrored.pix)
	if !bytes.Equal(mirrored.pix, q.pix) {
		t.Error("a mirrored picture is not the mirror image")
	}
}

// TestWebPRange: WebP keeps its samples between 16 and 235. The picture of x/image is there both as PNG and as lossy WebP.
func TestWebPRange(t *testing.T) {
	lossy, err := os.ReadFile("testdata/lossy.webp")
	if err != nil {
		t.Fatal(err)
	}
	_, m := made(t, lossy)
	got := decodedImage(t, m.Files[0])
	for _, tt := range []struct {
		x, y int
		want color.RGBA
	}{{8, 8, color.RGBA{255, 255, 255, 255}}, {40, 8, color.RGBA{0, 0, 0, 255}}, {8, 40, color.RGBA{200, 30, 30, 255}}, {40, 40, color.RGBA{30, 60, 200, 255}}} {
		if r, g, b, _ := got.At(tt.x, tt.y).RGBA(); !within(r, tt.want.R, 8) || !within(g, tt.want.G, 8) || !within(b, tt.want.B, 8) {
			t.Errorf("at %d, %d: %d %d %d, want %v", tt.x, tt.y, r>>8, g>>8, b>>8, tt.want)
		}
	}
}

// Shades made of dots of few colours, as old GIF files have them, become colours without number in a smaller size, which was heavier than the larger one.
func TestDotsStayLight(t *testing.T) {
	m := image.NewRGBA(image.Rect(0, 0, 1300, 900))
	for y := range 900 {
		for x := range 1300 {
			m.SetRGBA(x, y, color.RGBA{byte(x / 6), byte(y / 4), byte((x + y) / 10), 255})
		}
	}
	few := image.NewPaletted(m.Rect, palette.WebSafe)
	draw.FloydSteinberg.Draw(few, few.Rect, m, image.Point{})
	var data bytes.Buffer
	if err := gif.Encode(&data, few, nil); err != nil {
		t.Fatal(err)
	}
	plan, made := made(t, data.Bytes())
	if len(plan.Sizes) < 3 {
		t.Fatalf("sizes %v", plan.Sizes)
	}
	for i := range len(plan.Sizes) - 1 {
		if len(made.Files[i]) > len(made.Files[i+1]) {
			t.Errorf("%v weighs %d bytes, %v weighs %d", plan.Sizes[i], len(made.Files[i]), plan.Sizes[i+1], len(made.Files[i+1]))
		}
	}
	small := decodedImage(t, made.Files[0]) // a light picture, but still this one
	for _, part := range []int{1, 2, 3} {
		x, y := plan.Sizes[0].Width*part/4, plan.Sizes[0].Height*part/4
		var sum [3]int
		for i := range 400 {
			c := color.RGBAModel.Convert(small.At(x+i%20, y+i/20)).(color.RGBA)
			sum[0], sum[1], sum[2] = sum[0]+int(c.R), sum[1]+int(c.G), sum[2]+int(c.B)
		}
		want := m.RGBAAt((x+10)*1300/plan.Sizes[0].Width, (y+10)*900/plan.Sizes[0].Height)
		for i, w := range []byte{want.R, want.G, want.B} {
			if d := sum[i]/400 - int(w); d < -12 || d > 12 {
				t.Errorf("at %d quarters channel %d is %d, want %d", part, i, sum[i]/400, w)
			}
		}
	}
}

func TestTransparencyStays(t *testing.T) {
	m := image.NewNRGBA(image.Rect(0, 0, 2000, 500))
	for y := range 500 {
		for x := range 2000 {
			m.SetNRGBA(x, y, color.NRGBA{250, 40, 10, byte(x / 8)})
		}
	}
	data := slices.Concat(encoded(t, PNG, m)[:33], pngChunk("tEXt", make([]byte, 40<<10)), encoded(t, PNG, m)[33:])
	plan, made := made(t, data)
	if made.Tone != "" {
		t.Errorf("a transparent picture has the tone %q, which would show through", made.Tone)
	}
	for i, file := range made.Files {
		small := decodedImage(t, file)
		for _, part := range []int{1, 2, 3} {
			c := color.NRGBAModel.Convert(small.At(plan.Sizes[i].Width*part/4, 5)).(color.NRGBA)
			if want := 250 * part / 4; int(c.A) < want-4 || int(c.A) > want+4 || c.R < 245 || c.G < 35 || c.G > 46 {
				t.Errorf("size %v at %d quarters: %v, want opacity %d", plan.Sizes[i], part, c, want)
			}
		}
	}
}

func TestAnimationsBecomeTheirFirstFrame(t *testing.T) {
	palette := color.Palette{color.RGBA{1, 2, 3, 255}, color.RGBA{200, 0, 0, 255}}
	inner := image.NewPaletted(image.Rect(4, 2, 8, 6), palette) // a first frame that does not fill the picture
	for i := range inner.Pix {
		inner.Pix[i] = 1
	}
	var b bytes.Buffer
	if err := gif.EncodeAll(&b, &gif.GIF{Image: []*image.Paletted{inner}, Delay: []int{1}, Config: image.Config{Width: 20, Height: 10}}); err != nil {
		t.Fatal(err)
	}
	_, m := made(t, b.Bytes())
	got := decodedImage(t, m.Files[0])
	if r, _, _, a := got.At(5, 3).RGBA(); r>>8 != 200 || a>>8 != 255 {
		t.Errorf("inside the frame: %d, opacity %d", r>>8, a>>8)
	}
	if _, _, _, a := got.At(0, 0).RGBA(); a != 0 {
		t.Errorf("outside the frame the opacity is %d", a>>8)
	}
	_, m = made(t, webpAnimated())
	if c := color.NRGBAModel.Convert(decodedImage(t, m.Files[0]).At(3, 3)); c != (color.NRGBA{1, 2, 3, 255}) {
		t.Errorf("the first frame of the WebP has %v", c)
	}
}

func TestGammaOfPNGStays(t *testing.T) {
	data := pngSample(t)
	data = slices.Concat(data[:33], pngChunk("gAMA", []byte{0, 1, 0x86, 0xA0}), data[33:], make([]byte, 1))
	_, m := made(t, data)
	if !bytes.Contains(m.Files[0], []byte("gAMA\x00\x01\x86\xA0")) {
		t.Error("the gamma is lost, so the picture would be darker")
	}
}

func TestTone(t *testing.T) {
	for _, tt := range []struct {
		colour color.RGBA
		want   string
	}{{color.RGBA{250, 248, 245, 255}, "tone-05"}, {color.RGBA{20, 20, 20, 255}, "tone-01"}, {color.RGBA{150, 185, 210, 255}, "tone-20"}, {color.RGBA{40, 80, 45, 255}, "tone-09"}} {
		m := image.NewRGBA(image.Rect(0, 0, 90, 60))
		for i := 0; i < len(m.Pix); i += 4 {
			copy(m.Pix[i:], []byte{tt.colour.R, tt.colour.G, tt.colour.B, 255})
		}
		for _, e := range []Encoder{JPEG, PNG} {
			if _, got := made(t, encoded(t, e, m)); got.Tone != tt.want {
				t.Errorf("%v as %s: %q, want %q", tt.colour, e.Format(), got.Tone, tt.want)
			}
		}
	}
}

// TestToneRules compares the palette with the styles of the theme.
func TestToneRules(t *testing.T) {
	css, err := os.ReadFile("../../assets/styles/pictures.css")
	if err != nil {
		t.Fatal(err)
	}
	var rules strings.Builder
	for i, c := range tones {
		fmt.Fprintf(&rules, ".%s { background-color: #%06x; }\n", toneName(i), c)
	}
	if !strings.Contains(string(css), rules.String()) {
		t.Errorf("assets/styles/pictures.css should have these rules:\n%s", &rules)
	}
}

func TestMakeIsDeterministic(t *testing.T) {
	data := encoded(t, JPEG, photograph(1900, 1200))
	_, first := made(t, data, WebP)
	_, second := made(t, data, WebP)
	for i := range first.Files {
		if !bytes.Equal(first.Files[i], second.Files[i]) {
			t.Errorf("size %d differs", i)
		}
	}
}

// TestCopies: what is small enough already is copied, what is needlessly large is not.
func TestCopies(t *testing.T) {
	lean, _ := encode(JPEG, photograph(1000, 700), 70, nil)
	if plan, m := made(t, lean, WebP); !bytes.Equal(m.Files[len(plan.Sizes)-1], lean) {
		t.Error("a lean photograph is not copied")
	}
	fat, _ := encode(JPEG, photograph(1000, 700), 100, nil)
	if _, m := made(t, fat); len(m.Files[len(m.Files)-1]) > len(fat)/2 {
		t.Errorf("a fat photograph of %d bytes is published with %d", len(fat), len(m.Files[len(m.Files)-1]))
	}
}

// another is an encoder that another step of the work may bring.
type another struct{}

func (another) Format() string { return "another" }

func (another) Encode(w io.Writer, m image.Image, quality int, _ []byte) error {
	if y, ok := m.(*image.YCbCr); !ok || y.SubsampleRatio != image.YCbCrSubsampleRatio420 || y.COffset(y.Rect.Dx()-1, y.Rect.Dy()-1) >= len(y.Cb) {
		return errors.New("planes of the wrong shape")
	}
	_, err := fmt.Fprintf(w, "another %v", m.Bounds().Size())
	return err
}

func TestFurtherEncoder(t *testing.T) {
	for _, ratio := range []image.YCbCrSubsampleRatio{image.YCbCrSubsampleRatio444, image.YCbCrSubsampleRatio420} {
		m := image.NewYCbCr(image.Rect(0, 0, 1001, 701), ratio)
		copy(m.Y, photograph(1001, 701).Y)
		for i := range m.Cb {
			m.Cb[i], m.Cr[i] = 128, 128
		}
		data := slices.Concat(encoded(t, JPEG, m), make([]byte, 40<<10))
		plan, made := made(t, data, another{})
		if got := fmt.Sprint(plan.Formats(another{})); got != "[jpeg another]" || len(made.Files) != 2*len(plan.Sizes) || string(made.Files[3]) != "another (1001,701)" {
			t.Errorf("formats %s, %d files, the last %q", got, len(made.Files), made.Files[3])
		}
	}
	if plan, _ := made(t, encoded(t, PNG, corners(20, 20)), another{}); len(plan.Formats(another{})) != 1 {
		t.Error("a drawing is offered in a further format")
	}
}

// TestBrokenData: what the headers do not tell is found when it is unpacked.
func TestBrokenData(t *testing.T) {
	data := encoded(t, JPEG, photograph(600, 400))
	at := bytes.Index(data, []byte{0xFF, markerSOS}) + 200
	for i := range 400 {
		if data[at+i] != 0xFF && data[at+i-1] != 0xFF {
			data[at+i] = 0xFE
		}
	}
	plan, err := Look(data)
	if err != nil {
		t.Fatal(err)
	}
	_, err = plan.Make(data)
	if broken := (*DamagedError)(nil); !errors.As(err, &broken) || broken.Format != "jpeg" {
		t.Errorf("broken data give %v", err)
	}
}

func FuzzMake(f *testing.F) {
	for _, data := range corpus(f) {
		f.Add(data)
	}
	f.Add(withProfile("jpeg", jpegSample(f), profile("wide")))
	f.Add(withProfile("png", pngSample(f), profile("wide")))
	f.Fuzz(func(t *testing.T, data []byte) {
		plan, err := Look(data)
		if err != nil || plan.Width*plan.Height > 1<<20 {
			return
		}
		m, err := plan.Make(data, WebP)
		if err != nil {
			if broken := (*DamagedError)(nil); !errors.As(err, &broken) {
				t.Errorf("an error of another kind: %v", err)
			}
			return
		}
		for i, file := range m.Files {
			clean, err := Strip(file)
			if err != nil || !bytes.Equal(clean, file) {
				t.Fatalf("size %d has something to strip, %v", i, err)
			}
		}
	})
}

// BenchmarkMake is a photograph of a phone, 12 megapixels, in all its sizes.
func BenchmarkMake(b *testing.B) {
	data := encoded(b, JPEG, photograph(4000, 3000))
	for name, further := range map[string][]Encoder{"jpeg": nil, "jpeg and webp": {WebP}} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				made(b, data, further...)
			}
		})
	}
}

func BenchmarkResize(b *testing.B) {
	r := newRaster(photograph(4000, 3000))
	b.ReportAllocs()
	for b.Loop() {
		r.resize(1600, 1200, turn{})
	}
}

func BenchmarkResizeTurned(b *testing.B) {
	r := newRaster(photograph(4000, 3000))
	for b.Loop() {
		r.resize(1200, 1600, turns[6])
	}
}
