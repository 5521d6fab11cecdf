package render

import (
	"html/template"
	"slices"
	"strconv"
	"strings"

	"github.com/som-hub/vitryna/generator/boundary"
	"github.com/som-hub/vitryna/generator/drawing"
	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// MapView is what the page of a map shows: the list first, then pictures.
type MapView struct {
	Total     int
	TotalText string // «12 місць»
	Oblasts   []OblastView
	Several   bool // the places lie in more than one oblast
	Long      bool // too many places for one page: each hromada leads to its list
	Tiles     *TileMapView

	Guarded     bool          // no pins: the country is at war (SF-01)
	Pins        template.HTML // else the map itself; empty without coordinates
	Attribution string        // whose boundaries they are
}

// OblastView is the hromadas of one oblast.
type OblastView struct {
	Name     string
	ID       string // of its part of the list
	Hromadas []HromadaView
}

// HromadaView is the places of one hromada.
type HromadaView struct {
	Name   string
	ID     string // of its part of the list
	URL    string // of that part; of a list of its own on a long map
	Count  int
	Text   string // «3 місця»
	Places []PlaceView
	Pin    int // of its first place, on a long map; else 0
	PinURL string
}

// PlaceView is a place on a map. Without a pin its Pin is 0.
type PlaceView struct {
	*Card
	Anchor string
	Pin    int
	PinURL string
}

// longMap is with how many places a map's page lists no single ones.
const longMap = 300

// Map is what a map shows; nil for an item of another kind.
func (p *ItemPage) Map() *MapView {
	if p.mapView == nil && p.item.Kind.Name == "map" {
		p.mapView = p.makeMap()
	}
	return p.mapView
}

func (p *ItemPage) makeMap() *MapView {
	s, rd := p.Card.r.Site, p.Card.reader
	places := byOblast(s.Places(p.item))
	view := &MapView{Total: len(places), Guarded: !s.Config.Peace(), Long: len(places) > longMap}
	if len(places) == 0 {
		return view
	}
	kind := places[0].Kind
	view.TotalText = count(len(places), kind.Label, rd.lang)
	view.group(rd, places, view.pins(p, places))
	view.Tiles = rd.tileMap(kind, places, "", func(unit string) string {
		if view.Long {
			return rd.r.facetURL(kind.Section, "oblast", unit, rd.lang)
		}
		return "#" + oblastAnchor(unit)
	})
	return view
}

// byOblast puts places in the order of the list: oblasts as in the Constitution, in each the hromadas, in each the places.
func byOblast(places []*site.Item) []*site.Item {
	order := func(place *site.Item) int {
		v, ok := place.UK.Doc.Value("oblast")
		if w := v.Field; ok && w.Vocabulary != nil && w.Vocabulary.Word(v.Text) != nil {
			return w.Vocabulary.Word(v.Text).Order
		}
		return 1000
	}
	places = slices.Clone(places)
	slices.SortStableFunc(places, func(a, b *site.Item) int { return order(a) - order(b) })
	return places
}

// group makes the list of places that stand in its order.
func (v *MapView) group(rd reader, places []*site.Item, pins map[*site.Item]int) {
	seen := map[string]bool{}
	at := map[string]int{}
	for _, h := range site.Hromadas(places) {
		o := OblastView{}
		if h.Oblast != nil {
			o = OblastView{Name: rd.oblastName(h.Oblast), ID: oblastAnchor(h.Oblast.Name)}
		}
		i, ok := at[o.ID]
		if !ok {
			i = len(v.Oblasts)
			at[o.ID] = i
			v.Oblasts = append(v.Oblasts, o)
		}
		v.Oblasts[i].Hromadas = append(v.Oblasts[i].Hromadas, rd.hromada(h, pins, seen, v.Long))
	}
	v.Several = len(v.Oblasts) > 1
}

// hromada is one part of the list; seen are the anchors given so far.
func (rd reader) hromada(h site.Hromada, pins map[*site.Item]int, seen map[string]bool, long bool) HromadaView {
	kind := h.Places[0].Kind
	view := HromadaView{Name: rd.hromadaName(h.Name), Count: len(h.Places), Text: count(len(h.Places), kind.Label, rd.lang)}
	view.ID = anchor("h", ukrainian.Slug(h.Name))
	if seen[view.ID] && h.Oblast != nil {
		view.ID = anchor("h", ukrainian.Slug(h.Name), h.Oblast.Name)
	}
	seen[view.ID] = true
	view.URL = "#" + view.ID
	for _, place := range h.Places {
		p := PlaceView{Card: rd.r.card(place, rd.lang), Anchor: placeAnchor(place), Pin: pins[place]}
		if p.Pin > 0 {
			p.PinURL = "#" + pinAnchor(p.Pin)
		}
		if !long {
			view.Places = append(view.Places, p)
		} else if p.Pin > 0 && view.Pin == 0 {
			view.Pin, view.PinURL = p.Pin, p.PinURL
		}
	}
	if long {
		view.URL = rd.r.facetURL(kind.Section, "hromada", ukrainian.Slug(h.Name), rd.lang)
	}
	return view
}

func oblastAnchor(unit string) string { return anchor("o", unit) }

// Maps are the maps on which a place stands.
func (c *Card) Maps() []*Card { return c.r.cardsOf(c.r.Site.Maps(c.item), c.lang) }

func placeAnchor(place *site.Item) string { return anchor("p", place.ID) }

func pinAnchor(number int) string { return anchor("pin", strconv.Itoa(number)) }

// hromadaName is the name with its noun: «Дружківська громада», “Druzhkivska hromada”.
func (rd reader) hromadaName(name string) string {
	if folded := ukrainian.Fold(name); strings.Contains(folded, "громада") || strings.HasSuffix(folded, " тг") {
		return rd.name(name)
	}
	return rd.T("map.hromada-name", rd.name(name))
}

// pins draws the map with pins, where pins may be drawn, and tells the number of each place's pin.
func (v *MapView) pins(p *ItemPage, listed []*site.Item) map[*site.Item]int {
	s, rd := p.Card.r.Site, p.Card.reader
	var points []boundary.Point
	var places []*site.Item
	for _, place := range listed {
		if lat, lon, ok := s.Point(place); ok {
			points, places = append(points, boundary.Point{lon, lat}), append(places, place)
		}
	}
	if len(points) == 0 {
		return nil
	}
	numbers := map[*site.Item]int{}
	sheet := drawing.Plan(points, bounds(s, p.item))
	for i := range sheet.Pins {
		pin := &sheet.Pins[i]
		var names []string
		for _, at := range pin.Spots {
			numbers[places[at]] = i + 1
			title, _ := places[at].Title(rd.lang)
			names = append(names, title)
		}
		first := places[pin.Spots[0]]
		pin.ID, pin.URL = pinAnchor(i+1), "#"+placeAnchor(first)
		if v.Long {
			pin.URL = rd.r.facetURL(first.Kind.Section, "hromada", ukrainian.Slug(first.UK.Doc.Text("hromada")), rd.lang)
		}
		pin.Label = rd.T("map.pin", strconv.Itoa(i+1), enough(rd, names))
	}
	words := drawing.SheetWords{Title: p.Title(), Description: rd.T("map.description"), Kilometres: rd.T("map.kilometres")}
	v.Pins = template.HTML(sheet.Draw(words, rd.r.Outline)) // safe: escaped there
	if rd.r.Outline != nil {
		v.Attribution = rd.r.Outline.Attribution
	}
	return numbers
}

// enough are the first names of a list, and how many more there are.
func enough(rd reader, names []string) string {
	const most = 4
	if len(names) <= most {
		return strings.Join(names, "; ")
	}
	return strings.Join(names[:most], "; ") + "; " + rd.T("map.pin-more", strconv.Itoa(len(names)-most))
}

// bounds is the part of the country that a map names, or nil.
func bounds(s *site.Site, m *site.Item) *boundary.Box {
	v, ok := m.UK.Doc.Value("bounds")
	if ok {
		v, ok = s.Publishable(m, v)
	}
	if !ok || len(v.Items) != 4 {
		return nil
	}
	return &boundary.Box{West: v.Items[0].Number, South: v.Items[1].Number, East: v.Items[2].Number, North: v.Items[3].Number}
}
