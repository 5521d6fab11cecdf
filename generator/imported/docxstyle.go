package imported

import (
	"maps"
	"regexp"
	"strconv"
	"strings"
)

// style is what a style of Word tells of a paragraph, or of letters.
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
	kind   string // ol or ul
	form   string // of the number: decimal, russianLower
	label  string // what stands before a paragraph: «%1.%2.», «Урок %1»
	start  int
	anew   bool // this list begins its own
	lawful bool // all numbers stand in figures
}

var (
	headingName = regexp.MustCompile(`(?i)^(?:heading|заголовок)\s*([1-9])$`)
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
			k, _ := strconv.Atoi(m[1])
			s.level = min(k, 6)
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

// outline is the level of a heading as an outline counts it: from 0, and 9 is the text. Pages have six.
func outline(s string) int {
	if n, err := strconv.Atoi(s); err == nil && n >= 0 && n < 9 {
		return min(n+1, 6)
	}
	return 0
}

func (d *document) readLists(root *node) {
	d.lists, d.counted = map[string]list{}, map[string]int{}
	abstract := map[string]map[string]level{}
	levelOf := func(n *node) level {
		l := level{kind: "ol", start: 1, form: n.child("numFmt").attr("val"), label: n.child("lvlText").attr("val"), lawful: on(n, "isLgl")}
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
