package generator

import (
	"encoding/json"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/som-hub/vitryna/generator/cache"
	"github.com/som-hub/vitryna/generator/edition"
)

// listed are the files of a group, with those on demand behind a plus.
func listed(t *testing.T, files map[string]string, group string) []string {
	t.Helper()
	var version struct{ List string }
	var index struct {
		Groups map[string]struct{ Lists []string }
	}
	decode(t, files[edition.VersionFile], &version)
	decode(t, files[version.List], &index)
	var names []string
	for _, name := range index.Groups[group].Lists {
		var list struct{ F, M map[string][2]any }
		decode(t, files[name], &list)
		for file, entry := range list.F {
			names = append(names, file)
			if data := files[file]; entry[0] != edition.Sum([]byte(data)) || int(entry[1].(float64)) != len(data) {
				t.Errorf("%s: %v is listed, %s %d is there", file, entry, edition.Sum([]byte(data)), len(data))
			}
		}
		for file := range list.M {
			names = append(names, "+"+file)
		}
	}
	slices.Sort(names)
	return names
}

func decode(t *testing.T, text string, to any) {
	t.Helper()
	if err := json.Unmarshal([]byte(text), to); err != nil {
		t.Fatalf("%v: %.80s", err, text)
	}
}

func TestOfflineGroups(t *testing.T) {
	root := smallSite()
	put(root, "content/manuals/knyha/skhema.svg", `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1" width="9" height="9"><path d="M0 0h1v1H0z"/></svg>`)
	put(root, "content/manuals/knyha/04-rozdil-4.md", "---\nНазва: Розділ 4\n---\n\n![Схема](skhema.svg)\n\nДив. [першу](../../projects/persha/index.md).\n")
	put(root, "content/manuals/knyha/05-chernetka.md", "---\nНазва: Чернетка\ndraft: true\n---\n\nТекст.\n")
	put(root, "content/manuals/ni/index.md", strings.Replace(string(root["content/manuals/knyha/index.md"].Data), "Книга\n", "Ні\noffline: ні\n", 1))
	put(root, "content/projects/chernetka/index.md", "---\nНазва: Чернетка\ndraft: true\n---\n\nТекст.\n")
	put(root, "content/projects/private/tel.md", "таємне")
	files := all(t, load(t, loaderOf(root)), 2)
	book := listed(t, files, "manuals/knyha/")
	text := strings.Join(book, "\n")
	for _, want := range []string{"manuals/knyha/index.html", "manuals/knyha/rozdil-1/index.html", "manuals/knyha/rozdil-4/index.html", "manuals/knyha/skhema.", "assets/book.", "assets/site.",
		"+manuals/knyha/knyha.epub", "+manuals/knyha/print/index.html", "+manuals/knyha/knyha.html"} {
		if !strings.Contains(text, want) {
			t.Errorf("the manual is kept without %s:\n%s", want, text)
		}
	}
	for _, unwanted := range []string{"projects/", "calendar", "chernetka", "cards/", "assets/search"} {
		if strings.Contains(text, unwanted) {
			t.Errorf("the manual is kept with %s:\n%s", unwanted, text)
		}
	}
	if len(listed(t, files, "manuals/ni/")) > 0 {
		t.Error("what its author does not want to be kept is kept")
	}
	whole := strings.Join(listed(t, files, edition.Whole), "\n")
	for _, unwanted := range []string{"chernetka", "private", "404.html", "sitemap", "manuals/ni/", "sw.js"} {
		if strings.Contains(whole, unwanted) {
			t.Errorf("the site is kept with %s", unwanted)
		}
	}
	for _, want := range []string{"index.html", "en/index.html", "projects/druha/index.html", "offline/index.html", "assets/search/uk."} {
		if !strings.Contains(whole, want) {
			t.Errorf("the site is kept without %s", want)
		}
	}
	// every page that is kept has all its parts
	for _, name := range book {
		for _, part := range edition.Named(name, []byte(files[name])) {
			if edition.Part(part) && !slices.Contains(book, part) {
				t.Errorf("%s names %s, which is not kept", name, part)
			}
		}
	}
}

// TestOfflineEditions: a copy on a disk and the preview have neither a worker nor a manifest, and know nothing of one.
func TestOfflineEditions(t *testing.T) {
	for name, set := range map[string]func(*Loader){"disk": func(l *Loader) { l.Disk = true }, "preview": func(l *Loader) { l.Preview = true }} {
		l := loaderOf(smallSite())
		set(l)
		for file, data := range all(t, load(t, l), 2) {
			if file == edition.WorkerFile || strings.HasSuffix(file, ".webmanifest") || strings.HasPrefix(file, edition.ListFolder+"/") && strings.HasSuffix(file, ".json") {
				t.Errorf("%s: %s is there", name, file)
			}
			if strings.HasSuffix(file, ".html") && (strings.Contains(data, `rel="manifest"`) || strings.Contains(data, "data-keep")) {
				t.Errorf("%s: %s is as on the web", name, file)
			}
		}
	}
}

// TestOfflineUnchanged: what was not made in this build is listed as if it had been, with and without a cache.
func TestOfflineUnchanged(t *testing.T) {
	s := load(t, loaderOf(smallSite()))
	files := all(t, s, 1)
	kept, err := cache.Open(t.TempDir(), longAgo)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []*cache.Cache{nil, kept, kept} {
		s.offline.cache = c
		list, made := s.offline.list(), map[string]string{}
		for _, name := range s.Routes() {
			if data := files[name]; strings.HasPrefix(name, "manuals/") {
				list.unchanged(name, edition.Sum([]byte(data)), len(data))
			} else {
				list.seen(name, []byte(data), edition.Sum([]byte(data)))
			}
		}
		none := func(string) (string, int, bool) { return "", 0, false }
		if err := list.put(t.Context(), 1, none, func(name string, data []byte, _ string) error { made[name] = string(data); return nil }); err != nil {
			t.Fatal(err)
		}
		for name, data := range made {
			if files[name] != data {
				t.Errorf("%s is another", name)
			}
		}
		if len(made) < 5 {
			t.Errorf("made %q", slices.Sorted(maps.Keys(made)))
		}
	}
}

// TestOfflineManifest: the manifests name icons that are there, and every page of the web names a manifest.
func TestOfflineManifest(t *testing.T) {
	files := all(t, load(t, loaderOf(smallSite())), 2)
	for _, lang := range []string{"uk", "en"} {
		var m struct {
			Lang, Name string
			Icons      []struct{ Src, Sizes, Purpose string }
		}
		decode(t, files[edition.ManifestFile(lang)], &m)
		if m.Lang != lang || m.Name != "Вітрина" || len(m.Icons) != 6 {
			t.Errorf("%+v", m)
		}
		for _, icon := range m.Icons {
			if files[icon.Src] == "" {
				t.Errorf("no file %s", icon.Src)
			}
		}
	}
	for name, data := range files {
		want := `rel="manifest" href="`
		if strings.HasSuffix(name, "index.html") && !strings.Contains(data, want) {
			t.Errorf("%s names no manifest", name)
		}
	}
	if _, err := os.Stat("../assets/sw.ts"); err != nil || !strings.HasPrefix(files[edition.WorkerFile], "const vitryna={") {
		t.Error("the worker is not there")
	}
	for name := range files {
		if strings.HasPrefix(name, "assets/sw.") {
			t.Errorf("%s lies twice", name)
		}
	}
}
