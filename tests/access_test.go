package tests

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// axeRun runs axe with two rules more than it does by itself: targets of 24 px (2.5.8), and names that begin as the eye reads them (2.5.3).
const axeRun = `axe.run(document, {resultTypes: ["violations"], rules: {"target-size": {enabled: true}, "label-content-name-mismatch": {enabled: true}}}).then(r => r.violations.flatMap(v => v.nodes.slice(0, 3).map(n =>
	v.id + " (" + v.impact + "): " + n.target.join(" ") + ": " + n.html.slice(0, 160) + " — " + (n.failureSummary || "").replace(/\s+/g, " ").slice(0, 220))))`

// openAll opens what can be opened: folds and the settings of reading.
const openAll = `(() => { document.querySelectorAll("details").forEach(d => d.open = true); const p = document.querySelector("[data-reading-open]"); if (p && p.getAttribute("aria-expanded") === "false") p.click(); return true; })()`

// accessible runs axe over the page in every state in which visitors meet it; without -every in the two that differ most, so that CI has its answer
// in time.
func accessible(b *tab, axe string) {
	b.Helper()
	found := -1 // it may break off
	defer func() { note("axe", found == 0) }()
	b.do(width(1280))
	if _, err := chromedp.Run(b.ctx, chromedp.Evaluate[any](axe+";0")); err != nil {
		b.Fatal(err)
	}
	looked := 0
	look := func(state string) {
		b.Helper()
		for _, violation := range eval[[]string](b, axeRun) {
			b.Errorf("axe, %s: %s", state, violation)
			looked++
		}
	}
	look("light")
	b.do(stillness("dark"))
	if *every {
		look("dark")
	}
	b.do(width(320))
	if *every {
		look("dark, 320 px")
	}
	eval[bool](b, openAll)
	look("dark, 320 px, all open")
	if *every {
		b.do(stillness("light"))
		look("light, 320 px, all open")
	}
	found = looked
}

// purposes are one page of each purpose.
var purposes = []string{
	"", "en/", "projects/", "projects/ahenty-zmin/", "centres/", "manuals/", "manuals/pryklad-usikh-blokiv/", "search/", "calendar/", "places/",
	"documents/", "galleries/nash-prostir/", "pages/dostupnist/", "404.html", "forms/", "glossary/", "transparency/",
}

// purposesBuilt are those that this site has, and the largest page of each kind that it has more.
func purposesBuilt(t *testing.T) (list []string) {
	t.Helper()
	for _, page := range purposes {
		name := page
		if name == "" || strings.HasSuffix(name, "/") {
			name += "index.html"
		}
		if _, err := os.Stat(public + "/" + name); err == nil {
			list = append(list, page)
		}
	}
	if len(list) < 12 {
		t.Fatalf("only %d of the pages looked at are there: %q", len(list), list)
	}
	return list
}

// TestTextSpacing gives the text the distances of WCAG 1.4.12 and looks for text that is cut off or lies outside the page.
func TestTextSpacing(t *testing.T) {
	record(t, "spacing")
	for _, page := range purposesBuilt(t) {
		for _, pixels := range []int64{320, 1280} {
			b := open(t, address+page, width(pixels))
			eval[bool](b, `(() => { const s = new CSSStyleSheet(); s.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }"); document.adoptedStyleSheets = [s]; return true; })()`)
			for _, lost := range eval[[]string](b, cutOff) {
				t.Errorf("/%s, %d px, wide spacing: cut off: %s", page, pixels, lost)
			}
			for _, element := range eval[[]string](b, overflow) {
				t.Errorf("/%s, %d px, wide spacing: wider than the page: %s", page, pixels, element)
			}
		}
	}
}

// cutOff names elements whose text is larger than the box that hides what hangs out of it.
const cutOff = `[...document.querySelectorAll("body *")].filter(e => {
	const s = getComputedStyle(e);
	if (e.closest(".hidden, svg, .skip") || !e.textContent.trim() || !["hidden", "clip"].includes(s.overflowX) && !["hidden", "clip"].includes(s.overflowY)) return false;
	return e.clientWidth > 1 && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1);
}).map(e => e.outerHTML.slice(0, 150)).slice(0, 3)`

// TestReadingSettings: the panel is reached and used by keyboard, what is chosen is said, holds on the next page before it is drawn, and goes.
func TestReadingSettings(t *testing.T) {
	record(t, "settings")
	for way, url := range places("projects/ahenty-zmin/") {
		b := open(t, url)
		const panel, button = `document.querySelector("[data-reading]")`, `document.querySelector("[data-reading-open]")`
		b.do(chromedp.Focus(chromedp.CSS("[data-reading-open]")), chromedp.KeyEvent(kb.Enter))
		b.wait("the panel", `!`+panel+`.hidden && `+button+`.getAttribute("aria-expanded") === "true"`)
		b.do(chromedp.KeyEvent(kb.Tab))
		if !eval[bool](b, `document.activeElement.name === "text"`) {
			t.Errorf("%s: after the button comes %s", way, eval[string](b, `document.activeElement.outerHTML`))
		}
		b.do(chromedp.KeyEvent(kb.ArrowRight), chromedp.KeyEvent(kb.ArrowRight), chromedp.KeyEvent(kb.ArrowRight))
		b.wait("large text", `parseFloat(getComputedStyle(document.documentElement).fontSize) === 26`)
		b.wait("words about it", panel+`.querySelector("[role=status]").textContent === `+panel+`.dataset.sayKept`)
		b.do(chromedp.Click(chromedp.CSS(`[name=contrast][value=more]`)), chromedp.Click(chromedp.CSS(`[name=calm]`)))
		b.do(chromedp.KeyEvent(kb.Escape))
		b.wait("closed, with the focus on the button", panel+`.hidden && document.activeElement === `+button)
		b.do(chromedp.Reload())
		b.wait("the same after a reload", `document.documentElement.dataset.text === "largest" && document.documentElement.dataset.contrast === "more" && `+panel+`.querySelector("[name=calm]").checked`)
		if ink := eval[string](b, `getComputedStyle(document.body).color`); ink != "rgb(0, 0, 0)" {
			t.Errorf("%s: high contrast, and the text is %s", way, ink)
		}
		if shift := eval[float64](b, layoutShift); shift > still {
			t.Errorf("%s: the page jumps by %v while the settings come", way, shift)
		}
		b.do(call(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"}))
		if size := eval[string](b, `getComputedStyle(document.documentElement).fontSize`); size != "16px" || eval[bool](b, seen("[data-reading-open]")) {
			t.Errorf("%s: on paper the settings hold: %s", way, size)
		}
		b.do(call(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: ""}), chromedp.Click(chromedp.CSS("[data-reading-open]")), chromedp.Click(chromedp.CSS("[data-reading-reset]")))
		b.wait("the usual look", `!document.documentElement.dataset.text && !document.documentElement.dataset.calm && localStorage.getItem("vitryna.reading") === null`)
		b.clean()
	}
}

// layoutShift is the sum of the shifts of the page that nobody caused (CLS).
const layoutShift = `new Promise(done => { let sum = 0; new PerformanceObserver(l => { for (const e of l.getEntries()) if (!e.hadRecentInput) sum += e.value; }).observe({type: "layout-shift", buffered: true}); setTimeout(() => done(sum), 400); })`

// TestReadingSettingsRefused: where the browser keeps nothing, a choice holds on the page, and the page says so.
func TestReadingSettingsRefused(t *testing.T) {
	b := open(t, address+"projects/")
	eval[bool](b, `(() => { Object.defineProperty(window, "localStorage", {get() { throw new DOMException("no", "SecurityError"); }}); return true; })()`)
	b.do(chromedp.Click(chromedp.CSS("[data-reading-open]")), chromedp.Click(chromedp.CSS(`[name=space][value=wide]`)))
	b.wait("wide, and a word about it", `document.documentElement.dataset.space === "wide" && document.querySelector("[data-reading] [role=status]").textContent === document.querySelector("[data-reading]").dataset.sayLost`)
	b.clean()
}

// TestLargestText: the largest letters alone, without calmer reading that hides drawn covers, fit a phone too.
func TestLargestText(t *testing.T) {
	b := open(t, address)
	eval[bool](b, `(localStorage.setItem("vitryna.reading", '{"text":"largest"}'), true)`)
	defer eval[bool](b, `(localStorage.clear(), true)`)
	for _, page := range append(purposesBuilt(t), "showcases/", "en/showcases/", "manuals/", "staff/", "auction/", "manuals/posibnyk-avtora-vitryny/glossary/") {
		for _, pixels := range []int64{320, 360, 1280} {
			b.do(width(pixels), chromedp.Navigate(address+page))
			for _, element := range eval[[]string](b, overflow) {
				t.Errorf("/%s, %d px: wider than the page: %s", page, pixels, element)
			}
		}
	}
}

// TestReadingSettingsFit: with the largest text, the widest distances and high contrast nothing hangs out of a phone, and axe finds nothing.
func TestReadingSettingsFit(t *testing.T) {
	record(t, "settings")
	axe := read(t, "node_modules/axe-core/axe.min.js")
	b := open(t, address)
	eval[bool](b, `(localStorage.setItem("vitryna.reading", JSON.stringify({text: "largest", contrast: "more", space: "wide", motion: "none", calm: "yes"})), true)`)
	defer eval[bool](b, `(localStorage.clear(), true)`)
	for _, page := range append(purposesBuilt(t), "metrics/", "teachers/", "catalogue/", "maps/pryklad-karty-stem-u-vyhadanykh-hromadakh/", "manuals/pryklad-usikh-blokiv/tekst/") {
		for _, pixels := range []int64{360, 768, 1280} {
			b.do(width(pixels), chromedp.Navigate(address+page))
			for _, element := range eval[[]string](b, overflow) {
				t.Errorf("/%s, %d px, largest text: wider than the page: %s", page, pixels, element)
			}
			for _, word := range eval[[]string](b, torn(".brand-name, .menu, .foot-nav, .turn, .read-owner")) {
				t.Errorf("/%s, %d px, largest text: torn within a word: %s", page, pixels, word)
			}
		}
		for _, scheme := range []string{"light", "dark"} {
			b.do(stillness(scheme))
			if _, err := chromedp.Run(b.ctx, chromedp.Evaluate[any](axe+";0")); err != nil {
				t.Fatal(err)
			}
			for _, violation := range eval[[]string](b, axeRun) {
				t.Errorf("/%s, high contrast, %s: %s", page, scheme, violation)
			}
		}
	}
}

// torn names words that go on in another line without a hyphen, in the elements that a selector finds.
func torn(selector string) string {
	return `(() => {
	const found = [];
	for (const part of document.querySelectorAll(` + js(selector) + `)) {
		const walk = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
		for (let n; n = walk.nextNode();) for (const word of n.data.matchAll(/[\p{L}’]+/gu)) {
			const range = new Range();
			range.setStart(n, word.index);
			range.setEnd(n, word.index + word[0].length);
			if (new Set([...range.getClientRects()].filter(r => r.width > 1).map(r => Math.round(r.top))).size > 1) found.push(word[0]);
		}
	}
	return found;
})()`
}

// TestCalmReading: in the one column of calmer reading, and of the largest text, the contents of a manual stand above the text and never over it.
func TestCalmReading(t *testing.T) {
	record(t, "settings")
	page := heaviestChapter(t) + "/"
	b := open(t, address+page)
	defer eval[bool](b, `(localStorage.clear(), true)`)
	for _, chosen := range []string{`{"calm": "yes"}`, `{"text": "largest"}`} {
		eval[bool](b, `(localStorage.setItem("vitryna.reading", `+js(chosen)+`), true)`)
		b.do(width(1024), chromedp.Navigate(address+page))
		eval[bool](b, `(scrollTo(0, 1500), true)`)
		if !eval[bool](b, `document.querySelector(".read-book").getBoundingClientRect().bottom <= document.querySelector(".read-text").getBoundingClientRect().top`) {
			t.Errorf("/%s, %s: the contents lie over the text", page, chosen)
		}
		b.do(chromedp.Click(chromedp.CSS(".read-book .fold summary")))
		b.wait("the contents", `document.querySelector(".read-book .fold-body a").offsetParent !== null`)
	}
	b.clean()
}

// TestLongNames: on the narrowest screen a name is not torn beside a portrait, and the long number of a document stays on the page.
func TestLongNames(t *testing.T) {
	site := t.TempDir()
	write(t, site+"/content/site.yaml", "name: Проба\nowner: Проба\nrights: cc-by-4.0\ncontacts: {email: proba@example.org}\n")
	write(t, site+"/content/staff/osoba/index.md", "---\nПІБ: {Прізвище: Прокопенко-Задунайська, Ім’я: Олександра-Вікторія, По батькові: Володимирівна}\nПосада: методистка\nЗгода: {Дата згоди: 2026-01-15, Номер згоди: \"1\", На що дано згоду: [ім’я, посада]}\n---\n")
	write(t, site+"/content/documents/nakaz/index.md", "---\nНазва: Наказ\nВид документа: наказ\nОрган, що видав: відділ освіти\nНомер: 02-14/1256-ОД/ДОДАТОК-ПЕРШИЙ-І-ДРУГИЙ\nДата документа: 2026-01-15\nПро що: Про план роботи\n---\nТекст.\n")
	out := filepath.Join(site, "public")
	if text, err := command(vitryna, "build", site, "--now", today, "--out", out).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	for _, page := range []string{"staff/osoba/", "documents/nakaz/"} {
		b := open(t, "file://"+out+"/"+page+"index.html", width(320))
		for _, word := range eval[[]string](b, torn("h1")) {
			t.Errorf("/%s: torn within a word: %s", page, word)
		}
		for _, element := range eval[[]string](b, overflow) {
			t.Errorf("/%s: wider than the page: %s", page, element)
		}
		b.clean()
	}
}

// TestForcedColours: with the colours of the system what can be pressed has an edge or an underline, and the focus is seen.
func TestForcedColours(t *testing.T) {
	record(t, "colours")
	for _, page := range purposesBuilt(t) {
		b := open(t, address+page)
		b.do(call(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "forced-colors", Value: "active"}, {Name: "prefers-reduced-motion", Value: "reduce"}}}))
		if !eval[bool](b, `matchMedia("(forced-colors: active)").matches`) {
			t.Fatal("this browser does not force colours: nothing can be said of them")
		}
		for _, bare := range eval[[]string](b, `[...document.querySelectorAll("main button, header button, .button, input:not([type=radio], [type=checkbox], [type=hidden]), select")].filter(e => e.offsetParent && !e.closest("svg")).filter(e => {
			const s = getComputedStyle(e); return parseFloat(s.borderTopWidth) + parseFloat(s.borderBottomWidth) + parseFloat(s.borderLeftWidth) === 0 && s.textDecorationLine === "none" && s.outlineStyle === "none";
		}).map(e => e.outerHTML.slice(0, 120))`) {
			t.Errorf("/%s: no edge with forced colours: %s", page, bare)
		}
		for stops := 0; stops < 12; stops++ {
			b.do(chromedp.KeyEvent(kb.Tab))
			if f := eval[focus](b, focused); f.Name != "" && (!f.Visible || !f.Marked) {
				t.Errorf("/%s: focus without a sign with forced colours: %+v", page, f)
			}
		}
	}
}

// TestReducedMotion: nothing moves for who asked for stillness, by the device or by the settings.
func TestReducedMotion(t *testing.T) {
	record(t, "motion")
	const moving = `[...document.querySelectorAll("body *")].filter(e => { const s = getComputedStyle(e); return parseFloat(s.animationDuration) > 0 && s.animationName !== "none" || s.transitionDuration.split(",").some(d => parseFloat(d) > 0.01) && s.transitionProperty !== "none"; }).map(e => e.outerHTML.slice(0, 120)).slice(0, 3)`
	for _, page := range purposesBuilt(t) {
		b := open(t, address+page)
		if !eval[bool](b, `matchMedia("(prefers-reduced-motion: reduce)").matches`) {
			t.Fatal("this browser is not asked for stillness: nothing can be said of it")
		}
		for _, element := range eval[[]string](b, moving) {
			t.Errorf("/%s, prefers-reduced-motion: %s", page, element)
		}
		b.do(call(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-reduced-motion", Value: "no-preference"}}}))
		eval[bool](b, `(document.documentElement.dataset.motion = "none", true)`)
		for _, element := range eval[[]string](b, moving) {
			t.Errorf("/%s, «без руху»: %s", page, element)
		}
	}
}

// TestTree: what a screen reader is told of the parts that every page shares, and that what changes by itself is announced.
func TestTree(t *testing.T) {
	record(t, "tree")
	for page, words := range map[string]struct{ menu, search, settings string }{
		"projects/":    {"Головне меню", "Пошук на сайті", "Налаштування читання"},
		"en/projects/": {"Main menu", "Search the site", "Reading settings"},
	} {
		b := open(t, address+page)
		for what, expression := range map[string]string{
			"one banner, main and contentinfo":       `document.querySelectorAll("body > header").length === 1 && document.querySelectorAll("main").length === 1 && document.querySelectorAll("body > footer").length === 1`,
			"a named menu":                           `document.querySelector(".menu").getAttribute("aria-label") === ` + js(words.menu),
			"a named search":                         `document.querySelector("form[role=search] input").labels[0].textContent.trim() !== "" && document.querySelector("form[role=search] button").getAttribute("aria-label") !== ""`,
			"a named button of the settings":         `document.querySelector("[data-reading-open]").textContent.trim() === ` + js(words.settings),
			"groups with names":                      `[...document.querySelectorAll("[data-reading] fieldset")].every(f => f.querySelector("legend").textContent.trim())`,
			"a live region":                          `document.querySelector("[data-reading] [role=status]") !== null`,
			"every navigation has a name of its own": `(() => { const names = [...document.querySelectorAll("nav")].map(n => n.getAttribute("aria-label") || document.getElementById(n.getAttribute("aria-labelledby") || "")?.textContent.trim()); return names.every(Boolean) && new Set(names).size === names.length; })()`,
			"the other language is marked":           `(() => { const a = document.querySelector(".switch a"); return a.lang !== document.documentElement.lang && a.hreflang === a.lang; })()`,
		} {
			if !eval[bool](b, expression) {
				t.Errorf("/%s: not so: %s", page, what)
			}
		}
	}
	for page, region := range map[string]string{"search/": "[data-status]", "galleries/nash-prostir/": ".lightbox-number"} {
		b := open(t, address+page)
		b.wait("the script", `document.querySelector(`+js(region)+`)`)
		if !eval[bool](b, `(() => { const e = document.querySelector(`+js(region)+`); return ["status", "alert", "log"].includes(e.getAttribute("role")) || e.hasAttribute("aria-live"); })()`) {
			t.Errorf("/%s: %s changes in silence", page, region)
		}
	}
}

// TestLanguageOfParts: running text of four or more Latin words on a Ukrainian page says that it is not Ukrainian, and the other way round.
func TestLanguageOfParts(t *testing.T) {
	record(t, "language")
	const foreign = `(() => {
		const page = document.documentElement.lang, alien = page === "uk" ? /(?:\b[A-Za-z’'-]{2,}[,.:;]? ){4,}[A-Za-z]{2,}/ : /(?:[А-ЯҐЄІЇа-яґєії’]{2,},? ){3,}[А-ЯҐЄІЇа-яґєії’]{2,}/, found = [];
		const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		for (let n; n = walk.nextNode();) {
			const e = n.parentElement;
			if (e.closest("code, pre, script, style, svg") || !alien.test(n.data) || e.closest("[lang]").lang !== page) continue;
			found.push(e.localName + "." + e.className + ": " + n.data.trim().slice(0, 90));
		}
		return found.slice(0, 5);
	})()`
	for _, page := range pages(t) {
		if strings.HasSuffix(page, ".html") && page != "404.html" {
			continue
		}
		t.Run("/"+page, func(t *testing.T) {
			t.Parallel()
			b := open(t, address+page)
			for _, text := range eval[[]string](b, foreign) {
				t.Errorf("without its language: %s", text)
			}
			b.close()
		})
	}
}
