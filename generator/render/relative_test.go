package render

import "testing"

// TestRelative puts the way to the root before every address of the site, and leaves the mark where it is text.
func TestRelative(t *testing.T) {
	for page, want := range map[string]string{
		``:                             ``,
		`<a href="/~/">Головна</a>`:    `<a href="../../">Головна</a>`,
		`<a href="/~/a/">/~/ ~ ~/</a>`: `<a href="../../a/">/~/ ~ ~/</a>`,
		`<meta http-equiv="refresh" content="0; url=/~/a/">`:                                     `<meta http-equiv="refresh" content="0; url=../../a/">`,
		`<img srcset="/~/a.1.jpg 480w, /~/a.2.jpg 960w" src="/~/a.1.jpg"> один, /~/два`:          `<img srcset="../../a.1.jpg 480w, ../../a.2.jpg 960w" src="../../a.1.jpg"> один, /~/два`,
		`<source srcset="/~/a.webp 480w"><img srcset="/~/b.1.jpg 1x, /~/b.2.jpg 2x" alt="a, b">`: `<source srcset="../../a.webp 480w"><img srcset="../../b.1.jpg 1x, ../../b.2.jpg 2x" alt="a, b">`,
		`<a href="//~/">, /~//~/ ~~/~`:                                                           `<a href="//~/">, /~//~/ ~~/~`,
		`="/~/`:                                                                                  `="../../`,
	} {
		if got := string(relative([]byte(page), "../../")); got != want {
			t.Errorf("%s\nis  %s\nnot %s", page, got, want)
		}
	}
}
