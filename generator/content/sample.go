package content

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/som-hub/vitryna/generator/site"
)

var (
	bareNumber = regexp.MustCompile(`^[-+]?[0-9][0-9_]*([.:][0-9]+)*$`)
	bareUnfit  = regexp.MustCompile("^[\\[\\]{}&*!|>'\"%@`#,?:-]|: | #|:$")
)

// Sample is the example of a field as it may stand in a header: in quotes where YAML would take it for something else, with the parts by their names in the
// language asked for.
func Sample(f *site.Field, lang string) string {
	example := f.Example
	switch {
	case len(f.Fields) > 0:
		return partsNamed(f).In(lang)
	case f.List || f.Map:
		return example
	}
	switch f.Type {
	case site.Bool:
		return "так"
	case site.Int, site.Number, site.DateOnly, site.DateTime, site.Latitude, site.Longitude:
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
	sample := Sample(f, site.UK)
	if owner != nil && sample == f.Example && !f.List && !f.Map && strings.ContainsAny(sample, ",[]{}") {
		sample = strconv.Quote(sample)
	}
	return site.Text{UK: sample, EN: sample}
}

// partsNamed is the example of a field of several parts, with their labels in Ukrainian and their names in English, whichever the kind has.
func partsNamed(f *site.Field) site.Text {
	example := site.Text{UK: f.Example, EN: f.Example}
	parts := slices.Clone(f.Fields)
	for _, part := range f.Fields {
		parts = append(parts, part.Fields...) // no example goes deeper; clauses would, without end
	}
	for _, part := range parts {
		for _, before := range []string{"{", ", "} {
			key, label := before+part.Name+": ", before+part.Label.UK+": "
			example.UK, example.EN = strings.ReplaceAll(example.UK, key, label), strings.ReplaceAll(example.EN, label, key)
		}
	}
	return example
}
