package search

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"slices"
	"strings"

	"github.com/som-hub/vitryna/generator/ukrainian"
)

// form is one form of a word, with where it stands as it is written in the file.
type form struct {
	word, key string
	places    []byte
	begin     uint64 // of the key, for comparing
}

// places are where a form stands: the pages with it in their text alone, and those that have it elsewhere, each with its fields.
type places struct{ text, other list }

// list are pages, each as the distance from the one before. The distance of the first is not among them, so that lists can be put one behind another.
type list struct {
	first, next int32 // page, and the page behind the last; next is 0 where there are none
	rest        []byte
}

// add adds a page behind the others.
func (l *list) add(page int32) {
	if l.next == 0 {
		l.first = page
	} else {
		l.rest = appendNumber(l.rest, int(page-l.next))
	}
	l.next = page + 1
}

// follow adds a list of pages that are counted from the one given.
func (l *list) follow(other list, from int32) {
	if other.next == 0 {
		return
	}
	l.add(from + other.first)
	l.rest = append(l.rest, other.rest...)
	l.next = from + other.next
}

// written is the list as it stands in a file.
func (l *list) written(b []byte) []byte {
	return append(appendNumber(b, int(l.first)), l.rest...)
}

func (p *places) add(page int32, fields uint8) {
	if fields == inText {
		p.text.add(page)
		return
	}
	p.other.add(page)
	p.other.rest = appendNumber(p.other.rest, int(fields))
}

// gathered are the words of pages that follow one another.
type gathered struct {
	lexicon
	places []places // by the numbers of words
}

// of is where a word stands.
func (g *gathered) of(packed []byte) *places {
	n := g.number(packed)
	if n == len(g.places) {
		g.places = append(g.places, places{})
	}
	return &g.places[n]
}

// gather reads the words of pages, which are counted from the first of them.
func gather(pages []page) *gathered {
	g := &gathered{lexicon: newLexicon(1 << 14)}
	for i := range pages {
		for words := pages[i].words; len(words) > 0; {
			var packed []byte
			var fields uint8
			packed, fields, words = nextWord(words)
			g.of(packed).add(int32(i), fields)
		}
	}
	return g
}

// Pages are gathered in two runs at once. More would cost another look at every word each, and most machines of authors have two processors to spare at best.
const (
	runs   = 2
	runMin = 128 // pages
)

// merge gathers the forms of all pages, in the order of their keys, then of themselves.
func merge(pages []page, each func(n int, work func(i int))) []form {
	size := max(runMin, (len(pages)+runs-1)/runs)
	parts := make([]*gathered, max(1, (len(pages)+size-1)/size))
	each(len(parts), func(i int) { parts[i] = gather(pages[i*size : min((i+1)*size, len(pages))]) })
	all := parts[0]
	for i, part := range parts[1:] {
		from := int32((i + 1) * size)
		for n := range part.places {
			to := all.of(part.word(n))
			to.text.follow(part.places[n].text, from)
			to.other.follow(part.places[n].other, from)
		}
	}
	forms := make([]form, 0, len(all.places))
	var buf []byte
	for n := range all.places {
		buf = ukrainian.Unpack(buf[:0], all.word(n))
		if word := string(buf); !ukrainian.IsStopWord(word) {
			forms = append(forms, formOf(word, &all.places[n]))
		}
	}
	slices.SortFunc(forms, func(a, b form) int {
		return cmp.Or(cmp.Compare(a.begin, b.begin), strings.Compare(a.key, b.key), strings.Compare(a.word, b.word))
	})
	return forms
}

func formOf(word string, p *places) form {
	f := form{word: word, key: ukrainian.WordKey(word), places: make([]byte, 0, len(p.text.rest)+len(p.other.rest)+8)}
	if p.text.next > 0 {
		f.places = p.text.written(f.places)
	}
	if p.other.next > 0 {
		f.places = p.other.written(append(f.places, elsewhere))
	}
	var begin [8]byte
	copy(begin[:], f.key)
	f.begin = binary.BigEndian.Uint64(begin[:])
	return f
}

// wordsEvery is after how many keys a file of words ends, when it is half full.
const wordsEvery = 16

// words cuts the forms into files by ranges of keys. All forms of a key are in one file, which the script finds by the key alone.
func (w *writer) words(forms []form) []shard {
	var shards []shard
	var names, lists []byte
	first, last := "", ""
	flush := func() {
		if len(names) > 0 {
			shards = append(shards, w.wordsFile(first, names, lists))
		}
		names, lists = names[:0], lists[:0]
	}
	for i, f := range forms {
		if i == 0 || f.key != forms[i-1].key && !w.whole && full(len(names)+len(lists), wordsSize, f.key, wordsEvery) {
			flush()
			first, last = f.key, ""
		}
		if len(names) > 0 {
			names, lists = append(names, ' '), append(lists, ' ')
		}
		names = appendFront(names, last, f.word)
		lists = append(lists, f.places...)
		last = f.word
	}
	flush()
	return shards
}

// wordsFile adds a file of words. Neither words nor numbers have a sign that needs an escape.
func (w *writer) wordsFile(first string, names, lists []byte) shard {
	script := w.call("w")
	script = slices.Grow(script, len(names)+len(lists)+16)
	script = append(append(append(script, '"'), names...), `","`...)
	script = append(append(script, lists...), "\")\n"...)
	sum := sha256.Sum256(script)
	_, hash := w.keep("-w", sum[:], func() []byte { return script })
	return shard{first, hash}
}

// appendFront writes a word as the number of letters that it shares with the one before, and the rest.
func appendFront(b []byte, last, word string) []byte {
	n, shared := 0, 0
	for i, r := range word {
		if n == len(digits)-1 || r > 0xFFFF || !strings.HasPrefix(last[min(i, len(last)):], string(r)) { // a script counts letters beyond twice
			break
		}
		n++
		shared = i + len(string(r))
	}
	return append(append(b, digits[n]), word[shared:]...)
}

const digits = "0123456789abcdefghijklmnopqrstuvwxyz"

// Numbers are written in printable ASCII, without the space, the mark, the quote and the backslash: what needs no escape in a script and is small once
// compressed. A number below 60 is one sign; a larger one begins with signs of five bits each.
const (
	elsewhere  = '!'
	alphabet   = "#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~"
	single     = 59
	carryCount = len(alphabet) - single
)

func appendNumber(b []byte, n int) []byte {
	for n >= single {
		n -= single
		b = append(b, alphabet[single+n%carryCount])
		n /= carryCount
	}
	return append(b, alphabet[n])
}
