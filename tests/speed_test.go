package tests

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// KB is what hostings and browsers call a kilobyte.
const kB = 1000

var (
	styleOf  = regexp.MustCompile(`<link rel="stylesheet" href="([^"]+)"`)
	scriptOf = regexp.MustCompile(`<script src="([^"]+)"([^>]*)>`)
)

// parts are the styles and scripts that the first load of a page brings; blocking are scripts that the text waits for.
func parts(t *testing.T, page string) (styles, scripts, blocking []string) {
	t.Helper()
	text := read(t, filepath.Join(public, page, "index.html"))
	for _, m := range styleOf.FindAllStringSubmatch(text, -1) {
		styles = append(styles, filepath.ToSlash(filepath.Join(page, m[1])))
	}
	for _, m := range scriptOf.FindAllStringSubmatch(text, -1) {
		name := filepath.ToSlash(filepath.Join(page, m[1]))
		scripts = append(scripts, name)
		if !strings.Contains(m[2], "defer") {
			blocking = append(blocking, name)
		}
	}
	return styles, scripts, blocking
}

// weighed are the pages with budgets, and the most that each brings over the wire without pictures.
var weighed = map[string]int{
	"": 60 * kB, "en": 60 * kB, "manuals/pryklad-usikh-blokiv/vizualni-bloky": 40 * kB, "projects/ahenty-zmin": 40 * kB,
	"showcases/pryklad-vitryny-hraiuchys": 40 * kB, "documents": 40 * kB, "search": 60 * kB,
}

// TestBudgets weighs the first load of pages as a hosting sends it (design 9): everything but pictures, packed.
func TestBudgets(t *testing.T) {
	h := &hosting{}
	sum := func(names []string) (n int) {
		for _, name := range names {
			n += len(h.gzip(name))
		}
		return n
	}
	for page, most := range weighed {
		if _, err := os.Stat(filepath.Join(public, page, "index.html")); err != nil {
			page = heaviestChapter(t)
		}
		styles, scripts, blocking := parts(t, page)
		css, js := sum(styles), sum(scripts)
		all := css + js + len(h.gzip(filepath.ToSlash(filepath.Join(page, "index.html"))))
		t.Logf("/%s: %d bytes, styles %d, scripts %d", page, all, css, js)
		if all > most {
			t.Errorf("/%s: %d bytes, at most %d", page, all, most)
		}
		if css > 16*1024 || js > 10*1024 {
			t.Errorf("/%s: styles %d bytes, at most %d; scripts %d, at most %d", page, css, 16*1024, js, 10*1024)
		}
		if len(blocking) != 1 || !strings.Contains(blocking[0], "assets/settings.") || sum(blocking) > 1024 {
			t.Errorf("/%s: the text waits for %q (%d bytes)", page, blocking, sum(blocking))
		}
	}
}

// heaviestChapter is the heaviest chapter of a manual.
func heaviestChapter(t *testing.T) (page string) {
	t.Helper()
	names, _ := filepath.Glob(public + "/manuals/*/*/index.html")
	size := int64(0)
	for _, name := range names {
		if !strings.Contains(read(t, name), "kind-chapter") {
			continue
		}
		if info, err := os.Stat(name); err == nil && info.Size() > size {
			rel, _ := filepath.Rel(public, filepath.Dir(name))
			page, size = filepath.ToSlash(rel), info.Size()
		}
	}
	if page == "" {
		t.Fatal("no chapter")
	}
	return page
}

// steadyPages are pages of every purpose.
func steadyPages(t *testing.T) []string {
	return []string{"", heaviestChapter(t) + "/", "showcases/pryklad-vitryny-hraiuchys/", "documents/", "search/", "galleries/nash-prostir/", "places/", "pages/dostupnist/", "offline/", "en/offline/"}
}

// still is the shift that no eye sees: that of a sign beside a word. What browsers call good is a hundred times more.
const still = 0.001

// TestSteady: nothing jumps while pages load, however slow the phone: a slow one paints what it has read so far.
func TestSteady(t *testing.T) {
	for _, page := range steadyPages(t) {
		for _, rate := range []float64{4, 8} {
			b := open(t, "about:blank", width(390), call(emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: rate}))
			b.home = "127.0.0.1"
			b.do(chromedp.Navigate(address + page))
			if shift := eval[float64](b, layoutShift); shift > still {
				t.Errorf("/%s: jumps by %.4f on a phone that is %v times slower", page, shift, rate)
			}
			b.close()
		}
	}
}

// quick is the longest that an answer to a visitor may take, in milliseconds. Browsers round to eight.
const quick = 50.0

// TestAnswers: every answer to a key or a finger is there within 50 ms. It measures time, so it belongs to a quiet machine: `make lighthouse`
// runs it, `make test` does not.
func TestAnswers(t *testing.T) {
	if *lighthouse == 0 {
		t.Skip("asked for by -args -lighthouse 5")
	}
	for _, page := range steadyPages(t) {
		b := open(t, address+page, width(390))
		eval[bool](b, `(new PerformanceObserver(l => { for (const e of l.getEntries()) if (e.interactionId) window.slowest = Math.max(window.slowest, e.duration); }).observe({type: "event", durationThreshold: 16}), true)`)
		var took []float64
		for range *lighthouse {
			eval[bool](b, `(window.slowest = 0, true)`)
			b.do(chromedp.Click(chromedp.CSS("[data-reading-open]")), chromedp.Click(chromedp.CSS("[name=text][value=large]")), chromedp.Click(chromedp.CSS("[data-reading-reset]")), chromedp.KeyEvent(kb.Escape))
			took = append(took, eval[float64](b, `new Promise(done => setTimeout(() => done(slowest), 150))`))
		}
		slices.Sort(took)
		median := took[len(took)/2]
		t.Logf("/%s: the slowest answer of a round takes %v ms", page, took)
		if median > quick {
			t.Errorf("/%s: an answer takes %v ms, at most %v", page, median, quick)
		}
		b.close()
	}
}
