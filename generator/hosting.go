package generator

import (
	"maps"
	"slices"

	"github.com/som-hub/vitryna/generator/feed"
	"github.com/som-hub/vitryna/generator/render"
	"github.com/som-hub/vitryna/generator/site"
)

// hosting adds what hosts of the web read. A copy on a disk has no host, and the preview sets its headers itself.
func (l *Loader) hosting(s *Snapshot, model *site.Site) {
	if l.Disk || l.Preview {
		return
	}
	files := feed.Hosting(model, render.PagePolicy(true))
	for _, name := range slices.Sorted(maps.Keys(files)) {
		data := files[name]
		s.routes = append(s.routes, route{path: name, make: func() ([]byte, error) { return data, nil }, fixed: "hosting " + string(data)})
	}
}

// Copies tells whether the site wants compressed copies beside its files ([output.Writer.Copies]), for hosts that do not compress by themselves.
func (s *Snapshot) Copies() bool { return s.model.Config.Compress }
