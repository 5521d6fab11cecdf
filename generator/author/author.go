// Package author writes what an author would: it changes files of the content folder while other programs may have them open.
//
//	tries, err := author.Update(ctx, file, func(data []byte) ([]byte, error) {
//		return append(data, row...), nil
//	})
//
// A file is written whole or not at all: the new text goes into a file of its own in the same folder, is flushed to the disk, and takes the name then. So
// whoever reads meets the old text or the new one, and a program that is killed between the two leaves the old one and a file that nobody reads.
//
// Nothing that another program wrote meanwhile is lost: right before the name is taken the file is compared with what was read, and where it is another,
// the change is made anew upon that. Between this look and the taking lies no more than a call of the system; a program that appends just then without
// reading first is the one case that a file without locks leaves open.
//
// A spreadsheet program may hold the file, and on Windows nobody can take its name then: the writing is tried again until [Patience] is over, and says so.
package author

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// Patience is how long [Update] waits for another program to let go of a file.
const Patience = 6 * time.Second

const (
	pause     = 250 * time.Millisecond
	mostTries = 200 // where another program writes the file all the time
	staleTime = time.Minute
)

// ErrHeld tells that another program held the file all the time, or that the folder takes no files. Nothing was written.
var ErrHeld = errors.New("the file could not be written")

// Update changes a file. The function is given what the file holds, nil if there is none, and returns what it is to hold; it may be called several times,
// and an error of it ends all without a change. tries is how often writing had to be tried.
func Update(ctx context.Context, file string, change func(data []byte) ([]byte, error)) (tries int, err error) {
	return system.update(ctx, file, Patience, change)
}

// Replace writes a file whole or not at all, whatever it held.
func Replace(file string, data []byte) error {
	temp, err := system.write(file, data)
	if err == nil {
		err = system.take(temp, file)
	}
	return err
}

// disk are the calls of the system that may go wrong; tests have their own.
type disk struct {
	read   func(file string) ([]byte, error)
	create func(dir, pattern string) (*os.File, error)
	rename func(from, to string) error
	sleep  func(ctx context.Context, d time.Duration) error
}

var system = &disk{read: os.ReadFile, create: os.CreateTemp, rename: os.Rename, sleep: sleep}

func (d *disk) update(ctx context.Context, file string, patience time.Duration, change func([]byte) ([]byte, error)) (tries int, err error) {
	d.sweep(file)
	for waited := time.Duration(0); ; {
		tries++
		again, err := d.once(file, change)
		switch {
		case err == nil && !again:
			return tries, nil
		case again && tries < mostTries:
			continue // somebody was quicker: upon that, and at once
		case again:
			return tries, fmt.Errorf("%w: another program changes %q all the time", ErrHeld, file)
		case !errors.Is(err, errDisk):
			return tries, err
		case waited >= patience:
			return tries, fmt.Errorf("%w: %w", ErrHeld, err)
		}
		if stop := d.sleep(ctx, pause); stop != nil {
			return tries, errors.Join(ErrHeld, stop, err)
		}
		waited += pause
	}
}

// errDisk marks what may pass by itself.
var errDisk = errors.New("disk")

// once tries it once; again tells that the file is another than the one that was read.
func (d *disk) once(file string, change func([]byte) ([]byte, error)) (again bool, err error) {
	before, err := d.content(file)
	if err != nil {
		return false, fmt.Errorf("%w: %w", errDisk, err)
	}
	after, err := change(before)
	if err != nil {
		return false, err
	}
	temp, err := d.write(file, after)
	if err != nil {
		return false, fmt.Errorf("%w: %w", errDisk, err)
	}
	now, err := d.content(file)
	if err == nil && (sha256.Sum256(now) != sha256.Sum256(before) || (now == nil) != (before == nil)) {
		return true, os.Remove(temp)
	}
	if err != nil {
		return false, fmt.Errorf("%w: %w", errDisk, errors.Join(err, os.Remove(temp)))
	}
	if err := d.take(temp, file); err != nil {
		return false, fmt.Errorf("%w: %w", errDisk, err)
	}
	return false, nil
}

// content is what a file holds; nil where there is none.
func (d *disk) content(file string) ([]byte, error) {
	data, err := d.read(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err == nil && data == nil:
		data = []byte{}
	}
	return data, err
}

// write puts the text into a file beside, and on the disk. The file has the rights of the one whose name it will take.
func (d *disk) write(file string, data []byte) (temp string, err error) {
	mode := fs.FileMode(0o644)
	if info, err := os.Stat(file); err == nil {
		mode = info.Mode().Perm()
	}
	f, err := d.create(filepath.Dir(file), tempPrefix(file)+"*.tmp")
	if err != nil {
		return "", err
	}
	_, err = bytes.NewReader(data).WriteTo(f)
	if err = errors.Join(err, f.Sync(), f.Close(), os.Chmod(f.Name(), mode)); err != nil {
		return "", errors.Join(err, os.Remove(f.Name()))
	}
	return f.Name(), nil
}

// take gives the new text the name of the old one.
func (d *disk) take(temp, file string) error {
	if err := d.rename(temp, file); err != nil {
		return errors.Join(err, os.Remove(temp))
	}
	if dir, err := os.Open(filepath.Dir(file)); err == nil { // the name, too, goes on the disk, where the system can do that
		dir.Sync()  // unchecked: Windows cannot
		dir.Close() // unchecked: only read
	}
	return nil
}

func tempPrefix(file string) string { return "." + filepath.Base(file) + "." }

// sweep takes away what a program that was killed has left.
func (d *disk) sweep(file string) {
	entries, _ := os.ReadDir(filepath.Dir(file))
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), tempPrefix(file)) || !strings.HasSuffix(e.Name(), ".tmp") {
			continue
		}
		if info, err := e.Info(); err == nil && time.Since(info.ModTime()) > staleTime {
			os.Remove(filepath.Join(filepath.Dir(file), e.Name())) // unchecked: another time
		}
	}
}

func sleep(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
