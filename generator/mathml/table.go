package mathml

import (
	"strings"
	"unicode/utf8"
)

// environment is a table by its name: what stands around it, and how its columns stand.
type environment struct {
	open, close string
	class       string
	align       string // of its columns, over and over: l, c, r; "" is centred, as many as there are
	columns     int    // at most; 0: any
	attrs       []string
	small       bool
	spec        bool // the columns are an argument, as in array
}

var environments = map[string]environment{
	"matrix": {}, "pmatrix": {open: "(", close: ")"}, "bmatrix": {open: "[", close: "]"}, "Bmatrix": {open: "{", close: "}"},
	"vmatrix": {open: "|", close: "|"}, "Vmatrix": {open: "‖", close: "‖"}, "smallmatrix": {small: true},
	"array": {spec: true},
	"cases": {open: "{", class: "math-cases", align: "l"}, "rcases": {close: "}", class: "math-cases", align: "l"},
	"dcases":  {open: "{", class: "math-cases", align: "l", attrs: display},
	"aligned": aligned, "align": aligned, "align*": aligned, "split": aligned,
	"gathered": gathered, "gather": gathered, "gather*": gathered, "multline": gathered, "multline*": gathered,
}

var (
	display  = []string{"displaystyle", "true"}
	aligned  = environment{class: "math-aligned", align: "rl", attrs: display}
	gathered = environment{class: "math-gathered", columns: 1, attrs: display}
	stacks   = environment{class: "math-substack", columns: 1}
)

// environment reads \begin{name} … \end{name}.
func (p *parser) environment(t token) *node {
	name, at := p.raw(t)
	e, ok := environments[name]
	if p.err == nil && !ok {
		return p.fail("environment", at, name)
	}
	var columns spec
	if e.spec {
		columns = p.spec(t)
		e.columns = len(columns.align)
	}
	n := p.table(e, columns)
	end := p.next()
	if end.text != `\end` {
		return p.unexpected(end, t)
	}
	if ended, _ := p.raw(end); p.err == nil && ended != name {
		return p.fail("environment", end.pos, `\end{`+ended+"}")
	}
	if e.small {
		n = element("mstyle", []*node{n}, "displaystyle", "false", "scriptlevel", "1")
	}
	if e.open+e.close == "" {
		return n
	}
	kids := append(stretched(nil, e.open, "prefix"), n)
	return element("mrow", stretched(kids, e.close, "postfix")).as(fence)
}

// substack is a table of one column in braces.
func (p *parser) substack(t token) *node {
	opened := p.peek()
	if !p.take("{") {
		return p.fail("argument", t.pos, t.text)
	}
	n := p.table(stacks, spec{})
	if end := p.next(); end.text != "}" {
		return p.unexpected(end, opened)
	}
	return n
}

// table reads cells and rows up to what is neither.
func (p *parser) table(e environment, columns spec) *node {
	defer func(stop bool, f font) { p.stop, p.font = stop, f }(p.stop, p.font)
	p.stop = false
	n := element("mtable", nil, e.attrs...)
	width := 0
	for {
		line := p.line()
		r := p.cells(e, columns)
		if more := p.lineBreak(); len(r) == 1 && len(r[0].kids) == 0 && !more { // nothing after the last \\
			if last := len(n.kids) - 1; line && last >= 0 {
				addClass(n.kids[last], "math-line-below")
			}
			break
		} else {
			tr := element("mtr", r)
			if line {
				addClass(tr, "math-line")
			}
			n.kids = append(n.kids, tr)
			width = max(width, len(r))
			if !more {
				break
			}
		}
	}
	return e.finish(n, columns, width)
}

// line reads \hline, once or more.
func (p *parser) line() bool {
	found := false
	for p.take(`\hline`) {
		found = true
	}
	return found
}

// lineBreak reads \\ with the distance that may follow it, which has no meaning here.
func (p *parser) lineBreak() bool {
	if !p.take(`\\`) && !p.take(`\cr`) {
		return false
	}
	if strings.HasPrefix(p.src[p.pos:], "*") {
		p.pos++
	}
	if end := strings.IndexByte(p.src[p.pos:], ']'); strings.HasPrefix(p.src[p.pos:], "[") && isLength(p.src[p.pos+1:p.pos+max(end, 1)]) {
		p.pos += end + 1
	}
	return true
}

// isLength tells 2pt and -0.5em from a cell that begins with a bracket.
func isLength(text string) bool {
	digits := strings.TrimRight(text, "abcdefghijklmnopqrstuvwxyz")
	return digits != "" && len(text)-len(digits) == 2 && strings.Trim(digits, "-+.0123456789 ") == ""
}

// cells reads one row.
func (p *parser) cells(e environment, columns spec) []*node {
	var r []*node
	for {
		kids := p.row()
		if e.class == aligned.class && len(r)%2 == 1 {
			goOn(kids)
		}
		cell := element("mtd", kids)
		if columns.align != "" {
			columns.dress(cell, len(r))
		}
		r = append(r, cell)
		t := p.peek()
		if t.text != "&" {
			return r
		}
		if e.columns > 0 && len(r) >= e.columns {
			p.fail("align", t.pos, t.text)
			return r
		}
		p.next()
	}
}

// goOn gives a sign at the beginning of a cell the spaces of one between values: &+ b goes on with the row above.
func goOn(kids []*node) {
	if len(kids) > 1 && kids[0].tag == "mo" && symbols[kids[0].text].class == bin {
		kids[0].set("form", "infix")
	}
}

var alignments = map[byte]string{'l': "left", 'c': "center", 'r': "right"}

// finish writes what is true of all the table. The columns' places stand in columnalign too, for readers without our styles.
func (e environment) finish(n *node, columns spec, width int) *node {
	align := columns.align
	if align == "" && e.align != "" {
		align = strings.Repeat(e.align, width/len(e.align)+1)[:width]
	}
	if align != "" && strings.Trim(align, "c") != "" {
		names := make([]string, len(align))
		for i := range align {
			names[i] = alignments[align[i]]
		}
		n.set("columnalign", strings.Join(names, " "))
	}
	if e.class != "" {
		n.set("class", e.class)
	}
	return n
}

// spec is the argument of array: {l|cr}.
type spec struct {
	align string
	bars  []bool // before the column; one more for the end
}

func (p *parser) spec(t token) spec {
	source, at := p.raw(t)
	s := spec{bars: make([]bool, 1)}
	for i := range len(source) {
		switch c := source[i]; c {
		case 'l', 'c', 'r':
			s.align += string(c)
			s.bars = append(s.bars, false)
		case '|':
			s.bars[len(s.bars)-1] = true
		case ' ':
		default:
			r, _ := utf8.DecodeRuneInString(source[i:])
			p.fail("character", at+i, string(r))
			return s
		}
	}
	if s.align == "" {
		p.fail("argument", t.pos, t.text)
	}
	return s
}

// dress gives a cell the classes of its column.
func (s spec) dress(cell *node, column int) {
	if column >= len(s.align) {
		return
	}
	if c := s.align[column]; c != 'c' {
		addClass(cell, "math-"+alignments[c])
	}
	if s.bars[column] {
		addClass(cell, "math-bar")
	}
	if column == len(s.align)-1 && s.bars[column+1] {
		addClass(cell, "math-bar-after")
	}
}

func addClass(n *node, name string) {
	for _, a := range n.attrs {
		if a.name == "class" {
			name = a.value + " " + name
		}
	}
	n.set("class", name)
}
