package render

import (
	"html/template"
	"slices"
	"strconv"
	"strings"

	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// FigureView is a figure: declared with its source, or computed from events.
type FigureView struct {
	reader
	Value              int
	Text, Source, Key  string
	YearURL, YearTitle string
	Computed           bool
}

// Digits is how many digits the figure has: its styles leave them room.
func (f FigureView) Digits() int { return len(strconv.Itoa(f.Value)) }

// figureText is the figure in words: with its own label, which goes on from the number («педагогів відвідали центр»), or with the noun.
func (rd reader) figureText(f site.Figure) string {
	if f.Item != nil && rd.lang == site.UK && !site.Few(f.Key, f.Value) {
		if v, ok := f.Item.Value("label", site.UK); ok {
			return ukrainian.Number(f.Value) + " " + v.Text
		}
	}
	return f.Text(rd.lang)
}

// FigureText is a declared figure in words; "" of what is none.
func (c *Card) FigureText() string {
	if f, ok := site.FigureOf(c.item); ok {
		return c.figureText(f)
	}
	return ""
}

func (rd reader) figure(f site.Figure) FigureView {
	return FigureView{
		reader: rd, Value: f.Value, Text: rd.figureText(f), Source: rd.figureSource(f), Key: f.Key, Computed: f.Computed,
		YearURL: root + "years/" + f.Year.Slug + "/", YearTitle: rd.yearTitle(f.Year),
	}
}

// figureSource is who declared the figure and as of when, unless the source tells this itself: «Звіт кабінету, станом на 1 червня 2020 р.».
func (rd reader) figureSource(f site.Figure) string {
	if f.Item == nil || f.Source == "" {
		return f.Source
	}
	on, ok := f.Item.Value("declared_on", site.UK)
	if !ok || strings.Contains(f.Source, on.Date.String()) {
		return f.Source
	}
	return f.Source + ", " + rd.T("as-of", rd.r.card(f.Item, rd.lang).Text("declared_on"))
}

func (rd reader) figures(year *site.Year) []FigureView {
	var views []FigureView
	for _, f := range year.Shown {
		views = append(views, rd.figure(f))
	}
	return views
}

func (rd reader) yearTitle(y *site.Year) string {
	return rd.academicYear(y.First)
}

// YearPage is one academic year.
type YearPage struct {
	Frame
	figureView
	at int
}

func (r *Renderer) yearPage(at int) ([]byte, error) {
	year := r.Site.Years[at]
	path := "years/" + year.Slug
	view := &YearPage{Frame: r.frame(site.UK, "year", path, site.UK), at: at}
	view.figureView = figureView{view.reader, year}
	view.Title = ukrainian.AcademicYearText(year.First)
	view.Breadcrumbs = []Link{view.home(), {Title: view.T("years.title"), URL: root + "years/"}}
	view.Summary = year.Sentence()
	view.subject.Year = year
	return r.execute(r.layouts.pages["year"], view, path+"/")
}

// Body is empty: the year speaks through its figures.
func (p *YearPage) Body() template.HTML { return "" }

// ReportURL is the address of the year's report for print; "" where there is none.
func (p *YearPage) ReportURL() string { return reportURL(p.year) }

// foremost are the kinds that stand first on the page of a year.
var foremost = []string{"event", "contest", "project", "manual", "document"}

// Groups is what was held in the year, by section.
func (p *YearPage) Groups() []Group {
	var groups []Group
	for _, item := range p.year.Items {
		if n := len(groups); n == 0 || groups[n-1].Section != item.Section {
			groups = append(groups, Group{Label: p.sectionTitle(p.r.Site.Section(item.Section)), Section: item.Section})
		}
		last := &groups[len(groups)-1]
		last.Cards = append(last.Cards, p.r.card(item, p.lang))
	}
	place := func(g Group) int {
		if at := slices.Index(foremost, g.Cards[0].KindName()); at >= 0 {
			return at
		}
		return len(foremost)
	}
	slices.SortStableFunc(groups, func(a, b Group) int { return place(a) - place(b) })
	return groups
}

// Prev is the year before, or nil.
func (p *YearPage) Prev() *Link { return p.neighbour(p.at + 1) }

// Next is the year after, or nil.
func (p *YearPage) Next() *Link { return p.neighbour(p.at - 1) }

func (p *YearPage) neighbour(at int) *Link {
	if at < 0 || at >= len(p.r.Site.Years) {
		return nil
	}
	y := p.r.Site.Years[at]
	return &Link{Title: p.yearTitle(y), URL: root + "years/" + y.Slug + "/"}
}

// YearsPage lists the academic years.
type YearsPage struct{ Frame }

// YearView is a year in the list of years.
type YearView struct {
	Title, URL string
	Figures    []FigureView
}

// Years are all years, the newest first.
func (p *YearsPage) Years() []YearView {
	var views []YearView
	for _, y := range p.r.Site.Years {
		views = append(views, YearView{Title: p.yearTitle(y), URL: root + "years/" + y.Slug + "/", Figures: figureView{p.reader, y}.Figures()})
	}
	return views
}

// Body is empty.
func (p *YearsPage) Body() template.HTML { return "" }

func (r *Renderer) yearsPage() ([]byte, error) {
	view := &YearsPage{r.frame(site.UK, "years", "years", site.UK)}
	view.Title = view.T("years.title")
	view.Breadcrumbs = []Link{view.home()}
	return r.execute(r.layouts.pages["years"], view, "years/")
}
