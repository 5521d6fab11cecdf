package author

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/som-hub/vitryna/generator/filename"
)

// Keep is the folder in which a site keeps what was and is no longer: earlier versions of texts, and the bin. It lies beside content/, so nothing of it is ever read
// for a page, copied into public/ or packed; its name begins with a dot, so that it does not stand in the way.
const Keep = ".vitryna"

// What is kept of each: at most so many, and nothing older, but always a few.
const (
	versionsKept = 40
	binKept      = 200
	keptAtLeast  = 5
	keptFor      = 365 * 24 * time.Hour
)

// Store writes files of a site for an editor that may be one of several: nothing is written over what its writer has not seen, and nothing is lost.
type Store struct {
	Root string           // the site's folder; required
	Now  func() time.Time // required

	mu sync.Mutex // one writing at a time
}

// Conflict tells that a file is another than the one that was read. Nothing was written.
type Conflict struct {
	File   string
	Theirs []byte // what it holds now; nil if it is gone
}

func (c *Conflict) Error() string { return fmt.Sprintf("%q was changed by somebody else", c.File) }

// ErrName tells that a file may not be written: it lies outside of content/, behind a symbolic link, or has a name that some system does not take.
var ErrName = errors.New("the name cannot be used")

// KeepError tells that a file or a link lies where a folder of [Keep] is due. Nothing was written: what a text held could not be kept.
type KeepError struct{ Path string }

func (e *KeepError) Error() string { return fmt.Sprintf("%q is no folder", e.Path) }

// Hash names what a file holds. Of no file (nil) it is "".
func Hash(data []byte) string {
	if data == nil {
		return ""
	}
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:16])
}

// Read returns what a file holds, nil if there is none.
func (s *Store) Read(file string) ([]byte, error) {
	if err := s.check(file); err != nil {
		return nil, err
	}
	return system.content(s.full(file))
}

// Save writes a file if it still is what base names, the [Hash] of what its writer had before; "" is: there was none. Else the error is a *[Conflict].
// What it held goes to the history. The new hash is returned.
func (s *Store) Save(ctx context.Context, file, base string, data []byte) (string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.save(ctx, file, base, data)
}

func (s *Store) save(ctx context.Context, file, base string, data []byte) (string, error) {
	if err := s.check(file); err != nil {
		return "", err
	}
	full := s.full(file)
	if base == "" {
		if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
			return "", err
		}
	}
	if data == nil {
		data = []byte{}
	}
	_, err := Update(ctx, full, func(old []byte) ([]byte, error) {
		if Hash(old) != base {
			return nil, &Conflict{file, old}
		}
		if old != nil && Hash(old) != Hash(data) {
			if err := s.keep(file, old); err != nil {
				return nil, err
			}
		}
		return data, nil
	})
	return Hash(data), err
}

// Aside puts a text that its writer does not save after all among the earlier states of the file: it can be taken back.
func (s *Store) Aside(file string, data []byte) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.check(file); err != nil {
		return err
	}
	return s.keep(file, data)
}

// Version is one earlier state of a file.
type Version struct {
	ID   string    `json:"id"`
	Time time.Time `json:"time"` // until when the file held this
	Size int64     `json:"size"`
}

// stamp is a moment in a file's name, in the order of time; Windows takes no colon.
const stamp = "20060102T150405.000"

var versionName = regexp.MustCompile(`^(\d{8}T\d{6}\.\d{3})-[0-9a-f]{8}$`)

// keep puts a state of a file into its history.
func (s *Store) keep(file string, data []byte) error {
	dir := s.full(path.Join(Keep, "history", file))
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	s.note()
	hash := Hash(data)[:8]
	old := s.versions(file)
	if len(old) > 0 && strings.HasSuffix(old[0].ID, "-"+hash) {
		return nil // a writer that goes back and forth
	}
	at := s.Now().UTC()
	if len(old) > 0 {
		if ahead := old[0].Time.Sub(at); ahead > -time.Millisecond && ahead < time.Second { // two within a grain of the clock stand in their order
			at = old[0].Time.Add(time.Millisecond)
		}
	}
	if err := Replace(filepath.Join(dir, at.Format(stamp)+"-"+hash), data); err != nil {
		return err
	}
	for _, v := range s.surplus(s.versions(file), versionsKept) {
		os.Remove(filepath.Join(dir, v.ID)) // unchecked: another time
	}
	return nil
}

// surplus are the versions that are too many or too old; the newest come first in the list.
func (s *Store) surplus(list []Version, most int) []Version {
	var old []Version
	for i, v := range list {
		if i >= most || i >= keptAtLeast && s.Now().Sub(v.Time) > keptFor {
			old = append(old, v)
		}
	}
	return old
}

// note says in the folder what it is, for who meets it, and keeps git away from it.
func (s *Store) note() {
	for name, text := range map[string]string{
		".gitignore": "*\n",
		"README.txt": "Тут «Вітрина» зберігає попередні версії текстів (history) і вилучене (bin).\r\nНа сайт звідси нічого не потрапляє. Теку можна стерти: зникне лише змога повернути старе.\r\n",
	} {
		file := s.full(path.Join(Keep, name))
		if _, err := os.Stat(file); errors.Is(err, fs.ErrNotExist) {
			Replace(file, []byte(text)) // unchecked: a courtesy
		}
	}
}

// History lists the earlier states of a file, the newest first.
func (s *Store) History(file string) ([]Version, error) {
	if err := s.check(file); err != nil {
		return nil, err
	}
	return s.versions(file), nil
}

func (s *Store) versions(file string) []Version {
	entries, _ := os.ReadDir(s.full(path.Join(Keep, "history", file)))
	var list []Version
	for _, e := range entries {
		m := versionName.FindStringSubmatch(e.Name())
		info, err := e.Info()
		if m == nil || err != nil || !filename.Regular(info.Mode()) {
			continue
		}
		if at, err := time.Parse(stamp, m[1]); err == nil {
			list = append(list, Version{e.Name(), at, info.Size()})
		}
	}
	slices.SortFunc(list, func(a, b Version) int { return strings.Compare(b.ID, a.ID) })
	return list
}

// Version returns an earlier state of a file.
func (s *Store) Version(file, id string) ([]byte, error) {
	if err := s.check(file); err != nil {
		return nil, err
	}
	if !versionName.MatchString(id) {
		return nil, fs.ErrNotExist
	}
	return os.ReadFile(s.full(path.Join(Keep, "history", file, id)))
}

// full is the name on the disk of a slash path of the site.
func (s *Store) full(file string) string { return filepath.Join(s.Root, filepath.FromSlash(file)) }

// check refuses what an editor may not write: see [ErrName].
func (s *Store) check(file string) error {
	if !strings.HasPrefix(file, "content/") || !fs.ValidPath(file) || len(file) > 180 {
		return fmt.Errorf("%w: %q", ErrName, file)
	}
	parts := strings.Split(file, "/")
	for _, part := range parts {
		if !portable(part) || filename.PrivateFolder(part) {
			return fmt.Errorf("%w: %q", ErrName, file)
		}
	}
	for i := range parts {
		info, err := os.Lstat(s.full(path.Join(parts[:i+1]...)))
		if errors.Is(err, fs.ErrNotExist) {
			break
		}
		if err != nil {
			return err
		}
		if info.Mode()&fs.ModeSymlink != 0 || i+1 < len(parts) && !info.IsDir() || !info.IsDir() && !filename.Regular(info.Mode()) {
			return fmt.Errorf("%w: %q", ErrName, file)
		}
	}
	for _, parts := range []string{Keep, Keep + "/history", Keep + "/bin"} { // nothing is kept behind a link either
		if info, err := os.Lstat(s.full(parts)); err == nil && !info.IsDir() {
			return &KeepError{s.full(parts)}
		}
	}
	return nil
}

// portable tells whether every system takes the name of a file: Windows has names of devices, and takes no point or blank at the end.
func portable(name string) bool {
	if name == "" || strings.HasPrefix(name, ".") || strings.HasSuffix(name, ".") || strings.HasSuffix(name, " ") {
		return false
	}
	if strings.ContainsFunc(name, func(r rune) bool { return r < ' ' || strings.ContainsRune(`<>:"/\|?*`, r) || strange(r) }) {
		return false
	}
	stem, _, _ := strings.Cut(name, ".")
	return !filename.Device(strings.TrimSpace(stem))
}
