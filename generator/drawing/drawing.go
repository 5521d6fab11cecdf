// Package drawing holds the pictures that a program draws.
//
// An item of the site without a photograph is shown with a cover made from its title: things behind a shop window, on a
// shelf, in a printed catalogue, as flat shapes in five inks.
//
//	svg := drawing.Cover("Молодий учитель", "station")       // 300 × 200, for a card or a page
//	svg := drawing.Book("Від задуму до дії", "", "manual")   // 300 × 400, with the title set on it
//
// What it promises:
//
//   - The same title and kind give the same bytes, on every machine and with every release of Go: the dice below are our
//     own. Another title gives, as a rule, another picture.
//   - The result is a well-formed piece of XML to stand inline in a page. It has no id, no style, no reference, no size:
//     the page gives it a width. It says nothing to a screen reader, for the title stands beside it.
//   - A cover is below 900 bytes, a book with a title of 160 letters below 2000.
//   - Colours are classes; assets/styles/covers.css gives them their values, in light, in dark and in forced colours:
//     c1 paper, c2 a pale tone, c3 a warm one, c4 the accent, c5 ink. The root has the class
//     `drawn`. The words on a book have `drawn-type`, the subtitle `drawn-small` besides, and on2, on3 or on4 after the
//     ground; these classes choose font and colour, and leave the size alone.
//
// There are eight families of composition, one function each, and most of them know three or four ways. A kind of item
// draws from three to five families, so that a shelf of one kind holds together and its neighbours still differ; the
// hash chooses the family, the inks and everything inside. A kind that the table does not know draws from all. A book
// carries the composition of the cover with the same title and kind: the card and the page show one thing.
//
// A composition stands on the lower edge of the picture, for the edge is the sill of the card below it; or it hangs in
// the middle. It keeps clear of the other edges unless it runs out of the picture on purpose.
package drawing

import "hash/fnv"

// family draws a composition of 300 × 200 units upon the ground.
type family func(*plate)

var families = []family{arcade, panes, awning, shelf, plinths, sheets, stairs, discs}

// fitting says which families go with a kind.
var fitting = map[string][]family{
	"centre":     {awning, arcade, panes},
	"station":    {arcade, stairs, panes, shelf},
	"project":    {stairs, arcade, sheets, plinths, panes},
	"initiative": {discs, stairs, awning, sheets},
	"contest":    {plinths, discs, stairs},
	"award":      {plinths, discs, arcade},
	"winner":     {plinths, discs, sheets},
	"manual":     {shelf, sheets, stairs, panes},
	"chapter":    {sheets, shelf, panes},
	"term":       {shelf, discs, panes},
	"event":      {awning, panes, discs, plinths},
	"news":       {sheets, panes, awning},
	"partner":    {discs, arcade, panes},
	"metric":     {stairs, discs, plinths},
	"exhibit":    {plinths, shelf, panes, discs, sheets},
	"gallery":    {panes, arcade, awning},
}

// Cover draws the picture of an item without a photograph: an inline SVG of 3:2. Its ground is larger than the picture:
// no seam shows where a page rounds the size, and in a place that is too high for it the page may let the ground show
// above (overflow: visible).
func Cover(title, kind string) string {
	p := compose(title, kind)
	return `<svg class="drawn" viewBox="0 0 300 200" aria-hidden="true" focusable="false">` +
		`<path class="c` + digit(p.ground) + `" d="M-9 209V-600h318v809z"/>` + p.out.String() + `</svg>`
}

// compose draws the composition that belongs to a title and a kind, without its ground.
func compose(title, kind string) *plate {
	p := &plate{dice: seed(title, kind)}
	draw := p.choose(kind)
	draw(p)
	p.lay()
	return p
}

// choose throws for what all compositions have: family, inks, side.
func (p *plate) choose(kind string) family {
	choice := fitting[kind]
	if choice == nil {
		choice = families
	}
	draw := choice[p.roll(len(choice))]
	p.inks = printings[p.roll(len(printings))]
	p.flip = p.roll(2) == 1
	return draw
}

// seed is where the dice of a title and a kind begin.
func seed(title, kind string) dice {
	h := fnv.New64a()
	h.Write([]byte(kind))
	h.Write([]byte{0})
	h.Write([]byte(title))
	return dice(h.Sum64())
}

// dice is a source of numbers that anyone can throw again: SplitMix64.
type dice uint64

// roll gives a number from 0 to n-1.
func (d *dice) roll(n int) int {
	*d += 0x9e3779b97f4a7c15
	z := uint64(*d)
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return int((z ^ z>>31) >> 33 % uint64(n))
}
