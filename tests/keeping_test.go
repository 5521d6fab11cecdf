package tests

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// keeping is a small site of its own on an origin of its own, whose server can be cut off, and which counts what it is asked for.
type keeping struct {
	*testing.T
	site, out, url string // the folder, the built site, its address with a slash at the end

	down  atomic.Bool // every connection breaks
	weak  atomic.Bool // the server tells no version of a file from another one: whoever asks whether it has changed hears that it has not
	mu    sync.Mutex
	left  int // so many chapters, then every connection breaks; negative: no end
	asked []string
}

const chapters = 8

// keep builds the site and serves it below /hub/.
func keep(t *testing.T) *keeping {
	t.Helper()
	t.Parallel() // each has an origin of its own
	k := &keeping{T: t, site: t.TempDir()}
	k.out = filepath.Join(k.site, "public")
	k.left = -1
	server := httptest.NewUnstartedServer(http.HandlerFunc(k.serve))
	server.Config.ErrorLog = nil
	server.Start()
	t.Cleanup(server.Close)
	k.url = server.URL + "/hub/"
	write(t, k.site+"/content/site.yaml", "name: Проба — осередок\nname_en: Trial\nlanguages: [uk, en]\nowner: Проба\nrights: cc-by-4.0\ncontacts: {email: proba@example.org}\n")
	write(t, k.site+"/content/index.md", "---\ntitle: Проба\nsummary: Осередок.\n---\nПривіт.\n")
	write(t, k.site+"/content/index.en.md", "---\ntitle: Trial\nsummary: A trial.\n---\nHello.\n")
	write(t, k.site+"/content/manuals/m1/index.md", "---\ntitle: Дорожня книга\nsummary: Про дорогу.\nkind: guide\nyear: 2026\ncity: Київ\npublisher: Проба\nauthors: [{surname: Приклад, initials: П. П.}]\naudience: [educators]\nannotation: Приклад посібника для перевірки того, що браузер зберігає його цілим.\n---\n")
	for n := 1; n <= chapters; n++ {
		k.chapter(n, "Перше видання.")
	}
	write(t, k.site+"/content/manuals/m1/skhema.svg", `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" width="10" height="10"><path d="M0 0h10v10H0z"/></svg>`)
	write(t, k.site+"/content/news/zvuk/index.md", "---\ntitle: Звук\nsummary: Новина зі звуком.\ndate: 2026-10-01\nattachments: [{file: zapys.wav, title: Запис}]\n---\nПро черевички.\n")
	if err := os.WriteFile(k.site+"/content/news/zvuk/zapys.wav", wave(20), 0o666); err != nil {
		t.Fatal(err)
	}
	write(t, k.site+"/content/news/inshe/index.md", "---\ntitle: Інше\nsummary: Інша новина.\ndate: 2026-10-02\n---\nТекст.\n")
	k.build()
	return k
}

func (k *keeping) chapter(n int, text string) {
	write(k.T, fmt.Sprintf("%s/content/manuals/m1/%02d-rozdil-%d.md", k.site, n, n),
		fmt.Sprintf("---\ntitle: Розділ %d\n---\n\n%s\n\n![Схема дороги](skhema.svg)\n\n%s\n", n, text, strings.Repeat("Дорога довга. ", 200)))
}

func (k *keeping) build() {
	k.Helper()
	if out, err := command(vitryna, "build", k.site, "--now", today, "--out", k.out, "--base-url", strings.TrimSuffix(k.url, "/")).CombinedOutput(); err != nil {
		k.Fatalf("%v\n%s", err, out)
	}
}

// wave is a sound of so many seconds.
func wave(seconds int) []byte {
	const rate = 8000
	var b bytes.Buffer
	size := uint32(seconds * rate)
	b.WriteString("RIFF")
	for _, v := range []any{36 + size, []byte("WAVEfmt "), uint32(16), uint16(1), uint16(1), uint32(rate), uint32(rate), uint16(1), uint16(8), []byte("data"), size} {
		binary.Write(&b, binary.LittleEndian, v) // unchecked: into memory
	}
	return append(b.Bytes(), bytes.Repeat([]byte{128, 160, 128, 96}, int(size)/4)...)
}

func (k *keeping) serve(w http.ResponseWriter, r *http.Request) {
	if !k.answers(r.URL.Path) {
		hang(w)
		return
	}
	w.Header().Set("Cache-Control", "no-cache")
	if k.weak.Load() && r.Header.Get("If-None-Match") != "" {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	w.Header().Set("ETag", k.tag(r.URL.Path))
	http.StripPrefix("/hub", http.FileServer(http.Dir(k.out))).ServeHTTP(w, r)
}

// tag is by what a browser tells whether a file has changed: by its time it would not, as a machine may build twice within a second.
func (k *keeping) tag(path string) string {
	file := filepath.Join(k.out, strings.TrimPrefix(path, "/hub/"))
	if strings.HasSuffix(path, "/") {
		file = filepath.Join(file, "index.html")
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return ""
	}
	return fmt.Sprintf(`"%x"`, sha256.Sum256(data))
}

// answers notes what is asked for, and tells whether there is an answer.
func (k *keeping) answers(path string) bool {
	k.mu.Lock()
	defer k.mu.Unlock()
	name, ours := strings.CutPrefix(path, "/hub/")
	if k.down.Load() || k.left == 0 {
		return false
	}
	if ours {
		k.asked = append(k.asked, name)
	}
	if k.left > 0 && strings.HasPrefix(name, "manuals/m1/rozdil") {
		k.left--
	}
	return true
}

// cut lets the connections break after so many chapters; negative: no more.
func (k *keeping) cut(after int) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.left = after
}

// hang breaks a connection off, as a network does that is gone.
func hang(w http.ResponseWriter) {
	conn, _, err := w.(http.Hijacker).Hijack()
	if err == nil {
		conn.(*net.TCPConn).SetLinger(0) // unchecked: it goes either way
		conn.Close()                     // unchecked: likewise
	}
}

// since gives what was asked for since the last call, sorted, without the worker and the version that every look asks for.
func (k *keeping) since() []string {
	k.mu.Lock()
	defer k.mu.Unlock()
	asked := slices.DeleteFunc(k.asked, func(s string) bool { return s == "sw.js" || s == "offline/version.json" })
	k.asked = nil
	slices.Sort(asked)
	return asked
}

// visit opens a page of the site and waits until its worker is there.
func (k *keeping) visit(page string) *tab {
	k.Helper()
	b := open(k.T, k.url+page)
	b.wait("a worker", `navigator.serviceWorker.controller !== null`)
	return b
}

// settled waits until the worker of the version that is served has taken over, as it does for a visitor: if the old one was just asked for a page, at the
// next visit.
func (k *keeping) settled() {
	k.Helper()
	_, rest, _ := strings.Cut(read(k.T, k.out+"/offline/version.json"), `"version":"`)
	version, _, _ := strings.Cut(rest, `"`)
	var shells []string
	for range 8 {
		b := k.visit("offline/")
		for end := time.Now().Add(5 * time.Second); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
			shells = eval[[]string](b, `caches.open("vitryna /hub/ records").then(c => c.keys()).then(all => all.map(r => decodeURIComponent(r.url)).filter(u => u.includes("~shell")).map(u => u.split(" ")[1]))`)
			if slices.Equal(shells, []string{version}) {
				return
			}
		}
		b.close()
	}
	k.Fatalf("workers of %q, want %s", shells, version)
}

// press presses a button of a block, by the word that names it.
func press(b *tab, word string) {
	b.Helper()
	pressIn(b, ".keep", word)
}

// pressIn presses a button within an element. The block may exchange its buttons at any moment, so it is found and pressed in one step.
func pressIn(b *tab, within, word string) {
	b.Helper()
	b.wait("the button "+word, `(() => { const button = document.querySelector("`+within+` [data-act=`+word+`]"); button?.focus(); button?.click(); return button; })()`)
}

// says waits until the block says something.
func says(b *tab, text string) {
	b.Helper()
	said := ""
	for end := time.Now().Add(10 * time.Second); time.Now().Before(end); time.Sleep(30 * time.Millisecond) {
		if said = eval[string](b, `document.querySelector(".keep-text")?.textContent ?? ""`); strings.Contains(said, text) {
			return
		}
	}
	b.Fatalf("the block says %q, not %q", said, text)
}

// save keeps the group of the page that is open.
func save(b *tab) {
	b.Helper()
	press(b, "ask")
	press(b, "start")
	says(b, "Збережено")
}

// away shows a page without the network and gives its main heading.
func (k *keeping) away(page string) (*tab, string) {
	k.Helper()
	k.down.Store(true)
	defer k.down.Store(false)
	b := open(k.T, k.url+page)
	b.wait("a page", `document.readyState === "complete" && document.querySelector("h1")`)
	return b, eval[string](b, `document.querySelector("h1").textContent`)
}

// dressed tells whether a page has its styles and its pictures.
const dressed = `getComputedStyle(document.querySelector(".skip")).position === "absolute" && [...document.images].every(i => i.loading === "lazy" && !i.complete || i.naturalWidth > 0)`
