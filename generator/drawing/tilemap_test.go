package drawing

import (
	"encoding/xml"
	"io"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// elements counts the elements of a drawing by name and class; it fails unless the drawing is well-formed XML without style.
func elements(t *testing.T, svg string) map[string]int {
	t.Helper()
	counts := map[string]int{}
	decoder := xml.NewDecoder(strings.NewReader(svg))
	for {
		token, err := decoder.Token()
		if err == io.EOF {
			return counts
		}
		if err != nil {
			t.Fatalf("%v in %s", err, svg)
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		class := ""
		for _, a := range start.Attr {
			switch a.Name.Local {
			case "style", "onclick", "onload":
				t.Errorf("attribute %s", a.Name.Local)
			case "class":
				class, _, _ = strings.Cut(a.Value, " ")
			}
		}
		counts[start.Name.Local]++
		counts[start.Name.Local+"."+class]++
	}
}

func TestUnits(t *testing.T) {
	places := map[[2]int]string{}
	names := Units()
	for _, u := range units {
		if other := places[[2]int{u.column, u.row}]; other != "" {
			t.Errorf("%s lies upon %s", u.name, other)
		}
		places[[2]int{u.column, u.row}] = u.name
	}
	slices.Sort(names)
	if names = slices.Compact(names); len(names) != 27 {
		t.Errorf("%d units", len(names))
	}
	for _, name := range []string{"krym", "sevastopol", "donetska", "luhanska", "kyiv"} {
		if !slices.Contains(names, name) {
			t.Errorf("%s is missing", name)
		}
	}
	if !slices.IsSortedFunc(units[:], func(a, b unit) int { return (a.row-b.row)*100 + a.column - b.column }) {
		t.Error("the Tab key would jump")
	}
}

func TestTileMap(t *testing.T) {
	tiles := map[string]Tile{}
	for i, name := range Units() {
		tiles[name] = Tile{Short: "О" + strconv.Itoa(i), Name: name + ": <" + strconv.Itoa(i) + "> місць", Count: i, URL: `by/"` + name + `"/`, Current: i == 3}
	}
	tiles["atlantyda"] = Tile{Short: "А", Count: 1000}
	svg := TileMap("Назва & решта", "<Опис>", tiles)
	got := elements(t, svg)
	if got["rect"] != 27 || got["a.tile"] != 26 || got["g.tile"] != 1 || got["text.tile-name"] != 27 || got["text.tile-count"] != 26 {
		t.Errorf("%v", got)
	}
	for _, want := range []string{"<title>Назва &amp; решта</title>", "<desc>&lt;Опис&gt;</desc>", `role="group"`, `aria-current="true"`, ">26</text>"} {
		if strings.Count(svg, want) != 1 {
			t.Errorf("%d times %s", strings.Count(svg, want), want)
		}
	}
	if strings.Contains(svg, "id=") {
		t.Error("a tile has an id")
	}
	bare := TileMap("", "", nil)
	if got := elements(t, bare); got["g.tile"] != 27 || got["a"] != 0 || strings.Count(bare, `class="tile t0"`) != 27 {
		t.Errorf("without tiles: %v", got)
	}
	if again := TileMap("Назва & решта", "<Опис>", tiles); again != svg {
		t.Error("two drawings of one map")
	}
}

func TestTileCover(t *testing.T) {
	svg := TileCover(map[string]int{"donetska": 4, "krym": 1, "kyiv": 0})
	elements(t, svg)
	if n := strings.Count(svg, "h26v26h-26z"); n != 27 {
		t.Errorf("%d tiles", n)
	}
	if len(svg) > 900 {
		t.Errorf("%d bytes", len(svg))
	}
}

// TestSteps: the legend says of every number the tone it has.
func TestSteps(t *testing.T) {
	for most := range 200 {
		seen := 0
		for _, step := range Steps(most) {
			for n := step.From; n <= step.To; n++ {
				if seen++; n != seen || tone(n, most) != step.Tone {
					t.Fatalf("most %d: %d has tone %d, the legend says %v", most, n, tone(n, most), step)
				}
			}
		}
		if seen != most || tone(0, most) != 0 || most > 0 && tone(most, most) != steps {
			t.Fatalf("most %d: the legend ends at %d", most, seen)
		}
	}
}
