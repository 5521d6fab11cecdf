package output

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// faulty is a disk whose calls fail from a number on: one call, or every call from there. A write that fails has written its half.
type faulty struct {
	first int
	lasts bool

	mu    sync.Mutex
	calls int
	broke string // the call that failed first
}

func (f *faulty) fails(call, name string) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.calls++
	if f.calls == f.first || f.lasts && f.calls > f.first {
		if f.broke == "" {
			f.broke = fmt.Sprintf("call %d, %s", f.calls, call)
		}
		return &fs.PathError{Op: call, Path: name, Err: syscall.ENOSPC}
	}
	return nil
}

// asks is a call that gives something.
func asks[T any](f *faulty, call, name string, do func() (T, error)) (T, error) {
	if err := f.fails(call, name); err != nil {
		var none T
		return none, err
	}
	return do()
}

func (f *faulty) system() system {
	real := realSystem
	does := func(call, name string, do func() error) error {
		_, err := asks(f, call, name, func() (bool, error) { return true, do() })
		return err
	}
	return system{
		lstatAt: func(p string) (fs.FileInfo, error) {
			return asks(f, "lstat", p, func() (fs.FileInfo, error) { return real.lstatAt(p) })
		},
		readDir: func(p string) ([]fs.DirEntry, error) {
			return asks(f, "readdir", p, func() ([]fs.DirEntry, error) { return real.readDir(p) })
		},
		mkdirAt: func(p string, mode fs.FileMode) error {
			return does("mkdir", p, func() error { return real.mkdirAt(p, mode) })
		},
		removeAt: func(p string) error { return does("remove", p, func() error { return real.removeAt(p) }) },
		timeAt: func(p string, accessed, modified time.Time) error {
			return does("chtimes", p, func() error { return real.timeAt(p, accessed, modified) })
		},
		rename: func(from, to string) error { return does("rename", to, func() error { return real.rename(from, to) }) },
		openAt: func(p string, flag int, mode fs.FileMode) (handle, error) {
			return asks(f, "open", p, func() (handle, error) {
				open, err := real.openAt(p, flag, mode)
				if err != nil {
					return nil, err
				}
				return &faultyFile{open, f, p}, nil
			})
		},
	}
}

type faultyFile struct {
	handle
	disk *faulty
	name string
}

func (f *faultyFile) Read(b []byte) (int, error) {
	return asks(f.disk, "read", f.name, func() (int, error) { return f.handle.Read(b) })
}

func (f *faultyFile) Write(b []byte) (int, error) {
	if err := f.disk.fails("write", f.name); err != nil {
		n, _ := f.handle.Write(b[:len(b)/2])
		return n, err
	}
	return f.handle.Write(b)
}

// Close closes in any case, as systems do: what it tells may be that the bytes before did not fit.
func (f *faultyFile) Close() error {
	err := f.disk.fails("close", f.name)
	return errors.Join(err, f.handle.Close())
}

// faultSite is a site like killSite, but small: every call of the writer is made to fail.
func faultSite(which string) site {
	s := site{"index.html": which + " home", "both/index.html": strings.Repeat(which, 90), "same/x": "same", which + "/only/index.html": which, "long.html": strings.Repeat(which, 3000), which + ".css": strings.Repeat(which, 3000)}
	s["long.html.gz"], s[which+".css.gz"] = unpackable(s["long.html"]), unpackable(s[which+".css"])
	if which == "a" {
		s["swap/x"] = "a"
	} else {
		s["swap"] = "b"
	}
	return s
}

// writeOn writes a site, file after file, so that the calls have an order, and tells how it ended.
func (s site) writeOn(dir string, f *faulty) (committed bool, err error) {
	w, err := openOn(dir, f.system())
	if err != nil {
		return false, err
	}
	s.copies(w)
	names := make([]string, 0, len(s))
	for name := range s {
		if !isCopy(name) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	for _, name := range names {
		if _, err := w.Put(name, []byte(s[name])); err != nil {
			return false, errors.Join(err, w.Abort())
		}
	}
	_, err = w.Commit()
	return true, err
}

// TestFaults lets every single call of a build to the disk fail, alone or with all that come after it, as a disk that is full, or pulled out: every file is whole,
// old or new; what failed before the last step left the folder as it was; the error says what the disk said; and the next build mends all.
func TestFaults(t *testing.T) {
	a, b := faultSite("a"), faultSite("b")
	want := t.TempDir()
	b.write(t, want)
	clean := look(t, want)
	count := &faulty{}
	dir := t.TempDir()
	a.write(t, dir)
	if _, err := b.writeOn(dir, count); err != nil || count.calls < 50 {
		t.Fatalf("%d calls, %v", count.calls, err)
	}
	told := 0
	for _, lasts := range []bool{false, true} {
		for first := 1; first <= count.calls; first++ {
			dir := t.TempDir()
			a.write(t, dir)
			before := look(t, dir)
			f := &faulty{first: first, lasts: lasts}
			committed, err := b.writeOn(dir, f)
			found := look(t, dir)
			where := fmt.Sprintf("%s (and after it: %t)", f.broke, lasts)
			whole(t, where, found, a, b)
			switch {
			case err == nil && cmp.Diff(clean, withoutTemps(found)) != "":
				t.Fatalf("%s: no error, and yet\n%s", where, cmp.Diff(clean, found))
			case err != nil && !errors.Is(err, syscall.ENOSPC) && !errors.Is(err, fs.ErrExist): // a folder that could not be removed is in the way
				t.Fatalf("%s: the error is %v", where, err)
			case err != nil && !committed && !lasts && cmp.Diff(before, withoutTemps(found)) != "":
				t.Fatalf("%s: given up, and yet\n%s", where, cmp.Diff(before, found))
			}
			if err != nil {
				told++
			}
			b.write(t, dir)
			if diff := cmp.Diff(clean, withoutTemps(look(t, dir))); diff != "" {
				t.Fatalf("%s, then mended:\n%s", where, diff)
			}
		}
	}
	if told < count.calls {
		t.Errorf("only %d of %d faults were told", told, 2*count.calls)
	}
	t.Logf("%d calls, each failing in two ways; %d told", count.calls, told)
}

// whole tells whether every file is an old or a new one, and the list names all that is ours.
func whole(t *testing.T, where string, found, a, b site) {
	t.Helper()
	list := strings.Split(found[ListName], "\n")
	for name, data := range found {
		switch {
		case isTemp(name) || name == ListName || strings.HasSuffix(name, "/"):
		case data != a[name] && data != b[name]:
			t.Fatalf("%s: %s is neither old nor new: %q", where, name, data)
		case !slices.Contains(list, name):
			t.Fatalf("%s: %s is not in the list", where, name)
		}
	}
}

// withoutTemps is a folder without what may stay where removing fails: what the next build sweeps, and empty folders, which no visitor sees.
func withoutTemps(found site) site {
	rest := site{}
	for name, data := range found {
		if !isTemp(name) && !strings.HasSuffix(name, "/") {
			rest[name] = data
		}
	}
	return rest
}
