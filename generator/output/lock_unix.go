//go:build linux || darwin || freebsd || netbsd || openbsd || dragonfly

package output

import (
	"errors"
	"os"
	"syscall"
)

// lockName is the file that serves as a lock; here the folder itself does.
const lockName = ""

// lock is the right to write to a folder. The system takes it back when the program dies.
type lock struct{ f *os.File }

// acquire locks a folder or returns [ErrBusy]. A disk that knows no locks, as some in a network, is as good as locked.
func acquire(dir string) (*lock, error) {
	f, err := os.Open(dir)
	if err != nil {
		return nil, err
	}
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); errors.Is(err, syscall.EWOULDBLOCK) {
		f.Close()
		return nil, ErrBusy
	}
	return &lock{f}, nil
}

// release may be called twice.
func (l *lock) release() { l.f.Close() }
