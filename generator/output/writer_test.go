package output

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// site is a set of files by name.
type site map[string]string

// put opens a folder and puts files into it, in any order.
func (s site) put(t testing.TB, dir string) *Writer {
	t.Helper()
	w, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	s.copies(w)
	for name, data := range s {
		if isCopy(name) {
			continue
		}
		if _, err := w.Put(name, []byte(data)); err != nil {
			w.Abort()
			t.Fatal(err)
		}
	}
	return w
}

// write brings a folder to a site.
func (s site) write(t testing.TB, dir string) Summary {
	t.Helper()
	summary, err := s.put(t, dir).Commit()
	if err != nil {
		t.Fatal(err)
	}
	return summary
}

// look reads a folder: files with their content, links as "→ target", empty folders as "name/".
func look(t testing.TB, dir string) site {
	t.Helper()
	s := site{}
	err := filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, _ := filepath.Rel(dir, p)
		name = filepath.ToSlash(name)
		switch {
		case d.IsDir():
			if entries, _ := os.ReadDir(p); len(entries) == 0 {
				s[name+"/"] = ""
			}
		case d.Type()&fs.ModeSymlink != 0:
			target, _ := os.Readlink(p)
			s[name] = "→ " + target
		default:
			data, err := os.ReadFile(p)
			if err != nil {
				return err
			}
			s[name] = string(data)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// lay puts files into a folder as somebody else would.
func (s site) lay(t testing.TB, dir string) {
	t.Helper()
	for name, data := range s {
		p := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestWriter(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "deep", "public")
	first := site{"index.html": "home", "projects/a/index.html": "a", "projects/b/index.html": "b", "assets/site.0a.css": "old", "empty": ""}
	if got, want := first.write(t, dir), (Summary{Written: 5, Bytes: 9}); got != want {
		t.Errorf("%+v", got)
	}
	site{".gitignore": "*\n", "CNAME": "som-hub", "projects/b/note.txt": "mine"}.lay(t, dir)
	stat := func(name string) fs.FileInfo {
		s, err := os.Stat(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	untouched := stat("index.html")
	second := site{"index.html": "home", "projects/a/index.html": "A", "assets/site.0b.css": "new", "empty": ""}
	if got, want := second.write(t, dir), (Summary{Written: 2, Same: 2, Deleted: 2, Bytes: 4}); got != want {
		t.Errorf("%+v", got)
	}
	want := site{
		".gitignore": "*\n", "CNAME": "som-hub", "projects/b/note.txt": "mine",
		"index.html": "home", "projects/a/index.html": "A", "assets/site.0b.css": "new", "empty": "",
		ListName: "assets/site.0b.css\nempty\nindex.html\nprojects/a/index.html\n",
	}
	if diff := cmp.Diff(want, look(t, dir)); diff != "" {
		t.Error(diff)
	}
	if now := stat("index.html"); !os.SameFile(now, untouched) || now.ModTime() != untouched.ModTime() {
		t.Error("an unchanged file was touched")
	}
	list := stat(ListName)
	if got, want := second.write(t, dir), (Summary{Same: 4}); got != want {
		t.Errorf("%+v", got)
	}
	if !os.SameFile(list, stat(ListName)) {
		t.Error("the list was written without need")
	}
	if got := (site{}).write(t, dir); got != (Summary{Deleted: 4}) {
		t.Errorf("%+v", got)
	}
	want = site{".gitignore": "*\n", "CNAME": "som-hub", "projects/b/note.txt": "mine", ListName: ""}
	if diff := cmp.Diff(want, look(t, dir)); diff != "" {
		t.Error(diff)
	}
}

func TestWriterTellsWhatChanged(t *testing.T) {
	dir := t.TempDir()
	site{"a": "1", "b": "2"}.write(t, dir)
	site{"b": "3"}.lay(t, dir) // somebody's hand, of the same size
	w, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Abort()
	for name, want := range map[string]bool{"a": false, "b": true, "c": true} {
		data := map[string]string{"a": "1", "b": "2", "c": "4"}[name]
		if got, err := w.Put(name, []byte(data)); err != nil || got != want {
			t.Errorf("%s: %v, %v", name, got, err)
		}
	}
}

// Files and folders may change places as long as they are ours.
func TestWriterSwapsFilesAndFolders(t *testing.T) {
	dir := t.TempDir()
	a := site{"x": "file", "y/1": "1", "y/z/2": "2", "other": "o"}
	b := site{"x/1": "1", "x/y/2": "2", "y": "file", "other": "o"}
	a.write(t, dir)
	for _, s := range []site{b, a, b} {
		s.put(t, dir).Abort()
		s.write(t, dir)
		got := look(t, dir)
		delete(got, ListName)
		if diff := cmp.Diff(s, got); diff != "" {
			t.Error(diff)
		}
	}
}

func TestWriterRefuses(t *testing.T) {
	outside := t.TempDir()
	site{"secret": "s"}.lay(t, outside)
	tests := map[string]struct {
		ours, foreign site
		link          string // a symbolic link to outside
		first, put    string
		want          Reason
		other         string
	}{
		"foreign file":           {foreign: site{"CNAME": "x"}, put: "CNAME", want: ReasonForeign, other: "CNAME"},
		"foreign file as folder": {foreign: site{"a": "x"}, put: "a/b", want: ReasonForeign, other: "a"},
		"foreign folder as file": {ours: site{"a/b": "x"}, foreign: site{"a/c/d": "x"}, put: "a", want: ReasonForeign, other: "a/c/d"},
		"link as folder":         {link: "a", put: "a/secret", want: ReasonLink, other: "a"},
		"link as file":           {link: "a", put: "a", want: ReasonLink, other: "a"},
		"outside":                {put: "../x", want: ReasonName},
		"twice":                  {ours: site{"a": "x"}, first: "b", put: "b", want: ReasonTwice},
		"ours":                   {put: ListName, want: ReasonName},
	}
	for name, test := range tests {
		dir := t.TempDir()
		if test.ours != nil {
			test.ours.write(t, dir)
		}
		test.foreign.lay(t, dir)
		if test.link != "" {
			if err := os.Symlink(outside, filepath.Join(dir, test.link)); err != nil {
				t.Fatal(err)
			}
		}
		before := look(t, dir)
		w, err := Open(dir)
		if err != nil {
			t.Fatal(err)
		}
		if test.first != "" {
			if _, err := w.Put(test.first, nil); err != nil {
				t.Fatal(err)
			}
		}
		_, err = w.Put(test.put, []byte("new"))
		var refusal *Refusal
		if !errors.As(err, &refusal) || refusal.Reason != test.want || refusal.Other != test.other {
			t.Errorf("%s: %v", name, err)
		}
		if err := w.Abort(); err != nil {
			t.Error(err)
		}
		if diff := cmp.Diff(before, look(t, dir)); diff != "" {
			t.Errorf("%s:\n%s", name, diff)
		}
	}
	if diff := cmp.Diff(site{"secret": "s"}, look(t, outside)); diff != "" {
		t.Error(diff)
	}
}

// What the list names is removed only where it is ours still: not behind a link, and never outside.
func TestWriterDeletesNothingElse(t *testing.T) {
	outside, dir := t.TempDir(), t.TempDir()
	site{"b": "s", "victim": "s"}.lay(t, outside)
	site{"a/b": "x", "c": "x", "d/e": "x"}.write(t, dir)
	os.RemoveAll(filepath.Join(dir, "a"))
	os.Remove(filepath.Join(dir, "c"))
	os.RemoveAll(filepath.Join(dir, "d"))
	if err := errors.Join(os.Symlink(outside, filepath.Join(dir, "a")), os.Symlink(filepath.Join(outside, "b"), filepath.Join(dir, "c"))); err != nil {
		t.Fatal(err)
	}
	site{"d": "now a file of somebody"}.lay(t, dir)
	evil, _ := filepath.Rel(dir, filepath.Join(outside, "victim"))
	site{ListName: "a/b\nc\nd/e\n" + filepath.ToSlash(evil) + "\n/etc/none\n\n"}.lay(t, dir)
	if got := (site{}).write(t, dir); got.Deleted != 0 {
		t.Errorf("%+v", got)
	}
	want := site{"a": "→ " + outside, "c": "→ " + filepath.Join(outside, "b"), "d": "now a file of somebody", ListName: ""}
	if diff := cmp.Diff(want, look(t, dir)) + cmp.Diff(site{"b": "s", "victim": "s"}, look(t, outside)); diff != "" {
		t.Error(diff)
	}
}

func TestAbort(t *testing.T) {
	parent := t.TempDir()
	dir := filepath.Join(parent, "public")
	site{"a/1": "x"}.put(t, dir).Abort()
	if diff := cmp.Diff(site{"./": ""}, look(t, parent)); diff != "" {
		t.Error(diff)
	}
	site{"index.html": "home", "a/1": "1", "gone": "g"}.write(t, dir)
	site{"mine": "m"}.lay(t, dir)
	before := look(t, dir)
	w := site{"index.html": "other", "a/1": "1", "a/b/c/2": "2", "gone/x": "y"}.put(t, dir)
	if err := w.Abort(); err != nil {
		t.Error(err)
	}
	if diff := cmp.Diff(before, look(t, dir)); diff != "" {
		t.Error(diff)
	}
	if _, err := w.Put("x", nil); !errors.Is(err, os.ErrClosed) {
		t.Errorf("put after the end: %v", err)
	}
	if _, err := w.Commit(); !errors.Is(err, os.ErrClosed) {
		t.Errorf("commit after the end: %v", err)
	}
	w = site{"index.html": "new"}.put(t, dir)
	w.Commit()
	if err := w.Abort(); err != nil || look(t, dir)["index.html"] != "new" {
		t.Errorf("an abort after the commit did something: %v", err)
	}
}

// Before Commit nothing old has changed, and the list names all that is new.
func TestBeforeCommit(t *testing.T) {
	dir := t.TempDir()
	site{"a": "1", "b": "2"}.write(t, dir)
	w := site{"a": "changed", "new/c": "3"}.put(t, dir)
	defer w.Abort()
	got := look(t, dir)
	for name := range got {
		if isTemp(name) {
			delete(got, name)
		}
	}
	if diff := cmp.Diff(site{"a": "1", "b": "2", "new/c": "3", ListName: "a\nb\nnew/c\n"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestLostAndBrokenLists(t *testing.T) {
	dir := t.TempDir()
	s := site{"a": "1", "b/c": "2"}
	s.write(t, dir)
	full := look(t, dir)
	os.Remove(filepath.Join(dir, ListName))
	if got := s.write(t, dir); got != (Summary{Same: 2}) {
		t.Errorf("%+v", got)
	}
	if diff := cmp.Diff(full, look(t, dir)); diff != "" {
		t.Errorf("a lost list:\n%s", diff)
	}
	site{ListName: "a\nb/c\nb/ne"}.lay(t, dir) // a build that had no room for "b/new"
	site{"a": "1", "b/c": "2", "z": "3"}.put(t, dir).Abort()
	if got := look(t, dir)[ListName]; got != "a\nb/c\n" {
		t.Errorf("%q", got)
	}
}

func TestSweep(t *testing.T) {
	dir := t.TempDir()
	site{".vitryna-1abc.tmp": "half", ".vitryna-x.tmp": "", "other.tmp": "x", ".vitryna-keep": "x"}.lay(t, dir)
	site{}.write(t, dir)
	if diff := cmp.Diff(site{"other.tmp": "x", ".vitryna-keep": "x", ListName: ""}, look(t, dir)); diff != "" {
		t.Error(diff)
	}
}

func TestOneWriterAtATime(t *testing.T) {
	dir := t.TempDir()
	w, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Open(dir); !errors.Is(err, ErrBusy) {
		t.Errorf("%v", err)
	}
	if err := w.Abort(); err != nil {
		t.Fatal(err)
	}
	site{}.write(t, dir)
	site{}.write(t, dir)
}

func TestNoPlaceForTheList(t *testing.T) {
	dir := t.TempDir()
	w, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(dir, ListName), 0o755); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Put("a/b", []byte("x")); err == nil {
		t.Error("a file was put that the list does not name")
	}
	if _, err := w.Commit(); err == nil {
		t.Error("a site that lacks a file was committed")
	}
	if diff := cmp.Diff(site{ListName + "/": ""}, look(t, dir)); diff != "" {
		t.Error(diff)
	}
	if err := os.WriteFile(filepath.Join(dir, "file"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(filepath.Join(dir, "file")); err == nil {
		t.Error("a file was opened as a folder")
	}
}

func TestPutFromManyGoroutines(t *testing.T) {
	dir := t.TempDir()
	for _, text := range []string{"old", "new"} {
		w, err := Open(dir)
		if err != nil {
			t.Fatal(err)
		}
		var wg sync.WaitGroup
		for worker := range 8 {
			wg.Go(func() {
				for i := worker; i < 400; i += 8 {
					name := fmt.Sprintf("%s/%d/%d/index.html", text, i%10, i)
					if _, err := w.Put(name, []byte(text)); err != nil {
						t.Error(err)
					}
				}
			})
		}
		wg.Wait()
		if summary, err := w.Commit(); err != nil || summary.Written != 400 {
			t.Errorf("%+v, %v", summary, err)
		}
	}
	got := look(t, dir)
	if n := strings.Count(got[ListName], "\n"); n != 400 || len(got) != 401 {
		t.Errorf("%d names for %d files", n, len(got))
	}
}

// pages are as many pages of 12 KB as the speed is measured with.
func pages(n int) []File {
	files := make([]File, n)
	for i := range files {
		files[i] = File{fmt.Sprintf("manuals/%d/%d/index.html", i/50, i), bytes.Repeat([]byte(fmt.Sprintf("%011d\n", i)), 1024)}
	}
	return files
}

func putAll(b *testing.B, dir string, files []File) Summary {
	w, err := Open(dir)
	if err != nil {
		b.Fatal(err)
	}
	var wg sync.WaitGroup
	for worker := range 2 {
		wg.Go(func() {
			for i := worker; i < len(files); i += 2 {
				if _, err := w.Put(files[i].Path, files[i].Data); err != nil {
					b.Error(err)
				}
			}
		})
	}
	wg.Wait()
	summary, err := w.Commit()
	if err != nil {
		b.Fatal(err)
	}
	return summary
}

func BenchmarkWriter(b *testing.B) {
	const n = 10_000
	files, changed := pages(n), pages(n)
	for i := range changed {
		changed[i].Data[0] = 'x'
	}
	b.Run("new", func(b *testing.B) {
		parent := b.TempDir()
		for i := 0; b.Loop(); i++ {
			putAll(b, filepath.Join(parent, fmt.Sprint(i)), files)
		}
	})
	b.Run("same", func(b *testing.B) {
		dir := b.TempDir()
		putAll(b, dir, files)
		for b.Loop() {
			if s := putAll(b, dir, files); s.Same != n {
				b.Fatal(s)
			}
		}
	})
	b.Run("changed", func(b *testing.B) {
		dir := b.TempDir()
		putAll(b, dir, files)
		for i := 0; b.Loop(); i++ {
			putAll(b, dir, [][]File{changed, files}[i%2])
		}
	})
	b.Run("plain", func(b *testing.B) { // what it costs to write without any care
		parent := b.TempDir()
		for i := 0; b.Loop(); i++ {
			var wg sync.WaitGroup
			for worker := range 2 {
				wg.Go(func() {
					for j := worker; j < n; j += 2 {
						p := filepath.Join(parent, fmt.Sprint(i), filepath.FromSlash(files[j].Path))
						os.MkdirAll(filepath.Dir(p), 0o755)
						os.WriteFile(p, files[j].Data, 0o644)
					}
				})
			}
			wg.Wait()
		}
	})
}

// In a folder that the writer has made itself nothing is looked for; in one that was there everything is.
func TestNothingSoughtInNewFolders(t *testing.T) {
	old := t.TempDir()
	if err := os.Mkdir(filepath.Join(old, "a"), 0o755); err != nil {
		t.Fatal(err)
	}
	for dir, want := range map[string]int{filepath.Join(t.TempDir(), "new"): 0, old: 3} { // a/x.html, a/b and top.html
		s, looks := realSystem, 0
		s.lstatAt = func(full string) (fs.FileInfo, error) { looks++; return os.Lstat(full) }
		w, err := openOn(dir, s)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range []string{"a/x.html", "a/b/c/index.html", "a/b/c/more.html", "a/b/index.html", "top.html"} {
			if changed, err := w.Put(name, []byte(name)); !changed || err != nil {
				t.Errorf("%s: %t, %v", name, changed, err)
			}
		}
		if looks != want {
			t.Errorf("%s: looked %d times, want %d", dir, looks, want)
		}
		if _, err := w.Commit(); err != nil {
			t.Fatal(err)
		}
	}
}

// TestOpenTogether opens one folder by many writers, none of which finds it: who goes takes it away again, and nobody stands in a folder that is gone.
func TestOpenTogether(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	var inside, opened atomic.Int32
	var writers sync.WaitGroup
	for range 8 {
		writers.Go(func() {
			for range 200 {
				w, err := Open(dir)
				if errors.Is(err, ErrBusy) {
					continue
				} else if err != nil {
					t.Error(err)
					return
				}
				opened.Add(1)
				if inside.Add(1) > 1 {
					t.Error("two write there at once")
				}
				_, err = w.Put("index.html", []byte("ok"))
				inside.Add(-1)
				if err = errors.Join(err, w.Abort()); err != nil {
					t.Error(err)
				}
			}
		})
	}
	writers.Wait()
	if opened.Load() < 2 {
		t.Error("nobody came in after another")
	}
}
