package content

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"errors"
	"math"
	"time"

	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// KeptVersion names the form in which [Keep] writes. It changes with the documents of package site and with whatever a parser makes of a text.
const KeptVersion = "6"

// Kept is a file of content/ as it was read, in a form for the disk. The text of every document, the greatest part, stands apart, so that a reader
// takes only the texts that are asked for.
type Kept struct {
	Rest  []byte   // documents without their texts, and their problems
	Texts []string // of the documents, in their order
	Faces []Face   // likewise
}

// Face tells one state of a document from another: Shown covers all that another page can show of it, Text what only its own page shows.
// A text in which a word changed has another Text and the same Shown.
type Face struct{ Shown, Text [sha256.Size]byte }

// ErrNotKept tells that a file cannot be kept, or that what was kept cannot be read: then it is parsed.
var ErrNotKept = errors.New("not kept")

// Keep writes what [Parser.Parse] returned. Lists of references are not kept: they are few, and read quickly.
//
// It writes by hand, and not with a package for any structure, for two reasons: a field is a pointer into the kinds, and a build in which nothing but
// one text changed spends most of its time reading ten thousand of these.
func (k *Kinds) Keep(p Parsed) (Kept, error) {
	if len(p.Works) > 0 {
		return Kept{}, ErrNotKept
	}
	w := &keeper{kinds: k, writing: true, bytes: make([]byte, 0, usualRest), hidden: make([]byte, 0, usualRest/4)}
	n := len(p.Docs)
	w.int(&n)
	kept := Kept{Texts: make([]string, 0, n), Faces: make([]Face, 0, n)}
	for _, doc := range p.Docs {
		shown, inside := len(w.bytes), len(w.hidden)
		w.doc(doc)
		kept.Texts = append(kept.Texts, doc.Body.HTML())
		kept.Faces = append(kept.Faces, Face{Shown: sha256.Sum256(w.bytes[shown:]), Text: sumOf(w.hidden[inside:], doc.Body.HTML())})
	}
	problems := ""
	if len(p.Problems) > 0 {
		data, err := json.Marshal(p.Problems)
		if err != nil {
			return Kept{}, err
		}
		problems = string(data)
	}
	w.text(&problems)
	if w.failed {
		return Kept{}, ErrNotKept
	}
	kept.Rest = binary.AppendUvarint(make([]byte, 0, binary.MaxVarintLen64+len(w.bytes)+len(w.hidden)), uint64(len(w.bytes)))
	kept.Rest = append(append(kept.Rest, w.bytes...), w.hidden...)
	return kept, nil
}

// usualRest is room for the rest of most documents.
const usualRest = 2 << 10

// sumOf is the digest of bytes and of a text behind them. The text goes through it in pieces: a copy of it would be most of what Keep takes.
func sumOf(before []byte, text string) (sum [sha256.Size]byte) {
	h := sha256.New()
	h.Write(before)
	for piece := make([]byte, 1<<10); text != ""; {
		n := copy(piece, text)
		h.Write(piece[:n])
		text = text[n:]
	}
	h.Sum(sum[:0])
	return sum
}

// Parsed reads what Keep wrote with the same kinds. rest may be kept by what is returned; text gives the body of the document of that number its text,
// and tells whether there is one.
func (k *Kinds) Parsed(rest string, text func(n int, b *site.Body) bool) (Parsed, error) {
	size, n := binary.Uvarint([]byte(rest[:min(len(rest), binary.MaxVarintLen64)]))
	if n <= 0 || size > uint64(len(rest)-n) {
		return Parsed{}, ErrNotKept
	}
	rest = rest[n:]
	r := &keeper{kinds: k, source: rest[:size], lines: rest[size:]}
	docs := 0
	r.int(&docs)
	if docs < 0 || docs > len(rest) {
		return Parsed{}, ErrNotKept
	}
	p := Parsed{}
	for i := range docs {
		doc := &site.Doc{}
		r.doc(doc)
		if !text(i, &doc.Body) {
			return Parsed{}, ErrNotKept
		}
		p.Docs = append(p.Docs, doc)
	}
	problems := ""
	r.text(&problems)
	if r.failed || r.source != "" || r.lines != "" {
		return Parsed{}, ErrNotKept
	}
	if problems != "" && json.Unmarshal([]byte(problems), &p.Problems) != nil {
		return Parsed{}, ErrNotKept
	}
	return p, nil
}

// keeper writes values, or reads them: one description of a structure serves both, so that they cannot differ. It has two streams: what others can show
// of a document, and what they cannot, which are the lines that messages name and what belongs to the text alone.
type keeper struct {
	kinds   *Kinds
	writing bool
	failed  bool

	bytes, hidden []byte // written
	source, lines string // to be read
}

func (k *keeper) uint(stream *[]byte, rest *string, v uint64) uint64 {
	if k.writing {
		*stream = binary.AppendUvarint(*stream, v)
		return v
	}
	if s := *rest; s != "" && s[0] < 0x80 { // as most are
		*rest = s[1:]
		return uint64(s[0])
	}
	for i, shift := 0, 0; i < len(*rest) && shift < 64; i, shift = i+1, shift+7 {
		if i == 0 {
			v = 0
		}
		c := (*rest)[i]
		v |= uint64(c&0x7f) << shift
		if c < 0x80 {
			*rest = (*rest)[i+1:]
			return v
		}
	}
	k.failed = true
	return 0
}

func zigzag(n int) uint64   { return uint64(n<<1) ^ uint64(n>>63) } // safe: bits, not a number
func unzigzag(v uint64) int { return int(v>>1) ^ -int(v&1) }        // safe: likewise

func (k *keeper) int(p *int)  { *p = unzigzag(k.uint(&k.bytes, &k.source, zigzag(*p))) }
func (k *keeper) line(p *int) { *p = unzigzag(k.uint(&k.hidden, &k.lines, zigzag(*p))) }

func (k *keeper) place(line, column *int) {
	k.line(line)
	k.line(column)
}

func (k *keeper) bool(p *bool) {
	n := 0
	if *p {
		n = 1
	}
	k.int(&n)
	*p = n == 1
}

func (k *keeper) text(p *string) {
	n := int(k.uint(&k.bytes, &k.source, uint64(len(*p)))) // safe: checked below
	if k.writing {
		k.bytes = append(k.bytes, *p...)
		return
	}
	if n < 0 || n > len(k.source) {
		k.failed = true
		return
	}
	*p, k.source = k.source[:n], k.source[n:]
}

func (k *keeper) texts(p *[]string) { many(k, p, k.text) }

// many writes or reads a list; nil and an empty one are told apart.
func many[T any](k *keeper, p *[]T, one func(*T)) {
	n := 0
	if *p != nil {
		n = len(*p) + 1
	}
	k.int(&n)
	if !k.writing && n > 0 {
		if n > len(k.source)+1 {
			k.failed = true // an element has at least a byte
			return
		}
		*p = make([]T, n-1)
	}
	for i := range *p {
		one(&(*p)[i])
	}
}

func (k *keeper) kind(p **site.Kind) {
	name := ""
	if *p != nil {
		name = "+" + (*p).Name
	}
	k.text(&name)
	if k.writing || name == "" {
		return
	}
	if *p = k.kinds.byName[name[1:]]; *p == nil {
		if *p = k.kinds.introduction; name != "+" {
			k.failed = true
		}
	}
}

func (k *keeper) field(p **site.Field) {
	n := -1
	if *p != nil && k.writing {
		number, known := k.kinds.fields.number[*p]
		k.failed = k.failed || !known
		n = number
	}
	k.int(&n)
	switch {
	case k.writing || n < 0:
	case n < len(k.kinds.fields.all):
		*p = k.kinds.fields.all[n]
	default:
		k.failed = true
	}
}

func (k *keeper) doc(d *site.Doc) {
	k.text(&d.File)
	k.line(&d.Line)
	role := int(d.Role)
	k.int(&role)
	d.Role = site.Role(role)
	k.text(&d.Lang)
	k.kind(&d.Kind)
	for _, p := range []*string{&d.Section, &d.Owner, &d.ID, &d.Path, &d.Title} {
		k.text(p)
	}
	k.int(&d.Order)
	k.bool(&d.Draft)
	k.bool(&d.Ours)
	k.bool(&d.Whole)
	many(k, &d.Values, k.value)
	k.body(&d.Body)
}

// Which of its members a value has.
const (
	hasText = 1 << iota
	hasNumber
	hasDate
	hasItems
	hasParts
	hasBody
	hasKey
	isNull
	isTrue
)

func (k *keeper) value(v *site.Value) {
	k.field(&v.Field)
	k.place(&v.Line, &v.Column)
	has := membersOf(v)
	k.int(&has)
	v.Null, v.Bool = has&isNull != 0, has&isTrue != 0
	if has&hasKey != 0 {
		k.text(&v.Key)
	}
	if has&hasText != 0 {
		k.text(&v.Text)
	}
	if has&hasNumber != 0 {
		v.Number = math.Float64frombits(k.uint(&k.bytes, &k.source, math.Float64bits(v.Number)))
	}
	if has&hasDate != 0 {
		k.date(&v.Date)
	}
	if has&hasItems != 0 {
		many(k, &v.Items, k.value)
	}
	if has&hasParts != 0 {
		many(k, &v.Parts, k.value)
	}
	if has&hasBody != 0 {
		if v.Body == nil {
			v.Body = &site.Body{}
		}
		html := v.Body.HTML()
		k.text(&html)
		v.Body.SetHTML(html)
		k.body(v.Body)
	}
}

func membersOf(v *site.Value) int {
	has := 0
	set := func(is bool, bit int) {
		if is {
			has |= bit
		}
	}
	set(v.Text != "", hasText)
	set(v.Number != 0, hasNumber)
	set(v.Date != ukrainian.Date{}, hasDate)
	set(v.Items != nil, hasItems)
	set(v.Parts != nil, hasParts)
	set(v.Body != nil, hasBody)
	set(v.Key != "", hasKey)
	set(v.Null, isNull)
	set(v.Bool, isTrue)
	return has
}

func (k *keeper) date(d *ukrainian.Date) {
	month := int(d.Month)
	for _, p := range []*int{&d.Year, &month, &d.Day, &d.Hour, &d.Minute, &d.Second} {
		k.int(p)
	}
	d.Month = time.Month(month)
	k.bool(&d.Timed)
	k.bool(&d.Again)
}

// body is everything of a text but the text itself.
func (k *keeper) body(b *site.Body) {
	many(k, &b.Holes, k.hole)
	many(k, &b.Links, func(l *site.Link) {
		k.text(&l.Dest)
		k.text(&l.Title)
		k.text(&l.Text)
		k.place(&l.Line, &l.Column)
	})
	many(k, &b.Pictures, func(p *site.Picture) {
		for _, text := range []*string{&p.Dest, &p.Alt, &p.Caption, &p.ID} {
			k.text(text)
		}
		k.bool(&p.Figure)
		k.int(&p.Number)
		k.place(&p.Line, &p.Column)
	})
	many(k, &b.Headings, func(h *site.Heading) {
		k.int(&h.Level)
		k.text(&h.ID)
		k.text(&h.Title)
		k.line(&h.Line)
	})
	k.texts(&b.Anchors)
	many(k, &b.Titled, func(t *site.Titled) {
		k.text(&t.ID)
		k.text(&t.Title)
	})
	many(k, &b.Numbered, func(n *site.Numbered) {
		kind := int(n.Kind)
		k.int(&kind)
		n.Kind = site.NumberedKind(kind) // safe: written from one
		k.text(&n.ID)
		k.text(&n.Title)
		k.place(&n.Line, &n.Column)
	})
	many(k, &b.Cites, func(c *site.Cite) {
		many(k, &c.Works, func(w *site.CitedWork) {
			k.text(&w.Key)
			k.text(&w.Where)
		})
		k.place(&c.Line, &c.Column)
	})
	many(k, &b.Marks, k.mark)
	many(k, &b.Defined, k.mark)
	k.bool(&b.Formulas)
	k.text(&b.Lead)
	k.line(&b.Words)
	k.line(&b.Runes)
}

func (k *keeper) mark(m *site.Mark) {
	k.text(&m.Term)
	k.text(&m.ID)
	k.line(&m.Line)
}

// hole is a place in the text: it moves when a word before it changes, and nobody else can show that.
func (k *keeper) hole(h *site.Hole) {
	kind := int(h.Kind)
	k.int(&kind)
	h.Kind = site.HoleKind(kind) // safe: written from one
	k.line(&h.At)
	k.int(&h.Index)
}
