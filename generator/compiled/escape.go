package compiled

import (
	"bytes"
	"html/template"
	"io"
	"reflect"
	"strconv"
	"strings"
	"sync"
	"text/template/parse"
	"unicode/utf8"
)

// context is a kind of place in a page, and what may be written there as it is. What html/template does in such a place is learnt from a
// sample that it makes safe itself, so that none of its names stand here.
type context struct {
	sample   string       // as a layout would have it
	text     bool         // the escaper changes each sign for itself, and none beyond ASCII
	harmless string       // of another place: signs that no escaper touches, nor ASCII's letters and digits; "": it touches any string
	address  bool         // a whole address stands there: https:// at its beginning is harmless too, and a template.URL is trusted to be one
	safe     reflect.Type // the type that says that its text is meant for such a place; nil: none

	quiet      [256]bool   // bytes that may be written as they are
	instead    [256]string // in a text: what is written for a byte that may not
	template   *template.Template
	head, tail int // bytes of the sample before and after the value
}

var samples = []context{
	{sample: `<p>{{.}}</p>`, text: true, safe: reflect.TypeFor[template.HTML]()},
	{sample: `<title>{{.}}</title>`, text: true},
	{sample: `<p title="{{.}}">`, text: true},
	{sample: `<a href="{{.}}">`, harmless: "-._~/#", address: true},
	{sample: `<a href="/a?b={{.}}">`, harmless: "-._~"},
	{sample: `<a href="/a/{{.}}">`, harmless: "-._~/#"},
	{sample: `<script>{{.}}</script>`, safe: reflect.TypeFor[template.JS]()},
}

// contexts are the samples by the escapers that html/template puts there.
var contexts = sync.OnceValue(func() map[string]*context {
	found := map[string]*context{}
	for _, c := range samples {
		c.head, c.tail = strings.Index(c.sample, "{{"), len(c.sample)-strings.Index(c.sample, "}}")-len("}}")
		c.template = template.Must(template.New("").Parse(c.sample))
		if c.template.Execute(io.Discard, "") != nil { // makes it safe
			continue
		}
		if c.text {
			c.learn()
		}
		for b := range c.quiet {
			letter := 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z' || '0' <= b && b <= '9'
			switch {
			case c.text:
				c.quiet[b] = b >= utf8.RuneSelf || c.instead[b] == string(rune(b))
			case c.harmless != "":
				c.quiet[b] = letter || b < utf8.RuneSelf && strings.IndexByte(c.harmless, byte(b)) >= 0
			}
		}
		if a, ok := c.template.Tree.Root.Nodes[1].(*parse.ActionNode); ok {
			found[escapers(a.Pipe)] = &c
		}
	}
	return found
})

// escapers are the commands that html/template has added to a pipeline.
func escapers(pipe *parse.PipeNode) string {
	var names []string
	for _, cmd := range pipe.Cmds[1:] {
		names = append(names, cmd.String())
	}
	return strings.Join(names, " ")
}

// learn finds out what is written for each sign of ASCII, with a letter between them that is not one of them, and stays.
func (c *context) learn() {
	const between = "я"
	signs := make([]string, utf8.RuneSelf)
	for b := range signs {
		signs[b] = string(rune(b))
	}
	written, _ := c.standard(strings.Join(signs, between)) // a text can always be written
	copy(c.instead[:], strings.Split(written, between))
}

// standard is what html/template writes for a value.
func (c *context) standard(v any) (string, error) {
	var sample bytes.Buffer
	if err := c.template.Execute(&sample, v); err != nil {
		return "", doubt("%v", err)
	}
	return string(sample.Bytes()[c.head : sample.Len()-c.tail]), nil
}

// write writes a value as html/template would.
func (c *context) write(w *bytes.Buffer, v reflect.Value) error {
	switch {
	case !v.IsValid():
		return doubt("no value")
	case v.Type() == reflect.TypeFor[string]() && c.text:
		c.writeText(w, v.String())
		return nil
	case v.Type() == c.safe, v.Type() == reflect.TypeFor[string]() && c.calm(v.String()):
		w.WriteString(v.String())
		return nil
	case c.address && v.Type() == reflect.TypeFor[template.URL]() && c.ready(v.String()):
		w.WriteString(strings.ReplaceAll(v.String(), "&", "&amp;"))
		return nil
	case v.Type() == reflect.TypeFor[int]() && c.quiet['0']:
		w.Write(strconv.AppendInt(w.AvailableBuffer(), v.Int(), 10))
		return nil
	}
	text, err := c.standard(v.Interface())
	w.WriteString(text)
	return err
}

func (c *context) writeText(w *bytes.Buffer, s string) {
	from := 0
	for i := range len(s) {
		if !c.quiet[s[i]] {
			w.WriteString(s[from:i])
			w.WriteString(c.instead[s[i]])
			from = i + 1
		}
	}
	w.WriteString(s[from:])
}

// calm tells whether an address, or a part of one, has nothing that an escaper would touch.
func (c *context) calm(s string) bool {
	if c.address {
		s = strings.TrimPrefix(s, "https://")
	}
	for i := range len(s) {
		if !c.quiet[s[i]] {
			return false
		}
	}
	return true
}

// ready tells whether an address has no sign that an escaper would touch, but for &: what else it has is escaped already.
func (c *context) ready(address string) bool {
	for i := 0; i < len(address); i++ {
		switch b := address[i]; {
		case c.quiet[b], b == '?', b == '=', b == '&', b == '@', b == ':':
		case b == '%' && i+2 < len(address) && isHex(address[i+1]) && isHex(address[i+2]):
		default:
			return false
		}
	}
	return true
}

func isHex(b byte) bool { return '0' <= b && b <= '9' || 'a' <= b && b <= 'f' || 'A' <= b && b <= 'F' }
