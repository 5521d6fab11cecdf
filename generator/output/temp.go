package output

import (
	"errors"
	"io/fs"
	"math/rand/v2"
	"os"
	"runtime"
	"strconv"
	"strings"
	"time"
)

// All that Vitryna keeps in a folder of output beside the site begins with ownPrefix and lies at the top. Temporary files
// are made there too, so that those of a killed build are found without walking through the site.
const (
	ownPrefix  = ".vitryna-"
	tempSuffix = ".tmp"
)

func isOwn(name string) bool {
	return strings.HasPrefix(name[strings.LastIndexByte(name, '/')+1:], ownPrefix)
}

func isTemp(name string) bool {
	return strings.HasPrefix(name, ownPrefix) && strings.HasSuffix(name, tempSuffix)
}

// sweep removes the temporary files of a build that was killed.
func (d disk) sweep() error {
	entries, err := d.readDir(d.root)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if isTemp(e.Name()) && e.Type().IsRegular() && e.Name() != lockName {
			if err := d.remove(e.Name()); err != nil {
				return err
			}
		}
	}
	return nil
}

// writeTemp writes a temporary file and returns its name. On an error there is none.
func (d disk) writeTemp(data []byte) (name string, err error) {
	var f handle
	for {
		name = ownPrefix + strconv.FormatUint(rand.Uint64(), 36) + tempSuffix
		f, err = d.open(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL)
		if err == nil {
			break
		}
		if !errors.Is(err, fs.ErrExist) {
			return "", err
		}
	}
	_, err = f.Write(data)
	if closeErr := f.Close(); err == nil {
		err = closeErr
	}
	if err != nil {
		d.remove(name) // unchecked: the next build sweeps it
		return "", err
	}
	return name, nil
}

// rename moves a temporary file to its place, over an older file if there is one.
func (d disk) rename(temp, name string) error {
	return patiently(func() error { return d.system.rename(d.path(temp), d.path(name)) })
}

// patiently tries again for a second where another program, as a virus scanner does on Windows, may hold a file
// for a moment.
func patiently(do func() error) error {
	const longest = 640 * time.Millisecond
	err := do()
	for pause := 10 * time.Millisecond; pause <= longest && busy(err); pause *= 2 {
		time.Sleep(pause)
		err = do()
	}
	return err
}

func busy(err error) bool {
	return err != nil && runtime.GOOS == "windows" && !errors.Is(err, fs.ErrNotExist)
}
