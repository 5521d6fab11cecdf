// Package attachment reads what a document tells beside its text: who wrote it, who saved it last, where it lay on whose computer. An author
// sees nothing of that when she writes, and everybody who takes the file from the site can.
//
//	report := attachment.Inspect(data)
//
// [Words] is its text, for those who look in it for what must not get out.
//
// It knows the formats of Office (DOCX, XLSX, PPTX and the like, which are archives of XML) and PDF, tells them by their content, and
// changes nothing. What it cannot read it says nothing about: it warns, it does not judge. However a file is built, little memory is
// taken and little time.
package attachment

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Version names this way of looking: whoever changes what is found changes it.
const Version = "4"

// Report is what a document tells.
type Report struct {
	Told   []Told
	NoText bool // a PDF whose pages are nothing but pictures
}

// Told is one thing that a document tells about people or computers.
type Told struct {
	Kind  string // author, editor, manager, company, custom or path; of what stands in it unseen changes, comments and remarks with those who made them, sheets with their names, notes with their number
	Value string
}

// Inspect looks into a document.
func Inspect(data []byte) Report {
	var r Report
	switch {
	case Packed(data):
		r.office(data)
	case bytes.Contains(data[:min(len(data), 1024)], []byte("%PDF-")):
		r.pdf(data)
	}
	return r
}

// Packed tells an archive by its first bytes: a document of Office is one, whatever it is called.
func Packed(data []byte) bool { return bytes.HasPrefix(data, []byte("PK\x03\x04")) }

// nobody are names that programs write where they know none.
var nobody = []string{"microsoft office user", "unknown creator", "unknown", "python-docx", "openpyxl", "pptxgenjs", "user", "admin", "автор", "користувач", "anonymous"}

// tell notes a value, once. In texts that are free only paths are looked for.
func (r *Report) tell(kind, value string) {
	value = plain(value)
	if kind == "path" || kind == "text" {
		kind, value = "path", path.FindString(value)
	}
	if value == "" || slices.Contains(nobody, strings.ToLower(value)) {
		return
	}
	same := func(t Told) bool { return t.Value == value }
	if len(r.Told) < most && !slices.ContainsFunc(r.Told, same) {
		r.Told = append(r.Told, Told{kind, value})
	}
}

// Inside tells that a kind of what is told stands in a document itself and not in its properties.
func Inside(kind string) bool { return slices.Contains(insideKinds, kind) }

var insideKinds = []string{"changes", "comments", "remarks", "sheets", "notes"}

// most is how much is told of one document.
const most = 5

// path finds the place of a file on a computer or in a network.
var path = regexp.MustCompile(`(?i)(?:\b[a-z]:[\\/]|\bfile:/+|\\\\[\pL\d])[^<>"|?*\n]{2,}|/(?:home|users)/[^/\s]+/[^\s<>"]*`)

// plain makes a value fit for one line of a message.
func plain(value string) string {
	value = strings.ToValidUTF8(value, "")
	value = strings.Map(func(c rune) rune {
		if unicode.IsControl(c) || c == utf8.RuneError {
			return ' '
		}
		return c
	}, value)
	value = strings.Join(strings.Fields(value), " ")
	const longest = 120
	if runes := []rune(value); len(runes) > longest {
		value = string(runes[:longest]) + "…"
	}
	return value
}
