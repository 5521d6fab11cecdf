package drawing

// stairs: steps that lead to something.
func stairs(p *plate) {
	switch p.roll(5) {
	case 0:
		pyramid(p)
	case 1:
		valley(p)
	case 2:
		display(p)
	default:
		climb(p)
	}
}

// climb is a broad flight, with a thing waiting at its top.
func climb(p *plate) {
	n := 4 + p.roll(3)
	w, h := 216/n, 108/n
	p.disc(p.second, 84, 66, 28+6*p.roll(2))
	top := 200 - n*h
	p.thing(p.roll(things), p.dark, 275, top, 40)
	p.flight(p.light, 36-w, 200-h, n, w, h)
	p.lay()
	p.flight(p.first, 36, 200, n, w, h)
}

// flight adds n steps from a point upwards; below them all is filled as far as the lower edge and the right one.
func (p *plate) flight(c ink, x, y, n, w, h int) {
	side := 1
	if p.flip {
		side = -1
	}
	parts := []any{"M", p.left(x, 0), 200, "V", y}
	for range n {
		parts = append(parts, "v", -h, "h", side*w)
	}
	p.line(c, append(parts, "H", p.left(300, 0), "V", 200)...)
}

// valley has the sun between two flights.
func valley(p *plate) {
	p.disc(p.second, 150, 116, 64)
	p.lay()
	n := 4 + p.roll(2)
	w, h := 124/n, 112/n
	right, left := []any{"M", 300, 200, "H", 160}, []any{"M", 0, 200, "H", 140}
	for range n {
		right = append(right, "v", -h, "h", w)
		left = append(left, "v", -h, "h", -w)
	}
	p.line(p.first, append(right, "H", 300)...)
	p.line(p.dark, append(left, "H", 0)...)
}

// pyramid has a door at its top.
func pyramid(p *plate) {
	p.disc(p.second, 150, 92, 68)
	p.lay()
	for i, c := range [...]ink{p.light, p.first, p.dark} {
		w := 252 - i*64
		p.box(c, 150-w/2, 164-i*36, w, 36)
	}
	p.arch(p.first, 130, 36, 40, 56)
}

// display shows a thing on each of three wide steps.
func display(p *plate) {
	start := p.roll(things)
	for i, c := range [...]ink{p.light, p.first, p.dark} {
		h := 40 + 36*i
		x := 24 + 84*i
		p.box(c, x, 200-h, 84, h)
		t := p.second
		if i == 1 {
			t = p.dark
		}
		p.thing(start+2*i, t, x+42, 200-h, 56)
	}
}

// discs: circles that meet, follow one another or rise.
func discs(p *plate) {
	switch p.roll(5) {
	case 0: // what two have in common
		p.disc(p.first, 112, 100, 68)
		p.disc(p.second, 188, 100, 68)
		p.lay()
		p.line(p.dark, "M", 150, 44, "a", 68, 68, 0, 0, 1, 0, 112, "a", 68, 68, 0, 0, 1, 0, -112)
	case 1: // phases
		for i := range 3 {
			p.disc(p.light, 64+86*i, 100, 38)
		}
		p.lay()
		p.wing(p.first, 64, 100, 38, 1)
		p.disc(p.first, 150, 100, 38)
		p.wing(p.first, 236, 100, 38, -1)
	case 2:
		medals(p)
	case 3: // a rainbow
		for i, c := range [...]ink{p.first, p.light, p.second, p.dark} {
			p.dome(c, 150, 200, 132-34*i)
			p.lay()
		}
	default: // the sun behind a blind
		p.disc(p.first, 150, 100, 76)
		p.lay()
		for i := range 4 {
			p.box(p.ground, 70, 104+i*18, 160, 4+3*i)
		}
	}
}

// medals are rows of whole, lower and upper discs in turn.
func medals(p *plate) {
	from := p.roll(3)
	for y := range 2 {
		for x := range 4 {
			cx, cy := 54+64*x, 64+72*y
			switch (x + 2*y + from) % 3 {
			case 0:
				p.disc(p.second, cx, cy, 28)
			case 1:
				p.dome(p.first, cx, cy+14, 28)
			default:
				p.bowl(p.light, cx, cy-14, 28)
			}
		}
	}
}
