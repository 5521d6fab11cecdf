package imported

import (
	"cmp"
	"encoding/base64"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// cleaner is the state of cleaning one tree.
type cleaner struct {
	whole    bool // it is a document, not a piece of one
	title    string
	pictures []Picture
	lost     losses
	notes    []int        // the numbers of the notes whose texts stand at the end, in their order
	bodies   []*html.Node // those texts
	formulas []found
	data     func(name string) (data []byte, called string)
}

// clean leaves of a tree what Markdown can say.
func (c *cleaner) clean(root *html.Node) {
	c.takeFormulas(root)
	c.prune(root)
	c.takeNotes(root)
	c.gather(root)
	c.word(root)
	c.signs(root)
	c.letters(root)
	styles(root)
	c.links(root)
	c.images(root)
	c.tables(root)
	if c.whole {
		c.boldHeadings(root)
	}
	c.headings(root)
	c.texts(root)
}

// each calls yield for every element of a tree, those inside first; yield may change or remove the element.
func each(n *html.Node, yield func(*html.Node)) {
	for child := n.FirstChild; child != nil; {
		next := child.NextSibling
		each(child, yield)
		child = next
	}
	if n.Type == html.ElementNode {
		yield(n)
	}
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func hasAttr(n *html.Node, name string) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == name })
}

func set(n *html.Node, name, value string) {
	n.Attr = append(slices.DeleteFunc(n.Attr, func(a html.Attribute) bool { return a.Key == name }), html.Attribute{Key: name, Val: value})
}

func drop(n *html.Node) {
	if n.Parent != nil {
		n.Parent.RemoveChild(n)
	}
}

// unwrap leaves of an element what is inside.
func unwrap(n *html.Node) {
	if n.Parent == nil {
		return
	}
	for n.FirstChild != nil {
		child := n.FirstChild
		n.RemoveChild(child)
		n.Parent.InsertBefore(child, n)
	}
	drop(n)
}

func element(a atom.Atom) *html.Node {
	return &html.Node{Type: html.ElementNode, DataAtom: a, Data: a.String()}
}

func rename(n *html.Node, a atom.Atom) { n.DataAtom, n.Data = a, a.String() }

func words(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	var b strings.Builder
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		b.WriteString(words(child))
	}
	return b.String()
}

// prune takes out what is never text.
func (c *cleaner) prune(root *html.Node) {
	each(root, func(n *html.Node) {
		for child := n.FirstChild; child != nil; {
			next := child.NextSibling
			if child.Type == html.CommentNode {
				n.RemoveChild(child)
			}
			child = next
		}
		style := strings.ReplaceAll(strings.ToLower(attr(n, "style")), " ", "")
		switch {
		case n.DataAtom == atom.Input && attr(n, "type") == "checkbox":
			sign := "☐ "
			if hasAttr(n, "checked") {
				sign = "☒ "
			}
			n.Parent.InsertBefore(&html.Node{Type: html.TextNode, Data: sign}, n)
			drop(n)
		case n.DataAtom == atom.Iframe, n.DataAtom == atom.Video, n.DataAtom == atom.Audio, n.DataAtom == atom.Object, n.DataAtom == atom.Embed, n.DataAtom == atom.Svg && strings.TrimSpace(words(n)) != "":
			c.lost.add(LostEmbeds, cmp.Or(attr(n, "title"), attr(n, "src"), attr(n, "data"), strings.TrimSpace(words(n)), near(n)))
			drop(n)
		case n.DataAtom == atom.Style, n.DataAtom == atom.Script, n.DataAtom == atom.Meta, n.DataAtom == atom.Link, n.DataAtom == atom.Title,
			n.DataAtom == atom.Svg, n.DataAtom == atom.Del, n.DataAtom == atom.Template, n.Data == "xml":
			drop(n)
		case n.DataAtom == atom.Hr && (attr(n, "width") == "33%" || strings.Contains(attr(n.Parent, "style"), "mso-element:")):
			drop(n) // above notes
		case strings.Contains(style, "display:none"), strings.Contains(style, "mso-hide:all"):
			if text := words(n); strings.Contains(style, "mso-hide:all") && strings.TrimSpace(text) != "" { // what pages hide is no text of theirs
				c.lost.add(LostHidden, text)
			}
			drop(n)
		case strings.HasPrefix(n.Data, "o:"), strings.HasPrefix(n.Data, "st1:"), strings.HasPrefix(n.Data, "w:"), n.DataAtom == atom.Font, n.DataAtom == atom.U, n.DataAtom == atom.Ins, n.DataAtom == atom.Big, n.DataAtom == atom.Small:
			unwrap(n)
		}
	})
}

var fontBold = regexp.MustCompile(`font-weight:(bold|[6-9]00)`)

// styles makes bold and italics of styles, and takes away those that only say they are none.
func styles(root *html.Node) {
	each(root, restyle)
	each(root, joinMarked)
	each(root, func(n *html.Node) {
		empty := strings.TrimSpace(words(n)) == "" && n.FirstChild != nil && !hasPicture(n)
		if marked(n) && (empty || n.Parent != nil && n.Parent.DataAtom == n.DataAtom) {
			unwrap(n)
		}
	})
}

// marked tells of bold and italics.
func marked(n *html.Node) bool { return n.DataAtom == atom.Strong || n.DataAtom == atom.Em }

// restyle makes elements of the styles of an element.
func restyle(n *html.Node) {
	style := strings.ReplaceAll(strings.ToLower(attr(n, "style")), " ", "")
	switch n.DataAtom {
	case atom.B, atom.Strong:
		light := strings.Contains(style, "font-weight:normal") || strings.Contains(style, "font-weight:400")
		if rename(n, atom.Strong); light || inHeading(n) {
			unwrap(n)
		}
	case atom.I, atom.Em:
		if rename(n, atom.Em); strings.Contains(style, "font-style:normal") {
			unwrap(n)
		}
	case atom.Span:
		if strings.Contains(style, "font-style:italic") {
			wrap(n, atom.Em)
		}
		if fontBold.MatchString(style) && !inHeading(n) {
			wrap(n, atom.Strong)
		}
		if strings.Contains(style, "vertical-align:super") {
			raise(n, raised[atom.Sup])
		} else if strings.Contains(style, "vertical-align:sub") {
			raise(n, raised[atom.Sub])
		}
		unwrap(n)
	case atom.Sup, atom.Sub:
		raise(n, raised[n.DataAtom])
		unwrap(n)
	}
}

// joinMarked makes one of two neighbours: «**слово** **друге**».
func joinMarked(n *html.Node) {
	next := n.NextSibling
	if !marked(n) || next == nil || next.DataAtom != n.DataAtom || next.Type != html.ElementNode {
		return
	}
	for n.LastChild != nil {
		child := n.LastChild
		n.RemoveChild(child)
		next.InsertBefore(child, next.FirstChild)
	}
	drop(n)
}

// mostLooked is how many losses of a kind are looked up: a paragraph may hold thousands, and is read for each.
const mostLooked = 5 * mostPlaces

// lose counts a loss where an element stands.
func (c *cleaner) lose(what What, n *html.Node) {
	at := ""
	if loss := c.lost[what]; loss == nil || loss.N < mostLooked {
		at = near(n)
	}
	c.lost.add(what, at)
}

// near are the words of the paragraph or cell in which an element stands; where there are none, those before it.
func near(n *html.Node) string {
	for p := n; p != nil; p = p.Parent {
		switch p.DataAtom {
		case atom.P, atom.Li, atom.Td, atom.Th, atom.Table, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
			if text := words(p); strings.TrimSpace(text) != "" {
				return text
			}
			fallthrough
		case atom.Div, atom.Body:
			for before := p.PrevSibling; before != nil; before = before.PrevSibling {
				if text := words(before); strings.TrimSpace(text) != "" {
					return text
				}
			}
		}
	}
	return ""
}

func hasPicture(n *html.Node) bool {
	for d := range n.Descendants() {
		if d.DataAtom == atom.Img {
			return true
		}
	}
	return false
}

// headingLevel is the level of a heading; 0: it is none.
func headingLevel(n *html.Node) int {
	if n.Type == html.ElementNode && len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] >= '1' && n.Data[1] <= '6' {
		return int(n.Data[1] - '0')
	}
	return 0
}

func inHeading(n *html.Node) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		if headingLevel(p) > 0 {
			return true
		}
	}
	return false
}

// wrap puts what is inside of an element into another.
func wrap(n *html.Node, a atom.Atom) {
	inner := element(a)
	for n.FirstChild != nil {
		child := n.FirstChild
		n.RemoveChild(child)
		inner.AppendChild(child)
	}
	n.AppendChild(inner)
}

// links keeps those that lead somewhere for everybody.
func (c *cleaner) links(root *html.Node) {
	each(root, func(n *html.Node) {
		if n.DataAtom != atom.A {
			return
		}
		href := strings.TrimSpace(attr(n, "href"))
		u, err := url.Parse(href)
		switch {
		case err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "", err == nil && (u.Scheme == "mailto" || u.Scheme == "tel"):
			if strings.TrimSpace(words(n)) == "" && !hasPicture(n) {
				drop(n)
				return
			}
			n.Attr = []html.Attribute{{Key: "href", Val: href}}
		case href == "" || strings.HasPrefix(href, "#"):
			unwrap(n)
		default:
			c.lose(LostLinks, n)
			unwrap(n)
		}
	})
}

// images names the pictures in their order. Those on the disk of the machine that made the text are lost.
func (c *cleaner) images(root *html.Node) {
	each(root, func(n *html.Node) {
		if n.Data == "v:shape" || n.Data == "v:imagedata" {
			unwrap(n)
			return
		}
		if n.DataAtom != atom.Img {
			return
		}
		src, alt := attr(n, "src"), strings.Join(strings.Fields(attr(n, "alt")), " ")
		p := Picture{Mark: "picture:" + strconv.Itoa(len(c.pictures)+1), Alt: alt}
		if strings.HasPrefix(src, "data:image/") {
			_, data, _ := strings.Cut(src, ";base64,")
			p.Data, _ = base64.StdEncoding.DecodeString(strings.Join(strings.Fields(data), ""))
		} else if c.data != nil {
			p.Data, p.Name = c.data(src)
		}
		if attr(n, "data-formula") != "" {
			drop(n)
			return
		}
		if len(p.Data) == 0 {
			c.lose(LostPictures, n)
			drop(n)
			return
		}
		c.pictures = append(c.pictures, p)
		n.Attr = []html.Attribute{{Key: "src", Val: p.Mark}, {Key: "alt", Val: alt}}
	})
}

// headings makes the largest heading one of the second level: the first is the title of the page. Empty ones go.
func (c *cleaner) headings(root *html.Node) {
	top := 7
	each(root, func(n *html.Node) {
		if k := headingLevel(n); k > 0 && strings.TrimSpace(words(n)) == "" {
			unwrap(n)
		} else if k > 0 {
			top = min(top, k)
		}
	})
	shift := 2 - top
	if top == 7 || shift < 0 && top <= 3 {
		shift = 0
	}
	each(root, func(n *html.Node) {
		if k := headingLevel(n); k > 0 {
			n.Data = "h" + strconv.Itoa(min(6, max(2, k+shift)))
			n.DataAtom = atom.Lookup([]byte(n.Data))
			n.Attr = nil
		}
	})
}

var texture = strings.NewReplacer("\u00ad", "", "\u00a0", " ", "\u200b", "", "\ufeff", "", "\t", " ", "\u2028", " ", "\u2029", " ", "\u0085", " ",
	string(noteText), "", string(noteSign), "", string(noteClose), "")

// noFormula drops signs of ours that a text brings.
func noFormula(r rune) rune {
	if isFormula(r) {
		return -1
	}
	return r
}

// texts takes soft hyphens and blanks of layout out of the text.
func (c *cleaner) texts(root *html.Node) {
	for n := range root.Descendants() {
		if n.Type == html.TextNode && n.DataAtom != noteAtom {
			n.Data = strings.Map(noFormula, texture.Replace(n.Data))
		}
	}
	each(root, func(n *html.Node) {
		if n.DataAtom == atom.P && strings.TrimSpace(words(n)) == "" && !hasPicture(n) {
			drop(n)
		}
	})
}
