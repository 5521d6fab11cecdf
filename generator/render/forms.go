package render

import (
	"strconv"

	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// FormsPage lists the forms of work.
type FormsPage struct{ Frame }

// FormView is a form of work in the list of them.
type FormView struct {
	Title, Name, URL string
	Count            string // «30 тренінгів»; "" where it was never used
	Term             *Card  // of the glossary, or nil
}

// Forms are all forms of work that the site knows, in their order.
func (p *FormsPage) Forms() []FormView {
	var views []FormView
	for _, form := range p.r.Site.Forms {
		views = append(views, FormView{
			Title: ukrainian.Capital(form.Word.Label.In(p.lang)), Name: form.Word.Name, URL: root + site.Address("forms/"+form.Word.Name, p.lang),
			Count: form.Count(p.lang), Term: p.r.card(form.Term, p.lang),
		})
	}
	return views
}

func (r *Renderer) formsPage(lang string) ([]byte, error) {
	view := &FormsPage{r.frame(lang, "forms", "forms", r.Site.Config.Languages...)}
	view.Title, view.Summary = view.T("forms.title"), view.T("forms.summary")
	view.Breadcrumbs = []Link{view.home()}
	view.subject.Section = r.formSection()
	return r.execute(r.layouts.pages["forms"], view, site.Address("forms", lang))
}

// formSection is the section of the events whose forms they are.
func (r *Renderer) formSection() *site.Section {
	for _, sec := range r.Site.Sections {
		if sec.Kind.Name == "event" {
			return sec
		}
	}
	return nil
}

// FormPage is one form of work: what it is, how often it was used, and a page of its events.
type FormPage struct {
	ListPage
	form *site.Form
}

func (r *Renderer) formPage(form *site.Form, l *list, number int, lang string) ([]byte, error) {
	path := l.at(number)
	view := &FormPage{ListPage: ListPage{Frame: r.frame(lang, "form", path, r.Site.Config.Languages...), list: l, number: number}, form: form}
	view.KindName = l.section.Kind.Name
	view.Title = ukrainian.Capital(form.Word.Label.In(lang))
	view.Breadcrumbs = []Link{view.home(), {Title: view.T("forms.title"), URL: root + site.Address("forms", lang)}}
	if term := view.Term(); term != nil {
		view.Summary = term.Summary()
	}
	if number > 1 {
		view.Breadcrumbs = append(view.Breadcrumbs, Link{Title: view.Title, URL: root + site.Address(l.path, lang)})
		view.Title += " — " + view.T("list.page", strconv.Itoa(number))
	}
	view.subject.Section = l.section
	return r.execute(r.layouts.pages["form"], view, site.Address(path, lang))
}

// First tells whether this is the first page of the form's events.
func (p *FormPage) First() bool { return p.number == 1 }

// Count is how often the form was used over all years: «30 тренінгів»; "" if never.
func (p *FormPage) Count() string { return p.form.Count(p.lang) }

// Term is what the glossary says of the form, or nil.
func (p *FormPage) Term() *Card { return p.r.card(p.form.Term, p.lang) }

// FormYearView is a year in which the form was used.
type FormYearView struct {
	Title, URL, Text string
	Source           string // of a declared figure, as it was written; empty of a computed one
}

// Years are the years in which the form was used, the newest first.
func (p *FormPage) Years() []FormYearView {
	var views []FormYearView
	for _, y := range p.form.Years {
		view := FormYearView{
			Title: p.yearTitle(y.Year), URL: root + "years/" + y.Year.Slug + "/",
			Text: site.Figure{Key: p.form.Word.Name, Value: y.Row.Value(), Word: p.form.Word}.Text(p.lang),
		}
		if y.Row.Declared != nil {
			view.Source = y.Row.Declared.Source
		}
		views = append(views, view)
	}
	return views
}

// Others tells that the list holds events that the numbers leave out: planned, cancelled, or held by others.
func (p *FormPage) Others() bool {
	counted := 0
	for _, year := range p.r.Site.Years {
		for _, item := range year.Computed.Held {
			if item.State == site.Shown && item.UK.Doc.Text("form") == p.form.Word.Name {
				counted++
			}
		}
	}
	return counted < len(p.form.Items)
}

// FormURL is the page of an event's form of work; "" where it has none.
func (c *Card) FormURL() string {
	if form := c.r.Site.Form(c.item.UK.Doc.Text("form")); form != nil && c.item.Kind.Name == "event" {
		return root + site.Address("forms/"+form.Word.Name, c.lang)
	}
	return ""
}

// EventsURL is the list of all events.
func (p *FormPage) EventsURL() string { return p.Link(p.list.section.Kind.Section) }

// TotalText is the number of the form's events with pages: «22 заходи».
func (p *FormPage) TotalText() string {
	return count(len(p.list.items), p.list.section.Kind.Label, p.lang)
}

// figures adds the report of every year and its data.
func (p *pageList) figures() {
	for _, year := range p.r.Site.Years {
		if reported(year) {
			p.add("years/"+year.Slug+"/report", []string{site.UK}, site.UK, nil, func() ([]byte, error) { return p.r.reportPage(year) })
		}
		if len(year.Rows) > 0 {
			p.pages = append(p.pages,
				Page{Address: yearFile(year) + ".csv", Make: func() ([]byte, error) { return p.r.yearCSV(year), nil }},
				Page{Address: yearFile(year) + ".json", Make: func() ([]byte, error) { return p.r.yearJSON(year) }})
		}
	}
}

// forms adds the pages of the forms of work: of a site without events there are none.
func (p *pageList) forms() {
	section, languages := p.r.formSection(), p.r.Site.Config.Languages
	if len(p.r.Site.Forms) == 0 || section == nil {
		return
	}
	for _, lang := range languages {
		p.add("forms", languages, lang, nil, func() ([]byte, error) { return p.r.formsPage(lang) })
	}
	for _, form := range p.r.Site.Forms {
		l := &list{path: "forms/" + form.Word.Name, kind: "form", section: section, items: form.Items}
		for number := range l.pages() {
			for _, lang := range languages {
				p.add(l.at(number+1), languages, lang, nil, func() ([]byte, error) { return p.r.formPage(form, l, number+1, lang) })
			}
		}
	}
}
