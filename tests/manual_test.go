package tests

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/chromedp"
)

const (
	manual  = "manuals/pryklad-usikh-blokiv/"
	chapter = manual + "shcho-lyshaietsia/"
	cell    = `.block-worksheet textarea`
)

// TestCopyCitation takes the record of a manual with the button and tells so.
func TestCopyCitation(t *testing.T) {
	b := open(t, address+manual)
	for _, name := range []string{"clipboard-read", "clipboard-write"} {
		b.do(call(browser.SetPermission, browser.SetPermissionParams{Permission: &browser.PermissionDescriptor{Name: name}, Setting: "granted"}))
	}
	b.wait("the button", seen("button[data-copy]"))
	b.do(chromedp.Click(chromedp.CSS("button[data-copy]")))
	b.wait("word of it", `document.querySelector(".cite-tools [role=status]").textContent.includes("Скопійовано")`)
	record := eval[string](b, `document.querySelector("#_cite").innerText.trim()`)
	if copied := eval[string](b, `navigator.clipboard.readText()`); copied != record || !strings.Contains(record, "Приклад усіх блоків") {
		t.Errorf("copied %q of %q", copied, record)
	}
	b.clean()
}

// TestCopyRefused shows the record selected where the browser refuses to copy.
func TestCopyRefused(t *testing.T) {
	b := open(t, address+manual)
	eval[int](b, `(navigator.clipboard.writeText = () => Promise.reject(new Error("no")), document.execCommand = () => false, 0)`)
	b.do(chromedp.Click(chromedp.CSS("button[data-copy]")))
	b.wait("word of it", `document.querySelector(".cite-tools [role=status]").textContent.includes("виділено")`)
	if !eval[bool](b, `getSelection().toString().trim() === document.querySelector("#_cite").innerText.trim()`) {
		t.Error("the record is not selected")
	}
	b.clean()
}

// TestWorksheet writes on a worksheet: the text is there after a reload, and not on another worksheet, page or after clearing. The
// page may lie on a disk.
func TestWorksheet(t *testing.T) {
	for _, at := range []string{address + chapter, "file://" + public + "/" + chapter + "index.html"} {
		t.Run(strings.SplitN(at, ":", 2)[0], func(t *testing.T) {
			b := open(t, at)
			b.wait("cells to write in", seen(cell))
			if label := eval[string](b, `document.querySelector("`+cell+`").getAttribute("aria-label")`); label != "Перший, Що хочу спробувати" {
				t.Errorf("the first cell is called %q", label)
			}
			b.do(chromedp.SendKeys(chromedp.CSS(cell), "відвідати урок колеги"))
			b.wait("word of it", `document.querySelector(".sheet-tools [role=status]").textContent.includes("пристрої")`)
			b.do(chromedp.Reload())
			b.wait("the text after a reload", `document.querySelector("`+cell+`")?.value === "відвідати урок колеги"`)
			if printed := eval[string](b, `document.querySelector(".sheet-print").textContent`); printed != "відвідати урок колеги" {
				t.Errorf("on paper: %q", printed)
			}
			exportsTo(b, t.TempDir())

			b.do(chromedp.Navigate(strings.Replace(at, "shcho-lyshaietsia", "blanky", 1)))
			if other := eval[string](b, `[...document.querySelectorAll("`+cell+`")].map(c => c.value).join("")`); other != "" {
				t.Errorf("another worksheet shows %q", other)
			}
			b.do(chromedp.Navigate(at))
			eval[int](b, `(confirm = () => false, document.querySelector(".sheet-tools button:nth-of-type(2)").click(), 0)`)
			if !eval[bool](b, `document.querySelector("`+cell+`").value !== ""`) {
				t.Error("cleared although the reader said no")
			}
			eval[int](b, `(confirm = () => true, document.querySelector(".sheet-tools button:nth-of-type(2)").click(), 0)`)
			b.do(chromedp.Reload())
			b.wait("cells to write in", seen(cell))
			if !eval[bool](b, `document.querySelector("`+cell+`").value === ""`) {
				t.Error("the text is there after clearing")
			}
			b.clean()
		})
	}
}

// exportsTo saves the worksheet into a folder and looks at the file.
func exportsTo(b *tab, folder string) {
	b.Helper()
	b.do(call(browser.SetDownloadBehavior, browser.SetDownloadBehaviorParams{Behavior: browser.SetDownloadBehaviorBehaviorAllow, DownloadPath: folder}))
	b.do(chromedp.Click(chromedp.CSS(".sheet-tools button")))
	var data []byte
	for end := time.Now().Add(10 * time.Second); len(data) == 0 && time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		data, _ = os.ReadFile(filepath.Join(folder, "misiats.txt"))
	}
	text := string(data)
	if !strings.HasPrefix(text, "\uFEFF") || !strings.Contains(text, "Перший, Що хочу спробувати:\r\nвідвідати урок колеги\r\n") {
		b.Errorf("the saved worksheet: %q", text)
	}
}

// TestWorksheetNotKept tells the reader that the browser keeps nothing, as in a private window.
func TestWorksheetNotKept(t *testing.T) {
	b := open(t, address+chapter)
	eval[int](b, `(Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError") }, 0)`)
	b.do(chromedp.SendKeys(chromedp.CSS(cell), "слово"))
	b.wait("word of it", `document.querySelector(".sheet-tools [role=status]").textContent.includes("не дає зберегти")`)
	b.clean()
}

// TestManualWithoutScript reads a manual in a browser that runs no script: an answer opens, a worksheet is there to be printed, no
// button does nothing.
func TestManualWithoutScript(t *testing.T) {
	b := open(t, address+manual+"persha-rozmova/", withoutScript(), width(360))
	const shown = `document.querySelector("details.answer p").checkVisibility({contentVisibilityAuto: true, contentVisibilityProperty: true})`
	if eval[bool](b, shown) {
		t.Error("the answer shows before it is asked for")
	}
	b.do(chromedp.Click(chromedp.CSS("details.answer summary")))
	b.wait("the answer", shown)
	b.do(chromedp.Navigate(address + chapter))
	if eval[int](b, `document.querySelectorAll(".blank").length`) == 0 || eval[int](b, `document.querySelectorAll("main textarea, main .sheet-tools").length`) > 0 {
		t.Error("a worksheet without script is not a table with blank cells")
	}
	for _, page := range []string{manual, chapter, manual + "print/"} {
		b.do(chromedp.Navigate(address + page))
		if dead := eval[int](b, `[...document.querySelectorAll("main button")].filter(e => e.getBoundingClientRect().width > 0).length`); dead > 0 {
			t.Errorf("/%s: %d buttons that do nothing", page, dead)
		}
	}
	b.clean()
}

// TestPrintedManual looks at the whole manual as paper shows it: answers are open, every chapter has its name over its pages.
func TestPrintedManual(t *testing.T) {
	b := open(t, address+manual+"print/")
	b.wait("the button", seen("button[data-print]"))
	heads := eval[int](b, `document.querySelectorAll("[data-head]").length`)
	if rules := eval[int](b, `[...document.adoptedStyleSheets].flatMap(s => [...s.cssRules]).filter(r => r.cssText.includes("@top-right")).length`); heads < 4 || rules != heads {
		t.Errorf("%d chapters, %d running heads", heads, rules)
	}
	eval[int](b, `(dispatchEvent(new Event("beforeprint")), 0)`)
	if !eval[bool](b, `[...document.querySelectorAll("details.answer")].every(d => d.open)`) {
		t.Error("an answer is closed on paper")
	}
	eval[int](b, `(dispatchEvent(new Event("afterprint")), 0)`)
	if eval[bool](b, `[...document.querySelectorAll("details.answer")].some(d => d.open)`) {
		t.Error("an answer is open after printing")
	}
	b.clean()
}
