package drawing

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

// AppIcon is the picture by which the site stands on the screen of a device: a shop window in the site's accent, behind it the first letter of
// its name. It is drawn in a square of 512 units, as SVG and as PNG from one outline, so that both are the same.
type AppIcon struct {
	field, paper color.RGBA
	letter       rune
	maskable     bool
}

// NewAppIcon makes the icon of a site in an accent: #1f5f6b. A maskable one may be cut to a circle by a system: all that matters stands in its
// middle, and its ground reaches the edges.
func NewAppIcon(name, accent string, maskable bool) AppIcon {
	n, err := strconv.ParseUint(strings.TrimPrefix(accent, "#"), 16, 32)
	if err != nil {
		n = 0x1f5f6b
	}
	icon := AppIcon{field: color.RGBA{uint8(n >> 16), uint8(n >> 8), uint8(n), 255}, paper: color.RGBA{0xfd, 0xfc, 0xfa, 255}, maskable: maskable}
	for _, r := range name {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			icon.letter = unicode.ToUpper(r)
			break
		}
	}
	return icon
}

// iconUnits is the side of the square.
const iconUnits = 512

// stroke is a piece of an outline: M, L, Q, C or Z with its points.
type stroke struct {
	verb   byte
	points []float32
}

func box(x, y, w, h float32) []stroke {
	return []stroke{{'M', []float32{x, y}}, {'L', []float32{x + w, y}}, {'L', []float32{x + w, y + h}}, {'L', []float32{x, y + h}}, {'Z', nil}}
}

// shapes are what lies on the icon, one upon another: the window in paper, the letter and the shelf in the accent again.
func (i AppIcon) shapes() (paper, accent []stroke, err error) {
	scale, shift := float32(1), float32(0)
	if i.maskable {
		scale, shift = 0.72, 0.14*iconUnits
	}
	at := func(x, y, w, h float32) []stroke { return box(x*scale+shift, y*scale+shift, w*scale, h*scale) }
	paper = append(at(88, 72, 336, 300), at(56, 404, 400, 36)...)
	accent = at(88, 336, 336, 8)
	letter, err := i.outline()
	if err != nil {
		return nil, nil, err
	}
	for _, s := range letter {
		for n := range s.points {
			s.points[n] = s.points[n]*scale + shift
		}
		accent = append(accent, s)
	}
	return paper, accent, nil
}

// outline is the letter, standing on the shelf in the middle of the window; nothing where the font has none.
func (i AppIcon) outline() ([]stroke, error) {
	f, err := sfnt.Parse(gobold.TTF)
	if err != nil {
		return nil, fmt.Errorf("the font of icons: %w", err)
	}
	var buffer sfnt.Buffer
	glyph, err := f.GlyphIndex(&buffer, i.letter)
	if err != nil || glyph == 0 {
		return nil, err
	}
	const size, middle, base = 300, 256, 328
	segments, err := f.LoadGlyph(&buffer, glyph, fixed.I(size), nil)
	if err != nil {
		return nil, fmt.Errorf("the letter %q: %w", i.letter, err)
	}
	bounds, _, err := f.GlyphBounds(&buffer, glyph, fixed.I(size), font.HintingNone)
	if err != nil {
		return nil, fmt.Errorf("the letter %q: %w", i.letter, err)
	}
	x := middle - float32(bounds.Min.X+bounds.Max.X)/128
	var list []stroke
	for n, s := range segments {
		verb, points := byte('M'), 1
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			if n > 0 {
				list = append(list, stroke{'Z', nil})
			}
		case sfnt.SegmentOpLineTo:
			verb = 'L'
		case sfnt.SegmentOpQuadTo:
			verb, points = 'Q', 2
		case sfnt.SegmentOpCubeTo:
			verb, points = 'C', 3
		}
		st := stroke{verb: verb}
		for _, p := range s.Args[:points] {
			st.points = append(st.points, x+float32(p.X)/64, base+float32(p.Y)/64)
		}
		list = append(list, st)
	}
	return append(list, stroke{'Z', nil}), nil
}

// SVG is the icon as a drawing.
func (i AppIcon) SVG() ([]byte, error) {
	paper, accent, err := i.shapes()
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	corner := 96
	if i.maskable {
		corner = 0
	}
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><rect width="512" height="512" rx="%d" fill="%s"/><path fill="%s" d="%s"/><path fill="%s" d="%s"/></svg>`,
		corner, hexOf(i.field), hexOf(i.paper), pathOf(paper), hexOf(i.field), pathOf(accent))
	return append(b.Bytes(), '\n'), nil
}

func hexOf(c color.RGBA) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

// pathOf writes an outline to a tenth of a unit.
func pathOf(strokes []stroke) string {
	var b strings.Builder
	for _, s := range strokes {
		b.WriteByte(s.verb)
		for n, p := range s.points {
			if n > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(strings.TrimSuffix(strconv.FormatFloat(float64(p), 'f', 1, 32), ".0"))
		}
	}
	return b.String()
}

// PNG is the icon in pixels, a square of that side. Its corners are paper where a system may not cut it itself.
func (i AppIcon) PNG(side int) ([]byte, error) {
	paper, accent, err := i.shapes()
	if err != nil {
		return nil, err
	}
	m := image.NewPaletted(image.Rect(0, 0, side, side), i.shades())
	for n := range m.Pix {
		m.Pix[n] = iconShades - 1
	}
	for _, layer := range []struct {
		strokes []stroke
		light   bool
	}{{paper, true}, {accent, false}} {
		mask := coverage(layer.strokes, side)
		for n, a := range mask.Pix {
			from, to := int(m.Pix[n]), iconShades-1
			if layer.light {
				to = 0
			}
			m.Pix[n] = uint8((from*(255-int(a)) + to*int(a) + 127) / 255)
		}
	}
	return writePNG(m)
}

const iconShades = 16

// shades go from paper to the accent.
func (i AppIcon) shades() color.Palette {
	var p color.Palette
	for n := range iconShades {
		mix := func(a, b uint8) uint8 { return uint8((int(a)*(iconShades-1-n) + int(b)*n) / (iconShades - 1)) }
		p = append(p, color.RGBA{mix(i.paper.R, i.field.R), mix(i.paper.G, i.field.G), mix(i.paper.B, i.field.B), 255})
	}
	return p
}

// coverage is how much of each pixel lies in an outline.
func coverage(strokes []stroke, side int) *image.Alpha {
	z := vector.NewRasterizer(side, side)
	z.DrawOp = 0 // over
	k := float32(side) / iconUnits
	for _, s := range strokes {
		p := make([]float32, len(s.points))
		for n := range p {
			p[n] = s.points[n] * k
		}
		switch s.verb {
		case 'M':
			z.MoveTo(p[0], p[1])
		case 'L':
			z.LineTo(p[0], p[1])
		case 'Q':
			z.QuadTo(p[0], p[1], p[2], p[3])
		case 'C':
			z.CubeTo(p[0], p[1], p[2], p[3], p[4], p[5])
		case 'Z':
			z.ClosePath()
		}
	}
	mask := image.NewAlpha(image.Rect(0, 0, side, side))
	z.Draw(mask, mask.Bounds(), image.Opaque, image.Point{})
	return mask
}
