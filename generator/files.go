package generator

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"path"
	"strconv"
	"strings"

	"github.com/som-hub/vitryna/generator/content"
	"github.com/som-hub/vitryna/generator/picture"
	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/render"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// publishedFile is a picture or an attachment that pages show or offer.
type publishedFile struct {
	source string
	render.File
}

type memorisedFile struct {
	stamp    stamp
	file     publishedFile
	problems problem.List
}

// files finds the names under which pictures and attachments are published, and the sizes of pictures. The name bears a digest of the
// content, so that it may be kept for ever by browsers.
func (l *Loader) files(ctx context.Context, uses []string, found []content.Found) ([]publishedFile, problem.List, error) {
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
		problems = append(problems, entry.problems...)
		if entry.file.Path != "" {
			files = append(files, entry.file)
		}
	}
	return files, problems, err
}

// publish reads one file and finds its name in the output.
func (l *Loader) publish(f content.Found, use string) *memorisedFile {
	entry := &memorisedFile{stamp: stampOf(f), file: publishedFile{source: f.File}}
	data, err := fs.ReadFile(l.Root, f.File)
	if err != nil {
		entry.problems = problem.List{problem.New("E-READ", f.File, 0, 0, "detail", err.Error())}
		return entry
	}
	entry.file.Size = int64(len(data))
	if isVideo(use) && len(data) > largestVideo {
		entry.problems = problem.List{problem.New("W-SIZE", use, 0, 0, "file", path.Base(use), "size", strconv.Itoa(len(data)>>20), "max", strconv.Itoa(largestVideo>>20))}
	}
	if isPicture(use) {
		info, err := picture.Inspect(data)
		if err != nil {
			entry.problems = problem.List{problem.New("E-PICTURE", use, 0, 0, "file", path.Base(use), "why", pictureTrouble(err), "detail", err.Error())}
			return entry
		}
		entry.file.Width, entry.file.Height = info.Width, info.Height
		if info.HasGPS {
			entry.problems = problem.List{problem.New("W-GPS", use, 0, 0, "file", path.Base(use))}
		}
	}
	entry.file.Path = publishedPath(use, data)
	return entry
}

// publishedPath is the file's place in the output: beside its page, under a plain name with a digest.
func publishedPath(file string, data []byte) string {
	sum := sha256.Sum256(data)
	ext := path.Ext(file)
	stem := ukrainian.Slug(strings.TrimSuffix(path.Base(file), ext))
	if stem == "" {
		stem = "file"
	}
	dir := strings.TrimPrefix(strings.TrimPrefix(path.Dir(file), "content"), "/")
	return path.Join(plainPath(dir), stem+"."+hex.EncodeToString(sum[:4])+strings.ToLower(ext))
}

// plainPath makes a folder's path fit for an address.
func plainPath(dir string) string {
	parts := strings.Split(dir, "/")
	for i, part := range parts {
		parts[i] = ukrainian.Slug(part)
	}
	return path.Join(parts...)
}

// largestVideo is what people can be asked to load, in bytes (domain 2.3.20).
const largestVideo = 50 << 20

func isVideo(file string) bool {
	switch strings.ToLower(path.Ext(file)) {
	case ".mp4", ".m4v", ".webm", ".ogv", ".mov", ".avi", ".mkv":
		return true
	}
	return false
}

func isPicture(file string) bool {
	switch strings.ToLower(path.Ext(file)) {
	case ".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".heic", ".heif", ".avif", ".tif", ".tiff", ".bmp":
		return true
	}
	return false
}

// pictureTrouble names what is wrong with a picture by a word of the catalogue of messages.
func pictureTrouble(err error) string {
	if large := (*picture.TooLargeError)(nil); errors.As(err, &large) {
		return "large"
	}
	if unsupported := (*picture.UnsupportedError)(nil); errors.As(err, &unsupported) {
		return "format"
	}
	return "broken"
}

// published are the files as pages see them.
func published(files []publishedFile) map[string]render.File {
	m := make(map[string]render.File, len(files))
	for _, f := range files {
		m[ukrainian.Normalise(f.source)] = f.File
	}
	return m
}
