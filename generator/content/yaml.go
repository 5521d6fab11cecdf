package content

import (
	"bytes"
	"errors"
	"strings"
	"unicode"

	"go.yaml.in/yaml/v4"
)

// yaml reads the text of a header; offset is the number of the line before it. Lines of the nodes are those of the file.
func (r *reader) yaml(text []byte, offset int) (*yaml.Node, bool) {
	if onlyNotes(text) {
		return nil, true
	}
	var root yaml.Node
	if err := yaml.Load(plainBreaks(text), &root); err != nil {
		for _, e := range yamlErrors(err) {
			r.yamlProblem(e, text, offset)
		}
		return nil, false
	}
	if len(root.Content) == 0 {
		return nil, true
	}
	top := root.Content[0]
	within(top, text)
	shift(top, offset)
	if top.Kind != yaml.MappingNode {
		r.complain("E-HEADER-YAML", top.Line, top.Column, "cause", "fields")
		return nil, false
	}
	before := len(r.problems)
	r.traps(top, bytes.IndexByte(text, '#') >= 0)
	return top, len(r.problems) == before
}

// onlyNotes tells that a text of YAML holds nothing: every line is blank or a note.
func onlyNotes(text []byte) bool {
	for line := range bytes.Lines(text) {
		if line = bytes.TrimSpace(line); len(line) > 0 && line[0] != '#' {
			return false
		}
	}
	return true
}

// plainBreaks replaces signs that end a line for YAML and for nobody else, so that lines are counted alike.
func plainBreaks(text []byte) []byte {
	for _, sign := range []string{"\u2028", "\u2029", "\u0085"} {
		if bytes.Contains(text, []byte(sign)) {
			text = bytes.ReplaceAll(text, []byte(sign), []byte(" "))
		}
	}
	return text
}

// within keeps a node in its text: where nothing follows a --- without an end, YAML sees it on a line that is not there.
func within(n *yaml.Node, text []byte) {
	if last := 1 + bytes.Count(text, []byte("\n")); n.Line > last {
		n.Line, n.Column = last, 1
	}
}

func shift(n *yaml.Node, lines int) {
	n.Line += lines
	for _, c := range n.Content {
		shift(c, lines)
	}
}

// traps finds what YAML reads and the author did not mean: signs that it takes for its own, and what it takes for a note, if there may be notes.
func (r *reader) traps(n *yaml.Node, notes bool) {
	switch {
	case n.Kind == yaml.AliasNode || n.Anchor != "":
		r.complain("E-HEADER-YAML", n.Line, n.Column, "cause", "alias")
	case n.Tag != "" && !strings.HasPrefix(n.Tag, "!!"):
		r.complain("E-HEADER-YAML", n.Line, n.Column, "cause", "sign")
	case n.Kind == yaml.ScalarNode && strings.ContainsFunc(n.Value, invisible): // "\x0b": written out, it passes YAML, and no book or feed may hold it
		r.complain("E-HEADER-YAML", n.Line, n.Column, "cause", "control")
	case notes && n.Kind == yaml.ScalarNode && n.Style == 0:
		if column := cutByNote(r.excerpt(n.Line), n); column > 0 {
			r.complain("E-HEADER-YAML", n.Line, column,
				"detail.uk", "знак `#` після пробілу починає примітку, тож решту рядка не прочитано; значення візьміть у прямі лапки, а в примітці поставте після `#` пробіл",
				"detail.en", "a sign `#` after a space begins a note, so the rest of the line is not read; put the value in straight quotes, or a space after the `#` of a note")
		}
	}
	for _, c := range n.Content {
		r.traps(c, notes)
	}
}

// cutByNote returns the column of a `#` that follows the value, with no space behind it: hardly a note. 0 is none.
func cutByNote(line string, n *yaml.Node) int {
	runes, end := []rune(line), n.Column-1+len([]rune(n.Value))
	if end > len(runes) || string(runes[n.Column-1:end]) != n.Value {
		return 0 // it takes several lines
	}
	for ; end < len(runes) && (runes[end] == ' ' || runes[end] == '\t'); end++ {
	}
	if end+1 < len(runes) && runes[end] == '#' && !unicode.IsSpace(runes[end+1]) && runes[end+1] != '#' {
		return end + 1
	}
	return 0
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
	f := faultOf(e, text)
	line := f.line + offset
	args := []string{"cause", f.cause}
	switch {
	case f.cause == "tab":
		r.complain("E-HEADER-TAB", line, f.column)
		return
	case f.uk != "":
		args = []string{"detail.uk", f.uk, "detail.en", f.en}
	case f.cause == "":
		args = []string{"detail.en", e.Message}
	}
	r.complain("E-HEADER-YAML", line, f.column, args...)
}

// fault is a place in a text of YAML and what is wrong there: a word of the catalogue of messages, or a sentence.
type fault struct {
	line, column int
	cause        string
	uk, en       string
}

func faultOf(e *yaml.LoadError, text []byte) fault {
	f := explain(e, text)
	if last := bytes.Count(bytes.TrimSuffix(text, []byte("\n")), []byte("\n")) + 1; f.line < 1 || f.line > last {
		f.line, f.column = min(max(f.line, 1), last), 1 // the end of the text is meant
	}
	return f
}

func explain(e *yaml.LoadError, text []byte) fault {
	said := func(message string) bool { return strings.Contains(e.Message, message) }
	inside := func(context string) bool { return strings.Contains(e.ContextMsg, context) }
	here := fault{line: e.Mark.Line, column: e.Mark.Column}
	opened := fault{line: e.ContextMark.Line, column: e.ContextMark.Column}
	at := []rune(string(lineOf(text, here.line)))
	switch {
	case here.column >= 1 && here.column <= len(at) && at[here.column-1] == '\t', said("tab character"):
		return here.because("tab")
	case said("depth"):
		return here.because("deep")
	case said("mapping values are not allowed"):
		return colon(here, text, string(at))
	case said("unexpected end of stream") && inside("quoted"):
		return opened.because("quote")
	case inside("quoted"):
		here.uk, here.en = "у прямих лапках знак `\\` має особливе значення: подвойте його", "inside straight quotes the sign `\\` has a meaning of its own: double it"
		return here
	case inside("flow"):
		return opened.because("bracket")
	case inside("anchor"), inside("alias"):
		return opened.because("alias")
	case inside("scanning a tag"), inside("block scalar"):
		return opened.because("sign")
	case (said("cannot start any token") || said("sequence entries are not allowed")) && quoted(at, here.column):
		return here.because("after")
	case said("cannot start any token"), said("node content"), said("sequence entries are not allowed"), said("mapping keys are not allowed"):
		return here.because("sign")
	case said("could not find expected ':'"):
		return unfinished(opened, text)
	case inside("block mapping"), inside("block collection"):
		return outOfPlace(here, at)
	case said("control characters"):
		return control(text)
	case said("multiple"):
		return secondDocument(text)
	}
	return here
}

func (f fault) because(cause string) fault {
	f.cause = cause
	return f
}

// colon explains a colon that YAML does not expect: it stands inside a value, or the line is indented too far, or a line
// before it has no field of its own.
func colon(f fault, text []byte, line string) fault {
	before, _, _ := strings.Cut(line, ":")
	switch {
	case len([]rune(before)) < f.column-1:
		return f.because("colon")
	case strings.HasPrefix(line, " "):
		return f.because("indent")
	}
	for n := f.line - 1; n >= 1; n-- {
		if above := string(lineOf(text, n)); strings.TrimSpace(above) != "" {
			f.line, f.column = n, 1
			return unfinished(f, text)
		}
	}
	return f.because("space") // the line itself, with nothing but empty ones above it
}

// unfinished explains a line that is not of the form `name: value`.
func unfinished(f fault, text []byte) fault {
	if strings.Contains(string(lineOf(text, f.line)), ":") {
		return f.because("space")
	}
	return f.because("key")
}

// outOfPlace explains what follows a value that was complete: on the same line, or a line with a wrong indentation.
func outOfPlace(f fault, line []rune) fault {
	switch {
	case upTo(line, f.column) == "":
		return f.because("indent")
	case quoted(line, f.column):
		return f.because("after")
	}
	f.uk, f.en = "тут зайвий знак", "here is a sign too many"
	return f
}

// upTo is what stands on a line before a column.
func upTo(line []rune, column int) string {
	return strings.TrimSpace(string(line[:max(0, min(column-1, len(line)))]))
}

// quoted tells that a text in straight quotes ends before a column.
func quoted(line []rune, column int) bool {
	before := upTo(line, column)
	return strings.HasSuffix(before, `"`) || strings.HasSuffix(before, "'")
}

// control finds the invisible sign that YAML refuses without saying where.
func control(text []byte) fault {
	f := fault{line: 1, column: 1}
	for _, c := range string(text) {
		if c == '\n' {
			f.line, f.column = f.line+1, 1
			continue
		}
		if invisible(c) {
			break
		}
		f.column++
	}
	return f.because("control")
}

// invisible tells a sign that stands in no text: control characters, which come along when text is copied out of other programs, and what Unicode has set aside.
func invisible(c rune) bool {
	return c != '\t' && c != '\n' && unicode.IsControl(c) || c == '\ufffe' || c == '\uffff'
}

// secondDocument finds the line `...` or `---` after which YAML begins anew.
func secondDocument(text []byte) fault {
	n := 0
	for line := range bytes.Lines(text) {
		n++
		if s := strings.TrimRight(string(line), " \t\n"); s == "..." || s == "---" && n > 1 {
			break
		}
	}
	return fault{line: n, column: 1, cause: "second"}
}

func lineOf(text []byte, n int) []byte {
	for line := range bytes.Lines(text) {
		if n--; n == 0 {
			return bytes.TrimRight(line, "\n")
		}
	}
	return nil
}
