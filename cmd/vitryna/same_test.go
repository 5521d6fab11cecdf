package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// copyTo copies the site to another place, as another checkout: with times of its own, and with what edit makes of its texts.
func (s *shop) copyTo(dir string, at time.Time, edit func([]byte) []byte) *shop {
	s.t.Helper()
	other := &shop{t: s.t, dir: dir, cache: s.t.TempDir(), pages: s.pages}
	for name, text := range readTree(s.t, s.dir) {
		if !strings.HasPrefix(name, "content/") {
			continue
		}
		data := []byte(text)
		if ext := filepath.Ext(name); ext == ".md" || ext == ".csv" || ext == ".yaml" {
			data = edit(data)
		}
		other.write(name, string(data))
		if err := os.Chtimes(other.path(name), at, at); err != nil {
			s.t.Fatal(err)
		}
		at = at.Add(37 * time.Minute)
	}
	return other
}

// TestSameBytes builds one site as different people would: with one worker and with many, in other zones and languages, from another checkout with other times,
// under another name of the same folder, with line ends and signatures of Windows; with a cache and without. Every byte is the same.
func TestSameBytes(t *testing.T) {
	s := newShop(t, 6)
	s.write("content/manuals/posibnyk/01-rozdil-a0.md", "---\ntitle: Розділ\nsummary: Приклад.\n---\nТекст із рядком  \nі ще\\\nодним.\n\n```python\na = 1\n\nb = 2\n```\n\n| а | б |\n|---|---|\n| 1 | 2 |\n\n::: вправа Назва {#v}\nТекст.\n\n- [ ] раз\n- [ ] два\n:::\n\n$$ x^2 $$ {#f}\n\nПримітка[^1].\n\n[^1]: Раз\n    два.\n")
	s.build()
	want := readTree(t, s.path("public"))
	if len(want) < 50 || !slices.ContainsFunc(differing(want, nil), func(name string) bool { return strings.HasSuffix(name, ".epub") }) {
		t.Fatalf("%d files, or no EPUB", len(want))
	}
	same := func(what string, s *shop, args ...string) {
		t.Helper()
		out := filepath.Join(t.TempDir(), "сайт і ще", "public")
		s.build(append(args, "--out", out)...)
		if names := differing(readTree(t, out), want); len(names) > 0 {
			t.Errorf("%s: %d of %d files differ, as %q", what, len(names), len(want), names[:min(len(names), 9)])
		}
	}
	as := func(env ...string) *shop {
		other := *s
		other.env = env
		return &other
	}
	same("one worker", as("GOMAXPROCS=1"), "--no-cache", "--jobs", "1")
	same("eight workers", as("GOMAXPROCS=8"), "--no-cache", "--jobs", "8")
	same("New York, English", as("TZ=America/New_York", "LANG=en_US.UTF-8"), "--no-cache")
	same("Tonga, Turkish", as("TZ=Pacific/Tongatapu", "LC_ALL=tr_TR.ISO-8859-9"), "--no-cache")
	same("no zones on the machine, no language", as("TZ=", "ZONEINFO=/nowhere", "LANG=C"), "--no-cache")
	same("with the cache", s)
	same("by a winding path", s, "../"+filepath.Base(s.dir)+"/./content/..")

	plain := func(data []byte) []byte { return data }
	windows := func(data []byte) []byte { return bytes.ReplaceAll(data, []byte("\n"), []byte("\r\n")) }
	same("another checkout of 1999", s.copyTo(filepath.Join(t.TempDir(), "інша тека"), time.Date(1999, 1, 1, 0, 0, 0, 0, time.UTC), plain))
	same("another checkout from days to come", s.copyTo(t.TempDir(), time.Now().Add(1000*time.Hour), plain))
	same("line ends of Windows", s.copyTo(t.TempDir(), time.Now(), windows))
	same("line ends and marks of Windows", s.copyTo(t.TempDir(), time.Now(), func(data []byte) []byte {
		return append([]byte("\xef\xbb\xbf"), windows(data)...)
	}))
}
