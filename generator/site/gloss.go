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
	s.glosser = NewGlosser(s.terms)
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
	heads map[[2]byte][]*Term // by the first two bytes, the longest first
	first [1 << 16 / 64]uint64
}

// NewGlosser is the finder of terms, which are sorted with the longest first; nil for none.
func NewGlosser(terms []*Term) *Glosser {
	if len(terms) == 0 {
		return nil
	}
	g := &Glosser{heads: map[[2]byte][]*Term{}}
	for _, t := range terms {
		head := [2]byte{t.Short[0], t.Short[1]}
		g.heads[head] = append(g.heads[head], t)
		at := uint(head[0])<<8 | uint(head[1])
		g.first[at/64] |= 1 << (at % 64)
	}
	return g
}

// Next finds the first whole word at or behind a place of a text that is a term's abbreviation and may be explained. It returns where it
// begins and ends; term is nil where there is none.
func (g *Glosser) Next(text string, from int, may func(*Term) bool) (start, end int, term *Term) {
	for i := from; i+1 < len(text); i++ {
		at := uint(text[i])<<8 | uint(text[i+1])
		if g.first[at/64]&(1<<(at%64)) == 0 {
			continue
		}
		for _, t := range g.heads[[2]byte{text[i], text[i+1]}] {
			if end := matches(text, i, t.Short); end > 0 && whole(text, i, end) && may(t) {
				return i, end, t
			}
		}
	}
	return 0, 0, nil
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

// whole tells that no word goes on before or behind a piece of a text: НУШ in «НУШівський» and «НУШ-клас» is none.
func whole(text string, start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:start])
	after, n := utf8.DecodeRuneInString(text[end:])
	if isJoint(after) { // a hyphen behind which no word begins is a dash
		after, _ = utf8.DecodeRuneInString(text[end+n:])
	}
	return !inWord(before) && !isJoint(before) && before != '&' && !inWord(after)
}

func inWord(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)) || r == '_'
}

func isJoint(r rune) bool {
	switch r {
	case '-', '\u2010', '\u2011', '\'', '’', 'ʼ', '@', '/':
		return true
	}
	return false
}
