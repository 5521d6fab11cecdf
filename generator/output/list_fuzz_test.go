package output

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// FuzzList reads any bytes as the list of our files: no name of it leads out of the folder, or to a file of our own.
func FuzzList(f *testing.F) {
	for _, seed := range []string{"index.html\na/b\n", "../x\n/etc/passwd\nC:\\x\n", ".vitryna-files\n.vitryna-x.tmp\n", "a\nb", "\r\n\x00\n", ""} {
		f.Add([]byte(seed))
	}
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, raw []byte) {
		if err := os.WriteFile(filepath.Join(dir, ListName), raw, 0o644); err != nil {
			t.Fatal(err)
		}
		l, err := disk{dir, realSystem}.readList()
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range l.names {
			if !filepath.IsLocal(filepath.FromSlash(name)) || isOwn(name) || !strings.Contains(string(raw), name) {
				t.Errorf("%q is a name", name)
			}
		}
	})
}
