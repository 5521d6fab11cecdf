// Command release makes what a release of Vitryna consists of, in a folder: the program for every system, completions, the page for man, a list of what is
// in it (CycloneDX), and checksums.
//
//	go run ./cmd/release -out dist
//
// Nothing in it depends on the machine, the day or the folder: whoever makes the same commit gets the same bytes. It makes every program twice, the second time from a copy
// in another folder, and compares.
package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// targets are the systems that teachers' centres have, and ours.
var targets = []string{"linux/amd64", "linux/arm64", "windows/amd64", "windows/arm64", "darwin/amd64", "darwin/arm64"}

func main() {
	log.SetFlags(0)
	log.SetPrefix("release: ")
	out := flag.String("out", "dist", "folder for the release; it is emptied first")
	version := flag.String("version", "", "as v1.2.3; else the tag of the commit")
	trial := flag.Bool("trial", false, "also from a tree that is not committed; the version says so")
	cold := flag.Bool("cold", false, "the second time without anything compiled before (slow)")
	only := flag.String("only", strings.Join(targets, ","), "systems")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	r := &release{ctx: ctx, out: *out, cold: *cold}
	if err := r.find(*version, *trial); err != nil {
		log.Fatal(err)
	}
	if err := r.make(strings.Split(*only, ",")); err != nil {
		log.Fatal(err)
	}
}

// release is one in the making.
type release struct {
	ctx                   context.Context // one call of the program
	out                   string
	version, commit, date string
	cold                  bool
	files                 []string // made, by their names in the folder
}

// find asks git what is being released.
func (r *release) find(version string, trial bool) error {
	said, err := r.output("git", "log", "-1", "--format=%H %cd", "--date=format-local:%Y-%m-%dT%H:%M:%SZ")
	if err != nil {
		return err
	}
	r.commit, r.date, _ = strings.Cut(strings.TrimSpace(said), " ")
	if _, err := time.Parse(time.RFC3339, r.date); err != nil {
		return fmt.Errorf("the commit has no date: %w", err)
	}
	if r.version = version; version == "" {
		if said, err = r.output("git", "describe", "--tags", "--always"); err != nil {
			return err
		}
		r.version = strings.TrimSpace(said)
	}
	state, err := r.output("git", "status", "--porcelain", "--untracked-files=normal")
	if err != nil {
		return err
	}
	if state != "" {
		if !trial {
			return fmt.Errorf("the tree is not committed, and a release is of a commit (-trial makes one all the same):\n%s", state)
		}
		r.version += "+trial"
	}
	return nil
}

// make makes the folder.
func (r *release) make(targets []string) error {
	if err := os.RemoveAll(r.out); err != nil {
		return err
	}
	if err := os.MkdirAll(r.out, 0o755); err != nil {
		return err
	}
	first, err := copySources()
	if err != nil {
		return err
	}
	defer os.RemoveAll(first)
	second, err := copySources()
	if err != nil {
		return err
	}
	defer os.RemoveAll(second)
	for _, target := range targets {
		if err := r.program(first, second, target); err != nil {
			return fmt.Errorf("%s: %w", target, err)
		}
	}
	if err := r.papers(first); err != nil {
		return err
	}
	if err := r.contents(); err != nil {
		return err
	}
	return r.sums()
}

// program makes the program for one system, twice.
func (r *release) program(first, second, target string) error {
	system, arch, ok := strings.Cut(target, "/")
	if !ok {
		return fmt.Errorf("a system is written linux/amd64")
	}
	name := fmt.Sprintf("vitryna-%s-%s", system, arch)
	if system == "windows" {
		name += ".exe"
		for _, dir := range []string{first, second} {
			if err := resource(filepath.Join(dir, "cmd", "vitryna"), arch, r.version, r.date); err != nil {
				return err
			}
		}
	}
	full, err := filepath.Abs(filepath.Join(r.out, name))
	if err != nil {
		return err
	}
	begin := time.Now()
	if err := r.compile(first, system, arch, full, nil); err != nil {
		return err
	}
	again := filepath.Join(second, name)
	var env []string
	if r.cold {
		cache, err := os.MkdirTemp("", "vitryna-release-")
		if err != nil {
			return err
		}
		defer os.RemoveAll(cache)
		env = []string{"GOCACHE=" + cache}
	}
	if err := r.compile(second, system, arch, again, env); err != nil {
		return err
	}
	a, err := os.ReadFile(full)
	if err != nil {
		return err
	}
	b, err := os.ReadFile(again)
	if err != nil {
		return err
	}
	if !bytes.Equal(a, b) {
		return fmt.Errorf("made twice it is not the same")
	}
	if err := os.Remove(again); err != nil {
		return err
	}
	if system == "windows" {
		if err := shown(a, r.version); err != nil {
			return err
		}
	}
	fmt.Printf("%-28s %6.1f MB, twice the same, %.0f s\n", name, float64(len(a))/1e6, time.Since(begin).Seconds())
	r.files = append(r.files, name)
	return nil
}

func (r *release) compile(dir, system, arch, to string, env []string) error {
	flags := fmt.Sprintf("-s -w -buildid= -X main.version=%s -X main.commit=%s -X main.date=%s", r.version, r.commit, r.date)
	c := exec.CommandContext(r.ctx, "go", "build", "-trimpath", "-buildvcs=false", "-ldflags", flags, "-o", to, "./cmd/vitryna")
	c.Dir = dir
	c.Env = append(append(os.Environ(), "CGO_ENABLED=0", "GOOS="+system, "GOARCH="+arch, "GOFLAGS=", "GOWORK=off", "GOAMD64=v1", "GOARM64=v8.0", "GOEXPERIMENT="), env...)
	if said, err := c.CombinedOutput(); err != nil {
		return fmt.Errorf("%w\n%s", err, said)
	}
	return nil
}

// papers are what the program writes about itself: completions, and the page for man in both languages.
func (r *release) papers(dir string) error {
	own := filepath.Join(dir, "own")
	c := exec.CommandContext(r.ctx, "go", "build", "-o", own, "./cmd/vitryna")
	c.Dir, c.Env = dir, append(os.Environ(), "CGO_ENABLED=0", "GOFLAGS=-buildvcs=false")
	if said, err := c.CombinedOutput(); err != nil {
		return fmt.Errorf("%w\n%s", err, said)
	}
	for name, args := range map[string][]string{
		"completions/vitryna.bash": {"completion", "bash"}, "completions/_vitryna": {"completion", "zsh"},
		"completions/vitryna.fish": {"completion", "fish"}, "completions/vitryna.ps1": {"completion", "powershell"},
		"man/uk/vitryna.1": {"man", "--lang", "uk"}, "man/vitryna.1": {"man", "--lang", "en"},
	} {
		said, err := r.output(own, args...)
		if err != nil {
			return err
		}
		if err := r.write(name, []byte(said)); err != nil {
			return err
		}
	}
	for _, name := range []string{"LICENSE", "README.md", "CHANGELOG.md"} {
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		if err := r.write(name, data); err != nil {
			return err
		}
	}
	return nil
}

func (r *release) write(name string, data []byte) error {
	full := filepath.Join(r.out, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
		return err
	}
	r.files = append(r.files, name)
	return os.WriteFile(full, data, 0o644)
}

// sums writes the checksums of all files, as sha256sum does.
func (r *release) sums() error {
	slices.Sort(r.files)
	var b strings.Builder
	for _, name := range r.files {
		data, err := os.ReadFile(filepath.Join(r.out, filepath.FromSlash(name)))
		if err != nil {
			return err
		}
		fmt.Fprintf(&b, "%x  %s\n", sha256.Sum256(data), name)
	}
	fmt.Printf("%d files, %s, commit %.12s of %s, in %s\n", len(r.files), r.version, r.commit, r.date, r.out)
	return os.WriteFile(filepath.Join(r.out, "SHA256SUMS"), []byte(b.String()), 0o644)
}

// output is what another program says.
func (r *release) output(name string, args ...string) (string, error) {
	c := exec.CommandContext(r.ctx, name, args...)
	c.Env = append(os.Environ(), "TZ=UTC")
	said, err := c.Output()
	if err != nil {
		return "", fmt.Errorf("%s: %w", strings.Join(append([]string{name}, args...), " "), err)
	}
	return string(said), nil
}

// copySources copies what the program is compiled from into a new folder.
func copySources() (string, error) {
	dir, err := os.MkdirTemp("", "vitryna-release-")
	if err != nil {
		return "", err
	}
	for _, part := range []string{"cmd", "generator", "layouts", "assets"} {
		if err := os.CopyFS(filepath.Join(dir, part), os.DirFS(part)); err != nil {
			return "", err
		}
	}
	for _, name := range []string{"go.mod", "go.sum"} {
		data, err := os.ReadFile(name)
		if err == nil {
			err = os.WriteFile(filepath.Join(dir, name), data, 0o644)
		}
		if err != nil {
			return "", err
		}
	}
	return dir, nil
}
