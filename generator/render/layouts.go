package render

import (
	"html/template"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/site"
)

// Layouts are the templates, parsed. They never change once parsed.
type Layouts struct {
	pages map[string]*template.Template // "home", "page", "list", "project/page" …
	cards map[string]*template.Template // "" for the generic one, or a kind's name

	shared *template.Template // base.html and the partials alone
}

// plain are the layouts that do not belong to a kind.
var plain = []string{"home", "page", "list", "tags", "year", "years", "winners", "404", "moved", "removed", "calendar", "month", "forms", "form", "report", "abetka", "transparency"}

// ParseLayouts reads the layouts of the theme and of the kinds. An error in a template is the designer's problem:
// E-LAYOUT with file and line. minify, if there is one, makes their text small; the lines of errors that show only when a page
// is made are then those of the small text.
func ParseLayouts(layouts fs.FS, kinds []*site.Kind, minify func([]byte) ([]byte, error)) (*Layouts, problem.List) {
	p := &layoutParser{layouts: layouts, minify: minify}
	l := &Layouts{pages: map[string]*template.Template{}, cards: map[string]*template.Template{}}
	p.shared()
	l.shared = template.Must(p.base.Clone())
	for _, name := range plain {
		l.pages[name] = p.layout(name+".html", true)
	}
	l.cards[""] = p.layout("card.html", true)
	for _, kind := range kinds {
		files, _ := fs.Glob(layouts, "kinds/"+kind.Name+"/*.html")
		for _, file := range files {
			name := strings.TrimSuffix(path.Base(file), ".html")
			if t := p.layout(file, false); t == nil {
				continue
			} else if name == "card" {
				l.cards[kind.Name] = t
			} else {
				l.pages[kind.Name+"/"+name] = t
			}
		}
	}
	return l, p.problems
}

type layoutParser struct {
	layouts  fs.FS
	minify   func([]byte) ([]byte, error)
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

// layout parses one layout over a copy of the shared templates; nil where a kind has none.
func (p *layoutParser) layout(file string, needed bool) *template.Template {
	t, err := p.base.Clone()
	if err != nil {
		p.complain(file, err)
		return nil
	}
	if !p.parse(t, file, needed) {
		return nil
	}
	return t
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

var place = regexp.MustCompile(`template: (?:[^:]*/)?([^:]+\.html):(\d+)(?::(\d+))?: (.*)`)

// LayoutProblem says where in a layout an error of parsing or executing lies.
func LayoutProblem(file string, err error) problem.Problem {
	detail := strings.TrimPrefix(err.Error(), "html/template:")
	line, column := 0, 0
	if m := place.FindStringSubmatch(err.Error()); m != nil {
		line, _ = strconv.Atoi(m[2])
		column, _ = strconv.Atoi(m[3])
		detail = m[4]
		if whole := regexp.MustCompile(`template: ([^:]+\.html):`).FindStringSubmatch(err.Error()); whole != nil {
			file = whole[1]
		}
	}
	return problem.New("E-LAYOUT", path.Join("layouts", file), line, column, "detail", strings.TrimSpace(detail))
}

// page returns the layout of that name of a kind, or the generic one.
func (l *Layouts) page(kind, name string) *template.Template {
	if t := l.pages[kind+"/"+name]; t != nil {
		return t
	}
	return l.pages[name]
}

func (l *Layouts) card(kind string) *template.Template {
	if t := l.cards[kind]; t != nil {
		return t
	}
	return l.cards[""]
}
