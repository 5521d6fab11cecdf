package tests

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

const (
	showcase = "showcases/pryklad-vitryny-hraiuchys/"
	shown    = `document.querySelectorAll("[data-keys]:not([hidden])").length`
	total    = `document.querySelector("[data-total]").textContent.replace(/\s/g, " ")`
)

// places are the two ways a site is met: on the web, and from a disk.
func places(page string) map[string]string {
	return map[string]string{"web": address + page, "disk": "file://" + public + "/" + page + "index.html"}
}

// TestShowcaseFacets: facets combine, count what they leave, and their choice is an address that can be sent on.
func TestShowcaseFacets(t *testing.T) {
	for place, url := range places(showcase) {
		b := open(t, url)
		b.wait("the script", `document.querySelector('[data-facet="kind"]').href.includes("showcases")`)
		if n := eval[int](b, shown); n != 12 {
			t.Fatalf("%s: %d exhibits", place, n)
		}
		b.do(chromedp.Click(chromedp.CSS(`[data-facet="level"][data-value="primary"]`)))
		b.wait("the primary schools", shown+` === 4`)
		if text := eval[string](b, total); text != "4 експонати" {
			t.Errorf("%s: %q", place, text)
		}
		b.do(chromedp.Focus(chromedp.CSS(`[data-facet="subjects"][data-value="matematyka"]`)), chromedp.KeyEvent(kb.Enter)) // by keyboard
		b.wait("two facets at once", shown+` === 2`)
		if parts := eval[string](b, `[...document.querySelectorAll(".showcase-part:not([hidden]) h2")].map(h => h.textContent).join()`); parts != "Число,Довкілля" {
			t.Errorf("%s: sections %s", place, parts)
		}
		here := eval[string](b, `location.href`)
		if !strings.HasSuffix(here, "level=primary&subjects=matematyka") {
			t.Errorf("%s: the address is %s", place, here)
		}
		if n := eval[int](b, `Number(document.querySelector('[data-facet="kind"][data-value="lesson"] .facet-count').textContent)`); n != 1 {
			t.Errorf("%s: %d lessons would be left", place, n)
		}
		b.clean()

		again := open(t, here) // someone else opens it
		again.wait("the same choice", shown+` === 2`)
		again.do(chromedp.Click(chromedp.CSS(`[data-reset]`)))
		again.wait("everything", shown+` === 12`)
		if !eval[bool](again, `document.activeElement.matches("[data-facet]")`) {
			t.Errorf("%s: after the reset the focus is lost", place)
		}
		again.clean()
	}
	b := open(t, address+showcase+"?kind=game&level=higher&nema=tak")
	b.wait("what the showcase has not is passed over", shown+` === 3`)
	b.do(chromedp.Navigate(address + showcase + "?kind=poster&level=preschool"))
	b.wait("nothing of the kind", `!document.querySelector("[data-none]").hidden`)
	if text := eval[string](b, total); text != "0 експонатів" {
		t.Errorf("nothing is %q", text)
	}
	b.clean()
}

// TestShowcaseWithoutScript: facets lead to lists, slides are sections with links to their neighbours.
func TestShowcaseWithoutScript(t *testing.T) {
	b := open(t, address+showcase, withoutScript())
	if n := eval[int](b, shown); n != 12 {
		t.Errorf("%d exhibits", n)
	}
	if eval[bool](b, seen("[data-none]")+" || "+seen("[data-reset]")) {
		t.Error("what only the script can do is offered")
	}
	b.do(chromedp.Click(chromedp.CSS(`[data-facet="kind"][data-value="game"]`)))
	b.wait("the list of games", `location.pathname.endsWith("/by/kind/game/")`)
	if n := eval[int](b, `document.querySelectorAll("main article.card").length`); n != 3 {
		t.Errorf("%d games", n)
	}
	b.do(chromedp.Navigate(address + showcase + "slides/"))
	if n := eval[int](b, `[...document.querySelectorAll(".slide")].filter(s => s.getBoundingClientRect().height > 100).length`); n != 12 {
		t.Errorf("%d slides can be seen", n)
	}
	b.do(chromedp.Click(chromedp.CSS(`.slide-next`)))
	b.wait("the next slide", `location.hash && document.querySelector(location.hash) === document.querySelectorAll(".slide")[1]`)
	b.clean()
}

const (
	nowShown = `[...document.querySelectorAll(".slide")].filter(s => s.getBoundingClientRect().height > 0).map(s => s.querySelector("h2").textContent).join()`
	number   = `document.querySelector(".slides-number").textContent`
)

// TestSlides turns them by buttons, keys and fingers, in the page and in the mode for projectors.
func TestSlides(t *testing.T) {
	for place, url := range places(showcase + "slides/") {
		b := open(t, url)
		b.wait("one slide", `document.querySelectorAll(".slide-now").length === 1 && `+number+` === "1 з 12"`)
		if !eval[bool](b, `document.querySelector(".slides-number").getAttribute("aria-live") === "polite" && document.querySelector(".slides-prev").disabled && document.querySelector(".slides-prev").getAttribute("aria-label") === "Попередній слайд"`) {
			t.Errorf("%s: the first slide, its number and its buttons", place)
		}
		first := eval[string](b, nowShown)
		for _, step := range []struct{ key, want string }{{kb.ArrowRight, "2 з 12"}, {kb.ArrowRight, "3 з 12"}, {kb.ArrowLeft, "2 з 12"}, {kb.End, "12 з 12"}, {kb.ArrowRight, "12 з 12"}, {kb.Home, "1 з 12"}} {
			b.do(chromedp.KeyEvent(step.key))
			b.wait(step.want, number+` === `+js(step.want))
		}
		if now := eval[string](b, nowShown); now != first {
			t.Errorf("%s: %s is shown, not %s", place, now, first)
		}
		b.do(chromedp.Click(chromedp.CSS(".slides-next")))
		b.wait("the second", number+` === "2 з 12"`)
		here := eval[string](b, `location.href`)

		eval[bool](b, swipe(".slide-now", -200))
		b.wait("a swipe", number+` === "3 з 12"`)
		b.do(chromedp.Click(chromedp.CSS(".slides-projector")))
		b.wait("the room's wall", `document.querySelector(".slides").getBoundingClientRect().width >= innerWidth - 1 && getComputedStyle(document.querySelector(".head")).visibility === "hidden"`)
		b.do(chromedp.KeyEvent(kb.PageDown)) // a presenter's remote
		b.wait("the remote", number+` === "4 з 12"`)
		b.do(chromedp.KeyEvent(kb.Escape))
		b.wait("the page again", `getComputedStyle(document.querySelector(".head")).visibility === "visible"`)
		b.clean()

		again := open(t, here)
		again.wait("the slide of the address", number+` === "2 з 12"`)
		again.clean()
	}
}

// swipe is a finger that goes so many pixels to the side.
func swipe(selector string, by int) string {
	return `(() => { const e = document.querySelector(` + js(selector) + `), r = e.getBoundingClientRect(), x = r.left + r.width / 2, y = r.top + 60;
		const fire = (type, dx) => e.dispatchEvent(new PointerEvent(type, {bubbles: true, isPrimary: true, pointerId: 7, pointerType: "touch", clientX: x + dx, clientY: y}));
		fire("pointerdown", 0); fire("pointermove", ` + js(by) + `); fire("pointerup", ` + js(by) + `); return true; })()`
}
