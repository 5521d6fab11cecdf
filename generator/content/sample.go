package content

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/som-hub/vitryna/generator/site"
)

var (
	bareNumber = regexp.MustCompile(`^[-+]?[0-9][0-9_]*([.:][0-9]+)*$`)
	bareUnfit  = regexp.MustCompile("^[\\[\\]{}&*!|>'\"%@`#,?:-]|: | #|:$")
)

// Sample is the example of a field as it may stand in a header: in quotes where YAML would take it for something else.
func Sample(f *site.Field) string {
	example := f.Example
	if f.List || f.Map || len(f.Fields) > 0 {
		return example
	}
	switch f.Type {
	case site.Int, site.Number, site.Bool, site.DateOnly, site.DateTime, site.Latitude, site.Longitude:
		if f.Type == site.Bool {
			return "так"
		}
		return example
	}
	if bareNumber.MatchString(example) || bareUnfit.MatchString(example) {
		return strconv.Quote(example)
	}
	return example
}

// exampleOf is the example of a field for a message that tells to write it: a word of a vocabulary in the language of the message, and what is to stand
// between the braces of its owner in quotes where it would end there.
func exampleOf(f, owner *site.Field) site.Text {
	if f.Example == "" {
		return site.Text{}
	}
	if !f.List && f.Vocabulary != nil {
		if w := f.Vocabulary.Find(f.Example); w != nil {
			return site.Text{UK: w.Label.UK, EN: w.Name}
		}
	}
	if len(f.Fields) > 0 {
		return partsNamed(f)
	}
	sample := Sample(f)
	if owner != nil && sample == f.Example && !f.List && !f.Map && strings.ContainsAny(sample, ",[]{}") {
		sample = strconv.Quote(sample)
	}
	return site.Text{UK: sample, EN: sample}
}

// partsNamed is the example of a field of several parts, with their labels in Ukrainian and their names in English, whichever the kind has.
func partsNamed(f *site.Field) site.Text {
	example := site.Text{UK: f.Example, EN: f.Example}
	for _, part := range f.Fields {
		for _, before := range []string{"{", ", "} {
			name, label := before+part.Name+": ", before+part.Label.UK+": "
			example.UK, example.EN = strings.ReplaceAll(example.UK, name, label), strings.ReplaceAll(example.EN, label, name)
		}
	}
	return example
}
