package markdown

import (
	"bytes"
	"path"
	"strings"
	"unicode"

	"github.com/som-hub/vitryna/generator/site"
	"github.com/yuin/goldmark/ast"
)

// link gathers a link. One that may not be made leaves its text.
func (c *converter) link(n *ast.Link, nesting int) {
	dest := destination(n.Destination)
	if nesting > maxNesting || c.refused(dest, n.Pos()) {
		c.children(n, nesting)
		return
	}
	if n.FirstChild() == nil && isReference(dest) {
		c.push(event{kind: crossEvent, node: n, dest: dest, at: n.Pos()})
		return
	}
	begin := c.enter(event{kind: linkEvent, node: n, dest: dest, at: n.Pos()})
	c.inline.inLink++
	c.children(n, nesting+1)
	c.closeText()
	c.inline.inLink--
	c.leave(begin, linkEnd)
}

// unnamed is what stands in plain text for a link without a text: only the whole site knows what it is called.
const unnamed = "…"

// isReference reports whether a link leads to a place of the site, so that it can be named by what is there.
func isReference(dest string) bool {
	colon := strings.IndexByte(dest, ':')
	return dest != "" && !strings.HasPrefix(dest, "//") && (colon < 0 || strings.ContainsAny(dest[:colon], "/?#"))
}

// autolink gathers an address between < and >.
func (c *converter) autolink(n *ast.AutoLink) {
	label, dest := string(n.Label(c.source)), string(n.URL(c.source))
	if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(dest), "mailto:") {
		dest = "mailto:" + dest
	}
	at := n.Pos() + 1
	c.pushAddress(label, dest, at)
}

func (c *converter) pushAddress(label, dest string, at int) {
	silent := c.inline.inLink > 0 || c.refused(dest, at)
	c.push(event{kind: addressEvent, text: label, dest: dest, at: at, silent: silent})
}

// address writes a link whose text is its address.
func (c *converter) address(e *event) {
	if e.silent {
		c.writeText(e.text)
		return
	}
	c.openLink(e, e.text)
	c.writeText(e.text)
	c.closeLink()
}

func (c *converter) openLink(e *event, text string) {
	line, column := c.place(e.at)
	link := site.Link{Dest: e.dest, Text: text, Line: line, Column: column}
	if n, ok := e.node.(*ast.Link); ok && len(n.Title) > 0 {
		link.Title = c.phrase(c.lang, string(unescape(nil, n.Title, nil)))
	}
	if e.kind != crossEvent && !says(text) && !(e.kind == addressEvent && c.recorded(e.at)) && !strings.HasPrefix(e.dest, "mailto:") && !strings.HasPrefix(e.dest, "tel:") {
		c.complain("W-LINK-TEXT", e.at, "text", text)
	}
	c.body.Links = append(c.body.Links, link)
	c.hole(site.HoleLinkOpen, len(c.body.Links)-1)
}

// recorded reports whether an address stands behind «URL:», as the record of a work has it (ДСТУ 8302:2015): the record says where it leads.
func (c *converter) recorded(at int) bool {
	return bytes.HasSuffix(bytes.TrimRight(c.source[:at], "< \u00a0"), []byte("URL:"))
}

// closeLink ends the link opened last: links never stand within one another.
func (c *converter) closeLink() { c.hole(site.HoleLinkClose, len(c.body.Links)-1) }

// destination is the address of a link as its author meant it, with backslashes and entities resolved.
func destination(raw []byte) string { return strings.TrimSpace(string(unescape(nil, raw, nil))) }

// refused reports whether a link may not be made and says so: it would run a program or leave the site for the own disk.
func (c *converter) refused(dest string, at int) bool {
	scheme := unsafeScheme(dest)
	if scheme == "" {
		return false
	}
	args := []string{"target", dest, "scheme", scheme}
	if len(scheme) == 2 || scheme == "file:" {
		args = append(args, "disk", path.Base(strings.ReplaceAll(dest, `\`, "/")))
	}
	c.complain("E-LINK-SCHEME", at, args...)
	return true
}

var unsafeSchemes = []string{"javascript:", "vbscript:", "data:", "file:", "blob:", "filesystem:", "view-source:"}

// unsafeScheme is the beginning of an address that may not be linked to, or "". Browsers pass over controls and spaces in
// a scheme, so they do not count. One letter is a drive of Windows.
func unsafeScheme(dest string) string {
	colon := strings.IndexByte(dest, ':')
	if colon < 0 || strings.ContainsAny(dest[:colon], "/?#") {
		return ""
	}
	scheme := strings.ToLower(strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, dest[:colon+1]))
	for _, s := range unsafeSchemes {
		if scheme == s {
			return s
		}
	}
	if len(scheme) == 2 && scheme[0] >= 'a' && scheme[0] <= 'z' {
		return scheme
	}
	return ""
}

// says reports whether the text of a link tells where it leads (rule A-07).
func says(text string) bool {
	if strings.HasPrefix(text, "www.") || strings.Contains(text, "://") && !strings.Contains(text, " ") {
		return false
	}
	const longest = 40 // bytes of the longest empty text, generously
	if len(text) > 2*longest {
		return true
	}
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return len(words) > 0 && !emptyTexts[strings.Join(words, " ")]
}

// emptyTexts are texts of links that say nothing outside of their sentence.
var emptyTexts = set(`тут; ось тут; сюди; ось; тиць; клік; клац; клікніть; клікніть тут; натисніть; натисніть тут; тисніть тут;
	детальніше; детальніше тут; докладніше; докладніше тут; більше; далі; читати; читати далі; читайте далі; читати більше;
	дізнатися більше; подробиці; деталі; посилання; за посиланням; за цим посиланням; цим посиланням; це посилання; лінк;
	перейти; перейти за посиланням; дивитися; дивитись; переглянути; див; відкрити; сторінка; сайт;
	here; click; click here; press here; more; read more; learn more; see more; more info; details; link; this link;
	this; this page; page; site; go; open; view; see; continue; continue reading`)

func set(list string) map[string]bool {
	m := make(map[string]bool)
	for s := range strings.SplitSeq(list, ";") {
		m[strings.TrimSpace(s)] = true
	}
	return m
}
