package site

import (
	"reflect"
	"slices"
	"strings"
)

// In the preview a word changes every few seconds, and the model of a large site takes longer to make than a page to show. What others can show of a document
// is its header, headings, links and first paragraph; where none of that has changed, all that the model has found out about the document still holds, and its page gets
// another text. A build never does that.

// Text is the text of the page: of its document, or a later one that [Site.Retext] has given it. What is shown of a text is read from here; whoever reads it
// twice for one thing keeps it meanwhile.
func (p *Page) Text() *Body {
	if later := p.later.Load(); later != nil {
		return later
	}
	return &p.Doc.Body
}

// Turn counts how often a text has been exchanged: what is made of texts and kept is good for one turn.
func (s *Site) Turn() uint64 { return s.turn.Load() }

// Retext gives the page of a document the text of a later state of it, and tells whether that could be done: only the text may differ, see content.Face. was is the
// document as it was read before, now as it is. Pages that are being made meanwhile may show either text.
func (s *Site) Retext(was, now *Doc) bool {
	page := s.pages[was.File]
	if page == nil || page.Doc.Title != now.Title {
		return false
	}
	text := *page.Text()
	if finder := s.termFinder(); finder != nil && page.Book != nil && !slices.Equal(finder.used(text.HTML()), finder.used(now.Body.HTML())) {
		return false // the glossary of a book tells which terms its texts use
	}
	if text.Empty() != now.Body.Empty() || len(text.Holes) != len(now.Body.Holes) || len(text.Links) != len(now.Body.Links) || !reflect.DeepEqual(was.Values, now.Values) {
		return false
	}
	for hole := range text.Holes {
		if text.Bare(hole) != now.Body.Bare(hole) {
			return false
		}
	}
	if s.longer(page, &now.Body) != s.longer(page, &text) {
		return false
	}
	// Pictures and what bears numbers stay: the model may have taken descriptions out of them.
	text.html, text.read = now.Body.html, now.Body.read
	text.Holes, text.Links, text.Words, text.Runes = now.Body.Holes, now.Body.Links, now.Body.Words, now.Body.Runes
	page.later.Store(&text)
	s.turn.Add(1)
	return true
}

// longer tells whether a translation would be said to be too long if the page, which is the translation or what it translates, had this text (W-LANG-LONGER).
func (s *Site) longer(page *Page, text *Body) bool {
	const ukrainian, english = ".md", ".en.md"
	if stem, ok := strings.CutSuffix(page.Doc.File, english); ok {
		other := s.pages[stem+ukrainian]
		return other != nil && text.Runes*10 > other.Text().Runes*12
	}
	other := s.pages[strings.TrimSuffix(page.Doc.File, ukrainian)+english]
	return other != nil && other.Text().Runes*10 > text.Runes*12
}
