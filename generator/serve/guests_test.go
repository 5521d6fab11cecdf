package serve

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/coder/websocket"

	"github.com/som-hub/vitryna/generator/problem"
)

// house is a preview with guests. What they see says GUEST where the author's says AUTHOR.
type house struct {
	*preview
	*site
	again chan struct{}

	mu      sync.Mutex
	invited []Invitation
	fails   error
	loads   int
}

func newHouse(t *testing.T) *house {
	h := &house{again: make(chan struct{}), site: newSite(t, map[string]string{
		"content/index.html":      "<head>{css}</head>AUTHOR <!-- content/index.html -->",
		"content/_operator.html":  "the desk",
		"content/projects/x.html": "<head></head>AUTHOR x",
		"assets/site.css":         "body{}",
	})}
	o := Options{
		Load: h.load, Dirs: []string{h.path("content"), h.path("assets")}, Token: "secret", Lang: "en",
		Act: func(context.Context, string, url.Values) (any, bool) { t.Error("a guest has acted"); return nil, true },
		Ask: func(context.Context, string, []byte) (any, bool) { t.Error("a guest has asked"); return nil, true },
		Guests: &Guests{
			Addr: "127.0.0.1", Again: h.again, Load: h.edition,
			Draw: func(address, _ string) (string, error) { return "<svg>" + address + "</svg>", nil },
			Invited: func(i Invitation) {
				h.mu.Lock()
				defer h.mu.Unlock()
				h.invited = append(h.invited, i)
			},
		},
	}
	h.preview = run(t, o)
	return h
}

// edition is the author's site as others see it.
func (h *house) edition(ctx context.Context) (*Snapshot, error) {
	h.mu.Lock()
	fails := h.fails
	h.loads++
	h.mu.Unlock()
	if fails != nil {
		return nil, fails
	}
	made, err := h.load(ctx, nil)
	if err != nil {
		return nil, err
	}
	render := made.Render
	made.Problems = problem.List{{Code: "E-REF", File: "content/secret.md", Line: 1, Column: 1, Source: "a secret line"}}
	made.Render = func(path string) ([]byte, string, bool, error) {
		data, media, ok, err := render(path)
		text, _, _ := strings.Cut(string(data), "<!--")
		return []byte(strings.ReplaceAll(text, "AUTHOR", "GUEST")), media, ok, err
	}
	return made, nil
}

func (h *house) setFails(err error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.fails = err
}

// invitation is the newest, when there have been n.
func (h *house) invitation(t *testing.T, n int) (i Invitation) {
	t.Helper()
	eventually(t, strconv.Itoa(n)+" invitations", func() bool {
		h.mu.Lock()
		defer h.mu.Unlock()
		if len(h.invited) >= n {
			i = h.invited[n-1]
		}
		return len(h.invited) >= n
	})
	return i
}

// phone is a browser on the network; it follows no redirect.
type phone struct {
	address string // http://127.0.0.1:40000/
	cookie  *http.Cookie
}

func (p *phone) do(t *testing.T, method, path string, form url.Values, header map[string]string) (*http.Response, string) {
	t.Helper()
	var body io.Reader
	if form != nil {
		body = strings.NewReader(form.Encode())
	}
	r, err := http.NewRequest(method, strings.TrimSuffix(p.address, "/")+path, body)
	if err != nil {
		t.Fatal(err)
	}
	if form != nil {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		r.Header.Set("Origin", strings.TrimSuffix(p.address, "/"))
	}
	if p.cookie != nil {
		r.AddCookie(p.cookie)
	}
	return sent(t, r, header)
}

// enters gives a code and keeps the cookie.
func (p *phone) enters(t *testing.T, code string) {
	t.Helper()
	resp, body := p.do(t, "POST", GuestPath, url.Values{"code": {code}}, nil)
	if resp.StatusCode != http.StatusSeeOther || resp.Header.Get("Location") != "/" || len(resp.Cookies()) != 1 {
		t.Fatalf("the code %q: %d %v %s", code, resp.StatusCode, resp.Header, body)
	}
	p.cookie = resp.Cookies()[0]
}

func (p *phone) dial(t *testing.T, header http.Header) (*websocket.Conn, *http.Response, error) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), patienceOfTests)
	defer cancel()
	if header == nil {
		header = http.Header{}
	}
	if p.cookie != nil {
		header.Set("Cookie", p.cookie.String())
	}
	return websocket.Dial(ctx, p.address+strings.TrimPrefix(SocketPath, "/")+"?path=/", &websocket.DialOptions{HTTPClient: browser, HTTPHeader: header})
}

const asks = "To see the site, scan the code"

func TestGuest(t *testing.T) {
	h := newHouse(t)
	i := h.invitation(t, 1)
	if own, err := url.Parse(h.url); err != nil || strings.Contains(i.Address, ":"+own.Port()+"/") {
		t.Fatalf("guests come in where the author does: %s %s", i.Address, h.url)
	}
	p := &phone{address: i.Address}

	// Without the cookie there is nothing but the page that asks.
	css := "/assets/site." + digest("body{}") + ".css"
	for _, path := range []string{"/", "/projects/x/", css, "/none", SocketPath, "/_guest/reload.js", "/_editor/", InvitePath, InvitePath + "state", "/_operator/", "/../x"} {
		resp, body := p.do(t, "GET", path, nil, nil)
		if resp.StatusCode != http.StatusForbidden || !strings.Contains(body, asks) || strings.Contains(body, "AUTHOR") || strings.Contains(body, "GUEST") || strings.Contains(body, i.Code) {
			t.Errorf("a stranger at %s: %d %s", path, resp.StatusCode, body)
		}
		if policy := resp.Header.Get("Content-Security-Policy"); !strings.Contains(policy, "default-src 'none'") || resp.Header.Get("Cache-Control") != "no-store" {
			t.Errorf("a stranger at %s: %v", path, resp.Header)
		}
	}
	if resp, _ := p.do(t, "GET", GuestPath+"page.css", nil, nil); resp.StatusCode != 200 || !strings.HasPrefix(resp.Header.Get("Content-Type"), "text/css") {
		t.Errorf("the style of the page that asks: %d", resp.StatusCode)
	}
	if h.loads != 0 {
		t.Error("an edition was made for a stranger")
	}

	// The link of the code fills it in and does not use it up, however often it is looked at.
	link := strings.TrimPrefix(i.Link, strings.TrimSuffix(i.Address, "/"))
	for range 3 {
		if resp, body := p.do(t, "GET", link, nil, nil); resp.StatusCode != 403 || !strings.Contains(body, `value="`+digits(i.Code)+`"`) || len(resp.Cookies()) > 0 {
			t.Fatalf("the link: %d %s", resp.StatusCode, body)
		}
	}
	p.enters(t, i.Code)
	if c := p.cookie; !c.HttpOnly || c.SameSite != http.SameSiteStrictMode || c.Path != "/" || c.Domain != "" || len(c.Value) < 26 {
		t.Errorf("cookie %+v", c)
	}
	if second, body := (&phone{address: i.Address}).do(t, "POST", GuestPath, url.Values{"code": {i.Code}}, nil); second.StatusCode != 403 || !strings.Contains(body, "wrong, used or too old") || len(second.Cookies()) > 0 {
		t.Errorf("the code used twice: %d %s", second.StatusCode, body)
	}
	if events := h.heard(GuestCame); len(events) != 1 || !strings.Contains(events[0].Text("en"), "127.0.0.1") {
		t.Errorf("events %v", events)
	}

	// A guest reads pages and their parts, of an edition of its own.
	resp, body := p.do(t, "GET", "/", nil, nil)
	if resp.StatusCode != 200 || !strings.Contains(body, "GUEST") || !strings.Contains(body, `<script src="/_guest/reload.js" defer></script></head>`) || strings.Contains(body, "AUTHOR") || strings.Contains(body, "content/") {
		t.Errorf("a page: %d %s", resp.StatusCode, body)
	}
	for _, c := range []struct {
		method, path string
		form         url.Values
		header       map[string]string
		code         int
		holds        string
	}{
		{"GET", css, nil, nil, 200, "body{}"},
		{"GET", "/_guest/reload.js", nil, nil, 200, "WebSocket"},
		{"GET", "/none/", nil, nil, 404, "no page /none/"},
		{"GET", "/_guest/123456789", nil, nil, 302, ""},
		{"GET", "/_operator/", nil, nil, 404, ""},
		{"GET", "/_editor/", nil, nil, 404, ""},
		{"GET", InvitePath, nil, nil, 404, ""},
		{"GET", InvitePath + "state", nil, nil, 404, ""},
		{"POST", "/", url.Values{"token": {"secret"}}, nil, 405, ""},
		{"POST", "/_editor/save", url.Values{"token": {"secret"}}, nil, 405, ""},
		{"POST", "/_editor/save", url.Values{}, map[string]string{"Content-Type": "application/json", TokenHeader: "secret"}, 405, ""},
		{"POST", InvitePath, url.Values{"token": {"secret"}, "again": {"1"}}, nil, 405, ""},
		{"POST", GuestPath, url.Values{"code": {i.Code}}, nil, 405, ""},
		{"PUT", "/", nil, nil, 405, ""},
		{"GET", "/", nil, map[string]string{"Host": "evil.example"}, 421, ""},
		{"GET", "/", nil, map[string]string{"Host": "evil.example:" + portIn(t, i.Address)}, 421, ""},
		{"GET", "/", nil, map[string]string{"Host": "localhost:" + portIn(t, i.Address)}, 421, ""},
		{"GET", "/", nil, map[string]string{"Host": hostIn(t, h.url)}, 421, ""},
		{"GET", "/", nil, map[string]string{"Origin": "http://evil.example"}, 403, ""},
		{"GET", "/", nil, map[string]string{"Origin": "null"}, 403, ""},
		{"GET", "/", nil, map[string]string{"Origin": strings.TrimSuffix(h.url, "/")}, 403, ""},
		{"GET", css, nil, map[string]string{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}, 403, ""},
	} {
		resp, body := p.do(t, c.method, c.path, c.form, c.header)
		if resp.StatusCode != c.code || !strings.Contains(body, c.holds) || strings.Contains(body, "AUTHOR") || strings.Contains(body, "localhost") {
			t.Errorf("%s %s %v: %d %s, want %d", c.method, c.path, c.header, resp.StatusCode, body, c.code)
		}
	}

	// The cookie opens nothing at the author's address, nor does the author's address lead anywhere else.
	for _, name := range []string{"guest", "", p.cookie.Name} {
		stranger := &phone{address: i.Address, cookie: &http.Cookie{Name: p.cookie.Name, Value: name}}
		if resp, _ := stranger.do(t, "GET", "/", nil, nil); resp.StatusCode != 403 {
			t.Errorf("a made-up cookie: %d", resp.StatusCode)
		}
	}
}

func portIn(t *testing.T, address string) string {
	t.Helper()
	_, port, err := net.SplitHostPort(hostIn(t, address))
	if err != nil {
		t.Fatal(err)
	}
	return port
}

func hostIn(t *testing.T, address string) string {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	return u.Host
}

// TestGuestForm: the form of the code is taken from our own page only.
func TestGuestForm(t *testing.T) {
	h := newHouse(t)
	i := h.invitation(t, 1)
	p := &phone{address: i.Address}
	form := url.Values{"code": {i.Code}}
	for name, header := range map[string]map[string]string{
		"a foreign Origin": {"Origin": "http://evil.example"},
		"no Origin":        {"Origin": ""},
		"a bent name":      {"Host": "evil.example", "Origin": "http://evil.example"},
		"plain text":       {"Content-Type": "text/plain"},
	} {
		if resp, _ := p.do(t, "POST", GuestPath, form, header); resp.StatusCode != 403 && resp.StatusCode != 421 || len(resp.Cookies()) > 0 {
			t.Errorf("%s: %d", name, resp.StatusCode)
		}
	}
	if resp, _ := p.do(t, "POST", GuestPath, url.Values{"code": {strings.Repeat("1", formAtMost)}}, nil); resp.StatusCode != 413 {
		t.Errorf("a long form: %d", resp.StatusCode)
	}
	if resp, _ := p.do(t, "POST", "/", form, nil); resp.StatusCode != 405 {
		t.Errorf("the form elsewhere: %d", resp.StatusCode)
	}
	p.enters(t, i.Code) // none of these has used it up
}

// TestGuessedCode: wrong codes are slowed, and after a few the right one is void.
func TestGuessedCode(t *testing.T) {
	h := newHouse(t)
	i := h.invitation(t, 1)
	p := &phone{address: i.Address}
	wrong := url.Values{"code": {other(digits(i.Code))}}
	if resp, _ := p.do(t, "POST", GuestPath, wrong, nil); resp.StatusCode != 403 {
		t.Errorf("a wrong code: %d", resp.StatusCode)
	}
	if resp, _ := p.do(t, "POST", GuestPath, url.Values{"code": {i.Code}}, nil); resp.StatusCode != 429 || resp.Header.Get("Retry-After") == "" {
		t.Errorf("the right code at once after it: %d", resp.StatusCode)
	}
	h.again <- struct{}{}
	if next := h.invitation(t, 2); next.Code == i.Code {
		t.Error("the new code is the old one")
	} else {
		p.enters(t, next.Code)
	}
}

// TestGuestSocket: a tab of a guest is told of pages only, and only if it is a guest's and ours.
func TestGuestSocket(t *testing.T) {
	h := newHouse(t)
	i := h.invitation(t, 1)
	p := &phone{address: i.Address}
	own := http.Header{"Origin": {strings.TrimSuffix(i.Address, "/")}}
	refused := func(what string, header http.Header) {
		t.Helper()
		conn, resp, err := p.dial(t, header)
		if err == nil {
			conn.CloseNow()
		}
		if err == nil || resp == nil || resp.StatusCode != http.StatusForbidden {
			t.Errorf("%s: %v", what, err)
		}
	}
	refused("a stranger", own.Clone())
	p.enters(t, i.Code)
	refused("no Origin", nil)
	refused("another page", http.Header{"Origin": {"http://evil.example"}})
	refused("the author's page", http.Header{"Origin": {strings.TrimSuffix(h.url, "/")}})

	conn, _, err := p.dial(t, own.Clone())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.CloseNow()
	next := func() string {
		ctx, cancel := context.WithTimeout(context.Background(), patienceOfTests)
		defer cancel()
		_, data, err := conn.Read(ctx)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(data), "secret") || strings.Contains(string(data), "problems") {
			t.Errorf("a guest is told %s", data)
		}
		return string(data)
	}
	if m := next(); !strings.Contains(m, `"hello"`) {
		t.Errorf("first %s", m)
	}
	h.write(t, "assets/site.css", "body{color:red}")
	if m := next(); !strings.Contains(m, `"style"`) {
		t.Errorf("after a style %s", m)
	}
	if m := next(); !strings.Contains(m, `"hello"`) {
		t.Errorf("after a style %s", m)
	}
	h.write(t, "content/index.html", "<head></head>AUTHOR again")
	if m := next(); !strings.Contains(m, `"reload"`) {
		t.Errorf("after a text %s", m)
	}
	if _, body := p.do(t, "GET", "/", nil, nil); !strings.Contains(body, "GUEST again") {
		t.Errorf("after a text: %s", body)
	}

	// The author ends the stay: tabs are let go, and the cookie is nothing any more.
	form := url.Values{"token": {"secret"}, "shut": {"1"}}
	if resp, _ := (&phone{address: h.url}).do(t, "POST", InvitePath, form, nil); resp.StatusCode != http.StatusSeeOther {
		t.Errorf("shut: %d", resp.StatusCode)
	}
	ctx, cancel := context.WithTimeout(context.Background(), patienceOfTests)
	defer cancel()
	if _, data, err := conn.Read(ctx); err == nil || ctx.Err() != nil {
		t.Errorf("a tab goes on after the end: %s %v", data, ctx.Err())
	}
	if resp, _ := p.do(t, "GET", "/", nil, nil); resp.StatusCode != 403 {
		t.Errorf("the cookie after the end: %d", resp.StatusCode)
	}
}

// TestInvitePage: the author's page shows the code on this machine, and its buttons want the token.
func TestInvitePage(t *testing.T) {
	h := newHouse(t)
	i := h.invitation(t, 1)
	author := &phone{address: h.url}
	resp, body := author.do(t, "GET", InvitePath, nil, nil)
	for _, want := range []string{i.Code, i.Address, "<svg>" + i.Link, "Guests now: 0", `value="secret"`} {
		if !strings.Contains(body, want) {
			t.Errorf("the author's page has no %q: %d %s", want, resp.StatusCode, body)
		}
	}
	for _, name := range []string{"page.css", "invite.js", "state"} {
		if resp, _ := author.do(t, "GET", InvitePath+name, nil, nil); resp.StatusCode != 200 {
			t.Errorf("%s: %d", name, resp.StatusCode)
		}
	}
	for what, c := range map[string]struct {
		form   url.Values
		header map[string]string
		code   int
	}{
		"no token":         {url.Values{"again": {"1"}}, nil, 403},
		"a foreign Origin": {url.Values{"token": {"secret"}, "again": {"1"}}, map[string]string{"Origin": "http://evil.example"}, 403},
		"a bent name":      {url.Values{"token": {"secret"}, "again": {"1"}}, map[string]string{"Host": "evil.example", "Origin": "http://evil.example"}, 421},
		"ours":             {url.Values{"token": {"secret"}, "again": {"1"}}, nil, 303},
	} {
		if resp, body := author.do(t, "POST", InvitePath, c.form, c.header); resp.StatusCode != c.code {
			t.Errorf("%s: %d %s", what, resp.StatusCode, body)
		}
	}
	next := h.invitation(t, 2)
	if h.invitation(t, 2); len(h.invited) != 2 || next.Code == i.Code {
		t.Errorf("invited %v", h.invited)
	}
	(&phone{address: i.Address}).enters(t, next.Code)
	if _, body := author.do(t, "GET", InvitePath, nil, nil); !strings.Contains(body, "No code is good now") || !strings.Contains(body, "Guests now: 1") || strings.Contains(body, "<svg>") {
		t.Errorf("after a guest has come: %s", body)
	}

	without := run(t, Options{Load: h.load, Dirs: []string{h.path("content")}})
	if resp, _ := without.get(t, InvitePath); resp.StatusCode != 404 {
		t.Errorf("without guests: %d", resp.StatusCode)
	}
}

// TestWithheld: what must not be shown leaves guests what they saw, and no word of why.
func TestWithheld(t *testing.T) {
	h := newHouse(t)
	i := h.invitation(t, 1)
	p := &phone{address: i.Address}
	h.setFails(ErrWithheld)
	p.enters(t, i.Code)
	if resp, body := p.do(t, "GET", "/", nil, nil); resp.StatusCode != 503 || !strings.Contains(body, "Wait a moment") {
		t.Errorf("nothing yet: %d %s", resp.StatusCode, body)
	}
	h.setFails(nil)
	h.write(t, "content/index.html", "AUTHOR one")
	h.shows(t, "/", "AUTHOR one")
	if _, body := p.do(t, "GET", "/", nil, nil); body != "GUEST one" {
		t.Errorf("the first edition: %s", body)
	}
	h.setFails(errors.New("content/secret.md"))
	h.write(t, "content/index.html", "AUTHOR two")
	h.shows(t, "/", "AUTHOR two")
	if _, body := p.do(t, "GET", "/", nil, nil); body != "GUEST one" {
		t.Errorf("while it is withheld: %s", body)
	}
	h.setFails(nil)
	h.write(t, "content/index.html", "AUTHOR three ERROR")
	eventually(t, "a page that cannot be made", func() bool { resp, _ := h.get(t, "/"); return resp.StatusCode == 500 })
	if resp, body := p.do(t, "GET", "/", nil, nil); resp.StatusCode != 500 || strings.Contains(body, "layout") {
		t.Errorf("a page that cannot be made: %d %s", resp.StatusCode, body)
	}
}

func TestLocal(t *testing.T) {
	for ip, want := range map[string]bool{
		"192.168.1.7": true, "10.0.0.1": true, "172.16.0.1": true, "172.32.0.1": false, "127.0.0.1": true, "169.254.3.4": true, "fd00::2": true, "::1": true,
		"8.8.8.8": false, "0.0.0.0": false, "::": false, "2001:db8::1": false, "224.0.0.1": false, "fe80::1": false, "": false,
	} {
		if got := local(net.ParseIP(ip)); got != want {
			t.Errorf("%q: %v", ip, got)
		}
	}
	for _, ip := range []string{"8.8.8.8", "0.0.0.0", "192.168.255.254"} { // the last is not ours, as good as ever
		if l, err := listenLAN(ip, 0); err == nil {
			l.Close()
			t.Errorf("%s is listened on", ip)
		} else if !errors.Is(err, ErrNoNetwork) {
			t.Errorf("%s: %v", ip, err)
		}
	}
}

// TestConnections: strangers cannot hold more connections than there are slots, and slots come back.
func TestConnections(t *testing.T) {
	l, err := listenLAN("127.0.0.1", 0)
	if err != nil {
		t.Fatal(err)
	}
	l.(*bounded).slots = make(chan struct{}, 2)
	accepted := make(chan net.Conn, 10)
	done := make(chan struct{})
	go func() {
		defer close(done)
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			accepted <- c
		}
	}()
	dial := func() net.Conn {
		c, err := net.Dial("tcp", l.Addr().String())
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	defer dial().Close()
	defer dial().Close()
	first := <-accepted
	second := <-accepted
	third := dial()
	defer third.Close()
	third.SetReadDeadline(time.Now().Add(patienceOfTests))
	if _, err := third.Read(make([]byte, 1)); err == nil || errors.Is(err, os.ErrDeadlineExceeded) {
		t.Errorf("a third connection lives: %v", err)
	}
	first.Close()
	first.Close()
	defer dial().Close()
	(<-accepted).Close()
	second.Close()
	l.Close()
	<-done
	if n := len(l.(*bounded).slots); n != 0 {
		t.Errorf("%d slots are taken", n)
	}
}
