package render

import (
	"html/template"
	"slices"
	"strings"

	"github.com/som-hub/vitryna/generator/drawing"
	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// TileMapView is the map of the 27 units of Ukraine with the table that says the same.
type TileMapView struct {
	SVG   template.HTML
	Rows  []TileRow  // units that have something, in the order of the vocabulary
	Steps []TileStep // the legend; none where there is nothing to tell apart
}

// TileRow is one unit.
type TileRow struct {
	Label, URL string
	Count      int
	Text       string // «5 місць»
	Current    bool
}

// TileStep is one tone of the legend: «6–10».
type TileStep struct {
	Tone  int
	Label string
}

// TileMap is the map of tiles of a section whose kind has a field `oblast` with the vocabulary of that name: on its first page,
// and on that of each oblast. Anywhere else it is nil.
func (p *ListPage) TileMap() *TileMapView {
	sec := p.list.section
	if sec == nil || p.number > 1 || p.list.facet != "" && p.list.facet != "oblast" || len(sec.Items) == 0 {
		return nil
	}
	current := ""
	if p.list.facet == "oblast" {
		current = p.list.value
	}
	return p.tileMap(sec.Kind, sec.Items, current, func(unit string) string {
		return p.r.facetURL(p.sectionPath(), "oblast", unit, p.lang)
	})
}

// facetURL is the address of the list of one value of a facet; where there is no choice, that of the whole list.
func (r *Renderer) facetURL(path, facet, value, lang string) string {
	narrow := path + "/by/" + facet + "/" + value
	if slices.ContainsFunc(r.lists, func(l *list) bool { return l.path == narrow }) {
		path = narrow
	}
	return root + site.Address(path, lang)
}

// tileMap counts items by their field `oblast`; nil where their kind has none.
func (rd reader) tileMap(kind *site.Kind, items []*site.Item, current string, url func(unit string) string) *TileMapView {
	vocabulary := oblasts(kind)
	if vocabulary == nil {
		return nil
	}
	counts, most := countOblasts(items), 0
	view := &TileMapView{}
	tiles := map[string]drawing.Tile{}
	for _, word := range vocabulary.Words {
		n := counts[word.Name]
		most = max(most, n)
		row := TileRow{Label: word.Label.In(rd.lang), URL: url(word.Name), Count: n, Text: count(n, kind.Label, rd.lang), Current: word.Name == current}
		tiles[word.Name] = drawing.Tile{
			Short: rd.T("oblast.short." + word.Name), Name: rd.oblastName(word) + ": " + row.Text,
			URL: row.URL, Count: n, Current: row.Current,
		}
		if n > 0 {
			view.Rows = append(view.Rows, row)
		}
	}
	view.SVG = template.HTML(drawing.TileMap(rd.T("tiles.title"), rd.T("tiles.description"), tiles)) // safe: escaped there
	if len(view.Rows) < 2 {
		return view // one tone needs no legend
	}
	for _, step := range drawing.Steps(most) {
		label := ukrainian.Number(step.From)
		if step.To > step.From {
			label += "–" + ukrainian.Number(step.To)
		}
		view.Steps = append(view.Steps, TileStep{step.Tone, label})
	}
	return view
}

// oblasts is the vocabulary of a kind's field `oblast`, or nil.
func oblasts(kind *site.Kind) *site.Vocabulary {
	for _, f := range kind.Fields {
		if f.Name == "oblast" && f.Type == site.Enum && f.Vocabulary != nil && f.Vocabulary.Name == "oblast" && f.Public() {
			return f.Vocabulary
		}
	}
	return nil
}

func countOblasts(items []*site.Item) map[string]int {
	counts := map[string]int{}
	for _, item := range items {
		v, _ := item.UK.Doc.Value("oblast")
		for _, one := range append(v.Items, v) {
			if one.Text != "" {
				counts[one.Text]++
			}
		}
	}
	return counts
}

// oblastName is the whole name of a unit: «Донецька область», but «м. Київ».
func (rd reader) oblastName(w *site.Word) string {
	label := w.Label.In(rd.lang)
	if strings.Contains(label, "oblast") || slices.Contains([]string{"krym", "kyiv", "sevastopol"}, w.Name) {
		return label
	}
	return rd.T("oblast.name", label)
}

// Tiles is the picture of a map in a list: its places by oblast, without a word. Decorative.
func (c *Card) Tiles() template.HTML {
	return template.HTML(drawing.TileCover(countOblasts(c.r.Site.Places(c.item)))) // safe: numbers only
}

// anchor makes the name of a place on a page out of parts.
func anchor(parts ...string) string {
	return "_" + strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), "-")
}
