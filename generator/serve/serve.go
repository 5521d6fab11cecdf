// Package serve shows a site while it is being written: preview, reload, overlay.
//
// [Run] listens on the loopback addresses only (and for [Guests] if the author wants
// them), loads the site through a function of the caller, renders what is asked for,
// and keeps every open tab true:
//
//	err := serve.Run(ctx, serve.Options{
//		Load: load, // the conductor's snapshot, as functions
//		Dirs: []string{"content", "layouts", "assets"},
//		Addr: "localhost:1414",
//	})
//
// # What it promises
//
// A save is seen at once: a request that arrives after the system has told of a
// change waits for the new snapshot (at most [settleLimit]) and never gets the old
// one. Without a request the server waits until the folders are quiet for
// [quietTime], at most [restlessTime] after the first sign of a change.
// The last state is never missed: what the system does not tell, a scan finds.
//
// One load runs at a time; changes that come meanwhile cause exactly one more.
// A load that ends in an error leaves the last good snapshot, and the error goes
// to every tab; so does a panic in a layout. Nothing an author does stops the server.
//
// A tab is told only what concerns it. After every load the page of each connected
// tab is rendered once and compared with what that tab shows: the same bytes,
// silence; other addresses of style sheets only, they are exchanged in place;
// anything else, a reload. A layout that prints the time reloads with every save.
//
// # The protocol
//
// The page's script opens a WebSocket at [SocketPath] with its location.pathname
// and, if it knows it, the digest of what it shows:
//
//	/_preview/socket?path=%2Fprojects%2Fx%2F&page=0f1e2d3c4b5a6978
//
// The digest is that of the last hello; the very first one stands in the response
// header Server-Timing of the page (page;desc="…"), which a script can read as
// performance.getEntriesByType("navigation")[0].serverTiming. Without a digest the
// server takes what it last served under that path.
//
// Messages are JSON and go only from server to page:
//
//	{"type":"hello","build":"…","page":"…"}       the page shown is that of this build
//	{"type":"problems","problems":[…],"errors":1,"warnings":2,"more":0}
//	{"type":"style","from":"/assets/site.1.css","to":"/assets/site.2.css"}
//	{"type":"reload"}
//
// Hello comes on connecting and again after every build that leaves the page as it
// is, or that the style messages just before it have made so. Problems follow the
// first hello, and later when they have changed; an empty list means that the
// overlay goes. Instead of all this a page that is no longer true gets reload. A
// page that cannot be rendered, or before a first load, gets problems alone.
// What a page sends is ignored. The server closes with 1001 when it ends; a page
// then tries again until it is back.
//
// # State
//
// The package owns one of the five places of state: the pointer to the current
// snapshot, with the clients, the table of what lies on the disk, and a short
// memory of what was served.
package serve

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"sync"
	"sync/atomic"
	"time"

	"github.com/som-hub/vitryna/generator/problem"
)

// Snapshot is what a loaded site can do. It is immutable, and its functions are
// called from many goroutines at once. They stay callable while the next snapshot
// is being served: a page of before may still ask for its style sheet.
type Snapshot struct {
	// Build names the state: equal builds have equal pages.
	Build string

	// Turns is when the site becomes another though no file changes: it is loaded anew
	// then. Zero is never.
	Turns time.Time

	// Problems are shown over every page; they are sorted.
	Problems problem.List

	// Render makes what stands under a path: "/projects/x/", "/assets/site.0a1b.css".
	// ok is false if there is no such route.
	Render func(path string) (data []byte, mediaType string, ok bool, err error) // required

	// NotFound is the finished 404 page for a path, with the preview's script in it; nil where there is none.
	NotFound func(path string) ([]byte, error)
}

// Options say what to serve and where.
type Options struct {
	// Load loads the site anew. changed names the files and folders that are new,
	// changed or gone since the last call that returned no error, a folder standing
	// for all that lies below it; nil means that anything may have changed. The
	// names begin with those of Dirs. What else has changed, and was not heard of in time,
	// a later call tells.
	Load func(ctx context.Context, changed []string) (*Snapshot, error) // required

	// Dirs are the folders to watch. They may appear later and be replaced.
	Dirs []string

	// Skip are folders below Dirs that are not watched.
	Skip []string

	// Addr is where to listen, a loopback name or address with a port;
	// empty is localhost:1414. Port 0 chooses a free one.
	Addr string

	// Lang is the language of the server's own few sentences: "uk", or "en".
	Lang string

	// Act does what a form of a page asks for: path is the page's, form what was sent
	// with it. The reply is sent as JSON; ok is false where the page takes nothing.
	// nil: no page takes anything. See act.go for who may ask.
	Act func(ctx context.Context, path string, form url.Values) (reply any, ok bool)

	// Ask answers what a script of a page asks below [AskPath]: name is what follows it, body
	// the question as JSON. The reply is sent as JSON; ok is false where there is no such
	// question. nil: none is answered. See ask.go for who may ask.
	Ask func(ctx context.Context, name string, body []byte) (reply any, ok bool)

	// Token is what a form has to send along, so that only a page of ours can.
	// Without one nothing is taken.
	Token string

	// Guests lets others on the local network read the site; nil: nobody but this machine does.
	Guests *Guests

	// Log hears of every event, one at a time.
	Log func(Event)

	// Ready is called once when the server listens, with the address to open.
	// It returns soon.
	Ready func(url string)
}

// Run serves until ctx ends, which is no error, or until it cannot go on.
// If the port is taken the error is a *[ListenError].
// When Run returns, its goroutines have ended and the tabs are told.
func Run(ctx context.Context, o Options) error {
	listeners, url, err := listen(o.Addr)
	if err != nil {
		return err
	}
	var lan net.Listener
	if o.Guests != nil {
		if lan, err = listenLAN(o.Guests.Addr, portOf(listeners[0])); err != nil {
			for _, l := range listeners {
				l.Close()
			}
			return err
		}
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	s := newServer(ctx, o, hostsOf(listeners))
	webs := []*http.Server{{
		Handler:           s,
		ReadHeaderTimeout: 10 * time.Second,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    64 << 10,
		ErrorLog:          quietLog(),
	}}

	var group sync.WaitGroup
	failed := make(chan error, len(listeners)+1)
	if lan != nil {
		g := newGuests(s, *o.Guests, lan)
		webs = append(webs, g.serving())
		group.Go(func() { g.listen(ctx) })
		group.Go(func() { failed <- webs[1].Serve(lan) })
	}
	group.Go(func() { s.loader.run(ctx) })
	group.Go(func() { newWatcher(o, s.hints, s.loader, s.log).run(ctx) })
	for _, l := range listeners {
		group.Go(func() { failed <- webs[0].Serve(l) })
	}
	if o.Ready != nil {
		o.Ready(url)
	}
	if s.guests != nil {
		s.guests.invite()
	}
	select {
	case <-ctx.Done():
		err = nil
	case err = <-failed:
		err = fmt.Errorf("serve %s: %w", url, err)
	}
	cancel()
	return errors.Join(err, s.stop(webs, &group))
}

// shutdownTime bounds the end of Run, whatever hangs. (Linux alone may take a second
// of it to close its notifier on a busy machine.)
const shutdownTime = 5 * time.Second

// errStuck is returned if something did not end in time.
var errStuck = errors.New("serve: a load or a request did not end in time")

// stop closes the tabs and the listeners and waits for all goroutines.
func (s *server) stop(webs []*http.Server, group *sync.WaitGroup) error {
	ctx, cancel := context.WithTimeout(context.Background(), shutdownTime)
	defer cancel()
	ended := make(chan struct{})
	go func() {
		s.clients.close()
		if s.guests != nil {
			s.guests.site.clients.close()
		}
		group.Wait()
		close(ended)
	}()
	polite, done := context.WithTimeout(ctx, shutdownTime/3)
	defer done()
	for _, web := range webs {
		if err := web.Shutdown(polite); err != nil {
			web.Close() // a slow download is cut off
		}
	}
	select {
	case <-ended:
		return nil
	case <-ctx.Done():
		return errStuck
	}
}

// server answers requests from the current state.
type server struct {
	ctx     context.Context // of Run; sockets outlive their requests
	lang    string
	act     func(context.Context, string, url.Values) (any, bool)
	ask     func(context.Context, string, []byte) (any, bool)
	token   string
	hosts   map[string]bool // the values of Host that are ours
	hints   *hints
	loader  *loader
	clients *clients
	served  *memory
	log     func(Event)

	guests    *guests                      // the other server, of this one's guests; or nil
	forGuests bool                         // this is the other one: what it says must not tell of the author's folders
	fresh     func(context.Context) *state // of the other one: makes what it shows
	stays     func(*http.Request) bool     // of the other one: whether who once came in may still see

	// now is the pointer to what is shown; nil until the first load has ended.
	now     atomic.Pointer[state]
	begun   chan struct{} // closed when now is set for the first time
	refused atomic.Pointer[string]
}

func newServer(ctx context.Context, o Options, hosts map[string]bool) *server {
	s := &server{
		ctx:     ctx,
		lang:    o.Lang,
		act:     o.Act,
		ask:     o.Ask,
		token:   o.Token,
		hosts:   hosts,
		hints:   newHints(),
		clients: newClients(),
		served:  newMemory(servedKept),
		log:     serialised(o.Log),
		begun:   make(chan struct{}),
	}
	s.loader = newLoader(o.Load, s.hints, s.publish)
	return s
}

// publish makes the outcome of a load what is shown. Only the loader calls it.
func (s *server) publish(snap *Snapshot, err error, elapsed time.Duration) {
	old := s.now.Load()
	next := old.after(snap, err, s.lang)
	s.now.Store(next)
	if old == nil {
		close(s.begun)
	}
	s.clients.wake()
	if s.guests != nil {
		s.guests.site.clients.wake()
	}
	switch {
	case err == nil:
		s.log(Event{Kind: Loaded, Elapsed: elapsed, Build: snap.Build,
			Errors: snap.Problems.Errors(), Warnings: snap.Problems.Warnings()})
	case old == nil || old.trouble == nil || old.trouble.Error() != err.Error():
		s.log(Event{Kind: LoadFailed, Elapsed: elapsed, Err: err})
	}
}

// notRendered tells, once in a state, that a page could not be made.
func (s *server) notRendered(st *state, path string, err error) {
	if st.faces.fails(path) {
		s.log(Event{Kind: RenderFailed, Path: path, Err: err})
	}
}

// serialised lets one event through at a time.
func serialised(log func(Event)) func(Event) {
	if log == nil {
		return func(Event) {}
	}
	var mu sync.Mutex
	return func(e Event) {
		mu.Lock()
		defer mu.Unlock()
		log(e)
	}
}
