package serve

import (
	"bufio"
	"bytes"
	"context"
	"net"
	"net/http"
	"net/url"
	"sync"
	"time"

	"github.com/coder/websocket"
)

// SocketPath is where a page's script opens its WebSocket.
const SocketPath = "/_preview/socket"

const (
	clientsAtMost = 1000
	readLimit     = 1 << 10
	writeLimit    = 5 * time.Second  // a tab that does not take a message is let go
	pingPause     = 30 * time.Second // how often a silent tab is asked whether it lives
	pingLimit     = 10 * time.Second
	closeLimit    = 500 * time.Millisecond // for the closing handshake
)

// clients is the connected tabs.
type clients struct {
	mu     sync.Mutex
	all    map[*client]bool
	closed bool
	group  sync.WaitGroup
}

// client is one tab. Its goroutine alone reads and writes the fields; the others
// only wake it. So a slow tab delays nobody, and gets the newest state, however
// many it has slept through.
type client struct {
	path  string
	wake  chan struct{} // of capacity one, closed by nobody
	stays func() bool   // whether it may still see
	conn  *websocket.Conn

	seen     *state // the state last told of
	base     face   // what the tab shows
	known    bool   // base is set
	hello    []byte // last sent
	problems []byte // last sent
}

func newClients() *clients { return &clients{all: map[*client]bool{}} }

// add admits a client unless the server is closing or full.
func (cs *clients) add(c *client) bool {
	cs.mu.Lock()
	defer cs.mu.Unlock()
	if cs.closed || len(cs.all) >= clientsAtMost {
		return false
	}
	cs.all[c] = true
	cs.group.Add(1)
	return true
}

func (cs *clients) remove(c *client) {
	cs.mu.Lock()
	defer cs.mu.Unlock()
	delete(cs.all, c)
	cs.group.Done()
}

// wake tells every client that there is a new state.
func (cs *clients) wake() {
	cs.mu.Lock()
	defer cs.mu.Unlock()
	for c := range cs.all {
		select {
		case c.wake <- struct{}{}:
		default: // it is awake already and will look again
		}
	}
}

// close admits nobody any more and waits for the goroutines of all clients,
// which the end of Run's context ends.
func (cs *clients) close() {
	cs.mu.Lock()
	cs.closed = true
	cs.mu.Unlock()
	cs.group.Wait()
}

// socket is the life of one client.
func (s *server) socket(w http.ResponseWriter, r *http.Request) {
	query := r.URL.Query()
	c := &client{path: pathname(query.Get("path")), wake: make(chan struct{}, 1), stays: func() bool { return s.stays == nil || s.stays(r) }}
	if !s.clients.add(c) {
		s.plain(w, http.StatusServiceUnavailable, "full")
		return
	}
	defer s.clients.remove(c)
	line := &line{ResponseWriter: w}
	conn, err := websocket.Accept(line, r, nil) // has answered if it fails
	if err != nil {
		return
	}
	c.conn = conn
	c.base, c.known = s.served.shown(c.path, query.Get("page"))

	conn.SetReadLimit(readLimit)
	gone, leave := context.WithCancel(context.Background())
	go func() {
		defer leave()
		for { // reading answers pings; what a page says is ignored
			if _, _, err := conn.Read(context.Background()); err != nil {
				return
			}
		}
	}()
	// Neither a message nor the closing handshake, which would take five seconds,
	// waits for a dead tab when the server ends.
	cut := func() { time.AfterFunc(closeLimit, func() { line.conn.Close() }) }
	defer context.AfterFunc(s.ctx, cut)()
	s.follow(c, gone)
	cut()
	conn.Close(websocket.StatusGoingAway, "")
	<-gone.Done()
}

// pathname is the path of a page as its requests had it; scripts see it escaped.
func pathname(s string) string {
	if plain, err := url.PathUnescape(s); err == nil {
		s = plain
	}
	return cleaned(s)
}

// line keeps hold of the connection below a socket, to be able to cut it.
type line struct {
	http.ResponseWriter
	conn net.Conn
}

// Hijack is called by package websocket.
func (l *line) Hijack() (conn net.Conn, rw *bufio.ReadWriter, err error) {
	conn, rw, err = http.NewResponseController(l.ResponseWriter).Hijack()
	l.conn = conn
	return conn, rw, err
}

// follow tells c of every state until the tab or the server goes.
func (s *server) follow(c *client, gone context.Context) {
	ping := time.NewTimer(pingPause)
	defer ping.Stop()
	for {
		if !c.stays() || s.tell(c) != nil {
			return
		}
		select {
		case <-c.wake:
		case <-ping.C:
			ctx, stop := context.WithTimeout(gone, pingLimit)
			err := c.conn.Ping(ctx)
			stop()
			if err != nil {
				return
			}
			ping.Reset(pingPause)
		case <-gone.Done():
			return
		case <-s.ctx.Done():
			return
		}
	}
}

// tell sends c what it needs to show the current state.
func (s *server) tell(c *client) error {
	st := s.newest()
	if st == nil || st == c.seen {
		return nil
	}
	c.seen = st
	for _, message := range s.messages(c, st) {
		ctx, stop := context.WithTimeout(context.Background(), writeLimit)
		err := c.conn.Write(ctx, websocket.MessageText, message)
		stop()
		if err != nil {
			return err
		}
	}
	return nil
}

// newest is the state that tabs are told of.
func (s *server) newest() *state {
	if s.fresh != nil {
		return s.fresh(s.ctx)
	}
	return s.now.Load()
}

// messages decides what c is told of st, and notes it as told.
func (s *server) messages(c *client, st *state) (out [][]byte) {
	if st.snap == nil {
		return s.complaint(c, st.problems)
	}
	now, err := st.face(c.path)
	if err != nil {
		// The tab keeps its last good page under the overlay.
		s.notRendered(st, c.path, err)
		return s.complaint(c, st.problems.with(err, s.lang))
	}
	if !c.known {
		c.base, c.known = now, true
	}
	styles, reload := compare(c.base, now)
	c.base = now
	if reload {
		return [][]byte{encode(reloadMessage{"reload"})}
	}
	for _, change := range styles {
		out = append(out, encode(styleMessage{"style", change.from, change.to}))
	}
	if hello := encode(helloMessage{"hello", st.snap.Build, now.whole}); !bytes.Equal(hello, c.hello) {
		c.hello = hello
		out = append(out, hello)
	}
	if !bytes.Equal(st.problems.encoded, c.problems) {
		out = append(out, s.complaint(c, st.problems)...)
	}
	return out
}

// complaint is the message with the problems p. Guests get none.
func (s *server) complaint(c *client, p problems) [][]byte {
	c.problems = p.encoded
	if s.forGuests {
		return nil
	}
	return [][]byte{p.encoded}
}
