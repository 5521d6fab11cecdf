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
)

// context is a kind of place in a page, and what may be written there as it is. What html/template does in such a place is learnt from a
// sample that it makes safe itself, so that none of its names stand here.
type context struct {
	sample   string       // as a layout would have it
	harmless string       // signs that no escaper touches here, nor letters and digits; "": it touches any string
	ascii    bool         // signs beyond ASCII are touched
	scheme   bool         // nor https:// at the beginning
	safe     reflect.Type // the type that says that its text is meant for such a place; nil: none

	quiet      [256]bool // bytes that may be written as they are
	template   *template.Template
	head, tail int // bytes of the sample before and after the value
}

var samples = []context{
	{sample: `<p>{{.}}</p>`, harmless: text, safe: reflect.TypeFor[template.HTML]()},
	{sample: `<title>{{.}}</title>`, harmless: text},
	{sample: `<p title="{{.}}">`, harmless: text},
	{sample: `<a href="{{.}}">`, harmless: "-._~/#", ascii: true, scheme: true},
	{sample: `<a href="/a?b={{.}}">`, harmless: "-._~", ascii: true},
	{sample: `<a href="/a/{{.}}">`, harmless: "-._~/#", ascii: true},
	{sample: `<script>{{.}}</script>`, safe: reflect.TypeFor[template.JS]()},
}

// text are signs that mean nothing in HTML, neither between tags nor inside quotes.
const text = " \n\t!#$%()*,-./:;=?@[]^_{|}~"

// contexts are the samples by the escapers that html/template puts there.
var contexts = sync.OnceValue(func() map[string]*context {
	found := map[string]*context{}
	for _, c := range samples {
		for b := range c.quiet {
			letter := 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z' || '0' <= b && b <= '9' || b >= 0x80 && !c.ascii
			c.quiet[b] = c.harmless != "" && (letter || b < 0x80 && strings.IndexByte(c.harmless, byte(b)) >= 0)
		}
		c.head, c.tail = strings.Index(c.sample, "{{"), len(c.sample)-strings.Index(c.sample, "}}")-len("}}")
		c.template = template.Must(template.New("").Parse(c.sample))
		if c.template.Execute(io.Discard, "") != nil { // makes it safe
			continue
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

// write writes a value as html/template would.
func (c *context) write(w *bytes.Buffer, v reflect.Value) error {
	switch {
	case !v.IsValid():
		return doubt("no value")
	case v.Type() == c.safe, v.Type() == reflect.TypeFor[string]() && c.calm(v.String()):
		w.WriteString(v.String())
		return nil
	case v.Type() == reflect.TypeFor[int]() && c.quiet['0']:
		w.Write(strconv.AppendInt(w.AvailableBuffer(), v.Int(), 10))
		return nil
	}
	var sample bytes.Buffer
	if err := c.template.Execute(&sample, v.Interface()); err != nil {
		return doubt("%v", err)
	}
	w.Write(sample.Bytes()[c.head : sample.Len()-c.tail])
	return nil
}

// calm tells whether a string has nothing that an escaper would touch.
func (c *context) calm(s string) bool {
	if c.scheme {
		s = strings.TrimPrefix(s, "https://")
	}
	for i := range len(s) {
		if !c.quiet[s[i]] {
			return false
		}
	}
	return true
}
