package render

import (
	"slices"

	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// ReportPage is the annual report of a year, for print (domain 2.4). It tells what the centre did itself: nothing of others, no examples.
type ReportPage struct {
	Frame
	figureView
}

// reported tells whether a year has enough for a report: figures, or events that were held.
func reported(year *site.Year) bool { return len(year.Shown) > 0 || year.Computed.Events > 0 }

// reportURL is the address of a year's report; "" where there is none.
func reportURL(year *site.Year) string {
	if !reported(year) {
		return ""
	}
	return root + "years/" + year.Slug + "/report/"
}

func (r *Renderer) reportPage(year *site.Year) ([]byte, error) {
	path := "years/" + year.Slug + "/report"
	view := &ReportPage{Frame: r.frame(site.UK, "report", path, site.UK)}
	view.figureView = figureView{view.reader, year}
	view.Title = view.T("report.title") + " " + view.YearText()
	view.Summary = year.Sentence()
	view.Breadcrumbs = []Link{view.home(), {Title: view.T("years.title"), URL: root + "years/"}, {Title: view.yearTitle(year), URL: view.YearURL()}}
	return r.execute(r.layouts.pages["report"], view, path+"/")
}

// YearText is the year of the report: «за 2019–2020 навчальний рік».
func (p *ReportPage) YearText() string {
	return p.T("report.for", ukrainian.AcademicYearText(p.year.First))
}

// YearURL is the address of the year's page.
func (p *ReportPage) YearURL() string { return root + "years/" + p.year.Slug + "/" }

// ReportForm is a form of work with its events of the year, the earliest first.
type ReportForm struct {
	Title, Text string // «Тренінги», «30 тренінгів»
	Cards       []*Card
}

// Held are the events of the year by form of work.
func (p *ReportPage) Held() []ReportForm {
	byForm := map[string][]*site.Item{}
	for _, item := range p.year.Computed.Held {
		form := item.UK.Doc.Text("form")
		byForm[form] = append(byForm[form], item)
	}
	var list []ReportForm
	for _, word := range p.r.Site.FormWords() {
		cards := p.r.cardsOf(byForm[word.Name], p.lang)
		if len(cards) == 0 {
			continue
		}
		title := word.Count.UK.Few
		if title == "" {
			title = word.Label.UK
		}
		text := site.Figure{Key: word.Name, Value: len(byForm[word.Name]), Word: word}.Text(p.lang)
		list = append(list, ReportForm{Title: ukrainian.Capital(title), Text: text, Cards: cards})
	}
	return list
}

// Of are the year's own items of a kind: project, contest, manual, document.
func (p *ReportPage) Of(kind string) []*Card {
	var items []*site.Item
	for _, item := range p.year.Items {
		if item.Kind.Name == kind && own(item) {
			items = append(items, item)
		}
	}
	return p.r.cardsOf(items, p.lang)
}

func own(item *site.Item) bool { return item.UK.Doc.Text("origin") != "external" && !item.Example() }

// Partners are the partners of the year's events and projects, in their own order.
func (p *ReportPage) Partners() []*Card {
	met := map[*site.Item]bool{}
	add := func(item *site.Item) {
		if v, ok := item.UK.Doc.Value("partners"); ok {
			for _, partner := range p.r.Site.Refs(v) {
				met[partner] = true
			}
		}
	}
	for _, item := range p.year.Computed.Held {
		add(item)
	}
	for _, item := range p.year.Items {
		if item.Kind.Name == "project" && own(item) {
			add(item)
		}
	}
	var list []*site.Item
	for _, sec := range p.r.Site.Sections {
		if sec.Kind.Name == "partner" {
			list = slices.DeleteFunc(slices.Clone(sec.Items), func(item *site.Item) bool { return !met[item] })
		}
	}
	return p.r.cardsOf(list, p.lang)
}
