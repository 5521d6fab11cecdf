package render

import (
	"html/template"
	"regexp"
	"strings"
	"unicode"

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

// decimal is a number that need not be whole: 22,5 in Ukrainian, 22.5 in English.
func (rd reader) decimal(x float64) string {
	text := ukrainian.Decimal(x)
	if rd.lang == site.EN {
		return strings.ReplaceAll(text, ",", ".")
	}
	return text
}

// academicYear names the academic year that begins in first.
func (rd reader) academicYear(first int) string {
	if rd.lang == site.EN {
		return ukrainian.EnglishAcademicYear(first)
	}
	return ukrainian.AcademicYearLabel(first)
}

func count(n int, noun site.Noun, lang string) string {
	if lang == site.EN {
		return ukrainian.EnglishCount(n, noun.EN[0], noun.EN[1])
	}
	return ukrainian.Count(n, noun.UK)
}

// Icon is one of the theme's icons, inline.
func (rd reader) Icon(name string) template.HTML {
	return template.HTML(rd.r.Icons[name]) // safe: the theme's own file
}

// name is the name of a person or of a place: in English in Latin letters (B-06).
func (rd reader) name(name string) string {
	if rd.lang == site.EN {
		return ukrainian.Romanise(name)
	}
	return name
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

// longDate is a date in words, with the hour where it has one.
func (rd reader) longDate(d ukrainian.Date) string {
	switch {
	case d.IsZero():
		return ""
	case rd.lang == site.EN && d.Timed:
		return d.EnglishWithTime()
	case rd.lang == site.EN:
		return d.EnglishLong()
	case d.Timed:
		return d.WithTime()
	}
	return d.Long()
}

// dateRange is beginning and end in words; without an end the beginning.
func (rd reader) dateRange(from, to ukrainian.Date) string {
	if to.IsZero() || from.IsZero() {
		return rd.longDate(from)
	}
	if rd.lang == site.EN {
		return ukrainian.EnglishRange(from, to)
	}
	return ukrainian.Range(from, to)
}

func dateOnly(d ukrainian.Date) ukrainian.Date {
	d.Hour, d.Minute, d.Second, d.Timed, d.Again = 0, 0, 0, false, false
	return d
}

// latinRun is a text of other words than names: four Latin ones in a row. An address is none.
var latinRun = regexp.MustCompile(`(?:\b[A-Za-z’'-]{2,}[,.:;]? ){3,}[A-Za-z]{2,}`)

// Alien is the language of a text that is not in the reader's, for its attribute lang; empty where it is. A page in one language names
// things that have a name in the other only, and a voice that reads it aloud must be told.
func (rd reader) Alien(text string) string {
	latin, cyrillic := 0, 0
	for _, c := range text {
		switch {
		case unicode.Is(unicode.Cyrillic, c):
			cyrillic++
		case unicode.Is(unicode.Latin, c):
			latin++
		}
	}
	switch {
	case rd.lang == site.EN && cyrillic > latin:
		return site.UK
	case rd.lang == site.UK && cyrillic*4 < latin && latinRun.MatchString(text):
		return site.EN
	}
	return ""
}

// IntroLang is the language of what introduces a page, where it is not the reader's: only a section's introduction can be.
func (f *Frame) IntroLang() string { return "" }

// IntroLang is the language of a section's introduction, where it is not the reader's.
func (p *ListPage) IntroLang() string {
	if p.list.section != nil {
		if intro := p.list.section.Intro.Best(p.lang); intro != nil && intro.Doc.Lang != p.lang {
			return intro.Doc.Lang
		}
	}
	return ""
}
