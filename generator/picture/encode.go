package picture

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"io"
)

// An Encoder writes pictures in one format. Photographs come to it as *image.YCbCr of the full range with half the samples of colour, or as
// *image.Gray; drawings as *image.RGBA, *image.NRGBA or *image.Paletted.
type Encoder interface {
	Format() string // as in a media type: jpeg
	Encode(w io.Writer, m image.Image, quality int) error
}

// JPEG writes photographs for every browser, PNG drawings. Both are the encoders of Go's library.
var (
	JPEG Encoder = jpegEncoder{}
	PNG  Encoder = pngEncoder{}
)

type jpegEncoder struct{}

func (jpegEncoder) Format() string { return "jpeg" }

func (jpegEncoder) Encode(w io.Writer, m image.Image, quality int) error {
	return jpeg.Encode(w, m, &jpeg.Options{Quality: quality})
}

type pngEncoder struct{}

func (pngEncoder) Format() string { return "png" }

// Encode writes a drawing without loss, whatever the quality. One of at most 256 colours gets a palette, which packs best.
func (pngEncoder) Encode(w io.Writer, m image.Image, _ int) error {
	if paletted := fewColours(m); paletted != nil {
		m = paletted
	}
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	return encoder.Encode(w, m)
}

// fewColours is the image with a palette, or nil if it has more than 256 colours. The palette is in the order in which colours are met.
func fewColours(m image.Image) *image.Paletted {
	pix, stride, opaque := []byte(nil), 0, false
	switch m := m.(type) {
	case *image.RGBA:
		pix, stride, opaque = m.Pix, m.Stride, true
	case *image.NRGBA:
		pix, stride = m.Pix, m.Stride
	default:
		return nil
	}
	out := image.NewPaletted(m.Bounds(), nil)
	numbers := make(map[[4]byte]byte, 256)
	size := m.Bounds().Size()
	for y := range size.Y {
		row := pix[y*stride:][:4*size.X]
		for x := range size.X {
			c := [4]byte(row[4*x:])
			n, known := numbers[c]
			if !known {
				if len(numbers) == 256 {
					return nil
				}
				n = byte(len(numbers))
				numbers[c] = n
				out.Palette = append(out.Palette, colourOf(c, opaque))
			}
			out.Pix[y*out.Stride+x] = n
		}
	}
	return out
}

func colourOf(c [4]byte, opaque bool) color.Color {
	if opaque {
		return color.RGBA{c[0], c[1], c[2], 255}
	}
	return color.NRGBA{c[0], c[1], c[2], c[3]}
}

func encode(e Encoder, m image.Image, quality int) ([]byte, error) {
	var b bytes.Buffer
	err := e.Encode(&b, m, quality)
	return b.Bytes(), err
}
