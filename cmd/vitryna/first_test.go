package main

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/som-hub/vitryna/generator/ukrainian"
)

// shared is what a program says while others read it.
type shared struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (s *shared) Write(data []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.Write(data)
}

func (s *shared) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.String()
}

// started is the program called without a word in a folder, and the address that it opens.
func started(t *testing.T, folder string) string {
	t.Helper()
	t.Chdir(folder)
	cache := t.TempDir()
	ctx, cancel := context.WithCancel(t.Context())
	said := &shared{}
	ended := make(chan int, 1)
	go func() {
		ended <- run(ctx, []string{"--no-open", "--port", "0", "--now", "2026-11-20"}, environment{
			Stdin: strings.NewReader(""), Stdout: said, Stderr: said, Now: func() time.Time { return time.Date(2026, 11, 20, 12, 0, 0, 0, ukrainian.Kyiv()) },
			Getenv: func(name string) string { return map[string]string{"VITRYNA_CACHE": cache}[name] },
		})
	}()
	t.Cleanup(func() {
		cancel()
		if code := <-ended; code != exitWell {
			t.Errorf("the program ended with %d: %s", code, said)
		}
	})
	for range 200 {
		if m := regexp.MustCompile(`http://\S+`).FindString(said.String()); m != "" {
			return m
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Fatalf("no address is told: %s", said)
	return ""
}

func get(t *testing.T, address string) string {
	t.Helper()
	resp, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close() // unchecked: read whole
	data, _ := io.ReadAll(resp.Body)
	return string(data)
}

var hidden = regexp.MustCompile(`name="token" value="([^"]+)"`)

// send posts the form as a browser without script does, and follows where it leads.
func send(t *testing.T, address, origin string, form url.Values) (int, string) {
	t.Helper()
	jar, _ := cookiejar.New(nil)
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, address, strings.NewReader(form.Encode()))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Origin", origin)
	resp, err := (&http.Client{Jar: jar}).Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close() // unchecked: read whole
	data, _ := io.ReadAll(resp.Body)
	return resp.StatusCode, string(data)
}

// TestFirstMinute: in an empty folder the program shows a form; what is wrong stands beside its field; nobody else may send it; the site it makes
// is shown at the same address.
func TestFirstMinute(t *testing.T) {
	folder := t.TempDir()
	address := started(t, folder)
	page := get(t, address)
	origin := strings.TrimSuffix(address, "/")
	if !strings.Contains(page, "Створімо сайт вашого центру") || strings.Contains(page, "<script") || strings.Contains(page, " style=") {
		t.Fatalf("the page is %s", page)
	}
	if !strings.Contains(get(t, address+"_first/page.css"), "color-scheme") {
		t.Error("the page has no style")
	}
	form := url.Values{"token": {hidden.FindStringSubmatch(page)[1]}, "name": {`Центр <b>"Мрія"</b>`}, "town": {""}, "phone": {"хто зна"}, "accent": {"#2f6b3a"}}
	code, page := send(t, address, origin, form)
	for _, want := range []string{`id="town-fault">тут має щось стояти`, `id="phone-fault">це не телефон`, `value="Центр &lt;b&gt;`, `value="хто зна"`, `value="#2f6b3a" checked`} {
		if code != http.StatusUnprocessableEntity || !strings.Contains(page, want) {
			t.Errorf("%d: the page does not hold %s", code, want)
		}
	}
	form["town"], form["phone"] = []string{"Ромни"}, nil
	if code, _ := send(t, address, "https://example.org", form); code != http.StatusForbidden {
		t.Errorf("a foreign page got %d", code)
	}
	stolen := url.Values{"token": {"guessed"}, "name": {"Центр"}, "town": {"Ромни"}, "accent": {"#2f6b3a"}}
	if code, _ := send(t, address, origin, stolen); code != http.StatusForbidden {
		t.Errorf("a guessed token got %d", code)
	}
	if _, err := os.Stat(filepath.Join(folder, "content")); err == nil {
		t.Fatal("a refused form made a site")
	}
	if code, page = send(t, address, origin, form); code != http.StatusOK {
		t.Fatalf("%d: %s", code, page)
	}
	for range 100 {
		if page = get(t, address); strings.Contains(page, "<h1>Центр") {
			break
		}
		time.Sleep(100 * time.Millisecond)
	}
	if !strings.Contains(page, "site.css") && !strings.Contains(page, "stylesheet") || !strings.Contains(page, "Центр") || strings.Contains(page, "town") {
		t.Errorf("the site is not shown: %.2000s", page)
	}
	if data, _ := os.ReadFile(filepath.Join(folder, "content", "site.yaml")); !strings.Contains(string(data), `"#2f6b3a"`) {
		t.Errorf("site.yaml is %s", data)
	}
	if code, _ := send(t, address, origin, form); code == http.StatusOK && strings.Contains(page, "Створімо") {
		t.Error("the form is still there")
	}
}

// TestFirstBeside: where other things lie, the site comes into a new folder beside them, and the page says so.
func TestFirstBeside(t *testing.T) {
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "zvit.docx"), []byte("звіт"), 0o600); err != nil {
		t.Fatal(err)
	}
	address := started(t, folder)
	page := get(t, address)
	if !strings.Contains(page, "новій теці поруч") || !strings.Contains(page, filepath.Join(folder, "sait-tsentru")) {
		t.Fatalf("the page is %s", page)
	}
	form := url.Values{"token": {hidden.FindStringSubmatch(page)[1]}, "name": {"Центр"}, "town": {"Ромни"}, "accent": {"#2f6b3a"}}
	if code, page := send(t, address, strings.TrimSuffix(address, "/"), form); code != http.StatusOK {
		t.Fatalf("%d: %s", code, page)
	}
	if _, err := os.Stat(filepath.Join(folder, "sait-tsentru", "content", "site.yaml")); err != nil {
		t.Error(err)
	}
	entries, _ := os.ReadDir(folder)
	if len(entries) != 2 {
		t.Errorf("the folder holds %v", entries)
	}
}

// TestAsked: on a terminal the questions are asked one by one, and again where an answer will not do.
func TestAsked(t *testing.T) {
	t.Chdir(t.TempDir())
	said := &shared{}
	call := func(answers string) int {
		return run(t.Context(), []string{"init", "сайт", "--town", "м. Суми"}, environment{
			Stdin: strings.NewReader(answers), Stdout: said, Stderr: said, Asks: true, Now: time.Now, Getenv: func(string) string { return "" },
		})
	}
	if code := call("Центр\n"); code != exitCall || !strings.Contains(said.String(), "відповіді скінчилися") {
		t.Errorf("%d: %s", code, said)
	}
	if code := call("\nЦентр\r\n\n\nнемає\n(0542) 12-34-56\n\n\nзелений\n"); code != exitWell {
		t.Fatalf("%d: %s", code, said)
	}
	for _, want := range []string{"Назва центру: ", "тут має щось стояти. Спробуйте ще раз", "Кому належить сайт [Центр]", "це не телефон", "Колір сайту [морський]"} {
		if !strings.Contains(said.String(), want) {
			t.Errorf("%q is not said:\n%s", want, said)
		}
	}
	data, _ := os.ReadFile(filepath.Join("сайт", "content", "site.yaml"))
	for _, want := range []string{`Власник: "Центр"`, `Адреса: "м. Суми"`, `"(0542) 12-34-56"`, `"#2f6b3a"`} {
		if !strings.Contains(string(data), want) {
			t.Errorf("site.yaml has no %s:\n%s", want, data)
		}
	}
}
