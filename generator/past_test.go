package generator

import (
	"context"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/som-hub/vitryna/generator/output"
)

// workshop is a site on the disk that is edited and built again and again.
type workshop struct {
	t     *testing.T
	dice  *rand.Rand
	dir   string // of the site
	cache string
}

// newWorkshop copies a part of SOM-hub's content: manuals with their lists, an auction, tables, pictures, references there and back. Beside these it
// has a manual with so many chapters of one tag that the tag's list has several pages.
func newWorkshop(t *testing.T, seed uint64) *workshop {
	w := &workshop{t: t, dice: rand.New(rand.NewPCG(seed, 1)), dir: t.TempDir(), cache: t.TempDir()}
	for _, section := range []string{"site.yaml", "index.md", "index.en.md", "manuals", "glossary", "auction", "news", "projects", "acts", "galleries", "documents", "pages"} {
		from := filepath.Join("../content", section)
		err := filepath.WalkDir(from, func(name string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() {
				return err
			}
			data, err := os.ReadFile(name)
			if err == nil {
				w.write(strings.TrimPrefix(filepath.ToSlash(name), "../"), string(data))
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	w.write(taggedManual+"index.md", "---\ntitle: Приклад посібника з мітками\nsummary: Коротко.\ndate: 2021-09-01\ntags: [приклад]\nkind: manual\nannotation: Приклад.\naudience: [педагоги]\ncity: Дружківка\nyear: 2021\nauthors: [{surname: Приклад, initials: А. Б.}]\n---\n\nТекст.\n")
	for n := range 2*24 + 2 {
		w.write(fmt.Sprintf("%s%02d-rozdil-%d.md", taggedManual, n+1, n+1), taggedChapter(n+1))
	}
	w.write(linkedManual+"index.md", "---\ntitle: Приклад посібника серед іншого\nsummary: Коротко.\ndate: 2021-09-01\nkind: manual\nannotation: Приклад.\naudience: [педагоги]\ncity: Дружківка\nyear: 2021\nprojects: [ahenty-zmin]\nauthors: [{surname: Приклад, initials: А. Б.}]\n---\n\nТекст.\n")
	w.write(linkedManual+"01-rozdil.md", "---\ntitle: Розділ\nsummary: Коротко.\n---\n\nДив. [](../../pages/kontakty/index.md) та [](../../projects/u-poshukakh-heniia/index.md).\n")
	w.write(namingNews, "---\ntitle: Приклад новини про посібник\nsummary: Коротко.\ndate: 2021-09-02\nabout: [manuals/pryklad-sered-inshoho]\n---\n\nТекст.\n")
	return w
}

// linkedManual is the folder of a manual that links to a page and two projects, namingNews a file that names it.
const (
	linkedManual = "content/manuals/pryklad-sered-inshoho/"
	namingNews   = "content/news/pryklad-novyny-pro-posibnyk/index.md"
)

// taggedManual is the folder of the manual whose chapters have tags.
const taggedManual = "content/manuals/pryklad-z-mitkamy/"

func taggedChapter(n int) string {
	return fmt.Sprintf("---\ntitle: Розділ %d\nsummary: Коротко про %d.\ndate: 2021-01-%02d\ntags: [розділи, мітка %d]\n---\n\nТекст розділу.\n", n, n, n%28+1, n%5)
}

func (w *workshop) path(name string) string { return filepath.Join(w.dir, filepath.FromSlash(name)) }

func (w *workshop) read(name string) string {
	w.t.Helper()
	data, err := os.ReadFile(w.path(name))
	if err != nil {
		w.t.Fatal(err)
	}
	return string(data)
}

// write writes a file as if it had been written a day ago: then its size and time are believed.
func (w *workshop) write(name, text string) {
	w.t.Helper()
	if err := os.MkdirAll(filepath.Dir(w.path(name)), 0o755); err != nil {
		w.t.Fatal(err)
	}
	if err := os.WriteFile(w.path(name), []byte(text), 0o644); err != nil {
		w.t.Fatal(err)
	}
	at := time.Now().Add(-24*time.Hour + time.Duration(w.dice.IntN(1e9)))
	if err := os.Chtimes(w.path(name), at, at); err != nil {
		w.t.Fatal(err)
	}
}

// files are the texts that match.
func (w *workshop) files(pattern string) []string {
	w.t.Helper()
	var names []string
	err := fs.WalkDir(os.DirFS(w.dir), "content", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && regexp.MustCompile(pattern).MatchString(name) {
			names = append(names, name)
		}
		return err
	})
	if err != nil || len(names) == 0 {
		w.t.Fatalf("no file like %s: %v", pattern, err)
	}
	return names
}

func (w *workshop) any(pattern string) string {
	names := w.files(pattern)
	return names[w.dice.IntN(len(names))]
}

// change replaces what matches in a file, and tells whether it did.
func (w *workshop) change(name, pattern, by string) {
	w.t.Helper()
	text := w.read(name)
	now := regexp.MustCompile(pattern).ReplaceAllString(text, by)
	if now == text {
		w.t.Fatalf("%s: nothing like %s", name, pattern)
	}
	w.write(name, now)
}

const (
	chapters = `^content/manuals/pryklad-(?:posibnyka|usikh-blokiv)/\d\d-[^/]+\.md$`
	tagged   = `^` + taggedManual + `\d\d-[^/]+\.md$`
	items    = `^content/(news|projects|glossary)/[^/]+/index\.md$`
)

// edit is what an author does to a site.
type edit struct {
	name string
	do   func(w *workshop)
}

var edits = []edit{
	{"a word in a chapter", func(w *workshop) {
		name := w.any(chapters)
		w.write(name, w.read(name)+"\n\nНове слово тут.\n")
	}},
	{"a term in a chapter", func(w *workshop) {
		name := w.any(chapters)
		w.write(name, w.read(name)+"\n\nПедагогічна кав’ярня тут.\n")
	}},
	{"a text", func(w *workshop) {
		name := w.any(items)
		w.write(name, w.read(name)+"\n\nДодане речення.\n")
	}},
	{"a heading in a chapter", func(w *workshop) {
		name := w.any(chapters)
		w.write(name, w.read(name)+"\n\n## Новий розділ\n\nТекст.\n")
	}},
	{"the title of a chapter", func(w *workshop) { w.change(w.any(chapters), `(?m)^(title|Назва): "?`, "${0}Інакше ") }},
	{"a title", func(w *workshop) { w.change(w.any(items), `(?m)^(title|Назва): "?`, "${0}Інакше ") }},
	{"a summary", func(w *workshop) { w.change(w.any(items), `(?m)^(summary|Коротко): "?`, "${0}Інакше ") }},
	{"a day of change", func(w *workshop) { w.change(w.any(items), `\n---\n`, "\nupdated: 2026-11-20\n---\n") }},
	{"a tag", func(w *workshop) {
		tagged := slices.DeleteFunc(w.files(items), func(name string) bool { return !strings.Contains(w.read(name), "\ntags: [") })
		w.change(tagged[w.dice.IntN(len(tagged))], `\ntags: \[`, "${0}зовсім нова, ")
	}},
	{"the title of a chapter with tags", func(w *workshop) { w.change(w.any(tagged), `(?m)^title: `, "${0}Інакше ") }},
	{"the summary of a chapter with tags", func(w *workshop) { w.change(w.any(tagged), `(?m)^summary: `, "${0}Інакше ") }},
	{"a word in a chapter with tags", func(w *workshop) { w.change(w.any(tagged), `Текст розділу`, "Новий текст") }},
	{"another tag of a chapter", func(w *workshop) { w.change(w.any(tagged), `мітка \d`, "інша мітка") }},
	{"a chapter with tags more", func(w *workshop) { w.write(taggedManual+"77-dodano.md", taggedChapter(77)) }},
	{"a chapter with tags less", func(w *workshop) {
		if err := os.Remove(w.path(w.any(tagged))); err != nil {
			w.t.Fatal(err)
		}
	}},
	{"the title of a manual with tags", func(w *workshop) { w.change(taggedManual+"index.md", `(?m)^title: `, "${0}Інакше ") }},
	{"a chapter more", func(w *workshop) {
		name := w.any(chapters)
		w.write(filepath.ToSlash(filepath.Dir(name))+"/77-dodano.md", "---\ntitle: Доданий розділ\nsummary: Коротко.\n---\n\nТекст.\n")
	}},
	{"a chapter less", func(w *workshop) {
		if err := os.Remove(w.path(w.any(chapters))); err != nil {
			w.t.Fatal(err)
		}
	}},
	{"a link to a chapter of another manual", func(w *workshop) {
		from, to := w.any(chapters), w.any(chapters)
		w.write(from, w.read(from)+fmt.Sprintf("\n\nДив. [](../../%s).\n", strings.TrimPrefix(to, "content/")))
	}},
	{"an item renamed", func(w *workshop) {
		name := filepath.Dir(w.any(`^content/glossary/[^/]+/index\.md$`))
		if err := os.Rename(w.path(name), w.path(name+"-2")); err != nil {
			w.t.Fatal(err)
		}
	}},
	{"the title of what a manual names", func(w *workshop) {
		w.change("content/projects/ahenty-zmin/index.md", `(?m)^(title|Назва): "?`, "${0}Інакше ")
	}},
	{"the title of what a chapter links to", func(w *workshop) {
		w.change("content/projects/u-poshukakh-heniia/index.md", `(?m)^(title|Назва): "?`, "${0}Інакше ")
	}},
	{"the title of a page below every page", func(w *workshop) {
		w.change("content/pages/kontakty/index.md", `(?m)^(title|Назва): "?`, "${0}Інакше ")
	}},
	{"the title of what names a manual", func(w *workshop) { w.change(namingNews, `(?m)^title: `, "${0}Інакше ") }},
	{"what names a manual waits for its day", func(w *workshop) { w.change(namingNews, `(?m)^date: 2021`, "date: 2199") }},
	{"news more", func(w *workshop) {
		w.write("content/news/pryklad-dodano/index.md", "---\ntitle: Додано\nsummary: Коротко.\ndate: 2021-09-03\n---\n\nТекст.\n")
	}},
	{"a term less", func(w *workshop) {
		w.change("content/glossary/osvitnii-khab/index.md", `\n---\n`, "\ndraft: true\n---\n")
	}},
	{"a draft", func(w *workshop) { w.change(w.any(chapters), `\n---\n`, "\ndraft: true\n---\n") }},
	{"the site's name", func(w *workshop) {
		w.change("content/site.yaml", `(?m)^(name|Назва сайту|Назва): "?`, "${0}Нова ")
	}},
	{"compressed copies", func(w *workshop) {
		w.write("content/site.yaml", w.read("content/site.yaml")+"\nСтиснені копії: так\n")
	}},
	{"an introduction", func(w *workshop) {
		w.write("content/manuals/index.md", w.read("content/manuals/index.md")+"\n\nІще слово.\n")
	}},
	{"a row of a table", func(w *workshop) { w.change("content/acts/akty.csv", `(?s)\n[^\n]+\n$`, "\n") }},
	{"a picture", func(w *workshop) {
		name := w.any(`\.svg$`)
		w.write(name, strings.Replace(w.read(name), "<svg", "<svg data-x=\"1\"", 1))
	}},
}

// designs are edits of designers: from the first on, the site has files of its own beside its content.
var designs = []edit{
	{"a style", func(w *workshop) { w.write("assets/site.css", ".new{color:red}") }},
	{"a word of the interface", func(w *workshop) { w.write("layouts/words/uk.yaml", "skip: Одразу до тексту\n") }},
	{"a layout of news", func(w *workshop) {
		w.write("layouts/kinds/news/page.html", `{{define "main"}}<h1>{{.Title}}!</h1>{{end}}`)
	}},
	{"a layout of chapters", func(w *workshop) {
		w.write("layouts/kinds/chapter/page.html", `{{define "main"}}<h1>{{.Title}}!</h1>{{end}}`)
	}},
	{"a card of news", func(w *workshop) {
		w.write("layouts/kinds/news/card.html", `{{define "main"}}<b>{{.Title}}!</b>{{end}}`)
	}},
	{"a layout", func(w *workshop) { w.write("layouts/404.html", `{{define "main"}}<h1>{{.Title}}!</h1>{{end}}`) }},
}

// build builds into a folder; with a cache it makes only what can have changed.
func (w *workshop) build(out, cache string) (output.Summary, int) {
	w.t.Helper()
	l := loaderOf(os.DirFS(w.dir))
	l.Folder, l.Cache, l.Publish = w.dir, cache, true
	past := l.Past(out)
	writer, err := output.Open(out)
	if err != nil {
		w.t.Fatal(err)
	}
	if past.Unchanged() {
		if past.Copies() {
			writer.Copies()
		}
		if all, err := past.Lies(context.Background(), 0, writer.Keep); !all || err != nil {
			w.t.Fatal("a file does not lie where it was left", err)
		}
		return w.commit(writer), 0
	}
	s, err := l.Load(context.Background())
	if err != nil {
		w.t.Fatal(err)
	}
	if s.Copies() {
		writer.Copies()
	}
	var made atomic.Int64
	err = s.AllBut(context.Background(), 0, past.Keeps(s, writer.Keep), func(path string, data []byte, sum string) error {
		made.Add(1)
		past.Made(s, path, data, sum)
		_, err := writer.Put(path, data)
		return err
	})
	if err != nil {
		w.t.Fatal(err)
	}
	summary := w.commit(writer)
	past.Save(s)
	return summary, int(made.Load())
}

func (w *workshop) commit(writer *output.Writer) output.Summary {
	summary, err := writer.Commit()
	if err != nil {
		w.t.Fatal(err)
	}
	return summary
}

// tree are all files of a folder.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(dir, name))
		files[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// TestPast edits a site at random, and after every edit compares what a build with a cache leaves in its folder with what one without a
// cache makes.
func TestPast(t *testing.T) {
	leaveTexts(t)
	w := newWorkshop(t, 7)
	out := t.TempDir()
	w.build(out, w.cache)
	if _, made := w.build(out, w.cache); made != 0 {
		t.Errorf("nothing has changed, and %d files were made", made)
	}
	order := slices.Clone(edits)
	w.dice.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
	for _, edit := range append(order, designs...) {
		edit.do(w)
		summary, made := w.build(out, w.cache)
		clean := t.TempDir()
		w.build(clean, "")
		want, got := tree(t, clean), tree(t, out)
		var wrong []string
		for name := range want {
			if got[name] != want[name] {
				wrong = append(wrong, name)
			}
		}
		for name := range got {
			if _, there := want[name]; !there {
				wrong = append(wrong, name)
			}
		}
		if slices.Sort(wrong); len(wrong) > 0 {
			t.Fatalf("after %s, %d files made: %d are not what a clean build makes, as %q", edit.name, made, len(wrong), wrong[:min(len(wrong), 12)])
		}
		if made == 0 || made > len(want) {
			t.Errorf("after %s %d of %d files were made", edit.name, made, len(want))
		}
		t.Logf("%-40s %4d of %d files made, %4d changed", edit.name, made, len(want), summary.Written)
		if err := os.RemoveAll(clean); err != nil {
			t.Fatal(err)
		}
	}
}
