package generator

import (
	"github.com/som-hub/vitryna/generator/site"
)

// Model is the site as it was placed; nil where the folder is no site. It never changes.
func (s *Snapshot) Model() *site.Site { return s.model }

// Asset is the path of a style or a script by the name of its source; "" where there is none.
func (s *Snapshot) Asset(name string) string {
	if s.render == nil {
		return ""
	}
	return s.render.Assets[name]
}
