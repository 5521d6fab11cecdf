package drawing

import (
	"encoding/xml"
	"strconv"
	"strings"

	"rsc.io/qr"
)

const (
	quiet       = 4  // modules of paper round the code, without which phones do not find it
	codeAtLeast = 37 // modules with the paper: below it there is room for a code that bears more dirt
)

// QR draws an address as a square that phones read: one path, black on white in dark mode too, for phones want it so. The title is what a screen reader says.
// An address of more than some 2300 bytes is an error.
func QR(text, title string) (string, error) {
	code, err := qr.Encode(text, qr.M)
	for _, level := range []qr.Level{qr.Q, qr.H} {
		if err == nil && code.Size+2*quiet < codeAtLeast {
			code, err = qr.Encode(text, level)
		}
	}
	if err != nil {
		return "", err
	}
	var path strings.Builder
	for y := range code.Size {
		for x := 0; x < code.Size; x++ {
			if !code.Black(x, y) {
				continue
			}
			begin := x
			for x < code.Size && code.Black(x, y) {
				x++
			}
			path.WriteString("M" + strconv.Itoa(begin+quiet) + " " + strconv.Itoa(y+quiet) + "h" + strconv.Itoa(x-begin) + "v1h-" + strconv.Itoa(x-begin) + "z")
		}
	}
	size := strconv.Itoa(code.Size + 2*quiet)
	var name strings.Builder
	xml.EscapeText(&name, []byte(title)) // unchecked: a builder takes all
	return `<svg class="qr" viewBox="0 0 ` + size + " " + size + `" role="img" shape-rendering="crispEdges"><title>` + name.String() +
		`</title><path class="qr-paper" d="M0 0h` + size + "v" + size + "H0z" + `"/><path class="qr-ink" d="` + path.String() + `"/></svg>`, nil
}
