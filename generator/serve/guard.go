package serve

import (
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"runtime"
	"strconv"
	"strings"
	"syscall"
)

// The preview shows drafts and private matter of an author to whoever asks. So it
// listens on this machine only, and a page of another site that is open in the
// same browser gets nothing: not by a name that it bends to 127.0.0.1 (Host), not
// by a socket (Origin), not as a script or picture of its own (Sec-Fetch-Site,
// Cross-Origin-Resource-Policy). For others on the local network see guests.go.

// DefaultAddr is where the preview listens unless told.
const DefaultAddr = "localhost:1414"

// ErrNotLoopback is the error for an address that others could reach.
var ErrNotLoopback = errors.New("the preview listens on this machine only")

// ListenError tells that an address cannot be listened on.
type ListenError struct {
	Addr  string
	Taken bool // another program, or another preview, has the port
	Err   error
}

func (e *ListenError) Error() string { return fmt.Sprintf("listen on %s: %v", e.Addr, e.Err) }
func (e *ListenError) Unwrap() error { return e.Err }

// listen opens the addresses that addr means and tells the address to visit.
// localhost is both 127.0.0.1 and ::1, since browsers differ in which they try.
func listen(addr string) (listeners []net.Listener, url string, err error) {
	if addr == "" {
		addr = DefaultAddr
	}
	host, port, err := net.SplitHostPort(addr)
	if err != nil {
		return nil, "", &ListenError{Addr: addr, Err: err}
	}
	var ips []string
	switch ip := net.ParseIP(host); {
	case host == "" || strings.EqualFold(host, "localhost"):
		host, ips = "localhost", []string{"127.0.0.1", "::1"}
	case ip != nil && ip.IsLoopback():
		ips = []string{host}
	default:
		return nil, "", &ListenError{Addr: addr, Err: ErrNotLoopback}
	}
	for range listenTries {
		listeners, err = listenAll(ips, port)
		if err == nil || port != "0" {
			break
		}
	}
	if err != nil {
		return nil, "", &ListenError{Addr: addr, Taken: taken(err), Err: err}
	}
	return listeners, "http://" + net.JoinHostPort(host, strconv.Itoa(portOf(listeners[0]))) + "/", nil
}

// listenTries is how often a free port is looked for that both addresses have.
const listenTries = 10

// listenAll listens on one port at all addresses that this machine has. A port
// taken at one of them is an error: half of the browsers would meet a stranger.
func listenAll(ips []string, port string) (listeners []net.Listener, err error) {
	var first error
	for _, ip := range ips {
		l, err := net.Listen("tcp", net.JoinHostPort(ip, port))
		switch {
		case err == nil:
			listeners = append(listeners, l)
			port = strconv.Itoa(portOf(l))
		case taken(err):
			for _, l := range listeners {
				l.Close()
			}
			return nil, err
		case first == nil:
			first = err
		}
	}
	if len(listeners) == 0 {
		return nil, first
	}
	return listeners, nil
}

func portOf(l net.Listener) int { return l.Addr().(*net.TCPAddr).Port }

// wsaAddrInUse is Windows' number, which package syscall does not map.
const wsaAddrInUse = syscall.Errno(10048)

func taken(err error) bool {
	return errors.Is(err, syscall.EADDRINUSE) || runtime.GOOS == "windows" && errors.Is(err, wsaAddrInUse)
}

// hostsOf is every value of Host that means us.
func hostsOf(listeners []net.Listener) map[string]bool {
	hosts := map[string]bool{}
	for _, name := range []string{"localhost", "127.0.0.1", "[::1]"} {
		port := portOf(listeners[0])
		hosts[name+":"+strconv.Itoa(port)] = true
		if port == 80 {
			hosts[name] = true
		}
	}
	for _, l := range listeners { // 127.0.0.2 and its like
		hosts[l.Addr().String()] = true
	}
	return hosts
}

// foreign names what makes r a request of somebody else; empty if it is ours.
func (s *server) foreign(r *http.Request) string {
	if !s.hosts[strings.ToLower(r.Host)] {
		return "Host: " + r.Host
	}
	if origin := r.Header.Get("Origin"); origin != "" {
		if strings.EqualFold(origin, "http://"+r.Host) {
			return "" // browsers disagree about Sec-Fetch-Site of a socket
		}
		return "Origin: " + origin
	}
	switch site := r.Header.Get("Sec-Fetch-Site"); site {
	case "", "none", "same-origin":
	default:
		// A link from elsewhere may lead here; a script or a frame may not.
		if r.Header.Get("Sec-Fetch-Mode") != "navigate" || r.Header.Get("Sec-Fetch-Dest") != "document" {
			return "Sec-Fetch-Site: " + site
		}
	}
	return ""
}

// refuse answers a foreign request and tells of it, once for each reason in turn.
func (s *server) refuse(w http.ResponseWriter, r *http.Request, foreign string) {
	if len(foreign) > 100 {
		foreign = foreign[:100]
	}
	if last := s.refused.Swap(&foreign); last == nil || *last != foreign {
		s.log(Event{Kind: Refused, Path: strconv.Quote(foreign)})
	}
	code := http.StatusForbidden
	if !s.hosts[strings.ToLower(r.Host)] {
		code = http.StatusMisdirectedRequest
	}
	if s.forGuests {
		s.plain(w, code, "guest foreign")
		return
	}
	s.plain(w, code, "foreign")
}

// quietLog swallows what net/http has to say of broken connections.
func quietLog() *log.Logger { return log.New(io.Discard, "", 0) }
