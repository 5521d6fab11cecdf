package tests

import (
	"bufio"
	"os"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// showing starts a preview for guests, and returns the link of its code and the author's address.
func showing(t *testing.T, site string) (link, author string) {
	t.Helper()
	c := command(vitryna, "serve", site, "--no-open", "--now", today, "--port", freePort(t), "--lan=127.0.0.1")
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		c.Process.Signal(os.Interrupt) // unchecked: Wait tells
		c.Wait()                       // unchecked: it was interrupted
	})
	var mu sync.Mutex
	said := ""
	go func() {
		for lines := bufio.NewScanner(out); lines.Scan(); {
			mu.Lock()
			said += lines.Text() + "\n"
			mu.Unlock()
		}
	}()
	invited := regexp.MustCompile(`(?s)(http://localhost:\d+/).*(http://127\.0\.0\.1:\d+/) і введіть (\d{3}) (\d{3}) (\d{3})`)
	for begin := time.Now(); ; time.Sleep(50 * time.Millisecond) {
		mu.Lock()
		m := invited.FindStringSubmatch(said)
		mu.Unlock()
		if m != nil {
			return m[2] + "_guest/" + m[3] + m[4] + m[5], m[1]
		}
		if time.Since(begin) > 30*time.Second {
			t.Fatal("no code after 30 s")
		}
	}
}

// TestGuest comes in on a phone by the link that its camera reads, reads, and sees a change; what is to be done with a code is done in the author's tab.
func TestGuest(t *testing.T) {
	site := t.TempDir()
	write(t, site+"/content/site.yaml", "name: Проба\nowner: Установа\ncontacts: {phones: [\"(06267) 4-28-26\"]}\nrights: cc-by-4.0\n")
	file := site + page
	write(t, file, long("один"))
	link, author := showing(t, site)
	desk := open(t, author+"_lan/")
	desk.wait("the code", `document.querySelector(".code svg.qr") !== null && document.querySelector(".digits").textContent.length === 11`)

	b := open(t, link, chromedp.EmulateViewport(390, 844))
	b.wait("the code filled in", `document.querySelector("input[name=code]").value.length === 9`)
	if eval[int](b, `document.documentElement.scrollWidth`) > 390 {
		t.Error("the page that asks for a code is wider than a phone")
	}
	eval[int](b, `(document.querySelector("button").click(), 0)`)
	b.wait("the site", `document.querySelector("main.main") !== null && location.pathname === "/"`)
	desk.wait("the code is used", `document.querySelector(".digits") === null && document.body.innerText.includes("Гостей зараз: 1")`)
	desk.clean()

	b.mu.Lock()
	b.faults = nil // the page that asks for a code bears 403, which the console tells
	b.mu.Unlock()
	home, _, _ := strings.Cut(link, "_guest/")
	b.do(chromedp.Navigate(home + "pages/proba/"))
	b.wait("the page", shows("один"))
	time.Sleep(500 * time.Millisecond) // the socket: nothing in the page tells of it
	write(t, file, long("два"))
	b.wait("the new text", shows("два"))
	if eval[bool](b, `document.documentElement.outerHTML.includes("data-token") || document.documentElement.outerHTML.includes("content/pages") || document.querySelector(".vp-bar, .vp-badge") !== null`) {
		t.Error("a guest has something of the author's preview")
	}
	// Browsers ask for the manifest without the cookie; and the worker, which runs here because 127.0.0.1 is trusted, is made by builds only.
	b.mu.Lock()
	b.faults = slices.DeleteFunc(b.faults, func(fault string) bool {
		return strings.Contains(fault, "manifest.webmanifest") || strings.Contains(fault, "(404) was received when fetching the script")
	})
	b.mu.Unlock()
	b.clean()
}
