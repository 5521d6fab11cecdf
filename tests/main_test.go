// Package tests looks at Vitryna from outside: the real program, the real content of this repository, a real browser, the
// reference validator. It is a module of its own, so that the product needs none of its tools; ./install.sh brings them.
//
//	go test ./...                  one page of each kind
//	go test ./... -args -every     every page
package tests

import (
	"bufio"
	"context"
	"errors"
	"flag"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

var every = flag.Bool("every", false, "look at every page, not at one of each kind")

// What all tests share; set by TestMain.
var (
	vitryna string          // the program
	public  string          // the built site
	address string          // where the built site is served, with a slash at the end
	chrome  context.Context // the browser
)

// today is the day of every build here.
const today = "2026-11-20"

func TestMain(m *testing.M) {
	flag.Parse()
	dir, err := os.MkdirTemp("", "vitryna-tests-")
	if err != nil {
		panic(err)
	}
	code, err := prepare(dir, m.Run)
	os.RemoveAll(dir) // unchecked: a temporary folder
	if err != nil {
		fmt.Fprintln(os.Stderr, "tests:", err)
		code = 1
	}
	os.Exit(code)
}

func prepare(dir string, run func() int) (int, error) {
	vitryna, public = filepath.Join(dir, "vitryna"), filepath.Join(dir, "public")
	if out, err := command("go", "build", "-o", vitryna, "./cmd/vitryna").CombinedOutput(); err != nil {
		return 0, fmt.Errorf("building the program: %w\n%s", err, out)
	}
	at := "127.0.0.1:0"
	if *every {
		at = "127.0.0.1:41874" // always the same, so that pages and their pictures are: see looked
	}
	listener, err := net.Listen("tcp", at)
	if err != nil {
		return 0, err
	}
	defer listener.Close() // unchecked: the tests are over
	address = "http://" + listener.Addr().String() + "/som-hub/"
	if out, err := command(vitryna, "build", "--now", today, "--out", public, "--base-url", strings.TrimSuffix(address, "/")).CombinedOutput(); err != nil {
		return 0, fmt.Errorf("building the site: %w\n%s", err, out)
	}
	go http.Serve(listener, &hosting{}) // unchecked: ends with the listener
	stop, err := startBrowser()
	if err != nil {
		return 0, err
	}
	defer stop()
	code := run()
	if *statement != "" {
		return code, writeStatement(*statement)
	}
	return code, nil
}

// command is a program called in the root of the repository.
func command(name string, args ...string) *exec.Cmd {
	c := exec.Command(name, args...)
	c.Dir = ".."
	c.Env = append(os.Environ(), "LANG=uk_UA.UTF-8", "LC_ALL=", "GOFLAGS=")
	return c
}

// startBrowser starts Chromium. It reaches no other host: not even a look at its maker's.
func startBrowser() (stop func(), err error) {
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err = exec.LookPath(name); err == nil {
			break
		}
	}
	if path == "" {
		return nil, errors.New("no Chromium: call ./install.sh")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true), chromedp.Flag("hide-scrollbars", false),
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost"),
		chromedp.WindowSize(1280, 900))
	allocator, endAllocator := chromedp.NewExecAllocator(context.Background(), options...)
	browser, end := chromedp.NewContext(allocator)
	chrome = browser
	stop = func() { end(); endAllocator() }
	if err := chromedp.Do(browser); err != nil {
		stop()
		return nil, fmt.Errorf("starting %s: %w", path, err)
	}
	return stop, nil
}

// serving starts `vitryna serve` on a copy of the repository's content with thirty more news, and returns the copy's folder and
// the address, with a slash at the end.
func serving(t *testing.T) (site, url string) {
	t.Helper()
	site = t.TempDir()
	if err := os.CopyFS(filepath.Join(site, "content"), os.DirFS("../content")); err != nil {
		t.Fatal(err)
	}
	for n := 1; n <= 30; n++ {
		write(t, fmt.Sprintf("%s/content/news/proba-%02d/index.md", site, n),
			fmt.Sprintf("---\ntitle: Проба %d\nsummary: Новина для перевірки.\ndate: 2026-10-01\n---\nТекст новини %d.\n", n, n))
	}
	port := freePort(t)
	c := command(vitryna, "serve", site, "--no-open", "--now", today, "--port", port)
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	log := &strings.Builder{}
	c.Stderr = log
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		c.Process.Signal(os.Interrupt) // unchecked: Wait tells
		c.Wait()                       // unchecked: it was interrupted
		if t.Failed() {
			t.Logf("vitryna serve said at the end:\n%s", log.String()[max(0, log.Len()-2000):])
		}
	})
	ready := make(chan string, 1)
	go func() {
		lines := bufio.NewScanner(out)
		for lines.Scan() {
			if _, url, ok := strings.Cut(lines.Text(), "http://"); ok {
				ready <- "http://" + strings.TrimSuffix(strings.TrimSpace(url), "/") + "/"
			}
		}
	}()
	select {
	case url = <-ready:
	case <-time.After(30 * time.Second):
		t.Fatal("vitryna serve is not ready after 30 s")
	}
	return site, url
}

func freePort(t *testing.T) string {
	l, err := net.Listen("tcp", "localhost:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close() // unchecked: only its number is of use
	_, port, _ := net.SplitHostPort(l.Addr().String())
	return port
}

// write writes a file, as an editor that saves in place.
func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
