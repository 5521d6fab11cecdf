package generator

import (
	"io/fs"
	"os"
	"path"
	"regexp"
	"strings"
	"testing"
)

// TestNamedTestsExist: where a document says that something is tested, and names the test, it is there.
func TestNamedTestsExist(t *testing.T) {
	root := os.DirFS("..")
	var all strings.Builder
	scripts := map[string]bool{}
	err := fs.WalkDir(root, ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && (entry.Name() == "node_modules" || entry.Name() == ".git" || name == "public"):
			return fs.SkipDir
		case strings.HasSuffix(name, "_test.go"):
			data, err := fs.ReadFile(root, name)
			all.Write(data)
			return err
		case strings.HasSuffix(name, ".txtar"):
			scripts[path.Base(name)] = true
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	named := regexp.MustCompile("`((?:Test|Fuzz)[A-Z][A-Za-z0-9]*)(…?)|([a-z0-9_]+\\.txtar)")
	found := 0
	for _, doc := range []string{"SECURITY.md", "CONTRIBUTING.md", "docs/threats.md", "docs/search.md", "docs/editions.md"} {
		text, err := fs.ReadFile(root, doc)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range named.FindAllStringSubmatch(string(text), -1) {
			found++
			there := scripts[m[3]]
			if m[1] != "" {
				end := "("
				if m[2] != "" {
					end = "" // the beginning of several
				}
				there = strings.Contains(all.String(), "\nfunc "+m[1]+end)
			}
			if !there {
				t.Errorf("%s names %s, which is not there", doc, strings.Trim(m[0], "`"))
			}
		}
	}
	if found < 30 {
		t.Errorf("only %d tests are named: they are written otherwise now", found)
	}
}
