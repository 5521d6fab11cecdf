package generator

import (
	"context"
	"crypto/sha256"
	"hash"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/som-hub/vitryna/generator/content"
	"github.com/som-hub/vitryna/generator/output"
	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/render"
	"github.com/som-hub/vitryna/generator/site"
)

// theme is what designers wrote: the built-in files with the site's own over them.
type theme struct {
	kinds    *content.Kinds
	words    site.Words
	layouts  *render.Layouts
	problems problem.List
	suspects map[string]content.Suspects // by the files of the site's own layouts and words
}

type themeMemory struct {
	digest  [sha256.Size]byte
	kinds   [sha256.Size]byte // of what enters a document: the kinds and their vocabularies
	layouts map[string]string // which the pages of an item can be made with, by its section; "": all there are
	theme   *theme
}

// theme reads the layouts, or remembers them if no byte of them has changed.
func (l *Loader) theme(ctx context.Context) (*theme, error) {
	own, err := fs.Sub(l.Root, "layouts")
	if err != nil {
		return nil, err
	}
	layouts := overlay{own, l.Layouts}
	digests, err := digestsOf(layouts)
	if err != nil {
		return nil, below("layouts", err)
	}
	if m := l.memory.theme; m != nil && m.digest == digests.all {
		return m.theme, nil
	}
	minify := output.MinifyLayout
	if l.Preview || l.Lines {
		minify = nil // a designer wants to be told her own lines
	}
	t := &theme{}
	problems := make([]problem.List, 3)
	err = each(ctx, l.Jobs, len(problems), func(i int) error {
		switch i {
		case 0:
			t.kinds, problems[i] = content.ReadKinds(l.Layouts, own)
		case 1:
			t.layouts, problems[i] = render.ParseLayouts(layouts, minify, l.Verify)
		case 2:
			t.words, problems[i] = content.ReadWords(l.Layouts, own)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	t.problems, t.suspects = slices.Concat(problems...), suspectsIn(own)
	l.memory.theme = &themeMemory{digests.all, digests.kinds, digests.bySection(t.kinds), t}
	return t, nil
}

// problemsOf are what is wrong with the theme, for a site: one without English pages needs no English words.
func (t *theme) problemsOf(config *site.Config) problem.List {
	if config.English() {
		return t.problems
	}
	return slices.DeleteFunc(slices.Clone(t.problems), func(p problem.Problem) bool { return p.Code == "W-I18N" })
}

// tellTexts corrects which of the files found are texts, for Walk knows no kinds: a CSV may be an attachment, and a workbook a register; so may a list
// of references be one of a manual.
func (t *theme) tellTexts(found []content.Found) {
	for i := range found {
		file := found[i].File
		found[i].Text = found[i].Text && !t.kinds.Attached(file) || t.kinds.Workbook(file) || t.kinds.References(file)
	}
}

// personal tells of what must not get out in the site's own layouts and words.
func (t *theme) personal(model *site.Site) (problems problem.List) {
	for file, suspects := range t.suspects {
		problems = append(problems, suspects.Problems(file, allowedIn(model), model.Config.Peace())...)
	}
	return problems
}

// suspectsIn are the lines of the site's own layouts and words in which there may be what must not get out: a page shows them as its own.
func suspectsIn(own fs.FS) map[string]content.Suspects {
	suspects := map[string]content.Suspects{}
	_ = fs.WalkDir(own, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || path.Ext(name) != ".html" && path.Dir(name) != "words" {
			return nil // no error here: whoever reads the layouts tells of it
		}
		if data, err := fs.ReadFile(own, name); err == nil {
			suspects["layouts/"+name] = content.SuspectsIn(name, data)
		}
		return nil
	})
	return suspects
}

// starterSource is where the site that `vitryna init` makes lies in the layouts; it is no part of the theme.
const starterSource = "starter"

// digest tells one state of a small tree of files from another.
func digest(fsys fs.FS) (sum [sha256.Size]byte, err error) {
	h := sha256.New()
	err = digestTo(fsys, func(string) io.Writer { return h })
	h.Sum(sum[:0])
	return sum, err
}

// themeDigests tell states of the theme.
type themeDigests struct {
	all    [sha256.Size]byte
	kinds  [sha256.Size]byte
	shared [sha256.Size]byte    // of all but
	own    map[string]hash.Hash // the layouts of a kind's own pages
}

func digestsOf(layouts fs.FS) (themeDigests, error) {
	d := themeDigests{own: map[string]hash.Hash{}}
	all, kinds, shared := sha256.New(), sha256.New(), sha256.New()
	err := digestTo(layouts, func(name string) io.Writer {
		folder, file := path.Split(name)
		kind, ofKind := strings.CutPrefix(path.Clean(folder), "kinds/")
		switch {
		case path.Ext(file) == ".yaml":
			return io.MultiWriter(all, shared, kinds)
		case !ofKind || file == "card.html": // which stands on pages of others
			return io.MultiWriter(all, shared)
		case d.own[kind] == nil:
			d.own[kind] = sha256.New()
		}
		return io.MultiWriter(all, d.own[kind])
	})
	all.Sum(d.all[:0])
	kinds.Sum(d.kinds[:0])
	shared.Sum(d.shared[:0])
	return d, err
}

// bySection tells the states of what the pages of an item, and of what lives inside it, can be made with: not with the layouts of other kinds' pages.
func (d themeDigests) bySection(kinds *content.Kinds) map[string]string {
	sections := map[string]hash.Hash{}
	for _, kind := range kinds.All {
		outer := kinds.Outermost(kind)
		if sections[outer.Section] == nil {
			sections[outer.Section] = sha256.New()
			sections[outer.Section].Write(d.shared[:])
		}
		if d.own[kind.Name] != nil {
			sections[outer.Section].Write(d.own[kind.Name].Sum(nil))
		}
	}
	states := make(map[string]string, len(sections)+1)
	for section, h := range sections {
		states[section] = string(h.Sum(nil)[:16])
	}
	states[""] = string(d.all[:16])
	return states
}

// digestTo writes the names and the sums of all files.
func digestTo(fsys fs.FS, to func(name string) io.Writer) error {
	return fs.WalkDir(fsys, ".", func(name string, entry fs.DirEntry, err error) error {
		if name == guideSource || name == starterSource {
			return fs.SkipDir // read among the site's texts, if at all
		}
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return err
		}
		sum := sha256.Sum256(data)
		_, err = to(name).Write(append([]byte(name+"\x00"), sum[:]...))
		return err
	})
}
