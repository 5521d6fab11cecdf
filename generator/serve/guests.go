package serve

import (
	"bytes"
	"context"
	_ "embed"
	"errors"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"time"
)

// Others on the local network may look at the site while it is being written, if the author wants it: on a telephone, on a colleague's machine. They come in
// through a listener and a handler of their own, so that nothing depends on who somebody says to be:
//
//   - the name under which the server is called must be the address shown (Host), as on this machine; a socket and a form must come from our own page (Origin);
//   - without the cookie that a code opens (door.go) there is nothing but the page that asks for a code;
//   - with it there are pages, their parts, and the reload: nothing can be sent, and nothing that begins with an underscore is there (editor, operator's desk,
//     references, the author's own page of the code);
//   - what they see is not the author's preview with something taken away, but another edition, which the caller makes as for publishing (Guests.Load): so
//     there are no drafts, names of files, codes of bidders or tokens in it that could be forgotten.

// GuestPath is where guests come in, and the reload's script lies: nothing of a site begins like this.
const GuestPath = "/_guest/"

// Guests let others on the local network read the site. What they see is an edition of their own.
type Guests struct {
	// Addr is the address of this machine to listen at; empty: where it is in its local network.
	Addr string

	// Load makes the edition for guests. It is called, one call at a time, when one of them asks and the site has changed since.
	// [ErrWithheld] leaves them what they saw.
	Load func(ctx context.Context) (*Snapshot, error) // required

	// Draw draws an address as a code for cameras, as SVG. nil: the page of the code shows it in digits only.
	Draw func(address, title string) (string, error)

	// Invited is told of every new code. It returns soon.
	Invited func(Invitation)

	// Again gives a new code whenever something comes from it. nil: only the page at [InvitePath] does.
	Again <-chan struct{}
}

// ErrWithheld tells that the site cannot be shown to others as it is now.
var ErrWithheld = errors.New("the site cannot be shown to others as it is")

// Invitation is what a guest needs to come in, once.
type Invitation struct {
	Address string    // http://192.168.1.7:1414/
	Link    string    // what the camera reads: the address with the code
	Code    string    // as people read it: 123 456 789
	Until   time.Time // when it is void
}

//go:embed guest/reload.js
var reloadScript []byte

// guests is the server for others, beside that of the author.
type guests struct {
	options Guests
	author  *server // whose site it is
	site    *server // serves the edition for guests
	door    *door
	address string // http://192.168.1.7:1414/

	mu sync.Mutex // one edition is made at a time
	of *Snapshot  // the author's state of which the edition was made
}

// newGuests makes the server that answers at l.
func newGuests(author *server, o Guests, l net.Listener) *guests {
	g := &guests{options: o, author: author, door: newDoor(time.Now), address: "http://" + l.Addr().String() + "/"}
	hosts := map[string]bool{l.Addr().String(): true}
	if portOf(l) == 80 {
		g.address = "http://" + strings.TrimSuffix(l.Addr().String(), ":80") + "/"
		hosts = map[string]bool{strings.TrimSuffix(l.Addr().String(), ":80"): true}
	}
	g.site = newServer(author.ctx, Options{Lang: author.lang, Log: sparing(author.log)}, hosts)
	g.site.forGuests, g.site.fresh, g.site.stays = true, g.fresh, g.admits
	author.guests = g
	return g
}

// serving is the http.Server of guests. It waits less for those who are slow than the author's.
func (g *guests) serving() *http.Server {
	return &http.Server{
		Handler: g, ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 15 * time.Second, IdleTimeout: 30 * time.Second, MaxHeaderBytes: 16 << 10, ErrorLog: quietLog(),
	}
}

// listen gives new codes until ctx ends.
func (g *guests) listen(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case _, ok := <-g.options.Again:
			if !ok {
				g.options.Again = nil
				continue
			}
			g.invite()
		}
	}
}

// invite makes a new code and tells of it.
func (g *guests) invite() {
	g.door.invite()
	if i, ok := g.invitation(); ok && g.options.Invited != nil {
		g.options.Invited(i)
	}
}

// invitation is the one that is good now.
func (g *guests) invitation() (Invitation, bool) {
	code, until := g.door.awaited()
	if code == "" {
		return Invitation{Address: g.address}, false
	}
	return Invitation{Address: g.address, Link: strings.TrimSuffix(g.address, "/") + GuestPath + code, Code: grouped(code), Until: until}, true
}

// fresh is the state of the edition that belongs to what the author sees; nil while there is none.
func (g *guests) fresh(ctx context.Context) *state {
	latest := g.author.current(ctx)
	if latest == nil || latest.snap == nil {
		return g.site.now.Load()
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	old := g.site.now.Load()
	if g.of == latest.snap {
		return old
	}
	snap, err := g.load()
	if g.author.ctx.Err() != nil {
		return old
	}
	if err != nil && !errors.Is(err, ErrWithheld) {
		g.author.log(Event{Kind: LoadFailed, Err: err})
	}
	g.of = latest.snap
	g.site.now.Store(old.after(snap, err, g.author.lang))
	return g.site.now.Load()
}

// load makes an edition. Of its problems nothing is kept, and its pages get the script of the reload.
func (g *guests) load() (snap *Snapshot, err error) {
	defer recovered(&err)
	made, err := g.options.Load(g.author.ctx)
	if err != nil || made == nil || made.Render == nil {
		return nil, errors.Join(err, ErrWithheld)
	}
	return &Snapshot{
		Build: made.Build,
		Render: func(path string) ([]byte, string, bool, error) {
			if strings.HasPrefix(path, "/_") {
				return nil, "", false, nil
			}
			data, media, ok, err := made.Render(path)
			if ok && isPage(media) {
				data = reloading(data)
			}
			return data, media, ok, err
		},
		NotFound: func(path string) ([]byte, error) {
			if made.NotFound == nil {
				return nil, nil
			}
			page, err := made.NotFound(path)
			return reloading(page), err
		},
	}, nil
}

// reloading is a page with the script of the reload in its head.
func reloading(page []byte) []byte {
	head, rest, ok := bytes.Cut(page, []byte("</head>"))
	if !ok {
		return page
	}
	return bytes.Join([][]byte{head, []byte(`<script src="` + GuestPath + `reload.js" defer></script></head>`), rest}, nil)
}

// cookieName names the cookie of guests. Ports share cookies, so the name bears one.
func (g *guests) cookieName() string {
	u, err := url.Parse(g.address)
	if err != nil {
		panic(err) // of our own making
	}
	return "vitryna-guest-" + u.Port()
}

// ServeHTTP asks in order: is it for us, who is it, may that be asked.
func (g *guests) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	g.site.guardedHeaders(w.Header())
	if foreign := g.site.foreign(r); foreign != "" {
		g.site.refuse(w, r, foreign)
		return
	}
	if !g.admits(r) {
		g.stranger(w, r)
		return
	}
	switch p := r.URL.Path; {
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		w.Header().Set("Allow", "GET, HEAD")
		g.site.plain(w, http.StatusMethodNotAllowed, "method")
	case p == SocketPath && r.Header.Get("Origin") == "": // browsers always send it
		g.site.refuse(w, r, "socket without Origin")
	case p == SocketPath:
		g.site.socket(w, r)
	case p == GuestPath+"reload.js":
		w.Header().Set("Cache-Control", "no-cache")
		w.Header().Set("Content-Type", "text/javascript; charset=utf-8")
		w.Write(reloadScript) // unchecked: a reader that has gone needs no answer
	case strings.HasPrefix(p, GuestPath): // the code was looked at once more
		redirect(w, r, "/")
	default:
		g.site.show(w, r)
	}
}

// admits tells whether a request bears the cookie of a guest.
func (g *guests) admits(r *http.Request) bool {
	cookie, err := r.Cookie(g.cookieName())
	return err == nil && g.door.knows(cookie.Value)
}

// stranger asks for a code, and looks at the one that is given.
func (g *guests) stranger(w http.ResponseWriter, r *http.Request) {
	switch {
	case r.URL.Path == GuestPath+"page.css" && r.Method == http.MethodGet:
		style(w)
	case r.Method == http.MethodPost && r.URL.Path == GuestPath:
		g.knock(w, r)
	case r.Method == http.MethodGet || r.Method == http.MethodHead:
		// The link of the code only fills it in: what looks at links ahead of people (messengers, cameras) would use it up otherwise.
		code, _ := strings.CutPrefix(r.URL.Path, GuestPath)
		g.ask(w, r, http.StatusForbidden, "", digits(code))
	default:
		w.Header().Set("Allow", "GET, HEAD")
		g.site.plain(w, http.StatusMethodNotAllowed, "method")
	}
}

// knock tries the code of a form.
func (g *guests) knock(w http.ResponseWriter, r *http.Request) {
	if !g.site.formed(w, r) {
		return
	}
	cookie, e := g.door.enter(r.PostForm.Get("code"))
	switch e {
	case entered:
		g.author.log(Event{Kind: GuestCame, Path: strconv.Quote(callerOf(r))})
		http.SetCookie(w, &http.Cookie{Name: g.cookieName(), Value: cookie, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode})
		w.Header().Set("Cache-Control", "no-store")
		http.Redirect(w, r, "/", http.StatusSeeOther)
	case withdrawn:
		g.author.log(Event{Kind: CodeGuessed, Path: strconv.Quote(callerOf(r))})
		g.ask(w, r, http.StatusForbidden, "guest withdrawn", "")
	case tooSoon:
		w.Header().Set("Retry-After", strconv.Itoa(int(lastPause/time.Second)))
		g.ask(w, r, http.StatusTooManyRequests, "guest soon", "")
	case fullHouse:
		g.ask(w, r, http.StatusServiceUnavailable, "guest full", "")
	case notOpened:
		g.ask(w, r, http.StatusForbidden, "guest wrong", "")
	}
}

// callerOf is the address from which a request comes, without its port.
func callerOf(r *http.Request) string {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return r.RemoteAddr
	}
	return host
}

// refusalsTold is how many refused requests of others are told of: whoever sends more shall not fill the author's terminal.
const refusalsTold = 20

// sparing leaves out refusals beyond the first few.
func sparing(log func(Event)) func(Event) {
	told := 0
	return func(e Event) {
		if e.Kind == Refused {
			if told++; told > refusalsTold {
				return
			}
		}
		log(e)
	}
}
