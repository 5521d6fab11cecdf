//go:build unix

package generator

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"github.com/som-hub/vitryna/generator/content"
)

// TestFolderWaitsForNobody: pipes and devices, and links to them, are refused at once.
func TestFolderWaitsForNobody(t *testing.T) {
	dir := t.TempDir()
	if err := syscall.Mkfifo(filepath.Join(dir, "pipe.md"), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"/dev/zero", "pipe.md"} {
		if err := os.Symlink(name, filepath.Join(dir, filepath.Base(name)+".link")); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"pipe.md", "pipe.md.link", "zero.link"} {
		done := make(chan error, 1)
		go func() {
			f, err := Folder(dir).Open(name)
			if err == nil {
				f.Close()
			}
			done <- err
		}()
		select {
		case err := <-done:
			if !content.Odd(err) {
				t.Errorf("%s: %v", name, err)
			}
		case <-time.After(10 * time.Second):
			t.Errorf("%s: it is waited for", name)
		}
	}
}

// TestPastReadsNoPipes: what the next build has to know is found out without reading what never ends.
func TestPastReadsNoPipes(t *testing.T) {
	w := smallWorkshop(t)
	for _, dir := range []string{"content/pages/a", "layouts", "assets"} {
		dir = filepath.Join(w.dir, filepath.FromSlash(dir))
		if err := os.MkdirAll(dir, 0o777); err != nil {
			t.Fatal(err)
		}
		if err := syscall.Mkfifo(filepath.Join(dir, "pipe.md"), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Truncate(filepath.Join(w.dir, "content/pages/a/list.txt"), content.Largest+1); err != nil {
		t.Fatal(err)
	}
	l := loaderOf(Folder(w.dir))
	l.Folder, l.Cache = w.dir, w.cache
	done := make(chan bool, 1)
	go func() { done <- l.Past(t.TempDir()).Unchanged() }()
	select {
	case unchanged := <-done:
		if unchanged {
			t.Error("unchanged before the first build")
		}
	case <-time.After(20 * time.Second):
		t.Fatal("a pipe is waited for")
	}
}
