package table

import (
	"bytes"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// mostWrong is how many rows that cannot be read are told of.
const mostWrong = 1000

// mostRows is how many rows a register may have. More are no register but a file that was damaged, or made to do harm.
const mostRows = 200_000

// csv reads a text table.
func (r *reader) csv(data []byte) {
	text, ok := r.decode(data)
	if !ok {
		return
	}
	r.begin(text)
	s := &scanner{text: text, line: 1, separator: r.separator(text)}
	r.table.Separator = s.separator
	if line, rest := separatorLine(text); line {
		s.skip(rest)
	}
	for wrong := 0; s.at < len(s.text); {
		row, trouble := s.row()
		switch {
		case trouble != nil:
			r.complain("E-CSV", trouble.line, trouble.column, "why", trouble.why)
			if len(r.rows) == 0 {
				return // without names of columns the rest means nothing
			}
			if wrong++; wrong == mostWrong {
				r.complain("E-CSV-MANY", trouble.line, 0, "n", strconv.Itoa(mostWrong))
				return
			}
		case len(r.rows) == mostRows:
			r.complain("E-CSV-BIG", row.Line, 0, "n", strconv.Itoa(mostRows))
			r.table, r.rows = nil, nil
			return
		case len(row.Cells) > 0:
			r.rows = append(r.rows, row)
		}
	}
}

// separatorLine finds the line `sep=;` with which Excel may be told the separator, and where the next one begins.
func separatorLine(text []byte) (found bool, next int) {
	end := bytes.IndexByte(text, '\n')
	if end < 0 {
		end = len(text)
	}
	line := strings.ToLower(strings.Trim(string(text[:end]), " \""))
	if len(line) != len("sep=;") || !strings.HasPrefix(line, "sep=") {
		return false, 0
	}
	return true, min(end+1, len(text))
}

// separator finds what parts the cells: what a line `sep=` says, else the sign with which most names of columns are known, else the one
// that the first line has most of.
func (r *reader) separator(text []byte) byte {
	if found, next := separatorLine(text); found {
		return bytes.ToLower(bytes.Trim(text[:next], " \"\n"))[len("sep=")]
	}
	best, most, known := byte(','), 1, 0
	for _, c := range []byte{',', ';', '\t'} {
		s := &scanner{text: text, line: 1, separator: c}
		var rows []Row
		wrong := false
		for s.at < len(text) && len(rows) < above {
			row, trouble := s.row()
			wrong = wrong || trouble != nil
			if len(row.Cells) > 0 {
				rows = append(rows, row)
			}
		}
		switch {
		case len(rows) == 0 && !wrong:
			return c // with it all cells are empty
		case len(rows) == 0:
			continue
		}
		row := rows[r.headerRow(rows)]
		if k := r.known(row); k > known || k == known && row.Width > most {
			best, most, known = c, row.Width, k
		}
	}
	return best
}

// scanner parts a text into rows by RFC 4180, with the liberties that programs take.
type scanner struct {
	text      []byte
	separator byte
	at        int
	line      int

	seen, column int // column of the byte `seen` of this line, so that a line is counted through once
}

type trouble struct {
	line, column int
	why          string
}

// skip begins anew at the beginning of the second line.
func (s *scanner) skip(at int) { s.at, s.line, s.seen, s.column = at, 2, at, 0 }

// row reads one row. After a quote that makes no sense the row ends with its first line, so that those below are not lost.
func (s *scanner) row() (Row, *trouble) {
	row := Row{Line: s.line}
	s.seen, s.column = s.at, 0
	start := s.at
	for {
		cell, t := s.cell()
		if t != nil {
			s.line, s.at = row.Line, start
			s.endLine()
			return Row{}, t
		}
		cell.Index = row.Width
		row.Width++
		switch {
		case cell.Text == "":
		case len(row.Cells) == mostWidth: // too many anyway; the last tells how many
			row.Cells[mostWidth-1] = cell
		default:
			row.Cells = append(row.Cells, cell)
		}
		if s.at < len(s.text) && s.text[s.at] == s.separator {
			s.at++
			continue
		}
		s.endLine()
		return row, nil
	}
}

// endLine goes to the beginning of the next line.
func (s *scanner) endLine() {
	if end := bytes.IndexByte(s.text[s.at:], '\n'); end >= 0 {
		s.at += end + 1
		s.line++
	} else {
		s.at = len(s.text)
	}
}

// place is the column of a byte of the present line, in runes from 1.
func (s *scanner) place(at int) int {
	s.column += utf8.RuneCount(s.text[s.seen:at])
	s.seen = at
	return s.column + 1
}

// cell reads one cell; what parts it from the next is not read.
func (s *scanner) cell() (Cell, *trouble) {
	begin := s.at
	for begin < len(s.text) && s.text[begin] == ' ' {
		begin++
	}
	if begin < len(s.text) && s.text[begin] == '"' {
		s.at = begin
		return s.quoted()
	}
	end := begin
	for end < len(s.text) && s.text[end] != s.separator && s.text[end] != '\n' {
		end++
	}
	s.at = end
	text := trim(string(s.text[begin:end]))
	if text == "" {
		return Cell{}, nil
	}
	return Cell{Text: text, Line: s.line, Column: s.place(begin)}, nil
}

// quoted reads a cell between quotes. It may go over several lines; a quote inside is written twice.
func (s *scanner) quoted() (Cell, *trouble) {
	cell := Cell{Line: s.line, Column: s.place(s.at)}
	var b strings.Builder
	for rest := s.at + 1; ; {
		end := bytes.IndexByte(s.text[rest:], '"')
		if end < 0 {
			return cell, &trouble{cell.Line, cell.Column, "quote"}
		}
		b.Write(s.text[rest : rest+end])
		rest += end + 1
		if rest < len(s.text) && s.text[rest] == '"' {
			b.WriteByte('"')
			rest++
			continue
		}
		for rest < len(s.text) && s.text[rest] == ' ' {
			rest++
		}
		if rest < len(s.text) && s.text[rest] != s.separator && s.text[rest] != '\n' {
			return cell, &trouble{cell.Line, cell.Column, "stray"}
		}
		s.advance(rest)
		cell.Text = trim(b.String())
		return cell, nil
	}
}

// advance goes on behind a cell between quotes and counts the lines in it.
func (s *scanner) advance(to int) {
	if last := bytes.LastIndexByte(s.text[s.at:to], '\n'); last >= 0 {
		s.line += bytes.Count(s.text[s.at:to], []byte("\n"))
		s.seen, s.column = s.at+last+1, 0
	}
	s.at = to
}

// trim takes away space of every kind, and the signs of no width that come with text copied from elsewhere.
func trim(s string) string {
	return strings.TrimFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' || r == '\u200e' || r == '\u200f'
	})
}
