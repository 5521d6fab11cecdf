package generator

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io/fs"
	"net/http"
	"path"
	"strings"
	"sync"
	"time"

	"github.com/som-hub/vitryna/generator/attachment"
	"github.com/som-hub/vitryna/generator/cache"
	"github.com/som-hub/vitryna/generator/content"
	"github.com/som-hub/vitryna/generator/output"
	"github.com/som-hub/vitryna/generator/picture"
	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/render"
	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// publishedFile is a picture or an attachment that pages show or offer.
type publishedFile struct {
	source string
	render.File
	picture *pictured // nil for an attachment
	digest  [sha256.Size]byte
}

type memorisedFile struct {
	stamp    stamp
	file     publishedFile
	problems problem.List
	suspects content.Suspects
}

// files finds the names under which pictures and attachments are published, and the sizes of pictures. The name bears a digest of the
// content, so that it may be kept for ever by browsers.
func (l *Loader) files(ctx context.Context, model *site.Site, found []content.Found) ([]publishedFile, problem.List, error) {
	uses := model.Uses
	allowed := sync.OnceValue(func() []string { return allowedIn(model) })
	at := make(map[string]content.Found, len(found))
	for _, f := range found {
		at[ukrainian.Normalise(f.File)] = f
	}
	if l.memory.files == nil {
		l.memory.files = map[string]*memorisedFile{}
	}
	entries := make([]*memorisedFile, len(uses))
	err := each(ctx, l.Jobs, len(uses), func(i int) error {
		f := at[uses[i]]
		l.memory.mu.Lock()
		entry := l.memory.files[f.File]
		l.memory.mu.Unlock()
		if entry == nil || !entry.stamp.same(stampOf(f)) {
			entry = l.publish(f, uses[i])
		}
		entries[i] = entry
		return nil
	})
	var files []publishedFile
	var problems problem.List
	for i, entry := range entries {
		if entry == nil {
			continue
		}
		l.memory.files[at[uses[i]].File] = entry
		problems = append(append(problems, entry.problems...), nameProblems(at[uses[i]].File, allowed)...)
		if len(entry.suspects) > 0 {
			problems = append(problems, entry.suspects.Problems(at[uses[i]].File, allowed(), model.Config.Peace())...)
		}
		if entry.file.Path != "" {
			files = append(files, entry.file)
		}
	}
	return files, problems, err
}

// nameProblems tells of phones and e-mails in the name of a file, which becomes its address (PD-01).
func nameProblems(file string, allowed func() []string) problem.List {
	var problems problem.List
	if len(content.Personal(path.Base(file), nil)) == 0 {
		return nil
	}
	for _, found := range content.Personal(path.Base(file), allowed()) {
		problems = append(problems, problem.New("E-PII", file, 0, 0, "what", found.What, "value", problem.Mask(found.Value), "named", "yes"))
	}
	return problems
}

// looks are what a file is found to be: all that is known of it without its content.
type looks struct {
	Digest   [32]byte
	Plan     *picture.Plan // nil where it is no picture, or none that can be shown
	Problems problem.List
	Suspects content.Suspects
}

// publish looks at one file and finds its name in the output.
func (l *Loader) publish(f content.Found, use string) *memorisedFile {
	entry := &memorisedFile{stamp: stampOf(f), file: publishedFile{source: f.File}}
	if f.Size > content.Largest {
		entry.problems = problem.List{problem.New("E-FILE-BIG", f.File, 0, 0, "file", path.Base(f.File), "size", content.Megabytes(f.Size), "max", content.Megabytes(content.Largest))}
		return entry
	}
	found, err := l.lookAt(f, use, entry.stamp)
	if err != nil {
		entry.stamp = stamp{} // it is looked at again, though it has not changed
		entry.problems = problem.List{content.Unreadable(f.File, err)}
		return entry
	}
	entry.problems, entry.suspects = found.Problems, found.Suspects
	switch {
	case found.Plan != nil:
		entry.file.picture = newPictured(f.File, use, found.Digest, *found.Plan)
		entry.file.File = entry.file.picture.file(l.studio, f.Size)
	case !isPicture(use):
		entry.file.File, entry.file.digest = render.File{Path: publishedPath(use, found.Digest), Size: f.Size}, found.Digest
	}
	return entry
}

// lookAt reads a file and looks what it is, or remembers it from another build.
func (l *Loader) lookAt(f content.Found, use string, s stamp) (*looks, error) {
	key, trusted := l.lookKey(f.File, s)
	if trusted {
		var found looks
		if data, ok := l.results.Get(key); ok && json.Unmarshal(data, &found) == nil {
			return &found, nil
		}
	}
	data, err := fs.ReadFile(l.Root, f.File)
	if err != nil {
		return nil, err
	}
	found := &looks{Digest: sha256.Sum256(data), Suspects: content.SuspectsIn(use, data)}
	if isPicture(use) {
		plan, problems := l.studio.look(use, data)
		if found.Problems = problems; !problems.Stops() {
			found.Plan = &plan
		}
	} else if name := undisguised(path.Base(use), data); name != "" {
		found.Problems = problem.List{problem.New("E-FILE-PICTURE", use, 0, 0, "file", path.Base(use), "name", name)}
	} else {
		found.Problems = attachmentProblems(use, data)
	}
	if trusted {
		if data, err := json.Marshal(found); err == nil {
			l.results.Put(key, data)
		}
	}
	return found, nil
}

// lookKey is under what the looks of a file are kept, so that a file that is as it was need not even be read; ok is false where its time may not be trusted.
func (l *Loader) lookKey(file string, s stamp) (key cache.Key, ok bool) {
	if !s.safe || l.Folder == "" {
		return cache.Key{}, false
	}
	return cache.KeyOf("look", lookVersion, picture.Recipe, attachment.Version, l.Folder, file, fmt.Sprint(s.size), fmt.Sprint(s.time.UnixNano())), true
}

// lookVersion names this way of looking at files: whoever changes what is found out changes it.
const lookVersion = "6"

// undisguised is how a picture ought to be called that has another ending, "" for other files: as an attachment it would go out with the place where it was
// taken (PD-09).
func undisguised(name string, data []byte) string {
	ending := map[string]string{"image/jpeg": ".jpg", "image/png": ".png", "image/gif": ".gif", "image/webp": ".webp"}[http.DetectContentType(data)]
	stem := strings.TrimSuffix(name, path.Ext(name))
	switch {
	case ending == "":
		return ""
	case isPicture(stem): // foto.jpg.download
		return stem
	}
	return stem + ending
}

// open opens the cache, and the studio with it, when they are needed first.
func (l *Loader) open() {
	if l.studio == nil {
		l.results = l.openCache()
		l.studio = newStudio(l.Root, l.results, l.Preview)
	}
}

// openCache opens the cache that the options name; without one, or if it cannot be opened, everything is made anew.
func (l *Loader) openCache() *cache.Cache {
	if l.Cache == "" {
		return nil
	}
	c, err := cache.Open(l.Cache, time.Now())
	if err != nil {
		return nil
	}
	c.Verify = l.Verify
	return c
}

// CloseCache throws away what the cache has not needed for long, and tells how many results came out otherwise than they had been kept.
func (l *Loader) CloseCache() (differing int) {
	if l.studio == nil {
		return 0
	}
	l.results.Trim()
	return len(l.results.Differs())
}

// routes are the files of the output that a file becomes.
func (f publishedFile) routes(l *Loader) []route {
	if f.picture == nil {
		root := l.Root // a loader of unsaved texts gets another for every load
		return []route{{path: f.Path, make: func() ([]byte, error) { return again(root, f.source, f.digest) }, fixed: string(f.digest[:])}}
	}
	var list []route
	for i, made := range f.picture.files {
		list = append(list, route{path: made.Path, make: func() ([]byte, error) { return l.studio.file(f.picture, i) }, picture: f.picture, fixed: string(f.picture.digest[:]) + picture.Recipe})
	}
	return list
}

// publishedPath is an attachment's place in the output: beside its page, under a plain name with a digest.
func publishedPath(file string, digest [32]byte) string {
	return path.Join(plainFolder(file), plainStem(file)+"."+hex.EncodeToString(digest[:4])+strings.ToLower(path.Ext(file)))
}

// plainStem is the name of a file without its ending, fit for an address.
func plainStem(file string) string {
	if stem := ukrainian.Slug(strings.TrimSuffix(path.Base(file), path.Ext(file))); stem != "" && output.CheckName(stem) == nil {
		return stem
	} else if stem != "" {
		return stem + "-file" // aux, con: devices of Windows
	}
	return "file"
}

// plainFolder is the place in the output of what lies beside a page.
func plainFolder(file string) string {
	return plainPath(strings.TrimPrefix(strings.TrimPrefix(path.Dir(file), "content"), "/"))
}

// plainPath makes a folder's path fit for an address.
func plainPath(dir string) string {
	parts := strings.Split(dir, "/")
	for i, part := range parts {
		parts[i] = ukrainian.Slug(part)
	}
	return path.Join(parts...)
}

func isVideo(file string) bool {
	switch strings.ToLower(path.Ext(file)) {
	case ".mp4", ".m4v", ".webm", ".ogv", ".mov", ".avi", ".mkv":
		return true
	}
	return false
}

func isPicture(file string) bool {
	switch strings.ToLower(path.Ext(file)) {
	case ".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".heic", ".heif", ".avif", ".tif", ".tiff", ".bmp",
		".jfif", ".jpe", ".dng", ".cr2", ".cr3", ".nef", ".arw", ".orf", ".rw2", ".raf", ".jxl", ".jp2":
		return true
	}
	return false
}

// filesOf are the pictures and attachments among the files found.
func filesOf(found []content.Found) []string {
	var files []string
	for _, f := range found {
		if !f.Text {
			files = append(files, f.File)
		}
	}
	return files
}

// published are the files as pages see them.
func published(files []publishedFile) map[string]render.File {
	m := make(map[string]render.File, len(files))
	for _, f := range files {
		m[ukrainian.Normalise(f.source)] = f.File
	}
	return m
}
