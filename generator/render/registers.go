package render

import (
	"fmt"
	"path"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

func (c *Card) number(name string) int {
	v, _ := c.item.UK.Doc.Value(name)
	return int(v.Number)
}

// Price is the price in words: «безоплатно», «1 200 грн»; "" where it is not told.
func (c *Card) Price() string {
	v, ok := c.item.UK.Doc.Value("price")
	switch {
	case !ok:
		return ""
	case v.Number == 0:
		return c.T("programme.free")
	}
	return c.T("hryvnias", int(v.Number))
}

// Volume is the length of a programme in words: «30 годин, 1 кредит ЄКТС».
func (c *Card) Volume() string {
	var parts []string
	for _, name := range []string{"hours", "ects"} {
		v, ok := c.item.UK.Doc.Value(name)
		if !ok {
			continue
		}
		key := "count." + name
		if n := int(v.Number); float64(n) == v.Number {
			parts = append(parts, c.Count(n, key))
			continue
		}
		noun := c.r.Words.Noun(key, c.lang)
		if c.lang == site.EN {
			parts = append(parts, strconv.FormatFloat(v.Number, 'f', -1, 64)+"\u00a0"+noun.EN[1])
		} else {
			noun.UK.Other = c.T(key + ".part")
			parts = append(parts, ukrainian.CountFraction(v.Number, noun.UK))
		}
	}
	return strings.Join(parts, ", ")
}

// NextDates are the days on which a programme begins and that have not passed, in words.
func (c *Card) NextDates() []string {
	var list []string
	for _, d := range c.r.Site.NextDates(c.item) {
		list = append(list, c.longDate(d))
	}
	return list
}

var isoDuration = regexp.MustCompile(`^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$`)

// Duration is the length of a video in words: «12 хв 30 с»; "" where it is not told.
func (c *Card) Duration() string {
	m := isoDuration.FindStringSubmatch(c.item.UK.Doc.Text("duration"))
	var parts []string
	for i, key := range []string{"duration.hours", "duration.minutes", "duration.seconds"} {
		if m != nil && m[i+1] != "" {
			parts = append(parts, c.T(key, m[i+1]))
		}
	}
	return strings.ReplaceAll(strings.Join(parts, "\u00a0"), " ", "\u00a0")
}

// Poster is the picture that stands for a video, or nil.
func (c *Card) Poster() *Picture { return c.pictureOf("poster", "poster_alt") }

// FileLink is a file of a field: «PDF, 1,2 МБ».
type FileLink struct{ URL, Name, Kind, Size string }

// FileOf is the file of a field, or nil.
func (c *Card) FileOf(name string) *FileLink {
	v, ok := c.item.UK.Doc.Value(name)
	if !ok || !v.Field.Public() {
		return nil
	}
	f, ok := c.r.Files[siblingFile(c.item, v.Text)]
	if !ok {
		return nil
	}
	return &FileLink{root + f.Path, path.Base(v.Text), strings.ToUpper(strings.TrimPrefix(path.Ext(v.Text), ".")), c.size(f.Size)}
}

// alphabet is where each letter begins in a list that is alphabetical. It is found once, not on every page.
type alphabet struct {
	once    sync.Once
	letters []letter
}

type letter struct {
	name string
	page int
}

// Letter is one letter of an alphabetical list, with the place where its names begin.
type Letter struct {
	Name, ID, URL string
	Current       bool // begins on this page, or goes on here
}

// Alphabet leads to the letters of an alphabetical list; empty where one page holds all.
func (p *ListPage) Alphabet() []Letter {
	if p.list.pages() == 1 {
		return nil
	}
	here := map[string]bool{}
	for _, g := range p.Letters() {
		here[g.Section] = true
	}
	var letters []Letter
	for _, l := range p.list.letters() {
		at := Letter{Name: p.name(l.name), ID: letterID(l.name)}
		at.Current = here[at.ID]
		at.URL = root + site.Address(p.list.at(l.page), p.lang) + "#" + at.ID
		letters = append(letters, at)
	}
	return letters
}

func (l *list) letters() []letter {
	l.alphabet.once.Do(func() {
		seen := map[string]bool{}
		for i, item := range l.items {
			if name := ukrainian.Initial(item.Heading()); name != "" && !seen[name] {
				seen[name] = true
				l.alphabet.letters = append(l.alphabet.letters, letter{name, i/pageSize + 1})
			}
		}
	})
	return l.alphabet.letters
}

// Letters are the cards of this page by the first letters of their names: Label is the letter, Section the id of its heading. The order is the
// Ukrainian one in English too, where a letter may be two: Zh stands between Ye and Z.
func (p *ListPage) Letters() []Group {
	var groups []Group
	for _, card := range p.Items() {
		name := ukrainian.Initial(card.item.Heading())
		if n := len(groups); n == 0 || groups[n-1].Section != letterID(name) {
			groups = append(groups, Group{Label: p.name(name), Section: letterID(name)})
		}
		last := &groups[len(groups)-1]
		last.Cards = append(last.Cards, card)
	}
	return groups
}

// letterID is the id of a letter's heading, in signs that every address may have.
func letterID(name string) string {
	r, _ := utf8.DecodeRuneInString(name)
	return fmt.Sprintf("_letter-%x", r)
}
