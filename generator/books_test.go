package generator

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
)

// apparatus is a manual with everything that leads from one place of it to another.
func apparatus() fstest.MapFS {
	m := smallSite()
	for name := range m {
		if strings.Contains(name, "rozdil") {
			delete(m, name)
		}
	}
	put(m, "content/glossary/lot/index.md", "---\ntitle: Лот\nsummary: Ідея.\n---\n\nТекст.\n")
	put(m, "content/manuals/knyha/s.svg", `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><path d="M0 0h10v10z"/></svg>`)
	put(m, "content/manuals/knyha/list.txt", "Список.")
	put(m, "content/manuals/knyha/01-peredmova.md", "---\nНазва: Передмова\nКоротко: К.\nВступна сторінка: так\n---\n\n![План на рік](s.svg \"План\"){#plan}\n\nДив. [](#skhema), [проєкт](../../projects/persha/index.md), [список](list.txt).\n")
	put(m, "content/manuals/knyha/02-rozdil.md", "---\nНазва: Розділ & ще\nКоротко: К.\n---\n\n## Крок\n\n![Схема руху](s.svg){#skhema}\n\nВиноска[^1], [наставництво]{.термін} [@перша2020, с. 5], лот.\n\n[^1]: Примітка з [](#skhema).\n\n$$\nx^2\n$$\n{#f}\n\n::: запитання\nЩо?\n\n::: відповідь\nОсь.\n:::\n:::\n\nНаставник\n: Той, хто веде, див. [](#plan) і [@перша2020].\n")
	put(m, "content/manuals/knyha/03-dodatok.md", "---\nНазва: Додаток\nКоротко: К.\nДодаток: так\n---\n\n[](02-rozdil.md), [](#f), [](#krok), [](index.md).\n\n| А | Б |\n|---|---|\n| 1 | 2 |\n\nТаблиця: Роки {#roky}\n")
	put(m, "content/manuals/knyha/references.yaml", "- key: перша2020\n  authors: Перша А. Б.\n  title: Агенти змін\n  year: 2020\n  url: https://example.org/a?b=1&c=2\n")
	return m
}

// TestBookLeadsSomewhere: no link of an EPUB leads nowhere, with an address of the site on the web and without.
func TestBookLeadsSomewhere(t *testing.T) {
	for _, base := range []string{"base_url: https://example.org/som-hub\n", ""} {
		m := apparatus()
		put(m, "content/site.yaml", strings.Replace(siteYAML, "base_url: https://example.org/som-hub\n", base, 1))
		s := load(t, loaderOf(m))
		noProblems(t, s)
		texts, links := epub(t, s, "manuals/knyha/knyha.epub"), 0
		for name, text := range texts {
			for _, link := range inner.FindAllStringSubmatch(text, -1) {
				file, id, placed := strings.Cut(link[1], "#")
				links++
				if file == "" {
					file = name
				}
				if _, ok := texts[path.Base(file)]; !ok || placed && !strings.Contains(texts[path.Base(file)], ` id="`+id+`"`) {
					t.Errorf("%s leads to %s", name, link[1])
				}
			}
		}
		if links < 20 {
			t.Errorf("there are but %d links", links)
		}
	}
}

var inner = regexp.MustCompile(`<(?:a|img)[^>]* (?:href|src)="([^":]*)"`)

// epub is what stands in the files of an EPUB, by their names.
func epub(t *testing.T, s *Snapshot, name string) map[string]string {
	t.Helper()
	data, err := s.Render(name)
	if err != nil {
		t.Fatal(err)
	}
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{}
	for _, f := range archive.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		texts[path.Base(f.Name)] = string(text)
	}
	return texts
}

func TestBookFiles(t *testing.T) {
	s := load(t, loaderOf(apparatus()))
	for name, want := range map[string]string{"knyha.bib": "@book{knyha", "knyha.ris": "TY  - BOOK", "knyha.csl.json": `"id": "knyha"`, "knyha.html": `id="ch-rozdil_skhema"`} {
		if data, err := s.Render("manuals/knyha/" + name); err != nil || !bytes.Contains(data, []byte(want)) {
			t.Errorf("%s does not hold %q: %v", name, want, err)
		}
	}
	texts := epub(t, s, "manuals/knyha/knyha.epub")
	for name, wants := range map[string][]string{
		"ch-peredmova.xhtml": {`href="ch-rozdil.xhtml#skhema"`, `Рис.` + "\u00a0" + `1.`, `href="https://example.org/som-hub/projects/persha/"`},
		"ch-rozdil.xhtml":    {`href="references.xhtml#ref-persha2020"`, `(1.1)`, `src="pictures/s.`},
		"ch-dodatok.xhtml":   {`href="ch-rozdil.xhtml">розділ` + "\u00a0" + `1`, `href="text.xhtml"`, `Таблиця` + "\u00a0" + `А.1`},
		"references.xhtml":   {`id="ref-persha2020"`, `href="ch-rozdil.xhtml#_cite-1"`, `href="https://example.org/a?b=1&amp;c=2"`},
		"glossary.xhtml":     {`Той, хто веде`, `href="ch-peredmova.xhtml#plan"`, `Ідея.`},
		"terms.xhtml":        {`href="ch-rozdil.xhtml#_t1"`},
		"package.opf":        {`2025-01-01T00:00:00Z`, `https://example.org/som-hub/manuals/knyha/`},
	} {
		for _, want := range wants {
			if !strings.Contains(texts[name], want) {
				t.Errorf("%s does not hold %q:\n%s", name, want, texts[name])
			}
		}
	}
}

// TestBookOfInstitution: where no people are named, the institution that has made a manual is its creator.
func TestBookOfInstitution(t *testing.T) {
	m := apparatus()
	index := string(m["content/manuals/knyha/index.md"].Data)
	put(m, "content/manuals/knyha/index.md", strings.Replace(index, "compilers: [{surname: Перша, initials: А. Б.}]", "Заклад-укладач: Методичний кабінет", 1))
	texts := epub(t, load(t, loaderOf(m)), "manuals/knyha/knyha.epub")
	for name, want := range map[string]string{"package.opf": `<dc:creator id="author-1">Методичний кабінет</dc:creator>`, "title.xhtml": `<p class="book-authors">Методичний кабінет</p>`} {
		if !strings.Contains(texts[name], want) {
			t.Errorf("%s does not hold %q:\n%s", name, want, texts[name])
		}
	}
}

// TestReferencesAreRemembered: a list of references is read once, read again after a change, and never published.
func TestReferencesAreRemembered(t *testing.T) {
	m := apparatus()
	l := loaderOf(m)
	first := all(t, load(t, l), 2)
	const page = "manuals/knyha/references/index.html"
	if diff := cmp.Diff(first, all(t, load(t, l), 2)); diff != "" {
		t.Error(diff)
	}
	for name, data := range first {
		if strings.Contains(name, "references.") && strings.HasSuffix(name, ".yaml") || strings.Contains(data, "references.yaml") && strings.HasSuffix(name, ".html") && strings.HasPrefix(name, "manuals/knyha") {
			t.Errorf("%s knows of the file of references", name)
		}
	}
	put(m, "content/manuals/knyha/references.yaml", "- key: перша2020\n  authors: Перша А. Б.\n  title: Агенти нових змін\n  year: 2020\n")
	again := all(t, load(t, l), 2)
	if !strings.Contains(again[page], "нових змін") {
		t.Errorf("the list is what it was: %s", again[page])
	}
	if diff := cmp.Diff(all(t, load(t, loaderOf(m)), 2), again); diff != "" {
		t.Errorf("loaded again it differs from a fresh load: %s", diff)
	}
}

// TestPreviewKeepsReferences: while a list of references cannot be read, the preview shows what it was.
func TestPreviewKeepsReferences(t *testing.T) {
	m := apparatus()
	l := loaderOf(m)
	l.Preview = true
	load(t, l)
	put(m, "content/manuals/knyha/references.yaml", "- key: перша2020\n  title: [\n")
	s := load(t, l)
	if !s.Problems.Stops() {
		t.Fatal("nothing is said")
	}
	data, err := s.Render("manuals/knyha/references/index.html")
	if err != nil || !bytes.Contains(data, []byte("Агенти змін")) {
		t.Errorf("the list is gone: %v", err)
	}
}

// BenchmarkBook is one manual of 300 chapters: its chapters as pages, and then as one thing. The forms must cost less than half of the
// pages (docs/speed.md).
func BenchmarkBook(b *testing.B) {
	s, err := loaderOf(corpusOf(300, 300)).Load(context.Background())
	if err != nil {
		b.Fatal(err)
	}
	var pages, forms time.Duration
	for b.Loop() {
		p, f := renderBook(b, s)
		pages, forms = pages+p, forms+f
	}
	b.ReportMetric(float64(pages.Milliseconds())/float64(b.N), "ms-of-pages")
	b.ReportMetric(float64(forms.Milliseconds())/float64(b.N), "ms-of-forms")
}

// renderBook makes all files of the manual and tells how long its chapters took, and how long what there is of the whole of it.
func renderBook(b *testing.B, s *Snapshot) (pages, forms time.Duration) {
	for _, name := range s.Routes() {
		begin := time.Now()
		if _, err := s.Render(name); err != nil {
			b.Fatal(err)
		}
		switch took := time.Since(begin); {
		case strings.Contains(name, "/rozdil-"):
			pages += took
		case strings.HasPrefix(name, "manuals/m0001/") && name != "manuals/m0001/index.html":
			forms += took
		}
	}
	return pages, forms
}

// TestBookOfOnePage: the single file is made right behind the page for print, of which it is made, and is the same alone.
func TestBookOfOnePage(t *testing.T) {
	s := load(t, loaderOf(apparatus()))
	var paths []string
	for _, task := range s.tasks() {
		if i := slices.Index(task, "manuals/knyha/knyha.html"); i >= 0 && (i != 1 || task[0] != "manuals/knyha/print/index.html") {
			t.Errorf("it is made with %v", task)
		}
		paths = append(paths, task...)
	}
	slices.Sort(paths)
	if diff := cmp.Diff(s.Routes(), paths); diff != "" {
		t.Errorf("what is made is not what there is:\n%s", diff)
	}
	made := all(t, s, 0)
	alone, err := s.Render("manuals/knyha/knyha.html")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(made["manuals/knyha/knyha.html"], string(alone)); diff != "" {
		t.Error(diff)
	}
}
