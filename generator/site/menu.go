package site

import (
	"slices"

	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// menu tells of entries of the menu that lead to nothing there is: they would be missing from it without a word. A section that is empty yet and a page
// that is not shown yet are none of them.
func (s *Site) menu() {
	for _, entry := range s.Config.Menu {
		sec := s.sections[entry.Path]
		if entry.Path == "" || s.byPath[entry.Path] != nil || sec != nil && (sec.Kind.Inside == "" || slices.Contains(s.Sections, sec)) {
			continue
		}
		s.problems = append(s.problems, problem.New("W-MENU", "content/site.yaml", entry.Line, entry.Column, "value", entry.Path, "nearest", s.nearestEntry(entry.Path)))
	}
}

// nearestEntry is what an entry of the menu most likely means: the section that is called so on its page, else what is spelt nearly so.
func (s *Site) nearestEntry(written string) string {
	var paths []string
	for _, name := range s.sectionNames() {
		sec := s.sections[name]
		if sec.Kind.Inside != "" {
			continue
		}
		if ukrainian.Slug(written) == ukrainian.Slug(sec.Kind.Plural(UK)) {
			return name
		}
		paths = append(paths, name)
	}
	for _, id := range s.idsOf("pages") {
		if id == written {
			return "pages/" + id
		}
		paths = append(paths, "pages/"+id)
	}
	return problem.Nearest(written, paths)
}
