package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/som-hub/vitryna/generator/author"
	"github.com/som-hub/vitryna/generator/ukrainian"
	"github.com/som-hub/vitryna/layouts"
)

// answer is one thing that is asked before a site is made.
type answer struct {
	name     string // of the flag, of the field on the page, of a fault
	of       func(*author.Starter) *string
	required bool
}

// answers are asked in this order.
var answers = []answer{
	{"name", func(s *author.Starter) *string { return &s.Name }, true},
	{"town", func(s *author.Starter) *string { return &s.Town }, true},
	{"owner", func(s *author.Starter) *string { return &s.Owner }, false},
	{"street", func(s *author.Starter) *string { return &s.Street }, false},
	{"phone", func(s *author.Starter) *string { return &s.Phone }, false},
	{"email", func(s *author.Starter) *string { return &s.Email }, false},
	{"base", func(s *author.Starter) *string { return &s.Base }, false},
	{"accent", func(s *author.Starter) *string { return &s.Accent }, false},
}

func (p *program) initCommand() *cobra.Command {
	var s author.Starter
	c := &cobra.Command{Use: "init " + p.say("use folder"), Short: p.say("init"), Args: p.siteArg, RunE: func(c *cobra.Command, args []string) error {
		folder := "."
		if len(args) == 1 {
			folder = args[0]
		}
		return p.initSite(c.Context(), folder, s)
	}}
	for _, a := range answers {
		c.Flags().StringVar(a.of(&s), a.name, "", p.say("flag init "+a.name))
	}
	return c
}

// initSite makes a site in a folder: of the flags, and on a terminal of what is asked for.
func (p *program) initSite(ctx context.Context, folder string, s author.Starter) error {
	what, err := author.Look(folder)
	switch {
	case err != nil:
		return err
	case what == author.GroundSite:
		return callError{fmt.Sprintf(p.say("init site"), folder, typed(folder))}
	case what == author.GroundOccupied:
		return callError{fmt.Sprintf(p.say("init occupied"), folder, typed(freeName(folder)))}
	}
	if p.Asks {
		if err := p.ask(&s); err != nil {
			return err
		}
	}
	if err := p.answered(&s); err != nil {
		return err
	}
	if err := p.makeSite(ctx, folder, s); err != nil {
		return err
	}
	if folder == "." {
		fmt.Fprintln(p.Stdout, p.say("init here"))
		return nil
	}
	fmt.Fprintf(p.Stdout, p.say("init made")+"\n", folder, typed(folder))
	return nil
}

// makeSite makes the site of checked answers.
func (p *program) makeSite(ctx context.Context, folder string, s author.Starter) error {
	s.Day = ukrainian.DateOf(p.Now())
	templates, err := fs.Sub(layouts.FS, "starter")
	if err != nil {
		return err
	}
	return s.Make(ctx, folder, templates)
}

// answered says what is missing or wrong in the flags.
func (p *program) answered(s *author.Starter) error {
	s.Accent = accentOf(s.Accent)
	for _, a := range answers {
		*a.of(s) = strings.TrimSpace(ukrainian.Normalise(*a.of(s)))
	}
	faults := s.Check()
	if len(faults) == 0 {
		return nil
	}
	fault := faults[0] // the next call tells the next
	if fault.Why == "empty" {
		return callError{fmt.Sprintf(p.say("init missing"), p.say("ask "+fault.Field), fault.Field)}
	}
	value := *answers[slices.IndexFunc(answers, func(a answer) bool { return a.name == fault.Field })].of(s)
	return callError{fmt.Sprintf(p.say("init wrong"), fault.Field, value, p.fault(fault))}
}

// fault says what is wrong with an answer.
func (p *program) fault(f author.Fault) string {
	if f.Why != "colour" {
		return p.say("fault " + f.Why)
	}
	var names []string
	for _, a := range accents {
		names = append(names, a.Name[p.index()])
	}
	return fmt.Sprintf(p.say("fault colour"), strings.Join(names, ", "))
}

// index is the place of the user's language in a pair.
func (p *program) index() int {
	if p.lang == "en" {
		return 1
	}
	return 0
}

// accentOf is a colour by its name in any language, else as it was written; nothing is the first.
func accentOf(written string) string {
	for i, a := range accents {
		if written == "" && i == 0 || strings.EqualFold(written, a.Name[0]) || strings.EqualFold(written, a.Name[1]) || written == a.Class {
			return a.Colour
		}
	}
	return written
}

// ask asks on the terminal for what the flags have not said, one line each, and asks again where an answer will not do.
func (p *program) ask(s *author.Starter) error {
	in := bufio.NewReader(p.Stdin)
	fmt.Fprintln(p.Stderr, p.say("init begin"))
	for _, a := range answers {
		if *a.of(s) != "" {
			continue
		}
		for {
			question := p.say("ask " + a.name)
			if byDefault := p.byDefault(a.name, s); byDefault != "" {
				question += " [" + byDefault + "]"
			}
			fmt.Fprint(p.Stderr, question+": ")
			line, err := in.ReadString('\n')
			if err != nil && (line == "" || !errors.Is(err, io.EOF)) {
				return callError{p.say("init ended")}
			}
			*a.of(s) = strings.TrimSpace(ukrainian.Normalise(line))
			if a.name == "accent" {
				s.Accent = accentOf(s.Accent)
			}
			probe := *s
			if a.name != "accent" {
				probe.Accent = accentOf("")
			}
			at := slices.IndexFunc(probe.Check(), func(f author.Fault) bool { return f.Field == a.name })
			if at < 0 {
				break
			}
			fmt.Fprintf(p.Stderr, p.say("init again")+"\n", p.fault(probe.Check()[at]))
		}
	}
	return nil
}

// byDefault is what an empty answer means.
func (p *program) byDefault(name string, s *author.Starter) string {
	switch name {
	case "owner":
		return s.Name
	case "accent":
		return accents[0].Name[p.index()]
	}
	return ""
}

// typed is a name as it is typed in a terminal: one with spaces stands in quotes.
func typed(name string) string {
	if strings.ContainsAny(name, " ()&;'") {
		return `"` + name + `"`
	}
	return name
}

// freeName is a folder beside what is there, of a name that nothing has.
func freeName(folder string) string {
	for n := 1; ; n++ {
		name := "sait-tsentru"
		if n > 1 {
			name = fmt.Sprintf("%s-%d", name, n)
		}
		if what, err := author.Look(filepath.Join(folder, name)); err == nil && what == author.GroundEmpty {
			return filepath.Join(folder, name)
		}
	}
}
