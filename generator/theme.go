package generator

import (
	"crypto/sha256"
	"io/fs"
	"path"

	"github.com/som-hub/vitryna/generator/content"
	"github.com/som-hub/vitryna/generator/output"
	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/render"
	"github.com/som-hub/vitryna/generator/site"
)

// theme is what designers wrote: the built-in files with the site's own over them.
type theme struct {
	kinds    *content.Kinds
	words    site.Words
	layouts  *render.Layouts
	problems problem.List
}

type themeMemory struct {
	digest [sha256.Size]byte
	kinds  [sha256.Size]byte // of what enters a document: the kinds and their vocabularies
	theme  *theme
}

// theme reads the layouts, or remembers them if no byte of them has changed.
func (l *Loader) theme() (*theme, error) {
	own, err := fs.Sub(l.Root, "layouts")
	if err != nil {
		return nil, err
	}
	layouts := overlay{own, l.Layouts}
	digest, err := digest(layouts)
	if err != nil {
		return nil, err
	}
	if m := l.memory.look; m != nil && m.digest == digest {
		return m.theme, nil
	}
	t := &theme{}
	var more problem.List
	t.kinds, t.problems = content.ReadKinds(l.Layouts, own)
	t.words, more = content.ReadWords(l.Layouts, own)
	t.problems = append(t.problems, more...)
	minify := output.MinifyLayout
	if l.Preview || l.Lines {
		minify = nil // a designer wants to be told her own lines
	}
	t.layouts, more = render.ParseLayouts(layouts, t.kinds.All, minify, l.Verify)
	t.problems = append(t.problems, more...)
	kinds, err := digestOf(layouts, func(name string) bool { return path.Ext(name) == ".yaml" })
	if err != nil {
		return nil, err
	}
	l.memory.look = &themeMemory{digest, kinds, t}
	return t, nil
}

// starterSource is where the site that `vitryna init` makes lies in the layouts; it is no part of the theme.
const starterSource = "starter"

// digest tells one state of a small tree of files from another.
func digest(fsys fs.FS) ([sha256.Size]byte, error) {
	return digestOf(fsys, func(string) bool { return true })
}

// digestOf tells the states of some of its files.
func digestOf(fsys fs.FS, which func(name string) bool) (sum [sha256.Size]byte, err error) {
	h := sha256.New()
	err = fs.WalkDir(fsys, ".", func(name string, entry fs.DirEntry, err error) error {
		if name == guideSource || name == starterSource {
			return fs.SkipDir // read among the site's texts, if at all
		}
		if err != nil || entry.IsDir() || !which(name) {
			return err
		}
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return err
		}
		h.Write([]byte(name + "\x00"))
		part := sha256.Sum256(data)
		h.Write(part[:])
		return nil
	})
	h.Sum(sum[:0])
	return sum, err
}
