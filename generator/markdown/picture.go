package markdown

import (
	"path"
	"strings"
	"unicode/utf8"

	"github.com/som-hub/vitryna/generator/site"
	"github.com/yuin/goldmark/ast"
)

// image gathers a picture. Of one that may not be shown its description remains.
func (c *converter) image(n *ast.Image) {
	dest := destination(n.Destination)
	alt := c.plainText(n)
	if c.refused(dest, n.Pos()) {
		if alt != "" {
			c.push(event{kind: rawEvent, text: alt})
		}
		return
	}
	if why := badAlt(alt, dest); why != "" {
		c.complain("W-ALT", n.Pos(), "file", dest, "why", why)
	}
	c.push(event{kind: pictureEvent, node: n, text: c.phrase(c.lang, alt), dest: dest, at: n.Pos()})
	c.namedInLine(n)
}

// namedInLine complains of a name behind a picture in a line of text: only one that stands alone is a figure, which can have it. It stays text.
func (c *converter) namedInLine(n *ast.Image) {
	behind, ok := n.NextSibling().(*ast.Text)
	if !ok {
		return
	}
	at := behind.Segment
	if _, size := parseAttributes(at.Value(c.source)); size > 0 {
		c.complain("W-PICTURE-INLINE", at.Start, "text", string(c.source[at.Start:at.Start+size]))
	}
}

// onlyPicture is the picture that a paragraph consists of, or nil.
func onlyPicture(n *ast.Paragraph) *ast.Image {
	picture, _ := n.FirstChild().(*ast.Image)
	if picture == nil {
		return nil
	}
	for rest := picture.NextSibling(); rest != nil; rest = rest.NextSibling() {
		if t, ok := rest.(*ast.Text); !ok || t.Segment.Len() > 0 { // where attributes stood, an empty text remains
			return nil
		}
	}
	return picture
}

// figure writes a picture that stands alone. Its id belongs to the element that rendering puts into the hole.
func (c *converter) figure(n *ast.Image, a attributes) {
	c.gather(n.Parent())
	if len(c.inline.events) == 0 || c.inline.events[0].kind != pictureEvent {
		if len(c.inline.events) > 0 { // its address may not be used: its description remains
			c.tag("p", "", a)
			c.emit()
			c.end("p")
		}
		return
	}
	id := a.id
	if a.anchor {
		c.body.Anchors = append(c.body.Anchors, id)
	}
	if a.id, a.anchor = "", false; a != (attributes{}) {
		c.tag("div", "", a)
	}
	c.picture(&c.inline.events[0], true)
	c.nameFigure(&c.body.Pictures[len(c.body.Pictures)-1], id)
	if a != (attributes{}) {
		c.write("</div>")
	}
	c.write("\n")
}

// nameFigure gives a figure its id and, in a manual, its number: a caption or an id tells that it is spoken of.
func (c *converter) nameFigure(p *site.Picture, id string) {
	p.ID = id
	if c.Book && (id != "" || p.Caption != "") {
		p.ID = c.ownID(id)
		p.Number = 1 + c.number(site.Numbered{Kind: site.NumberedFigure, ID: p.ID, Title: p.Caption, Line: p.Line, Column: p.Column})
	}
}

// picture writes a picture gathered by image.
func (c *converter) picture(e *event, figure bool) {
	n := e.node.(*ast.Image)
	line, column := c.place(e.at)
	c.body.Pictures = append(c.body.Pictures, site.Picture{
		Dest: e.dest, Alt: e.text, Caption: c.phrase(c.lang, string(unescape(nil, n.Title, nil))),
		Figure: figure, Line: line, Column: column,
	})
	c.hole(site.HolePicture, len(c.body.Pictures)-1)
}

// The length of a description of a picture, in runes (domain 5.1).
const shortestAlt, longestAlt = 5, 150

// badAlt is a word of the catalogue's list alt, or "" for a good description (rule A-06).
func badAlt(alt, dest string) string {
	n := utf8.RuneCountInString(alt)
	switch {
	case alt == "":
		return "missing"
	case IsFileName(alt, dest):
		return "file"
	case n < shortestAlt:
		return "short"
	case n > longestAlt:
		return "long"
	}
	return ""
}

// IsFileName reports whether a description is only the name of a file: of this picture, of any picture, or as a camera,
// a telephone or a messenger makes them (IMG_2041, DSC00017, photo-2021-11-02, зображення 3).
func IsFileName(alt, dest string) bool {
	lower := strings.ToLower(alt)
	base := strings.ToLower(path.Base(strings.ReplaceAll(dest, `\`, "/")))
	if lower == base || lower == strings.TrimSuffix(base, path.Ext(base)) && !strings.ContainsAny(lower, " ") && base != lower {
		return true
	}
	if pictureEndings[path.Ext(lower)] {
		return true
	}
	stem := strings.TrimRight(lower, "0123456789 _-.()x")
	return stem != lower && cameraNames[stem] || stem == ""
}

var pictureEndings = map[string]bool{
	".jpg": true, ".jpeg": true, ".png": true, ".gif": true, ".webp": true, ".avif": true, ".heic": true, ".svg": true,
	".bmp": true, ".tif": true, ".tiff": true,
}

var cameraNames = set("img; image; dsc; dscn; dscf; pic; picture; photo; foto; screenshot; scan; untitled; viber_image; " +
	"фото; зображення; картинка; рисунок; малюнок; знімок; скан; без імені")
