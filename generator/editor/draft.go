package editor

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"path"
	"strings"
	"time"

	"github.com/som-hub/vitryna/generator"
)

// draftReply is the page of an unsaved text, and what is wrong with the text.
type draftReply struct {
	HTML string `json:"html"`
	URL  string `json:"url"`
	Told []told `json:"told"`
}

// tryDraft makes the page of a text that is not saved: the text lies over its file, and everything else is as on the disk.
func (d *Desk) tryDraft(ctx context.Context, e edit) (*draftReply, error) {
	data, err := d.apply(e)
	if err != nil {
		return nil, err
	}
	if old, err := d.text(e.File); old == nil {
		return nil, err
	}
	d.drafting.Lock()
	defer d.drafting.Unlock()
	if ctx.Err() != nil {
		return nil, ctx.Err() // the next one waits already
	}
	snapshot, err := d.load(ctx, e.File, data)
	if err != nil {
		return nil, err
	}
	d.draft.Store(snapshot)
	r := &draftReply{Told: []told{}}
	for _, p := range snapshot.Problems {
		if p.File == e.File {
			r.Told = append(r.Told, d.tell(p))
		}
	}
	fresh := &Desk{}
	fresh.Show(snapshot)
	page := fresh.now.Load().byFile[e.File]
	if page == nil || page.Item != nil && !page.Item.HasPage() {
		return r, nil
	}
	r.URL = "/" + page.Address()
	html, err := snapshot.Render(page.Address() + "index.html")
	if err != nil {
		var broken *generator.PageError
		if errors.As(err, &broken) {
			return r, nil // a layout: the preview tells of it
		}
		return nil, err
	}
	r.HTML = string(html)
	return r, nil
}

// load loads the site with a text over its file.
func (d *Desk) load(ctx context.Context, file string, data []byte) (*generator.Snapshot, error) {
	if d.drafts == nil {
		loader, err := d.NewLoader()
		if err != nil {
			return nil, err
		}
		d.drafts = loader
	}
	loader := d.drafts
	root := loader.Root
	defer func() { loader.Root = root }()
	loader.Root, loader.Now = under{root, file, data, d.Now()}, d.Now()
	return loader.Load(ctx)
}

// Draft makes a file that only a page of an unsaved text asks for, as a picture that has just come. ok is false where there is none.
func (d *Desk) Draft(path string) (data []byte, ok bool) {
	s := d.draft.Load()
	if s == nil {
		return nil, false
	}
	data, err := s.Render(path)
	return data, err == nil
}

// under is a tree of files in which one file holds something else.
type under struct {
	fs.FS
	file string
	data []byte
	time time.Time
}

// Open opens a file.
func (u under) Open(name string) (fs.File, error) {
	if name == u.file {
		return &unsaved{Reader: bytes.NewReader(u.data), info: u.info()}, nil
	}
	return u.FS.Open(name)
}

// Stat tells of a file.
func (u under) Stat(name string) (fs.FileInfo, error) {
	if name == u.file {
		return u.info(), nil
	}
	return fs.Stat(u.FS, name)
}

// ReadDir lists a folder.
func (u under) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(u.FS, name)
	if name != path.Dir(u.file) {
		return entries, err
	}
	for i, e := range entries {
		if e.Name() == path.Base(u.file) {
			entries[i] = fs.FileInfoToDirEntry(u.info())
		}
	}
	return entries, err
}

func (u under) info() unsavedInfo {
	return unsavedInfo{path.Base(u.file), int64(len(u.data)), u.time}
}

// unsaved is the open file.
type unsaved struct {
	*bytes.Reader
	info unsavedInfo
}

// Stat tells of it.
func (u *unsaved) Stat() (fs.FileInfo, error) { return u.info, nil }

// Close does nothing.
func (u *unsaved) Close() error { return nil }

type unsavedInfo struct {
	name string
	size int64
	time time.Time
}

func (i unsavedInfo) Name() string       { return i.name }
func (i unsavedInfo) Size() int64        { return i.size }
func (i unsavedInfo) Mode() fs.FileMode  { return 0o644 }
func (i unsavedInfo) ModTime() time.Time { return i.time }
func (i unsavedInfo) IsDir() bool        { return false }
func (i unsavedInfo) Sys() any           { return nil }

// relative is the way from a text to another file, as a link of its Markdown writes it.
func relative(from, to string) string {
	a, b := strings.Split(path.Dir(from), "/"), strings.Split(to, "/")
	for len(a) > 0 && len(b) > 1 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	return strings.Repeat("../", len(a)) + strings.Join(b, "/")
}
