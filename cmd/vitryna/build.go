package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/schollz/progressbar/v3"
	"github.com/spf13/cobra"

	"github.com/som-hub/vitryna/assets"
	"github.com/som-hub/vitryna/generator"
	"github.com/som-hub/vitryna/generator/check"
	"github.com/som-hub/vitryna/generator/output"
	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/ukrainian"
	"github.com/som-hub/vitryna/layouts"
)

// buildFlags are what `vitryna build` may be told.
type buildFlags struct {
	out, baseURL, now string
	strict, drafts    bool
	jobs              int
	noCache, verify   bool
}

func (p *program) buildCommand() *cobra.Command {
	var f buildFlags
	c := &cobra.Command{Use: "build " + p.say("use site"), Short: p.say("build"), Args: p.siteArg, RunE: func(c *cobra.Command, args []string) error {
		return p.build(c.Context(), args, f)
	}}
	c.Flags().StringVar(&f.out, "out", "", p.say("flag out"))
	c.Flags().StringVar(&f.baseURL, "base-url", "", p.say("flag base-url"))
	c.Flags().BoolVar(&f.strict, "strict", false, p.say("flag strict"))
	c.Flags().BoolVar(&f.drafts, "drafts", false, p.say("flag drafts"))
	c.Flags().StringVar(&f.now, "now", "", p.say("flag now"))
	c.Flags().IntVar(&f.jobs, "jobs", 0, p.say("flag jobs"))
	c.Flags().BoolVar(&f.noCache, "no-cache", false, p.say("flag no-cache"))
	c.Flags().BoolVar(&f.verify, "verify", false, p.say("flag verify"))
	return c
}

// build builds a site: load, complain, render all, write.
func (p *program) build(ctx context.Context, args []string, f buildFlags) error {
	begin := time.Now()
	folder, loader, err := p.opened(args, f)
	if err != nil {
		return err
	}
	loader.Publish = true
	out := cmp.Or(f.out, filepath.Join(folder, "public"))
	if err := p.folderAside(folder, out); err != nil {
		return err
	}
	past := loader.Past(out)
	if past.Unchanged() {
		if done, err := p.rebuilt(ctx, past, out, f, begin); done || err != nil {
			return err
		}
	}
	snapshot, err := loader.Load(ctx)
	if err != nil {
		return err
	}
	if p.report(snapshot.Problems, f.strict) {
		fmt.Fprintf(p.Stderr, p.say("not built")+"\n", p.tally(snapshot.Problems), out)
		return errContent
	}
	private, unread := loader.Secrets(snapshot)
	if p.report(unread, f.strict) {
		return errContent
	}
	guard := &leakGuard{leaks: check.NewLeaks(private)}
	summary, err := p.write(ctx, snapshot, past, out, f.jobs, guard)
	if errors.Is(err, errLeak) {
		p.report(guard.list(), false)
		fmt.Fprintf(p.Stderr, p.say("not built")+"\n", p.tally(guard.list()), out)
		return errContent
	}
	if page := (*generator.PageError)(nil); errors.As(err, &page) {
		list := problem.List{loader.Explain(ctx, page)}
		p.report(list, false)
		fmt.Fprintf(p.Stderr, p.say("not built")+"\n", p.tally(list), out)
		return errContent
	}
	if err != nil {
		return err
	}
	past.Save(snapshot)
	p.built(snapshot.Pages, begin, snapshot.Problems, summary)
	if n := loader.CloseCache() + past.Differing(); n > 0 {
		return fmt.Errorf("%s", fmt.Sprintf(p.say("differs"), n))
	}
	return nil
}

func (p *program) built(pages int, begin time.Time, problems problem.List, s output.Summary) {
	fmt.Fprintf(p.Stdout, p.say("built")+"\n", p.pages(pages), p.seconds(time.Since(begin)), p.warnings(problems),
		fmt.Sprintf(p.say("changed"), p.files(s.Written), p.files(s.Deleted)))
}

// rebuilt ends a build before which nothing has changed: it is done if every file lies where the last one left it.
func (p *program) rebuilt(ctx context.Context, past *generator.Past, out string, f buildFlags, begin time.Time) (done bool, err error) {
	w, err := output.Open(out)
	if err != nil {
		return false, err
	}
	if past.Copies() {
		w.Copies()
	}
	if all, err := past.Lies(ctx, f.jobs, w.Keep); !all || err != nil {
		return false, errors.Join(err, w.Abort())
	}
	summary, err := w.Commit()
	if err != nil {
		return false, err
	}
	problems, pages := past.Told()
	if p.report(problems, f.strict) {
		fmt.Fprintf(p.Stderr, p.say("not built")+"\n", p.tally(problems), out)
		return true, errContent
	}
	p.built(pages, begin, problems, summary)
	return true, nil
}

// opened finds the site that the call names, and makes its loader.
func (p *program) opened(args []string, f buildFlags) (folder string, loader *generator.Loader, err error) {
	if folder, err = p.folder(args); err != nil {
		return "", nil, err
	}
	loader, err = p.loader(folder, f)
	return folder, loader, err
}

// loaded loads a site for a command that looks at it; a folder that is none is told.
func (p *program) loaded(ctx context.Context, loader *generator.Loader) (*generator.Snapshot, error) {
	snapshot, err := loader.Load(ctx)
	if err != nil {
		return nil, err
	}
	if snapshot.Model() == nil {
		p.report(snapshot.Problems, false)
		return nil, errContent
	}
	return snapshot, nil
}

// loader makes a loader of the site in a folder.
func (p *program) loader(folder string, f buildFlags) (*generator.Loader, error) {
	now, err := p.now(f.now)
	if err != nil {
		return nil, err
	}
	if u, err := url.Parse(f.baseURL); f.baseURL != "" && (err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || strings.ContainsAny(f.baseURL, "?#")) {
		return nil, callError{fmt.Sprintf(p.say("wrong base"), f.baseURL)}
	}
	if f.jobs < 0 {
		return nil, callError{fmt.Sprintf(p.say("wrong jobs"), f.jobs)}
	}
	return &generator.Loader{Options: generator.Options{
		Root: generator.WithGuide(generator.Folder(folder), layouts.FS), Layouts: layouts.FS, Assets: assets.FS, Now: now, Drafts: f.drafts, BaseURL: strings.TrimRight(f.baseURL, "/"), Jobs: f.jobs,
		Cache: p.cacheFolder(f.noCache), Verify: f.verify, Folder: fullName(folder),
	}}, nil
}

// cacheFolder is where results are kept from build to build: the user's folder for such things, or where VITRYNA_CACHE says.
func (p *program) cacheFolder(none bool) string {
	if none {
		return ""
	}
	if own := p.Getenv("VITRYNA_CACHE"); own != "" {
		return own
	}
	dir, err := os.UserCacheDir()
	if err != nil {
		return "" // a user without a folder of her own
	}
	return filepath.Join(dir, "vitryna")
}

// fullName is a folder's name from the root of the disk; empty if it cannot be found out.
func fullName(folder string) string {
	full, err := filepath.Abs(folder)
	if err != nil {
		return ""
	}
	return full
}

// now is the day of the build: --now, else the clock.
func (p *program) now(flag string) (time.Time, error) {
	if flag == "" {
		return p.Now(), nil
	}
	if t, err := time.Parse(time.RFC3339, flag); err == nil {
		return t, nil
	}
	t, err := time.ParseInLocation(time.DateOnly, flag, ukrainian.Kyiv())
	if err != nil {
		return t, callError{fmt.Sprintf(p.say("wrong day"), flag)}
	}
	return t, nil
}

// write renders every file and writes those that differ. What is there stays as it was if anything fails before the end.
func (p *program) write(ctx context.Context, snapshot *generator.Snapshot, past *generator.Past, out string, jobs int, guard *leakGuard) (output.Summary, error) {
	w, err := output.Open(out)
	if err != nil {
		return output.Summary{}, err
	}
	if snapshot.Copies() {
		w.Copies()
	}
	bar := p.progress(snapshot.Files())
	keeps := past.Keeps(snapshot, w.Keep)
	kept := func(path string) (sum string, size int, ok bool) {
		if sum, size, ok = keeps(path); ok {
			bar()
		}
		return sum, size, ok
	}
	err = snapshot.AllBut(ctx, jobs, kept, func(path string, data []byte, sum string) error {
		bar()
		guard.look(path, data)
		past.Made(snapshot, path, data, sum)
		_, err := w.Put(path, data)
		return err
	})
	if err == nil && len(guard.list()) > 0 {
		err = errLeak
	}
	if err != nil {
		return output.Summary{}, errors.Join(err, w.Abort())
	}
	return w.Commit()
}

// progress is a line on a terminal that tells how far the build is; elsewhere it is silent.
func (p *program) progress(n int) (step func()) { return p.progressBar(n, p.say("building")) }

// progressBar is such a line with other words.
func (p *program) progressBar(n int, text string) (step func()) {
	if !p.Terminal {
		return func() {}
	}
	bar := progressbar.NewOptions(n, progressbar.OptionSetWriter(p.Stderr), progressbar.OptionSetDescription(text),
		progressbar.OptionClearOnFinish(), progressbar.OptionThrottle(100*time.Millisecond), progressbar.OptionSetWidth(24))
	var mu sync.Mutex
	return func() {
		mu.Lock()
		defer mu.Unlock()
		bar.Add(1) // unchecked: a line that cannot be drawn is no trouble
	}
}

// report shows the problems and tells whether they stop a build.
func (p *program) report(list problem.List, strict bool) (stops bool) {
	problem.WriteText(p.Stderr, list, p.lang, p.colour())
	if len(list) > 0 {
		io.WriteString(p.Stderr, "\n") // unchecked: nowhere to complain to
	}
	return list.Stops() || strict && list.Warnings() > 0
}
