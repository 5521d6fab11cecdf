package problem

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// record is a problem as other programs read it; the order of the fields is
// the order in the output.
type record struct {
	Code     string            `json:"code"`
	Severity string            `json:"severity"`
	File     string            `json:"file,omitempty"`
	Line     int               `json:"line,omitempty"`
	Column   int               `json:"column,omitempty"`
	Length   int               `json:"length,omitempty"`
	Draft    bool              `json:"draft,omitempty"`
	What     bilingual         `json:"what"`
	Mend     bilingual         `json:"mend"`
	Args     map[string]string `json:"args,omitempty"`
	Source   string            `json:"source,omitempty"`
}

type bilingual struct {
	UK string `json:"uk"`
	EN string `json:"en"`
}

// WriteJSON writes the list as a JSON array, each problem in both languages.
// Severity is that of [WriteGitHub]. An empty list is an empty array.
func WriteJSON(w io.Writer, list List) error {
	records := make([]record, len(list))
	for i, p := range list {
		records[i] = record{
			Code: p.Code, Severity: p.Severity(),
			File: p.File, Line: p.Line, Column: p.Column, Length: p.Length, Draft: p.Draft,
			What: bilingual{p.What("uk"), p.What("en")},
			Mend: bilingual{p.Mend("uk"), p.Mend("en")},
			Args: p.Args, Source: p.Source,
		}
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(records)
}

// Severity is "error" for what stops a build, "warning" for what stops a
// strict one, "notice" for what stands in a draft.
func (p Problem) Severity() string {
	switch {
	case p.Draft:
		return "notice"
	case p.Stops():
		return "error"
	default:
		return "warning"
	}
}

// WriteGitHub writes the list as workflow commands, which GitHub and Forgejo
// show at the lines of a change.
func WriteGitHub(w io.Writer, list List, lang string) {
	for _, p := range list {
		var b strings.Builder
		fmt.Fprintf(&b, "::%s ", p.Severity())
		if p.File != "" {
			fmt.Fprintf(&b, "file=%s,", githubProperty.Replace(p.File))
			if p.Line > 0 {
				fmt.Fprintf(&b, "line=%d,", p.Line)
			}
			if p.Line > 0 && p.Column > 0 {
				fmt.Fprintf(&b, "col=%d,", p.Column)
			}
		}
		message := p.What(lang) + "\n" + p.Mend(lang)
		fmt.Fprintf(&b, "title=%s::%s\n", githubProperty.Replace(p.Code), githubData.Replace(message))
		if _, err := io.WriteString(w, b.String()); err != nil {
			return
		}
	}
}

// The escapes that actions/toolkit applies to a message and to a property.
var (
	githubData     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	githubProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)
