package serve

import (
	"context"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"os"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/coder/websocket"
)

var loadTime = flag.Duration("load", 0, "how long TestUnderLoad loads the preview with 200 tabs, 5,000 saves and a folder of 20,000 files; without it a little of each")

// burden is how much TestUnderLoad puts on a preview.
type burden struct {
	tabs, saves, files, pages int
	length                    time.Duration
}

// usage is what a process holds.
type usage struct {
	goroutines, descriptors int
	heap, resident          int // KB
}

func usageNow() usage {
	runtime.GC()
	runtime.GC() // what finalizers let go
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	u := usage{goroutines: runtime.NumGoroutine(), heap: int(m.HeapAlloc >> 10)}
	entries, _ := os.ReadDir("/proc/self/fd") // Linux; elsewhere it stays 0
	u.descriptors = len(entries)
	status, _ := os.ReadFile("/proc/self/status")
	if _, rest, ok := strings.Cut(string(status), "VmRSS:"); ok {
		fmt.Sscan(rest, &u.resident) // unchecked: then it is 0
	}
	return u
}

func (u usage) String() string {
	return fmt.Sprintf("%d goroutines, %d descriptors, heap %d KB, resident %d KB", u.goroutines, u.descriptors, u.heap, u.resident)
}

// visitor is an open tab with a person before it: told to reload, it reloads, as the page's script does.
type visitor struct {
	path  string
	shown atomic.Value // string
	loads atomic.Int64
}

// stay keeps the tab open until ctx ends.
func (v *visitor) stay(ctx context.Context, p *preview) {
	for ctx.Err() == nil {
		digest := v.load(ctx, p)
		v.listen(ctx, p, digest)
	}
}

// load gets the page; its digest stands in its header.
func (v *visitor) load(ctx context.Context, p *preview) (digest string) {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, p.url+strings.TrimPrefix(v.path, "/"), nil)
	if err != nil {
		return ""
	}
	answer, err := browser.Do(r)
	if err != nil {
		return ""
	}
	defer answer.Body.Close()
	data, err := io.ReadAll(answer.Body)
	if err != nil {
		return ""
	}
	v.shown.Store(string(data))
	v.loads.Add(1)
	_, digest, _ = strings.Cut(answer.Header.Get("Server-Timing"), `desc="`)
	digest, _, _ = strings.Cut(digest, `"`)
	return digest
}

func (v *visitor) listen(ctx context.Context, p *preview, digest string) {
	conn, _, err := websocket.Dial(ctx, p.url+strings.TrimPrefix(SocketPath, "/")+"?path="+v.path+"&page="+digest, &websocket.DialOptions{HTTPClient: browser})
	if err != nil {
		return
	}
	defer conn.CloseNow()
	conn.SetReadLimit(1 << 20)
	for {
		_, data, err := conn.Read(ctx)
		if err != nil || strings.Contains(string(data), `"reload"`) {
			return
		}
	}
}

// TestUnderLoad keeps many tabs open while an author saves, and while a folder of very many files comes and goes. After every pause all tabs show what was saved last;
// and the preview then holds no more than before.
func TestUnderLoad(t *testing.T) {
	b := burden{tabs: 20, saves: 60, files: 300, pages: 5, length: 2 * time.Second}
	if *loadTime > 0 {
		b = burden{tabs: 200, saves: 5000, files: 20_000, pages: 20, length: *loadTime}
	}
	b.run(t)
}

func (b burden) run(t *testing.T) {
	files := map[string]string{"assets/site.css": "a{}"}
	for i := range b.pages {
		files[fmt.Sprintf("content/p%d.html", i)] = "0 {css}"
	}
	s := newSite(t, files)
	alone := usageNow()
	p := run(t, Options{
		Load: func(ctx context.Context, changed []string) (*Snapshot, error) {
			defer s.forget()
			return s.load(ctx, changed)
		},
		Dirs: []string{s.path("content"), s.path("layouts"), s.path("assets")},
	})
	ctx, leave := context.WithCancel(context.Background())
	var group sync.WaitGroup
	visitors := make([]*visitor, b.tabs)
	for i := range visitors {
		v := &visitor{path: fmt.Sprintf("/p%d/", i%b.pages)}
		v.shown.Store("")
		visitors[i] = v
		group.Go(func() { v.stay(ctx, p) })
	}
	last := make([]string, b.pages)
	save := func(page int, text string) {
		last[page] = text
		s.replace(t, fmt.Sprintf("content/p%d.html", page), text)
	}
	settled := func(when string) {
		t.Helper()
		for deadline := time.Now().Add(time.Minute); ; time.Sleep(20 * time.Millisecond) {
			behind := 0
			for i, v := range visitors {
				if !strings.HasPrefix(v.shown.Load().(string), last[i%b.pages]) {
					behind++
				}
			}
			if behind == 0 {
				return
			}
			if time.Now().After(deadline) {
				t.Fatalf("%s: %d of %d tabs do not show what was saved last", when, behind, b.tabs)
			}
		}
	}
	for page := range b.pages {
		save(page, fmt.Sprintf("first of %d.", page))
	}
	settled("at the beginning")
	p.forget()
	time.Sleep(200 * time.Millisecond)
	before := usageNow()

	dice := rand.New(rand.NewPCG(5, 1))
	begin, slowest := time.Now(), time.Duration(0)
	var crowd sync.WaitGroup
	for n := range b.saves {
		if n%(b.saves/4) == b.saves/8 { // four times
			crowd.Wait()
			crowd.Go(func() { s.crowd(t, b.files, fmt.Sprintf("content/crowd%d", n)) })
		}
		save(dice.IntN(b.pages), fmt.Sprintf("save %d.", n))
		if n%(max(b.saves/20, 1)) == 0 { // a pause, in which nothing may be missing
			pause := time.Now()
			settled(fmt.Sprintf("after save %d", n))
			slowest = max(slowest, time.Since(pause))
			p.forget()
		}
		time.Sleep(max(0, b.length*time.Duration(n+1)/time.Duration(b.saves)-time.Since(begin)))
	}
	crowd.Wait()
	settled("at the end")
	took := time.Since(begin)
	p.forget()
	time.Sleep(3 * time.Second) // a last sweep over the folders that have gone
	after := usageNow()
	reloads := int64(0)
	for _, v := range visitors {
		reloads += v.loads.Load()
	}
	t.Logf("%d tabs, %d saves, four times %d files made and removed, in %v; %d pages loaded; the last state was shown after at most %v",
		b.tabs, b.saves, b.files, took.Round(time.Second), reloads, slowest.Round(time.Millisecond))
	leave()
	group.Wait()
	p.stop(t)
	browser.CloseIdleConnections()
	ended := usageNow()
	t.Logf("alone:       %v", alone)
	t.Logf("with tabs:   %v", before)
	t.Logf("after load:  %v", after)
	t.Logf("when ended:  %v", ended)
	if after.goroutines > before.goroutines+b.tabs/5+10 { // a tab that is just reloading has one more
		t.Errorf("%d goroutines before the load and %d after it", before.goroutines, after.goroutines)
	}
	if after.descriptors > before.descriptors+b.tabs/5+10 {
		t.Errorf("%d descriptors before the load and %d after it", before.descriptors, after.descriptors)
	}
	if after.heap > 2*before.heap+8<<10 {
		t.Errorf("%d KB in use before the load and %d after it", before.heap, after.heap)
	}
	if ended.goroutines > alone.goroutines+4 || ended.descriptors > alone.descriptors+8 {
		t.Errorf("before it ran: %v; when it has ended: %v", alone, ended)
	}
}

// crowd makes a folder of very many files and removes it.
func (s *site) crowd(t testing.TB, files int, folder string) {
	if err := os.MkdirAll(s.path(folder), 0o755); err != nil {
		t.Error(err)
		return
	}
	for i := range files {
		if err := os.WriteFile(s.path(fmt.Sprintf("%s/%d.txt", folder, i)), []byte("x"), 0o644); err != nil {
			t.Error(err)
			return
		}
	}
	time.Sleep(100 * time.Millisecond)
	if err := os.RemoveAll(s.path(folder)); err != nil {
		t.Error(err)
	}
}

// forget lets go of what the test itself has gathered, or that would be the leak.
func (s *site) forget() {
	s.mu.Lock()
	s.loads = nil
	s.mu.Unlock()
}

func (p *preview) forget() {
	p.mu.Lock()
	p.events = nil
	p.mu.Unlock()
}
