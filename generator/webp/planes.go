package webp

// A plane is one of three: luma, blue, red. Its samples begin at origin, so that there is a border above, to the left and to the right.
type plane struct {
	pix            []byte
	stride, origin int
	width, height  int // in whole macroblocks
}

// border is what lies left and right of the samples: a prediction reads one to the left and four to the right.
const border = 8

func newPlane(width, height int) plane {
	p := plane{stride: width + 2*border, width: width, height: height}
	p.origin = p.stride + border
	p.pix = make([]byte, p.stride*(height+1))
	return p
}

// at is the place of a sample; x and y may be −1.
func (p *plane) at(x, y int) int { return p.origin + y*p.stride + x }

// frame fills the border with what a decoder sees there (12.2): 127 above, corner and all, 129 to the left.
func (p *plane) frame() {
	for i := range p.stride {
		p.pix[i] = 127
	}
	for y := range p.height {
		p.pix[p.at(-1, y)] = 129
	}
}

// picture is luma and the two planes of colour.
type picture [3]plane

func newPicture(columns, rows int) *picture {
	return &picture{newPlane(16*columns, 16*rows), newPlane(8*columns, 8*rows), newPlane(8*columns, 8*rows)}
}

// source takes an image into whole macroblocks and the studio range: what lies beyond the edge repeats the edge.
func source(m *Image, columns, rows int) *picture {
	p := newPicture(columns, rows)
	fill(&p[0], m.Y, m.YStride, m.Width, m.Height, &studioLuma)
	fill(&p[1], m.Cb, m.CStride, (m.Width+1)/2, (m.Height+1)/2, &studioColour)
	fill(&p[2], m.Cr, m.CStride, (m.Width+1)/2, (m.Height+1)/2, &studioColour)
	return p
}

func fill(p *plane, pix []byte, stride, width, height int, studio *[256]byte) {
	for y := range p.height {
		to := p.pix[p.at(0, y):][:p.width]
		if y >= height {
			copy(to, p.pix[p.at(0, height-1):][:p.width])
			continue
		}
		for x, v := range pix[y*stride:][:width] {
			to[x] = studio[v]
		}
		for x := width; x < p.width; x++ {
			to[x] = to[width-1]
		}
	}
}

// JPEG counts from 0 to 255, WebP luma from 16 to 235 and colour from 16 to 240.
var studioLuma, studioColour = func() (luma, colour [256]byte) {
	for v := range 256 {
		luma[v] = byte((v*219+127)/255 + 16)
		colour[v] = byte((v*224 + 128*(255-224) + 127) / 255) // grey stays 128
	}
	return luma, colour
}()
