package edition

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// finished is a small site: what each file holds is its name.
func finished(names ...string) map[string]Listed {
	files := map[string]Listed{}
	for _, name := range names {
		files[name] = Listed{Sum([]byte(name)), len(name)}
	}
	return files
}

func sample() Site {
	return Site{
		Files: finished("index.html", "404.html", "robots.txt", "sitemap.xml", "feed.xml", "manifest.webmanifest", "cards/m1.0a1b2c3d.png", "offline/index.html", "en/offline/index.html",
			"assets/site.0a1b2c3d4e.css", "assets/book.0a1b2c3d4e.js", "assets/search/uk.0a1b2c3d4e.js", "news/index.html", "news/news.csv", "news/secret/index.html",
			"manuals/m1/index.html", "manuals/m1/a/index.html", "manuals/m1/print/index.html", "manuals/m1/m1.epub", "manuals/m1/m1.html",
			"manuals/m1/foto-480.0a1b2c3d.jpg", "manuals/m1/foto-960.0a1b2c3d.jpg", "manuals/m1/foto-480.0a1b2c3d.webp", "manuals/m1/foto-960.0a1b2c3d.webp", "manuals/m1/foto-1600.0a1b2c3d.webp"),
		Groups: []Group{{ID: "manuals/m1/", Files: []string{"manuals/m1/a/index.html", "manuals/m1/index.html", "assets/book.0a1b2c3d4e.js", "manuals/m1/nema.0a1b2c3d.css",
			"manuals/m1/foto-480.0a1b2c3d.jpg", "manuals/m1/foto-960.0a1b2c3d.webp", "manuals/m1/foto-1600.0a1b2c3d.webp"},
			More: []string{"manuals/m1/print/index.html", "manuals/m1/m1.epub", "manuals/m1/m1.html", "manuals/m1/a/index.html"}}},
		Exclude: map[string]bool{"news/secret/": true},
		Shell:   []string{"offline/index.html", "en/offline/index.html", "assets/site.0a1b2c3d4e.css"},
		Pages:   []string{"offline/", "en/offline/"},
		Script:  []byte("work();"),
	}
}

func made(t *testing.T, s Site) map[string]string {
	t.Helper()
	files := map[string]string{}
	for _, f := range List(s) {
		if files[f.Path] != "" {
			t.Errorf("%s twice", f.Path)
		}
		files[f.Path] = string(f.Data)
	}
	return files
}

// read gives the list of a group as its pieces have it.
func read(t *testing.T, files map[string]string, group string) (names, more []string, totals [2]total) {
	t.Helper()
	var version struct{ Version, List string }
	if err := json.Unmarshal([]byte(files[VersionFile]), &version); err != nil {
		t.Fatal(err)
	}
	var all index
	if err := json.Unmarshal([]byte(files[version.List]), &all); err != nil {
		t.Fatal(err)
	}
	g, ok := all.Groups[group]
	if !ok {
		t.Fatalf("no group %q", group)
	}
	for _, name := range g.Lists {
		var p struct{ F, M map[string]entry }
		if err := json.Unmarshal([]byte(files[name]), &p); err != nil {
			t.Fatal(err)
		}
		if name != ListFolder+"/part."+Sum([]byte(files[name]))+".json" {
			t.Errorf("%s does not bear the name of what is in it", name)
		}
		for file, e := range p.F {
			names, totals[0][1] = append(names, file), totals[0][1]+int(e[1].(float64))
		}
		for file, e := range p.M {
			more, totals[1][1] = append(more, file), totals[1][1]+int(e[1].(float64))
		}
	}
	totals[0][0], totals[1][0] = len(names), len(more)
	if totals != [2]total{g.Files, g.More} {
		t.Errorf("%s: the list has %v, its entry says %v, %v", group, totals, g.Files, g.More)
	}
	slices.Sort(names)
	slices.Sort(more)
	return names, more, totals
}

func TestList(t *testing.T) {
	files := made(t, sample())
	for group, want := range map[string][2]string{
		"manuals/m1/": {"assets/book.0a1b2c3d4e.js manuals/m1/a/index.html manuals/m1/foto-960.0a1b2c3d.webp manuals/m1/index.html",
			"manuals/m1/m1.epub manuals/m1/m1.html manuals/m1/print/index.html"},
		Whole: {"assets/book.0a1b2c3d4e.js assets/search/uk.0a1b2c3d4e.js assets/site.0a1b2c3d4e.css en/offline/index.html index.html manuals/m1/a/index.html manuals/m1/foto-960.0a1b2c3d.webp manuals/m1/index.html news/index.html offline/index.html",
			"manuals/m1/m1.epub manuals/m1/m1.html manuals/m1/print/index.html news/news.csv"},
	} {
		names, more, _ := read(t, files, group)
		if got := strings.Join(names, " "); got != want[0] {
			t.Errorf("%s:\n got %s\nwant %s", group, got, want[0])
		}
		if got := strings.Join(more, " "); got != want[1] {
			t.Errorf("%s, on demand:\n got %s\nwant %s", group, got, want[1])
		}
	}
	head, script, _ := strings.Cut(files[WorkerFile], "\n")
	want := `const vitryna={"pages":["offline/","en/offline/"],"shell":{"assets/site.0a1b2c3d4e.css":["` + Sum([]byte("assets/site.0a1b2c3d4e.css")) + `",26],`
	if !strings.HasPrefix(head, want) || !strings.Contains(files[VersionFile], head[strings.Index(head, `"version"`)+11:len(head)-3]) || script != "work();" {
		t.Errorf("%s\n%s", head, script)
	}
}

// TestListAgain: the order in which groups name their files changes nothing; a changed file changes the version and its own pieces alone.
func TestListAgain(t *testing.T) {
	s := sample()
	for n := range 3000 {
		name := fmt.Sprintf("news/n%d/index.html", n)
		s.Files[name] = Listed{Sum([]byte(name)), 15000}
	}
	first := made(t, s)
	again := s
	again.Groups = []Group{{ID: s.Groups[0].ID, Files: slices.Clone(s.Groups[0].Files), More: slices.Clone(s.Groups[0].More)}}
	rand.Shuffle(len(again.Groups[0].Files), func(i, j int) {
		f := again.Groups[0].Files
		f[i], f[j] = f[j], f[i]
	})
	second := made(t, again)
	if len(first) != len(second) {
		t.Fatalf("%d files, then %d", len(first), len(second))
	}
	for name, data := range first {
		if second[name] != data {
			t.Errorf("%s is another", name)
		}
	}
	s.Files["news/n7/index.html"] = Listed{Sum([]byte("another")), 15000}
	third := made(t, s)
	var fresh []string
	for name, data := range third {
		if first[name] != data {
			fresh = append(fresh, name)
		}
	}
	if len(fresh) != 4 { // a piece, the list, the version, the worker
		t.Errorf("one page has changed, and %q", fresh)
	}
	pieces := 0
	for name, data := range third {
		if strings.HasPrefix(name, ListFolder+"/") {
			pieces++
		}
		if len(data) > 60_000 {
			t.Errorf("%s has %d bytes", name, len(data))
		}
	}
	if pieces < 8 {
		t.Errorf("%d files for a list of 3000 pages", pieces)
	}
}

func TestOnePicture(t *testing.T) {
	for _, c := range []struct{ names, want string }{
		{"a/f-480.0a1b2c3d.jpg a/f-960.0a1b2c3d.jpg a/f-1600.0a1b2c3d.jpg", "a/f-960.0a1b2c3d.jpg"},
		{"a/f-480.0a1b2c3d.jpg a/f-720.0a1b2c3d.jpg", "a/f-720.0a1b2c3d.jpg"}, // none is wide enough: the widest
		{"a/f-1600.0a1b2c3d.webp a/f-1600.0a1b2c3d.jpg", "a/f-1600.0a1b2c3d.webp"},
		{"a/f.0a1b2c3d.png b/f.0a1b2c3d.png", "a/f.0a1b2c3d.png b/f.0a1b2c3d.png"}, // two places, two pictures
		{"a/f.0a1b2c3d.png a/f.11111111.png", "a/f.0a1b2c3d.png a/f.11111111.png"},
		{"a/z.0a1b2c3d.svg assets/icon-192.0a1b2c3d4e.png assets/icon-512.0a1b2c3d4e.png", "a/z.0a1b2c3d.svg assets/icon-192.0a1b2c3d4e.png assets/icon-512.0a1b2c3d4e.png"},
		{"b.html a.html b.html", "a.html b.html"},
	} {
		names := strings.Fields(c.names)
		for range 3 {
			rand.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
			if got := strings.Join(onePicture(names), " "); got != c.want {
				t.Errorf("%s: %s, want %s", c.names, got, c.want)
			}
		}
	}
}

func TestNamed(t *testing.T) {
	page := `<link rel="stylesheet" href="../../assets/site.0a.css"><img src="foto.webp" srcset="foto-480.jpg 480w, ../b/foto-960.jpg 960w"><a href="../">x</a><a href="x/#y">x</a>
		<a href="zvit.pdf#page=2">x</a><a href="m1.html">x</a><a href="https://example.org/a.css">x</a><a href="mailto:a@b.c">x</a><a href="#a.b">x</a>
		<video poster="p.jpg" src="../../../../etc/film.mp4"></video><script src="../../assets/site.0a.js?v"></script><link href="data:image/svg+xml,a.svg"><a href="//other/a.css">x</a>`
	want := "assets/site.0a.css assets/site.0a.js manuals/b/foto-960.jpg manuals/m1/foto-480.jpg manuals/m1/foto.webp manuals/m1/p.jpg manuals/m1/zvit.pdf"
	if got := strings.Join(Named("manuals/m1/index.html", []byte(page)), " "); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestManifest(t *testing.T) {
	for _, c := range []struct{ name, short string }{
		{"SOM-hub — сервісний освітній методичний центр", "SOM-hub"}, {"Центр для вчителів", "Центр для"}, {"Комунальна установа «Пазл» міста", "Пазл"},
		{"Надзвичайнодовгийцентр", "Надзвичайнодов"}, {"", ""}, {"Проба", "Проба"},
	} {
		m := Manifest{Name: c.name, Lang: "uk", Start: "./", Paper: "#fbf9f5", Theme: "#fbf9f5", Icons: []Icon{{Path: "a.png", Sizes: "192x192", Type: "image/png"}, {Path: "m.png", Maskable: true}}}
		var got map[string]any
		if err := json.Unmarshal(m.JSON(), &got); err != nil {
			t.Fatal(err)
		}
		for key, want := range map[string]any{"name": c.name, "short_name": c.short, "lang": "uk", "dir": "ltr", "start_url": "./", "id": "./", "scope": "./", "display": "standalone",
			"theme_color": "#fbf9f5", "background_color": "#fbf9f5"} {
			if got[key] != want {
				t.Errorf("%q: %s is %v, want %v", c.name, key, got[key], want)
			}
		}
		if icons := fmt.Sprint(got["icons"]); icons != "[map[purpose:any sizes:192x192 src:a.png type:image/png] map[purpose:maskable sizes: src:m.png type:]]" {
			t.Errorf("%s", icons)
		}
	}
	if ManifestFile("uk") != "manifest.webmanifest" || ManifestFile("en") != "manifest.en.webmanifest" {
		t.Error("the names of manifests")
	}
}

// FuzzNamed reads pages that are none: what is named lies in the site, and is no page.
func FuzzNamed(f *testing.F) {
	f.Add("a/index.html", ` src="../b.css" srcset="a.jpg 1w, ../../c.jpg 2w"`)
	f.Fuzz(func(t *testing.T, page, html string) {
		if strings.HasPrefix(page, "/") || strings.HasPrefix(page, ".") {
			return
		}
		for _, name := range Named(page, []byte(html)) {
			if strings.HasPrefix(name, "..") || strings.HasSuffix(name, ".html") || strings.HasPrefix(name, "/") {
				t.Errorf("%q in %q gives %q", html, page, name)
			}
		}
	})
}
