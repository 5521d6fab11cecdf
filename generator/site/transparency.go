package site

import (
	"strings"

	"github.com/som-hub/vitryna/generator/problem"
)

// TransparencyPath is the address of the page of transparency.
const TransparencyPath = "pages/prozorist"

// Disclosure is one line of the page of transparency: what is disclosed, and where (domain 2.3.1).
type Disclosure struct {
	Word *Word
	ID   string // of the document, or section/id
	Item *Item  // nil where it is not shown

	Line, Column int // in site.yaml
}

// transparency finds the documents that site.yaml names, and tells which are missing. A site that names none is told nothing: whether the
// law binds a centre is a question for its lawyer.
func (s *Site) transparency() {
	if !s.Config.Discloses {
		return
	}
	var missing []string
	named := map[string]bool{}
	for i := range s.Config.Transparency {
		d := &s.Config.Transparency[i]
		named[d.Word.Name] = true
		if d.Item = s.disclosed(*d); d.Item != nil {
			s.Disclosures = append(s.Disclosures, *d)
		}
	}
	if s.Config.Disclosable == nil {
		return
	}
	for _, word := range s.Config.Disclosable.Words {
		if !named[word.Name] {
			missing = append(missing, word.Label.UK)
		}
	}
	if len(missing) > 0 {
		s.problems = append(s.problems, problem.New("W-TRANSPARENCY", "content/site.yaml", 0, 0, "keys", strings.Join(missing, ", ")))
	}
}

// disclosed finds the item that a line means: a document by its id, or section/id.
func (s *Site) disclosed(d Disclosure) *Item {
	written := strings.Trim(strings.TrimSuffix(d.ID, "index.md"), "/")
	item := s.byRef["documents/"+written]
	if item == nil {
		item = s.byRef[written]
	}
	switch {
	case item == nil:
		f := &Field{Name: "transparency", Type: Ref, To: []string{"documents"}}
		s.problems = append(s.problems, problem.New("E-REF", "content/site.yaml", d.Line, d.Column, "field", "transparency", "label", d.Word.Label.UK,
			"value", d.ID, "section", "documents", "nearest", s.nearest(Value{Field: f, Text: d.ID})))
	case item.State != Shown:
		s.problems = append(s.problems, problem.New("W-REF-HIDDEN", "content/site.yaml", d.Line, d.Column, "value", d.ID, "field", "transparency",
			"label", d.Word.Label.UK, "why", hiddenFor[item.State]))
	case item.HasPage():
		return item
	}
	return nil
}

// transparencyAddress tells whether the page of transparency is made at an address without a file of its own.
func (s *Site) transparencyAddress(path string) bool {
	return path == TransparencyPath && s.Config.Discloses
}
