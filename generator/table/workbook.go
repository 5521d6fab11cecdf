package table

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"slices"
	"strings"
)

// Limits of a workbook. A register of fifty thousand rows stays far below them; what goes beyond is not made by people.
const (
	mostBytes = 128 << 20 // bytes of all that is unpacked
	mostText  = 32 << 20  // bytes of text in the cells
	mostCells = 2_000_000
	mostRow   = 1 << 20 // the last row that Excel has
	mostWidth = 1 << 14 // the last column that Excel has
)

var (
	errLarge  = errors.New("too large")
	errBroken = errors.New("broken")
)

// workbook reads the first sheet of an .xlsx file that is not hidden.
func (r *reader) workbook(data []byte) {
	why := ""
	switch err := r.open(data, mostBytes); {
	case err == nil:
		return
	case errors.Is(err, errLarge):
		why = "large"
	case bytes.HasPrefix(data, oleMark):
		why = "old"
	case strings.HasSuffix(r.File, ".ods"):
		why = "ods"
	case !bytes.HasPrefix(data, zipMark):
		why = "text"
	default:
		why = "broken"
	}
	r.table, r.rows, r.problems = nil, nil, nil
	r.complain("E-XLSX", 0, 0, "why", why)
}

// open reads the archive; no more than so many bytes are unpacked of it.
func (r *reader) open(data []byte, most int) error {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return err
	}
	b := &book{parts: map[string]*zip.File{}, left: most}
	for _, f := range archive.File {
		b.parts[strings.ToLower(strings.TrimPrefix(path.Clean(strings.ReplaceAll(f.Name, `\`, "/")), "/"))] = f
	}
	if err := b.read(); err != nil {
		return err
	}
	first := b.first()
	if first < 0 {
		return errBroken
	}
	s := &sheet{book: b}
	if err := s.read(b.sheets[first].part); err != nil {
		return err
	}
	if err := r.sheet(s); err != nil {
		return err
	}
	return r.others(b, first)
}

// others tells which sheets are not read, though they hold something.
func (r *reader) others(b *book, first int) error {
	var names []string
	for i, other := range b.sheets {
		if i == first {
			continue
		}
		holds, err := b.holds(other.part)
		if err != nil {
			return err
		}
		if holds {
			names = append(names, "«"+other.name+"»")
		}
	}
	if len(names) > 0 {
		r.complain("W-XLSX-SHEETS", 0, 0, "sheet", b.sheets[first].name, "names", strings.Join(names, ", "))
	}
	return nil
}

// book is what a workbook says of itself.
type book struct {
	parts   map[string]*zip.File // by name in small letters
	strings []string
	formats []format // of the cells' styles
	from04  bool
	sheets  []sheetName
	left    int // how many bytes may still be unpacked
}

type sheetName struct {
	name, part string
	hidden     bool
}

// first is the sheet that is read, or -1.
func (b *book) first() int {
	for i, s := range b.sheets {
		if !s.hidden {
			return i
		}
	}
	return min(0, len(b.sheets)-1)
}

// read reads everything but the cells.
func (b *book) read() error {
	root, err := b.relations("")
	if err != nil {
		return err
	}
	main := "xl/workbook.xml"
	for _, r := range root {
		if strings.HasSuffix(r.kind, "/officeDocument") {
			main = r.target
		}
	}
	relations, err := b.relations(main)
	if err != nil {
		return err
	}
	if err := b.workbook(main, relations); err != nil {
		return err
	}
	for _, r := range relations {
		switch {
		case strings.HasSuffix(r.kind, "/sharedStrings"):
			err = b.sharedStrings(r.target)
		case strings.HasSuffix(r.kind, "/styles"):
			err = b.styles(r.target)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// relation leads from one part to another.
type relation struct{ kind, target string }

// relations reads what belongs to a part, by its id; those of the book itself are of the part "".
func (b *book) relations(part string) (map[string]relation, error) {
	dir, base := path.Split(part)
	found := map[string]relation{}
	file := dir + "_rels/" + base + ".rels"
	if b.parts[strings.ToLower(file)] == nil {
		return found, nil
	}
	err := b.walk(file, func(e xml.StartElement, d *xml.Decoder) error {
		if e.Name.Local == "Relationship" {
			target := attribute(e, "Target")
			if !strings.HasPrefix(target, "/") {
				target = path.Join(dir, target)
			}
			found[attribute(e, "Id")] = relation{attribute(e, "Type"), strings.TrimPrefix(path.Clean(target), "/")}
		}
		return nil
	})
	return found, err
}

// workbook reads the names of the sheets.
func (b *book) workbook(part string, relations map[string]relation) error {
	return b.walk(part, func(e xml.StartElement, d *xml.Decoder) error {
		switch e.Name.Local {
		case "workbookPr":
			b.from04 = truth(attribute(e, "date1904"))
		case "sheet":
			to := relations[attribute(e, "id")]
			if strings.HasSuffix(to.kind, "/worksheet") { // and no chart
				b.sheets = append(b.sheets, sheetName{attribute(e, "name"), to.target, strings.Contains(strings.ToLower(attribute(e, "state")), "hidden")})
			}
		}
		return nil
	})
}

func (b *book) sharedStrings(part string) error {
	size := 0
	return b.walk(part, func(e xml.StartElement, d *xml.Decoder) error {
		if e.Name.Local != "si" {
			return nil
		}
		text, err := inlineText(d)
		if size += len(text); size > mostText {
			return errLarge
		}
		b.strings = append(b.strings, text)
		return err
	})
}

// styles reads the number formats of the cells' styles.
func (b *book) styles(part string) error {
	own := map[string]format{}
	inside := ""
	return b.walk(part, func(e xml.StartElement, d *xml.Decoder) error {
		switch e.Name.Local {
		case "cellXfs", "cellStyleXfs", "dxfs":
			inside = e.Name.Local
		case "numFmt":
			own[attribute(e, "numFmtId")] = formatOf(attribute(e, "formatCode"))
		case "xf":
			if inside == "cellXfs" {
				id := attribute(e, "numFmtId")
				f, ok := own[id]
				if !ok {
					f = builtIn(id)
				}
				b.formats = append(b.formats, f)
			}
		}
		return nil
	})
}

// holds tells whether a sheet has a value in any cell. It reads no further than to the first.
func (b *book) holds(part string) (bool, error) {
	found := errors.New("found")
	err := b.walk(part, func(e xml.StartElement, d *xml.Decoder) error {
		if e.Name.Local == "v" || e.Name.Local == "is" {
			return found
		}
		return nil
	})
	if errors.Is(err, found) {
		return true, nil
	}
	return false, err
}

// walk visits the elements of a part of the book.
func (b *book) walk(part string, visit func(xml.StartElement, *xml.Decoder) error) error {
	f := b.parts[strings.ToLower(part)]
	if f == nil {
		return errBroken
	}
	content, err := f.Open()
	if err != nil {
		return err
	}
	defer content.Close()
	d := xml.NewTokenDecoder(&shallow{Decoder: xml.NewDecoder(&limit{content, &b.left})}) // what the directory of the archive says of the size need not be true
	for {
		token, err := d.Token()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		}
		if e, ok := token.(xml.StartElement); ok {
			if err := visit(e, d); err != nil {
				return err
			}
		}
	}
}

// shallow ends a part whose elements lie in one another beyond any sheet: for each that is open memory is taken, so that a book of some
// kilobytes could ask for gigabytes.
type shallow struct {
	*xml.Decoder
	open int
}

const deepest = 100

// Token is the next token, as it is written: names are told apart by the decoder that asks.
func (s *shallow) Token() (xml.Token, error) {
	token, err := s.RawToken()
	switch token.(type) {
	case xml.StartElement:
		s.open++
	case xml.EndElement:
		s.open--
	}
	if s.open > deepest {
		return nil, errLarge
	}
	return token, err
}

// limit ends a reader that gives more than it may.
type limit struct {
	io.Reader
	left *int
}

func (l *limit) Read(p []byte) (int, error) {
	n, err := l.Reader.Read(p)
	if *l.left -= n; *l.left < 0 {
		return 0, errLarge
	}
	return n, err
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func truth(s string) bool { return s == "1" || s == "true" }

// inlineText reads the text of an element up to its end: runs joined, without what is written above Japanese words.
func inlineText(d *xml.Decoder) (string, error) {
	var b strings.Builder
	var open []string
	for {
		token, err := d.Token()
		if err != nil {
			return "", err
		}
		switch t := token.(type) {
		case xml.StartElement:
			open = append(open, t.Name.Local)
		case xml.EndElement:
			if len(open) == 0 {
				return unescape(b.String()), nil
			}
			open = open[:len(open)-1]
		case xml.CharData:
			if n := len(open); n > 0 && open[n-1] == "t" && !slices.Contains(open, "rPh") {
				b.Write(t)
			}
		}
		if b.Len() > mostText {
			return "", errLarge
		}
	}
}
