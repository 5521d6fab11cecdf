//go:build linux || darwin || freebsd || netbsd || openbsd || dragonfly

package output

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
)

// lockName is the file that serves as a lock; here the folder itself does.
const lockName = ""

// lock is the right to write to a folder. The system takes it back when the program dies.
type lock struct{ f *os.File }

// acquire locks a folder or returns [ErrBusy]. A disk that knows no locks, as some in a network, is as good as locked. A folder that goes meanwhile is one
// that another build had made and takes away again.
func acquire(dir string) (*lock, error) {
	f, err := os.Open(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, ErrBusy
	} else if err != nil {
		return nil, err
	}
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); errors.Is(err, syscall.EWOULDBLOCK) || !lies(f, dir) {
		f.Close()
		return nil, ErrBusy
	}
	return &lock{f}, nil
}

// lies tells whether an open folder is still the one of this name.
func lies(f *os.File, dir string) bool {
	opened, err := f.Stat()
	if err != nil {
		return false
	}
	named, err := os.Stat(dir)
	return err == nil && os.SameFile(opened, named)
}

// release may be called twice.
func (l *lock) release() { l.f.Close() }

// releaseEmpty takes the folder away, if nothing is in it, before somebody else may lock it.
func (l *lock) releaseEmpty(dir string) {
	os.Remove(dir)
	l.release()
}
