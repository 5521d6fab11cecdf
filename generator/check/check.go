// Package check finds what is broken in a finished site.
//
// It reads the output as a browser would, and knows nothing of how it was made: whatever the content, the layouts or the
// program did wrong shows here at the latest.
//
//	problems := check.Site(os.DirFS("public"), check.Options{BaseURL: "https://example.org"})
//
// It promises that in a site without problems
//
//   - every href, src and srcset of a page, every url() of a style and every page address in a <meta> leads to a file that
//     exists, every fragment to an id that exists (E-LINK, E-ANCHOR); none is counted from the root of the
//     server (E-OUT-ROOT), but on 404.html, which is shown at any depth, all are (E-OUT-DEPTH);
//   - every page has a title, a language and one h1, and no id twice (E-OUT-TITLE, E-OUT-LANG, E-OUT-H1, E-OUT-ID);
//   - nothing is there that the Content-Security-Policy forbids: no script, style or handler inside a page (E-OUT-INLINE),
//     nothing loaded from another site (E-OUT-FOREIGN);
//   - no page is over 200 KB (W-OUT-WEIGHT);
//   - no e-mail or phone out of a private folder stands in any file (E-PII-LEAK), and none that nobody allowed in what a file
//     says (E-PII).
//
// A folder is linked to with a slash at its end, or by its index.html: without the slash a link works on some servers only, so
// it counts as dead. Links to other sites are not visited: [External] does that, when somebody asks for it.
//
// Problems are named by the file of the output. The work is linear in its size; one file is in memory at a time.
package check

import (
	"bufio"
	"io"
	"io/fs"
	"net/url"
	"path"
	"strings"

	"github.com/som-hub/vitryna/generator/attachment"
	"github.com/som-hub/vitryna/generator/problem"
)

// Options are what Site needs beside the output.
type Options struct {
	// BaseURL is the site's address without a slash at the end, or empty. Absolute links that begin with it must
	// lead somewhere too; its path is what the links of 404.html begin with.
	BaseURL string

	// Private are e-mails and phones that must stand in no file, without those of the office. Phones are compared by
	// their digits; what has fewer than nine is no phone.
	Private []string

	// Personal, if there is one, tells the phones and e-mails of a line that nobody allowed: it calls say for each.
	Personal func(line string, say func(what, value string))
}

// Site reads the finished site and returns what is broken in it, sorted.
func Site(fsys fs.FS, o Options) problem.List {
	c := &checker{fsys: fsys, o: o, files: map[string]bool{}, ids: map[string]bool{}, leaks: newLeaks(o.Private)}
	if base, err := url.Parse(o.BaseURL); err == nil {
		c.basePath = base.Path
	}
	c.list()
	for _, name := range c.names {
		c.file(name)
	}
	c.resolve()
	problems := c.problems.Dedup() // one fault of a page may stand in it many times
	problems.Sort()
	return problems
}

// checker is the state of checking one site: first the names of all files, then what each holds, then the fragments, whose ids
// are known only when every page has been read.
type checker struct {
	fsys     fs.FS
	o        Options
	basePath string // of BaseURL: /som-hub

	names    []string
	files    map[string]bool
	ids      map[string]bool // page#id
	jumps    []jump
	leaks    *leaks
	problems problem.List
}

// jump is a link to a place of a page.
type jump struct{ from, to, id string }

func (c *checker) complain(code, file string, args ...string) {
	c.problems = append(c.problems, problem.New(code, file, 0, 0, args...))
}

func (c *checker) list() {
	_ = fs.WalkDir(c.fsys, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			c.complain("E-READ", name, "detail", err.Error())
		case !d.IsDir():
			c.names = append(c.names, name)
			c.files[name] = true
		}
		return nil
	})
}

// file reads one file: pages and styles whole, others only if there is something to look for in them.
func (c *checker) file(name string) {
	var err error
	switch strings.ToLower(path.Ext(name)) {
	case ".html", ".htm":
		err = c.read(name, c.page)
	case ".css":
		err = c.read(name, c.style)
	case ".ics", ".csv", ".json", ".txt", ".xml", ".vtt", ".svg":
		err = c.read(name, func(name string, data []byte) {
			c.search(name, data)
			c.personal(name, data)
		})
	default:
		if !c.leaks.none() {
			err = c.stream(name)
		}
	}
	if err != nil {
		c.complain("E-READ", name, "detail", err.Error())
	}
}

func (c *checker) read(name string, look func(string, []byte)) error {
	data, err := fs.ReadFile(c.fsys, name)
	if err != nil {
		return err
	}
	look(name, data)
	return nil
}

func (c *checker) stream(name string) error {
	f, err := c.fsys.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	r := bufio.NewReader(f)
	if begin, _ := r.Peek(16); attachment.Packed(begin) {
		data, err := io.ReadAll(r)
		c.search(name, data)
		return err
	}
	search := c.leaks.search()
	if _, err := io.Copy(search, r); err != nil {
		return err
	}
	c.leaked(name, search)
	return nil
}

func (c *checker) leaked(name string, search *search) {
	for _, found := range search.results() {
		c.complain("E-PII-LEAK", name, "what", found.what, "value", problem.Mask(found.value))
	}
}

// resolve looks for the ids that links lead to.
func (c *checker) resolve() {
	for _, j := range c.jumps {
		if c.ids[j.to+"#"+j.id] {
			continue
		}
		if plain, err := url.PathUnescape(j.id); err == nil && c.ids[j.to+"#"+plain] {
			continue
		}
		args := []string{"anchor", j.id}
		if j.to != j.from {
			args = append(args, "target", j.to)
		}
		c.complain("E-ANCHOR", j.from, args...)
	}
}
