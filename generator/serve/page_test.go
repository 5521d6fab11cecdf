package serve

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"testing"
	"time"
)

func TestRequests(t *testing.T) {
	s := newSite(t, map[string]string{
		"content/index.html":      "home",
		"content/projects/x.html": "a project {css}",
		"assets/site.css":         "body{}",
	})
	p := s.run(t)
	css := "/assets/site." + digest("body{}") + ".css"
	for _, c := range []struct {
		method, path string
		code         int
		body         string // contained in the answer
		header, want string
	}{
		{"GET", "/", 200, "home", "Content-Type", "text/html; charset=utf-8"},
		{"GET", "/", 200, "home", "Cache-Control", "no-store"},
		{"GET", "/", 200, "home", "X-Content-Type-Options", "nosniff"},
		{"GET", "/", 200, "home", "Cross-Origin-Resource-Policy", "same-origin"},
		{"GET", "/", 200, "home", "Content-Length", "4"},
		{"HEAD", "/", 200, "", "Content-Length", "4"},
		{"GET", "/projects/x/", 200, "href=../../assets/site.", "", ""},
		{"GET", "/projects/x?q=1", 302, "", "Location", "/projects/x/?q=1"},
		{"GET", "/projects/x/index.html", 302, "", "Location", "/projects/x/"},
		{"GET", "//projects//x/", 302, "", "Location", "/projects/x/"},
		{"GET", "/a/../projects/x/", 302, "", "Location", "/projects/x/"},
		{"GET", "/%2e%2e/%2e%2e/etc/passwd", 302, "", "Location", "/etc/passwd"},
		{"GET", `/..%5c..%5cetc`, 302, "", "Location", "/etc"},
		{"GET", "//evil.example/", 302, "", "Location", "/evil.example/"},
		{"GET", css, 200, "body{}", "Content-Type", "text/css; charset=utf-8"},
		{"GET", css, 200, "body{}", "Cache-Control", "no-cache"},
		{"GET", css, 200, "body{}", "Etag", `"` + digest("body{}") + `"`},
		{"GET", "/none/", 404, "no page /none/", "Content-Type", "text/html; charset=utf-8"},
		{"GET", "/none", 404, "no page /none", "Cache-Control", "no-store"},
		{"POST", "/", 405, "", "Allow", "GET, HEAD"},
		{"PUT", "/projects/x/", 405, "", "Allow", "GET, HEAD"},
		{"OPTIONS", "/", 405, "", "Allow", "GET, HEAD"},
	} {
		resp, body := p.do(t, c.method, c.path, nil)
		if resp.StatusCode != c.code || !strings.Contains(body, c.body) || c.method == "HEAD" && body != "" {
			t.Errorf("%s %s: %d %q, want %d %q", c.method, c.path, resp.StatusCode, body, c.code, c.body)
		}
		if got := resp.Header.Get(c.header); c.header != "" && got != c.want {
			t.Errorf("%s %s: %s is %q, want %q", c.method, c.path, c.header, got, c.want)
		}
	}
	if resp, _ := p.do(t, "GET", css, map[string]string{"If-None-Match": `"` + digest("body{}") + `"`}); resp.StatusCode != 304 {
		t.Errorf("with the tag: %d, want 304", resp.StatusCode)
	}
	if resp, body := p.do(t, "GET", css, map[string]string{"Range": "bytes=0-3"}); resp.StatusCode != 206 || body != "body" {
		t.Errorf("a range: %d %q, want 206 body", resp.StatusCode, body)
	}
}

func TestForeign(t *testing.T) {
	p := newSite(t, map[string]string{"content/index.html": "secret draft"}).run(t)
	host := strings.TrimSuffix(strings.TrimPrefix(p.url, "http://"), "/")
	_, port, _ := strings.Cut(host, ":")
	upgrade := map[string]string{"Connection": "Upgrade", "Upgrade": "websocket",
		"Sec-Websocket-Version": "13", "Sec-Websocket-Key": "dGhlIHNhbXBsZSBub25jZQ=="}
	for _, c := range []struct {
		name, path string
		header     map[string]string
		code       int
	}{
		{"localhost", "/", nil, 200},
		{"capitals", "/", map[string]string{"Host": "LOCALHOST:" + port}, 200},
		{"IPv4", "/", map[string]string{"Host": "127.0.0.1:" + port}, 200},
		{"IPv6", "/", map[string]string{"Host": "[::1]:" + port}, 200},
		{"rebinding", "/", map[string]string{"Host": "evil.example:" + port}, 421},
		{"no port", "/", map[string]string{"Host": "localhost"}, 421},
		{"another port", "/", map[string]string{"Host": "localhost:1"}, 421},
		{"a name that begins so", "/", map[string]string{"Host": "localhost.evil.example:" + port}, 421},
		{"own origin", "/", map[string]string{"Origin": "http://" + host}, 200},
		{"foreign origin", "/", map[string]string{"Origin": "http://evil.example"}, 403},
		{"no origin", "/", map[string]string{"Origin": "null"}, 403},
		{"origin of another port", "/", map[string]string{"Origin": "http://localhost:1"}, 403},
		{"https origin", "/", map[string]string{"Origin": "https://" + host}, 403},
		{"link from elsewhere", "/", map[string]string{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}, 200},
		{"frame elsewhere", "/", map[string]string{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "iframe"}, 403},
		{"script elsewhere", "/", map[string]string{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "script"}, 403},
		{"script of another port", "/", map[string]string{"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "no-cors"}, 403},
		{"own script", "/", map[string]string{"Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "no-cors"}, 200},
		{"socket from elsewhere", SocketPath, with(upgrade, "Origin", "http://evil.example"), 403},
		{"socket of another port", SocketPath, with(upgrade, "Origin", "http://localhost:1"), 403},
		{"socket by rebinding", SocketPath, with(upgrade, "Host", "evil.example", "Origin", "http://evil.example"), 421},
		{"no socket", SocketPath, nil, 426},
	} {
		resp, body := p.do(t, "GET", c.path, c.header)
		if resp.StatusCode != c.code {
			t.Errorf("%s: %d, want %d", c.name, resp.StatusCode, c.code)
		}
		if c.code >= 400 && strings.Contains(body, "draft") {
			t.Errorf("%s: the refusal shows the page", c.name)
		}
	}
	if len(p.heard(Refused)) == 0 {
		t.Error("no event tells of a refusal")
	}
}

func with(header map[string]string, pairs ...string) map[string]string {
	all := map[string]string{}
	for name, value := range header {
		all[name] = value
	}
	for i := 0; i < len(pairs); i += 2 {
		all[pairs[i]] = pairs[i+1]
	}
	return all
}

// A site that has never loaded shows why, and recovers by itself.
func TestFirstLoadFails(t *testing.T) {
	s := newSite(t, map[string]string{"content/index.html": "FAIL"})
	p := s.run(t)
	resp, body := p.get(t, "/")
	if resp.StatusCode != 503 || !strings.Contains(body, "<pre>index: fails</pre>") || !strings.Contains(body, `http-equiv="refresh"`) {
		t.Fatalf("%d %q", resp.StatusCode, body)
	}
	s.write(t, "content/index.html", "good")
	eventually(t, "recovery", func() bool {
		_, body := p.get(t, "/")
		return body == "good"
	})
}

// A load that failed is tried again although no file changes.
func TestLoadIsRetried(t *testing.T) {
	s := newSite(t, map[string]string{"content/index.html": "good"})
	failures := 1
	p := run(t, Options{Dirs: []string{s.path("content")}, Load: func(ctx context.Context, changed []string) (*Snapshot, error) {
		if failures--; failures >= 0 {
			return nil, errors.New("the drive is away")
		}
		if changed != nil {
			t.Errorf("the load after a failure was told %q, want nil", changed)
		}
		return s.load(ctx, changed)
	}})
	eventually(t, "another try", func() bool {
		_, body := p.get(t, "/")
		return body == "good"
	})
}

func TestRenderFails(t *testing.T) {
	p := newSite(t, map[string]string{
		"content/panic.html": "PANIC",
		"content/error.html": "ERROR",
		"content/good.html":  "good",
	}).run(t)
	for path, want := range map[string]string{"/panic/": "panic: a layout", "/error/": "a layout is wrong: &lt;b&gt;"} {
		p.get(t, path)
		resp, body := p.get(t, path)
		if resp.StatusCode != 500 || !strings.Contains(body, want) {
			t.Errorf("%s: %d %q, want 500 and %q", path, resp.StatusCode, body, want)
		}
	}
	if _, body := p.get(t, "/good/"); body != "good" {
		t.Errorf("after the panic: %q", body)
	}
	events := p.heard(RenderFailed)
	if len(events) != 2 {
		t.Errorf("%d events, want one for each page: %v", len(events), events)
	}
}

// The first request waits for the first load.
func TestOpening(t *testing.T) {
	s := newSite(t, map[string]string{"content/index.html": "home"})
	proceed := make(chan struct{})
	p := run(t, Options{Load: func(ctx context.Context, changed []string) (*Snapshot, error) {
		select {
		case <-proceed:
		case <-ctx.Done():
		}
		return s.load(ctx, changed)
	}})
	time.AfterFunc(20*time.Millisecond, func() { close(proceed) })
	if resp, body := p.get(t, "/"); resp.StatusCode != 200 || body != "home" {
		t.Errorf("%d %q", resp.StatusCode, body)
	}
}

// A page asks for its style sheet after the next one has taken its place.
func TestAssetOfBefore(t *testing.T) {
	s := newSite(t, map[string]string{"content/index.html": "{css}", "assets/site.css": "old"})
	p := s.run(t)
	p.get(t, "/")
	s.write(t, "assets/site.css", "new")
	eventually(t, "the new style", func() bool {
		_, body := p.get(t, "/")
		return strings.Contains(body, digest("new"))
	})
	if resp, body := p.get(t, "/assets/site."+digest("old")+".css"); resp.StatusCode != 200 || body != "old" {
		t.Errorf("%d %q", resp.StatusCode, body)
	}
}

func TestListenErrors(t *testing.T) {
	p := newSite(t, map[string]string{"content/index.html": "home"}).run(t)
	addr := strings.TrimSuffix(strings.TrimPrefix(p.url, "http://"), "/")
	never := func(context.Context, []string) (*Snapshot, error) { panic("loaded") }
	for _, c := range []struct {
		addr        string
		taken, open bool
	}{
		{addr, true, false},
		{"0.0.0.0:0", false, true},
		{"192.0.2.1:0", false, true},
		{"example.com:80", false, true},
		{"localhost", false, false},
		{"localhost:noport", false, false},
	} {
		err := Run(context.Background(), Options{Load: never, Addr: c.addr})
		var listen *ListenError
		if !errors.As(err, &listen) || listen.Taken != c.taken || errors.Is(err, ErrNotLoopback) != c.open {
			t.Errorf("%s: %v", c.addr, err)
		}
	}
}

func TestCleaned(t *testing.T) {
	for _, p := range []string{"/", "/a", "/a/", "/.well-known/x", "/фото 1.jpg"} {
		if got := cleaned(p); got != p {
			t.Errorf("cleaned(%q) = %q", p, got)
		}
	}
}

func FuzzCleaned(f *testing.F) {
	for _, s := range []string{"", "/", "//", "/../a/", `\\evil`, "/a/./b//c/.."} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, p string) {
		clean := cleaned(p)
		if cleaned(clean) != clean {
			t.Errorf("%q → %q → %q", p, clean, cleaned(clean))
		}
		if !strings.HasPrefix(clean, "/") || strings.HasPrefix(clean, "//") || strings.Contains(clean+"/", "/../") {
			t.Errorf("%q → %q", p, clean)
		}
	})
}

func TestMediaType(t *testing.T) {
	for media, want := range map[string]string{
		"":                         "application/octet-stream",
		"text/html":                "text/html; charset=utf-8",
		"text/html; charset=utf-8": "text/html; charset=utf-8",
		"image/svg+xml":            "image/svg+xml; charset=utf-8",
		"text/javascript":          "text/javascript; charset=utf-8",
		"application/json":         "application/json; charset=utf-8",
		"image/png":                "image/png",
	} {
		if got := mediaType(media); got != want {
			t.Errorf("mediaType(%q) = %q, want %q", media, got, want)
		}
	}
}

func TestEventText(t *testing.T) {
	events := []Event{
		{Kind: Loaded, Elapsed: 12345 * time.Microsecond, Errors: 1, Warnings: 2},
		{Kind: LoadFailed, Err: errors.New("two\nlines")},
		{Kind: RenderFailed, Path: "/x/", Err: http.ErrAbortHandler},
		{Kind: AskFailed, Path: "/x/", Err: http.ErrAbortHandler},
		{Kind: WatchLimited, Err: http.ErrAbortHandler},
		{Kind: Refused, Path: "Host"},
	}
	for _, e := range events {
		for _, lang := range []string{"uk", "en"} {
			if text := e.Text(lang); text == "" || strings.Contains(text, "%!") || strings.Contains(text, "\n") {
				t.Errorf("%v in %s: %q", e.Kind, lang, text)
			}
		}
	}
	if got, want := events[0].Text("uk"), "Оновлено за 12 мс: помилок 1, попереджень 2"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
