package main

import (
	"bytes"
	"flag"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/som-hub/vitryna/generator/output"
)

var (
	kills = flag.Int("kills", 12, "how often TestBuildKilled kills a build")
	seed  = flag.Uint64("seed", 1, "of the moments at which TestBuildKilled and the others strike")
)

// shop is a site on the disk that the program itself builds, as a process of its own.
type shop struct {
	t     *testing.T
	dir   string
	cache string
	env   []string
	pages int
}

// newShop makes a site of some pages: a manual, news with a picture and an attachment, a table, both languages.
func newShop(t *testing.T, pages int) *shop {
	t.Helper()
	s := &shop{t: t, dir: t.TempDir(), cache: t.TempDir(), pages: pages}
	s.write("content/site.yaml", "name: Центр\nname_en: Centre\nowner: Кабінет\nbase_url: https://example.org\nlanguages: [uk, en]\nrights: cc-by-4.0\ncontacts: {phones: [\"(06267) 4-28-26\"]}\n")
	s.write("content/metrics/2019-2020.csv", "key,value,year,source\neducators,1378,2019-2020,Звіт\n")
	s.write("content/manuals/posibnyk/index.md", "---\ntitle: Посібник\nannotation: Приклад посібника.\nsummary: Приклад.\naudience: [педагоги]\ncity: Покровськ\nkind: методичний посібник\nyear: 2020\norganisation: Приклад\n---\nВступ.\n")
	s.write("content/news/n000/list.txt", "додаток\n")
	s.write("content/news/n000/znak.svg", `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path fill="#111" d="M0 0h1v1z"/></svg>`)
	s.become("a")
	return s
}

// become brings the texts to one of two states, which differ in every page, and by pages of their own.
func (s *shop) become(which string) {
	s.t.Helper()
	other := map[string]string{"a": "b", "b": "a"}[which]
	for i := range s.pages {
		extra := ""
		if i == 0 {
			extra = "\n![Великий чорний знак](znak.svg) [Додаток](list.txt)\n"
		}
		s.write(fmt.Sprintf("content/news/n%03d/index.md", i), fmt.Sprintf("---\ntitle: Новина %s %d\nsummary: Коротко %s.\ndate: 2026-10-01\ntags: [тег %s]\n---\n## Розділ\n\nТекст %s.\n%s", which, i, which, which, strings.Repeat(which+" ", 50), extra))
	}
	for i := range 5 {
		s.write(fmt.Sprintf("content/manuals/posibnyk/%02d-rozdil-%s%d.md", i+1, which, i), fmt.Sprintf("---\ntitle: Розділ %s %d\nsummary: Приклад.\n---\nТекст.\n", which, i))
		if err := os.RemoveAll(s.path(fmt.Sprintf("content/manuals/posibnyk/%02d-rozdil-%s%d.md", i+1, other, i))); err != nil {
			s.t.Fatal(err)
		}
	}
}

func (s *shop) path(name string) string { return filepath.Join(s.dir, filepath.FromSlash(name)) }

// write writes a file with a time that is believed.
func (s *shop) write(name, text string) {
	s.t.Helper()
	if err := os.MkdirAll(filepath.Dir(s.path(name)), 0o755); err != nil {
		s.t.Fatal(err)
	}
	if err := os.WriteFile(s.path(name), []byte(text), 0o644); err != nil {
		s.t.Fatal(err)
	}
	at := time.Now().Add(-time.Hour)
	if err := os.Chtimes(s.path(name), at, at); err != nil {
		s.t.Fatal(err)
	}
}

// command is a call of the program.
func (s *shop) command(args ...string) *exec.Cmd {
	c := exec.Command("vitryna", args...)
	c.Dir = s.dir
	c.Env = append(os.Environ(), append([]string{"VITRYNA_CACHE=" + s.cache, "LANG=uk_UA.UTF-8", "LC_ALL=", "LC_MESSAGES="}, s.env...)...)
	return c
}

// build builds and must end well.
func (s *shop) build(args ...string) {
	s.t.Helper()
	if said, err := s.command(append([]string{"build"}, args...)...).CombinedOutput(); err != nil {
		s.t.Fatalf("build %v: %v\n%s", args, err, said)
	}
}

// clean is what a build without a cache makes in a new folder.
func (s *shop) clean() map[string]string {
	s.t.Helper()
	out := filepath.Join(s.t.TempDir(), "clean")
	s.build("--no-cache", "--out", out)
	return readTree(s.t, out)
}

func readTree(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		files[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// differing are the files that are not the same in two trees.
func differing(got, want map[string]string) []string {
	var names []string
	for name, data := range want {
		if other, there := got[name]; !there || other != data {
			names = append(names, name)
		}
	}
	for name := range got {
		if _, there := want[name]; !there {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// stamps tell whether anything in a folder has been written to.
func (s *shop) stamps(dir string) string {
	s.t.Helper()
	var b strings.Builder
	err := filepath.WalkDir(s.path(dir), func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := entry.Info()
		if err == nil {
			fmt.Fprintln(&b, name, info.Mode(), info.Size(), info.ModTime().UnixNano(), changed(info))
		}
		return err
	})
	if err != nil {
		s.t.Fatal(err)
	}
	return b.String()
}

// TestBuildKilled kills the program at any moment of a build that changes every page: every file of public/ is whole, the old one or the new, no file of content/
// is touched, and the next build, over the folder and the cache as they were left, gives the same bytes as one without either.
func TestBuildKilled(t *testing.T) {
	s := newShop(t, 50)
	a := s.clean()
	s.become("b")
	want := map[string]map[string]string{"a": a, "b": s.clean()}
	s.build()
	begin := time.Now()
	s.become("a")
	s.build()
	length := time.Since(begin)
	dice := rand.New(rand.NewPCG(*seed, 200))
	struck, half := 0, 0
	for round := range *kills {
		which := []string{"b", "a"}[round%2]
		s.become(which)
		content := s.stamps("content")
		child := s.command("build", "--jobs", fmt.Sprint(1+dice.IntN(4)))
		begin := time.Now()
		if err := child.Start(); err != nil {
			t.Fatal(err)
		}
		// The last third, where files are put into their places and notes are written, is struck as often as the rest.
		after := time.Duration(dice.Int64N(int64(length)))
		if dice.IntN(2) == 0 {
			after = length*2/3 + time.Duration(dice.Int64N(int64(length/3)))
		}
		ended := make(chan error, 1)
		go func() { ended <- child.Wait() }()
		select {
		case <-time.After(after):
			child.Process.Kill() // unchecked: it may just have ended
			if <-ended != nil {
				struck++
			}
		case <-ended:
			length = max(time.Since(begin), 20*time.Millisecond)
		}
		found := readTree(t, s.path("public"))
		old, fresh := 0, 0
		for name, data := range found {
			switch {
			case name == output.ListName || strings.HasPrefix(name, ".vitryna-"):
			case data == want["a"][name] && data == want["b"][name]:
			case data == want[which][name]:
				fresh++
			case data == want["a"][name] || data == want["b"][name]:
				old++
			default:
				t.Fatalf("kill %d after %v: %s is neither old nor new, with %d bytes", round, after, name, len(data))
			}
		}
		if old > 0 && fresh > 0 {
			half++
		}
		if s.stamps("content") != content {
			t.Fatalf("kill %d after %v: content/ has been written to", round, after)
		}
		if round%3 == 2 { // somebody thinks better of it before the next build
			which = map[string]string{"a": "b", "b": "a"}[which]
			s.become(which)
		}
		s.build()
		if names := differing(readTree(t, s.path("public")), want[which]); len(names) > 0 {
			t.Fatalf("kill %d after %v, built again: %d files are not what a clean build makes, as %q", round, after, len(names), names[:min(len(names), 9)])
		}
	}
	if struck < *kills/4 {
		t.Errorf("only %d of %d kills struck", struck, *kills)
	}
	t.Logf("%d kills, %d before the end, %d left a folder half old, half new", *kills, struck, half)
}

// TestTwoBuilds runs two builds at once: into one folder one of them is told so, or waits its turn; with one cache both are right.
func TestTwoBuilds(t *testing.T) {
	s := newShop(t, 10)
	want := s.clean()
	busy := 0
	for round := range 4 {
		outs := []string{"public", "public"}
		if round%2 == 1 {
			outs = []string{"eins", "zwei"}
		}
		if round >= 2 { // with something to read in the cache, and nothing in the folder
			for _, out := range outs {
				if err := os.RemoveAll(s.path(out)); err != nil {
					t.Fatal(err)
				}
			}
		}
		var said [2]bytes.Buffer
		var children [2]*exec.Cmd
		for i := range children {
			children[i] = s.command("build", "--out", outs[i])
			children[i].Stderr = &said[i]
			if err := children[i].Start(); err != nil {
				t.Fatal(err)
			}
		}
		well := 0
		for i, child := range children {
			err := child.Wait()
			switch {
			case err == nil:
				well++
			case outs[0] == outs[1] && child.ProcessState.ExitCode() == exitMachine && strings.Contains(said[i].String(), "записує інше збирання"):
				busy++
			default:
				t.Fatalf("round %d: %v\n%s", round, err, said[i].String())
			}
		}
		if well == 0 || outs[0] != outs[1] && well != 2 {
			t.Fatalf("round %d: %d builds ended well", round, well)
		}
		for _, out := range outs {
			if names := differing(readTree(t, s.path(out)), want); len(names) > 0 {
				t.Fatalf("round %d: %s differs: %q", round, out, names)
			}
		}
	}
	t.Logf("%d builds were told that another is writing", busy)
}

// TestCacheDamaged changes bytes in the files of a cache, takes ends off them, and puts one in the place of another: every build is as a clean one.
func TestCacheDamaged(t *testing.T) {
	s := newShop(t, 4)
	s.build()
	s.become("b")
	s.build("--out", "warm")
	want := readTree(t, s.path("warm"))
	dice := rand.New(rand.NewPCG(*seed, 7))
	names := func() []string {
		var names []string
		for name := range readTree(t, s.cache) {
			if strings.Contains(name, "/") {
				names = append(names, name)
			}
		}
		slices.Sort(names)
		return names
	}
	for round := range max(*kills/2, 6) {
		all := names()
		for range 1 + len(all)/4 {
			name := all[dice.IntN(len(all))]
			full := filepath.Join(s.cache, filepath.FromSlash(name))
			data, err := os.ReadFile(full)
			if err != nil {
				t.Fatal(err)
			}
			switch at := dice.IntN(len(data) + 1); {
			case round%4 == 0:
				data = data[:at]
			case round%4 == 1 && len(all) > 1:
				data, err = os.ReadFile(filepath.Join(s.cache, filepath.FromSlash(all[dice.IntN(len(all))])))
			case round%4 == 2:
				data = append(data, 0)
			case at < len(data):
				data[at] ^= 1 << dice.IntN(8)
			}
			if err == nil {
				err = os.WriteFile(full, data, 0o600)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		if dice.IntN(2) == 0 {
			s.write("content/news/n001/index.md", strings.Replace(string(must(os.ReadFile(s.path("content/news/n001/index.md")))), "Текст", "Текст", 1)) // touched
		}
		s.build("--out", "warm")
		if names := differing(readTree(t, s.path("warm")), want); len(names) > 0 {
			t.Fatalf("round %d: %q", round, names)
		}
	}
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
