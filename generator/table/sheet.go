package table

import (
	"encoding/xml"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/som-hub/vitryna/generator/ukrainian"
)

// sheet is one sheet of a workbook while it is read.
type sheet struct {
	book   *book
	rows   []sheetRow
	merged []string // ranges: A2:A5
	hidden []span   // of columns

	row, column int // where the next cell stands if it does not say so itself, from 1
	cells, size int
}

type sheetRow struct {
	number int
	hidden bool
	cells  []sheetCell
}

// span is a range of columns.
type span struct{ from, to int }

type sheetCell struct {
	column  int // from 1
	text    string
	trouble string // a word of the list cell, or "": why there is no value
	at      int    // where it stands in the row's line of text
}

func (s *sheet) read(part string) error {
	return s.book.walk(part, func(e xml.StartElement, d *xml.Decoder) error {
		switch e.Name.Local {
		case "row":
			return s.beginRow(e)
		case "c":
			return s.readCell(e, d)
		case "col":
			if truth(attribute(e, "hidden")) && len(s.hidden) < mostWidth {
				from, _ := strconv.Atoi(attribute(e, "min"))
				to, _ := strconv.Atoi(attribute(e, "max"))
				s.hidden = append(s.hidden, span{from, to})
			}
		case "mergeCell":
			if len(s.merged) < 1000 {
				s.merged = append(s.merged, attribute(e, "ref"))
			}
		}
		return nil
	})
}

func (s *sheet) beginRow(e xml.StartElement) error {
	s.row++
	s.column = 1
	if number := attribute(e, "r"); number != "" {
		n, err := strconv.Atoi(number)
		if err != nil || n < 1 || n > mostRow {
			return errBroken
		}
		s.row = n
	}
	s.rows = append(s.rows, sheetRow{number: s.row, hidden: truth(attribute(e, "hidden"))})
	return nil
}

func (s *sheet) readCell(e xml.StartElement, d *xml.Decoder) error {
	if s.cells++; s.cells > mostCells {
		return errLarge
	}
	if len(s.rows) == 0 {
		return errBroken
	}
	if place := attribute(e, "r"); place != "" {
		column, row := split(place)
		if column < 1 || column > mostWidth || row != s.row {
			return errBroken
		}
		s.column = column
	}
	cell, err := s.value(e, d)
	if err != nil {
		return err
	}
	cell.column = s.column
	s.column++
	if s.size += len(cell.text); s.size > mostText {
		return errLarge
	}
	if cell.text != "" || cell.trouble != "" {
		row := &s.rows[len(s.rows)-1]
		row.cells = append(row.cells, cell)
	}
	return nil
}

// value reads a cell to its end.
func (s *sheet) value(e xml.StartElement, d *xml.Decoder) (sheetCell, error) {
	var v, text string
	valued, formula := false, false
	for {
		token, err := d.Token()
		if err != nil {
			return sheetCell{}, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "v":
				valued = true
				v, err = plainText(d)
			case "is":
				text, err = inlineText(d)
			case "f":
				formula = true
				_, err = plainText(d)
			default:
				err = d.Skip()
			}
			if err != nil {
				return sheetCell{}, err
			}
		case xml.EndElement:
			if formula && !valued {
				return sheetCell{trouble: "formula"}, nil
			}
			return s.typed(attribute(e, "t"), attribute(e, "s"), v, text)
		}
	}
}

// plainText reads an element that holds nothing but text.
func plainText(d *xml.Decoder) (string, error) {
	var b strings.Builder
	for {
		token, err := d.Token()
		if err != nil {
			return "", err
		}
		switch t := token.(type) {
		case xml.CharData:
			b.Write(t)
		case xml.StartElement:
			if err := d.Skip(); err != nil {
				return "", err
			}
		case xml.EndElement:
			return b.String(), nil
		}
	}
}

// typed is the value of a cell as text: as its author sees it, but dates by ISO 8601 and numbers without signs for reading.
func (s *sheet) typed(kind, style, v, inline string) (sheetCell, error) {
	switch kind {
	case "s":
		n, err := strconv.Atoi(v)
		if v == "" {
			return sheetCell{}, nil
		}
		if err != nil || n < 0 || n >= len(s.book.strings) {
			return sheetCell{}, errBroken
		}
		return sheetCell{text: trim(s.book.strings[n])}, nil
	case "inlineStr":
		return sheetCell{text: trim(inline)}, nil
	case "str":
		return sheetCell{text: trim(unescape(v))}, nil
	case "d":
		return sheetCell{text: trim(strings.TrimSuffix(v, "T00:00:00"))}, nil
	case "b":
		return sheetCell{text: ukrainian.YesNo(truth(v))}, nil
	case "e":
		return sheetCell{text: v, trouble: "error"}, nil
	}
	if v = trim(v); v == "" {
		return sheetCell{}, nil
	}
	f := format{}
	if i, err := strconv.Atoi(style); err == nil && i >= 0 && i < len(s.book.formats) {
		f = s.book.formats[i]
	}
	return sheetCell{text: f.write(v, s.book.from04)}, nil
}

// sheet makes the table: each row one line of text with the letters of its columns, as the author sees them in Excel.
func (r *reader) sheet(s *sheet) error {
	slices.SortStableFunc(s.rows, func(a, b sheetRow) int { return a.number - b.number })
	s.rows = slices.DeleteFunc(s.rows, func(row sheetRow) bool { return len(row.cells) == 0 })
	var text strings.Builder
	line := 1
	for i, row := range s.rows {
		if i > 0 && row.number == s.rows[i-1].number {
			return errBroken
		}
		text.WriteString(strings.Repeat("\n", row.number-line))
		line = row.number
		if out := writeRow(&text, row); len(out.Cells) > 0 || len(out.Lost) > 0 {
			r.rows = append(r.rows, out)
		}
	}
	r.begin([]byte(text.String()))
	r.table.From04 = s.book.from04
	for _, row := range s.rows {
		for _, c := range row.cells {
			if c.trouble != "" {
				r.complain("E-XLSX-CELL", row.number, c.at, "what", c.trouble, "cell", letters(c.column)+strconv.Itoa(row.number), "value", c.text)
			}
		}
	}
	r.unlike(s)
	return nil
}

// writeRow writes a row as text and returns it with the places of its cells; those without a value are left out.
func writeRow(text *strings.Builder, row sheetRow) Row {
	out := Row{Line: row.number}
	column := 1
	write := func(s string) {
		text.WriteString(s)
		column += utf8.RuneCountInString(s)
	}
	slices.SortStableFunc(row.cells, func(a, b sheetCell) int { return a.column - b.column })
	for i := range row.cells {
		c := &row.cells[i]
		if i > 0 {
			write(" | ")
		}
		write(letters(c.column) + ": ")
		c.at = column
		if c.trouble != "" {
			out.Lost = append(out.Lost, c.column-1)
		} else {
			out.Cells = append(out.Cells, Cell{Index: c.column - 1, Text: c.text, Line: row.number, Column: column})
		}
		write(strings.Join(strings.Fields(c.text), " "))
	}
	return out
}

// unlike tells what the sheet shows otherwise than it is read: merged cells, whose value stands in the first of them only, and what
// is hidden there and is read all the same.
func (r *reader) unlike(s *sheet) {
	if len(r.rows) == 0 {
		return
	}
	top := r.rows[r.headerRow(r.rows)].Line
	var merged []string
	for _, ref := range s.merged {
		from, to, _ := strings.Cut(ref, ":")
		_, first := split(from)
		_, last := split(to)
		if max(first, last) >= top {
			merged = append(merged, ref)
		}
	}
	if len(merged) > 0 {
		from, _, _ := strings.Cut(merged[0], ":")
		_, line := split(from)
		r.complain("W-XLSX-MERGED", line, 0, "cells", some(merged))
	}
	if rows, columns := s.hides(); len(rows)+len(columns) > 0 {
		r.complain("W-XLSX-HIDDEN", 0, 0, "rows", some(rows), "columns", some(columns))
	}
}

// hides names the hidden rows and columns that hold something.
func (s *sheet) hides() (rows, columns []string) {
	used := map[int]bool{}
	for _, row := range s.rows {
		if row.hidden {
			rows = append(rows, strconv.Itoa(row.number))
		}
		for _, c := range row.cells {
			used[c.column] = true
		}
	}
	for _, column := range slices.Sorted(maps.Keys(used)) {
		if slices.ContainsFunc(s.hidden, func(h span) bool { return h.from <= column && column <= h.to }) {
			columns = append(columns, letters(column))
		}
	}
	return rows, columns
}

// some lists a few names.
func some(names []string) string {
	if len(names) > 8 {
		names = append(slices.Clone(names[:8]), "…")
	}
	return strings.Join(names, ", ")
}

// split parts the name of a cell, B12, into column and row, from 1; what is no name gives 0.
func split(name string) (column, row int) {
	i := 0
	for ; i < len(name) && i < 4; i++ {
		c := name[i] &^ 0x20
		if c < 'A' || c > 'Z' {
			break
		}
		column = column*26 + int(c-'A') + 1
	}
	row, err := strconv.Atoi(name[i:])
	if err != nil || row < 1 || row > mostRow {
		return 0, 0
	}
	return column, row
}

// letters is the name of a column: 1 is A, 27 is AA.
func letters(column int) string {
	name := ""
	for ; column > 0; column = (column - 1) / 26 {
		name = string(rune('A'+(column-1)%26)) + name
	}
	return name
}

var escaped = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)

// unescape puts back the signs that a workbook writes by their numbers: _x000D_.
func unescape(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	return escaped.ReplaceAllStringFunc(s, func(code string) string {
		n, _ := strconv.ParseUint(code[2:6], 16, 32)
		if invisible(rune(n)) {
			return ""
		}
		return string(rune(n))
	})
}
