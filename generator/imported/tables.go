package imported

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// letters tells of lists with letters or Roman figures.
func (c *cleaner) letters(root *html.Node) {
	each(root, func(n *html.Node) {
		style := strings.ReplaceAll(strings.ToLower(attr(n, "style")), " ", "")
		if n.DataAtom == atom.Ol && (strings.ContainsAny(attr(n, "type"), "aAiI") || strings.Contains(style, "list-style-type:lower-") || strings.Contains(style, "list-style-type:upper-")) {
			for d := range n.Descendants() {
				if d.DataAtom == atom.Li {
					c.lost.add(LostNumbers, words(d))
					break
				}
			}
		}
	})
}

// tables makes of every table one of rows and cells; a table of one cell is a frame, and goes.
func (c *cleaner) tables(root *html.Node) {
	each(root, func(n *html.Node) {
		if n.DataAtom != atom.Table || n.Parent == nil {
			return
		}
		cells := 0
		for d := range n.Descendants() {
			if d.DataAtom == atom.Td || d.DataAtom == atom.Th {
				cells++
				c.span(d, "colspan", 40)
				c.span(d, "rowspan", 200)
			}
		}
		nested := inside(n, atom.Td) || inside(n, atom.Th)
		if nested {
			c.lose(LostNested, n)
		}
		if nested || cells <= 1 {
			c.flatten(n, nested)
			return
		}
		each(n, func(d *html.Node) {
			switch d.DataAtom {
			case atom.Td, atom.Th:
				c.cell(d)
			case atom.Thead, atom.Tbody, atom.Tfoot, atom.Tr, atom.Table:
				d.Attr = nil
			}
		})
	})
}

// span tells of a cell that reaches over others, and does not believe one that reaches over more than most.
func (c *cleaner) span(cell *html.Node, name string, most int) {
	switch span := attr(cell, name); {
	case span == "" || span == "1":
		return
	case strings.TrimSpace(words(cell)) == "":
		c.lost.add(LostSpans, "") // an empty cell has no words to look for
	default:
		c.lose(LostSpans, cell)
	}
	if k, _ := strconv.Atoi(attr(cell, name)); k > most {
		set(cell, name, "1")
	}
}

func inside(n *html.Node, a atom.Atom) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		if p.DataAtom == a {
			return true
		}
	}
	return false
}

// flatten takes a table away and leaves its cells one after the other.
func (c *cleaner) flatten(n *html.Node, inline bool) {
	each(n, func(d *html.Node) {
		switch d.DataAtom {
		case atom.Td, atom.Th:
			if inline {
				d.AppendChild(&html.Node{Type: html.TextNode, Data: " "})
				unwrap(d)
			} else {
				rename(d, atom.Div)
				d.Attr = nil
			}
		case atom.Tr, atom.Tbody, atom.Thead, atom.Tfoot, atom.Colgroup, atom.Col, atom.Table:
			unwrap(d)
		}
	})
}

// cellLines is how far the lines of a cell have come.
type cellLines struct {
	words bool   // the line has some
	due   bool   // what follows begins the next one
	sign  string // of the element of a list that begins
}

// cell makes lines of the paragraphs of a cell, which is one paragraph in Markdown: without the breaks «крейда» and «папір» would be «крейда папір».
func (c *cleaner) cell(cell *html.Node) { (&cellLines{}).take(cell) }

func (l *cellLines) take(n *html.Node) {
	element := 0
	for child := n.FirstChild; child != nil; {
		next := child.NextSibling
		switch child.DataAtom {
		case atom.P, atom.Div, atom.Li, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Ul, atom.Ol:
			l.end()
			if child.DataAtom == atom.Li {
				l.sign = itemSign(n, element)
				element++
			}
			l.take(child)
			l.end()
			unwrap(child)
		case atom.Br:
			l.end()
			drop(child)
		case atom.Img:
			l.begin(child)
			l.words = true
		default:
			blank := strings.TrimSpace(words(child)) == ""
			switch {
			case child.Type == html.ElementNode:
				if !blank {
					l.begin(child)
				}
				l.take(child)
			case !blank:
				l.begin(child)
				l.words = true
			case !l.words:
				drop(child) // between the paragraphs
			}
		}
		child = next
	}
}

// begin puts before a piece what parts it from the line above.
func (l *cellLines) begin(n *html.Node) {
	if l.due {
		n.Parent.InsertBefore(element(atom.Br), n)
	}
	if l.sign != "" {
		n.Parent.InsertBefore(signs(l.sign), n)
	}
	l.due, l.sign = false, ""
}

func (l *cellLines) end() {
	if l.words {
		l.due, l.words = true, false
	}
}

// itemSign is what stands before an element of a list where no list can stand.
func itemSign(list *html.Node, element int) string {
	if list.DataAtom != atom.Ol {
		return "• "
	}
	start, err := strconv.Atoi(attr(list, "start"))
	if err != nil {
		start = 1
	}
	return strconv.Itoa(start+element) + ". "
}
