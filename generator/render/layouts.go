package render

import (
	"bytes"
	"errors"
	"html/template"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/som-hub/vitryna/generator/compiled"
	"github.com/som-hub/vitryna/generator/problem"
)

// Layouts are the templates, parsed. They never change once parsed.
type Layouts struct {
	pages map[string]*layout // "home", "page", "list", "project/page" …
	cards map[string]*layout // "" for the generic one, or a kind's name

	shared *compiled.Set // base.html and the partials alone
}

// layout is one layout. What it shares with others is copied when it is first executed, and always by the same name: "base" of a page, "main" of
// a card. Most sites have few kinds of content, and the copies would be all that a small build spends its time on.
type layout struct {
	file   string
	once   sync.Once
	shared *template.Template
	own    *template.Template
	whole  *compiled.Set

	standard bool // see ParseLayouts
}

// execute writes what one of the layout's templates makes of a view.
func (l *layout) execute(w *bytes.Buffer, name string, view any) error {
	l.once.Do(func() {
		l.whole = compiled.New(l.own, l.shared, name)
		l.whole.Standard = l.standard
		l.whole.Questions(asked)
	})
	if err := l.whole.Execute(w, name, view); err != nil {
		return &layoutError{l.file, err}
	}
	return nil
}

// layoutError tells in whose layout an error lies. What html/template says of it names the line in a page that shows the card, or a template of the frame, or
// none at all.
type layoutError struct {
	file string
	err  error
}

func (e *layoutError) Error() string { return e.err.Error() }

func (e *layoutError) Unwrap() error { return e.err }

// plain are the layouts that do not belong to a kind.
var plain = []string{"home", "page", "list", "tags", "year", "years", "winners", "404", "moved", "removed", "calendar", "month", "forms", "form", "report", "abetka", "search", "transparency", "copy", "offline", "components"}

// ParseLayouts reads the layouts of the theme and of the kinds. An error in a template is the designer's problem:
// E-LAYOUT with file and line. minify, if there is one, makes their text small; the lines of errors that show only when a page
// is made are then those of the small text. standard: html/template executes them, and not what they are compiled to.
func ParseLayouts(layouts fs.FS, minify func([]byte) ([]byte, error), standard bool) (*Layouts, problem.List) {
	p := &layoutParser{layouts: layouts, minify: minify, standard: standard}
	l := &Layouts{pages: map[string]*layout{}, cards: map[string]*layout{}}
	p.shared()
	l.shared = compiled.New(template.Must(p.base.Clone()), p.base, "base")
	l.shared.Standard = standard
	l.shared.Questions(asked)
	for _, name := range plain {
		l.pages[name] = p.layout(name+".html", true)
	}
	l.cards[""] = p.layout("card.html", true)
	files, _ := fs.Glob(layouts, "kinds/*/*.html")
	for _, file := range files {
		kind, name := path.Base(path.Dir(file)), strings.TrimSuffix(path.Base(file), ".html")
		if t := p.layout(file, false); t == nil {
			continue
		} else if name == "card" {
			l.cards[kind] = t
		} else {
			l.pages[kind+"/"+name] = t
		}
	}
	return l, p.problems
}

// Doubts counts what the layouts left to html/template (see compiled.Set).
func (l *Layouts) Doubts() map[string]int {
	all := l.shared.Doubts()
	for _, list := range []map[string]*layout{l.pages, l.cards} {
		for _, layout := range list {
			if layout == nil || layout.whole == nil {
				continue
			}
			for doubt, times := range layout.whole.Doubts() {
				all[doubt] += times
			}
		}
	}
	return all
}

type layoutParser struct {
	layouts  fs.FS
	minify   func([]byte) ([]byte, error)
	standard bool
	base     *template.Template
	problems problem.List
}

// shared parses what every layout may use: base.html and the partials.
func (p *layoutParser) shared() {
	p.base = template.New("vitryna")
	files, _ := fs.Glob(p.layouts, "partials/*.html")
	slices.Sort(files)
	for _, file := range append([]string{"base.html"}, files...) {
		p.parse(p.base, file, true)
	}
}

// layout parses one layout; nil where there is none, or none that can be understood.
func (p *layoutParser) layout(file string, needed bool) *layout {
	l := &layout{file: file, shared: p.base, own: template.New("vitryna"), standard: p.standard}
	if !p.parse(l.own, file, needed) {
		return nil
	}
	if l.own.Lookup("main") == nil && l.own.Lookup("base") == nil {
		p.problems = append(p.problems, problem.New("E-LAYOUT", path.Join("layouts", file), 1, 0,
			"detail.uk", "у ньому немає `{{define \"main\"}} … {{end}}`", "detail.en", "it has no `{{define \"main\"}} … {{end}}`"))
		return nil
	}
	return l
}

func (p *layoutParser) parse(t *template.Template, file string, needed bool) bool {
	text, err := fs.ReadFile(p.layouts, file)
	if err != nil {
		if needed {
			p.complain(file, err)
		}
		return false
	}
	small := text
	if p.minify != nil {
		small, err = p.minify(text)
	}
	if err == nil {
		_, err = t.New(file).Parse(string(small))
	}
	if err == nil {
		return true
	}
	if _, plain := t.New(file).Parse(string(text)); plain != nil {
		err = plain // with the lines as they were written
	}
	p.complain(file, err)
	return false
}

func (p *layoutParser) complain(file string, err error) {
	p.problems = append(p.problems, LayoutProblem(file, err))
}

// place is where in a layout an error lies: that of a template that is executed begins with «template: », that of its context with «html/template:».
var place = regexp.MustCompile(`template: ?([^: ]+\.html):(\d+)(?::(\d+))?: (.*)`)

// unplaced is what html/template says before an error that has no line: the name of the template from which the page is made.
var unplaced = regexp.MustCompile(`^html/template:(?:[^: ]*:)? *`)

// LayoutProblem says where in a layout an error of parsing or executing lies: in that of a card, where a page shows one.
func LayoutProblem(file string, err error) problem.Problem {
	for within := (*layoutError)(nil); errors.As(err, &within); {
		file, err = within.file, within.err
	}
	detail := unplaced.ReplaceAllString(err.Error(), "")
	line, column := 0, 0
	if m := place.FindStringSubmatch(err.Error()); m != nil {
		file, detail = m[1], m[4]
		line, _ = strconv.Atoi(m[2])
		column, _ = strconv.Atoi(m[3])
	}
	return problem.New("E-LAYOUT", path.Join("layouts", file), line, column, "detail", strings.TrimSpace(detail))
}

// page returns the layout of that name of a kind, or the generic one.
func (l *Layouts) page(kind, name string) *layout {
	if t := l.pages[kind+"/"+name]; t != nil {
		return t
	}
	return l.pages[name]
}

func (l *Layouts) card(kind string) *layout {
	if t := l.cards[kind]; t != nil {
		return t
	}
	return l.cards[""]
}
