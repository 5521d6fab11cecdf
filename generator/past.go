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
	"strings"
	"sync"
	"time"

	"github.com/som-hub/vitryna/generator/cache"
	"github.com/som-hub/vitryna/generator/content"
	"github.com/som-hub/vitryna/generator/filename"
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
	was    pastNote
	at     map[string]*pastFile // the files that were, by path
	inputs []input              // as they were before this build read them

	mu   sync.Mutex
	made map[string]pastFile // in this build
}

// pastNote is what is noted of a build.
type pastNote struct {
	Inputs   []input
	Moved    bool  // they were changed during the build
	Second   int64 // of the build, where an auction was still to change by itself; else 0
	Problems problem.List
	Pages    int
	Copies   bool // of the files lie beside them, compressed
	Files    []pastFile
}

// input is a file that the site is made of, or a folder: its name ends in a slash, and it is nothing but there.
type input struct {
	File string
	Size int64
	Time int64
	Sum  string // of a file so young that a change might hide behind its time; else empty
}

// pastFile is a file of the output.
type pastFile struct {
	Path, Key, Sum string
	Size           int64
	Time           int64

	looked, lies bool // in this build: whether it lies there as it was left
	kept         bool // it need not be made
}

// mostYoung is how many files may be too young to be trusted before a build gives up to remember what it read.
const mostYoung = 2000

// Past opens what the last build of the site into a folder left. Without a cache, or when results are to be verified, it knows nothing.
func (l *Loader) Past(out string) *Past {
	l.open()
	p := &Past{loader: l, made: map[string]pastFile{}}
	c := l.results
	full, err := filepath.Abs(out)
	if c == nil || l.Folder == "" || err != nil {
		return p
	}
	p.out = full
	p.name = cache.KeyOf("past 5", programVersion(), l.Folder, full, fmt.Sprint(l.Drafts, l.Preview, l.Disk, l.BaseURL, l.Lines, l.Publish, ukrainian.DateOf(l.Now)))
	known := false
	each(context.Background(), 2, 2, func(i int) error { // unchecked: neither fails
		if i == 0 {
			l.walked = walk(l.Root, l.Jobs, sources...)
			p.inputs = l.inputs(l.walked)
		} else if data, ok := c.Noted(p.name); ok {
			known = p.was.read(data) == nil
		}
		return nil
	})
	if !known || p.deceived() {
		p.was = pastNote{}
	}
	l.past = p
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
			if err != nil {
				return err
			}
			if entry.IsDir() { // an empty one may be told of, or hide a file of the theme
				list = append(list, input{File: name + "/"})
				return nil
			}
			switch {
			case entry.Type()&fs.ModeSymlink != 0: // texts are not read through links; content/ itself, or its site.yaml, may be one
				return errors.New("a link leads to what can change unseen")
			case !filename.Regular(entry.Type()):
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
	young := map[string]*input{} // at that time
	for i := range p.was.Inputs {
		if was := &p.was.Inputs[i]; was.Sum != "" {
			young[was.File] = was
		}
	}
	if len(young) == 0 {
		return false
	}
	for _, in := range p.inputs {
		was := young[in.File]
		if was == nil || in.Size != was.Size || in.Time != was.Time {
			continue
		}
		if !p.same(in, *was) {
			return true
		}
		was.Sum = in.Sum // as old as to be believed now, or still young
	}
	return false
}

// Unchanged tells whether nothing that enters the site is otherwise than at the last build: the folder with its files, the program, the day.
func (p *Past) Unchanged() bool {
	if p.loader.Verify || p.was.Files == nil || p.was.Moved || p.inputs == nil || p.was.Second != 0 && p.was.Second != p.loader.Now.Unix() {
		return false
	}
	return slices.EqualFunc(p.inputs, p.was.Inputs, p.same)
}

// Told is what the last build said, and how many pages it made.
func (p *Past) Told() (problem.List, int) { return p.was.Problems, p.was.Pages }

// Copies tells whether the last build left compressed copies beside the files.
func (p *Past) Copies() bool { return p.was.Copies }

// Lies tells whether all files lie there as the last build left them, and has a writer keep them.
func (p *Past) Lies(ctx context.Context, jobs int, keep func(path string, size int64, modified time.Time) bool) (bool, error) {
	err := each(ctx, jobs, len(p.was.Files), func(i int) error {
		if !p.lies(&p.was.Files[i], keep) {
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

// look looks which files lie there as they were left. It is done while the model is made, which leaves a processor idle.
func (p *Past) look() {
	p.at = make(map[string]*pastFile, len(p.was.Files))
	for i := range p.was.Files {
		p.was.Files[i].look(p.out)
		p.at[p.was.Files[i].Path] = &p.was.Files[i]
	}
}

func (f *pastFile) look(out string) {
	info, err := os.Lstat(out + string(filepath.Separator) + filepath.FromSlash(f.Path))
	f.looked, f.lies = true, err == nil && filename.Regular(info.Mode()) && info.Size() == f.Size && info.ModTime().UnixNano() == f.Time
}

func (p *Past) lies(f *pastFile, keep func(path string, size int64, modified time.Time) bool) bool {
	if !f.looked {
		f.look(p.out)
	}
	return f.lies && keep(f.Path, f.Size, time.Unix(0, f.Time))
}

// Keeps is the question whether a file of a snapshot need not be made, for [Snapshot.AllBut]. Each file is asked for once.
func (p *Past) Keeps(s *Snapshot, keep func(path string, size int64, modified time.Time) bool) func(path string) (sum string, size int, ok bool) {
	return func(path string) (string, int, bool) {
		file := p.at[path]
		if file == nil || p.loader.Verify || file.Key == "" || file.Key != s.key(path) || !p.lies(file, keep) {
			return "", 0, false
		}
		file.kept = true
		return file.Sum, int(file.Size), true
	}
}

// Made notes a file that was made.
func (p *Past) Made(s *Snapshot, path string, data []byte, sum string) {
	if p.out == "" {
		return
	}
	file := pastFile{Path: path, Key: s.key(path), Sum: sum, Size: int64(len(data))}
	p.mu.Lock()
	p.made[path] = file
	p.mu.Unlock()
}

// Differing counts the files that came out otherwise than the last build left them, under the same key: then a key lacks something.
func (p *Past) Differing() int {
	n := 0
	if !p.loader.Verify {
		return n
	}
	for path, file := range p.made {
		was := p.at[path]
		if was != nil && was.Key != "" && was.Key == file.Key && was.Sum != file.Sum {
			n++
		}
	}
	return n
}

// moved tells whether a file that this build may have read is another by now. What was parsed of such a file is not known by its time.
func (p *Past) moved() bool {
	others := make([]bool, len(p.inputs))
	each(context.Background(), p.loader.Jobs, len(p.inputs), func(i int) error { // unchecked: none fails
		others[i] = !p.loader.kept.unread(p.inputs[i].File) && p.another(p.inputs[i])
		return nil
	})
	for i, other := range others {
		if other {
			p.loader.kept.doubt(p.inputs[i].File)
		}
	}
	return p.inputs == nil || slices.Contains(others, true)
}

// another tells whether a file is not as it was when the site's folder was walked through.
func (p *Past) another(in input) bool {
	if strings.HasSuffix(in.File, "/") {
		return false // what is in it is among the files
	}
	info, err := os.Lstat(filepath.Join(p.loader.Folder, filepath.FromSlash(in.File)))
	if err != nil || info.Size() != in.Size || info.ModTime().UnixNano() != in.Time {
		return true
	}
	if in.Sum == "" {
		return false
	}
	sum, err := sumOf(p.loader.Root, in.File)
	return err != nil || sum != in.Sum
}

// Save notes what the next build has to know, after all files are in their places. That it cannot be noted is no trouble.
func (p *Past) Save(s *Snapshot) {
	c := p.loader.results
	if p.out == "" || c == nil {
		return
	}
	now := pastNote{
		Inputs: p.inputs, Moved: p.moved(), Problems: s.Problems, Pages: s.Pages, Copies: s.Copies(), Files: make([]pastFile, 0, len(p.was.Files)+len(p.made)),
	}
	saves := []func() error{func() error { return p.loader.kept.save(s.found) }}
	for _, digests := range p.loader.digests {
		saves = append(saves, digests.save)
	}
	if each(context.Background(), p.loader.Jobs, len(saves), func(i int) error { return saves[i]() }) != nil {
		return
	}
	if !s.Turns.IsZero() {
		now.Second = p.loader.Now.Unix()
	}
	for _, file := range p.was.Files {
		if file.kept {
			now.Files = append(now.Files, file)
		}
	}
	made, err := p.lying()
	if err != nil {
		return
	}
	now.Files = append(now.Files, made...)
	if note, err := now.written(); err == nil {
		c.Note(p.name, note)
	}
}

// lying are the files that were made, as they lie in their places.
func (p *Past) lying() ([]pastFile, error) {
	files := make([]pastFile, 0, len(p.made))
	for _, path := range slices.Sorted(maps.Keys(p.made)) {
		files = append(files, p.made[path])
	}
	err := each(context.Background(), p.loader.Jobs, len(files), func(i int) error {
		info, err := os.Lstat(filepath.Join(p.out, filepath.FromSlash(files[i].Path)))
		if err == nil {
			files[i].Time = info.ModTime().UnixNano()
		}
		return err
	})
	return files, err
}
