package mathml

import "strings"

// class is what TeX calls the class of an atom: it decides what is a sign before a number and where a function begins.
type class int

const (
	ord   class = iota // letters, numbers, everything whole
	big                // ∑, ∫
	fn                 // sin, lim
	bin                // +
	rel                // =
	left               // (
	right              // )
	bar                // |, until arrange knows which of the two it is
	punct              // ,
	fence              // everything between \left and \right
	blank              // white space: what is around it does not see it
)

// limits tells where the scripts of a node stand.
type limits int

const (
	beside  limits = iota // right of it, always
	movable               // below and above, in a line right of it
	stacked               // below and above, always
)

// node is an element of MathML: a leaf with text, or one with children.
type node struct {
	tag    string
	attrs  []attr
	text   string
	kids   []*node
	class  class
	limits limits
}

type attr struct{ name, value string }

// leaf makes mi, mn, mo or mtext; names and values of attributes alternate.
func leaf(tag, text string, attrs ...string) *node { return element(tag, nil, attrs...).says(text) }

func element(tag string, kids []*node, attrs ...string) *node {
	n := &node{tag: tag, kids: kids}
	for i := 0; i < len(attrs); i += 2 {
		n.set(attrs[i], attrs[i+1])
	}
	return n
}

func (n *node) says(text string) *node {
	n.text = text
	return n
}

func (n *node) as(c class) *node {
	n.class = c
	return n
}

// set writes an attribute, over the old one if there is one.
func (n *node) set(name, value string) *node {
	for i := range n.attrs {
		if n.attrs[i].name == name {
			n.attrs[i].value = value
			return n
		}
	}
	n.attrs = append(n.attrs, attr{name, value})
	return n
}

// row is several nodes in the place of one. There is no mrow around a single node.
func row(kids []*node) *node {
	if len(kids) == 1 {
		return kids[0]
	}
	return element("mrow", kids)
}

// core is the operator that a node is about: ∑ with its limits is ∑.
func (n *node) core() *node {
	for {
		switch n.tag {
		case "msub", "msup", "msubsup", "munder", "mover", "munderover":
			n = n.kids[0]
		default:
			return n
		}
	}
}

// flush takes the spaces around an operator away. Other nodes have none.
func (n *node) flush() {
	if o := n.core(); o.tag == "mo" {
		o.set("lspace", "0").set("rspace", "0")
	}
}

func space(width string) *node { return element("mspace", nil, "width", width).as(blank) }

// escaper is for text and for attributes in double quotes.
var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

func (n *node) write(b *strings.Builder) {
	b.WriteByte('<')
	b.WriteString(n.tag)
	for _, a := range n.attrs {
		b.WriteString(" " + a.name + `="`)
		b.WriteString(escaper.Replace(a.value))
		b.WriteByte('"')
	}
	if n.tag == "mspace" {
		b.WriteString("/>")
		return
	}
	b.WriteByte('>')
	b.WriteString(escaper.Replace(n.text))
	for _, k := range n.kids {
		k.write(b)
	}
	b.WriteString("</" + n.tag + ">")
}
