package output

import (
	"bytes"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"
)

// Set is the finished site in memory: an [fs.FS] of what was added. The zero value is an empty site. It may be read from many
// goroutines at once, but not while something is added.
type Set struct {
	names names
	files map[string][]byte
	dirs  map[string][]fs.DirEntry // by the folder's name, sorted
}

// Add puts a file into the set, which keeps the data. A name that [CheckName] refuses, that stands already, or that clashes with
// another is a [*Refusal].
func (s *Set) Add(name string, data []byte) error {
	if err := s.names.add(name); err != nil {
		return err
	}
	if s.files == nil {
		s.files, s.dirs = map[string][]byte{}, map[string][]fs.DirEntry{}
	}
	s.files[name] = data
	s.enter(name, info{name: path.Base(name), size: len(data)})
	return nil
}

// enter puts an entry into its folder, and the folder into its own if it is new.
func (s *Set) enter(name string, i info) {
	parent := path.Dir(name)
	entries, known := s.dirs[parent]
	byName := func(e fs.DirEntry, name string) int { return strings.Compare(e.Name(), name) }
	at, _ := slices.BinarySearchFunc(entries, i.name, byName)
	s.dirs[parent] = slices.Insert(entries, at, fs.DirEntry(i))
	if !known && parent != "." {
		s.enter(parent, info{name: path.Base(parent), dir: true})
	}
}

// Open implements [fs.FS].
func (s *Set) Open(name string) (fs.File, error) {
	if data, ok := s.files[name]; ok {
		return &file{info: info{name: path.Base(name), size: len(data)}, Reader: *bytes.NewReader(data)}, nil
	}
	entries, err := s.ReadDir(name)
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return &folder{info: info{name: path.Base(name), dir: true}, entries: entries}, nil
}

// ReadFile implements [fs.ReadFileFS].
func (s *Set) ReadFile(name string) ([]byte, error) {
	data, ok := s.files[name]
	if !ok {
		return nil, &fs.PathError{Op: "read", Path: name, Err: fs.ErrNotExist}
	}
	return bytes.Clone(data), nil
}

// ReadDir implements [fs.ReadDirFS].
func (s *Set) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, ok := s.dirs[name]
	if !ok && name != "." {
		return nil, &fs.PathError{Op: "readdir", Path: name, Err: fs.ErrNotExist}
	}
	return slices.Clone(entries), nil
}

// info is a file or folder seen from outside; it is its own entry.
type info struct {
	name string
	size int
	dir  bool
}

func (i info) Name() string               { return i.name }
func (i info) Size() int64                { return int64(i.size) }
func (i info) ModTime() time.Time         { return time.Time{} }
func (i info) IsDir() bool                { return i.dir }
func (i info) Sys() any                   { return nil }
func (i info) Type() fs.FileMode          { return i.Mode().Type() }
func (i info) Info() (fs.FileInfo, error) { return i, nil }
func (i info) String() string             { return fs.FormatFileInfo(i) }

func (i info) Mode() fs.FileMode {
	if i.dir {
		return fs.ModeDir | 0o555
	}
	return 0o444
}

type file struct {
	info info
	bytes.Reader
}

func (f *file) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *file) Close() error               { return nil }

type folder struct {
	info    info
	entries []fs.DirEntry
}

func (f *folder) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *folder) Close() error               { return nil }

func (f *folder) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: f.info.name, Err: fs.ErrInvalid}
}

func (f *folder) ReadDir(n int) ([]fs.DirEntry, error) {
	if n <= 0 || n > len(f.entries) {
		if n > 0 && len(f.entries) == 0 {
			return nil, io.EOF
		}
		n = len(f.entries)
	}
	head := f.entries[:n]
	f.entries = f.entries[n:]
	return head, nil
}
