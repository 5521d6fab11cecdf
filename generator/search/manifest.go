package search

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// manifest is the file through which all others are found, and what a search needs of every page before it knows which to show.
type manifest struct {
	lang                string
	docs                []Doc
	words, cards, texts []shard
	kinds, centres      choice
	years, levels       choice
	kindOf, centreOf    []int
	yearOf              []int
	levelsOf            [][]int
}

// choice are the values by which hits are narrowed down, in the order in which they first come.
type choice struct {
	names []string
	at    map[string]int
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

// choose notes the choices of a page.
func (m *manifest) choose(d *Doc) {
	m.kindOf = append(m.kindOf, m.kinds.number(d.Kind))
	m.centreOf = append(m.centreOf, m.centres.number(d.Centre))
	year, _, _ := strings.Cut(d.Date, "-")
	m.yearOf = append(m.yearOf, m.years.number(year))
	var levels []int
	for _, l := range d.Levels {
		levels = append(levels, m.levels.number(l))
	}
	m.levelsOf = append(m.levelsOf, levels)
}

// script is the manifest as a file.
func (m *manifest) script() []byte {
	var b strings.Builder
	b.WriteString("vitrynaIndex(" + quote(m.lang) + `,"m",0,{pages:` + strconv.Itoa(len(m.docs)))
	for _, list := range []struct {
		name   string
		shards []shard
	}{{"words", m.words}, {"cards", m.cards}, {"texts", m.texts}} {
		b.WriteString("," + list.name + ":[")
		for i, s := range list.shards {
			if i > 0 {
				b.WriteByte(',')
			}
			b.WriteString(quote(s.first) + "," + quote(s.hash))
		}
		b.WriteByte(']')
	}
	m.choices(&b)
	b.WriteString("})\n")
	return []byte(b.String())
}

// choices writes the values of every choice, and for each page the numbers of its own.
func (m *manifest) choices(b *strings.Builder) {
	for _, c := range []struct {
		name string
		choice
		of []int
	}{{"kind", m.kinds, m.kindOf}, {"centre", m.centres, m.centreOf}, {"year", m.years, m.yearOf}} {
		var of strings.Builder
		for _, n := range c.of {
			writeNumber(&of, n)
		}
		b.WriteString("," + c.name + ":[" + quote(of.String()) + "," + quoteAll(c.names) + "]")
	}
	var of strings.Builder
	for _, levels := range m.levelsOf {
		writeNumber(&of, len(levels))
		for _, n := range levels {
			writeNumber(&of, n)
		}
	}
	b.WriteString(",level:[" + quote(of.String()) + "," + quoteAll(m.levels.names) + "]")
}

// cards writes what a line of results shows.
func (w *writer) cards(docs []Doc) []shard {
	var shards []shard
	var b strings.Builder
	for i := 0; i < len(docs); {
		first := i
		b.Reset()
		b.WriteByte('[')
		for ; i < len(docs) && (w.whole || i < first+cardsOf); i++ {
			d := &docs[i]
			if i > first {
				b.WriteByte(',')
			}
			b.WriteString(quoteAll([]string{d.Path, d.Title, d.Day}))
		}
		b.WriteByte(']')
		shards = append(shards, w.shard('c', len(shards), strconv.Itoa(first), b.String()))
	}
	return shards
}

// texts writes what excerpts are cut from: of a page its summary, its text before the first heading, and of every section id, heading and text.
func (w *writer) texts(docs []Doc) []shard {
	var shards []shard
	var b strings.Builder
	for i := 0; i < len(docs); {
		first := i
		b.Reset()
		b.WriteByte('[')
		for ; i < len(docs) && (w.whole || b.Len() < textsSize); i++ {
			if i > first {
				b.WriteByte(',')
			}
			d := &docs[i]
			b.WriteString("[" + quote(d.Summary) + "," + quote(d.Text))
			for _, s := range d.Sections {
				b.WriteString("," + quote(s.ID) + "," + quote(s.Title) + "," + quote(s.Text))
			}
			b.WriteByte(']')
		}
		b.WriteByte(']')
		shards = append(shards, w.shard('t', len(shards), strconv.Itoa(first), b.String()))
	}
	return shards
}

func quoteAll(texts []string) string {
	quoted := make([]string, len(texts))
	for i, s := range texts {
		quoted[i] = quote(s)
	}
	return "[" + strings.Join(quoted, ",") + "]"
}

// quote writes a text as a literal of a script.
func quote(s string) string {
	plain := true
	for i := 0; i < len(s) && plain; i++ {
		plain = s[i] >= ' ' && s[i] != '"' && s[i] != '\\' && s[i] != 0xE2
	}
	if plain && utf8.ValidString(s) {
		return `"` + s + `"`
	}
	var b strings.Builder
	b.Grow(len(s) + 16)
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r < ' ' || r == '\u2028' || r == '\u2029':
			b.WriteString(`\u` + strconv.FormatInt(int64(r)|0x10000, 16)[1:])
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
