package render

import (
	"html/template"

	"github.com/som-hub/vitryna/generator/compiled"
)

// asked are the questions that layouts ask most: nearly all those of a chapter's page. One that is missing here is answered too, but later.
var asked = []compiled.Question{
	compiled.AskBy(func(v worded, key string) (any, error) { return v.T(key), nil }),
	compiled.AskBy(func(v framed, name string) (any, error) { return v.Kept(name) }),
	compiled.AskBy(func(v dressed, name string) (any, error) { return v.Asset(name) }),
	compiled.AskBy(func(v adorned, name string) (any, error) { return v.Icon(name), nil }),
	compiled.AskBy(func(v manifold, name string) (any, error) { return v.Objects(name), nil }),
	compiled.AskBy(func(v interface{ Text(name string) string }, name string) (any, error) { return v.Text(name), nil }),
	compiled.AskBy(func(v interface{ Has(name string) bool }, name string) (any, error) { return v.Has(name), nil }),

	compiled.Ask(func(v interface{ Alternates() []Alternate }) any { return v.Alternates() }),
	compiled.Ask(func(v interface{ Attachments() []AttachmentView }) any { return v.Attachments() }),
	compiled.Ask(func(v interface{ Back() []Group }) any { return v.Back() }),
	compiled.Ask(func(v interface{ Body() template.HTML }) any { return v.Body() }),
	compiled.Ask(func(v interface{ Book() *BookView }) any { return v.Book() }),
	compiled.Ask(func(v interface{ Canonical() string }) any { return v.Canonical() }),
	compiled.Ask(func(v interface{ Contents() []HeadingView }) any { return v.Contents() }),
	compiled.Ask(func(v interface{ CoverPhoto() *PhotoView }) any { return v.CoverPhoto() }),
	compiled.Ask(func(v interface{ Description() string }) any { return v.Description() }),
	compiled.Ask(func(v interface{ Disk() bool }) any { return v.Disk() }),
	compiled.Ask(func(v interface{ Example() bool }) any { return v.Example() }),
	compiled.Ask(func(v interface{ Foreign() bool }) any { return v.Foreign() }),
	compiled.Ask(func(v interface{ HeadTitle() string }) any { return v.HeadTitle() }),
	compiled.Ask(func(v interface{ KindName() string }) any { return v.KindName() }),
	compiled.Ask(func(v interface{ Label() string }) any { return v.Label() }),
	compiled.Ask(func(v interface{ Lang() string }) any { return v.Lang() }),
	compiled.Ask(func(v interface{ Minutes() int }) any { return v.Minutes() }),
	compiled.Ask(func(v interface{ Mistake() template.URL }) any { return v.Mistake() }),
	compiled.Ask(func(v interface{ Next() *Card }) any { return v.Next() }),
	compiled.Ask(func(v interface{ Number() string }) any { return v.Number() }),
	compiled.Ask(func(v interface{ Owner() *Card }) any { return v.Owner() }),
	compiled.Ask(func(v interface{ Photos() []PhotoView }) any { return v.Photos() }),
	compiled.Ask(func(v interface{ Position() string }) any { return v.Position() }),
	compiled.Ask(func(v interface{ Prev() *Card }) any { return v.Prev() }),
	compiled.Ask(func(v interface{ Preview() bool }) any { return v.Preview() }),
	compiled.Ask(func(v interface{ Social() template.HTML }) any { return v.Social() }),
	compiled.Ask(func(v interface{ Sources() []SourceView }) any { return v.Sources() }),
	compiled.Ask(func(v interface{ StructuredData() template.JS }) any { return v.StructuredData() }),
	compiled.Ask(func(v interface{ Summary() string }) any { return v.Summary() }),
	compiled.Ask(func(v interface{ Tags() []TagLink }) any { return v.Tags() }),
	compiled.Ask(func(v interface{ Ticks() template.HTML }) any { return v.Ticks() }),
	compiled.Ask(func(v interface{ Title() string }) any { return v.Title() }),
	compiled.Ask(func(v interface{ TitleLang() string }) any { return v.TitleLang() }),
	compiled.Ask(func(v interface{ URL() string }) any { return v.URL() }),
	compiled.Ask(func(v interface{ Updated() string }) any { return v.Updated() }),
	compiled.Ask(func(v interface{ Visited() bool }) any { return v.Visited() }),
}

type (
	worded = interface{ T(string, ...any) string }
	framed = interface {
		Kept(string) (template.HTML, error)
	}
	dressed  = interface{ Asset(string) (string, error) }
	adorned  = interface{ Icon(string) template.HTML }
	manifold = interface{ Objects(string) []Parts }
)
