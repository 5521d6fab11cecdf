package generator

import (
	"context"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

var hardSize = flag.Int("hard", 2500, "how many of a thing TestHardSites puts into a file, and then twice as many")

// hardSites are sites of one hard file: what takes a careless program the square of its length.
var hardSites = []struct {
	name, file string
	make       func(n int) string
}{
	{"headings", "content/pages/a/index.md", func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "## Розділ %d\n\n", i)
		}
		return headed(b.String())
	}},
	{"equal headings", "content/pages/a/index.md", func(n int) string { return headed(strings.Repeat("## Розділ\n\n", n)) }},
	{"links to pages", "content/pages/a/index.md", func(n int) string { return headed(strings.Repeat("[б](../b/index.md#tut) ", n)) }},
	{"dead links", "content/pages/a/index.md", func(n int) string {
		var b strings.Builder
		for i := range n / 20 {
			fmt.Fprintf(&b, "[б](../b%d/index.md)\n", i)
		}
		return headed(b.String())
	}},
	{"footnotes", "content/pages/a/index.md", func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "а[^%d]\n\n[^%d]: б\n\n", i, i)
		}
		return headed(b.String())
	}},
	{"table cells", "content/pages/a/index.md", func(n int) string { return headed("| а | б |\n|---|---|\n" + strings.Repeat("| в | г |\n", n)) }},
	{"a long line", "content/pages/a/index.md", func(n int) string { return headed(strings.Repeat("слово ", 10*n)) }},
	{"one word", "content/pages/a/index.md", func(n int) string { return headed(strings.Repeat("я", 20*n)) }},
	{"phones", "content/pages/a/index.md", func(n int) string { return headed(strings.Repeat("05012345 ", n)) }},
	{"brackets in the header", "content/pages/a/index.md", func(n int) string { return "---\ntitle: " + strings.Repeat("[", n) + "\n---\nТекст.\n" }},
	{"tags", "content/pages/a/index.md", func(n int) string {
		var b strings.Builder
		for i := range n / 10 {
			fmt.Fprintf(&b, "тег%d, ", i)
		}
		return "---\ntitle: А\nsummary: Коротко.\ntags: [" + b.String() + "]\n---\nТекст.\n"
	}},
	{"unknown keys", "content/pages/a/index.md", func(n int) string {
		var b strings.Builder
		for i := range n / 20 {
			fmt.Fprintf(&b, "titlle%d: а\n", i)
		}
		return "---\ntitle: А\n" + b.String() + "---\nТекст.\n"
	}},
	{"aliases in the header", "content/pages/a/index.md", func(n int) string {
		return "---\ntitle: А\nsummary: &а Коротко.\ntags: [" + strings.Repeat("*а, ", n/5) + "]\n---\nТекст.\n"
	}},
	{"aliases of aliases", "content/pages/a/index.md", func(n int) string {
		var b strings.Builder
		b.WriteString("---\ntitle: А\nx0: &x0 [а]\n")
		for i := range n / 1000 {
			fmt.Fprintf(&b, "x%d: &x%d [*x%d, *x%d, *x%d, *x%d]\n", i+1, i+1, i, i, i, i)
		}
		return b.String() + "---\nТекст.\n"
	}},
	{"rows of a table", "content/metrics/a.csv", func(n int) string {
		return "key,value,year,source\n" + strings.Repeat("educators,1378,2019-2020,Звіт\n", n/10)
	}},
	{"a row of very many cells", "content/metrics/a.csv", func(n int) string { return "key,value,year,source\n" + strings.Repeat("а,", n) + "\n" }},
	{"open quotes of a table", "content/metrics/a.csv", func(n int) string { return "key,value,year,source\n" + strings.Repeat("\"а,\n", n) }},
}

func headed(text string) string { return "---\ntitle: А\nsummary: Коротко.\n---\n" + text }

// TestHardSites loads a site with a hard file and makes its pages: twice the file takes at most three times as long, or the file is refused with a message. A
// machine that does other things meanwhile is given four tries.
func TestHardSites(t *testing.T) {
	for _, hard := range hardSites {
		t.Run(hard.name, func(t *testing.T) {
			const tries = 4
			n := *hardSize
			var once, twice time.Duration
			for range tries {
				once, twice = timeOf(t, hard.file, hard.make(n)), timeOf(t, hard.file, hard.make(2*n))
				if twice <= 3*once+50*time.Millisecond {
					return
				}
			}
			t.Errorf("%d take %v and %d take %v", n, once, 2*n, twice)
		})
	}
}

// hardCache holds the styles and scripts, which are no matter here.
var hardCache string

func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "vitryna-test-")
	if err != nil {
		panic(err)
	}
	hardCache = dir
	code := m.Run()
	os.RemoveAll(dir)
	os.Exit(code)
}

// timeOf is how long a site with this file takes beyond what any takes.
func timeOf(t *testing.T, file, text string) time.Duration {
	t.Helper()
	root := fstest.MapFS{}
	put(root, "content/site.yaml", "name: Центр\nowner: Кабінет\nbase_url: https://example.org\nrights: cc-by-4.0\ncontacts: {phones: [\"(06267) 4-28-26\"]}\n")
	put(root, "content/pages/b/index.md", headed("## Тут {#tut}\n\nТекст.\n"))
	put(root, file, text)
	l := loaderOf(root)
	l.Cache = hardCache
	begin := time.Now()
	s, err := l.Load(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if !s.Problems.Stops() {
		if err := s.All(context.Background(), 0, func(string, []byte) error { return nil }); err != nil {
			t.Fatal(err)
		}
	}
	return time.Since(begin)
}
