package search

import (
	"cmp"
	"slices"
	"strings"

	"github.com/som-hub/vitryna/generator/ukrainian"
)

// The fields of a page in which a word may stand, as bits. The script knows their weights.
const (
	inTitle = 1 << iota
	inHeading
	inSummary
	inText
)

// form is one form of a word with the pages on which it stands, in their order.
type form struct {
	word, key string
	places    []place
}

type place struct {
	doc    int32
	fields uint8
}

// collector gathers the forms of all pages: in the order in which they are met, and what is met in one long list.
type collector struct {
	at    map[string]int32
	words []string
	last  []int32 // of every word, where in met it was met last; -1 is nowhere
	count []int32 // of every word, the pages on which it stands
	met   []meeting
	doc   int32
	field uint8
}

// meeting is a word on a page.
type meeting struct {
	word int32
	place
}

// collect reads every text once and returns the forms by key, then by word.
func collect(docs []Doc) []form {
	c := collector{at: make(map[string]int32, 1<<14)}
	for i := range docs {
		c.doc = int32(i)
		c.page(&docs[i])
	}
	forms := slices.DeleteFunc(c.forms(), func(f form) bool { return ukrainian.IsStopWord(f.word) })
	for i := range forms {
		forms[i].key = ukrainian.WordKey(forms[i].word)
	}
	slices.SortFunc(forms, func(a, b form) int { return cmp.Or(strings.Compare(a.key, b.key), strings.Compare(a.word, b.word)) })
	return forms
}

func (c *collector) page(d *Doc) {
	c.read(inTitle, d.Title)
	c.read(inSummary, d.Summary)
	c.read(inText, d.Note)
	c.read(inText, d.Text)
	for _, s := range d.Sections {
		c.read(inHeading, s.Title)
		c.read(inText, s.Text)
	}
}

func (c *collector) read(field uint8, text string) {
	c.field = field
	ukrainian.Words(text, c.word)
}

func (c *collector) word(word []byte) bool {
	i, known := c.at[string(word)]
	if !known {
		i = int32(len(c.words))
		w := string(word)
		c.at[w] = i
		c.words, c.last, c.count = append(c.words, w), append(c.last, -1), append(c.count, 0)
	}
	if last := c.last[i]; last >= 0 && c.met[last].doc == c.doc {
		c.met[last].fields |= c.field
		return true
	}
	c.last[i] = int32(len(c.met))
	c.count[i]++
	c.met = append(c.met, meeting{i, place{c.doc, c.field}})
	return true
}

// forms are the words, each with its pages.
func (c *collector) forms() []form {
	forms := make([]form, len(c.words))
	all := make([]place, len(c.met))
	for i, w := range c.words {
		n := c.count[i]
		forms[i] = form{word: w, places: all[:0:n]}
		all = all[n:]
	}
	for _, m := range c.met {
		f := &forms[m.word]
		f.places = append(f.places, m.place)
	}
	return forms
}

// words cuts the forms into files by ranges of keys. All forms of a key are in one file, which the script finds by the key alone.
func (w *writer) words(forms []form) []shard {
	var shards []shard
	var names, places strings.Builder
	first, last := "", ""
	flush := func() {
		if names.Len() > 0 {
			shards = append(shards, w.shard('w', len(shards), first, quote(names.String())+","+quote(places.String())))
		}
		names.Reset()
		places.Reset()
	}
	for i, f := range forms {
		if i == 0 || f.key != forms[i-1].key && !w.whole && names.Len()+places.Len() >= wordsSize {
			flush()
			first, last = f.key, ""
		}
		if names.Len() > 0 {
			names.WriteByte(' ')
			places.WriteByte(' ')
		}
		writeFront(&names, last, f.word)
		writePlaces(&places, f.places)
		last = f.word
	}
	flush()
	return shards
}

// writeFront writes a word as the number of letters that it shares with the one before, and the rest.
func writeFront(b *strings.Builder, last, word string) {
	shared, n := 0, 0
	before := []rune(last)
	for i, r := range word {
		if n == len(before) || n == len(digits)-1 || before[n] != r || r > 0xFFFF { // a script counts other letters twice
			break
		}
		n++
		shared = i + len(string(r))
	}
	b.WriteByte(digits[n])
	b.WriteString(word[shared:])
}

const digits = "0123456789abcdefghijklmnopqrstuvwxyz"

// writePlaces writes where a form stands: the pages with it in their text alone, each as the distance from the one before, then a
// mark and those that have it elsewhere, each with its fields.
func writePlaces(b *strings.Builder, places []place) {
	last := int32(-1)
	for _, p := range places {
		if p.fields == inText {
			writeNumber(b, int(p.doc-last-1))
			last = p.doc
		}
	}
	last = -1
	marked := false
	for _, p := range places {
		if p.fields == inText {
			continue
		}
		if !marked {
			b.WriteByte(elsewhere)
			marked = true
		}
		writeNumber(b, int(p.doc-last-1))
		writeNumber(b, int(p.fields))
		last = p.doc
	}
}

// Numbers are written in printable ASCII, without the space, the mark, the quote and the backslash: what needs no escape in a script and is small once
// compressed. A number below 60 is one sign; a larger one begins with signs of five bits each.
const (
	elsewhere  = '!'
	alphabet   = "#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~"
	single     = 59
	carryCount = len(alphabet) - single
)

func writeNumber(b *strings.Builder, n int) {
	for n >= single {
		n -= single
		b.WriteByte(alphabet[single+n%carryCount])
		n /= carryCount
	}
	b.WriteByte(alphabet[n])
}
