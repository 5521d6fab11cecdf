package drawing

// arcade: arches in a row, one within another, or in two storeys.
func arcade(p *plate) {
	switch p.roll(5) {
	case 0:
		portal(p)
	case 1:
		storeys(p)
	default:
		row(p)
	}
}

// row is a row of arches: level, rising, or highest in the middle. One is open.
func row(p *plate) {
	n := 3 + p.roll(3)
	w := [...]int{72, 54, 42}[n-3]
	gap := (252 - n*w) / (n - 1)
	start := (300 - n*w - (n-1)*gap) / 2
	open, order := p.roll(n), p.roll(3)
	height := func(i int) int {
		switch order {
		case 0:
			return 128
		case 1:
			return 80 + i*84/(n-1)
		default:
			return 164 - abs(2*i-n+1)*60/(n-1)
		}
	}
	switch order {
	case 0:
		p.disc(p.second, start+open*(w+gap)+w/2, 76, w/2+14)
	case 1:
		p.disc(p.second, 72, 64, 34)
	}
	p.lay()
	for i := range n {
		c := p.first
		if i%2 == 1 {
			c = p.light
		}
		p.arch(c, start+i*(w+gap), 200-height(i), w, height(i))
	}
	p.lay()
	c := p.dark
	if n%2 == 1 && order == 2 && open == n/2 {
		c = p.second
	}
	p.arch(c, start+open*(w+gap)+w/6, 200-height(open)+w/3, w-w/6*2, height(open)-w/3)
}

// portal is an arch in an arch in an arch, with the dark behind the last.
func portal(p *plate) {
	x := 150
	if p.roll(2) == 0 {
		x = 122
	}
	for i, c := range [...]ink{p.first, p.light, p.second, p.dark} {
		w, h := 196-i*48, 172-i*36
		p.arch(c, x-w/2, 200-h, w, h)
		p.lay()
	}
	if x != 150 {
		p.arch(p.light, 236, 124, 40, 76)
		p.disc(p.second, 256, 66, 20)
	}
}

// storeys is a house of arches with one window lit.
func storeys(p *plate) {
	n := 4 + p.roll(2)
	w := [...]int{40, 32}[n-4]
	gap := (232 - n*w) / (n + 1)
	lit := p.roll(n)
	p.box(p.first, 34, 34, 232, 166)
	p.box(p.dark, 26, 24, 248, 10)
	p.lay()
	for i := range n {
		x := 34 + gap + i*(w+gap)
		up, down := p.light, p.light
		if i == lit {
			up = p.second
		}
		if i == n-1-lit {
			down = p.dark
		}
		p.arch(up, x, 50, w, 60)
		p.arch(down, x, 128, w, 72)
	}
}

// paned are the leaves of a window, in columns of 6 and rows of 4: x, y, width, height.
var paned = [...][][4]int{
	{{0, 0, 2, 4}, {2, 0, 4, 2}, {2, 2, 2, 2}, {4, 2, 2, 2}},
	{{0, 0, 3, 4}, {3, 0, 3, 2}, {3, 2, 3, 2}},
	{{0, 0, 2, 2}, {2, 0, 2, 4}, {0, 2, 2, 2}, {4, 0, 2, 4}},
	{{0, 0, 4, 4}, {4, 0, 2, 2}, {4, 2, 2, 2}},
	{{0, 0, 2, 4}, {2, 0, 2, 4}, {4, 0, 2, 4}},
	{{0, 0, 2, 2}, {2, 0, 2, 2}, {4, 0, 2, 2}, {0, 2, 2, 2}, {2, 2, 2, 2}, {4, 2, 2, 2}},
}

// panes: a window, with something in each of its leaves.
func panes(p *plate) {
	leaves := paned[p.roll(len(paned))]
	glass := [...]ink{p.first, p.light, p.second, p.light}
	from, start := 2*p.roll(2), p.roll(things)
	if p.roll(2) == 0 {
		glass = [...]ink{p.light, p.second, p.light, p.first}
		p.box(p.dark, 20, 16, 260, 168)
		p.box(p.dark, 10, 184, 280, 8)
		p.lay()
	}
	for i, l := range leaves {
		p.box(glass[(i+from)%4], 26+l[0]*42, 22+l[1]*40, l[2]*42-4, l[3]*40-4)
	}
	p.lay()
	for i, l := range leaves {
		x, y, w, h := 26+l[0]*42, 22+l[1]*40, l[2]*42-4, l[3]*40-4
		c := p.dark
		if glass[(i+from)%4] == p.light {
			c = p.mark
		}
		switch m := min(w, h); {
		case len(leaves) == 6 && i%2 == start%2:
		case h > 100 && w > 140:
			p.thing(start+3*i, c, x+w/2, y+h, 112)
		default:
			p.thing(start+3*i, c, x+w/2, y+h, m*3/4/2*2)
		}
	}
}

// awning: the front of a shop with its blind.
func awning(p *plate) {
	switch p.roll(3) {
	case 0:
		kiosk(p)
	case 1:
		p.blind(0, 0, 6, 50, 30+8*p.roll(3))
		p.lay()
		start := p.roll(things)
		p.box(p.light, 34, 104, 232, 72)
		p.box(p.dark, 24, 176, 252, 8)
		p.lay()
		for i, c := range [...]ink{p.mark, p.dark, p.mark} {
			p.thing(start+2*i, c, 84+66*i, 176, 52-4*(i%2))
		}
	default:
		shop(p)
	}
}

// blind is n stripes w wide with round ends. The second ink runs below the first, or the ground would show in the seams.
func (p *plate) blind(x, y, n, w, drop int) {
	p.box(p.second, x, y, n*w, drop)
	for i := 1; i < n; i += 2 {
		p.bowl(p.second, x+i*w+w/2, y+drop, w/2)
	}
	p.lay()
	for i := 0; i < n; i += 2 {
		p.line(p.first, "M", p.left(x+i*w, w), y, "h", w, "v", drop, "a", w/2, w/2, 0, 0, 1, -w, 0)
	}
}

// shop has a door, and a window with two things in it.
func shop(p *plate) {
	n := 5 + 2*p.roll(2)
	w := 256 / n / 2 * 2
	wide := n * w
	x := (300 - wide) / 2
	drop := 24 + 6*p.roll(3)
	top := 32 + drop + w/2 + 12
	p.box(p.light, x+8, 40, wide-16, 160)
	p.lay()
	p.blind(x, 32, n, w, drop)
	p.box(p.dark, x, 24, wide, 8)
	if p.roll(2) == 0 {
		p.arch(p.dark, x+24, top, 50, 200-top)
	} else {
		p.box(p.dark, x+24, top, 50, 200-top)
	}
	p.box(p.second, x+96, top, wide-122, 172-top)
	p.box(p.dark, x+90, 172, wide-110, 6)
	p.lay()
	start := p.roll(things)
	p.thing(start, p.mark, x+96+(wide-122)*3/10, 172, 42)
	p.thing(start+2, p.mark, x+96+(wide-122)*7/10, 172, 36)
}

// kiosk stands between two trees.
func kiosk(p *plate) {
	p.box(p.dark, 48, 120, 4, 80)
	p.box(p.dark, 248, 140, 4, 60)
	p.box(p.light, 92, 60, 116, 140)
	p.lay()
	p.disc(p.second, 50, 106, 30)
	p.arch(p.first, 228, 92, 44, 72)
	p.blind(80, 38, 5, 28, 26)
	p.box(p.dark, 80, 28, 140, 10)
	p.box(p.dark, 84, 148, 132, 8)
	p.lay()
	start := p.roll(things)
	p.thing(start, p.mark, 128, 148, 36)
	p.thing(start+2, p.dark, 174, 148, 36)
}

func abs(n int) int { return max(n, -n) }
