package webp

// block holds the samples or the coefficients of four by four.
type block [16]int32

// The constants of the transforms (14.4) with 16 bits behind the point: √2·sin(π/8) and √2·cos(π/8).
const (
	sine   = 35468
	cosine = 65536 + 20091
)

// forward transforms the difference of a block and its prediction, so that inverse gives it back. Three bits more are kept between the passes.
func forward(src []byte, stride int, pred []byte, predStride int, out *block) {
	var t [16]int
	for r := range 4 {
		s, p := (*[4]byte)(src[r*stride:]), (*[4]byte)(pred[r*predStride:])
		d0, d1, d2, d3 := int(s[0])-int(p[0]), int(s[1])-int(p[1]), int(s[2])-int(p[2]), int(s[3])-int(p[3])
		a, b, c, d := d0+d3, d1+d2, d1-d2, d0-d3
		t[4*r] = (a + b) << 3
		t[4*r+1] = (c*sine + d*cosine + 1<<12) >> 13
		t[4*r+2] = (a - b) << 3
		t[4*r+3] = (d*sine - c*cosine + 1<<12) >> 13
	}
	for i := range 4 {
		a, b, c, d := t[i]+t[12+i], t[4+i]+t[8+i], t[4+i]-t[8+i], t[i]-t[12+i]
		out[i] = int32((a + b + 8) >> 4)
		out[4+i] = int32((c*sine + d*cosine + 1<<19) >> 20)
		out[8+i] = int32((a - b + 8) >> 4)
		out[12+i] = int32((d*sine - c*cosine + 1<<19) >> 20)
	}
}

// inverse adds a transformed difference to its prediction, to the letter of 14.4.
func inverse(c *block, pred []byte, predStride int, dst []byte, stride int) {
	var t block
	for i := range 4 {
		a, b := c[i]+c[8+i], c[i]-c[8+i]
		d := c[4+i] + c[4+i]*20091>>16 + c[12+i]*sine>>16
		e := c[4+i]*sine>>16 - c[12+i] - c[12+i]*20091>>16
		t[i], t[4+i], t[8+i], t[12+i] = a+d, b+e, b-e, a-d
	}
	for r := range 4 {
		i := (*[4]int32)(t[4*r:])
		a, b := i[0]+i[2]+4, i[0]-i[2]+4
		d := i[1] + i[1]*20091>>16 + i[3]*sine>>16
		e := i[1]*sine>>16 - i[3] - i[3]*20091>>16
		p, to := (*[4]byte)(pred[r*predStride:]), (*[4]byte)(dst[r*stride:])
		to[0], to[1] = clamp(int(p[0])+int((a+d)>>3)), clamp(int(p[1])+int((b+e)>>3))
		to[2], to[3] = clamp(int(p[2])+int((b-e)>>3)), clamp(int(p[3])+int((a-d)>>3))
	}
}

// hadamard is the transform of the sixteen means without any rounding. It is its own inverse, up to a factor of 16.
func hadamard(in *block) (out block) {
	for i := range 4 {
		a, b, c, d := in[i]+in[12+i], in[4+i]+in[8+i], in[4+i]-in[8+i], in[i]-in[12+i]
		out[i], out[4+i], out[8+i], out[12+i] = a+b, c+d, a-b, d-c
	}
	for r := range 4 {
		o := (*[4]int32)(out[4*r:])
		a, b, c, d := o[0]+o[3], o[1]+o[2], o[1]-o[2], o[0]-o[3]
		o[0], o[1], o[2], o[3] = a+b, c+d, a-b, d-c
	}
	return out
}

// forwardMeans transforms the means of a macroblock.
func forwardMeans(in *block) block {
	out := hadamard(in)
	for i, v := range out {
		out[i] = (v + 1) >> 1
	}
	return out
}

// inverseMeans gives them back, as 14.3 rounds.
func inverseMeans(in *block) block {
	out := hadamard(in)
	for i, v := range out {
		out[i] = (v + 3) >> 3
	}
	return out
}

// difference is the sum of the absolute values of the difference's Hadamard transform, halved: it tells better than the plain sum what a
// block will cost.
func difference(src []byte, stride int, pred []byte, predStride int) int {
	var t [16]int32
	for r := range 4 {
		s, p := (*[4]byte)(src[r*stride:]), (*[4]byte)(pred[r*predStride:])
		d0, d1, d2, d3 := int32(s[0])-int32(p[0]), int32(s[1])-int32(p[1]), int32(s[2])-int32(p[2]), int32(s[3])-int32(p[3])
		a, b, c, d := d0+d2, d1+d3, d0-d2, d1-d3
		t[4*r], t[4*r+1], t[4*r+2], t[4*r+3] = a+b, a-b, c+d, c-d
	}
	var sum int32
	for i := range 4 {
		a, b, c, d := t[i]+t[8+i], t[4+i]+t[12+i], t[i]-t[8+i], t[4+i]-t[12+i]
		sum += abs(a+b) + abs(a-b) + abs(c+d) + abs(c-d)
	}
	return int(sum >> 1)
}

func abs(v int32) int32 {
	s := v >> 31
	return v ^ s - s
}
