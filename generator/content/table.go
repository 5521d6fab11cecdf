package content

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/table"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// mostWrong is how many mistakes of one table are told. Whoever has more has one mistake many times: a file saved in another form.
const mostWrong = 1000

// table reads a table, CSV or a workbook: every row is an item, checked by the same fields. The first row names the columns, by name
// or label; a part of an object is `consent.date`; a list stands in one cell, its elements divided by `;` or lines.
func (r *reader) table(place *Place) Parsed {
	if size := int64(len(r.source)); size > largest { // of a workbook: others have been left out by their size
		r.complain("E-BIG", 0, 0, "size", Megabytes(size))
		return Parsed{Problems: r.problems}
	}
	t := &register{reader: r, place: place}
	read, problems := table.Read(r.source, table.Options{File: r.file, Known: func(name string) bool { return t.path(name) != nil }})
	r.problems = append(r.problems, problems...)
	if read == nil {
		return Parsed{Problems: r.problems}
	}
	r.source, r.lines, t.Table = read.Text, read.Source, read
	if len(read.Header.Cells) == 0 {
		if len(problems) == 0 {
			r.complain("E-CSV-EMPTY", 0, 0)
		}
		return Parsed{Problems: r.problems}
	}
	t.header()
	var docs []*site.Doc
	for _, row := range read.Rows {
		if len(r.problems) > mostWrong {
			r.complain("E-CSV-MANY", row.Line, 0, "n", strconv.Itoa(mostWrong))
			break
		}
		if doc := t.row(row); doc != nil {
			docs = append(docs, doc)
		}
	}
	_, r.figures = look(r.source)
	r.privacy(nil)
	r.noCoordinates(docs...)
	return Parsed{Docs: docs, Problems: r.problems}
}

// register is the state of making documents of a table.
type register struct {
	*reader
	*table.Table
	place   *Place
	columns map[int][]*site.Field // the field of each column, or a field and its part; nil: unknown, or of no meaning
	width   int                   // how many columns there are up to the last with a name
	lacking map[string]bool       // required fields without a column: that has been said
	texts   map[string]int        // rows as they were written, with their lines
	ids     map[string]int        // names for addresses, with the lines of their rows
}

// row makes a document of one row, or nil of one that is not whole.
func (t *register) row(row table.Row) *site.Doc {
	if !t.whole(row) || t.twice(row) {
		return nil
	}
	before := len(t.problems)
	doc := &site.Doc{File: t.file, Line: row.Line, Lang: site.UK, Kind: t.place.Kind, Section: t.place.Section, Owner: t.place.Owner, Order: row.Line}
	t.wrong = maps.Clone(t.lacking)
	for _, index := range row.Lost {
		if path := t.columns[index]; path != nil {
			t.wrong[path[0].Name], t.wrong[spelled(path)] = true, true
		}
	}
	for _, c := range row.Cells {
		if path := t.columns[c.Index]; path != nil && !nothing(c.Text) {
			t.cell(doc, path, c)
		}
	}
	t.objects(doc)
	doc.Draft = flag(doc, "draft")
	doc.Title = titleOf(doc)
	doc.ID = rowID(doc)
	doc.Path = t.place.Path + "/" + doc.ID
	t.complete(doc)
	for i := before; i < len(t.problems); i++ {
		if p := &t.problems[i]; p.Line <= 1 {
			p.Line, p.Source = row.Line, t.Source(row.Line)
		}
		t.problems[i].Draft = doc.Draft
	}
	if first := t.ids[doc.ID]; first > 0 && !doc.Kind.NoPage {
		if !t.problems[before:].Stops() { // else that comes first, and may mend this
			t.complain("E-CSV-ID", row.Line, 0, "id", doc.ID, "first", strconv.Itoa(first)).Draft = doc.Draft
		}
		return nil
	}
	t.ids[doc.ID] = row.Line
	return doc
}

// nothing tells that people write this where they have nothing to write.
func nothing(cell string) bool { return cell == "-" || cell == "–" || cell == "—" }

// separators are what parts the cells of a table, by words of the catalogue of messages.
var separators = map[byte]string{',': "comma", ';': "semicolon", '\t': "tab"}

// whole tells of a row with too few or too many cells: its values may stand in wrong columns. A value in a column without a name is
// told and left out.
func (t *register) whole(row table.Row) bool {
	last := 0
	for _, c := range row.Cells {
		last = c.Index + 1
	}
	if row.Width > 0 && (row.Width < t.width || last > max(t.width, t.Header.Width)) {
		t.complain("E-CSV-ROW", row.Line, 0, "n", strconv.Itoa(max(last, min(row.Width, t.width))), "want", strconv.Itoa(t.width), "separator", separators[t.Separator])
		return false
	}
	for _, c := range row.Cells {
		if _, named := t.columns[c.Index]; !named {
			t.complain("E-CSV-NAMELESS", c.Line, c.Column, "value", c.Text, "header", strconv.Itoa(t.Header.Line))
		}
	}
	return true
}

// twice tells of a row that stands in the table word for word already.
func (t *register) twice(row table.Row) bool {
	var b strings.Builder
	for _, c := range row.Cells {
		if path, known := t.columns[c.Index]; known && path == nil {
			continue // its number differs
		}
		b.WriteString(strconv.Itoa(c.Index) + "\x00" + c.Text + "\x00")
	}
	if first := t.texts[b.String()]; first > 0 {
		t.complain("W-CSV-TWICE", row.Line, 0, "first", strconv.Itoa(first))
		return true
	}
	t.texts[b.String()] = row.Line
	return false
}

// objects checks the objects whose parts stood in several columns.
func (t *register) objects(doc *site.Doc) {
	for i := range doc.Values {
		v := &doc.Values[i]
		switch {
		case len(v.Field.Fields) == 0:
		case v.Field.List:
			for j := range v.Items {
				t.checkParts(&v.Items[j], unread{wrong: t.wrongParts(v.Field)})
			}
		default:
			t.checkParts(v, unread{wrong: t.wrongParts(v.Field)})
		}
	}
}

// wrongParts are the parts of an object whose cells could not be read.
func (t *register) wrongParts(f *site.Field) map[string]bool {
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
func (t *register) cell(doc *site.Doc, path []*site.Field, c table.Cell) {
	field := path[len(path)-1]
	before := len(t.problems)
	node := t.node(c, field)
	v, ok := site.Value{}, false
	if node != nil {
		v, ok = t.value(node, field)
	}
	if !ok {
		if len(t.problems) > before {
			t.wrong[path[0].Name], t.wrong[spelled(path)] = true, true
		}
		return
	}
	v.Line, v.Column = c.Line, c.Column
	if len(path) == 1 {
		doc.Values = append(doc.Values, v)
		return
	}
	at := slices.IndexFunc(doc.Values, func(v site.Value) bool { return v.Field == path[0] })
	if at < 0 {
		at = len(doc.Values)
		doc.Values = append(doc.Values, site.Value{Field: path[0], Line: c.Line, Column: c.Column})
	}
	whole := &doc.Values[at]
	if path[0].List { // a table has room for one element
		if len(whole.Items) == 0 {
			element := t.parser.Kinds.element(path[0])
			whole.Items = []site.Value{{Field: element, Line: c.Line, Column: c.Column}}
		}
		whole = &whole.Items[0]
	}
	whole.Parts = append(whole.Parts, v)
}

// node is the cell as a node of a header; nil where its value is lost, which has been told.
func (t *register) node(c table.Cell, field *site.Field) *yaml.Node {
	if c.Text == "null" && field.Null {
		node := text(c.Text, c.Line, c.Column)
		node.Tag = "!!null"
		return node
	}
	if !field.List {
		value, ok := t.office(c.Text, field, c)
		if !ok {
			return nil
		}
		return text(value, c.Line, c.Column)
	}
	list := &yaml.Node{Kind: yaml.SequenceNode, Line: c.Line, Column: c.Column}
	for _, element := range elements(c.Text, field) {
		part := headOf(field, element)
		if part == nil {
			part = field
		}
		value, ok := t.office(element, part, c)
		switch {
		case ok && part != field:
			list.Content = append(list.Content, &yaml.Node{
				Kind: yaml.MappingNode, Line: c.Line, Column: c.Column,
				Content: []*yaml.Node{text(part.Name, c.Line, c.Column), text(value, c.Line, c.Column)},
			})
		case ok:
			list.Content = append(list.Content, text(value, c.Line, c.Column))
		}
	}
	return list
}

// headOf is the part that stands for a whole object in a column of a list of objects: of files the file, or the address; of authors the name.
// It is nil where the elements are no objects.
func headOf(field *site.Field, element string) *site.Field {
	if len(field.Fields) == 0 {
		return nil
	}
	if address := field.Part("url"); address != nil && strings.Contains(element, "://") {
		return address
	}
	return field.Fields[0]
}

// elements parts a list. Words of a vocabulary and names of items hold no commas, so commas part them too.
func elements(cell string, field *site.Field) []string {
	signs := ";\n"
	if field.Type == site.Enum && field.Vocabulary.Find(cell) == nil || field.Type == site.Ref {
		signs = ";,\n"
	}
	var list []string
	for _, e := range strings.FieldsFunc(cell, func(r rune) bool { return strings.ContainsRune(signs, r) }) {
		if e = strings.TrimSpace(e); e != "" {
			list = append(list, e)
		}
	}
	return list
}

// Lines gives the lines of a file of content/ as its author knows them, for showing where a problem lies: of a table as text, whatever it
// is saved as.
func Lines(file string, data []byte) func(line int) string {
	if !tableName(file) {
		return func(line int) string { return problem.Excerpt(data, line) }
	}
	t, _ := table.Read(data, table.Options{File: file})
	if t == nil {
		return func(int) string { return "" }
	}
	return t.Source
}
