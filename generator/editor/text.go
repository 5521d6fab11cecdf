package editor

import (
	"bytes"
	"context"
	"errors"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/som-hub/vitryna/generator/author"
	"github.com/som-hub/vitryna/generator/site"
)

// openQuestion names a text by its file, or by the address of its page.
type openQuestion struct {
	File string `json:"file"`
	Path string `json:"path"`
}

// Opened is a text as the editor shows it.
type Opened struct {
	File   string        `json:"file"`
	Source string        `json:"source"` // every byte of the file
	Hash   string        `json:"hash"`
	Body   string        `json:"body"`
	Fields []author.Part `json:"fields"`
	Form   bool          `json:"form"` // false: the header cannot be read, so it is changed as a text
	Schema []fieldView   `json:"schema"`
	Kind   string        `json:"kind"`
	Title  string        `json:"title"`
	URL    string        `json:"url"`
	ID     string        `json:"id"`    // of an item that may be renamed and deleted
	Other  string        `json:"other"` // the file of the other language
	Told   []told        `json:"told"`
	Photos bool          `json:"photos"` // its kind says who is seen on photographs
}

// open reads a text for the editor.
func (d *Desk) open(_ context.Context, q openQuestion) (*Opened, error) {
	v := d.now.Load()
	if q.File == "" {
		if page := v.pageAt(q.Path); page != nil {
			q.File = page.Doc.File
		}
	}
	if q.File == "" {
		return nil, refused("gone")
	}
	data, err := d.text(q.File)
	if err != nil {
		return nil, err
	}
	place, err := d.kindOf(q.File)
	if err != nil {
		return nil, err
	}
	_, body := author.Split(data)
	fields, _, err := author.Fields(data, place.Kind)
	r := &Opened{
		File: q.File, Source: string(data), Hash: author.Hash(data), Body: strings.ReplaceAll(string(body), "\r\n", "\n"), Fields: fields, Form: err == nil,
		Schema: d.schema(place.Kind, place.Lang), Told: d.toldOf(q.File), Photos: place.Kind.Field("photos") != nil && place.Lang == site.UK,
		Title: v.title(q.File, place.Kind, fields), URL: urlOf(v.byFile[q.File]), Other: d.other(q.File),
	}
	if place.Kind.Name != "" {
		r.Kind = place.Kind.Singular(d.Lang)
	}
	if place.Role == site.RoleItem {
		r.ID = place.ID
	}
	if r.Fields == nil {
		r.Fields = []author.Part{}
	}
	return r, nil
}

// title is what a text is called: as the file says now, for its page may be older, or not made yet; else as its page, or its folder.
func (v *shown) title(file string, kind *site.Kind, fields []author.Part) string {
	for _, f := range fields {
		if f.Name == "title" && kind.Title == "" && f.Value.Text != "" {
			return line(f.Value.Text)
		}
	}
	if page := v.byFile[file]; page != nil {
		return page.Doc.Title
	}
	return path.Base(path.Dir(file))
}

// other is the file of the same text in the other language; "" where there is none.
func (d *Desk) other(file string) string {
	other := ""
	if folder, ok := strings.CutSuffix(file, "/index.md"); ok {
		other = folder + "/index.en.md"
	} else if folder, ok := strings.CutSuffix(file, "/index.en.md"); ok {
		other = folder + "/index.md"
	}
	if data, err := d.files().Read(other); err != nil || data == nil {
		return ""
	}
	return other
}

// urlOf is where the page of a text stands; an item that is only listed has that of its list.
func urlOf(page *site.Page) string {
	switch {
	case page == nil:
		return ""
	case page.Item != nil && !page.Item.HasPage():
		return "/" + page.Item.Path
	}
	return "/" + page.Address()
}

// text is what a text holds; a file that is no text in UTF-8 is not opened.
func (d *Desk) text(file string) ([]byte, error) {
	if path.Ext(file) != ".md" {
		return nil, refused("not text")
	}
	data, err := d.files().Read(file)
	switch {
	case err != nil:
		return nil, err
	case data == nil:
		return nil, refused("gone")
	case !utf8.Valid(data) || bytes.IndexByte(data, 0) >= 0:
		return nil, refused("not utf8")
	}
	return data, nil
}

func (d *Desk) toldOf(file string) []told {
	list := []told{}
	for _, p := range d.now.Load().snapshot.Problems {
		if p.File == file {
			list = append(list, d.tell(p))
		}
	}
	return list
}

// edit is what a writer has made of a text: of Source, fields and the text below the header. Where the header is changed as a text, Whole is all of it.
type edit struct {
	File   string        `json:"file"`
	Source string        `json:"source"`
	Fields []author.Part `json:"fields"` // those that changed; without a value: taken out
	Body   *string       `json:"body"`   // nil: as it was
	Whole  *string       `json:"whole"`
}

// apply makes the text.
func (d *Desk) apply(e edit) ([]byte, error) {
	if e.Whole != nil {
		return author.ReplaceLines([]byte(e.Source), *e.Whole), nil
	}
	place, err := d.kindOf(e.File)
	if err != nil {
		return nil, err
	}
	data := []byte(e.Source)
	for _, f := range e.Fields {
		if data, err = author.SetField(data, place.Kind, f.Name, f.Value); err != nil {
			if field := place.Kind.Field(f.Name); field != nil && errors.Is(err, author.ErrField) {
				return nil, &trouble{"header", field.Label.In(d.Lang)}
			}
			return nil, err
		}
	}
	if e.Body != nil {
		if _, old := author.Split(data); strings.ReplaceAll(string(old), "\r\n", "\n") != *e.Body {
			data = author.ReplaceBody(data, *e.Body)
		}
	}
	return data, nil
}

// saveQuestion is an edit to be written. Over is the hash of another text that the writer has seen and wants to write over.
type saveQuestion struct {
	edit
	Over string `json:"over"`
}

// saveReply is the text as it stands now, or both texts where somebody else was quicker.
type saveReply struct {
	*Opened
	Conflict *conflict `json:"conflict,omitempty"`
}

type conflict struct {
	Mine   string     `json:"mine"`
	Theirs string     `json:"theirs"`
	Hash   string     `json:"hash"` // of theirs
	Gone   bool       `json:"gone"` // the file is no more
	Lines  []diffLine `json:"lines"`
}

// written is the whole text that an edit makes, if it may stand in a file.
func (d *Desk) written(e edit) ([]byte, error) {
	if path.Ext(e.File) != ".md" {
		return nil, refused("not text")
	}
	mine, err := d.apply(e)
	if err != nil {
		return nil, err
	}
	if !utf8.Valid(mine) || bytes.IndexByte(mine, 0) >= 0 || len(mine) > textAtMost {
		return nil, refused("not utf8")
	}
	return mine, nil
}

// aside keeps what its writer has given up for the text of another: it stands in the history from then on.
func (d *Desk) aside(_ context.Context, e edit) (struct{}, error) {
	mine, err := d.written(e)
	if err != nil {
		return struct{}{}, err
	}
	return struct{}{}, d.files().Aside(e.File, mine)
}

func (d *Desk) save(ctx context.Context, q saveQuestion) (*saveReply, error) {
	mine, err := d.written(q.edit)
	if err != nil {
		return nil, err
	}
	base := author.Hash([]byte(q.Source))
	if q.Over != "" {
		base = q.Over
	}
	if q.Over == "gone" {
		base = ""
	}
	_, err = d.files().Save(ctx, q.File, base, mine)
	var c *author.Conflict
	if errors.As(err, &c) {
		if bytes.Equal(c.Theirs, mine) { // both have written the same
			r, err := d.open(ctx, openQuestion{File: q.File})
			return &saveReply{Opened: r}, err
		}
		return &saveReply{Conflict: &conflict{string(mine), string(c.Theirs), author.Hash(c.Theirs), c.Theirs == nil, diff(string(c.Theirs), string(mine))}}, nil
	}
	if err != nil {
		return nil, err
	}
	r, err := d.open(ctx, openQuestion{File: q.File})
	return &saveReply{Opened: r}, err
}

// textAtMost is the size of a text; larger ones a site refuses (design 13).
const textAtMost = 10 << 20

type stateReply struct {
	Hash string `json:"hash"`
	URL  string `json:"url"` // of its page; a new text gets it when the site is made
	Told []told `json:"told"`
}

// state tells what a file holds now, by its hash.
func (d *Desk) state(_ context.Context, q fileQuestion) (*stateReply, error) {
	data, err := d.files().Read(q.File)
	if err != nil {
		return nil, err
	}
	return &stateReply{author.Hash(data), urlOf(d.now.Load().byFile[q.File]), d.toldOf(q.File)}, nil
}

// diffLine is one line of a comparison: " " in both, "-" only in the old text, "+" only in the new one. Long stretches in common are left out: "…".
type diffLine struct {
	Sign string `json:"sign"`
	Text string `json:"text"`
}

// around is how many lines in common are shown about a difference.
const around = 3

// diff compares two texts line by line: the longest lines in common, looked for between what they have in common at both ends.
func diff(before, after string) []diffLine {
	a, b := textLines(before), textLines(after)
	first := 0
	for first < len(a) && first < len(b) && a[first] == b[first] {
		first++
	}
	tail := 0
	for tail < len(a)-first && tail < len(b)-first && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	var list []diffLine
	for _, line := range a[:first] {
		list = append(list, diffLine{" ", line})
	}
	list = append(list, middle(a[first:len(a)-tail], b[first:len(b)-tail])...)
	for _, line := range a[len(a)-tail:] {
		list = append(list, diffLine{" ", line})
	}
	return folded(list)
}

func textLines(s string) []string {
	s = strings.TrimSuffix(strings.ReplaceAll(s, "\r\n", "\n"), "\n")
	if s == "" {
		return nil
	}
	return strings.Split(s, "\n")
}

// tableAtMost bounds the table of a comparison; beyond it everything between is another.
const tableAtMost = 4 << 20

func middle(a, b []string) []diffLine {
	var list []diffLine
	if len(a)*len(b) > tableAtMost {
		for _, line := range a {
			list = append(list, diffLine{"-", line})
		}
		for _, line := range b {
			list = append(list, diffLine{"+", line})
		}
		return list
	}
	common := make([][]int32, len(a)+1)
	for i := range common {
		common[i] = make([]int32, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				common[i][j] = common[i+1][j+1] + 1
			} else {
				common[i][j] = max(common[i+1][j], common[i][j+1])
			}
		}
	}
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		switch {
		case i < len(a) && j < len(b) && a[i] == b[j]:
			list, i, j = append(list, diffLine{" ", a[i]}), i+1, j+1
		case i < len(a) && (j == len(b) || common[i+1][j] >= common[i][j+1]):
			list, i = append(list, diffLine{"-", a[i]}), i+1
		default:
			list, j = append(list, diffLine{"+", b[j]}), j+1
		}
	}
	return list
}

// folded leaves out what is far from every difference.
func folded(list []diffLine) []diffLine {
	near := func(i int) bool {
		from, to := max(0, i-around), min(len(list), i+around+1)
		return slices.ContainsFunc(list[from:to], func(l diffLine) bool { return l.Sign != " " })
	}
	out := []diffLine{}
	for i, line := range list {
		switch {
		case near(i):
			out = append(out, line)
		case len(out) == 0 || out[len(out)-1].Sign != "…":
			out = append(out, diffLine{"…", ""})
		}
	}
	return out
}
