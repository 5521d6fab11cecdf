package generator

import (
	"crypto/sha256"
	"errors"
	"io/fs"
	"path"
	"strconv"

	"github.com/som-hub/vitryna/generator/problem"
)

// ChangedError tells that a file was saved, or went, between the look at it and its turn: under the name it was to get, which bears a digest of its content,
// there must never be another content.
type ChangedError struct{ File string }

func (e *ChangedError) Error() string {
	return strconv.Quote(e.File) + " has changed while the site was being made"
}

// again reads a file that was looked at before.
func again(root fs.FS, file string, digest [sha256.Size]byte) ([]byte, error) {
	data, err := fs.ReadFile(root, file)
	if errors.Is(err, fs.ErrNotExist) || err == nil && sha256.Sum256(data) != digest {
		return nil, &ChangedError{file}
	}
	return data, err
}

// problem says it to the author.
func (e *ChangedError) problem() problem.Problem {
	return problem.New("E-CHANGED", e.File, 0, 0, "file", path.Base(e.File))
}
