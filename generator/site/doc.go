package site

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"github.com/som-hub/vitryna/generator/ukrainian"
)

// Role tells what a file of content/ is.
type Role int

// The roles of a file.
const (
	RoleItem    Role = iota // content/<section>/<id>/index.md, or a file inside it
	RoleSection             // content/<section>/index.md
	RoleHome                // content/index.md
)

// Doc is one file (or one row of a CSV file) as its author wrote it, checked against its kind. It depends on nothing but
// the file and the kinds, it never changes once made, and it carries its own problems, so that it can be kept
// from one build to the next.
type Doc struct {
	File string // slash path from the site's folder: content/projects/ahenty-zmin/index.md
	Line int    // of a CSV row: its line in the file
	Role Role
	Lang string

	Kind    *Kind // nil for the home page
	Section string
	Owner   string // id of the item it lives in: the manual of a chapter
	ID      string
	Path    string // address without language and slashes at the ends: manuals/m1/rozdil; empty for the home page
	Order   int    // NN of NN-name.md, 0 without

	Values []Value
	Title  string // ready: typographer applied, or made by the kind's pattern
	Body   Body
	Draft  bool
	Ours   bool // of the author's guide, which comes with the program
	Whole  bool // what does not stand among the values has the default of its kind
}

// Value is the value of one field. Which of its members hold something follows from Field.Type.
type Value struct {
	Field  *Field
	Key    string // of an entry of a map
	Line   int
	Column int

	Null   bool
	Bool   bool
	Text   string // texts, names of enums, references and files as written, ISBN
	Number float64
	Date   ukrainian.Date
	Items  []Value // elements of a list, entries of a map
	Parts  []Value // parts of an object
	Body   *Body   // of a markdown field
}

// Value returns the value of a field of the document; ok is false where it does not stand.
func (d *Doc) Value(name string) (Value, bool) {
	v, ok := find(d.Values, name)
	if !ok && d.Whole {
		v, ok = find(d.Kind.Defaults, name)
	}
	return v, ok
}

// TextIn is the text for a reader of a language: names of persons and places stand in English in Latin letters, as the resolution № 55
// writes them (B-06).
func (v Value) TextIn(lang string) string {
	if lang == EN && v.Field.Romanise {
		return ukrainian.Romanise(v.Text)
	}
	return v.Text
}

// Part returns the part of an object.
func (v Value) Part(name string) (Value, bool) { return find(v.Parts, name) }

func find(values []Value, name string) (Value, bool) {
	for i := range values {
		if values[i].Field.Name == name {
			return values[i], true
		}
	}
	return Value{}, false
}

// Text returns the text of a field, or "".
func (d *Doc) Text(name string) string {
	v, _ := d.Value(name)
	return v.Text
}

// Date returns the date of a field, or the zero date.
func (d *Doc) Date(name string) ukrainian.Date {
	v, _ := d.Value(name)
	return v.Date
}

// Body is a text converted from Markdown: HTML with holes that rendering fills, and what was met on the way.
type Body struct {
	html string
	read func() string // of a text that is not in memory

	Holes    []Hole // ascending by At
	Links    []Link
	Pictures []Picture
	Headings []Heading
	Anchors  []string   // ids that the author gave to other things
	Titled   []Titled   // blocks and tables with an id and a title; what has a number is not among them
	Numbered []Numbered // figures, tables, formulas and exercises that a manual numbers, in their order
	Cites    []Cite
	Marks    []Mark // words for the index of terms
	Defined  []Mark // terms of definition lists
	Formulas bool   // it holds MathML
	Lead     string // plain text of the first paragraph, for a missing summary
	Words    int
	Runes    int // of the plain text, for W-LANG-LONGER
}

// Hole is a place in [Body.HTML] that only the whole site can fill.
type Hole struct {
	At    int // byte offset
	Kind  HoleKind
	Index int // into Links, Pictures, Headings, Numbered or Cites
}

// HoleKind tells what belongs into a hole.
type HoleKind uint8

// The kinds of holes. A link is a pair of holes, so that a link to a page that is hidden can vanish around its text.
const (
	HoleLinkOpen HoleKind = iota
	HoleLinkClose
	HolePicture
	HoleHeading // the number of a heading, before its text: «2.1 »; nothing outside of manuals
	HoleNumber  // the label before a caption: «Таблиця 2.1. », of a formula «(2.1)»; nothing outside of manuals
	HoleCite    // «[3, с. 15]»
)

// Link is a link as the author wrote it.
type Link struct {
	Dest   string
	Title  string
	Text   string
	Line   int
	Column int
}

// Picture is a picture as the author wrote it. With Figure it stands alone in its paragraph and its title is the caption.
type Picture struct {
	Dest    string
	Alt     string
	Caption string
	Figure  bool
	ID      string // that the author gave it
	Number  int    // where it stands in Numbered, from 1; 0: it bears no number
	Line    int
	Column  int
}

// Titled is what a link without a text is called by, if it bears no number.
type Titled struct{ ID, Title string }

// Numbered is what a manual numbers within its chapter. In other texts it has no number.
type Numbered struct {
	Kind   NumberedKind
	ID     string // never empty: the author's, or one of ours
	Title  string // plain text of the caption
	Line   int
	Column int
}

// NumberedKind tells what is numbered; each kind has numbers of its own.
type NumberedKind uint8

// The kinds of what is numbered.
const (
	NumberedFigure NumberedKind = iota
	NumberedTable
	NumberedFormula
	NumberedExercise
)

// Cite is a reference to works of the list of references: [@перша2020, с. 15; @друга2021].
type Cite struct {
	Works  []CitedWork
	Line   int
	Column int
}

// CitedWork is one work of a [Cite].
type CitedWork struct {
	Key   string // перша2020
	Where string // «с. 15», typographer applied; or ""
}

// Mark is a term met in a text, with the id of its place.
type Mark struct {
	Term string // as the index lists it: наставництво
	ID   string
	Line int
}

// Heading is a heading of a text with its id.
type Heading struct {
	Level int
	ID    string
	Title string // plain text
	Line  int
}

// Empty tells whether there is no text.
func (b *Body) Empty() bool { return b.html == "" && b.read == nil }

// HTML is the text. It may have to be read from a disk: whoever wants it twice keeps it meanwhile.
func (b *Body) HTML() string {
	if b.read != nil {
		return b.read()
	}
	return b.html
}

// SetHTML gives a body its text.
func (b *Body) SetHTML(text string) { b.html, b.read = text, nil }

// Leave leaves a text where it lies until it is wanted: the texts of ten thousand pages would be most of what a build has in memory.
func (b *Body) Leave(read func() string) { b.html, b.read = "", read }

// Summary is the document's summary for search engines and feeds: its own, else its idea, else its first paragraph cut at a word to 300 characters (domain 2.1).
func (d *Doc) Summary() string {
	return cmp.Or(d.Text("summary"), d.Text("idea"), cut(d.Body.Lead, 300))
}

// OwnSummary is what the author says in short where it is seen, on cards and below the title: the one sentence of an exhibit or a lot, else the summary; else empty.
func (d *Doc) OwnSummary() string { return cmp.Or(d.Text("idea"), d.Text("summary")) }

func cut(s string, limit int) string {
	if utf8.RuneCountInString(s) <= limit {
		return s
	}
	runes := []rune(s)[:limit-1]
	if i := strings.LastIndexByte(string(runes), ' '); i > 0 {
		return strings.TrimRight(string(runes)[:i], " ,;:—–-") + "…"
	}
	return string(runes) + "…"
}
