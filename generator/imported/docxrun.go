package imported

import (
	"html"
	"strconv"
	"strings"
)

// inline writes what stands inside of a paragraph, and returns the frames of text that are fastened there.
func (d *document) inline(n *node) (boxes []*node) {
	for _, c := range n.children {
		switch c.name {
		case "r":
			boxes = append(boxes, d.run(c)...)
		case "hyperlink":
			t := d.targets[c.attr("id")]
			if c.attr("id") == "" || !t.external {
				t = target{}
				d.lost.add(LostRefs, c.shown())
			}
			boxes = append(boxes, d.link(withAnchor(t.to, c.attr("anchor")), c)...)
		case "fldSimple":
			boxes = append(boxes, d.link(d.order(c.attr("instr"), c.shown()), c)...)
		case "altChunk", "subDoc":
			d.lost.add(LostParts, d.near)
		case "ins", "moveTo", "smartTag", "customXml", "dir", "bdo":
			boxes = append(boxes, d.inline(c)...)
		case "sdt":
			if content := c.child("sdtContent"); content != nil {
				boxes = append(boxes, d.inline(content)...)
			}
		case "AlternateContent":
			boxes = append(boxes, d.inline(alternative(c))...)
		case "oMath", "oMathPara":
			d.formula(c, n)
		}
	}
	return boxes
}

// mostBeside is how many things stand in a paragraph that is a formula: places, revisions. Each formula looks at all of them.
const mostBeside = 16

// formula writes a formula; one that cannot be turned is told, and its letters stay. With nothing else in its paragraph it stands on lines of its own.
func (d *document) formula(n, paragraph *node) {
	formulas := []*node{n}
	if n.name == "oMathPara" {
		formulas = nil
		n.all("oMath", func(one *node) { formulas = append(formulas, one) })
	}
	display := n.name == "oMathPara" && d.plain && len(paragraph.children) <= mostBeside && strings.TrimSpace(strings.ReplaceAll(paragraph.shown(), n.shown(), "")) == ""
	for _, one := range formulas {
		tex, ok := formula(one, display)
		switch {
		case !ok || d.titled:
			d.lost.add(LostFormulas, one.words())
			d.write(html.EscapeString(one.words()))
		case display:
			d.write(`<math display="block" data-tex="`, html.EscapeString(tex), `"></math></p><p>`)
		default:
			d.write(`<math data-tex="`, html.EscapeString(tex), `"></math>`)
		}
	}
}

func on(pr *node, name string) bool {
	n := pr.child(name)
	v := n.attr("val")
	return n != nil && v != "0" && v != "false" && v != "off" && v != "none"
}

// run writes a piece of text that looks alike.
func (d *document) run(n *node) (boxes []*node) {
	pr := n.child("rPr")
	if on(pr, "vanish") {
		if text := n.shown(); d.shows() && strings.TrimSpace(text) != "" {
			d.lost.add(LostHidden, text)
		}
		return nil
	}
	open, shut := "", ""
	marks := d.styles[pr.child("rStyle").attr("val")].marks
	for _, mark := range [][2]string{{"b", "b"}, {"i", "i"}, {"strike", "s"}} {
		if on(pr, mark[0]) || pr.child(mark[0]) == nil && on(marks, mark[0]) {
			open, shut = open+"<"+mark[1]+">", "</"+mark[1]+">"+shut
		}
	}
	switch pr.child("vertAlign").attr("val") {
	case "superscript":
		open, shut = open+"<sup>", "</sup>"+shut
	case "subscript":
		open, shut = open+"<sub>", "</sub>"+shut
	}
	if font := pr.child("rFonts").attr("ascii"); symbolFont(font) != nil {
		open, shut = open+`<span style="mso-symbol-font-family:`+html.EscapeString(font)+`">`, "</span>"+shut
	}
	d.write(open)
	for _, c := range n.children {
		boxes = append(boxes, d.piece(c)...)
	}
	d.write(shut)
	return boxes
}

// piece writes one thing of a run.
func (d *document) piece(c *node) (boxes []*node) {
	switch c.name {
	case "t":
		if d.shows() {
			d.write(html.EscapeString(c.words()))
		}
	case "tab", "ptab":
		d.write(" ")
	case "br", "cr": // of a page too: the words on both sides are not one
		d.write("<br>")
	case "ruby":
		if base := c.child("rubyBase"); base != nil {
			boxes = d.inline(base)
		}
	case "noBreakHyphen":
		d.write("-")
	case "sym":
		if code, err := strconv.ParseUint(c.attr("char"), 16, 32); err == nil {
			d.write(`<span style="mso-symbol-font-family:`, html.EscapeString(c.attr("font")), `">`, html.EscapeString(string(rune(code))), `</span>`)
		}
	case "footnoteReference", "endnoteReference":
		d.note(strings.TrimSuffix(c.name, "Reference") + " " + c.attr("id"))
	case "commentReference":
		d.lost.add(LostComments, d.near)
	case "fldChar", "instrText":
		d.fieldPiece(c)
	case "contentPart":
		d.lost.add(LostDrawings, d.near)
	case "drawing", "pict", "object":
		boxes = d.drawing(c)
	case "AlternateContent":
		for _, inner := range alternative(c).children {
			boxes = append(boxes, d.piece(inner)...)
		}
	}
	return boxes
}
