package picture

import (
	"encoding/xml"
	"net/url"
	"regexp"
	"strings"
)

// mostDrawn is how many elements a browser may have to draw of one SVG beyond those that stand in it, since others repeat them. Two
// kilobytes of <use> within <use> come to millions of millions and hang the visitor's browser; a detailed map repeats some thousand.
const mostDrawn = 100_000

// deepestUse is how many named parts may lie in one another, or draw one another.
const deepestUse = 1000

var errCrowded = &DamagedError{Format: "svg", Reason: "its parts repeat each other without end, or so often that a browser would hang", Crowded: true}

// named is an element with an id, or the root: what is drawn wherever something refers to it. What has no id of its own counts with the one it lies in.
type named struct {
	elements int
	inside   []int    // parts with ids of their own, by their number
	draws    []string // ids of what else is drawn with it
	leaf     bool     // it paints and draws nothing: a gradient, a filter
	total    int      // what drawing it comes to; 0: not counted yet
	counting bool
}

// drawing are the named parts of an SVG. The zero value is ready.
type drawing struct {
	parts []named
	open  []int // for every open element the part that it counts with
	byID  map[string]int
	most  int // that may be drawn
}

// start counts an element that is kept.
func (d *drawing) start(element string, attributes []xml.Attr) {
	in := -1
	if len(d.open) > 0 {
		in = d.open[len(d.open)-1]
	}
	id := ""
	for _, a := range attributes {
		if a.Name.Local == "id" && a.Name.Space == "" && id == "" {
			id = a.Value
		}
	}
	if in < 0 || id != "" {
		d.parts = append(d.parts, named{leaf: element == "linearGradient" || element == "radialGradient" || element == "filter"})
		part := len(d.parts) - 1
		if in >= 0 {
			d.parts[in].inside = append(d.parts[in].inside, part)
		}
		if d.byID == nil {
			d.byID = map[string]int{}
		}
		if _, taken := d.byID[id]; !taken && id != "" {
			d.byID[id] = part
		}
		in = part
	}
	d.open = append(d.open, in)
	p := &d.parts[in]
	p.elements++
	d.most++
	for _, a := range attributes {
		if a.Name.Local == "href" {
			p.refer(strings.TrimSpace(a.Value))
		} else if strings.Contains(a.Value, "#") {
			for _, address := range ownAddress.FindAllStringSubmatch(a.Value, -1) {
				p.refer(address[1])
			}
		}
	}
}

// ownAddress is what a property takes from its own file: fill="url(#a)".
var ownAddress = regexp.MustCompile(`(?i)url\(\s*["']?\s*(#[^"')\s]*)`)

// pass goes into an element whose tags go and whose children stay.
func (d *drawing) pass() { d.open = append(d.open, d.open[len(d.open)-1]) }

func (d *drawing) end() { d.open = d.open[:len(d.open)-1] }

// refer notes that an address within the file is drawn too.
func (p *named) refer(address string) {
	id, within := strings.CutPrefix(address, "#")
	if !within {
		return
	}
	if plain, err := url.PathUnescape(id); err == nil {
		id = plain
	}
	p.draws = append(p.draws, id)
}

// crowded tells that drawing the whole comes to too much, or never ends.
func (d *drawing) crowded() error {
	d.most += mostDrawn
	_, err := d.count(0, 0)
	return err
}

func (d *drawing) count(part, depth int) (int, error) {
	p := &d.parts[part]
	if p.counting || depth > deepestUse {
		return 0, errCrowded
	}
	if p.total > 0 {
		return p.total, nil
	}
	p.counting = true
	total := p.elements
	add := func(part int) error {
		n, err := d.count(part, depth+1)
		if total += n; err == nil && total > d.most {
			err = errCrowded
		}
		return err
	}
	for _, part := range p.inside {
		if err := add(part); err != nil {
			return 0, err
		}
	}
	for _, id := range p.draws {
		part, ok := d.byID[id]
		if !ok || d.parts[part].leaf {
			continue
		}
		if err := add(part); err != nil {
			return 0, err
		}
	}
	p.counting, p.total = false, total
	return total, nil
}
