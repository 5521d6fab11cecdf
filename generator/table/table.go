// Package table reads a table as an office has it: a CSV file in whatever form Excel or LibreOffice left it, or a workbook. What [Write] makes, an office
// opens and Read reads.
//
//	t, problems := table.Read(data, table.Options{File: "content/catalogue/tsentry.csv", Known: isColumn})
//	for _, row := range t.Rows { … row.Line, row.Cells … }
//
// # What is understood
//
// CSV: comma, semicolon or tab, told by the names of the columns and not by counting alone; a first line `sep=;`; a byte-order
// mark; UTF-8, UTF-16 with its mark and Windows-1251, the last two with a warning; line ends of every system; line breaks
// inside quotes; quotes inside a cell that has none around it.
//
// Workbooks (.xlsx): the first sheet that is not hidden; shared and inline strings, numbers, booleans, dates by the formats of their
// cells in both reckonings (from 1900 and from 1904), values of formulas as Excel last computed them. The reader is our own, zip and
// xml of the standard library: excelize could not be had where this is built, and of its ninety thousand lines we need these few.
//
// In both: a title above the names of the columns, empty rows and empty columns at the right.
//
// # What is promised
//
// Nothing is dropped without a word: a row that cannot be read, a sheet that is not read, a merged or a hidden cell is a problem with
// its place, and the rows around it stay. Every cell knows its place in [Table.Text], the table as lines of text; of a
// workbook line n is row n. Work and memory are linear in the size of the file, and a file that unpacks into much more than a table
// can hold is refused. Nothing here knows what the columns mean: that is package content's.
package table

import (
	"bytes"
	"strconv"
	"strings"

	"github.com/som-hub/vitryna/generator/problem"
)

// Options say what is read.
type Options struct {
	File  string                 // path for problems; its ending tells a workbook from CSV; required
	Known func(name string) bool // tells whether a column may have that name; nil: any may
}

// Table is a table as it was found.
type Table struct {
	Header Row
	Rows   []Row  // below the header, without empty ones
	Text   []byte // the table as text, UTF-8, lines ending in \n
	From04 bool   // the workbook counts days from 1904

	Separator byte // what parts the cells of a text; 0 in a workbook

	starts []int // of the lines of Text
}

// Row is one row of a table.
type Row struct {
	Line  int    // in Text: where it begins
	Width int    // how many cells were written, empty ones among them; 0 for a row of a workbook, which has no end
	Cells []Cell // those that hold something, from the left
	Lost  []int  // columns whose cell has no value for a reason that has been told: an error, a formula not computed
}

// Cell is a cell that holds something.
type Cell struct {
	Index  int    // of its column, from 0
	Text   string // without space around it
	Line   int    // place in Table.Text, in runes
	Column int
}

// Read reads a table. It is nil where there is none to read; the problems say why.
func Read(data []byte, o Options) (*Table, problem.List) {
	r := &reader{Options: o}
	if strings.HasSuffix(o.File, ".csv") {
		r.csv(data)
	} else {
		r.workbook(data)
	}
	if r.table == nil {
		return nil, r.problems
	}
	r.header()
	return r.table, r.problems
}

// Source is one line of the text, without its end.
func (t *Table) Source(line int) string {
	if line < 1 || line > len(t.starts) {
		return ""
	}
	rest := t.Text[t.starts[line-1]:]
	if end := bytes.IndexByte(rest, '\n'); end >= 0 {
		rest = rest[:end]
	}
	return string(rest)
}

type reader struct {
	Options
	table    *Table
	rows     []Row
	problems problem.List
}

func (r *reader) complain(code string, line, column int, args ...string) {
	p := problem.New(code, r.File, line, column, args...)
	if r.table != nil {
		p.Source = r.table.Source(line)
	}
	r.problems = append(r.problems, p)
}

// begin makes the table of a text.
func (r *reader) begin(text []byte) {
	r.table = &Table{Text: text, starts: []int{0}}
	for i, c := range text {
		if c == '\n' && i+1 < len(text) {
			r.table.starts = append(r.table.starts, i+1)
		}
	}
}

// above is how many rows may stand above the names of the columns: a title, whose table it is, an empty row.
const above = 15

// header parts the names of the columns from the rows below them, and tells what stands above.
func (r *reader) header() {
	if len(r.rows) == 0 {
		return
	}
	at := r.headerRow(r.rows)
	if at > 0 {
		last := r.rows[at-1].Line
		r.complain("W-CSV-TITLE", r.rows[0].Line, 0, "last", strconv.Itoa(last), "header", strconv.Itoa(r.rows[at].Line))
	}
	r.table.Header, r.table.Rows = r.rows[at], r.rows[at+1:]
}

// headerRow finds the names of the columns: the first row, unless it names none and one soon below it does.
func (r *reader) headerRow(rows []Row) int {
	for i := range min(above, len(rows)) {
		known := r.known(rows[i])
		switch {
		case i == 0 && known > 0:
			return 0
		case known >= 2 && known*2 >= len(rows[i].Cells):
			return i
		}
	}
	return 0
}

// known counts the cells of a row that are names of columns.
func (r *reader) known(row Row) int {
	n := 0
	for _, c := range row.Cells {
		if r.Known != nil && r.Known(c.Text) {
			n++
		}
	}
	return n
}
