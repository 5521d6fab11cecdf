package generator

import (
	"os"
	"testing"
)

// seen is an edit, and whether it can be seen on a page.
type seen struct {
	name string
	edit func()
	want bool // another key
}

// keyFollows makes one edit after another and looks whether the key of a file changes with those that can be seen on it.
func (w *workshop) keyFollows(address string, edits ...seen) {
	w.t.Helper()
	key := func() string {
		l := loaderOf(os.DirFS(w.dir))
		l.Folder, l.Cache, l.Publish = w.dir, w.cache, true
		return load(w.t, l).key(address)
	}
	last := key()
	for _, e := range edits {
		e.edit()
		now := key()
		if now == "" || (now != last) != e.want {
			w.t.Errorf("after %s the key has changed: %v (%q, %q)", e.name, now != last, last, now)
		}
		last = now
	}
}

// retitle gives an item another title.
func (w *workshop) retitle(name string) func() {
	return func() { w.change(name, `(?m)^(Назва|title): "?`, "${0}Інакше ") }
}

const (
	otherNews = "content/news/pryklad-novyny-vitryna-vidchyniaietsia/index.md"
	acts      = "content/acts/akty.csv"
)

// TestKeyOfRow: the page of a row of a table is made again when another can be seen on it: when a table or a title changes, but not for a word in a text.
func TestKeyOfRow(t *testing.T) {
	w := newWorkshop(t, 1)
	w.keyFollows("acts/zakon-2145-viii/index.html",
		seen{"a word", func() { w.write(otherNews, w.read(otherNews)+"\nСлово наприкінці.\n") }, false},
		seen{"a title", w.retitle(otherNews), true},
		seen{"a cell", func() { w.change(acts, "Про освіту", "Про нову освіту") }, true},
		seen{"a cell of another row", func() { w.change(acts, "2704-VIII", "2705-VIII") }, true},
	)
}

// linkedChapter is a page of [linkedManual].
const linkedChapter = "manuals/pryklad-sered-inshoho/rozdil/index.html"

// TestKeyOfManual: a page of a manual is made again when something changes that can be seen on it, and not for all that is new elsewhere.
func TestKeyOfManual(t *testing.T) {
	w := newWorkshop(t, 1)
	w.keyFollows(linkedChapter,
		seen{"the title of other news", w.retitle(otherNews), false},
		seen{"the title of another manual", w.retitle("content/manuals/pryklad-posibnyka/index.md"), false},
		seen{"a cell of a table", func() { w.change(acts, "Про освіту", "Про нову освіту") }, false},
		seen{"the title of news about it", w.retitle(namingNews), true},
		seen{"the title of what its field names", w.retitle("content/projects/ahenty-zmin/index.md"), true},
		seen{"the title of what a chapter links to", w.retitle("content/projects/u-poshukakh-heniia/index.md"), true},
		seen{"the title of another project", w.retitle("content/projects/vid-mrii-do-dii/index.md"), false},
		seen{"a page, which stands below all", w.retitle("content/pages/kontakty/index.md"), true},
		seen{"a term, which is explained in all", w.retitle("content/glossary/osvitnii-khab/index.md"), true},
	)
}

// TestKeyOfAwardedManual: a winner has no page, and the manual that won leads to the place in the list of all winners, which every one of them moves.
func TestKeyOfAwardedManual(t *testing.T) {
	w := newWorkshop(t, 1)
	const header = "Місце,Заклад,Робота\n"
	for _, id := range []string{"pershyi", "druhyi"} {
		w.write("content/contests/"+id+"/index.md", "---\ntitle: Приклад конкурсу\nsummary: Коротко.\nkind: virtual\nlevel_of: city\nheld_in: 2020-2021\n---\n\nТекст.\n")
	}
	w.write("content/contests/pershyi/winners.csv", header+"I,Ліцей,manuals/pryklad-sered-inshoho\n")
	w.keyFollows(linkedChapter,
		seen{"a winner of another contest", func() { w.write("content/contests/druhyi/winners.csv", header+"I,Гімназія,\n") }, true},
	)
}
