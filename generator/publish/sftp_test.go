package publish

import (
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"encoding/pem"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	mathrand "math/rand/v2"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/pkg/sftp"
	"golang.org/x/crypto/ssh"
	"golang.org/x/crypto/ssh/knownhosts"
)

// server is a host with SFTP in this process, whose lines can be cut after so many bytes.
type server struct {
	Host
	keys  Keys
	dir   string // what the host shows
	known string // the line of known_hosts
	cut   atomic.Int64
}

// serve starts a server that lets in with a key file, or with a password where one is given.
func serve(t *testing.T, password string) *server {
	t.Helper()
	s, home := &server{dir: t.TempDir()}, t.TempDir()
	_, hostKey, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	signer, err := ssh.NewSignerFromKey(hostKey)
	if err != nil {
		t.Fatal(err)
	}
	public, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	block, err := ssh.MarshalPrivateKey(private, "")
	if err != nil {
		t.Fatal(err)
	}
	write := func(name string, data []byte) string {
		name = filepath.Join(home, name)
		if err := os.WriteFile(name, data, 0o600); err != nil {
			t.Fatal(err)
		}
		return name
	}
	mine, err := ssh.NewPublicKey(public)
	if err != nil {
		t.Fatal(err)
	}
	config := &ssh.ServerConfig{PublicKeyCallback: func(_ ssh.ConnMetadata, key ssh.PublicKey) (*ssh.Permissions, error) {
		if string(key.Marshal()) != string(mine.Marshal()) || password != "" {
			return nil, errors.New("no")
		}
		return nil, nil
	}}
	if password != "" {
		config.PasswordCallback = func(_ ssh.ConnMetadata, given []byte) (*ssh.Permissions, error) {
			if string(given) != password {
				return nil, errors.New("no")
			}
			return nil, nil
		}
	}
	config.AddHostKey(signer)
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { listener.Close() })
	go func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			go s.talk(conn, config)
		}
	}()
	_, port, _ := net.SplitHostPort(listener.Addr().String())
	n, _ := strconv.Atoi(port)
	s.Host = Host{Name: "127.0.0.1", Port: n, User: "som", Folder: filepath.ToSlash(s.dir)}
	s.known = knownhosts.Line([]string{knownhosts.Normalize(s.Address())}, signer.PublicKey())
	s.keys = Keys{Files: []string{write("id_ed25519", pem.EncodeToMemory(block))}, KnownHosts: []string{write("known_hosts", []byte(s.known+"\n"))}}
	return s
}

// cutting is a connection that is cut after so many bytes.
type cutting struct {
	net.Conn
	left *atomic.Int64 // never, as long as it is 0
}

func (c cutting) Read(b []byte) (int, error) {
	n, err := c.Conn.Read(b)
	if c.left.Load() > 0 && c.left.Add(-int64(n)) <= 0 {
		c.Close()
		c.left.Store(0)
	}
	return n, err
}

func (s *server) talk(conn net.Conn, config *ssh.ServerConfig) {
	defer conn.Close()
	_, channels, requests, err := ssh.NewServerConn(cutting{conn, &s.cut}, config)
	if err != nil {
		return
	}
	go ssh.DiscardRequests(requests)
	for offer := range channels {
		channel, asked, err := offer.Accept()
		if err != nil {
			return
		}
		go func() {
			for request := range asked {
				request.Reply(request.Type == "subsystem", nil) // unchecked: the line is cut
			}
		}()
		go func() {
			defer channel.Close()
			if server, err := sftp.NewServer(channel); err == nil {
				server.Serve() // unchecked: ends with the line
			}
		}()
	}
}

// tree reads all files of a folder.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(dir, name))
		files[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func grow(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// The line is cut after some bytes, again and again; the publication goes on by itself, or when it is called again, and ends as it should.
func TestSFTPCut(t *testing.T) {
	s := serve(t, "")
	grow(t, s.dir, others)
	r := mathrand.New(mathrand.NewPCG(3, 4))
	p := &publisher{who: "one"}
	for round := range 24 {
		s.cut.Store(int64(1 + r.IntN(9000)))
		site := sites[round%len(sites)]
		for try := 0; ; try++ {
			target, err := OpenSFTP(t.Context(), s.Host, s.keys)
			if err == nil {
				err = p.publish(target, site, 3, false)
				target.Close()
			}
			if err == nil {
				break
			}
			if !errors.Is(err, ErrLine) || try > 3 {
				t.Fatalf("round %d: %v", round, err)
			}
		}
		got := tree(t, s.dir)
		if diff := cmp.Diff(finished(site), without(got, ManifestFile)); diff != "" {
			t.Fatalf("round %d:\n%s", round, diff)
		}
	}
	if entries, _ := os.ReadDir(filepath.Join(s.dir, "assets", "none")); len(entries) > 0 {
		t.Error(entries)
	}
}

// Who is let in, and to whom anything is sent at all.
func TestSFTPKeys(t *testing.T) {
	s, withPassword := serve(t, ""), serve(t, "let-me-in")
	good := func(change func(k *Keys)) Keys {
		k := s.keys
		change(&k)
		return k
	}
	other := serve(t, "")
	changed := filepath.Join(t.TempDir(), "known_hosts")
	line := strings.Replace(other.known, knownhosts.Normalize(other.Address()), knownhosts.Normalize(s.Address()), 1)
	if err := os.WriteFile(changed, []byte(line+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name string
		host Host
		keys Keys
		want any
	}{
		{"a key file", s.Host, s.keys, nil},
		{"a password", withPassword.Host, Keys{Password: "let-me-in", KnownHosts: withPassword.keys.KnownHosts}, nil},
		{"a wrong password", withPassword.Host, Keys{Password: "let-me-out", KnownHosts: withPassword.keys.KnownHosts}, ErrRefused},
		{"a key that the host does not know", s.Host, good(func(k *Keys) { k.Files = other.keys.Files }), ErrRefused},
		{"nothing", s.Host, good(func(k *Keys) { k.Files = nil }), ErrNoKeys},
		{"a key file in the site", s.Host, good(func(k *Keys) { k.Jail = filepath.Dir(filepath.Dir(k.Files[0])) }), ErrKeyInside},
		{"an unknown host", s.Host, good(func(k *Keys) { k.KnownHosts = []string{"/none"} }), &HostKey{}},
		{"another host", s.Host, good(func(k *Keys) { k.KnownHosts = []string{changed} }), &HostKey{Changed: true}},
		{"a closed port", Host{Name: "127.0.0.1", Port: 1, User: "x"}, s.keys, ErrLine},
	}
	for _, test := range tests {
		target, err := OpenSFTP(t.Context(), test.host, test.keys)
		if err == nil {
			target.Close()
		}
		switch want := test.want.(type) {
		case nil:
			if err != nil {
				t.Errorf("%s: %v", test.name, err)
			}
		case *HostKey:
			var key *HostKey
			if !errors.As(err, &key) || key.Changed != want.Changed || !strings.HasPrefix(key.Fingerprint, "SHA256:") {
				t.Errorf("%s: %v", test.name, err)
			}
		case error:
			if !errors.Is(err, want) {
				t.Errorf("%s: %v", test.name, err)
			}
			if strings.Contains(err.Error(), "let-me") {
				t.Errorf("%s: the password is told: %v", test.name, err)
			}
		}
	}
}

// A host that takes a call and then says nothing holds nobody who wants to leave.
func TestSFTPSilent(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer cancel()
	keys, done := serve(t, "").keys, make(chan error, 1)
	go func() {
		_, err := OpenSFTP(ctx, Host{Name: "127.0.0.1", Port: l.Addr().(*net.TCPAddr).Port, User: "x"}, keys)
		done <- err
	}()
	select {
	case err := <-done:
		if !errors.Is(err, context.DeadlineExceeded) {
			t.Error(err)
		}
	case <-time.After(10 * time.Second):
		t.Error("it is waited for, whatever the caller wants")
	}
}

// A folder that is not there is no place for a site: most likely its name is wrong.
func TestSFTPNoFolder(t *testing.T) {
	s := serve(t, "")
	s.Folder += "/none"
	target, err := OpenSFTP(t.Context(), s.Host, s.keys)
	if err != nil {
		t.Fatal(err)
	}
	defer target.Close()
	if err := (&publisher{}).publish(target, sites[0], 1, false); !errors.Is(err, ErrNoFolder) {
		t.Error(err)
	}
}

// TestSFTPRefuses: what a host answers with no more than «failure» or «denied» is told from a line that was cut.
func TestSFTPRefuses(t *testing.T) {
	s := serve(t, "")
	target, err := OpenSFTP(t.Context(), s.Host, s.keys)
	if err != nil {
		t.Fatal(err)
	}
	defer target.Close()
	grow(t, s.dir, map[string]string{"news/index.html": "x"})
	if err := target.Put(t.Context(), "news", []byte("x")); !errors.Is(err, ErrHostFailed) || errors.Is(err, ErrLine) {
		t.Errorf("a file in the place of a folder: %v", err)
	}
	if err := refused(fmt.Errorf("put: %w", fs.ErrPermission)); !errors.Is(err, ErrHostRight) {
		t.Errorf("no right: %v", err)
	}
}

// Links at a target lead nowhere.
func TestLinksAreNotFollowed(t *testing.T) {
	s := serve(t, "")
	outside := t.TempDir()
	grow(t, outside, map[string]string{"index.html": "outside"})
	dir := t.TempDir()
	local, err := OpenFolder(dir, false)
	if err != nil {
		t.Fatal(err)
	}
	remote, err := OpenSFTP(t.Context(), s.Host, s.keys)
	if err != nil {
		t.Fatal(err)
	}
	defer remote.Close()
	for top, target := range map[string]Target{dir: local, s.dir: remote} {
		if err := os.Symlink(outside, filepath.Join(top, "a")); err != nil {
			t.Fatal(err)
		}
		var foreign *Foreign
		if err := (&publisher{}).publish(target, sites[0], 1, true); !errors.As(err, &foreign) || !foreign.Hard {
			t.Errorf("%v", err)
		}
		if err := target.Put(context.Background(), "a/index.html", []byte("ours")); !errors.As(err, &foreign) {
			t.Errorf("put: %v", err)
		}
		if err := target.Remove(context.Background(), "a/index.html"); err != nil {
			t.Errorf("remove: %v", err)
		}
	}
	if diff := cmp.Diff(map[string]string{"index.html": "outside"}, tree(t, outside)); diff != "" {
		t.Error(diff)
	}
}

func TestFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "copy")
	target, err := OpenFolder(dir, false)
	if err != nil {
		t.Fatal(err)
	}
	grow(t, dir, maps.Clone(others))
	p := &publisher{who: "one"}
	for _, site := range []int{0, 1, 2, 0} {
		if err := p.publish(target, sites[site], 4, false); err != nil {
			t.Fatal(err)
		}
		got := tree(t, dir)
		if diff := cmp.Diff(finished(sites[site]), without(got, ManifestFile)); diff != "" {
			t.Fatal(diff)
		}
	}
	if _, err := OpenFolder(filepath.Join(dir, "no", "stick"), false); err == nil {
		t.Error("a folder was made in one that is not there")
	}
}
