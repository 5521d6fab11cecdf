package generator

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"github.com/som-hub/vitryna/generator/cache"
	"github.com/som-hub/vitryna/generator/content"
	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// Past is what the last build of a site into a folder left for the next one: what it read, and what it wrote. With it a build in which nothing has
// changed only looks that nothing has, and another makes only the files that can have become others.
//
//	past := loader.Past(out)
//	if past.Unchanged() { … }                       // nothing to load, if past.Lies
//	snapshot, err := loader.Load(ctx)
//	err = snapshot.AllBut(ctx, jobs, past.Keeps(snapshot, writer.Keep), put)
//	past.Save(snapshot)
//
// A file is not made again if its key is the key it was made under, and if it lies in the folder as it was left (by size and time). A key is a digest of all that
// the file can show; see [Snapshot.keys].
type Past struct {
	loader *Loader
	name   cache.Key
	out    string
	was    past
	inputs []input // as they were before this build read them

	mu    sync.Mutex
	files map[string]pastFile // of this build
}

// past is what is noted.
type past struct {
	Inputs   []input
	Moved    bool  // they were changed during the build
	Minute   int64 // of the build, where an auction was still to change by itself; else 0
	Problems problem.List
	Pages    int
	Copies   bool                // of the files lie beside them, compressed
	Files    map[string]pastFile // by path in the output
}

// input is a file that the site is made of.
type input struct {
	File string
	Size int64
	Time int64
	Sum  string // of a file so young that a change might hide behind its time; else empty
}

// pastFile is a file of the output.
type pastFile struct {
	Key, Sum string
	Size     int64
	Time     int64
}

// mostYoung is how many files may be too young to be trusted before a build gives up to remember what it read.
const mostYoung = 2000

// Past opens what the last build of the site into a folder left. Without a cache, or when results are to be verified, it knows nothing.
func (l *Loader) Past(out string) *Past {
	l.openStudio()
	p := &Past{loader: l, files: map[string]pastFile{}}
	c := l.studio.cache
	full, err := filepath.Abs(out)
	if c == nil || l.Folder == "" || err != nil {
		return p
	}
	p.out = full
	p.name = cache.KeyOf("past 3", programVersion(), l.Folder, full, fmt.Sprint(l.Drafts, l.Preview, l.Disk, l.BaseURL, l.Lines, l.Publish, ukrainian.DateOf(l.Now)))
	known := false
	each(context.Background(), 2, 2, func(i int) error { //nolint:errcheck // neither fails
		if i == 0 {
			l.walked = walk(l.Root, l.Jobs, sources...)
			p.inputs = l.inputs(l.walked)
		} else if data, ok := c.Noted(p.name); ok {
			known = p.was.read(data) == nil
		}
		return nil
	})
	if !known || p.deceived() {
		p.was = past{}
	}
	p.files = make(map[string]pastFile, len(p.was.Files))
	return p
}

// sources are the folders of a site that a build reads.
var sources = []string{"content", "layouts", "assets"}

// inputs are all files of the site's folder that a build may read, as they were when it was walked through. It is nil where they cannot be told for sure.
func (l *Loader) inputs(root *walked) []input {
	var list []input
	young := 0
	now := time.Now()
	for _, dir := range sources {
		if info, err := os.Lstat(filepath.Join(l.Folder, dir)); err == nil && !info.IsDir() {
			return nil
		}
		err := fs.WalkDir(root, dir, func(name string, entry fs.DirEntry, err error) error {
			if _, guide := inGuide(name); guide && l.guided() {
				return fs.SkipDir // it is a part of the program
			}
			if err != nil || entry.IsDir() {
				return err
			}
			switch {
			case entry.Type()&fs.ModeSymlink != 0: // texts are not read through links; content/ itself, or its site.yaml, may be one
				return errors.New("a link leads to what can change unseen")
			case !entry.Type().IsRegular():
				return errors.New("a pipe or a device is not read, only told")
			}
			info, err := entry.Info()
			if err != nil {
				return err
			}
			in := input{File: name, Size: info.Size(), Time: info.ModTime().UnixNano()}
			if now.Sub(info.ModTime()) <= grain {
				if young++; young > mostYoung {
					return errors.New("too many")
				}
				if info.Size() > content.Largest {
					return errors.New("too big to be read only for this")
				}
				if in.Sum, err = sumOf(root, name); err != nil {
					return err
				}
			}
			list = append(list, in)
			return nil
		})
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil
		}
	}
	return list
}

// sumOf is the sum of a file as it is now.
func sumOf(root fs.FS, name string) (string, error) {
	data, err := fs.ReadFile(root, name)
	sum := sha256.Sum256(data)
	return string(sum[:]), err
}

// same tells whether a file is what it was.
func (p *Past) same(in, was input) bool {
	if in.File != was.File || in.Size != was.Size || in.Time != was.Time {
		return false
	}
	if was.Sum == "" || in.Sum == was.Sum {
		return true
	}
	sum, err := sumOf(p.loader.Root, in.File) // it was young then, and no longer is
	return err == nil && sum == was.Sum
}

// deceived tells whether a file has its old size and time, and other bytes: it was saved twice within the grain of the file system's times, or a clock was set
// back between. Pictures are known by size and time wherever they are shown, so then nothing of the last build is believed.
func (p *Past) deceived() bool {
	if !slices.ContainsFunc(p.was.Inputs, func(in input) bool { return in.Sum != "" }) {
		return false
	}
	now := make(map[string]input, len(p.inputs))
	for _, in := range p.inputs {
		now[in.File] = in
	}
	for i, was := range p.was.Inputs {
		in, there := now[was.File]
		if !there || was.Sum == "" || in.Size != was.Size || in.Time != was.Time {
			continue
		}
		if !p.same(in, was) {
			return true
		}
		p.was.Inputs[i].Sum = in.Sum // as old as to be believed now, or still young
	}
	return false
}

// Unchanged tells whether nothing that enters the site is otherwise than at the last build: the folder with its files, the program, the day.
func (p *Past) Unchanged() bool {
	if p.loader.Verify || p.was.Files == nil || p.was.Moved || p.inputs == nil || p.was.Minute != 0 && p.was.Minute != p.loader.Now.Unix()/60 {
		return false
	}
	return slices.EqualFunc(p.inputs, p.was.Inputs, p.same)
}

// Told is what the last build said, and how many pages it made.
func (p *Past) Told() (problem.List, int) { return p.was.Problems, p.was.Pages }

// Copies tells whether the last build left compressed copies beside the files.
func (p *Past) Copies() bool { return p.was.Copies }

// Lies asks a writer whether all files lie there as the last build left them.
func (p *Past) Lies(ctx context.Context, jobs int, keep func(path string, size int64, modified time.Time) bool) (bool, error) {
	paths := slices.Collect(maps.Keys(p.was.Files))
	err := each(ctx, jobs, len(paths), func(i int) error {
		if !p.lies(paths[i], keep) {
			return errMoved
		}
		return nil
	})
	if errors.Is(err, errMoved) {
		return false, nil
	}
	return err == nil, err
}

var errMoved = errors.New("a file does not lie where the last build left it")

func (p *Past) lies(path string, keep func(path string, size int64, modified time.Time) bool) bool {
	file, known := p.was.Files[path]
	return known && keep(path, file.Size, time.Unix(0, file.Time))
}

// Keeps is the question whether a file of a snapshot need not be made, for [Snapshot.AllBut].
func (p *Past) Keeps(s *Snapshot, keep func(path string, size int64, modified time.Time) bool) func(path string) (sum string, size int, ok bool) {
	return func(path string) (string, int, bool) {
		file, known := p.was.Files[path]
		if !known || p.loader.Verify || file.Key == "" || file.Key != s.key(path) || !p.lies(path, keep) {
			return "", 0, false
		}
		p.mu.Lock()
		p.files[path] = file
		p.mu.Unlock()
		return file.Sum, int(file.Size), true
	}
}

// Made notes a file that was made.
func (p *Past) Made(s *Snapshot, path string, data []byte, sum string) {
	if p.out == "" {
		return
	}
	file := pastFile{Key: s.key(path), Sum: sum, Size: int64(len(data))}
	p.mu.Lock()
	p.files[path] = file
	p.mu.Unlock()
}

// Differing counts the files that came out otherwise than the last build left them, under the same key: then a key lacks something.
func (p *Past) Differing() int {
	n := 0
	if !p.loader.Verify {
		return n
	}
	for path, file := range p.files {
		was, known := p.was.Files[path]
		if known && was.Key != "" && was.Key == file.Key && was.Sum != file.Sum {
			n++
		}
	}
	return n
}

// Save notes what the next build has to know, after all files are in their places. That it cannot be noted is no trouble.
func (p *Past) Save(s *Snapshot) {
	c := p.loader.studio.cache
	if p.out == "" || c == nil {
		return
	}
	var after []input
	saves := []func() error{func() error {
		after = p.loader.inputs(walk(p.loader.Root, p.loader.Jobs, sources...))
		return nil
	}, func() error { return p.loader.kept.save(s.found) }}
	for _, digests := range p.loader.digests {
		saves = append(saves, digests.save)
	}
	if each(context.Background(), p.loader.Jobs, len(saves), func(i int) error { return saves[i]() }) != nil {
		return
	}
	now := past{Problems: s.Problems, Pages: s.Pages, Copies: s.Copies(), Files: p.files}
	if !s.Turns.IsZero() {
		now.Minute = p.loader.Now.Unix() / 60
	}
	for path, file := range p.files {
		if file.Time != 0 {
			continue
		}
		info, err := os.Lstat(filepath.Join(p.out, filepath.FromSlash(path)))
		if err != nil {
			return
		}
		file.Time = info.ModTime().UnixNano()
		p.files[path] = file
	}
	now.Inputs = p.inputs
	now.Moved = p.inputs == nil || !slices.EqualFunc(p.inputs, after, p.same)
	if note, err := now.written(); err == nil {
		c.Note(p.name, note)
	}
}
