package tests

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/json"
	"image"
	"image/png"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

const written = "---\r\n# так його бачать у списках\r\nНазва: Проба   # коротко\r\nКоротко: Новина для перевірки.\r\nДата: 2026-10-01\r\n---\r\n\r\nПерший абзац.\r\n\r\nДругий абзац.\r\n"

// editing opens a new text in the editor.
func editing(t *testing.T) (b *tab, url, file string) {
	t.Helper()
	site, url := serving(t)
	file = site + "/content/news/redaktor/index.md"
	write(t, file, written)
	b = open(t, url+"news/redaktor/")
	b.wait("the author's bar", `document.querySelector(".vp-bar a[href*='_editor']")`)
	b.do(chromedp.Navigate(url + "_editor/?file=content/news/redaktor/index.md"))
	b.opened()
	return b, url, file
}

func (b *tab) opened() {
	b.Helper()
	b.wait("the editor", `document.querySelector("#text")?.value.includes("абзац")`)
}

// field is the control below a label.
func field(label string) string {
	return `[...document.querySelectorAll(".ve-label")].find(l => l.textContent.trim().startsWith(` + js(label) + `)).control`
}

// enter puts words into a control, as typing does.
func (b *tab) enter(control, words string) {
	b.Helper()
	eval[int](b, `(() => { const c = `+control+`; c.focus(); c.value = `+js(words)+`; c.dispatchEvent(new Event("input", {bubbles: true})); return 0; })()`)
}

func (b *tab) press(name string) {
	b.Helper()
	eval[int](b, `(() => { [...document.querySelectorAll("dialog[open] button, #editor button")].filter(b => b.textContent.trim() === `+js(name)+`).at(-1).click(); return 0; })()`)
}

// at has the buttons of an open dialog before those of the page below.
func (b *tab) pressIn(name string) {
	b.Helper()
	eval[int](b, `(() => { [...document.querySelectorAll("dialog[open] button")].find(b => b.textContent.trim().startsWith(`+js(name)+`)).click(); return 0; })()`)
}

const text = `document.querySelector("#text")`

func told(words string) string {
	return `document.querySelector(".ve-status").textContent.includes(` + js(words) + `)`
}

// TestEditor writes a text in the browser.
func TestEditor(t *testing.T) {
	b, url, file := editing(t)
	outer := t
	b.wait("the page beside", `document.querySelector(".ve-page")?.contentDocument?.querySelector("main")?.innerText.includes("Другий абзац")`)
	b.clean()

	t.Run("columns", func(t *testing.T) {
		b.T = t
		for _, pixels := range []int64{960, 1280, 1366} {
			b.do(width(pixels))
			at := eval[[]float64](b, `[".ve-fields", ".ve-middle", ".ve-page", ".ve-text"].flatMap(s => { const r = document.querySelector(s).getBoundingClientRect(); return [r.left, r.top]; })`)
			fields, middle, page, words := at[:2], at[2:4], at[4:6], at[6:]
			if fields[0] >= middle[0] || fields[1] != middle[1] {
				t.Errorf("%d px: the fields are at %v, the text at %v", pixels, fields, middle)
			}
			if pixels >= 1280 && (page[0] <= middle[0] || page[1] > 400) || page[1] > words[1]+800 {
				t.Errorf("%d px: the text is at %v, the page far from it at %v", pixels, words, page)
			}
		}
	})

	t.Run("accessible", func(t *testing.T) {
		axe := read(t, "node_modules/axe-core/axe.min.js")
		bar := open(t, url+"news/redaktor/")
		bar.wait("the author's bar", `document.querySelector(".vp-bar a[href*='_editor']")`)
		eval[int](bar, `(document.querySelector(".vp-bar-head").focus(), document.querySelector(".vp-bar details").open = true, 0)`)
		for name, tab := range map[string]*tab{"the editor": b, "the author's bar": bar} {
			tab.T = t
			if _, err := chromedp.Run(tab.ctx, chromedp.Evaluate[any](axe+";0")); err != nil {
				t.Fatal(err)
			}
			for _, violation := range eval[[]string](tab, axeRun) {
				t.Errorf("axe, %s: %s", name, violation)
			}
		}
		kept := open(t, url+"pages/kontakty/")
		kept.wait("the bar stays open from page to page", `document.querySelector(".vp-bar details")?.open`)
	})

	t.Run("bytes", func(t *testing.T) {
		b.T = t
		b.enter(field("Назва"), "Проба: друга")
		b.enter(text, eval[string](b, text+".value")+"Третій **абзац**.\n")
		b.wait("the page with it", `document.querySelector(".ve-page").contentDocument.querySelector("main strong")?.innerText === "абзац"`)
		if read(t, file) != written {
			t.Error("something was written before it was saved")
		}
		b.press("Зберегти")
		b.wait("saved", told("Збережено"))
		want := strings.Replace(written, "Назва: Проба   #", `Назва: "Проба: друга"   #`, 1) + "Третій **абзац**.\r\n"
		if got := read(t, file); got != want {
			t.Errorf("the file holds\n%q\nwant\n%q", got, want)
		}
	})

	t.Run("two windows", func(t *testing.T) {
		b.T = t
		b.enter(text, eval[string](b, text+".value")+"Мій рядок.\n")
		theirs := strings.Replace(read(t, file), "Перший абзац.", "Чужий абзац.", 1)
		write(t, file, theirs)
		b.press("Зберегти")
		b.wait("both texts", `document.querySelector("dialog[open] .ve-diff")`)
		if read(t, file) != theirs {
			t.Error("the other text was written over")
		}
		shown := eval[string](b, `document.querySelector("dialog[open]").textContent`)
		if !strings.Contains(shown, "− Чужий абзац.") || !strings.Contains(shown, "+ Мій рядок.") || !strings.Contains(shown, "Зберегти моє") {
			t.Errorf("the dialog shows %q", shown)
		}
		b.pressIn("Зберегти моє")
		b.wait("saved", told("Збережено"))
		if got := read(t, file); !strings.Contains(got, "Мій рядок.") || !strings.Contains(got, "Перший абзац.") {
			t.Errorf("mine is not written: %q", got)
		}
		kept, _ := filepath.Glob(strings.TrimSuffix(file, "/content/news/redaktor/index.md") + "/.vitryna/history/content/news/redaktor/index.md/*")
		found := false
		for _, k := range kept {
			found = found || read(t, k) == theirs
		}
		if !found {
			t.Error("the other text is not in the history")
		}
	})

	t.Run("the other text taken", func(t *testing.T) {
		b.T = t
		b.enter(text, eval[string](b, text+".value")+"Поступлений рядок.\n")
		write(t, file, strings.Replace(read(t, file), "Другий абзац.", "Ще чужіший абзац.", 1))
		b.press("Зберегти")
		b.wait("both texts", `document.querySelector("dialog[open] .ve-diff")`)
		b.pressIn("Узяти те, що у файлі")
		b.wait("where mine is", told("лишився в «Історії»")+` && `+text+`.value.includes("Ще чужіший абзац.")`)
		b.press("Історія")
		b.wait("the versions", `document.querySelector("dialog[open] li button")`)
		eval[int](b, `(document.querySelector("dialog[open] li button").click(), 0)`)
		b.wait("what is otherwise in it", `document.querySelector("dialog[open] .ve-diff")?.textContent.includes("− Поступлений рядок.")`)
		b.pressIn("Повернути цю версію")
		b.wait("my words again", text+`.value.includes("Поступлений рядок.")`)
		b.press("Зберегти")
		b.wait("saved", told("Збережено"))
		if got := read(t, file); !strings.Contains(got, "Поступлений рядок.") || !strings.Contains(got, "Другий абзац.") {
			t.Errorf("the file holds %q", got)
		}
		b.press("Шапка як форма")
	})

	t.Run("a text that was not saved", func(t *testing.T) {
		b.T = t
		b.enter(text, eval[string](b, text+".value")+"Незбережений рядок.\n")
		time.Sleep(1100 * time.Millisecond) // at most a second of writing is lost
		fresh := open(outer, url+"_editor/?file=content/news/redaktor/index.md")
		fresh.opened()
		fresh.wait("the offer", `document.querySelector(".ve-note:not([hidden])")?.textContent.includes("незбережений текст")`)
		fresh.press("Повернути незбережене")
		fresh.wait("the text", text+`.value.includes("Незбережений рядок.")`)
		fresh.press("Зберегти")
		fresh.wait("saved", told("Збережено"))
		if !strings.Contains(read(t, file), "Незбережений рядок.") {
			t.Error("it is not in the file")
		}
		b = fresh
	})

	t.Run("paste", func(t *testing.T) {
		b.T = t
		eval[int](b, `(() => {
			const data = new DataTransfer();
			data.setData("text/html", `+js(`<html xmlns:o="urn"><body><!--StartFragment--><h1>Заголовок</h1><p class=MsoNormal>Слово <b>жирне</b><o:p></o:p></p><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>пункт</p><!--EndFragment-->`)+`);
			data.setData("text/plain", "Заголовок");
			const t = `+text+`;
			t.focus();
			t.setSelectionRange(t.value.length, t.value.length);
			t.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
			return 0;
		})()`)
		b.wait("the text of Word", text+`.value.includes("## Заголовок\n\nСлово **жирне**\n\n- пункт\n")`)
	})

	t.Run("picture", func(t *testing.T) {
		b.T = t
		dot := base64.StdEncoding.EncodeToString(pixel(t))
		eval[int](b, `(() => {
			const data = new DataTransfer();
			data.items.add(new File([Uint8Array.from(atob(`+js(dot)+`), c => c.charCodeAt(0))], "Моє Фото.png", {type: "image/png"}));
			`+text+`.dispatchEvent(new DragEvent("drop", {dataTransfer: data, bubbles: true, cancelable: true}));
			return 0;
		})()`)
		b.wait("the questions", `document.querySelector("dialog[open] [name=people]")`)
		folder := filepath.Dir(file)
		pictures := func() int { list, _ := filepath.Glob(folder + "/*.png"); return len(list) }
		set := func(name, value string) {
			eval[int](b, `(() => { const c = document.querySelector("dialog[open] [name=`+name+`]"); c.value = `+js(value)+`; c.dispatchEvent(new Event("change", {bubbles: true})); return 0; })()`)
		}
		refused := func(why string) {
			t.Helper()
			b.pressIn("Додати зображення")
			b.wait(why, `document.querySelector("dialog[open] .ve-message").textContent.includes(`+js(why)+`)`)
			if pictures() > 0 {
				t.Fatalf("it was written, though: %s", why)
			}
		}
		set("alt", "Зала з круглими столами")
		eval[int](b, `(document.querySelector("dialog[open] form").noValidate = true, 0)`)
		refused("хто є на світлині")
		set("people", "children")
		refused("Потрібна згода")
		set("consent", "public-event")
		refused("недостатньо")
		set("consent", "written")
		set("ref", "12/2026")
		refused("самої дитини")
		eval[int](b, `(document.querySelector("dialog[open] .ve-check:not([hidden]) input").checked = true, 0)`)
		set("alt", "Марія Коваленко біля дошки")
		refused("прізвищ")
		set("alt", "Учениця біля дошки")
		b.pressIn("Додати зображення")
		b.wait("the picture in the text", text+`.value.includes("![Учениця біля дошки](moie-foto.png)")`)
		b.press("Зберегти")
		b.wait("saved", told("Збережено"))
		got := read(t, file)
		for _, want := range []string{"file: moie-foto.png", "12/2026", "Учениця біля дошки"} {
			if !strings.Contains(strings.ReplaceAll(got, "Файл:", "file:"), want) {
				t.Errorf("%q is not in the file:\n%s", want, got)
			}
		}
		if pictures() != 1 {
			t.Error("the picture is not beside the text")
		}
	})

	t.Run("refused", func(t *testing.T) {
		b.T = t
		token := eval[string](b, `document.body.dataset.token`)
		ask := func(name, file string, change func(*http.Request)) int {
			body, _ := json.Marshal(map[string]string{"file": file, "source": "", "whole": "x"})
			r, err := http.NewRequest("POST", url+"_editor/"+name, strings.NewReader(string(body)))
			if err != nil {
				t.Fatal(err)
			}
			r.Header.Set("Origin", strings.TrimSuffix(url, "/"))
			r.Header.Set("Content-Type", "application/json")
			r.Header.Set("Vitryna-Token", token)
			change(r)
			response, err := http.DefaultClient.Do(r)
			if err != nil {
				t.Fatal(err)
			}
			defer response.Body.Close() // unchecked: read
			return response.StatusCode
		}
		const ours = "content/news/redaktor/index.md"
		for name, c := range map[string]struct {
			change func(*http.Request)
			code   int
		}{
			"ours":           {func(*http.Request) {}, 200},
			"no token":       {func(r *http.Request) { r.Header.Del("Vitryna-Token") }, 403},
			"foreign Origin": {func(r *http.Request) { r.Header.Set("Origin", "http://evil.example") }, 403},
			"no Origin":      {func(r *http.Request) { r.Header.Del("Origin") }, 403},
			"foreign Host":   {func(r *http.Request) { r.Host = "evil.example" }, 421},
		} {
			if code := ask("state", ours, c.change); code != c.code {
				t.Errorf("%s: %d, want %d", name, code, c.code)
			}
		}
		root := strings.TrimSuffix(file, "/"+ours)
		for _, name := range []string{"content/../zlo.md", "../zlo.md", "zlo.md", "content/news/con/index.md", "content/auction/private/x.md"} {
			ask("save", name, func(*http.Request) {})
		}
		if _, err := os.Stat(root + "/zlo.md"); err == nil {
			t.Error("a file outside of content/ was written")
		}
	})
	b.T = t
	b.clean()
}

// TestItemLife takes an earlier version of a text, gives its item another address, links from it, moves it to the bin, puts it back, and begins a new one.
func TestItemLife(t *testing.T) {
	b, _, file := editing(t)
	opened := func(where string) string {
		return `decodeURIComponent(location.search).includes(` + js(where) + `) && ` + text + `.value.length > 0`
	}

	b.enter(text, eval[string](b, text+".value")+"Зайвий рядок.\n")
	b.press("Зберегти")
	b.wait("saved", told("Збережено"))
	b.press("Історія")
	b.wait("the versions", `document.querySelector("dialog[open] li button")`)
	eval[int](b, `(document.querySelector("dialog[open] li button").click(), 0)`)
	b.wait("what is otherwise in it", `document.querySelector("dialog[open] .ve-diff")?.textContent.includes("Зайвий рядок.")`)
	b.pressIn("Повернути цю версію")
	b.wait("the version", told("Версію взято"))
	b.press("Зберегти")
	b.wait("saved", told("Збережено"))
	if got := read(t, file); got != written {
		t.Errorf("the file holds\n%q\nwant what it was\n%q", got, written)
	}

	b.press("Змінити адресу")
	b.enter(`document.querySelector("dialog[open] input")`, "Інший текст")
	b.pressIn("Змінити адресу")
	b.wait("what the address would be", `document.querySelector("dialog[open]").textContent.includes("Можливо: inshyi-tekst")`)
	b.enter(`document.querySelector("dialog[open] input")`, "inshyi")
	b.pressIn("Змінити адресу")
	b.wait("the address", told("Адресу змінено"))
	b.wait("the item there", opened("news/inshyi/index.md"))
	moved := strings.Replace(file, "redaktor", "inshyi", 1)
	if got := read(t, moved); !strings.Contains(got, "Другий абзац.") {
		t.Errorf("the file with the new name holds %q", got)
	}

	eval[int](b, `(() => { const t = `+text+`; t.focus(); t.setSelectionRange(t.value.length, t.value.length); [...document.querySelectorAll("#editor button")].find(b => b.title === "Посилання" || b.ariaLabel === "Посилання" || b.textContent.trim() === "Посилання").click(); return 0; })()`)
	b.wait("the question", `document.querySelector("dialog[open] input[type=search]")`)
	b.enter(`document.querySelector("dialog[open] input[type=search]")`, "Контакти")
	b.wait("what is found", `document.querySelector("dialog[open] .ve-hits button")?.textContent.startsWith("Контакти")`)
	eval[int](b, `(document.querySelector("dialog[open] .ve-hits button").click(), 0)`)
	b.wait("the link", text+`.value.includes("](../../pages/kontakty/index.md)")`)
	b.press("Зберегти")
	b.wait("saved", told("Збережено"))

	b.press("Вилучити")
	b.pressIn("Вилучити")
	b.wait("the bin", told("Перенесено до кошика"))
	if _, err := os.Stat(moved); err == nil {
		t.Error("what was moved to the bin lies in its place")
	}
	b.press("Кошик")
	b.wait("what is in it", `document.querySelector("dialog[open] li button")`)
	b.pressIn("Повернути")
	b.wait("the item again", text+`.value.includes("Другий абзац.")`)
	if got := read(t, moved); !strings.Contains(got, "pages/kontakty") {
		t.Errorf("what was put back holds %q", got)
	}

	b.press("Новий матеріал")
	b.wait("the kinds", `document.querySelector("dialog[open] select option[value=news]")`)
	if !eval[bool](b, `document.querySelector("dialog[open] select").matches(":invalid")`) {
		t.Error("a kind is chosen for who has chosen none")
	}
	eval[int](b, `(() => { const s = document.querySelector("dialog[open] select"); s.value = "news"; s.dispatchEvent(new Event("change")); return 0; })()`)
	b.enter(`document.querySelector("dialog[open] input")`, "Зовсім нова")
	eval[int](b, `(() => { const make = [...document.querySelectorAll("dialog[open] button")].find(b => b.textContent === "Створити чернетку"); make.click(); make.click(); return 0; })()`)
	b.wait("the new item", `location.search.includes("zovsim-nova")`)
	b.wait("its title", `document.querySelector("h1").textContent === "Зовсім нова" && document.activeElement.matches("h1")`)
	b.wait("the way to its page", `[...document.querySelectorAll(".ve-menu a")].some(a => a.textContent === "До сторінки")`)
	if twice, _ := filepath.Glob(filepath.Dir(filepath.Dir(file)) + "/zovsim-nova*"); len(twice) != 1 {
		t.Errorf("a double click made %q", twice)
	}
	b.clean()
}

// pixel is a small picture.
func pixel(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 600, 500))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestBrowserKilled kills the whole browser a second after the last word was typed: the word is offered when it is opened again.
func TestBrowserKilled(t *testing.T) {
	site, url := serving(t)
	write(t, site+"/content/news/redaktor/index.md", written)
	profile := t.TempDir()
	start := func() (*tab, func()) {
		options := append(chromedp.DefaultExecAllocatorOptions[:],
			chromedp.NoSandbox, chromedp.DisableGPU, chromedp.UserDataDir(profile), chromedp.Flag("disable-component-update", true),
			chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost"))
		allocator, endAllocator := chromedp.NewExecAllocator(context.Background(), options...)
		ctx, end := chromedp.NewContext(allocator)
		b := &tab{T: t, ctx: ctx}
		b.do(chromedp.Navigate(url + "_editor/?file=content/news/redaktor/index.md"))
		b.opened()
		return b, func() { end(); endAllocator() }
	}
	b, end := start()
	b.enter(text, eval[string](b, text+".value")+"Останнє слово.\n")
	time.Sleep(time.Second)
	process := chromedp.FromContext(b.ctx).Browser.Process()
	process.Kill() // unchecked: read below
	process.Wait() // unchecked: likewise
	end()
	for _, lock := range []string{"SingletonLock", "SingletonSocket", "SingletonCookie"} { // of the browser that was killed
		os.Remove(filepath.Join(profile, lock)) // unchecked: perhaps it is not there
	}
	b, end = start()
	defer end()
	b.wait("the offer", `document.querySelector(".ve-note:not([hidden])")?.textContent.includes("незбережений текст")`)
	b.press("Повернути незбережене")
	b.wait("the text", text+`.value.includes("Останнє слово.")`)
}

// TestTwoWindows: two windows write one text, and what the second keeps takes nothing of the first away.
func TestTwoWindows(t *testing.T) {
	first, url, _ := editing(t)
	second := open(t, url+"_editor/?file=content/news/redaktor/index.md")
	second.opened()
	first.enter(text, eval[string](first, text+".value")+"Перше вікно.\n")
	second.enter(text, eval[string](second, text+".value")+"Друге вікно.\n")
	time.Sleep(time.Second)
	third := open(t, url+"_editor/?file=content/news/redaktor/index.md")
	third.opened()
	const offer = `document.querySelector(".ve-note:not([hidden])")?.textContent.includes("незбережений текст")`
	third.wait("the newer text", offer)
	third.press("Відкинути незбережене")
	third.wait("the older one", offer)
	third.press("Повернути незбережене")
	third.wait("its words", text+`.value.includes("Перше вікно.")`)
}

// TestNothingTypedIsLost leaves a text unsaved and comes back in the same window, takes an old version over unsaved words, types while the file is read
// anew, and saves to a program that was started again.
func TestNothingTypedIsLost(t *testing.T) {
	b, _, file := editing(t)
	add := func(words string) { b.enter(text, eval[string](b, text+".value")+words) }
	has := func(words string) string { return text + `.value.includes(` + js(words) + `)` }
	goTo := func(words string) {
		t.Helper()
		b.press("Відкрити матеріал")
		b.enter(`document.querySelector("dialog[open] input[type=search]")`, words)
		b.wait("what is found", `document.querySelector("dialog[open] .ve-hits button")?.textContent.startsWith(`+js(words)+`)`)
		eval[int](b, `(document.querySelector("dialog[open] .ve-hits button").click(), 0)`)
	}
	add("Перша думка.\n")
	b.press("Зберегти")
	b.wait("saved", told("Збережено"))

	add("Незбережена думка.\n")
	b.press("Історія")
	b.wait("the versions", `document.querySelector("dialog[open] li button")`)
	eval[int](b, `(document.querySelector("dialog[open] li button").click(), 0)`)
	b.wait("what is otherwise in it", `document.querySelector("dialog[open] .ve-diff")`)
	b.pressIn("Повернути цю версію")
	b.wait("why it is not taken", told("Спершу збережіть"))
	if !eval[bool](b, has("Незбережена думка.")) {
		t.Error("the old version lies over what was not saved")
	}

	goTo("Контакти")
	b.wait("the question", `document.querySelector("dialog[open]")?.textContent.includes("незбережені зміни")`)
	b.pressIn("Відкрити матеріал")
	b.wait("the other text", `decodeURIComponent(location.search).includes("pages/kontakty/")`)
	goTo("Проба")
	b.wait("the first one", `decodeURIComponent(location.search).includes("news/redaktor/")`)
	b.wait("the focus at its title", `document.activeElement.matches("h1")`)
	b.wait("the offer", `document.querySelector(".ve-note:not([hidden])")?.textContent.includes("незбережений текст")`)
	b.press("Повернути незбережене")
	b.wait("the text", has("Незбережена думка."))
	time.Sleep(3500 * time.Millisecond) // it has looked after the file
	if eval[bool](b, `document.querySelector(".ve-note:not([hidden])") !== null`) {
		t.Error("an unchanged file is said to be another")
	}

	eval[int](b, `(document.body.dataset.token = "of the program that was", 0)`)
	b.press("Зберегти")
	b.wait("saved", told("Збережено"))

	eval[int](b, `(() => { const ask = fetch; window.fetch = async (...of) => { const reply = await ask(...of); if (String(of[0]).endsWith("/open")) { window.reading = true; await new Promise(done => setTimeout(done, 500)); } return reply; }; return 0; })()`)
	write(t, file, strings.Replace(read(t, file), "Перший абзац.", "Чужий абзац.", 1))
	b.wait("the file being read", `window.reading`)
	add("Слово саме тоді.\n")
	b.wait("what is said of the file", `document.querySelector(".ve-note:not([hidden])")?.textContent.includes("змінився")`)
	if !eval[bool](b, has("Слово саме тоді.")) {
		t.Error("what was typed while the file was read is gone")
	}
}

// TestMendedHeader: the form comes back as it is promised, and goes where a header can no longer be read; what the preview says of it leads to the editor.
func TestMendedHeader(t *testing.T) {
	b, url, file := editing(t)
	whole := func(old, fresh string) {
		b.enter(text, strings.Replace(eval[string](b, text+".value"), old, fresh, 1))
		b.press("Зберегти")
		b.wait("saved", told("Збережено"))
	}
	b.press("Шапка як текст")
	eval[int](b, `(() => { const d = new DataTransfer(); d.items.add(new File(["x"], "a.png", {type: "image/png"})); `+text+`.dispatchEvent(new DragEvent("drop", {dataTransfer: d, bubbles: true, cancelable: true})); return 0; })()`)
	b.wait("why no consent is asked for", told("Згоду на світлину записує форма"))
	b.do(width(700))
	eval[int](b, `(scrollTo(0, document.body.scrollHeight), 0)`)
	whole("2026-10-01", "[2026-10-01")
	if top := eval[float64](b, `document.querySelector(".ve-status").getBoundingClientRect().top`); top < 0 || eval[float64](b, `scrollY`) == 0 {
		t.Errorf("what came of saving stands %v px above the window", -top)
	}
	b.wait("what is wrong", `document.querySelector(".ve-note:not([hidden])")?.textContent.includes("Шапку не вдається прочитати")`)
	if eval[bool](b, `[...document.querySelectorAll(".ve-menu button")].some(b => b.textContent === "Шапка як форма")`) {
		t.Error("an empty form is offered")
	}
	whole("[2026-10-01", "2026-10-01")
	b.wait("the form", `document.querySelector(".ve-form") && !document.querySelector(".ve-note:not([hidden])")`)

	write(t, file, strings.Replace(read(t, file), "2026-10-01", "[2026-10-01", 1))
	page := open(t, url)
	page.wait("the way to the editor", `document.querySelector("dialog[open] a[href*='_editor']")`)
	eval[int](page, `(document.querySelector("dialog[open] a[href*='_editor']").click(), 0)`)
	page.wait("the line", `document.querySelector(".ve-note:not([hidden])") && getSelection().toString().includes("[2026-10-01")`)
}

// TestClipboardAndDrop: a picture whose words have signs of Markdown finds its place, blocks begin a line, and a file that is no picture is not shown in
// the place of the editor.
func TestClipboardAndDrop(t *testing.T) {
	b, _, _ := editing(t)
	paste := func(html string) {
		eval[int](b, `(() => { const d = new DataTransfer(), t = `+text+`; d.setData("text/html", `+js(html)+`); t.focus(); t.setSelectionRange(t.value.length, t.value.length);
			t.dispatchEvent(new ClipboardEvent("paste", {clipboardData: d, bubbles: true, cancelable: true})); return 0; })()`)
	}
	b.enter(text, "Останнє слово.")
	paste("<h2>Далі</h2><p>Слово <b>жирне</b></p>")
	b.wait("a line of its own", text+`.value.includes("Останнє слово.\n\n## Далі")`)
	paste(`<p><b>Схема</b> <img alt="Схема [1] *зали*" src="data:image/png;base64,` + base64.StdEncoding.EncodeToString(pixel(t)) + `"></p>`)
	b.wait("the questions", `document.querySelector("dialog[open] [name=people]")`)
	eval[int](b, `(() => { const d = document.querySelector("dialog[open]"); d.querySelector("[name=people]").value = "none"; d.querySelector("[name=alt]").value = "Схема зали"; return 0; })()`)
	eval[int](b, `(() => { const send = [...document.querySelectorAll("dialog[open] button")].find(b => b.textContent === "Додати зображення"); send.click(); send.click(); return 0; })()`)
	b.wait("the picture", `!document.querySelector("dialog[open]") && `+text+`.value.includes("![Схема зали](") && !`+text+`.value.includes("picture:")`)
	for _, place := range []string{"#text", ".ve-fields"} {
		if !eval[bool](b, `(() => { const d = new DataTransfer(); d.items.add(new File(["x"], "План.docx", {type: "application/octet-stream"}));
			const e = new DragEvent("drop", {dataTransfer: d, bubbles: true, cancelable: true}); document.querySelector(`+js(place)+`).dispatchEvent(e); return e.defaultPrevented; })()`) {
			t.Errorf("%s: the browser opens what is dropped", place)
		}
	}
	b.wait("what may be dropped", told("лише зображення"))
}
