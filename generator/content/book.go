package content

import (
	"path"
	"slices"
	"strings"

	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/site"
)

// References tells whether the file is the list of references of a manual: content/manuals/<id>/references.yaml or references.bib.
// Elsewhere a file of that name is an attachment like any other.
func (k *Kinds) References(file string) bool {
	if name := path.Base(file); name != ReferencesYAML && name != ReferencesBib {
		return false
	}
	parts := strings.Split(strings.TrimPrefix(file, "content/"), "/")
	if len(parts) != 3 {
		return false
	}
	kind := k.Section(parts[0])
	return kind != nil && slices.ContainsFunc(k.inside[kind.Name], func(inside *site.Kind) bool { return inside.Name == "chapter" })
}

// bookish tells that texts of a kind belong to a manual.
func bookish(kind *site.Kind) bool { return kind.Name == "manual" || kind.Name == "chapter" }

// references reads a list of references.
func (p *Parser) references(file string, data []byte) Parsed {
	if len(data) > largest {
		return Parsed{Problems: problem.List{problem.New("E-BIG", file, 0, 0, "size", Megabytes(int64(len(data))))}}
	}
	works, problems := p.readReferences(file, data)
	parsed := Parsed{Problems: problems}
	for _, w := range works {
		parsed.Works = append(parsed.Works, site.Work{Work: w, File: file})
	}
	return parsed
}
