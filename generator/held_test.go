package generator

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// heldFS is a folder of which another program has one file for itself.
type heldFS struct {
	fstest.MapFS
	file string
}

func (h *heldFS) Open(name string) (fs.File, error) {
	if name == h.file {
		return nil, &fs.PathError{Op: "open", Path: name, Err: errors.New("the process cannot access the file because it is being used by another process")}
	}
	return h.MapFS.Open(name)
}

func (h *heldFS) ReadFile(name string) ([]byte, error) {
	if name == h.file {
		_, err := h.Open(name)
		return nil, err
	}
	return h.MapFS.ReadFile(name)
}

// TestHeld: while another program has a file for itself the preview shows what it was, says so, and looks again by itself; when it is let go, unchanged, it is read.
func TestHeld(t *testing.T) {
	for _, file := range []string{"content/projects/druha/index.md", "content/projects/druha/list.txt", "content/site.yaml"} {
		root := &heldFS{MapFS: smallSite()}
		l := loaderOf(root)
		l.Preview, l.Still = true, true // also where the clock stands
		before := load(t, l)
		put(root.MapFS, file, string(root.MapFS[file].Data)+"\n")
		root.MapFS[file].ModTime = longAgo.AddDate(0, 0, 1)
		root.file = file
		held := load(t, l)
		if held.Turns.IsZero() || !slices.ContainsFunc(held.Problems, unread) {
			t.Errorf("%s: it is looked at again at %v; problems %v", file, held.Turns, held.Problems)
		}
		if strings.HasSuffix(file, ".md") {
			if _, err := held.Render("projects/druha/index.html"); err != nil {
				t.Errorf("%s: the page: %v", file, err)
			}
		}
		again := load(t, l)
		if again.Turns.Sub(held.Turns) <= 0 {
			t.Errorf("%s: it is looked at as soon as before", file)
		}
		root.file = ""
		after := load(t, l)
		if !after.Turns.IsZero() || len(after.Problems) != len(before.Problems) || after.Build == held.Build {
			t.Errorf("%s: after it was let go: %v, %v, the same state %t", file, after.Turns, after.Problems, after.Build == held.Build)
		}
	}
}
