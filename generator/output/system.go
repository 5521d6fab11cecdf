package output

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// disk is the folder that is written to, on some system.
type disk struct {
	root string
	system
}

// system is what a [Writer] does to a disk, call by call: a test puts one in its place whose calls fail.
type system struct {
	lstatAt  func(full string) (fs.FileInfo, error)
	mkdirAt  func(full string, mode fs.FileMode) error
	removeAt func(full string) error
	rename   func(from, to string) error
	openAt   func(full string, flag int, mode fs.FileMode) (handle, error)
	readDir  func(full string) ([]fs.DirEntry, error)
	timeAt   func(full string, accessed, modified time.Time) error
}

// handle is an open file.
type handle = io.ReadWriteCloser

// realSystem is the machine's own.
var realSystem = system{
	lstatAt: os.Lstat, mkdirAt: os.Mkdir, removeAt: os.Remove, rename: os.Rename, readDir: os.ReadDir, timeAt: os.Chtimes,
	openAt: func(full string, flag int, mode fs.FileMode) (handle, error) {
		f, err := os.OpenFile(full, flag, mode)
		if err != nil {
			return nil, err // and not a handle that holds none
		}
		return f, nil
	},
}

// path is where a file lies. The names that come here are good ones: they need no cleaning.
func (d disk) path(name string) string {
	return d.root + string(filepath.Separator) + filepath.FromSlash(name)
}

func (d disk) lstat(name string) (fs.FileInfo, error) { return d.lstatAt(d.path(name)) }
func (d disk) mkdir(name string) error                { return d.mkdirAt(d.path(name), 0o755) }
func (d disk) remove(name string) error               { return d.removeAt(d.path(name)) }
func (d disk) open(name string, flag int) (handle, error) {
	return d.openAt(d.path(name), flag, 0o644)
}

// setTime sets when a file was last changed, if that is not so already. The zero time changes nothing.
func (d disk) setTime(name string, at time.Time) error {
	if at.IsZero() {
		return nil
	}
	if stat, err := d.lstat(name); err == nil && stat.ModTime().Equal(at) {
		return nil
	}
	return d.timeAt(d.path(name), time.Time{}, at)
}

func (d disk) readFile(name string) ([]byte, error) {
	f, err := d.open(name, os.O_RDONLY)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(f)
}
