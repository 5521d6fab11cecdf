package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/term"
)

// Exit codes (design 2).
const (
	exitWell    = 0
	exitContent = 1 // the content has errors
	exitCall    = 2 // the call is wrong
	exitMachine = 3 // disk, network
)

// environment is everything the program knows of the world around it.
type environment struct {
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	Getenv         func(string) string
	Now            func() time.Time
	Terminal       bool // Stderr is a terminal
	Asks           bool // Stdin is one too: somebody is there to answer
	Clicked        bool // the program was started by a double click: its window closes with it
	Colours        bool // the terminal understands them
}

// program is one call of the command.
type program struct {
	environment
	lang  string
	taken bool   // another program has the port, or the system itself
	first *first // where the program was called without a word and there is no site yet
}

// run is the whole program: arguments in, exit code out.
func run(ctx context.Context, args []string, env environment) int {
	cobra.MousetrapHelpText = "" // a double click on Windows starts the preview
	p := &program{environment: env, lang: language(args, env.Getenv)}
	root := p.root()
	root.SetArgs(args)
	root.SetOut(env.Stdout)
	root.SetErr(env.Stderr)
	code := p.exit(root.ExecuteContext(ctx))
	if code != exitWell && p.Clicked && ctx.Err() == nil { // or nobody could read why
		fmt.Fprintln(p.Stderr, p.say("press enter"))
		p.Stdin.Read(make([]byte, 1)) // unchecked: any key and any trouble is as good
	}
	return code
}

// language is English where --lang or the system asks for it, else Ukrainian.
func language(args []string, getenv func(string) string) string {
	for i, arg := range args {
		if value, ok := strings.CutPrefix(arg, "--lang="); ok {
			return pick(value)
		}
		if arg == "--lang" && i+1 < len(args) {
			return pick(args[i+1])
		}
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := getenv(name); value != "" {
			return pick(value)
		}
	}
	return "uk"
}

func pick(value string) string {
	if strings.HasPrefix(strings.ToLower(value), "en") {
		return "en"
	}
	return "uk"
}

// root is the command itself; without a word it is serve.
func (p *program) root() *cobra.Command {
	serve := p.serveCommand()
	root := &cobra.Command{
		Use: p.say("use"), Short: p.say("about"), SilenceErrors: true, SilenceUsage: true,
		Args: p.noCommand,
	}
	root.RunE = p.begin(serve)
	root.PersistentFlags().String("lang", "", p.say("flag lang"))
	root.Flags().AddFlagSet(serve.Flags())
	root.AddCommand(serve, p.buildCommand(), p.checkCommand(), p.pdfCommand(), p.packCommand(), p.publishCommand(), p.auctionCommand(), p.versionCommand(), p.migrateCommand(), p.initCommand(), p.newCommand(), p.importCommand(), p.whyCommand(), p.reportCommand(), p.completionCommand(), p.manCommand())
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return p.flagError(err) })
	p.translate(root)
	root.PersistentPreRunE = func(c *cobra.Command, _ []string) error {
		if lang, _ := c.Flags().GetString("lang"); lang != "" && lang != "uk" && lang != "en" {
			return callError{fmt.Sprintf(p.say("wrong lang"), lang)}
		}
		return nil
	}
	return root
}

// callError is a call that is wrong; its text is ready for the user.
type callError struct{ text string }

func (e callError) Error() string { return e.text }

// errContent tells that the content's errors have been shown already.
var errContent = errors.New("the content has errors")

// exit says what went wrong and finds the exit code.
func (p *program) exit(err error) int {
	var call callError
	switch {
	case err == nil:
		return exitWell
	case errors.Is(err, errContent):
		return exitContent
	case errors.As(err, &call):
		fmt.Fprintf(p.Stderr, "vitryna: %s\n", call.text)
		return exitCall
	case errors.Is(err, context.Canceled):
		fmt.Fprintf(p.Stderr, "vitryna: %s\n", p.say("interrupted"))
		return exitMachine
	}
	text := p.machineTrouble(err)
	if ready := (machineError{}); errors.As(err, &ready) {
		text = ready.text
	}
	fmt.Fprintf(p.Stderr, "vitryna: %s\n", text)
	return exitMachine
}

// noCommand refuses a word that is no command. A folder may follow `serve` only, so that a misspelt command is no folder.
func (p *program) noCommand(root *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	root.SuggestionsMinimumDistance = 2
	if near := root.SuggestionsFor(args[0]); len(near) > 0 {
		return callError{fmt.Sprintf(p.say("unknown command near"), args[0], near[0])}
	}
	return callError{fmt.Sprintf(p.say("unknown command"), args[0])}
}

// siteArg is the one argument of a command: the site's folder, the current one unless told.
func (p *program) siteArg(_ *cobra.Command, args []string) error {
	if len(args) > 1 {
		return callError{fmt.Sprintf(p.say("one site"), args[1])}
	}
	return nil
}

// noWord refuses any word behind a command that takes none.
func (p *program) noWord(_ *cobra.Command, args []string) error {
	if len(args) > 0 {
		return callError{fmt.Sprintf(p.say("needless"), args[0])}
	}
	return nil
}

// folder is the site's folder. It must exist.
func (p *program) folder(args []string) (string, error) {
	folder := "."
	if len(args) == 1 {
		folder = args[0]
	}
	info, err := os.Stat(folder)
	if err != nil || !info.IsDir() {
		return "", callError{fmt.Sprintf(p.say("no folder"), folder)}
	}
	return folder, nil
}

// terminal tells whether a file is a terminal.
func terminal(f *os.File) bool { return term.IsTerminal(int(f.Fd())) }

// colour tells whether messages may be coloured (no-color.org).
func (p *program) colour() bool { return p.Terminal && p.Colours && p.Getenv("NO_COLOR") == "" }
