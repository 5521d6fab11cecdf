package publish

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"syscall"

	"github.com/som-hub/vitryna/generator/filename"
)

// OpenFolder opens a folder of this computer, or of one that it sees as its own, for a publication. A folder that is not there is made if the one above
// it is: else a stick may be missing.
//
// To look only, it is not made: then it is empty.
func OpenFolder(dir string, look bool) (Target, error) {
	info, err := os.Stat(dir)
	if errors.Is(err, fs.ErrNotExist) && look {
		_, err = os.Stat(filepath.Dir(dir))
	} else if errors.Is(err, fs.ErrNotExist) {
		err = os.Mkdir(dir, 0o755)
	} else if err == nil && !info.IsDir() {
		err = fmt.Errorf("%q is no folder", dir)
	}
	return folder(dir), err
}

// folder is a folder on a disk. Links below it are not followed: whoever can make one there shall not lead us elsewhere.
type folder string

func (f folder) name(path string) string { return filepath.Join(string(f), filepath.FromSlash(path)) }

// Close does nothing.
func (f folder) Close() error { return nil }

// Read gives a file.
func (f folder) Read(_ context.Context, path string) ([]byte, error) {
	return os.ReadFile(f.name(path))
}

// List gives what lies in a folder.
func (f folder) List(_ context.Context, dir string) ([]Entry, error) {
	entries, err := os.ReadDir(f.name(dir))
	list := make([]Entry, 0, len(entries))
	for _, e := range entries {
		info, err := e.Info()
		if err != nil {
			continue // gone meanwhile
		}
		list = append(list, Entry{Name: e.Name(), Kind: kindOf(info), Size: info.Size()})
	}
	return list, err
}

func kindOf(info fs.FileInfo) Kind {
	switch {
	case filename.Regular(info.Mode()):
		return Plain
	case info.IsDir():
		return Folder
	}
	return Strange
}

// tempName is a name for a temporary file at the top of a target.
func tempName() string { return OwnPrefix + strconv.FormatUint(rand.Uint64(), 36) + TempSuffix }

// Put writes a temporary file and renames it.
func (f folder) Put(_ context.Context, name string, data []byte) error {
	if err := f.mkdirs(path.Dir(name)); err != nil {
		return err
	}
	temp := f.name(tempName())
	err := os.WriteFile(temp, data, 0o644)
	if err == nil {
		err = os.Rename(temp, f.name(name))
	}
	if err != nil {
		os.Remove(temp) // unchecked: the first error is the one to tell
	}
	return err
}

// mkdirs makes the folders of a path, and follows no link.
func (f folder) mkdirs(dir string) error {
	if dir == "." {
		return nil
	}
	if err := f.mkdirs(path.Dir(dir)); err != nil {
		return err
	}
	info, err := os.Lstat(f.name(dir))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if err = os.Mkdir(f.name(dir), 0o755); errors.Is(err, fs.ErrExist) {
			return nil // made by another goroutine
		}
		return err
	case err == nil && !info.IsDir():
		return &Foreign{[]string{dir}, true}
	}
	return err
}

// Remove removes a file and the folders that this empties.
func (f folder) Remove(_ context.Context, name string) error {
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
		if info, err := os.Lstat(f.name(dir)); err == nil && !info.IsDir() {
			return nil // behind a link nothing is ours
		}
	}
	info, err := os.Lstat(f.name(name))
	switch {
	case err == nil && info.IsDir():
		return nil // somebody has put a folder in its place
	case err == nil:
		if err := os.Remove(f.name(name)); err != nil {
			return err
		}
	case !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, syscall.ENOTDIR):
		return err
	}
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
		if os.Remove(f.name(dir)) != nil {
			break // not empty
		}
	}
	return nil
}
