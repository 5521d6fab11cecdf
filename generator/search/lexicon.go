package search

import (
	"bytes"
	"encoding/binary"
	"math/bits"
)

// lexicon numbers words in the order in which they are met. It does what a map would, and keeps the words in one piece of memory: millions of
// words are looked up in it.
type lexicon struct {
	slots []slot // a word stands in the first free one from that of its hash on
	text  []byte // the words, one behind another
	ends  []int32
}

// slot is a word as it is compared first: most words have no more than eight bytes when they are packed.
type slot struct {
	begin  uint64 // its first eight bytes, and noughts
	hash   uint32
	number int32 // from 1; 0 is free
}

func beginOf(word []byte) uint64 {
	if cap(word) < 8 {
		var whole [8]byte
		copy(whole[:], word)
		return binary.LittleEndian.Uint64(whole[:])
	}
	begin := binary.LittleEndian.Uint64(word[:8])
	if len(word) < 8 {
		begin &= 1<<(8*len(word)) - 1 // what stands behind the word
	}
	return begin
}

// hashOf mixes the beginning of a word, its length and its end.
func hashOf(begin uint64, word []byte) uint32 {
	if n := len(word); n > 8 {
		begin ^= bits.RotateLeft64(binary.LittleEndian.Uint64(word[n-8:])+uint64(n), 29)
	}
	return uint32(begin * 0x9e3779b97f4a7c15 >> 32)
}

// newLexicon has that many slots: a power of two.
func newLexicon(slots int) lexicon { return lexicon{slots: make([]slot, slots)} }

func (l *lexicon) clear() {
	clear(l.slots)
	l.text, l.ends = l.text[:0], l.ends[:0]
}

// word is the word with a number. It is good until the next one is met.
func (l *lexicon) word(n int) []byte {
	from := int32(0)
	if n > 0 {
		from = l.ends[n-1]
	}
	return l.text[from:l.ends[n]]
}

// number is the number of a word without noughts; that of a new one is the count of those before it.
func (l *lexicon) number(word []byte) int {
	begin := beginOf(word)
	hash := hashOf(begin, word)
	mask := uint32(len(l.slots) - 1)
	for i := hash & mask; ; i = (i + 1) & mask {
		switch s := l.slots[i]; {
		case s.number == 0:
			l.text = append(l.text, word...)
			l.ends = append(l.ends, int32(len(l.text)))
			l.slots[i] = slot{begin, hash, int32(len(l.ends))}
			if 2*len(l.ends) > len(l.slots) {
				l.grow()
			}
			return len(l.ends) - 1
		case s.begin == begin && s.hash == hash && (len(word) <= 8 || bytes.Equal(l.word(int(s.number-1)), word)):
			return int(s.number - 1)
		}
	}
}

func (l *lexicon) grow() {
	old := l.slots
	l.slots = make([]slot, 4*len(old))
	mask := uint32(len(l.slots) - 1)
	for _, s := range old {
		if s.number == 0 {
			continue
		}
		i := s.hash & mask
		for l.slots[i].number != 0 {
			i = (i + 1) & mask
		}
		l.slots[i] = s
	}
}
