package generator

import (
	"os"
	"testing"
)

// TestKeyOfRow: the page of a row of a table is made again when another can be seen on it: when a table or a title changes, but not for a word in a text.
func TestKeyOfRow(t *testing.T) {
	w := newWorkshop(t, 1)
	key := func() string {
		l := loaderOf(os.DirFS(w.dir))
		l.Folder, l.Cache, l.Publish = w.dir, w.cache, true
		return load(t, l).key("acts/zakon-2145-viii/index.html")
	}
	last := key()
	const news = "content/news/pryklad-novyny-vitryna-vidchyniaietsia/index.md"
	for _, test := range []struct {
		name string
		edit func()
		want bool // another key
	}{
		{"a word", func() { w.write(news, w.read(news)+"\nСлово наприкінці.\n") }, false},
		{"a title", func() { w.change(news, `(?m)^(Назва|title): .*$`, "$1: Інша назва") }, true},
		{"a cell", func() { w.change("content/acts/akty.csv", "Про освіту", "Про нову освіту") }, true},
		{"a cell of another row", func() { w.change("content/acts/akty.csv", "2704-VIII", "2705-VIII") }, true},
	} {
		test.edit()
		now := key()
		if now == "" || (now != last) != test.want {
			t.Errorf("after %s the key has changed: %v (%q, %q)", test.name, now != last, last, now)
		}
		last = now
	}
}

// TestKeyOfManual: a page of a manual is made again when something changes that can be seen on it, and not for all that is new elsewhere.
func TestKeyOfManual(t *testing.T) {
	w := newWorkshop(t, 1)
	key := func() string {
		l := loaderOf(os.DirFS(w.dir))
		l.Folder, l.Cache, l.Publish = w.dir, w.cache, true
		return load(t, l).key("manuals/pryklad-sered-inshoho/rozdil/index.html")
	}
	last := key()
	title := func(name string) func() {
		return func() { w.change(name, `(?m)^(Назва|title): "?`, "${0}Інакше ") }
	}
	for _, test := range []struct {
		name string
		edit func()
		want bool // another key
	}{
		{"the title of other news", title("content/news/pryklad-novyny-vitryna-vidchyniaietsia/index.md"), false},
		{"the title of another manual", title("content/manuals/pryklad-posibnyka/index.md"), false},
		{"a cell of a table", func() { w.change("content/acts/akty.csv", "Про освіту", "Про нову освіту") }, false},
		{"the title of news about it", title(namingNews), true},
		{"the title of what its field names", title("content/projects/ahenty-zmin/index.md"), true},
		{"the title of what a chapter links to", title("content/projects/u-poshukakh-heniia/index.md"), true},
		{"the title of another project", title("content/projects/vid-mrii-do-dii/index.md"), false},
		{"a page, which stands below all", title("content/pages/kontakty/index.md"), true},
		{"a term, which is explained in all", title("content/glossary/osvitnii-khab/index.md"), true},
	} {
		test.edit()
		now := key()
		if now == "" || (now != last) != test.want {
			t.Errorf("after %s the key has changed: %v", test.name, now != last)
		}
		last = now
	}
}
