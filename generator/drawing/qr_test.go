package drawing

import (
	"encoding/xml"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"rsc.io/qr"
)

// TestQR draws the code's modules, no more and no fewer, within four modules of paper.
func TestQR(t *testing.T) {
	for _, address := range []string{"https://a.ua", "https://forms.gle/abcdefgh12345678", "https://docs.example/forms/" + strings.Repeat("x", 200)} {
		svg, err := QR(address, `Код «форми» & "адреса"`)
		if err != nil {
			t.Fatal(err)
		}
		if err := xml.Unmarshal([]byte(svg), new(struct{})); err != nil {
			t.Errorf("%s: %v", address, err)
		}
		size, _ := strconv.Atoi(regexp.MustCompile(`viewBox="0 0 (\d+)`).FindStringSubmatch(svg)[1])
		black := map[[2]int]bool{}
		ink := svg[strings.Index(svg, `qr-ink" d="`):]
		for _, m := range regexp.MustCompile(`M(\d+) (\d+)h(\d+)v1h-(\d+)z`).FindAllStringSubmatch(ink, -1) {
			x, _ := strconv.Atoi(m[1])
			y, _ := strconv.Atoi(m[2])
			w, _ := strconv.Atoi(m[3])
			if m[3] != m[4] {
				t.Fatalf("%s: %s", address, m[0])
			}
			for i := range w {
				black[[2]int{x + i, y}] = true
			}
		}
		matched := false
		for _, level := range []qr.Level{qr.M, qr.Q, qr.H} {
			code, err := qr.Encode(address, level)
			if err != nil || code.Size+8 != size {
				continue
			}
			same := true
			for y := -4; y < code.Size+4; y++ {
				for x := -4; x < code.Size+4; x++ {
					same = same && black[[2]int{x + 4, y + 4}] == code.Black(x, y)
				}
			}
			matched = matched || same
		}
		if !matched || !strings.Contains(svg, "<title>Код «форми» &amp;") {
			t.Errorf("%s: not the code: %.200s", address, svg)
		}
		if address != "https://a.ua" && size < codeAtLeast {
			t.Errorf("%s: %d modules", address, size)
		}
	}
	if _, err := QR(strings.Repeat("x", 4000), ""); err == nil {
		t.Error("an address that is too long was drawn")
	}
}
