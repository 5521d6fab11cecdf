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
		s.add(e.File(".csv"), func() ([]byte, error) { return export.CSV(), nil })
		s.add(e.File(".json"), func() ([]byte, error) { return export.JSON(), nil })
	}
}
