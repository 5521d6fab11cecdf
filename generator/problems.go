package generator

import (
	"io/fs"
	"net/url"
	"path"
	"slices"

	"github.com/som-hub/vitryna/generator/content"
	"github.com/som-hub/vitryna/generator/filename"
	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// finishProblems puts the list in order and adds the author's own lines where only the place is known.
func (l *Loader) finishProblems(list problem.List) problem.List {
	list = withoutEchoes(list)
	sources := map[string]func(int) string{}
	for i := range list {
		p := &list[i]
		if l.Drafts && !l.Preview {
			p.Draft = false // what is published must be right
		}
		if p.Line == 0 || p.Source != "" || filename.Private(p.File) { // a line of private/ stands in no log
			continue
		}
		source, ok := sources[p.File]
		if !ok {
			data, _ := fs.ReadFile(l.Root, p.File)
			source = content.Lines(p.File, data)
			sources[p.File] = source
		}
		if line := source(p.Line); line != "---" {
			p.Source = line
		}
	}
	hidePersonal(list)
	list = list.Dedup()
	list.Sort()
	return list
}

// withoutEchoes leaves out what is said of links to texts whose own names are wrong: the text is there, and what to do stands beside its name.
func withoutEchoes(list problem.List) problem.List {
	misnamed := map[string]bool{}
	for _, p := range list {
		if p.Code == "E-NAME" {
			misnamed[p.File] = true
		}
	}
	if len(misnamed) == 0 {
		return list
	}
	return slices.DeleteFunc(list, func(p problem.Problem) bool {
		target, err := url.PathUnescape(p.Args["target"])
		return p.Code == "E-LINK" && err == nil && misnamed[path.Join(path.Dir(p.File), target)]
	})
}

// hidePersonal hides what E-PII and E-GEO-TEXT mask also in the lines that are shown, of every problem there: a message goes to logs, and to whoever is asked for help.
func hidePersonal(list problem.List) {
	type place struct {
		file string
		line int
	}
	found := map[place][]string{}
	for _, p := range list {
		if (p.Code == "E-PII" || p.Code == "E-GEO-TEXT") && p.Line > 0 {
			at := place{p.File, p.Line}
			found[at] = append(found[at], p.Args["value"])
		}
	}
	if len(found) == 0 {
		return
	}
	for i := range list {
		p := &list[i]
		for _, masked := range found[place{p.File, p.Line}] {
			p.Source = problem.HideIn(p.Source, masked)
		}
	}
}

// strayWorkbooks tells of tables of which neither a register nor a file for download is made: they would vanish.
func strayWorkbooks(kinds *content.Kinds, model *site.Site, found []content.Found) (problems problem.List) {
	for _, f := range found {
		stray := kinds.Stray(f.File)
		if _, used := slices.BinarySearch(model.Uses, ukrainian.Normalise(f.File)); stray != nil && !used {
			problems = append(problems, stray...)
		}
	}
	return problems
}
