package tests

import (
	"archive/zip"
	"html"
	"io"
	"io/fs"
	"net/url"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// start is the page of a copy that a visitor opens first.
const start = "ПОЧНІТЬ ТУТ.html"

// packed makes the archive of this repository's site and unpacks it, by an unzip program if there is one.
func packed(t *testing.T) (dir string) {
	t.Helper()
	archive := filepath.Join(t.TempDir(), "site.zip")
	if out, err := command(vitryna, "pack", "--now", today, "--out", archive).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	dir = t.TempDir()
	if tool, err := exec.LookPath("unzip"); err == nil {
		c := exec.Command(tool, "-q", archive, "-d", dir)
		c.Env = append(os.Environ(), "LC_ALL=C") // a machine that knows nothing of Ukrainian
		if out, err := c.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		return dir
	}
	z, err := zip.OpenReader(archive)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close() // unchecked: it was read only
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		write(t, filepath.Join(dir, filepath.FromSlash(f.Name)), string(data))
	}
	return dir
}

// fileAddress is the address of a file of the copy.
func fileAddress(dir, name string) string {
	return (&url.URL{Scheme: "file", Path: path.Join(dir, name)}).String()
}

var addressOfTag = regexp.MustCompile(`<[a-z]+\b[^>]*?\s(?:href|src|action|poster)="([^"#?]+)[^"]*"`)

// TestPackedLinks follows every link of every page of the copy: each leads to a file, for a folder has no index on a disk.
func TestPackedLinks(t *testing.T) {
	dir := packed(t)
	pages, links := 0, 0
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, _ fs.DirEntry, err error) error {
		if err != nil || path.Ext(name) != ".html" {
			return err
		}
		pages++
		for _, m := range addressOfTag.FindAllStringSubmatch(read(t, dir+"/"+name), -1) {
			to, err := url.Parse(html.UnescapeString(m[1]))
			if err != nil || to.Scheme != "" || to.Host != "" {
				continue
			}
			links++
			if info, err := os.Stat(filepath.Join(dir, path.Dir(name), to.Path)); err != nil || !info.Mode().IsRegular() {
				t.Errorf("%s: %q is no file", name, m[1])
			}
		}
		return nil
	})
	if err != nil || pages < 400 || links < 10000 {
		t.Errorf("%d pages, %d links: %v", pages, links, err)
	}
}

// TestPackedOpens shows the pages of the copy from its folder: without an error, without a request, with their pictures; a page of each kind,
// with -every all.
func TestPackedOpens(t *testing.T) {
	dir := packed(t)
	names := []string{start, "pro-kopiiu/index.html", "en/pro-kopiiu/index.html"}
	for _, name := range pages(t) {
		if name == "" || strings.HasSuffix(name, "/") {
			name += "index.html"
		}
		if name != "404.html" && !strings.HasSuffix(name, "offline/index.html") { // of use to hosts, and to browsers that keep a site
			names = append(names, name)
		}
	}
	var b *tab
	for i, name := range names {
		if i%30 == 0 { // a tab has its time
			b = open(t, fileAddress(dir, name))
		} else {
			b.do(chromedp.Navigate(fileAddress(dir, name)))
		}
		if broken := eval[[]string](b, `[...document.images].filter(i => i.getAttribute("src") && i.complete && i.naturalWidth === 0).map(i => i.src)`); len(broken) > 0 {
			t.Errorf("%s: pictures that do not show: %q", name, broken)
		}
		if hint := eval[bool](b, `[...document.querySelectorAll(".unpack")].some(e => e.offsetParent)`); hint {
			t.Errorf("%s: who has unpacked the copy is told to", name)
		}
		before := t.Failed()
		if b.clean(); t.Failed() && !before {
			t.Logf("the first page with a fault: %s", name)
		}
	}
}

// TestPackedSearch searches in the copy, from the field of a page, and goes on to what is found; the hit opens.
func TestPackedSearch(t *testing.T) {
	dir := packed(t)
	b := open(t, fileAddress(dir, "projects/ahenty-zmin/index.html"))
	b.do(chromedp.KeyEvent("/"))
	b.wait("the field", `document.activeElement.id === "_find"`)
	eval[string](b, `document.activeElement.value = ""`)
	b.do(chromedp.KeyEvent("вебвітрини"), chromedp.KeyEvent(kb.Enter))
	b.wait("the search page", `location.pathname.endsWith("/search/index.html") && document.querySelector("#results a")`)
	if found := eval[[]string](b, resultsAre); !slices.Contains(found, "glossary/veb-vitryna") {
		t.Errorf("%q", found)
	}
	b.do(chromedp.Click(chromedp.CSS("#results a")))
	b.wait("the page found", `location.pathname.endsWith("/index.html") && !location.pathname.includes("/search/") && document.querySelector("h1")`)
	b.clean()
}

// TestNotUnpacked opens the first page alone, as a program does that shows what is inside an archive: it says what to do.
func TestNotUnpacked(t *testing.T) {
	alone := t.TempDir()
	write(t, filepath.Join(alone, start), read(t, filepath.Join(packed(t), start)))
	b := open(t, fileAddress(alone, start))
	if text := eval[string](b, `document.body.innerText`); !strings.HasPrefix(text, "Якщо ви бачите цей напис, архів ще не розпаковано.") {
		t.Errorf("%.200s", text)
	}
}
