package author

import (
	"bytes"
	"regexp"
	"strings"

	"github.com/som-hub/vitryna/generator/content"
)

// Split cuts a text into the header with both its lines of hyphens, perhaps nothing, and what stands below it. A header that YAML cannot read is one, too.
func Split(source []byte) (header, body []byte) {
	l := cut(source)
	_, where, _ := content.ReadWritten(l.plain())
	head := &lines{l.text[:where.Close], l.ends[:where.Close], l.mark}
	if where.Close == 0 && len(l.text) == 0 {
		return nil, source
	}
	if where.Close == 0 {
		return []byte(l.mark), source[len(l.mark):]
	}
	header = head.bytes()
	return header, source[len(header):]
}

// ReplaceBody puts another text below the header. The header keeps its bytes, and every line of the text that has not changed keeps its end; a browser
// gives back texts whose lines end in \n only.
func ReplaceBody(source []byte, body string) []byte {
	header, old := Split(source)
	l := cut(old)
	all := cut(source)
	body = strings.ReplaceAll(strings.ReplaceAll(body, "\r\n", "\n"), "\r", "\n")
	fresh := cut([]byte(body))
	end := all.end()
	for i := range fresh.ends {
		if fresh.ends[i] != "" {
			fresh.ends[i] = end
		}
	}
	first := 0
	for first < len(fresh.text) && first < len(l.text) && keepEnd(fresh, l, first, first) {
		first++
	}
	for n := 1; n <= len(fresh.text)-first && n <= len(l.text)-first; n++ {
		if !keepEnd(fresh, l, len(fresh.text)-n, len(l.text)-n) {
			break
		}
	}
	if len(header) > 0 && body != "" && !bytes.HasSuffix(header, []byte("\n")) && !bytes.HasSuffix(header, []byte("\r")) && string(header) != all.mark {
		header = append(header, end...)
	}
	return append(header, fresh.bytes()...)
}

// keepEnd gives a line the end that the same line had.
func keepEnd(fresh, old *lines, i, j int) bool {
	if fresh.text[i] != old.text[j] || (fresh.ends[i] == "") != (old.ends[j] == "") {
		return false
	}
	fresh.ends[i] = old.ends[j]
	return true
}

// ReplaceLines puts another text in the place of a whole one. Lines that have not changed keep their ends, new ones get that of the others.
func ReplaceLines(source []byte, text string) []byte {
	old := cut(source)
	fresh := cut([]byte(text))
	end := old.end()
	for i := range fresh.ends {
		if fresh.ends[i] != "" {
			fresh.ends[i] = end
		}
	}
	for i := 0; i < len(fresh.text) && i < len(old.text) && keepEnd(fresh, old, i, i); i++ {
	}
	for n := 1; n <= len(fresh.text) && n <= len(old.text); n++ {
		if !keepEnd(fresh, old, len(fresh.text)-n, len(old.text)-n) {
			break
		}
	}
	fresh.mark = old.mark
	return fresh.bytes()
}

// ReplaceInLine puts other words in the place of some in one line of a text.
func ReplaceInLine(source []byte, line int, old, fresh string) []byte {
	l := cut(source)
	if line < 1 || line > len(l.text) {
		return source
	}
	l.text[line-1] = strings.ReplaceAll(l.text[line-1], old, fresh)
	return l.bytes()
}

// ReplaceAt puts another name in the place of one that stands whole in a line, perhaps between slashes, at a column (in characters, from 1) or as the next to
// the right of it. It tells whether it stood there.
func ReplaceAt(source []byte, line, column int, old, fresh string) ([]byte, bool) {
	l := cut(source)
	if line < 1 || line > len(l.text) {
		return source, false
	}
	text := []rune(l.text[line-1])
	start := min(max(column-1, 0), len(text))
	left, right := string(text[:start]), string(text[start:])
	at := regexp.MustCompile(`(^/?|[^\w/-]/?)` + regexp.QuoteMeta(old) + `(/?$|/?[^\w/-])`).FindStringSubmatchIndex(right)
	if at == nil {
		return source, false
	}
	l.text[line-1] = left + right[:at[3]] + fresh + right[at[4]:]
	return l.bytes(), true
}
