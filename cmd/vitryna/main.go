// Command vitryna turns a folder of Markdown into the public showcase of a teachers' centre.
//
//	vitryna            preview of the site in this folder; in an empty one, a page on which a site is made
//	vitryna new KIND   a new item, every field explained
//	vitryna build      the finished site in public/
//	vitryna check      everything a build would complain of
//	vitryna pack       the site as a zip for a USB stick
//	vitryna publish    the site to where visitors read it
//	vitryna pdf ID     a manual as a PDF, through an installed browser
//
// This package holds what the rest of the program must not: flags, clock, environment, terminal, exit code.
package main

import (
	"context"
	"os"
	"os/signal"
	"time"

	"github.com/inconshreveable/mousetrap"
)

func main() {
	collectLate()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	os.Exit(run(ctx, os.Args[1:], environment{
		Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Getenv: os.Getenv, Now: time.Now,
		Terminal: terminal(os.Stderr), Asks: terminal(os.Stdin) && terminal(os.Stderr),
		Clicked: mousetrap.StartedByExplorer(), Colours: readyConsole(),
	}))
}
