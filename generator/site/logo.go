package site

import (
	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// logo publishes the centre's own sign, which every page shows; site.yaml names it.
func (s *Site) logo() {
	if s.Config.Logo == "" {
		return
	}
	file := ukrainian.Normalise("content/" + s.Config.Logo)
	if !s.files[file] {
		s.problems = append(s.problems, problem.New("E-FILE", "content/site.yaml", 0, 0, "field", "logo", "file", s.Config.Logo))
		return
	}
	s.used[file] = true
}
