package main

import (
	"context"
	"errors"
	"os/exec"
	"path/filepath"
	"runtime"

	"github.com/som-hub/vitryna/generator"
	"github.com/som-hub/vitryna/generator/check"
	"github.com/som-hub/vitryna/generator/editor"
	"github.com/som-hub/vitryna/generator/output"
	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/serve"
)

// writer is what the author's bar and the editor of the preview ask.
func (p *program) writer(folder string, f buildFlags, token string) *editor.Desk {
	desk := &editor.Desk{Folder: folder, Lang: p.lang, Token: token, Now: p.Now, Disk: func(err error) string { return refusal(runtime.GOOS, err) }, Explain: p.machineTrouble}
	desk.NewLoader = func() (*generator.Loader, error) {
		loader, err := p.loader(folder, f)
		if err == nil {
			loader.Preview, loader.Token = true, token
		}
		return loader, err
	}
	desk.Check = func(ctx context.Context) (problem.List, int, error) {
		f := f
		f.drafts = false
		loader, err := p.loader(folder, f)
		if err != nil {
			return nil, 0, err
		}
		return allProblems(ctx, loader)
	}
	desk.Open = func(file string) error {
		full, err := filepath.Abs(filepath.Join(folder, filepath.FromSlash(file)))
		if err != nil {
			return err
		}
		return openText(full)
	}
	return desk
}

// allProblems is what the command check finds.
func allProblems(ctx context.Context, loader *generator.Loader) (problem.List, int, error) {
	snapshot, err := loader.Load(ctx)
	if err != nil {
		return nil, 0, err
	}
	list := snapshot.Problems
	if list.Stops() {
		return list, snapshot.Pages, nil
	}
	set, err := render(ctx, snapshot)
	page := (*generator.PageError)(nil)
	switch {
	case errors.As(err, &page):
		list = append(list, loader.Explain(ctx, page))
	case err != nil:
		return nil, 0, err
	}
	private, unread := loader.Secrets(snapshot)
	list = append(list, unread...)
	list = append(list, check.Site(set, check.Options{BaseURL: snapshot.Model().Config.BaseURL, Private: private, Personal: snapshot.Personal()})...)
	list.Sort()
	return list, snapshot.Pages, nil
}

// openText opens a text in the editor that the system has for it.
func openText(file string) error {
	command := map[string][]string{
		"windows": {"rundll32", "url.dll,FileProtocolHandler", file}, "darwin": {"open", "-t", file},
	}[runtime.GOOS]
	if command == nil {
		command = []string{"xdg-open", file}
	}
	return exec.Command(command[0], command[1:]...).Start() // safe: a file of content/, see editor.Desk
}

// written adds to what is served the editor's page, and what only the page of an unsaved text asks for.
func written(view *serve.Snapshot, desk *editor.Desk) *serve.Snapshot {
	render := view.Render
	view.Render = func(address string) ([]byte, string, bool, error) {
		if address == editor.Address {
			page := desk.Page()
			return page, "text/html", page != nil, nil
		}
		data, media, ok, err := render(address)
		if !ok && err == nil && filepath.Ext(address) != "" {
			if data, found := desk.Draft(address[1:]); found {
				return data, output.MediaType(address), true, nil
			}
		}
		return data, media, ok, err
	}
	return view
}
