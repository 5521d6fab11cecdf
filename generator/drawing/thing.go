package drawing

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
