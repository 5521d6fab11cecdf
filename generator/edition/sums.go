package edition

import (
	"archive/zip"
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// Sums are the files of a whole copy with their SHA-256.
type Sums map[string][sha256.Size]byte

// SumsOf are the sums of a copy's files.
func SumsOf(entries []Entry) Sums {
	s := Sums{}
	for _, e := range entries {
		s[e.Path] = e.Sum
	}
	return s
}

// Text is the list as `sha256sum -c` reads it, sorted by name.
func (s Sums) Text() []byte {
	var b bytes.Buffer
	for _, file := range slices.Sorted(maps.Keys(s)) {
		fmt.Fprintf(&b, "%x  %s\n", s[file], file)
	}
	return b.Bytes()
}

// What is wrong with an archive that was given as an older copy.
var (
	ErrDamaged = errors.New("the archive is damaged")
	ErrForeign = errors.New("the archive is no copy of a site")
)

// ReadSums reads a list as [Sums.Text] writes it.
func ReadSums(r io.Reader) (Sums, error) {
	s := Sums{}
	lines := bufio.NewScanner(r)
	for lines.Scan() {
		sum, file, ok := strings.Cut(strings.TrimSuffix(lines.Text(), "\r"), "  ")
		var digest [sha256.Size]byte
		if n, err := hex.Decode(digest[:], []byte(sum[:min(len(sum), hex.EncodedLen(sha256.Size))])); !ok || err != nil || n != len(digest) || len(sum) != hex.EncodedLen(n) || file == "" {
			return nil, ErrForeign
		}
		s[file] = digest
	}
	if err := lines.Err(); err != nil {
		return nil, errors.Join(ErrDamaged, err)
	}
	if len(s) == 0 {
		return nil, ErrForeign
	}
	return s, nil
}

// ReadOld reads which files an older copy has. An archive of changes lists the whole copy that it leads to, so that changes can follow changes.
func ReadOld(r io.ReaderAt, size int64) (Sums, error) {
	archive, err := zip.NewReader(r, size)
	if err != nil {
		return nil, errors.Join(ErrDamaged, err)
	}
	for _, f := range archive.File {
		if f.Name != SumsFile {
			continue
		}
		list, err := f.Open()
		if err != nil {
			return nil, errors.Join(ErrDamaged, err)
		}
		defer list.Close() // unchecked: it was read only
		data, err := io.ReadAll(list)
		if err != nil { // the archive's own checksum among them
			return nil, errors.Join(ErrDamaged, err)
		}
		return ReadSums(bytes.NewReader(data))
	}
	return nil, ErrForeign
}

// Since are those of the files that an older copy does not have, or has otherwise, and the names of those that it has in excess.
func Since(entries []Entry, old Sums) (changed []Entry, removed []string) {
	now := SumsOf(entries)
	for _, e := range entries {
		if sum, ok := old[e.Path]; !ok || sum != e.Sum {
			changed = append(changed, e)
		}
	}
	for _, file := range slices.Sorted(maps.Keys(old)) {
		if _, ok := now[file]; !ok {
			removed = append(removed, file)
		}
	}
	return changed, removed
}
