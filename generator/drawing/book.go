package drawing

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// The words of a book stand above its picture, margin away from the edges.
const (
	margin  = 28
	measure = 300 - 2*margin // how wide a line may be
	depth   = 160            // how deep title and subtitle may be together
)

// titleSizes are those a title may be set in, the largest first, and in how many lines at most.
var titleSizes = [...]struct{ size, most int }{
	{42, 2}, {36, 3}, {32, 4}, {28, 5}, {25, 6}, {22, 7}, {19, 7}, {17, 8}, {15, 9}, {13, 10},
}

const subtitleSize = 15

// Book draws the cover of a book without one: an inline SVG of 3:4 with the title, the subtitle (which may be empty),
// and the picture that [Cover] gives to the same title and kind. A title of 160 letters is never cut; one that is too
// long for the smallest size, and a subtitle of more than two or three lines, ends in an ellipsis.
func Book(title, subtitle, kind string) string {
	p := compose(title, kind)
	below, size, lines := setWords(title, subtitle, 3)
	if size < 22 {
		below, size, lines = setWords(title, subtitle, 2)
	}

	var b strings.Builder
	b.WriteString(`<svg class="drawn" viewBox="0 0 300 400" aria-hidden="true" focusable="false">` +
		`<path class="c` + digit(p.ground) + `" d="M-9-9h318v418h-318z"/>` +
		`<g transform="translate(0 200)">` + p.out.String() + `</g>`)
	y := write(&b, "drawn-type on"+digit(p.ground), lines, size, margin)
	write(&b, "drawn-type drawn-small on"+digit(p.ground), below, subtitleSize, y+subtitleSize*2/3)
	b.WriteString(`</svg>`)
	return b.String()
}

// setWords sets a subtitle in at most so many lines, and a title as large as the rest of the room allows.
func setWords(title, subtitle string, most int) (below []string, size int, lines []string) {
	below, _ = set(subtitle, subtitleSize, most)
	room := depth
	if len(below) > 0 {
		room -= subtitleSize*2/3 + len(below)*leading(subtitleSize)
	}
	for _, t := range titleSizes {
		var whole bool
		if lines, whole = set(title, t.size, min(t.most, room/leading(t.size))); whole {
			return below, t.size, lines
		}
		size = t.size
	}
	return below, size, lines
}

// write writes lines from a height downwards and tells where they end.
func write(b *strings.Builder, class string, lines []string, size, y int) int {
	if len(lines) == 0 {
		return y
	}
	b.WriteString(`<text class="` + class + `" font-size="` + strconv.Itoa(size) + `">`)
	for _, line := range lines {
		b.WriteString(`<tspan x="` + strconv.Itoa(margin) + `" y="` + strconv.Itoa(y+size*7/8) + `">`)
		xml.EscapeText(b, []byte(line)) // a Builder gives no error
		b.WriteString(`</tspan>`)
		y += leading(size)
	}
	b.WriteString(`</text>`)
	return y
}

// leading is the distance between lines: six fifths of the size.
func leading(size int) int { return size * 6 / 5 }
