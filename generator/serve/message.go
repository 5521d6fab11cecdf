package serve

import (
	"encoding/json"

	"github.com/som-hub/vitryna/generator/problem"
)

// The messages to a page; the package comment says when each is sent.
type (
	helloMessage struct {
		Type  string `json:"type"`
		Build string `json:"build"`
		Page  string `json:"page"`
	}
	styleMessage struct {
		Type string `json:"type"`
		From string `json:"from"`
		To   string `json:"to"`
	}
	reloadMessage struct {
		Type string `json:"type"`
	}
	problemsMessage struct {
		Type     string         `json:"type"`
		Problems []shownProblem `json:"problems"`
		Errors   int            `json:"errors"`
		Warnings int            `json:"warnings"`
		More     int            `json:"more"` // how many of the problems were left out
	}
)

// shownProblem is a problem as the overlay shows it, in the author's language.
type shownProblem struct {
	File     string `json:"file"`
	Line     int    `json:"line"`
	Column   int    `json:"column"`
	Length   int    `json:"length"`
	Code     string `json:"code"`     // empty: trouble of the machine or of a layout
	Severity string `json:"severity"` // error, warning, notice (in a draft)
	Source   string `json:"source"`
	What     string `json:"what"`
	Mend     string `json:"mend"`
}

// shownAtMost is how many problems a page gets: nobody reads more at once, and
// two hundred tabs get them all.
const shownAtMost = 100

// problems is the problems of a state, ready to be sent.
type problems struct {
	message problemsMessage
	encoded []byte
}

// show makes the problems of a state: the trouble of the last load first, then
// what the snapshot complains of.
func show(s *state, lang string) problems {
	var list problem.List
	if s.snap != nil {
		list = s.snap.Problems
	}
	m := problemsMessage{
		Type:     "problems",
		Problems: []shownProblem{},
		Errors:   list.Errors(),
		Warnings: list.Warnings(),
		More:     max(len(list)-shownAtMost, 0),
	}
	if s.trouble != nil {
		m.Problems = append(m.Problems, troubleProblem("not loaded", lang, s.trouble))
		m.Errors++
	}
	for _, p := range worstFirst(list) {
		m.Problems = append(m.Problems, shownProblem{
			File: p.File, Line: p.Line, Column: p.Column, Length: p.Length,
			Code: p.Code, Severity: p.Severity(), Source: p.Source,
			What: p.What(lang), Mend: p.Mend(lang),
		})
	}
	return problems{m, encode(m)}
}

// worstFirst is what is shown of a list: what stops a build before the rest,
// each in the order of the list.
func worstFirst(list problem.List) problem.List {
	shown := make(problem.List, 0, min(len(list), shownAtMost))
	for _, stops := range []bool{true, false} {
		for _, p := range list {
			if len(shown) < shownAtMost && p.Stops() == stops {
				shown = append(shown, p)
			}
		}
	}
	return shown
}

// with is p and the trouble of rendering one page, which only its tabs see.
func (p problems) with(err error, lang string) problems {
	m := p.message
	m.Problems = append([]shownProblem{troubleProblem("not rendered", lang, err)}, m.Problems...)
	m.Errors++
	return problems{m, encode(m)}
}

// troubleProblem says an error of the machine or of a layout like a problem.
func troubleProblem(what, lang string, err error) shownProblem {
	return shownProblem{
		Severity: "error",
		Source:   err.Error(),
		What:     say(lang, what),
		Mend:     say(lang, "mend"),
	}
}

func encode(message any) []byte {
	b, err := json.Marshal(message)
	if err != nil {
		panic(err) // strings and numbers only
	}
	return b
}
