package generator

import (
	"strings"

	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/render"
)

// tryLayouts makes one page of every layout, once for each state of the theme: a layout that parses may still ask for what there is
// not, and a designer wants to be told before she opens the page that shows it.
func (l *Loader) tryLayouts(pages []render.Page) problem.List {
	if l.swap.hasty {
		return nil
	}
	if l.memory.tried == l.memory.docsTheme {
		return l.memory.trial
	}
	var found problem.List
	seen := map[string]bool{}
	for _, p := range pages {
		kind := layoutOf(p)
		if seen[kind] {
			continue
		}
		seen[kind] = true
		if _, err := p.Make(); err != nil {
			found = append(found, render.LayoutProblem("", err))
		}
	}
	l.memory.tried, l.memory.trial = l.memory.docsTheme, found
	return found
}

// layoutOf tells pages apart that may have different layouts.
func layoutOf(p render.Page) string {
	if p.Book != "" {
		return "book " + p.Book
	}
	if p.Item != nil {
		return "item " + p.Item.Kind.Name
	}
	top, rest, _ := strings.Cut(strings.TrimPrefix(p.Address, "en/"), "/")
	second, _, _ := strings.Cut(rest, "/")
	switch gathers := top == "years" || top == "calendar" || top == "forms" || top == "tags"; {
	case gathers && strings.HasSuffix(rest, "/report/"):
		return top + " report"
	case gathers && second != "":
		return top + " one"
	case gathers:
		return top + " all"
	case top == "auction" && second != "by" && second != "page" && strings.Count(rest, "/") > 1:
		return top + " below " + rest[strings.Index(rest, "/"):]
	case second == "by" || second == "page":
		return top
	}
	return top + " " + second
}
