package webp

import "errors"

// errTooRich is the one thing that valid planes can meet: more modes than the first part of a frame may hold.
var errTooRich = errors.New("webp: the picture is too large and too rich for one frame")

// maxFirst is how long the first part of a frame may be (9.1): 19 bits.
const maxFirst = 1<<19 - 1

// encode makes a VP8 key frame; decoded is what a decoder will make of it, for whoever wants to compare. A first part longer than maxFirst is tried
// again without small blocks, whose modes fill it.
func encode(m *Image, quality, maxFirst int) (frame []byte, decoded func() *picture, err error) {
	e := newEncoder(m, quality)
	for {
		probs, f := e.settle(indexOf(quality))
		first, second := e.first(indexOf(quality), f, probs), e.second(probs)
		if len(first) <= maxFirst {
			return join(m, first, second), func() *picture { e.filter(e.out, f); return e.out }, nil
		}
		if e.noFours {
			return nil, nil, errTooRich
		}
		e.noFours = true
	}
}

func newEncoder(m *Image, quality int) *encoder {
	columns, rows := (m.Width+15)/16, (m.Height+15)/16
	index := indexOf(quality)
	step := int(acSteps[index])
	return &encoder{
		columns: columns, rows: rows,
		source: source(m, columns, rows), out: newPicture(columns, rows),
		quantisers: newQuantisers(index),
		lambda:     step * step * lambdaPercent * 16 / 100,
		haste:      step * hastePercent / 100,
		blocks:     make([]macroblock, columns*rows),
		above:      make([]side, columns),
	}
}

// What a bit may cost grows with the step, in a score with its square. Both were found by trying on photographs: with 7 to 10 the bytes at equal
// likeness differ by less than one in a hundred, with 14 they are up to three more.
const lambdaPercent, hastePercent = 8, 30

// settle decides the macroblocks, the probabilities of tokens and the loop filter.
func (e *encoder) settle(index int) (*tokenProbs, loopFilter) {
	e.costs = newTokenCosts(defaultProbs)
	e.run()
	probs := e.census().adapt()
	return probs, e.chooseFilter(index)
}

// eachBlock visits the coded blocks in the order of the stream (13), each with its kind, its first position and the number of its neighbours
// that hold something.
func (e *encoder) eachBlock(visit func(b *coded, kind, first, near int)) {
	above := make([]side, e.columns)
	for row := range e.rows {
		var left side
		for column := range e.columns {
			m, up := &e.blocks[row*e.columns+column], &above[column]
			kind, first := kindY4, 0
			if m.mode != fours {
				kind, first = kindY, 1
				if !m.empty {
					visit(&m.blocks[meansBlock], kindY2, 0, int(up.means+left.means))
				}
				up.means = holds(&m.blocks[meansBlock])
				left.means = up.means
			}
			for b := range 16 {
				if !m.empty {
					visit(&m.blocks[b], kind, first, int(up.luma[b&3]+left.luma[b>>2]))
				}
				up.luma[b&3] = holds(&m.blocks[b])
				left.luma[b>>2] = up.luma[b&3]
			}
			for b := range 8 {
				p, c, r := b>>2, b&1, b>>1&1
				if !m.empty {
					visit(&m.blocks[16+b], kindUV, 0, int(up.tint[p][c]+left.tint[p][r]))
				}
				up.tint[p][c] = holds(&m.blocks[16+b])
				left.tint[p][r] = up.tint[p][c]
			}
		}
	}
}

func (e *encoder) census() *census {
	s := new(census)
	e.eachBlock(func(b *coded, kind, first, near int) { s.count(b, kind, first, near) })
	return s
}

// first writes the first part of the frame: its header and the modes (9.2 to 9.11, 11).
func (e *encoder) first(index int, f loopFilter, probs *tokenProbs) []byte {
	w := newBitWriter()
	w.number(0, 2) // colours of the usual kind; a decoder clamps
	w.number(0, 1) // one segment
	w.number(0, 1) // the normal filter
	w.number(uint(f.level), 6)
	w.number(uint(f.sharpness), 3)
	w.number(0, 1) // no filter of its own for any mode
	w.number(0, 2) // one part of tokens
	w.number(uint(index), 7)
	w.number(0, 5) // the same index for means and colours
	w.number(0, 1) // probabilities are for this frame only
	probs.tell(w)
	empty := 0
	for i := range e.blocks {
		if e.blocks[i].empty {
			empty++
		}
	}
	notEmpty := uint8(min(max(256*(len(e.blocks)-empty)/len(e.blocks), 1), 255))
	w.put(empty > 0, 128)
	if empty > 0 {
		w.number(uint(notEmpty), 8)
	}
	e.modes(w, empty > 0, notEmpty)
	return w.bytes()
}

func (e *encoder) modes(w *bitWriter, flags bool, notEmpty uint8) {
	above := make([][4]uint8, e.columns)
	for row := range e.rows {
		var left [4]uint8
		for column := range e.columns {
			m, up := &e.blocks[row*e.columns+column], &above[column]
			if flags {
				w.put(m.empty, notEmpty)
			}
			w.walk(yModeSteps[m.mode], yModeProbs)
			for b, mode := range m.small {
				if m.mode == fours {
					w.walk(bModeSteps[mode], bModeProbs[up[b&3]][left[b>>2]][:])
				}
				up[b&3], left[b>>2] = mode, mode
			}
			w.walk(uvModeSteps[m.colour], uvModeProbs)
		}
	}
}

// second writes the tokens.
func (e *encoder) second(probs *tokenProbs) []byte {
	w := newBitWriter()
	e.eachBlock(func(b *coded, kind, first, near int) { b.write(w, probs, kind, first, near) })
	return w.bytes()
}

// join puts the uncompressed header before the two parts (9.1).
func join(m *Image, first, second []byte) []byte {
	const key, shown = 0, 1 << 4
	tag := key | shown | len(first)<<5
	frame := make([]byte, 0, 10+len(first)+len(second))
	frame = append(frame, byte(tag), byte(tag>>8), byte(tag>>16), 0x9d, 0x01, 0x2a)
	frame = append(frame, byte(m.Width), byte(m.Width>>8), byte(m.Height), byte(m.Height>>8))
	frame = append(frame, first...)
	return append(frame, second...)
}
