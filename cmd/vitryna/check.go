package main

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"github.com/spf13/cobra"

	"github.com/som-hub/vitryna/generator"
	"github.com/som-hub/vitryna/generator/check"
	"github.com/som-hub/vitryna/generator/output"
	"github.com/som-hub/vitryna/generator/problem"
)

func (p *program) checkCommand() *cobra.Command {
	var f buildFlags
	format := "text"
	c := &cobra.Command{Use: "check " + p.say("use site"), Short: p.say("check"), Args: p.siteArg, RunE: func(c *cobra.Command, args []string) error {
		if format != "text" && format != "json" && format != "github" {
			return callError{fmt.Sprintf(p.say("wrong format"), format)}
		}
		return p.check(c.Context(), args, f, format)
	}}
	c.Flags().StringVar(&format, "format", "text", p.say("flag format"))
	c.Flags().BoolVar(&f.strict, "strict", false, p.say("flag strict"))
	c.Flags().BoolVar(&f.drafts, "drafts", false, p.say("flag drafts"))
	c.Flags().StringVar(&f.now, "now", "", p.say("flag now"))
	return c
}

// check finds what is wrong with the content and, where nothing stops it from being made, with the finished site.
func (p *program) check(ctx context.Context, args []string, f buildFlags, format string) error {
	folder, err := p.folder(args)
	if err != nil {
		return err
	}
	loader, err := p.loader(folder, f)
	if err != nil {
		return err
	}
	snapshot, err := loader.Load(ctx)
	if err != nil {
		return err
	}
	list := snapshot.Problems
	if !list.Stops() {
		set, err := render(ctx, snapshot)
		page := (*generator.PageError)(nil)
		switch {
		case errors.As(err, &page):
			list = append(list, loader.Explain(ctx, page))
		case err != nil:
			return err
		}
		private, unread := loader.Secrets(snapshot)
		list = append(list, unread...)
		list = append(list, check.Site(set, check.Options{Private: private, Personal: snapshot.Personal()})...)
		list.Sort()
	}
	if err := p.show(list, format, snapshot.Pages); err != nil {
		return err
	}
	if list.Stops() || f.strict && list.Warnings() > 0 {
		return errContent
	}
	return nil
}

// render makes the whole site in memory.
func render(ctx context.Context, snapshot *generator.Snapshot) (*output.Set, error) {
	var mu sync.Mutex
	set := &output.Set{}
	err := snapshot.All(ctx, 0, func(path string, data []byte) error {
		mu.Lock()
		defer mu.Unlock()
		return set.Add(path, data)
	})
	return set, err
}

func (p *program) show(list problem.List, format string, pages int) error {
	switch format {
	case "json":
		return problem.WriteJSON(p.Stdout, list)
	case "github":
		problem.WriteGitHub(p.Stdout, list, p.lang)
		return nil
	}
	problem.WriteText(p.Stdout, list, p.lang, p.colour())
	if len(list) > 0 {
		fmt.Fprintln(p.Stdout)
	}
	fmt.Fprintf(p.Stdout, p.say("checked")+"\n", p.pages(pages), p.tally(list))
	return nil
}
