package generator

import (
	"io/fs"
	"testing"
	"testing/fstest"
)

func TestGuideLiesAmongTheManuals(t *testing.T) {
	page := &fstest.MapFile{Data: []byte("# Розділ\n")}
	layouts := fstest.MapFS{"guide/index.md": page, "guide/01-krok.md": page, "guide/kroky.svg": page}
	for name, root := range map[string]fstest.MapFS{
		"a site with manuals":    {"content/site.yaml": page, "content/manuals/inshyi/index.md": page},
		"a site without manuals": {"content/site.yaml": page},
		"nothing at all":         {},
	} {
		t.Run(name, func(t *testing.T) {
			fsys := WithGuide(root, layouts)
			for file := range root {
				if _, err := fs.Stat(fsys, file); err != nil {
					t.Errorf("the site's own %s: %v", file, err)
				}
			}
			var seen []string
			err := fs.WalkDir(fsys, guideFolder, func(file string, entry fs.DirEntry, err error) error {
				if err == nil && !entry.IsDir() {
					seen = append(seen, file)
				}
				return err
			})
			if err != nil || len(seen) != 3 {
				t.Errorf("the guide has %q, %v", seen, err)
			}
			if len(root) == 0 {
				return
			}
			found := false
			err = fs.WalkDir(fsys, "content", func(file string, entry fs.DirEntry, err error) error {
				found = found || file == guideFolder+"/01-krok.md"
				return err
			})
			if err != nil || !found {
				t.Errorf("a walk through content/ meets the guide: %v, %v", found, err)
			}
		})
	}
}

func TestGuideLeavesOwnFolderAlone(t *testing.T) {
	own := &fstest.MapFile{Data: []byte("свій")}
	root := fstest.MapFS{guideFolder + "/index.md": own}
	fsys := WithGuide(root, fstest.MapFS{"guide/index.md": {Data: []byte("наш")}})
	data, err := fs.ReadFile(fsys, guideFolder+"/index.md")
	if err != nil || string(data) != "свій" {
		t.Errorf("the site's own guide is %q, %v", data, err)
	}
}
