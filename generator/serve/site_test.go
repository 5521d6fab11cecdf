package serve

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/coder/websocket"
	"go.uber.org/goleak"

	"github.com/som-hub/vitryna/generator/problem"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// site is a small generator over real folders: content/a/b.html is the page /a/b/,
// with {css} for a link to the style sheet; assets/site.css is the style sheet,
// named by hash. Words in a page make trouble: FAIL a load, PANIC and ERROR a
// render, PROBLEM a problem.
type site struct {
	dir string

	mu    sync.Mutex
	loads [][]string // what each load was told
}

func newSite(t testing.TB, files map[string]string) *site {
	s := &site{dir: t.TempDir()}
	for name, text := range files {
		s.write(t, name, text)
	}
	return s
}

func (s *site) path(name string) string { return filepath.Join(s.dir, filepath.FromSlash(name)) }

func (s *site) write(t testing.TB, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(s.path(name)), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(s.path(name), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// replace saves as careful editors do.
func (s *site) replace(t testing.TB, name, text string) {
	t.Helper()
	s.write(t, name+".tmp", text)
	s.rename(t, name+".tmp", name)
}

func (s *site) remove(t testing.TB, name string) {
	t.Helper()
	if err := os.RemoveAll(s.path(name)); err != nil {
		t.Fatal(err)
	}
}

func (s *site) rename(t testing.TB, from, to string) {
	t.Helper()
	if err := os.Rename(s.path(from), s.path(to)); err != nil {
		t.Fatal(err)
	}
}

func (s *site) load(_ context.Context, changed []string) (*Snapshot, error) {
	s.mu.Lock()
	s.loads = append(s.loads, changed)
	s.mu.Unlock()

	css, _ := os.ReadFile(s.path("assets/site.css"))
	sheet := "/assets/site." + digest(string(css)) + ".css"
	files := map[string]string{sheet: string(css)} // by route
	var problems problem.List
	err := filepath.WalkDir(s.path("content"), func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(p) != ".html" {
			return ignoreGone(err)
		}
		data, err := os.ReadFile(p)
		if err != nil {
			return ignoreGone(err)
		}
		text := string(data)
		name, _ := filepath.Rel(s.path("content"), p)
		name = strings.TrimSuffix(filepath.ToSlash(name), ".html")
		route := "/" + name + "/"
		if name == "index" {
			route = "/"
		}
		if strings.Contains(text, "FAIL") {
			return fmt.Errorf("%s: fails", name)
		}
		if strings.Contains(text, "PROBLEM") {
			problems = append(problems, problem.Problem{Code: "E-REF", File: "content/" + name + ".html", Line: 1, Column: 1, Source: text})
		}
		up := strings.Repeat("../", strings.Count(route, "/")-1)
		link := `<link rel=stylesheet href=` + up + strings.TrimPrefix(sheet, "/") + `>`
		files[route] = strings.ReplaceAll(text, "{css}", link)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return snapshotOf(files, problems), nil
}

func ignoreGone(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

func snapshotOf(files map[string]string, problems problem.List) *Snapshot {
	all := ""
	for _, route := range slices.Sorted(maps.Keys(files)) {
		all += route + files[route]
	}
	return &Snapshot{
		Build:    digest(all),
		Problems: problems,
		Render: func(path string) ([]byte, string, bool, error) {
			text, ok := files[path]
			switch {
			case strings.Contains(text, "PANIC"):
				panic("a layout")
			case strings.Contains(text, "ERROR"):
				return nil, "", false, errors.New("a layout is wrong: <b>")
			case strings.HasSuffix(path, "/"):
				return []byte(text), "text/html", ok, nil
			default:
				return []byte(text), "text/css", ok, nil
			}
		},
		NotFound: func(path string) ([]byte, error) { return []byte("no page " + path), nil },
	}
}

func digest(text string) string {
	h := sha256.New()
	io.WriteString(h, text)
	return short(h)
}

func (s *site) told() [][]string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.loads)
}

// preview is a running server.
type preview struct {
	url    string
	cancel context.CancelFunc
	ended  chan error

	mu     sync.Mutex
	events []Event
}

// run starts a server over s and ends it with the test.
func (s *site) run(t testing.TB) *preview {
	return run(t, Options{
		Load: s.load,
		Dirs: []string{s.path("content"), s.path("layouts"), s.path("assets")},
	})
}

func run(t testing.TB, o Options) *preview {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	p := &preview{cancel: cancel, ended: make(chan error, 1)}
	ready := make(chan string, 1)
	o.Addr = "localhost:0"
	o.Ready = func(url string) { ready <- url }
	o.Log = func(e Event) {
		p.mu.Lock()
		defer p.mu.Unlock()
		p.events = append(p.events, e)
	}
	go func() { p.ended <- Run(ctx, o) }()
	select {
	case p.url = <-ready:
	case err := <-p.ended:
		t.Fatal(err)
	}
	t.Cleanup(func() { p.stop(t) })
	return p
}

// stop ends the server and expects it to end well; it may be called twice.
func (p *preview) stop(t testing.TB) {
	t.Helper()
	p.cancel()
	select {
	case err := <-p.ended:
		if err != nil {
			t.Errorf("Run: %v", err)
		}
		p.ended <- nil
	case <-time.After(patienceOfTests):
		t.Error("Run has not ended")
	}
}

func (p *preview) heard(kind Kind) (events []Event) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, e := range p.events {
		if e.Kind == kind {
			events = append(events, e)
		}
	}
	return events
}

// browser asks as a browser does, but follows no redirect and keeps no connection.
var browser = &http.Client{
	Transport:     &http.Transport{DisableKeepAlives: true},
	CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
}

func (p *preview) get(t testing.TB, path string) (*http.Response, string) {
	t.Helper()
	return p.do(t, http.MethodGet, path, nil)
}

func (p *preview) do(t testing.TB, method, path string, header map[string]string) (*http.Response, string) {
	t.Helper()
	r, err := http.NewRequest(method, strings.TrimSuffix(p.url, "/")+path, nil)
	if err != nil {
		t.Fatal(err)
	}
	return sent(t, r, header)
}

// sent sends a request with that header, and reads the answer.
func sent(t testing.TB, r *http.Request, header map[string]string) (*http.Response, string) {
	t.Helper()
	for name, value := range header {
		r.Header.Set(name, value)
		if name == "Host" {
			r.Host = value
		}
	}
	resp, err := browser.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return resp, string(body)
}

// shows waits until the page at path is want.
func (p *preview) shows(t testing.TB, path, want string) {
	t.Helper()
	var body string
	eventually(t, fmt.Sprintf("%s shows %q", path, want), func() bool {
		_, body = p.get(t, path)
		return body == want
	})
}

// patienceOfTests bounds every wait for what must happen.
const patienceOfTests = 10 * time.Second

// eventually waits for what must become true.
func eventually(t testing.TB, what string, is func() bool) {
	t.Helper()
	for deadline := time.Now().Add(patienceOfTests); !is(); time.Sleep(2 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("not in time: %s", what)
		}
	}
}

// tab is a page's script.
type tab struct {
	conn     *websocket.Conn
	messages chan received
	closed   chan error // of capacity one: why the reading ended
}

type received struct {
	Type, Build, Page, From, To string
	Problems                    []shownProblem
	Errors, Warnings, More      int
}

// open connects as a page at path that knows the digest of what it shows, or not.
func (p *preview) open(t testing.TB, path, page string) *tab {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), patienceOfTests)
	defer cancel()
	conn, _, err := websocket.Dial(ctx, p.url+strings.TrimPrefix(SocketPath, "/")+"?path="+path+"&page="+page,
		&websocket.DialOptions{HTTPClient: browser})
	if err != nil {
		t.Fatal(err)
	}
	conn.SetReadLimit(1 << 20)
	c := &tab{conn: conn, messages: make(chan received, 1000), closed: make(chan error, 1)}
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		for {
			_, data, err := conn.Read(context.Background())
			if err != nil {
				c.closed <- err
				return
			}
			var m received
			if err := json.Unmarshal(data, &m); err != nil {
				t.Errorf("message %s: %v", data, err)
			}
			c.messages <- m
		}
	}()
	t.Cleanup(func() {
		conn.CloseNow()
		<-ended
	})
	return c
}

// next is the next message; it must have the type.
func (c *tab) next(t testing.TB, kind string) received {
	t.Helper()
	select {
	case m := <-c.messages:
		if m.Type != kind {
			t.Fatalf("got message %+v, want type %q", m, kind)
		}
		return m
	case err := <-c.closed:
		t.Fatalf("closed: %v, want message %q", err, kind)
	case <-time.After(patienceOfTests):
		t.Fatalf("no message, want %q", kind)
	}
	panic("not reached")
}

// greeted reads what every tab that is up to date gets first.
func (c *tab) greeted(t testing.TB) (hello, problems received) {
	t.Helper()
	return c.next(t, "hello"), c.next(t, "problems")
}
