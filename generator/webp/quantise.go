package webp

// A factor quantises one kind of coefficient.
type factor struct {
	step    int32
	inverse uint32 // of the step, 17 bits behind the point
}

func newFactor(step int) factor {
	return factor{int32(step), uint32(1<<17/step) + 1}
}

// A quantiser is the factors of one kind of block: mean and all others.
type quantiser [2]factor

// quantisers are those of luma, of the means and of colour.
type quantisers struct{ y, y2, uv quantiser }

// newQuantisers are the factors of an index from 0, the finest, to 127 (9.6, 14.1).
func newQuantisers(index int) quantisers {
	dc, ac := int(dcSteps[index]), int(acSteps[index])
	return quantisers{
		y:  quantiser{newFactor(dc), newFactor(ac)},
		y2: quantiser{newFactor(2 * dc), newFactor(max(8, ac*155/100))},
		uv: quantiser{newFactor(min(dc, 132)), newFactor(ac)},
	}
}

// half is added before the point is cut off. refine tries the level that this gives and the one below.
const half = 1 << 16

// Steps are those by which luma is quantised at a quality, of means and of all else, as steps of a transform that keeps lengths: for whoever
// wants to know what would be lost without encoding. A higher quality never has larger ones.
func Steps(quality int) (mean, rest float64) {
	index := indexOf(quality)
	return float64(dcSteps[index]) / 2, float64(acSteps[index]) / 2 // the transform of VP8 makes everything twice as large (14.3)
}

// A coded block is its levels in zigzag order and where they end: what follows is zero.
type coded struct {
	levels [16]int16
	end    uint8
}

// indexes are quantiser indexes for the qualities 0, 5, 10 … 100, along the curve that the usual encoders of WebP follow.
var indexes = [21]int{127, 86, 75, 68, 62, 57, 53, 49, 45, 42, 39, 36, 33, 31, 28, 26, 20, 14, 9, 4, 0}

// indexOf is the quantiser index of a quality from 0 to 100.
func indexOf(quality int) int {
	quality = min(max(quality, 0), 100)
	i, rest := quality/5, quality%5
	if rest == 0 {
		return indexes[i]
	}
	return (indexes[i]*(5-rest) + indexes[i+1]*rest + 2) / 5
}
