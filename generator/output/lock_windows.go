package output

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// lockName is the file that serves as a lock. It is there only while a writer is open.
const lockName = ownPrefix + "lock" + tempSuffix

// lock is the right to write to a folder. The system takes it back when the program dies.
type lock struct{ handle syscall.Handle }

// acquire locks a folder or returns [ErrBusy]: it opens a file that nobody else may open meanwhile, and that vanishes when
// it is closed.
func acquire(dir string) (*lock, error) {
	const (
		deleteOnClose    = 0x04000000 // FILE_FLAG_DELETE_ON_CLOSE
		deleteAccess     = 0x00010000 // DELETE
		sharingViolation = syscall.Errno(32)
	)
	name, err := syscall.UTF16PtrFromString(filepath.Join(dir, lockName))
	if err != nil {
		return nil, err
	}
	handle, err := syscall.CreateFile(name, syscall.GENERIC_WRITE|deleteAccess, 0, nil,
		syscall.CREATE_ALWAYS, syscall.FILE_ATTRIBUTE_NORMAL|deleteOnClose, 0)
	if errors.Is(err, sharingViolation) || errors.Is(err, fs.ErrNotExist) { // another build had made the folder, and has taken it away
		return nil, ErrBusy
	}
	if err != nil {
		return nil, err
	}
	return &lock{handle}, nil
}

// release may be called twice.
func (l *lock) release() {
	if l.handle != syscall.InvalidHandle {
		syscall.CloseHandle(l.handle)
		l.handle = syscall.InvalidHandle
	}
}

// releaseEmpty takes the folder away, if nothing is in it: the lock itself lies there, or that of somebody who was quicker.
func (l *lock) releaseEmpty(dir string) {
	l.release()
	os.Remove(dir)
}
