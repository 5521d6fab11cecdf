package picture

import "math"

// A plane is one channel of a picture. Its span is how many samples the whole picture is wide and high: half of an odd number of
// pixels is no whole number of samples.
type plane struct {
	pix           []byte
	width, height int
	stride        int
	spanX, spanY  float64
}

// turn is what must be done to a stored picture so that it stands upright: mirrored in its own axes first, then transposed.
type turn struct{ flipX, flipY, swap bool }

// turns are those of EXIF, by its numbers.
var turns = [9]turn{
	2: {flipX: true}, 3: {flipX: true, flipY: true}, 4: {flipY: true},
	5: {swap: true}, 6: {flipY: true, swap: true}, 7: {flipX: true, flipY: true, swap: true}, 8: {flipX: true, swap: true},
}

// The arithmetic is in whole numbers: weights of 14 bits, and 6 bits behind the point between the two passes.
const (
	weightBits = 14
	middleBits = 6
)

// resize makes a plane of another size with the windowed sinc of Lanczos, three lobes, and turns it upright. Width, height and spans are
// those of the result before it is transposed. Rows are made narrower first, as they come, and only as many of them are kept as the window is
// high: the memory it takes is the result and some rows.
func (p plane) resize(width, height int, spanX, spanY float64, t turn) plane {
	across := newKernel(p.width, p.spanX, width, spanX, t.flipX)
	down := newKernel(p.height, p.spanY, height, spanY, t.flipY)
	q := plane{pix: make([]byte, width*height), width: width, height: height, stride: width, spanX: spanX, spanY: spanY}
	if t.swap {
		q.width, q.height, q.stride, q.spanX, q.spanY = height, width, height, spanY, spanX
	}
	ring := make([][]int16, down.taps)
	for i := range ring {
		ring[i] = make([]int16, width)
	}
	window := make([][]int16, down.taps)
	sums := make([]int32, width)
	next := 0 // the first row that has not been made narrower
	for i := range height {
		y := i // rows of the result in the order in which the stored ones come
		if t.flipY {
			y = height - 1 - i
		}
		first := int(down.start[y])
		for next = max(next, first); next < first+down.taps; next++ {
			across.row(ring[next%down.taps], p.pix[next*p.stride:][:p.width])
		}
		for j := range window {
			window[j] = ring[(first+j)%down.taps]
		}
		weigh(sums, window, down.weights[y*down.taps:][:down.taps])
		if t.swap {
			for x, sum := range sums {
				q.pix[x*q.stride+y] = clamp(sum)
			}
			continue
		}
		row := q.pix[y*q.stride:][:width]
		for x, sum := range sums {
			row[x] = clamp(sum)
		}
	}
	return q
}

// kernel says for every sample of a result which samples of the source make it up, and how much of each.
type kernel struct {
	taps    int
	start   []int32
	weights []int32 // taps for each
}

func newKernel(from int, span float64, to int, spanTo float64, flip bool) kernel {
	ratio := span / spanTo
	scale := max(ratio, 1)
	k := kernel{taps: min(int(math.Ceil(6*scale))+1, from)}
	if from == to && ratio == 1 {
		k.taps = 1 // only turned
	}
	k.start, k.weights = make([]int32, to), make([]int32, to*k.taps)
	exact := make([]float64, k.taps)
	for i := range to {
		at := i
		if flip {
			at = to - 1 - i
		}
		centre := (float64(at)+0.5)*ratio - 0.5
		start := int(math.Ceil(centre - float64(k.taps)/2))
		start = max(0, min(start, from-k.taps))
		sum := 0.0
		for j := range exact {
			exact[j] = lanczos((float64(start+j) - centre) / scale)
			sum += exact[j]
		}
		k.start[i] = int32(start)
		quantise(k.weights[i*k.taps:][:k.taps], exact, sum)
	}
	return k
}

// quantise turns weights into whole numbers whose sum is exact, so that an even area keeps its colour.
func quantise(weights []int32, exact []float64, sum float64) {
	rest, largest := int32(1<<weightBits), 0
	for j, w := range exact {
		weights[j] = int32(math.Round(w / sum * (1 << weightBits)))
		rest -= weights[j]
		if weights[j] > weights[largest] {
			largest = j
		}
	}
	weights[largest] += rest
}

func lanczos(x float64) float64 {
	switch {
	case x == 0:
		return 1
	case x <= -3 || x >= 3:
		return 0
	}
	x *= math.Pi
	return 3 * math.Sin(x) * math.Sin(x/3) / (x * x)
}

// row makes one row narrower.
func (k kernel) row(dst []int16, src []byte) {
	weights := k.weights
	for i := range dst {
		s := src[k.start[i]:][:k.taps]
		w := weights[:len(s)]
		weights = weights[len(s):]
		sum := int32(1 << (weightBits - middleBits - 1))
		for len(s) >= 4 && len(w) >= 4 {
			sum += int32(s[0])*w[0] + int32(s[1])*w[1] + int32(s[2])*w[2] + int32(s[3])*w[3]
			s, w = s[4:], w[4:]
		}
		for j, v := range s {
			sum += int32(v) * w[j]
		}
		dst[i] = int16(sum >> (weightBits - middleBits))
	}
}

// weigh adds up rows, four at a time.
func weigh(sums []int32, rows [][]int16, weights []int32) {
	for i := range sums {
		sums[i] = 1 << (weightBits + middleBits - 1)
	}
	for len(rows) >= 4 {
		a, b, c, d := rows[0][:len(sums)], rows[1][:len(sums)], rows[2][:len(sums)], rows[3][:len(sums)]
		wa, wb, wc, wd := weights[0], weights[1], weights[2], weights[3]
		for i := range sums {
			sums[i] += int32(a[i])*wa + int32(b[i])*wb + int32(c[i])*wc + int32(d[i])*wd
		}
		rows, weights = rows[4:], weights[4:]
	}
	for j, row := range rows {
		row, w := row[:len(sums)], weights[j]
		for i := range sums {
			sums[i] += int32(row[i]) * w
		}
	}
}

func clamp(sum int32) byte {
	v := sum >> (weightBits + middleBits)
	if uint32(v) > 255 {
		return byte(^v >> 31) // below nought is 0, above is 255
	}
	return byte(v)
}
