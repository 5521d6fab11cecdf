package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/som-hub/vitryna/generator"
	"github.com/som-hub/vitryna/generator/editor"
	"github.com/som-hub/vitryna/generator/output"
	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/serve"
)

// serveFlags are what `vitryna serve` may be told.
type serveFlags struct {
	buildFlags
	port   int
	noOpen bool
	lan    *lanFlags
}

func (p *program) serveCommand() *cobra.Command {
	var f serveFlags
	c := &cobra.Command{Use: "serve " + p.say("use site"), Short: p.say("serve"), Args: p.siteArg, RunE: func(c *cobra.Command, args []string) error {
		return p.preview(c.Context(), args, f)
	}}
	f.lan = p.lanFlags(c.Flags())
	c.Flags().IntVar(&f.port, "port", 1414, p.say("flag port"))
	c.Flags().BoolVar(&f.noOpen, "no-open", false, p.say("flag no-open"))
	c.Flags().StringVar(&f.now, "now", "", p.say("flag now"))
	return c
}

// preview serves the site until it is stopped. Drafts and what is to come are shown.
func (p *program) preview(ctx context.Context, args []string, f serveFlags) error {
	if f.port < 0 || f.port > 65535 {
		return callError{fmt.Sprintf(p.say("wrong port"), f.port)}
	}
	folder, err := p.previewed(args)
	if err != nil {
		return err
	}
	f.drafts = true
	site, err := p.watch(folder, f.buildFlags)
	if err != nil {
		return err
	}
	guests, err := p.guests(folder, f.buildFlags, f.lan, site.desk.now)
	if err != nil {
		return err
	}
	site.writer.Guests = guests != nil
	err = serve.Run(ctx, serve.Options{
		Load: site.load,
		Dirs: []string{filepath.Join(folder, "content"), filepath.Join(folder, "layouts"), filepath.Join(folder, "assets")},
		Addr: "localhost:" + strconv.Itoa(f.port), Lang: p.lang,
		Act: p.acts(site.desk.act), Ask: site.writer.Ask, Token: site.loader.Token, Guests: guests,
		Log: func(e serve.Event) { fmt.Fprintln(p.Stderr, e.Text(p.lang)) },
		Ready: func(url string) {
			p.sayReady(url)
			if !f.noOpen {
				open(url)
			}
		},
	})
	if errors.Is(err, serve.ErrNoNetwork) {
		return p.lanTrouble(f.lan)
	}
	var closed *serve.ListenError
	if p.taken = errors.As(err, &closed); p.taken {
		return p.portTrouble(closed, f.port)
	}
	return err
}

// previewed is the folder to show, by its whole address: «.» goes along with a folder that gets another name, and what is put in its place would never be
// seen. Where a site is yet to be made it need not exist.
func (p *program) previewed(args []string) (string, error) {
	if p.first.waits() {
		return filepath.Abs(p.first.folder)
	}
	folder, err := p.folder(args)
	if err != nil {
		return "", err
	}
	if _, err := os.Stat(filepath.Join(folder, "content", "site.yaml")); err != nil {
		p.report(problem.List{problem.New("E-SITE", "content/site.yaml", 0, 0)}, false)
		return "", errContent
	}
	return filepath.Abs(folder)
}

// sayReady says where the preview is.
func (p *program) sayReady(url string) {
	text := "serving"
	if p.first.waits() {
		text = "first running"
	}
	fmt.Fprintf(p.Stdout, p.say(text)+"\n", url)
}

// portTrouble says why a port cannot be had, and which may be.
func (p *program) portTrouble(err *serve.ListenError, port int) error {
	other := 1415
	if port >= other && port < 65535 {
		other = port + 1
	}
	denied := causeOf(runtime.GOOS, err) == causeDenied
	p.taken = err.Taken || denied
	switch {
	case err.Taken:
		return callError{fmt.Sprintf(p.say("trouble port"), port, other)}
	case denied:
		return callError{fmt.Sprintf(p.say("port denied"), port, other)}
	}
	return machineError{fmt.Sprintf(p.say("port closed"), port, err.Err)}
}

// watched is the site that a preview shows.
type watched struct {
	*program
	folder string
	loader *generator.Loader
	desk   *operator
	writer *editor.Desk
	said   string          // of the problems: it is not said again
	view   *serve.Snapshot // of the last site that had pages; nil: there was none
}

// watch readies a site for its preview. With --now the clock of its auctions stands still.
func (p *program) watch(folder string, f buildFlags) (*watched, error) {
	loader, err := p.loader(folder, f)
	if err != nil {
		return nil, err
	}
	loader.Preview, loader.Token = true, newToken()
	if p.first != nil {
		loader.Token = p.first.token // the page before the site has it already
	}
	desk := &operator{folder: folder, now: p.Now}
	if loader.Still = f.now != ""; loader.Still {
		fixed := loader.Now
		desk.now = func() time.Time { return fixed }
	}
	return &watched{program: p, folder: folder, loader: loader, desk: desk, writer: p.writer(folder, f, loader.Token)}, nil
}

// load loads it after changes of the files named; nil: of any.
func (w *watched) load(ctx context.Context, changed []string) (*serve.Snapshot, error) {
	if w.first.waits() {
		return w.first.snapshot(), nil
	}
	if !w.loader.Still {
		w.loader.Now = w.Now()
	}
	snapshot, err := w.loader.Reload(ctx, below(w.folder, changed))
	if err != nil {
		return nil, err
	}
	if last := w.desk.snapshot.Load(); last == nil || !sameList(last.Problems, snapshot.Problems) {
		if text := problemText(w.program, snapshot.Problems, w.colour()); text != w.said {
			io.WriteString(w.Stderr, text) // unchecked: nowhere to complain to
			w.said = text
		}
	}
	if snapshot.Model() == nil && w.view != nil { // its settings cannot be read: what was shown stays, under what is wrong
		view := *w.view
		view.Problems, view.Turns = snapshot.Problems, snapshot.Turns
		return &view, nil
	}
	w.desk.snapshot.Store(snapshot)
	w.writer.Show(snapshot)
	view := w.referenced(written(w.served(snapshot), w.writer), w.folder)
	if snapshot.Hasty {
		view.Turns = time.Now() // the rest of it now
	}
	if snapshot.Model() != nil {
		w.view = view
	}
	return view, nil
}

// below are names in a folder as its site has them; nil, which is anything, where one is not.
func below(folder string, names []string) []string {
	inside := make([]string, 0, len(names))
	for _, name := range names {
		rel, err := filepath.Rel(folder, name)
		if err != nil || !filepath.IsLocal(rel) {
			return nil
		}
		inside = append(inside, filepath.ToSlash(rel))
	}
	return inside
}

// sameList tells whether two lists are one in memory.
func sameList(a, b problem.List) bool { return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0]) }

// acts is what forms do: make the site while there is none, then what the preview takes.
func (p *program) acts(then func(context.Context, string, url.Values) (any, bool)) func(context.Context, string, url.Values) (any, bool) {
	if p.first == nil {
		return then
	}
	return func(ctx context.Context, path string, form url.Values) (any, bool) {
		if path == "/" && form.Has("town") {
			return p.first.act(ctx, path, form)
		}
		return then(ctx, path, form)
	}
}

func problemText(p *program, list problem.List, colour bool) string {
	var b strings.Builder
	problem.WriteText(&b, list, p.lang, colour)
	return b.String()
}

// served is a snapshot as the server asks for it: by the address in the browser.
func (p *program) served(s *generator.Snapshot) *serve.Snapshot {
	return &serve.Snapshot{
		Build: s.Build, Problems: s.Problems, Turns: s.Turns,
		Render: func(address string) ([]byte, string, bool, error) {
			path := strings.TrimPrefix(address, "/")
			if path == "" || strings.HasSuffix(path, "/") {
				path += "index.html"
			}
			data, err := s.Render(path)
			if errors.Is(err, generator.ErrNoRoute) {
				return nil, "", false, nil
			}
			if page := (*generator.PageError)(nil); errors.As(err, &page) {
				err = errors.New(problemText(p, problem.List{page.Problem()}, false))
			}
			return data, output.MediaType(path), err == nil, err
		},
		NotFound: func(string) ([]byte, error) {
			page, err := s.Render("404.html")
			if errors.Is(err, generator.ErrNoRoute) && s.Problems.Stops() { // of a site whose settings cannot be read there is no page at all
				return nil, errors.New(problemText(p, s.Problems, false))
			}
			return page, err
		},
	}
}

// open shows an address in the system's browser. Where it cannot, the address stands in the terminal anyway.
func open(url string) {
	command := map[string][]string{
		"windows": {"rundll32", "url.dll,FileProtocolHandler", url}, "darwin": {"open", url},
	}[runtime.GOOS]
	if command == nil {
		command = []string{"xdg-open", url}
	}
	exec.Command(command[0], command[1:]...).Start() // unchecked: our own address
}
