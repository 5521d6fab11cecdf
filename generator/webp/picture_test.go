package webp

import (
	"math"
	"math/rand/v2"
)

// The pictures of the tests, made by program from fixed numbers: the same on every machine.

func blank(width, height int) *Image {
	c := (width + 1) / 2 * ((height + 1) / 2)
	return &Image{
		Width: width, Height: height,
		Y: make([]byte, width*height), Cb: make([]byte, c), Cr: make([]byte, c),
		YStride: width, CStride: (width + 1) / 2,
	}
}

// painted asks for the three samples at places from 0 to 1 of the longer side.
func painted(width, height int, at func(x, y float64) (luma, blue, red float64)) *Image {
	m := blank(width, height)
	long := float64(max(width, height))
	for y := range height {
		for x := range width {
			l, b, r := at(float64(x)/long, float64(y)/long)
			m.Y[y*m.YStride+x] = clamp(int(l + 0.5))
			if x%2 == 0 && y%2 == 0 {
				i := y/2*m.CStride + x/2
				m.Cb[i], m.Cr[i] = clamp(int(b+0.5)), clamp(int(r+0.5))
			}
		}
	}
	return m
}

func flat(width, height int) *Image {
	return painted(width, height, func(x, y float64) (float64, float64, float64) { return 180, 100, 150 })
}

func gradient(width, height int) *Image {
	return painted(width, height, func(x, y float64) (float64, float64, float64) { return 255 * x, 255 * y, 255 - 200*x })
}

func noise(width, height int) *Image {
	m, r := blank(width, height), rand.New(rand.NewPCG(1, 2))
	for _, p := range [][]byte{m.Y, m.Cb, m.Cr} {
		for i := range p {
			p[i] = byte(r.Uint32())
		}
	}
	return m
}

// landscape is a sky that grows lighter, hills with texture, a house with sharp edges, and the grain of a sensor.
func landscape(width, height int) *Image {
	r := rand.New(rand.NewPCG(3, 4))
	m := painted(width, height, func(x, y float64) (float64, float64, float64) {
		hill := 0.32 + 0.05*math.Sin(7*x) + 0.02*math.Sin(23*x+1) + 0.004*math.Sin(190*x)
		switch {
		case x > 0.55 && x < 0.75 && y > 0.25 && y < 0.5:
			window := math.Mod(x*40, 2) < 1 && math.Mod(y*40, 2) < 1
			if window {
				return 60 + 30*math.Sin(90*x+40*y), 135, 120
			}
			return 190 - 60*(x-0.55)/0.2 + 6*math.Sin(400*y), 115, 145
		case y > hill:
			leaf := math.Sin(310*x+8*math.Sin(40*y))*math.Sin(270*y+9*math.Cos(35*x)) + 0.6*math.Sin(90*x-120*y)
			return 90 + 26*leaf - 40*(y-hill), 105 + 6*leaf, 120 - 5*leaf
		default:
			cloud := math.Sin(9*x+3*math.Sin(11*y)) * math.Sin(14*y+2*math.Cos(8*x))
			return 170 + 90*y + 18*cloud, 150 - 10*cloud - 40*y, 112 + 4*cloud
		}
	})
	for i, v := range m.Y {
		m.Y[i] = clamp(int(float64(v) + 1.5*r.NormFloat64() + 0.5))
	}
	return m
}

// letters is dark writing on paper: strokes of every direction.
func letters(width, height int) *Image {
	return painted(width, height, func(x, y float64) (float64, float64, float64) {
		u, v := math.Mod(x*60, 1), math.Mod(y*40, 1)
		n := int(x*60)*7 + int(y*40)*13
		angle := float64(n%12) * math.Pi / 12
		d := math.Abs((u-0.5)*math.Sin(angle) - (v-0.5)*math.Cos(angle))
		if v > 0.15 && v < 0.85 && (d < 0.12 || n%5 == 0 && math.Abs(math.Hypot(u-0.5, v-0.5)-0.28) < 0.07) {
			return 40, 128, 128
		}
		return 238, 124, 130
	})
}

// board is black and white by the sample, in squares that grow to the right: the largest coefficients.
func board(width, height int) *Image {
	m := blank(width, height)
	for y := range height {
		for x := range width {
			if size := 1 + x/16; (x/size+y/size)%2 == 0 {
				m.Y[y*width+x] = 255
			}
		}
	}
	for i := range m.Cb {
		m.Cb[i], m.Cr[i] = byte(i%2*255), byte(i/2%2*255)
	}
	return m
}
