package main

import (
	"context"
	"fmt"
	"sync"

	"github.com/spf13/cobra"

	"github.com/som-hub/vitryna/generator"
	"github.com/som-hub/vitryna/generator/output"
	"github.com/som-hub/vitryna/generator/problem"
)

func (p *program) checkCommand() *cobra.Command {
	var f buildFlags
	format, fix, yes, external := "text", false, false, false
	c := &cobra.Command{Use: "check " + p.say("use site"), Short: p.say("check"), Args: p.siteArg, RunE: func(c *cobra.Command, args []string) error {
		if format != "text" && format != "json" && format != "github" {
			return callError{fmt.Sprintf(p.say("wrong format"), format)}
		}
		if fix {
			teller := *p
			if format != "text" {
				teller.Stdout = p.Stderr // whatever reads the list takes nothing else
			}
			if err := teller.fixFirst(c.Context(), args, f, yes); err != nil {
				return err
			}
		}
		if external {
			return p.checkExternal(c.Context(), args, f, format)
		}
		return p.check(c.Context(), args, f, format)
	}}
	c.Flags().StringVar(&format, "format", "text", p.say("flag format"))
	c.Flags().BoolVar(&fix, "fix", false, p.say("flag fix"))
	c.Flags().BoolVar(&external, "external", false, p.say("flag external"))
	c.Flags().BoolVar(&yes, "yes", false, p.say("flag yes"))
	c.Flags().BoolVar(&f.strict, "strict", false, p.say("flag strict"))
	c.Flags().BoolVar(&f.drafts, "drafts", false, p.say("flag drafts"))
	c.Flags().StringVar(&f.now, "now", "", p.say("flag now"))
	return c
}

// check finds what is wrong with the content and, where nothing stops it from being made, with the finished site.
func (p *program) check(ctx context.Context, args []string, f buildFlags, format string) error {
	_, loader, err := p.opened(args, f)
	if err != nil {
		return err
	}
	list, pages, err := allProblems(ctx, loader)
	if err != nil {
		return err
	}
	if err := p.show(list, format, pages); err != nil {
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
	problem.Explain(p.Stdout, list, p.lang, p.colour(), p.chapter)
	if len(list) > 0 {
		fmt.Fprintln(p.Stdout)
	}
	fmt.Fprintf(p.Stdout, p.say("checked")+"\n", p.pages(pages), p.tally(list))
	return nil
}
