package content

import (
	"errors"
	"io/fs"
	"path"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/som-hub/vitryna/generator/filename"
	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// Sizes of a Markdown or CSV file, in bytes (design 13).
const (
	large   = 1 << 20  // warns
	largest = 10 << 20 // is refused
)

// Found is one file of content/ that may be read.
type Found struct {
	File string // slash path from the site's folder
	Size int64
	Time time.Time // of the last change
	Text bool      // Markdown or CSV; else a picture or an attachment
}

// Walk lists the files of content/ in the order of their names. What cannot be read is a problem and is left out: symbolic links,
// folders without rights, files that are too big. Folders named private and rubbish of systems and editors are
// left out without a word, copies of such folders with one. A site without content/ has no files: [ReadConfig] says that.
func Walk(fsys fs.FS) ([]Found, problem.List) {
	var found []Found
	var problems problem.List
	err := fs.WalkDir(fsys, "content", func(file string, entry fs.DirEntry, err error) error {
		name := path.Base(file)
		switch {
		case entry == nil && errors.Is(err, fs.ErrNotExist):
			return nil
		case err != nil:
			problems = append(problems, Unreadable(file, err))
			if entry != nil && entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		case entry.IsDir():
			if filename.PrivateFolder(name) && !strings.EqualFold(name, "private") {
				problems = append(problems, problem.New("W-PRIVATE-COPY", file, 0, 0, "name", name))
			}
			if filename.PrivateFolder(name) || strings.HasPrefix(name, ".") {
				return fs.SkipDir
			}
			problems = append(problems, decomposed(file)...)
			return nil
		case filename.LeftOver(name):
			return nil
		case entry.Type()&fs.ModeSymlink != 0 || junction(fsys, file, entry):
			problems = append(problems, problem.New("W-SYMLINK", file, 0, 0))
			return nil
		case file == ConfigFile || file == AuditFile:
			return nil
		case !filename.Regular(entry.Type()):
			problems = append(problems, problem.New("W-ODD-FILE", file, 0, 0, "name", name))
			return nil
		}
		f, more := examine(file, entry)
		problems = append(problems, more...)
		if f != nil {
			found = append(found, *f)
		}
		return nil
	})
	if err != nil {
		problems = append(problems, Unreadable("content", err))
	}
	return found, problems
}

// junction tells a link of Windows from one folder to another.
func junction(fsys fs.FS, file string, entry fs.DirEntry) bool {
	if entry.Type()&fs.ModeIrregular == 0 {
		return false
	}
	info, err := fs.Stat(fsys, file)
	return err == nil && info.IsDir()
}

func examine(file string, entry fs.DirEntry) (*Found, problem.List) {
	info, err := entry.Info()
	if err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return nil, nil // vanished while we looked: as if it had never been there
		}
		return nil, problem.List{Unreadable(file, err)}
	}
	problems := decomposed(file)
	lower := strings.ToLower(file)
	text := strings.HasSuffix(lower, ".md") || strings.HasSuffix(lower, ".csv") || strings.HasSuffix(lower, ".md.txt")
	if text && info.Size() > largest {
		return nil, problem.List{problem.New("E-BIG", file, 0, 0, "size", Megabytes(info.Size()))}
	}
	if text && info.Size() > large && !strings.HasSuffix(lower, ".csv") { // a long register has many pages
		problems = append(problems, problem.New("W-BIG", file, 0, 0, "size", Megabytes(info.Size())))
	}
	return &Found{File: file, Size: info.Size(), Time: info.ModTime(), Text: text}, problems
}

// decomposed tells of a name with й or ї written as two signs each, as a Mac does.
func decomposed(file string) problem.List {
	if name := path.Base(file); ukrainian.Normalise(name) != name {
		return problem.List{problem.New("W-NFD", file, 0, 0, "name", name)}
	}
	return nil
}

// Megabytes is a size in whole megabytes, rounded up: what is too big is not said to be just big enough.
func Megabytes(n int64) string { return strconv.FormatInt((n+1<<20-1)>>20, 10) }

// Unreadable says why a file cannot be read: in the author's words where they are known, else in the machine's.
func Unreadable(file string, err error) problem.Problem {
	why := ""
	switch {
	case errors.Is(err, fs.ErrPermission):
		why = "denied"
	case errors.Is(err, fs.ErrNotExist):
		why = "missing"
	case errors.Is(err, errOdd):
		why = "odd"
	case errors.Is(err, errHuge):
		why = "huge"
	case errors.Is(err, syscall.EISDIR):
		why = "folder"
	}
	detail := err.Error()
	if p := (*fs.PathError)(nil); errors.As(err, &p) {
		detail = p.Err.Error() // the path is named anyway
	}
	return problem.New("E-READ", file, 0, 0, "why", why, "detail", detail)
}
