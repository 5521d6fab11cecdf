package book

import (
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"
)

// scanner reads the tags of a chapter one after another. What the site's own renderer writes is all it knows: elements, attributes in quotes,
// references and comments. A declaration or an instruction is an error, and so is all that is not well-formed. (encoding/xml knows more and
// takes ten times as long.)
type scanner struct {
	text string
	at   int
	tag  tag // the one that was read last; its attributes are overwritten by the next
}

// newScanner begins a text. Lines end as XML has them.
func newScanner(text string) (*scanner, error) {
	if strings.IndexByte(text, '\r') >= 0 {
		text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
	}
	s := &scanner{text: text}
	if !legible(text) {
		return nil, s.broken("a sign that XML does not have")
	}
	return s, nil
}

// line is the line that has been reached.
func (s *scanner) line() int { return 1 + strings.Count(s.text[:s.at], "\n") }

func (s *scanner) broken(what string) error { return &xml.SyntaxError{Line: s.line(), Msg: what} }

func (s *scanner) fault(format string, args ...any) error {
	return fmt.Errorf("line %d: "+format, append([]any{s.line()}, args...)...)
}

// chars is the text up to the next tag, with its references; "" where a tag stands.
func (s *scanner) chars() string {
	n := strings.IndexByte(s.text[s.at:], '<')
	if n < 0 {
		n = len(s.text) - s.at
	}
	return s.text[s.at : s.at+n]
}

// comment passes over a comment; false where none stands.
func (s *scanner) comment() bool {
	const begin, end = "<!--", "-->"
	if !strings.HasPrefix(s.text[s.at:], begin) {
		return false
	}
	n := strings.Index(s.text[s.at+len(begin):], end)
	if n < 0 {
		return false
	}
	s.at += len(begin) + n + len(end)
	return true
}

// endTag reads </name>.
func (s *scanner) endTag() (name string, err error) {
	rest := s.text[s.at+len("</"):]
	n := nameLength(rest)
	after := trimmed(rest[n:])
	if n == 0 || !strings.HasPrefix(after, ">") {
		return "", s.broken("an end tag that is none")
	}
	s.at = len(s.text) - len(after) + 1
	return rest[:n], nil
}

func trimmed(s string) string {
	for s != "" && (s[0] == ' ' || s[0] == '\n' || s[0] == '\t') {
		s = s[1:]
	}
	return s
}

// startTag reads <name a="b"> into s.tag, and tells whether its end is in it: <name/>.
func (s *scanner) startTag() (closed bool, err error) {
	rest := s.text[s.at+1:]
	n := nameLength(rest)
	if n == 0 {
		return false, s.broken("a tag without a name, or < that is none")
	}
	s.tag = tag{name: rest[:n], attrs: s.tag.attrs[:0]}
	rest = rest[n:]
	for {
		rest = trimmed(rest)
		switch {
		case strings.HasPrefix(rest, ">"):
			s.at = len(s.text) - len(rest) + 1
			return false, nil
		case strings.HasPrefix(rest, "/>"):
			s.at = len(s.text) - len(rest) + 2
			return true, nil
		}
		if rest, err = s.attribute(rest); err != nil {
			return false, err
		}
	}
}

// attribute reads a="b" and returns what stands behind it.
func (s *scanner) attribute(rest string) (string, error) {
	n := nameLength(rest)
	value := trimmed(rest[n:])
	if n == 0 || value == "" || value[0] != '=' {
		return "", s.broken("a tag that is not closed, or an attribute without a value in <" + s.tag.name)
	}
	value = trimmed(value[1:])
	if value == "" || value[0] != '"' && value[0] != '\'' {
		return "", s.broken("a value without quotes in <" + s.tag.name)
	}
	end := strings.IndexByte(value[1:], value[0]) + 1
	if end == 0 || strings.IndexByte(value[1:end], '<') >= 0 {
		return "", s.broken("a value that is not closed in <" + s.tag.name)
	}
	meant := value[1:end]
	if strings.IndexByte(meant, '&') >= 0 {
		var err error
		if meant, err = s.resolved(meant); err != nil {
			return "", err
		}
	}
	s.tag.attrs = append(s.tag.attrs, attr{rest[:n], meant})
	return value[end+1:], nil
}

// nameLength is how long the name is with which a text begins: of plain letters, with at most one colon inside. 0 is none.
func nameLength(text string) int {
	colons := 0
	for i := range len(text) {
		switch c := text[i]; {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', c == '_':
		case i > 0 && ('0' <= c && c <= '9' || c == '-' || c == '.'):
		case i > 0 && c == ':' && colons == 0:
			colons++
		case i > 0 && text[i-1] == ':':
			return 0
		default:
			return i
		}
	}
	return 0 // nothing stands behind it
}

// resolved writes out the references of a value.
func (s *scanner) resolved(value string) (string, error) {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(value, "&")
		b.WriteString(before)
		if !found {
			return b.String(), nil
		}
		meant, behind, ok := reference(rest)
		if !ok {
			return "", s.broken("& that begins no reference")
		}
		b.WriteString(meant)
		value = behind
	}
}

// reference reads what stands behind &: a name or a number, and a semicolon.
func reference(text string) (meant, rest string, ok bool) {
	const longest = 32
	end := strings.IndexByte(text[:min(len(text), longest)], ';')
	if end < 0 {
		return "", "", false
	}
	name := text[:end]
	if digits, isNumber := strings.CutPrefix(name, "#"); isNumber {
		base := 10
		if hexadecimal, isHex := strings.CutPrefix(digits, "x"); isHex {
			digits, base = hexadecimal, 16
		}
		n, err := strconv.ParseUint(digits, base, 21)
		meant = string(rune(n))
		return meant, text[end+1:], err == nil && (legible(meant) || meant == "\r")
	}
	switch name {
	case "amp":
		meant = "&"
	case "lt":
		meant = "<"
	case "gt":
		meant = ">"
	case "quot":
		meant = `"`
	case "apos":
		meant = "'"
	default:
		meant = xml.HTMLEntity[name]
	}
	return meant, text[end+1:], meant != ""
}
