package editor

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/som-hub/vitryna/generator"
	"github.com/som-hub/vitryna/generator/author"
)

const siteFile = "name: Центр\nowner: Міський методичний кабінет\nrights: cc-by-4.0\nlanguages: [uk]\n"

// newDesk is a desk over a small site.
func newDesk(t *testing.T, files map[string]string) (*Desk, func()) {
	t.Helper()
	root := t.TempDir()
	files["content/site.yaml"] = siteFile
	for name, text := range files {
		put(t, root, name, text)
	}
	now := func() time.Time { return time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC) }
	d := &Desk{Folder: root, Lang: "uk", Now: now, NewLoader: func() (*generator.Loader, error) {
		return &generator.Loader{Options: generator.Options{
			Root: os.DirFS(root), Layouts: os.DirFS("../../layouts"), Assets: os.DirFS("../../assets"), Now: now(), Drafts: true, Preview: true,
		}}, nil
	}}
	loader, err := d.NewLoader()
	if err != nil {
		t.Fatal(err)
	}
	load := func() {
		t.Helper()
		s, err := loader.Load(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		d.Show(s)
	}
	load()
	return d, load
}

func put(t *testing.T, root, name, text string) {
	t.Helper()
	file := filepath.Join(root, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func (d *Desk) holds(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(d.Folder, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// ask asks as a script does, through JSON.
func ask[A any](t *testing.T, d *Desk, name string, question any) (answer A, why string) {
	t.Helper()
	body, err := json.Marshal(question)
	if err != nil {
		t.Fatal(err)
	}
	reply, ok := d.Ask(t.Context(), name, body)
	if !ok {
		t.Fatalf("there is no question %q", name)
	}
	data, err := json.Marshal(reply)
	if err != nil {
		t.Fatal(err)
	}
	var f failure
	if json.Unmarshal(data, &f); f.Trouble != "" { // unchecked: it may be another answer
		return answer, f.Key
	}
	if err := json.Unmarshal(data, &answer); err != nil {
		t.Fatal(err)
	}
	return answer, ""
}

type object = map[string]any

func item(title, text string) string {
	return "---\nНазва: " + title + "\nКоротко: Новина для перевірки.\nДата: 2026-10-01\n---\n" + text
}

// TestAbsent: the author's bar lists the drafts of the site, not the chapters of the guide that the program brings along.
func TestAbsent(t *testing.T) {
	d, _ := newDesk(t, map[string]string{"content/news/proba/index.md": strings.Replace(item("Проба", "Текст.\n"), "---\n", "---\nЧернетка: так\n", 1)})
	loader, err := d.NewLoader()
	if err != nil {
		t.Fatal(err)
	}
	loader.Root = generator.WithGuide(loader.Root, os.DirFS("../../layouts"))
	s, err := loader.Load(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	d.Show(s)
	if guide := d.now.Load().byPath["manuals/"+generator.GuideID+"/"]; guide == nil {
		t.Fatal("the guide is not there")
	}
	r, why := ask[barReply](t, d, "bar", object{"path": "/"})
	if why != "" || len(r.Absent) != 1 || r.Absent[0].Title != "Проба" {
		t.Errorf("%s %+v", why, r.Absent)
	}
}

// TestNewAndBin: a draft of a kind is made, moved to the bin, and put back; a name that is taken gets a number.
func TestNewAndBin(t *testing.T) {
	d, load := newDesk(t, map[string]string{"content/manuals/m/index.md": item("Посібник", "Текст.\n"), "content/manuals/m/01-vstup.md": "---\nНазва: Вступ\n---\nТекст.\n"})
	for _, want := range []string{"content/news/nova-novyna/index.md", "content/news/nova-novyna-2/index.md"} {
		r, why := ask[Opened](t, d, "new", object{"kind": "news", "title": "Нова новина"})
		if why != "" || r.File != want || !r.Form || r.Kind != "новина" {
			t.Fatalf("%s %+v", why, r)
		}
	}
	if r, why := ask[Opened](t, d, "new", object{"kind": "chapter", "owner": "m", "title": "Далі"}); why != "" || r.File != "content/manuals/m/02-dali.md" {
		t.Errorf("%s %+v", why, r)
	}
	if r, why := ask[Opened](t, d, "new", object{"kind": "news", "title": "Aux"}); why != "" || r.File != "content/news/storinka-aux/index.md" {
		t.Errorf("a name of a device of Windows: %s %+v", why, r)
	}
	for _, c := range []struct{ kind, owner, title, want string }{
		{"news", "", "", "no title"}, {"news", "", "???", "no title"}, {"chapter", "nemaie", "Далі", "no owner"}, {"nemaie", "", "Далі", "question"},
	} {
		if _, why := ask[Opened](t, d, "new", object{"kind": c.kind, "owner": c.owner, "title": c.title}); why != c.want {
			t.Errorf("%+v: %q", c, why)
		}
	}
	load()
	if _, why := ask[object](t, d, "delete", object{"file": "content/news/nova-novyna/index.md"}); why != "" {
		t.Fatal(why)
	}
	bin, _ := ask[binReply](t, d, "bin", object{})
	if len(bin.Bin) != 1 || bin.Bin[0].File != "content/news/nova-novyna" {
		t.Fatalf("%+v", bin)
	}
	if r, why := ask[Opened](t, d, "undelete", object{"id": bin.Bin[0].ID}); why != "" || r.File != "content/news/nova-novyna/index.md" {
		t.Errorf("%s %+v", why, r)
	}
	if _, why := ask[object](t, d, "delete", object{"file": "content/news/index.md"}); why == "" {
		t.Error("the page of a section was deleted")
	}
	if _, err := os.Stat(filepath.Join(d.Folder, ".vitryna", ".gitignore")); err != nil {
		t.Error(err)
	}
}

// TestStays: of a folder that another program holds the author is told so, and no words of the system.
func TestStays(t *testing.T) {
	d, _ := newDesk(t, map[string]string{})
	if f := d.say(fmt.Errorf("%w: rename a b: device or resource busy", author.ErrStays)); f.Key != "stays" || f.Trouble != say(d.Lang, "stays") {
		t.Errorf("%+v", f)
	}
}

// TestRefused: what the disk itself refuses is told as that, for nobody can close a program then.
func TestRefused(t *testing.T) {
	d, _ := newDesk(t, map[string]string{})
	for _, key := range []string{"full", "locked", "denied"} {
		d.Disk = func(error) string { return key }
		for _, err := range []error{author.ErrHeld, author.ErrStays} {
			if f := d.say(fmt.Errorf("%w: no", err)); f.Key != key || f.Trouble != say(d.Lang, key) {
				t.Errorf("%s: %+v", key, f)
			}
		}
	}
	d.Disk = func(error) string { return "" }
	if f := d.say(author.ErrHeld); f.Key != "held" {
		t.Errorf("%+v", f)
	}
}

// TestBrokenSite: a site whose settings cannot be read has no model, and every question is answered all the same.
func TestBrokenSite(t *testing.T) {
	d, load := newDesk(t, map[string]string{"content/news/a/index.md": "---\nНазва: А\n---\n"})
	put(t, d.Folder, "content/site.yaml", "format: 999\n")
	load()
	for name := range questions {
		if name == "system" || name == "delete" {
			continue
		}
		d.Ask(t.Context(), name, []byte(`{"file": "content/news/a/index.md", "path": "/news/a/", "kind": "chapter", "owner": "x", "title": "y", "id": "z", "query": "а"}`))
	}
	if reply, why := ask[kindsReply](t, d, "kinds", struct{}{}); why != "" || len(reply.Kinds) == 0 {
		t.Error(why, reply)
	}
}

// TestDraft: the page of a text that is not saved is made of it, with what is wrong, and nothing is written.
func TestDraft(t *testing.T) {
	source := item("Проба", "Текст.\n")
	d, _ := newDesk(t, map[string]string{"content/news/proba/index.md": source})
	r, why := ask[draftReply](t, d, "draft", object{"file": "content/news/proba/index.md", "source": source, "body": "Новий **текст** і [нікуди](../nemaie/index.md).\n",
		"fields": []object{{"name": "title", "value": object{"form": "text", "text": "Інша назва"}}}})
	if why != "" || !strings.Contains(r.HTML, "<strong>текст</strong>") || !strings.Contains(r.HTML, "Інша назва") || r.URL != "/news/proba/" || len(r.Told) == 0 || r.Told[0].Line != 6 {
		t.Errorf("%s %q %+v", why, r.URL, r.Told)
	}
	if got := d.holds(t, "content/news/proba/index.md"); got != source {
		t.Errorf("it was written: %q", got)
	}
}

// TestDraftFiles: a file that only an unsaved text names is asked for while the next draft is made (the race detector looks on).
func TestDraftFiles(t *testing.T) {
	d, _ := newDesk(t, map[string]string{"content/news/a/index.md": "---\nНазва: А\nДата: 2026-11-01\n---\nТекст\n", "content/news/a/x.txt": "abc"})
	body := "\n[файл](x.txt)\n"
	draft := func() {
		if _, why := ask[draftReply](t, d, "draft", edit{File: "content/news/a/index.md", Source: d.holds(t, "content/news/a/index.md"), Body: &body}); why != "" {
			t.Error(why)
		}
	}
	draft()
	var file string
	for _, path := range d.draft.Load().Routes() {
		if strings.HasPrefix(path, "news/a/x.") {
			file = path
		}
	}
	made := make(chan struct{})
	go func() {
		defer close(made)
		draft()
	}()
	for more := true; more; {
		select {
		case <-made:
			more = false
		default:
		}
		if data, ok := d.Draft(file); !ok || string(data) != "abc" {
			t.Error(file, ok)
			break
		}
	}
	<-made
}

// TestConflict: what somebody else has written stays, and both texts are in the answer.
func TestConflict(t *testing.T) {
	source := item("Проба", "Текст.\n")
	d, _ := newDesk(t, map[string]string{"content/news/proba/index.md": source})
	theirs := strings.Replace(source, "Текст.", "Чужий.", 1)
	put(t, d.Folder, "content/news/proba/index.md", theirs)
	mine := object{"file": "content/news/proba/index.md", "source": source, "body": "Мій.\n"}
	r, why := ask[saveReply](t, d, "save", mine)
	if why != "" || r.Conflict == nil || r.Conflict.Theirs != theirs || !strings.HasSuffix(r.Conflict.Mine, "Мій.\n") {
		t.Fatalf("%s %+v", why, r)
	}
	if got := d.holds(t, "content/news/proba/index.md"); got != theirs {
		t.Fatalf("it was written over: %q", got)
	}
	if _, why = ask[struct{}](t, d, "aside", mine); why != "" {
		t.Fatal(why)
	}
	list, _ := ask[historyReply](t, d, "history", object{"file": "content/news/proba/index.md"})
	if len(list.Versions) != 1 || d.holds(t, "content/news/proba/index.md") != theirs {
		t.Fatalf("what was given up is not kept beside the file: %+v", list)
	}
	if v, _ := ask[versionReply](t, d, "version", object{"file": "content/news/proba/index.md", "id": list.Versions[0].ID}); v.Text != r.Conflict.Mine {
		t.Errorf("%+v", v)
	}
	mine["over"] = r.Conflict.Hash
	if r, why = ask[saveReply](t, d, "save", mine); why != "" || r.Conflict != nil {
		t.Fatalf("%s %+v", why, r)
	}
	list, _ = ask[historyReply](t, d, "history", object{"file": "content/news/proba/index.md"})
	if len(list.Versions) != 2 {
		t.Fatalf("%+v", list)
	}
	if v, _ := ask[versionReply](t, d, "version", object{"file": "content/news/proba/index.md", "id": list.Versions[0].ID}); v.Text != theirs {
		t.Errorf("%+v", v)
	}
}

// TestPictureRules: the vectors of PD-05 … PD-08. What is refused is not written.
func TestPictureRules(t *testing.T) {
	d, _ := newDesk(t, map[string]string{"content/news/proba/index.md": item("Проба", "Текст.\n")})
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 10, 10))); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name string
		q    object
		want string
	}{
		{"nothing said", object{"alt": "Зала з екраном"}, "who"},
		{"no description", object{"people": "none", "alt": "Зал"}, "no alt"},
		{"adults, no consent", object{"people": "adults", "alt": "Учителі в залі"}, "no consent"},
		{"PD-05 children at a public event", object{"people": "children", "alt": "Діти в залі", "consent": "public-event"}, "public children"},
		{"PD-05 without a number", object{"people": "mixed", "alt": "Діти в залі", "consent": "written"}, "no consent number"},
		{"PD-05 without assent", object{"people": "children", "alt": "Діти в залі", "consent": "written", "ref": "12/2026"}, "no assent"},
		{"PD-08 a name", object{"people": "children", "alt": "Марія Коваленко", "consent": "blurred"}, "child name"},
		{"PD-08 a name below", object{"people": "children", "alt": "Діти в залі", "caption": "Марія Коваленко", "consent": "blurred"}, "child name"},
		{"a wrong day", object{"people": "adults", "alt": "Учителі в залі", "consent": "public-event", "until": "колись"}, "wrong day"},
		{"no picture", object{"people": "none", "alt": "Зала з екраном", "data": base64.StdEncoding.EncodeToString([]byte("GIF?"))}, "broken picture"},
	} {
		q := object{"file": "content/news/proba/index.md", "name": "IMG 1.PNG", "data": base64.StdEncoding.EncodeToString(b.Bytes())}
		for name, v := range c.q {
			q[name] = v
		}
		if _, why := ask[pictureReply](t, d, "picture", q); why != c.want && !(c.want == "broken picture" && why == "unknown picture") {
			t.Errorf("%s: %q, want %q", c.name, why, c.want)
		}
	}
	if list, _ := filepath.Glob(d.Folder + "/content/news/proba/*"); len(list) != 1 {
		t.Errorf("written, though: %v", list)
	}
	r, why := ask[pictureReply](t, d, "picture", object{"file": "content/news/proba/index.md", "name": "Наша Зала.PNG", "data": base64.StdEncoding.EncodeToString(b.Bytes()),
		"people": "adults", "consent": "public-event", "alt": "Учителі [в залі]", "caption": `Зала "Нова"`})
	if why != "" || r.Name != "nasha-zala.png" || r.Markdown != `![Учителі \[в залі\]](nasha-zala.png "Зала \"Нова\"")` || r.Photo == nil {
		t.Errorf("%s %+v", why, r)
	}
}

// TestWords: every sentence is there in both languages, with the same places for what goes in.
func TestWords(t *testing.T) {
	for key, w := range words {
		if w[0] == "" || w[1] == "" || strings.Count(w[0], "%s") != strings.Count(w[1], "%s") || strings.Count(w[0], "%d") != strings.Count(w[1], "%d") {
			t.Errorf("%s: %q, %q", key, w[0], w[1])
		}
	}
}

// TestSearch: titles that begin with the words come first; a link leads to the file, a reference is as short as the field allows.
func TestSearch(t *testing.T) {
	d, _ := newDesk(t, map[string]string{
		"content/news/a/index.md": item("Про зміни", "x\n"), "content/news/b/index.md": item("Зміни в школі", "x\n"), "content/pages/c/index.md": item("Інше", "x\n"),
	})
	r, _ := ask[searchReply](t, d, "search", object{"query": "зміни", "from": "content/pages/c/index.md"})
	if len(r.Hits) != 2 || r.Hits[0].Title != "Зміни в школі" || r.Hits[0].Link != "../../news/b/index.md" || r.Hits[0].Ref != "news/b" {
		t.Errorf("%+v", r.Hits)
	}
	if r.Found != 2 {
		t.Errorf("%d of %d", len(r.Hits), r.Found)
	}
	many := map[string]string{}
	for i := range hitsAtMost + 3 {
		many[fmt.Sprintf("content/news/n%d/index.md", i)] = item(fmt.Sprint("Новина ", i), "x\n")
	}
	crowd, _ := newDesk(t, many)
	if r, _ := ask[searchReply](t, crowd, "search", object{"query": "новина"}); len(r.Hits) != hitsAtMost || r.Found != hitsAtMost+3 {
		t.Errorf("%d of %d", len(r.Hits), r.Found)
	}
	if r, _ = ask[searchReply](t, d, "search", object{"query": "зміни", "from": "content/pages/c/index.md", "to": []string{"news"}}); len(r.Hits) != 2 || r.Hits[0].Ref != "b" {
		t.Errorf("%+v", r.Hits)
	}
}
