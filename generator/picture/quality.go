package picture

import (
	"image"
	"math"

	"github.com/som-hub/vitryna/generator/webp"
)

// A scale is the qualities of a format between which a photograph gets its own, and the likeness that decides. What is below leaves blocks in
// even areas or takes their grain away whatever a measure says, what is above costs bytes that nobody sees.
type scale struct {
	lowest, highest int
	likeness        float64
	steps           func(quality int) [64]float32 // by which waves of eight by eight samples are quantised
}

// scales are those of the formats of photographs. A WebP comes out less like its source than its steps alone say, for it leaves levels away
// that take more bits than they are worth: asked for 0.977, it has 0.967 on the average (docs/pictures.md).
var scales = map[string]scale{
	"jpeg": {66, 86, 0.966, quantiser},
	"webp": {62, 84, 0.977, webpSteps},
}

// quality is the lowest at which the picture stays as like itself as it should: the structural similarity (SSIM, Wang 2004) of its blocks
// before and after being quantised, on the average. It is computed from the coefficients of a sample of blocks, where everything it needs
// stands already, so nothing is encoded to find out. A smooth portrait gets less than a crowd with banners.
func (s scale) quality(blocks []block) int {
	if len(blocks) == 0 {
		return s.highest
	}
	low, high := s.lowest, s.highest
	for low < high {
		middle := (low + high) / 2
		if similarity(blocks, s.steps(middle)) >= s.likeness {
			high = middle
		} else {
			low = middle + 1
		}
	}
	return low
}

// blocksOf is a sample of the blocks of a photograph.
func blocksOf(m image.Image) []block {
	size := m.Bounds().Size()
	switch m := m.(type) {
	case *image.YCbCr:
		return sampleBlocks(m.Y, m.YStride, size.X, size.Y)
	case *image.Gray:
		return sampleBlocks(m.Pix, m.Stride, size.X, size.Y)
	}
	return nil
}

// block is eight by eight samples as cosine waves.
type block [64]float32

// sampledBlocks are enough to know the average to a hundredth.
const sampledBlocks = 2500

// sampleBlocks transforms blocks that lie evenly over the picture.
func sampleBlocks(pix []byte, stride, width, height int) []block {
	across, down := width/8, height/8
	step := max(1, across*down/sampledBlocks)
	if step > 1 && across%step == 0 {
		step++ // or all would lie in some columns
	}
	blocks := make([]block, 0, across*down/step+1)
	for n := 0; n < across*down; n += step {
		blocks = append(blocks, transform(pix[n/across*8*stride+n%across*8:], stride))
	}
	return blocks
}

// cosines are the waves of the transform, of length one.
var cosines = func() (c [8][8]float32) {
	for u := range 8 {
		for x := range 8 {
			c[u][x] = float32(math.Cos(float64(2*x+1)*float64(u)*math.Pi/16) / 2)
			if u == 0 {
				c[u][x] = float32(math.Sqrt(1.0 / 8))
			}
		}
	}
	return c
}()

func transform(pix []byte, stride int) (b block) {
	var rows [8][8]float32
	for y := range 8 {
		line := pix[y*stride:][:8]
		for u := range 8 {
			sum := float32(0)
			for x, v := range line {
				sum += float32(v) * cosines[u][x]
			}
			rows[y][u] = sum
		}
	}
	for v := range 8 {
		for u := range 8 {
			sum := float32(0)
			for y := range 8 {
				sum += rows[y][u] * cosines[v][y]
			}
			b[8*v+u] = sum
		}
	}
	return b
}

// similarity is the mean SSIM of blocks and what quantising leaves of them. Variances and covariances of samples are those of the
// coefficients (Parseval), the mean is the first one.
func similarity(blocks []block, steps [64]float32) float64 {
	const c1, c2 = 0.01 * 255 * 0.01 * 255, 0.03 * 255 * 0.03 * 255
	total := 0.0
	for i := range blocks {
		b := &blocks[i]
		mean, meanAfter := b[0]/8, rounded(b[0]-1024, steps[0])/8+128
		var before, after, both float32
		for j := 1; j < 64; j++ {
			v, w := b[j], rounded(b[j], steps[j])
			before, after, both = before+v*v, after+w*w, both+v*w
		}
		m1, m2 := float64(mean), float64(meanAfter)
		v1, v2, v12 := float64(before)/64, float64(after)/64, float64(both)/64
		total += (2*m1*m2 + c1) / (m1*m1 + m2*m2 + c1) * (2*v12 + c2) / (v1 + v2 + c2)
	}
	return total / float64(len(blocks))
}

// rounded is the multiple of a step nearest to a value. The half bears the sign of the value: which sign comes next is nothing a processor could guess.
func rounded(v, step float32) float32 {
	return float32(int32(v/step+float32(math.Copysign(0.5, float64(v))))) * step
}

// luminanceSteps is the table of T.81, annex K, that image/jpeg uses, row by row.
var luminanceSteps = [64]int{
	16, 11, 10, 16, 24, 40, 51, 61,
	12, 12, 14, 19, 26, 58, 60, 55,
	14, 13, 16, 24, 40, 57, 69, 56,
	14, 17, 22, 29, 51, 87, 80, 62,
	18, 22, 37, 56, 68, 109, 103, 77,
	24, 35, 55, 64, 81, 104, 113, 92,
	49, 64, 78, 87, 103, 121, 120, 101,
	72, 92, 95, 98, 112, 100, 103, 99,
}

// quantiser is that table at a quality of at least 50, as image/jpeg makes it.
func quantiser(quality int) (steps [64]float32) {
	for i, v := range luminanceSteps {
		steps[i] = float32(max(1, min(255, (v*(200-2*quality)+50)/100)))
	}
	return steps
}

// webpSteps are those of a WebP: one for means, one for all else. Its blocks are smaller and quantised without what was predicted, but what is
// lost of them is about what would be lost of these.
func webpSteps(quality int) (steps [64]float32) {
	mean, rest := webp.Steps(quality)
	for i := range steps {
		steps[i] = float32(rest)
	}
	steps[0] = float32(mean)
	return steps
}
