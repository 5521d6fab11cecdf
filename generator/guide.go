package generator

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/som-hub/vitryna/generator/content"
	"github.com/som-hub/vitryna/generator/site"
)

// The author's guide is a manual that lies among the layouts and is read as if it lay among the site's manuals. The preview of every
// site has it; a site with `guide: true` publishes it.
const (
	guideSource = "guide"
	guideFolder = "content/manuals/" + GuideID
)

// GuideID is the id of the author's guide: it stands at /manuals/<id>/.
const GuideID = "posibnyk-avtora-vitryny"

// WithGuide is the folder of a site with the author's guide in it. A site that has a folder of that name keeps its own.
func WithGuide(root, layouts fs.FS) fs.FS {
	guide, err := fs.Sub(layouts, guideSource)
	if err != nil {
		return root
	}
	if _, err := fs.Stat(guide, "index.md"); err != nil {
		return root
	}
	if _, err := fs.Stat(root, guideFolder); !errors.Is(err, fs.ErrNotExist) {
		return root
	}
	return guided{root, guide}
}

type guided struct{ root, guide fs.FS }

// Open opens a file of the site, or of the guide.
func (g guided) Open(name string) (fs.File, error) {
	if inside, ok := inGuide(name); ok {
		return g.guide.Open(inside)
	}
	return g.root.Open(name)
}

// Stat tells of a file of the site, or of the guide.
func (g guided) Stat(name string) (fs.FileInfo, error) {
	if inside, ok := inGuide(name); ok {
		return fs.Stat(g.guide, inside)
	}
	return fs.Stat(g.root, name)
}

// ReadDir lists a folder of the site; content/ and content/manuals/ lead to the guide, whether they are there or not.
func (g guided) ReadDir(name string) ([]fs.DirEntry, error) {
	if inside, ok := inGuide(name); ok {
		return fs.ReadDir(g.guide, inside)
	}
	entries, err := fs.ReadDir(g.root, name)
	child, ok := strings.CutPrefix(guideFolder, name+"/")
	if !ok || err != nil && name != path.Dir(guideFolder) {
		return entries, err
	}
	child, _, _ = strings.Cut(child, "/")
	if !slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return e.Name() == child }) {
		entries = append(entries, guideEntry{child})
		slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	}
	return entries, nil
}

// guideEntry is a folder that leads to the guide.
type guideEntry struct{ name string }

func (e guideEntry) Name() string               { return e.name }
func (e guideEntry) IsDir() bool                { return true }
func (e guideEntry) Type() fs.FileMode          { return fs.ModeDir }
func (e guideEntry) Info() (fs.FileInfo, error) { return nil, fs.ErrNotExist } // nobody asks a folder for its size

func inGuide(name string) (inside string, ok bool) {
	if name == guideFolder {
		return ".", true
	}
	return strings.CutPrefix(name, guideFolder+"/")
}

// guided tells whether the guide lies in the site's folder and is not the site's own.
func (l *Loader) guided() bool {
	_, has := l.Root.(guided)
	return has
}

// withoutGuide leaves the guide out where it is neither published nor previewed.
func (l *Loader) withoutGuide(found []content.Found, config *site.Config) []content.Found {
	if !l.guided() || config.Guide || l.Preview {
		return found
	}
	return slices.DeleteFunc(found, func(f content.Found) bool {
		_, guide := inGuide(f.File)
		return guide
	})
}

// markGuide tells of the guide's documents that they are the program's own, and of what the published site will not have that it is hidden.
func (l *Loader) markGuide(docs []*site.Doc, config *site.Config) []*site.Doc {
	if !l.guided() {
		return docs
	}
	for i, doc := range docs {
		if _, guide := inGuide(doc.File); guide {
			marked := *doc // documents are kept from one build to the next and never change
			marked.Ours, marked.Draft = true, doc.Draft || !config.Guide
			docs[i] = &marked
		}
	}
	return docs
}
