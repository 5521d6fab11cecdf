package serve

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"
)

// A root tells of all that lies below it, and no folder below it is held open: what has
// folders of its own can be renamed. (Wine 8 tells only of what came after the root was
// opened, and lets everything be renamed.)
func TestRootTells(t *testing.T) {
	s := &site{dir: wineDir(t)}
	s.write(t, "content/dir/in/c.html", "c")
	root := s.path("content")
	n := notify([]string{root})
	for _, dir := range []string{s.dir, root, s.path("content/dir"), s.path("content/dir/in")} {
		if err := n.add(dir); err != nil {
			t.Fatal(err)
		}
	}
	if err := n.add(s.path("nowhere")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a folder that is not there: %v", err)
	}
	s.write(t, "content/later/a.html", "a")
	hears(t, n, s.path("content/later"), fsnotify.Create)
	s.write(t, "content/later/b.html", "b")
	hears(t, n, s.path("content/later/b.html"), fsnotify.Write)
	s.rename(t, "content/dir", "content/moved")
	hears(t, n, s.path("content/dir"), fsnotify.Rename)
	hears(t, n, s.path("content/moved"), fsnotify.Create)

	if err := n.add(root); err != nil { // anew
		t.Fatal(err)
	}
	s.write(t, "content/d.html", "d")
	hears(t, n, s.path("content/d.html"), fsnotify.Write)
	if err := os.Remove(s.path("content/d.html")); err != nil {
		t.Fatal(err)
	}
	hears(t, n, s.path("content/d.html"), fsnotify.Remove)
	if err := n.remove(root); err != nil {
		t.Fatal(err)
	}
	s.write(t, "content/e.html", "e")
	s.write(t, "assets/site.css", "")
	for _, path := range hears(t, n, s.path("assets"), fsnotify.Create) {
		if path != root && path != s.path("assets") {
			t.Errorf("told of %s after the end", path)
		}
	}
	if err := n.close(); err != nil {
		t.Fatal(err)
	}
	if err := n.add(root); err == nil {
		t.Error("a folder was added after the end")
	}
}

// hears waits for an event and returns the paths of all until then.
func hears(t *testing.T, n notifier, path string, op fsnotify.Op) []string {
	t.Helper()
	var heard []string
	for {
		select {
		case e := <-n.events:
			heard = append(heard, e.Name)
			if e.Name == path && e.Has(op) {
				return heard
			}
		case err := <-n.errors:
			t.Fatal(err)
		case <-time.After(5 * time.Second):
			t.Fatalf("nothing was told of %s, but of %q", path, heard)
		}
	}
}

// wineDir is a folder of the test's own. Wine 8, unlike Windows, cannot do what
// [testing.T.TempDir] removes its folders with.
func wineDir(t *testing.T) string {
	dir, err := os.MkdirTemp("", "vitryna")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		var all []string
		filepath.Walk(dir, func(path string, _ os.FileInfo, _ error) error { all = append(all, path); return nil }) // unchecked: it lies among temporary files
		for i := len(all); i > 0; i-- {
			os.Remove(all[i-1]) // unchecked: the same
		}
	})
	return dir
}
