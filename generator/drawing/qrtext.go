package drawing

import (
	"strings"

	"rsc.io/qr"
)

// QRText draws an address as a square of half blocks for a terminal: two modules stand above each other in one sign. painted sets the colours, black on
// white; without that the paper is drawn and the ink left out, which is right where letters are light on dark.
func QRText(text string, painted bool) (string, error) {
	code, err := qr.Encode(text, qr.L) // a screen is clean: the smallest code is the one that fits
	if err != nil {
		return "", err
	}
	const margin = 2                        // more room than that few terminals have, and phones do with it
	blocks := [4]string{"█", "▀", "▄", " "} // by the ink: none, below, above, both
	before, after := "", ""
	if painted {
		blocks = [4]string{" ", "▄", "▀", "█"}
		before, after = "\x1b[30;107m", "\x1b[0m"
	}
	ink := func(x, y int) int {
		if code.Black(x, y) { // false outside
			return 1
		}
		return 0
	}
	var b strings.Builder
	for y := -margin; y < code.Size+margin; y += 2 {
		b.WriteString(before)
		for x := -margin; x < code.Size+margin; x++ {
			below := 0
			if y+1 < code.Size+margin {
				below = ink(x, y+1)
			}
			b.WriteString(blocks[2*ink(x, y)+below])
		}
		b.WriteString(after + "\n")
	}
	return b.String(), nil
}
