package imported

import (
	"cmp"
	"html"
	"net/url"
	"regexp"
	"strconv"
	"strings"
)

// openField is a field of which the end has not come yet: what stands between its beginning and its middle is an order to Word, what follows is what it has made.
type openField struct {
	order strings.Builder
	made  bool // the order has ended
	link  bool // it is a link
}

// shows tells that what stands here is text, and no order.
func (d *document) shows() bool {
	for _, f := range d.fields {
		if !f.made {
			return false
		}
	}
	return true
}

// fieldPiece follows a field.
func (d *document) fieldPiece(c *node) {
	last := len(d.fields) - 1
	switch kind := c.attr("fldCharType"); {
	case c.name == "instrText":
		if last >= 0 && !d.fields[last].made {
			d.fields[last].order.WriteString(c.words())
		}
	case kind == "begin":
		if d.shows() {
			d.write(html.EscapeString(answered(c.child("ffData"))))
		}
		if len(d.fields) < deepestField {
			d.fields = append(d.fields, &openField{})
		}
	case kind == "separate" && last >= 0 && !d.fields[last].made:
		f := d.fields[last]
		to := d.order(f.order.String(), d.near)
		if f.made = true; to != "" && !d.linked && d.shows() {
			d.write(`<a href="`, html.EscapeString(to), `">`)
			d.linked, f.link = true, true
		}
	case kind == "end" && last >= 0:
		f := d.fields[last]
		if d.fields = d.fields[:last]; f.link {
			d.closeLink()
		}
		d.drawn(f)
	}
}

// endFields ends with a paragraph what no field may do beyond it: an order without an end would hide all that follows. Of what a field makes in the next
// paragraphs, as a list of contents does, nothing more is asked.
func (d *document) endFields() {
	d.closeLink()
	d.fields = nil
}

// deepestField is how many fields people put into each other, and more.
const deepestField = 64

var (
	fieldPart = regexp.MustCompile(`"[^"]*"|\S+`)
	fieldRef  = regexp.MustCompile(`(?i)^\s*(?:REF|PAGEREF|NOTEREF)\s`)
	fieldEQ   = regexp.MustCompile(`(?i)^\s*EQ\s`)
	fieldSign = regexp.MustCompile(`(?i)^\s*SYMBOL\s`)
)

// order is where a field leads, "" where it is no link. What it says of another place of the document is lost with its place.
func (d *document) order(s, at string) string {
	if fieldRef.MatchString(s) {
		d.lost.add(LostRefs, at)
	}
	parts := fieldPart.FindAllString(s, -1)
	if len(parts) == 0 || !strings.EqualFold(parts[0], "HYPERLINK") {
		return ""
	}
	to, anchor := "", ""
	for i := 1; i < len(parts); i++ {
		switch part := strings.Trim(parts[i], `"`); {
		case strings.EqualFold(part, `\l`) && i+1 < len(parts):
			i++
			anchor = strings.Trim(parts[i], `"`)
		case (strings.EqualFold(part, `\o`) || strings.EqualFold(part, `\t`)) && i+1 < len(parts):
			i++ // what a pointer shows, and the window
		case to == "" && !strings.HasPrefix(part, `\`):
			to = part
		}
	}
	if to == "" && anchor != "" {
		d.lost.add(LostRefs, at)
	}
	return withAnchor(to, anchor)
}

// withAnchor is an address with the place on the page to which it leads.
func withAnchor(to, anchor string) string {
	if to == "" || anchor == "" || strings.Contains(to, "#") {
		return to
	}
	return to + "#" + url.PathEscape(anchor)
}

// drawn tells of fields that draw what they say, and leave nothing that could be taken.
func (d *document) drawn(f *openField) {
	order := f.order.String()
	switch at := cmp.Or(strings.TrimSpace(d.near), order); {
	case fieldEQ.MatchString(order):
		d.lost.add(LostFormulas, at)
	case fieldSign.MatchString(order) && !f.made:
		d.lost.add(LostSigns, at)
	}
}

// link writes what stands in an element as a link; without an address it is text.
func (d *document) link(to string, n *node) []*node {
	if to == "" || d.linked {
		return d.inline(n)
	}
	d.write(`<a href="`, html.EscapeString(to), `">`)
	boxes := d.inline(n)
	d.write("</a>")
	return boxes
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
