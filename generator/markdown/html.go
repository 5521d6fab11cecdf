package markdown

import (
	"bytes"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// Raw HTML has no effect: it is shown as text, and its author is told the Markdown way. Comments vanish without a word. Only <br> in a cell of a table
// begins a line, as everywhere: Markdown has no other way there, and what comes from Word has paragraphs in its cells.

var (
	commentOpen  = []byte("<!--")
	commentClose = []byte("-->")
)

// htmlParser reads blocks of HTML. Of a line that a comment begins and words end only the words are left, for a paragraph: Markdown takes the whole line
// for HTML, and what the words hold (a link, bold letters) would be shown as it is written.
type htmlParser struct{ parser.BlockParser }

// Open implements parser.BlockParser.
func (p htmlParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, _ := reader.PeekLine()
	rest := bytes.TrimSpace(line)
	for bytes.HasPrefix(rest, commentOpen) {
		_, after, closed := bytes.Cut(rest, commentClose)
		if !closed {
			return p.BlockParser.Open(parent, reader, pc)
		}
		rest = bytes.TrimLeft(after, " \t")
	}
	if len(rest) == 0 || bytes.HasPrefix(bytes.TrimLeft(line, " "), rest) {
		return p.BlockParser.Open(parent, reader, pc)
	}
	reader.Advance(bytes.LastIndex(line, rest))
	return nil, parser.NoChildren
}

// htmlEnds are what a block of HTML ends with, by its type (CommonMark 4.6); the other types end at an empty line.
var htmlEnds = map[ast.HTMLBlockType][]string{
	ast.HTMLBlockType1: {"</script>", "</pre>", "</style>", "</textarea>"},
	ast.HTMLBlockType2: {"-->"},
	ast.HTMLBlockType3: {"?>"},
	ast.HTMLBlockType4: {">"},
	ast.HTMLBlockType5: {"]]>"},
}

// endsItself reports whether a block of HTML ends on the line where it begins. The parser closes it only when it reads the next line.
func (c *converter) endsItself(n *ast.HTMLBlock) bool {
	first := n.Lines().At(0)
	line := strings.ToLower(string(first.Value(c.source)))
	return n.Lines().Len() == 1 && slices.ContainsFunc(htmlEnds[n.HTMLBlockType], func(end string) bool { return strings.Contains(line, end) })
}

// rawHTML gathers a tag in a line.
func (c *converter) rawHTML(n *ast.RawHTML) {
	var raw []byte
	for i := range n.Segments.Len() {
		segment := n.Segments.At(i)
		raw = append(raw, segment.Value(c.source)...)
	}
	if bytes.HasPrefix(raw, commentOpen) {
		return
	}
	name := tagName(raw)
	if name == "br" && inCell(n) {
		c.push(event{kind: breakEvent})
		c.text(newline, n.Segments.At(0).Stop)
		return
	}
	if name != "" {
		c.complainHTML(name, n.Pos())
	}
	c.push(event{kind: rawEvent, text: strings.Join(strings.Fields(string(raw)), " ")})
}

func inCell(n ast.Node) bool {
	for ; n != nil; n = n.Parent() {
		if n.Kind() == extast.KindTableCell {
			return true
		}
	}
	return false
}

// htmlBlock writes a block of HTML as a paragraph. A comment that nothing closes is shown and complained of: else what
// follows would vanish silently.
func (c *converter) htmlBlock(n *ast.HTMLBlock) {
	raw, origins := c.rawLines(n)
	var shown []byte
	var said []string
	from, closed := 0, true
	for i := bytes.IndexByte(raw, '<'); i >= 0; i = next(raw, i+1) {
		if closed && bytes.HasPrefix(raw[i:], commentOpen) {
			end := bytes.Index(raw[i:], commentClose)
			if closed = end >= 0; closed {
				shown = append(shown, raw[from:i]...)
				from = i + end + len(commentClose)
				i = from - 1
				continue
			}
		}
		if name := tagName(raw[i:]); name != "" && !slices.Contains(said, name) {
			said = append(said, name)
			c.complainHTML(name, originOf(origins, i))
		}
	}
	if shown = bytes.TrimSpace(append(shown, raw[from:]...)); len(shown) > 0 {
		c.write("<p>")
		c.out = appendText(c.out, shown)
		c.end("p")
	}
}

// rawLines is the text of a block of HTML and where its lines come from.
func (c *converter) rawLines(n *ast.HTMLBlock) (raw []byte, origins []origin) {
	lines := n.Lines()
	for i := range lines.Len() {
		line := lines.At(i)
		origins = append(origins, origin{len(raw), line.Start})
		raw = append(raw, c.source[line.Start:line.Stop]...)
	}
	if n.HasClosure() {
		origins = append(origins, origin{len(raw), n.ClosureLine.Start})
		raw = append(raw, c.source[n.ClosureLine.Start:n.ClosureLine.Stop]...)
	}
	return raw, origins
}

// next is the index of the next < at or behind from, or -1.
func next(raw []byte, from int) int {
	if i := bytes.IndexByte(raw[from:], '<'); i >= 0 {
		return from + i
	}
	return -1
}

// isComment reports whether nothing is shown of a block.
func (c *converter) isComment(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.LinkReferenceDefinition, *note:
		return true
	case *ast.HTMLBlock:
		raw, _ := c.rawLines(n)
		raw = bytes.TrimSpace(raw)
		return bytes.HasPrefix(raw, commentOpen) && bytes.Index(raw, commentClose) == len(raw)-len(commentClose)
	}
	return false
}

// complainHTML tells the Markdown way of a tag.
func (c *converter) complainHTML(name string, at int) {
	args := []string{"tag", name}
	if instead, ok := insteadOf[name]; ok {
		args = append(args, "instead", instead[0], "instead.en", instead[1])
	}
	c.complain("W-HTML", at, args...)
}

// tagName is the name of an opening tag, or what else begins with < and is no text; "" for an end and for text.
func tagName(raw []byte) string {
	end := 1
	for end < len(raw) && (isAlnum(raw[end]) || end > 1 && raw[end] == '-') {
		end++
	}
	switch {
	case end > 1 && raw[1] > '9':
		return strings.ToLower(string(raw[1:end]))
	case bytes.HasPrefix(raw, commentOpen):
		return "!--"
	case len(raw) > 1 && (raw[1] == '?' || raw[1] == '!'):
		return string(raw[1:2])
	}
	return ""
}

// insteadOf tells the Markdown way of tags that the catalogue does not name, in Ukrainian and in English.
var insteadOf = map[string][2]string{
	"sup":     {"знак ², ³ або виноску `[^1]`", "a sign such as ², ³, or a footnote `[^1]`"},
	"sub":     {"знак ₁, ₂", "a sign such as ₁, ₂"},
	"mark":    {"`**виділений текст**`", "`**marked text**`"},
	"ins":     {"`**доданий текст**`", "`**added text**`"},
	"q":       {"лапки", "quotation marks"},
	"cite":    {"`*назву твору*`", "`*the work's title*`"},
	"dl":      {"термін і під ним рядок `: пояснення`", "a term and below it a line `: explanation`"},
	"aside":   {"рядки `> [!ПРИМІТКА]` і `> текст`", "lines `> [!NOTE]` and `> text`"},
	"details": {"заголовок `## …` і текст під ним", "a heading `## …` and text below it"},
	"!--":     {"примітку до кінця: їй бракує `-->`", "the comment to its end: `-->` is missing"},
}
