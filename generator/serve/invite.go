package serve

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"net/http"
	"strconv"
	"strings"
)

// The two pages of the door: the author's, which shows the code and is served on this machine only, and the one that everybody else gets.

// InvitePath is the author's page of the code.
const InvitePath = "/_lan/"

// PlainStyle is the style that the pages have in common which the program shows of itself: they are in no site, and so in no site's style.
//
//go:embed plain.css
var PlainStyle string

var (
	//go:embed guest/page.css
	guestStyle string
	//go:embed guest/invite.js
	inviteScript []byte
	//go:embed guest/scan.html
	scanHTML string
	//go:embed guest/invite.html
	inviteHTML string

	scanPage     = template.Must(template.New("scan").Parse(scanHTML))
	inviteLayout = template.Must(template.New("invite").Parse(inviteHTML))
)

// scanView is what the page that asks for a code shows.
type scanView struct {
	worded
	Trouble string // the key of what went wrong, or empty
	Code    string
	Path    string
	Opens   bool // the code is filled in: nothing but a press is wanted
}

// worded gives a page its words.
type worded struct{ Lang string }

// T is a sentence.
func (w worded) T(key string, args ...any) string {
	if len(args) == 0 {
		return say(w.Lang, key)
	}
	return fmt.Sprintf(say(w.Lang, key), args...)
}

// HTMLLang is the language of the page.
func (w worded) HTMLLang() string {
	if w.Lang == "en" {
		return "en"
	}
	return "uk"
}

// policy is that of both pages. Their forms lead to themselves.
const policy = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// ask sends the page that asks for a code.
func (g *guests) ask(w http.ResponseWriter, r *http.Request, status int, trouble, code string) {
	g.page(w, r, status, scanPage, scanView{worded{g.author.lang}, trouble, code, GuestPath, len(code) == codeSigns})
}

func (g *guests) page(w http.ResponseWriter, r *http.Request, status int, layout *template.Template, view any) {
	var b bytes.Buffer
	if err := layout.Execute(&b, view); err != nil {
		panic(err) // the layouts and views are ours
	}
	h := w.Header()
	h.Set("Cache-Control", "no-store")
	h.Set("Content-Security-Policy", policy)
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Content-Length", strconv.Itoa(b.Len()))
	h.Set("Referrer-Policy", "same-origin") // a form under «no-referrer» has no Origin either
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		w.Write(b.Bytes()) // unchecked: a reader that has gone needs no answer
	}
}

// style sends the style of both pages.
func style(w http.ResponseWriter) {
	w.Header().Set("Cache-Control", "no-cache")
	w.Header().Set("Content-Type", "text/css; charset=utf-8")
	io.WriteString(w, PlainStyle+guestStyle) // unchecked: a reader that has gone needs no answer
}

// inviteView is what the author's page shows.
type inviteView struct {
	worded
	Invitation
	Good   bool // there is a code
	QR     template.HTML
	Guests int
	Token  string
	State  string
	Path   string
}

// Hour is when the code is void, by the clock of this machine.
func (v inviteView) Hour() string { return v.Until.Local().Format("15:04") }

// invitePage is the author's page of the code, and what its buttons do.
func (g *guests) invitePage(w http.ResponseWriter, r *http.Request) {
	s := g.author
	name := strings.TrimPrefix(r.URL.Path, InvitePath)
	switch {
	case r.Method == http.MethodPost && name == "":
		if !s.formed(w, r) || !s.tokened(w, r) {
			return
		}
		if r.PostForm.Has("shut") {
			g.door.shut()
			g.site.clients.wake() // who is out is told nothing more
		} else {
			g.invite()
		}
		http.Redirect(w, r, InvitePath, http.StatusSeeOther)
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		w.Header().Set("Allow", "GET, HEAD")
		s.plain(w, http.StatusMethodNotAllowed, "method")
	case name == "":
		g.page(w, r, http.StatusOK, inviteLayout, g.inviteView())
	case name == "page.css":
		style(w)
	case name == "invite.js":
		w.Header().Set("Content-Type", "text/javascript; charset=utf-8")
		w.Write(inviteScript) // unchecked: a reader that has gone needs no answer
	case name == "state":
		w.Header().Set("Cache-Control", "no-store")
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		fmt.Fprint(w, g.state())
	default:
		s.plain(w, http.StatusNotFound, "missing")
	}
}

// state changes when the page of the code shows something else.
func (g *guests) state() string {
	code, _ := g.door.awaited()
	return code + "/" + strconv.Itoa(g.door.guests())
}

func (g *guests) inviteView() inviteView {
	v := inviteView{worded: worded{g.author.lang}, Guests: g.door.guests(), Token: g.author.token, State: g.state(), Path: InvitePath}
	v.Invitation, v.Good = g.invitation()
	if v.Good && g.options.Draw != nil {
		if svg, err := g.options.Draw(v.Link, v.T("lan qr")); err == nil {
			v.QR = template.HTML(svg) // safe: drawn by the program
		}
	}
	return v
}
