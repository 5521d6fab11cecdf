package generator

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/som-hub/vitryna/generator/content"
	"github.com/som-hub/vitryna/generator/edition"
	"github.com/som-hub/vitryna/generator/output"
	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/render"
	"github.com/som-hub/vitryna/generator/site"
)

// Snapshot is a site as it was when it was loaded. It never changes.
type Snapshot struct {
	Problems problem.List
	Pages    int       // pages that visitors read, without redirects and feeds
	Build    string    // names this state of the site
	Turns    time.Time // when it becomes another though no file changes, as an auction does, or a file that is let go; zero: never
	Hasty    bool      // what need not be known before a first page is shown has still to be found out: load again, see [Loader.Reload]

	routes  []route
	at      map[string]int
	found   []content.Found
	keys    keys
	layouts map[string]string // see themeMemory
	model   *site.Site
	render  *render.Renderer

	secrets *secrets // of a build; nil: they are looked for when they are asked for
	kept    *keptFiles
	offline *offlineSite // nil where no browser keeps the site
}

// route is one file of the finished site and how it is made.
type route struct {
	path    string // projects/ahenty-zmin/index.html
	make    func() ([]byte, error)
	of      string // the file of the site that it is made of by makeOf, and not by make; or ""
	makeOf  func(of []byte) ([]byte, error)
	picture *pictured // whose size it is, or nil
	texts   string    // whose texts it can show, as [render.Page] tells, or noChapters
	cards   *render.Cards
	bare    bool          // no layout has a part in it
	item    *site.Item    // whose own page it is, or nil
	alias   *render.Alias // that it leads on from, or nil
	own     bool          // what is made is nobody else's, so that the next may be written over it
	fixed   string        // a key of its own, of a file that shows nothing of any page
}

// ErrNoRoute tells that the site has no such file.
var ErrNoRoute = errors.New("there is no such page or file")

// snapshot gathers everything the finished site consists of.
func (l *Loader) snapshot(ctx context.Context, made parts, r *render.Renderer, found []content.Found, problems problem.List) (_ *Snapshot, err error) {
	model := made.model
	s := &Snapshot{kept: l.kept, model: model, render: r, found: found, layouts: l.memory.theme.layouts}
	if !l.Still {
		s.Turns = turns(model)
	}
	if l.Preview {
		s.Build = l.state(found, model, problems)
		l.lookAgain(s, problems)
	}
	var pages []render.Page
	var index []route
	err = each(ctx, l.Jobs, 2, func(i int) (err error) {
		if i == 1 {
			pages = r.Pages()
			return l.gather(s, r, pages, made)
		}
		if s.keys, err = l.keys(s); err == nil {
			index, err = l.search(ctx, s, r)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	s.routes = append(s.routes, index...)
	problems = append(problems, s.settle()...)
	if l.Preview {
		problems = append(problems, l.tryLayouts(pages)...)
	}
	s.Problems = l.finishProblems(problems)
	return s, nil
}

// state names what a snapshot was made of: the day, the layouts, the styles, the stamps of all files and which of them could not be read, and site.yaml and the tables of auctions, which are not among them.
func (l *Loader) state(found []content.Found, model *site.Site, problems problem.List) string {
	h := sha256.New()
	if m := l.memory.theme; m != nil {
		h.Write(m.digest[:])
	}
	if m := l.memory.assets; m != nil {
		h.Write(m.digest[:])
	}
	fmt.Fprintf(h, "%v\x00%+v\x00", model.Now, model.Config.Audit)
	if data, err := fs.ReadFile(l.Root, content.ConfigFile); err == nil {
		fmt.Fprintf(h, "%d\x00%s", len(data), data)
	}
	for _, f := range found {
		fmt.Fprintf(h, "%s\x00%d\x00%d\x00", f.File, f.Size, f.Time.UnixNano())
	}
	for _, p := range problems {
		if unread(p) {
			fmt.Fprintf(h, "%s\x00unread\x00", p.File)
		}
	}
	for _, a := range model.Auctions() {
		fmt.Fprintf(h, "%s\x00%v\x00%v\x00%v\x00", a.Item.Path, a.Seal, a.Closings, a.Turns.Unix())
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}

// unread tells of a file that another program had for itself: no rights are lacking, and nothing in the folder will change when it is let go.
func unread(p problem.Problem) bool { return p.Code == "E-READ" && p.Args["why"] == "" }

// lookAgain has the preview load again by itself where a file is unread: after a second, then after twice as long each time.
func (l *Loader) lookAgain(s *Snapshot, problems problem.List) {
	const first, last = time.Second, 30 * time.Second
	if !slices.ContainsFunc(problems, unread) {
		l.pause = 0
		return
	}
	l.pause = min(max(2*l.pause, first), last)
	if again := time.Now().Add(l.pause); s.Turns.IsZero() || again.Before(s.Turns) {
		s.Turns = again
	}
}

// gather gathers the files of the site, but for the index of the search.
func (l *Loader) gather(s *Snapshot, r *render.Renderer, pages []render.Page, made parts) error {
	model, a := made.model, made.assets
	s.routes = make([]route, 0, 2*len(pages))
	for _, p := range pages {
		r := route{path: file(p.Address), make: p.Make, texts: p.Texts, cards: p.Cards, own: true, alias: p.Alias}
		if p.Book == "" {
			r.item = p.Item
		}
		s.routes = append(s.routes, r)
		if p.Indexed {
			s.Pages++
		}
	}
	for _, f := range made.files {
		s.routes = append(s.routes, f.routes(l)...)
	}
	for _, f := range a.files {
		if f.Path == a.names[workerSource] {
			continue // it lies at the root, see offline.go
		}
		s.routes = append(s.routes, route{path: f.Path, make: func() ([]byte, error) { return f.Data, nil }, fixed: a.digest + f.Path})
	}
	s.feeds(model, pages)
	s.exhibitFeeds(model)
	s.calendars(model, r.Words)
	s.deadlines(model, r.Words)
	s.exports(model, r)
	s.audits(model)
	l.cards(s, r)
	l.hosting(s, model)
	s.books(model, r)
	return l.offline(s, r, a)
}

// file is where a page lies: a page's address ends in a slash, its file is index.html there.
func file(address string) string {
	if address == "" || strings.HasSuffix(address, "/") {
		return address + "index.html"
	}
	return address
}

func (s *Snapshot) add(path string, makeFile func() ([]byte, error)) {
	s.routes = append(s.routes, route{path: path, make: makeFile})
}

// Routes lists the paths of all files of the finished site, sorted.
func (s *Snapshot) Routes() []string {
	paths := make([]string, len(s.routes))
	for i, r := range s.routes {
		paths[i] = r.path
	}
	slices.Sort(paths)
	return paths
}

// Files is how many files the finished site has.
func (s *Snapshot) Files() int { return len(s.routes) }

// Render makes one file of the site, finished. A path without a file gives [ErrNoRoute].
func (s *Snapshot) Render(path string) ([]byte, error) { return s.renderOf(nil, path) }

// renderOf is Render with the file that this one is made of, where that is there already.
func (s *Snapshot) renderOf(of []byte, path string) ([]byte, error) {
	i, ok := s.at[path]
	if !ok {
		return nil, ErrNoRoute
	}
	data, err := s.routes[i].made(of, s.Render)
	if err == nil {
		err = s.kept.whole()
	}
	if err != nil {
		return nil, &PageError{path, err}
	}
	return output.Finish(path, data)
}

// made makes the file; of is the one that it is made of, or nil to have it rendered.
func (r *route) made(of []byte, render func(path string) ([]byte, error)) (_ []byte, err error) {
	if r.of == "" {
		return r.make()
	}
	if of == nil {
		if of, err = render(r.of); err != nil {
			return nil, err
		}
	}
	return r.makeOf(of)
}

// PageError tells that a file of the site could not be made: most likely a layout asks for what there is not.
type PageError struct {
	Path string
	Err  error
}

func (e *PageError) Error() string { return "make " + strconv.Quote(e.Path) + ": " + e.Err.Error() }

// Unwrap gives the cause.
func (e *PageError) Unwrap() error { return e.Err }

// Problem is the error as a person reads it, by the layouts with which the page was made: those of a preview are as they were written.
func (e *PageError) Problem() problem.Problem {
	if broken := (*PictureError)(nil); errors.As(e.Err, &broken) {
		return pictureProblem(broken.File, broken.Err)
	}
	if changed := (*ChangedError)(nil); errors.As(e.Err, &changed) {
		return changed.problem()
	}
	return render.LayoutProblem("", e.Err)
}

// Explain says where in a layout the cause of a [PageError] lies, or which picture is broken. The layouts of a build are small, so the page is made once more
// with the layouts as they were written.
func (l *Loader) Explain(ctx context.Context, e *PageError) problem.Problem {
	if p := e.Problem(); p.Code != "E-LAYOUT" {
		return l.finishProblems(problem.List{p})[0]
	}
	plain := &Loader{Options: l.Options}
	plain.Lines = true
	cause := e.Err
	if s, err := plain.Load(ctx); err == nil {
		var again *PageError
		if _, err := s.Render(e.Path); errors.As(err, &again) {
			cause = again.Err
		}
	}
	return l.finishProblems(problem.List{render.LayoutProblem("", cause)})[0]
}

// All makes every file of the site and hands it on; put is called by many goroutines at once, at most jobs.
func (s *Snapshot) All(ctx context.Context, jobs int, put func(path string, data []byte) error) error {
	return s.AllBut(ctx, jobs, func(string) (string, int, bool) { return "", 0, false }, func(path string, data []byte, _ string) error {
		return put(path, bytes.Clone(data))
	})
}

// AllBut is All without the files that need not be made: kept tells of each whether it is one, and then its sum and its size. put is told the sum of
// a file as well ([edition.Sum]), and has the file only until it returns. Both are called by many goroutines at once.
func (s *Snapshot) AllBut(ctx context.Context, jobs int, kept func(path string) (sum string, size int, ok bool), put func(path string, data []byte, sum string) error) error {
	tasks, list := s.tasks(), s.offline.list()
	err := each(ctx, jobs, len(tasks), func(i int) error {
		var before []byte // the page that the next file may be made of
		defer func() { render.Reuse(before) }()
		for _, path := range tasks[i] {
			if sum, size, ok := kept(path); ok {
				list.unchanged(path, sum, size)
				continue
			}
			data, err := s.renderOf(before, path)
			if s.routes[s.at[path]].own {
				render.Reuse(before)
				before = data
			}
			if err == nil {
				sum := edition.Sum(data)
				list.seen(path, data, sum)
				err = put(path, data, sum)
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	return list.put(ctx, jobs, kept, put)
}

// tasks are the files to make, in the order in which it goes fastest: pictures first, which pages ask for their colours, and the sizes of
// one picture in one hand, for they are made together; so are a file and the one that is made of it.
func (s *Snapshot) tasks() [][]string {
	var pictures, rest [][]string
	at, of := map[*pictured]int{}, map[string]string{}
	for _, r := range s.routes {
		if r.of != "" {
			of[r.of] = r.path
		}
	}
	for _, r := range s.routes {
		switch made := of[r.path]; {
		case r.picture != nil:
			i, known := at[r.picture]
			if !known {
				i = len(pictures)
				at[r.picture], pictures = i, append(pictures, nil)
			}
			pictures[i] = append(pictures[i], r.path)
		case made != "":
			rest = append(rest, []string{r.path, made})
		case r.of == "":
			rest = append(rest, []string{r.path})
		}
	}
	return append(pictures, rest...)
}

// Model is the site as it was placed; nil where the folder is no site. It never changes.
func (s *Snapshot) Model() *site.Site { return s.model }

// Asset is the path of a style or a script by the name of its source; "" where there is none.
func (s *Snapshot) Asset(name string) string {
	if s.render == nil {
		return ""
	}
	return s.render.Assets[name]
}

// Copies tells whether the site wants compressed copies beside its files ([output.Writer.Copies]), for hosts that do not compress by themselves.
func (s *Snapshot) Copies() bool { return s.model.Config.Compress }
