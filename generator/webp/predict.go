package webp

// predictBlock predicts a square of 16 or 8 samples whose upper left corner is at x, y (12.2). What lies outside the picture is in the border;
// only the mean leaves it out.
func predictBlock(p *plane, x, y, size, mode int, out []byte) {
	above := p.pix[p.at(x, y-1):][:size]
	switch mode {
	case dcPred:
		mean := blockMean(p, x, y, size, above)
		for i := range out[:size*size] {
			out[i] = mean
		}
	case vPred:
		for r := range size {
			copy(out[r*size:], above)
		}
	case hPred:
		for r := range size {
			left, row := p.pix[p.at(x-1, y+r)], out[r*size:][:size]
			for c := range row {
				row[c] = left
			}
		}
	case tmPred:
		corner := int(p.pix[p.at(x-1, y-1)])
		for r := range size {
			slope, row := int(p.pix[p.at(x-1, y+r)])-corner, out[r*size:][:size]
			for c, a := range above {
				row[c] = clamp(int(a) + slope)
			}
		}
	}
}

func blockMean(p *plane, x, y, size int, above []byte) byte {
	sum, n := 0, 0
	if y > 0 {
		for _, v := range above {
			sum += int(v)
		}
		n += size
	}
	if x > 0 {
		for r := range size {
			sum += int(p.pix[p.at(x-1, y+r)])
		}
		n += size
	}
	if n == 0 {
		return 128
	}
	return byte((sum + n/2) / n)
}

func clamp(v int) byte {
	if uint(v) > 255 {
		if v < 0 {
			return 0
		}
		return 255
	}
	return byte(v)
}

// An edge is what a small block is predicted from (12.3): four samples to the left from below, the corner, eight above.
type edge [13]byte

// smallEdge reads the edge of the small block number b of the macroblock at x, y. The blocks of the right column, but the first, see to their
// upper right what the first sees.
func smallEdge(p *plane, x, y, b int) (e edge) {
	bx, by := x+b&3*4, y+b>>2*4
	for i := range 4 {
		e[i] = p.pix[p.at(bx-1, by+3-i)]
	}
	copy(e[4:], p.pix[p.at(bx-1, by-1):][:9])
	if b&3 == 3 && b > 3 {
		copy(e[9:], p.pix[p.at(x+16, y-1):][:4])
	}
	return e
}

// predictSmall predicts four by four samples in all ten ways.
func predictSmall(e *edge, out *[bModes][16]byte) {
	var two [12]byte   // between i and i+1
	var three [12]byte // around i; the ends come below
	for i := range 12 {
		two[i] = byte((int(e[i]) + int(e[i+1]) + 1) >> 1)
	}
	for i := 1; i < 12; i++ {
		three[i] = byte((int(e[i-1]) + 2*int(e[i]) + int(e[i+1]) + 2) >> 2)
	}
	lowest := byte((int(e[1]) + 3*int(e[0]) + 2) >> 2)
	farthest := byte((int(e[11]) + 3*int(e[12]) + 2) >> 2)

	flatSmall(e, out)
	for r := range 4 {
		side := lowest
		if r < 3 {
			side = three[3-r]
		}
		copy(out[bVE][4*r:], three[5:9])
		out[bHE][4*r], out[bHE][4*r+1], out[bHE][4*r+2], out[bHE][4*r+3] = side, side, side, side
		copy(out[bLD][4*r:4*r+4], three[6+r:])
		copy(out[bRD][4*r:], three[4-r:8-r])
	}
	out[bLD][15] = farthest

	t, h := &three, &two
	out[bVR] = [16]byte{h[4], h[5], h[6], h[7], t[4], t[5], t[6], t[7], t[3], h[4], h[5], h[6], t[2], t[4], t[5], t[6]}
	out[bVL] = [16]byte{h[5], h[6], h[7], h[8], t[6], t[7], t[8], t[9], h[6], h[7], h[8], t[10], t[7], t[8], t[9], t[11]}
	out[bHD] = [16]byte{h[3], t[4], t[5], t[6], h[2], t[3], h[3], t[4], h[1], t[2], h[2], t[3], h[0], t[1], h[1], t[2]}
	out[bHU] = [16]byte{h[2], t[2], h[1], t[1], h[1], t[1], h[0], lowest, h[0], lowest, e[0], e[0], e[0], e[0], e[0], e[0]}
}

// flatSmall is the mean and the sum of two slopes.
func flatSmall(e *edge, out *[bModes][16]byte) {
	sum := 4
	for i := range 4 {
		sum += int(e[i]) + int(e[5+i])
	}
	mean, corner := byte(sum>>3), int(e[4])
	for r := range 4 {
		slope := int(e[3-r]) - corner
		for c := range 4 {
			out[bDC][4*r+c] = mean
			out[bTM][4*r+c] = clamp(int(e[5+c]) + slope)
		}
	}
}
