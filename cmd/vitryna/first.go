package main

import (
	"bytes"
	"context"
	_ "embed"
	"errors"
	"fmt"
	"html/template"
	"net/url"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/spf13/cobra"

	"github.com/som-hub/vitryna/generator/author"
	"github.com/som-hub/vitryna/generator/serve"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// A double click on the program in an empty folder opens a page on which a site is made, without a terminal and without a script. The page
// is served by the same server as the preview, so nobody else may post it (serve/act.go), and the preview follows at the same address.

//go:embed first/page.html
var firstHTML string

//go:embed first/page.css
var firstCSS string

var firstPage = template.Must(template.New("first").Parse(firstHTML))

// first makes a site of what a form says.
type first struct {
	p      *program
	folder string // where the site will be
	beside bool   // other things lie where the program was started
	token  string
	mu     sync.Mutex // one form at a time
	made   atomic.Bool
}

// begin is the program without a command: the preview of the site in this folder, or the page on which one is made.
func (p *program) begin(serveCommand *cobra.Command) func(*cobra.Command, []string) error {
	return func(c *cobra.Command, args []string) error {
		what, err := author.Look(".")
		if err != nil {
			return err
		}
		if what == author.GroundSite {
			return p.anyPort(c, serveCommand, args)
		}
		p.first = &first{p: p, folder: ".", token: newToken()}
		if what == author.GroundOccupied {
			p.first.folder, p.first.beside = freeName("."), true
		}
		return p.anyPort(c, serveCommand, []string{p.first.folder})
	}
}

// anyPort serves at the next ports where the usual one is taken: who clicks twice has no flags to give, and may have another site open.
func (p *program) anyPort(c, serveCommand *cobra.Command, args []string) error {
	err := serveCommand.RunE(c, args)
	for port := 1415; port < 1425 && p.taken && !c.Flags().Changed("port"); port++ {
		if set := c.Flags().Lookup("port").Value.Set(strconv.Itoa(port)); set != nil {
			return set
		}
		err = serveCommand.RunE(c, args)
	}
	return err
}

// waits tells whether the site is still to be made. One that was made by other means is as good.
func (f *first) waits() bool {
	if f == nil || f.made.Load() {
		return false
	}
	what, err := author.Look(f.folder)
	f.made.Store(err == nil && what == author.GroundSite)
	return !f.made.Load()
}

// snapshot is what is served until there is a site.
func (f *first) snapshot() *serve.Snapshot {
	return &serve.Snapshot{Build: "first", Render: func(path string) ([]byte, string, bool, error) {
		switch {
		case path == "/_first/page.css":
			return []byte(serve.PlainStyle + firstCSS), "text/css", true, nil
		case path != "/":
			return nil, "", false, nil
		case f.made.Load():
			page, err := f.page(firstView{Opening: true})
			return page, "text/html", true, err
		}
		page, err := f.page(firstView{})
		return page, "text/html", true, err
	}}
}

// act makes the site of a form, or shows the form again with what is wrong beside each field.
func (f *first) act(ctx context.Context, path string, form url.Values) (any, bool) {
	if path != "/" {
		return nil, false
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if !f.waits() {
		return serve.Page{Go: "/"}, true
	}
	var s author.Starter
	for _, a := range answers {
		*a.of(&s) = strings.TrimSpace(ukrainian.Normalise(form.Get(a.name)))
	}
	view := firstView{Answers: s, Faults: map[string]string{}}
	for _, fault := range s.Check() {
		if view.Faults[fault.Field] == "" {
			view.Faults[fault.Field] = f.p.fault(fault)
		}
	}
	if len(view.Faults) == 0 {
		err := f.p.makeSite(ctx, f.folder, s)
		if err == nil {
			f.made.Store(true)
			return serve.Page{Go: "/"}, true
		}
		view.Trouble = fmt.Sprintf(f.p.say("first trouble"), f.p.firstTrouble(err, f.folder))
	}
	page, err := f.page(view)
	if err != nil {
		page = []byte(err.Error())
	}
	return serve.Page{HTML: page}, true
}

// firstTrouble says why a site could not be made.
func (p *program) firstTrouble(err error, folder string) string {
	if errors.Is(err, author.ErrOccupied) {
		return fmt.Sprintf(p.say("init occupied"), folder, typed(freeName(".")))
	}
	return p.machineTrouble(err)
}

// firstView is what the page shows.
type firstView struct {
	*first
	Answers author.Starter
	Faults  map[string]string
	Trouble string
	Opening bool
}

func (f *first) page(v firstView) ([]byte, error) {
	v.first = f
	if v.Answers.Accent == "" {
		v.Answers.Accent = accents[0].Colour
	}
	var b bytes.Buffer
	err := firstPage.Execute(&b, v)
	return b.Bytes(), err
}

// Say is a text in the language of the page.
func (v firstView) Say(key string) string { return v.p.say(key) }

// Folder is where the site will be, by its full name.
func (v firstView) Folder() string {
	full, err := filepath.Abs(v.folder)
	if err != nil {
		return v.folder
	}
	return full
}

// Beside tells that other things lie where the program was started.
func (v firstView) Beside() bool { return v.beside }

// Token is what the form has to send along.
func (v firstView) Token() string { return v.token }

// firstField is one line of the form.
type firstField struct {
	Name, Label, Hint, Value, Fault, Type, Complete string
	Required                                        bool
}

// Fields are the lines of the form: the first two say whose site it is, the others how to find it.
func (v firstView) Fields(from, to int) []firstField {
	var fields []firstField
	for _, a := range answers[from:to] {
		f := firstField{Name: a.name, Label: v.Say("ask " + a.name), Hint: v.Say("hint " + a.name), Value: *a.of(&v.Answers), Fault: v.Faults[a.name], Type: "text", Complete: "off", Required: a.required}
		switch a.name {
		case "phone":
			f.Type, f.Complete = "tel", "tel"
		case "email":
			f.Type, f.Complete = "email", "email"
		case "base":
			f.Type = "url"
		}
		fields = append(fields, f)
	}
	return fields
}

// firstAccent is one colour to choose.
type firstAccent struct {
	Colour, Class, Name string
	Chosen              bool
}

// Accents are the colours to choose from.
func (v firstView) Accents() []firstAccent {
	var list []firstAccent
	for _, a := range accents {
		list = append(list, firstAccent{a.Colour, a.Class, a.Name[v.p.index()], strings.EqualFold(a.Colour, v.Answers.Accent)})
	}
	return list
}
