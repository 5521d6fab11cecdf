package render

import (
	"fmt"
	"html/template"
	"slices"
	"strconv"

	"github.com/som-hub/vitryna/generator/drawing"
	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// figureView shows the figures of a year: on its page and in its report.
type figureView struct {
	rd   reader
	year *site.Year
}

// FigureTable is a table of figures with the chart that repeats it; without a chart where there is one row.
type FigureTable struct {
	Title, What, Count string // its name and those of its columns
	Rows               []FigureRow
	Chart              template.HTML
}

// FigureRow is one line of a table. The number and its noun are one piece of text (ST-09).
type FigureRow struct {
	Label, URL, Text string
	Value            int
	Note             int    // the number of the note that names its source; 0: none
	NoteLabel        string // «Примітка 1»
}

// most is how many computed figures stand first; the tables have all.
const most = 6

// Figures are the figures of the year that stand first: of computed ones the largest.
func (v figureView) Figures() []FigureView {
	views := v.rd.figures(v.year)
	for len(views) > most {
		least := -1
		for i, f := range views {
			if form := v.rd.r.Site.Form(f.Key) != nil; f.Computed && form && (least < 0 || f.Value <= views[least].Value) {
				least = i
			}
		}
		if least < 0 {
			break
		}
		views = slices.Delete(views, least, least+1)
	}
	return views
}

// Sentence tells them in words.
func (v figureView) Sentence() string { return v.year.Sentence() }

// FormsTable is the events of the year by form of work; nil where there are none.
func (v figureView) FormsTable() *FigureTable {
	table := v.table("year.forms", "forms.one", "year.events")
	var bars []drawing.Bar
	for _, row := range v.year.Rows {
		if !row.Form {
			continue
		}
		line := v.row(row)
		if v.rd.r.Site.Form(row.Word.Name) != nil {
			line.URL = root + site.Address("forms/"+row.Word.Name, v.rd.lang)
		}
		table.Rows = append(table.Rows, line)
		bars = append(bars, drawing.Bar{Label: line.Text, Value: line.Value})
	}
	if len(bars) > 1 {
		table.Chart = template.HTML(drawing.Bars(bars)) // safe: the program's own drawing
	}
	return table.orNil()
}

// MonthsTable is the events of the year by month, from the records alone; nil where all lie in one month.
func (v figureView) MonthsTable() *FigureTable {
	table, used := v.table("year.months", "year.months.what", "year.events"), 0
	var bars []drawing.Bar
	for i, n := range v.year.Computed.Months {
		month, year := (i+8)%12+1, v.year.First+(i+8)/12
		line := FigureRow{Label: v.rd.T(fmt.Sprintf("month.%02d", month)) + " " + strconv.Itoa(year), Text: v.rd.Count(n, "count.events"), Value: n}
		if n > 0 {
			used++
			line.URL = v.rd.monthURL(year, month)
		}
		table.Rows = append(table.Rows, line)
		bars = append(bars, drawing.Bar{Label: v.rd.T(fmt.Sprintf("month-short.%02d", month)), Text: ukrainian.Number(n), Value: n})
	}
	if used < 2 {
		return nil
	}
	table.Chart = template.HTML(drawing.Columns(bars)) // safe: the program's own drawing
	return table
}

// monthURL is the page of a month in the calendar; "" where it has none.
func (rd reader) monthURL(year, month int) string {
	slug := fmt.Sprintf("%d-%02d", year, month)
	for _, m := range rd.r.Site.Calendar.Months {
		if m.Slug() == slug {
			return root + site.Address("calendar/"+slug, rd.lang)
		}
	}
	return ""
}

// VisitsTable is the visits of the year by audience, and apart from them who took part from afar (ST-04); nil where nobody has counted.
func (v figureView) VisitsTable() *FigureTable {
	table := v.table("year.visits", "year.visits.what", "year.visits.count")
	for _, row := range v.year.Rows {
		if row.People {
			table.Rows = append(table.Rows, v.row(row))
		}
	}
	for _, apart := range v.year.Computed.Apart() {
		switch label := v.rd.T(apart.Key); {
		case apart.N > 0:
			table.Rows = append(table.Rows, FigureRow{Label: label, Text: v.rd.Count(apart.N, "count.participants"), Value: apart.N}.noted(v, ""))
		case apart.Over > 0:
			table.Rows = append(table.Rows, FigureRow{Label: label, Text: v.rd.T("figure.over", v.rd.Count(apart.Over, "count.participants")), Value: apart.Over}.noted(v, ""))
		}
	}
	return table.orNil()
}

func (v figureView) table(title, what, count string) *FigureTable {
	return &FigureTable{Title: v.rd.T(title), What: v.rd.T(what), Count: v.rd.T(count)}
}

func (t *FigureTable) orNil() *FigureTable {
	if len(t.Rows) == 0 {
		return nil
	}
	return t
}

func (v figureView) row(row site.Row) FigureRow {
	f := row.Figure()
	line := FigureRow{Label: row.Word.Label.In(v.rd.lang), Text: f.Text(v.rd.lang), Value: f.Value}
	if row.Declared != nil {
		return line.noted(v, row.Declared.Source)
	}
	return line.noted(v, "")
}

// noted gives a row the number of the note that names its source.
func (r FigureRow) noted(v figureView, source string) FigureRow {
	if n := v.note(source); n > 0 {
		r.Note, r.NoteLabel = n, v.rd.T("figure.note", n)
	}
	return r
}

// NoteView says where figures come from. A note that is alone has the number 0.
type NoteView struct {
	Number int
	Text   string
}

// Notes say where the figures of the tables come from.
func (v figureView) Notes() []NoteView {
	var notes []NoteView
	for _, source := range v.sources() {
		note := NoteView{v.note(source), v.rd.T("figure.computed")}
		if source != "" {
			note.Text = v.rd.T("figure.source", source)
		}
		notes = append(notes, note)
	}
	return notes
}

// sources are the sources of the year's figures; "" are the records of events.
func (v figureView) sources() []string {
	var list []string
	computed := v.apart()
	for _, row := range v.year.Rows {
		switch {
		case row.Declared == nil:
			computed = true
		case !slices.Contains(list, row.Declared.Source):
			list = append(list, row.Declared.Source)
		}
	}
	if computed {
		list = append(list, "")
	}
	return list
}

// apart tells that people who took part from afar stand in the table of visits: so few of them that nothing may be told do not (ST-08).
func (v figureView) apart() bool {
	return slices.ContainsFunc(v.year.Computed.Apart(), func(a site.Apart) bool { return a.N > 0 || a.Over > 0 })
}

func (v figureView) note(source string) int {
	sources := v.sources()
	if len(sources) < 2 {
		return 0
	}
	return slices.Index(sources, source) + 1
}

// Counted tells whether visits come from the records: they count visits, not persons (ST-04). How declared ones were counted is not known.
func (v figureView) Counted() bool {
	return v.apart() || slices.ContainsFunc(v.year.Rows, func(r site.Row) bool { return r.People && r.Declared == nil })
}

// Unknown says for how many events nobody has stated who came; "" where all have (ST-07).
func (v figureView) Unknown() string {
	if v.year.Computed.Unknown == 0 {
		return ""
	}
	return v.rd.T("year.unknown", v.rd.Count(v.year.Computed.Unknown, "count.events-of"))
}

// Recorded is how many events the records of the year hold: «65 заходів»; "" where there are none.
func (v figureView) Recorded() string {
	if v.year.Computed.Events == 0 {
		return ""
	}
	return v.rd.Count(v.year.Computed.Events, "count.events")
}

// Data are the files with the figures for programs.
func (v figureView) Data() []Link {
	if len(v.year.Rows) == 0 {
		return nil
	}
	base := root + yearFile(v.year)
	return []Link{{Title: "CSV", URL: base + ".csv"}, {Title: "JSON", URL: base + ".json"}}
}

// yearFile is the path of a year's data without its ending.
func yearFile(year *site.Year) string { return "years/" + year.Slug + "/" + year.Slug }
