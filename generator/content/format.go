package content

import (
	"strconv"

	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/site"
)

// FormatOf tells in which format a site is written, by the text of its site.yaml; one that does not say is of format 1. Nothing else is looked at, for in a
// format that is older or newer it may mean something else.
//
// line is where it stands, 0 if it does not.
func FormatOf(source []byte, kinds *Kinds) (format, line int, problems problem.List) {
	kind := kinds.Named("site")
	r := &reader{parser: &Parser{Kinds: kinds}, file: ConfigFile, source: source, lang: site.UK}
	if kind == nil || !r.sound() {
		return 0, 0, r.problems
	}
	root, whole := r.yaml(unfenced(r.source), 0)
	if !whole || root == nil {
		return 1, 0, r.problems
	}
	format = 1
	for i := 0; i+1 < len(root.Content); i += 2 {
		key := root.Content[i]
		field := kind.Field(key.Value)
		if field == nil || field.Name != "format" {
			continue
		}
		if line > 0 {
			r.twice(key, key)
			break
		}
		line = key.Line
		if v, ok := r.value(root.Content[i+1], field); ok {
			format = int(v.Number)
		}
	}
	return format, line, r.problems
}

// otherFormat complains of a site that this program cannot read as it is.
func (r *reader) otherFormat(format, line, column, newest int) {
	code := "E-SITE-FORMAT"
	if format < newest {
		code = "E-SITE-OLD"
	}
	r.complain(code, line, column, "value", strconv.Itoa(format), "max", strconv.Itoa(newest))
}
