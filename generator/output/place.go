package output

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"strings"
	"sync"

	"github.com/som-hub/vitryna/generator/filename"
)

// found is what stands in the place of a file.
type found int

const (
	nothing  found = iota // free, perhaps its folder too
	same                  // the very file
	other                 // a file of ours with other bytes
	inTheWay              // a file of ours where a folder must be, or a folder of nothing but ours
)

// survey looks what stands in the place of a file. Something that is not ours and not equal is a [*Refusal].
func (w *Writer) survey(name string, data []byte) (found, error) {
	if there, err := w.surveyFolders(name); there != other || err != nil {
		return there, err
	}
	if w.hasMade(path.Dir(name)) {
		return nothing, nil
	}
	stat, err := w.dir.lstat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nothing, nil
	case err != nil:
		return nothing, err
	case stat.IsDir():
		return inTheWay, w.onlyOurs(name)
	case stat.Mode()&fs.ModeSymlink != 0:
		return nothing, &Refusal{Path: name, Other: name, Reason: ReasonLink}
	case !filename.Regular(stat.Mode()):
		return nothing, &Refusal{Path: name, Other: name, Reason: ReasonForeign}
	}
	equal, err := w.dir.equal(name, stat.Size(), data)
	switch {
	case err != nil:
		return nothing, err
	case equal:
		return same, nil // also when it is not in the list: so a lost list comes back
	case !w.old.ours(name):
		return nothing, &Refusal{Path: name, Other: name, Reason: ReasonForeign}
	}
	return other, nil
}

// surveyFolders looks at the folders above a file; other means that they are all there.
func (w *Writer) surveyFolders(name string) (found, error) {
	if w.knows(path.Dir(name)) {
		return other, nil // and those above it
	}
	for i := range len(name) {
		if name[i] != '/' || w.knows(name[:i]) {
			continue
		}
		folder := name[:i]
		if w.hasMade(path.Dir(folder)) {
			return nothing, nil
		}
		if w.learnBeside(folder); w.knows(folder) {
			continue
		}
		stat, err := w.dir.lstat(folder)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nothing, nil
		case err != nil:
			return nothing, err
		case stat.IsDir():
			w.learn(folder)
		case stat.Mode()&fs.ModeSymlink != 0:
			return nothing, &Refusal{Path: name, Other: folder, Reason: ReasonLink}
		case filename.Regular(stat.Mode()) && w.old.ours(folder):
			return inTheWay, nil
		default:
			return nothing, &Refusal{Path: name, Other: folder, Reason: ReasonForeign}
		}
	}
	return other, nil
}

// onlyOurs refuses a file whose place is taken by a folder in which somebody else keeps something.
func (w *Writer) onlyOurs(name string) error {
	return fs.WalkDir(os.DirFS(w.dir.root), name, func(p string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && !w.old.ours(p) {
			err = &Refusal{Path: name, Other: p, Reason: ReasonForeign}
		}
		return err
	})
}

func (w *Writer) knows(folder string) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	_, known := w.folders[folder]
	return known
}

// hasMade tells whether this writer has made a folder, so that only what it has put can be there.
func (w *Writer) hasMade(folder string) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.folders[folder]
}

// learnBeside learns which of the entries beside a folder are folders: to list them all once is far less than to look at one after the other.
func (w *Writer) learnBeside(folder string) {
	above := path.Dir(folder)
	w.mu.Lock()
	listed := w.listed[above]
	w.listed[above] = true
	w.mu.Unlock()
	if listed {
		return
	}
	entries, err := w.dir.readDir(w.dir.path(above))
	if err != nil {
		return // whoever looks at the folder itself is told why
	}
	for _, e := range entries {
		if e.IsDir() {
			w.learn(path.Join(above, e.Name()))
		}
	}
}

// learn notes that there is a folder. Whether this writer has made it stays as it is known.
func (w *Writer) learn(folder string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if _, known := w.folders[folder]; !known {
		w.folders[folder] = false
	}
}

// mkdirFor makes the folders of a file.
func (w *Writer) mkdirFor(name string) error {
	for i := range len(name) {
		if name[i] != '/' || w.knows(name[:i]) {
			continue
		}
		err := w.dir.mkdir(name[:i])
		switch {
		case err == nil:
			w.mu.Lock()
			w.mkdirs = append(w.mkdirs, name[:i])
			w.folders[name[:i]] = true
			w.mu.Unlock()
		case errors.Is(err, fs.ErrExist): // made by another goroutine since
			w.learn(name[:i])
		default:
			return err
		}
	}
	return nil
}

// deleteFile removes a file of ours, if it is a file still and not behind a link, and the folders that this empties. A build that
// was killed may have made the folders only, and they go too.
func (w *Writer) deleteFile(name string) (deleted bool, err error) {
	there, err := w.surveyFolders(name)
	var refusal *Refusal
	if errors.As(err, &refusal) {
		return false, nil // somebody has put something in its place: not ours any more
	}
	if err != nil || there == inTheWay {
		return false, err
	}
	stat, err := w.dir.lstat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil || !filename.Regular(stat.Mode()) || w.putUnderOtherCase(name, stat):
		return false, err
	default:
		if err := patiently(func() error { return w.dir.remove(name) }); err != nil {
			return false, err
		}
		deleted = true
	}
	for folder := path.Dir(name); folder != "."; folder = path.Dir(folder) {
		if err := w.dir.remove(folder); err != nil && !errors.Is(err, fs.ErrNotExist) {
			break // not empty
		}
		delete(w.folders, folder)
	}
	return deleted, nil
}

// putUnderOtherCase reports whether the file was put under a name in other letters, on a disk that takes both for one.
func (w *Writer) putUnderOtherCase(name string, stat fs.FileInfo) bool {
	e, ok := w.names.taken[strings.ToLower(name)]
	if !ok || e.dir {
		return false
	}
	now, err := w.dir.lstat(e.name)
	return err == nil && os.SameFile(now, stat)
}

var buffers = sync.Pool{New: func() any { return new([32 << 10]byte) }}

// equal reports whether a file holds just these bytes.
func (d disk) equal(name string, size int64, data []byte) (bool, error) {
	if size != int64(len(data)) {
		return false, nil
	}
	f, err := d.open(name, os.O_RDONLY)
	if err != nil {
		return false, err
	}
	defer f.Close()
	buffer := buffers.Get().(*[32 << 10]byte)
	defer buffers.Put(buffer)
	for {
		n, err := f.Read(buffer[:])
		if n > len(data) || !bytes.Equal(buffer[:n], data[:n]) {
			return false, nil
		}
		data = data[n:]
		if len(data) == 0 || err == io.EOF {
			return len(data) == 0, nil
		}
		if err != nil {
			return false, err
		}
	}
}
