package tests

import (
	"context"
	"fmt"
	"net/url"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/storage"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// TestOfflineManual saves a manual, loses the network in the middle, closes the tab, goes on in another one, and reads the whole of it without
// a server.
func TestOfflineManual(t *testing.T) {
	k := keep(t)
	b := k.visit("manuals/m1/")
	b.clean()
	asked := k.since()
	if slices.ContainsFunc(asked, func(s string) bool { return strings.HasSuffix(s, ".json") }) {
		t.Errorf("who only looks is sent lists: %q", asked)
	}
	press(b, "ask")
	b.wait("a size", `/файл.*(КБ|МБ)/.test(document.querySelector(".keep-text").textContent)`)
	if focus := eval[string](b, `document.activeElement.dataset.act ?? ""`); focus != "start" {
		t.Errorf("the focus is on %q", focus)
	}
	b.clean()
	k.cut(3)
	b.do(chromedp.KeyEvent(kb.Enter)) // by keyboard
	says(b, "Зв’язок перервався")
	if page, title := k.away("manuals/m1/rozdil-7/"); title != "Читання без інтернету" {
		t.Errorf("a manual that is half there shows %q", title)
	} else if again := eval[string](page, `document.querySelector("[data-again]").href`); again != k.url+"manuals/m1/rozdil-7/" {
		t.Errorf("the way back is %q", again)
	}
	b.do(chromedp.Navigate("about:blank"))
	k.cut(-1)
	k.since()

	b = k.visit("manuals/m1/")
	says(b, "перервано")
	press(b, "resume")
	says(b, "Збережено")
	twice := map[string]bool{}
	for _, name := range k.since() {
		twice[name] = true
	}
	n := 0
	for i := 1; i <= chapters; i++ {
		if twice[fmt.Sprintf("manuals/m1/rozdil-%d/", i)] {
			n++
		}
	}
	if n < chapters-3 || n >= chapters { // three files came before the cut, chapters or what they need
		t.Errorf("%d of %d chapters were fetched behind the cut: %v", n, chapters, twice)
	}
	b.clean()
	for i := 1; i <= chapters; i++ {
		page, title := k.away(fmt.Sprintf("manuals/m1/rozdil-%d/", i))
		if title != fmt.Sprintf("Розділ %d", i) || !eval[bool](page, dressed) {
			t.Errorf("chapter %d is %q", i, title)
		}
	}
	if _, title := k.away("manuals/m1/rozdil-2"); title != "Розділ 2" {
		t.Errorf("without the slash: %q", title)
	}
	page, title := k.away("news/inshe/")
	if title != "Читання без інтернету" || !eval[bool](page, dressed) {
		t.Errorf("what was never visited shows %q", title)
	}
	page.wait("what happened, and what there is", `!document.querySelector("[data-lost]").hidden && document.querySelector("[data-saved-list]").textContent.includes("Дорожня книга")`)
	if _, title := k.away("en/news/"); title != "Reading without the internet" {
		t.Errorf("in English: %q", title)
	}
	k.visited()
	k.removed()
}

// visited: a page that was only looked at can be looked at again, and forgotten.
func (k *keeping) visited() {
	b := k.visit("news/zvuk/")
	b.wait("the page is remembered", `caches.open("vitryna /hub/ seen").then(c => c.match(location.href + "index.html")).then(r => { window.seen = r }), window.seen`)
	if page, title := k.away("news/zvuk/"); title != "Звук" || !eval[bool](page, dressed) {
		k.Errorf("a page that was visited shows %q", title)
	}
	b = k.visit("offline/")
	b.wait("the list", `!document.querySelector("[data-visited]").hidden && document.querySelector("[data-visited-list]").textContent.includes("Звук")`)
	eval[bool](b, `(document.querySelector("[data-forget]").click(), true)`)
	b.wait("nothing", `document.querySelector("[data-visited]").hidden`)
	if _, title := k.away("news/zvuk/"); title != "Читання без інтернету" {
		k.Errorf("a page that was forgotten shows %q", title)
	}
}

// removed: what is removed is gone, with all its files.
func (k *keeping) removed() {
	b := k.visit("offline/")
	pressIn(b, "[data-saved-list]", "remove")
	pressIn(b, "[data-saved-list]", "confirmed")
	b.wait("it is said", `document.querySelector("[data-saved-list]").textContent.includes("Вилучено")`)
	left := eval[[]string](b, `caches.open("vitryna /hub/ files").then(c => c.keys()).then(all => all.map(r => r.url).filter(u => u.includes("m1/rozdil")))`)
	if len(left) > 0 {
		k.Errorf("left: %q", left)
	}
	if _, title := k.away("manuals/m1/rozdil-3/"); title != "Читання без інтернету" {
		k.Errorf("what was removed shows %q", title)
	}
	b.clean()
}

// TestOfflineVersions: a manual is saved, the site changes, and the browser goes from one version to the other all at once, with few requests.
func TestOfflineVersions(t *testing.T) {
	k := keep(t)
	save(k.visit("manuals/m1/"))
	style, _ := filepath.Glob(k.out + "/assets/site.*.css")
	k.chapter(5, "Друге видання.")
	write(t, k.site+"/assets/site.css", read(t, "../assets/site.css")+"\n.skip { outline-width: 7px; }\n")
	k.build()
	fresh, _ := filepath.Glob(k.out + "/assets/site.*.css")
	if len(style) != 1 || len(fresh) != 1 || style[0] == fresh[0] {
		t.Fatalf("%q, %q", style, fresh)
	}
	version := `document.querySelector("link[rel=stylesheet][href*='site.']").href.split("/").pop()`
	old, now := filepath.Base(style[0]), filepath.Base(fresh[0])
	page, _ := k.away("manuals/m1/rozdil-5/")
	if got := eval[string](page, version); got != old || !eval[bool](page, dressed+` && document.body.textContent.includes("Перше видання.")`) {
		t.Errorf("the page that was saved has the style %s, not %s", got, old)
	}

	b := k.visit("manuals/m1/") // the new one, over the network
	if got := eval[string](b, version); got != now {
		t.Errorf("over the network: %s", got)
	}
	says(b, "новіша версія")
	if page, _ := k.away("manuals/m1/rozdil-2/"); eval[string](page, version) != old || !eval[bool](page, dressed) {
		t.Error("before the update an old page has not its old parts")
	}
	// an update that breaks off leaves the old version whole
	k.cut(3)
	press(b, "update")
	says(b, "перервався")
	for _, n := range []int{1, 5, 8} {
		page, title := k.away(fmt.Sprintf("manuals/m1/rozdil-%d/", n))
		if eval[string](page, version) != old || !eval[bool](page, dressed) || title != fmt.Sprintf("Розділ %d", n) {
			t.Errorf("chapter %d amid the update: %q", n, title)
		}
	}
	k.cut(-1)
	eval[bool](b, `dispatchEvent(new Event("online"))`)
	says(b, "найновіша")
	for _, n := range []int{1, 5} {
		if page, _ := k.away(fmt.Sprintf("manuals/m1/rozdil-%d/", n)); eval[string](page, version) != now || !eval[bool](page, dressed) {
			t.Errorf("chapter %d behind the update is of the old version", n)
		}
	}
	k.settled()
	for end := time.Now().Add(5 * time.Second); eval[bool](b, `caches.open("vitryna /hub/ files").then(c => c.match("`+k.url+`assets/`+old+`")).then(r => r !== undefined)`); time.Sleep(50 * time.Millisecond) {
		if time.Now().After(end) {
			t.Error("the old style is kept for ever")
			break
		}
	}

	// one page has changed: one page is fetched
	k.chapter(5, "Третє видання.")
	k.build()
	b = k.visit("manuals/m1/")
	says(b, "змінено")
	k.since()
	press(b, "update")
	says(b, "найновіша")
	pages := slices.DeleteFunc(k.since(), func(s string) bool { return !strings.HasPrefix(s, "manuals/") })
	if got := strings.Join(pages, " "); got != "manuals/m1/rozdil-5/" {
		t.Errorf("one page has changed; fetched: %s", got)
	}
	if page, _ := k.away("manuals/m1/rozdil-5/"); !eval[bool](page, `document.body.textContent.includes("Третє видання.")`) {
		t.Error("the new text is not there")
	}

	// of two versions that the host takes for one, the new one is kept
	k.chapter(5, "Четверте видання.")
	k.build()
	k.weak.Store(true)
	b = k.visit("manuals/m1/")
	says(b, "змінено")
	press(b, "update")
	says(b, "найновіша")
	if page, _ := k.away("manuals/m1/rozdil-5/"); !eval[bool](page, `document.body.textContent.includes("Четверте видання.")`) {
		t.Error("an old page was taken for the new one")
	}
	k.weak.Store(false)

	// a page that is of another version than the list says is refused
	k.chapter(5, "П’яте видання.")
	k.build()
	file := k.out + "/manuals/m1/rozdil-5/index.html"
	write(t, file, strings.Replace(read(t, file), "П’яте", "Шосте", 1))
	b = k.visit("manuals/m1/")
	says(b, "змінено")
	press(b, "update")
	says(b, "оновлюється")
	if page, _ := k.away("manuals/m1/rozdil-5/"); !eval[bool](page, `document.body.textContent.includes("Четверте видання.")`) {
		t.Error("a page that does not belong to the version was taken")
	}
}

// TestOfflineSite saves the whole site with its files: the search finds without a network, and a sound can be played from its middle.
func TestOfflineSite(t *testing.T) {
	k := keep(t)
	b := k.visit("offline/")
	press(b, "ask")
	b.wait("the choice", `!document.querySelector(".keep-choice").hidden`)
	b.do(chromedp.Click(chromedp.CSS(".keep-choice input")))
	press(b, "start")
	says(b, "Збережено")
	b.clean()
	k.down.Store(true)
	defer k.down.Store(false)
	page, results := resultsOf(t, k.url+"search/", "черевичками")
	if !slices.Equal(results, []string{"news/zvuk"}) {
		t.Errorf("the search finds %q", results)
	}
	page.do(chromedp.Navigate(k.url + "news/zvuk/"))
	page.wait("the page", `document.querySelector("h1")?.textContent === "Звук"`)
	sound := `document.querySelector("a[href*='zapys.']").href`
	eval[bool](page, `new Promise((done, fail) => {
		const a = window.sound = new Audio(`+sound+`);
		a.onerror = () => fail(new Error("no sound"));
		a.onloadedmetadata = () => { a.currentTime = 15; };
		a.onseeked = () => done(Math.abs(a.currentTime - 15) < 0.1 && Math.abs(a.duration - 20) < 0.1);
		a.load();
	})`)
	if _, title := k.away("404-nema/"); title != "Читання без інтернету" {
		t.Errorf("an address that there is not: %q", title)
	}
	k.down.Store(false)
	if b := open(t, k.url+"404-nema/"); strings.Contains(eval[string](b, `document.body.textContent`), "Читання без інтернету") {
		t.Error("with a network a wrong address leads to the page for those without")
	}
	// a piece of a sound, and one beyond its end
	page.do(chromedp.Navigate(k.url + "news/zvuk/"))
	k.pieces(page, sound)
}

// pieces asks the worker for pieces as a player does, and compares them with the file. What a script fetches passes the worker by, so the worker's
// own code is called in the page.
func (k *keeping) pieces(page *tab, sound string) {
	file, _ := filepath.Glob(k.out + "/news/zvuk/zapys.*.wav")
	size := len(read(k.T, file[0]))
	got := eval[[]string](page, `(async () => {
		const handlers = {}, self = { registration: { scope: `+js(k.url)+` }, addEventListener: (type, f) => { handlers[type] = f; } };
		`+read(k.T, k.out+"/sw.js")+`
		const all = [];
		for (const range of ["bytes=0-", "bytes=10-19", "bytes=-5", "bytes=100-", "bytes=9999999-", "bytes=0-99999999", "bytes=5-2", "lines=1-2"]) {
			let answer;
			handlers.fetch({ request: { method: "GET", url: `+sound+`, mode: "no-cors", destination: "audio", headers: new Headers({ range }) }, respondWith: (p) => { answer = p; } });
			const r = await answer;
			all.push([r.status, r.headers.get("Content-Range"), (await r.blob()).size].join(" "));
		}
		return all;
	})()`)
	want := []string{
		fmt.Sprintf("206 bytes 0-%d/%d %d", size-1, size, size), fmt.Sprintf("206 bytes 10-19/%d 10", size), fmt.Sprintf("206 bytes %d-%d/%d 5", size-5, size-1, size),
		fmt.Sprintf("206 bytes 100-%d/%d %d", size-1, size, size-100), fmt.Sprintf("416 bytes */%d 0", size), fmt.Sprintf("206 bytes 0-%d/%d %d", size-1, size, size),
		fmt.Sprintf("416 bytes */%d 0", size), fmt.Sprintf("416 bytes */%d 0", size),
	}
	if !slices.Equal(got, want) {
		k.Errorf("got  %q\nwant %q", got, want)
	}
}

// TestOfflineInstall: the browser itself finds nothing that keeps the site from being installed.
func TestOfflineInstall(t *testing.T) {
	k := keep(t)
	b := k.visit("")
	for _, page := range []string{"", "en/"} {
		b.do(chromedp.Navigate(k.url + page))
		if faults := eval[[]string](b, `fetch(document.querySelector("link[rel=manifest]").href).then(r => r.json()).then(m => [m.name, m.short_name, m.lang, m.start_url, m.display].filter(v => !v).map(String)).catch(() => [])`); len(faults) > 0 {
			t.Errorf("%q: %q", page, faults)
		}
		b.do(chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
			manifest, err := cdp.Call(ctx, target, cdppage.GetAppManifest, cdppage.GetAppManifestParams{})
			if err != nil {
				return err
			}
			for _, e := range manifest.Errors {
				t.Errorf("%q: %s", page, e.Message)
			}
			install, err := cdp.Call(ctx, target, cdppage.GetInstallabilityErrors, cdp.Empty{})
			if err != nil {
				return err
			}
			for _, e := range install.InstallabilityErrors {
				if e.ErrorID != "in-incognito" { // a browser without a window has no other
					t.Errorf("%q: %s", page, e.ErrorID)
				}
			}
			return nil
		}))
	}
	b.mu.Lock()
	b.faults = nil // the policy of these pages lets no script fetch
	b.mu.Unlock()
}

// TestOfflineSpace: a browser that gives little room says so before, and while it saves.
func TestOfflineSpace(t *testing.T) {
	k := keep(t)
	b := k.visit("manuals/m1/")
	u, _ := url.Parse(k.url)
	quota := func(size float64) {
		params := storage.OverrideQuotaForOriginParams{Origin: u.Scheme + "://" + u.Host, QuotaSize: &size}
		if size == 0 {
			params.QuotaSize = nil
		}
		b.do(call(storage.OverrideQuotaForOrigin, params))
	}
	usage := eval[float64](b, `navigator.storage.estimate().then(e => e.usage)`)
	quota(usage + 20_000)
	eval[bool](b, `(navigator.storage.estimate = async () => ({ quota: 30000, usage: 10000 }), true)`) // Chromium does not tell the truth
	press(b, "ask")
	press(b, "start")
	says(b, "Не вистачить місця")
	if eval[bool](b, `caches.open("vitryna /hub/ records").then(c => c.keys()).then(all => all.some(r => r.url.includes("m1")))`) {
		t.Error("it was begun nevertheless")
	}
	// a browser that does not say how much room there is runs full
	eval[bool](b, `(navigator.storage.estimate = async () => ({}), true)`)
	press(b, "ask")
	press(b, "start")
	says(b, "скінчилося місце")
	quota(0)
	press(b, "resume")
	says(b, "Збережено")
	b.clean()
}

// TestOfflinePause pauses and goes on, and cancels.
func TestOfflinePause(t *testing.T) {
	k := keep(t)
	b := k.visit("manuals/m1/")
	press(b, "ask")
	k.cut(2)
	press(b, "start")
	says(b, "перервався")
	press(b, "pause")
	says(b, "Призупинено")
	k.cut(-1)
	again := k.visit("manuals/m1/")
	says(again, "Призупинено")
	press(again, "cancel")
	says(again, "скасовано")
	if eval[bool](again, `caches.open("vitryna /hub/ files").then(c => c.keys()).then(all => all.some(r => r.url.includes("m1/rozdil")))`) {
		t.Error("what was fetched is left behind")
	}
}

// TestOfflineWithout: where a browser keeps nothing there is no button, and words say what else there is.
func TestOfflineWithout(t *testing.T) {
	k := keep(t)
	for name, script := range map[string]string{
		"no worker at all": `delete Navigator.prototype.serviceWorker`,
		"storage denied":   `CacheStorage.prototype.open = () => Promise.reject(new DOMException("denied", "SecurityError"))`,
	} {
		b := open(t, k.url+"manuals/m1/", before(script))
		b.wait("the page", `document.readyState === "complete"`)
		time.Sleep(200 * time.Millisecond)
		if eval[bool](b, `document.querySelector(".keep button") !== null || !document.querySelector(".keep").textContent.includes("EPUB")`) {
			t.Errorf("%s: %s", name, eval[string](b, `document.querySelector(".keep").textContent`))
		}
		b.clean()
	}
	b := open(t, "file://"+k.out+"/manuals/m1/index.html")
	b.wait("the page", `document.readyState === "complete"`)
	if eval[bool](b, `document.querySelector(".keep button") !== null`) {
		t.Error("a button on a page from a disk")
	}
	b = open(t, k.url+"offline/", withoutScript())
	if text := eval[string](b, `document.querySelector("main").innerText`); !strings.Contains(text, "EPUB") || strings.Contains(text, "Поки нічого не збережено") {
		t.Errorf("without script: %s", text)
	}
}

// before runs a script in a page before its own.
func before(script string) chromedp.Action[chromedp.Void] {
	return call(cdppage.AddScriptToEvaluateOnNewDocument, cdppage.AddScriptToEvaluateOnNewDocumentParams{Source: script})
}
