package webp

// A choice is one level that a coefficient may get, on the best way to it.
type choice struct {
	score   int
	level   int32 // without its sign
	context uint8 // what it is to the next
	from    uint8 // the choice before it
}

// refine quantises a block from position first on: of the levels next to each coefficient it takes those on whose way the loss and the bits of the
// tokens together are least. A token's cost depends on the level before it, so all ways are followed at once, two at each position. It returns
// what is lost and what the tokens cost.
func (e *encoder) refine(q *quantiser, c *block, kind, first, near int, out *coded, back *block) (lost, bits int) {
	var upper [16]int32
	last, all := 0, 0
	for n := first; n < 16; n++ {
		size := abs(c[zigzag[n]])
		all += int(size) * int(size)
		if upper[n] = q[min(n, 1)].nearest(size); upper[n] > 0 {
			last = n + 1
		}
	}
	*out, *back = coded{}, block{}
	nothing := int(e.costs.end[kind][bandOf[first]][near])
	if last == 0 {
		return all, nothing
	}

	var ways [16][2]choice
	begin := 0
	if near == 0 {
		begin = int(e.costs.begin[kind])
	}
	before := [2]choice{{score: begin * e.lambda, context: uint8(near)}, {score: never}}
	best, end, way := nothing*e.lambda, 0, 0
	for n := first; n < last; n++ {
		size, step := abs(c[zigzag[n]]), q[min(n, 1)].step
		costs := &e.costs.level[kind][bandOf[n]]
		for i := range ways[n] {
			at := &ways[n][i]
			*at = choice{score: never, level: max(upper[n]-int32(i), 0)}
			if i == 1 && upper[n] == 0 {
				continue
			}
			rest := size - at.level*step
			at.enter(&before, costs, (int(rest)*int(rest)-int(size)*int(size))<<12, e.lambda)
			if at.level == 0 {
				continue
			}
			stop := at.score
			if n < 15 {
				stop += int(e.costs.end[kind][bandOf[n+1]][at.context]) * e.lambda
			}
			if stop < best {
				best, end, way = stop, n+1, i
			}
		}
		before = ways[n]
	}
	out.end = uint8(end)
	lost = all + q.follow(c, first, &ways, way, out, back)
	return lost, e.costs.block(out, kind, first, near)
}

// never is a score that nothing chooses.
const never = 1 << 60

// nearest is the level nearest to a coefficient, a little drawn to the lower.
func (f *factor) nearest(size int32) int32 {
	return min(int32((uint64(size)*uint64(f.inverse)+half)>>17), maxLevel)
}

// enter comes to a choice by the cheaper of two ways; gain is what its level loses more than a zero would.
func (at *choice) enter(before *[2]choice, costs *[3][lastToken + 1]uint16, gain, lambda int) {
	token := min(at.level, lastToken)
	for i := range before {
		if b := &before[i]; b.score < never {
			if s := b.score + int(costs[b.context][token])*lambda; s < at.score {
				at.score, at.from = s, uint8(i)
			}
		}
	}
	at.score += gain + int(restCosts[at.level])*lambda
	at.context = uint8(min(at.level, 2))
}

// follow goes back from the end of the chosen way and writes down its levels. It tells what is lost more than if all were zero: nothing, or less.
func (q *quantiser) follow(c *block, first int, ways *[16][2]choice, way int, out *coded, back *block) (lost int) {
	for n := int(out.end) - 1; n >= first; n-- {
		at, i := &ways[n][way], zigzag[n]
		size, value := abs(c[i]), at.level*q[min(n, 1)].step
		lost += int(size-value)*int(size-value) - int(size)*int(size)
		back[i], out.levels[n] = value, int16(at.level)
		if c[i] < 0 {
			back[i], out.levels[n] = -value, int16(-at.level)
		}
		way = int(at.from)
	}
	return lost
}
