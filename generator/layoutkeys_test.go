package generator

import (
	"os"
	"testing"
)

// TestKeyOfLayouts: pages are made again when a layout that they can be made with is another.
func TestKeyOfLayouts(t *testing.T) {
	w := newWorkshop(t, 1)
	pages := []string{"news/pryklad-novyny-vitryna-vidchyniaietsia/index.html", "manuals/pryklad-posibnyka/index.html", "index.html"}
	keys := func() (list [3]string) {
		l := loaderOf(os.DirFS(w.dir))
		l.Folder, l.Cache, l.Publish = w.dir, w.cache, true
		s := load(t, l)
		for i, page := range pages {
			list[i] = s.key(page)
		}
		return list
	}
	w.write("layouts/404.html", `{{define "main"}}<h1>{{.Title}}</h1>{{end}}`) // with a layout of its own a site may show anything anywhere
	last := keys()
	for _, test := range []struct {
		file string
		want [3]bool // another key
	}{
		{"layouts/kinds/news/page.html", [3]bool{true, false, true}},
		{"layouts/kinds/chapter/page.html", [3]bool{false, true, true}},
		{"layouts/kinds/news/card.html", [3]bool{true, true, true}},
		{"layouts/partials/footer.html", [3]bool{true, true, true}},
	} {
		w.write(test.file, `{{define "main"}}<b>{{.Title}}</b>{{end}}`)
		now := keys()
		for i, page := range pages {
			if now[i] == "" || (now[i] != last[i]) != test.want[i] {
				t.Errorf("after another %s the key of %s has changed: %v", test.file, page, now[i] != last[i])
			}
		}
		last = now
	}
}
