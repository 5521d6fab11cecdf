package tests

import (
	"testing"

	"github.com/chromedp/chromedp"
)

// look is what of a page's appearance comes from the styles.
const look = `["body", ".head", ".brand", "h1", ".foot"].map(s => { const e = document.querySelector(s), c = getComputedStyle(e); return [s, c.fontFamily, c.color, c.backgroundColor, c.display, c.padding].join(" "); }).join("\n")`

// TestFromDisk opens pages of the built site from a folder, as a visitor does from a USB stick: they look as on the web. Links may
// lead to folders: this is the web edition.
func TestFromDisk(t *testing.T) {
	for _, page := range []string{"index.html", "projects/index.html", "projects/ahenty-zmin/index.html", "en/index.html"} {
		web := eval[string](open(t, address+page), look)
		b := open(t, "file://"+public+"/"+page)
		b.clean()
		if disk := eval[string](b, look); disk != web {
			t.Errorf("%s from the disk:\n%s\non the web:\n%s", page, disk, web)
		}
		if broken := eval[[]string](b, `[...document.images].filter(i => i.complete && i.naturalWidth === 0).map(i => i.src)`); len(broken) > 0 {
			t.Errorf("%s: pictures that do not show: %q", page, broken)
		}
		if page == "index.html" {
			b.do(chromedp.Navigate("file://" + public + "/projects/index.html#_main"))
			b.clean()
		}
	}
}
