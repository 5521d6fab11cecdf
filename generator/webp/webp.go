// Package webp writes photographs as lossy WebP: one key frame of VP8 in a RIFF file.
//
//	m, err := webp.FromYCbCr(planes)
//	err = webp.Encode(w, m, webp.Options{Quality: 75})
//
// It takes planes as JPEG has them, luma in full size and two colours in half, and never makes RGB of them. They come in the full range and leave
// in the range of WebP. The same planes and options give the same bytes. One picture is one loop without goroutines: whoever has several encodes
// several at once.
//
// # How it decides
//
// Every macroblock of 16×16 is predicted from what lies above it and to its left, as a whole in four ways or in sixteen small blocks in ten ways, and
// its colours in four. A sum of transformed differences finds the best looking two or three; these are transformed and quantised, and the one wins
// that loses least for the bits it takes. Levels are not just rounded: each block takes the way through its tokens on which loss and bits together
// are least. The token probabilities of the frame are those of its own tokens; macroblocks without any are skipped in one bit. The strength
// and sharpness of the loop filter are measured against the source.
//
// Quality goes from 0 to 100 and means about what it means to cwebp -q; it is a quantiser, not a promise of likeness.
//
// # What it does not
//
// No transparency and no lossless coding: what needs them is better off as PNG. No animation, no metadata but the colour profile. No segments with
// quantisers of their own, no simple loop filter, one part of tokens: they help decoders of video and slow machines.
//
// # Sources
//
// VP8 is RFC 6386, whose sections are named in brackets in the comments; tables and predictors follow its text. The file around it is the WebP
// Container Specification. The tests decode with golang.org/x/image/webp and compare every sample with what the encoder believes a decoder will have.
package webp

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"io"
)

// Image is a picture as planes in full-range YCbCr 4:2:0, as JPEG has them. Cb and Cr have half the width and height of Y, rounded up.
type Image struct {
	Width, Height    int // 1 to 16383
	Y, Cb, Cr        []byte
	YStride, CStride int // from one row to the next
}

// Options are what an author may choose.
type Options struct {
	Quality int    // 0, the fewest bytes, to 100, the best; beyond is the nearest
	ICC     []byte // colour profile; nil is sRGB
}

// maxSide is the largest width and height (9.1): 14 bits.
const maxSide = 1<<14 - 1

// FromYCbCr takes the planes of m without copying them. The error says that m is not 4:2:0, or begins at an odd place within a larger picture.
func FromYCbCr(m *image.YCbCr) (*Image, error) {
	if m.SubsampleRatio != image.YCbCrSubsampleRatio420 {
		return nil, fmt.Errorf("webp: colours are %v, not 4:2:0", m.SubsampleRatio)
	}
	if m.Rect.Min.X%2 != 0 || m.Rect.Min.Y%2 != 0 {
		return nil, fmt.Errorf("webp: the picture begins at %v, within a sample of colour", m.Rect.Min)
	}
	out := &Image{Width: m.Rect.Dx(), Height: m.Rect.Dy(), YStride: m.YStride, CStride: m.CStride}
	if !m.Rect.Empty() {
		y, c := m.YOffset(m.Rect.Min.X, m.Rect.Min.Y), m.COffset(m.Rect.Min.X, m.Rect.Min.Y)
		out.Y, out.Cb, out.Cr = m.Y[y:], m.Cb[c:], m.Cr[c:]
	}
	return out, nil
}

// FromGray takes the luma of m without copying it, and colours that are none.
func FromGray(m *image.Gray) *Image {
	width, height := m.Rect.Dx(), m.Rect.Dy()
	out := &Image{Width: width, Height: height, YStride: m.Stride, CStride: (width + 1) / 2}
	if !m.Rect.Empty() {
		out.Y = m.Pix[m.PixOffset(m.Rect.Min.X, m.Rect.Min.Y):]
		out.Cb = bytes.Repeat([]byte{128}, out.CStride*((height+1)/2))
		out.Cr = out.Cb
	}
	return out
}

// Encode writes a picture as a file.
func Encode(w io.Writer, m *Image, o Options) error {
	if err := m.check(); err != nil {
		return err
	}
	frame, _, err := encode(m, o.Quality, maxFirst)
	if err != nil {
		return err
	}
	if _, err := w.Write(file(m, frame, o.ICC)); err != nil {
		return fmt.Errorf("webp: write: %w", err)
	}
	return nil
}

// check refuses planes that would be read beyond their end.
func (m *Image) check() error {
	if m.Width < 1 || m.Height < 1 || m.Width > maxSide || m.Height > maxSide {
		return fmt.Errorf("webp: %d × %d samples, and a side may have 1 to %d", m.Width, m.Height, maxSide)
	}
	width, height := (m.Width+1)/2, (m.Height+1)/2
	for _, p := range []struct {
		name                  string
		pix                   []byte
		stride, width, height int
	}{{"Y", m.Y, m.YStride, m.Width, m.Height}, {"Cb", m.Cb, m.CStride, width, height}, {"Cr", m.Cr, m.CStride, width, height}} {
		if p.stride < p.width {
			return fmt.Errorf("webp: the stride of %s is %d, and a row has %d samples", p.name, p.stride, p.width)
		}
		if need := p.stride*(p.height-1) + p.width; len(p.pix) < need {
			return fmt.Errorf("webp: %s has %d samples and needs %d", p.name, len(p.pix), need)
		}
	}
	return nil
}

// file puts a frame into RIFF: in the simple form, or with a profile in the extended one.
func file(m *Image, frame, icc []byte) []byte {
	out := append(make([]byte, 0, len(frame)+len(icc)+64), "RIFF\x00\x00\x00\x00WEBP"...)
	if icc != nil {
		const hasProfile = 1 << 5
		width, height := m.Width-1, m.Height-1
		out = chunk(out, "VP8X", []byte{hasProfile, 0, 0, 0, byte(width), byte(width >> 8), 0, byte(height), byte(height >> 8), 0})
		out = chunk(out, "ICCP", icc)
	}
	out = chunk(out, "VP8 ", frame)
	binary.LittleEndian.PutUint32(out[4:], uint32(len(out)-8))
	return out
}

func chunk(out []byte, name string, body []byte) []byte {
	out = binary.LittleEndian.AppendUint32(append(out, name...), uint32(len(body)))
	out = append(out, body...)
	if len(body)%2 == 1 {
		out = append(out, 0)
	}
	return out
}
