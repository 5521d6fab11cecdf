package drawing

import (
	"fmt"
	"image"
	"image/color"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
)

// CardVersion names this way of drawing cards. Whoever changes how they look changes it.
const CardVersion = "2"

// The size of a card, which messengers and social networks ask for, in pixels.
const (
	CardWidth  = 1200
	CardHeight = 630
)

// Card is what stands on a card.
type Card struct {
	Title string
	Kind  string // of the thing, in a word; may be empty
	Site  string // whose it is
}

// Cards draws the pictures that messengers show of a link: title, kind and whose it is, set in the Go fonts, on paper with the site's
// accent. They have sixteen colours, so a card is about ten kilobytes. The same card is the same bytes. It may be used by many
// goroutines at once.
type Cards struct {
	palette color.Palette
	mu      sync.Mutex
	faces   map[faceKey]*face
}

type faceKey struct {
	bold   bool
	size   int
	shades int // from paper to the full colour
}

// The palette: shades from paper to ink for text, from paper to the accent, and a pale one.
const (
	textShades   = 9
	accentShades = 6
	accentFirst  = textShades - 1 // its shade nought is paper
	accentFull   = accentFirst + accentShades - 1
	paleShade    = accentFull + 1
)

// NewCards makes cards in an accent: #1f5f6b.
func NewCards(accent string) *Cards {
	paper, dark := [3]int{0xfd, 0xfc, 0xfa}, [3]int{0x19, 0x21, 0x2b}
	n, err := strconv.ParseUint(strings.TrimPrefix(accent, "#"), 16, 32)
	if err != nil {
		n = 0x1f5f6b
	}
	full := [3]int{int(n >> 16), int(n >> 8 & 255), int(n & 255)}
	shade := func(to [3]int, part, of int) color.Color {
		mix := func(i int) uint8 { return uint8((paper[i]*(of-part) + to[i]*part) / of) }
		return color.RGBA{mix(0), mix(1), mix(2), 255}
	}
	c := &Cards{faces: map[faceKey]*face{}}
	for i := range textShades {
		c.palette = append(c.palette, shade(dark, i, textShades-1))
	}
	for i := 1; i < accentShades; i++ {
		c.palette = append(c.palette, shade(full, i, accentShades-1))
	}
	c.palette = append(c.palette, shade(full, 3, 20))
	return c
}

// The measures of a card.
const (
	cardLeft     = 112
	cardRight    = 72
	titleTop     = 176
	titleBottom  = 486
	siteBaseline = 562
)

// Draw draws a card as PNG.
func (c *Cards) Draw(card Card) ([]byte, error) {
	m := papers.Get().(*image.Paletted)
	defer papers.Put(m)
	if err := c.draw(m, card); err != nil {
		return nil, err
	}
	return writePNG(m)
}

// papers are used again.
var papers = sync.Pool{New: func() any { return image.NewPaletted(image.Rect(0, 0, CardWidth, CardHeight), nil) }}

func (c *Cards) draw(m *image.Paletted, card Card) error {
	clear(m.Pix)
	m.Palette = c.palette
	c.mu.Lock()
	defer c.mu.Unlock()
	fill(m, image.Rect(0, 0, 40, CardHeight), accentFull)
	window(m)
	fill(m, image.Rect(cardLeft, titleBottom+16, CardWidth-cardRight, titleBottom+19), paleShade)
	width := CardWidth - cardLeft - cardRight
	err := c.line(m, faceKey{true, 34, accentShades}, accentFirst, cardLeft, 118, strings.ToUpper(card.Kind), 780)
	if err == nil {
		err = c.title(m, card.Title, width)
	}
	if err == nil {
		err = c.line(m, faceKey{false, 34, textShades}, 0, cardLeft, siteBaseline, card.Site, width)
	}
	return err
}

func fill(m *image.Paletted, r image.Rectangle, colour uint8) {
	for y := r.Min.Y; y < r.Max.Y; y++ {
		row := m.Pix[y*m.Stride+r.Min.X : y*m.Stride+r.Max.X]
		for x := range row {
			row[x] = colour
		}
	}
}

// window is a shop window in the upper corner: the sign of the program.
func window(m *image.Paletted) {
	const left, top, pane, bar = 1034, 52, 40, 7
	fill(m, image.Rect(left-bar, top-bar, left+2*pane+2*bar, top+2*pane+2*bar), paleShade)
	for i := range 4 {
		x, y := left+i%2*(pane+bar), top+i/2*(pane+bar)
		colour := uint8(0)
		if i == 2 {
			colour = accentFull
		}
		fill(m, image.Rect(x, y, x+pane, y+pane), colour)
	}
}

// cardTitleSizes are tried from the largest on until the title has room.
var cardTitleSizes = []int{76, 66, 58, 50, 44}

// title sets the title on several lines. One that is too long even in the smallest size ends in an ellipsis.
func (c *Cards) title(m *image.Paletted, title string, width int) error {
	for i, size := range cardTitleSizes {
		f, err := c.face(faceKey{true, size, textShades})
		if err != nil {
			return err
		}
		height := size * 6 / 5
		room := (titleBottom - titleTop) / height
		lines := f.wrap(title, width)
		if len(lines) > room && i < len(cardTitleSizes)-1 || i < len(cardTitleSizes)-1 && f.broken(lines, width) {
			continue
		}
		if len(lines) > room {
			lines[room-1] = f.cut(lines[room-1]+" "+lines[room], width)
			lines = lines[:room]
		}
		for n, line := range lines {
			f.draw(m, 0, cardLeft, titleTop+size+n*height-size/5, f.cut(line, width))
		}
		return nil
	}
	return nil
}

// line sets one line, cut where it is too long.
func (c *Cards) line(m *image.Paletted, key faceKey, first uint8, x, y int, text string, width int) error {
	f, err := c.face(key)
	if err != nil {
		return err
	}
	f.draw(m, first, x, y, f.cut(f.clean(text), width))
	return nil
}

// face is a font in one size with the letters drawn so far.
type face struct {
	faceKey
	font   font.Face
	glyphs map[rune]*glyph
}

type glyph struct {
	mask    *image.Alpha // of shades, from paper to the full colour; nil of a space
	at      image.Point  // of the mask, from the point of the pen
	advance fixed.Int26_6
}

func (c *Cards) face(key faceKey) (*face, error) {
	if f := c.faces[key]; f != nil {
		return f, nil
	}
	data := goregular.TTF
	if key.bold {
		data = gobold.TTF
	}
	parsed, err := opentype.Parse(data)
	if err != nil {
		return nil, fmt.Errorf("the font of cards: %w", err)
	}
	sized, err := opentype.NewFace(parsed, &opentype.FaceOptions{Size: float64(key.size), DPI: 72, Hinting: font.HintingNone})
	if err != nil {
		return nil, fmt.Errorf("the font of cards in size %d: %w", key.size, err)
	}
	f := &face{faceKey: key, font: sized, glyphs: map[rune]*glyph{}}
	c.faces[key] = f
	return f, nil
}

// glyph is a letter, or nil for what the font has not.
func (f *face) glyph(r rune) *glyph {
	g, known := f.glyphs[r]
	if known {
		return g
	}
	_, mask, maskAt, advance, ok := f.font.Glyph(fixed.Point26_6{}, r)
	if _, has := f.font.GlyphAdvance(r); ok && has {
		g = &glyph{advance: advance}
		where, _, _, _, _ := f.font.Glyph(fixed.Point26_6{}, r) // only the rectangle
		if alpha, isAlpha := mask.(*image.Alpha); isAlpha && !where.Empty() {
			own := image.NewAlpha(image.Rect(0, 0, where.Dx(), where.Dy()))
			for y := range where.Dy() {
				for x := range where.Dx() {
					own.Pix[y*own.Stride+x] = uint8((int(alpha.AlphaAt(maskAt.X+x, maskAt.Y+y).A)*(f.shades-1) + 127) / 255)
				}
			}
			g.mask, g.at = own, where.Min
		}
	}
	f.glyphs[r] = g
	return g
}

// replaced are signs that the Go fonts have not, and what stands for them.
var replaced = strings.NewReplacer("\u02BC", "’", "₴", "грн", "\u00A0", " ", "\u202F", " ", "\u2011", "-", "\u00AD", "", "\u0301", "")

// clean leaves out what the font cannot show.
func (f *face) clean(text string) string {
	text = strings.Map(func(r rune) rune {
		if r != ' ' && f.glyph(r) == nil {
			return -1
		}
		return r
	}, replaced.Replace(strings.Join(strings.Fields(text), " ")))
	return strings.Join(strings.Fields(text), " ")
}

// measure is how wide a text is, in pixels.
func (f *face) measure(text string) int {
	width := fixed.Int26_6(0)
	previous := rune(-1)
	for _, r := range text {
		if g := f.glyph(r); g != nil {
			width += f.font.Kern(previous, r) + g.advance
			previous = r
		}
	}
	return width.Ceil()
}

// wrap breaks a text into lines.
func (f *face) wrap(text string, width int) []string {
	var lines []string
	for _, word := range strings.Fields(f.clean(text)) {
		last := len(lines) - 1
		if last >= 0 && f.measure(lines[last]+" "+word) <= width {
			lines[last] += " " + word
		} else {
			lines = append(lines, word)
		}
	}
	return lines
}

// broken reports whether a line is too wide, for one word is.
func (f *face) broken(lines []string, width int) bool {
	for _, line := range lines {
		if f.measure(line) > width {
			return true
		}
	}
	return false
}

// cut shortens a line that is too wide, where it can between two words.
func (f *face) cut(line string, width int) string {
	if f.measure(line) <= width {
		return line
	}
	runes := []rune(line)
	for n := len(runes) - 1; n > 0; n-- {
		short := strings.TrimRight(string(runes[:n]), " ,.;:–—-(«") + "…"
		if f.measure(short) > width {
			continue
		}
		if space := strings.LastIndexByte(short, ' '); space > len(short)*2/3 && runes[n] != ' ' {
			return strings.TrimRight(short[:space], " ,.;:–—-(«") + "…"
		}
		return short
	}
	return "…"
}

// draw sets a line with its base at y. The shades of the palette begin with first, which is paper.
func (f *face) draw(m *image.Paletted, first uint8, x, y int, text string) {
	pen := fixed.I(x)
	previous := rune(-1)
	for _, r := range text {
		g := f.glyph(r)
		if g == nil {
			continue
		}
		pen += f.font.Kern(previous, r)
		if g.mask != nil {
			g.draw(m, first, pen.Round(), y)
		}
		pen += g.advance
		previous = r
	}
}

func (g *glyph) draw(m *image.Paletted, first uint8, x, y int) {
	whole := g.mask.Rect.Add(g.at).Add(image.Pt(x, y))
	seen := whole.Intersect(m.Rect)
	for py := seen.Min.Y; py < seen.Max.Y; py++ {
		row := m.Pix[py*m.Stride+seen.Min.X : py*m.Stride+seen.Max.X]
		shades := g.mask.Pix[(py-whole.Min.Y)*g.mask.Stride+seen.Min.X-whole.Min.X:][:len(row)]
		for i, shade := range shades {
			if shade > 0 {
				row[i] = max(row[i], first+shade)
			}
		}
	}
}
