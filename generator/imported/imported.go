// Package imported turns what was written elsewhere into clean Markdown: rich text from the clipboard, and documents of Word.
//
//	r, err := imported.HTML(clipboard, rtf)          // of Word, of LibreOffice, of a page
//	r, err := imported.Docx(file, size)              // a .docx
//	front, chapters := imported.Chapters(r.Markdown) // the files of a manual
//
// Kept are headings, lists (those too which Word only draws, or that were typed: typed.go), tables, bold and italics, links, footnotes, pictures and formulas. Whatever else there is, goes: fonts,
// colours, margins, page breaks, comments, deleted words. What a reader would miss of it is counted in [Result.Lost], with its place. What Word sets by itself and is
// more than a number of a list, «Урок 3», «2.1», becomes text. In a document without headings lines in bold letters are taken for them.
//
// A document of Word becomes HTML first, the same that Word puts on the clipboard but without its noise, and both go one way from there: the tree is cleaned
// (clean.go, word.go) and written as Markdown by html-to-markdown, which knows how to escape. Reading .docx is our own (docx.go): the libraries for it that
// are alive are made to write documents, or bring a whole office with them; what is needed here is four files of XML out of a zip, with limits, for a
// document may come from anywhere.
//
// Formulas become the TeX of package mathml (omml.go), which is asked before one is taken; of those that it cannot say the letters stay, and they are told. Word
// puts formulas on the clipboard in a remark of HTML, pages theirs in TeX (formula.go). There is no library for it in Go that one could import: the only translation
// of Word's formulas that we found is internal to another program, made of the same tables.
//
// Everything is a pure function of bytes.
package imported

import (
	"bytes"
	"errors"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/JohannesKaufmann/html-to-markdown/v2/converter"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/base"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/commonmark"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/strikethrough"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/table"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Result is a text, ready to stand below a header.
type Result struct {
	Title    string // of the document, if it has one; it does not stand in the text then
	Markdown string
	Pictures []Picture // the text names them picture:1, picture:2 … in their order
	Lost     []Loss
}

// Picture is a picture of the document. Data is nil where only its place is known, as on the clipboard of Word.
type Picture struct {
	Mark string // picture:1
	Name string // as it was called, perhaps ""
	Alt  string
	Data []byte
}

// Loss is something that could not be carried, how often, and where: the words that stand there, of some of the places.
type Loss struct {
	What What
	N    int
	At   []string
}

// losses are what is lost of one document.
type losses map[What]*Loss

const (
	mostPlaces   = 10
	longestPlace = 40 // runes
)

// add counts a loss; at are the words by which the place is found, "" where none are near.
func (l losses) add(what What, at string) {
	if l[what] == nil {
		l[what] = &Loss{What: what}
	}
	one := l[what]
	one.N++
	if at = place(at); at != "" && len(one.At) < mostPlaces && !slices.Contains(one.At, at) {
		one.At = append(one.At, at)
	}
}

// place is the beginning of a text, as long as one looks for it.
func place(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Co, r) { // of fonts that draw signs
			return -1
		}
		return r
	}, texture.Replace(s))
	s = strings.Join(strings.Fields(s), " ")
	runes := []rune(s)
	if len(runes) <= longestPlace {
		return s
	}
	s = string(runes[:longestPlace])
	if space := strings.LastIndexByte(s, ' '); space > 0 {
		s = s[:space]
	}
	return s + "…"
}

// What names a loss.
type What string

// The losses.
const (
	LostParts    What = "parts"    // documents inside of the document that Word has not taken in yet
	LostPictures What = "pictures" // those that the clipboard does not hold, or that are drawings of Office
	LostDamaged  What = "damaged"  // pictures that no program can read
	LostFormulas What = "formulas" // their letters stand in the text
	LostBoxes    What = "boxes"    // frames of text: they stand in the text where they were fastened
	LostDrawings What = "drawings" // charts, diagrams, shapes
	LostSpans    What = "spans"    // cells over several columns or rows
	LostNested   What = "nested"   // tables inside of tables: their words stand in the cell
	LostSigns    What = "signs"    // of fonts that only draw signs, as Wingdings
	LostComments What = "comments"
	LostHeads    What = "heads"   // heads and feet of pages
	LostLinks    What = "links"   // to files of the author's own machine
	LostRefs     What = "refs"    // to places and pages of the document itself
	LostNumbers  What = "numbers" // letters and Roman figures of lists, and numbers of headings, that Word sets
	LostHidden   What = "hidden"  // words that Word does not show
	LostBold     What = "bold"    // lines in bold letters alone, in a document without headings: they are headings now
	LostEmbeds   What = "embeds"  // films, sounds, pages inside of a page
)

// ErrLarge tells that a document is larger, or deeper, than any that people write.
var ErrLarge = errors.New("the document is too large")

// largestHTML is the size of a clipboard.
const largestHTML = 16 << 20

// HTML converts rich text of the clipboard; rtf is the same text in RTF, where Word has its pictures, or "".
func HTML(source, rtf string) (*Result, error) {
	if len(source) > largestHTML {
		return nil, ErrLarge
	}
	if _, fragment, ok := strings.Cut(source, "<!--StartFragment-->"); ok {
		source, _, _ = strings.Cut(fragment, "<!--EndFragment-->")
	}
	if deep(source) {
		return nil, ErrLarge
	}
	root, err := html.Parse(strings.NewReader(source))
	if err != nil {
		return nil, err
	}
	c := &cleaner{lost: losses{}}
	if pictures := rtfPictures(rtf); len(pictures) == strangeImages(root) { // else nobody knows which is which
		c.data = func(string) (data []byte, called string) {
			data, pictures = pictures[0], pictures[1:]
			return data, ""
		}
	}
	return c.result(root)
}

// strangeImages counts the pictures that are on the disk of another program.
func strangeImages(root *html.Node) int {
	n := 0
	for d := range root.Descendants() {
		if d.DataAtom == atom.Img && !strings.HasPrefix(attr(d, "src"), "data:image/") {
			n++
		}
	}
	return n
}

// deepest is how many elements may stand inside of each other.
const deepest = 400

// deep tells that elements stand inside of each other further than people write; the tree is not built then.
func deep(source string) bool {
	z, depth := html.NewTokenizer(strings.NewReader(source)), 0
	for {
		switch z.Next() {
		case html.ErrorToken:
			return false
		case html.StartTagToken:
			name, _ := z.TagName()
			if !void[string(name)] {
				depth++
			}
		case html.EndTagToken:
			depth--
		}
		if depth > deepest {
			return true
		}
	}
}

// void are elements that nothing closes, and those that are often left open.
var void = map[string]bool{"br": true, "img": true, "hr": true, "meta": true, "link": true, "input": true, "col": true, "wbr": true, "p": true, "li": true, "td": true, "tr": true, "th": true}

// result cleans a tree and writes it.
func (c *cleaner) result(root *html.Node) (*Result, error) {
	c.clean(root)
	var b bytes.Buffer
	if err := html.Render(&b, root); err != nil {
		return nil, err
	}
	text, err := toMarkdown().ConvertString(b.String())
	if err != nil {
		return nil, err
	}
	r := &Result{Title: c.title, Markdown: c.finish(text), Pictures: c.pictures}
	for _, what := range []What{LostParts, LostPictures, LostFormulas, LostBoxes, LostDrawings, LostSpans, LostNested, LostSigns, LostComments, LostHeads, LostLinks, LostRefs, LostNumbers, LostHidden, LostBold, LostEmbeds} {
		if loss := c.lost[what]; loss != nil {
			r.Lost = append(r.Lost, *loss)
		}
	}
	return r, nil
}

func toMarkdown() *converter.Converter {
	return converter.NewConverter(converter.WithPlugins(
		base.NewBasePlugin(),
		commonmark.NewCommonmarkPlugin(commonmark.WithBulletListMarker("-"), commonmark.WithEmDelimiter("*")),
		table.NewTablePlugin(table.WithHeaderPromotion(true), table.WithSpanCellBehavior(table.SpanBehaviorEmpty), table.WithNewlineBehavior(table.NewlineBehaviorPreserve),
			table.WithCellPaddingBehavior(table.CellPaddingBehaviorMinimal)),
		strikethrough.NewStrikethroughPlugin(),
	))
}

// Signs of our own that no escaping touches: a reference to a note, and the beginning of its text.
const (
	noteSign  = '\ue0f1'
	noteClose = '\ue0f2'
	noteText  = '\ue0f3'
)

var (
	noteMark  = regexp.MustCompile(string(noteSign) + `(\d+)` + string(noteClose))
	manyGaps  = regexp.MustCompile(`\n{3,}`)
	listItem  = regexp.MustCompile(`^ *(-|\d+[.)]) `)
	innerItem = regexp.MustCompile(`^ +(-|\d+[.)]) `)
	topItem   = regexp.MustCompile(`^(\d+)\. `)
	ourSigns  = regexp.MustCompile(`(?m)^( *)(:::|\$\$)`)
)

// listGap is what the writer puts between two lists that follow each other.
const listGap = "<!--THE END-->"

// parted keeps two numbered lists apart that follow each other, by another sign behind their numbers: they would be one, with the numbers of the first.
func parted(text string) string {
	if !strings.Contains(text, listGap) {
		return text
	}
	var lines []string
	gap, other := false, false // a list has ended here; this one has the other sign
	numbered := false          // the last list had numbers
	for line := range strings.SplitSeq(text, "\n") {
		switch {
		case line == listGap:
			gap = true
			continue
		case gap && line == "":
			continue
		case topItem.MatchString(line):
			other = other != (gap && numbered)
			numbered = true
		case line != "" && line[0] != ' ':
			other, numbered = false, false
		}
		if other {
			line = topItem.ReplaceAllString(line, "$1) ")
		}
		gap = false
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

// finish puts the notes in their place and takes away what the writer leaves.
func (c *cleaner) finish(text string) string {
	text = parted(text)
	text = strings.ReplaceAll(text, "  <br />", "<br>") // in cells of tables
	text = ourSigns.ReplaceAllString(text, `$1\$2`)     // a learning block or a formula for us only: the writer escapes what all know
	text, notes, _ := strings.Cut(text, string(noteText))
	mark := func(s string) string { return noteMark.ReplaceAllString(s, "[^$1]") }
	text = mark(text)
	for n, note := range strings.Split(notes, string(noteText)) {
		if note = strings.TrimSpace(note); note == "" || n >= len(c.notes) {
			continue
		}
		note = strings.ReplaceAll(mark(note), "\n", "\n    ")
		text = strings.TrimRight(text, "\n ") + "\n\n[^" + strconv.Itoa(c.notes[n]) + "]: " + note + "\n"
	}
	var lines []string
	for line := range strings.SplitSeq(text, "\n") {
		if trimmed := strings.TrimRight(line, " \t"); !strings.HasSuffix(line, "  ") || trimmed == "" {
			line = trimmed
		}
		if n := len(lines); n > 1 && lines[n-1] == "" && innerItem.MatchString(line) && listItem.MatchString(lines[n-2]) {
			lines = lines[:n-1] // a list inside of a list follows without a gap
		}
		lines = append(lines, line)
	}
	text = manyGaps.ReplaceAllString(strings.Join(lines, "\n"), "\n\n")
	text = c.writeFormulas(text)
	if text = strings.Trim(text, "\n"); text != "" {
		text += "\n"
	}
	return text
}
