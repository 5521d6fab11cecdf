package author

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/som-hub/vitryna/generator/content"
)

// newFormats are two steps as there may be one day: `title` becomes `name`, and then `Назва` too.
var newFormats = []Step{
	{[2]string{"а", "a"}, func(_ string, data []byte) ([]byte, error) {
		return bytes.ReplaceAll(data, []byte("title:"), []byte("name:")), nil
	}},
	{[2]string{"б", "b"}, func(file string, data []byte) ([]byte, error) {
		if strings.HasSuffix(file, "lykho.md") {
			return nil, errors.New("lykho")
		}
		return bytes.ReplaceAll(data, []byte("Назва:"), []byte("name:")), nil
	}},
}

func kindsOf(t *testing.T) *content.Kinds {
	t.Helper()
	kinds, problems := content.ReadKinds(os.DirFS("../../layouts"), fstest.MapFS{})
	if problems.Stops() {
		t.Fatal(problems)
	}
	return kinds
}

// oldSite is one in format 1, on a disk.
func oldSite(t *testing.T, more map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	files := map[string]string{
		"content/site.yaml": "name: Центр\n# примітка\n", "content/pages/a/index.md": "---\ntitle: А\r\n---\nТекст.\n", "content/pages/b/index.md": "---\nНазва: Б\n---\n", "content/pages/c/index.md": "---\nname: В\n---\n",
		"content/pages/a/foto.jpg": "title:", "content/pages/a/private/x.md": "title: x", "content/.x/y.md": "title: y", "readme.md": "title: r",
	}
	for name, text := range more {
		files[name] = text
	}
	for name, text := range files {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestMigrate(t *testing.T) {
	dir, kinds := oldSite(t, nil), kindsOf(t)
	plan := func(from int) *Migration {
		t.Helper()
		m, err := NewMigration(os.DirFS(dir), kinds, from, newFormats)
		if err != nil {
			t.Fatal(err)
		}
		return m
	}
	names := func(m *Migration) (list []string) {
		for _, c := range m.Changes {
			list = append(list, c.File)
		}
		return list
	}
	m := plan(1)
	if got := names(m); m.To != 3 || len(m.Steps) != 2 || !slices.Equal(got, []string{"content/pages/a/index.md", "content/pages/b/index.md", "content/site.yaml"}) {
		t.Fatalf("from %d to %d: %q", m.From, m.To, got)
	}
	if got := plan(2); len(got.Steps) != 1 || !slices.Equal(names(got), []string{"content/pages/b/index.md", "content/site.yaml"}) {
		t.Errorf("from 2: %q", names(got))
	}
	if got := plan(3); len(got.Changes) != 0 {
		t.Errorf("the newest: %q", names(got))
	}
	// A file that somebody changes meanwhile ends it; the site is of the old format then.
	store := &Store{Root: dir, Now: func() time.Time { return time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC) }}
	b := filepath.Join(dir, "content", "pages", "b", "index.md")
	if err := os.WriteFile(b, []byte("---\nНазва: Інша\n---\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	var conflict *Conflict
	if err := store.Migrate(context.Background(), m); !errors.As(err, &conflict) || conflict.File != "content/pages/b/index.md" {
		t.Fatalf("%v", err)
	}
	config, _ := os.ReadFile(filepath.Join(dir, "content", "site.yaml"))
	if format, _, _ := content.FormatOf(config, kinds); format != 1 {
		t.Errorf("half a migration says format %d", format)
	}
	// Begun anew it comes to its end, and once more there is nothing to do.
	m = plan(1)
	if err := store.Migrate(context.Background(), m); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"content/site.yaml": "name: Центр\n# примітка\nformat: 3\n", "content/pages/a/index.md": "---\nname: А\r\n---\nТекст.\n", "content/pages/b/index.md": "---\nname: Інша\n---\n", "content/pages/c/index.md": "---\nname: В\n---\n",
		"content/pages/a/foto.jpg": "title:", "content/pages/a/private/x.md": "title: x", "content/.x/y.md": "title: y", "readme.md": "title: r",
	} {
		if got, _ := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name))); string(got) != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	kept, err := store.History("content/pages/a/index.md")
	if err != nil || len(kept) != 1 {
		t.Errorf("kept: %v, %v", kept, err)
	}
	if m = plan(1); len(m.Changes) != 1 {
		t.Errorf("steps rewrite what they have rewritten: %q", names(m))
	}
}

func TestMigrateWrong(t *testing.T) {
	dir, kinds := oldSite(t, map[string]string{"content/pages/lykho.md": "title: x"}), kindsOf(t)
	if _, err := NewMigration(os.DirFS(dir), kinds, 1, newFormats); err == nil || !strings.Contains(err.Error(), "content/pages/lykho.md") || !strings.Contains(err.Error(), "format 3") {
		t.Errorf("%v", err)
	}
	for before, want := range map[string]string{
		"name: x": "name: x\nformat: 2\n", "name: x\r\n": "name: x\r\nformat: 2\r\n", "format: 1 # x\nname: 1\n": "format: 2 # x\nname: 1\n", "name: 1\nВерсія формату: 1\n": "name: 1\nВерсія формату: 2\n",
		"name: format: 1x\nx: |\n  format: 1\n": "", "{name: x, format: 1}\n": "{name: x, format: 2}\n", "name: x\nversion:\n  format: 1\n": "name: x\nversion:\n  format: 1\nformat: 2\n",
		"\"format\": 1\n": "\"format\": 2\n", "{name: x}\n": "", "format:\n  1\n": "", "format: [1]\n": "", "name: x\n...\n": "",
	} {
		got, err := withFormat([]byte(before), kinds, 2)
		if string(got) != want || (want == "") != errors.Is(err, ErrFormatLine) {
			t.Errorf("%q: %q, %v", before, got, err)
		}
	}
}

func TestFormatOf(t *testing.T) {
	kinds := kindsOf(t)
	for text, want := range map[string][2]int{
		"name: x\n": {1, 0}, "format: 1\n": {1, 1}, "name: x\nформат: 2\n": {1, 0}, "name: x\nВерсія формату: 7\nmystery: {a: 1}\n": {7, 2}, "": {0, 0}, "# note\n": {1, 0},
	} {
		if format, line, _ := content.FormatOf([]byte(text), kinds); format != want[0] || line != want[1] {
			t.Errorf("%q: format %d in line %d", text, format, line)
		}
	}
	for text, code := range map[string]string{"format: x\n": "E-TYPE", "format: 0\n": "E-MIN", "format: 1.5\n": "E-TYPE", "name: [\n": "E-HEADER-YAML", "- x\n": "E-HEADER-YAML", "format: 1\nformat: 2\n": "E-", "\xff": "E-UTF8"} {
		_, _, problems := content.FormatOf([]byte(text), kinds)
		if !problems.Stops() || !strings.HasPrefix(problems[0].Code, code) {
			t.Errorf("%q: %v", text, problems)
		}
	}
}
