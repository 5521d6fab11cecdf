package generator

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
)

var longAgo = time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)

const siteYAML = `Назва сайту: Вітрина
Власник: Центр
base_url: https://example.org/som-hub
languages: [uk, en]
Контакти: {Адреса: "м. Дружківка", Телефони: ["(06267) 4-28-26"]}
Права типово: CC BY 4.0
`

// smallSite is a site with something of everything that the conductor conducts.
func smallSite() fstest.MapFS {
	m := fstest.MapFS{}
	put(m, "content/site.yaml", siteYAML)
	put(m, "content/index.md", "---\ntitle: Вітрина\nsummary: Коротко.\n---\n\nДив. [проєкт](projects/persha/index.md).\n")
	put(m, "content/projects/persha/index.md", "---\nНазва: Перша\nСтан: триває\nМета: Мета\nДля кого: [педагоги]\nКоротко: Коротко.\nТеги: [нуш]\n---\n\n## Мета\n\nТекст.\n")
	put(m, "content/projects/druha/index.md", "---\nНазва: Друга\nСтан: заплановано\nМета: Мета\nДля кого: [батьки]\nКоротко: Коротко.\nТеги: [нуш, батьки]\n---\n\nДив. [першу](../persha/index.md#мета) та [лист](list.txt).\n")
	put(m, "content/projects/druha/list.txt", "вкладення")
	put(m, "content/events/trening/index.md", "---\nНазва: Тренінг\nФорма роботи: тренінг\nПочаток: 2026-02-03\nСтан: проведено\nФормат: онлайн\nДля кого: [педагоги]\nУчасники: {педагоги: 21}\nКоротко: Коротко.\nproject: persha\n---\n\nТекст.\n")
	put(m, "content/manuals/knyha/index.md", "---\nНазва: Книга\nВид видання: методичний посібник\ncompilers: [{surname: Перша, initials: А. Б.}]\ncity: Дружківка\nyear: 2025\nДля кого: [педагоги]\nКоротко: Коротко.\nannotation: \""+strings.Repeat("Слово за словом. ", 20)+"\"\n---\n\nТекст.\n")
	for i := 1; i <= 3; i++ {
		put(m, fmt.Sprintf("content/manuals/knyha/%02d-rozdil-%d.md", i, i), fmt.Sprintf("---\nНазва: Розділ %d\nКоротко: Коротко.\n---\n\nТекст розділу %d.\n", i, i))
	}
	return m
}

func put(m fstest.MapFS, name, text string) {
	m[name] = &fstest.MapFile{Data: []byte(text), ModTime: longAgo}
}

func loaderOf(root fs.FS) *Loader {
	return &Loader{Options: Options{
		Root: root, Layouts: os.DirFS("../layouts"), Assets: os.DirFS("../assets"), Now: time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC),
	}}
}

func load(t *testing.T, l *Loader) *Snapshot {
	t.Helper()
	s, err := l.Load(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// all makes every file of a snapshot. It reads them when all are made: what All hands on stays whole.
func all(t *testing.T, s *Snapshot, jobs int) map[string]string {
	t.Helper()
	var mu sync.Mutex
	made := map[string][]byte{}
	err := s.All(context.Background(), jobs, func(path string, data []byte) error {
		mu.Lock()
		defer mu.Unlock()
		made[path] = data
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	files := make(map[string]string, len(made))
	for path, data := range made {
		files[path] = string(data)
	}
	return files
}

func noProblems(t *testing.T, s *Snapshot) {
	t.Helper()
	for _, p := range s.Problems {
		if p.Stops() {
			t.Errorf("%s:%d: %s %s", p.File, p.Line, p.Code, p.What("en"))
		}
	}
}

func TestSameBytesWhateverTheJobs(t *testing.T) {
	one := loaderOf(smallSite())
	one.Jobs = 1
	eight := loaderOf(smallSite())
	eight.Jobs = 8
	a, b := load(t, one), load(t, eight)
	noProblems(t, a)
	if diff := cmp.Diff(all(t, a, 1), all(t, b, 8)); diff != "" {
		t.Error(diff)
	}
}

func TestRenderIsAll(t *testing.T) {
	s := load(t, loaderOf(smallSite()))
	files := all(t, s, 4)
	maps.DeleteFunc(files, func(path, _ string) bool { // made of the finished files
		return path == "sw.js" || strings.HasPrefix(path, "offline/") && strings.HasSuffix(path, ".json")
	})
	if got := slices.Sorted(maps.Keys(files)); !slices.Equal(got, s.Routes()) {
		t.Errorf("All made %v, Routes are %v", got, s.Routes())
	}
	for path, want := range files {
		got, err := s.Render(path)
		if err != nil || string(got) != want {
			t.Errorf("Render(%q) differs from All: %v", path, err)
		}
	}
	if _, err := s.Render("projects/nema/index.html"); !errors.Is(err, ErrNoRoute) {
		t.Errorf("an unknown route gave %v", err)
	}
}

// counted counts the files of content/ that are read.
type counted struct {
	fs.FS
	mu   sync.Mutex
	read []string
}

func (c *counted) Open(name string) (fs.File, error) {
	if path.Ext(name) == ".md" || path.Ext(name) == ".txt" {
		c.mu.Lock()
		c.read = append(c.read, name)
		c.mu.Unlock()
	}
	return c.FS.Open(name)
}

func TestMemoryReadsOnlyWhatChanged(t *testing.T) {
	m := smallSite()
	c := &counted{FS: m}
	l := loaderOf(c)
	load(t, l)
	if len(c.read) < 8 {
		t.Fatalf("the first load read %d files only", len(c.read))
	}
	c.read = nil
	load(t, l)
	if len(c.read) != 0 {
		t.Errorf("with nothing changed %v was read", c.read)
	}
	text := string(m["content/projects/persha/index.md"].Data) + "\nЩе.\n"
	m["content/projects/persha/index.md"] = &fstest.MapFile{Data: []byte(text), ModTime: longAgo.Add(time.Hour)}
	load(t, l)
	if want := []string{"content/projects/persha/index.md"}; !slices.Equal(c.read, want) {
		t.Errorf("after one change %v was read", c.read)
	}
}

// A change so young that another may hide behind the same time is read again.
func TestMemoryDistrustsYoungFiles(t *testing.T) {
	m := smallSite()
	name := "content/projects/persha/index.md"
	m[name].ModTime = time.Now()
	c := &counted{FS: m}
	l := loaderOf(c)
	load(t, l)
	c.read = nil
	load(t, l)
	if !slices.Equal(c.read, []string{name}) {
		t.Errorf("read %v", c.read)
	}
}

// TestIncrementalIsClean makes edits of every kind and compares what a loader that remembers makes with what a new one makes.
func TestIncrementalIsClean(t *testing.T) {
	m := smallSite()
	for _, dir := range []string{"layouts", "assets"} {
		theme := os.DirFS("../" + dir)
		for _, file := range []string{"card.html", "site.css", "words/uk.yaml", "vocabularies.yaml", "kinds/project/kind.yaml"} {
			if data, err := fs.ReadFile(theme, file); err == nil {
				put(m, dir+"/"+file, string(data))
			}
		}
	}
	l := loaderOf(m)
	load(t, l)
	hour := 0
	edit := func(name, old, with string) func() {
		return func() {
			text := strings.Replace(string(m[name].Data), old, with, 1)
			if text == string(m[name].Data) {
				t.Fatalf("%s does not hold %q", name, old)
			}
			hour++
			m[name] = &fstest.MapFile{Data: []byte(text), ModTime: longAgo.Add(time.Duration(hour) * time.Hour)}
		}
	}
	edits := []struct {
		name string
		do   func()
	}{
		{"a text", edit("content/projects/persha/index.md", "Текст.", "Інший текст.")},
		{"a title", edit("content/projects/persha/index.md", "Назва: Перша", "Назва: Найперша")},
		{"a date", edit("content/events/trening/index.md", "2026-02-03", "2026-03-04")},
		{"a tag", edit("content/projects/druha/index.md", "батьки]\n---", "громада]\n---")},
		{"a reference", edit("content/events/trening/index.md", "project: persha", "project: druha")},
		{"a file added", func() {
			put(m, "content/news/nova/index.md", "---\nНазва: Нова\nДата публікації: 2026-05-06\nКоротко: Коротко.\n---\n\nТекст.\n")
		}},
		{"a translation added", func() { put(m, "content/projects/persha/index.en.md", "---\ntitle: First\n---\n\n## Aim\n\nText.\n") }},
		{"a file removed", func() { delete(m, "content/manuals/knyha/02-rozdil-2.md") }},
		{"a file renamed", func() {
			m["content/manuals/knyha/02-inshyi.md"] = m["content/manuals/knyha/03-rozdil-3.md"]
			delete(m, "content/manuals/knyha/03-rozdil-3.md")
		}},
		{"an attachment", edit("content/projects/druha/list.txt", "вкладення", "інше вкладення")},
		{"a layout", edit("layouts/card.html", "card-text", "card-text other")},
		{"a style", edit("assets/site.css", "", "/* */")},
		{"a word", edit("layouts/words/uk.yaml", "Перейти до змісту", "До змісту")},
		{"a vocabulary", edit("layouts/vocabularies.yaml", "педагоги", "освітяни")},
		{"a kind", edit("layouts/kinds/project/kind.yaml", "Мета", "Навіщо")},
		{"the site's data", edit("content/site.yaml", "Власник: Центр", "Власник: Інший центр")},
		{"a contact", edit("content/site.yaml", "4-28-26", "4-28-27")},
	}
	for _, e := range edits {
		e.do()
		remembered, clean := load(t, l), load(t, loaderOf(m))
		if diff := cmp.Diff(clean.Problems, remembered.Problems); diff != "" {
			t.Errorf("after %s the problems differ: %s", e.name, diff)
		}
		if diff := cmp.Diff(all(t, clean, 0), all(t, remembered, 0)); diff != "" {
			t.Errorf("after %s the site differs: %.2000s", e.name, diff)
		}
	}
}

func TestPreviewKeepsTheLastGoodPage(t *testing.T) {
	m := smallSite()
	l := loaderOf(m)
	l.Preview, l.Drafts = true, true
	before, _ := load(t, l).Render("projects/persha/index.html")

	good := m["content/projects/persha/index.md"]
	m["content/projects/persha/index.md"] = &fstest.MapFile{Data: []byte("---\nНазва: \"Перша\nСтан"), ModTime: longAgo.Add(time.Hour)}
	broken := load(t, l)
	if !broken.Problems.Stops() {
		t.Error("a broken header is no problem")
	}
	during, err := broken.Render("projects/persha/index.html")
	if err != nil || string(during) != string(before) {
		t.Errorf("the page is not what it was: %v", err)
	}
	m["content/projects/persha/index.md"] = good
	if mended := load(t, l); mended.Problems.Stops() {
		t.Errorf("mended, and still %v", mended.Problems)
	}
}

// faulty refuses to open some files.
type faulty struct {
	fs.FS
	errs map[string]error
}

func (f faulty) Open(name string) (fs.File, error) {
	if err := f.errs[name]; err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	return f.FS.Open(name)
}

func TestUnreadableFiles(t *testing.T) {
	s := load(t, loaderOf(faulty{smallSite(), map[string]error{
		"content/projects/persha/index.md": fs.ErrPermission,
		"content/events/trening/index.md":  fs.ErrNotExist, // vanished since the folder was listed
	}}))
	var said []string
	for _, p := range s.Problems {
		if p.Code == "E-READ" {
			said = append(said, p.File)
		}
	}
	if want := []string{"content/projects/persha/index.md"}; !slices.Equal(said, want) {
		t.Errorf("E-READ for %v, want %v", said, want)
	}
}

func TestOwnFilesLieOverTheTheme(t *testing.T) {
	m := smallSite()
	put(m, "layouts/words/uk.yaml", "skip: До суті\n")
	put(m, "layouts/partials/footer.html", `{{define "footer"}}<footer>Власний підвал</footer>{{end}}`)
	page, err := load(t, loaderOf(m)).Render("index.html")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"До суті", "Власний підвал", "Головне меню"} {
		if !strings.Contains(string(page), want) {
			t.Errorf("the page has no %q", want)
		}
	}
}

func TestEachStopsAtTheFirstError(t *testing.T) {
	wrong := errors.New("wrong")
	err := each(context.Background(), 2, 1000, func(i int) error {
		if i == 3 {
			return wrong
		}
		return nil
	})
	if !errors.Is(err, wrong) {
		t.Errorf("got %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := each(ctx, 2, 1000, func(int) error { return nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled, got %v", err)
	}
}
