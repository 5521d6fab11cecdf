package serve

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"net"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/coder/websocket"

	"github.com/som-hub/vitryna/generator/problem"
)

// shown is the digest that the response header tells the page's script.
func (p *preview) shown(t testing.TB, path string) string {
	t.Helper()
	resp, _ := p.get(t, path)
	var digest string
	if _, err := fmt.Sscanf(resp.Header.Get("Server-Timing"), "page;desc=%q", &digest); err != nil {
		t.Fatalf("%s: Server-Timing %q: %v", path, resp.Header.Get("Server-Timing"), err)
	}
	return digest
}

// One change reloads one page and leaves the others alone.
func TestReload(t *testing.T) {
	s := newSite(t, map[string]string{
		"content/a.html":  "a {css}",
		"content/b.html":  "b {css}",
		"assets/site.css": "old",
	})
	p := s.run(t)
	a, b, again := p.open(t, "/a/", p.shown(t, "/a/")), p.open(t, "/b/", p.shown(t, "/b/")), p.open(t, "/a/", "")
	hello, problems := a.greeted(t)
	if hello.Build == "" || hello.Page != p.shown(t, "/a/") || len(problems.Problems) != 0 {
		t.Errorf("got %+v and %+v", hello, problems)
	}
	first, _ := b.greeted(t)
	again.greeted(t)

	s.replace(t, "content/a.html", "changed {css}")
	a.next(t, "reload")
	again.next(t, "reload")
	second := b.next(t, "hello")
	if second.Build == first.Build || second.Page != first.Page {
		t.Errorf("the other page: %+v after %+v", second, first)
	}

	s.replace(t, "assets/site.css", "new")
	for _, tab := range []*tab{a, b, again} {
		style := tab.next(t, "style")
		if style.From != "/assets/site."+digest("old")+".css" || style.To != "/assets/site."+digest("new")+".css" {
			t.Errorf("got %+v", style)
		}
		tab.next(t, "hello")
	}

	// A tab that lost its line knows the page of its last hello.
	hello = b.lastHello(t, s, "content/b.html", p)
	b.conn.CloseNow()
	b = p.open(t, "/b/", hello.Page)
	b.greeted(t)
	b.conn.CloseNow()
	s.replace(t, "content/b.html", "changed meanwhile {css}")
	p.shows(t, "/b/", "changed meanwhile <link rel=stylesheet href=../assets/site."+digest("new")+".css>")
	p.open(t, "/b/", hello.Page).next(t, "reload")
}

// lastHello makes a tab reload once and returns its next greeting.
func (c *tab) lastHello(t *testing.T, s *site, file string, p *preview) received {
	t.Helper()
	s.replace(t, file, "once more {css}")
	c.next(t, "reload")
	s.replace(t, "content/unrelated.html", "new")
	return c.next(t, "hello")
}

// What is saved between the answer and the connection is not missed.
func TestSavedBeforeConnecting(t *testing.T) {
	s := newSite(t, map[string]string{"content/a.html": "old {css}", "assets/site.css": "1"})
	p := s.run(t)
	page := p.shown(t, "/a/")
	s.replace(t, "content/a.html", "new {css}")
	eventually(t, "a second build", func() bool { return len(p.heard(Loaded)) == 2 })
	p.open(t, "/a/", page).next(t, "reload")
	p.open(t, "/a/", "").next(t, "reload") // the server remembers what it served last

	page = p.shown(t, "/a/")
	s.replace(t, "assets/site.css", "2")
	eventually(t, "a third build", func() bool { return len(p.heard(Loaded)) == 3 })
	for _, digest := range []string{page, ""} {
		tab := p.open(t, "/a/", digest)
		tab.next(t, "style")
		tab.greeted(t)
	}
	// A digest of another run of the server.
	p.open(t, "/a/", "0123456789abcdef").next(t, "reload")
}

// A layout that gives other bytes each time does not reload for ever.
func TestRestlessPage(t *testing.T) {
	p := run(t, Options{Load: func(context.Context, []string) (*Snapshot, error) {
		return &Snapshot{Build: "1", Render: func(string) ([]byte, string, bool, error) {
			return fmt.Appendf(nil, "%d", rand.Uint64()), "text/html", true, nil
		}}, nil
	}})
	for range 3 {
		p.open(t, "/a/", p.shown(t, "/a/")).greeted(t)
	}
}

// A page that is gone shows the 404 page, and that one the page when it is back.
func TestPageGoes(t *testing.T) {
	s := newSite(t, map[string]string{"content/a.html": "here"})
	p := s.run(t)
	p.shown(t, "/%D1%84/")
	escaped := p.open(t, url.QueryEscape("/%D1%84/"), "")
	escaped.greeted(t)
	s.write(t, "content/ф.html", "here too")
	escaped.next(t, "reload")
	tab := p.open(t, "/a/", p.shown(t, "/a/"))
	tab.greeted(t)
	s.remove(t, "content/a.html")
	tab.next(t, "reload")
	missing := p.open(t, "/a/", p.shown(t, "/a/"))
	missing.greeted(t)
	s.write(t, "content/a.html", "back")
	missing.next(t, "reload")
}

func TestProblems(t *testing.T) {
	s := newSite(t, map[string]string{"content/a.html": "a", "content/b.html": "b"})
	p := s.run(t)
	a := p.open(t, "/a/", "")
	a.greeted(t)

	s.replace(t, "content/b.html", "PROBLEM")
	a.next(t, "hello")
	m := a.next(t, "problems")
	if len(m.Problems) != 1 || m.Errors != 1 || m.Warnings != 0 {
		t.Fatalf("got %+v", m)
	}
	if got := m.Problems[0]; got.File != "content/b.html" || got.Code != "E-REF" || got.Severity != "error" ||
		got.Source != "PROBLEM" || got.Line != 1 || got.Column != 1 || got.What == "" || got.Mend == "" {
		t.Errorf("got %+v", got)
	}
	// Who comes later hears of them too.
	if _, m := p.open(t, "/a/", "").greeted(t); len(m.Problems) != 1 {
		t.Errorf("a new tab got %+v", m)
	}
	s.replace(t, "content/b.html", "good")
	a.next(t, "hello")
	if m := a.next(t, "problems"); len(m.Problems) != 0 {
		t.Errorf("after the mending: %+v", m)
	}
}

// A load that fails leaves the last good page under the overlay.
func TestLoadFails(t *testing.T) {
	s := newSite(t, map[string]string{"content/a.html": "a"})
	p := s.run(t)
	tab := p.open(t, "/a/", p.shown(t, "/a/"))
	tab.greeted(t)
	s.replace(t, "content/b.html", "FAIL")
	m := tab.next(t, "problems")
	if m.Errors != 1 || len(m.Problems) != 1 || m.Problems[0].Source != "b: fails" || m.Problems[0].Severity != "error" {
		t.Errorf("got %+v", m)
	}
	if _, body := p.get(t, "/a/"); body != "a" {
		t.Errorf("the page is %q", body)
	}
	if n := len(p.heard(LoadFailed)); n != 1 {
		t.Errorf("said %d times", n)
	}
	s.remove(t, "content/b.html")
	if m := tab.next(t, "problems"); m.Errors != 0 || len(m.Problems) != 0 {
		t.Errorf("after the mending: %+v", m)
	}
}

// So does a page that cannot be rendered, for its own tabs only.
func TestRenderFailsInTab(t *testing.T) {
	s := newSite(t, map[string]string{"content/a.html": "a", "content/b.html": "b"})
	p := s.run(t)
	a, b := p.open(t, "/a/", p.shown(t, "/a/")), p.open(t, "/b/", p.shown(t, "/b/"))
	a.greeted(t)
	b.greeted(t)
	s.replace(t, "content/a.html", "PANIC")
	if m := a.next(t, "problems"); m.Errors != 1 || !strings.HasPrefix(m.Problems[0].Source, "panic: a layout (site_test.go:") {
		t.Errorf("got %+v", m)
	}
	b.next(t, "hello")
	s.replace(t, "content/a.html", "a") // as it was: no reload is needed
	if m := a.next(t, "problems"); len(m.Problems) != 0 {
		t.Errorf("after the mending: %+v", m)
	}
	b.next(t, "hello")
}

func TestManyProblems(t *testing.T) {
	var list problem.List
	for i := range 3 * shownAtMost {
		code := "W-ALT"
		if i == 3*shownAtMost-1 {
			code = "E-REF"
		}
		list = append(list, problem.Problem{Code: code, Line: i})
	}
	list = append(list, problem.Problem{Code: "E-REF", Draft: true})
	m := show(&state{snap: &Snapshot{Problems: list}, trouble: errors.New("trouble")}, "en").message
	if len(m.Problems) != shownAtMost+1 || m.Errors != 2 || m.Warnings != 3*shownAtMost-1 || m.More != 2*shownAtMost+1 {
		t.Errorf("%d problems, %d errors, %d warnings, %d more", len(m.Problems), m.Errors, m.Warnings, m.More)
	}
	if m.Problems[0].Source != "trouble" || m.Problems[1].Code != "E-REF" {
		t.Errorf("the worst do not come first: %+v", m.Problems[:2])
	}
	if got := list[len(list)-1].Severity(); got != "notice" {
		t.Errorf("a draft's problem is %q", got)
	}
}

// Fifty tabs come and go while builds are published, and some never read.
func TestManyTabs(t *testing.T) {
	s := newSite(t, map[string]string{"content/a.html": "0"})
	p := s.run(t)
	dead := dialDead(t, p, "/a/")
	defer dead.Close()
	stop := make(chan struct{})
	var group sync.WaitGroup
	group.Go(func() {
		for i := 1; ; i++ {
			select {
			case <-stop:
				return
			default:
				s.replace(t, "content/a.html", fmt.Sprint(i))
				time.Sleep(5 * time.Millisecond) // lets builds happen
			}
		}
	})
	var tabs sync.WaitGroup
	for range 50 {
		tabs.Go(func() {
			for range 4 {
				ctx, cancel := context.WithTimeout(context.Background(), patienceOfTests)
				conn, _, err := websocket.Dial(ctx, p.url+"_preview/socket?path=/a/", &websocket.DialOptions{HTTPClient: browser})
				if err != nil {
					t.Error(err)
				} else {
					for range rand.IntN(4) {
						if _, _, err := conn.Read(ctx); err != nil {
							t.Error(err)
						}
					}
					conn.CloseNow()
				}
				cancel()
			}
		})
	}
	tabs.Wait()
	close(stop)
	group.Wait()
	s.replace(t, "content/a.html", "last")
	p.shows(t, "/a/", "last")
}

// dialDead connects and never reads nor answers.
func dialDead(t testing.TB, p *preview, path string) net.Conn {
	t.Helper()
	host := strings.TrimSuffix(strings.TrimPrefix(p.url, "http://"), "/")
	conn, err := net.Dial("tcp", host)
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprintf(conn, "GET %s?path=%s HTTP/1.1\r\nHost: %s\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"+
		"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n", SocketPath, path, host)
	if _, err := conn.Read(make([]byte, 1)); err != nil {
		t.Fatal(err)
	}
	return conn
}

// The end: tabs are told with 1001, dead ones are not waited for.
func TestShutdown(t *testing.T) {
	p := newSite(t, map[string]string{"content/a.html": "a"}).run(t)
	tab := p.open(t, "/a/", "")
	tab.greeted(t)
	dead := dialDead(t, p, "/a/")
	defer dead.Close()
	start := time.Now()
	p.stop(t)
	if took := time.Since(start); took > shutdownTime {
		t.Errorf("took %v", took)
	}
	select {
	case err := <-tab.closed:
		if websocket.CloseStatus(err) != websocket.StatusGoingAway {
			t.Errorf("closed by %v", err)
		}
	case <-time.After(patienceOfTests):
		t.Error("the tab was not closed")
	}
}

// What a page says is ignored.
func TestTabTalks(t *testing.T) {
	s := newSite(t, map[string]string{"content/a.html": "a"})
	p := s.run(t)
	tab := p.open(t, "/a/", "")
	tab.greeted(t)
	ctx, cancel := context.WithTimeout(context.Background(), patienceOfTests)
	defer cancel()
	if err := tab.conn.Write(ctx, websocket.MessageText, []byte("hello")); err != nil {
		t.Fatal(err)
	}
	s.replace(t, "content/a.html", "changed")
	tab.next(t, "reload")
}

func TestTooManyTabs(t *testing.T) {
	cs := newClients()
	for range clientsAtMost {
		if !cs.add(&client{}) {
			cs.all[&client{wake: make(chan struct{}, 1)}] = true
		}
	}
	if cs.add(&client{}) {
		t.Errorf("more than %d tabs", clientsAtMost)
	}
}
