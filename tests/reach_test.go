package tests

import (
	"html"
	"io/fs"
	"net/url"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var anchor = regexp.MustCompile(`<(?:a\b[^>]*?\shref|form\b[^>]*?\saction)="([^"]*)"`)

// TestEveryPageIsReached walks the built site from its home page by plain links and forms: a page that nobody can come to is lost. The page for
// wrong addresses and those at old addresses are met otherwise.
func TestEveryPageIsReached(t *testing.T) {
	links := map[string][]string{}
	err := fs.WalkDir(os.DirFS(public), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(name, ".html") {
			return err
		}
		page := read(t, public+"/"+name)
		if name == "404.html" || strings.Contains(page, `http-equiv="refresh"`) {
			return nil
		}
		links[name] = nil
		for _, m := range anchor.FindAllStringSubmatch(page, -1) {
			at, err := url.Parse("http://site/" + name)
			if err != nil {
				return err
			}
			to, err := at.Parse(html.UnescapeString(m[1]))
			if err != nil {
				t.Errorf("%s: %v", name, err)
				continue
			}
			if to.Host == "site" {
				target := strings.TrimPrefix(to.Path, "/")
				if target == "" || strings.HasSuffix(target, "/") {
					target += "index.html"
				}
				links[name] = append(links[name], target)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	reached := map[string]bool{"index.html": true}
	for queue := []string{"index.html"}; len(queue) > 0; queue = queue[1:] {
		for _, target := range links[queue[0]] {
			if _, page := links[target]; page && !reached[target] {
				reached[target] = true
				queue = append(queue, target)
			}
		}
	}
	var lost []string
	for name := range links {
		if !reached[name] {
			lost = append(lost, name)
		}
	}
	slices.Sort(lost)
	for _, name := range lost {
		t.Errorf("no link leads to /%s", strings.TrimSuffix(name, "index.html"))
	}
	if len(links) < 100 {
		t.Errorf("only %d pages", len(links))
	}
}
