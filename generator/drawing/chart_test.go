package drawing

import (
	"encoding/xml"
	"io"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

// element is what a test reads of a chart.
type element struct {
	Name, Text string
	Attr       map[string]string
}

var chartAllowed = map[string]map[string]string{
	"svg":  {"class": `chart`, "width": `100%`, "height": `[1-9]\d*`, "aria-hidden": `true`, "focusable": `false`},
	"rect": {"class": `chart-(bar|line)`, "x": `\d+(\.\d\d?)?%|0`, "y": `\d+`, "width": `\d+(\.\d\d?)?%`, "height": `[1-9]\d*`},
	"text": {"class": `chart-(name|value)`, "x": `\d+(\.\d\d?)?%|0`, "y": `\d+`, "text-anchor": `end|middle`},
}

// readChart proves that a chart is a whole piece of XML with nothing in it but what it may hold, inside its own bounds.
func readChart(t *testing.T, svg string) (elements []element) {
	t.Helper()
	var open []int
	d := xml.NewDecoder(strings.NewReader(svg))
	for {
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatalf("%v\n%s", err, svg)
		}
		switch token := token.(type) {
		case xml.StartElement:
			e := element{Name: token.Name.Local, Attr: map[string]string{}}
			for _, a := range token.Attr {
				pattern, ok := chartAllowed[e.Name][a.Name.Local]
				if !ok || !regexp.MustCompile(`^(?:`+pattern+`)$`).MatchString(a.Value) {
					t.Errorf("%s has %s=%q", e.Name, a.Name.Local, a.Value)
				}
				e.Attr[a.Name.Local] = a.Value
			}
			elements = append(elements, e)
			open = append(open, len(elements)-1)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			elements[open[len(open)-1]].Text += string(token)
		}
	}
	high, _ := strconv.Atoi(elements[0].Attr["height"])
	for _, e := range elements[1:] {
		y, _ := strconv.Atoi(e.Attr["y"])
		h, _ := strconv.Atoi(e.Attr["height"])
		if share(e, "x")+share(e, "width") > 100.02 || y+h > high || e.Name == "text" && y < 10 {
			t.Errorf("outside of %d: %v", high, e)
		}
	}
	return elements
}

func share(e element, name string) float64 {
	f, _ := strconv.ParseFloat(strings.TrimSuffix(e.Attr[name], "%"), 64)
	return f
}

func bars(values ...int) []Bar {
	var list []Bar
	for i, v := range values {
		list = append(list, Bar{Label: "назва " + strconv.Itoa(i), Text: strconv.Itoa(v), Value: v})
	}
	return list
}

func of(elements []element, class string) (list []element) {
	for _, e := range elements {
		if e.Attr["class"] == class {
			list = append(list, e)
		}
	}
	return list
}

func TestBars(t *testing.T) {
	chart := readChart(t, Bars(bars(30, 10, 5, 0, 1)))
	var widths []string
	for _, e := range of(chart, "chart-bar") {
		widths = append(widths, e.Attr["width"])
	}
	if got, want := strings.Join(widths, " "), "100% 33.33% 16.67% 3.33%"; got != want {
		t.Errorf("widths %s, want %s", got, want)
	}
	names, values := of(chart, "chart-name"), of(chart, "chart-value")
	if len(names) != 5 || len(values) != 5 || names[3].Text != "назва 3" || values[3].Text != "0" || values[0].Text != "30" {
		t.Errorf("%v %v", names, values)
	}
}

func TestColumns(t *testing.T) {
	chart := readChart(t, Columns(bars(4, 7, 9, 10, 7, 9, 7, 4, 6, 0, 0, 1)))
	got := of(chart, "chart-bar")
	var heights []string
	for _, e := range got {
		heights = append(heights, e.Attr["height"])
		y, _ := strconv.Atoi(e.Attr["y"])
		h, _ := strconv.Atoi(e.Attr["height"])
		if y+h != columns {
			t.Errorf("%v does not stand on the line", e)
		}
	}
	if got, want := strings.Join(heights, " "), "60 105 135 150 105 135 105 60 90 15"; got != want {
		t.Errorf("heights %s, want %s", got, want)
	}
	if names, values := of(chart, "chart-name"), of(chart, "chart-value"); len(names) != 12 || len(values) != 10 {
		t.Errorf("%d names, %d values", len(names), len(values))
	}
	for i := 1; i < len(got); i++ {
		if share(got[i], "x") < share(got[i-1], "x")+share(got[i-1], "width") {
			t.Errorf("%v lies upon %v", got[i], got[i-1])
		}
	}
}

// Whatever the values and names, a chart is whole and stays within its bounds.
func TestChartBounds(t *testing.T) {
	many := make([]int, 200)
	for i := range many {
		many[i] = i * i
	}
	for _, values := range [][]int{{0}, {1}, {-5}, {-5, 3}, {0, 0, 0}, {math.MaxInt, 1}, {math.MinInt, math.MaxInt}, many} {
		for _, draw := range []func([]Bar) string{Bars, Columns} {
			list := bars(values...)
			list[0].Label, list[0].Text = `<script>alert("ні")</script> & ]]> `+strings.Repeat("Щ", 90), "10\u00a0000 & <1>"
			svg := draw(list)
			if svg != draw(list) {
				t.Error("two charts of the same bars")
			}
			if len(svg) > 400*len(list)+600 {
				t.Errorf("%d bytes for %d bars", len(svg), len(list))
			}
			chart := readChart(t, svg)
			if name := of(chart, "chart-name")[0].Text; utf8.RuneCountInString(name) > longName || !strings.HasPrefix(name, "<script>") || !strings.HasSuffix(name, "…") {
				t.Errorf("name %q", name)
			}
			for i, e := range of(chart, "chart-bar") {
				if share(e, "width") > 100 {
					t.Errorf("bar %d: %v", i, e)
				}
			}
		}
	}
	if Bars(nil) != "" || Columns(nil) != "" {
		t.Error("a chart of nothing")
	}
}
