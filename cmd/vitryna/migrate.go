package main

import (
	"context"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/site"
)

// migrateTexts are those of `vitryna migrate`.
var migrateTexts = map[string][2]string{
	"migrate":      {"Переписати сайт у новіший формат, якщо він є", "Rewrite the site in a newer format, if there is one"},
	"migrate done": {"Сайт має формат %d, найновіший. Переписувати нічого.", "The site has format %d, the newest. There is nothing to rewrite."},
}

func (p *program) migrateCommand() *cobra.Command {
	return &cobra.Command{Use: "migrate " + p.say("use site"), Short: p.say("migrate"), Args: p.siteArg, RunE: func(c *cobra.Command, args []string) error {
		return p.migrate(c.Context(), args)
	}}
}

// migrate brings a site to the format of this program. There is only one format yet, so it tells whether the site has it; the steps from one to the next will
// stand here, each writing as --fix does: after showing what, and with what was kept in the history.
func (p *program) migrate(ctx context.Context, args []string) error {
	_, loader, err := p.opened(args, buildFlags{noCache: true})
	if err != nil {
		return err
	}
	snapshot, err := loader.Load(ctx)
	if err != nil {
		return err
	}
	// What else is wrong with the content is no matter of its format.
	wrong := slices.DeleteFunc(slices.Clone(snapshot.Problems), func(p problem.Problem) bool { return p.Code != "E-SITE" && p.Code != "E-SITE-FORMAT" })
	if p.report(wrong, false) {
		return errContent
	}
	fmt.Fprintf(p.Stdout, p.say("migrate done")+"\n", site.Format)
	return nil
}
