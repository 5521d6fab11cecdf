package render

import (
	"regexp"
	"unicode"

	"github.com/som-hub/vitryna/generator/site"
)

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
