package output

import (
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// isCopy tells whether a file of a test's site is a copy, which the writer makes.
func isCopy(name string) bool { return strings.HasSuffix(name, CopySuffix) }

// copies has a writer make copies where a site has any.
func (s site) copies(w *Writer) {
	for name := range s {
		if isCopy(name) {
			w.Copies()
		}
	}
}

// unpackable is the copy of some data.
func unpackable(data string) string {
	small, err := packed([]byte(data))
	if err != nil {
		panic(err)
	}
	return string(small)
}

// With copies, a folder has one beside every text of some size, which any program unpacks, and which goes when its file goes, or when copies are no longer wanted.
func TestCopies(t *testing.T) {
	dir := t.TempDir()
	long, short := strings.Repeat("довгий текст ", 200), "короткий"
	s := site{"index.html": long, "a/x.svg": long, "a/short.html": short, "a/foto.webp": long, "LICENSE": long, "gone.css": long}
	s.write(t, dir)
	plain := look(t, dir)
	with := site{}
	for name, data := range s {
		with[name] = data
	}
	for _, name := range []string{"index.html", "a/x.svg", "gone.css"} {
		with[name+CopySuffix] = unpackable(long)
	}
	with.write(t, dir)
	got := look(t, dir)
	delete(got, ListName)
	if diff := cmp.Diff(with, got); diff != "" {
		t.Fatal(diff)
	}
	z, err := gzip.NewReader(strings.NewReader(got["index.html.gz"]))
	if err != nil {
		t.Fatal(err)
	}
	back, err := io.ReadAll(z)
	if err != nil || string(back) != long || !z.ModTime.IsZero() || z.Name != "" {
		t.Errorf("%d bytes of %d, %v, head %+v", len(back), len(long), err, z.Header)
	}
	for _, name := range []string{"index.html", "a/x.svg"} {
		file, _ := os.Stat(filepath.Join(dir, name))
		small, _ := os.Stat(filepath.Join(dir, name+CopySuffix))
		if !file.ModTime().Equal(small.ModTime()) {
			t.Errorf("%s is of %s, its copy of %s", name, file.ModTime(), small.ModTime())
		}
	}
	delete(with, "gone.css")
	delete(with, "gone.css.gz")
	with.write(t, dir)
	if got := look(t, dir); got["gone.css"]+got["gone.css.gz"] != "" {
		t.Error("a copy stayed when its file went")
	}
	s.write(t, dir)
	if diff := cmp.Diff(plain, look(t, dir)); diff != "" {
		t.Errorf("without copies again:\n%s", diff)
	}
}

// A file is kept with its copy only if the copy lies there as it was left.
func TestKeepCopies(t *testing.T) {
	data := []byte(strings.Repeat("довгий текст ", 200))
	past := time.Date(2026, 11, 1, 10, 0, 0, 0, time.UTC)
	for _, test := range []struct {
		name  string
		spoil func(copied string) error
		want  bool
	}{
		{"as it was", func(string) error { return nil }, true},
		{"gone", os.Remove, false},
		{"other bytes", func(name string) error { return os.WriteFile(name, []byte("x"), 0o644) }, false},
		{"another time", func(name string) error { return os.Chtimes(name, past, past) }, false},
	} {
		dir := t.TempDir()
		s := site{"index.html": string(data), "index.html.gz": unpackable(string(data))}
		s.write(t, dir)
		stat, err := os.Stat(filepath.Join(dir, "index.html"))
		if err != nil {
			t.Fatal(err)
		}
		if err := test.spoil(filepath.Join(dir, "index.html.gz")); err != nil {
			t.Fatal(err)
		}
		w, err := Open(dir)
		if err != nil {
			t.Fatal(err)
		}
		w.Copies()
		got := w.Keep("index.html", int64(len(data)), stat.ModTime())
		if got != test.want {
			t.Errorf("%s: kept is %t", test.name, got)
		}
		if !got {
			if changed, err := w.Put("index.html", data); err != nil || changed != (test.name != "another time") {
				t.Errorf("%s: put: %t, %v", test.name, changed, err)
			}
		}
		if _, err := w.Commit(); err != nil {
			t.Fatal(err)
		}
		if found := look(t, dir); !bytes.Equal([]byte(found["index.html.gz"]), []byte(s["index.html.gz"])) {
			t.Errorf("%s: the copy is not what it should be", test.name)
		}
		w, err = Open(dir)
		if err != nil {
			t.Fatal(err)
		}
		w.Copies()
		if !w.Keep("index.html", int64(len(data)), stat.ModTime()) {
			t.Errorf("%s: after it was mended it is not kept", test.name)
		}
		w.Abort()
	}
}

// What is copied are texts: nothing that is compressed already.
func TestCopiedEndings(t *testing.T) {
	if !slices.IsSorted(CopiedEndings) {
		t.Error("not sorted")
	}
	for name, want := range map[string]bool{"a.html": true, "a.css.gz": false, ".htaccess": false, "_headers": false, "a.zip": false, "a.HTML": false} {
		if copied(name, smallestCopied) != want || copied(name, smallestCopied-1) {
			t.Errorf("%s: %t", name, !want)
		}
	}
}
