package drawing

import (
	"strings"
	"testing"

	"rsc.io/qr"
)

// TestQRText reads the half blocks back: they are the code's modules with paper around, whichever of ink and paper is drawn.
func TestQRText(t *testing.T) {
	const address = "http://192.168.100.100:1414/_guest/123456789"
	code, err := qr.Encode(address, qr.L)
	if err != nil {
		t.Fatal(err)
	}
	for _, painted := range []bool{true, false} {
		text, err := QRText(address, painted)
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
		if len(lines) > 20 {
			t.Errorf("%d lines do not fit a terminal", len(lines))
		}
		for row, line := range lines {
			if painted {
				before, after := strings.HasPrefix(line, "\x1b[30;107m"), strings.HasSuffix(line, "\x1b[0m")
				if !before || !after {
					t.Fatalf("line %q", line)
				}
				line = strings.TrimSuffix(strings.TrimPrefix(line, "\x1b[30;107m"), "\x1b[0m")
			}
			signs := []rune(line)
			if len(signs) != code.Size+4 {
				t.Fatalf("%d signs in a line, want %d", len(signs), code.Size+4)
			}
			for x, sign := range signs {
				above, below := sign == '█' || sign == '▀', sign == '█' || sign == '▄'
				if !painted {
					above, below = !above, !below
				}
				if above != code.Black(x-2, 2*row-2) || below != code.Black(x-2, 2*row-1) {
					t.Fatalf("painted %v: %d,%d is %q", painted, x, row, sign)
				}
			}
		}
	}
	if _, err := QRText(strings.Repeat("x", 4000), true); err == nil {
		t.Error("an address that is too long was drawn")
	}
}
