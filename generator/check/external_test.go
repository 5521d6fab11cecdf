package check

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// asked is a server with faults, and what it was asked.
type asked struct {
	*httptest.Server
	mu    sync.Mutex
	calls []string
	busy  int
	most  int // requests at once
	times map[string]int
}

func newAsked(t *testing.T) *asked {
	a := &asked{times: map[string]int{}}
	a.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		a.mu.Lock()
		a.calls = append(a.calls, r.Method+" "+r.URL.Path)
		a.times[r.URL.Path]++
		n := a.times[r.URL.Path]
		a.busy++
		a.most = max(a.most, a.busy)
		a.mu.Unlock()
		free := sync.OnceFunc(func() { a.mu.Lock(); a.busy--; a.mu.Unlock() })
		defer free()
		time.Sleep(2 * time.Millisecond)
		if r.Header.Get("User-Agent") != "Vitryna-test" {
			w.WriteHeader(http.StatusTeapot)
			return
		}
		switch r.URL.Path {
		case "/gone":
			w.WriteHeader(http.StatusNotFound)
		case "/head": // a server that does not know HEAD
			if r.Method == http.MethodHead {
				w.WriteHeader(http.StatusMethodNotAllowed)
			}
		case "/liar": // one that lies to HEAD
			if r.Method == http.MethodHead {
				w.WriteHeader(http.StatusNotFound)
			}
		case "/guarded":
			w.WriteHeader(http.StatusForbidden)
		case "/moved":
			http.Redirect(w, r, "/good", http.StatusMovedPermanently)
		case "/circle":
			http.Redirect(w, r, "/circle", http.StatusFound)
		case "/file":
			w.Header().Set("Location", "file:///etc/passwd")
			w.WriteHeader(http.StatusFound)
		case "/ill":
			w.WriteHeader(http.StatusInternalServerError)
		case "/recovers":
			if n == 1 {
				w.WriteHeader(http.StatusServiceUnavailable)
			}
		case "/cut":
			free()
			c, _, err := w.(http.Hijacker).Hijack()
			if err == nil {
				c.Close() // unchecked: on purpose
			}
		case "/slow":
			free() // whoever asked has gone before this ends
			select {
			case <-r.Context().Done():
			case <-time.After(3 * time.Second):
			}
		}
	}))
	t.Cleanup(a.Close)
	return a
}

// said is what the server was asked so far, from some call on.
func (a *asked) said(from int) []string {
	a.mu.Lock()
	defer a.mu.Unlock()
	return slices.Clone(a.calls[from:])
}

func external(t *testing.T, memory string) *External {
	return &External{
		Memory: memory, Agent: "Vitryna-test", Private: true, Now: func() time.Time { return time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC) },
		pause: time.Millisecond, retry: time.Millisecond, timeout: 300 * time.Millisecond,
	}
}

func TestExternal(t *testing.T) {
	a := newAsked(t)
	memory := filepath.Join(t.TempDir(), "cache", "external.jsonl")
	wants := map[string]string{
		"/good": "", "/gone": "gone", "/head": "", "/liar": "", "/guarded": "guarded", "/moved": "", "/circle": "ill", "/file": "private", "/ill": "ill", "/recovers": "", "/cut": "ill", "/slow": "slow",
	}
	var addresses []string
	for path := range wants {
		addresses = append(addresses, a.URL+path)
	}
	addresses = append(addresses, "https://", "http://nobody.invalid/")
	slices.Sort(addresses)
	answers, err := external(t, memory).Check(t.Context(), addresses)
	if err != nil {
		t.Fatal(err)
	}
	for i, address := range addresses {
		want, known := wants[strings.TrimPrefix(address, a.URL)]
		if !known {
			want = map[string]string{"https://": "wrong", "http://nobody.invalid/": "host"}[address]
		}
		if got := answers[i]; got.URL != address || got.Why != want {
			t.Errorf("%s: %+v, want %q", address, got, want)
		}
	}
	a.mu.Lock()
	if a.most > 1 {
		t.Errorf("the host was asked %d times at once", a.most)
	}
	if a.times["/ill"] != tries || a.times["/gone"] != 2 || a.times["/good"] != 2 {
		t.Errorf("asked: %v", a.times)
	}
	a.mu.Unlock()

	// A second time nobody is asked.
	before := len(a.said(0))
	if _, err := external(t, memory).Check(t.Context(), addresses); err != nil || len(a.said(0)) != before {
		t.Errorf("asked again: %v, %v", a.said(before), err)
	}
	// After a day those that did not open are asked again, and it is known when they did.
	later := external(t, memory)
	later.Now = func() time.Time { return time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC) }
	if _, err := later.Check(t.Context(), []string{a.URL + "/good", a.URL + "/gone"}); err != nil || slices.Contains(a.said(before), "HEAD /good") || !slices.Contains(a.said(before), "HEAD /gone") {
		t.Errorf("asked after a day: %v, %v", a.said(before), err)
	}
}

// TestExternalCut: what was found out before a cut is known after it, in the middle of a line as well; what was not is asked for.
func TestExternalCut(t *testing.T) {
	a := newAsked(t)
	memory := filepath.Join(t.TempDir(), "external.jsonl")
	var addresses []string
	for i := range 10 {
		addresses = append(addresses, fmt.Sprintf("%s/page-%d", a.URL, i))
	}
	ctx, cancel := context.WithCancel(t.Context())
	e := external(t, memory)
	e.Tell = func(done, all int) {
		if done == 4 {
			cancel()
		}
	}
	answers, err := e.Check(ctx, addresses)
	if !errors.Is(err, context.Canceled) || answers[3].Checked.IsZero() || !answers[9].Checked.IsZero() {
		t.Fatalf("%v, %v", answers, err)
	}
	f, err := os.OpenFile(memory, os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	f.WriteString(`{"url":"` + addresses[9] + `","checked":"2026-11`) // unchecked: read back below
	f.Close()                                                         // unchecked: likewise
	before := len(a.said(0))
	answers, err = external(t, memory).Check(t.Context(), addresses)
	if err != nil || slices.Contains(a.said(before), "HEAD /page-0") || !slices.Contains(a.said(before), "HEAD /page-9") {
		t.Errorf("asked after the cut: %v, %v", a.said(before), err)
	}
	for _, answer := range answers {
		if answer.Why != "" || answer.Alive.IsZero() {
			t.Errorf("%+v", answer)
		}
	}
	if known, err := external(t, memory).Known(addresses); err != nil || !slices.Equal(known, answers) {
		t.Errorf("remembered: %v, %v", known, err)
	}
}

// TestExternalNoNetwork: where no host is found, nothing is learnt of any.
func TestExternalNoNetwork(t *testing.T) {
	memory := filepath.Join(t.TempDir(), "external.jsonl")
	e := external(t, memory)
	answers, err := e.Check(t.Context(), []string{"http://a.invalid/", "http://b.invalid/"})
	if !errors.Is(err, ErrNoNetwork) || !answers[0].Checked.IsZero() {
		t.Errorf("%v, %v", answers, err)
	}
	if data, _ := os.ReadFile(memory); strings.Contains(string(data), "invalid") {
		t.Errorf("remembered: %s", data)
	}
}

// TestExternalPrivate: a text does not make the program knock at this machine, by name, by number, or by a redirect.
func TestExternalPrivate(t *testing.T) {
	a := newAsked(t)
	e := external(t, filepath.Join(t.TempDir(), "external.jsonl"))
	e.Private = false
	port := a.URL[strings.LastIndex(a.URL, ":"):]
	answers, _ := e.Check(t.Context(), []string{a.URL + "/good", "http://localhost" + port + "/good", "http://[::1]" + port + "/good", "http://0.0.0.0" + port + "/"})
	for _, answer := range answers {
		if answer.Why != "private" && answer.Why != "" || answer.Status != 0 {
			t.Errorf("%+v", answer)
		}
	}
	if len(a.calls) > 0 {
		t.Errorf("asked: %v", a.calls)
	}
	for text, want := range map[string]bool{
		"8.8.8.8": true, "2606:4700::1": true, "127.0.0.1": false, "10.1.2.3": false, "192.168.0.1": false, "169.254.169.254": false, "100.64.0.1": false, "0.0.0.0": false,
		"::1": false, "fe80::1": false, "fc00::1": false, "::ffff:127.0.0.1": false, "::ffff:10.0.0.1": false, "224.0.0.1": false, "64:ff9b::7f00:1": false, "2002:7f00:1::": false,
	} {
		if got := public(netip.MustParseAddr(text)); got != want {
			t.Errorf("%s is public: %t", text, got)
		}
	}
}
