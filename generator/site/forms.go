package site

import (
	"slices"
	"strings"

	"github.com/som-hub/vitryna/generator/ukrainian"
)

// Form is a form of work with all the site knows of it.
type Form struct {
	Word  *Word
	Term  *Item   // the glossary's term of the same name, or nil
	Items []*Item // events of this form that are shown, in the order of their section
	Total int     // over all years: declared, else counted
	Years []FormYear
}

// FormYear is how often a form was used in a year.
type FormYear struct {
	Year *Year
	Row  Row
}

// forms gathers the forms of work of a site with events: of those that its vocabulary knows, the ones of which the site says anything.
func (s *Site) forms() {
	section := s.formed()
	if section == nil {
		return
	}
	byName := map[string]*Form{}
	for _, word := range s.FormWords() {
		form := &Form{Word: word}
		byName[word.Name] = form
		s.Forms = append(s.Forms, form)
	}
	for _, item := range section.Items {
		if form := byName[item.UK.Doc.Text("form")]; form != nil {
			form.Items = append(form.Items, item)
		}
	}
	for _, year := range s.Years {
		for _, row := range year.Rows {
			if form := byName[row.Word.Name]; form != nil && row.Form {
				form.Total += row.Value()
				form.Years = append(form.Years, FormYear{year, row})
			}
		}
	}
	s.explain()
	s.Forms = slices.DeleteFunc(s.Forms, (*Form).unknown)
}

// unknown tells that the site says nothing of a form: it held no event of it, declares no figure and explains no term. The vocabulary has
// more forms than any one centre, and a page of them would claim work that this centre does not do.
func (f *Form) unknown() bool { return f.Term == nil && len(f.Items) == 0 && len(f.Years) == 0 }

// formed is the section of the events whose forms have pages; nil where there are no events, or where a kind of the site's own has the
// address.
func (s *Site) formed() *Section {
	events := s.sections[s.sectionOf["event"]]
	if s.sections["forms"] != nil || events == nil || len(events.Items) == 0 {
		return nil
	}
	return events
}

// formAddress is the page of forms that an address means, forms or forms/training; "" where there is none. A form without a page leads to
// the list: a link to it was right while its last event was there.
func (s *Site) formAddress(path string) string {
	name, inside := strings.CutPrefix(path, "forms/")
	known := slices.ContainsFunc(s.FormWords(), func(w *Word) bool { return w.Name == name })
	switch {
	case len(s.Forms) == 0 || path != "forms" && !(inside && known):
		return ""
	case inside && s.Form(name) == nil:
		return "forms"
	}
	return path
}

// explain finds the terms of the glossary that are named as a form is.
func (s *Site) explain() {
	terms := map[string]*Item{}
	for _, item := range s.Items {
		if item.Kind.Name == "term" {
			terms[ukrainian.Fold(item.UK.Doc.Title)] = item
		}
	}
	for _, form := range s.Forms {
		for _, name := range append([]string{form.Word.Label.UK}, form.Word.Aka...) {
			if term := terms[ukrainian.Fold(name)]; term != nil {
				form.Term = term
				break
			}
		}
	}
}

// Form returns the form of that name, or nil.
func (s *Site) Form(name string) *Form {
	for _, form := range s.Forms {
		if form.Word.Name == name {
			return form
		}
	}
	return nil
}

// Count is how often the form was used, in words: «30 тренінгів»; "" if never.
func (f *Form) Count(lang string) string {
	if f.Total == 0 {
		return ""
	}
	return Figure{Key: f.Word.Name, Value: f.Total, Word: f.Word}.Text(lang)
}
