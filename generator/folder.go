package generator

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"syscall"
	"time"

	"github.com/som-hub/vitryna/generator/content"
	"github.com/som-hub/vitryna/generator/problem"
)

// Folder is a site's folder on the disk, for [Options.Root]. Files and folders open there and nothing else: to read a pipe or a device never ends. What nobody can have
// meant to be read whole ([content.Largest]) does not open either, so a file that is big by mistake costs a message and no memory.
func Folder(dir string) fs.FS { return folder(dir) }

type folder string

// Open opens a file or a folder. It waits for nobody: a pipe that no one writes to would keep it for ever.
func (f folder) Open(name string) (fs.File, error) {
	full, err := f.join("open", name)
	if err != nil {
		return nil, err
	}
	file, err := os.OpenFile(full, os.O_RDONLY|withoutWaiting, 0)
	for pause := 10 * time.Millisecond; held(err) && pause < time.Second; pause *= 2 {
		time.Sleep(pause)
		file, err = os.OpenFile(full, os.O_RDONLY|withoutWaiting, 0)
	}
	if err != nil {
		return nil, asSite("open", name, err)
	}
	info, err := file.Stat()
	if err == nil {
		err = content.Readable(name, info)
	}
	if err != nil {
		file.Close()
		return nil, asSite("open", name, err)
	}
	return file, nil
}

// held tells that another program has a file for itself, as a virus scanner of Windows does right after it was saved.
func held(err error) bool {
	const sharingViolation, lockViolation = syscall.Errno(32), syscall.Errno(33)
	return runtime.GOOS == "windows" && (errors.Is(err, sharingViolation) || errors.Is(err, lockViolation))
}

// Stat tells of what has the name, or of what it links to.
func (f folder) Stat(name string) (fs.FileInfo, error) {
	full, err := f.join("stat", name)
	if err != nil {
		return nil, err
	}
	info, err := os.Stat(full)
	if err != nil {
		return nil, asSite("stat", name, err)
	}
	return info, nil
}

// ReadDir lists a folder.
func (f folder) ReadDir(name string) ([]fs.DirEntry, error) {
	full, err := f.join("readdir", name)
	if err != nil {
		return nil, err
	}
	entries, err := os.ReadDir(full)
	if err != nil {
		return entries, asSite("readdir", name, err)
	}
	return entries, nil
}

// join makes the name of the disk of a name of [fs]; a name that the disk cannot have is one of no file.
func (f folder) join(op, name string) (string, error) {
	local, err := filepath.Localize(name)
	if err != nil {
		return "", &fs.PathError{Op: op, Path: name, Err: fs.ErrInvalid}
	}
	return filepath.Join(string(f), local), nil
}

// asSite names the file as the site does, without the folders of whoever builds. Below a file there are no files: it need not be told from a folder that is missing.
func asSite(op, name string, err error) error {
	if p := (*fs.PathError)(nil); errors.As(err, &p) {
		err = p.Err
	}
	if errors.Is(err, syscall.ENOTDIR) && path.Dir(name) != "." {
		err = fs.ErrNotExist
	}
	return &fs.PathError{Op: op, Path: name, Err: err}
}

// below names the file of an error as the site does, where only a folder of the site was looked at.
func below(dir string, err error) error {
	if p := (*fs.PathError)(nil); errors.As(err, &p) {
		return &fs.PathError{Op: p.Op, Path: path.Join(dir, p.Path), Err: p.Err}
	}
	return err
}

// oddFile is what the author is told of a file of her own layouts, styles or scripts that nobody can read; nil where an error says something else.
func oddFile(err error) problem.List {
	p := (*fs.PathError)(nil)
	if !content.Odd(err) || !errors.As(err, &p) {
		return nil
	}
	return problem.List{content.Unreadable(p.Path, err)}
}
