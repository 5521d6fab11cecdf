package webp

// A macroblock is 16×16 samples of luma and 8×8 of each colour, decided and quantised.
type macroblock struct {
	mode, colour uint8
	small        [16]uint8 // modes of the small blocks; those implied by mode, if it is not fours
	blocks       [25]coded // luma, blue, red; the means at last
	empty        bool      // no block holds anything
}

// meansBlock is where a macroblock has the block of its means.
const meansBlock = 24

// A side is what a macroblock shows to the one below it or to the right of it.
type side struct {
	modes [4]uint8
	luma  [4]uint8 // 1 where the outermost block holds something
	tint  [2][2]uint8
	means uint8
}

// encoder holds the state of one picture.
type encoder struct {
	columns, rows int
	source, out   *picture // out is what a decoder will have, before the loop filter
	quantisers    quantisers
	lambda        int // what a 256th of a bit may cost in squares of coefficients, times 16
	haste         int // the same for the sums of difference, times 256
	costs         *tokenCosts
	noFours       bool
	blocks        []macroblock
	above         []side // by column
	left          side
	sixteen       [2]sixteenTry
	tint          [2]tintTry
	small         [bModes][16]byte
}

// score weighs what is lost against what is paid.
func (e *encoder) score(lost, bits int) int { return lost<<12 + bits*e.lambda }

// run decides all macroblocks from left to right and from above.
func (e *encoder) run() {
	for i := range e.out {
		e.out[i].frame()
	}
	clear(e.above)
	for row := range e.rows {
		e.left = side{}
		for column := range e.columns {
			e.decide(&e.blocks[row*e.columns+column], column, row)
		}
		luma := &e.out[0]
		last := luma.pix[luma.at(luma.width-1, 16*row+15)]
		for i := range 4 { // what the last macroblock of the next row sees to its upper right
			luma.pix[luma.at(luma.width+i, 16*row+15)] = last
		}
	}
}

// decide chooses how one macroblock is predicted, and quantises it.
func (e *encoder) decide(m *macroblock, column, row int) {
	x, y := 16*column, 16*row
	best := e.trySixteen(x, y, &e.above[column])
	if e.noFours || !e.tryFours(m, x, y, &e.above[column], best.score) {
		best.take(e, m, x, y)
	}
	e.tryTint(m, 8*column, 8*row, &e.above[column])
	m.empty = true
	for i := range m.blocks {
		m.empty = m.empty && m.blocks[i].end == 0
	}
	e.show(m, &e.above[column])
}

// show leaves what the next ones see.
func (e *encoder) show(m *macroblock, above *side) {
	left := &e.left
	for i := range 4 {
		above.modes[i], left.modes[i] = m.small[12+i], m.small[4*i+3]
		above.luma[i], left.luma[i] = holds(&m.blocks[12+i]), holds(&m.blocks[4*i+3])
	}
	for t := range 2 {
		for i := range 2 {
			above.tint[t][i], left.tint[t][i] = holds(&m.blocks[16+4*t+2+i]), holds(&m.blocks[16+4*t+2*i+1])
		}
	}
	if m.mode != fours {
		above.means = holds(&m.blocks[meansBlock])
		left.means = above.means
	}
}

// holds is 1 for a block with any level, else 0.
func holds(b *coded) uint8 { return min(b.end, 1) }

// A sixteenTry is one way to predict the luma of a macroblock as a whole.
type sixteenTry struct {
	mode   int
	pred   [256]byte
	blocks [16]coded
	means  coded
	back   [16]block
	score  int
}

// trySixteen tries the way that looks best, and the second if it is not much worse.
func (e *encoder) trySixteen(x, y int, above *side) *sixteenTry {
	var looks [4]int
	src := &e.source[0]
	pred := &e.sixteen[0].pred
	for mode := range looks {
		predictBlock(&e.out[0], x, y, 16, mode, pred[:])
		for b := range 16 {
			looks[mode] += difference(src.pix[src.at(x+b&3*4, y+b>>2*4):], src.stride, pred[b>>2*64+b&3*4:], 16)
		}
		looks[mode] = looks[mode]<<8 + yModeCosts[mode]*e.haste
	}
	first, second := twoBest(looks[:])
	e.sixteen[0].try(e, first, x, y, above)
	if looks[second] > looks[first]+looks[first]/8 {
		return &e.sixteen[0]
	}
	e.sixteen[1].try(e, second, x, y, above)
	if e.sixteen[1].score < e.sixteen[0].score {
		return &e.sixteen[1]
	}
	return &e.sixteen[0]
}

// twoBest are the places of the least and the second least.
func twoBest(looks []int) (first, second int) {
	first, second = 0, 1
	if looks[1] < looks[0] {
		first, second = 1, 0
	}
	for i := 2; i < len(looks); i++ {
		switch {
		case looks[i] < looks[first]:
			first, second = i, first
		case looks[i] < looks[second]:
			second = i
		}
	}
	return first, second
}

func (t *sixteenTry) try(e *encoder, mode, x, y int, above *side) {
	t.mode = mode
	predictBlock(&e.out[0], x, y, 16, mode, t.pred[:])
	src, q := &e.source[0], &e.quantisers.y
	var means block
	luma, left := above.luma, e.left.luma
	lost, bits := 0, yModeCosts[mode]
	for b := range 16 {
		var c block
		forward(src.pix[src.at(x+b&3*4, y+b>>2*4):], src.stride, t.pred[b>>2*64+b&3*4:], 16, &c)
		means[b] = c[0]
		near := luma[b&3] + left[b>>2]
		l, r := e.refine(q, &c, kindY, 1, int(near), &t.blocks[b], &t.back[b])
		lost, bits = lost+l, bits+r
		luma[b&3] = holds(&t.blocks[b])
		left[b>>2] = luma[b&3]
	}
	c := forwardMeans(&means)
	var back block
	_, r := e.refine(&e.quantisers.y2, &c, kindY2, 0, int(above.means+e.left.means), &t.means, &back)
	for b, v := range inverseMeans(&back) {
		t.back[b][0] = v
		lost += int(v-means[b]) * int(v-means[b])
	}
	t.score = e.score(lost, bits+r)
}

// take puts the luma of a macroblock as it was tried.
func (t *sixteenTry) take(e *encoder, m *macroblock, x, y int) {
	m.mode = uint8(t.mode)
	for b := range 16 {
		m.small[b] = impliedMode[t.mode]
		m.blocks[b] = t.blocks[b]
		out := &e.out[0]
		inverse(&t.back[b], t.pred[b>>2*64+b&3*4:], 16, out.pix[out.at(x+b&3*4, y+b>>2*4):], out.stride)
	}
	m.blocks[meansBlock] = t.means
}

// tryFours predicts the small blocks of a macroblock one by one, and gives up where that has become worse than the score to beat.
func (e *encoder) tryFours(m *macroblock, x, y int, above *side, beat int) bool {
	m.mode = fours
	m.blocks[meansBlock] = coded{}
	shown, left := *above, e.left
	total := e.score(0, yModeCosts[fours])
	for b := range 16 {
		c, r := b&3, b>>2
		mode, score := e.trySmall(&m.blocks[b], x, y, b, int(shown.luma[c]+left.luma[r]), &bModeCosts[shown.modes[c]][left.modes[r]])
		if total += score; total >= beat {
			return false
		}
		m.small[b] = uint8(mode)
		shown.modes[c], left.modes[r] = uint8(mode), uint8(mode)
		shown.luma[c] = holds(&m.blocks[b])
		left.luma[r] = shown.luma[c]
	}
	return true
}

// tries is how many of the ten ways to predict a small block are tried in earnest, if they look like it.
const tries = 3

// trySmall chooses how one small block is predicted, and leaves it as a decoder will have it.
func (e *encoder) trySmall(out *coded, x, y, b, near int, modeCosts *[bModes]int) (mode, score int) {
	src, dst := &e.source[0], &e.out[0]
	from, to := src.pix[src.at(x+b&3*4, y+b>>2*4):], dst.pix[dst.at(x+b&3*4, y+b>>2*4):]
	sides := smallEdge(dst, x, y, b)
	predictSmall(&sides, &e.small)
	var looks [bModes]int
	for i := range looks {
		looks[i] = difference(from, src.stride, e.small[i][:], 4)<<8 + modeCosts[i]*e.haste
	}
	first := least(looks[:])
	limit := looks[first] + looks[first]/4
	var best block
	mode = -1
	for range tries {
		i := least(looks[:])
		if looks[i] > limit {
			break
		}
		var c, back block
		var try coded
		forward(from, src.stride, e.small[i][:], 4, &c)
		lost, bits := e.refine(&e.quantisers.y, &c, kindY4, 0, near, &try, &back)
		if s := e.score(lost, bits+modeCosts[i]); mode < 0 || s < score {
			mode, score, best, *out = i, s, back, try
		}
		looks[i] = never
	}
	inverse(&best, e.small[mode][:], 4, to, dst.stride)
	return mode, score
}

func least(looks []int) (at int) {
	for i, v := range looks {
		if v < looks[at] {
			at = i
		}
	}
	return at
}

// A tintTry is one way to predict the colour of a macroblock.
type tintTry struct {
	mode   int
	pred   [2][64]byte
	blocks [8]coded
	back   [8]block
	score  int
}

// tryTint does the same for the colour, and takes the better.
func (e *encoder) tryTint(m *macroblock, x, y int, above *side) {
	var looks [4]int
	pred := &e.tint[0].pred
	for mode := range looks {
		for t := range 2 {
			src := &e.source[1+t]
			predictBlock(&e.out[1+t], x, y, 8, mode, pred[t][:])
			for b := range 4 {
				looks[mode] += difference(src.pix[src.at(x+b&1*4, y+b>>1*4):], src.stride, pred[t][b>>1*32+b&1*4:], 8)
			}
		}
		looks[mode] = looks[mode]<<8 + uvModeCosts[mode]*e.haste
	}
	first, second := twoBest(looks[:])
	best := &e.tint[0]
	best.try(e, first, x, y, above)
	if looks[second] <= looks[first]+looks[first]/8 {
		if e.tint[1].try(e, second, x, y, above); e.tint[1].score < best.score {
			best = &e.tint[1]
		}
	}
	m.colour = uint8(best.mode)
	for b := range 8 {
		m.blocks[16+b] = best.blocks[b]
		out := &e.out[1+b>>2]
		inverse(&best.back[b], best.pred[b>>2][b>>1&1*32+b&1*4:], 8, out.pix[out.at(x+b&1*4, y+b>>1&1*4):], out.stride)
	}
}

func (t *tintTry) try(e *encoder, mode, x, y int, above *side) {
	t.mode = mode
	shown, left := above.tint, e.left.tint
	lost, bits := 0, uvModeCosts[mode]
	for b := range 8 {
		p, c, r := b>>2, b&1, b>>1&1
		src := &e.source[1+p]
		if b&3 == 0 {
			predictBlock(&e.out[1+p], x, y, 8, mode, t.pred[p][:])
		}
		var coefficients block
		forward(src.pix[src.at(x+4*c, y+4*r):], src.stride, t.pred[p][32*r+4*c:], 8, &coefficients)
		near := shown[p][c] + left[p][r]
		l, k := e.refine(&e.quantisers.uv, &coefficients, kindUV, 0, int(near), &t.blocks[b], &t.back[b])
		lost, bits = lost+l, bits+k
		shown[p][c] = holds(&t.blocks[b])
		left[p][r] = shown[p][c]
	}
	t.score = e.score(lost, bits)
}
