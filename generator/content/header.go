package content

import (
	"bytes"
	"strings"

	"github.com/adrg/frontmatter"
	"go.yaml.in/yaml/v4"

	"github.com/som-hub/vitryna/generator/site"
)

// split cuts the header off. It returns the header's root (nil where there is none or it cannot be read), the body, the
// line of the file on which the body begins, and whether the header was read whole.
//
// The header ends at the first column. adrg/frontmatter trims every line before it looks for the end, so that an indented `---` in a block
// of text would end the header early and without a word: where there may be one it is asked too, and where the two disagree the author is told.
func (r *reader) split(kind *site.Kind) (header *yaml.Node, body []byte, bodyLine int, whole bool) {
	first, line := firstLine(r.source)
	switch notation := foreign(first); {
	case notation != "":
		r.complain("E-HEADER-FORMAT", line, 1, "format", notation)
		return nil, nil, line, false
	case strings.TrimSpace(first) != "---":
		return nil, r.source, 1, true
	}
	end := closing(r.source, line)
	if end == 0 {
		r.complain("E-HEADER-OPEN", line, 1)
		return nil, nil, line, false
	}
	body = after(r.source, end)
	text := between(r.source, line, end)
	if found := trimmedEnd(r.source[:len(r.source)-len(body)], text); found >= 0 {
		r.complain("E-HEADER-INNER", line+1+found, 1)
		return nil, nil, end + 1, false
	} else if cutShort(body, kind) {
		r.complain("E-HEADER-INNER", end, 1)
		return nil, nil, end + 1, false
	}
	header, whole = r.yaml(text, line)
	return header, body, end + 1, whole
}

// trimmedEnd is how many lines of a header's text stand before one that is `---` but for the spaces around it; -1 where there is none. header is
// the text with the lines that open and close it.
func trimmedEnd(header, text []byte) int {
	if !bytes.Contains(text, []byte("---")) {
		return -1
	}
	var inner []byte
	_, err := frontmatter.MustParse(bytes.NewReader(header), &struct{}{},
		frontmatter.NewFormat("---", "---", func(data []byte, _ any) error { inner = bytes.Clone(data); return nil }))
	if err != nil || len(inner) == len(text) {
		return -1
	}
	return bytes.Count(inner, []byte("\n"))
}

// foreign names the notation of a header that is not ours, or gives "".
func foreign(first string) string {
	switch tight := strings.ReplaceAll(first, " ", ""); {
	case strings.HasPrefix(first, "+++"), tight == "---toml":
		return "TOML"
	case strings.HasPrefix(first, ";;;"), tight == "---json", tight == "{", strings.HasPrefix(tight, `{"`):
		return "JSON"
	case tight == "---yaml":
		return "---yaml"
	}
	return ""
}

// cutShort tells that a line `---` at the first column, meant for the text of a field, closed the header: what follows it up to the
// next such line has no blank line and holds a field of the kind. The fields there (`draft` perhaps) would be lost.
func cutShort(body []byte, kind *site.Kind) bool {
	field := false
	for line := range bytes.Lines(body) {
		text := strings.TrimRight(string(line), " \t\n")
		switch key, _, colon := strings.Cut(text, ":"); {
		case text == "":
			return false
		case text == "---":
			return field
		case colon && kind.Field(key) != nil:
			field = true
		}
	}
	return false
}

// firstLine returns the first line that is not blank, and its number.
func firstLine(source []byte) (string, int) {
	n := 0
	for line := range bytes.Lines(source) {
		n++
		if t := bytes.TrimRight(line, " \t\n"); len(bytes.TrimSpace(t)) > 0 {
			return string(t), n
		}
	}
	return "", n
}

// closing returns the number of the line that closes the header which opens on line open, or 0.
func closing(source []byte, open int) int {
	n := 0
	for line := range bytes.Lines(source) {
		if n++; n > open && bytes.HasPrefix(line, []byte("---")) && len(bytes.TrimSpace(line)) == len("---") {
			return n
		}
	}
	return 0
}

func after(source []byte, line int) []byte {
	for ; line > 0; line-- {
		_, source, _ = bytes.Cut(source, []byte("\n"))
	}
	return source
}

func between(source []byte, open, end int) []byte {
	rest := after(source, open)
	return rest[:len(rest)-len(after(source, end-1))]
}
