package table

import (
	"bytes"
	"encoding/binary"
	"regexp"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/som-hub/vitryna/generator/ukrainian"
)

// What other files than a text table begin with.
var (
	zipMark = []byte("PK\x03\x04")
	oleMark = []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") // .xls, and a workbook with a password
)

// decode turns the bytes of a CSV file into UTF-8 with \n at the ends of lines; ok is false where that cannot be done: then
// it has been told.
func (r *reader) decode(data []byte) (text []byte, ok bool) {
	switch {
	case bytes.HasPrefix(data, zipMark), bytes.HasPrefix(data, oleMark):
		r.complain("E-CSV", 0, 0, "why", "excel")
		return nil, false
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		if text, ok = utf16Text(data); ok {
			r.complain("W-CSV-UTF16", 0, 0)
		}
	default:
		text = bytes.TrimLeft(data, "\ufeff")
		if ok = utf8.Valid(text); !ok {
			var old string
			if old, ok = ukrainian.FromWindows1251(text); ok {
				text = []byte(old)
				r.complain("W-CSV-ENCODING", 0, 0)
			}
		}
	}
	if !ok || bytes.IndexByte(text, 0) >= 0 {
		r.problems = nil
		r.complain("E-CSV-ENCODING", 0, 0)
		return nil, false
	}
	if questioned(text) {
		r.complain("E-CSV-LOST", 0, 0)
		return nil, false
	}
	if bytes.IndexByte(text, '\r') >= 0 {
		text = bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
		text = bytes.ReplaceAll(text, []byte("\r"), []byte("\n"))
	}
	return Visible(text), true
}

// lostName is the name of a column, or a title above, that was written in an encoding without its letters.
var lostName = regexp.MustCompile(`(?:^|[;,\t"])[ .]*\?{3,}[? .()/-]*(?:[;,\t"\r\n]|$)`)

// questioned tells that a table has question marks in the place of Cyrillic letters: «CSV» of Excel, where Windows or macOS speaks another language. No other
// program can tell which letters they were, and of such names nobody would learn that from «unknown column».
func questioned(text []byte) bool {
	first, _, _ := bytes.Cut(bytes.TrimLeft(text, "\r\n"), []byte("\n"))
	return lostName.Match(first) && !bytes.ContainsFunc(text, func(c rune) bool { return c >= utf8.RuneSelf })
}

// Visible puts a space in the place of every sign that stands in no text (a line break of Word is one), so that no page, book or feed gets it; no other sign moves.
func Visible(text []byte) []byte {
	if !bytes.ContainsFunc(text, invisible) {
		return text
	}
	return bytes.Map(func(c rune) rune {
		if invisible(c) {
			return ' '
		}
		return c
	}, text)
}

func invisible(c rune) bool {
	return c != '\t' && c != '\n' && unicode.IsControl(c) || c == '\ufffe' || c == '\uffff'
}

// utf16Text decodes a text that begins with the mark of UTF-16, as «Unicode text» of Excel does.
func utf16Text(data []byte) ([]byte, bool) {
	var order binary.ByteOrder = binary.LittleEndian
	if data[0] == 0xfe {
		order = binary.BigEndian
	}
	if data = data[2:]; len(data)%2 != 0 {
		return nil, false
	}
	text := make([]byte, 0, len(data))
	for i := 0; i < len(data); i += 2 {
		c := rune(order.Uint16(data[i:]))
		if utf16.IsSurrogate(c) {
			if i += 2; i >= len(data) {
				return nil, false
			}
			if c = utf16.DecodeRune(c, rune(order.Uint16(data[i:]))); c == utf8.RuneError {
				return nil, false
			}
		}
		text = utf8.AppendRune(text, c)
	}
	return text, true
}
