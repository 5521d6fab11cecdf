package generator

import (
	"context"
	"slices"
	"strings"
	"sync"

	"github.com/som-hub/vitryna/generator/edition"
	"github.com/som-hub/vitryna/generator/output"
	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/render"
	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// DiskOptions say what a copy of the site for a disk holds.
type DiskOptions struct {
	Jobs    int                            // at once; 0: as many as there are processors
	Largest int64                          // larger attachments stay out; 0: none does
	Look    func(path string, data []byte) // sees every file of the site; required
}

// Copy is the site for a disk.
type Copy struct {
	Entries  []edition.Entry
	Absent   []string     // attachments that stayed out
	Problems problem.List // of names that cannot be unpacked everywhere; then there are no entries
}

// Disk makes the site for a disk. It must have been loaded for one ([Options.Disk]). What is made stays in memory packed, for an archive has its
// files in one order, whichever is ready first.
func (s *Snapshot) Disk(ctx context.Context, o DiskOptions) (*Copy, error) {
	absent, err := s.largeFiles(o)
	if err != nil {
		return nil, err
	}
	facts := render.CopyFacts{Largest: o.Largest, Absent: absent}
	options := edition.Options{
		Files: append(s.Routes(), s.copyFiles()...), Base: s.model.Config.BaseURL, Note: s.render.CopyWord, Unpack: s.render.CopyHint(),
	}
	for _, f := range absent {
		options.Absent = append(options.Absent, f.Path)
	}
	disk := edition.New(options)
	c := &Copy{Absent: options.Absent, Problems: s.unpackable(disk)}
	if len(c.Problems) > 0 {
		return c, nil
	}
	c.Entries, err = s.entries(ctx, disk, o)
	if err != nil {
		return nil, err
	}
	facts.Files = len(c.Entries)
	for _, e := range c.Entries {
		facts.Size += e.Size
	}
	papers, err := s.papers(disk, facts)
	if err != nil {
		return nil, err
	}
	for _, f := range papers {
		e, err := edition.Pack(f.Path, f.Data)
		if err != nil {
			return nil, err
		}
		c.Entries = append(c.Entries, e)
	}
	return c, nil
}

// DiskFiles is how many files of the site a copy holds, before large attachments are left out.
func (s *Snapshot) DiskFiles() (n int) {
	disk := edition.New(edition.Options{Files: s.Routes()})
	for _, path := range s.Routes() {
		if disk.Keeps(path) {
			n++
		}
	}
	return n
}

// copyFiles are the pages «Про цю копію», which no route makes: they tell of what the routes have made.
func (s *Snapshot) copyFiles() []string {
	var files []string
	for _, lang := range s.model.Config.Languages {
		files = append(files, s.render.CopyFile(lang))
	}
	return files
}

// entries are the files of the site, packed.
func (s *Snapshot) entries(ctx context.Context, disk *edition.Disk, o DiskOptions) ([]edition.Entry, error) {
	var tasks [][]string
	for _, task := range s.tasks() {
		if task = slices.DeleteFunc(task, func(path string) bool { return !disk.Keeps(path) }); len(task) > 0 {
			tasks = append(tasks, task)
		}
	}
	var mu sync.Mutex
	var entries []edition.Entry
	err := each(ctx, o.Jobs, len(tasks), func(i int) error {
		for _, path := range tasks[i] {
			data, err := s.Render(path)
			if err != nil {
				return err
			}
			data = disk.Finish(path, data)
			o.Look(path, data)
			e, err := edition.Pack(path, data)
			if err != nil {
				return err
			}
			mu.Lock()
			entries = append(entries, e)
			if path == edition.HomeFile {
				e, err = edition.Pack(edition.StartFile, disk.Start(data))
				entries = append(entries, e)
			}
			mu.Unlock()
			if err != nil {
				return err
			}
		}
		return nil
	})
	return entries, err
}

// papers are what a copy has beside the site: the pages about itself and the readme.
func (s *Snapshot) papers(disk *edition.Disk, facts render.CopyFacts) ([]output.File, error) {
	pages, err := s.render.CopyPages(facts)
	if err != nil {
		return nil, &PageError{s.render.CopyFile(site.UK), err}
	}
	files := []output.File{{Path: edition.ReadmeFile, Data: s.render.CopyReadme(edition.StartFile)}}
	for path, data := range pages {
		files = append(files, output.File{Path: path, Data: disk.Finish(path, data)})
	}
	slices.SortFunc(files, func(a, b output.File) int { return strings.Compare(a.Path, b.Path) })
	return files, nil
}

// largeFiles are the attachments that are larger than a copy shall have.
func (s *Snapshot) largeFiles(o DiskOptions) ([]render.CopyFile, error) {
	if o.Largest <= 0 {
		return nil, nil
	}
	var large []render.CopyFile
	for _, path := range s.Routes() {
		if !edition.Attachment(path) {
			continue
		}
		data, err := s.Render(path)
		if err != nil {
			return nil, err
		}
		if size := int64(len(data)); size > o.Largest {
			large = append(large, render.CopyFile{Path: path, Size: size})
		}
	}
	return large, nil
}

// unpackable finds the names that some machine cannot unpack: too long, or one that differs from another in capital letters only.
func (s *Snapshot) unpackable(disk *edition.Disk) problem.List {
	var list problem.List
	var set output.Set
	for _, path := range append(s.Routes(), s.copyFiles()...) {
		if disk.Keeps(path) && (!edition.GoodName(path) || set.Add(path, nil) != nil) {
			list = append(list, problem.New("E-COPY-NAME", path, 0, 0, "max", ukrainian.Number(edition.Longest)))
		}
	}
	return list
}

// Name is the name of the site as a file may bear it, and at most 40 signs long.
func (s *Snapshot) Name() string {
	slug := ukrainian.Slug(s.model.Config.Name.In(site.UK))
	for len(slug) > 40 {
		cut := strings.LastIndexByte(slug, '-')
		if cut < 0 {
			cut = 40
		}
		slug = slug[:cut]
	}
	if slug == "" {
		return "sait"
	}
	return slug
}
