package content

import (
	"bytes"
	"errors"
	"strings"

	"github.com/adrg/frontmatter"
	"go.yaml.in/yaml/v4"
)

// split cuts the header off. It returns the header's root (nil where there is none or it cannot be read), the body, the
// line of the file on which the body begins, and whether the header was read whole.
//
// adrg/frontmatter finds the header; it trims every line before it looks for the closing one, so that an indented `---` in
// a block of text would end the header early and without a word: the place is therefore looked for a second
// time, at the first column only, and where the two disagree the author is told.
func (r *reader) split() (header *yaml.Node, body []byte, bodyLine int, whole bool) {
	first, line := firstLine(r.source)
	switch {
	case strings.HasPrefix(first, "+++"), strings.HasPrefix(first, ";;;"), first == "{", strings.HasPrefix(first, `{"`),
		strings.HasPrefix(first, "---") && isWord(first[3:]):
		r.complain("E-HEADER-FORMAT", line, 1, "format", format(first))
		return nil, nil, line, false
	case first != "---":
		return nil, r.source, 1, true
	}
	var text []byte
	rest, err := frontmatter.MustParse(bytes.NewReader(r.source), &struct{}{},
		frontmatter.NewFormat("---", "---", func(data []byte, _ any) error { text = bytes.Clone(data); return nil }))
	end := closing(r.source, line)
	if errors.Is(err, frontmatter.ErrNotFound) || end == 0 {
		r.complain("E-HEADER-OPEN", line, 1)
		return nil, nil, line, false
	}
	if found := line + 1 + bytes.Count(text, []byte("\n")); found < end && !bytes.Equal(rest, after(r.source, end)) {
		r.complain("E-HEADER-INNER", inner(r.source, line, end), 1)
		return nil, nil, end + 1, false
	}
	header, whole = r.yaml(between(r.source, line, end), line)
	return header, after(r.source, end), end + 1, whole
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

func isWord(s string) bool {
	return s == "json" || s == "toml" || s == "yaml"
}

// format names the notation of a header that is not ours.
func format(first string) string {
	if strings.HasPrefix(first, "+++") || first == "---toml" {
		return "TOML"
	}
	if first == "---yaml" {
		return "---yaml"
	}
	return "JSON"
}

// closing returns the number of the line that closes the header which opens on line open, or 0.
func closing(source []byte, open int) int {
	n := 0
	for line := range bytes.Lines(source) {
		if n++; n > open && strings.TrimRight(string(line), " \t\n") == "---" {
			return n
		}
	}
	return 0
}

// inner returns the number of the first indented `---` between two lines.
func inner(source []byte, open, end int) int {
	n := 0
	for line := range bytes.Lines(source) {
		if n++; n > open && n < end && strings.TrimSpace(string(line)) == "---" {
			return n
		}
	}
	return open
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

// yaml reads the header's text; offset is the number of the line before it. Lines of the nodes are those of the file.
func (r *reader) yaml(text []byte, offset int) (*yaml.Node, bool) {
	if len(bytes.TrimSpace(text)) == 0 {
		return nil, true
	}
	var root yaml.Node
	if err := yaml.Load(text, &root); err != nil {
		for _, e := range yamlErrors(err) {
			r.yamlProblem(e, text, offset)
		}
		return nil, false
	}
	if len(root.Content) == 0 {
		return nil, true
	}
	top := root.Content[0]
	shift(top, offset)
	if top.Kind != yaml.MappingNode {
		r.complain("E-HEADER-YAML", top.Line, top.Column, "cause", "fields")
		return nil, false
	}
	return top, true
}

func shift(n *yaml.Node, lines int) {
	n.Line += lines
	for _, c := range n.Content {
		shift(c, lines)
	}
}

func yamlErrors(err error) []*yaml.LoadError {
	var many *yaml.LoadErrors
	if errors.As(err, &many) {
		return many.Errors
	}
	var one *yaml.LoadError
	if errors.As(err, &one) {
		return []*yaml.LoadError{one}
	}
	return []*yaml.LoadError{{Message: err.Error()}}
}

// yamlProblem says in the author's words what YAML says in its own.
func (r *reader) yamlProblem(e *yaml.LoadError, text []byte, offset int) {
	line, column := e.Mark.Line, e.Mark.Column
	at := []rune(string(lineOf(text, line)))
	switch {
	case column >= 1 && column <= len(at) && at[column-1] == '\t' || strings.Contains(e.Message, "tab"):
		r.complain("E-HEADER-TAB", line+offset, column)
	case strings.Contains(e.Message, "mapping values are not allowed"):
		r.complain("E-HEADER-YAML", line+offset, column, "cause", cause(string(at), column))
	case strings.Contains(e.Message, "unexpected end of stream") && strings.Contains(e.ContextMsg, "quoted"):
		r.complain("E-HEADER-YAML", e.ContextMark.Line+offset, e.ContextMark.Column, "cause", "quote")
	case strings.Contains(e.ContextMsg, "flow"):
		r.complain("E-HEADER-YAML", max(e.ContextMark.Line, 1)+offset, e.ContextMark.Column, "cause", "bracket")
	case strings.Contains(e.Message, "cannot start any token"):
		r.complain("E-HEADER-YAML", line+offset, column, "cause", "sign")
	case strings.Contains(e.Message, "could not find expected ':'"):
		r.complain("E-HEADER-YAML", e.ContextMark.Line+offset, e.ContextMark.Column, "cause", "key")
	case strings.Contains(e.Message, "did not find expected <document start>"), strings.Contains(e.ContextMsg, "block mapping"), strings.Contains(e.ContextMsg, "block collection"):
		r.complain("E-HEADER-YAML", line+offset, column, "cause", "indent")
	case strings.Contains(e.Message, "depth"), strings.Contains(e.Message, "nesting"):
		r.complain("E-HEADER-YAML", line+offset, column, "cause", "deep")
	case strings.Contains(e.Message, "control characters"):
		r.complain("E-HEADER-YAML", line+offset, column, "cause", "control")
	default:
		r.complain("E-HEADER-YAML", line+offset, column, "detail", e.Message)
	}
}

// cause tells a colon inside a value from one whose space is missing on the line before.
func cause(line string, column int) string {
	if before, _, _ := strings.Cut(line, ":"); len([]rune(before)) < column-1 {
		return "colon"
	}
	return "space"
}

func lineOf(text []byte, n int) []byte {
	for line := range bytes.Lines(text) {
		if n--; n == 0 {
			return bytes.TrimRight(line, "\n")
		}
	}
	return nil
}
