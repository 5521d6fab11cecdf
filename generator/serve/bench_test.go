package serve

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// large is a site of many item folders whose load costs nothing, so that what is
// measured is this package: content/NNNNN/index.html at /NNNNN/.
type large struct {
	dir   string
	mu    sync.Mutex
	build int
}

func newLarge(tb testing.TB, items int) *large {
	l := &large{dir: filepath.Join(tb.TempDir(), "content")}
	for i := range items {
		l.write(tb, i, "old")
	}
	return l
}

func (l *large) write(tb testing.TB, i int, text string) {
	dir := filepath.Join(l.dir, fmt.Sprintf("%05d", i))
	if err := os.MkdirAll(dir, 0o755); err != nil {
		tb.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "index.html"), []byte(text), 0o644); err != nil {
		tb.Fatal(err)
	}
}

func (l *large) load(context.Context, []string) (*Snapshot, error) {
	l.mu.Lock()
	l.build++
	build := fmt.Sprint(l.build)
	l.mu.Unlock()
	return &Snapshot{Build: build, Render: func(path string) ([]byte, string, bool, error) {
		data, err := os.ReadFile(filepath.Join(l.dir, filepath.FromSlash(path), "index.html"))
		return data, "text/html", err == nil, nil
	}}, nil
}

// From the return of a save to the answer that holds it.
func BenchmarkSavedToServed(b *testing.B) {
	for _, items := range []int{1000, 10000} {
		b.Run(fmt.Sprint(items), func(b *testing.B) {
			l := newLarge(b, items)
			p := run(b, Options{Load: l.load, Dirs: []string{l.dir}})
			p.get(b, "/00000/")
			time.Sleep(2 * time.Second) // until all folders are watched
			var took []time.Duration
			for i := 0; b.Loop(); i++ {
				builds := len(p.heard(Loaded))
				text := fmt.Sprint("new ", i)
				l.write(b, i%items, text)
				start := time.Now()
				// Render reads the disk: the new build is what shows that the change was noticed.
				for len(p.heard(Loaded)) == builds {
					p.get(b, fmt.Sprintf("/%05d/", i%items))
				}
				took = append(took, time.Since(start))
			}
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "median-ms")
			b.ReportMetric(float64(took[len(took)-1].Microseconds())/1000, "max-ms")
		})
	}
}

func BenchmarkSweep(b *testing.B) {
	l := newLarge(b, 10000)
	t := newTable([]string{l.dir}, nil)
	t.watch = func(string) error { return nil }
	t.unwatch = t.watch
	t.check("", false)
	for b.Loop() {
		for _, dir := range t.everything() {
			t.check(dir, false)
		}
	}
}

func BenchmarkFace(b *testing.B) {
	page := []byte(`<!doctype html><link rel=stylesheet href=../assets/site.css>` + strings.Repeat("<p>text of a page", 2000))
	b.SetBytes(int64(len(page)))
	for b.Loop() {
		faceOf("/a/", page)
	}
}
