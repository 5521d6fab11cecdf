package auction

import (
	"bytes"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// Trouble is what is wrong with a file, for the author.
type Trouble struct {
	Code string // of the catalogue of problems: E-CSV-HEADER
	Line int    // 0: the whole file
	What string // the name of a column, the value of a cell
	More string // what else the message needs
}

// Reading is what reading a file needs and the package cannot know.
type Reading struct {
	Zone       *time.Location // where the clocks hang by which times without a zone are told
	Mode       Mode
	MonthFirst bool     // 05/15/2020
	Currency   []string // words of the auction's own currency that may stand behind an amount, besides the usual ones

	// Windows1251 decodes the old encoding of Ukrainian Windows; ok is false where the text would be none. nil: it is not tried.
	Windows1251 func(data []byte) (text string, ok bool)
}

// sheet is a file of comma-separated values, with the columns that are wanted.
type sheet struct {
	records  []record
	columns  map[string]int
	width    int
	troubles []Trouble
}

// record is one row; broken where its quotes make no sense.
type record struct {
	line   int // the header's being 1
	cells  []string
	broken bool
}

func (r *record) blank() bool {
	for _, c := range r.cells {
		if trim(c) != "" {
			return false
		}
	}
	return !r.broken
}

// column is a column that is wanted, with the names that it may bear.
type column struct {
	field    string
	required bool
	names    []string
}

// readSheet reads a file and finds its columns; ok is false where nothing else of it can be read.
func readSheet(data []byte, o *Reading, columns []column) (s *sheet, ok bool) {
	s = &sheet{columns: map[string]int{}}
	text, ok := s.decode(data, o)
	if !ok {
		return s, false
	}
	text = bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
	text = bytes.ReplaceAll(text, []byte("\r"), []byte("\n"))
	text = bytes.TrimLeft(text, "\n")
	if len(bytes.TrimSpace(text)) == 0 {
		s.complain("E-CSV-EMPTY", 0, "", "")
		return s, false
	}
	scan := scanner{text: text, line: 1, separator: separator(text)}
	header := scan.record()
	s.width = len(header.cells)
	for scan.at < len(text) {
		if r := scan.record(); !r.blank() {
			s.records = append(s.records, r)
		}
	}
	return s, s.find(header.cells, columns)
}

func (s *sheet) complain(code string, line int, what, more string) {
	s.troubles = append(s.troubles, Trouble{code, line, what, more})
}

// decode makes UTF-8 of the bytes.
func (s *sheet) decode(data []byte, o *Reading) (text []byte, ok bool) {
	text = bytes.TrimLeft(data, "\ufeff")
	if ok = utf8.Valid(text); !ok && o.Windows1251 != nil {
		var old string
		if old, ok = o.Windows1251(text); ok {
			text = []byte(old)
			s.complain("W-CSV-ENCODING", 0, "", "")
		}
	}
	if !ok || bytes.IndexByte(text, 0) >= 0 {
		s.troubles = nil
		s.complain("E-CSV-ENCODING", 0, "", "")
		return nil, false
	}
	return text, true
}

// find knows the columns by their names. Of two that mean the same the one counts whose name is the plainer; the other is told, like one that
// means nothing.
func (s *sheet) find(header []string, columns []column) bool {
	taken := map[int]bool{}
	known := map[string]bool{}
	for _, c := range columns {
		for _, name := range c.names {
			known[name] = true
			if _, found := s.columns[c.field]; found || c.field == dropped {
				continue
			}
			for i, cell := range header {
				if headerName(cell) == name {
					s.columns[c.field], taken[i] = i, true
					break
				}
			}
		}
	}
	whole := true
	for _, c := range columns {
		if _, found := s.columns[c.field]; c.required && !found {
			s.complain("E-CSV-HEADER", 1, c.names[0], strings.Join(c.names, "; "))
			whole = false
		}
	}
	for i, cell := range header {
		name := headerName(cell)
		switch {
		case taken[i] || name == "" || isDropped(columns, name):
		case s.personal(i):
			s.complain("W-PII-COLUMN", 1, trim(cell), "")
		default:
			s.complain("W-CSV-COLUMN", 1, trim(cell), "")
		}
	}
	return whole
}

// dropped is the field of columns that are not read at all: e-mails and phones.
const dropped = ""

func isDropped(columns []column, name string) bool {
	for _, c := range columns {
		if c.field == dropped {
			for _, n := range c.names {
				if n == name {
					return true
				}
			}
		}
	}
	return false
}

// personal tells that more than half of the filled cells of a column look like an e-mail or a phone.
func (s *sheet) personal(i int) bool {
	filled, found := 0, 0
	for _, r := range s.records {
		if i < len(r.cells) && trim(r.cells[i]) != "" {
			filled++
			if personal(r.cells[i]) {
				found++
			}
		}
	}
	return 2*found > filled
}

// personal tells that a text looks like an e-mail or a phone, or has one in it.
func personal(text string) bool {
	if at := strings.IndexByte(text, '@'); at > 0 && strings.Contains(text[at:], ".") {
		return true
	}
	digits, run := 0, true
	for _, r := range trim(text) {
		switch {
		case '0' <= r && r <= '9':
			digits++
		case !strings.ContainsRune(" +-()\u00a0\u202f\u2011–", r):
			run = false
		}
	}
	return run && digits >= 9 && digits <= 15
}

// text is the cell of a field, or "" where there is no such column.
func (s *sheet) text(r *record, field string) string {
	if i, ok := s.columns[field]; ok && i < len(r.cells) {
		return trim(r.cells[i])
	}
	return ""
}

func (s *sheet) has(field string) bool {
	_, ok := s.columns[field]
	return ok
}

// headerName is the name of a column without what forms and people add to it.
func headerName(cell string) string {
	cell = strings.ToLower(strings.NewReplacer("\u00a0", " ", "\u202f", " ", "\ufeff", "").Replace(cell))
	for {
		begin := strings.IndexByte(cell, '(')
		end := strings.IndexByte(cell, ')')
		if begin < 0 || end < begin {
			break
		}
		cell = cell[:begin] + " " + cell[end+1:]
	}
	return strings.TrimSpace(strings.Join(strings.Fields(strings.TrimRight(trim(cell), "*:? ")), " "))
}

// trim takes away space of every kind, and the signs of no width that come with text copied from elsewhere.
func trim(s string) string {
	return strings.TrimFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' || r == '\u200e' || r == '\u200f'
	})
}

// separator is the sign that parts the names of the columns: the one that the header has most of, outside of quotes.
func separator(text []byte) byte {
	var n [3]int
	signs := []byte{',', ';', '\t'}
	quoted := false
	for _, c := range text {
		if c == '"' {
			quoted = !quoted
		}
		if c == '\n' && !quoted {
			break
		}
		if i := bytes.IndexByte(signs, c); i >= 0 && !quoted {
			n[i]++
		}
	}
	best := 0
	for i := range n {
		if n[i] > n[best] {
			best = i
		}
	}
	return signs[best]
}

// scanner parts a text into records by RFC 4180.
type scanner struct {
	text      []byte
	separator byte
	at, line  int
}

// record reads one record. After a quote that makes no sense the record ends with its first line and is broken, so that those below are not lost.
func (s *scanner) record() record {
	r := record{line: s.line}
	begin := s.at
	for {
		cell, ok := s.cell()
		if !ok {
			s.at, s.line = begin, r.line
			if end := bytes.IndexByte(s.text[s.at:], '\n'); end >= 0 {
				s.at += end + 1
			} else {
				s.at = len(s.text)
			}
			s.line++
			return record{line: r.line, broken: true}
		}
		r.cells = append(r.cells, cell)
		if s.at >= len(s.text) {
			return r
		}
		s.at++ // the separator or the end of the line
		if s.text[s.at-1] == '\n' {
			s.line++
			return r
		}
	}
}

// cell reads one cell; what parts it from the next is not read.
func (s *scanner) cell() (string, bool) {
	if s.at >= len(s.text) || s.text[s.at] != '"' {
		begin := s.at
		for s.at < len(s.text) && s.text[s.at] != s.separator && s.text[s.at] != '\n' {
			s.at++
		}
		return string(s.text[begin:s.at]), true
	}
	var b strings.Builder
	for at := s.at + 1; ; {
		end := bytes.IndexByte(s.text[at:], '"')
		if end < 0 {
			return "", false
		}
		b.Write(s.text[at : at+end])
		at += end + 1
		if at < len(s.text) && s.text[at] == '"' {
			b.WriteByte('"')
			at++
			continue
		}
		if at < len(s.text) && s.text[at] != s.separator && s.text[at] != '\n' {
			return "", false
		}
		s.line += bytes.Count(s.text[s.at:at], []byte("\n"))
		s.at = at
		return b.String(), true
	}
}
