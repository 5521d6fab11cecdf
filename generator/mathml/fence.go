package mathml

import "strings"

// delimiters are what may stand after \left, \right, \middle and \big; "" is the invisible one.
var delimiters = map[string]string{
	"(": "(", ")": ")", "[": "[", "]": "]", "<": "⟨", ">": "⟩", "|": "|", "/": "/", ".": "", "⟨": "⟨", "⟩": "⟩", "⌊": "⌊", "⌋": "⌋",
	"⌈": "⌈", "⌉": "⌉", "‖": "‖", `\{`: "{", `\}`: "}", `\lbrace`: "{", `\rbrace`: "}", `\lbrack`: "[", `\rbrack`: "]", `\langle`: "⟨",
	`\rangle`: "⟩", `\lfloor`: "⌊", `\rfloor`: "⌋", `\lceil`: "⌈", `\rceil`: "⌉", `\|`: "‖", `\vert`: "|", `\Vert`: "‖", `\lvert`: "|",
	`\rvert`: "|", `\lVert`: "‖", `\rVert`: "‖", `\lgroup`: "⟮", `\rgroup`: "⟯", `\backslash`: `\`, `\uparrow`: "↑", `\downarrow`: "↓",
	`\updownarrow`: "↕", `\Uparrow`: "⇑", `\Downarrow`: "⇓", `\Updownarrow`: "⇕",
}

// delimiter reads the sign after a command.
func (p *parser) delimiter(of token) string {
	sign, ok := delimiters[p.peek().text]
	if !ok {
		p.fail("argument", of.pos, of.text)
		return ""
	}
	p.next()
	return sign
}

// fenced reads \left … \right with the \middle between; all of them grow with what they hold.
func (p *parser) fenced(t token) *node {
	defer func(stop bool) { p.stop = stop }(p.stop)
	p.stop = false
	kids := stretched(nil, p.delimiter(t), "prefix")
	for {
		kids = append(kids, p.row()...)
		switch end := p.next(); end.text {
		case `\middle`:
			kids = stretched(kids, p.delimiter(end), "infix")
		case `\right`:
			kids = stretched(kids, p.delimiter(end), "postfix")
			return row(kids).as(fence)
		default:
			return p.unexpected(end, t)
		}
	}
}

// stretched adds a delimiter, unless it is the invisible one.
func stretched(kids []*node, sign, form string) []*node {
	if sign == "" {
		return kids
	}
	return append(kids, fenceSign(sign, form))
}

// fenceSign makes a delimiter that grows. Brackets have one form, which readers know; a bar has two, and the others are no
// delimiters to readers until told so.
func fenceSign(sign, form string) *node {
	n := leaf("mo", sign)
	switch {
	case form == "infix":
		return n.set("stretchy", "true").set("symmetric", "true").set("lspace", "0").set("rspace", "0")
	case strings.Contains("|‖", sign):
		return n.set("form", form)
	case strings.Contains(`/\↑↓↕⇑⇓⇕`, sign):
		return n.set("stretchy", "true").set("symmetric", "true").set("lspace", "0").set("rspace", "0")
	}
	return n
}

// size is one of the \big family.
type size struct {
	em    string
	class class
}

var sizes = readSizes()

func readSizes() map[string]size {
	table := map[string]size{}
	for i, name := range []string{`\big`, `\Big`, `\bigg`, `\Bigg`} {
		em := []string{"1.2em", "1.8em", "2.4em", "3em"}[i]
		table[name] = size{em, ord}
		table[name+"l"], table[name+"m"], table[name+"r"] = size{em, left}, size{em, rel}, size{em, right}
	}
	return table
}

func (p *parser) sized(s size, t token) *node {
	sign := p.delimiter(t)
	if sign == "" {
		return &node{tag: "mrow"}
	}
	c, form := s.class, "prefix"
	if c == ord { // \big( opens although it does not say so
		c = symbols[sign].class
	}
	if c == right {
		form = "postfix"
	}
	n := fenceSign(sign, form).as(c).set("stretchy", "true").set("symmetric", "true").set("minsize", s.em).set("maxsize", s.em)
	if s.class == rel {
		n.set("lspace", "0.2778em").set("rspace", "0.2778em")
	}
	return n
}
