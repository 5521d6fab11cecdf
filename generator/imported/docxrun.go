package imported

import (
	"cmp"
	"html"
	"regexp"
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
			if c.attr("id") != "" && t.external {
				d.write(`<a href="`, html.EscapeString(t.to), `">`)
				boxes = append(boxes, d.inline(c)...)
				d.write("</a>")
			} else {
				boxes = append(boxes, d.inline(c)...)
			}
		case "ins", "moveTo", "fldSimple", "smartTag", "customXml", "dir", "bdo":
			boxes = append(boxes, d.inline(c)...)
		case "sdt":
			if content := c.child("sdtContent"); content != nil {
				boxes = append(boxes, d.inline(content)...)
			}
		case "AlternateContent":
			boxes = append(boxes, d.inline(alternative(c))...)
		case "oMath", "oMathPara":
			d.lost.add(LostFormulas, c.words())
			d.write(html.EscapeString(c.words()))
		}
	}
	return boxes
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
		if d.instr == nil {
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
		d.lost.add(LostComments, "")
	case "fldChar", "instrText":
		d.fieldPiece(c)
	case "drawing", "pict", "object":
		boxes = d.drawing(c)
	case "AlternateContent":
		for _, inner := range alternative(c).children {
			boxes = append(boxes, d.piece(inner)...)
		}
	}
	return boxes
}

var hyperlink = regexp.MustCompile(`^\s*HYPERLINK\s+"([^"]+)"`)

// fieldPiece follows a field: what stands between its beginning and its middle is an order, what follows is what it has made.
func (d *document) fieldPiece(c *node) {
	switch {
	case c.name == "instrText":
		if d.instr != nil {
			d.instr.WriteString(c.words())
		}
	case c.attr("fldCharType") == "begin":
		d.write(html.EscapeString(answered(c.child("ffData"))))
		d.field++
		d.instr = &strings.Builder{}
	case c.attr("fldCharType") == "separate" && d.instr != nil:
		if m := hyperlink.FindStringSubmatch(d.instr.String()); m != nil && !d.linked {
			d.write(`<a href="`, html.EscapeString(m[1]), `">`)
			d.linked = true
		}
		d.instr = nil
	case c.attr("fldCharType") == "end":
		d.instr = nil
		if d.field--; d.field <= 0 {
			d.field = 0
			d.closeLink()
		}
	}
}

// answered is what a field of an old form shows: a box that is ticked or not, the entry of a list. What is typed into one is text as any other.
func answered(form *node) string {
	if box := form.child("checkBox"); box != nil {
		if on(box, "checked") || box.child("checked") == nil && on(box, "default") {
			return "☒"
		}
		return "☐"
	}
	list := form.child("ddList")
	at, _ := strconv.Atoi(cmp.Or(list.child("result").attr("val"), list.child("default").attr("val")))
	entry := ""
	list.all("listEntry", func(n *node) {
		if at == 0 {
			entry = n.attr("val")
		}
		at--
	})
	return entry
}
