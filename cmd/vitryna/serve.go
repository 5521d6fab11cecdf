package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/som-hub/vitryna/generator"
	"github.com/som-hub/vitryna/generator/output"
	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/serve"
)

func (p *program) serveCommand() *cobra.Command {
	var f buildFlags
	port, noOpen := 1414, false
	c := &cobra.Command{Use: "serve " + p.say("use site"), Short: p.say("serve"), Args: p.siteArg, RunE: func(c *cobra.Command, args []string) error {
		return p.preview(c.Context(), args, f, port, noOpen)
	}}
	c.Flags().IntVar(&port, "port", port, p.say("flag port"))
	c.Flags().BoolVar(&noOpen, "no-open", false, p.say("flag no-open"))
	c.Flags().StringVar(&f.now, "now", "", p.say("flag now"))
	return c
}

// preview serves the site until it is stopped. Drafts and what is to come are shown.
func (p *program) preview(ctx context.Context, args []string, f buildFlags, port int, noOpen bool) error {
	folder, err := p.folder(args)
	if err != nil {
		return err
	}
	if _, err := os.Stat(filepath.Join(folder, "content", "site.yaml")); err != nil {
		p.report(problem.List{problem.New("E-SITE", "content/site.yaml", 0, 0)}, false)
		return errContent
	}
	f.drafts = true
	loader, err := p.loader(folder, f)
	if err != nil {
		return err
	}
	loader.Preview, loader.Token = true, newToken()
	desk := &operator{folder: folder, now: p.Now}
	if f.now != "" {
		fixed := loader.Now
		desk.now = func() time.Time { return fixed }
	}
	shown := "" // of the problems: what has been said is not said again
	err = serve.Run(ctx, serve.Options{
		Load: func(ctx context.Context, _ []string) (*serve.Snapshot, error) {
			if f.now == "" {
				loader.Now = p.Now()
			}
			snapshot, err := loader.Load(ctx)
			if err != nil {
				return nil, err
			}
			if text := problemText(p, snapshot.Problems); text != shown {
				io.WriteString(p.Stderr, text) //nolint:errcheck // nowhere to complain to
				shown = text
			}
			desk.snapshot.Store(snapshot)
			view := served(snapshot)
			if f.now != "" {
				view.Turns = time.Time{} // the clock stands still
			}
			return view, nil
		},
		Dirs: []string{filepath.Join(folder, "content"), filepath.Join(folder, "layouts"), filepath.Join(folder, "assets")},
		Addr: "localhost:" + strconv.Itoa(port), Lang: p.lang,
		Act: desk.act, Token: loader.Token,
		Log: func(e serve.Event) { fmt.Fprintln(p.Stderr, e.Text(p.lang)) },
		Ready: func(url string) {
			fmt.Fprintf(p.Stdout, p.say("serving")+"\n", url)
			if !noOpen {
				open(url)
			}
		},
	})
	var taken *serve.ListenError
	if errors.As(err, &taken) {
		return callError{fmt.Sprintf(p.say("trouble port"), strconv.Itoa(port))}
	}
	return err
}

func problemText(p *program, list problem.List) string {
	var b strings.Builder
	problem.WriteText(&b, list, p.lang, p.colour())
	return b.String()
}

// served is a snapshot as the server asks for it: by the address in the browser.
func served(s *generator.Snapshot) *serve.Snapshot {
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
			return data, output.MediaType(path), err == nil, err
		},
		NotFound: func(string) []byte {
			page, err := s.Render("404.html")
			if err != nil {
				return []byte(err.Error())
			}
			return page
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
	exec.Command(command[0], command[1:]...).Start() //nolint:errcheck,gosec // our own address
}
