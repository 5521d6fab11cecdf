// Package bench measures the whole program beside a floor: a program that reads the same chapters, converts them with goldmark and writes them, and does nothing
// else. What matters is how many floors a row costs; seconds differ from machine to machine.
//
//	make bench                                             # stage by stage, and this
//	go test -run '^$' -bench . -count 6 ./bench            # in tests/: ready for benchstat
//	go test -run '^$' -bench . ./bench -args -chapters=10000 -dir=/dev/shm
//
// The program is compiled for it; every build runs as a process of its own, in a folder that was never used before.
package bench

import (
	"bytes"
	"flag"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
)

var (
	chapters = flag.Int("chapters", 1000, "how many chapters the site has")
	dir      = flag.String("dir", "", "a folder of the file system that is measured; empty: that of temporary files")
)

// yard is what all rows share: the program, a site, and the floor's time.
type yard struct {
	program, site, cache string
	outs                 string
	n                    int
	floor                time.Duration
}

func BenchmarkBuild(b *testing.B) {
	y := newYard(b)
	for _, row := range []struct {
		name string
		edit func(i int) // before every build; nil: into a new folder and without a cache
	}{
		{"full", nil},
		{"nothing", func(int) {}},
		{"text", func(i int) {
			y.edit(b, "03-rozdil-3.md", func(s string) string { return s + fmt.Sprintf("\n\nПравка %d.\n", i) })
		}},
		{"title", func(i int) {
			y.edit(b, "04-rozdil-4.md", func(s string) string {
				return strings.Replace(s, "title: \"", fmt.Sprintf("title: \"Назва %d ", i), 1)
			})
		}},
		{"chapter", func(i int) {
			y.write(b, fmt.Sprintf("%02d-dodano-%d.md", 21+i%79, i), chapter(rand.New(rand.NewPCG(9, uint64(i))), 5))
		}}, // safe: a number of a run
	} {
		b.Run(row.name, func(b *testing.B) { y.measure(b, row.edit) })
	}
}

func newYard(b *testing.B) *yard {
	b.Helper()
	root, err := os.MkdirTemp(*dir, "vitryna-bench-")
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { os.RemoveAll(root) }) // unchecked: a temporary folder
	y := &yard{program: filepath.Join(root, "vitryna"), site: filepath.Join(root, "site"), cache: filepath.Join(root, "cache"), outs: root}
	build := exec.Command("go", "build", "-o", y.program, "./cmd/vitryna")
	build.Dir = "../.."
	if out, err := build.CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	y.corpus(b)
	b.Run("floor", func(b *testing.B) {
		for b.Loop() {
			y.floorOnce(b)
		}
		y.floor = b.Elapsed() / time.Duration(b.N)
	})
	if y.floor == 0 { // the row was not asked for
		begin := time.Now()
		y.floorOnce(b)
		y.floor = time.Since(begin)
	}
	return y
}

// measure builds b.N times and reports floors and peak memory.
func (y *yard) measure(b *testing.B, edit func(i int)) {
	b.Helper()
	out, cache := y.fresh(), y.cache
	if edit != nil {
		y.build(b, out, cache)
		time.Sleep(2100 * time.Millisecond) // so that the times of the files are believed
	}
	memory := int64(0)
	b.ResetTimer()
	for range b.N {
		b.StopTimer()
		if edit == nil {
			out, cache = y.fresh(), y.fresh()
		} else {
			y.n++ // no edit twice: the harness asks for more and more rounds
			edit(y.n)
		}
		b.StartTimer()
		memory = max(memory, y.build(b, out, cache))
	}
	b.ReportMetric(float64(b.Elapsed())/float64(b.N)/float64(y.floor), "floors")
	b.ReportMetric(float64(memory)/1024, "MiB")
}

// fresh is a folder that was never used.
func (y *yard) fresh() string {
	y.n++
	return filepath.Join(y.outs, fmt.Sprintf("out%d", y.n))
}

// build runs the program once and tells the most memory it took, in KiB.
func (y *yard) build(b *testing.B, out, cache string) int64 {
	b.Helper()
	c := exec.Command(y.program, "build", "--out", out, y.site)
	c.Env = append(os.Environ(), "VITRYNA_CACHE="+cache)
	if text, err := c.CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, text)
	}
	return peak(c.ProcessState)
}

// floorOnce reads, converts and writes, one file after another on every processor.
func (y *yard) floorOnce(b *testing.B) {
	b.Helper()
	out := y.fresh()
	md := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote))
	work := func(name string) error {
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		var page bytes.Buffer
		if err := md.Convert(data, &page); err != nil {
			return err
		}
		rest, err := filepath.Rel(y.site, name)
		if err != nil {
			return err
		}
		to := filepath.Join(out, rest, "index.html")
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return err
		}
		return os.WriteFile(to, page.Bytes(), 0o644)
	}
	if err := spread(y.texts(b), work); err != nil {
		b.Fatal(err)
	}
}

func (y *yard) texts(b *testing.B) []string {
	b.Helper()
	var names []string
	err := filepath.WalkDir(filepath.Join(y.site, "content"), func(name string, entry fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(name, ".md") {
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	return names
}
