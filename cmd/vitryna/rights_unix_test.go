//go:build unix

package main

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// bound makes a call of the program one whom the rights of files bind. Root they do not: as root it is called without that power.
func (s *shop) bound(args ...string) *exec.Cmd {
	c := s.command(args...)
	if os.Geteuid() != 0 {
		return c
	}
	setpriv, err := exec.LookPath("setpriv")
	if err != nil {
		s.t.Fatal("rights do not bind root, and there is no setpriv (util-linux) to be less than root")
	}
	c.Args = append([]string{setpriv, "--bounding-set=-dac_override,-dac_read_search", c.Path}, args...)
	c.Path = setpriv
	return c
}

// rights sets the rights of a folder and all in it, and gives them back at the end.
func (s *shop) rights(dir string, folders, files fs.FileMode) (back func()) {
	s.t.Helper()
	set := func(folders, files fs.FileMode) {
		var names []string
		err := filepath.WalkDir(dir, func(name string, _ fs.DirEntry, err error) error {
			names = append(names, name)
			return err
		})
		if err != nil {
			s.t.Fatal(err)
		}
		for _, name := range names {
			info, err := os.Lstat(name)
			if err == nil && info.IsDir() {
				err = os.Chmod(name, folders)
			} else if err == nil {
				err = os.Chmod(name, files)
			}
			if err != nil {
				s.t.Fatal(err)
			}
		}
	}
	set(folders, files)
	return func() { set(0o755, 0o644) }
}

// TestReadOnly builds where it may not write: the output's folder is left as it was and that is said, in both languages; the site's own folder is never
// written to; a cache that may not be written to costs time only; a text that may not be read is named.
func TestReadOnly(t *testing.T) {
	s := newShop(t, 3)
	s.build()
	s.become("b")
	back := s.rights(s.path("public"), 0o555, 0o444)
	before := s.stamps("public")
	for lang, want := range map[string]string{"uk": "немає права писати або читати", "en": "no right to write or read"} {
		said, err := s.bound("build", "--lang", lang).CombinedOutput()
		if err == nil || !strings.Contains(string(said), want) {
			t.Errorf("a folder that may not be written to: %v\n%s", err, said)
		}
	}
	if s.stamps("public") != before {
		t.Error("public/ has been changed though it may not be")
	}
	back()

	want := s.clean()
	back = s.rights(s.path("content"), 0o555, 0o444)
	if err := os.Chmod(s.dir, 0o555); err != nil {
		t.Fatal(err)
	}
	content := s.stamps("content")
	out := filepath.Join(t.TempDir(), "out")
	if said, err := s.bound("build", "--out", out).CombinedOutput(); err != nil {
		t.Fatalf("a site on a disk that may only be read: %v\n%s", err, said)
	}
	if names := differing(readTree(t, out), want); len(names) > 0 {
		t.Errorf("%q differ", names)
	}
	if s.stamps("content") != content {
		t.Error("content/ has been written to")
	}
	if err := os.Chmod(s.dir, 0o755); err != nil {
		t.Fatal(err)
	}
	back()

	back = s.rights(s.cache, 0o555, 0o444)
	s.become("a")
	if said, err := s.bound("build").CombinedOutput(); err != nil {
		t.Errorf("a cache that may not be written to: %v\n%s", err, said)
	}
	back()
	if names := differing(readTree(t, s.path("public")), s.clean()); len(names) > 0 {
		t.Errorf("with a cache that may not be written to %q differ", names)
	}

	for _, name := range []string{"content/news/n001/index.md", "content/news/n002"} {
		info, err := os.Stat(s.path(name))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(s.path(name), 0); err != nil {
			t.Fatal(err)
		}
		public := s.stamps("public")
		said, err := s.bound("build", "--no-cache").CombinedOutput()
		if err == nil || !strings.Contains(string(said), name) || !strings.Contains(string(said), "E-READ") {
			t.Errorf("%s may not be read: %v\n%s", name, err, said)
		}
		if s.stamps("public") != public {
			t.Errorf("%s may not be read, and public/ has been changed", name)
		}
		if err := os.Chmod(s.path(name), info.Mode()); err != nil {
			t.Fatal(err)
		}
	}
}
