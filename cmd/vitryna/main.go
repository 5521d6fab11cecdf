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
	"runtime"
	"runtime/debug"
	"runtime/metrics"
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

// collectLate lets the heap have 96 MB before garbage is collected, however little of it lives. Most runs are over by then, and would spend a quarter of
// their time on collecting what is gone with them; a build of three thousand pages is collected half as often. Above that the heap may be four fifths larger
// than what lives: at ten thousand pages that is 30 MB less than Go's own twice as large, for a hundredth of the time.
func collectLate() {
	const room, least = 96 << 20, 4 << 20
	const above = 80 // percent
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	percent := func() int {
		metrics.Read(live)
		return max(above, room*100/int(max(live[0].Value.Uint64(), least))-100) //nolint:gosec // of a heap
	}
	if usual := debug.SetGCPercent(percent()); usual < 0 { // nothing is to be collected
		debug.SetGCPercent(usual)
		return
	}
	var collected func(struct{})
	collected = func(struct{}) {
		debug.SetGCPercent(percent())
		runtime.AddCleanup(new([16]byte), collected, struct{}{}) // when it is collected the next time
	}
	runtime.AddCleanup(new([16]byte), collected, struct{}{})
}
