package site

import (
	"cmp"
	"html"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Term is a term of the glossary with an abbreviation that texts may hold.
type Term struct {
	Item  *Item
	Short string // as HTML
}

// gloss finds the terms with an abbreviation. Of two with the same the first by its address stands.
func (s *Site) gloss() {
	seen := map[string]bool{}
	for _, item := range s.ofKind("term") {
		for _, lang := range s.Config.Languages {
			v, ok := item.Value("short", lang)
			short := plainJoints.Replace(html.EscapeString(v.Text))
			if ok && utf8.RuneCountInString(short) > 1 && wordly(short) {
				s.terms = append(s.terms, &Term{item, short})
			}
		}
	}
	slices.SortFunc(s.terms, func(a, b *Term) int {
		return cmp.Or(len(b.Short)-len(a.Short), strings.Compare(a.Short, b.Short), strings.Compare(a.Item.Path, b.Item.Path))
	})
	s.terms = slices.DeleteFunc(s.terms, func(t *Term) bool {
		twice := seen[t.Short]
		seen[t.Short] = true
		return twice
	})
	s.glosser = newGlosser(s.terms)
}

// wordly tells that an abbreviation begins and ends in a letter or a digit: only then its ends in a text can be told.
func wordly(short string) bool {
	first, _ := utf8.DecodeRuneInString(short)
	last, _ := utf8.DecodeLastRuneInString(short)
	return inWord(first) && inWord(last)
}

// Glosser is what finds the terms of the site in a text; nil where there are none.
func (s *Site) Glosser() *Glosser { return s.glosser }

// plainJoints are hyphens and spaces as authors type them.
var plainJoints = strings.NewReplacer("\u2011", "-", "\u2010", "-", "\u00a0", " ", "\u202f", " ")

// Glosser finds abbreviations in texts. It never changes once made.
type Glosser struct {
	heads map[string][]*Term   // by their first words, the longest first
	first [1 << 16 / 64]uint64 // the first two bytes of all
}

// newGlosser is the finder of terms, which are sorted with the longest first; nil for none.
func newGlosser(terms []*Term) *Glosser {
	if len(terms) == 0 {
		return nil
	}
	g := &Glosser{heads: map[string][]*Term{}}
	for _, t := range terms {
		head := t.Short[:wordEnd(t.Short, 0)]
		g.heads[head] = append(g.heads[head], t)
		at := uint(t.Short[0])<<8 | uint(t.Short[1])
		g.first[at/64] |= 1 << (at % 64)
	}
	return g
}

// Next finds the first whole word at or behind a place of a text that is a term's abbreviation and may be explained. It returns where it
// begins and ends; term is nil where there is none.
//
// A glossary of two thousand terms has some under every letter, so what is asked of each place of a text is whether a word begins there;
// and of each word, whether a term begins with it.
func (g *Glosser) Next(text string, from int, may func(*Term) bool) (start, end int, term *Term) {
	for i := from; i+1 < len(text); i++ {
		at := uint(text[i])<<8 | uint(text[i+1])
		if g.first[at/64]&(1<<(at%64)) == 0 || !begins(text, i) {
			continue
		}
		for _, t := range g.heads[text[i:wordEnd(text, i)]] {
			if end := matches(text, i, t.Short); end > 0 && ends(text, end) && may(t) {
				return i, end, t
			}
		}
	}
	return 0, 0, nil
}

// wordEnd is the end of the letters and digits that begin at a place of a text.
func wordEnd(text string, at int) int {
	for at < len(text) {
		r, n := utf8.DecodeRuneInString(text[at:])
		if !inWord(r) {
			break
		}
		at += n
	}
	return at
}

// matches returns where an abbreviation that begins at a place of a text ends, or 0. Hyphens and spaces that do not break are like those that do.
func matches(text string, at int, short string) int {
	if strings.HasPrefix(text[at:], short) {
		return at + len(short)
	}
	for _, want := range short {
		r, n := utf8.DecodeRuneInString(text[at:])
		switch r {
		case '\u2010', '\u2011':
			r = '-'
		case '\u00a0', '\u202f':
			r = ' '
		}
		if n == 0 || r != want {
			return 0
		}
		at += n
	}
	return at
}

// begins tells that a whole word may begin at a place of a text: НУШ in «анти-НУШ» is none.
func begins(text string, start int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:start])
	return !inWord(before) && !isJoint(before) && before != '&'
}

// ends tells that no word goes on behind a piece of a text: НУШ in «НУШівський» and «НУШ-клас» is none.
func ends(text string, end int) bool {
	after, n := utf8.DecodeRuneInString(text[end:])
	if isJoint(after) { // a hyphen behind which no word begins is a dash
		after, _ = utf8.DecodeRuneInString(text[end+n:])
	}
	return !inWord(after)
}

func inWord(r rune) bool {
	if 'А' <= r && r <= 'я' { // nearly all of them
		return true
	}
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)) || r == '_'
}

func isJoint(r rune) bool {
	switch r {
	case '-', '\u2010', '\u2011', '\'', '’', 'ʼ', '@', '/':
		return true
	}
	return false
}
