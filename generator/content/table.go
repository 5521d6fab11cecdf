package content

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// table reads a CSV file: every row is an item, checked by the same fields. The first line names the columns, by name
// or label; a part of an object is `consent.date`; a list stands in one cell, its parts divided by `;`.
func (r *reader) table(place *Place) Parsed {
	t := &table{reader: r, place: place, rows: csv.NewReader(bytes.NewReader(r.source))}
	t.rows.Comma = separator(r.source)
	t.rows.FieldsPerRecord = -1
	var docs []*site.Doc
	if names, ok := t.read(); ok {
		t.header(names)
		for {
			cells, ok := t.read()
			if !ok {
				break
			}
			if doc := t.row(cells); doc != nil {
				docs = append(docs, doc)
			}
		}
	}
	r.privacy(nil)
	return Parsed{Docs: docs, Problems: r.problems}
}

// table is the state of reading one CSV file.
type table struct {
	*reader
	place   *Place
	rows    *csv.Reader
	columns [][]*site.Field // the field of each column, or a field and its part; nil: unknown
	lacking map[string]bool // required fields without a column: that has been said
}

// read returns the next row that is not blank; one that cannot be read is told and passed over. ok is false at the end.
func (t *table) read() (cells []string, ok bool) {
	for {
		cells, err := t.rows.Read()
		broken := (*csv.ParseError)(nil)
		switch {
		case errors.As(err, &broken):
			t.complain("E-CSV", broken.StartLine, 0, "why", csvTrouble(broken.Err), "detail", broken.Err.Error())
		case errors.Is(err, io.EOF):
			return nil, false
		case err != nil:
			t.complain("E-CSV", 0, 0, "detail", err.Error())
			return nil, false
		case strings.TrimSpace(strings.Join(cells, "")) != "":
			return cells, true
		}
	}
}

func csvTrouble(err error) string {
	if errors.Is(err, csv.ErrQuote) || errors.Is(err, csv.ErrBareQuote) {
		return "quote"
	}
	return ""
}

// separator is the one of comma, semicolon and tab that the first line has most of.
func separator(source []byte) rune {
	line, _, _ := bytes.Cut(source, []byte("\n"))
	best, most := ',', 0
	for _, c := range []rune{',', ';', '\t'} {
		if n := bytes.Count(line, []byte(string(c))); n > most {
			best, most = c, n
		}
	}
	return best
}

// header finds the fields of the columns. Spreadsheets write empty columns behind the last: these are none.
func (t *table) header(names []string) {
	for len(names) > 0 && strings.TrimSpace(names[len(names)-1]) == "" {
		names = names[:len(names)-1]
	}
	line, _ := t.rows.FieldPos(0)
	seen := map[string]bool{}
	for i, name := range names {
		path := t.column(strings.TrimSpace(name), line)
		if key := spelled(path); path != nil && seen[key] {
			t.complain("E-CSV", line, t.at(i), "why", "header")
			path = nil
		} else {
			seen[key] = true
		}
		t.columns = append(t.columns, path)
	}
	t.lacking = map[string]bool{}
	for _, f := range t.place.Kind.Fields {
		own := f.Name == "title" && t.place.Kind.Title != ""
		if !f.Required || f.Missing != "" || own || slices.ContainsFunc(t.columns, func(path []*site.Field) bool { return path != nil && path[0] == f }) {
			continue
		}
		t.lacking[f.Name] = true
		t.complain("E-CSV-COLUMN", line, 0, "field", f.Name, "label", f.Label.UK)
	}
}

// column finds the field, or the field and its part, that a column's name means.
func (t *table) column(name string, line int) []*site.Field {
	kind := t.place.Kind
	if field := kind.Field(name); field != nil {
		return []*site.Field{field}
	}
	known := site.Names(kind.Fields)
	head, tail, _ := strings.Cut(name, ".")
	if field := kind.Field(strings.TrimSpace(head)); field != nil && len(field.Fields) > 0 && !field.List {
		if part := field.Find(strings.TrimSpace(tail)); part != nil {
			return []*site.Field{field, part}
		}
		known = nil
		for _, part := range site.Names(field.Fields) {
			known = append(known, head+"."+part)
		}
	}
	t.complain("E-CSV-HEADER", line, 0, "field", name, "nearest", problem.Nearest(name, known))
	return nil
}

// spelled is the name of a column's field as the kind spells it: consent.date.
func spelled(path []*site.Field) string {
	var names []string
	for _, f := range path {
		names = append(names, f.Name)
	}
	return strings.Join(names, ".")
}

// at returns the column of the file in which a cell of the row just read begins. The reader of CSV counts bytes.
func (t *table) at(cell int) int {
	line, column := t.rows.FieldPos(cell)
	text := problem.Excerpt(t.source, line)
	return utf8.RuneCountInString(text[:min(column-1, len(text))]) + 1
}

// row makes a document of one row.
func (t *table) row(cells []string) *site.Doc {
	line, _ := t.rows.FieldPos(0)
	for len(cells) > len(t.columns) && strings.TrimSpace(cells[len(cells)-1]) == "" {
		cells = cells[:len(cells)-1]
	}
	if len(cells) != len(t.columns) {
		t.complain("E-CSV-ROW", line, 0, "n", strconv.Itoa(len(cells)), "want", strconv.Itoa(len(t.columns)))
		return nil
	}
	before := len(t.problems)
	doc := &site.Doc{File: t.file, Line: line, Lang: site.UK, Kind: t.place.Kind, Section: t.place.Section, Owner: t.place.Owner, Order: line}
	t.wrong = maps.Clone(t.lacking)
	for i, path := range t.columns {
		if cell := strings.TrimSpace(cells[i]); cell != "" && path != nil {
			at, _ := t.rows.FieldPos(i)
			t.cell(doc, path, cell, at, t.at(i))
		}
	}
	for i := range doc.Values {
		if v := &doc.Values[i]; len(v.Field.Fields) > 0 && !v.Field.List {
			t.checkParts(v, t.wrongParts(v.Field))
		}
	}
	doc.Draft = flag(doc, "draft")
	doc.Title = Title(doc)
	doc.ID = rowID(doc)
	doc.Path = t.place.Path + "/" + doc.ID
	t.complete(doc)
	for i := before; i < len(t.problems); i++ {
		if p := &t.problems[i]; p.Line <= 1 {
			p.Line, p.Source = line, problem.Excerpt(t.source, line)
		}
		t.problems[i].Draft = doc.Draft
	}
	return doc
}

// wrongParts are the parts of an object whose cells could not be read.
func (t *table) wrongParts(f *site.Field) map[string]bool {
	wrong := map[string]bool{}
	for _, part := range f.Fields {
		wrong[part.Name] = t.wrong[f.Name+"."+part.Name]
	}
	return wrong
}

func rowID(doc *site.Doc) string {
	if id := doc.Text("id"); id != "" {
		return id
	}
	if id := ukrainian.Slug(patterned(doc, doc.Kind.ID)); id != "" {
		return id
	}
	if id := ukrainian.Slug(doc.Title); id != "" {
		return id
	}
	return strconv.Itoa(doc.Order)
}

// cell reads one cell as if it stood in a header, so that the same rules hold.
func (t *table) cell(doc *site.Doc, path []*site.Field, cell string, line, column int) {
	field := path[len(path)-1]
	node := text(cell, line, column)
	switch {
	case cell == "null" && field.Null:
		node.Tag = "!!null"
	case field.List:
		list := &yaml.Node{Kind: yaml.SequenceNode, Line: line, Column: column}
		for element := range strings.SplitSeq(cell, ";") {
			if element = strings.TrimSpace(element); element != "" {
				list.Content = append(list.Content, text(element, line, column))
			}
		}
		node = list
	}
	before := len(t.problems)
	v, ok := t.value(node, field)
	if !ok {
		if len(t.problems) > before {
			t.wrong[path[0].Name], t.wrong[spelled(path)] = true, true
		}
		return
	}
	v.Line, v.Column = line, column
	if len(path) == 1 {
		doc.Values = append(doc.Values, v)
		return
	}
	for i := range doc.Values {
		if doc.Values[i].Field == path[0] {
			doc.Values[i].Parts = append(doc.Values[i].Parts, v)
			return
		}
	}
	doc.Values = append(doc.Values, site.Value{Field: path[0], Line: line, Column: column, Parts: []site.Value{v}})
}
