package generator

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/som-hub/vitryna/generator/content"
)

func TestFolder(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"content/site.yaml", "content/news/a/index.md", "layouts/item.html"} {
		full := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(full), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(full, []byte("слово\n"), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	root := Folder(dir)
	if err := fstest.TestFS(root, "content/site.yaml", "content/news/a/index.md", "layouts/item.html"); err != nil {
		t.Error(err)
	}
	big := filepath.Join(dir, "content", "site.yaml")
	if err := os.Truncate(big, 11<<20); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]func(error) bool{
		"content/site.yaml":          content.Odd,
		"content/site.yaml/below":    func(err error) bool { return errors.Is(err, fs.ErrNotExist) },
		"content/nothing":            func(err error) bool { return errors.Is(err, fs.ErrNotExist) },
		"../" + filepath.Base(dir):   func(err error) bool { return errors.Is(err, fs.ErrInvalid) },
		"/etc/hostname":              func(err error) bool { return errors.Is(err, fs.ErrInvalid) },
		"content/../../etc/hostname": func(err error) bool { return errors.Is(err, fs.ErrInvalid) },
		"content/\x00":               func(err error) bool { return err != nil },
	} {
		f, err := root.Open(name)
		if err == nil {
			f.Close()
		}
		if err == nil || !want(err) {
			t.Errorf("%q: %v", name, err)
		}
		if err != nil && strings.Contains(err.Error(), dir) {
			t.Errorf("%q: the message names the folder of whoever builds: %v", name, err)
		}
	}
}

// TestLinkedContent: content/ may be a link to a folder elsewhere, as of a shared disk. What changes there is seen, though the link itself never changes.
func TestLinkedContent(t *testing.T) {
	w := smallWorkshop(t)
	elsewhere := filepath.Join(t.TempDir(), "elsewhere")
	if err := os.Rename(filepath.Join(w.dir, "content"), elsewhere); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(elsewhere, filepath.Join(w.dir, "content")); err != nil {
		if runtime.GOOS != "windows" {
			t.Fatal(err)
		}
		t.Skip("SKIPPED: this system has no symbolic links") // without the right to make them
	}
	time.Sleep(grain + 100*time.Millisecond) // a young link is not believed anyway
	out := filepath.Join(t.TempDir(), "public")
	w.must(out)
	l := loaderOf(os.DirFS(w.dir))
	l.Folder, l.Cache, l.Publish = w.dir, w.cache, true
	if l.Past(out).Unchanged() {
		t.Error("a site whose texts lie behind a link is taken to be unchanged by the link alone")
	}
}
