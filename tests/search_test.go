package tests

import (
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// searchAt are the ways to the search page of the built site: served, and from a folder.
func searchAt() map[string]string {
	return map[string]string{"web": address + "search/", "disk": "file://" + public + "/search/index.html"}
}

// answered is true when a query has been answered.
const answered = `(() => { const s = document.querySelector("[data-status]").textContent; return s !== "" && s !== document.querySelector("[data-find]").dataset.sayLoading; })()`

// resultsAre the addresses of the results without what stands before the section.
const resultsAre = `[...document.querySelectorAll("#results a")].map(a => new URL(a.href).pathname.replace(/index\.html$/, "").split("/").slice(-3, -1).join("/"))`

// resultsOf opens the search page with a query and returns what is found.
func resultsOf(t *testing.T, page, query string) (*tab, []string) {
	t.Helper()
	b := open(t, page+"?q="+url.QueryEscape(query))
	b.wait("an answer to "+query+" on "+page, answered)
	b.wait("results or none", `document.querySelector("[data-found]").hidden || document.querySelector("#results a")`)
	return b, eval[[]string](b, resultsAre)
}

// TestSearchAnswers asks by the address, over the network and from a disk: whole words in any form, and what people mean when they type
// something else.
func TestSearchAnswers(t *testing.T) {
	for way, page := range searchAt() {
		for query, want := range map[string]string{
			"аукціону ідеї": "glossary/auktsion-pedahohichnykh-idei",
			"вебвітрини":    "glossary/veb-vitryna",
			"сом-хабу":      "centres/som-hub",
			"агентами змін": "projects/ahenty-zmin",
			`"Агенти змін"`: "projects/ahenty-zmin",
			"щосьнеіснуюче": "",
			"futynb pvsyb":  "projects/ahenty-zmin", // агенти зміни, in the other layout
			"pedahohichnyi": "glossary/auktsion-pedahohichnykh-idei",
			"кав'ярню":      "glossary/pedahohichna-kaviarnia",
			`кав"ярню`:      "glossary/pedahohichna-kaviarnia",
			"кав*ярню":      "glossary/pedahohichna-kaviarnia",
			"учителем":      "projects/profesiina-adaptatsiia-molodoho-vchytelia",
			"неіснуючещось": "",
			"майстеркласу":  "glossary/maister-klas",
			"aгентами змiн": "projects/ahenty-zmin", // with Latin a and i, which look the same
		} {
			b, results := resultsOf(t, page, query)
			if want == "" && len(results) > 0 || want != "" && !slices.Contains(results, want) {
				t.Errorf("%s: %q finds %q, want %q among them", way, query, results, want)
			}
			if hidden := eval[bool](b, `document.querySelector("[data-all]").hidden`); hidden != (len(results) > 0) {
				t.Errorf("%s: %q: the index below is hidden: %v", way, query, hidden)
			}
			b.clean()
		}
	}
}

// TestSearchPartly asks for words that stand on no one page: pages with some of them are shown, those with most first, and the page says
// so. Words in quotation marks, and a choice, are meant as they stand.
func TestSearchPartly(t *testing.T) {
	for way, page := range searchAt() {
		b, results := resultsOf(t, page, "агентами змін щосьнеіснуюче")
		if !slices.Contains(results[:min(3, len(results))], "projects/ahenty-zmin") {
			t.Errorf("%s: %q, want the page with two of the three words first", way, results)
		}
		if status := eval[string](b, `document.querySelector("[data-status]").textContent`); !strings.HasPrefix(status, "Усіх слів «агентами змін щосьнеіснуюче» немає на жодній сторінці. Показано знайдене за частиною з них: ") {
			t.Errorf("%s: %q", way, status)
		}
		b.clean()
		for _, query := range []string{"«агентами змін щосьнеіснуюче»", "щосьнеіснуюче іщосьтаке"} {
			b, results := resultsOf(t, page, query)
			if status := eval[string](b, `document.querySelector("[data-status]").textContent`); len(results) > 0 || !strings.Contains(status, "нічого не знайдено") {
				t.Errorf("%s: %s: %q, %q", way, query, results, status)
			}
			b.clean()
		}
	}
}

// TestSearchOffers asks with a slip: a word that there is is offered, and a click on it finds.
func TestSearchOffers(t *testing.T) {
	for way, page := range searchAt() {
		b, results := resultsOf(t, page, "педегог")
		if len(results) > 0 {
			t.Errorf("%s: %q", way, results)
		}
		b.wait("an offer", `document.querySelector("[data-maybe] a")`)
		if offer := eval[string](b, `document.querySelector("[data-maybe]").textContent`); !strings.HasPrefix(offer, "Можливо: педагог") {
			t.Errorf("%s: %q", way, offer)
		}
		b.do(chromedp.Click(chromedp.CSS("[data-maybe] a")))
		b.wait("results", `document.querySelector("#results a")`)
		if status := eval[string](b, `document.querySelector("[data-status]").textContent`); !strings.Contains(status, "сторін") {
			t.Errorf("%s: %q", way, status)
		}
		b.clean()
	}
}

// TestSearchTyping types: suggestions stand outside the results, the arrows lead through them, Enter asks.
func TestSearchTyping(t *testing.T) {
	for way, page := range searchAt() {
		b := open(t, page)
		b.wait("the field has the focus", `document.activeElement.id === "_q"`)
		b.do(chromedp.KeyEvent("віталь"))
		b.wait("suggestions", `document.querySelectorAll("[data-suggested] a").length > 0`)
		if n := eval[int](b, `document.querySelectorAll("#results a").length`); n > 0 {
			t.Errorf("%s: %d results while typing", way, n)
		}
		b.do(chromedp.KeyEvent(kb.ArrowDown))
		if !eval[bool](b, `document.activeElement.closest("[data-suggested]") !== null`) {
			t.Errorf("%s: the arrow does not lead to the suggestions", way)
		}
		b.do(chromedp.KeyEvent(kb.Escape))
		b.wait("no suggestions, the focus in the field", `document.querySelector("[data-suggested]").hidden && document.activeElement.id === "_q"`)
		b.do(chromedp.KeyEvent("ня"), chromedp.KeyEvent(kb.Enter))
		b.wait("results", `document.querySelector("#results a")`)
		if !eval[bool](b, `decodeURIComponent(location.search) === "?q=вітальня" && document.querySelector("[data-suggested]").hidden`) {
			t.Errorf("%s: %s", way, eval[string](b, `decodeURIComponent(location.href)`))
		}
		b.wait("a marked excerpt", `document.querySelector("#results .search-excerpt mark, #results a mark")`)
		if !eval[bool](b, `new Promise(done => setTimeout(() => done(document.querySelector("[data-suggested]").hidden), 200))`) {
			t.Errorf("%s: suggestions lie over the answer", way) // they come 120 ms after a letter
		}
		b.clean()
	}
}

// TestSearchChoices narrows hits down; the choice stands in the address.
func TestSearchChoices(t *testing.T) {
	b, all := resultsOf(t, address+"search/", "педагог")
	eval[bool](b, `(() => { const s = document.querySelector("select[name=kind]"); s.value = "Словник"; s.dispatchEvent(new Event("change")); return true; })()`)
	b.wait("fewer", fmt.Sprintf(`document.querySelectorAll("#results a").length > 0 && %s.every(p => p.startsWith("glossary/"))`, resultsAre))
	if query := eval[string](b, `decodeURIComponent(location.search)`); query != "?q=педагог&kind=Словник" {
		t.Errorf("the address ends in %q", query)
	}
	again, some := resultsOf(t, address+"search/", "педагог")
	if !slices.Equal(all, some) {
		t.Errorf("%q, and then %q", all, some)
	}
	again.clean()
	b.clean()
}

// TestSearchField leads from any page to the search: the key /, the field, Enter.
func TestSearchField(t *testing.T) {
	b := open(t, address+"projects/ahenty-zmin/")
	b.do(chromedp.KeyEvent("/"))
	b.wait("the field", `document.activeElement.id === "_find"`)
	eval[string](b, `document.activeElement.value = ""`) // the browser driven from outside writes the sign all the same
	b.do(chromedp.KeyEvent("студій"), chromedp.KeyEvent(kb.Enter))
	b.wait("the search page", `location.pathname.endsWith("/search/") && document.querySelector("#results a")`)
	b.clean()
	phone := open(t, address, width(360))
	phone.do(chromedp.Click(chromedp.CSS(".find-button")))
	phone.wait("the search page", `location.pathname.endsWith("/search/") && document.activeElement.id === "_q"`)
	phone.clean()
}

// TestSearchWithoutScript shows everything by its first letter.
func TestSearchWithoutScript(t *testing.T) {
	b := open(t, address+"search/", withoutScript())
	if n := eval[int](b, `document.querySelectorAll("[data-all] .index-list a").length`); n < 50 {
		t.Errorf("%d links", n)
	}
	if hidden := eval[[]string](b, `[...document.querySelectorAll("[data-all]")].filter(e => e.hidden).map(e => e.className)`); len(hidden) > 0 {
		t.Errorf("hidden: %q", hidden)
	}
}

// TestSearchOtherLanguage offers below what the other language has.
func TestSearchOtherLanguage(t *testing.T) {
	b, results := resultsOf(t, address+"en/search/", "вітальня")
	b.wait("the other language", `document.querySelector("[data-other-results] a")`)
	if len(results) > 0 || !eval[bool](b, `[...document.querySelectorAll("[data-other-results] a")].every(a => a.closest("[lang]").lang === "uk")`) {
		t.Errorf("%q", results)
	}
	b.clean()

	// An English page names a person in Latin letters; her own page is found by them.
	b, _ = resultsOf(t, address+"en/search/", "Pryklad Imia")
	b.wait("the page of a teacher", `document.querySelector("[data-other-results] a[href*='/teachers/pryklad-imia/']")`)
	b.clean()
}

// TestSearchPages builds a site of the test pages of domain 5.7 and asks its queries: each finds exactly its pages.
func TestSearchPages(t *testing.T) {
	site := t.TempDir()
	titles, queries := acceptance(t)
	write(t, site+"/content/site.yaml", "name: Проба\nowner: Проба\nrights: cc-by-4.0\ncontacts: {email: proba@example.org}\n")
	for i, title := range titles {
		write(t, fmt.Sprintf("%s/content/news/d%02d/index.md", site, i+1), fmt.Sprintf("---\ntitle: '%s'\nsummary: '%s.'\ndate: 2021-01-%02d\n---\n", title, title, i+1))
	}
	out := filepath.Join(site, "public")
	if text, err := command(vitryna, "build", site, "--now", today, "--out", out).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	b := open(t, "file://"+out+"/search/index.html")
	for query, want := range queries {
		eval[bool](b, `(() => { const q = document.querySelector("#_q"); q.value = `+js(query)+`; q.form.requestSubmit(); return true; })()`)
		b.wait("an answer to "+query, `document.querySelector("[data-status]").textContent.includes("«`+query+`»")`)
		b.wait("results", `document.querySelector("[data-found]").hidden || document.querySelector("#results a")`)
		got := eval[[]string](b, resultsAre)
		slices.Sort(got)
		if text := strings.ReplaceAll(strings.Join(got, " "), "news/", ""); text != want {
			t.Errorf("%q finds %q, want %q", query, text, want)
		}
	}
	b.clean()
}

// acceptance reads the test pages and queries where the Go test has them.
func acceptance(t *testing.T) (titles []string, queries map[string]string) {
	source := read(t, "../generator/ukrainian/key_test.go")
	_, list, _ := strings.Cut(source, "var searchPages = []string{")
	list, rest, _ := strings.Cut(list, "\n}\n")
	for i, part := range strings.Split(list, `"`) {
		if i%2 == 1 {
			titles = append(titles, part)
		}
	}
	_, rest, _ = strings.Cut(rest, "hits   string\n}{")
	rest, _, _ = strings.Cut(rest, "\n}\n")
	queries = map[string]string{}
	parts := strings.Split(rest, `"`)
	for i := 1; i+2 < len(parts); i += 4 {
		queries[parts[i]] = parts[i+2]
	}
	if len(titles) != 24 || len(queries) != 30 {
		t.Fatalf("%d pages, %d queries", len(titles), len(queries))
	}
	return titles, queries
}

// TestSearchPreview searches in the preview right after a page was saved.
func TestSearchPreview(t *testing.T) {
	site, url := serving(t)
	if _, found := resultsOf(t, url+"search/", "синхрофазотрон"); len(found) > 0 {
		t.Fatalf("%q", found)
	}
	write(t, site+"/content/news/novyna/index.md", "---\ntitle: Новина\nsummary: Про синхрофазотрони.\ndate: 2026-10-01\n---\n")
	for end := time.Now().Add(15 * time.Second); ; time.Sleep(200 * time.Millisecond) {
		if _, found := resultsOf(t, url+"search/", "синхрофазотрон"); slices.Equal(found, []string{"news/novyna"}) {
			break
		} else if time.Now().After(end) {
			t.Fatalf("after 15 s: %q", found)
		}
	}
	if _, err := os.Stat(site + "/public"); err == nil {
		t.Error("the preview has built the site")
	}
}
