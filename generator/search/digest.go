package search

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"sync"

	"github.com/som-hub/vitryna/generator/ukrainian"
)

// Version names this way of making digests. Whoever changes what they hold changes it.
const Version = "2"

// The fields of a page in which a word may stand, as bits. The script knows their weights.
const (
	inTitle = 1 << iota
	inHeading
	inSummary
	inText
	fieldBits = iota
)

// Row is what a page takes in a file of texts.
func Row(d Doc) []byte { return appendRow(nil, &d) }

// Digest reads a page once, and returns what [Build] needs of it: two kilobytes for four hundred words. The row comes with it, whose sum is in there.
func Digest(d Doc) (digest, row []byte) {
	row = Row(d)
	sum := sha256.Sum256(row)
	r := readers.Get().(*reader)
	defer readers.Put(r)
	b := r.digest[:0]
	for _, s := range []string{d.Path, d.Title, d.Day, d.Date, d.Kind, d.Centre} {
		b = appendString(b, s)
	}
	b = binary.AppendUvarint(b, uint64(len(d.Levels)))
	for _, l := range d.Levels {
		b = appendString(b, l)
	}
	b = binary.AppendUvarint(b, uint64(len(row)))
	r.digest = r.words(append(b, sum[:]...), &d)
	return bytes.Clone(r.digest), row
}

func appendString(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

// reader gathers the words of a page. It is used again: a page leaves its memory to the next.
type reader struct {
	lexicon
	fields []uint8 // of every word
	field  uint8
	digest []byte
}

var readers = sync.Pool{New: func() any { return &reader{lexicon: newLexicon(1 << 10)} }}

// words adds every word that stands on a page, packed, with the fields in which it stands.
func (r *reader) words(digest []byte, d *Doc) []byte {
	r.lexicon.clear()
	r.fields = r.fields[:0]
	r.read(inTitle, d.Title)
	r.read(inSummary, d.Summary)
	r.read(inText, d.Note)
	r.read(inText, d.Text)
	for _, s := range d.Sections {
		r.read(inHeading, s.Title)
		r.read(inText, s.Text)
	}
	for n, fields := range r.fields {
		packed := r.word(n)
		digest = binary.AppendUvarint(digest, uint64(len(packed))<<fieldBits|uint64(fields))
		digest = append(digest, packed...)
	}
	return digest
}

func (r *reader) read(field uint8, text string) {
	r.field = field
	ukrainian.Words(text, r.met)
}

// met notes a word of the text that is being read.
func (r *reader) met(packed []byte) bool {
	n := r.number(packed)
	if n == len(r.fields) {
		r.fields = append(r.fields, 0)
	}
	r.fields[n] |= r.field
	return true
}

// page is a digest that has been read, but for its words.
type page struct {
	given                                int // its place among the digests
	path, title, day, date, kind, centre string
	levels                               []string
	rowSize                              int
	rowSum                               []byte
	words                                []byte
}

// readPage reads the digest that was given as number i. Digests are our own: one that is cut off panics.
func readPage(i int, digest []byte) page {
	p := page{given: i}
	number := func() int {
		n, size := binary.Uvarint(digest)
		digest = digest[size:]
		return int(n)
	}
	text := func() string {
		n := number()
		s := string(digest[:n])
		digest = digest[n:]
		return s
	}
	for _, s := range []*string{&p.path, &p.title, &p.day, &p.date, &p.kind, &p.centre} {
		*s = text()
	}
	for range number() {
		p.levels = append(p.levels, text())
	}
	p.rowSize = number()
	p.rowSum, p.words = digest[:sha256.Size], digest[sha256.Size:]
	return p
}

// nextWord reads one word and its fields, and returns what stands behind it.
func nextWord(words []byte) (packed []byte, fields uint8, rest []byte) {
	n, size := uint64(words[0]), 1
	if n >= 0x80 {
		n, size = binary.Uvarint(words)
	}
	end := size + int(n>>fieldBits)
	return words[size:end], uint8(n & (1<<fieldBits - 1)), words[end:]
}
