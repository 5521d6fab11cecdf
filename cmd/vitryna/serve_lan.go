package main

import (
	"bufio"
	"context"
	"fmt"
	"net"
	"strings"
	"time"

	"github.com/spf13/pflag"

	"github.com/som-hub/vitryna/generator"
	"github.com/som-hub/vitryna/generator/check"
	"github.com/som-hub/vitryna/generator/drawing"
	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/serve"
)

// lanFlags say whether others on the local network may look, and at what.
type lanFlags struct {
	addr   string // empty: nobody may
	drafts bool   // they see drafts and what is to come
}

// lanAuto is --lan without an address.
const lanAuto = "auto"

func (p *program) lanFlags(flags *pflag.FlagSet) *lanFlags {
	f := &lanFlags{}
	flags.StringVar(&f.addr, "lan", "", p.say("flag lan"))
	flags.Lookup("lan").NoOptDefVal = lanAuto
	flags.BoolVar(&f.drafts, "drafts", false, p.say("flag lan drafts"))
	return f
}

// guests are those who may look at the site in a folder, or nil. now is the time of the preview.
func (p *program) guests(folder string, f buildFlags, lan *lanFlags, now func() time.Time) (*serve.Guests, error) {
	if lan == nil || lan.addr == "" {
		return nil, nil
	}
	f.drafts = lan.drafts
	loader, err := p.loader(folder, f)
	if err != nil {
		return nil, err
	}
	g := &serve.Guests{Addr: lan.addr, Draw: drawing.QR, Invited: p.invited}
	if lan.addr == lanAuto {
		g.Addr = ""
	} else if net.ParseIP(lan.addr) == nil {
		return nil, callError{fmt.Sprintf(p.say("wrong lan"), lan.addr)}
	}
	g.Load = func(ctx context.Context) (*serve.Snapshot, error) {
		loader.Now = now()
		return p.shownToGuests(ctx, loader)
	}
	if p.Asks {
		g.Again = p.presses()
	}
	return g, nil
}

// shownToGuests is the site as a build would write it, and as a build only where nothing stops one: what must not be published is not shown to others either.
func (p *program) shownToGuests(ctx context.Context, loader *generator.Loader) (*serve.Snapshot, error) {
	if p.first.waits() {
		return nil, serve.ErrWithheld
	}
	snapshot, err := loader.Load(ctx)
	if err != nil {
		return nil, err
	}
	if snapshot.Problems.Stops() {
		return nil, serve.ErrWithheld
	}
	private, unread := loader.Secrets(snapshot)
	if unread.Stops() {
		return nil, serve.ErrWithheld
	}
	leaks := check.NewLeaks(private)
	view := p.served(snapshot)
	view.Problems = problem.List{} // they name files and quote them
	render := view.Render
	view.Render = func(address string) ([]byte, string, bool, error) {
		data, media, ok, err := render(address)
		if ok && len(leaks.File(address, data)) > 0 {
			return nil, "", false, errLeak
		}
		return data, media, ok, err
	}
	notFound := view.NotFound
	view.NotFound = func(address string) ([]byte, error) {
		page, err := notFound(address)
		if err == nil && len(leaks.File("404.html", page)) > 0 {
			return nil, nil
		}
		return page, err
	}
	return view, nil
}

// invited shows a code for a guest in the terminal.
func (p *program) invited(i serve.Invitation) {
	code, err := drawing.QRText(i.Link, p.colour())
	if err != nil {
		code = ""
	}
	text := fmt.Sprintf(p.say("lan invited"), i.Until.Local().Format("15:04"), i.Address, i.Code)
	if p.Asks {
		text += "\n" + p.say("lan again")
	}
	fmt.Fprintf(p.Stdout, "\n%s%s\n", code, text)
}

// presses tells of every press of Enter.
func (p *program) presses() <-chan struct{} {
	pressed := make(chan struct{})
	go func() {
		defer close(pressed)
		for lines := bufio.NewScanner(p.Stdin); lines.Scan(); {
			pressed <- struct{}{}
		}
	}()
	return pressed
}

// lanTrouble says why others cannot look.
func (p *program) lanTrouble(lan *lanFlags) error {
	if lan.addr == lanAuto {
		return callError{p.say("lan none")}
	}
	return callError{fmt.Sprintf(p.say("lan not here"), strings.TrimSpace(lan.addr))}
}
