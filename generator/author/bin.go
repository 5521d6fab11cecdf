package author

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"
)

// Deleted is a file or a folder in the bin.
type Deleted struct {
	ID   string    `json:"id"`
	Time time.Time `json:"time"`
	File string    `json:"file"` // where it was: content/news/x
}

var binName = regexp.MustCompile(`^\d{8}T\d{6}\.\d{3}$`)

// Delete moves a file or a folder of content/ with all that lies in it to the bin. A section and content/ itself are not deleted.
func (s *Store) Delete(file string) (Deleted, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.check(file); err != nil {
		return Deleted{}, err
	}
	if strings.Count(file, "/") < 2 {
		return Deleted{}, fmt.Errorf("%w: %q", ErrName, file)
	}
	if _, err := os.Lstat(s.full(file)); err != nil {
		return Deleted{}, err
	}
	s.trimBin()
	d := Deleted{Time: s.Now().UTC(), File: file}
	for ; ; d.Time = d.Time.Add(time.Millisecond) {
		d.ID = d.Time.Format(stamp)
		if err := os.MkdirAll(s.full(path.Join(Keep, "bin")), 0o755); err != nil {
			return d, err
		}
		if err := os.Mkdir(s.full(path.Join(Keep, "bin", d.ID)), 0o755); err == nil {
			break
		} else if !errors.Is(err, fs.ErrExist) {
			return d, err
		}
	}
	s.note()
	bin := s.full(path.Join(Keep, "bin", d.ID))
	to := filepath.Join(bin, filepath.FromSlash(file))
	err := errors.Join(os.MkdirAll(filepath.Dir(to), 0o755), Replace(filepath.Join(bin, placeFile), []byte(file+"\n")))
	if err == nil {
		err = system.move(s.full(file), to)
	}
	if _, none := os.Lstat(to); err != nil && errors.Is(none, fs.ErrNotExist) {
		os.RemoveAll(bin) // unchecked: it holds nothing
	}
	return d, err
}

// Bin lists what is in the bin, the newest first.
func (s *Store) Bin() []Deleted {
	entries, _ := os.ReadDir(s.full(path.Join(Keep, "bin")))
	var list []Deleted
	for _, e := range entries {
		at, err := time.Parse(stamp, e.Name())
		if err != nil || !e.IsDir() {
			continue
		}
		if file := s.held(e.Name()); file != "" {
			list = append(list, Deleted{e.Name(), at, file})
		}
	}
	slices.SortFunc(list, func(a, b Deleted) int { return strings.Compare(b.ID, a.ID) })
	return list
}

// placeFile holds where the thing in one folder of the bin was.
const placeFile = "place.txt"

// held is where the thing in one folder of the bin was; "" if it is not there.
func (s *Store) held(id string) string {
	data, err := os.ReadFile(s.full(path.Join(Keep, "bin", id, placeFile)))
	file := strings.TrimSpace(string(data))
	if err != nil || !fs.ValidPath(file) {
		return ""
	}
	if _, err := os.Lstat(s.full(path.Join(Keep, "bin", id, file))); err != nil {
		return ""
	}
	return file
}

// Undelete puts something from the bin back. If there is something in its place again, nothing is done and the error is [fs.ErrExist].
func (s *Store) Undelete(id string) (file string, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !binName.MatchString(id) {
		return "", fs.ErrNotExist
	}
	if file = s.held(id); file == "" {
		return "", fs.ErrNotExist
	}
	if err := s.check(file); err != nil {
		return "", err
	}
	if _, err := os.Lstat(s.full(file)); err == nil {
		return file, fs.ErrExist
	}
	if err := os.MkdirAll(filepath.Dir(s.full(file)), 0o755); err != nil {
		return file, err
	}
	if err := system.move(s.full(path.Join(Keep, "bin", id, file)), s.full(file)); err != nil {
		return file, err
	}
	os.RemoveAll(s.full(path.Join(Keep, "bin", id))) // unchecked: empty folders
	return file, nil
}

// trimBin empties the bin of what is too old or too much.
func (s *Store) trimBin() {
	for i, d := range s.Bin() {
		if i >= binKept || i >= keptAtLeast && s.Now().Sub(d.Time) > keptFor {
			os.RemoveAll(s.full(path.Join(Keep, "bin", d.ID))) // unchecked: another time
		}
	}
}

// Move gives a file or a folder of content/ another name. Its history goes along.
func (s *Store) Move(from, to string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := errors.Join(s.check(from), s.check(to)); err != nil {
		return err
	}
	if _, err := os.Lstat(s.full(to)); err == nil {
		return fs.ErrExist
	}
	if err := os.MkdirAll(filepath.Dir(s.full(to)), 0o755); err != nil {
		return err
	}
	if err := system.move(s.full(from), s.full(to)); err != nil {
		return err
	}
	history := func(file string) string { return s.full(path.Join(Keep, "history", file)) }
	if _, err := os.Lstat(history(from)); err == nil {
		if err := os.MkdirAll(filepath.Dir(history(to)), 0o755); err == nil {
			os.Rename(history(from), history(to)) // unchecked: the text is in its place; its past may stay under the old name
		}
	}
	return nil
}

// Place finds a name for a new file beside others: a free one, with a number if need be, and writes the file there.
func (s *Store) Place(dir, stem, ext string, data []byte) (file string, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for n := 1; ; n++ {
		name := stem + ext
		if n > 1 {
			name = fmt.Sprintf("%s-%d%s", stem, n, ext)
		}
		file = path.Join(dir, name)
		old, err := s.read(file)
		if err != nil {
			return "", err
		}
		if old == nil {
			_, err := s.save(context.Background(), file, "", data)
			return file, err
		}
		if Hash(old) == Hash(data) {
			return file, nil // it lies there already
		}
	}
}

func (s *Store) read(file string) ([]byte, error) {
	if err := s.check(file); err != nil {
		return nil, err
	}
	return system.content(s.full(file))
}

// ErrStays tells that a file or a folder could not be moved, as a rule because another program holds it or something in it. It is where it was.
var ErrStays = errors.New("it could not be moved")

// move gives a file or a folder another place. It waits while another program holds it, until [Patience] is over.
func (d *disk) move(from, to string) error {
	for waited := time.Duration(0); ; waited += pause {
		err := d.rename(from, to)
		switch {
		case err == nil, errors.Is(err, fs.ErrNotExist), errors.Is(err, fs.ErrExist):
			return err
		case waited >= Patience:
			return fmt.Errorf("%w: %w", ErrStays, err)
		}
		d.sleep(context.Background(), pause) // unchecked: nobody ends it
	}
}
