package generator

import (
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"golang.org/x/net/html"
)

// On no English page of this very site does Cyrillic text stand outside lang="uk", also where every page has an English one.
func TestEnglishTellsItsUkrainian(t *testing.T) {
	seen := 0
	for file, page := range all(t, load(t, loaderOf(inEnglish(t))), 0) {
		if !strings.HasPrefix(file, "en/") || !strings.HasSuffix(file, ".html") {
			continue
		}
		tree, err := html.Parse(strings.NewReader(page))
		if err != nil {
			t.Fatal(err)
		}
		seen++
		unmarked(tree, "", func(text string) { t.Errorf("%s: %q", file, text) })
	}
	if seen < 250 {
		t.Errorf("%d English pages were looked at", seen)
	}
}

// unmarked finds the Cyrillic texts of a page's body, and those in place of pictures, that stand in another language.
func unmarked(n *html.Node, lang string, say func(text string)) {
	for _, a := range n.Attr {
		if a.Key == "lang" {
			lang = a.Val
		}
	}
	for _, a := range n.Attr {
		if n.Data == "img" && a.Key == "alt" && lang != "uk" && strings.ContainsFunc(a.Val, isCyrillic) {
			say(a.Val)
		}
	}
	switch {
	case n.Type == html.ElementNode && (n.Data == "head" || n.Data == "script" || n.Data == "style"):
		return
	case n.Type == html.TextNode && lang != "uk" && strings.ContainsFunc(n.Data, isCyrillic):
		say(n.Data)
	}
	for child := range n.ChildNodes() {
		unmarked(child, lang, say)
	}
}

func isCyrillic(r rune) bool { return unicode.Is(unicode.Cyrillic, r) }

// inEnglish is the repository's own site, in which every text has a translation.
func inEnglish(t *testing.T) fs.FS {
	t.Helper()
	m := fstest.MapFS{}
	err := fs.WalkDir(os.DirFS(".."), "content", func(file string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile("../" + file)
		m[file] = &fstest.MapFile{Data: data, ModTime: longAgo}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for file := range m {
		english, isText := strings.CutSuffix(file, ".md")
		if isText && !strings.HasSuffix(english, ".en") && m[english+".en.md"] == nil {
			put(m, english+".en.md", "---\n---\n\nWhat the «Пазл» hub is.\n")
		}
	}
	return m
}
