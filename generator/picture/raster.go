package picture

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/gif"
	"image/jpeg"
	"image/png"
	"math"

	"golang.org/x/image/webp"
)

// A raster is a decoded picture, channel by channel: one plane of grey, three of luminance and colours, as a JPEG keeps them, three of red,
// green and blue, or four with an opacity by which the colours have been multiplied. Photographs never leave the first two forms:
// most of the work of turning them into RGB and back would be for nothing.
type raster struct {
	form          form
	width, height int
	planes        []plane
	palette       color.Palette // of the picture as it was decoded, if it has one
}

type form int

const (
	grey form = iota
	ycc
	rgb
	rgba
)

// decode unpacks a picture as it is stored, not turned.
func decode(p *parts, data []byte) (*raster, error) {
	m, err := decodeImage(p, data)
	if err != nil {
		return nil, damaged(p.format, "%v", err)
	}
	if size := m.Bounds().Size(); size.X != p.width || size.Y != p.height {
		return nil, damaged(p.format, "the header says %d × %d pixels, the picture has %d × %d", p.width, p.height, size.X, size.Y)
	}
	return newRaster(m), nil
}

func decodeImage(p *parts, data []byte) (image.Image, error) {
	switch p.format {
	case "jpeg":
		return jpeg.Decode(bytes.NewReader(data))
	case "png":
		return png.Decode(bytes.NewReader(data))
	case "webp":
		if p.first != nil {
			return p.firstFrame()
		}
		m, err := webp.Decode(bytes.NewReader(data))
		stretch(m)
		return m, err
	}
	m, err := gif.Decode(bytes.NewReader(data))
	if err != nil || m.Bounds() == image.Rect(0, 0, p.width, p.height) {
		return m, err
	}
	return onCanvas(m, p.width, p.height, image.Point{}), nil
}

// onCanvas puts a first frame that is smaller than the picture into its place.
func onCanvas(m image.Image, width, height int, at image.Point) image.Image {
	canvas := image.NewRGBA(image.Rect(0, 0, width, height))
	draw.Draw(canvas, m.Bounds().Add(at), m, m.Bounds().Min, draw.Src)
	return canvas
}

// firstFrame is the beginning of an animation. The frame is put into a file of its own, which x/image can read.
func (p *parts) firstFrame() (image.Image, error) {
	const header = 16
	width, height := 1+uint24(p.first[6:]), 1+uint24(p.first[9:])
	var pieces [][]byte
	flags := byte(0)
	for rest := p.first[header:]; len(rest) > 0; {
		kind, body, next, err := webpChunk(rest)
		if err != nil {
			return nil, err
		}
		if kind == "ALPH" {
			flags = webpAlpha
		}
		pieces, rest = append(pieces, webpBytes(kind, body)...), next
	}
	if flags != 0 {
		canvas := []byte{flags, 0, 0, 0, byte(width - 1), byte((width - 1) >> 8), byte((width - 1) >> 16), byte(height - 1), byte((height - 1) >> 8), byte((height - 1) >> 16)}
		pieces = append(webpBytes("VP8X", canvas), pieces...)
	}
	body := bytes.Join(pieces, nil)
	m, err := webp.Decode(bytes.NewReader(append(webpHeader(len(body)), body...)))
	stretch(m)
	if err != nil || width == p.width && height == p.height {
		return m, err
	}
	return onCanvas(m, p.width, p.height, image.Pt(2*uint24(p.first), 2*uint24(p.first[3:]))), nil
}

// newRaster takes over the planes of an image where it has some.
func newRaster(m image.Image) *raster {
	size := m.Bounds().Size()
	r := &raster{width: size.X, height: size.Y}
	switch m := m.(type) {
	case *image.Gray:
		r.planes = []plane{r.plane(m.Pix, m.Stride, 1, 1)}
	case *image.YCbCr:
		x, y := subsampling(m.SubsampleRatio)
		r.form = ycc
		r.planes = []plane{r.plane(m.Y, m.YStride, 1, 1), r.plane(m.Cb, m.CStride, x, y), r.plane(m.Cr, m.CStride, x, y)}
	case *image.Paletted:
		r.palette = m.Palette
		r.split(m)
	default:
		r.split(m)
	}
	return r
}

// plane is a channel with one sample for each x times y pixels.
func (r *raster) plane(pix []byte, stride, x, y int) plane {
	return plane{pix, (r.width + x - 1) / x, (r.height + y - 1) / y, stride, float64(r.width) / float64(x), float64(r.height) / float64(y)}
}

func subsampling(ratio image.YCbCrSubsampleRatio) (x, y int) {
	switch ratio {
	case image.YCbCrSubsampleRatio422:
		return 2, 1
	case image.YCbCrSubsampleRatio420:
		return 2, 2
	case image.YCbCrSubsampleRatio440:
		return 1, 2
	case image.YCbCrSubsampleRatio411:
		return 4, 1
	case image.YCbCrSubsampleRatio410:
		return 4, 2
	}
	return 1, 1
}

// split turns any image into planes of red, green, blue and, where it is not opaque, opacity.
func (r *raster) split(m image.Image) {
	opaque := false
	if o, ok := m.(interface{ Opaque() bool }); ok {
		opaque = o.Opaque()
	}
	r.form = rgba
	if opaque {
		r.form = rgb
	}
	flat, ok := m.(*image.RGBA)
	if !ok {
		flat = image.NewRGBA(image.Rect(0, 0, r.width, r.height))
		draw.Draw(flat, flat.Rect, m, m.Bounds().Min, draw.Src)
	}
	channels := map[form]int{rgb: 3, rgba: 4}[r.form]
	for c := range channels {
		pix := make([]byte, r.width*r.height)
		for y := range r.height {
			row, out := flat.Pix[y*flat.Stride:][:4*r.width], pix[y*r.width:][:r.width]
			for x := range out {
				out[x] = row[4*x+c]
			}
		}
		r.planes = append(r.planes, r.plane(pix, r.width, 1, 1))
	}
}

// stretch brings the samples of a lossy WebP, which lie between 16 and 235 as in television, to the full range that JPEG has.
func stretch(m image.Image) {
	var planes [][]byte
	switch m := m.(type) {
	case *image.YCbCr:
		planes = [][]byte{m.Y, m.Cb, m.Cr}
	case *image.NYCbCrA:
		planes = [][]byte{m.Y, m.Cb, m.Cr}
	}
	for i, pix := range planes {
		from, to, span := 16, 0, 219
		if i > 0 {
			from, to, span = 128, 128, 224
		}
		var table [256]byte
		for v := range table {
			table[v] = byte(max(0, min(255, to+int(math.Round(float64(255*(v-from))/float64(span))))))
		}
		for j, v := range pix {
			pix[j] = table[v]
		}
	}
}

// resize makes a raster of another size, upright. Width and height are those of the result. Colours of a photograph get half the
// samples in both directions, as the encoder takes them.
func (r *raster) resize(width, height int, t turn) *raster {
	q := &raster{form: r.form, width: width, height: height}
	if t.swap {
		width, height = height, width
	}
	for i, p := range r.planes {
		w, h, spanX, spanY := width, height, float64(width), float64(height)
		if r.form == ycc && i > 0 {
			w, h, spanX, spanY = (w+1)/2, (h+1)/2, spanX/2, spanY/2
		}
		q.planes = append(q.planes, p.resize(w, h, spanX, spanY, t))
	}
	if r.form == rgba {
		q.bound()
	}
	return q
}

// halved reports whether colours have half the samples of brightness, as encoders want them.
func (r *raster) halved() bool {
	return r.form != ycc || r.planes[1].width == (r.width+1)/2 && r.planes[1].height == (r.height+1)/2
}

// bound keeps colours from being brighter than their opacity allows: the filter swings over a little at edges.
func (r *raster) bound() {
	opacity := r.planes[3].pix
	for _, p := range r.planes[:3] {
		for i, v := range p.pix {
			p.pix[i] = min(v, opacity[i])
		}
	}
}

// image is the raster as encoders want it.
func (r *raster) image() image.Image {
	rect := image.Rect(0, 0, r.width, r.height)
	switch r.form {
	case grey:
		return &image.Gray{Pix: r.planes[0].pix, Stride: r.planes[0].stride, Rect: rect}
	case ycc:
		y, cb, cr := r.planes[0], r.planes[1], r.planes[2]
		return &image.YCbCr{Y: y.pix, Cb: cb.pix, Cr: cr.pix, YStride: y.stride, CStride: cb.stride, SubsampleRatio: image.YCbCrSubsampleRatio420, Rect: rect}
	case rgb:
		m := image.NewRGBA(rect)
		for i := range r.width * r.height {
			copy(m.Pix[4*i:4*i+4], []byte{r.planes[0].pix[i], r.planes[1].pix[i], r.planes[2].pix[i], 255})
		}
		return m
	}
	m := image.NewNRGBA(rect)
	for i := range r.width * r.height {
		c := color.RGBA{r.planes[0].pix[i], r.planes[1].pix[i], r.planes[2].pix[i], r.planes[3].pix[i]}
		n := color.NRGBAModel.Convert(c).(color.NRGBA)
		copy(m.Pix[4*i:4*i+4], []byte{n.R, n.G, n.B, n.A})
	}
	return m
}

// photographic is a photograph as encoders want it: what came as RGB becomes luma and colours, which get half the samples. A JPEG would be no
// other, but so it is done once for all formats.
func photographic(m image.Image) image.Image {
	flat, ok := m.(*image.RGBA)
	if !ok {
		return m
	}
	size := flat.Rect.Size()
	out := image.NewYCbCr(flat.Rect, image.YCbCrSubsampleRatio420)
	blue, red := make([]int, out.CStride), make([]int, out.CStride) // sums of a row of colours
	for y := range size.Y {
		row, luma := flat.Pix[y*flat.Stride:][:4*size.X], out.Y[y*out.YStride:][:size.X]
		for x := range luma {
			l, cb, cr := color.RGBToYCbCr(row[4*x], row[4*x+1], row[4*x+2])
			n := 1
			if x == size.X-1 && x%2 == 0 {
				n = 2 // the last column stands for the one that is not there
			}
			luma[x], blue[x/2], red[x/2] = l, blue[x/2]+n*int(cb), red[x/2]+n*int(cr)
		}
		if y%2 == 0 && y < size.Y-1 {
			continue
		}
		samples := 4 - 2*(1-y%2) // the last row may stand alone
		cb, cr := out.Cb[y/2*out.CStride:], out.Cr[y/2*out.CStride:]
		for i := range blue {
			cb[i], cr[i] = byte((blue[i]+samples/2)/samples), byte((red[i]+samples/2)/samples)
		}
		clear(blue)
		clear(red)
	}
	return out
}
