package generator

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// leaveTexts has all texts left on the disk, as those of a large site are.
func leaveTexts(t *testing.T) {
	usual := manyTexts
	manyTexts = 0
	t.Cleanup(func() { manyTexts = usual })
}

// TestTextsAreLate: a text that is damaged on the disk after the site was loaded is parsed again; one whose file has become another meanwhile stops the build.
func TestTextsAreLate(t *testing.T) {
	leaveTexts(t)
	dir, cached := t.TempDir(), t.TempDir()
	file := filepath.Join(dir, "content/news/a/index.md")
	write := func(name, text string) {
		t.Helper()
		if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o755), os.WriteFile(name, []byte(text), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	write(filepath.Join(dir, "content/site.yaml"), "name: Центр\n")
	write(file, "---\ntitle: А\nsummary: Новина.\ndate: 2026-10-01\n---\n\nТекст новини.\n")
	loaded := func() *Snapshot {
		l := loaderOf(os.DirFS(dir))
		l.Folder, l.Cache = dir, cached
		return load(t, l)
	}
	const page = "news/a/index.html"
	s := loaded()
	want, err := s.Render(page)
	if err != nil {
		t.Fatal(err)
	}
	for _, s = range []*Snapshot{s, loaded()} { // parsed now, and read from the cache
		s.kept.texts.Close() // unchecked: from here on none of its texts is there
		if got, err := s.Render(page); err != nil || string(got) != string(want) {
			t.Errorf("parsed again: %v\n%s", err, got)
		}
	}
	write(file, "---\ntitle: А\nsummary: Новина.\ndate: 2026-10-01\n---\n\nІнший текст.\n")
	var changed *ChangedError
	if _, err := s.Render(page); !errors.As(err, &changed) {
		t.Errorf("a text that is lost: %v", err)
	}
}
