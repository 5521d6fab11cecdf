package search

import (
	"crypto/sha256"
	"slices"
	"strconv"
	"strings"
)

// manifest is the file through which all others are found, and what a search needs of every page before it knows which to show.
type manifest struct {
	lang                string
	pages               []page
	words, cards, texts []shard
	kinds, centres      choice
	years, levels       choice
}

// choice are the values by which hits are narrowed down, in the order in which they come from the newest page on; and for every page the numbers
// of its own, as they are written.
type choice struct {
	names []string
	at    map[string]int
	of    []byte
}

// number is the number of a value, from 1; 0 is none.
func (c *choice) number(name string) int {
	if name == "" {
		return 0
	}
	if c.at == nil {
		c.at = map[string]int{}
	}
	if c.at[name] == 0 {
		c.names = append(c.names, name)
		c.at[name] = len(c.names)
	}
	return c.at[name]
}

// choose notes the choices of the pages: first the values, then which of them every page has.
func (m *manifest) choose() {
	for _, p := range slices.Backward(m.pages) {
		m.kinds.number(p.kind)
		m.centres.number(p.centre)
		m.years.number(p.year())
		for _, l := range p.levels {
			m.levels.number(l)
		}
	}
	for i := range m.pages {
		p := &m.pages[i]
		m.kinds.of = appendNumber(m.kinds.of, m.kinds.number(p.kind))
		m.centres.of = appendNumber(m.centres.of, m.centres.number(p.centre))
		m.years.of = appendNumber(m.years.of, m.years.number(p.year()))
		m.levels.of = appendNumber(m.levels.of, len(p.levels))
		for _, l := range p.levels {
			m.levels.of = appendNumber(m.levels.of, m.levels.number(l))
		}
	}
}

func (p *page) year() string {
	year, _, _ := strings.Cut(p.date, "-")
	return year
}

// script is the manifest as a file.
func (m *manifest) script() []byte {
	w := writer{lang: m.lang}
	b := append(w.call("m"), "{pages:"...)
	b = strconv.AppendInt(b, int64(len(m.pages)), 10)
	for _, list := range []struct {
		name   string
		shards []shard
	}{{"words", m.words}, {"cards", m.cards}, {"texts", m.texts}} {
		b = append(append(append(b, ','), list.name...), ":["...)
		for i, s := range list.shards {
			if i > 0 {
				b = append(b, ',')
			}
			b = appendQuoted(append(appendQuoted(b, s.first), ','), s.hash)
		}
		b = append(b, ']')
	}
	for _, c := range []struct {
		name string
		choice
	}{{"kind", m.kinds}, {"centre", m.centres}, {"year", m.years}, {"level", m.levels}} {
		b = append(append(append(b, ','), c.name...), ":["...)
		b = appendQuoted(b, string(c.of))
		b = append(appendList(append(b, ','), c.names...), ']')
	}
	return append(b, "})\n"...)
}

// Pages are cut into files of cards and of texts by their addresses, every so many.
const (
	cardsEvery = 8
	textsEvery = 3
)

// cards writes what a line of results shows.
func (w *writer) cards(pages []page) []shard {
	var shards []shard
	for first := 0; first < len(pages); {
		b := append(w.call("c"), '[')
		i := first
		for ; i < len(pages) && (i == first || w.whole || !full(i-first, cardsOf, pages[i].path, cardsEvery)); i++ {
			if i > first {
				b = append(b, ',')
			}
			b = appendList(b, pages[i].path, pages[i].title, pages[i].day)
		}
		b = append(b, "])\n"...)
		sum := sha256.Sum256(b)
		_, hash := w.keep("-c", sum[:], func() []byte { return b })
		shards = append(shards, shard{strconv.Itoa(first), hash})
		first = i
	}
	return shards
}

// texts writes what excerpts are cut from, a row of every page. The name of such a file comes from the sums of its rows: most of them are not made
// again in a build that finds them on its disk.
func (w *writer) texts(pages []page, row func(i int) []byte) []shard {
	var shards []shard
	for first := 0; first < len(pages); {
		sum := sha256.New()
		i, size := first, 0
		for ; i < len(pages) && (i == first || w.whole || !full(size, textsSize, pages[i].path, textsEvery)); i++ {
			sum.Write(pages[i].rowSum)
			size += pages[i].rowSize + len(",")
		}
		given := make([]int, 0, i-first) // and not the pages, which have all their words
		for _, p := range pages[first:i] {
			given = append(given, p.given)
		}
		_, hash := w.keep("-t", sum.Sum(nil), func() []byte { return w.textsFile(given, size, row) })
		shards = append(shards, shard{strconv.Itoa(first), hash})
		first = i
	}
	return shards
}

func (w *writer) textsFile(given []int, size int, row func(i int) []byte) []byte {
	b := w.call("t")
	b = append(slices.Grow(b, size+4), '[')
	for i, page := range given {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(b, row(page)...)
	}
	return append(b, "])\n"...)
}

// appendRow writes what excerpts of a page are cut from: its summary, its text before the first heading, and of every section id, heading and text.
func appendRow(b []byte, d *Doc) []byte {
	size := len(d.Summary) + len(d.Text) + 64
	for _, s := range d.Sections {
		size += len(s.ID) + len(s.Title) + len(s.Text) + 16
	}
	b = appendQuoted(append(slices.Grow(b, size), '['), d.Summary)
	b = appendQuoted(append(b, ','), d.Text)
	for _, s := range d.Sections {
		for _, text := range []string{s.ID, s.Title, s.Text} {
			b = appendQuoted(append(b, ','), text)
		}
	}
	return append(b, ']')
}

func appendList(b []byte, texts ...string) []byte {
	b = append(b, '[')
	for i, s := range texts {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendQuoted(b, s)
	}
	return append(b, ']')
}

// appendQuoted writes a text as a literal of a script. What is no UTF-8 stays: a browser shows it as U+FFFD.
func appendQuoted(b []byte, s string) []byte {
	b = append(b, '"')
	from := 0
	for i := 0; i < len(s); i++ {
		if !special[s[i]] {
			continue
		}
		switch c := s[i]; {
		case c == '"' || c == '\\':
			b = append(append(b, s[from:i]...), '\\', c)
			from = i + 1
		case c < ' ':
			b = append(append(b, s[from:i]...), `\u00`...)
			b = append(b, digits[c>>4], digits[c&15])
			from = i + 1
		case strings.HasPrefix(s[i:], lineSeparator), strings.HasPrefix(s[i:], paragraphSeparator):
			b = append(append(b, s[from:i]...), `\u202`...)
			b = append(b, s[i+2]&15+'0') // 8 or 9
			from = i + len(lineSeparator)
		}
	}
	return append(append(b, s[from:]...), '"')
}

// special are the bytes before which a literal needs a look.
var special = func() (table [256]bool) {
	for c := range byte(' ') {
		table[c] = true
	}
	table['"'], table['\\'], table[lineSeparator[0]] = true, true, true
	return table
}()

// The ends of lines that a text may hold and a literal of an older script may not.
const (
	lineSeparator      = "\u2028"
	paragraphSeparator = "\u2029"
)
