package generator

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/fstest"
)

// corpus is a site of n chapters in manuals of 20, about 6 KB each: headings, paragraphs, links between chapters, lists, tables.
func corpus(n int) fstest.MapFS { return corpusOf(n, 20) }

// corpusOf is a corpus whose manuals have that many chapters each.
func corpusOf(n, size int) fstest.MapFS {
	r := rand.New(rand.NewPCG(7, 7))
	words := strings.Fields(`методист учителька заняття урок школа дитина проєкт посібник вітальня кав’ярня інноваційний технологія громада освіта
розвиток центр партнерство батьки майстер клас тренінг конкурс ідея досвід практика навчання рефлексія діяльність вправа завдання приклад
результат мета ресурс бібліотека кожен який можна потрібно варто коли якщо тому також через після разом під час для щоб або не це та і в на з до за про`)
	sentence := func() string {
		s := make([]string, 8+r.IntN(8))
		for i := range s {
			s[i] = words[r.IntN(len(words))]
		}
		return strings.Join(s, " ") + "."
	}
	paragraph := func() string { return sentence() + " " + sentence() + " **" + sentence() + "** " + sentence() }
	m := fstest.MapFS{}
	put(m, "content/site.yaml", siteYAML)
	for i := range n {
		manual, c := i/size+1, i%size+1
		dir := fmt.Sprintf("content/manuals/m%04d", manual)
		if c == 1 {
			put(m, dir+"/index.md", fmt.Sprintf("---\ntitle: Посібник %d\nsummary: Коротко.\nkind: manual\ncompilers: [{surname: Перша, initials: А. Б.}]\ncity: Дружківка\nyear: 2024\naudience: [educators]\nannotation: \"%s\"\n---\n\n%s\n", manual, strings.Repeat("Слово за словом. ", 20), paragraph()))
		}
		var b strings.Builder
		fmt.Fprintf(&b, "---\ntitle: \"Розділ %d\"\nsummary: Коротко.\ndate: 2024-01-02\ntags: [\"нуш\", \"тег %d\"]\n---\n\n", c, r.IntN(12))
		for range 3 {
			fmt.Fprintf(&b, "## %s\n\n%s\n\n%s Дивіться [розділ](%02d-rozdil-%d.md).\n\n- %s\n- %s\n\n| № | Назва |\n|---|---:|\n| 1 | %s |\n\n", sentence(), paragraph(), paragraph(), c, c, sentence(), sentence(), sentence())
		}
		put(m, fmt.Sprintf("%s/%02d-rozdil-%d.md", dir, c, c), b.String())
	}
	return m
}

// BenchmarkLoad is reading, parsing and relating, nothing remembered.
func BenchmarkLoad(b *testing.B) {
	m := corpus(3000)
	for b.Loop() {
		if _, err := loaderOf(m).Load(context.Background()); err != nil {
			b.Fatal(err)
		}
	}
	perPage(b, 3000)
}

// BenchmarkReload is loading again after one chapter has changed.
func BenchmarkReload(b *testing.B) {
	m := corpus(3000)
	l := loaderOf(m)
	name := "content/manuals/m0001/01-rozdil-1.md"
	text := string(m[name].Data)
	for i := 0; b.Loop(); i++ {
		put(m, name, fmt.Sprintf("%s\n\nПравка %d.\n", text, i))
		if _, err := l.Load(context.Background()); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkRender is rendering and finishing every file of a loaded site.
func BenchmarkRender(b *testing.B) {
	s, err := loaderOf(corpus(3000)).Load(context.Background())
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if err := s.All(context.Background(), 0, func(string, []byte) error { return nil }); err != nil {
			b.Fatal(err)
		}
	}
	perPage(b, len(s.Routes()))
}

func perPage(b *testing.B, pages int) {
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/float64(pages), "µs/page")
}
