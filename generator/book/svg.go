package book

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"
)

// Validators know SVG as it was in its version 1.1, and programs that draw write more: properties of text on shapes, properties that came
// later. Neither changes how a drawing looks if it is told in the older way.

// shapes are the elements that have no text within them: what they tell of text is of no effect.
var shapes = map[string]bool{"path": true, "rect": true, "circle": true, "ellipse": true, "line": true, "polyline": true, "polygon": true}

var (
	ofText   = regexp.MustCompile(`^(overflow|clip|direction|unicode-bidi|kerning|(font|text|letter|word|glyph|writing|baseline|alignment|dominant)-[a-z-]+)$`)
	later    = regexp.MustCompile(`^(vector-effect|paint-order|white-space|line-height|mix-blend-mode|isolation|mask-type|transform-(origin|box)|text-(align|indent|overflow|transform))$`)
	unitless = regexp.MustCompile(`^-?[0-9.]+( -?[0-9.]+)*$`)
)

// olderSVG is a drawing whose attributes are those of SVG 1.1. One that is not well-formed stays as it is.
func olderSVG(data []byte) []byte {
	d := xml.NewDecoder(bytes.NewReader(data))
	var out bytes.Buffer
	for {
		from := d.InputOffset()
		token, err := d.RawToken()
		switch {
		case errors.Is(err, io.EOF):
			return out.Bytes()
		case err != nil:
			return data
		}
		raw := data[from:d.InputOffset()]
		s, ok := token.(xml.StartElement)
		if !ok {
			if len(raw) > 0 { // the end of <path/> is in its beginning
				out.Write(raw)
			}
			continue
		}
		t := tag{name: qualified(s.Name)}
		for _, a := range s.Attr {
			t.attrs = append(t.attrs, attr{qualified(a.Name), a.Value})
		}
		if t.name == "stop" && !t.has("offset") {
			t.set("offset", "0")
			t.older()
		} else if !t.older() {
			out.Write(raw)
			continue
		}
		writeTag(&out, &t, bytes.HasSuffix(raw, []byte("/>")))
	}
}

// older changes the attributes of an element of SVG; false if there is nothing to change.
func (t *tag) older() bool {
	var kept []attr
	style := strings.TrimRight(strings.TrimSpace(t.value("style")), ";")
	for _, a := range t.attrs {
		switch {
		case later.MatchString(a.name):
			if a.name == "transform-origin" && unitless.MatchString(a.value) {
				a.value = strings.ReplaceAll(a.value, " ", "px ") + "px"
			}
			style = strings.TrimPrefix(style+";"+a.name+":"+a.value, ";")
		case shapes[t.name] && ofText.MatchString(a.name):
		default:
			kept = append(kept, a)
		}
	}
	if len(kept) == len(t.attrs) {
		return false
	}
	if t.attrs = kept; style != "" {
		t.set("style", style)
	}
	return true
}

func writeTag(out *bytes.Buffer, t *tag, empty bool) {
	out.WriteString("<" + t.name)
	for _, a := range t.attrs {
		a.write(out)
	}
	if empty {
		out.WriteByte('/')
	}
	out.WriteByte('>')
}

func qualified(n xml.Name) string {
	if n.Space != "" {
		return n.Space + ":" + n.Local
	}
	return n.Local
}
