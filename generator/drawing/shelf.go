package drawing

// shelf: books and a thing or two on boards, or a cabinet.
func shelf(p *plate) {
	switch p.roll(3) {
	case 0:
		cabinet(p)
	case 1:
		board(p, 200, 140, 4+p.roll(3))
	default:
		board(p, 98, 58, 5+p.roll(3))
		p.box(p.dark, 24, 98, 252, 6)
		board(p, 200, 62, 5+p.roll(3))
	}
}

// board fills a board with books below tall, a thing after some of them.
func board(p *plate, base, tall, before int) {
	x := 30 // as far from the left edge as books end before the right one
	run := [...]ink{p.first, p.light, p.first, p.second, p.light, p.first, p.dark}
	start, from := p.roll(things), p.roll(len(run))
	for i := 0; ; i++ {
		if i == before-2 {
			s := min(tall*3/4, 64) / 2 * 2
			p.thing(start, p.second, x+s/2+6, base, s)
			x += s + 14
		}
		w := 10 + tall/16 + 4*p.roll(3)
		if x+w > 270 {
			return
		}
		h := tall - tall/9*p.roll(4)
		p.box(run[(from+i)%len(run)], x, base-h, w, h)
		x += w + 2
	}
}

// cabinet shows six or eight things behind glass.
func cabinet(p *plate) {
	n := 3 + p.roll(2)
	w := (252 - 6*(n+1)) / n
	wide := n*w + 6*(n+1)
	x0 := (300 - wide) / 2
	p.box(p.first, x0, 20, wide, 180)
	p.lay()
	start := p.roll(things)
	for i := range 2 * n {
		c := p.light
		if (i+i/n)%3 == 1 {
			c = p.second
		}
		p.box(c, x0+6+i%n*(w+6), 28+i/n*82, w, 74)
	}
	p.lay()
	for i := range 2 * n {
		c := p.dark
		if i%2 == 0 {
			c = p.mark
		}
		p.thing(start+2*i, c, x0+6+i%n*(w+6)+w/2, 102+i/n*82, 44)
	}
}

// plinths: three things shown, as at an exhibition.
func plinths(p *plate) {
	heights := [...][3]int{{56, 92, 36}, {32, 60, 88}, {52, 52, 52}, {84, 40, 62}}[p.roll(4)]
	switch p.roll(3) {
	case 0:
		p.disc(p.light, 150, 112, 88)
	case 1:
		p.arch(p.light, 30, 20, 240, 180)
	default:
		for i := range heights {
			p.arch(p.light, 28+i*84, 24, 76, 176)
		}
	}
	p.lay()
	start := p.roll(things)
	for i, h := range heights {
		c, t := p.first, p.dark
		if i == 1 {
			c, t = p.dark, p.mark
		}
		p.box(c, 38+i*84, 200-h, 56, h)
		p.thing(start+2*i, t, 66+i*84, 200-h, 52)
	}
}

// sheets: leaves of a catalogue, fanned, stacked, open or hung.
func sheets(p *plate) {
	start := p.roll(things)
	switch p.roll(4) {
	case 0:
		p.turned(-15, 150, 260, func() { p.box(p.second, 96, 50, 108, 180) })
		p.turned(15, 150, 260, func() { p.box(p.first, 96, 50, 108, 180) })
		p.box(p.light, 96, 34, 108, 166)
		p.lay()
		p.printed(start, 96, 34, 108)
	case 1:
		for i, c := range [...]ink{p.second, p.first, p.light} {
			p.box(c, 124-38*i, 24+16*i, 112, 176-16*i)
			p.lay()
		}
		p.printed(start, 48, 56, 112)
	case 2:
		spread(p)
	default:
		p.box(p.dark, 0, 28, 300, 3)
		p.lay()
		for i, c := range [...]ink{p.light, p.second, p.light} {
			p.box(c, 30+i*84, 26, 72, 132-12*(i%2))
		}
		p.lay()
		for i := range 3 {
			c := p.mark
			if i == 1 {
				c = p.dark
			}
			p.thing(start+2*i, c, 66+i*84, 106, 52)
			p.print(30+i*84, 72, 120, 54, 4)
			p.print(30+i*84, 72, 130, 54-18*(i%2), 4)
		}
	}
}

// spread is a catalogue that lies open.
func spread(p *plate) {
	p.poly(p.first, 150, 74, 36, 50, 36, 184, 150, 200, 264, 184, 264, 50)
	p.lay()
	p.poly(p.light, 148, 66, 46, 42, 46, 170, 148, 192)
	p.poly(p.second, 152, 66, 254, 42, 254, 170, 152, 192)
	p.lay()
	for i := range 4 {
		y := 68 + 22*i
		p.poly(p.dark, 62, y, 132, y+17, 132, y+23, 62, y+6)
	}
	p.disc(p.mark, 203, 116, 32)
}
