package generator

import (
	"context"
	"errors"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/som-hub/vitryna/generator/output"
)

// restless is a folder in which a file becomes another, or goes, once it has been opened so many times.
type restless struct {
	fs.FS
	file   string
	after  int
	become func() error

	mu     sync.Mutex
	opened int
	done   bool
}

func (r *restless) Open(name string) (fs.File, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if name == r.file {
		if r.opened++; r.opened > r.after && !r.done {
			r.done = true
			if err := r.become(); err != nil {
				return nil, err
			}
		}
	}
	return r.FS.Open(name)
}

// buildFrom builds from a folder and tells how it ended; cache may be empty.
func (w *workshop) buildFrom(root fs.FS, out, cache string) error {
	l := loaderOf(root)
	l.Folder, l.Cache, l.Publish = w.dir, cache, true
	past := l.Past(out)
	if past.Unchanged() {
		if done, err := w.again(past, out); done || err != nil {
			return err
		}
	}
	s, err := l.Load(context.Background())
	if err != nil {
		return err
	}
	for _, p := range s.Problems {
		if p.Stops() {
			return errors.New(p.File + ": " + p.What("uk"))
		}
	}
	writer, err := output.Open(out)
	if err != nil {
		return err
	}
	err = s.AllBut(context.Background(), 0, past.Keeps(s, writer.Keep), func(path string, data []byte, sum string) error {
		past.Made(s, path, data, sum)
		_, err := writer.Put(path, data)
		return err
	})
	if page := (*PageError)(nil); errors.As(err, &page) {
		if p := l.Explain(context.Background(), page); p.What("uk") == "" || p.What("en") == "" || p.File == "" {
			w.t.Errorf("%v is explained by %+v", err, p)
		}
	}
	if err != nil {
		return errors.Join(err, writer.Abort())
	}
	if _, err := writer.Commit(); err != nil {
		return err
	}
	past.Save(s)
	return nil
}

// again ends a build before which nothing has changed, as the program does.
func (w *workshop) again(past *Past, out string) (done bool, err error) {
	writer, err := output.Open(out)
	if err != nil {
		return false, err
	}
	if all, err := past.Lies(context.Background(), 0, writer.Keep); !all || err != nil {
		return false, errors.Join(err, writer.Abort())
	}
	_, err = writer.Commit()
	return true, err
}

// smallWorkshop is a site of a dozen pages with one file of every sort that a build reads.
func smallWorkshop(t *testing.T) *workshop {
	w := &workshop{t: t, dice: rand.New(rand.NewPCG(3, 1)), dir: t.TempDir(), cache: t.TempDir()}
	for name, text := range map[string]string{
		"content/site.yaml":              "name: Центр\nowner: Кабінет\nbase_url: https://example.org\nlanguages: [uk, en]\nrights: cc-by-4.0\ncontacts: {phones: [\"(06267) 4-28-26\"]}\n",
		"content/pages/a/index.md":       "---\ntitle: А\nsummary: Перша.\n---\nТекст. ![Великий чорний знак](znak.svg) [Додаток](list.txt) [Б](../b/index.md)\n",
		"content/pages/b/index.md":       "---\ntitle: Б\nsummary: Друга.\n---\nТекст.\n",
		"content/pages/a/znak.svg":       `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path fill="#111" d="M0 0h1v1z"/></svg>`,
		"content/pages/a/list.txt":       "додаток 1\n",
		"content/glossary/nush/index.md": "---\ntitle: НУШ\nsummary: Нова українська школа.\n---\nТекст.\n",
	} {
		w.write(name, text)
	}
	return w
}

// must builds with the cache.
func (w *workshop) must(out string) {
	w.t.Helper()
	if err := w.buildFrom(os.DirFS(w.dir), out, w.cache); err != nil {
		w.t.Fatal(err)
	}
}

func (w *workshop) clean() map[string]string {
	w.t.Helper()
	out := w.t.TempDir()
	if err := w.buildFrom(os.DirFS(w.dir), out, ""); err != nil {
		w.t.Fatal(err)
	}
	return tree(w.t, out)
}

func (w *workshop) compare(what string, got, want map[string]string) {
	w.t.Helper()
	for name := range want {
		if got[name] != want[name] {
			w.t.Fatalf("%s: %s is not what a clean build makes", what, name)
		}
	}
	if len(got) != len(want) {
		w.t.Fatalf("%s: %d files, a clean build makes %d", what, len(got), len(want))
	}
}

// TestFilesChangeMeanwhile changes each file of a site, and takes it away, at every time it is opened by a build: the build ends with a message, or with the site
// of before or after; what lies in the folder is whole; and the next build, from the cache as it was left, is as a clean one.
func TestFilesChangeMeanwhile(t *testing.T) {
	now := time.Now()
	refused, clean, cache := 0, smallWorkshop(t).clean(), t.TempDir()
	for _, file := range []string{"content/site.yaml", "content/pages/a/index.md", "content/pages/a/znak.svg", "content/pages/a/list.txt", "content/glossary/nush/index.md"} {
		for _, gone := range []bool{false, true} {
			for after := range 3 {
				w := smallWorkshop(t)
				w.cache = cache // styles and scripts are bundled once
				out := t.TempDir()
				w.must(out)
				old := w.read(file)
				w.write(file, strings.NewReplacer("Текст.", "Слово.", "Кабінет", "Методкаб", "#111", "#444", "додаток 1", "додаток 3").Replace(old)) // so that the build has work to do
				r := &restless{FS: os.DirFS(w.dir), file: file, after: after, become: func() error {
					if gone {
						return os.Remove(w.path(file))
					}
					return os.WriteFile(w.path(file), []byte(strings.NewReplacer("Текст.", "Інший.", "Кабінет", "Інститут", "#111", "#555", "додаток 1", "додаток 2").Replace(old)), 0o644)
				}}
				before := tree(t, out)
				err := w.buildFrom(r, out, w.cache)
				if err != nil {
					refused++
					w.compare(file+": a build that was refused", tree(t, out), before)
				}
				if !r.done && err == nil && !gone {
					continue // it is not read so often
				}
				w.write(file, old) // as the author mends it, with times of long ago
				if err := os.Chtimes(w.path(file), now.Add(-time.Hour), now.Add(-time.Hour)); err != nil {
					t.Fatal(err)
				}
				w.must(out)
				w.compare(file, tree(t, out), clean)
			}
		}
	}
	if refused == 0 {
		t.Error("no build was refused: nothing vanished while it was read")
	}
	t.Logf("%d builds refused", refused)
}

// TestFileRestored: a file that was another while it was read, and is now what it was, with its time, is shown as it is.
func TestFileRestored(t *testing.T) {
	for _, file := range []string{"content/site.yaml", "content/pages/a/index.md"} {
		w := smallWorkshop(t)
		out := t.TempDir()
		w.must(out)
		edited := strings.NewReplacer("Текст.", "Слово.", "Кабінет", "Методкаб").Replace(w.read(file))
		w.write(file, edited)
		info, err := os.Stat(w.path(file))
		if err != nil {
			t.Fatal(err)
		}
		r := &restless{FS: os.DirFS(w.dir), file: file, become: func() error {
			w.write(file, strings.NewReplacer("Слово.", "Інший.", "Методкаб", "Інститут").Replace(edited))
			return nil
		}}
		if err := w.buildFrom(r, out, w.cache); err != nil || !r.done {
			t.Fatal(err, r.done)
		}
		w.write(file, edited)
		if err := os.Chtimes(w.path(file), info.ModTime(), info.ModTime()); err != nil {
			t.Fatal(err)
		}
		w.must(out)
		w.compare(file, tree(t, out), w.clean())
	}
}

// TestAttachmentChangesMeanwhile keeps a name from another content: browsers keep what has such a name for ever.
func TestAttachmentChangesMeanwhile(t *testing.T) {
	for _, file := range []string{"content/pages/a/list.txt", "content/pages/a/znak.svg"} {
		w := smallWorkshop(t)
		r := &restless{FS: os.DirFS(w.dir), file: file, after: 1, become: func() error {
			w.write(file, strings.NewReplacer("#111", "#222", "додаток 1", "додаток 2").Replace(w.read(file)))
			return nil
		}}
		err := w.buildFrom(r, t.TempDir(), "")
		if changed := (*ChangedError)(nil); !errors.As(err, &changed) || changed.File != file {
			t.Errorf("%s changed between the look at it and its turn, and the build says %v", file, err)
		}
	}
}

// TestClockJumps sets the times of all files of a site, of its output and of the cache a year ahead and back, and saves other bytes of the same length under the
// same time: whatever a clock does, the site is as a clean build makes it.
func TestClockJumps(t *testing.T) {
	w := smallWorkshop(t)
	out := t.TempDir()
	year := 365 * 24 * time.Hour
	made := map[string]map[string]string{} // by the texts of the site
	clean := func() map[string]string {
		texts := w.read("content/pages/a/znak.svg") + w.read("content/pages/a/list.txt") + w.read("content/pages/a/index.md") + w.read("content/site.yaml")
		if made[texts] == nil {
			made[texts] = w.clean()
		}
		return made[texts]
	}
	shift := func(dir string, at time.Time) {
		err := filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			return os.Chtimes(name, at, at)
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	now := time.Now().Truncate(2 * time.Second) // as a stick with its coarse times
	for i, at := range []time.Time{now, now.Add(year), now.Add(-year), now.Add(time.Second), now.Add(-2 * year)} {
		for n, dirs := range [][]string{{w.dir}, {out, w.cache}, {w.dir, out, w.cache}} {
			at := at.Add(time.Duration(n) * time.Minute) // no clock stands still: a file with its old size and time and other bytes is seen while it is young only
			file := []string{"content/pages/a/znak.svg", "content/pages/a/list.txt", "content/pages/a/index.md", "content/site.yaml"}[i%4]
			text := w.read(file)
			for _, dir := range dirs {
				shift(dir, at)
			}
			w.must(out)
			w.compare(at.String(), tree(t, out), clean())
			stat, err := os.Stat(w.path(file))
			if err != nil {
				t.Fatal(err)
			}
			young := time.Since(stat.ModTime()) < grain // times to come are young for ever
			other := strings.NewReplacer("#111", "#222", "#222", "#111", "додаток 1", "додаток 2", "додаток 2", "додаток 1", "Перша", "Друга", "Друга", "Перша", "Кабінет", "КАБІНЕТ", "КАБІНЕТ", "Кабінет").Replace(text)
			if len(other) != len(text) || other == text {
				t.Fatal(file, "has to become another of the same length")
			}
			w.write(file, other)
			if at := stat.ModTime(); young { // nobody can tell the two by their times
				if err := os.Chtimes(w.path(file), at, at); err != nil {
					t.Fatal(err)
				}
			}
			w.must(out)
			w.compare(at.String()+", saved again", tree(t, out), clean())
		}
	}
}
