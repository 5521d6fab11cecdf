package generator

import (
	"path"
	"strings"

	"github.com/som-hub/vitryna/generator/problem"
)

// settle finds two routes with one path, and old addresses at which no file can be beside the others.
func (s *Snapshot) settle() problem.List {
	var problems problem.List
	s.at = make(map[string]int, len(s.routes))
	routes := s.routes[:0]
	for _, r := range s.routes {
		first, twice := s.at[r.path]
		if !twice {
			s.at[r.path] = len(routes)
			routes = append(routes, r)
		} else if !strings.Contains(r.path, ".") || strings.HasSuffix(r.path, ".html") {
			problems = append(problems, oneAddress(&routes[first], &r)...)
		}
	}
	clear(s.routes[len(routes):])
	s.routes = routes
	return append(problems, s.crossed()...)
}

// oneAddress tells of two files with one path. Of two old addresses the rules have told.
func oneAddress(a, b *route) problem.List {
	address := "/" + strings.TrimSuffix(a.path, "index.html")
	switch {
	case a.alias != nil && b.alias != nil:
		return nil
	case a.alias != nil:
		return problem.List{a.inTheWay(b.path)}
	case b.alias != nil:
		return problem.List{b.inTheWay(a.path)}
	case a.item != nil && b.item == nil:
		return problem.List{problem.New("E-OUTPUT-NAME", a.item.UK.Doc.File, 0, 0, "address", address, "own", address)}
	case b.item != nil && a.item == nil:
		return problem.List{problem.New("E-OUTPUT-NAME", b.item.UK.Doc.File, 0, 0, "address", address, "own", address)}
	}
	return problem.List{problem.New("E-OUTPUT-NAME", "content", 0, 0, "address", address)}
}

// inTheWay says of an old address that a file of the site has its path, or needs it.
func (r *route) inTheWay(taken string) problem.Problem {
	v := r.alias.Value
	return problem.New("E-ALIAS", r.alias.Item.UK.Doc.File, v.Line, v.Column, "value", v.Text, "other", "/"+strings.TrimSuffix(taken, "index.html"))
}

// crossed finds old addresses that would need a folder where a file is, or a file where a folder is, or the name of another in other letters: a disk has no
// place for them. Names of all other files are made so that they do not meet.
func (s *Snapshot) crossed() problem.List {
	taken := places{map[string]string{}, map[string]string{}}
	var aliases []*route
	for i := range s.routes {
		if r := &s.routes[i]; r.alias != nil {
			aliases = append(aliases, r)
		}
	}
	if len(aliases) == 0 {
		return nil
	}
	for _, r := range s.routes {
		if r.alias == nil {
			taken.take(r.path)
		}
	}
	var problems problem.List
	for _, r := range aliases {
		if other := taken.meets(r.path); other != "" {
			problems = append(problems, r.inTheWay(other))
			continue
		}
		taken.take(r.path)
	}
	return problems
}

// places are the files and folders of a disk by their names in small letters.
type places struct{ files, folders map[string]string }

func (p places) take(name string) {
	p.files[strings.ToLower(name)] = name
	for dir := path.Dir(name); dir != "." && p.folders[strings.ToLower(dir)] == ""; dir = path.Dir(dir) {
		p.folders[strings.ToLower(dir)] = dir
	}
}

// meets is what a file would meet; empty: nothing.
func (p places) meets(name string) string {
	lower := strings.ToLower(name)
	if other := p.files[lower]; other != "" {
		return other
	}
	if other := p.folders[lower]; other != "" {
		return other + "/"
	}
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
		in := strings.ToLower(dir)
		if other := p.files[in]; other != "" {
			return other
		}
		if other := p.folders[in]; other != "" && other != dir {
			return other + "/"
		}
	}
	return ""
}
