package generator

import (
	"fmt"
	"math"
	"strconv"
)

// The grounds on which the theme's text can be read worst: the darkest one of light mode, the lightest one of dark mode
// (--leaf in assets/styles/tokens.css).
var (
	lightPaper = colour{0xf4, 0xf1, 0xec}
	darkPaper  = colour{0x1e, 0x24, 0x2a}
)

// enough is the contrast that WCAG 2.2 asks of text (1.4.3).
const enough = 4.5

// colour is red, green and blue.
type colour [3]uint8

// accentRules puts the site's own accent in place of the theme's. Whatever a centre chooses can be read: a pale one is mixed with black
// for light paper, a deep one with white for dark. White text on the accent is then read as well: it is paler than the paper.
func accentRules(accent string) string {
	c, ok := parseColour(accent)
	if !ok {
		return ""
	}
	return fmt.Sprintf(":root{--accent:%s;--accent-dark:%s}", readable(c, lightPaper, colour{}), readable(c, darkPaper, colour{255, 255, 255}))
}

// readable is the colour, mixed with as little of another as lets it be read on a paper.
func readable(c, paper, other colour) colour {
	mixed := c
	for share := 0.02; share < 1.01 && contrast(mixed, paper) < enough; share += 0.02 {
		mixed = mix(c, other, min(share, 1))
	}
	return mixed
}

func (c colour) String() string { return fmt.Sprintf("#%02x%02x%02x", c[0], c[1], c[2]) }

func parseColour(s string) (colour, bool) {
	if len(s) != 7 || s[0] != '#' {
		return colour{}, false
	}
	n, err := strconv.ParseUint(s[1:], 16, 32)
	return colour{uint8(n >> 16), uint8(n >> 8), uint8(n)}, err == nil
}

// mix lays a share (0 to 1) of one colour over another.
func mix(c, other colour, share float64) colour {
	var m colour
	for i := range c {
		m[i] = uint8(math.Round(float64(c[i])*(1-share) + float64(other[i])*share))
	}
	return m
}

// contrast is the contrast ratio of WCAG 2.2, 1 to 21.
func contrast(a, b colour) float64 {
	la, lb := luminance(a), luminance(b)
	return (math.Max(la, lb) + 0.05) / (math.Min(la, lb) + 0.05)
}

// luminance is the relative luminance of WCAG 2.2.
func luminance(c colour) float64 {
	weights := [3]float64{0.2126, 0.7152, 0.0722}
	sum := 0.0
	for i, v := range c {
		x := float64(v) / 255
		if x <= 0.04045 {
			x /= 12.92
		} else {
			x = math.Pow((x+0.055)/1.055, 2.4)
		}
		sum += weights[i] * x
	}
	return sum
}
