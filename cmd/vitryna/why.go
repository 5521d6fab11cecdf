package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/spf13/cobra"

	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

func (p *program) whyCommand() *cobra.Command {
	var f buildFlags
	folder := "."
	c := &cobra.Command{Use: "why " + p.say("use why"), Short: p.say("why"), Args: func(_ *cobra.Command, args []string) error {
		switch {
		case len(args) == 0:
			return callError{p.say("why what")}
		case len(args) > 1:
			return callError{fmt.Sprintf(p.say("needless"), args[1])}
		}
		return nil
	}, RunE: func(c *cobra.Command, args []string) error { return p.why(c.Context(), folder, args[0], f) }}
	c.Flags().StringVar(&folder, "site", folder, p.say("flag site"))
	c.Flags().StringVar(&f.now, "now", "", p.say("flag now"))
	return c
}

// why explains a file or an address as a build of today would treat it.
func (p *program) why(ctx context.Context, folder, asked string, f buildFlags) error {
	folder, loader, err := p.opened([]string{folder}, f)
	if err != nil {
		return err
	}
	snapshot, err := p.loaded(ctx, loader)
	if err != nil {
		return err
	}
	name, beyond := inside(folder, asked)
	answer := loader.Why(snapshot, name)
	if beyond && !answer.Found {
		return callError{fmt.Sprintf(p.say("why beyond"), asked)}
	}
	for _, r := range answer.Reasons {
		if len(r.Args) == 1 {
			if wrong, ok := r.Args[0].(problem.Problem); ok {
				fmt.Fprintln(p.Stdout)
				problem.WriteText(p.Stdout, problem.List{wrong}, p.lang, p.Terminal && p.colour())
				continue
			}
		}
		args := make([]any, len(r.Args))
		for i, a := range r.Args {
			args[i] = p.told(a)
		}
		fmt.Fprintf(p.Stdout, p.say("why "+r.Key)+"\n", args...)
	}
	if !answer.Found {
		return callError{p.say("why nothing")}
	}
	return nil
}

// told is an argument in the language of the reader.
func (p *program) told(arg any) any {
	switch a := arg.(type) {
	case interface{ In(lang string) string }:
		return a.In(p.lang)
	case ukrainian.Date:
		if p.lang == "en" {
			return a.EnglishLong()
		}
		return strings.TrimSuffix(a.Long(), "р.") + "року" // without a point before the sentence's own
	}
	return arg
}

// onDrive is how a file of Windows is named in full: with its drive or its computer.
var onDrive = regexp.MustCompile(`^([A-Za-z]:|\\\\)`)

// inside is a file as the site names it, where what was asked is a file below the site's folder; else what was asked. beyond tells of a file elsewhere: what is
// there, or what can be nothing else by its name.
func inside(folder, asked string) (name string, beyond bool) {
	if strings.Contains(asked, "://") || strings.HasPrefix(filepath.ToSlash(asked), "content/") {
		return asked, false
	}
	full, root, drive := fullName(asked), fullName(folder), onDrive.MatchString(asked)
	if full == "" || root == "" {
		return asked, drive
	}
	here := lies(full, root)
	if rest, err := filepath.Rel(root, full); here && err == nil && (exists(full) || drive && filepath.IsAbs(asked)) {
		return filepath.ToSlash(rest), false
	}
	return asked, drive || !here && exists(full)
}

// exists tells whether something of that name is on the disk.
func exists(name string) bool {
	_, err := os.Lstat(name)
	return err == nil
}
