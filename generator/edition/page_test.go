package edition

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

var siteFiles = []string{
	"index.html", "404.html", "feed.xml", "news/index.html", "news/odna/index.html", "news/odna/film.0a1b.mp4", "news/odna/zvit.0a1b.pdf", "news/odna/malyi.pdf",
	"search/index.html", "manuals/shkola/shkola.html", "assets/site.css", "cards/news-odna.0a1b2c3d.png", "cards/odna/foto.0a1b2c3d.png", "en/index.html",
}

func disk(base string) *Disk {
	return New(Options{Files: siteFiles, Base: base, Absent: []string{"news/odna/film.0a1b.mp4", "news/odna/zvit.0a1b.pdf"}, Unpack: "Спершу <b>розпакуйте</b>", Note: func(lang string) string {
		if lang == "en" {
			return "not in this copy"
		}
		return "немає в цій копії"
	}})
}

func TestLinks(t *testing.T) {
	for _, c := range []struct{ file, page, want string }{
		// folders end in their file, with query and fragment behind it
		{"index.html", `<a href="news/">`, `<a href="news/index.html">`},
		{"index.html", `<a href="news">`, `<a href="news/index.html">`},
		{"index.html", `<a href="./">`, `<a href="./index.html">`},
		{"index.html", `<a href="news/#_main">`, `<a href="news/index.html#_main">`},
		{"index.html", `<a href="search/?q=a&amp;kind=b#x">`, `<a href="search/index.html?q=a&amp;kind=b#x">`},
		{"index.html", `<form method="get" action="search/">`, `<form method="get" action="search/index.html">`},
		{"news/odna/index.html", `<a href="../../">`, `<a href="../../index.html">`},
		{"news/odna/index.html", `<a href="..">`, `<a href="../index.html">`},
		{"news/odna/index.html", `<a href="./#a">`, `<a href="./index.html#a">`},
		{"news/odna/index.html", `<meta http-equiv="refresh" content="0; url=../">`, `<meta http-equiv="refresh" content="0; url=../index.html">`},
		{"index.html", `<noscript><p><a href="news/">x</a></p></noscript><a href="en/">`, `<noscript><p><a href="news/index.html">x</a></p></noscript><a href="en/index.html">`},
		// what is no folder of the site stays, byte by byte
		{"index.html", `<a  href='manuals/shkola/shkola.html' HIDDEN>`, `<a  href='manuals/shkola/shkola.html' HIDDEN>`},
		{"index.html", `<a href="#x"><a href=""><a href="?page=2">`, `<a href="#x"><a href=""><a href="?page=2">`},
		{"index.html", `<a href="https://example.org/news/"><a href="//example.org/"><a href="mailto:a@b.c">`, `<a href="https://example.org/news/"><a href="//example.org/"><a href="mailto:a@b.c">`},
		{"index.html", `<a href="/news/"><a href="../news/"><a href="nema/"><a href="%zz/">`, `<a href="/news/"><a href="../news/"><a href="nema/"><a href="%zz/">`},
		{"index.html", `<svg viewBox="0 0 1 1"><title>a</title></svg><!-- b --><p class="news/">`, `<svg viewBox="0 0 1 1"><title>a</title></svg><!-- b --><p class="news/">`},
		{"index.html", `<script src="assets/site.js">"<a href='news/'>"</script>`, `<script src="assets/site.js">"<a href='news/'>"</script>`},
		{"index.html", `<meta name="description" content="a; url=news/">`, `<meta name="description" content="a; url=news/">`},
	} {
		if got := string(disk("").Finish(c.file, []byte(c.page))); got != c.want {
			t.Errorf("%s: %s\n got %s\nwant %s", c.file, c.page, got, c.want)
		}
	}
}

func TestLeftOut(t *testing.T) {
	for _, c := range []struct{ base, page, want string }{
		{"", `<a href="zvit.0a1b.pdf" download><i>Звіт</i></a> PDF`, `<a download=""><i>Звіт</i> <span class="absent">(немає в цій копії)</span></a> PDF`},
		{"https://example.org/hub", `<a href="zvit.0a1b.pdf#page=2">Звіт</a>`, `<a href="https://example.org/hub/news/odna/zvit.0a1b.pdf#page=2">Звіт <span class="absent">(немає в цій копії)</span></a>`},
		{"", `<html lang="en"><a href="zvit.0a1b.pdf">a</a>`, `<html lang="en"><a>a <span class="absent">(not in this copy)</span></a>`},
		{"https://example.org", `<a href="malyi.pdf">a</a>`, `<a href="malyi.pdf">a</a>`},
		// a film is not loaded from afar by itself
		{"https://example.org", `<video controls src="film.0a1b.mp4"><a href="film.0a1b.mp4">a</a></video>`,
			`<video controls=""><a href="https://example.org/news/odna/film.0a1b.mp4">a <span class="absent">(немає в цій копії)</span></a></video> <a href="https://example.org/news/odna/film.0a1b.mp4"><span class="absent">(немає в цій копії)</span></a>`},
		{"", `<video src="film.0a1b.mp4"></video>`, `<video></video> <span class="absent">(немає в цій копії)</span>`},
		// what is for the web only stays there
		{"https://example.org", `<link rel="alternate" href="../../feed.xml"><a href="../../feed.xml">a</a>`, `<link rel="alternate" href="https://example.org/feed.xml"><a href="https://example.org/feed.xml">a</a>`},
	} {
		if got := string(disk(c.base).Finish("news/odna/index.html", []byte(c.page))); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.page, got, c.want)
		}
	}
}

func TestKeeps(t *testing.T) {
	d, kept := disk(""), []string{}
	for _, file := range siteFiles {
		if d.Keeps(file) {
			kept = append(kept, file)
		}
	}
	want := "index.html news/index.html news/odna/index.html news/odna/malyi.pdf search/index.html manuals/shkola/shkola.html assets/site.css cards/odna/foto.0a1b2c3d.png en/index.html"
	if got := strings.Join(kept, " "); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	for file, want := range map[string]bool{"a/a.pdf": true, "a/a.epub": true, "a/a.MP4": true, "a/index.html": false, "a/foto-960.jpg": false, "assets/site.js": false, "a/a.docx": true} {
		if Attachment(file) != want {
			t.Errorf("%s: %v", file, !want)
		}
	}
}

func TestStart(t *testing.T) {
	got := string(disk("").Start([]byte(`<html lang="uk"><head></head><body class="type-home"><p>a</p></body></html>`)))
	want := `<html lang="uk"><head></head><body class="type-home"><p class="unpack">Спершу <b>розпакуйте</b></p><p>a</p></body></html>`
	if got != want {
		t.Errorf("got %s", got)
	}
}

// FuzzPage rewrites pages that are none: a second time changes nothing, and no element is lost.
func FuzzPage(f *testing.F) {
	f.Add("index.html", `<a href="news/">a</a>`)
	f.Add("news/odna/index.html", `<noscript><a href=".."></noscript><video src="film.0a1b.mp4">`)
	f.Add("index.html", `<a href="n&#101;ws/"<meta content="0;url= news/ " http-equiv=refresh>`)
	f.Fuzz(func(t *testing.T, file, page string) {
		d := disk("https://example.org")
		once := d.page(file, []byte(page))
		if twice := d.page(file, once); string(twice) != string(once) {
			t.Errorf("%q\nonce  %q\ntwice %q", page, once, twice)
		}
		if before, after := tags([]byte(page)), tags(once); after < before {
			t.Errorf("%q: %d tags, then %d: %q", page, before, after, once)
		}
	})
}

func tags(page []byte) (n int) {
	z := html.NewTokenizer(strings.NewReader(string(page)))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return n
		case html.StartTagToken, html.SelfClosingTagToken:
			n++
		}
	}
}
