package author

import (
	"strings"
)

// lines is a text cut into lines, each with the end it has in its file, so that joining gives every byte back.
type lines struct {
	text []string
	ends []string // "\n", "\r\n", "\r"; of the last line perhaps ""
	mark string   // of byte order, before the first line; a file put together of two has two
}

func cut(source []byte) *lines {
	l := &lines{}
	whole := string(source)
	rest := strings.TrimLeft(whole, "\ufeff")
	l.mark = whole[:len(whole)-len(rest)]
	for rest != "" {
		at := strings.IndexAny(rest, "\r\n")
		if at < 0 {
			l.text, l.ends = append(l.text, rest), append(l.ends, "")
			break
		}
		end := rest[at : at+1]
		if strings.HasPrefix(rest[at:], "\r\n") {
			end = "\r\n"
		}
		l.text, l.ends, rest = append(l.text, rest[:at]), append(l.ends, end), rest[at+len(end):]
	}
	return l
}

func (l *lines) bytes() []byte {
	var b strings.Builder
	b.WriteString(l.mark)
	for i, s := range l.text {
		b.WriteString(s)
		b.WriteString(l.ends[i])
	}
	return []byte(b.String())
}

// plain is the text as the parsers read it: every line ends in \n.
func (l *lines) plain() []byte {
	text := strings.Join(l.text, "\n")
	if n := len(l.ends); n > 0 && l.ends[n-1] != "" {
		text += "\n"
	}
	return []byte(text)
}

// end is how new lines end: as most of the others do.
func (l *lines) end() string {
	count := map[string]int{}
	for _, e := range l.ends {
		count[e]++
	}
	switch {
	case count["\r\n"] > count["\n"]:
		return "\r\n"
	case count["\r"] > count["\n"]:
		return "\r"
	}
	return "\n"
}

// replace puts other lines in the place of lines from…to-1. Those at the beginning and at the end that stay as they are keep their bytes.
func (l *lines) replace(from, to int, fresh []string) {
	for from < to && len(fresh) > 0 && l.text[from] == fresh[0] {
		from, fresh = from+1, fresh[1:]
	}
	for from < to && len(fresh) > 0 && l.text[to-1] == fresh[len(fresh)-1] {
		to, fresh = to-1, fresh[:len(fresh)-1]
	}
	end, ends := l.end(), make([]string, len(fresh))
	for i := range ends {
		ends[i] = end
	}
	switch last := len(l.ends) - 1; {
	case len(fresh) > 0 && from > 0 && from == len(l.ends) && l.ends[last] == "": // behind a last line without an end
		l.ends[last], ends[len(ends)-1] = end, ""
	case len(fresh) > 0 && to == len(l.ends) && from < to:
		ends[len(ends)-1] = l.ends[last]
	}
	l.text = append(append(append([]string(nil), l.text[:from]...), fresh...), l.text[to:]...)
	l.ends = append(append(append([]string(nil), l.ends[:from]...), ends...), l.ends[to:]...)
}

// runes are the characters of a line, whose number is that of the file: from 1.
func (l *lines) runes(line int) []rune { return []rune(l.text[line-1]) }

// blank tells that a line holds nothing, or a note only.
func blank(s string) bool {
	s = strings.TrimSpace(s)
	return s == "" || s[0] == '#'
}

func indentOf(s string) int { return len(s) - len(strings.TrimLeft(s, " ")) }
