package tests

import (
	"testing"

	"github.com/chromedp/chromedp"
)

// seen tells whether an element is there to be seen and clicked.
func seen(selector string) string {
	return `(() => { const e = document.querySelector(` + js(selector) + `); if (!e) return false; const r = e.getBoundingClientRect(); return r.width > 0 && r.height > 0 && getComputedStyle(e).visibility === "visible"; })()`
}

// TestWithoutScript uses the site as a visitor whose browser runs no script: the menu, the facets, the pages of a list.
func TestWithoutScript(t *testing.T) {
	for _, pixels := range []int64{360, 1280} {
		_, url := serving(t)
		b := open(t, url, withoutScript(), width(pixels))

		if !eval[bool](b, seen(".menu-list a")) {
			b.do(chromedp.Click(chromedp.CSS(".menu summary")))
		}
		b.wait("the menu", seen(".menu-list a"))
		b.do(chromedp.Click(chromedp.CSS(`.menu-list a[href$="projects/"]`)))
		b.wait("the projects", `location.pathname === "/projects/"`)
		all := eval[int](b, `document.querySelectorAll("main article").length`)

		if !eval[bool](b, seen(".facets .fold-body a")) {
			b.do(chromedp.Click(chromedp.CSS(".facets summary")))
		}
		b.wait("the facets", seen(".facets .fold-body a"))
		b.do(chromedp.Click(chromedp.CSS(`.facets a[href*="/by/audience/"]`)))
		b.wait("a narrower list", `location.pathname.startsWith("/projects/by/audience/")`)
		if some := eval[int](b, `document.querySelectorAll("main article").length`); some == 0 || some >= all {
			t.Errorf("%d px: %d projects, %d after narrowing", pixels, all, some)
		}

		b.do(chromedp.Navigate(url + "news/"))
		first := eval[int](b, `document.querySelectorAll("main article").length`)
		b.do(chromedp.Click(chromedp.CSS(`.pager a[rel="next"]`)))
		b.wait("the second page", `location.pathname === "/news/page/2/"`)
		if second := eval[int](b, `document.querySelectorAll("main article").length`); first != 24 || second == 0 {
			t.Errorf("%d px: %d news on the first page, %d on the second", pixels, first, second)
		}
		if hidden := eval[[]string](b, `[...document.querySelectorAll("main [hidden]")].map(e => e.outerHTML.slice(0, 100))`); len(hidden) > 0 {
			t.Errorf("%d px: hidden without script: %q", pixels, hidden)
		}
	}
}
