package main

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"html"
	"io/fs"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/som-hub/vitryna/generator/output"
)

// files DIR: prints the names of the files in it, for stdout and cmp. Scripts, styles and attachments are printed without the
// digest in their names.
func files(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: files DIR")
	}
	var names []string
	eachFile(ts, args[0], func(name string, _ []byte, _ fs.FileInfo) {
		names = append(names, digest.ReplaceAllString(name, ".HASH."))
	})
	slices.Sort(names)
	fmt.Fprintln(ts.Stdout(), strings.Join(names, "\n"))
}

var digest = regexp.MustCompile(`\.[0-9a-f]{8,10}\.`)

func eachFile(ts *testscript.TestScript, dir string, do func(name string, data []byte, info fs.FileInfo)) {
	root := os.DirFS(ts.MkAbs(dir))
	ts.Check(fs.WalkDir(root, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(root, name)
		if err != nil {
			return err
		}
		info, err := entry.Info()
		do(name, data, info)
		return err
	}))
}

// has FILE TEXT...: the file, or a file of that folder, holds each text (with ! none of them). What a minifier may write in two ways is
// one: ' and " in values, the end of an empty element.
func has(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) < 2 {
		ts.Fatalf("usage: [!] has FILE-OR-DIR TEXT...")
	}
	if info, err := os.Stat(ts.MkAbs(args[0])); err != nil || !info.IsDir() {
		search(ts, neg, plain(ts.ReadFile(args[0])), args)
		return
	}
	for _, want := range args[1:] {
		where := ""
		eachFile(ts, args[0], func(name string, data []byte, _ fs.FileInfo) {
			if strings.Contains(plain(string(data)), want) {
				where = name
			}
		})
		if (where != "") == neg {
			ts.Fatalf("%s: %q found in: %q", args[0], want, where)
		}
	}
}

func plain(page string) string { return spellings.Replace(page) }

var spellings = strings.NewReplacer("&#39;", "'", "&#34;", `"`, "&quot;", `"`, " />", ">", "/>", ">")

func search(ts *testscript.TestScript, neg bool, text string, args []string) {
	for _, want := range args[1:] {
		switch {
		case neg && strings.Contains(text, want):
			ts.Fatalf("%s holds %q:\n%s", args[0], want, text)
		case !neg && !strings.Contains(text, want):
			ts.Fatalf("%s does not hold %q:\n%s", args[0], want, text)
		}
	}
}

// htmlhas FILE TEXT...: a visitor of the page can read each text (with ! none of them). Space is folded; in a text with · in it
// that sign stands for a no-break space, in others a no-break space is a space.
func htmlHas(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) < 2 {
		ts.Fatalf("usage: [!] htmlhas FILE TEXT...")
	}
	page := visible(ts.ReadFile(args[0]))
	for _, want := range args[1:] {
		text := page
		if !strings.Contains(want, "·") {
			text = strings.ReplaceAll(page, "·", " ")
		}
		search(ts, neg, text, []string{args[0], want})
	}
}

var (
	unseen = regexp.MustCompile(`(?s)<(script|style|svg|head)\b.*?</(script|style|svg|head)>|<!--.*?-->`)
	inline = regexp.MustCompile(`</?(a|abbr|b|bdi|cite|code|em|i|mark|q|s|small|span|strong|sub|sup|time)\b[^>]*>`)
	tag    = regexp.MustCompile(`<[^>]*>`)
	space  = regexp.MustCompile(`[ \t\r\n]+`)
)

// visible is the text of a page.
func visible(page string) string {
	if _, body, ok := strings.Cut(page, "<body"); ok { // the minifier leaves out </head>
		page = "<" + body
	}
	page = unseen.ReplaceAllString(page, "")
	page = tag.ReplaceAllString(inline.ReplaceAllString(page, ""), " ")
	page = strings.NewReplacer("\u00a0", "·", "\u00ad", "").Replace(html.UnescapeString(page))
	return space.ReplaceAllString(page, " ")
}

var (
	reference = regexp.MustCompile(`\s(?:href|src|poster|srcset)=("[^"]*"|'[^']*'|[^\s>]+)`)
	name      = regexp.MustCompile(`\sid=("[^"]*"|'[^']*'|[^\s>]+)`)
)

// crawl DIR: every address in every page is relative and leads to a file that is there, or to an id that is there. Addresses of the
// page for wrong addresses begin with a slash; they lead somewhere too.
func crawl(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: crawl DIR")
	}
	pages, ids, links := map[string]string{}, map[string]bool{}, 0
	eachFile(ts, args[0], func(file string, data []byte, _ fs.FileInfo) {
		pages[file] = ""
		if strings.HasSuffix(file, ".html") {
			pages[file] = string(data)
			for _, m := range name.FindAllStringSubmatch(string(data), -1) {
				ids[file+"#"+html.UnescapeString(strings.Trim(m[1], `"'`))] = true
			}
		}
	})
	for file, page := range pages {
		for _, m := range reference.FindAllStringSubmatch(page, -1) {
			written := html.UnescapeString(strings.Trim(m[1], `"'`))
			u, err := url.Parse(written)
			ts.Check(err)
			if u.Scheme != "" {
				continue
			}
			links++
			target, rooted := strings.CutPrefix(u.Path, "/")
			switch {
			case rooted && file != "404.html":
				ts.Fatalf("%s: %q is counted from the root", file, written)
			case u.Path == "":
				target = file
			case !rooted:
				target = path.Join(path.Dir(file), u.Path)
			}
			if u.Path == "." || u.Path == ".." || u.Path == "/" || strings.HasSuffix(u.Path, "/") || strings.HasSuffix(u.Path, "/.") || strings.HasSuffix(u.Path, "/..") {
				target = path.Join(target, "index.html")
			}
			if _, there := pages[target]; !there {
				ts.Fatalf("%s: %q leads to %s, which is not there", file, written, target)
			}
			if u.Fragment != "" && !ids[target+"#"+u.Fragment] {
				ts.Fatalf("%s: %q: no such id in %s", file, written, target)
			}
		}
	}
	if links == 0 {
		ts.Fatalf("no link in %s", args[0])
	}
}

var (
	anyTag    = regexp.MustCompile(`<([a-zA-Z][a-zA-Z0-9-]*)((?:\s+[^\s"'=<>/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>]+))?)*)\s*/?>`)
	attribute = regexp.MustCompile(`([^\s"'=<>/]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>]+))?`)
	data      = regexp.MustCompile(`(?s)(<script type="application/ld\+json">).*?</script>`)
)

// noinline DIR: no page holds a script, a style or a handler inside itself, or loads anything from elsewhere. A book in a single file alone
// has one style, whose digest its policy names (design 9).
func noInline(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: noinline DIR")
	}
	tags := 0
	eachFile(ts, args[0], func(file string, page []byte, _ fs.FileInfo) {
		if !strings.HasSuffix(file, ".html") {
			return
		}
		single := bytes.Contains(page, []byte("style-src 'sha256-")) && bytes.Count(page, []byte("<style")) == 1
		for _, m := range anyTag.FindAllStringSubmatch(data.ReplaceAllString(string(page), "$1"), -1) {
			tags++
			values := map[string]string{}
			for _, a := range attribute.FindAllStringSubmatch(m[2], -1) {
				values[strings.ToLower(a[1])] = html.UnescapeString(strings.Trim(a[2], `"'`))
			}
			_, styled := values["style"]
			_, sourced := values["src"]
			bad := styled || strings.EqualFold(m[1], "style") && !single ||
				strings.EqualFold(m[1], "script") && !sourced && values["type"] != "application/ld+json"
			for name, value := range values {
				foreign := strings.HasPrefix(value, "//") || strings.HasPrefix(value, "http")
				bad = bad || strings.HasPrefix(name, "on") || name == "src" && foreign || name == "srcset" && foreign ||
					strings.HasPrefix(strings.ToLower(strings.TrimSpace(value)), "javascript:") && name != "content"
			}
			if bad {
				ts.Fatalf("%s: %s", file, m[0])
			}
		}
	})
	if tags == 0 {
		ts.Fatalf("no tag in %s", args[0])
	}
}

// same DIR DIR: the two folders hold the same files with the same bytes.
func same(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: same DIR DIR")
	}
	first := map[string][]byte{}
	eachFile(ts, args[0], func(name string, data []byte, _ fs.FileInfo) { first[name] = data })
	n := 0
	eachFile(ts, args[1], func(name string, data []byte, _ fs.FileInfo) {
		n++
		if other, ok := first[name]; !ok || !bytes.Equal(data, other) {
			ts.Fatalf("%s differs", name)
		}
	})
	if n != len(first) || n == 0 {
		ts.Fatalf("%d files and %d", len(first), n)
	}
}

// keep DIR: remembers the folder for `unchanged`. It need not be there.
func keep(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: keep DIR")
	}
	ts.Setenv("KEPT_"+args[0], state(ts, args[0]))
}

// unchanged DIR: no file of the folder has come, gone or been written since `keep`.
func unchanged(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: unchanged DIR")
	}
	if ts.Getenv("KEPT_"+args[0]) != state(ts, args[0]) {
		ts.Fatalf("%s is not as it was", args[0])
	}
}

// damage DIR: changes a byte in the middle of every file of the folder.
func damage(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: damage DIR")
	}
	n := 0
	eachFile(ts, args[0], func(name string, data []byte, _ fs.FileInfo) {
		if len(data) > 0 {
			n++
			data[len(data)/2] ^= 0xff
			ts.Check(os.WriteFile(filepath.Join(ts.MkAbs(args[0]), filepath.FromSlash(name)), data, 0o600))
		}
	})
	if n == 0 {
		ts.Fatalf("%s holds nothing to damage", args[0])
	}
}

func state(ts *testscript.TestScript, dir string) string {
	if _, err := os.Stat(ts.MkAbs(dir)); errors.Is(err, fs.ErrNotExist) {
		return "none"
	}
	sum := sha256.New()
	eachFile(ts, dir, func(name string, data []byte, info fs.FileInfo) {
		written := info.ModTime().UnixNano()
		if path.Base(name) == output.ListName {
			written = 0 // a build that fails has written its names down, and taken them back
		}
		fmt.Fprintf(sum, "%q %d %x\n", name, written, sha256.Sum256(data))
	})
	return fmt.Sprintf("%x", sum.Sum(nil))
}
