package content

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// table reads a CSV file: every row is an item, checked by the same fields. The first line names the columns, by name
// or label; a part of an object is `consent.date`; a list stands in one cell, its parts divided by `;`.
func (r *reader) table(place *Place) Parsed {
	rows := csv.NewReader(bytes.NewReader(r.source))
	rows.Comma = separator(r.source)
	rows.FieldsPerRecord = -1
	var docs []*site.Doc
	columns, err := rows.Read()
	if err == nil {
		paths := r.columns(columns, place.Kind)
		for {
			var cells []string
			if cells, err = rows.Read(); err != nil {
				break
			}
			line, _ := rows.FieldPos(0)
			if doc := r.row(place, paths, cells, line, rows); doc != nil {
				docs = append(docs, doc)
			}
		}
	}
	if parse := (*csv.ParseError)(nil); errors.As(err, &parse) {
		r.complain("E-CSV", parse.Line, 0, "why", csvTrouble(parse.Err), "detail", parse.Err.Error())
	} else if err != nil && !errors.Is(err, io.EOF) {
		r.complain("E-CSV", 0, 0, "detail", err.Error())
	}
	if len(docs) == 0 && len(r.problems) == 0 {
		r.complain("E-CSV-EMPTY", 0, 0)
	}
	r.privacy(nil)
	return Parsed{Docs: docs, Problems: r.problems}
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

// columns finds the field, or the part of a field, of every column; an unknown one is nil.
func (r *reader) columns(names []string, kind *site.Kind) [][]*site.Field {
	paths := make([][]*site.Field, len(names))
	seen := map[string]bool{}
	for i, name := range names {
		head, tail, nested := strings.Cut(strings.TrimSpace(name), ".")
		field := kind.Field(strings.TrimSpace(name))
		if field == nil {
			field = kind.Field(head)
		}
		switch {
		case field == nil:
			r.complain("E-CSV-HEADER", 1, 0, "field", name, "nearest", problem.Nearest(name, site.Names(kind.Fields)))
			continue
		case nested && len(field.Fields) > 0:
			part := field.Find(tail)
			if part == nil {
				r.complain("E-CSV-HEADER", 1, 0, "field", name, "nearest", problem.Nearest(tail, site.Names(field.Fields)))
				continue
			}
			paths[i] = []*site.Field{field, part}
		default:
			paths[i] = []*site.Field{field}
		}
		key := head + "." + tail
		if len(paths[i]) == 1 {
			key = field.Name
		}
		if seen[key] {
			r.complain("E-CSV-COLUMN", 1, 0, "field", name)
		}
		seen[key] = true
	}
	return paths
}

// row makes a document of one row, or nil of an empty one.
func (r *reader) row(place *Place, columns [][]*site.Field, cells []string, line int, rows *csv.Reader) *site.Doc {
	if strings.TrimSpace(strings.Join(cells, "")) == "" {
		return nil
	}
	if len(cells) != len(columns) {
		r.complain("E-CSV-ROW", line, 0, "n", strconv.Itoa(len(cells)), "want", strconv.Itoa(len(columns)))
		return nil
	}
	before := len(r.problems)
	doc := &site.Doc{File: r.file, Line: line, Lang: site.UK, Kind: place.Kind, Section: place.Section, Owner: place.Owner, Order: line}
	for i, path := range columns {
		if cell := strings.TrimSpace(cells[i]); cell != "" && path != nil {
			_, column := rows.FieldPos(i)
			r.cell(doc, path, cell, line, column)
		}
	}
	for i := range doc.Values {
		if len(doc.Values[i].Field.Fields) > 0 && !doc.Values[i].Field.List {
			r.checkParts(doc.Values[i])
		}
	}
	doc.Draft = flag(doc, "draft")
	doc.Title = Title(doc)
	doc.ID = rowID(doc)
	doc.Path = place.Path + "/" + doc.ID
	r.complete(doc)
	for i := before; i < len(r.problems); i++ {
		if r.problems[i].Line <= 1 {
			r.problems[i].Line, r.problems[i].Source = line, problem.Excerpt(r.source, line)
		}
		r.problems[i].Draft = doc.Draft
	}
	return doc
}

func rowID(doc *site.Doc) string {
	if id := doc.Text("id"); id != "" {
		return id
	}
	if id := ukrainian.Slug(doc.Title); id != "" {
		return id
	}
	return strconv.Itoa(doc.Order)
}

// cell reads one cell as if it stood in a header, so that the same rules hold.
func (r *reader) cell(doc *site.Doc, path []*site.Field, cell string, line, column int) {
	field := path[len(path)-1]
	node := &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: cell, Line: line, Column: column, Style: yaml.DoubleQuotedStyle}
	if cell == "null" && field.Null {
		node.Tag = "!!null"
	}
	if field.List {
		node = &yaml.Node{Kind: yaml.SequenceNode, Line: line, Column: column}
		for element := range strings.SplitSeq(cell, ";") {
			if element = strings.TrimSpace(element); element != "" {
				node.Content = append(node.Content, &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: element, Line: line, Column: column, Style: yaml.DoubleQuotedStyle})
			}
		}
	}
	v, ok := r.value(node, field)
	if !ok {
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
