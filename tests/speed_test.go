package tests

import (
	"io/fs"
	"os"
	"path"
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
		if js > 10*1024 {
			t.Errorf("/%s: scripts %d bytes, at most %d", page, js, 10*1024)
		}
		if len(blocking) != 1 || !strings.Contains(blocking[0], "assets/settings.") || sum(blocking) > 1024 {
			t.Errorf("/%s: the text waits for %q (%d bytes)", page, blocking, sum(blocking))
		}
	}
}

// mostStyles is what the styles of a page may weigh, packed.
const mostStyles = 16 * 1024

// TestStylesOfEveryPage weighs the styles of every page of the site, whatever layout has made it. The page of an item is weighed with
// photographs: which items have some is chance.
func TestStylesOfEveryPage(t *testing.T) {
	h := &hosting{}
	gallery := ""
	names := stylesOfPages(t)
	for _, styles := range names {
		for _, name := range styles {
			if strings.HasPrefix(name, "assets/gallery.") {
				gallery = name
			}
		}
	}
	if gallery == "" || len(names) < 100 {
		t.Fatalf("%d pages, the styles of a gallery: %q", len(names), gallery)
	}
	for page, styles := range names {
		sum := 0
		if strings.Contains(read(t, filepath.Join(public, page)), `<article class="item `) && !slices.Contains(styles, gallery) {
			styles = append(styles, gallery)
		}
		for _, name := range styles {
			sum += len(h.gzip(name))
		}
		if sum > mostStyles {
			t.Errorf("%s: %d bytes of styles, at most %d: %q", page, sum, mostStyles, styles)
		}
	}
}

// stylesOfPages are the files of styles to which every page links, by the page's file.
func stylesOfPages(t *testing.T) map[string][]string {
	t.Helper()
	pages := map[string][]string{}
	err := fs.WalkDir(os.DirFS(public), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || path.Ext(name) != ".html" {
			return err
		}
		for _, m := range styleOf.FindAllStringSubmatch(read(t, filepath.Join(public, name)), -1) {
			to := path.Join(path.Dir(name), m[1])
			if rooted, ok := strings.CutPrefix(m[1], folder); ok {
				to = rooted // the page of a wrong address, which is shown at any depth
			}
			pages[name] = append(pages[name], to)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return pages
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

// TestSteadyWithoutMotion: the page for reading without the internet stands still for those who have asked for that in «Налаштування читання».
func TestSteadyWithoutMotion(t *testing.T) {
	for _, page := range []string{"offline/", "en/offline/"} {
		b := open(t, address+"404.html", width(390))
		eval[bool](b, `(localStorage.setItem("vitryna.reading", '{"motion":"none","calm":"yes"}'), true)`)
		b.do(chromedp.Navigate(address + page))
		if shift := eval[float64](b, layoutShift); shift > still {
			t.Errorf("/%s: jumps by %.4f", page, shift)
		}
		if eval[string](b, `document.documentElement.dataset.motion`) != "none" {
			t.Errorf("/%s: the choice does not hold", page)
		}
		eval[bool](b, `(localStorage.clear(), true)`)
		b.close()
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
