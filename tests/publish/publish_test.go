// Package publish has `vitryna publish` bring a site to the server of SSH that Debian has, and to a storage that speaks S3, over lines that are cut, by programs that
// are killed: the real program, the real servers, a folder that a web server would show.
//
//	go test ./publish -args -server              (./install.sh storage brings the servers)
//	go test ./publish -args -server -seed=2      cut at other places
package publish

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"net"
	"os"
	"os/exec"
	"os/user"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

var (
	withServer = flag.Bool("server", false, "start the servers")
	seed       = flag.Uint64("seed", 1, "where lines are cut")
)

const sshd = "/usr/sbin/sshd"

// host is a server of SSH with a line to it that can be cut.
type host struct {
	dir    string // of keys and settings
	port   string // of the server
	proxy  string // of the line
	public string // the folder that is published to
	left   atomic.Int64
	passed atomic.Int64
	slow   time.Duration // each piece takes on its way
	env    []string
}

// start starts the server. It listens on loopback only, and knows one key.
func start(t *testing.T) *host {
	t.Helper()
	if !*withServer {
		t.Skip("make publish starts the server of SSH")
	}
	if _, err := os.Stat(sshd); err != nil {
		t.Fatal("there is no server of SSH: call tests/install.sh")
	}
	me, err := user.Current()
	if err != nil {
		t.Fatal(err)
	}
	h := &host{dir: t.TempDir(), public: filepath.Join(t.TempDir(), "www")}
	if err := os.Mkdir(h.public, 0o755); err != nil {
		t.Fatal(err)
	}
	h.key(t, "host", "")
	h.key(t, "id", "")
	h.key(t, "locked", "a phrase")
	keys := h.read(t, "id.pub") + h.read(t, "locked.pub")
	h.write(t, "authorized", keys)
	h.port = freePort(t)
	h.write(t, "sshd_config", fmt.Sprintf(`Port %s
ListenAddress 127.0.0.1
HostKey %s/host
AuthorizedKeysFile %s/authorized
PasswordAuthentication no
StrictModes no
UsePAM no
PidFile none
Subsystem sftp internal-sftp
`, h.port, h.dir, h.dir))
	if me.Uid == "0" {
		os.MkdirAll("/run/sshd", 0o755) // unchecked: the server says so
	}
	var said bytes.Buffer
	server := exec.Command(sshd, "-D", "-e", "-f", filepath.Join(h.dir, "sshd_config"))
	server.Stderr = &said
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	answering(t, server, h.port, &said)
	h.line(t)
	known := strings.Fields(h.read(t, "host.pub"))
	h.write(t, "known_hosts", fmt.Sprintf("[127.0.0.1]:%s %s %s\n", h.proxy, known[0], known[1]))
	h.env = append(os.Environ(), "LANG=uk_UA.UTF-8", "LC_ALL=", "SSH_AUTH_SOCK=", "VITRYNA_PUBLISHER=proba", "VITRYNA_SSH_USER="+me.Username,
		"VITRYNA_SSH_KNOWN_HOSTS="+filepath.Join(h.dir, "known_hosts"), "VITRYNA_STATE="+filepath.Join(h.dir, "state"), "VITRYNA_CACHE="+filepath.Join(h.dir, "cache"))
	return h
}

// line is a way to the server that is cut when so many bytes have passed; 0 is never.
func (h *host) line(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { listener.Close() }) // unchecked: the test is over
	_, h.proxy, _ = net.SplitHostPort(listener.Addr().String())
	go func() {
		for {
			in, err := listener.Accept()
			if err != nil {
				return
			}
			out, err := net.Dial("tcp", "127.0.0.1:"+h.port)
			if err != nil {
				in.Close() // unchecked: the server has gone
				continue
			}
			cut := func() { in.Close(); out.Close() } // unchecked: that is meant
			go h.pass(out, in, cut)
			go h.pass(in, out, cut)
		}
	}()
}

func (h *host) pass(to, from net.Conn, cut func()) {
	defer cut()
	buffer := make([]byte, 4096)
	for {
		n, err := from.Read(buffer)
		time.Sleep(h.slow)
		h.passed.Add(int64(n))
		if h.left.Load() > 0 && h.left.Add(-int64(n)) <= 0 {
			h.left.Store(0)
			return
		}
		if _, writeErr := to.Write(buffer[:n]); err != nil || writeErr != nil {
			return
		}
	}
}

func (h *host) key(t *testing.T, name, phrase string) {
	out, err := exec.Command("ssh-keygen", "-q", "-t", "ed25519", "-N", phrase, "-f", filepath.Join(h.dir, name)).CombinedOutput()
	if err != nil {
		t.Fatalf("ssh-keygen: %v\n%s", err, out)
	}
}

func (h *host) read(t *testing.T, name string) string {
	data, err := os.ReadFile(filepath.Join(h.dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func (h *host) write(t *testing.T, name, text string) {
	if err := os.WriteFile(filepath.Join(h.dir, name), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func freePort(t *testing.T) string {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close() // unchecked: only its number is of use
	_, port, _ := net.SplitHostPort(l.Addr().String())
	return port
}

// target is the host as site.yaml names it.
func (h *host) target() string {
	return fmt.Sprintf("{name: proba, to: sftp, host: 127.0.0.1, port: %s, user: x, folder: %q}", h.proxy, h.public)
}

// site makes the content of a site, another in each state.
func site(t *testing.T, dir, target string, state int) {
	t.Helper()
	write := func(name, text string) {
		name = filepath.Join(dir, "content", name)
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.RemoveAll(filepath.Join(dir, "content")); err != nil {
		t.Fatal(err)
	}
	accent := []string{"#1f6f8b", "#6b3f7a", "#2f6b2f"}[state%3] // other styles, under other names
	write("site.yaml", fmt.Sprintf("name: Проба\nowner: Проба\ncontacts: {email: office@example.org}\nrights: all-rights\nbase_url: https://example.org\naccent: \"%s\"\n"+
		"publish: [%s]\n", accent, target))
	for n := range 12 {
		if (n+state)%4 == 0 {
			continue // new in one state, gone in another
		}
		write(fmt.Sprintf("news/proba-%02d/index.md", n), fmt.Sprintf("---\ntitle: Проба %d\nsummary: Новина %d.\ndate: 2026-10-01\ncover: foto.svg\ncover_alt: Коло\n---\nСтан %d.\n", n, n, state))
		write(fmt.Sprintf("news/proba-%02d/foto.svg", n), fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><circle cx="5" cy="5" r="%d"/></svg>`, 1+state%5))
	}
}

// part is what a page needs to be shown: a style, a script, a picture of its own site.
var part = regexp.MustCompile(`(?:src|href)="?([^"?#> ]+\.(?:css|js|svg|png|jpg|webp))["> ]`)

// lacks tells of the first page that lacks a part.
func lacks(pages []string, read func(name string) ([]byte, error)) string {
	for _, name := range pages {
		data, err := read(name)
		if err != nil {
			continue // what goes away meanwhile is no page
		}
		for _, m := range part.FindAllSubmatch(data, -1) {
			needed := string(m[1])
			if strings.Contains(needed, ":") {
				continue
			}
			needed = path.Join(path.Dir(name), needed)
			if name == "404.html" {
				needed = strings.TrimPrefix(string(m[1]), "/")
			}
			if _, err := read(needed); errors.Is(err, fs.ErrNotExist) {
				if now, err := read(name); err == nil && bytes.Equal(now, data) { // else another page has come meanwhile
					return name + " lacks " + needed
				}
			}
		}
	}
	return ""
}

// pages are those that lie in a folder now.
func pages(dir string) (list []string) {
	fs.WalkDir(os.DirFS(dir), ".", func(name string, _ fs.DirEntry, err error) error { // unchecked: what goes away meanwhile is no page
		if err == nil && strings.HasSuffix(name, ".html") {
			list = append(list, name)
		}
		return nil
	})
	return list
}

// lacksOnDisk looks at a folder as a web server would.
func lacksOnDisk(dir string) string {
	return lacks(pages(dir), func(name string) ([]byte, error) { return os.ReadFile(filepath.Join(dir, name)) })
}

// tree is every file of a folder by its sum, but for what Vitryna keeps there for itself.
func tree(t *testing.T, dir string) map[string]string {
	files := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || name == ".vitryna-published" || name == ".vitryna-files" {
			return err
		}
		data, err := os.ReadFile(filepath.Join(dir, name))
		files[name] = fmt.Sprintf("%x", sha256.Sum256(data))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

var (
	built   sync.Once
	program string
)

// vitryna is the program, compiled once.
func vitryna(t *testing.T) string {
	built.Do(func() {
		dir, err := os.MkdirTemp("", "vitryna-publish-")
		if err != nil {
			t.Fatal(err)
		}
		c := exec.Command("go", "build", "-o", filepath.Join(dir, "vitryna"), "./cmd/vitryna")
		c.Dir = "../.."
		if out, err := c.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		program = filepath.Join(dir, "vitryna")
	})
	return program
}

func TestMain(m *testing.M) {
	flag.Parse()
	code := m.Run()
	if program != "" {
		os.RemoveAll(filepath.Dir(program)) // unchecked: a temporary folder
	}
	os.Exit(code)
}

// The line is cut, the program is killed, the site changes meanwhile: whenever somebody looks, every page has its parts, and in the end what lies there is what was
// built, and what lay there before.
func TestCutAndKilled(t *testing.T) {
	h, dir := start(t), t.TempDir()
	h.env = append(h.env, "VITRYNA_SSH_KEY="+filepath.Join(h.dir, "id"))
	if err := os.WriteFile(filepath.Join(h.public, "foreign.txt"), []byte("keep"), 0o666); err != nil {
		t.Fatal(err)
	}
	harass(t, h, h.target(), dir, func() string { return lacksOnDisk(h.public) })
}

// harass publishes a site again and again over a line that is cut, by a program that is killed, while somebody looks at the pages; then once in peace. What lies in the
// folder in the end has to be what was built, and foreign.txt.
func harass(t *testing.T, h *host, target, dir string, look func() string) {
	t.Helper()
	program := vitryna(t)
	stop, watched := watch(t, look)
	r := rand.New(rand.NewPCG(*seed, 7))
	cuts, kills, halves := 0, 0, 0
	for round := range 12 {
		site(t, dir, target, round)
		if round%2 == 0 {
			h.left.Store(int64(20_000 + r.IntN(900_000)))
			cuts++
		}
		run := exec.Command(program, "publish")
		run.Dir, run.Env = dir, h.env
		if err := run.Start(); err != nil {
			t.Fatal(err)
		}
		ended := make(chan struct{})
		go func() { run.Wait(); close(ended) }() // unchecked: it is killed, perhaps
		switch round % 3 {
		case 1: // whatever it is doing
			kills++
			killSoon(run, ended, time.Duration(300+r.IntN(2500))*time.Millisecond)
		case 2: // in the middle of it
			kills++
			h.killHalfDone(run, ended, int64(r.IntN(60_000)))
		}
		<-ended
		if h.halfDone() {
			halves++
		}
	}
	h.left.Store(0)
	run := exec.Command(program, "publish")
	run.Dir, run.Env = dir, h.env
	if out, err := run.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	stop()
	want, got := tree(t, filepath.Join(dir, "public")), tree(t, h.public)
	want["foreign.txt"] = got["foreign.txt"]
	for name, sum := range want {
		if got[name] != sum {
			t.Errorf("%s is not as it was built", name)
		}
	}
	for name := range got {
		if _, ours := want[name]; !ours {
			t.Errorf("%s was left", name)
		}
	}
	t.Logf("%d lines cut, %d programs killed, %d publications left half done, %d looks at the pages", cuts, kills, halves, watched())
	if watched() < 10 || halves == 0 {
		t.Errorf("only %d looks at the pages, %d publications left half done", watched(), halves)
	}
}

// killSoon kills a program after some time.
func killSoon(run *exec.Cmd, ended <-chan struct{}, after time.Duration) {
	select {
	case <-ended:
	case <-time.After(after):
		run.Process.Kill() // unchecked: it may be done already
	}
}

// killHalfDone kills a program when its publication is under way, and so many more bytes have passed.
func (h *host) killHalfDone(run *exec.Cmd, ended <-chan struct{}, more int64) {
	for passed := int64(-1); passed < 0 || h.passed.Load() < passed+more; {
		if passed < 0 && h.halfDone() {
			passed = h.passed.Load()
		}
		select {
		case <-ended:
			return
		case <-time.After(2 * time.Millisecond):
		}
	}
	run.Process.Kill() // unchecked: it may be done already
}

// halfDone tells whether the list at the target says that a publication is under way, or was when it was cut.
func (h *host) halfDone() bool {
	list, err := os.ReadFile(filepath.Join(h.public, ".vitryna-published"))
	return err == nil && bytes.Contains(list, []byte("\nmay "))
}

// watch looks at the pages again and again.
func watch(t *testing.T, look func() string) (stop func(), looks func() int64) {
	var n atomic.Int64
	done, ended := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(ended)
		for {
			select {
			case <-done:
				return
			case <-time.After(30 * time.Millisecond):
			}
			n.Add(1)
			if lack := look(); lack != "" {
				t.Error(lack)
				return
			}
		}
	}()
	return func() { close(done); <-ended }, n.Load
}

// Who is let in, and what is said where not; nothing secret is said.
func TestKeysAndHosts(t *testing.T) {
	h, dir := start(t), t.TempDir()
	program := vitryna(t)
	site(t, dir, h.target(), 1)
	h.write(t, "changed", strings.Replace(h.read(t, "known_hosts"), strings.Fields(h.read(t, "host.pub"))[1], strings.Fields(h.read(t, "id.pub"))[1], 1))
	agent := startAgent(t, h)
	key := func(name string) string { return "VITRYNA_SSH_KEY=" + filepath.Join(h.dir, name) }
	for _, test := range []struct {
		name string
		env  []string
		says string // "" where it is let in
	}{
		{"an unknown host", []string{key("id"), "VITRYNA_SSH_KNOWN_HOSTS=" + h.dir + "/none"}, "ще не відомий цьому комп’ютеру"},
		{"another host", []string{key("id"), "VITRYNA_SSH_KNOWN_HOSTS=" + h.dir + "/changed"}, "не той, що був"},
		{"no key", []string{key("none")}, "нема чим увійти"},
		{"a key that the host does not know", []string{key("host")}, "сервер не впустив"},
		{"a locked key", []string{key("locked")}, "ключ захищено паролем"},
		{"a wrong phrase", []string{key("locked"), "VITRYNA_SSH_PASSPHRASE=secret-phrase"}, "key file"},
		{"a password, which the host does not take", []string{key("none"), "VITRYNA_SSH_PASSWORD=secret-word"}, "сервер не впустив"},
		{"a locked key with its phrase", []string{key("locked"), "VITRYNA_SSH_PASSPHRASE=a phrase"}, ""},
		{"the agent", []string{key("none"), "SSH_AUTH_SOCK=" + agent}, ""},
		{"a key file", []string{key("id")}, ""},
	} {
		run := exec.Command(program, "publish")
		run.Dir, run.Env = dir, append(h.env[:len(h.env):len(h.env)], test.env...)
		out, err := run.CombinedOutput()
		if (err == nil) != (test.says == "") || !bytes.Contains(out, []byte(test.says)) {
			t.Errorf("%s: %v\n%s", test.name, err, out)
		}
		if bytes.Contains(out, []byte("secret-")) || bytes.Contains(out, []byte("a phrase")) {
			t.Errorf("%s: something secret is said:\n%s", test.name, out)
		}
		if entries, _ := os.ReadDir(h.public); test.says != "" && len(entries) > 0 {
			t.Errorf("%s: something was published", test.name)
		}
	}
}

// startAgent starts an agent that holds the key.
func startAgent(t *testing.T, h *host) (socket string) {
	socket = filepath.Join(h.dir, "agent")
	agent := exec.Command("ssh-agent", "-D", "-a", socket)
	agent.Stdout = io.Discard
	if err := agent.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { agent.Process.Kill(); agent.Wait() }) // unchecked: it was killed
	for begin := time.Now(); time.Since(begin) < 10*time.Second; time.Sleep(20 * time.Millisecond) {
		if _, err := os.Stat(socket); err == nil {
			break
		}
	}
	add := exec.Command("ssh-add", "-q", filepath.Join(h.dir, "id"))
	add.Env = append(os.Environ(), "SSH_AUTH_SOCK="+socket)
	if out, err := add.CombinedOutput(); err != nil {
		t.Fatalf("ssh-add: %v\n%s", err, out)
	}
	return socket
}

// answering waits until a server answers, and ends it with the test; said is what it says.
func answering(t *testing.T, server *exec.Cmd, port string, said *bytes.Buffer) {
	t.Helper()
	t.Cleanup(func() {
		server.Process.Kill() // unchecked: Wait tells
		server.Wait()         // unchecked: it was killed
		if t.Failed() {
			t.Logf("the server said at the end:\n%s", said.String()[max(0, said.Len()-3000):])
		}
	})
	for begin := time.Now(); ; time.Sleep(50 * time.Millisecond) {
		conn, err := net.Dial("tcp", "127.0.0.1:"+port)
		if err == nil {
			conn.Close() // unchecked: it was a knock
			return
		}
		if time.Since(begin) > 20*time.Second {
			t.Fatal("the server does not answer")
		}
	}
}
