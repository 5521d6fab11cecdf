package publish

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// gitIn runs git in a repository.
func gitIn(t *testing.T, repository string, args ...string) string {
	t.Helper()
	c := exec.Command("git", append([]string{"--git-dir", repository}, args...)...)
	out, err := c.CombinedOutput()
	if err != nil {
		t.Fatalf("git %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return string(out)
}

// The program, or the program with all that it has started, is killed at any moment while it publishes to a branch: the branch holds the whole of one of the
// sites that were built, each commit stands upon the one before, and at last there is what was built last.
func TestGitKilled(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Fatal("there is no git: publications to a branch cannot be tested")
	}
	program, dir, own := vitryna(t), t.TempDir(), t.TempDir()
	repository := filepath.Join(own, "pages.git")
	if out, err := exec.Command("git", "init", "--quiet", "--bare", repository).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	env := append(os.Environ(), "LANG=uk_UA.UTF-8", "LC_ALL=", "VITRYNA_PUBLISHER=proba", "VITRYNA_STATE="+filepath.Join(own, "state"), "VITRYNA_CACHE="+filepath.Join(own, "cache"), "GIT_CONFIG_NOSYSTEM=1", "GIT_CONFIG_GLOBAL="+filepath.Join(own, "none"))
	publish := func() *exec.Cmd {
		c := exec.Command(program, "publish")
		c.Dir, c.Env = dir, env
		c.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
		return c
	}
	r := rand.New(rand.NewPCG(*seed, 9))
	rounds := 8
	if *withServer {
		rounds = 30
	}
	whole := map[string]bool{} // the sums of the sites that were built, each without its manifest
	last, moved, killed := "", 0, 0
	var usual time.Duration // that a publication takes: of the last that was left in peace, as the first is
	for round := range rounds + 1 {
		site(t, dir, fmt.Sprintf("{name: proba, to: git, repository: %q, author: Проба, email: office@example.org}", repository), round)
		build := exec.Command(program, "build")
		build.Dir, build.Env = dir, env
		if out, err := build.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		whole[fmt.Sprint(tree(t, filepath.Join(dir, "public")))] = true

		run := publish()
		var said bytes.Buffer
		run.Stdout, run.Stderr = &said, &said
		begin := time.Now()
		if err := run.Start(); err != nil {
			t.Fatal(err)
		}
		done := make(chan error, 1)
		go func() { done <- run.Wait() }()
		if 0 < round && round < rounds {
			select {
			case <-done:
				usual = time.Since(begin)
			case <-time.After(usual/5 + time.Duration(r.Int64N(int64(usual)))):
				killed++
				victim := run.Process.Pid
				if round%2 == 0 {
					victim = -victim // with git and what git has started
				}
				syscall.Kill(victim, syscall.SIGKILL) // unchecked: it may be done already
				<-done
				if round%2 == 1 {
					time.Sleep(200 * time.Millisecond) // git may come to its end alone
				}
			}
		} else if err := <-done; err != nil {
			t.Fatalf("%v after %v\n%s", err, time.Since(begin), said.String())
		}
		if round == 0 {
			usual = time.Since(begin)
		}
		tip := strings.TrimSpace(gitIn(t, repository, "for-each-ref", "--format=%(objectname)", "refs/heads/gh-pages"))
		if tip == "" || tip == last {
			continue
		}
		moved++
		gitIn(t, repository, "fsck", "--strict", "--no-dangling")
		if !whole[fmt.Sprint(checkedOut(t, repository))] {
			t.Fatalf("round %d: the branch holds none of the sites that were built", round)
		}
		if last != "" {
			gitIn(t, repository, "merge-base", "--is-ancestor", last, tip)
		}
		last = tip
	}
	want, got := tree(t, filepath.Join(dir, "public")), checkedOut(t, repository)
	for name, sum := range want {
		if got[name] != sum {
			t.Errorf("%s is not as it was built", name)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d files lie there, %d were built", len(got), len(want))
	}
	t.Logf("%d programs killed, the branch moved %d times", killed, moved)
	if killed < rounds/3 {
		t.Errorf("only %d programs were killed", killed)
	}
}

// checkedOut is every file of the branch by its sum.
func checkedOut(t *testing.T, repository string) map[string]string {
	dir := t.TempDir()
	c := exec.Command("git", "--git-dir", repository, "archive", "--format=tar", "gh-pages")
	unpack := exec.Command("tar", "-x", "-C", dir)
	var err error
	if unpack.Stdin, err = c.StdoutPipe(); err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	if out, err := unpack.CombinedOutput(); err != nil {
		t.Fatalf("tar: %v\n%s", err, out)
	}
	if err := c.Wait(); err != nil {
		t.Fatal(err)
	}
	return tree(t, dir)
}

// Over a real server of SSH, with the user's own settings for it: who is let in, what is said where not, and that nothing is asked.
func TestGitOverSSH(t *testing.T) {
	h, dir := start(t), t.TempDir()
	me, err := user.Current()
	if err != nil {
		t.Fatal(err)
	}
	repository := filepath.Join(h.dir, "pages.git")
	if out, err := exec.Command("git", "init", "--quiet", "--bare", repository).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	ssh := func(key, known string) string {
		return fmt.Sprintf("ssh -F none -o BatchMode=yes -o IdentitiesOnly=yes -i %s/%s -o UserKnownHostsFile=%s/%s -o GlobalKnownHostsFile=none -o StrictHostKeyChecking=yes", h.dir, key, h.dir, known)
	}
	for _, test := range []struct{ name, ssh, path, says string }{
		{"an unknown host", ssh("id", "none"), repository, "ще не відомий цьому комп’ютеру"},
		{"a key that the host does not know", ssh("host", "known_hosts"), repository, "не впустили"},
		{"a locked key", ssh("locked", "known_hosts"), repository, "не впустили"},
		{"no such repository", ssh("id", "known_hosts"), repository + "x", "такого репозиторію немає"},
		{"all is well", ssh("id", "known_hosts"), repository, ""},
		{"again", ssh("id", "known_hosts"), repository, ""},
	} {
		site(t, dir, fmt.Sprintf("{name: proba, to: git, repository: %q, author: Проба, email: office@example.org}", "ssh://"+me.Username+"@127.0.0.1:"+h.proxy+test.path), 1)
		settings := filepath.Join(h.dir, "gitconfig")
		if err := os.WriteFile(settings, []byte("[core]\n\tsshCommand = "+test.ssh+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		run := exec.Command(vitryna(t), "publish")
		run.Dir, run.Env = dir, append(h.env[:len(h.env):len(h.env)], "GIT_CONFIG_GLOBAL="+settings, "GIT_CONFIG_NOSYSTEM=1")
		begin := time.Now()
		out, err := run.CombinedOutput()
		if (err == nil) != (test.says == "") || !bytes.Contains(out, []byte(test.says)) {
			t.Errorf("%s: %v\n%s", test.name, err, out)
		}
		if took := time.Since(begin); took > time.Minute {
			t.Errorf("%s: %v", test.name, took)
		}
	}
	if n := strings.TrimSpace(gitIn(t, repository, "rev-list", "--count", "gh-pages")); n != "1" {
		t.Errorf("%s commits", n)
	}
}
