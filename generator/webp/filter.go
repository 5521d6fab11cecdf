package webp

// A loopFilter smooths the edges of blocks, the same in encoder and decoder (15). Level 0 is none.
type loopFilter struct{ level, sharpness int }

// limits are its thresholds (15.4): inside, at edges of macroblocks, at edges of small blocks, and of high variance.
func (f loopFilter) limits() (inside, outer, inner, high int) {
	inside = f.level
	if f.sharpness > 0 {
		inside >>= 1
		if f.sharpness > 4 {
			inside >>= 1
		}
		inside = min(inside, 9-f.sharpness)
	}
	inside = max(inside, 1)
	switch {
	case f.level >= 40:
		high = 2
	case f.level >= 15:
		high = 1
	}
	return inside, 2*f.level + 4 + inside, 2*f.level + inside, high
}

// apply filters the first rows of macroblocks of one plane (15.1). whole tells which macroblocks have no edges inside.
func (f loopFilter) apply(p *plane, size, columns, rows int, whole func(column, row int) bool) {
	if f.level == 0 {
		return
	}
	inside, outer, inner, high := f.limits()
	for row := range rows {
		for column := range columns {
			at, plain := p.at(size*column, size*row), whole(column, row)
			if column > 0 {
				smoothEdge(p.pix, at, p.stride, 1, size, outer, inside, high, true)
			}
			for i := 4; i < size && !plain; i += 4 {
				smoothEdge(p.pix, at+i, p.stride, 1, size, inner, inside, high, false)
			}
			if row > 0 {
				smoothEdge(p.pix, at, 1, p.stride, size, outer, inside, high, true)
			}
			for i := 4; i < size && !plain; i += 4 {
				smoothEdge(p.pix, at+i*p.stride, 1, p.stride, size, inner, inside, high, false)
			}
		}
	}
}

// smoothEdge filters n segments along an edge (15.3): along leads to the next segment, across over the edge, which lies before at.
func smoothEdge(pix []byte, at, along, across, n, edge, inside, high int, wide bool) {
	for range n {
		p0, q0 := int(pix[at-across]), int(pix[at])
		p1, q1 := int(pix[at-2*across]), int(pix[at+across])
		if gap(p0, q0)*2+gap(p1, q1)>>1 <= edge {
			p2, q2 := int(pix[at-3*across]), int(pix[at+2*across])
			p3, q3 := int(pix[at-4*across]), int(pix[at+3*across])
			if gap(p3, p2) <= inside && gap(p2, p1) <= inside && gap(p1, p0) <= inside &&
				gap(q3, q2) <= inside && gap(q2, q1) <= inside && gap(q1, q0) <= inside {
				switch {
				case gap(p1, p0) > high || gap(q1, q0) > high:
					smoothTwo(pix, at, across, signed(p1-q1)+3*(q0-p0))
				case wide:
					smoothSix(pix, at, across, signed(signed(p1-q1)+3*(q0-p0)))
				default:
					a := (smoothTwo(pix, at, across, 3*(q0-p0)) + 1) >> 1
					pix[at+across], pix[at-2*across] = clamp(q1-a), clamp(p1+a)
				}
			}
		}
		at += along
	}
}

// smoothTwo moves the two samples at the edge towards each other and returns by how much.
func smoothTwo(pix []byte, at, across, a int) int {
	a = signed(a)
	up, down := signed(a+3)>>3, signed(a+4)>>3
	pix[at], pix[at-across] = clamp(int(pix[at])-down), clamp(int(pix[at-across])+up)
	return down
}

// smoothSix moves three samples on each side.
func smoothSix(pix []byte, at, across, w int) {
	for i, weight := range [3]int{27, 18, 9} {
		a := signed((weight*w + 63) >> 7)
		q, p := at+i*across, at-(i+1)*across
		pix[q], pix[p] = clamp(int(pix[q])-a), clamp(int(pix[p])+a)
	}
}

func gap(a, b int) int {
	if a < b {
		return b - a
	}
	return a - b
}

func signed(v int) int { return min(max(v, -128), 127) }

// filter applies a loop filter to the whole picture.
func (e *encoder) filter(p *picture, f loopFilter) {
	f.apply(&p[0], 16, e.columns, e.rows, e.whole)
	f.apply(&p[1], 8, e.columns, e.rows, e.whole)
	f.apply(&p[2], 8, e.columns, e.rows, e.whole)
}

// whole says that a macroblock has no edges to smooth inside (15.1).
func (e *encoder) whole(column, row int) bool {
	m := &e.blocks[row*e.columns+column]
	return m.mode != fours && m.empty
}

// chooseFilter measures on bands of the luma which strength brings the picture nearest to its source. The strength grows with the quantiser.
func (e *encoder) chooseFilter(index int) loopFilter {
	full := min(int(acSteps[index])/4, 63)
	best, least := loopFilter{}, e.misses(loopFilter{})
	for _, sharpness := range [2]int{0, 4} {
		for quarter := 1; quarter <= 4; quarter++ {
			f := loopFilter{full * quarter / 4, sharpness}
			if f.level == 0 {
				continue
			}
			if m := e.misses(f); m < least {
				best, least = f, m
			}
		}
	}
	return best
}

// Bands for the choice of the loop filter: so many rows of macroblocks out of so many.
const bandRows, bandEvery = 2, 12

// misses is the sum of squared errors of the filtered bands.
func (e *encoder) misses(f loopFilter) (sum int) {
	luma := &e.out[0]
	trial := plane{stride: luma.stride, origin: luma.origin, width: luma.width, height: 16 * bandRows}
	trial.pix = make([]byte, luma.stride*(trial.height+1))
	for first := 0; first < e.rows; first += bandEvery {
		rows := min(bandRows, e.rows-first)
		copy(trial.pix, luma.pix[16*first*luma.stride:][:luma.stride*(16*rows+1)])
		f.apply(&trial, 16, e.columns, rows, func(column, row int) bool { return e.whole(column, first+row) })
		for y := range 16 * rows {
			was, is := e.source[0].pix[e.source[0].at(0, 16*first+y):], trial.pix[trial.at(0, y):]
			for x := range luma.width {
				d := int(was[x]) - int(is[x])
				sum += d * d
			}
		}
	}
	return sum
}
