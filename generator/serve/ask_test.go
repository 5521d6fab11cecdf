package serve

import (
	"context"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
)

// TestQuestion: a question is answered only if it comes from a page of ours: by its Host, its Origin, its kind, its size and its token.
func TestQuestion(t *testing.T) {
	asked := 0
	s := newServer(t.Context(), Options{
		Token: "secret", Lang: "en",
		Ask: func(_ context.Context, name string, body []byte) (any, bool) {
			asked++
			return map[string]string{"name": name, "body": string(body)}, name == "open"
		},
	}, map[string]bool{"localhost:1414": true})
	const ours, kind = "http://localhost:1414", "application/json"
	for _, c := range []struct {
		name, host, origin, kind, token, path, body string
		code                                        int
	}{
		{"ours", "localhost:1414", ours, kind + "; charset=utf-8", "secret", "open", "{}", 200},
		{"unknown", "localhost:1414", ours, kind, "secret", "shut", "{}", 404},
		{"no Origin", "localhost:1414", "", kind, "secret", "open", "{}", 403},
		{"foreign Origin", "localhost:1414", "http://evil.example", kind, "secret", "open", "{}", 403},
		{"Origin of a file", "localhost:1414", "null", kind, "secret", "open", "{}", 403},
		{"another port", "localhost:1414", "http://localhost:1415", kind, "secret", "open", "{}", 403},
		{"a bent name", "evil.example:1414", "http://evil.example:1414", kind, "secret", "open", "{}", 421},
		{"no token", "localhost:1414", ours, kind, "", "open", "{}", 403},
		{"wrong token", "localhost:1414", ours, kind, "secrets", "open", "{}", 403},
		{"a form", "localhost:1414", ours, "application/x-www-form-urlencoded", "secret", "open", "{}", 403},
		{"plain text", "localhost:1414", ours, "text/plain", "secret", "open", "{}", 403},
		{"too long", "localhost:1414", ours, kind, "secret", "open", strings.Repeat(" ", askAtMost+1), 413},
	} {
		r := httptest.NewRequest("POST", AskPath+c.path, strings.NewReader(c.body))
		r.Host = c.host
		r.Header.Set("Content-Type", c.kind)
		if c.origin != "" {
			r.Header.Set("Origin", c.origin)
		}
		if c.token != "" {
			r.Header.Set(TokenHeader, c.token)
		}
		w := httptest.NewRecorder()
		asked = 0
		s.ServeHTTP(w, r)
		if w.Code != c.code || (asked > 0) != (c.code == 200 || c.code == 404) {
			t.Errorf("%s: %d, asked %d times: %s", c.name, w.Code, asked, w.Body)
		}
	}
	without := newServer(t.Context(), Options{Token: "secret"}, map[string]bool{"localhost:1414": true})
	r := httptest.NewRequest("POST", AskPath+"open", nil)
	r.Host = "localhost:1414"
	w := httptest.NewRecorder()
	if without.ServeHTTP(w, r); w.Code != 405 {
		t.Errorf("a server that answers nothing says %d", w.Code)
	}
}

// TestAskFails: a panic in an answer is told where the program runs, with its line, and to the page, and the server goes on.
func TestAskFails(t *testing.T) {
	var told []Event
	fail := func(any) (any, bool) { panic("no luck") }
	s := newServer(t.Context(), Options{
		Token: "secret", Lang: "en", Log: func(e Event) { told = append(told, e) },
		Ask: func(context.Context, string, []byte) (any, bool) { return fail(nil) },
		Act: func(context.Context, string, url.Values) (any, bool) { return func() {}, true },
	}, map[string]bool{"localhost:1414": true})
	for path, media := range map[string]string{AskPath + "save": "application/json", "/form/": "application/x-www-form-urlencoded"} {
		r := httptest.NewRequest("POST", path, strings.NewReader("token=secret"))
		r.Host = "localhost:1414"
		r.Header.Set("Content-Type", media)
		r.Header.Set("Origin", "http://localhost:1414")
		r.Header.Set(TokenHeader, "secret")
		w := httptest.NewRecorder()
		told = nil
		s.ServeHTTP(w, r)
		if w.Code != 500 || !strings.Contains(w.Body.String(), "What you wrote is still here") {
			t.Errorf("%s: %d %s", path, w.Code, w.Body)
		}
		if len(told) != 1 || told[0].Kind != AskFailed || told[0].Path != path {
			t.Fatalf("%s: told %v", path, told)
		}
		if text := told[0].Text("en"); path != "/form/" && !strings.Contains(text, "no luck (ask_test.go:") {
			t.Error(text)
		}
	}
}
