package picture

import (
	"bytes"
	"image"
	"image/color"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"golang.org/x/image/webp"
)

// TestBothFormatsShowTheSame decodes a WebP and compares its brightness with that of the JPEG beside it, for everything that a photograph may be.
func TestBothFormatsShowTheSame(t *testing.T) {
	colourful := photograph(1001, 701)
	grey := &image.Gray{Pix: colourful.Y, Stride: colourful.YStride, Rect: colourful.Rect}
	flat := image.NewRGBA(image.Rect(0, 0, 641, 403))
	random := rand.New(rand.NewPCG(7, 8))
	for y := range 403 {
		for x := range 641 {
			flat.SetRGBA(x, y, color.RGBA{byte(x/4 + int(random.Uint32()>>28)), byte(y/3 + int(random.Uint32()>>28)), byte(random.Uint32()>>26 + 60), 255})
		}
	}
	for name, data := range map[string][]byte{"colours": encoded(t, JPEG, colourful), "grey": encoded(t, JPEG, grey), "PNG": encoded(t, PNG, flat)} {
		plan, m := made(t, data, WebP)
		if got := strings.Join(plan.Formats(WebP), " "); got != "jpeg webp" {
			t.Errorf("%s has the formats %s", name, got)
			continue
		}
		for i, size := range plan.Sizes {
			other := m.Files[len(plan.Sizes)+i]
			if len(other) >= len(m.Files[i]) {
				t.Errorf("%s %v: the WebP has %d bytes, the JPEG %d", name, size, len(other), len(m.Files[i]))
			}
			decoded, err := webp.Decode(bytes.NewReader(other))
			if err != nil {
				t.Fatal(err)
			}
			stretch(decoded)
			want, stride := luma(decodedImage(t, m.Files[i]))
			got := decoded.(*image.YCbCr)
			if mean := difference(want, stride, got.Y, got.YStride, size); mean > 5 {
				t.Errorf("%s %v: samples differ by %.1f on the average", name, size, mean)
			}
		}
	}
}

func luma(m image.Image) (pix []byte, stride int) {
	if m, ok := m.(*image.Gray); ok {
		return m.Pix, m.Stride
	}
	y := m.(*image.YCbCr)
	return y.Y, y.YStride
}

func difference(a []byte, strideA int, b []byte, strideB int, size Size) float64 {
	sum := 0
	for y := range size.Height {
		for x := range size.Width {
			d := int(a[y*strideA+x]) - int(b[y*strideB+x])
			sum += max(d, -d)
		}
	}
	return float64(sum) / float64(size.Width*size.Height)
}

// TestPhotographic: a photograph that came as RGB becomes the JPEG that the encoder would have made of it, and a row or column that stands alone
// keeps its colour.
func TestPhotographic(t *testing.T) {
	random := rand.New(rand.NewPCG(9, 10))
	m := image.NewRGBA(image.Rect(0, 0, 64, 48))
	for i := range m.Pix {
		m.Pix[i] = byte(random.Uint32()) | map[bool]byte{true: 255}[i%4 == 3]
	}
	want, _ := encode(JPEG, m, 80, nil)
	if got, err := encode(JPEG, photographic(m), 80, nil); err != nil || !bytes.Equal(got, want) {
		t.Errorf("another JPEG, %v", err)
	}
	for _, size := range [][2]int{{1, 1}, {3, 5}, {4, 1}, {1, 6}} {
		m := image.NewRGBA(image.Rect(0, 0, size[0], size[1]))
		for i := range m.Pix {
			m.Pix[i] = []byte{200, 30, 90, 255}[i%4]
		}
		y, cb, cr := color.RGBToYCbCr(200, 30, 90)
		got := photographic(m).(*image.YCbCr)
		for i, p := range [][]byte{got.Y, got.Cb, got.Cr} {
			if slices.ContainsFunc(p, func(v byte) bool { return v != []byte{y, cb, cr}[i] }) {
				t.Errorf("%v: plane %d is %d", size, i, p)
			}
		}
	}
}

// TestAlone: what WebP cannot hold stays JPEG alone.
func TestAlone(t *testing.T) {
	grey := image.NewGray(image.Rect(0, 0, 300, 200))
	dark := bytes.Replace(profile("Dot Gain 20%"), []byte("RGB XYZ "), []byte("GRAYXYZ "), 1)
	for name, tt := range map[string]struct {
		data []byte
		want int
	}{
		"grey":                    {encoded(t, JPEG, grey), 2},
		"grey, its own profile":   {withProfile("jpeg", encoded(t, JPEG, grey), dark), 1},
		"grey, profile of sRGB":   {withProfile("jpeg", encoded(t, JPEG, grey), profile("sRGB")), 2},
		"as high as WebP goes":    {encoded(t, JPEG, image.NewGray(image.Rect(0, 0, 16, 16383))), 2},
		"higher than WebP goes":   {encoded(t, JPEG, image.NewGray(image.Rect(0, 0, 16, 16384))), 1},
		"wider, but made smaller": {encoded(t, JPEG, image.NewGray(image.Rect(0, 0, 16400, 16))), 2},
	} {
		if plan, m := made(t, tt.data, WebP); len(plan.Formats(WebP)) != tt.want || len(m.Files) != tt.want*len(plan.Sizes) {
			t.Errorf("%s: formats %v, %d files", name, plan.Formats(WebP), len(m.Files))
		}
	}
}
