package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"github.com/som-hub/vitryna/generator/author"
)

// migrateTexts are those of `vitryna migrate`.
var migrateTexts = map[string][2]string{
	"migrate":         {"Переписати сайт у новіший формат, якщо він є", "Rewrite the site in a newer format, if there is one"},
	"migrate yes":     {"не питати, а переписати", "do not ask, rewrite"},
	"migrate done":    {"Сайт має формат %d, найновіший. Переписувати нічого.", "The site has format %d, the newest. There is nothing to rewrite."},
	"migrate to":      {"Формат %d: %s", "Format %d: %s"},
	"migrate shown":   {"Буде переписано: %s. Нічого не змінено; щоб записати, додайте --yes", "To be rewritten: %s. Nothing has been changed; add --yes to write it"},
	"migrate written": {"Сайт має тепер формат %d; переписано: %s. Попередній вигляд — у теці .vitryna/history. Тепер перевірте: `vitryna check`", "The site now has format %d; rewritten: %s. What was before is in the folder .vitryna/history. Now look it through: `vitryna check`"},
	"migrate changed": {"%s: файл тим часом змінив хтось інший. Переписано не все; викличте `vitryna migrate` ще раз", "%s: somebody else has changed the file meanwhile. Not all is rewritten; call `vitryna migrate` again"},
	"migrate by hand": {"рядок із версією формату в content/site.yaml записано незвично. Напишіть його так: `format: %d`", "the line with the format in content/site.yaml is written in an unusual way. Write it so: `format: %d`"},
}

// formatSteps lead from format 1 to the newest (site.Format). There is only one format yet.
var formatSteps []author.Step

func (p *program) migrateCommand() *cobra.Command {
	yes := false
	c := &cobra.Command{Use: "migrate " + p.say("use site"), Short: p.say("migrate"), Args: p.siteArg, RunE: func(c *cobra.Command, args []string) error {
		return p.migrate(c.Context(), args, formatSteps, yes)
	}}
	c.Flags().BoolVar(&yes, "yes", false, p.say("migrate yes"))
	return c
}

// migrate brings a site to the format of this program, as --fix mends: after showing what changes, and with what was kept in the history.
func (p *program) migrate(ctx context.Context, args []string, steps []author.Step, yes bool) error {
	folder, loader, err := p.opened(args, buildFlags{noCache: true})
	if err != nil {
		return err
	}
	newest := len(steps) + 1
	format, problems, err := loader.Format(newest)
	if err != nil {
		return err
	}
	if p.report(problems, false) {
		return errContent
	}
	if format == newest {
		fmt.Fprintf(p.Stdout, p.say("migrate done")+"\n", format)
		return nil
	}
	kinds, _, err := loader.Kinds()
	if err != nil {
		return err
	}
	m, err := author.NewMigration(os.DirFS(folder), kinds, format, steps)
	if errors.Is(err, author.ErrFormatLine) {
		return machineError{fmt.Sprintf(p.say("migrate by hand"), newest)}
	} else if err != nil {
		return err
	}
	for i, step := range m.Steps {
		fmt.Fprintf(p.Stdout, p.say("migrate to")+"\n", m.From+i+1, p.said(step.Says))
	}
	for _, change := range m.Changes {
		fmt.Fprint(p.Stdout, p.painted(author.Diff(change.File, change.Old, change.New)))
	}
	if !yes && !p.Asks {
		fmt.Fprintf(p.Stdout, p.say("migrate shown")+"\n", p.files(len(m.Changes)))
		return nil
	}
	if !yes && !p.agreed(fmt.Sprintf(p.say("fix ask"), p.files(len(m.Changes)))) {
		fmt.Fprintln(p.Stdout, p.say("fix refused"))
		return nil
	}
	return p.writeMigration(ctx, folder, m)
}

// said is a text in the reader's language.
func (p *program) said(text [2]string) string {
	if p.lang == "en" {
		return text[1]
	}
	return text[0]
}

// writeMigration writes what was shown.
func (p *program) writeMigration(ctx context.Context, folder string, m *author.Migration) error {
	store := &author.Store{Root: folder, Now: p.Now}
	err := store.Migrate(ctx, m)
	if conflict := (*author.Conflict)(nil); errors.As(err, &conflict) {
		return machineError{fmt.Sprintf(p.say("migrate changed"), conflict.File)}
	}
	if err == nil {
		fmt.Fprintf(p.Stdout, p.say("migrate written")+"\n", m.To, p.files(len(m.Changes)))
	}
	return err
}
