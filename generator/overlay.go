package generator

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
)

// overlay is a tree of files that lies over another, file by file: a site's own layouts over the built-in ones.
type overlay struct{ own, base fs.FS }

// Open opens the own file, or the one below.
func (o overlay) Open(name string) (fs.File, error) {
	if f, err := o.own.Open(name); err == nil || !errors.Is(err, fs.ErrNotExist) {
		if info, failed := fs.Stat(o.own, name); err == nil && failed == nil && !info.IsDir() {
			return f, nil
		} else if err != nil {
			return nil, err
		}
		f.Close()
	}
	if f, err := o.base.Open(name); err == nil {
		return f, nil
	}
	return o.own.Open(name)
}

// ReadDir lists what stands in either, each name once.
func (o overlay) ReadDir(name string) ([]fs.DirEntry, error) {
	own, err := fs.ReadDir(o.own, name)
	base, err2 := fs.ReadDir(o.base, name)
	if err != nil && err2 != nil {
		return nil, err2
	}
	for _, entry := range base {
		if !slices.ContainsFunc(own, func(e fs.DirEntry) bool { return e.Name() == entry.Name() }) {
			own = append(own, entry)
		}
	}
	slices.SortFunc(own, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return own, nil
}
