package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// TestServeReplaced: a preview that was called in the site's own folder shows what is put in the place of that folder, and does not go along with the one
// that got another name.
func TestServeReplaced(t *testing.T) {
	above := t.TempDir()
	name := filepath.Join(above, "sait")
	write := func(folder, text string) {
		t.Helper()
		if err := os.MkdirAll(filepath.Join(folder, "content"), 0o777); err != nil {
			t.Fatal(err)
		}
		site := "name: Центр\nowner: Кабінет\nrights: cc-by-4.0\nbase_url:\ncontacts: {phones: [\"(06267) 4-28-26\"]}\n"
		for file, data := range map[string]string{"site.yaml": site, "index.md": "---\ntitle: Центр\n---\n" + text + "\n"} {
			if err := os.WriteFile(filepath.Join(folder, "content", file), []byte(data), 0o666); err != nil {
				t.Fatal(err)
			}
		}
	}
	write(name, "Давніше")
	write(filepath.Join(above, "kopiia"), "Повернене")
	address := started(t, name)
	if page := get(t, address); !strings.Contains(page, "Давніше") {
		t.Fatalf("the site is not shown: %s", page)
	}
	for _, names := range [][2]string{{name, filepath.Join(above, "inshe")}, {filepath.Join(above, "kopiia"), name}} {
		if err := os.Rename(names[0], names[1]); err != nil {
			t.Fatal(err)
		}
	}
	for range 200 {
		if strings.Contains(get(t, address), "Повернене") {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Error("the preview stays with the folder that got another name")
}

// TestServeBrokenLayout: a page that a site's own layout breaks says in the author's language which file it is, and at which line; mended, it is there.
func TestServeBrokenLayout(t *testing.T) {
	folder := t.TempDir()
	write := func(file, data string) {
		t.Helper()
		name := filepath.Join(folder, filepath.FromSlash(file))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(data), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write("content/site.yaml", "name: Центр\nowner: Кабінет\nrights: cc-by-4.0\nbase_url:\ncontacts: {phones: [\"(06267) 4-28-26\"]}\n")
	write("content/partners/druh/index.md", "---\ntitle: Друг\nsummary: Друг центру.\nkind: ngo\n---\n")
	write("layouts/kinds/partner/card.html", "{{define \"main\"}}\n<h3>{{.Nemaie}}</h3>\n{{end}}\n")
	address := started(t, folder)
	if page := get(t, address+"partners/"); !strings.Contains(page, "layouts/kinds/partner/card.html:2") || !strings.Contains(page, "Що зробити") || strings.Contains(page, "make &#34;") {
		t.Errorf("the broken layout is not named: %s", page)
	}
	write("layouts/kinds/partner/card.html", "{{define \"main\"}}\n<h3>КАРТКА {{.Title}}</h3>\n{{end}}\n")
	for range 200 {
		if strings.Contains(get(t, address+"partners/"), "КАРТКА Друг") {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Error("the mended layout is not shown")
}

// TestBelow: what the watcher names is a name in the site's folder, or anything.
func TestBelow(t *testing.T) {
	for _, c := range []struct {
		folder string
		names  []string
		want   []string
	}{
		{".", []string{"content/a.md"}, []string{"content/a.md"}},
		{"sait", []string{"sait/content/a.md", "sait/layouts"}, []string{"content/a.md", "layouts"}},
		{"sait", []string{"sait/content/a.md", "inshe/a.md"}, nil},
		{"/sait", []string{"/sait/content/a.md"}, []string{"content/a.md"}},
		{"/sait", []string{"content/a.md"}, nil},
		{"sait", nil, []string{}},
	} {
		var names []string
		for _, name := range c.names {
			names = append(names, filepath.FromSlash(name))
		}
		if got := below(filepath.FromSlash(c.folder), names); !slices.Equal(got, c.want) || (got == nil) != (c.want == nil) {
			t.Errorf("%s in %s: %q", c.names, c.folder, got)
		}
	}
}
