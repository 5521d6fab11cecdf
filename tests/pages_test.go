package tests

import (
	"fmt"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

var (
	bodyClass = regexp.MustCompile(`<body[^>]* class="([^"]*)"`)
	language  = regexp.MustCompile(`<html lang="([a-z]+)"`)
)

// pages are the addresses of the built site, relative to its root, that the tests look at: the largest page of each type, kind and
// language; with -every all.
func pages(t *testing.T) []string {
	largest := map[string]string{}
	size := map[string]int{}
	err := fs.WalkDir(os.DirFS(public), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(name, ".html") {
			return err
		}
		page := read(t, public+"/"+name)
		class, lang := bodyClass.FindStringSubmatch(page), language.FindStringSubmatch(page)
		if lang == nil {
			t.Fatalf("%s: no language", name)
		}
		key := lang[1]
		if class != nil {
			key += " " + class[1]
		}
		if *every || strings.Contains(page, `http-equiv="refresh"`) {
			key = name
		}
		if len(page) > size[key] {
			largest[key], size[key] = strings.TrimSuffix(name, "index.html"), len(page)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, name := range largest {
		list = append(list, name)
	}
	slices.Sort(list)
	if len(list) < 20 {
		t.Fatalf("only %d kinds of pages: %q", len(list), list)
	}
	t.Logf("%d pages", len(list))
	records.pages = len(list)
	return list
}

// TestPages looks at a page of each kind as a visitor's browser shows it: light and dark, wide and narrow. Each has a tab of its own, and as many are looked
// at at once as there are processors.
func TestPages(t *testing.T) {
	axe := read(t, "node_modules/axe-core/axe.min.js")
	list, seen, begin := pages(t), lookedAt(t), time.Now()
	var done atomic.Int64
	for _, page := range list {
		if seen.before(t, page) {
			note("zoom", true)
			note("axe", true)
			done.Add(1)
			continue
		}
		t.Run("/"+page, func(t *testing.T) {
			t.Parallel()
			t.Cleanup(func() {
				if !t.Failed() {
					seen.add(t, page)
				}
				if n := done.Add(1); n%25 == 0 {
					fmt.Fprintf(os.Stderr, "tests: %d of %d pages, %v\n", n, len(list), time.Since(begin).Round(time.Second))
				}
			})
			looksWell(open(t, address+page), axe)
		})
	}
}

// looksWell looks at one page in its tab, and closes that.
func looksWell(b *tab, axe string) {
	b.Helper()
	b.clean()
	if eval[string](b, `getComputedStyle(document.body).fontFamily`) == "serif" || eval[int](b, `document.styleSheets.length`) == 0 {
		b.Error("the page has no styles")
	}
	if main := eval[int](b, `document.querySelector("main").innerText.trim().length`); main == 0 {
		b.Error("the page has no text")
	}
	b.Run("fits", func(t *testing.T) {
		record(t, "zoom")
		for _, pixels := range []int64{320, 360, 768, 1440} {
			b.do(width(pixels))
			for _, element := range eval[[]string](b, overflow) {
				t.Errorf("%d px: wider than the page: %s", pixels, element)
			}
		}
	})
	accessible(b, axe)
	b.clean()
	b.close()
}

// overflow names elements that make the page scroll sideways.
const overflow = `(() => {
	const page = document.documentElement, wide = [];
	if (page.scrollWidth <= page.clientWidth) return wide;
	for (const e of document.querySelectorAll("body *")) {
		if (e.getBoundingClientRect().right > page.clientWidth + 1) wide.push(e.outerHTML.slice(0, 150));
	}
	return wide.slice(-3).concat("scrollWidth " + page.scrollWidth);
})()`

// TestWrongAddress asks for a page that is not there, deep down: the answer has styles and ways on.
func TestWrongAddress(t *testing.T) {
	b := open(t, address+"projects/nemaie/takoi/storinky/")
	b.mu.Lock()
	b.faults = slices.DeleteFunc(b.faults, func(f string) bool { return strings.Contains(f, "404") && strings.Contains(f, "takoi") })
	b.mu.Unlock()
	b.clean()
	if eval[string](b, `getComputedStyle(document.querySelector(".head")).backgroundColor + getComputedStyle(document.body).fontFamily`) == "" {
		t.Error("no styles")
	}
	b.do(chromedp.Click(chromedp.CSS("a.brand")))
	b.wait("the home page", `location.pathname === "/som-hub/"`)
	b.clean()
}

// TestLanguageSwitch goes from a page to its translation and back; a page without one leads to the English home page.
func TestLanguageSwitch(t *testing.T) {
	b := open(t, address+"projects/ahenty-zmin/")
	b.do(chromedp.Click(chromedp.CSS(".switch a")))
	b.wait("the English page", `document.readyState === "complete" && document.documentElement.lang === "en" && location.pathname === "/som-hub/en/projects/ahenty-zmin/"`)
	b.do(chromedp.Click(chromedp.CSS(".switch a")))
	b.wait("the Ukrainian page", `document.readyState === "complete" && document.documentElement.lang === "uk" && location.pathname === "/som-hub/projects/ahenty-zmin/"`)
	b.do(chromedp.Navigate(address + "pages/formy-roboty/"))
	b.do(chromedp.Click(chromedp.CSS(".switch a")))
	b.wait("an English page", `document.documentElement.lang === "en"`)
	b.clean()
}

var description = regexp.MustCompile(`<meta name="description" content="[^"<]{10,}"`)

// TestHeads: every page of the site tells in its head what it is about, in words without marks.
func TestHeads(t *testing.T) {
	pages := 0
	err := fs.WalkDir(os.DirFS(public), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(name, "index.html") {
			return err
		}
		page := read(t, public+"/"+name)
		if strings.Contains(page, `http-equiv="refresh"`) {
			return nil
		}
		if pages++; !description.MatchString(page) {
			t.Errorf("%s: no description", name)
		}
		return nil
	})
	if err != nil || pages < 100 {
		t.Errorf("%d pages: %v", pages, err)
	}
}
