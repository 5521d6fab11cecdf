package imported

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Lists and headings that somebody typed, as most people write them: «•» or «1)» before a paragraph, a line in bold letters above a text.

var (
	typedBullet = regexp.MustCompile(`^[\s\x{a0}]*[•●▪◦‣∙·][\s\x{a0}]+`)
	typedDash   = regexp.MustCompile(`^[\s\x{a0}]*[-–—][\s\x{a0}]+`)
	typedNumber = regexp.MustCompile(`^[\s\x{a0}]*(\d{1,3})[.)][\s\x{a0}]+`)
)

// typed marks paragraphs that begin with a typed sign as elements of a list. A dash or a number is a sign only where the paragraphs around say so: speech begins with a
// dash too, and a heading with a number.
func (c *cleaner) typed(root *html.Node) {
	each(root, func(parent *html.Node) {
		if inCell(parent) || parent.DataAtom == atom.Li {
			return
		}
		for n := parent.FirstChild; n != nil; n = n.NextSibling {
			if sign := typedBullet.FindString(typedText(n)); sign != "" {
				typedItem(n, "ul", sign)
			} else if run := typedRun(n, typedDash); enumerated(run) {
				for _, p := range run {
					typedItem(p, "ul", typedDash.FindString(words(p)))
				}
			} else if run := counting(typedRun(n, typedNumber)); len(run) > 1 {
				for i, p := range run {
					set(p, "data-number", strconv.Itoa(i+1))
					typedItem(p, "ol", typedNumber.FindString(words(p)))
				}
			}
		}
	})
}

// inCell tells that an element stands in a table, whose cells hold no lists.
func inCell(n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n.DataAtom == atom.Td || n.DataAtom == atom.Th {
			return true
		}
	}
	return false
}

// typedText is the text of a paragraph that is no element of a list yet.
func typedText(n *html.Node) string {
	if n.DataAtom != atom.P || hasAttr(n, "data-list") {
		return ""
	}
	return words(n)
}

// typedRun are the paragraphs from n on that begin with a sign.
func typedRun(n *html.Node, sign *regexp.Regexp) (run []*html.Node) {
	for ; n != nil; n = n.NextSibling {
		switch {
		case n.Type == html.TextNode && strings.TrimSpace(n.Data) == "":
		case sign.MatchString(typedText(n)):
			run = append(run, n)
		default:
			return run
		}
	}
	return run
}

// enumerated tells that paragraphs behind dashes are a list and not speech: all go on a sentence, or all but the last end with a semicolon.
func enumerated(run []*html.Node) bool {
	small, semicolons := true, true
	for i, p := range run {
		text := strings.TrimSpace(typedDash.ReplaceAllString(words(p), ""))
		small = small && strings.IndexFunc(text, unicode.IsLower) == 0
		semicolons = semicolons && (i == len(run)-1 || strings.HasSuffix(text, ";"))
	}
	return len(run) > 1 && (small || semicolons)
}

// counting are the first of some paragraphs, as far as their numbers count from one.
func counting(run []*html.Node) []*html.Node {
	for i, p := range run {
		if typedNumber.FindStringSubmatch(words(p))[1] != strconv.Itoa(i+1) {
			return run[:i]
		}
	}
	return run
}

// typedItem makes a paragraph an element of a list, without the sign that was typed.
func typedItem(p *html.Node, kind, sign string) {
	set(p, "data-list", kind)
	set(p, "data-level", "1")
	left := len(sign)
	for d := range p.Descendants() {
		if d.Type == html.TextNode && left > 0 {
			cut := min(left, len(d.Data))
			d.Data, left = d.Data[cut:], left-cut
		}
	}
}

// longestHeading is how long a line in bold letters may be, in runes, to be taken for a heading.
const longestHeading = 100

// boldHeadings makes headings of the lines in bold letters of a document that has no headings: those above what is not bold.
func (c *cleaner) boldHeadings(root *html.Node) {
	for d := range root.Descendants() {
		if headingLevel(d) > 0 {
			return
		}
	}
	var found []*html.Node
	each(root, func(n *html.Node) {
		next := n.NextSibling
		for next != nil && (next.Type == html.TextNode || next.DataAtom == atom.P && strings.TrimSpace(words(next)) == "" && !hasPicture(next)) {
			next = next.NextSibling
		}
		if n.Parent != nil && n.Parent.DataAtom == atom.Body && boldLine(n) && next != nil && !boldLine(next) {
			found = append(found, n)
		}
	})
	for _, n := range found {
		c.lost.add(LostBold, words(n))
		rename(n, atom.H2)
		each(n, func(d *html.Node) {
			if d.DataAtom == atom.Strong {
				unwrap(d)
			}
		})
	}
}

// boldLine tells of a short paragraph that is bold as a whole and ends as headings do.
func boldLine(n *html.Node) bool {
	text := []rune(strings.TrimSpace(texture.Replace(words(n))))
	if n.DataAtom != atom.P || len(text) == 0 || len(text) > longestHeading || strings.ContainsRune(".,;:", text[len(text)-1]) {
		return false
	}
	bold := false
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		switch {
		case child.DataAtom == atom.Strong:
			bold = true
		case strings.TrimSpace(texture.Replace(words(child))) != "" || hasPicture(child) || child.DataAtom == atom.Br:
			return false
		}
	}
	return bold
}
