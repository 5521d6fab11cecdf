package site

import (
	"slices"
	"strconv"
)

// Book is a manual as one thing, in one language: its chapters in their order with their labels, what is numbered in them, where
// each id is, and which work of the list of references has which number. A chapter that is not translated stands in the
// English book in Ukrainian, as the Ukrainian book numbers it.
type Book struct {
	Manual   *Item
	Lang     string
	Page     *Page      // of the manual itself
	Chapters []*Chapter // those that are shown
	Last     int        // the number of the last chapter that has one
	Bodies   int        // how many chapters have one
	Works    []*Work    // the list of references, in its order
	Glossary []*Entry
	Terms    []*Entry // the index of terms

	works map[string]*Work   // by key
	ids   map[string][]*Page // made when an id is first looked for beyond its page
}

// Chapter is a chapter in its book.
type Chapter struct {
	Item   *Item
	Page   *Page // in the language of the book where there is one
	Place  ChapterPlace
	Number string // «2», «А»; "" of a page before or behind the chapters
	Order  int    // among the numbered chapters, from 0
	Part   string // the part of the manual that begins with it
}

// ChapterPlace tells where in a book a chapter stands.
type ChapterPlace int

// The places of chapters, in their order.
const (
	InFront    ChapterPlace = iota // before the chapters, without a number
	InBody                         // numbered
	InClosing                      // behind them, without a number
	InAppendix                     // lettered
)

// Book is the book that the item is, or whose chapter it is, in a language: the Ukrainian one where nothing of the manual is
// translated. It is nil for any other item.
func (i *Item) Book(lang string) *Book {
	if i.Owner != nil && i.Kind.Name == "chapter" {
		i = i.Owner
	}
	if lang == EN && i.books[1] != nil {
		return i.books[1]
	}
	return i.books[0]
}

// books makes a book of every manual, in one pass over its chapters. works are the lists of references by the paths of the manuals.
func (s *Site) books(works map[string][]Work) {
	for _, manual := range s.Items {
		if manual.Kind.Name != "manual" {
			continue
		}
		own := s.listable(manual, works[manual.Path])
		manual.books[0] = s.book(manual, UK, own)
		if s.Config.English() && translated(manual) {
			manual.books[1] = s.book(manual, EN, own)
		}
		if _, pdf := manual.UK.Doc.Value("pdf"); !pdf && !slices.ContainsFunc(manual.Inside, isChapter) {
			s.complain(manual.UK.Doc, "W-BOOK-EMPTY", 0, 0)
		}
	}
}

func isChapter(i *Item) bool { return i.Kind.Name == "chapter" }

// translated tells that something of a manual stands in English.
func translated(manual *Item) bool {
	return manual.EN != nil || slices.ContainsFunc(manual.Inside, func(i *Item) bool { return isChapter(i) && i.State == Shown && i.EN != nil })
}

func (s *Site) book(manual *Item, lang string, works []Work) *Book {
	b := &Book{Manual: manual, Lang: lang, Page: manual.Best(lang)}
	b.list(works)
	numbering, ok := manual.UK.Doc.Value("numbering")
	plain := &counter{} // of what has no number itself: theirs go on from page to page
	s.bind(b, nil, b.Page, plain)
	for _, item := range manual.Inside {
		if !isChapter(item) || item.State != Shown {
			continue
		}
		c := b.add(item)
		count := plain
		if c.Number != "" {
			count = &counter{prefix: c.Number + ".", headings: !ok || numbering.Bool}
		}
		s.bind(b, c, c.Page, count)
	}
	return b
}

func (b *Book) add(item *Item) *Chapter {
	c := &Chapter{Item: item, Page: item.Best(b.Lang)}
	switch {
	case item.letter > 0:
		c.Place, c.Number = InAppendix, letter(item.letter, b.Lang)
	case item.place() == InClosing:
		c.Place = InClosing
	case item.Number > 0:
		c.Place, c.Number, c.Order, b.Last = InBody, strconv.Itoa(item.Number), b.Bodies, item.Number
		b.Bodies++
	}
	part, _ := item.Value("part", b.Lang)
	c.Part = part.Text
	b.Chapters = append(b.Chapters, c)
	return c
}

// bind gives a page to its book and numbers what stands on it. A page that is there for want of a translation belongs to the
// book of its own language.
func (s *Site) bind(b *Book, c *Chapter, page *Page, count *counter) {
	own := page.Doc.Lang == b.Lang
	if own {
		page.Book, page.Chapter = b, c
		count.page(page)
		s.depth(page)
	}
	s.cites(b, page, own)
}

// deepest is the lowest level of headings inside a chapter: three below its title (domain 2.3.4).
const deepest = 4

func (s *Site) depth(page *Page) {
	for _, h := range page.Doc.Body.Headings {
		if h.Level > deepest {
			s.complain(page.Doc, "W-HEADING-DEEP", h.Line, 0, "text", h.Title)
			return
		}
	}
}

// counter numbers what stands in a chapter.
type counter struct {
	prefix   string // «2.»
	headings bool
	last     [NumberedExercise + 1]int
}

func (c *counter) page(page *Page) {
	body := &page.Doc.Body
	if len(body.Numbered) > 0 {
		page.Numbers = make([]string, len(body.Numbered))
	}
	for i, n := range body.Numbered {
		c.last[n.Kind]++
		page.Numbers[i] = c.prefix + strconv.Itoa(c.last[n.Kind])
	}
	if !c.headings || len(body.Headings) == 0 {
		return
	}
	page.Sections = make([]string, len(body.Headings))
	second, third := 0, 0
	for i, h := range body.Headings {
		switch h.Level {
		case 2:
			second, third = second+1, 0
			page.Sections[i] = c.prefix + strconv.Itoa(second)
		case 3:
			third++
			page.Sections[i] = c.prefix + strconv.Itoa(second) + "." + strconv.Itoa(third)
		}
	}
}

// letter is the letter of the n-th appendix, from 1.
func letter(n int, lang string) string {
	letters := []rune("АБВГДЕЖИКЛМНПРСТУФХЦШЩЮЯ") // without Ґ Є З І Ї Й О Ч Ь
	if lang == EN {
		letters = []rune("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
	}
	text := ""
	for ; n > 0; n = (n - 1) / len(letters) {
		text = string(letters[(n-1)%len(letters)]) + text
	}
	return text
}

// LetterIn is the letter of an appendix in a language: the alphabets begin alike and go on in their own ways. "" of all else.
func (i *Item) LetterIn(lang string) string { return letter(i.letter, lang) }

// Pages are those of the manual and its chapters.
func (b *Book) Pages(yield func(*Page) bool) {
	if !yield(b.Page) {
		return
	}
	for _, c := range b.Chapters {
		if !yield(c.Page) {
			return
		}
	}
}

// SectionOf is the number of a heading of the page, or "".
func (p *Page) SectionOf(heading int) string {
	if heading >= 0 && heading < len(p.Sections) {
		return p.Sections[heading]
	}
	return ""
}

// NumberOf is the number of what stands at a place of Doc.Body.Numbered; "" outside of manuals.
func (p *Page) NumberOf(index int) string {
	if index >= 0 && index < len(p.Numbers) {
		return p.Numbers[index]
	}
	return ""
}
