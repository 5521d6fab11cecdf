package serve

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// table is what lies in the watched folders, as it was last seen. Comparing the
// disk with it is the truth about changes; what the system tells is only a hint.
//
// It belongs to one goroutine. What it finds changed it collects for [table.found].
type table struct {
	roots   []string
	skip    map[string]bool
	watch   func(folder string) error // called for a folder before it is read
	unwatch func(folder string) error
	ended   <-chan struct{} // closed when nobody wants to know any more

	folders   map[string]folder
	unwatched map[string]error // folders that the system does not tell of
	changed   []string
	dropped   bool // since the last found: some folder went
	entered   bool // and some came
}

// folder is the entries of a folder by name. The folder "" holds the roots, by path.
type folder map[string]stamp

// stamp is how a file is recognised as unchanged.
type stamp struct {
	size  int64
	time  int64 // of the last modification, in nanoseconds
	mode  fs.FileMode
	fresh bool // seen so soon after the modification that a second one may have the same time
}

// freshTime is the coarsest clock of a file system (FAT has two seconds).
const freshTime = 2 * time.Second

func stampOf(info fs.FileInfo) stamp {
	if info.IsDir() {
		return stamp{mode: info.Mode()} // its entries have stamps of their own
	}
	age := time.Since(info.ModTime())
	return stamp{info.Size(), info.ModTime().UnixNano(), info.Mode(), age.Abs() < freshTime}
}

// same compares all but the freshness.
func (s stamp) same(t stamp) bool {
	s.fresh, t.fresh = false, false
	return s == t
}

func newTable(dirs, skip []string) *table {
	t := &table{
		skip:      map[string]bool{},
		folders:   map[string]folder{"": {}},
		unwatched: map[string]error{},
	}
	for _, dir := range dirs {
		t.roots = append(t.roots, filepath.Clean(dir))
	}
	for _, dir := range skip {
		t.skip[filepath.Clean(dir)] = true
	}
	return t
}

// found is what has changed since the last call.
func (t *table) found() []string {
	changed := t.changed
	t.changed = nil
	if t.dropped && t.entered {
		// A folder that has moved keeps its watch under the old name, and dropping
		// that name may have ended the watch of the new one.
		t.observeAll()
	}
	t.dropped, t.entered = false, false
	return changed
}

func (t *table) observeAll() {
	for folder := range t.folders {
		t.observe(folder)
	}
}

// everything is the folders there are, to be checked one by one.
func (t *table) everything() []string {
	return slices.Collect(maps.Keys(t.folders))
}

// concerns reports whether path is one of the roots or lies below one, and is not
// of those that are ignored.
func (t *table) concerns(path string) bool {
	for _, root := range t.roots {
		rest, ok := below(path, root)
		if !ok {
			continue
		}
		for dir := path; dir != root; dir = filepath.Dir(dir) {
			if t.skip[dir] {
				return false
			}
		}
		for name := range strings.SplitSeq(rest, string(filepath.Separator)) {
			if name != "" && temporary(name, true) {
				return false
			}
		}
		return true
	}
	return false
}

// below gives the rest of path after root, "" for root itself.
func below(path, root string) (rest string, ok bool) {
	if path == root {
		return "", true
	}
	if root == "." {
		return path, !filepath.IsAbs(path)
	}
	if !strings.HasSuffix(root, string(filepath.Separator)) {
		root += string(filepath.Separator)
	}
	return strings.CutPrefix(path, root)
}

// sign is how much an event says of a path.
type sign uint8

const (
	touched sign = iota // look at it
	wrote               // its content changed, though perhaps within one tick of the clock
	made                // another file or folder stands here than before
)

// look compares one path with the table.
func (t *table) look(path string, s sign) {
	dir, name := filepath.Dir(path), filepath.Base(path)
	if slices.Contains(t.roots, path) {
		dir, name = "", path
	}
	entries, ok := t.folders[dir]
	if !ok {
		t.lookUp(dir)
		return
	}
	info, err := t.stat(dir, path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		t.gone(dir, entries, name)
	case err != nil:
		t.changed = append(t.changed, path)
	case !t.ignored(path, info.IsDir()) || dir == "":
		t.lookAt(dir, entries, name, stampOf(info), s)
	}
}

// stat follows a symbolic link only if it is a root.
func (t *table) stat(dir, path string) (fs.FileInfo, error) {
	if dir == "" {
		return os.Stat(path)
	}
	return os.Lstat(path)
}

// lookAt compares an entry that exists.
func (t *table) lookAt(dir string, entries folder, name string, now stamp, s sign) {
	old, known := entries[name]
	if known && (s == made || s == wrote && now.fresh && !now.mode.IsDir()) {
		delete(entries, name)
		if old.mode.IsDir() {
			t.drop(filepath.Join(dir, name))
		}
		known = false
	}
	t.compare(dir, entries, name, now)
	if known && now.mode.IsDir() {
		t.check(filepath.Join(dir, name), false)
	}
}

// vanished reports whether nothing stands at path.
func vanished(path string) bool {
	_, err := os.Lstat(path)
	return errors.Is(err, fs.ErrNotExist)
}

// lookUp looks at the nearest folder above dir that is known: it will find what
// has come there.
func (t *table) lookUp(dir string) {
	for t.concerns(dir) {
		if _, ok := t.folders[dir]; ok {
			t.check(dir, false)
			return
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			break
		}
		dir = parent
	}
	t.check("", false)
}

// check compares the entries of a known folder with the disk. If polling, a file
// that was too fresh to be judged is reported once more.
func (t *table) check(dir string, polling bool) {
	old, ok := t.folders[dir]
	if !ok {
		return
	}
	if _, failed := t.unwatched[dir]; failed {
		t.observe(dir)
	}
	now, err := t.read(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		t.drop(dir) // its parent will tell
		return
	case err != nil:
		return // a drive that is away for a moment has not lost its files
	}
	for name := range old {
		if _, still := now[name]; !still {
			t.gone(dir, old, name)
		}
	}
	for name, stamp := range now {
		if before := old[name]; polling && before.fresh && !stamp.fresh && before.same(stamp) {
			delete(old, name)
		}
		t.compare(dir, old, name, stamp)
	}
}

// compare enters one entry of a folder and notes whether it is new or changed.
func (t *table) compare(dir string, entries folder, name string, now stamp) {
	old, known := entries[name]
	entries[name] = now
	path := filepath.Join(dir, name)
	if known && old.same(now) {
		return
	}
	t.changed = append(t.changed, path)
	if known && old.mode.IsDir() && !now.mode.IsDir() {
		t.drop(path)
	}
	if now.mode.IsDir() {
		t.enter(path)
	}
}

// gone forgets one entry of a folder.
func (t *table) gone(dir string, entries folder, name string) {
	old, known := entries[name]
	if !known {
		return
	}
	delete(entries, name)
	path := filepath.Join(dir, name)
	t.changed = append(t.changed, path)
	if old.mode.IsDir() {
		t.drop(path)
	}
}

// enter reads a new folder and all below it. It is watched first, so that what is
// created after the reading is heard of.
func (t *table) enter(dir string) {
	select {
	case <-t.ended:
		return
	default:
	}
	if _, known := t.folders[dir]; known {
		return
	}
	entries := folder{}
	t.folders[dir] = entries
	t.entered = true
	t.observe(dir)
	found, err := t.read(dir)
	if err != nil {
		return
	}
	for name, stamp := range found {
		entries[name] = stamp
		if stamp.mode.IsDir() {
			t.enter(filepath.Join(dir, name))
		}
	}
}

// drop forgets a folder and all below it.
func (t *table) drop(dir string) {
	entries, known := t.folders[dir]
	if !known {
		return
	}
	delete(t.folders, dir)
	delete(t.unwatched, dir)
	t.dropped = true
	t.unwatch(dir)
	for name, stamp := range entries {
		if stamp.mode.IsDir() {
			t.drop(filepath.Join(dir, name))
		}
	}
}

// observe asks the system to tell of a folder.
func (t *table) observe(dir string) {
	if dir == "" {
		return
	}
	if err := t.watch(dir); err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.unwatched[dir] = err
		return
	}
	delete(t.unwatched, dir)
}

// read is the entries of a folder as they are now. Symbolic links are not
// followed, except for a root.
func (t *table) read(dir string) (folder, error) {
	now := folder{}
	if dir == "" {
		for _, root := range t.roots {
			if info, err := t.stat(dir, root); err == nil {
				now[root] = stampOf(info)
			}
		}
		return now, nil
	}
	list, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	for _, entry := range list {
		if t.ignored(filepath.Join(dir, entry.Name()), entry.IsDir()) {
			continue
		}
		if info, err := entry.Info(); err == nil {
			now[entry.Name()] = stampOf(info)
		}
	}
	return now, nil
}

func (t *table) ignored(path string, isDir bool) bool {
	return t.skip[path] || temporary(filepath.Base(path), isDir)
}

// temporary reports whether editors, office programs or the system use the name
// for files of their own.
func temporary(name string, isDir bool) bool {
	switch lower := strings.ToLower(name); {
	case strings.HasPrefix(name, "."), strings.HasPrefix(name, "~$"), strings.HasSuffix(name, "~"),
		strings.HasPrefix(name, "#") && strings.HasSuffix(name, "#"),
		lower == "thumbs.db", lower == "desktop.ini",
		strings.HasSuffix(name, "___jb_tmp___"), strings.HasSuffix(name, "___jb_old___"):
		return true
	}
	if name == "4913" {
		return !isDir // Vim tries out with it whether it may write
	}
	switch strings.ToLower(filepath.Ext(name)) {
	case ".tmp", ".swp", ".swo", ".swx", ".part", ".partial", ".crdownload":
		return true
	}
	return false
}
