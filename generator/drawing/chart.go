package drawing

import (
	"encoding/xml"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Bar is one bar of a chart.
type Bar struct {
	Label string
	Text  string // the value as the page writes it; empty where the label says it
	Value int    // below 0 is drawn as 0
}

// A chart is as wide as its place, in percent, and as high as it says, in pixels: its words keep the size of the page's, on a phone
// and on paper. It repeats a table that stands before it, so it says nothing to a screen reader. Its classes are chart, chart-bar,
// chart-line, chart-name and chart-value; assets/figures.css gives them colour and size.
const (
	barRow    = 44  // of a lying bar with its name above it
	barHigh   = 12  // of the bar alone
	barTop    = 22  // of the bar below the top of its row
	columns   = 170 // height of the place for standing bars
	longest   = 150 // of a standing bar; its number stands above it
	columnsOf = columns + 26
	longName  = 44 // runes of a name that still fit a phone
)

// Bars draws bars that lie one under another, each below its name and its number. No bars are no chart.
func Bars(bars []Bar) string {
	if len(bars) == 0 {
		return ""
	}
	c := newChart(bars, len(bars)*barRow-(barRow-barTop-barHigh))
	for i, bar := range bars {
		y := i * barRow
		c.text("chart-name", "0", y+15, "", cutName(bar.Label))
		if bar.Text != "" {
			c.text("chart-value", "100%", y+15, "end", bar.Text)
		}
		c.box("chart-line", "0", "100%", y+barTop+barHigh-1, 1)
		if share := c.share(bar); share > 0 {
			c.box("chart-bar", "0", percent(100*share), y+barTop, barHigh)
		}
	}
	return c.end()
}

// Columns draws bars that stand side by side on a line, each above its name: months.
func Columns(bars []Bar) string {
	if len(bars) == 0 {
		return ""
	}
	c := newChart(bars, columnsOf)
	wide := 100 / float64(len(bars))
	for i, bar := range bars {
		left, middle := float64(i)*wide, percent((float64(i)+0.5)*wide)
		if share := c.share(bar); share > 0 {
			high := max(1, int(math.Round(longest*share)))
			c.box("chart-bar", percent(left+0.15*wide), percent(0.7*wide), columns-high, high)
			c.text("chart-value", middle, columns-high-6, "middle", bar.Text)
		}
		c.text("chart-name", middle, columns+19, "middle", cutName(bar.Label))
	}
	c.box("chart-line", "0", "100%", columns, 1)
	return c.end()
}

// chart writes a chart.
type chart struct {
	strings.Builder
	most int
}

func newChart(bars []Bar, high int) *chart {
	c := &chart{}
	for _, bar := range bars {
		c.most = max(c.most, bar.Value)
	}
	c.WriteString(`<svg class="chart" width="100%" height="` + strconv.Itoa(high) + `" aria-hidden="true" focusable="false">`)
	return c
}

// share is a bar's part of the longest.
func (c *chart) share(bar Bar) float64 {
	if bar.Value <= 0 {
		return 0
	}
	return float64(bar.Value) / float64(c.most)
}

func (c *chart) box(class, x, wide string, y, high int) {
	c.WriteString(`<rect class="` + class + `" x="` + x + `" y="` + strconv.Itoa(y) + `" width="` + wide + `" height="` + strconv.Itoa(high) + `"/>`)
}

func (c *chart) text(class, x string, y int, anchor, text string) {
	c.WriteString(`<text class="` + class + `" x="` + x + `" y="` + strconv.Itoa(y) + `"`)
	if anchor != "" {
		c.WriteString(` text-anchor="` + anchor + `"`)
	}
	c.WriteString(`>`)
	_ = xml.EscapeText(c, []byte(text)) // a builder takes everything
	c.WriteString(`</text>`)
}

func (c *chart) end() string {
	c.WriteString(`</svg>`)
	return c.String()
}

// percent writes a share to two decimals.
func percent(x float64) string {
	return strconv.FormatFloat(math.Round(x*100)/100, 'f', -1, 64) + "%"
}

// cutName shortens a name that no phone has room for; the table has it whole.
func cutName(name string) string {
	if utf8.RuneCountInString(name) <= longName {
		return name
	}
	return strings.TrimRight(string([]rune(name)[:longName-1]), " ,.–—") + "…"
}
