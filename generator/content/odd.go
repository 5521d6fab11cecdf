package content

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/som-hub/vitryna/generator/filename"
)

// Largest is the size of the biggest file that a site may offer, in bytes. It is held in memory while it is copied; hosts of the sort that schools have take
// much less (GitHub 100 MB, Cloudflare 25 MB).
const Largest = 250 << 20

// errOdd and errHuge say why what has the name of a file is not read.
var (
	errOdd  = errors.New("this is neither a file nor a folder")
	errHuge = errors.New("the file is too big")
)

// Odd tells an error of [Readable]: a file that no program can read, whatever its rights.
func Odd(err error) bool { return errors.Is(err, errOdd) || errors.Is(err, errHuge) }

// Readable tells what cannot be read to its end: pipes and devices, and files that are big by mistake.
func Readable(name string, info fs.FileInfo) error {
	switch {
	case info.IsDir():
		return nil
	case !filename.Regular(info.Mode()):
		return errOdd
	case info.Size() > most(name):
		return fmt.Errorf("%w (%s MB)", errHuge, Megabytes(info.Size()))
	}
	return nil
}

// most is how big a file may be: what a person writes, or what is offered.
func most(name string) int64 {
	switch strings.ToLower(path.Ext(name)) {
	case ".yaml", ".yml", ".bib", ".html", ".css", ".ts":
		return largest
	}
	return Largest
}

// addressable tells whether the address of a page that was can be that of a file here: it stays below the site, on every system.
func addressable(address string) bool {
	return fs.ValidPath(strings.Trim(address, "/")) && !strings.Contains(address, "//") && !strings.ContainsFunc(address, func(c rune) bool {
		return invisible(c) || strings.ContainsRune(`<>:"|?*\`, c)
	})
}
