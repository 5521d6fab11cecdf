package picture

import "fmt"

// tones are the colours that stand in a picture's place until it is there: 24, so that a page needs no style of its own. They go
// from dark to light in five greys, then round the circle of colours in dark and in light.
var tones = [24]uint32{
	0x1f1f22, 0x57575a, 0x8f8d8a, 0xc4c0ba, 0xefece6,
	0x5a2a24, 0x6b4a2c, 0x5c5a2e, 0x33512f, 0x24504c, 0x274a66, 0x2f3566, 0x4f2f5c, 0x672c48,
	0xc9837a, 0xcda07a, 0xd3c08a, 0xa9bd8c, 0x85b8ab, 0x8fb4cf, 0x9aa2d0, 0xb99ac6, 0xcb93ad,
	0xa8452f,
}

// toneName is the class of a tone: tone-01 … tone-24.
func toneName(i int) string { return fmt.Sprintf("tone-%02d", i+1) }

// tone is the class of the colour that most of the picture has; empty for one that is transparent, where it would show through.
func (r *raster) tone() string {
	if r.form == rgba {
		return ""
	}
	const grid = 48
	var votes [len(tones)]int
	for y := range grid {
		for x := range grid {
			votes[nearestTone(r.at(r.width*(2*x+1)/(2*grid), r.height*(2*y+1)/(2*grid)))]++
		}
	}
	best := 0
	for i, n := range votes {
		if n > votes[best] {
			best = i
		}
	}
	return toneName(best)
}

// at is the colour of a pixel.
func (r *raster) at(x, y int) (red, green, blue int) {
	sample := func(i int) int {
		p := &r.planes[i]
		return int(p.pix[min(y*p.height/r.height, p.height-1)*p.stride+min(x*p.width/r.width, p.width-1)])
	}
	switch r.form {
	case grey:
		return sample(0), sample(0), sample(0)
	case ycc:
		y, cb, cr := float64(sample(0)), float64(sample(1)-128), float64(sample(2)-128)
		return int(y + 1.402*cr), int(y - 0.344*cb - 0.714*cr), int(y + 1.772*cb)
	}
	return sample(0), sample(1), sample(2)
}

// nearestTone compares as the eye roughly does (the "redmean" distance).
func nearestTone(red, green, blue int) int {
	best, least := 0, 1<<62
	for i, c := range tones {
		r, g, b := int(c>>16), int(c>>8&255), int(c&255)
		mean, dr, dg, db := (red+r)/2, red-r, green-g, blue-b
		if d := (512+mean)*dr*dr + 1024*dg*dg + (767-mean)*db*db; d < least {
			best, least = i, d
		}
	}
	return best
}
