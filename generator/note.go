package generator

import (
	"encoding/binary"
	"math"

	"github.com/som-hub/vitryna/generator/cache"
)

// A note is what one build leaves for the next: texts, numbers, answers and places, one behind the other, as bytes that the cache keeps and checks. A [Past]
// writes one, and so do keptFiles and keptDigests.

// appendText puts a text into a note.
func appendText(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

// appendBool puts a yes or a no into a note.
func appendBool(b []byte, is bool) []byte {
	if is {
		return append(b, 1)
	}
	return append(b, 0)
}

// appendPlace puts the place of a text that is kept into a note.
func appendPlace(b []byte, p cache.TextPlace) []byte {
	b = binary.AppendUvarint(b, uint64(p.At))   // safe: never negative
	b = binary.AppendUvarint(b, uint64(p.Size)) // safe: never negative
	return binary.AppendUvarint(b, uint64(p.Sum))
}

// noteReader takes values out of a note, in the order in which they were put there. What is missing at its end is nothing.
type noteReader struct{ data string }

func (r *noteReader) cut(n int) string {
	n = max(0, min(n, len(r.data)))
	part := r.data[:n]
	r.data = r.data[n:]
	return part
}

func (r *noteReader) place() cache.TextPlace {
	return cache.TextPlace{At: r.uint(), Size: r.uint(), Sum: uint32(r.uint())} // safe: written from one
}

func (r *noteReader) bool() bool { return r.cut(1) == "\x01" }

func (r *noteReader) text() string { return r.cut(r.uint()) }

func (r *noteReader) uint() int {
	v, n := binary.Uvarint([]byte(r.data[:min(len(r.data), binary.MaxVarintLen64)]))
	r.cut(max(n, 1))
	return int(v & math.MaxInt) // safe: written from one
}

func (r *noteReader) int() int64 {
	v, n := binary.Varint([]byte(r.data[:min(len(r.data), binary.MaxVarintLen64)]))
	r.cut(max(n, 1))
	return v
}
