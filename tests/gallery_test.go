package tests

import (
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

const (
	gallery  = "galleries/nash-prostir/"
	lightbox = `document.querySelector("dialog.lightbox")`
	counter  = `document.querySelector(".lightbox-number").textContent`
)

// TestLightbox opens a photograph by keyboard, turns, enlarges, closes; on the web and from a disk.
func TestLightbox(t *testing.T) {
	for place, url := range places(gallery) {
		b := open(t, url)
		b.wait("the script", lightbox+` && !`+lightbox+`.open`)
		b.do(chromedp.Focus(chromedp.CSS("#foto-2 a")), chromedp.KeyEvent(kb.Enter))
		b.wait("the second photograph", lightbox+`.open && `+counter+` === "2 з 4"`)
		b.wait("the picture itself", `document.querySelector(".lightbox img").naturalWidth > 0`)
		if !eval[bool](b, `document.querySelector(".lightbox img").alt === document.querySelector("#foto-2 img").alt && document.querySelector(".lightbox-caption").textContent.includes("Острівці")`) {
			t.Errorf("%s: description and caption are not those of the photograph", place)
		}
		if !eval[bool](b, lightbox+`.contains(document.activeElement) && document.querySelector(".lightbox-number").getAttribute("aria-live") === "polite"`) {
			t.Errorf("%s: the focus is outside, or the number is silent", place)
		}
		if names := eval[string](b, `[...`+lightbox+`.querySelectorAll("button")].map(b => b.getAttribute("aria-label")).join()`); names != "Наблизити,Закрити,Попередня світлина,Наступна світлина" {
			t.Errorf("%s: the buttons are %s", place, names)
		}
		for _, step := range []struct{ key, want string }{{kb.ArrowRight, "3 з 4"}, {kb.End, "4 з 4"}, {kb.ArrowRight, "1 з 4"}, {kb.ArrowLeft, "4 з 4"}, {kb.Home, "1 з 4"}} {
			b.do(chromedp.KeyEvent(step.key))
			b.wait(step.want, counter+` === `+js(step.want))
		}
		b.do(chromedp.KeyEvent("+"))
		b.wait("a larger picture", `document.querySelector(".lightbox img").style.transform.includes("scale(1.5)") && document.querySelector(".lightbox-zoom").getAttribute("aria-pressed") === "true"`)
		b.do(chromedp.KeyEvent("0"))
		b.wait("the whole again", `document.querySelector(".lightbox img").style.transform === ""`)
		eval[bool](b, swipe(".lightbox-stage", -200))
		b.wait("a swipe", counter+` === "2 з 4"`)
		eval[bool](b, pinch)
		b.wait("two fingers", `document.querySelector(".lightbox-stage").classList.contains("lightbox-large")`)
		b.do(chromedp.KeyEvent(kb.Escape))
		b.wait("closed, with the focus back", `!`+lightbox+`.open && document.activeElement === document.querySelector("#foto-2 a")`)
		b.clean()
	}
}

// pinch is two fingers that go apart.
const pinch = `(() => { const e = document.querySelector(".lightbox-stage"), r = e.getBoundingClientRect(), x = r.left + r.width / 2, y = r.top + r.height / 2;
	const fire = (type, id, dx) => e.dispatchEvent(new PointerEvent(type, {bubbles: true, isPrimary: id === 1, pointerId: id, pointerType: "touch", clientX: x + dx, clientY: y}));
	fire("pointerdown", 1, -40); fire("pointerdown", 2, 40); fire("pointermove", 1, -90); fire("pointermove", 2, 90); fire("pointerup", 1, -90); fire("pointerup", 2, 90); return true; })()`

// TestGalleryWithoutScript: each photograph leads to its large size.
func TestGalleryWithoutScript(t *testing.T) {
	b := open(t, address+gallery, withoutScript())
	b.do(chromedp.Click(chromedp.CSS("#foto-1 a")))
	b.wait("the picture itself", `/galleries\/nash-prostir\/stoly-kolom\.[0-9a-f]+\.svg$/.test(location.pathname)`)
	b.clean()
}
