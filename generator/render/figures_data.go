package render

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/table"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// figureData is a figure for programs: declared and computed beside each other (ST-09). One to four children are not told, nor a sum
// from which they could be known (ST-08).
type figureData struct {
	Group      string `json:"group"` // form, visits, other, apart, events, month
	Key        string `json:"key"`
	Label      string `json:"label"`
	Declared   *int   `json:"declared,omitempty"`
	Computed   *int   `json:"computed,omitempty"`
	Few        bool   `json:"few,omitempty"` // a value that is left out: from 1 to 4, or a sum that holds such a one
	Source     string `json:"source,omitempty"`
	DeclaredOn string `json:"declared_on,omitempty"`
}

// figuresData are all figures of a year. What is computed stands only where the year has records of events.
func (r *Renderer) figuresData(year *site.Year) []figureData {
	rd := reader{r, site.UK}
	var list []figureData
	add := func(d figureData, declared *site.Figure, computed int, betrays bool) {
		if declared != nil {
			d.Source = declared.Source
			if on, ok := declared.Item.Value("declared_on", site.UK); ok {
				d.DeclaredOn = on.Date.String()
			}
			if d.Few = site.Few(d.Key, declared.Value); !d.Few {
				d.Declared = &declared.Value
			}
		}
		switch {
		case betrays, site.Few(d.Key, computed):
			d.Few = true
		case year.Computed.Events > 0:
			d.Computed = &computed
		}
		list = append(list, d)
	}
	for _, row := range year.Rows {
		group := "other"
		switch {
		case row.Form:
			group = "form"
		case row.People:
			group = "visits"
		}
		add(figureData{Group: group, Key: row.Word.Name, Label: row.Word.Label.UK}, row.Declared, row.Computed, row.Betrays)
	}
	if c := year.Computed; c.Events > 0 {
		for _, apart := range c.Apart() {
			add(figureData{Group: "apart", Key: strings.TrimPrefix(apart.Key, "year."), Label: rd.T(apart.Key)}, nil, apart.N, apart.Betrays)
		}
		add(figureData{Group: "events", Key: "events", Label: rd.T("year.events")}, nil, c.Events, false)
		add(figureData{Group: "events", Key: "unknown", Label: rd.T("year.events.unknown")}, nil, c.Unknown, false)
		for i, n := range c.Months {
			month, y := (i+8)%12+1, year.First+(i+8)/12
			add(figureData{Group: "month", Key: fmt.Sprintf("%d-%02d", y, month), Label: rd.T(fmt.Sprintf("month.%02d", month)) + " " + strconv.Itoa(y)}, nil, n, false)
		}
	}
	return list
}

func (r *Renderer) yearJSON(year *site.Year) ([]byte, error) {
	document := struct {
		Year    string       `json:"year"`
		Title   string       `json:"title"`
		Owner   string       `json:"owner,omitempty"`
		Licence string       `json:"licence,omitempty"`
		Figures []figureData `json:"figures"`
	}{year.Slug, ukrainian.AcademicYearText(year.First), r.Site.Config.Owner, licences[r.Site.Config.Rights], r.figuresData(year)}
	var buf bytes.Buffer
	encoder := json.NewEncoder(&buf)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	err := encoder.Encode(document)
	return buf.Bytes(), err
}

// yearCSV is the same for Excel, as the lists of the site are, with Ukrainian headings.
func (r *Renderer) yearCSV(year *site.Year) []byte {
	rd := reader{r, site.UK}
	rows := [][]string{{rd.T("metric.what"), rd.T("data.declared"), rd.T("figure.computed"), rd.T("metric.source"), rd.T("data.as-of"), rd.T("data.key")}}
	for _, d := range r.figuresData(year) {
		if !d.Few || d.Declared != nil || d.Computed != nil {
			rows = append(rows, []string{table.Guarded(d.Label), cell(d.Declared), cell(d.Computed), table.Guarded(d.Source), d.DeclaredOn, d.Key})
		}
	}
	return table.Write(rows)
}

func cell(n *int) string {
	if n == nil {
		return ""
	}
	return strconv.Itoa(*n)
}
