package generator

import (
	"github.com/som-hub/vitryna/generator/feed"
	"github.com/som-hub/vitryna/generator/render"
	"github.com/som-hub/vitryna/generator/site"
)

// exports adds every list as a file beside its page: for Excel and for programs.
func (s *Snapshot) exports(model *site.Site, r *render.Renderer) {
	for _, e := range r.Exports() {
		export := feed.Export{Site: model, Section: e.Section, Path: e.Path, File: r.Published}
		texts := render.NoTexts
		if e.Section.Kind.Inside == "" {
			texts = noChapters
		}
		s.routes = append(s.routes,
			route{path: e.File(".csv"), make: func() ([]byte, error) { return export.CSV(), nil }, texts: texts, bare: true},
			route{path: e.File(".json"), make: func() ([]byte, error) { return export.JSON(), nil }, texts: texts, bare: true})
	}
}
