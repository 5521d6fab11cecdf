package imported

import (
	"bytes"
	"cmp"
	"html"
	"io"
	"path"
	"regexp"
	"strconv"
	"strings"

	nethtml "golang.org/x/net/html"
)

// Docx converts a document of Word.
func Docx(r io.ReaderAt, size int64) (*Result, error) {
	p, err := openParts(r, size)
	if err != nil {
		return nil, err
	}
	d := &document{parts: p, lost: losses{}}
	if err := d.read(); err != nil {
		return nil, err
	}
	d.blocks(d.body)
	d.noteTexts()
	root, err := nethtml.Parse(bytes.NewReader(d.out.Bytes()))
	if err != nil {
		return nil, err
	}
	c := &cleaner{whole: true, lost: d.lost, data: d.picture}
	return c.result(root)
}

// document is the state of turning a document into HTML.
type document struct {
	parts *parts
	out   bytes.Buffer
	lost  losses
	near  string // the words of the last paragraph that has some

	body    *node
	base    string // the folder of the document inside of its file
	targets map[string]target
	styles  map[string]style
	lists   map[string]list  // by their numbers
	counted map[string]int   // how far a numbering has come: by its number and level
	notes   map[string]*node // "footnote 1"
	numbers map[string]int   // of the notes, in the order of the text
	noted   []string

	fields []*openField // that are open
	linked bool         // a link of a field is open
	part   []*node      // of a paragraph that goes on in the next one
	depth  int          // of tables
	titled bool         // the paragraph is the title, which is no Markdown
	plain  bool         // it is no heading and no element of a list, and stands in no table
}

type target struct {
	to       string
	external bool
}

// read reads the parts beside the text.
func (d *document) read() error {
	main := "word/document.xml"
	root, err := d.parts.tree("_rels/.rels")
	if err != nil {
		return err
	}
	root.all("Relationship", func(n *node) {
		if strings.HasSuffix(n.attr("Type"), "/officeDocument") {
			main = strings.TrimPrefix(path.Clean("/"+n.attr("Target")), "/")
		}
	})
	d.base = path.Dir(main)
	text, err := d.parts.tree(main)
	if err != nil {
		return err
	}
	if d.body = text.child("document", "body"); d.body == nil {
		return ErrForm
	}
	d.targets = map[string]target{}
	rels, err := d.parts.tree(path.Join(d.base, "_rels", path.Base(main)+".rels"))
	if err != nil {
		return err
	}
	files := map[string]string{"styles": "styles.xml", "numbering": "numbering.xml", "footnotes": "footnotes.xml", "endnotes": "endnotes.xml"}
	rels.all("Relationship", func(n *node) {
		d.targets[n.attr("Id")] = target{n.attr("Target"), n.attr("TargetMode") == "External"}
		kind := path.Base(n.attr("Type"))
		if _, ok := files[kind]; ok {
			files[kind] = n.attr("Target")
		}
		if kind == "header" || kind == "footer" {
			if head, err := d.parts.tree(d.inside(n.attr("Target"))); err == nil && strings.TrimSpace(head.words()) != "" {
				d.lost.add(LostHeads, head.shown())
			}
		}
	})
	trees := map[string]*node{}
	for kind, file := range files {
		if trees[kind], err = d.parts.tree(d.inside(file)); err != nil {
			return err
		}
	}
	d.readStyles(trees["styles"])
	d.readLists(trees["numbering"])
	d.notes, d.numbers = map[string]*node{}, map[string]int{}
	for _, kind := range []string{"footnote", "endnote"} {
		trees[kind+"s"].all(kind, func(n *node) {
			if t := n.attr("type"); t == "" || t == "normal" {
				d.notes[kind+" "+n.attr("id")] = n
			}
		})
	}
	return nil
}

// inside is the name of a part that another names.
func (d *document) inside(to string) string {
	if strings.HasPrefix(to, "/") {
		return strings.TrimPrefix(path.Clean(to), "/")
	}
	return path.Join(d.base, to)
}

func (d *document) write(s ...string) {
	for _, part := range s {
		d.out.WriteString(part)
	}
}

// blocks writes paragraphs and tables.
func (d *document) blocks(n *node) {
	for _, c := range n.children {
		switch c.name {
		case "p":
			d.part = append(d.part, c.children...)
			if !goesOn(c) {
				d.wholeParagraph(c.child("pPr"))
			}
		case "tbl":
			d.wholeParagraph(nil)
			d.table(c)
		case "sdt":
			if c.child("sdtPr", "docPartObj", "docPartGallery").attr("val") != "Table of Contents" {
				if content := c.child("sdtContent"); content != nil {
					d.blocks(content)
				}
			}
		case "customXml", "ins", "moveTo", "smartTag":
			d.blocks(c)
		case "AlternateContent":
			d.blocks(alternative(c))
		case "oMath", "oMathPara":
			d.paragraph(&node{name: "p", children: []*node{c}})
		case "altChunk", "subDoc":
			d.lost.add(LostParts, d.near)
		}
	}
	d.wholeParagraph(nil)
}

// goesOn tells of a paragraph that is one with the next: its end is deleted and nobody has accepted that yet, or it is the large letter with which that begins.
func goesOn(p *node) bool {
	pr := p.child("pPr")
	if cap := pr.child("framePr").attr("dropCap"); cap != "" && cap != "none" {
		return true
	}
	return pr.child("rPr", "del") != nil || pr.child("rPr", "moveFrom") != nil
}

// wholeParagraph writes a paragraph with the parts of it that stood in others; how it looks is said by the last.
func (d *document) wholeParagraph(pr *node) {
	if d.part == nil {
		return
	}
	p := &node{name: "p"}
	for _, c := range d.part {
		if c.name == "pPr" {
			continue
		}
		p.children = append(p.children, c)
	}
	if d.part = nil; pr != nil {
		p.children = append([]*node{pr}, p.children...)
	}
	d.paragraph(p)
}

// paragraph writes a paragraph as a heading, an element of a list, or what it is.
func (d *document) paragraph(n *node) {
	pr := n.child("pPr")
	s := d.styleOf(pr)
	if s.toc || tocName.MatchString(pr.child("pStyle").attr("val")) || s.over && tocWords.MatchString(n.words()) {
		return
	}
	if text := n.shown(); strings.TrimSpace(text) != "" {
		d.near = text
	}
	e := d.listed(n, s)
	end := d.begin(s, e)
	d.write(html.EscapeString(e.label))
	boxes := d.inline(n)
	d.endFields()
	d.write("</", end, ">\n")
	for _, box := range boxes {
		d.lost.add(LostBoxes, box.shown())
		d.blocks(box)
	}
}

// styleOf is the style of a paragraph with what the paragraph sets by itself.
func (d *document) styleOf(pr *node) style {
	s := d.styles[pr.child("pStyle").attr("val")]
	if level := pr.child("outlineLvl").attr("val"); level != "" {
		s.level = outline(level)
	}
	if own := pr.child("numPr"); own != nil {
		s.list[0] = cmp.Or(own.child("numId").attr("val"), s.list[0])
		s.list[1] = cmp.Or(own.child("ilvl").attr("val"), s.list[1])
	}
	return s
}

// begin writes the tag with which a paragraph begins, and returns the name of the one that ends it.
func (d *document) begin(s style, e inList) (end string) {
	d.titled, d.plain = s.title && d.depth == 0, s.level == 0 && e.kind == "" && d.depth == 0
	switch {
	case d.titled:
		d.write(`<p class="MsoTitle">`)
	case s.level > 0 && d.depth == 0:
		heading := "h" + strconv.Itoa(s.level)
		d.write("<", heading, ">")
		return heading
	case e.kind != "":
		d.write(`<p data-list="`, e.kind, `" data-level="`, strconv.Itoa(e.level+1), `" data-number="`, strconv.Itoa(e.count), `">`)
	default:
		d.write("<p>")
	}
	return "p"
}

func (d *document) closeLink() {
	if d.linked {
		d.write("</a>")
		d.linked = false
	}
}

// note writes a reference to a note.
func (d *document) note(id string) {
	if d.notes[id] == nil {
		return
	}
	if d.numbers[id] == 0 {
		d.noted = append(d.noted, id)
		d.numbers[id] = len(d.noted)
	}
	d.write(`<a href="#_ftn`, strconv.Itoa(d.numbers[id]), `"></a>`)
}

// noteTexts writes the notes behind the text; notes may refer to notes.
func (d *document) noteTexts() {
	for i := 0; i < len(d.noted); i++ {
		d.write(`<div id="ftn`, strconv.Itoa(i+1), `">`)
		d.blocks(d.notes[d.noted[i]])
		d.write("</div>\n")
	}
}

// drawing writes the pictures of a drawing, and returns the frames of text in it.
func (d *document) drawing(c *node) (boxes []*node) {
	pictures := 0
	alt := ""
	c.all("docPr", func(n *node) { alt = cmp.Or(alt, n.attr("descr")) })
	put := func(id string) {
		if t, ok := d.targets[id]; ok && !t.external {
			pictures++
			d.write(`<img src="part:`, html.EscapeString(d.inside(t.to)), `" alt="`, html.EscapeString(alt), `">`)
		} else if ok {
			pictures++
			d.lost.add(LostPictures, d.near)
		}
	}
	c.all("blip", func(n *node) { put(cmp.Or(n.attr("embed"), n.attr("link"))) })
	c.all("imagedata", func(n *node) {
		alt = cmp.Or(alt, n.attr("title"))
		put(n.attr("id"))
	})
	c.all("txbxContent", func(n *node) { boxes = append(boxes, n) })
	if c.child("rect").attr("hr") == "t" {
		d.write("<hr>") // a line across the page
		return boxes
	}
	if pictures == 0 && len(boxes) == 0 {
		d.lost.add(LostDrawings, d.near)
	}
	return boxes
}

// shownPicture are the pictures that browsers show; others, as EMF, are lost.
var shownPicture = regexp.MustCompile(`(?i)\.(jpe?g|png|gif|webp|svg)$`)

// picture is the picture of an address of ours.
func (d *document) picture(src string) (data []byte, called string) {
	name, ok := strings.CutPrefix(src, "part:")
	if !ok || !shownPicture.MatchString(name) {
		return nil, ""
	}
	data, err := d.parts.read(name)
	if err != nil {
		return nil, ""
	}
	return data, path.Base(name)
}

// table writes a table. A cell that goes on from the row above is empty.
func (d *document) table(n *node) {
	d.depth++
	defer func() { d.depth-- }()
	d.write("<table>")
	for _, row := range framed(n, "tr") {
		if row.child("trPr", "del") != nil {
			continue // a deletion that nobody has accepted yet
		}
		d.write("<tr>")
		if k, _ := strconv.Atoi(row.child("trPr", "gridBefore").attr("val")); k > 0 && k < 64 {
			d.write(strings.Repeat("<td></td>", k)) // the row begins in a later column
		}
		for _, cell := range framed(row, "tc") {
			pr := cell.child("tcPr")
			d.write("<td")
			if k, _ := strconv.Atoi(pr.child("gridSpan").attr("val")); k > 1 && k < 64 {
				d.write(` colspan="`, strconv.Itoa(k), `"`)
			}
			d.write(">")
			if merge := pr.child("vMerge"); merge == nil || merge.attr("val") == "restart" {
				d.blocks(cell)
			} else {
				d.lost.add(LostSpans, row.shown())
			}
			if pr.child("hMerge") != nil && pr.child("hMerge").attr("val") != "restart" {
				d.lost.add(LostSpans, row.shown())
			}
			d.write("</td>")
		}
		d.write("</tr>")
	}
	d.write("</table>\n")
}

// alternative is what an element shows of the forms in which it stands: the newest, which needs nothing that we lack.
func alternative(n *node) *node {
	for _, form := range []string{"Choice", "Fallback"} {
		if one := n.child(form); one != nil {
			return one
		}
	}
	return &node{}
}

// framed are the rows of a table, or the cells of a row, those in a form too: Word puts content controls around them, one in another where they repeat.
func framed(n *node, name string) []*node {
	var list []*node
	for _, c := range n.children {
		switch c.name {
		case name:
			list = append(list, c)
		case "sdt", "sdtContent", "customXml", "ins", "moveTo":
			list = append(list, framed(c, name)...)
		}
	}
	return list
}
