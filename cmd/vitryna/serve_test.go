package main

import (
	"path/filepath"
	"slices"
	"testing"
)

// TestBelow: what the watcher names is a name in the site's folder, or anything.
func TestBelow(t *testing.T) {
	for _, c := range []struct {
		folder string
		names  []string
		want   []string
	}{
		{".", []string{"content/a.md"}, []string{"content/a.md"}},
		{"sait", []string{"sait/content/a.md", "sait/layouts"}, []string{"content/a.md", "layouts"}},
		{"sait", []string{"sait/content/a.md", "inshe/a.md"}, nil},
		{"/sait", []string{"/sait/content/a.md"}, []string{"content/a.md"}},
		{"/sait", []string{"content/a.md"}, nil},
		{"sait", nil, []string{}},
	} {
		var names []string
		for _, name := range c.names {
			names = append(names, filepath.FromSlash(name))
		}
		if got := below(filepath.FromSlash(c.folder), names); !slices.Equal(got, c.want) || (got == nil) != (c.want == nil) {
			t.Errorf("%s in %s: %q", c.names, c.folder, got)
		}
	}
}
