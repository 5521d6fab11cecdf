package tests

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

const page = "/content/pages/proba/index.md"

// long is a page of many paragraphs with one word in it.
func long(word string) string {
	return "---\ntitle: Проба\nsummary: Сторінка для перевірки.\n---\nСлово: " + word + ".\n\n" +
		strings.Repeat("Абзац, яких багато, щоб сторінка була довга.\n\n", 120)
}

func shows(word string) string {
	return `document.querySelector("main").innerText.includes(` + js("Слово: "+word+".") + `)`
}

// together waits until the scripts of pages have reached the program: a change from now on is told to them.
func together(tabs []*tab) {
	for _, b := range tabs {
		b.wait("the preview's script", `document.querySelector(".vp-badge") !== null`)
	}
	time.Sleep(300 * time.Millisecond) // the socket: nothing in the page tells of it
}

func (b *tab) connected() { together([]*tab{b}) }

// TestPreview writes a site while it is looked at.
func TestPreview(t *testing.T) {
	site, url := serving(t)
	file := site + page
	write(t, file, long("один"))
	b := open(t, url+"pages/proba/")
	b.wait("the page", shows("один"))
	b.connected()
	b.clean()

	t.Run("content", func(t *testing.T) {
		b.T = t
		eval[int](b, `(window.mark = 1, scrollTo(0, 700), 0)`)
		b.wait("the place", `Math.abs(scrollY - 700) < 2`)
		write(t, file, long("два"))
		b.wait("the new text", shows("два"))
		b.wait("the place kept", `Math.abs(scrollY - 700) < 2`)
		if eval[bool](b, `window.mark === 1`) {
			t.Error("the page changed without a reload: this test does not see one")
		}
		b.connected()
	})

	t.Run("style", func(t *testing.T) {
		b.T = t
		eval[int](b, `(window.mark = 2, scrollTo(0, 500), 0)`)
		for n, value := range []string{"перше", "друге"} { // the first makes the folder
			write(t, site+"/assets/styles/tokens.css", read(t, "../assets/styles/tokens.css")+"\n:root { --proba: "+value+"; }\n")
			b.wait("style "+strconv.Itoa(n), `getComputedStyle(document.documentElement).getPropertyValue("--proba").trim() === `+js(value))
		}
		if !eval[bool](b, `window.mark === 2 && Math.abs(scrollY - 500) < 2`) {
			t.Error("a change of style reloaded the page")
		}
		b.wait("one style sheet", `document.querySelectorAll("link[rel=stylesheet][href*=site]").length === 1`)
	})

	t.Run("layout", func(t *testing.T) {
		b.T = t
		write(t, site+"/layouts/partials/footer.html", strings.Replace(read(t, "../layouts/partials/footer.html"), `<footer class="foot">`, `<footer class="foot"><p id="proba">Підвал</p>`, 1))
		b.wait("the new footer", `document.getElementById("proba")`)
		if err := os.RemoveAll(site + "/layouts"); err != nil {
			t.Fatal(err)
		}
		b.wait("the old footer", `!document.getElementById("proba")`)
		b.connected()
	})

	t.Run("broken file", func(t *testing.T) {
		b.T = t
		for name, broken := range map[string]string{
			"header": strings.Replace(long("три"), "summary:", "sumary:", 1),
			"yaml":   strings.Replace(long("три"), "title: Проба", `title: "Проба`, 1),
			"empty":  "",
			"bytes":  "---\ntitle: \xff\xfe\n---\n",
		} {
			write(t, file, broken)
			b.wait(name+": the overlay", `document.querySelector("dialog.vp-layer[open]")`)
			text := eval[string](b, `document.querySelector(".vp-layer").innerText`)
			if !strings.Contains(text, "content/pages/proba/index.md") || !strings.Contains(text, "Що зробити") {
				t.Errorf("%s: the overlay says: %s", name, text)
			}
			if line := "sumary: Сторінка для перевірки."; name == "header" && !strings.Contains(text, line) {
				t.Errorf("the overlay does not show the author's line %q: %s", line, text)
			}
			if !eval[bool](b, `document.querySelector("main").innerText.length > 100`) {
				t.Errorf("%s: the last good page is gone", name)
			}
			write(t, file, long("мовчанка "+name))
			b.wait(name+": the page mended", shows("мовчанка "+name))
			b.wait(name+": no overlay", `!document.querySelector("dialog.vp-layer[open]")`)
			b.connected()
		}
	})

	t.Run("broken layout", func(t *testing.T) {
		b.T = t
		defer os.RemoveAll(site + "/layouts") // unchecked: a temporary folder
		write(t, site+"/layouts/kinds/page/page.html", "{{define \"main\"}}\n<p>{{.Nemaie}}</p>\n{{end}}")
		b.wait("the overlay", `document.querySelector("dialog.vp-layer[open]")?.innerText.includes("layouts/kinds/page/page.html")`)
		if err := os.RemoveAll(site + "/layouts"); err != nil {
			t.Fatal(err)
		}
		b.wait("no overlay", `!document.querySelector("dialog.vp-layer[open]") && document.querySelector("main h1")`)
		b.connected()
	})

	t.Run("save by rename", func(t *testing.T) {
		b.T = t
		for n := range 3 { // a new file over the old one; the old one moved away first; both
			word := "перейменовано " + strconv.Itoa(n)
			aside := filepath.Join(filepath.Dir(file), ".index.md.swp")
			write(t, aside, long(word))
			if n > 0 {
				rename(t, file, file+"~")
			}
			rename(t, aside, file)
			b.wait("the new text", shows(word))
			b.connected()
		}
	})

	t.Run("new folder", func(t *testing.T) {
		b.T = t
		list := open(t, url+"pages/")
		list.connected()
		write(t, site+"/content/pages/nova/index.md", long("нова"))
		list.wait("the new page in the list", `document.querySelector('main a[href*="nova"]')`)
		list.do(chromedp.Navigate(url + "pages/nova/"))
		list.wait("the new page", shows("нова"))
		list.connected()

		// a folder renamed, with what is inside
		rename(t, site+"/content/pages/nova", site+"/content/pages/novisha")
		list.wait("the old address says so", `document.body.classList.contains("type-404")`)
		renamed := open(t, url+"pages/novisha/")
		renamed.wait("the renamed page", shows("нова"))
		renamed.connected()
		write(t, site+"/content/pages/novisha/index.md", long("новіша"))
		renamed.wait("an edit in it", shows("новіша"))

		// and deleted
		if err := os.RemoveAll(site + "/content/pages/novisha"); err != nil {
			t.Fatal(err)
		}
		other := open(t, url+"pages/")
		other.wait("the list without it", `!document.querySelector('main a[href*="nov"]')`)
	})

	t.Run("wrong address", func(t *testing.T) {
		lost := open(t, url+"pages/nemaie/")
		lost.wait("styles", `getComputedStyle(document.body).fontFamily !== "serif" && document.styleSheets.length > 0 && [...document.styleSheets].every(s => s.cssRules.length > 0)`)
		lost.connected()
		write(t, site+"/content/pages/nemaie/index.md", long("є"))
		lost.wait("the page that came", shows("є"))
	})
}

// TestTenTabs shows one site in ten tabs: more than a browser holds connections to one host.
func TestTenTabs(t *testing.T) {
	site, url := serving(t)
	write(t, site+page, long("один"))
	var tabs []*tab
	for range 10 {
		b := open(t, url+"pages/proba/")
		b.wait("the page", shows("один"))
		tabs = append(tabs, b)
	}
	together(tabs)
	for _, word := range []string{"два", "три"} {
		write(t, site+page, long(word))
		for _, b := range tabs {
			b.wait("the new text", shows(word))
		}
		together(tabs)
	}
	for _, b := range tabs {
		b.clean()
	}
}

func rename(t *testing.T, from, to string) {
	t.Helper()
	if err := os.Rename(from, to); err != nil {
		t.Fatal(err)
	}
}

// TestComponents looks at the page of the preview that shows every component in every state: what no page of today's site shows may be on one tomorrow.
func TestComponents(t *testing.T) {
	_, url := serving(t)
	b := open(t, url+"_components/")
	b.wait("the components", `document.querySelectorAll("main section").length > 5`)
	accessible(b, read(t, "node_modules/axe-core/axe.min.js"))
	b.clean()
}
