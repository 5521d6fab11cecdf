package tests

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// noted is a chapter with notes.
const noted = "manuals/pryklad-usikh-blokiv/persha-rozmova/"

// beside tells where the first note of a chapter is: how far right of the text it begins, how far below its mark, and whether it fits the page.
const beside = `(() => {
	const text = document.querySelector(".read-text").getBoundingClientRect(), mark = document.getElementById("fnref.1").getBoundingClientRect(), note = document.getElementById("fn.1");
	const r = note.getBoundingClientRect();
	return [r.left - text.right, r.top - mark.top, document.documentElement.clientWidth - r.right, getComputedStyle(note).position === "absolute" ? 1 : 0];
})()`

// TestNotesInTheMargin: where there is room, a note stands beside its mark; elsewhere, with larger letters and on paper, at the end of the text.
func TestNotesInTheMargin(t *testing.T) {
	for _, pixels := range []int64{1280, 1600} {
		b := open(t, address+noted, width(pixels))
		if at := eval[[]float64](b, beside); at[3] != 1 || at[0] < 16 || at[1] < -12 || at[1] > 12 || at[2] < 0 {
			t.Errorf("%d px: the note begins %v px right of the text, %v below its mark, %v before the edge", pixels, at[0], at[1], at[2])
		}
		for state, step := range map[string]string{
			"larger letters": `document.documentElement.dataset.text = "large"`, "calmer": `delete document.documentElement.dataset.text; document.documentElement.dataset.calm = "yes"`,
		} {
			eval[string](b, step)
			if at := eval[[]float64](b, beside); at[3] != 0 {
				t.Errorf("%d px, %s: the note still stands in the margin", pixels, state)
			}
			eval[bool](b, `delete document.documentElement.dataset.text && delete document.documentElement.dataset.calm`)
		}
		b.do(call(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"}))
		if at := eval[[]float64](b, beside); at[3] != 0 {
			t.Errorf("%d px, paper: the note stands in the margin", pixels)
		}
	}
	for _, pixels := range []int64{360, 1024} {
		b := open(t, address+noted, width(pixels))
		if at := eval[[]float64](b, beside); at[3] != 0 || at[1] < 100 {
			t.Errorf("%d px: the note stands %v px below its mark", pixels, at[1])
		}
	}
}

// TestNotesDoNotOverlap puts three notes on one line: they stand one under another.
func TestNotesDoNotOverlap(t *testing.T) {
	b := open(t, address+noted, width(1440))
	gaps := eval[[]float64](b, `(() => {
		const mark = document.getElementById("fnref.1").closest("sup"), note = document.getElementById("fn.1");
		for (const n of [2, 3]) {
			const m = mark.cloneNode(true), li = note.cloneNode(true);
			m.firstElementChild.id = "fnref." + n; li.id = "fn." + n;
			mark.parentNode.append(m); note.parentNode.append(li);
		}
		const r = [1, 2, 3].map(n => document.getElementById("fn." + n).getBoundingClientRect());
		return [r[1].top - r[0].bottom, r[2].top - r[1].bottom];
	})()`)
	if gaps[0] < 4 || gaps[1] < 4 || gaps[0] > 40 || gaps[1] > 40 {
		t.Errorf("between three notes of one line are %v px", gaps)
	}
}

// TestReadingProgress: the line above a chapter grows with the text that has been read; where the device asks for stillness it is not there.
func TestReadingProgress(t *testing.T) {
	b := open(t, address+noted, width(1280))
	const bare = `getComputedStyle(document.querySelector(".read-text"), "::before").content === "none"`
	const line = `new DOMMatrix(getComputedStyle(document.querySelector(".read-text"), "::before").transform).a`
	if !eval[bool](b, bare) {
		t.Error("with stillness asked for, the line is there")
	}
	b.do(call(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-reduced-motion", Value: "no-preference"}}}))
	for _, part := range []struct{ scroll, least, most string }{{"0", "0", "0.1"}, {"0.5", "0.25", "0.9"}, {"1", "0.99", "1"}} {
		eval[string](b, `(scrollTo({top: document.documentElement.scrollHeight * `+part.scroll+`, behavior: "instant"}), "")`)
		b.wait(fmt.Sprintf("a line between %s and %s at %s of the page", part.least, part.most, part.scroll), line+` >= `+part.least+` && `+line+` <= `+part.most)
	}
	b.clean()
}

// TestMeasure counts the letters of whole lines in a chapter: between 60 and 75, as one reads with ease.
func TestMeasure(t *testing.T) {
	for _, pixels := range []int64{1024, 1280, 1600} {
		b := open(t, address+noted, width(pixels))
		letters := eval[float64](b, `(() => {
			let whole = 0, count = 0;
			for (const p of document.querySelectorAll(".read-text .prose > p")) {
				const walk = document.createTreeWalker(p, NodeFilter.SHOW_TEXT), range = document.createRange(), lines = [];
				let top = -1e9;
				for (let n; n = walk.nextNode();) for (let i = 0; i < n.length; i++) {
					range.setStart(n, i); range.setEnd(n, i + 1);
					const r = range.getClientRects()[0];
					if (!r || n.parentElement.closest("sup")) continue;
					if (r.top > top + 14) { top = r.top; lines.push(0); }
					lines[lines.length - 1]++;
				}
				for (const l of lines.slice(0, -1)) { whole += l; count++; }
			}
			return count ? whole / count : 0;
		})()`)
		if letters < 60 || letters > 75 {
			t.Errorf("%d px: %.0f letters in a line", pixels, letters)
		}
		t.Logf("%d px: %.1f letters in a line", pixels, letters)
	}
}

// TestIntroductionFolds: on a phone a list begins soon, and the rest of its introduction is there when it is asked for; a wide screen and paper show all.
func TestIntroductionFolds(t *testing.T) {
	b := open(t, address+"events/", width(360))
	const rest = ".list-head .fold-body"
	if eval[bool](b, seen(rest)) {
		t.Error("360 px: the whole introduction stands before the list")
	}
	b.do(chromedp.Focus(chromedp.CSS(".intro-fold > summary")), chromedp.KeyEvent(kb.Enter))
	b.wait("the rest of the introduction", seen(rest))
	b.clean()

	b = open(t, address+"events/", width(360))
	b.do(call(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"}))
	if !eval[bool](b, seen(rest)) {
		t.Error("paper: a part of the introduction is lost")
	}
	b = open(t, address+"events/", width(1280))
	if !eval[bool](b, seen(rest)) || eval[bool](b, seen(".intro-fold > summary")) {
		t.Error("1280 px: the introduction is folded")
	}
}

// TestFigures writes figures of one to seven digits into a year: the number stands whole in the first line, large, and its noun below it.
func TestFigures(t *testing.T) {
	for _, pixels := range []int64{320, 360, 1280} {
		b := open(t, address+"years/2019-2020/", width(pixels))
		for _, number := range []string{"7", "42", "999", "1378", "12\u00a0500", "125\u00a0000", "8\u00a0888\u00a0888"} {
			at := eval[[]float64](b, `(number => {
				const list = document.querySelector(".figures"), p = list.querySelector(".figure-text");
				for (const other of list.querySelectorAll(".figure-text")) other.className = "figure-text";
				p.className = "figure-text digits-" + number.replace(/\D/g, "").length;
				p.textContent = number + " дні";
				const top = (from, to) => {
					const range = document.createRange();
					range.setStart(p.firstChild, from); range.setEnd(p.firstChild, to);
					return range.getBoundingClientRect();
				};
				const first = top(0, 1), whole = top(0, number.length), noun = top(number.length + 1, number.length + 4);
				return [first.height, whole.height, noun.top - whole.top, p.getBoundingClientRect().right - whole.right];
			})(`+js(number)+`)`)
			if at[0] < 40 || at[1] > at[0] || at[2] < 20 || at[3] < 0 {
				t.Errorf("%d px, %s: a digit is %.0f px high and the number %.0f, the noun is %.0f px below, %.0f px are left", pixels, number, at[0], at[1], at[2], at[3])
			}
		}
		b.clean()
	}
}

// onPaper is a page as a printer gets it, 178 mm wide.
func onPaper(t *testing.T, page string) *tab {
	t.Helper()
	b := open(t, address+page, width(672))
	b.do(call(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"}))
	return b
}

// TestTablesOnPaper: paper cannot be moved sideways, so no table hides a column there, and a worksheet of five days fits.
func TestTablesOnPaper(t *testing.T) {
	for _, page := range []string{"manuals/pryklad-usikh-blokiv/blanky/", "manuals/pryklad-usikh-blokiv/print/"} {
		b := onPaper(t, page)
		for _, hidden := range eval[[]string](b, `[...document.querySelectorAll(".prose .table, .table-wrap")].filter(e => getComputedStyle(e).overflowX !== "visible").map(e => e.innerText.slice(0, 80))`) {
			t.Errorf("/%s: this table scrolls on paper: %s", page, hidden)
		}
		if over := eval[float64](b, `(() => {
			const table = document.querySelector(".block-worksheet table");
			for (const row of table.rows) while (row.cells.length < 7) row.append(row.cells[row.cells.length - 1].cloneNode(true));
			for (const cell of table.rows[0].cells) cell.textContent = "Понеділок";
			return table.getBoundingClientRect().right - table.closest(".block-worksheet").getBoundingClientRect().right;
		})()`); over > 0 {
			t.Errorf("/%s: a worksheet of seven columns sticks out by %.0f px", page, over)
		}
	}
}

// TestProtocolOnPaper: the protocol of an auction is a paper to be signed: lines for names, no header of the site, titles of lots in words.
func TestProtocolOnPaper(t *testing.T) {
	b := onPaper(t, "auction/pryklad-auktsionu-2020/protocol/")
	if eval[bool](b, seen(".head")) || eval[bool](b, seen(".foot")) {
		t.Error("the header or the footer of the site is printed")
	}
	if !eval[bool](b, `getComputedStyle(document.querySelector(".sign-line")).borderTopStyle === "solid"`) {
		t.Error("there is no line to sign on")
	}
	if narrow := eval[float64](b, `Math.min(...[...document.querySelectorAll(".auction-results .register-name")].map(e => e.getBoundingClientRect().width))`); narrow < 50 {
		t.Errorf("the title of a lot is %.0f px wide", narrow)
	}
}

// TestMapsKeepTheirNumbers: on paper and in forced colours the number on the fullest oblast has another colour than its tile.
func TestMapsKeepTheirNumbers(t *testing.T) {
	const same = `[...document.querySelectorAll(".tilemap .tile")].filter(tile => (rect => rect.fillOpacity === "1" && rect.fill === getComputedStyle(tile.querySelector("text")).fill)(getComputedStyle(tile.querySelector("rect")))).map(tile => tile.textContent)`
	b := onPaper(t, "places/")
	for _, tile := range eval[[]string](b, same) {
		t.Errorf("paper: %q is of the colour of its tile", tile)
	}
	b = open(t, address+"places/", call(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "forced-colors", Value: "active"}}}))
	for _, tile := range eval[[]string](b, same) {
		t.Errorf("forced colours: %q is of the colour of its tile", tile)
	}
	if width := eval[string](b, `getComputedStyle(document.querySelector(".tilemap .t4 rect")).strokeWidth`); width != "3px" {
		t.Errorf("forced colours: the fullest oblast has a line of %s", width)
	}
}

// TestImprintLabels: what a label of the imprint says does not run into what stands beside it.
func TestImprintLabels(t *testing.T) {
	b := open(t, address+"manuals/pryklad-usikh-blokiv/")
	for _, pixels := range []int64{640, 1280} {
		b.do(width(pixels))
		if near := eval[[]string](b, `[...document.querySelectorAll(".imprint-list dt")].filter(label => {
			const words = document.createRange();
			words.selectNodeContents(label);
			return label.nextElementSibling.getBoundingClientRect().left - words.getBoundingClientRect().right < 8;
		}).map(label => label.textContent)`); len(near) > 0 {
			t.Errorf("%d px: %q", pixels, near)
		}
	}
}

// TestLongWords puts a word of fifty letters where titles and names of files stand: it breaks, and no phone scrolls sideways.
func TestLongWords(t *testing.T) {
	const word = "Внутрішньопереміщенимиособамизабезпеченнямигромадою"
	for page, places := range map[string]string{
		"showcases/pryklad-vitryny-hraiuchys/exhibits/zvuky-mista/": ".files a span, .tags a, .crumbs a, .turn a > span, .menu-list a, .brand-name",
		"manuals/pryklad-usikh-blokiv/":                             ".toc-sub a, .toc-title, .crumbs a, .menu-list a",
		noted:                                                       ".crumbs a, .turn a > span",
		"tags/":                                                     ".tag-cloud a",
		"galleries/nash-prostir/":                                   ".lightbox-caption, .photo-grid figcaption",
	} {
		b := open(t, address+page, width(360))
		if strings.HasPrefix(page, "galleries") {
			b.wait("the script", lightbox)
			eval[string](b, lightbox+`.showModal(), ""`)
		}
		if missing := eval[string](b, `((places, word) => {
			for (const fold of document.querySelectorAll("details.fold")) fold.open = true;
			let missing = "";
			for (const place of places.split(", ")) {
				if (!document.querySelector(place)) missing += place;
				for (const e of document.querySelectorAll(place)) e.textContent = word;
			}
			return missing;
		})(`+js(places)+`, `+js(word)+`)`); missing != "" {
			t.Errorf("/%s has no %s", page, missing)
		}
		for _, pixels := range []int64{320, 360, 1280} {
			b.do(width(pixels))
			for _, element := range eval[[]string](b, overflow) {
				t.Errorf("/%s, %d px: wider than the page: %s", page, pixels, element)
			}
			if cut := eval[string](b, `[...document.querySelectorAll("dialog[open] .lightbox-caption")].filter(e => e.getBoundingClientRect().width > innerWidth || e.scrollWidth > e.clientWidth).map(e => e.className).join()`); cut != "" {
				t.Errorf("/%s, %d px: cut: %s", page, pixels, cut)
			}
		}
		b.close()
	}
}

// TestTitlesOfCards: on the narrowest telephone no Ukrainian word of 18 letters is torn in the title of a card beside its picture, in letters
// as wide as those of Noto Serif and Georgia, too.
func TestTitlesOfCards(t *testing.T) {
	for _, page := range []string{"projects/", "showcases/", "manuals/", "staff/"} {
		b := open(t, address+page, width(320))
		if lines := eval[int](b, `(() => {
			const title = document.querySelector(".main .card .card-title a"), word = document.createElement("span");
			title.style.letterSpacing = "0.06em";
			word.textContent = "Взаємовідвідування";
			title.replaceChildren("Наше ", word, " уроків");
			return word.getClientRects().length;
		})()`); lines != 1 {
			t.Errorf("/%s: the word stands on %d lines", page, lines)
		}
		b.close()
	}
}

// TestNameBesideSettings: with the largest letters and wide spacing a long name of a centre ends before the button of the settings.
func TestNameBesideSettings(t *testing.T) {
	b := open(t, address, width(360))
	eval[string](b, `(document.documentElement.dataset.text = "largest", document.documentElement.dataset.space = "wide", document.querySelector(".brand-name").textContent = "Центр Великоолександрівської громади", "")`)
	at := eval[[]float64](b, `(() => { const r = document.createRange(); r.selectNodeContents(document.querySelector(".brand-name")); return [r.getBoundingClientRect().right, document.querySelector(".reading-open").getBoundingClientRect().left]; })()`)
	if at[0] > at[1] {
		t.Errorf("the name ends at %.0f px, the button begins at %.0f", at[0], at[1])
	}
}

// TestTableOnItsGround: the shade of a table in a callout or a block is covered by the ground it lies on, so that no light patches are seen there.
func TestTableOnItsGround(t *testing.T) {
	b := open(t, address+noted)
	for _, ground := range []string{"callout", "block block-exercise"} {
		if !eval[bool](b, `(ground => {
			const box = document.createElement("div"), table = document.createElement("div");
			box.className = ground; table.className = "table"; box.append(table);
			document.querySelector(".prose").append(box);
			return getComputedStyle(table).backgroundImage.includes(getComputedStyle(box).backgroundColor);
		})(`+js(ground)+`)`) {
			t.Errorf("%s: the table has another ground", ground)
		}
	}
}
