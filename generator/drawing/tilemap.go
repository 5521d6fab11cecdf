package drawing

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// unit is one of the 27 units of Ukraine (article 133 of the Constitution) with its place in the grid.
type unit struct {
	name        string // by resolution 55, as in layouts/vocabularies.yaml
	column, row int
}

// units stand in the order of reading, which is the order of the Tab key too.
var units = [...]unit{
	{"volynska", 1, 0}, {"rivnenska", 2, 0}, {"kyiv", 4, 0}, {"chernihivska", 5, 0}, {"sumska", 6, 0},
	{"lvivska", 0, 1}, {"ternopilska", 1, 1}, {"khmelnytska", 2, 1}, {"zhytomyrska", 3, 1},
	{"kyivska", 4, 1}, {"poltavska", 5, 1}, {"kharkivska", 6, 1}, {"luhanska", 7, 1},
	{"zakarpatska", 0, 2}, {"ivano-frankivska", 1, 2}, {"chernivetska", 2, 2}, {"vinnytska", 3, 2},
	{"cherkaska", 4, 2}, {"kirovohradska", 5, 2}, {"dnipropetrovska", 6, 2}, {"donetska", 7, 2},
	{"odeska", 3, 3}, {"mykolaivska", 4, 3}, {"khersonska", 5, 3}, {"zaporizka", 6, 3},
	{"sevastopol", 4, 4}, {"krym", 5, 4},
}

// Units are the names of the 27 units of Ukraine.
func Units() []string {
	names := make([]string, len(units))
	for i, u := range units {
		names[i] = u.name
	}
	return names
}

// Tile is one unit as a map of tiles shows it.
type Tile struct {
	Short   string // «Дон»: what has room in a tile
	Name    string // what a screen reader says: «Донецька область: 5 місць»
	URL     string // where the tile leads; empty: nowhere
	Count   int
	Current bool // the page shows this unit
}

// The grid: a tile and the way from one to the next.
const (
	tileSide = 50
	tileStep = 54
)

// TileMap draws the units of Ukraine as tiles, each with its number and a tone after it: t0 for nothing, t1 to t4 for more and more
// (see [Steps]). A tile with a number is a link. A unit that the map of tiles does not hold is drawn as an empty one.
func TileMap(title, description string, tiles map[string]Tile) string {
	most := 0
	for _, t := range tiles {
		most = max(most, t.Count)
	}
	var b strings.Builder
	b.WriteString(`<svg class="tilemap" viewBox="-3 -3 434 272" role="group"><title>`)
	xml.EscapeText(&b, []byte(title))
	b.WriteString(`</title><desc>`)
	xml.EscapeText(&b, []byte(description))
	b.WriteString(`</desc>`)
	for _, u := range units {
		tiles[u.name].draw(&b, u, most)
	}
	b.WriteString(`</svg>`)
	return b.String()
}

func (t Tile) draw(b *strings.Builder, u unit, most int) {
	x, y := u.column*tileStep, u.row*tileStep
	element := "g"
	switch {
	case t.Count > 0 && t.URL != "":
		element = "a"
		b.WriteString(`<a class="tile t` + strconv.Itoa(tone(t.Count, most)) + `" href="`)
		xml.EscapeText(b, []byte(t.URL))
		b.WriteString(`"`)
		if t.Current {
			b.WriteString(` aria-current="true"`)
		}
		b.WriteString(`>`)
	default:
		b.WriteString(`<g class="tile t` + strconv.Itoa(tone(t.Count, most)) + `" role="img">`)
	}
	b.WriteString(`<title>`)
	xml.EscapeText(b, []byte(t.Name))
	b.WriteString(`</title><rect x="` + strconv.Itoa(x) + `" y="` + strconv.Itoa(y) + `" width="50" height="50" rx="3"/>`)
	if t.Count == 0 {
		tileText(b, "tile-name", x, y+30, 15, t.Short)
	} else {
		tileText(b, "tile-name", x, y+21, 15, t.Short)
		tileText(b, "tile-count", x, y+43, 20, strconv.Itoa(t.Count))
	}
	b.WriteString(`</` + element + `>`)
}

// tileText writes a line in the middle of a tile.
func tileText(b *strings.Builder, class string, x, y, size int, text string) {
	b.WriteString(`<text class="` + class + `" x="` + strconv.Itoa(x+tileSide/2) + `" y="` + strconv.Itoa(y) +
		`" font-size="` + strconv.Itoa(size) + `" text-anchor="middle" aria-hidden="true">`)
	xml.EscapeText(b, []byte(text))
	b.WriteString(`</text>`)
}

// TileCover draws the same tiles without a word: the picture of a map in a list, 300 × 200, decorative.
func TileCover(counts map[string]int) string {
	const side, step, left, top = 26, 29, 36, 30
	most := 0
	for _, n := range counts {
		most = max(most, n)
	}
	var b strings.Builder
	b.WriteString(`<svg class="tilemap tilemap-cover" viewBox="0 0 300 200" aria-hidden="true" focusable="false">` +
		`<path class="tile-ground" d="M-9-9h318v218h-318z"/>`)
	var paths [steps + 1]string
	for _, u := range units {
		p := &paths[tone(counts[u.name], most)]
		*p += "M" + strconv.Itoa(left+u.column*step) + " " + strconv.Itoa(top+u.row*step) + "h26v26h-26z"
	}
	for i, path := range paths {
		if path != "" {
			b.WriteString(`<path class="t` + strconv.Itoa(i) + `" d="` + path + `"/>`)
		}
	}
	b.WriteString(`</svg>`)
	return b.String()
}

// steps are how many tones there are beside that of nothing.
const steps = 4

// tone is the step of a number, 0 to 4, where the largest number has 4.
func tone(n, most int) int {
	for s := steps; s > 0; s-- {
		if n > (s-1)*most/steps {
			return s
		}
	}
	return 0
}

// Step is a tone and the numbers that have it.
type Step struct{ Tone, From, To int }

// Steps are the tones that occur where the largest number is so big, for a legend.
func Steps(most int) []Step {
	var list []Step
	for s := 1; s <= steps; s++ {
		if from, to := (s-1)*most/steps+1, s*most/steps; from <= to {
			list = append(list, Step{s, from, to})
		}
	}
	return list
}
