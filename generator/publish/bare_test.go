package publish

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// bare is a repository on this disk with a user who may write to it.
type bare struct {
	t     *testing.T
	dir   string // of the repository
	store string // where the publisher keeps her copy
	env   []string
}

// newBare makes an empty one. Where there is no git nothing of this can be: tests/publish, which `make test` runs, then fails.
func newBare(t *testing.T) *bare {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("SKIPPED: git is not installed; tests/publish wants it")
	}
	home := t.TempDir()
	b := &bare{t: t, dir: filepath.Join(home, "там є пробіл", "site.git"), store: filepath.Join(home, "kept")}
	settings := filepath.Join(home, "gitconfig")
	text := "[user]\n\tname = Кабінет\n\temail = office@example.org\n[init]\n\tdefaultBranch = main\n[commit]\n\tgpgSign = true\n[push]\n\tgpgSign = true\n[core]\n\thooksPath = " + filepath.ToSlash(filepath.Join(home, "own-hooks")) + "\n\tautocrlf = true\n"
	if err := os.WriteFile(settings, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	b.env = append(os.Environ(), "GIT_CONFIG_GLOBAL="+settings, "GIT_CONFIG_NOSYSTEM=1", "GIT_DIR=/nowhere", "GIT_INDEX_FILE=/nowhere", "GIT_TRACE=1")
	hook(t, filepath.Join(home, "own-hooks"), "pre-push")
	b.git("init", "--quiet", "--bare", b.dir)
	return b
}

// hook plants a program that a push must not run.
func hook(t *testing.T, dir, name string) {
	t.Helper()
	if err := os.MkdirAll(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, name), []byte("#!/bin/sh\ntouch \"$0.ran\"\nexit 1\n"), 0o777); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if _, err := os.Stat(filepath.Join(dir, name+".ran")); err == nil {
			t.Errorf("the hook %s was run", name)
		}
	})
}

// git runs git itself, not as Vitryna does.
func (b *bare) git(args ...string) string {
	b.t.Helper()
	c := exec.Command("git", args...)
	for _, line := range b.env {
		if !strings.HasPrefix(line, "GIT_DIR=") && !strings.HasPrefix(line, "GIT_INDEX_FILE=") && !strings.HasPrefix(line, "GIT_TRACE=") {
			c.Env = append(c.Env, line)
		}
	}
	out, err := c.CombinedOutput()
	if err != nil {
		b.t.Fatalf("git %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return string(out)
}

// in runs git in the repository.
func (b *bare) in(args ...string) string {
	b.t.Helper()
	return b.git(append([]string{"--git-dir", b.dir}, args...)...)
}

// tip is the commit of a branch; "" if there is none.
func (b *bare) tip(branch string) string {
	return strings.TrimSpace(b.in("for-each-ref", "--format=%(objectname)", "refs/heads/"+branch))
}

func (b *bare) commits(branch string) int {
	n, _ := strconv.Atoi(strings.TrimSpace(b.in("rev-list", "--count", branch)))
	return n
}

// files are those of a commit, without the manifest.
func (b *bare) files(commit string) map[string]string {
	files := map[string]string{}
	for name := range strings.SplitSeq(b.in("ls-tree", "-r", "-z", "--name-only", "--full-tree", commit), "\x00") {
		if name != "" && !strings.HasSuffix(name, ManifestFile) {
			files[name] = b.in("cat-file", "blob", commit+":"+name)
		}
	}
	return files
}

// others commits files as somebody else would, from a folder of files; an empty text removes one.
func (b *bare) others(branch string, files map[string]string) {
	b.t.Helper()
	work := b.t.TempDir()
	at := []string{"-C", work, "-c", "commit.gpgSign=false", "-c", "push.gpgSign=false", "-c", "core.hooksPath=", "-c", "core.autocrlf=false"}
	b.git("init", "--quiet", work)
	if b.tip(branch) != "" {
		b.git(append(at, "pull", "--quiet", b.dir, branch)...)
	}
	for name, text := range files {
		name = filepath.Join(work, name)
		if text == "" {
			os.Remove(name) // unchecked: git tells
			continue
		}
		os.MkdirAll(filepath.Dir(name), 0o777) // unchecked: the next one tells
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			b.t.Fatal(err)
		}
	}
	b.git(append(at, "add", "--all")...)
	b.git(append(at, "commit", "--quiet", "--message=x")...)
	b.git(append(at, "push", "--quiet", b.dir, "HEAD:refs/heads/"+branch)...)
}

// target opens the repository for a publication.
func (b *bare) target(change func(*Repository)) Target {
	b.t.Helper()
	r := Repository{Address: b.dir, Branch: "pages", Message: "Сайт викладено", When: time.Date(2026, 11, 20, 10, 0, 0, 0, time.UTC), Store: b.store, Env: b.env}
	if change != nil {
		change(&r)
	}
	target, err := OpenGit(r)
	if err != nil {
		b.t.Fatal(err)
	}
	return target
}

// publish publishes a site, opens and closes.
func (b *bare) publish(p *publisher, site map[string]string, takeOver bool, change func(*Repository)) error {
	b.t.Helper()
	target := b.target(change)
	defer target.Close()
	return p.publish(target, site, 4, takeOver)
}

func (b *bare) must(p *publisher, site map[string]string) {
	b.t.Helper()
	if err := b.publish(p, site, false, nil); err != nil {
		b.t.Fatal(err)
	}
}

// look compares the branch with what it has to hold.
func (b *bare) look(commit string, want map[string]string) {
	b.t.Helper()
	if diff := cmp.Diff(want, b.files(commit)); diff != "" {
		b.t.Errorf("on the branch:\n%s", diff)
	}
	b.in("fsck", "--strict", "--no-dangling")
}

// size is how much the objects of the repository take.
func (b *bare) size() (n int64) {
	filepath.WalkDir(filepath.Join(b.dir, "objects"), func(_ string, e fs.DirEntry, _ error) error { // unchecked: 0 tells
		if info, err := e.Info(); err == nil && !e.IsDir() {
			n += info.Size()
		}
		return nil
	})
	return n
}
