package picture

import (
	"bytes"
	"encoding/base64"
	"encoding/xml"
	"errors"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
)

const (
	svgSpace   = "http://www.w3.org/2000/svg"
	xlinkSpace = "http://www.w3.org/1999/xlink"
	xmlSpace   = "http://www.w3.org/XML/1998/namespace"
	maxDepth   = 200
)

// readSVG parses an SVG and writes it anew: what is not on the lists of svgallow.go does not reach the copy.
func readSVG(data []byte) (parts, error) {
	c := cleaner{decoder: xml.NewDecoder(bytes.NewReader(data))}
	c.decoder.Entity = map[string]string{} // none but those of XML itself
	for {
		token, err := c.decoder.Token()
		if err != nil {
			return parts{}, damagedSVG(err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			if err := c.start(t); err != nil {
				return parts{}, err
			}
		case xml.EndElement:
			if c.end(); len(c.open) == 0 {
				if err := c.drawing.crowded(); err != nil {
					return parts{}, err
				}
				p := parts{orientation: 1, keep: [][]byte{c.out.Bytes()}}
				return p, p.resize(c.width, c.height)
			}
		case xml.CharData:
			c.text(t)
		case xml.Directive:
			if bytes.ContainsRune(t, '[') || bytes.Contains(t, []byte("ENTITY")) {
				return parts{}, damaged("svg", "the document type declares entities")
			}
		}
	}
}

func damagedSVG(err error) error {
	var syntax *xml.SyntaxError
	if errors.Is(err, io.EOF) || errors.As(err, &syntax) && strings.Contains(syntax.Msg, "unexpected EOF") {
		return truncated("svg")
	}
	return damaged("svg", "%v", err)
}

// cleaner holds the elements that are open. The start tag of one is written up to its ">", which comes with its first
// child or, as "/>", with its end.
type cleaner struct {
	decoder       *xml.Decoder
	out           bytes.Buffer
	open          []string // "" for an element whose tags go and whose children stay
	halfOpen      bool
	width, height int
	drawing       drawing
}

func (c *cleaner) start(t xml.StartElement) error {
	name := t.Name.Local
	root := len(c.open) == 0
	foreign := t.Name.Space != svgSpace && t.Name.Space != ""
	switch {
	case root && (name != "svg" || foreign):
		return damaged("svg", "the root is <%s>", name)
	case len(c.open) >= maxDepth:
		return damaged("svg", "more than %d elements within each other", maxDepth)
	case foreign:
		return c.skip()
	case name == "a" || name == "switch":
		c.open = append(c.open, "")
		c.drawing.pass()
		return nil
	case name == "style":
		return c.style()
	case !svgElements[name]:
		return c.skip()
	}
	c.closeStart()
	c.open = append(c.open, name)
	c.drawing.start(name, t.Attr)
	c.out.WriteString("<" + name)
	if root {
		c.out.WriteString(` xmlns="` + svgSpace + `"`)
		c.width, c.height = svgSize(t.Attr)
	}
	c.attributes(name, t.Attr)
	c.halfOpen = true
	return nil
}

func (c *cleaner) end() {
	last := len(c.open) - 1
	name := c.open[last]
	c.open = c.open[:last]
	c.drawing.end()
	switch {
	case name == "":
	case c.halfOpen:
		c.out.WriteString("/>")
		c.halfOpen = false
	default:
		c.out.WriteString("</" + name + ">")
	}
}

func (c *cleaner) closeStart() {
	if c.halfOpen {
		c.out.WriteByte('>')
		c.halfOpen = false
	}
}

// text writes the text of an element that shows it; elsewhere it is only the indentation of the source.
func (c *cleaner) text(text xml.CharData) {
	for _, name := range slices.Backward(c.open) {
		if svgTexts[name] {
			c.closeStart()
			textEscaper.WriteString(&c.out, string(text))
		}
		if name != "" {
			return
		}
	}
}

func (c *cleaner) skip() error {
	if err := c.decoder.Skip(); err != nil {
		return damagedSVG(err)
	}
	return nil
}

// style keeps a style sheet that fetches nothing.
func (c *cleaner) style() error {
	var sheet strings.Builder
	for {
		token, err := c.decoder.Token()
		if err != nil {
			return damagedSVG(err)
		}
		switch t := token.(type) {
		case xml.CharData:
			sheet.Write(t)
		case xml.StartElement:
			if err := c.skip(); err != nil {
				return err
			}
		case xml.EndElement:
			if text := sheet.String(); strings.TrimSpace(text) != "" && harmlessCSS(text) {
				c.closeStart()
				c.out.WriteString("<style>")
				textEscaper.WriteString(&c.out, text)
				c.out.WriteString("</style>")
			}
			return nil
		}
	}
}

func (c *cleaner) attributes(element string, attributes []xml.Attr) {
	written := map[string]bool{}
	for _, a := range attributes {
		name, value := a.Name.Local, a.Value
		switch a.Name.Space {
		case "":
		case xmlSpace:
			name = "xml:" + name
		case xlinkSpace, "xlink":
			if name != "href" {
				continue
			}
		default:
			continue
		}
		ok := svgAttributes[name] && harmlessCSS(value)
		if name == "href" {
			value, ok = reference(element, value)
		}
		if !ok || written[name] {
			continue
		}
		written[name] = true
		c.out.WriteString(" " + name + `="`)
		attributeEscaper.WriteString(&c.out, value)
		c.out.WriteByte('"')
	}
}

// reference allows what lies in the same file: a part of it by name, and a raster picture, stripped.
func reference(element, value string) (string, bool) {
	value = strings.TrimSpace(value)
	if strings.HasPrefix(value, "#") {
		return value, !strings.ContainsAny(value, " \t\r\n")
	}
	header, encoded, ok := strings.Cut(value, ",")
	if element != "image" || !ok || !strings.HasPrefix(header, "data:image/") || !strings.HasSuffix(header, ";base64") {
		return "", false
	}
	data, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(encoded), ""))
	if err != nil {
		return "", false
	}
	format := sniff(data)
	if format == "svg" {
		return "", false
	}
	clean, err := Strip(data)
	if err != nil {
		return "", false
	}
	return "data:image/" + format + ";base64," + base64.StdEncoding.EncodeToString(clean), true
}

var (
	textEscaper      = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "\r", "&#13;")
	attributeEscaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", `"`, "&quot;", "\t", " ", "\n", " ", "\r", " ")
)

// svgSize reads the size of the root in CSS pixels, from its attributes or else from its view box.
func svgSize(attributes []xml.Attr) (width, height int) {
	var box []string
	for _, a := range attributes {
		switch a.Name.Local {
		case "width":
			width = pixels(a.Value)
		case "height":
			height = pixels(a.Value)
		case "viewBox":
			box = strings.FieldsFunc(a.Value, func(r rune) bool { return r == ',' || r == ' ' || r == '\n' || r == '\t' })
		}
	}
	if len(box) != 4 || width > 0 && height > 0 {
		return width, height
	}
	w, h := pixels(box[2]), pixels(box[3])
	switch {
	case w == 0 || h == 0:
	case width > 0:
		height = width * h / w
	case height > 0:
		width = height * w / h
	default:
		width, height = w, h
	}
	return width, height
}

// pixels reads a length of SVG; 0 stands for none, a wrong one, or one that depends on the page.
func pixels(length string) int {
	length = strings.TrimSpace(length)
	scale := 1.0
	for _, u := range svgUnits {
		if number, ok := strings.CutSuffix(length, u.name); ok {
			length, scale = number, u.pixels
			break
		}
	}
	v, err := strconv.ParseFloat(length, 64)
	if v *= scale; err != nil || !(v > 0 && v <= MaxSide) {
		return 0
	}
	return int(math.Round(v))
}

var svgUnits = []struct {
	name   string
	pixels float64
}{{"px", 1}, {"pt", 96.0 / 72}, {"pc", 16}, {"mm", 96 / 25.4}, {"cm", 96 / 2.54}, {"in", 96}}
