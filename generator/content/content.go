// Package content knows what an author may write, and reads it.
//
// # What an author may write
//
// A site is a folder with content/ in it. content/site.yaml says whose site it is. content/<section>/<id>/index.md is
// one item, index.en.md beside it its English translation; content/<section>/index.md introduces a section,
// content/index.md the home page. A kind may live inside another's item (NN-name.md is a chapter of the manual
// in whose folder it lies), or be a table: every row of a CSV file or of a workbook of Excel is an item.
//
// A file begins with a header, YAML between two lines of three hyphens. A field may be written by its name or by its
// Ukrainian label, a value of a vocabulary likewise. What the fields are, kind.yaml says: see docs/kinds.md.
//
// # How it is read
//
// [ReadKinds] reads the kinds from the layouts, [ReadConfig] the site's own data. [Walk] lists the files, [Parser.Parse]
// turns one of them into documents. Parse is pure: nothing but the file, the kinds and the site's data enters it, so what it
// returns may be kept for as long as these are the same. It never stops at the first problem and never loses a file:
// everything that is wrong comes back in one list.
package content

import (
	"bytes"
	"cmp"
	"iter"
	"strings"
	"unicode/utf8"

	"github.com/som-hub/vitryna/generator/markdown"
	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// Parser reads files of content/. It may be used by many goroutines at once.
type Parser struct {
	Kinds       *Kinds                // required
	Typographer ukrainian.Typographer // with the site's own spellings
	Contacts    []string              // phones and addresses of the office, which may stand anywhere (PD-01)
	Peace       bool                  // coordinates may stand in texts (SF-01)
}

// Parsed is one file as it was read.
type Parsed struct {
	Docs     []*site.Doc
	Works    []site.Work // of a manual's list of references
	Problems problem.List
}

// Parse reads one file of content/: file is its slash path from the site's folder.
func (p *Parser) Parse(file string, data []byte) Parsed {
	if p.Kinds.References(file) {
		return p.references(file, data)
	}
	place, problems := p.Kinds.Place(file)
	if place == nil {
		return Parsed{Problems: problems}
	}
	r := &reader{parser: p, file: file, source: data, problems: problems, lang: place.Lang}
	if place.Table {
		return r.table(place)
	}
	if !r.sound() {
		return Parsed{Problems: r.problems}
	}
	doc := r.document(place)
	r.privacy(doc)
	r.noCoordinates(doc)
	r.mark(doc.Draft)
	return Parsed{Docs: []*site.Doc{doc}, Problems: r.problems}
}

// reader is the state of reading one file.
type reader struct {
	parser   *Parser
	file     string
	source   []byte
	lang     string
	problems problem.List
	lines    func(line int) string // of a table: a line of its text
	figures  []int                 // lines with some digits, ascending

	unread                     // of the document
	sizes  map[*site.Field]int // how many elements were written in a list
}

func (r *reader) complain(code string, line, column int, args ...string) *problem.Problem {
	p := problem.New(code, r.file, line, column, args...)
	if p.Source = r.excerpt(line); p.Source == "---" {
		p.Source = "" // the whole header is meant
	}
	r.problems = append(r.problems, p)
	return &r.problems[len(r.problems)-1]
}

// excerpt is a line of the file as its author sees it.
func (r *reader) excerpt(line int) string {
	if r.lines == nil {
		return problem.Excerpt(r.source, line)
	}
	return r.lines(line)
}

// linesOf finds lines of a source. Where they begin is looked for once: a big file may have thousands of problems.
func linesOf(source []byte) func(line int) string {
	var starts []int
	return func(line int) string {
		if starts == nil {
			starts = append(starts, 0)
			for i, c := range source {
				if c == '\n' {
					starts = append(starts, i+1)
				}
			}
		}
		if line < 1 || line > len(starts) {
			return ""
		}
		if line == 1 {
			return problem.Excerpt(source, 1)
		}
		return problem.Excerpt(source[starts[line-1]-1:], 2) // from the line before: a byte-order mark is one only where the file begins
	}
}

// mark tells the problems of a draft: they never stop a build that leaves drafts out.
func (r *reader) mark(draft bool) {
	for i := range r.problems {
		r.problems[i].Draft = r.problems[i].Draft || draft
	}
}

// sound looks at the bytes before anything else does: marks at the beginning (a file joined of two may have two) and line ends of Windows are put right,
// what is no text is refused.
func (r *reader) sound() bool {
	r.source = bytes.TrimLeft(r.source, "\ufeff")
	if bytes.IndexByte(r.source, '\r') >= 0 {
		r.source = bytes.ReplaceAll(r.source, []byte("\r\n"), []byte("\n"))
		r.source = bytes.ReplaceAll(r.source, []byte("\r"), []byte("\n"))
	}
	bad := 0
	if bad, r.figures = look(r.source); bad > 0 {
		r.complain("E-UTF8", bad, 0)
		return false
	}
	if len(bytes.TrimSpace(r.source)) == 0 {
		var args []string
		if r.file == ConfigFile {
			args = firstField
		}
		r.complain("E-EMPTY", 0, 0, args...)
		return false
	}
	r.lines = linesOf(r.source)
	return true
}

// fewestDigits are in every line that holds coordinates («48°3′») or a number of a person.
const fewestDigits = 3

// look reads every byte once. bad is the line of the first that is no UTF-8, or is 0; 0 where there is none. figures are the lines with some digits.
func look(source []byte) (bad int, figures []int) {
	line, digits := 1, 0
	for i := 0; i < len(source); i++ {
		switch b := source[i]; {
		case b >= 0xC2 && b <= 0xDF && i+1 < len(source) && !utf8.RuneStart(source[i+1]): // a letter of two bytes, as most are
			i++
		case digit(b):
			if digits++; digits == fewestDigits {
				figures = append(figures, line)
			}
		case b == '+' && digits < fewestDigits: // of a telephone, or of a plus code, which may have fewer
			digits, figures = fewestDigits, append(figures, line)
		case b == '\n':
			line, digits = line+1, 0
		case b == 0:
			bad = cmp.Or(bad, line)
		case b >= utf8.RuneSelf:
			r, n := utf8.DecodeRune(source[i:])
			if r == utf8.RuneError && n == 1 {
				bad = cmp.Or(bad, line)
			}
			i += n - 1
		}
	}
	return bad, figures
}

// linesOfFigures are the lines with some digits, or all, with their numbers.
func (r *reader) linesOfFigures(all bool) iter.Seq2[int, []byte] {
	return func(yield func(int, []byte) bool) {
		n, figures := 0, r.figures
		for line := range bytes.Lines(r.source) {
			n++
			figured := len(figures) > 0 && figures[0] == n
			if figured {
				figures = figures[1:]
			}
			if (figured || all) && !yield(n, line) {
				return
			}
		}
	}
}

// document reads a Markdown file.
func (r *reader) document(place *Place) *site.Doc {
	doc := &site.Doc{
		File: r.file, Role: place.Role, Lang: place.Lang, Kind: place.Kind,
		Section: place.Section, Owner: place.Owner, ID: place.ID, Path: place.Path, Order: place.Order,
	}
	header, body, bodyLine, headed := r.split(place.Kind)
	if header != nil {
		doc.Values = r.values(header, place.Kind, doc.Lang)
	}
	doc.Draft = flag(doc, "draft")
	if _, named := doc.Value("title"); !named && place.Kind.Title == "" {
		if title, rest, line := markdown.FirstHeading(body); title != "" {
			doc.Title = r.typography(title, r.lang)
			body, bodyLine = rest, bodyLine+line
		}
	}
	doc.Body = r.markdown(body, markdown.Options{FirstLine: bodyLine, Book: bookish(place.Kind)})
	if doc.Text("summary") != "" {
		doc.Body.Lead = "" // it stands in for a summary only
	}
	r.spacedLinks(bodyLine)
	if !doc.Draft {
		r.unwritten(body, bodyLine)
	}
	if headed && !r.headless(doc, header != nil) {
		r.complete(doc)
	}
	return doc
}

// Placeholder keeps the place of the text in a new item. Nothing of it may go out, and a draft that is one no longer took it along.
const Placeholder = "Тут починається текст."

// unwritten tells that it is still there.
func (r *reader) unwritten(body []byte, line int) {
	for text := range bytes.Lines(body) {
		if string(bytes.TrimSpace(text)) == Placeholder {
			r.complain("W-FRESH", line, 1, "value", Placeholder)
		}
		line++
	}
}

// markdown converts a text of the file; o says where it stands.
func (r *reader) markdown(source []byte, o markdown.Options) site.Body {
	o.File, o.Lang, o.Typographer = r.file, r.lang, r.parser.Typographer
	body, found := markdown.Convert(source, o)
	for i := range found {
		found[i].Source = r.excerpt(found[i].Line)
	}
	r.problems = append(r.problems, found...)
	return body
}

func flag(doc *site.Doc, name string) bool {
	v, _ := doc.Value(name)
	return v.Bool
}

func (r *reader) typography(s, lang string) string {
	if lang == site.EN {
		s, _ = r.parser.Typographer.English(s)
		return s
	}
	s, _ = r.parser.Typographer.Ukrainian(s)
	return strings.TrimSpace(s)
}
