package drawing

import (
	"strconv"
	"strings"
)

// ink is one of the five inks, by the number of its class.
type ink int

const (
	paper ink = iota + 1
	pale
	warm
	accent
	black
)

// inks are the parts that inks play in a composition.
type inks struct {
	ground ink // lies under everything
	first  ink // of the largest shapes
	second ink // beside the first
	light  ink // of sheets, walls, glass
	dark   ink // of openings and boards, sparing
	mark   ink // of what stands before light and second
}

// printings are the ways of printing a cover. The ground is never paper, or the picture would have no edge.
var printings = [...]inks{
	{ground: pale, first: accent, second: warm, light: paper, dark: black, mark: accent},
	{ground: pale, first: black, second: warm, light: paper, dark: accent, mark: black},
	{ground: warm, first: accent, second: paper, light: pale, dark: black, mark: accent},
	{ground: warm, first: black, second: paper, light: pale, dark: accent, mark: black},
	{ground: accent, first: warm, second: pale, light: paper, dark: black, mark: accent},
	{ground: accent, first: paper, second: warm, light: pale, dark: black, mark: accent},
}

// plate collects the shapes of a composition.
//
// Shapes are laid in layers. Within a layer none lies upon another, so those of one ink are joined into one path: this
// keeps a cover short.
type plate struct {
	dice
	inks
	flip  bool // left and right change places
	layer [black + 1][]byte
	out   strings.Builder
}

// lay ends a layer: what is drawn from here on lies above it.
func (p *plate) lay() {
	for c, path := range p.layer {
		if len(path) > 0 {
			p.out.WriteString(`<path class="c` + digit(ink(c)) + `" d="` + string(path) + `"/>`)
			p.layer[c] = nil
		}
	}
}

// line adds a closed line. Its commands are letters followed by their numbers, as SVG has them.
func (p *plate) line(c ink, parts ...any) {
	b := p.layer[c]
	number := false
	for _, part := range parts {
		switch part := part.(type) {
		case string:
			b = append(b, part...)
			number = false
		case int:
			if number && part >= 0 {
				b = append(b, ' ')
			}
			b = strconv.AppendInt(b, int64(part), 10)
			number = true
		}
	}
	p.layer[c] = append(b, 'z')
}

// left is the left side of something w wide that stands at x, once the picture is turned.
func (p *plate) left(x, w int) int {
	if p.flip {
		return 300 - x - w
	}
	return x
}

// box is a rectangle.
func (p *plate) box(c ink, x, y, w, h int) {
	p.line(c, "M", p.left(x, w), y, "h", w, "v", h, "h", -w)
}

// arch is a box with a round top; w is even, and h at least half of it.
func (p *plate) arch(c ink, x, y, w, h int) {
	r := w / 2
	p.line(c, "M", p.left(x, w), y+h, "v", r-h, "a", r, r, 0, 0, 1, w, 0, "v", h-r)
}

// disc is a circle around a point.
func (p *plate) disc(c ink, x, y, r int) {
	x = p.left(x, 0)
	p.line(c, "M", x-r, y, "a", r, r, 0, 1, 1, 2*r, 0, "a", r, r, 0, 1, 1, -2*r, 0)
}

// dome is the upper half of a disc, bowl the lower.
func (p *plate) dome(c ink, x, y, r int) { p.arch(c, x-r, y-r, 2*r, r) }

func (p *plate) bowl(c ink, x, y, r int) {
	p.line(c, "M", p.left(x, 0)+r, y, "a", r, r, 0, 0, 1, -2*r, 0)
}

// wing is a half of a disc that looks left (side -1) or right (1).
func (p *plate) wing(c ink, x, y, r, side int) {
	if p.flip {
		side = -side
	}
	p.line(c, "M", p.left(x, 0), y-side*r, "a", r, r, 0, 0, 1, 0, 2*side*r)
}

// poly joins points given as x, y, x, y …
func (p *plate) poly(c ink, points ...int) {
	parts := []any{"M"}
	for i := 0; i < len(points); i += 2 {
		if i == 2 {
			parts = append(parts, "L")
		}
		parts = append(parts, p.left(points[i], 0), points[i+1])
	}
	p.line(c, parts...)
}

// turned lays what do draws, turned around a point of the lower edge by so many degrees.
func (p *plate) turned(degrees, x, y int, do func()) {
	p.lay()
	if p.flip {
		degrees = -degrees
	}
	p.out.WriteString(`<g transform="rotate(` + strconv.Itoa(degrees) + " " + strconv.Itoa(p.left(x, 0)) + " " + strconv.Itoa(y) + `)">`)
	do()
	p.lay()
	p.out.WriteString("</g>")
}

// things is the number of shapes that thing knows.
const things = 7

// thing puts a solid on a board: a ball, a dome, a cone, an arch, a cube, steps or a cup, s high or less, in the middle
// of x. No two in a row of seven are alike.
func (p *plate) thing(which int, c ink, x, base, s int) {
	h := s / 2
	switch which % things {
	case 0:
		p.disc(c, x, base-h, h)
	case 1:
		p.poly(c, x-h, base, x, base-s, x+h, base)
	case 2:
		w := s * 3 / 8 * 2
		p.arch(c, x-w/2, base-s, w, s)
	case 3:
		p.dome(c, x, base, h)
	case 4:
		w := s * 5 / 6
		p.box(c, x-w/2, base-w, w, w)
	case 5:
		t := s / 3
		p.poly(c, x-h, base, x-h, base-t, x-h+t, base-t, x-h+t, base-2*t, x-h+2*t, base-2*t, x-h+2*t, base-3*t, x-h+3*t, base-3*t, x-h+3*t, base)
	case 6:
		p.bowl(c, x, base-h-4, h)
		p.box(c, x-h/2, base-4, h/2*2, 4)
	}
}

// printed puts a picture and lines of print on a leaf w wide.
func (p *plate) printed(which, x, y, w int) {
	p.thing(which, p.mark, x+w/2, y+w*7/8, w*5/8)
	for i := range 3 {
		p.print(x, w, y+w+i*13, w*3/4-i/2*w/4, 5)
	}
}

// print is a line of print on a leaf w wide that stands at x. It begins at the left also when the picture is turned.
func (p *plate) print(x, w, y, long, high int) {
	p.line(p.dark, "M", p.left(x, w)+w/8, y, "h", long, "v", high, "h", -long)
}

func digit(c ink) string { return strconv.Itoa(int(c)) }
