package tests

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// hallIndex is an open auction that runs at the beginning of today.
const hallIndex = "---\nНазва: Зала\nКоротко: Проба залу.\nРежим: відкритий аукціон\nПочаток торгів: 2026-11-19T20:00\nКінець торгів: 2026-11-20T05:00\nОприлюднення: 2026-11-25T12:00\n---\nПриклад.\n"

func lotText(n, title string) string {
	return "---\nНомер лота: " + n + "\nНазва ідеї: " + title + "\nІдея: Проба.\nАвтори: [педагог]\n---\nОпис.\n"
}

// TestHall bids in a hall: a row that is appended to the table shows on the wall within a second, the operator types without the mouse, and what the rules
// refuse is not written unless that is wished.
func TestHall(t *testing.T) {
	site, url := serving(t)
	folder := site + "/content/auction/zal"
	table := folder + "/private/bids.csv"
	write(t, folder+"/private/bidders.csv", "Код учасника,Назва\nK01,Команда Перша\nK02,Команда Друга\n")
	write(t, table, "Позначка часу,Код учасника,Лот,Ставка\n19.11.2026 21:00:00,K01,1,10\n")
	write(t, folder+"/lots/01-ranok.md", lotText("1", "Ранкове коло"))
	write(t, folder+"/lots/02-skrynia.md", lotText("2", "Скриня"))
	write(t, folder+"/index.md", hallIndex)

	wall := open(t, url+"auction/zal/live/", width(1280))
	wall.wait("the wall", `document.querySelector(".hall-lot-led .hall-leader")?.textContent.includes("K01")`)
	wall.connected()
	if height := eval[float64](wall, `parseFloat(getComputedStyle(document.querySelector(".hall-clock")).fontSize)`); height < 72 {
		t.Errorf("the time of the reading is %v px high", height)
	}
	if eval[bool](wall, `document.documentElement.scrollWidth > innerWidth || document.documentElement.scrollHeight > 800`) {
		t.Error("the wall does not fit 1280 × 800")
	}

	shownAfter := func(what, leads string, change func()) {
		t.Helper()
		change() // typing is not counted
		begin := time.Now()
		wall.wait(what, `document.querySelector(".hall-leader")?.textContent.includes(`+js(leads)+`)`)
		if took := time.Since(begin); took > time.Second {
			t.Errorf("%s: shown after %v", what, took)
		} else {
			t.Logf("%s: shown after %v", what, took)
		}
		wall.connected()
	}
	shownAfter("a row appended", "20 талантів", func() {
		f, err := os.OpenFile(table, os.O_APPEND|os.O_WRONLY, 0)
		if err == nil {
			_, err = f.WriteString("19.11.2026 21:01:00,K02,1,20\n")
		}
		if err != nil || f.Close() != nil {
			t.Fatal(err)
		}
	})

	desk := open(t, url+"auction/zal/operator/", width(1280))
	desk.wait("the desk", `document.activeElement?.name === "code" && document.querySelector(".desk-lots")`)
	desk.connected()
	typed := func(keys ...string) {
		for _, k := range keys {
			desk.do(chromedp.KeyEvent(k))
		}
	}
	shownAfter("a bid typed", "K01", func() { typed("K01", kb.Enter, "1", kb.Enter, "25", kb.Enter) })
	desk.wait("the answer", `document.querySelector("[data-answer].desk-good")?.textContent.includes("K01")`)
	desk.wait("the focus back", `document.activeElement?.name === "code" && document.activeElement.value === ""`)
	desk.wait("what the hall sees", `document.querySelector(".desk-lot-leader")?.textContent.includes("25")`)
	if text := read(t, table); !strings.HasSuffix(text, "20.11.2026 00:00:00,K01,1,25\n") {
		t.Errorf("the table holds %q", text)
	}

	before := read(t, table)
	typed("K02", kb.Enter, "1", kb.Enter, "26", kb.Enter)
	desk.wait("the reason", `document.querySelector("[data-answer].desk-bad")?.textContent.includes("крок замалий") && document.activeElement?.name === "amount"`)
	if read(t, table) != before {
		t.Error("a refused bid was written")
	}
	desk.do(chromedp.Click(`[data-anyway] button`))
	desk.wait("the refusal written", `document.querySelector("[data-answer]")?.textContent.includes("Записано як відмову")`)
	if text := read(t, table); !strings.HasSuffix(text, "K02,1,26\n") {
		t.Errorf("the table holds %q", text)
	}
	desk.clean()
	wall.clean()

	axe := read(t, "node_modules/axe-core/axe.min.js")
	for _, page := range []string{"live/", "operator/", "cards/", "form/", ""} {
		b := open(t, url+"auction/zal/"+page, width(1280))
		b.connected()
		accessible(b, axe)
		b.do(width(360))
		if eval[bool](b, `document.documentElement.scrollWidth > innerWidth`) {
			t.Errorf("%s is wider than 360 px", page)
		}
		b.clean()
	}
}

// TestAuctionCheck presses «Перевірити результат», from the web and from a disk, and finds what was tampered with.
func TestAuctionCheck(t *testing.T) {
	const results = "auction/pryklad-auktsionu-2020/results/"
	check := func(t *testing.T, at, end string) *tab {
		b := open(t, at)
		b.do(chromedp.Click(`[data-check] button`))
		b.wait("the end of the check", `document.querySelector(".check-end")`)
		if text := eval[string](b, `document.querySelector(".check-end").textContent`); text != end {
			t.Errorf("%s: %s: %s", at, text, eval[string](b, `document.querySelector(".check-lines").innerText`))
		}
		b.clean()
		return b
	}
	b := check(t, address+results, "Усе сходиться.")
	if n := eval[int](b, `document.querySelectorAll(".check-good").length`); n != 6 {
		t.Errorf("%d lines", n)
	}
	check(t, "file://"+public+"/"+results+"index.html", "Усе сходиться.")

	dir := t.TempDir()
	for _, part := range []string{"assets", "auction"} {
		if err := os.CopyFS(filepath.Join(dir, part), os.DirFS(filepath.Join(public, part))); err != nil {
			t.Fatal(err)
		}
	}
	scripts, _ := filepath.Glob(dir + "/auction/pryklad-auktsionu-2020/audit.*.js")
	if len(scripts) != 1 {
		t.Fatalf("audits as scripts: %q", scripts)
	}
	text := read(t, scripts[0])
	row := regexp.MustCompile(`("row":\s*7,[^}]*"amount":\s*")(\d+)`)
	if !row.MatchString(text) {
		t.Fatal("no row 7 with an amount")
	}
	write(t, scripts[0], row.ReplaceAllString(text, "${1}1$2"))
	b = check(t, "file://"+dir+"/"+results+"index.html", "Результат не сходиться: дивіться вище.")
	if first := eval[string](b, `document.querySelector(".check-bad").textContent`); !strings.Contains(first, "Рядок 7") {
		t.Errorf("the first that is wrong: %s", first)
	}
}
