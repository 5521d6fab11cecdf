package render

import (
	"html/template"
	"strings"

	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// reader is for whom a view is made: a language. Its methods may be used wherever the dot is a page or a card.
type reader struct {
	r    *Renderer
	lang string
}

// T is an interface text; %s in it are the arguments in their order.
func (rd reader) T(key string, args ...any) string {
	text := rd.r.Words.Text(key, rd.lang)
	for _, arg := range args {
		text = strings.Replace(text, "%s", argument(arg), 1)
	}
	return text
}

func argument(arg any) string {
	switch a := arg.(type) {
	case string:
		return a
	case int:
		return ukrainian.Number(a)
	case template.HTML:
		return string(a)
	}
	return ""
}

// Count is a number with its noun: words entry `key` with plural forms.
func (rd reader) Count(n int, key string) string {
	noun := rd.r.Words.Noun(key, rd.lang)
	return count(n, noun, rd.lang)
}

func count(n int, noun site.Noun, lang string) string {
	if lang == site.EN {
		return ukrainian.EnglishCount(n, noun.EN[0], noun.EN[1])
	}
	return ukrainian.Count(n, noun.UK)
}

// Icon is one of the theme's icons, inline.
func (rd reader) Icon(name string) template.HTML {
	return template.HTML(rd.r.Icons[name]) //nolint:gosec // the theme's own file
}

// Link is the address of a path of the site in the reader's language, or the Ukrainian one where there is no other.
func (rd reader) Link(path string) string {
	path = strings.Trim(path, "/")
	if rd.lang == site.EN && rd.r.inEnglish(path) {
		return root + site.Address(path, site.EN)
	}
	return root + site.Address(path, site.UK)
}

// inEnglish tells whether there is an English page at the path.
func (r *Renderer) inEnglish(path string) bool {
	if !r.Site.Config.English() {
		return false
	}
	if item := r.Site.Item(path); item != nil {
		return item.EN != nil
	}
	if sec := r.Site.Section(path); sec != nil {
		return true
	}
	return path == "" || path == searchPath || (path == "forms" || strings.HasPrefix(path, "forms/")) && len(r.Site.Forms) > 0 || path == "calendar" && len(r.Site.Calendar.Months) > 0
}

// url is the address of a page.
func url(p *site.Page) string { return root + p.Address() }

// fileURL is the address of a published file, or "" where it is none.
func (r *Renderer) fileURL(file string) string {
	f, ok := r.Files[file]
	if !ok {
		return ""
	}
	return root + f.Path
}
