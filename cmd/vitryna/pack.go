package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/som-hub/vitryna/generator"
	"github.com/som-hub/vitryna/generator/check"
	"github.com/som-hub/vitryna/generator/edition"
	"github.com/som-hub/vitryna/generator/filename"
	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// packFlags are what `vitryna pack` may be told.
type packFlags struct {
	buildFlags
	since   string
	largest int
	source  bool
	private bool
}

func (p *program) packCommand() *cobra.Command {
	var f packFlags
	c := &cobra.Command{Use: "pack " + p.say("use site"), Short: p.say("pack"), Args: p.siteArg, RunE: func(c *cobra.Command, args []string) error {
		return p.pack(c.Context(), args, f)
	}}
	c.Flags().StringVar(&f.out, "out", "", p.say("flag pack out"))
	c.Flags().BoolVar(&f.source, "source", false, p.say("flag source"))
	c.Flags().BoolVar(&f.private, "private", false, p.say("flag private"))
	c.Flags().StringVar(&f.since, "since", "", p.say("flag since"))
	c.Flags().IntVar(&f.largest, "without-larger", 0, p.say("flag without-larger"))
	c.Flags().StringVar(&f.baseURL, "base-url", "", p.say("flag base-url"))
	c.Flags().BoolVar(&f.strict, "strict", false, p.say("flag strict"))
	c.Flags().BoolVar(&f.drafts, "drafts", false, p.say("flag drafts"))
	c.Flags().StringVar(&f.now, "now", "", p.say("flag now"))
	c.Flags().IntVar(&f.jobs, "jobs", 0, p.say("flag jobs"))
	c.Flags().BoolVar(&f.noCache, "no-cache", false, p.say("flag no-cache"))
	return c
}

// pack writes the site for a disk as an archive: all of it, or what an older archive does not have.
func (p *program) pack(ctx context.Context, args []string, f packFlags) error {
	begin := time.Now()
	folder, err := p.folder(args)
	if err != nil {
		return err
	}
	if f.largest < 0 {
		return callError{fmt.Sprintf(p.say("wrong largest"), f.largest)}
	}
	if f.private && !f.source {
		return callError{p.say("private alone")}
	}
	if f.source {
		return p.packSource(folder, f)
	}
	old, err := p.older(f.since, f.out)
	if err != nil {
		return err
	}
	loader, err := p.loader(folder, f.buildFlags)
	if err != nil {
		return err
	}
	loader.Disk = true
	snapshot, err := loader.Load(ctx)
	if err != nil {
		return err
	}
	if p.report(snapshot.Problems, f.strict) {
		return p.notPacked(snapshot.Problems)
	}
	out, day := f.out, loader.Now.In(ukrainian.Kyiv())
	if out == "" {
		out = snapshot.Name() + "-" + day.Format(time.DateOnly)
		if old != nil {
			out += "-zminy"
		}
		out += ".zip"
	}
	if err := p.archiveAside(folder, out); err != nil {
		return err
	}
	copied, err := p.copySite(ctx, loader, snapshot, f)
	if err != nil {
		return err
	}
	entries, removed, err := archived(copied, old)
	if err != nil {
		return err
	}
	size, err := writeArchive(out, entries, day)
	if err != nil {
		return err
	}
	p.packed(out, size, len(entries), removed, len(copied.Absent), time.Since(begin))
	return nil
}

// notPacked tells that there is no archive, for what has been said already.
func (p *program) notPacked(list problem.List) error {
	fmt.Fprintf(p.Stderr, p.say("not packed")+"\n", p.tally(list))
	return errContent
}

// older reads which files an older archive has; nil where none is named.
func (p *program) older(name, out string) (edition.Sums, error) {
	if name == "" {
		return nil, nil
	}
	file, err := os.Open(name)
	if err != nil {
		return nil, callError{fmt.Sprintf(p.say("no old"), name)}
	}
	defer file.Close() // unchecked: it was read only
	info, err := file.Stat()
	if err != nil {
		return nil, err
	}
	if same, err := os.Stat(out); err == nil && os.SameFile(info, same) {
		return nil, callError{fmt.Sprintf(p.say("old is out"), name)}
	}
	sums, err := edition.ReadOld(file, info.Size())
	switch {
	case errors.Is(err, edition.ErrForeign):
		return nil, callError{fmt.Sprintf(p.say("old foreign"), name)}
	case err != nil:
		return nil, callError{fmt.Sprintf(p.say("old damaged"), name)}
	}
	return sums, nil
}

// copySite makes the files of the archive. Nothing private gets into them.
func (p *program) copySite(ctx context.Context, loader *generator.Loader, snapshot *generator.Snapshot, f packFlags) (*generator.Copy, error) {
	private, unread := loader.Secrets(snapshot)
	if p.report(unread, f.strict) {
		return nil, p.notPacked(unread)
	}
	guard, bar := &leakGuard{leaks: check.NewLeaks(private)}, p.progress(snapshot.DiskFiles())
	copied, err := snapshot.Disk(ctx, generator.DiskOptions{Jobs: f.jobs, Largest: int64(f.largest) << 20, Look: func(path string, data []byte) {
		bar()
		guard.look(path, data)
	}})
	if page := (*generator.PageError)(nil); errors.As(err, &page) {
		list := problem.List{loader.Explain(ctx, page)}
		p.report(list, false)
		return nil, p.notPacked(list)
	}
	if err != nil {
		return nil, err
	}
	if list := append(guard.list(), copied.Problems...); len(list) > 0 {
		p.report(list, false)
		return nil, p.notPacked(list)
	}
	return copied, nil
}

// archived are the files of the archive: the list of the whole copy is among them, and beside changes the names of what has gone.
func archived(copied *generator.Copy, old edition.Sums) (entries []edition.Entry, removed []string, err error) {
	list, err := edition.Pack(edition.SumsFile, edition.SumsOf(copied.Entries).Text())
	if err != nil || old == nil {
		return append(copied.Entries, list), nil, err
	}
	entries, removed = edition.Since(copied.Entries, old)
	entries = append(entries, list)
	if len(removed) == 0 {
		return entries, nil, nil
	}
	gone, err := edition.Pack(edition.RemovedFile, []byte(strings.Join(removed, "\r\n")+"\r\n"))
	return append(entries, gone), removed, err
}

// writeArchive writes the archive beside its place and then puts it there. What is no plain file, as a device, is written to.
func writeArchive(name string, entries []edition.Entry, day time.Time) (size int64, err error) {
	file, err := besideArchive(name)
	if err != nil {
		return 0, err
	}
	beside := file.Name()
	count := &counter{file: file}
	err = edition.Write(count, entries, day)
	if closeErr := file.Close(); err == nil {
		err = closeErr
	}
	if beside == name {
		return count.n, err
	}
	if err == nil {
		err = os.Rename(beside, name)
	}
	if err != nil {
		os.Remove(beside) // unchecked: the first error is the one to tell
	}
	return count.n, err
}

// besideArchive opens a new file beside an archive, of which no other program has the name, or what is no plain file.
func besideArchive(name string) (*os.File, error) {
	if info, err := os.Stat(name); err == nil && !filename.Regular(info.Mode()) {
		return os.OpenFile(name, os.O_WRONLY, 0)
	}
	file, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*.tmp")
	if err != nil {
		return nil, err
	}
	file.Chmod(0o644) // unchecked: others may read the archive, where the disk knows of them
	return file, nil
}

// counter counts what is written to a file.
type counter struct {
	file *os.File
	n    int64
}

func (c *counter) Write(data []byte) (int, error) {
	n, err := c.file.Write(data)
	c.n += int64(n)
	return n, err
}

// packed tells what was written.
func (p *program) packed(out string, size int64, files int, removed []string, absent int, took time.Duration) {
	fmt.Fprintf(p.Stdout, p.say("packed")+"\n", out, p.files(files), p.megabytes(size), p.seconds(took))
	if len(removed) > 0 {
		fmt.Fprintf(p.Stdout, p.say("pack removed")+"\n", p.files(len(removed)), edition.RemovedFile)
	}
	if absent > 0 {
		fmt.Fprintf(p.Stdout, p.say("pack absent")+"\n", p.files(absent))
	}
}

// megabytes is a size for people: «1,2 МБ».
func (p *program) megabytes(n int64) string {
	tenths := (n*10 + 1<<19) >> 20
	if p.lang == "en" {
		return fmt.Sprintf("%d.%d MB", tenths/10, tenths%10)
	}
	return fmt.Sprintf("%d,%d МБ", tenths/10, tenths%10)
}
