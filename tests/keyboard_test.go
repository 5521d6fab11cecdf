package tests

import (
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

type focus struct {
	Name    string
	Skip    bool
	Visible bool
	Marked  bool
}

// focused describes what has the focus; a null name is nothing.
const focused = `(() => {
	const e = document.activeElement;
	if (!e || e === document.body || e === document.documentElement) return {Name: "", Skip: false, Visible: false, Marked: false};
	const r = e.getBoundingClientRect(), s = getComputedStyle(e);
	const marked = [null, "::before", "::after"].some(part => { const p = getComputedStyle(e, part); return p.outlineStyle !== "none" && parseFloat(p.outlineWidth) >= 1 || p.boxShadow !== "none"; });
	return {
		Name: e.localName + "." + e.className + " " + (e.getAttribute("href") || "") + " " + (e.textContent || "").trim().slice(0, 30),
		Skip: e.classList.contains("skip"),
		Visible: r.width > 1 && r.height > 1 && r.bottom > 0 && r.right > 0 && r.top < innerHeight && r.left < innerWidth && s.visibility === "visible" && s.opacity > 0,
		Marked: marked,
	};
})()`

// TestKeyboard walks through pages with the Tab key: the skip link comes first, everything that gets the focus is seen and
// marked, nothing traps it.
func TestKeyboard(t *testing.T) {
	record(t, "keyboard")
	for _, page := range []string{"", "projects/", "projects/ahenty-zmin/", "contests/pryklad-konkursu-moia-metodychna-znakhidka/", "en/"} {
		for _, pixels := range []int64{1280, 360} {
			b := open(t, address+page, width(pixels))
			b.do(chromedp.KeyEvent(kb.Tab))
			if f := eval[focus](b, focused); !f.Skip || !f.Visible || !f.Marked {
				t.Errorf("/%s, %d px: the first stop is %+v, not the skip link", page, pixels, f)
			}
			stops := 0
			for ; stops < 300; stops++ {
				b.do(chromedp.KeyEvent(kb.Tab))
				f := eval[focus](b, focused)
				if f.Name == "" || f.Skip {
					break // out of the page, or around
				}
				if !f.Visible || !f.Marked {
					t.Errorf("/%s, %d px: focus without a sign: %+v", page, pixels, f)
				}
			}
			if links := eval[int](b, `document.querySelectorAll("a[href], button, summary").length`); stops < 5 || stops == 300 || stops > links+20 {
				t.Errorf("/%s, %d px: %d stops for %d links", page, pixels, stops, links)
			}
		}
	}
}

// TestSkipLink leads to the text.
func TestSkipLink(t *testing.T) {
	record(t, "keyboard")
	b := open(t, address+"projects/ahenty-zmin/")
	b.do(chromedp.KeyEvent(kb.Tab), chromedp.KeyEvent(kb.Enter))
	b.wait("the text", `location.hash === "#_main"`)
	b.do(chromedp.KeyEvent(kb.Tab))
	if !eval[bool](b, `!document.querySelector("header.head").contains(document.activeElement)`) {
		t.Error("after the skip link the next stop is in the header again")
	}
	b.clean()
}
