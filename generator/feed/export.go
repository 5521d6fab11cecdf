package feed

import (
	"bytes"
	"encoding/json"
	"html"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/table"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// Export is the list of a section for whoever wants to work with it: [Export.CSV] for Excel, [Export.JSON] for programs. Both hold
// every public field of every item that is shown, in the order of the list; what may not be told is left out ([site.Site.Told]).
// A field that no item has makes no column. The language is Ukrainian: the files are the same for the pages of both languages.
type Export struct {
	Site    *site.Site                                   // required
	Section *site.Section                                // required
	Path    string                                       // address of the list on the site, without language: catalogue, contests/winners; required
	File    func(item *site.Item, written string) string // address of a published file beside an item, or ""; nil: none is

	columns []*site.Field // those that make columns, in the order of the kind
	items   []*site.Item
}

// CSV is the list for Excel: UTF-8 with a mark, cells divided by semicolons, decimals with a comma, the columns called by their labels.
// Lists are divided by semicolons inside their cell. Days are by ISO 8601. A text that Excel would take for a formula has an
// apostrophe before it. Vitryna reads such a file as a register, but for the columns of the page and of the owner.
func (e Export) CSV() []byte {
	e.gather()
	header := []string{"id", "Назва"}
	if e.owned() {
		header = append(header, ukrainian.Capital(e.items[0].Owner.Kind.Label.UK.One))
	}
	for _, f := range e.columns {
		header = append(header, f.Label.UK)
	}
	if e.paged() {
		header = append(header, "Сторінка")
	}
	rows := [][]string{header}
	for _, item := range e.items {
		cells := []string{item.ID, table.Guarded(plain(item.UK.Doc.Title))}
		if e.owned() {
			cells = append(cells, table.Guarded(plain(item.Owner.UK.Doc.Title)))
		}
		for _, f := range e.columns {
			cell := ""
			if v, ok := e.Site.Told(item, f.Name); ok {
				cell = e.text(item, v)
				if f.List || f.Map || f.Type != site.Int && f.Type != site.Number {
					cell = table.Guarded(cell)
				}
			}
			cells = append(cells, cell)
		}
		if e.paged() {
			cells = append(cells, e.address(item.UK.Address()))
		}
		rows = append(rows, cells)
	}
	return table.Write(rows)
}

// JSON is the list for programs: the fields by their names, words of vocabularies by theirs, items as section/id.
func (e Export) JSON() []byte {
	e.gather()
	w := &jsonWriter{}
	w.open('{')
	w.text("section", e.Section.Kind.Section)
	w.text("title", plain(e.Section.Kind.Plural(site.UK)))
	w.text("page", e.address(e.Path+"/"))
	w.text("rights", e.Site.Config.Rights)
	w.key("fields")
	w.open('{')
	for _, f := range e.columns {
		w.text(f.Name, f.Label.UK)
	}
	w.close('}')
	w.key("items")
	w.open('[')
	for _, item := range e.items {
		w.next()
		w.WriteString("\n  ")
		w.open('{')
		w.text("id", item.ID)
		w.text("title", plain(item.UK.Doc.Title))
		if item.HasPage() {
			w.text("page", e.address(item.UK.Address()))
		}
		if item.Owner != nil {
			w.text(item.Owner.Kind.Name, item.Owner.Ref())
		}
		for _, f := range e.columns {
			if v, ok := e.Site.Told(item, f.Name); ok {
				w.key(f.Name)
				e.value(w, item, v)
			}
		}
		w.close('}')
	}
	w.WriteString("\n")
	w.close(']')
	w.close('}')
	w.WriteString("\n")
	return w.Bytes()
}

// technical are the fields that say how the site is made, not what an item is.
var technical = []string{"title", "id", "draft", "weight", "aliases", "offline", "expires", "cover_alt"}

// gather finds the items and the columns.
func (e *Export) gather() {
	for _, item := range e.Section.Items {
		if !e.Site.Untold(item) {
			e.items = append(e.items, item)
		}
	}
	for _, f := range e.Section.Kind.Fields {
		if !f.Public() || slices.Contains(technical, f.Name) {
			continue
		}
		stands := slices.ContainsFunc(e.items, func(item *site.Item) bool {
			v, ok := e.Site.Told(item, f.Name)
			return ok && (v.Line > 0 || !f.Hidden) // a hidden field that nobody wrote has its default everywhere
		})
		if stands {
			e.columns = append(e.columns, f)
		}
	}
}

func (e *Export) owned() bool { return len(e.items) > 0 && e.items[0].Owner != nil }
func (e *Export) paged() bool { return !e.Section.Kind.NoPage }

// address is the address of a path on the web, or from the root of the site where the site does not know its own.
func (e *Export) address(path string) string {
	if base := e.Site.Config.BaseURL; base != "" {
		return absolute(base, path)
	}
	return path
}

// text is a value as a reader of Excel wants it.
func (e *Export) text(item *site.Item, v site.Value) string {
	switch {
	case v.Null:
		return "невідомо"
	case v.Field.Map:
		return joined(v.Items, func(p site.Value) string {
			name := p.Key
			if w := v.Field.Vocabulary.Word(p.Key); w != nil {
				name = w.Label.UK
			}
			return name + ": " + e.text(item, p)
		})
	case v.Field.List:
		return joined(v.Items, func(p site.Value) string { return e.text(item, p) })
	case v.Field.Type == site.DeadlineType:
		return site.DeadlineOf(v).List(site.UK)
	case len(v.Field.Fields) > 0:
		return e.object(item, v)
	}
	switch v.Field.Type {
	case site.Enum:
		if w := v.Field.Vocabulary.Word(v.Text); w != nil {
			return w.Label.UK
		}
	case site.Int, site.Number, site.Latitude, site.Longitude:
		return strings.Replace(decimal(v.Number), ".", ",", 1)
	case site.Bool:
		return ukrainian.YesNo(v.Bool)
	case site.DateOnly, site.DateTime:
		return v.Date.String()
	case site.Ref:
		if other := e.Site.Lookup(v.Field, v.Text); other != nil && other.State == site.Shown {
			return plain(other.UK.Doc.Title)
		}
		return ""
	case site.Markdown:
		return stripped(v.Body.HTML())
	case site.File, site.Image:
		return e.file(item, v.Text)
	}
	return plain(v.Text)
}

// joined are the texts of values, but for those that have none.
func joined(values []site.Value, text func(site.Value) string) string {
	var texts []string
	for _, v := range values {
		if t := text(v); t != "" {
			texts = append(texts, t)
		}
	}
	return strings.Join(texts, "; ")
}

// object writes the parts of an object in one line: those of a name with spaces between.
func (e *Export) object(item *site.Item, v site.Value) string {
	separator := ", "
	if v.Field.Type == site.Person || v.Field.Part("surname") != nil {
		separator = " "
	}
	var texts []string
	for _, part := range v.Parts {
		if t := e.text(item, part); t != "" {
			texts = append(texts, t)
		}
	}
	return strings.Join(texts, separator)
}

// value writes a value as JSON.
func (e *Export) value(w *jsonWriter, item *site.Item, v site.Value) {
	switch {
	case v.Null:
		w.WriteString("null")
	case v.Field.Map:
		w.open('{')
		for _, p := range v.Items {
			w.key(p.Key)
			e.value(w, item, p)
		}
		w.close('}')
	case v.Field.List:
		w.open('[')
		for _, p := range v.Items {
			w.next()
			e.value(w, item, p)
		}
		w.close(']')
	case len(v.Field.Fields) > 0:
		w.open('{')
		for _, p := range v.Parts {
			w.key(p.Field.Name)
			e.value(w, item, p)
		}
		w.close('}')
	default:
		e.scalar(w, item, v)
	}
}

func (e *Export) scalar(w *jsonWriter, item *site.Item, v site.Value) {
	switch v.Field.Type {
	case site.Int, site.Number, site.Latitude, site.Longitude:
		w.WriteString(decimal(v.Number))
	case site.Bool:
		w.WriteString(strconv.FormatBool(v.Bool))
	case site.Ref:
		if other := e.Site.Lookup(v.Field, v.Text); other != nil && other.State == site.Shown {
			w.quote(other.Ref())
			return
		}
		w.WriteString("null")
	case site.Enum:
		w.quote(v.Text)
	default:
		w.quote(e.text(item, v))
	}
}

// file is the address of a file that stands beside an item, "" where it is not published.
func (e *Export) file(item *site.Item, written string) string {
	if e.File == nil {
		return ""
	}
	if path := e.File(item, written); path != "" {
		return e.address(path)
	}
	return ""
}

func decimal(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }

var spaces = strings.NewReplacer("\u00a0", " ", "\u202f", " ")

// plain is a text without the signs that only a page needs.
func plain(s string) string { return spaces.Replace(s) }

var (
	endOfBlock = regexp.MustCompile(`</(?:p|li|h[1-6]|tr|blockquote|div)>|<br\s*/?>`)
	anyTag     = regexp.MustCompile(`<[^>]*>`)
)

// stripped is the text of HTML that we have made.
func stripped(s string) string {
	s = anyTag.ReplaceAllString(endOfBlock.ReplaceAllString(s, "\n"), "")
	var lines []string
	for line := range strings.Lines(plain(html.UnescapeString(s))) {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}

// jsonWriter writes JSON whose keys keep their order.
type jsonWriter struct {
	bytes.Buffer
	begun bool // something stands before in the present object or list
}

func (w *jsonWriter) open(sign byte) {
	w.WriteByte(sign)
	w.begun = false
}

func (w *jsonWriter) close(sign byte) {
	w.WriteByte(sign)
	w.begun = true
}

// next comes before every element of a list.
func (w *jsonWriter) next() {
	if w.begun {
		w.WriteByte(',')
	}
	w.begun = true
}

func (w *jsonWriter) key(name string) {
	w.next()
	w.quote(name)
	w.WriteByte(':')
}

// text writes a key with a text, unless that is empty.
func (w *jsonWriter) text(name, value string) {
	if value != "" {
		w.key(name)
		w.quote(value)
	}
}

func (w *jsonWriter) quote(s string) {
	e := json.NewEncoder(&w.Buffer)
	e.SetEscapeHTML(false)
	_ = e.Encode(s) // a text can always be written
	w.Truncate(w.Len() - 1)
}
