package imported

import (
	"encoding/xml"
	"regexp"
	"strings"

	"github.com/som-hub/vitryna/generator/mathml"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// found is a formula that could be turned. A sign of ours stands for it until the text is written, so that nothing escapes what is in it.
type found struct {
	tex     string
	display bool
}

// firstFormula is the sign of the first formula; those of the others follow.
const (
	firstFormula = 0xf0000
	mostFormulas = 0xfff0
)

func isFormula(r rune) bool { return r >= firstFormula && r < firstFormula+mostFormulas }

// keep is the sign of a formula; ok is false for what our pages cannot show.
func (c *cleaner) keep(tex string, display bool) (sign *html.Node, ok bool) {
	tex = strings.Join(strings.Fields(tex), " ")
	if _, err := mathml.Convert(tex, display); err != nil || tex == "" || strings.Contains(tex, `\)`) || strings.Contains(tex, "$$") || len(c.formulas) == mostFormulas {
		return nil, false
	}
	c.formulas = append(c.formulas, found{tex, display})
	return signs(string(rune(firstFormula + len(c.formulas) - 1))), true
}

// takeFormulas puts signs in the place of formulas: those of Word, which stand on the clipboard in a remark beside a picture of each, and those of pages, whose
// TeX lies with them. Of others the letters stay.
func (c *cleaner) takeFormulas(root *html.Node) {
	c.wordFormulas(root)
	each(root, func(n *html.Node) {
		switch class := " " + attr(n, "class") + " "; {
		case strings.Contains(class, " katex-html "), n.DataAtom == atom.Script && strings.HasPrefix(attr(n, "type"), "math/"):
			drop(n) // the same once more
		case n.DataAtom == atom.Math:
			c.pageFormula(n)
		case n.DataAtom == atom.Img && (strings.Contains(class, "mwe-math-fallback") || strings.Contains(class, " tex ")):
			c.pictureOfFormula(n)
		}
	})
}

// pageFormula takes a formula of a page.
func (c *cleaner) pageFormula(n *html.Node) {
	tex := attr(n, "data-tex")
	for d := range n.Descendants() {
		if tex == "" && d.Data == "annotation" && strings.Contains(attr(d, "encoding"), "tex") {
			tex = words(d)
		}
	}
	if tex == "" {
		tex = attr(n, "alttext")
	}
	if sign, ok := c.keep(tex, attr(n, "display") == "block"); ok {
		n.Parent.InsertBefore(sign, n)
		drop(n)
		return
	}
	each(n, func(d *html.Node) {
		if strings.HasPrefix(d.Data, "annotation") {
			drop(d)
		}
	})
	c.lost.add(LostFormulas, words(n))
	n.Parent.InsertBefore(&html.Node{Type: html.TextNode, Data: " " + strings.Join(strings.Fields(words(n)), "") + " "}, n)
	drop(n)
}

// pictureOfFormula takes a formula of which a page has a picture; beside the formula itself the picture is one too many.
func (c *cleaner) pictureOfFormula(n *html.Node) {
	if before := n.PrevSibling; before != nil && strings.ContainsFunc(words(before), isFormula) {
		unwrapHidden(before)
		drop(n)
		return
	}
	if sign, ok := c.keep(attr(n, "alt"), false); ok {
		n.Parent.InsertBefore(sign, n)
		drop(n)
	}
}

// unwrapHidden shows what a page hides from eyes that see the picture.
func unwrapHidden(n *html.Node) {
	if n.Type == html.ElementNode {
		n.Attr = nil
	}
}

// wordFormulas takes formulas of Word: <!--[if gte msEquation 12]>formula<![endif]--><![if !msEquation]>picture<![endif]>.
func (c *cleaner) wordFormulas(root *html.Node) {
	var list []*html.Node
	for d := range root.Descendants() {
		if d.Type == html.CommentNode && strings.HasPrefix(d.Data, "[if gte msEquation") {
			list = append(list, d)
		}
	}
	for _, remark := range list {
		tree := remarkTree(remark.Data)
		tex, ok := formula(tree, tree.child("oMathPara") != nil)
		sign := (*html.Node)(nil)
		if ok {
			sign, ok = c.keep(tex, tree.child("oMathPara") != nil)
		}
		if !ok {
			continue // the picture stays
		}
		remark.Parent.InsertBefore(sign, remark)
		hidePictures(remark)
	}
}

// hidePictures marks the pictures between a formula and the end of what stands for it: they are among those that the clipboard holds, and so are counted.
func hidePictures(remark *html.Node) {
	for n := remark.NextSibling; n != nil && !(n.Type == html.CommentNode && n.Data == "[endif]"); n = n.NextSibling {
		for d := range n.Descendants() {
			if d.DataAtom == atom.Img {
				set(d, "data-formula", "1")
			}
		}
		if n.DataAtom == atom.Img {
			set(n, "data-formula", "1")
		}
	}
}

var remarkTag = regexp.MustCompile(`^</?(?:[a-z0-9]+:[A-Za-z]+|span|i|b|u|em|strong|sub|sup|font|ins|del)[\s/>]|^<!`)

// escaped writes anew the signs «less than», which the parser of HTML has already read: «x<y» would begin an element.
func escaped(data string) string {
	var b strings.Builder
	for i := range len(data) {
		if data[i] == '<' && !remarkTag.MatchString(data[i:]) {
			b.WriteString("&lt;")
			continue
		}
		b.WriteByte(data[i])
	}
	return b.String()
}

// remarkTree reads the formula of a remark. HTML stands between its elements, of which only the letters count.
func remarkTree(data string) *node {
	d := xml.NewDecoder(strings.NewReader(escaped(data[strings.IndexByte(data, '>')+1:])))
	d.Strict = false
	d.Entity = xml.HTMLEntity
	root := &node{}
	open := []*node{root}
	for {
		token, err := d.Token()
		if err != nil {
			return root
		}
		top := open[len(open)-1]
		switch t := token.(type) {
		case xml.StartElement:
			next := top
			if t.Name.Space == "m" && len(open) < deepestNode {
				next = &node{name: t.Name.Local, attrs: t.Copy().Attr}
				top.children = append(top.children, next)
			}
			open = append(open, next)
		case xml.EndElement:
			open = open[:max(1, len(open)-1)]
		case xml.CharData:
			if top.name == "r" || top.name == "t" {
				top.children = append(top.children, &node{text: string(t)})
			}
		}
	}
}

// writeFormulas writes the formulas in the place of their signs: those that stand alone between lines of $$, the others in the line.
func (c *cleaner) writeFormulas(text string) string {
	if !strings.ContainsFunc(text, isFormula) {
		return text
	}
	var b strings.Builder
	for line := range strings.Lines(text) {
		alone := []rune(strings.TrimSpace(line))
		for _, r := range line {
			switch f := c.formula(r); {
			case f == nil && isFormula(r):
			case f == nil:
				b.WriteRune(r)
			case f.display && len(alone) == 1 && strings.HasPrefix(line, string(r)):
				b.WriteString("$$\n" + f.tex + "\n$$")
			default:
				b.WriteString(`\(` + f.tex + `\)`)
			}
		}
	}
	return b.String()
}

func (c *cleaner) formula(r rune) *found {
	if n := int(r) - firstFormula; isFormula(r) && n < len(c.formulas) {
		return &c.formulas[n]
	}
	return nil
}
