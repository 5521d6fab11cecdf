package generator

import (
	"bytes"
	"context"
	"maps"
	"os"
	"path"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"
)

// previewer is a loader as `vitryna serve` has it.
func (w *workshop) previewer(cache string) *Loader {
	l := loaderOf(WithGuide(os.DirFS(w.dir), os.DirFS("../layouts")))
	l.Folder, l.Cache, l.Preview, l.Drafts, l.Token = w.dir, cache, true, true, "слово"
	return l
}

// textEdits change what only a text's own page shows, as a rule.
var textEdits = []edit{
	{"a word in the middle of a chapter", func(w *workshop) { w.middle(w.any(chapters)) }},
	{"a word in the middle of a text", func(w *workshop) { w.middle(w.any(items)) }},
	{"a word in a page", func(w *workshop) { w.middle(w.any(`^content/pages/[^/]+/index\.md$`)) }},
	{"a translation", func(w *workshop) { w.middle(w.any(`\.en\.md$`)) }},
	{"a longer translation", func(w *workshop) {
		name := w.any(`\.en\.md$`)
		w.write(name, w.read(name)+"\n\n"+strings.Repeat("A long sentence that says nothing new. ", 200)+"\n")
	}},
	{"a line before the header's end", func(w *workshop) {
		name := w.any(items)
		w.write(name, strings.Replace(w.read(name), "\n---\n", "\n# примітка\n---\n", 1))
	}},
	{"a problem in a text", func(w *workshop) {
		name := w.any(chapters)
		w.write(name, w.read(name)+"\n\n<b>розмітка</b>\n")
	}},
}

// middle adds a sentence to a paragraph that is not the first one, and lengthens one of ten texts by minutes.
func (w *workshop) middle(name string) {
	w.t.Helper()
	text, more := w.read(name), " Додане речення."
	if w.dice.IntN(5) == 0 {
		more = strings.Repeat(" Довге речення, яке читають і читають.", 60)
	}
	paragraphs := strings.Split(text, "\n\n")
	for i := len(paragraphs) - 1; i > 1; i-- {
		if strings.HasSuffix(paragraphs[i], ".") && !strings.ContainsAny(paragraphs[i], ":|#") {
			paragraphs[i] += more
			w.write(name, strings.Join(paragraphs, "\n\n"))
			return
		}
	}
	w.write(name, text+"\n\nАбзац у кінці."+more+"\n")
}

// stamps are the states of all files of content/.
func (w *workshop) stamps() map[string]time.Time {
	w.t.Helper()
	m := map[string]time.Time{}
	for _, name := range w.files(`.`) {
		info, err := os.Stat(w.path(name))
		if err != nil {
			w.t.Fatal(err)
		}
		m[name] = info.ModTime()
	}
	return m
}

// changedSince are the files that are not as they were: what a watcher tells.
func (w *workshop) changedSince(before map[string]time.Time) []string {
	now := w.stamps()
	var names []string
	for name := range now {
		if !now[name].Equal(before[name]) {
			names = append(names, name)
		}
	}
	for name := range before {
		if _, there := now[name]; !there {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// allFiles are all files of a snapshot but pictures.
func allFiles(t *testing.T, s *Snapshot) map[string][]byte {
	t.Helper()
	var mu sync.Mutex
	files := map[string][]byte{}
	err := each(context.Background(), 0, len(s.routes), func(i int) error {
		name := s.routes[i].path
		if s.routes[i].picture != nil || slices.Contains([]string{".png", ".css"}, path.Ext(name)) {
			return nil
		}
		data, err := s.Render(name)
		mu.Lock()
		defer mu.Unlock()
		files[name] = data
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// sameSite compares every file and every problem of two snapshots.
func sameSite(t *testing.T, after string, got, want *Snapshot) {
	t.Helper()
	a, b := allFiles(t, got), allFiles(t, want)
	var wrong []string
	for name := range maps.Keys(b) {
		if !bytes.Equal(a[name], b[name]) {
			wrong = append(wrong, name)
		}
	}
	if slices.Sort(wrong); len(wrong) > 0 || len(a) != len(b) {
		t.Fatalf("after %s: %d files for %d, and %d are other ones, as %q", after, len(a), len(b), len(wrong), wrong[:min(len(wrong), 12)])
	}
	for i := range max(len(got.Problems), len(want.Problems)) {
		if i >= len(got.Problems) || i >= len(want.Problems) || !reflect.DeepEqual(got.Problems[i], want.Problems[i]) {
			t.Fatalf("after %s other problems from the one of number %d on, %d for %d", after, i, len(got.Problems), len(want.Problems))
		}
	}
}

// TestReload edits a site at random, and after every edit compares what the preview shows, which exchanges a text where it can, with what a loader shows that loads all.
func TestReload(t *testing.T) {
	w := newWorkshop(t, 11)
	preview, whole := w.previewer(w.cache), w.previewer("")
	ctx := context.Background()
	last, err := preview.Reload(ctx, nil)
	if err != nil || !last.Hasty {
		t.Fatalf("hasty %v: %v", last.Hasty, err)
	}
	if last, err = preview.Reload(ctx, nil); err != nil || last.Hasty {
		t.Fatalf("hasty %v: %v", last.Hasty, err)
	}
	allFiles(t, last) // whatever is kept from one rendering to the next is kept now
	// Texts are nearly half of it: where one follows upon another, and upon any other change.
	order := slices.Concat(textEdits, textEdits, edits)
	w.dice.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
	swapped, before := map[string]int{}, false
	for i, edit := range order {
		stamps := w.stamps()
		edit.do(w)
		changed := w.changedSince(stamps)
		now, err := preview.Reload(ctx, changed)
		if err != nil {
			t.Fatal(err)
		}
		if now.Build == last.Build {
			t.Errorf("after %s the build has its old name", edit.name)
		}
		want := load(t, whole)
		exchanged := now.model == last.model
		if exchanged {
			swapped[edit.name]++
		}
		if exchanged || before { // or else both loaded all
			sameSite(t, edit.name, now, want)
		}
		before = exchanged
		t.Logf("%2d %-40s %v %v", i, edit.name, changed, now.model == last.model)
		last = now
	}
	clean := load(t, w.previewer(""))
	sameSite(t, "everything", last, clean)
	for _, name := range []string{"a word in the middle of a chapter", "a word in the middle of a text"} {
		if swapped[name] == 0 {
			t.Errorf("%s never left the model as it was", name)
		}
	}
	for _, name := range []string{"a heading in a chapter", "the title of a chapter", "a title", "a tag", "a chapter more", "a draft", "a row of a table", "the site's name"} {
		if swapped[name] > 0 {
			t.Errorf("%s left the model as it was", name)
		}
	}
}

// TestReloadWhileRendering: pages that are made while a text is exchanged are whole.
func TestReloadWhileRendering(t *testing.T) {
	w := newWorkshop(t, 12)
	l := w.previewer(w.cache)
	s, err := l.Reload(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	name := w.any(chapters)
	original := w.read(name)
	page := strings.TrimPrefix(path.Dir(name), "content/") + "/" + path.Base(name)[3:len(path.Base(name))-3] + "/index.html"
	stop := make(chan struct{})
	var group sync.WaitGroup
	for range 3 {
		group.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
				}
				if data, err := s.Render(page); err != nil || !bytes.Contains(data, []byte("</html>")) {
					t.Errorf("%s: %v", page, err)
					return
				}
			}
		})
	}
	model, kept := s.model, 0
	for i := range 40 {
		w.write(name, original+"\n\n"+strings.Repeat("Слово. ", i*7%50+1)+"\n")
		next, err := l.Reload(context.Background(), []string{name})
		if err != nil {
			t.Fatal(err)
		}
		if next.model == model {
			kept++
		}
		model = next.model
	}
	close(stop)
	group.Wait()
	if kept < 30 {
		t.Errorf("of 40 texts only %d were exchanged", kept)
	}
}

// TestReloadLayout: after a layout has changed, texts that come from the cache and those that were read since are of the same kinds.
func TestReloadLayout(t *testing.T) {
	w := newWorkshop(t, 14)
	card, err := os.ReadFile("../layouts/card.html")
	if err != nil {
		t.Fatal(err)
	}
	for n := range 2 { // the second time from the cache
		l := w.previewer(w.cache)
		for range 2 {
			if _, err := l.Reload(t.Context(), nil); err != nil {
				t.Fatal(err)
			}
		}
		chapter := w.any(chapters)
		w.middle(chapter)
		if _, err := l.Reload(t.Context(), []string{chapter}); err != nil {
			t.Fatal(err)
		}
		w.write("layouts/card.html", string(card)+strings.Repeat("\n", n+1))
		last, err := l.Reload(t.Context(), []string{"layouts/card.html"})
		if err != nil {
			t.Fatal(err)
		}
		sameSite(t, "a layout", last, load(t, w.previewer("")))
		l.CloseCache()
	}
}

// TestReloadWithoutSettings: of a site whose settings cannot be read there is nothing more to load, so nobody is asked to load the rest.
func TestReloadWithoutSettings(t *testing.T) {
	l := loaderOf(fstest.MapFS{"content/site.yaml": {Data: []byte("format: 999\n")}})
	l.Preview = true
	if s, err := l.Reload(t.Context(), nil); err != nil || s.Hasty || !s.Problems.Stops() {
		t.Error(err, s)
	}
}

// TestReloadMended: a text that could not be read is shown as it was when it could; mended, it is loaded whole, though its face is the one of the text with the error.
func TestReloadMended(t *testing.T) {
	w := newWorkshop(t, 13)
	l, ctx := w.previewer(w.cache), context.Background()
	name := "content/manuals/pryklad-posibnyka/03-perevirka-i-vypusk.md"
	reload := func() *Snapshot {
		t.Helper()
		s, err := l.Reload(ctx, []string{name})
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	reload()
	good := reload()
	text := strings.Replace(w.read(name), "\n## ", "\n## Інакше ", 1)
	w.write(name, text+"\n\nДзвоніть: 067 123 45 67.\n")
	if bad := reload(); !bad.Problems.Stops() || bad.model == good.model {
		t.Fatalf("the error is not told: %v", bad.Problems)
	}
	w.write(name, text+"\n\nДзвоніть.\n")
	sameSite(t, "an error and its mending", reload(), load(t, w.previewer("")))
	w.write(name, text+"\n\nЩе слово. Дзвоніть.\n")
	sameSite(t, "a word after that", reload(), load(t, w.previewer("")))
}
