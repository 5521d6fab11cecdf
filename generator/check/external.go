package check

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"io"
	"maps"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"
)

// External asks other sites whether pages that a site links to are still there. It is polite: one request at a time to each host, a pause between them, HEAD
// before GET, few tries, an honest name. It knows what it found out before, so that it goes on where it was cut off. Addresses of this machine and of its
// network are never asked: what stands in a text must not make the program knock at doors behind the wall.
type External struct {
	Memory  string           // file that remembers, one line of JSON for each answer; required
	Now     func() time.Time // required
	Agent   string           // who asks; required
	Private bool             // tests only: this machine may be asked
	Tell    func(done, all int)

	pause, retry, timeout time.Duration // of tests
	mu                    sync.Mutex
	known                 map[string]Answer
	file                  *os.File
}

// Answer is what was found out of one address.
type Answer struct {
	URL     string    `json:"url"`
	Checked time.Time `json:"checked"`
	Alive   time.Time `json:"alive,omitzero"` // when it opened last; zero: never
	Why     string    `json:"why,omitempty"`  // "" opens; else gone, ill, host, certificate, slow, guarded, private, wrong
	Status  int       `json:"status,omitempty"`
}

// Dead tells that visitors will not get there: what only keeps machines away is not dead.
func (a Answer) Dead() bool { return a.Why != "" && a.Why != "guarded" }

// How long an answer is good for: what opens need not be asked again soon, what does not may have been mended.
const (
	goodFor = 7 * 24 * time.Hour
	badFor  = 12 * time.Hour
)

const (
	hostsAtOnce = 4
	tries       = 3
	hopsAtMost  = 5
	longestWait = time.Minute
)

// ErrNoNetwork tells that no host at all could be found: nothing was learnt.
var ErrNoNetwork = errors.New("there is no network")

// Check asks for what is not known well enough, and returns what is known of each address, in their order. An address that was not reached before ctx ended has no
// answer (Checked is zero); the error is ctx's then.
func (e *External) Check(ctx context.Context, addresses []string) ([]Answer, error) {
	if err := e.open(); err != nil {
		return nil, err
	}
	defer e.file.Close() // unchecked: every line was written
	hosts, all := map[string][]string{}, 0
	for _, address := range addresses {
		if a, ok := e.known[address]; ok && e.good(a) {
			continue
		}
		u, err := url.Parse(address)
		if err != nil || u.Hostname() == "" {
			e.keep(Answer{URL: address, Checked: e.Now(), Why: "wrong"})
			continue
		}
		hosts[strings.ToLower(u.Host)] = append(hosts[strings.ToLower(u.Host)], address)
		all++
	}
	reached, err := e.ask(ctx, hosts, all)
	if err == nil && all > 0 && !reached {
		err = ErrNoNetwork
	}
	answers := make([]Answer, len(addresses))
	for i, address := range addresses {
		answers[i] = e.known[address]
	}
	return answers, err
}

// Known is what is remembered of the addresses, without asking anybody.
func (e *External) Known(addresses []string) ([]Answer, error) {
	if err := e.read(); err != nil {
		return nil, err
	}
	answers := make([]Answer, len(addresses))
	for i, address := range addresses {
		answers[i] = e.known[address]
	}
	return answers, nil
}

func (e *External) good(a Answer) bool {
	age := e.Now().Sub(a.Checked)
	return age >= 0 && (a.Why == "" && age < goodFor || a.Why != "" && age < badFor)
}

// ask asks all hosts, some at once; reached tells that at least one of them is there.
func (e *External) ask(ctx context.Context, hosts map[string][]string, all int) (reached bool, err error) {
	client := e.client()
	defer client.CloseIdleConnections()
	names := slices.Sorted(maps.Keys(hosts))
	queue := make(chan string)
	var group sync.WaitGroup
	r := &round{all: all}
	for range min(hostsAtOnce, len(names)) {
		group.Go(func() {
			for host := range queue {
				e.host(ctx, client, hosts[host], r)
			}
		})
	}
	for _, host := range names {
		select {
		case queue <- host:
		case <-ctx.Done():
		}
	}
	close(queue)
	group.Wait()
	if r.reached || len(r.lost) == 0 {
		for _, a := range r.lost {
			e.keep(a)
		}
		r.reached = true
	}
	return r.reached, ctx.Err()
}

// round is one time of asking.
type round struct {
	all, done int      // addresses
	reached   bool     // a host has answered
	lost      []Answer // hosts that are not found: perhaps there is no network
}

// host asks a host for its addresses, one after the other.
func (e *External) host(ctx context.Context, client *http.Client, addresses []string, r *round) {
	for i, address := range addresses {
		if i > 0 && e.sleep(ctx, e.pauseTime()) != nil || ctx.Err() != nil {
			return
		}
		a := e.one(ctx, client, address)
		if ctx.Err() != nil {
			return // what was cut off is no answer
		}
		e.take(a, r)
	}
}

// take takes an answer. One that may come of a missing network waits for the others.
func (e *External) take(a Answer, r *round) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if a.Why == "host" || a.Why == "slow" {
		r.lost = append(r.lost, a)
	} else {
		r.reached = r.reached || a.Why != "private"
		e.keep(a)
	}
	if r.done++; e.Tell != nil {
		e.Tell(r.done, r.all)
	}
}

func (e *External) pauseTime() time.Duration {
	if e.pause > 0 {
		return e.pause
	}
	return time.Second
}

func (e *External) sleep(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// one asks for one address, again where that may help.
func (e *External) one(ctx context.Context, client *http.Client, address string) Answer {
	a := Answer{URL: address}
	for try := range tries {
		status, wait, err := e.once(ctx, client, address)
		a.Status, a.Why, a.Checked = status, reason(status, err), e.Now()
		again := a.Why == "ill" || a.Why == "slow" || status == http.StatusTooManyRequests
		if !again || try == tries-1 {
			break
		}
		pause := max(wait, e.retryTime()<<try)
		if pause > longestWait || e.sleep(ctx, pause) != nil {
			break // a host that asks for patience gets it another day
		}
	}
	e.mu.Lock()
	a.Alive = e.known[address].Alive
	e.mu.Unlock()
	if !a.Dead() {
		a.Alive = a.Checked
	}
	return a
}

func (e *External) retryTime() time.Duration {
	if e.retry > 0 {
		return e.retry
	}
	return 3 * time.Second
}

// once asks by HEAD, and by GET where a server does not want that.
func (e *External) once(ctx context.Context, client *http.Client, address string) (status int, wait time.Duration, err error) {
	for _, method := range []string{http.MethodHead, http.MethodGet} {
		r, err := http.NewRequestWithContext(ctx, method, address, nil)
		if err != nil {
			return 0, 0, err
		}
		r.Header.Set("User-Agent", e.Agent)
		r.Header.Set("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
		resp, err := client.Do(r)
		if err != nil {
			var no *forbidden
			if method == http.MethodHead && !errors.As(err, &no) && ctx.Err() == nil && !lookup(err) {
				continue
			}
			return 0, 0, err
		}
		io.CopyN(io.Discard, resp.Body, 4<<10) // unchecked: so that the connection may be used again
		resp.Body.Close()                      // unchecked: read as far as we want
		status = resp.StatusCode
		if seconds, err := strconv.Atoi(resp.Header.Get("Retry-After")); err == nil && seconds > 0 {
			wait = time.Duration(seconds) * time.Second
		}
		if status < 400 || status == http.StatusTooManyRequests || status >= 500 && status != http.StatusNotImplemented {
			break
		}
	}
	return status, wait, nil
}

func lookup(err error) bool {
	var dns *net.DNSError
	return errors.As(err, &dns)
}

// reason puts an answer into one of the words of [Answer].
func reason(status int, err error) string {
	var no *forbidden
	var timeout net.Error
	switch {
	case errors.As(err, &no):
		return "private"
	case lookup(err):
		return "host"
	case errors.As(err, &timeout) && timeout.Timeout():
		return "slow"
	case err != nil && (strings.Contains(err.Error(), "certificate") || strings.Contains(err.Error(), "tls:")):
		return "certificate"
	case err != nil && errors.Is(err, syscall.ENETUNREACH):
		return "host"
	case err != nil:
		return "ill"
	case status == http.StatusNotFound || status == http.StatusGone:
		return "gone"
	case status == http.StatusUnauthorized, status == http.StatusForbidden, status == http.StatusTooManyRequests, status == http.StatusUnavailableForLegalReasons, status == 999:
		return "guarded"
	case status >= 400:
		return "ill"
	}
	return ""
}

// forbidden is an address that must not be asked.
type forbidden struct{ address string }

func (f *forbidden) Error() string { return "the address " + f.address + " is not public" }

// client follows redirects a few times. Every connection is looked at by its number, whatever name led to it; a proxy would hide that, so there is none.
func (e *External) client() *http.Client {
	timeout := e.timeout
	if timeout == 0 {
		timeout = 20 * time.Second
	}
	dialer := &net.Dialer{Timeout: timeout, Control: func(_, address string, _ syscall.RawConn) error {
		to, err := netip.ParseAddrPort(address)
		if err != nil || !e.Private && !public(to.Addr()) {
			return &forbidden{address}
		}
		return nil
	}}
	return &http.Client{
		Timeout:   timeout,
		Transport: &http.Transport{DialContext: dialer.DialContext, ForceAttemptHTTP2: true, TLSHandshakeTimeout: timeout, MaxIdleConnsPerHost: 1, MaxResponseHeaderBytes: 64 << 10},
		CheckRedirect: func(r *http.Request, via []*http.Request) error {
			if len(via) >= hopsAtMost {
				return errors.New("too many redirects")
			}
			if r.URL.Scheme != "http" && r.URL.Scheme != "https" {
				return &forbidden{r.URL.Scheme}
			}
			return nil
		},
	}
}

// shared and documentation ranges that netip has no name for.
var closed = []netip.Prefix{
	netip.MustParsePrefix("100.64.0.0/10"), netip.MustParsePrefix("192.0.0.0/24"), netip.MustParsePrefix("198.18.0.0/15"), netip.MustParsePrefix("240.0.0.0/4"),
	netip.MustParsePrefix("0.0.0.0/8"), netip.MustParsePrefix("64:ff9b::/96"), netip.MustParsePrefix("64:ff9b:1::/48"), netip.MustParsePrefix("2002::/16"), netip.MustParsePrefix("2001::/32"),
}

// public tells whether an address is one of the open internet.
func public(a netip.Addr) bool {
	a = a.Unmap().WithZone("")
	return a.IsValid() && a.IsGlobalUnicast() && !a.IsPrivate() && !a.IsLoopback() && !a.IsLinkLocalUnicast() &&
		!slices.ContainsFunc(closed, func(p netip.Prefix) bool { return p.Contains(a) })
}

// read reads what is remembered. A line that was cut off is as if it were not there.
func (e *External) read() error {
	e.known = map[string]Answer{}
	f, err := os.Open(e.Memory)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	defer f.Close() // unchecked: read only
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var a Answer
		if json.Unmarshal(lines.Bytes(), &a) == nil && a.URL != "" {
			e.known[a.URL] = a
		}
	}
	return nil
}

// open reads what is remembered and begins a line of its own behind it.
func (e *External) open() error {
	if err := e.read(); err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(e.Memory), 0o755); err != nil {
		return err
	}
	f, err := os.OpenFile(e.Memory, os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o644)
	if err != nil {
		return err
	}
	e.file = f
	_, err = f.WriteString("\n") // behind a line that was cut off
	return err
}

// keep remembers an answer at once: whatever happens next, it need not be asked again.
func (e *External) keep(a Answer) {
	e.known[a.URL] = a
	line, err := json.Marshal(a)
	if err == nil {
		e.file.Write(append(line, '\n')) // unchecked: then it is asked again
	}
}
