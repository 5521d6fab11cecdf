package picture

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"io"

	"github.com/som-hub/vitryna/generator/webp"
)

// An Encoder writes pictures in one format. Photographs come to it as *image.YCbCr of the full range with half the samples of colour, or as
// *image.Gray; drawings as *image.RGBA, *image.NRGBA or *image.Paletted.
//
// Quality is on the format's own scale, and nothing to a format without loss. A profile that is not nil says what the colours mean, and is
// written too.
type Encoder interface {
	Format() string // as in a media type: jpeg
	Encode(w io.Writer, m image.Image, quality int, profile []byte) error
}

// JPEG writes photographs for every browser, PNG drawings: both are the encoders of Go's library. WebP writes photographs once more, in fewer
// bytes, for browsers that know it.
var (
	JPEG Encoder = jpegEncoder{}
	PNG  Encoder = pngEncoder{}
	WebP Encoder = webpEncoder{}
)

type jpegEncoder struct{}

func (jpegEncoder) Format() string { return "jpeg" }

func (jpegEncoder) Encode(w io.Writer, m image.Image, quality int, profile []byte) error {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, &jpeg.Options{Quality: quality}); err != nil {
		return err
	}
	_, err := w.Write(withProfile("jpeg", b.Bytes(), profile))
	return err
}

type webpEncoder struct{}

func (webpEncoder) Format() string { return "webp" }

func (webpEncoder) Encode(w io.Writer, m image.Image, quality int, profile []byte) error {
	var planes *webp.Image
	switch m := m.(type) {
	case *image.Gray:
		planes = webp.FromGray(m)
	case *image.YCbCr:
		var err error
		if planes, err = webp.FromYCbCr(m); err != nil {
			return err
		}
	default:
		return fmt.Errorf("webp is for photographs, not for %T", m)
	}
	return webp.Encode(w, planes, webp.Options{Quality: quality, ICC: profile})
}

type pngEncoder struct{}

func (pngEncoder) Format() string { return "png" }

// Encode writes a drawing without loss, whatever the quality. One of at most 256 colours gets a palette, which packs best.
func (pngEncoder) Encode(w io.Writer, m image.Image, _ int, profile []byte) error {
	if paletted := fewColours(m); paletted != nil {
		m = paletted
	}
	var b bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	if err := encoder.Encode(&b, m); err != nil {
		return err
	}
	_, err := w.Write(withProfile("png", b.Bytes(), profile))
	return err
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

func encode(e Encoder, m image.Image, quality int, profile []byte) ([]byte, error) {
	var b bytes.Buffer
	err := e.Encode(&b, m, quality, profile)
	return b.Bytes(), err
}
