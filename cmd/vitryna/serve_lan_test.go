package main

import (
	"bytes"
	"context"
	"io"
	"io/fs"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/som-hub/vitryna/generator/ukrainian"
)

// previewing is a program that shows a site to guests.
type previewing struct {
	out            *shared
	address, guest string // the author's and the guests'
	browser        *http.Client
}

// showing starts the preview of a site for guests, lets one in, and ends it with the test.
func showing(t *testing.T, dir, cache string, flags ...string) *previewing {
	t.Helper()
	p := &previewing{out: &shared{}}
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan int, 1)
	env := map[string]string{"LANG": "uk_UA.UTF-8", "VITRYNA_CACHE": cache, "HOME": "/home/zqplanthome"}
	go func() {
		ended <- run(ctx, append([]string{"serve", "--no-open", "--port", "0", "--lan=127.0.0.1", dir}, flags...), environment{
			Stdin: strings.NewReader(""), Stdout: p.out, Stderr: p.out, Getenv: func(name string) string { return env[name] },
			Now: func() time.Time { return time.Date(2026, 11, 20, 12, 0, 0, 0, ukrainian.Kyiv()) },
		})
	}()
	t.Cleanup(func() {
		cancel()
		if code := <-ended; code != exitWell {
			t.Errorf("the preview ended with %d\n%s", code, p.out)
		}
	})
	var code []string
	said := regexp.MustCompile(`(?s)Сайт відкрито: (\S+).*відкрийте\n(\S+) і введіть (\d{3} \d{3} \d{3})`)
	for begin := time.Now(); code == nil; time.Sleep(10 * time.Millisecond) {
		if code = said.FindStringSubmatch(p.out.String()); time.Since(begin) > time.Minute {
			t.Fatalf("no code:\n%s", p.out)
		}
	}
	p.address, p.guest = code[1], code[2]
	if !strings.Contains(p.out.String(), "▄▄▄▄▄") {
		t.Errorf("no code for cameras:\n%s", p.out)
	}
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	p.browser = &http.Client{Jar: jar, Timeout: time.Minute}
	r, err := http.NewRequest("POST", p.guest+"_guest/", strings.NewReader(url.Values{"code": {code[3]}}.Encode()))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Origin", strings.TrimSuffix(p.guest, "/"))
	resp, err := p.browser.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
	return p
}

// get is what the guest sees at a path.
func (p *previewing) get(t *testing.T, path string) (status int, body []byte) {
	t.Helper()
	resp, err := p.browser.Get(p.guest + path)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	body, err = io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return resp.StatusCode, body
}

// guestScript is what a page for guests has beside what a build writes.
const guestScript = `<script src="/_guest/reload.js" defer></script>`

// TestGuestsSeeWhatIsPublished: every file that guests get is the file that a build writes, to the byte but for the script that reloads it, and nothing that is
// planted where it must not be published is in any. What the author's preview has beside that is not there.
func TestGuestsSeeWhatIsPublished(t *testing.T) {
	dir, cache := filepath.Join(t.TempDir(), "zqplantdisk"), t.TempDir()
	plant(t, dir)
	buildIn(t, dir, cache)
	p := showing(t, dir, cache)
	public := filepath.Join(dir, "public")
	found, pages := map[string]bool{}, 0
	err := filepath.WalkDir(public, func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		want, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(public, name)
		path := filepath.ToSlash(rel)
		if strings.HasPrefix(path, ".") || strings.HasPrefix(path, "_") || strings.HasSuffix(path, ".gz") || isOffline(path) { // copies for hosts are made when a build writes
			return nil
		}
		status, got := p.get(t, url.PathEscape(path))
		if strings.HasSuffix(path, "index.html") {
			status, got = p.get(t, strings.TrimSuffix(path, "index.html"))
			pages++
		}
		if got = bytes.Replace(got, []byte(guestScript), nil, 1); status != http.StatusOK || !bytes.Equal(got, want) {
			t.Errorf("%s: %d, %d bytes; a build has %d", path, status, len(got), len(want))
		}
		comb(t, path, got, found)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if pages < 20 || !found["news/zqshownitem/index.html"] || !found["assets/search/"] {
		t.Errorf("%d pages were looked at, and %v found", pages, found)
	}
	for _, path := range []string{
		"_editor/", "_editor/?file=content/news/zqshownitem/index.md", "_lan/", "_lan/state", "_kinds/", "_components/", "_headers", "news/zqplantdraft/", "auction/idei/operator/",
		"auction/idei/cards/", "auction/idei/live/", "content/site.yaml", "none/",
	} {
		status, body := p.get(t, path)
		if status != http.StatusNotFound {
			t.Errorf("%s: %d", path, status)
		}
		comb(t, "what is not there", body, found)
	}
}

// isOffline: the lists of the worker are made of finished files, so only a build has them, and the worker runs at no address that guests come by.
func isOffline(path string) bool {
	return path == "sw.js" || strings.HasPrefix(path, "offline/") && !strings.HasSuffix(path, ".html")
}

// TestGuestsOfDrafts: guests see drafts if the author says so; an error that stops a build leaves them what they saw.
func TestGuestsOfDrafts(t *testing.T) {
	dir, cache := filepath.Join(t.TempDir(), "zqplantdisk"), t.TempDir()
	plant(t, dir)
	p := showing(t, dir, cache, "--drafts")
	if status, body := p.get(t, "news/zqplantdraft/"); status != http.StatusOK || bytes.Contains(body, []byte("content/")) || bytes.Contains(body, []byte("data-token")) {
		t.Errorf("a draft: %d %s", status, body)
	}
	file := filepath.Join(dir, "content/news/zqshownitem/index.md")
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	_, before := p.get(t, "news/zqshownitem/")
	appendText(t, file, "\n\nДзвоніть: 067 123 45 67. [Нікуди](../nema/index.md)\n")
	eventually(t, "the error in the author's preview", func() bool { return strings.Contains(p.out.String(), "[E-") })
	if status, body := p.get(t, "news/zqshownitem/"); status != http.StatusOK || !bytes.Equal(body, before) {
		t.Errorf("with an error: %d %s", status, body)
	}
	if err := os.WriteFile(file, append(text, "\n\nЗміна для гостя.\n"...), 0o666); err != nil {
		t.Fatal(err)
	}
	eventually(t, "the mended page", func() bool {
		_, body := p.get(t, "news/zqshownitem/")
		return bytes.Contains(body, []byte("Зміна для гостя"))
	})
}

// TestNoNetwork: an address that is not ours, or not of a local network, is refused in words.
func TestNoNetwork(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "sait")
	plant(t, dir)
	for flag, want := range map[string]string{"--lan=8.8.8.8": "8.8.8.8", "--lan=0.0.0.0": "0.0.0.0", "--lan=kafe": "--lan=kafe", "--lan=192.168.255.254": "локальній мережі"} {
		var out bytes.Buffer
		code := run(t.Context(), []string{"serve", "--no-open", "--port", "0", flag, dir}, environment{
			Stdin: strings.NewReader(""), Stdout: &out, Stderr: &out, Getenv: func(string) string { return "" }, Now: time.Now,
		})
		if code != exitCall || !strings.Contains(out.String(), want) {
			t.Errorf("%s: %d %s", flag, code, &out)
		}
	}
}

// eventually waits for what must become true.
func eventually(t *testing.T, what string, is func() bool) {
	t.Helper()
	for begin := time.Now(); !is(); time.Sleep(20 * time.Millisecond) {
		if time.Since(begin) > time.Minute {
			t.Fatalf("not in time: %s", what)
		}
	}
}

func buildIn(t *testing.T, dir, cache string) {
	t.Helper()
	var out bytes.Buffer
	env := map[string]string{"LANG": "uk_UA.UTF-8", "VITRYNA_CACHE": cache}
	code := run(t.Context(), []string{"build", dir}, environment{
		Stdout: &out, Stderr: &out, Getenv: func(name string) string { return env[name] },
		Now: func() time.Time { return time.Date(2026, 11, 20, 12, 0, 0, 0, ukrainian.Kyiv()) },
	})
	if code != exitWell {
		t.Fatalf("build: %d\n%s", code, &out)
	}
}
