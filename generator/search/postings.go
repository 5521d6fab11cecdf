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

// places are where a form stands: the pages with it in their text alone, each as the distance from the one before; and those that have it
// elsewhere, each with its fields.
type places struct {
	text, other         []byte
	lastText, lastOther int32 // the page behind the last
}

func (p *places) add(page int32, fields uint8) {
	if fields == inText {
		p.text = appendNumber(p.text, int(page-p.lastText))
		p.lastText = page + 1
		return
	}
	p.other = appendNumber(appendNumber(p.other, int(page-p.lastOther)), int(fields))
	p.lastOther = page + 1
}

// merge gathers the forms of all pages, in the order of their keys, then of themselves.
func merge(pages []page) []form {
	l := newLexicon(1 << 14)
	var all []places
	for i := range pages {
		for words := pages[i].words; len(words) > 0; {
			var packed []byte
			var fields uint8
			packed, fields, words = nextWord(words)
			n := l.number(packed)
			if n == len(all) {
				all = append(all, places{})
			}
			all[n].add(int32(i), fields)
		}
	}
	forms := make([]form, 0, len(all))
	var buf []byte
	for n := range all {
		buf = ukrainian.Unpack(buf[:0], l.word(n))
		if word := string(buf); !ukrainian.IsStopWord(word) {
			forms = append(forms, formOf(word, &all[n]))
		}
	}
	slices.SortFunc(forms, func(a, b form) int {
		return cmp.Or(cmp.Compare(a.begin, b.begin), strings.Compare(a.key, b.key), strings.Compare(a.word, b.word))
	})
	return forms
}

func formOf(word string, p *places) form {
	f := form{word: word, key: ukrainian.WordKey(word), places: p.text}
	if len(p.other) > 0 {
		f.places = append(append(f.places, elsewhere), p.other...)
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
