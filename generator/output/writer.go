package output

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"sync"
	"time"
)

// Writer brings a folder on the disk to a set of files; the package comment tells what it promises. Made by [Open], it ends with
// [Writer.Commit] or [Writer.Abort]. Only Put may be called from several goroutines at once.
type Writer struct {
	dir  disk
	lock *lock
	old  list // what was ours at the beginning
	made bool // the folder itself was not there

	copies bool // see Copies

	mu      sync.Mutex
	names   names           // what has been put
	folders map[string]bool // known to be folders, not links; true: this writer has made them, and nothing is there but what it has put
	listed  map[string]bool // folders that were listed for that
	journal handle          // the list, open to append new names; nil as long as there are none
	created []string        // files that were not there before, in place already
	mkdirs  []string        // folders that were not there before, outer ones first
	staged  []staged
	summary Summary
	failed  error // of the first Put that failed
	closed  bool
}

// staged is a changed file that waits for Commit under the name of a temporary file.
type staged struct {
	name, temp string
	late       bool // its place is free only after the old files are gone
}

// Summary counts what a [Writer] did.
type Summary struct {
	Written int   // files new or changed
	Same    int   // files that lay there just so
	Deleted int   // files that are no longer part of the site
	Bytes   int64 // in the files written
}

// ErrBusy tells that another build is writing to the same folder.
var ErrBusy = errors.New("another build is writing there")

// Open prepares to write to a folder, and makes it if need be. What an earlier build that was killed left behind is swept.
// While one writer is open for a folder, a second gets [ErrBusy], also in another process.
func Open(dir string) (*Writer, error) { return openOn(dir, realSystem) }

func openOn(dir string, s system) (*Writer, error) {
	_, err := os.Stat(dir)
	w := &Writer{dir: disk{dir, s}, made: errors.Is(err, fs.ErrNotExist), folders: map[string]bool{}, listed: map[string]bool{}}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	if w.lock, err = acquire(dir); err != nil {
		return nil, fmt.Errorf("open %q to write: %w", dir, err)
	}
	if err = w.dir.sweep(); err == nil {
		w.old, err = w.dir.readList()
	}
	if err != nil {
		w.lock.release()
		return nil, err
	}
	if w.made {
		w.folders["."] = true
	}
	w.names.taken = make(map[string]entry, 2*len(w.old.names)) // most stay, with the folders above them
	return w, nil
}

// Put makes a file part of the site and reports whether it is new or differs from what lies in the folder. A new one is in its
// place when Put returns, a changed one is on the disk and waits for Commit. What cannot be put is a [*Refusal].
func (w *Writer) Put(name string, data []byte) (bool, error) {
	lies, changed, err := w.put(name, data, time.Time{})
	if err == nil && w.copies && copied(name, int64(len(data))) {
		var also bool
		also, err = w.putCopy(name, lies, data)
		changed = changed || also
	}
	if err != nil {
		w.mu.Lock()
		w.failed = cmp.Or(w.failed, err)
		w.mu.Unlock()
	}
	return changed, err
}

// Keep makes a file part of the site without its data, and reports whether it could: if not, it has to be put. Whoever calls has seen that it lies in the
// folder with this size and this time of its last change; the writer sees that no link leads there, and that the copy lies beside it.
func (w *Writer) Keep(name string, size int64, modified time.Time) bool {
	if there, err := w.surveyFolders(name); there != other || err != nil {
		return false
	}
	names := []string{name}
	if w.copies && copied(name, size) {
		if !w.keptCopy(name, modified) {
			return false
		}
		names = append(names, name+CopySuffix)
	}
	for _, name := range names {
		if w.take(name) != nil {
			return false
		}
		w.count(Summary{Same: 1})
	}
	return true
}

// put is Put of one file, without its copy. lies is the name under which the data is on the disk now. The file gets a time of its last change, unless that is zero.
func (w *Writer) put(name string, data []byte, at time.Time) (lies string, changed bool, err error) {
	if err := w.take(name); err != nil {
		return "", false, err
	}
	there, err := w.survey(name, data)
	if err != nil {
		return "", false, err
	}
	if there == same {
		w.count(Summary{Same: 1})
		return name, false, w.dir.setTime(name, at)
	}
	temp, err := w.dir.writeTemp(data)
	if err != nil {
		return "", false, err
	}
	if err = w.dir.setTime(temp, at); err == nil {
		err = w.record(name, temp, there)
	}
	lies = temp
	if err == nil && there == nothing {
		err, lies = w.place(name, temp), name
	}
	if err != nil {
		w.dir.remove(temp) // unchecked: the next build sweeps it
		return "", false, err
	}
	w.count(Summary{Written: 1, Bytes: int64(len(data))})
	return lies, true, nil
}

func (w *Writer) take(name string) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.closed {
		return fmt.Errorf("put %q: %w", name, os.ErrClosed)
	}
	return w.names.add(name)
}

func (w *Writer) count(s Summary) {
	w.mu.Lock()
	w.summary.Written += s.Written
	w.summary.Same += s.Same
	w.summary.Bytes += s.Bytes
	w.mu.Unlock()
}

// record appends a name to the list on the disk before its file can appear, and notes what Commit or Abort has to do with it. If
// appending fails half-way nothing more is appended, or two names would run together.
func (w *Writer) record(name, temp string, there found) (err error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if !w.old.has(name) {
		if w.journal == nil {
			w.journal, err = w.dir.open(ListName, os.O_WRONLY|os.O_APPEND|os.O_CREATE)
			if err != nil {
				return err
			}
		}
		if _, err = w.journal.Write([]byte(name + "\n")); err != nil {
			w.journal.Close() // the next write says so
			return err
		}
	}
	if there == nothing {
		w.created = append(w.created, name)
	} else {
		w.staged = append(w.staged, staged{name, temp, there == inTheWay})
	}
	return nil
}

// place brings a new file to its place.
func (w *Writer) place(name, temp string) error {
	if err := w.mkdirFor(name); err != nil {
		return err
	}
	return w.dir.rename(temp, name)
}

// Commit puts the changed files into their places, then removes what was ours and was not put again, with the folders
// emptied by that, and then writes the list. If it fails, every file is whole still, and the next build mends the rest.
// After a Put that failed the site is not complete: then Commit is an Abort and returns that error.
func (w *Writer) Commit() (Summary, error) {
	switch {
	case w.closed:
		return Summary{}, os.ErrClosed
	case w.failed != nil:
		return Summary{}, errors.Join(w.failed, w.Abort())
	}
	w.closed = true
	defer w.lock.release()
	defer w.dropStaged()
	if w.journal != nil {
		if err := w.journal.Close(); err != nil {
			return w.summary, err
		}
	}
	slices.SortFunc(w.staged, func(a, b staged) int { return strings.Compare(a.name, b.name) })
	if err := w.settle(false); err != nil {
		return w.summary, err
	}
	if err := w.deleteOld(); err != nil {
		return w.summary, err
	}
	if err := w.settle(true); err != nil {
		return w.summary, err
	}
	return w.summary, w.dir.writeList(w.names.files())
}

// settle renames the staged files that are late, or those that are not.
func (w *Writer) settle(late bool) error {
	for i, s := range w.staged {
		if s.late != late {
			continue
		}
		if late {
			if err := w.mkdirFor(s.name); err != nil {
				return err
			}
		}
		if err := w.dir.rename(s.temp, s.name); err != nil {
			return err
		}
		w.staged[i].temp = ""
	}
	return nil
}

func (w *Writer) deleteOld() error {
	for _, name := range w.old.names {
		if w.names.has(name) {
			continue
		}
		deleted, err := w.deleteFile(name)
		if err != nil {
			return err
		}
		if deleted {
			w.summary.Deleted++
		}
	}
	return nil
}

// Abort leaves the folder as it was when it was opened: what is new is removed, and nothing old was touched. After Commit it does
// nothing, so that it can be deferred.
func (w *Writer) Abort() error {
	if w.closed {
		return nil
	}
	w.closed = true
	defer w.lock.release()
	w.dropStaged()
	var errs []error
	for _, name := range w.created {
		if err := w.dir.remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			errs = append(errs, err)
		}
	}
	for _, name := range slices.Backward(w.mkdirs) {
		w.dir.remove(name) // unchecked: one that somebody has put something into stays
	}
	if w.journal != nil {
		w.journal.Close()
		if len(errs) == 0 { // else the list must go on naming what could not be removed
			errs = append(errs, w.dir.restoreList(w.old))
		}
	}
	if w.made {
		w.lock.releaseEmpty(w.dir.root)
	}
	return errors.Join(errs...)
}

func (w *Writer) dropStaged() {
	for _, s := range w.staged {
		if s.temp != "" {
			w.dir.remove(s.temp) // unchecked: the next build sweeps it
		}
	}
}
