package render

import (
	"html"
	"strings"

	"github.com/som-hub/vitryna/generator/site"
)

// gloss explains abbreviations where they first stand in a page's text: the abbreviation gets its full name and leads to the glossary.
// It is told of the text piece by piece, as the holes between them are filled, and remembers what is open.
type gloss struct {
	r       *Renderer
	glosser *site.Glosser
	page    *site.Page
	done    []*site.Term

	unread []string // pieces whose tags are not counted yet: most pages have nothing to explain, so nothing to count
	links  int      // holes of links that are open
	closed int      // elements that are open and in whose text nothing is explained
}

// gloss is nil where there is nothing to explain in the text of a page.
func (r *Renderer) gloss(page *site.Page, text string) *gloss {
	if r.Site.Glosser() == nil {
		return nil
	}
	g := &gloss{r: r, glosser: r.Site.Glosser(), page: page}
	if _, _, term := g.glosser.Next(text, 0, g.may); term == nil {
		return nil
	}
	return g
}

// silent are the elements in whose text nothing is explained.
var silent = map[string]bool{
	"a": true, "h1": true, "h2": true, "h3": true, "h4": true, "h5": true, "h6": true, "code": true, "pre": true, "kbd": true, "samp": true,
	"abbr": true, "dfn": true, "svg": true, "math": true, "summary": true, "button": true,
}

// write writes a piece of the text.
func (g *gloss) write(b *strings.Builder, text string) {
	if g == nil {
		b.WriteString(text)
		return
	}
	written, read := 0, 0 // up to where the text is written, and up to where its tags are counted
	for from := 0; ; {
		start, end, term := g.glosser.Next(text, from, g.may)
		if term == nil {
			break
		}
		from = end
		for _, piece := range g.unread {
			g.tags(piece, 0, len(piece))
		}
		g.unread = g.unread[:0]
		inTag := false
		read, inTag = g.tags(text, read, start)
		if inTag || g.links > 0 || g.closed > 0 {
			continue
		}
		b.WriteString(text[written:start])
		g.explain(b, term, text[start:end])
		written = end
	}
	g.unread = append(g.unread, text[read:])
	b.WriteString(text[written:])
}

// may tells whether a term still is to be explained: once a page, and not on its own.
func (g *gloss) may(t *site.Term) bool {
	if t.Item == g.page.Item {
		return false
	}
	for _, d := range g.done {
		if d.Item == t.Item {
			return false
		}
	}
	return true
}

// tags counts what is opened and closed between two places of a text. inTag tells that the second lies inside a tag.
func (g *gloss) tags(text string, from, to int) (read int, inTag bool) {
	for from < to {
		open := strings.IndexByte(text[from:to], '<')
		if open < 0 {
			return to, false
		}
		open += from
		end := strings.IndexByte(text[open:], '>')
		if end < 0 || open+end >= to {
			return open, true
		}
		end += open
		g.tag(text[open+1 : end])
		from = end + 1
	}
	return from, false
}

func (g *gloss) tag(tag string) {
	name, closing := strings.CutPrefix(tag, "/")
	if i := strings.IndexAny(name, " \t\n/"); i >= 0 {
		name = name[:i]
	}
	switch {
	case !silent[name] || strings.HasSuffix(tag, "/"):
	case closing:
		g.closed--
	default:
		g.closed++
	}
}

func (g *gloss) explain(b *strings.Builder, t *site.Term, written string) {
	g.done = append(g.done, t)
	lang := g.page.Doc.Lang
	to := t.Item.Best(lang)
	title, titleLang := t.Item.Title(lang)
	b.WriteString(`<a class="gloss" href="` + html.EscapeString(url(to)) + `"`)
	if to.Doc.Lang != lang {
		b.WriteString(` hreflang="` + to.Doc.Lang + `"`)
	}
	b.WriteString(`><abbr title="` + html.EscapeString(title) + `"`)
	if titleLang != lang {
		b.WriteString(` lang="` + titleLang + `"`)
	}
	b.WriteString(`>` + written + `</abbr></a>`)
}

// linked notes that a link is opened or closed by a hole.
func (g *gloss) linked(kind site.HoleKind) {
	switch {
	case g == nil:
	case kind == site.HoleLinkOpen:
		g.links++
	case kind == site.HoleLinkClose:
		g.links--
	}
}
