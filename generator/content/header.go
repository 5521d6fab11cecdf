package content

import (
	"bytes"
	"errors"
	"strings"
	"unicode"

	"github.com/adrg/frontmatter"
	"go.yaml.in/yaml/v4"

	"github.com/som-hub/vitryna/generator/site"
)

// split cuts the header off. It returns the header's root (nil where there is none or it cannot be read), the body, the
// line of the file on which the body begins, and whether the header was read whole.
//
// adrg/frontmatter finds the header; it trims every line before it looks for the closing one, so that an indented `---` in
// a block of text would end the header early and without a word: the place is therefore looked for a second
// time, at the first column only, and where the two disagree the author is told.
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
	var text []byte
	_, err := frontmatter.MustParse(bytes.NewReader(r.source[:len(r.source)-len(body)]), &struct{}{},
		frontmatter.NewFormat("---", "---", func(data []byte, _ any) error { text = bytes.Clone(data); return nil }))
	if errors.Is(err, frontmatter.ErrNotFound) {
		r.complain("E-HEADER-OPEN", line, 1)
		return nil, nil, line, false
	}
	if found := line + 1 + bytes.Count(text, []byte("\n")); found < end {
		r.complain("E-HEADER-INNER", found, 1)
		return nil, nil, end + 1, false
	} else if cutShort(body, kind) {
		r.complain("E-HEADER-INNER", end, 1)
		return nil, nil, end + 1, false
	}
	header, whole = r.yaml(between(r.source, line, end), line)
	return header, body, end + 1, whole
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
		if t := strings.TrimRight(string(line), " \t\n"); strings.TrimSpace(t) != "" {
			return t, n
		}
	}
	return "", n
}

// closing returns the number of the line that closes the header which opens on line open, or 0.
func closing(source []byte, open int) int {
	n := 0
	for line := range bytes.Lines(source) {
		if n++; n > open && strings.TrimRightFunc(string(line), unicode.IsSpace) == "---" {
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
