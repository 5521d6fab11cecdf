package generator

import (
	"context"
	"io/fs"
	"path"

	"github.com/som-hub/vitryna/generator/filename"
)

// walked is the folder of a site with what was listed in it at one moment: a build compares that with the last one, reads the texts, and looks for
// private folders, and walks the disk once for all of these.
type walked struct {
	fs.FS
	folders map[string][]fs.DirEntry
}

// walk lists folders with all that lies below them. What cannot be listed is not remembered: whoever walks there is told why.
func walk(root fs.FS, jobs int, folders ...string) *walked {
	w := &walked{root, map[string][]fs.DirEntry{}}
	for len(folders) > 0 {
		lists := make([][]fs.DirEntry, len(folders))
		each(context.Background(), jobs, len(folders), func(i int) error { // unchecked: none fails
			lists[i] = filesIn(root, folders[i])
			return nil
		})
		var below []string
		for i, list := range lists {
			if list != nil {
				w.folders[folders[i]] = list
			}
			for _, entry := range list {
				if entry.IsDir() {
					below = append(below, path.Join(folders[i], entry.Name()))
				}
			}
		}
		folders = below
	}
	return w
}

// filesIn lists a folder with the sizes and times of its files.
func filesIn(root fs.FS, folder string) []fs.DirEntry {
	list, err := fs.ReadDir(root, folder)
	if err != nil {
		return nil
	}
	for i, entry := range list {
		if filename.Regular(entry.Type()) {
			info, err := entry.Info()
			list[i] = listedFile{entry, info, err}
		}
	}
	return list
}

// listedFile is a file as it was when its folder was listed.
type listedFile struct {
	fs.DirEntry
	info fs.FileInfo
	err  error
}

// Info tells what it was.
func (f listedFile) Info() (fs.FileInfo, error) { return f.info, f.err }

// ReadDir lists a folder as it was.
func (w *walked) ReadDir(name string) ([]fs.DirEntry, error) {
	if list, known := w.folders[name]; known {
		return list, nil
	}
	return fs.ReadDir(w.FS, name)
}

// Stat tells of a file as it is.
func (w *walked) Stat(name string) (fs.FileInfo, error) { return fs.Stat(w.FS, name) }

// listing is the site's folder, for walking through.
func (l *Loader) listing() fs.FS {
	if l.walked != nil {
		return l.walked
	}
	return l.Root
}
