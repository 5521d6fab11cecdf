package content

import (
	"bytes"
	"path"
	"strconv"
	"strings"
	"unicode"

	"go.yaml.in/yaml/v4"

	"github.com/som-hub/vitryna/generator/citation"
	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/table"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// The files of a manual's folder in which its references stand.
const (
	ReferencesYAML = "references.yaml"
	ReferencesBib  = "references.bib"
)

// readReferences reads the works of a manual's references.yaml or references.bib, in the order of the file. file is its slash path
// from the site's folder. A work that has no key, or one with signs that a text cannot bear, is left out and complained of; of two with
// one key the first stays; one without title bears its key.
func (p *Parser) readReferences(file string, data []byte) ([]citation.Work, problem.List) {
	r := &reader{parser: p, file: file, source: data}
	if !r.sound() {
		return nil, r.problems
	}
	read := r.referencesYAML
	if strings.EqualFold(path.Ext(file), ".bib") {
		read = r.referencesBib
	}
	var works []citation.Work
	keys := map[string]int{} // the lines of the works
	for _, w := range read() {
		if r.cited(&w, keys) {
			works = append(works, typeset(w))
		}
	}
	r.privacy(nil)
	return works, r.problems
}

// cited tells that a text can cite a work.
func (r *reader) cited(w *citation.Work, keys map[string]int) bool {
	if w.Title == "" {
		r.complain("E-REFS-TITLE", w.Line, 0, "key", w.Key)
		w.Title = w.Key
	}
	switch first := keys[w.Key]; {
	case w.Key == "":
		r.complain("E-REFS-KEY", w.Line, 0, "title", w.Title)
	case !soundKey(w.Key):
		r.complain("E-REFS-KEY-SIGN", w.Line, 0, "key", w.Key)
	case first > 0:
		r.complain("E-REFS-KEY-DUP", w.Line, 0, "key", w.Key, "first", strconv.Itoa(first))
	default:
		keys[w.Key] = w.Line
		return true
	}
	return false
}

// soundKey tells that a text can refer to a work by its key, as markdown reads it: [@перша2020, с. 15].
func soundKey(key string) bool {
	for i, c := range key {
		if !unicode.IsLetter(c) && !unicode.IsDigit(c) && (i == 0 || !strings.ContainsRune("-_.:", c) && !unicode.Is(unicode.Mn, c)) {
			return false
		}
	}
	return true
}

// typeset gives the texts of a work the quotation marks, apostrophes and spaces of its language.
func typeset(w citation.Work) citation.Work {
	set := ukrainian.Typographer{}.English
	if w.Ukrainian() {
		set = ukrainian.Typographer{}.Ukrainian
	} else if w.Language != "" && !strings.HasPrefix(strings.ToLower(w.Language), "en") {
		return w
	}
	for _, text := range []*string{&w.Title, &w.Subtitle, &w.Kind, &w.Responsibility, &w.Container, &w.Event, &w.Series, &w.Edition, &w.City, &w.Publisher} {
		*text, _ = set(*text)
	}
	for _, names := range [][]citation.Name{w.Authors, w.Editors, w.Compilers} {
		for i := range names {
			names[i].Surname, _ = set(names[i].Surname)
		}
	}
	return w
}

// referencesBib reads BibTeX.
func (r *reader) referencesBib() []citation.Work {
	works, errors := citation.ParseBibTeX(table.Visible(r.source))
	for _, e := range errors {
		r.complain("E-REFS-BIB", e.Line, e.Column, "why", e.Why, "detail", e.Detail)
	}
	if len(works)+len(errors) == 0 {
		r.complain("W-REFS-BIB-EMPTY", 0, 0, "example", "@book{перша2020,")
	}
	return works
}

// referencesYAML reads a list of works.
func (r *reader) referencesYAML() []citation.Work {
	if onlyNotes(r.source) {
		return nil
	}
	var root yaml.Node
	if err := yaml.Load(plainBreaks(r.source), &root); err != nil {
		for _, e := range yamlErrors(err) {
			r.yamlProblem(e, r.source, 0)
		}
	} else if len(root.Content) > 0 {
		r.traps(root.Content[0], bytes.IndexByte(r.source, '#') >= 0)
	}
	if len(r.problems) > 0 { // the same faults as in a header; only it is none
		for i := range r.problems {
			if r.problems[i].Code == "E-HEADER-YAML" {
				r.problems[i].Code = "E-REFS-YAML"
			}
		}
		return nil
	}
	if len(root.Content) == 0 {
		return nil
	}
	top := root.Content[0]
	within(top, r.source)
	if top.Kind != yaml.SequenceNode {
		r.complain("E-REFS-LIST", top.Line, top.Column)
		return nil
	}
	var works []citation.Work
	for _, node := range top.Content {
		if node.Kind != yaml.MappingNode {
			r.complain("E-REFS-LIST", node.Line, node.Column)
			continue
		}
		works = append(works, r.reference(node))
	}
	return works
}
