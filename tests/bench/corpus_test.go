package bench

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sync/errgroup"
)

const siteYAML = `name: Вітрина
owner: Центр
base_url: https://example.org
contacts: {address: "м. Дружківка", phones: ["(06267) 4-28-26"], email: office@example.org}
safety: martial-law
rights: cc-by-4.0
`

var words = strings.Fields(`методист учителька заняття урок школа дитина проєкт посібник вітальня кав’ярня інноваційний технологія громада освіта розвиток центр
партнерство батьки майстер клас тренінг конкурс ідея досвід практика навчання рефлексія діяльність вправа завдання приклад результат мета ресурс
бібліотека кожен який можна потрібно варто коли якщо тому також через після разом під час для щоб або не це та і в на з до за про`)

// corpus writes manuals of 20 chapters of about 6 KB each: headings, paragraphs, links between chapters, lists, tables, notes.
func (y *yard) corpus(b *testing.B) {
	b.Helper()
	r := rand.New(rand.NewPCG(1, 7))
	put := func(name, text string) {
		full := filepath.Join(y.site, "content", name)
		if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
			b.Fatal(err)
		}
		if err := os.WriteFile(full, []byte(text), 0o644); err != nil {
			b.Fatal(err)
		}
	}
	put("site.yaml", siteYAML)
	for i := range *chapters {
		manual, n := i/20+1, i%20+1
		if n == 1 {
			put(fmt.Sprintf("manuals/m%04d/index.md", manual), fmt.Sprintf("---\ntitle: Посібник %d\nsummary: Коротко.\nkind: manual\ncompilers: [{surname: Перша, initials: А. Б.}]\n"+
				"city: Дружківка\nyear: 2024\naudience: [educators]\nannotation: \"%s\"\n---\n\n%s\n", manual, strings.Repeat("Слово за словом. ", 20), paragraph(r)))
		}
		put(fmt.Sprintf("manuals/m%04d/%02d-rozdil-%d.md", manual, n, n), chapter(r, n))
	}
}

func sentence(r *rand.Rand) string {
	list := make([]string, 8+r.IntN(8))
	for i := range list {
		list[i] = words[r.IntN(len(words))]
	}
	return strings.Join(list, " ") + "."
}

func paragraph(r *rand.Rand) string {
	return sentence(r) + " " + sentence(r) + " **" + sentence(r) + "** " + sentence(r)
}

func chapter(r *rand.Rand, n int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "---\ntitle: \"Розділ %d\"\nsummary: Коротко.\ndate: 2024-01-02\ntags: [\"нуш\", \"тег %d\"]\n---\n\n", n, r.IntN(12))
	for i := range 3 {
		fmt.Fprintf(&b, "## %s\n\n%s\n\n%s Дивіться [розділ](01-rozdil-1.md).[^%d]\n\n- %s\n- %s\n\n| № | Назва |\n|---|---:|\n| 1 | %s |\n\n[^%d]: %s\n\n",
			sentence(r), paragraph(r), paragraph(r), i, sentence(r), sentence(r), sentence(r), i, sentence(r))
	}
	return b.String()
}

// edit changes a chapter of the first manual.
func (y *yard) edit(b *testing.B, name string, change func(string) string) {
	b.Helper()
	full := filepath.Join(y.site, "content/manuals/m0001", name)
	data, err := os.ReadFile(full)
	if err == nil {
		err = os.WriteFile(full, []byte(change(string(data))), 0o644)
	}
	if err != nil {
		b.Fatal(err)
	}
}

func (y *yard) write(b *testing.B, name, text string) {
	b.Helper()
	if err := os.WriteFile(filepath.Join(y.site, "content/manuals/m0001", name), []byte(text), 0o644); err != nil {
		b.Fatal(err)
	}
}

// spread works on every processor.
func spread(names []string, work func(string) error) error {
	var group errgroup.Group
	group.SetLimit(runtime.NumCPU())
	for _, name := range names {
		group.Go(func() error { return work(name) })
	}
	return group.Wait()
}

// peak is the most memory that a program took, in KiB; on systems other than Linux it is told otherwise or not at all.
func peak(state *os.ProcessState) int64 {
	if usage, ok := state.SysUsage().(*syscall.Rusage); ok {
		return usage.Maxrss
	}
	return 0
}
