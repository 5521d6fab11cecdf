package imported

import (
	"bytes"
	"cmp"
	"html"
	"io"
	"maps"
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
	d := &document{parts: p, lost: map[What]int{}}
	if err := d.read(); err != nil {
		return nil, err
	}
	d.blocks(d.body)
	d.noteTexts()
	root, err := nethtml.Parse(bytes.NewReader(d.out.Bytes()))
	if err != nil {
		return nil, err
	}
	c := &cleaner{lost: d.lost, data: d.picture}
	return c.result(root)
}

// document is the state of turning a document into HTML.
type document struct {
	parts *parts
	out   bytes.Buffer
	lost  map[What]int

	body    *node
	base    string // the folder of the document inside of its file
	targets map[string]target
	styles  map[string]style
	lists   map[string]list  // by their numbers
	counted map[string]int   // how far a numbering has come: by its number and level
	notes   map[string]*node // "footnote 1"
	numbers map[string]int   // of the notes, in the order of the text
	order   []string

	instr  *strings.Builder // of a field that is being read: what it does
	field  int              // how many are open
	linked bool             // a link of a field is open
	depth  int              // of tables
}

type target struct {
	to       string
	external bool
}

type style struct {
	level int // of a heading, from 1; 0: none
	title bool
	toc   bool      // of a line of contents, which a page has by itself
	over  bool      // of the heading above them
	marks *node     // of letters: what it sets, as «Strong» does
	list  [2]string // number and level
}

// list is how the paragraphs of a list are numbered.
type list struct {
	abstract string           // the numbering that lists may share: each goes on where another has come to
	levels   map[string]level // by level
	begun    bool
}

type level struct {
	kind  string // ol or ul
	start int
	anew  bool // this list begins its own
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
				d.lost[LostHeads]++
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

var (
	headingName = regexp.MustCompile(`(?i)^(?:heading|заголовок)\s*([1-6])$`)
	tocName     = regexp.MustCompile(`(?i)^(?:toc|зміст)\s*[1-9]$`) // a Ukrainian Word calls «toc 1» by the id 11
	tocWords    = regexp.MustCompile(`(?i)^\s*(?:зміст|contents|table of contents)\s*$`)
)

func (d *document) readStyles(root *node) {
	d.styles = map[string]style{}
	based := map[string]string{}
	root.all("style", func(n *node) {
		id, name := n.attr("styleId"), n.child("name").attr("val")
		s := style{title: strings.EqualFold(name, "title") || strings.EqualFold(name, "назва"), toc: tocName.MatchString(name), over: strings.EqualFold(name, "toc heading")}
		if m := headingName.FindStringSubmatch(name); m != nil {
			s.level, _ = strconv.Atoi(m[1])
		} else if level := n.child("pPr", "outlineLvl").attr("val"); level != "" {
			s.level = outline(level)
		}
		if n.attr("type") == "character" {
			s.marks = n.child("rPr")
		}
		number := n.child("pPr", "numPr")
		s.list = [2]string{number.child("numId").attr("val"), number.child("ilvl").attr("val")}
		d.styles[id], based[id] = s, n.child("basedOn").attr("val")
	})
	own := maps.Clone(d.styles)
	for id, s := range own {
		for up, n := based[id], 0; up != "" && n < 20; up, n = based[up], n+1 {
			if s.level == 0 && !s.title {
				s.level = own[up].level
			}
			if s.list[0] == "" {
				s.list = own[up].list
			}
		}
		d.styles[id] = s
	}
}

// outline is the level of a heading as an outline counts it: from 0, and 9 is the text.
func outline(s string) int {
	if n, err := strconv.Atoi(s); err == nil && n >= 0 && n < 6 {
		return n + 1
	}
	return 0
}

func (d *document) readLists(root *node) {
	d.lists, d.counted = map[string]list{}, map[string]int{}
	abstract := map[string]map[string]level{}
	levelOf := func(n *node) level {
		l := level{kind: "ol", start: 1}
		switch n.child("numFmt").attr("val") {
		case "bullet", "none", "":
			l.kind = "ul"
		}
		if start, err := strconv.Atoi(n.child("start").attr("val")); err == nil {
			l.start = start
		}
		return l
	}
	root.all("abstractNum", func(n *node) {
		levels := map[string]level{}
		n.all("lvl", func(l *node) { levels[l.attr("ilvl")] = levelOf(l) })
		abstract[n.attr("abstractNumId")] = levels
	})
	root.all("num", func(n *node) {
		one := list{abstract: n.child("abstractNumId").attr("val"), levels: map[string]level{}}
		maps.Copy(one.levels, abstract[one.abstract])
		n.all("lvlOverride", func(o *node) {
			at := o.attr("ilvl")
			l := one.levels[at]
			if own := o.child("lvl"); own != nil {
				l = levelOf(own)
			}
			if start, err := strconv.Atoi(o.child("startOverride").attr("val")); err == nil {
				l.start, l.anew = start, true
			}
			one.levels[at] = l
		})
		d.lists[n.attr("numId")] = one
	})
}

// deepestLevel is how many levels a list of Word has.
const deepestLevel = 9

// count is the number that Word shows before a paragraph of a list. It goes on behind other paragraphs, and what stands deeper begins anew.
func (d *document) count(number string, depth int) int {
	l := d.lists[number]
	place := func(depth int) string { return l.abstract + " " + strconv.Itoa(depth) }
	if !l.begun {
		l.begun = true
		d.lists[number] = l
		for at, own := range l.levels {
			if own.anew {
				delete(d.counted, l.abstract+" "+at)
			}
		}
	}
	if n, ok := d.counted[place(depth)]; ok {
		d.counted[place(depth)] = n + 1
	} else {
		d.counted[place(depth)] = l.levels[strconv.Itoa(depth)].start
	}
	for deeper := depth + 1; deeper < deepestLevel; deeper++ {
		delete(d.counted, place(deeper))
	}
	return d.counted[place(depth)]
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
			d.paragraph(c)
		case "tbl":
			d.table(c)
		case "sdt":
			if c.child("sdtPr", "docPartObj", "docPartGallery").attr("val") != "Table of Contents" {
				if content := c.child("sdtContent"); content != nil {
					d.blocks(content)
				}
			}
		case "customXml", "ins", "moveTo", "smartTag":
			d.blocks(c)
		}
	}
}

// paragraph writes a paragraph as a heading, an element of a list, or what it is.
func (d *document) paragraph(n *node) {
	pr := n.child("pPr")
	s := d.styles[pr.child("pStyle").attr("val")]
	if level := pr.child("outlineLvl").attr("val"); level != "" {
		s.level = outline(level)
	}
	number, level := s.list[0], s.list[1]
	if own := pr.child("numPr"); own != nil {
		if id := own.child("numId").attr("val"); id != "" {
			number = id
		}
		if l := own.child("ilvl").attr("val"); l != "" {
			level = l
		}
	}
	if s.toc || tocName.MatchString(pr.child("pStyle").attr("val")) || s.over && tocWords.MatchString(n.words()) {
		return
	}
	k, _ := strconv.Atoi(level)
	kind, count := "", 0
	if number != "0" {
		kind = d.lists[number].levels[strconv.Itoa(k)].kind
	}
	if kind != "" {
		count = d.count(number, k)
	}
	end := "p"
	switch {
	case s.title && d.depth == 0:
		d.write(`<p class="MsoTitle">`)
	case s.level > 0 && d.depth == 0:
		end = "h" + strconv.Itoa(s.level)
		d.write("<", end, ">")
	case kind != "":
		d.write(`<p data-list="`, kind, `" data-level="`, strconv.Itoa(k+1), `" data-number="`, strconv.Itoa(count), `">`)
	default:
		d.write("<p>")
	}
	boxes := d.inline(n)
	if d.linked && d.field == 0 {
		d.closeLink()
	}
	d.write("</", end, ">\n")
	for _, box := range boxes {
		d.lost[LostBoxes]++
		d.blocks(box)
	}
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
		d.order = append(d.order, id)
		d.numbers[id] = len(d.order)
	}
	d.write(`<a href="#_ftn`, strconv.Itoa(d.numbers[id]), `"></a>`)
}

// noteTexts writes the notes behind the text; notes may refer to notes.
func (d *document) noteTexts() {
	for i := 0; i < len(d.order); i++ {
		d.write(`<div id="ftn`, strconv.Itoa(i+1), `">`)
		d.blocks(d.notes[d.order[i]])
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
			d.lost[LostPictures]++
		}
	}
	c.all("blip", func(n *node) { put(cmp.Or(n.attr("embed"), n.attr("link"))) })
	c.all("imagedata", func(n *node) {
		alt = cmp.Or(alt, n.attr("title"))
		put(n.attr("id"))
	})
	c.all("txbxContent", func(n *node) { boxes = append(boxes, n) })
	if pictures == 0 && len(boxes) == 0 {
		d.lost[LostDrawings]++
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
	for _, row := range n.children {
		if row.name != "tr" {
			continue
		}
		d.write("<tr>")
		for _, cell := range row.children {
			if cell.name == "sdt" {
				cell = cell.child("sdtContent", "tc")
			}
			if cell == nil || cell.name != "tc" {
				continue
			}
			pr := cell.child("tcPr")
			d.write("<td")
			if k, _ := strconv.Atoi(pr.child("gridSpan").attr("val")); k > 1 && k < 64 {
				d.write(` colspan="`, strconv.Itoa(k), `"`)
			}
			d.write(">")
			if merge := pr.child("vMerge"); merge == nil || merge.attr("val") == "restart" {
				d.blocks(cell)
			} else {
				d.lost[LostSpans]++
			}
			d.write("</td>")
		}
		d.write("</tr>")
	}
	d.write("</table>\n")
}
