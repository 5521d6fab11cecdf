package main

import (
	"testing"

	"github.com/som-hub/vitryna/generator/problem"
)

// TestChapters: the chapter of every code is there.
func TestChapters(t *testing.T) {
	for _, code := range problem.Codes() {
		if name := problem.Chapter(code); chapterTitle(name) == name {
			t.Errorf("%s: the guide has no chapter %q", code, name)
		}
	}
}
