package site

import (
	"regexp"

	"github.com/som-hub/vitryna/generator/ukrainian"
)

// Languages of the interface and of content. Ukrainian comes first, always (rule B-01).
const (
	UK = "uk"
	EN = "en"
)

// Text is a label in both languages. An empty EN falls back to UK.
type Text struct{ UK, EN string }

// In returns the label in the language asked for.
func (t Text) In(lang string) string {
	if lang == EN && t.EN != "" {
		return t.EN
	}
	return t.UK
}

// Noun is the name of a thing that is counted, in both languages.
type Noun struct {
	UK ukrainian.Forms
	EN [2]string // singular, plural
}

// Kind is what kind.yaml says of one kind of content. A kind is made once, when the layouts are read,
// and never changes afterwards.
type Kind struct {
	Name    string // the folder's name: project
	Section string // folder in content/ and first part of the address: projects
	Label   Noun
	Heading Text   // title of the section's page; empty: the plural of Label
	Title   string // pattern of a title made from fields; empty: the field title
	Named   bool   // that title is the name of a person or of a place
	ID      string // pattern of the id of a row without one; empty: its title
	Inside  string // name of the kind in whose folder the items live
	CSV     bool   // items are the rows of CSV files
	Folders bool   // of a kind of rows: folders are items too
	NoPage  bool   // items are listed, but have no page of their own
	Feed    bool   // the section has an Atom feed

	Alphabetical bool // the section has an alphabetical index

	Fields []*Field
	Sort   []SortKey
	Facets []string
	OneOf  [][]string // groups of fields of which one must stand
	Schema string     // schema.org type

	Defaults []Value // of those fields whose default is a number, a word or yes or no: all documents share them

	byName map[string]*Field
}

// SortKey is one field of an order.
type SortKey struct {
	Field      string
	Descending bool
}

// Type is the type of a field's value.
type Type string

// The types of docs/kinds.md. A list or a map is told by [Field.List] and [Field.Map].
const (
	String       Type = "string"
	Code         Type = "code"
	PlainText    Type = "text"
	Markdown     Type = "markdown"
	Int          Type = "int"
	Number       Type = "number"
	Bool         Type = "bool"
	DateOnly     Type = "date"
	DateTime     Type = "datetime"
	AcademicYear Type = "academic-year"
	Colour       Type = "colour"
	Enum         Type = "enum"
	Ref          Type = "ref"
	Object       Type = "object"
	File         Type = "file"
	Image        Type = "image"
	URL          Type = "url"
	Path         Type = "path"
	Person       Type = "person"
	Consent      Type = "consent"
	Source       Type = "source"
	Attachment   Type = "attachment"
	ISBN         Type = "isbn"
	DeadlineType Type = "deadline"
	ClauseType   Type = "clause"
	PhotoType    Type = "photo"
	Latitude     Type = "latitude"  // degrees; shown only as [Site.Publishable] allows
	Longitude    Type = "longitude" // the same
)

// Field is one field of a kind, or one part of an object.
type Field struct {
	Name  string
	Label Text
	Aka   []string
	Type  Type
	List  bool
	Map   bool

	Vocabulary *Vocabulary // of an enum, or of a map's keys
	To         []string    // sections that a reference may lead to; the first is meant by a bare id
	Fields     []*Field    // parts of an object
	Item       *Field      // of a string with To: the field that it is where it names an item in place of words

	Required     bool
	RequiredIf   map[string][]string
	RequiredWith string
	Missing      string // code of the problem when it is missing
	Min, Max     *float64
	Pattern      *regexp.Regexp
	NotBefore    []string // of a date: the dates that it may not precede
	Words        string   // of a reference: the field beside it for those who have no item, and are named in words
	Ascending    string
	Unique       bool
	Partial      bool
	Past         bool   // a day of what has been done: one still to come is told (W-FUTURE)
	Warn         string // code of the warning that a broken rule gives in place of an error
	Null         bool

	Private   bool
	Translate bool
	Romanise  bool // the name of a person or of a place: in English in Latin letters (B-06)
	Numero    bool // pages write № before it, so that it has none of its own
	Hidden    bool
	Back      Text
	Default   string
	Help      string
	Example   string
}

// Public tells whether the field's value may be shown, exported or indexed.
func (f *Field) Public() bool { return !f.Private && f.Type != Consent }

// Part returns the part of an object by its name, or nil.
func (f *Field) Part(name string) *Field {
	for _, p := range f.Fields {
		if p.Name == name {
			return p
		}
	}
	return nil
}

// Vocabulary is a closed list of values; the order of the words is their sort order.
type Vocabulary struct {
	Name  string
	Words []*Word
}

// Word is one value of a vocabulary.
type Word struct {
	Name    string
	Label   Text
	Count   Noun // forms for counting; empty where the word is not counted
	Aka     []string
	Virtual bool // an event of this form is not a visit (ST-04)
	Order   int

	Object string // the one as the object of a sentence, where it differs: «провів 1 консультацію»
}

// Word returns the word of that name, or nil.
func (v *Vocabulary) Word(name string) *Word {
	if v == nil {
		return nil
	}
	for _, w := range v.Words {
		if w.Name == name {
			return w
		}
	}
	return nil
}

// Find returns the word whose name or label an author wrote, or nil.
func (v *Vocabulary) Find(written string) *Word {
	if w := v.Word(written); w != nil || v == nil {
		return w
	}
	folded := ukrainian.Fold(written)
	for _, w := range v.Words {
		if ukrainian.Fold(w.Label.UK) == folded || w.Label.EN != "" && ukrainian.Fold(w.Label.EN) == folded {
			return w
		}
		for _, a := range w.Aka {
			if ukrainian.Fold(a) == folded {
				return w
			}
		}
	}
	return nil
}

// Index makes the kind ready for [Kind.Field]; the reader of kinds calls it once.
func (k *Kind) Index() { k.byName = index(k.Fields) }

// Field returns the field that an author means by a name, a label or an older label, or nil.
func (k *Kind) Field(written string) *Field {
	if f := k.byName[written]; f != nil {
		return f
	}
	return k.byName[ukrainian.Fold(written)]
}

// Find returns the part of an object that an author means by a name, a label or an older label, or nil.
func (f *Field) Find(written string) *Field {
	if p := f.Part(written); p != nil {
		return p
	}
	return index(f.Fields)[ukrainian.Fold(written)]
}

func index(fields []*Field) map[string]*Field {
	m := make(map[string]*Field, 3*len(fields))
	claim := func(label string, f *Field) {
		if m[label] == nil && label != "" {
			m[label] = f
		}
	}
	for _, f := range fields {
		claim(f.Name, f)
	}
	for _, f := range fields { // a name comes before any label, a Ukrainian label before an English one
		for _, label := range append([]string{f.Name, f.Label.UK}, f.Aka...) {
			claim(ukrainian.Fold(label), f)
		}
	}
	for _, f := range fields {
		claim(ukrainian.Fold(f.Label.EN), f)
	}
	return m
}

// Names returns every spelling of the fields, for «did you mean».
func Names(fields []*Field) []string {
	var names []string
	for _, f := range fields {
		names = append(names, f.Name, f.Label.UK)
	}
	return names
}

// Plural is the name of the section's page: its heading, else the plural of the kind's label, with a capital.
func (k *Kind) Plural(lang string) string {
	if h := k.Heading.In(lang); h != "" {
		return h
	}
	if lang == EN && k.Label.EN[1] != "" {
		return ukrainian.Capital(k.Label.EN[1])
	}
	return ukrainian.Capital(k.Label.UK.Few)
}

// Singular is the name of the kind in running text: «проєкт».
func (k *Kind) Singular(lang string) string {
	if lang == EN && k.Label.EN[0] != "" {
		return k.Label.EN[0]
	}
	return k.Label.UK.One
}

// Put adds a word, in place of one of the same name if there is one. Only the reader of vocabularies calls it.
func (v *Vocabulary) Put(w *Word) {
	for i, old := range v.Words {
		if old.Name == w.Name {
			v.Words[i] = w
			return
		}
	}
	v.Words = append(v.Words, w)
}
