package content

import (
	"errors"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

func TestWalk(t *testing.T) {
	file := &fstest.MapFile{Data: []byte("x"), Mode: 0o644}
	link := &fstest.MapFile{Data: []byte("../../outside"), Mode: fs.ModeSymlink | 0o777}
	fsys := fstest.MapFS{
		"content/index.md":                        file,
		"content/site.yaml":                       file,
		"content/pages/a/index.md":                file,
		"content/pages/a/Моє фото.JPG":            file,
		"content/pages/a/index.md.txt":            file,
		"content/pages/a/Index.MD":                file,
		"content/pages/a/private/spysok.csv":      file,
		"content/pages/a/Private/spysok.csv":      file,
		"content/pages/b":                         link,
		"content/pages/a/02-x.md":                 link,
		"content/pages/a/.DS_Store":               file,
		"content/pages/a/Thumbs.db":               file,
		"content/pages/a/desktop.ini":             file,
		"content/pages/a/~$index.md":              file,
		"content/pages/a/index.md~":               file,
		"content/pages/a/index.md.bak":            file,
		"content/pages/a/x.tmp":                   file,
		"content/.obsidian/index.md":              file,
		"content/pages/a/pipe":                    {Mode: fs.ModeNamedPipe},
		"content/pages/a/03-onedrive.md":          {Mode: fs.ModeIrregular | 0o644},
		"content/pages/a/зайчик-і\u0308.jpg":      file,
		"content/pages/и\u0306/а.jpg":             file,
		"content/pages/и\u0306/б.jpg":             file,
		"content/metrics/2019-2020.csv":           file,
		"outside/index.md":                        file,
		"content/pages/a/privateers/a.jpg":        file,
		"layouts/kinds/hurtok/kind.yaml":          file,
		"content/pages/a/.git/objects/pack/x.md":  file,
		"content/private/index.md":                file,
		"content/pages/c/deep/er/still/foto.jpeg": file,
	}
	found, problems := Walk(fsys)
	var names []string
	for _, f := range found {
		name := strings.TrimPrefix(f.File, "content/")
		if f.Text {
			name += "*"
		}
		names = append(names, name)
	}
	want := "index.md* metrics/2019-2020.csv* pages/a/03-onedrive.md* pages/a/Index.MD* pages/a/index.md* pages/a/index.md.txt* pages/a/privateers/a.jpg pages/a/Моє фото.JPG pages/a/зайчик-і\u0308.jpg " +
		"pages/c/deep/er/still/foto.jpeg pages/и\u0306/а.jpg pages/и\u0306/б.jpg"
	if got := strings.Join(names, " "); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	var lines []string
	for _, p := range problems {
		lines = append(lines, p.Code+" "+strings.TrimPrefix(p.File, "content/"))
	}
	want = "W-SYMLINK pages/a/02-x.md, W-ODD-FILE pages/a/pipe, W-NFD pages/a/зайчик-і\u0308.jpg, W-SYMLINK pages/b, W-NFD pages/и\u0306"
	if got := strings.Join(lines, ", "); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	sound(t, "", problems)
}

// sized is a file system in which a file says it has another size than it has.
type sized struct {
	fs.FS
	size int64
}

func (s sized) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(s.FS, name)
	for i, e := range entries {
		if !e.IsDir() {
			entries[i] = sizedEntry{e, s.size}
		}
	}
	return entries, err
}

type sizedEntry struct {
	fs.DirEntry
	size int64
}

func (e sizedEntry) Info() (fs.FileInfo, error) {
	info, err := e.DirEntry.Info()
	return sizedInfo{info, e.size}, err
}

type sizedInfo struct {
	fs.FileInfo
	size int64
}

func (i sizedInfo) Size() int64 { return i.size }

func TestSizes(t *testing.T) {
	for _, test := range []struct {
		name string
		size int64
		told string
		mb   string
		read bool
	}{
		{"index.md", 1 << 20, "", "", true},
		{"index.md", 1<<20 + 1, "W-BIG", "2", true},
		{"index.md", 10 << 20, "W-BIG", "10", true},
		{"index.md", 10<<20 + 1, "E-BIG", "11", false},
		{"index.md", 20 << 20, "E-BIG", "20", false},
		{"a.csv", 11 << 20, "E-BIG", "11", false},
		{"foto.jpg", 15 << 20, "", "", true},
	} {
		found, problems := Walk(sized{fstest.MapFS{"content/pages/a/" + test.name: {}}, test.size})
		if told(problems) != test.told || (len(found) == 1) != test.read {
			t.Errorf("%s of %d: %s, %+v", test.name, test.size, told(problems), found)
		}
		if test.told != "" && problems[0].Args["size"] != test.mb {
			t.Errorf("%s of %d is said to have %s MB", test.name, test.size, problems[0].Args["size"])
		}
		if test.read && found[0].Size != test.size {
			t.Errorf("%+v", found)
		}
	}
}

func TestWalkKeepsTheTime(t *testing.T) {
	when := time.Date(2026, 11, 21, 10, 0, 0, 0, time.UTC)
	found, _ := Walk(fstest.MapFS{"content/index.md": {ModTime: when}})
	if len(found) != 1 || !found[0].Time.Equal(when) {
		t.Errorf("%+v", found)
	}
}

func TestWalkWhereSomethingCannotBeRead(t *testing.T) {
	files := fstest.MapFS{"content/index.md": {}, "content/pages/a/index.md": {}, "content/pages/b/index.md": {}, "content/z/index.md": {}}
	for _, test := range []struct {
		name       string
		err        error
		told, file string
		why, found string
	}{
		{"content/pages/a", fs.ErrPermission, "E-READ", "content/pages/a", "denied", "index.md pages/b/index.md z/index.md"},
		{"content/pages", errors.New("диск зламано"), "E-READ", "content/pages", "", "index.md z/index.md"},
		{"content", fs.ErrPermission, "E-READ", "content", "denied", ""},
		{"content", fs.ErrNotExist, "", "", "", ""},
	} {
		found, problems := Walk(faulty{files, map[string]error{test.name: test.err}})
		sound(t, "", problems)
		var names []string
		for _, f := range found {
			names = append(names, strings.TrimPrefix(f.File, "content/"))
		}
		if got := strings.Join(names, " "); got != test.found || told(problems) != test.told {
			t.Errorf("%s: %q, %s", test.name, got, told(problems))
			continue
		}
		if test.told != "" && (problems[0].File != test.file || problems[0].Args["why"] != test.why || problems[0].Args["detail"] == "") {
			t.Errorf("%s: %+v", test.name, problems[0])
		}
	}
	if _, problems := Walk(fstest.MapFS{}); len(problems) != 0 {
		t.Errorf("no content at all: %s", told(problems))
	}
}

// vanishing is a folder whose files go, or cannot be looked at, between listing and looking.
type vanishing struct {
	fs.FS
	err error
}

func (v vanishing) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(v.FS, name)
	for i, e := range entries {
		if !e.IsDir() {
			entries[i] = vanished{e, v.err}
		}
	}
	return entries, err
}

type vanished struct {
	fs.DirEntry
	err error
}

func (v vanished) Info() (fs.FileInfo, error) { return nil, v.err }

func TestWalkWhileFilesVanish(t *testing.T) {
	files := fstest.MapFS{"content/index.md": {}}
	for err, want := range map[error]string{fs.ErrNotExist: "", fs.ErrPermission: "E-READ"} {
		if found, problems := Walk(vanishing{files, err}); len(found) != 0 || told(problems) != want {
			t.Errorf("%v: %+v, %s", err, found, told(problems))
		}
	}
}
