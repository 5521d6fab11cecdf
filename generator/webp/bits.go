package webp

import "math/bits"

// A bitWriter is the arithmetic coder of VP8 (7): a stream of decisions, each with its probability of being false, in 256ths.
type bitWriter struct {
	buf  []byte
	low  uint64 // the lower end of the interval, 8+held bits and a carry
	span uint32 // its length, 128 to 255 between two decisions
	held uint   // bits of low that are not written yet
}

func newBitWriter() *bitWriter { return &bitWriter{span: 255} }

func (w *bitWriter) put(bit bool, prob uint8) {
	split := 1 + (w.span-1)*uint32(prob)>>8
	if bit {
		w.low += uint64(split)
		w.span -= split
	} else {
		w.span = split
	}
	shift := uint(bits.LeadingZeros8(uint8(w.span)))
	w.span <<= shift
	w.low <<= shift
	if w.held += shift; w.held >= 8 {
		w.emit()
	}
}

// emit writes the upper eight bits of low; a carry goes into what is written already.
func (w *bitWriter) emit() {
	top := w.low >> w.held
	if top > 255 {
		i := len(w.buf) - 1
		for ; w.buf[i] == 255; i-- {
			w.buf[i] = 0
		}
		w.buf[i]++
	}
	w.buf = append(w.buf, byte(top))
	w.low &= 1<<w.held - 1
	w.held -= 8
}

// number writes so many bits, the highest first, all equally probable.
func (w *bitWriter) number(v uint, width int) {
	for i := width - 1; i >= 0; i-- {
		w.put(v>>i&1 == 1, 128)
	}
}

// walk writes the way to a leaf of a tree.
func (w *bitWriter) walk(way []step, probs []uint8) {
	for _, s := range way {
		w.put(s.bit, probs[s.prob])
	}
}

// bytes ends the stream: a decoder reads two bytes ahead.
func (w *bitWriter) bytes() []byte {
	for range 3 {
		w.low <<= 8
		w.held += 8
		w.emit()
	}
	return w.buf
}
