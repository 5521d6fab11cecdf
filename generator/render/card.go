package render

import (
	"bytes"
	"cmp"
	"html/template"
	"strings"
	"sync"

	"github.com/som-hub/vitryna/generator/citation"
	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// Card is what other pages may show of an item: everything but its text.
type Card struct {
	reader
	item *site.Item

	once sync.Once
	html template.HTML
	err  error
}

// Card is the card itself, by the layout of its kind. It is made once, however many pages show it.
func (c *Card) Card() (template.HTML, error) {
	c.once.Do(func() {
		var buf bytes.Buffer
		c.err = c.r.layouts.card(c.item.Kind.Name).execute(&buf, "main", c)
		c.html = template.HTML(buf.String())
	})
	return c.html, c.err
}

// ID is the item's id.
func (c *Card) ID() string { return c.item.ID }

// Title is the item's title in the reader's language where there is one.
func (c *Card) Title() string {
	title, _ := c.item.Title(c.lang)
	return title
}

// TitleLang is the language of the title where it is not the reader's: an English list names an item that nobody has named in English.
func (c *Card) TitleLang() string {
	if _, lang := c.item.Title(c.lang); lang != c.lang {
		return lang
	}
	return ""
}

// Lang is the language of the page behind the card.
func (c *Card) Lang() string {
	if c.lang == site.EN && c.item.EN != nil {
		return site.EN
	}
	return site.UK
}

// Foreign tells that the page behind the card is not in the reader's language.
func (c *Card) Foreign() bool { return c.Lang() != c.lang }

// Summary is what the author says of the item in short, or its text begins with. On an English list the Ukrainian one is better than none.
func (c *Card) Summary() string {
	doc := c.item.Best(c.lang).Doc
	return cmp.Or(doc.OwnSummary(), doc.Summary())
}

// URL is the address of the item's page; of an item without one, the place where it is listed.
func (c *Card) URL() string {
	if c.item.HasPage() {
		return url(c.item.Best(c.lang))
	}
	return root + site.Address(c.r.rows[c.item], site.UK) + "#" + c.Anchor()
}

// Anchor is the id of the place where an item without a page is listed; "" where it has one.
func (c *Card) Anchor() string {
	switch owner := c.item.Owner; {
	case c.item.HasPage():
		return ""
	case owner != nil:
		return "_" + owner.ID + "-" + c.item.ID
	}
	return "_" + c.item.ID
}

// Kind is the name of the kind in words.
func (c *Card) Kind() string { return c.item.Kind.Singular(c.lang) }

// KindName is the name of the kind, for classes.
func (c *Card) KindName() string { return c.item.Kind.Name }

// Section is the section's name.
func (c *Card) Section() string { return c.item.Section }

// Has tells whether a field stands and may be shown.
func (c *Card) Has(name string) bool { return c.fields().Has(name) }

// Field is a field with its label and ready value.
func (c *Card) Field(name string) FieldView { return c.fields().Field(name) }

// Text is the plain text of a field.
func (c *Card) Text(name string) string { return c.fields().Text(name) }

// Value is the bare value of a field: the name of an enum, an ISO date.
func (c *Card) Value(name string) string { return c.fields().Value(name) }

// Texts are the plain texts of a list.
func (c *Card) Texts(name string) []string { return c.fields().Texts(name) }

// Objects are the parts of a list of objects.
func (c *Card) Objects(name string) []Parts { return c.fields().Objects(name) }

// Refs are the cards of the items a field refers to.
func (c *Card) Refs(name string) []*Card { return c.fields().Refs(name) }

func (c *Card) fields() Parts {
	return Parts{reader: c.reader, item: c.item, get: func(name string) (site.Value, bool) { return c.item.Value(name, c.lang) }}
}

// Date is the day the item stands for, in words.
func (c *Card) Date() string { return c.longDate(c.day()) }

// DateISO is that day as 2021-11-02.
func (c *Card) DateISO() string {
	if d := c.day(); !d.IsZero() {
		return d.String()
	}
	return ""
}

// DateRange is beginning and end in words.
func (c *Card) DateRange() string {
	from := c.day()
	to := c.item.UK.Doc.Date("end")
	if c.r.Site.Guarded(c.item) {
		to = dateOnly(to)
	}
	return c.dateRange(from, to)
}

// YearOf is the academic year of the day: «2021/2022 н. р.».
func (c *Card) YearOf() string {
	d := c.day()
	if d.IsZero() || d.Month == 0 {
		return ""
	}
	return c.academicYear(ukrainian.AcademicYear(d))
}

// day is the item's day; the hour of an event that is guarded is not told (SF-03).
func (c *Card) day() ukrainian.Date {
	if c.r.Site.Guarded(c.item) {
		return dateOnly(c.item.Day())
	}
	return c.item.Day()
}

// Cover is the item's photograph, or nil.
func (c *Card) Cover() *Picture { return c.pictureOf("cover", "cover_alt") }

// Drawn is a cover drawn from the title, for an item without a photograph.
func (c *Card) Drawn() template.HTML {
	if c.r.Draw == nil {
		return ""
	}
	return template.HTML(c.r.Draw(c.item.UK.Doc.Title, c.item.Kind.Name))
}

// BookCover is a book's cover drawn with its title on it.
func (c *Card) BookCover() template.HTML {
	if c.r.DrawBook == nil {
		return ""
	}
	return template.HTML(c.r.DrawBook(c.item.UK.Doc.Title, c.item.UK.Doc.Text("subtitle"), c.item.Kind.Name))
}

// TagLink is a tag with the address of its page.
type TagLink struct {
	Title, URL string
	Count      int
}

// Tags are the item's tags; they are Ukrainian, so an English page has none.
func (c *Card) Tags() []TagLink {
	if c.lang != site.UK {
		return nil
	}
	var tags []TagLink
	for _, word := range c.item.Tags() {
		if slug := c.r.Site.TagSlug(word); slug != "" {
			tags = append(tags, TagLink{Title: word, URL: root + "tags/" + slug + "/"})
		}
	}
	return tags
}

// Centre is the centre the item belongs to, or nil.
func (c *Card) Centre() *Card {
	if refs := c.Refs("centre"); len(refs) > 0 {
		return refs[0]
	}
	return nil
}

// Number is the number of a chapter or the letter of an appendix, or "".
func (c *Card) Number() string {
	switch {
	case c.item.Letter != "":
		return c.item.LetterIn(c.Lang())
	case c.item.Number > 0:
		return ukrainian.Number(c.item.Number)
	}
	return ""
}

// Children are the items of a section that live inside this one.
func (c *Card) Children(section string) []*Card {
	return c.r.cardsOf(c.item.Children(section), c.lang)
}

// Owner is the item this one lives in, or nil.
func (c *Card) Owner() *Card { return c.r.card(c.item.Owner, c.lang) }

// Example tells that the item is marked «приклад»: it shows a feature, it is no fact.
func (c *Card) Example() bool {
	for _, tag := range c.item.Tags() {
		if strings.EqualFold(tag, "приклад") {
			return true
		}
	}
	return c.item.Owner != nil && c.r.card(c.item.Owner, c.lang) != nil && c.r.card(c.item.Owner, c.lang).Example()
}

// Citation is the work of a library as a reader cites it (domain 2.3.4).
func (c *Card) Citation() string {
	doc := c.item.UK.Doc
	work := citation.Work{
		Title: doc.Title, Kind: citedKinds[doc.Text("kind")], Responsibility: doc.Text("responsibility"),
		City: doc.Text("city"), Publisher: doc.Text("publisher"), Year: c.number("year"), Pages: c.number("pages"), URL: doc.Text("url"),
		Language: doc.Lang,
	}
	authors, _ := doc.Value("authors")
	for _, a := range authors.Items {
		work.Authors = append(work.Authors, citation.ParseName(a.Text))
	}
	return work.Record()
}

// citedKinds are the kinds of publications as citations call them.
var citedKinds = map[string]string{
	"manual": "метод. посіб.", "recommendations": "метод. рек.", "collection": "зб.", "guide": "порадник", "programme": "програма",
	"case": "метод. кейс", "development": "метод. розробка", "booklet": "буклет",
}
