package serve

import (
	"context"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"
)

// TestForm: a form does something only if it comes from a page of ours: by its Host, its Origin, its kind, its size and its token.
func TestForm(t *testing.T) {
	asked := []string{}
	s := newServer(t.Context(), Options{
		Token: "secret", Lang: "en",
		Act: func(_ context.Context, path string, form url.Values) (any, bool) {
			asked = append(asked, path+" "+form.Get("code"))
			return map[string]string{"verdict": "OK"}, path == "/a/operator/"
		},
	}, map[string]bool{"localhost:1414": true})
	const kind = "application/x-www-form-urlencoded"
	for _, c := range []struct {
		name, method, host, origin, kind, path, body string
		code                                         int
	}{
		{"ours", "POST", "localhost:1414", "http://localhost:1414", kind + "; charset=UTF-8", "/a/operator/", "token=secret&code=K01", 200},
		{"another page", "POST", "localhost:1414", "http://localhost:1414", kind, "/a/", "token=secret&code=K01", 404},
		{"no Origin", "POST", "localhost:1414", "", kind, "/a/operator/", "token=secret", 403},
		{"foreign Origin", "POST", "localhost:1414", "http://evil.example", kind, "/a/operator/", "token=secret", 403},
		{"Origin of a file", "POST", "localhost:1414", "null", kind, "/a/operator/", "token=secret", 403},
		{"another port", "POST", "localhost:1414", "http://localhost:1415", kind, "/a/operator/", "token=secret", 403},
		{"a bent name", "POST", "evil.example:1414", "http://evil.example:1414", kind, "/a/operator/", "token=secret", 421},
		{"no token", "POST", "localhost:1414", "http://localhost:1414", kind, "/a/operator/", "code=K01", 403},
		{"wrong token", "POST", "localhost:1414", "http://localhost:1414", kind, "/a/operator/", "token=secrets", 403},
		{"token in the address", "POST", "localhost:1414", "http://localhost:1414", kind, "/a/operator/?token=secret", "code=K01", 403},
		{"plain text", "POST", "localhost:1414", "http://localhost:1414", "text/plain", "/a/operator/", "token=secret", 403},
		{"too long", "POST", "localhost:1414", "http://localhost:1414", kind, "/a/operator/", "token=secret&code=" + strings.Repeat("K", formAtMost), 413},
		{"PUT", "PUT", "localhost:1414", "http://localhost:1414", kind, "/a/operator/", "token=secret", 405},
	} {
		r := httptest.NewRequest(c.method, c.path, strings.NewReader(c.body))
		r.Host = c.host
		r.Header.Set("Content-Type", c.kind)
		if c.origin != "" {
			r.Header.Set("Origin", c.origin)
		}
		w := httptest.NewRecorder()
		asked = nil
		s.ServeHTTP(w, r)
		if w.Code != c.code {
			t.Errorf("%s: %d, want %d: %s", c.name, w.Code, c.code, w.Body)
		}
		if done := len(asked) > 0; done != (c.code == 200 || c.code == 404) {
			t.Errorf("%s: asked %q", c.name, asked)
		}
		if c.code == 200 && (strings.TrimSpace(w.Body.String()) != `{"verdict":"OK"}` || w.Header().Get("Cache-Control") != "no-store" || asked[0] != "/a/operator/ K01") {
			t.Errorf("%s: %s %v %q", c.name, w.Body, w.Header(), asked)
		}
	}
	without := newServer(t.Context(), Options{}, map[string]bool{"localhost:1414": true})
	r := httptest.NewRequest("POST", "/a/operator/", nil)
	r.Host = "localhost:1414"
	w := httptest.NewRecorder()
	if without.ServeHTTP(w, r); w.Code != http.StatusMethodNotAllowed {
		t.Errorf("a server that takes nothing answers %d", w.Code)
	}
}

// TestTurn: a site that becomes another at a moment is loaded again then, without a change of a file; one that never does is not.
func TestTurn(t *testing.T) {
	loads := make(chan time.Time, 10)
	turn := time.Now().Add(150 * time.Millisecond)
	n := 0
	l := newLoader(func(context.Context, []string) (*Snapshot, error) {
		loads <- time.Now()
		snap := &Snapshot{Render: func(string) ([]byte, string, bool, error) { return nil, "", false, nil }}
		if n++; n == 1 {
			snap.Turns = turn
		}
		return snap, nil
	}, newHints(), func(*Snapshot, error, time.Duration) {})
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan struct{})
	go func() { defer close(ended); l.run(ctx) }()
	defer func() { cancel(); <-ended }()
	l.submit(nil, 0)
	<-loads
	select {
	case at := <-loads:
		if at.Before(turn) {
			t.Errorf("loaded %v before the turn", turn.Sub(at))
		}
	case <-time.After(5 * time.Second):
		t.Fatal("the turn was missed")
	}
	select {
	case <-loads:
		t.Error("loaded again though nothing turns")
	case <-time.After(200 * time.Millisecond):
	}
}
