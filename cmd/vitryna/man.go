package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// manCommand prints a page for `man`, made of the same words as --help: vitryna man > vitryna.1
func (p *program) manCommand() *cobra.Command {
	return &cobra.Command{Use: "man", Short: p.say("man"), Args: p.noWord, RunE: func(c *cobra.Command, _ []string) error {
		fmt.Fprint(p.Stdout, p.manual(c.Root()))
		return nil
	}}
}

func (p *program) manual(root *cobra.Command) string {
	var b strings.Builder
	name, _, _ := strings.Cut(p.say("about"), ":")
	fmt.Fprintf(&b, ".TH VITRYNA 1 \"\" \"%s\" \"%s\"\n", roff(name), roff(p.say("man title")))
	fmt.Fprintf(&b, ".SH %s\nvitryna \\- %s\n", roff(p.say("man name")), roff(strings.TrimSpace(strings.TrimPrefix(p.say("about"), name+":"))))
	fmt.Fprintf(&b, ".SH %s\n.B vitryna\n%s\n", roff(p.say("man call")), roff(strings.TrimPrefix(root.Use, "vitryna ")))
	fmt.Fprintf(&b, ".SH %s\n%s\n", roff(p.say("man what")), roff(p.say("man text")))
	fmt.Fprintf(&b, ".SH %s\n", roff(p.say("commands")))
	for _, c := range root.Commands() {
		p.manualOf(&b, c, "")
	}
	fmt.Fprintf(&b, ".SH %s\n", roff(p.say("global")))
	flagItems(&b, root.PersistentFlags())
	fmt.Fprintf(&b, ".SH %s\n", roff(p.say("man exit")))
	for code, key := range []string{"man exit 0", "man exit 1", "man exit 2", "man exit 3"} {
		fmt.Fprintf(&b, ".TP\n.B %d\n%s\n", code, roff(p.say(key)))
	}
	fmt.Fprintf(&b, ".SH %s\n", roff(p.say("man world")))
	for _, name := range variables {
		fmt.Fprintf(&b, ".TP\n.B %s\n%s\n", roff(name), roff(p.say("man "+name)))
	}
	return b.String()
}

// variables are those of the environment that somebody may set for the program; the README lists them too.
var variables = []string{
	"LANG", "NO_COLOR", "VITRYNA_CACHE", "VITRYNA_STATE", "VITRYNA_BROWSER", "VITRYNA_GIT", "VITRYNA_PUBLISHER",
	"VITRYNA_SSH_USER", "VITRYNA_SSH_KEY", "VITRYNA_SSH_PASSPHRASE", "VITRYNA_SSH_PASSWORD", "VITRYNA_SSH_KNOWN_HOSTS",
	"VITRYNA_S3_KEY", "VITRYNA_S3_SECRET", "VITRYNA_S3_FILE",
}

// manualOf writes one command and those below it.
func (p *program) manualOf(b *strings.Builder, c *cobra.Command, above string) {
	if !c.IsAvailableCommand() || c.Name() == "help" {
		return
	}
	fmt.Fprintf(b, ".TP\n.B %s\n%s.\n", roff(above+c.Use), roff(c.Short))
	if flags := c.LocalNonPersistentFlags(); flags.HasAvailableFlags() && !c.HasSubCommands() {
		b.WriteString(".RS\n")
		flagItems(b, flags)
		b.WriteString(".RE\n")
	}
	for _, inner := range c.Commands() {
		p.manualOf(b, inner, above+c.Name()+" ")
	}
}

func flagItems(b *strings.Builder, set *pflag.FlagSet) {
	set.VisitAll(func(f *pflag.Flag) {
		if f.Hidden || f.Name == "help" {
			return
		}
		argument, meaning := pflag.UnquoteUsage(f)
		fmt.Fprintf(b, ".TP\n.B %s\n%s\n", roff(strings.TrimSpace("--"+f.Name+" "+argument)), roff(meaning))
	})
}

// roff is a text as troff shows it.
func roff(s string) string {
	s = strings.NewReplacer(`\`, `\e`, "-", `\-`, `"`, `\(dq`).Replace(s)
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		if strings.HasPrefix(line, ".") || strings.HasPrefix(line, "'") {
			lines[i] = `\&` + line
		}
	}
	return strings.Join(lines, "\n")
}
