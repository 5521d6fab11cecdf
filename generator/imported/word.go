package imported

import (
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// What Word writes on the clipboard: lists are paragraphs that look like lists, headings may be paragraphs of a class, notes are links to places at the end.

var (
	msoList    = regexp.MustCompile(`mso-list:\s*l\d+\s+level(\d+)`)
	msoNumber  = regexp.MustCompile(`^\(?(\d+|[a-zA-Zа-яА-ЯіІїЇєЄґҐ]|[ivxIVX]+)[.)]`)
	spokenSign = regexp.MustCompile(`\p{L}{2}|\d\.\d`)
	romanSign  = regexp.MustCompile(`^\(?[ivxlcdmIVXLCDM]+[.)]?$`)
	noteRef    = regexp.MustCompile(`^#_?_?(?:ftn|edn|sdfootnote|sdendnote)(\d+)(?:sym)?$`)
	noteBody   = regexp.MustCompile(`^(?:ftn|edn|sdfootnote|sdendnote)(\d+)$`)
)

// noteAtom marks nodes of text that hold our own signs.
const noteAtom = atom.Noscript

func signs(s string) *html.Node { return &html.Node{Type: html.TextNode, DataAtom: noteAtom, Data: s} }

// word makes of Word's paragraphs what they look like.
func (c *cleaner) word(root *html.Node) {
	each(root, func(n *html.Node) {
		class, style := attr(n, "class"), attr(n, "style")
		switch {
		case strings.Contains(class, "MsoCommentReference"), strings.Contains(attr(n, "style"), "mso-special-character:comment"):
			c.lose(LostComments, n)
			drop(n)
		case strings.Contains(style, "mso-element:comment"), strings.Contains(class, "MsoCommentText"), strings.Contains(style, "mso-element:header"), strings.Contains(style, "mso-element:footer"):
			drop(n)
		case class == "MsoTitle" && c.title == "" && n.DataAtom == atom.P:
			c.title = strings.Join(strings.Fields(texture.Replace(words(n))), " ")
			drop(n)
		case n.DataAtom == atom.P && strings.HasPrefix(class, "MsoToc"):
			drop(n) // a list of contents, which the page has by itself
		case n.DataAtom == atom.P && msoList.MatchString(style):
			c.listed(n, msoList.FindStringSubmatch(style)[1])
		case n.DataAtom == atom.Br && (strings.Contains(style, "page-break") || strings.Contains(style, "mso-break-type")):
			drop(n)
		}
	})
	c.typed(root)
	c.lists(root)
}

// listed makes a paragraph that looks like an element of a list one: its sign tells of which list.
func (c *cleaner) listed(p *html.Node, level string) {
	sign := ""
	each(p, func(d *html.Node) {
		if strings.Contains(strings.ReplaceAll(strings.ToLower(attr(d, "style")), " ", ""), "mso-list:ignore") {
			sign += strings.TrimSpace(texture.Replace(words(d)))
			drop(d)
		}
	})
	if spokenSign.MatchString(sign) && !romanSign.MatchString(sign) {
		p.InsertBefore(&html.Node{Type: html.TextNode, Data: sign + " "}, p.FirstChild) // as of a document: it says more than which one this is
		return
	}
	set(p, "data-level", level)
	kind := "ul"
	if msoNumber.MatchString(sign) && !strings.HasPrefix(sign, "o") {
		kind = "ol"
	}
	set(p, "data-list", kind)
	if m := msoNumber.FindStringSubmatch(sign); m != nil && kind == "ol" {
		if strings.Trim(m[1], "0123456789") != "" {
			c.lost.add(LostNumbers, sign+" "+words(p))
		}
		set(p, "data-number", m[1])
	}
}

// lists puts paragraphs that are elements of lists into lists.
func (c *cleaner) lists(root *html.Node) {
	each(root, func(parent *html.Node) {
		for n := parent.FirstChild; n != nil; {
			next := n.NextSibling
			if attr(n, "data-list") != "" {
				next = c.list(parent, n)
			}
			n = next
		}
	})
}

// deepestList is how deep lists may stand in each other.
const deepestList = 9

// list takes the paragraphs from n on that belong together, and returns what follows.
func (c *cleaner) list(parent, n *html.Node) *html.Node {
	var open []*html.Node // the lists that are open, from the outermost
	last := 0             // the number of the last element of the outermost
	for n != nil {
		next := n.NextSibling
		if n.Type == html.TextNode && strings.TrimSpace(n.Data) == "" {
			n = next
			continue
		}
		kind := attr(n, "data-list")
		if kind == "" {
			break
		}
		level, _ := strconv.Atoi(attr(n, "data-level"))
		level = max(1, min(level, deepestList, len(open)+1))
		a := atom.Lookup([]byte(kind))
		if len(open) >= level && open[level-1].DataAtom != a && level == 1 {
			break // another list begins
		}
		number, _ := strconv.Atoi(attr(n, "data-number"))
		if level == 1 && last > 0 && number > 0 && number != last+1 {
			break // and one with numbers of its own
		}
		if level == 1 {
			last = number
		}
		open = open[:min(len(open), level)]
		for len(open) < level {
			list := element(a)
			if number > 1 && a == atom.Ol {
				set(list, "start", strconv.Itoa(number)) // it goes on behind other paragraphs
			}
			if len(open) == 0 {
				parent.InsertBefore(list, n)
			} else {
				outer := open[len(open)-1]
				if outer.LastChild == nil {
					outer.AppendChild(element(atom.Li))
				}
				outer.LastChild.AppendChild(list)
			}
			open = append(open, list)
		}
		parent.RemoveChild(n)
		item := element(atom.Li)
		for n.FirstChild != nil {
			child := n.FirstChild
			n.RemoveChild(child)
			item.AppendChild(child)
		}
		open[level-1].AppendChild(item)
		n = next
	}
	return n
}

// takeNotes puts signs in the place of references to notes, and the texts of the notes to the end.
func (c *cleaner) takeNotes(root *html.Node) {
	bodies := map[int]*html.Node{}
	each(root, func(n *html.Node) {
		if m := noteBody.FindStringSubmatch(attr(n, "id")); m != nil && n.DataAtom != atom.A {
			k, _ := strconv.Atoi(m[1])
			if bodies[k] == nil {
				bodies[k] = n
			}
		}
	})
	seen := map[int]bool{}
	each(root, func(n *html.Node) {
		if n.DataAtom != atom.A {
			return
		}
		m := noteRef.FindStringSubmatch(attr(n, "href"))
		if m == nil {
			return
		}
		k, _ := strconv.Atoi(m[1])
		if bodies[k] == nil || within(n, bodies[k]) {
			return
		}
		n.Parent.InsertBefore(signs(string(noteSign)+m[1]+string(noteClose)), n)
		drop(n)
		if !seen[k] {
			seen[k] = true
			c.notes = append(c.notes, k)
		}
	})
	for k, body := range bodies {
		each(body, func(n *html.Node) { // the way back
			if href := attr(n, "href"); n.DataAtom == atom.A && strings.HasPrefix(href, "#") {
				drop(n)
			}
		})
		if !seen[k] {
			continue
		}
		drop(body)
	}
	for _, k := range c.notes {
		c.bodies = append(c.bodies, bodies[k])
	}
}

func within(n, outer *html.Node) bool {
	for p := n; p != nil; p = p.Parent {
		if p == outer {
			return true
		}
	}
	return false
}

// gather puts the notes behind the text, each behind a sign.
func (c *cleaner) gather(root *html.Node) {
	end := root
	for d := range root.Descendants() {
		if d.DataAtom == atom.Body {
			end = d
		}
	}
	for _, body := range c.bodies {
		p := element(atom.P)
		p.AppendChild(signs(string(noteText)))
		end.AppendChild(p)
		for body.FirstChild != nil {
			child := body.FirstChild
			body.RemoveChild(child)
			end.AppendChild(child)
		}
	}
}
