package main

import (
	"errors"
	"sync"

	"github.com/som-hub/vitryna/generator/check"
	"github.com/som-hub/vitryna/generator/problem"
)

// errLeak tells that a finished file holds something out of a folder private/: nothing of the build is kept.
var errLeak = errors.New("a finished file holds private data")

// leakGuard looks at every file of a build before it gets out (PD-04). Without folders private/ it does nothing.
type leakGuard struct {
	leaks *check.Leaks

	mu    sync.Mutex
	found problem.List
}

func (g *leakGuard) look(path string, data []byte) {
	found := g.leaks.File(path, data)
	if len(found) == 0 {
		return
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	g.found = append(g.found, found...)
}

// list is what was found, in order. No file is being looked at any more.
func (g *leakGuard) list() problem.List {
	list := g.found.Dedup()
	list.Sort()
	return list
}
