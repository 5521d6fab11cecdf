package render

import (
	"slices"
	"strings"

	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// searchPath is where one searches, without language.
const searchPath = "search"

// SearchPage is the page of the search. Without script it is an alphabetical index of everything.
type SearchPage struct{ Frame }

// search adds the page of the search.
func (p *pageList) search() {
	languages := p.r.Site.Config.Languages
	for _, lang := range languages {
		p.add(searchPath, languages, lang, nil, func() ([]byte, error) { return p.r.searchPage(lang) })
		p.pages[len(p.pages)-1].Indexed = false // it holds nothing of its own
	}
}

func (r *Renderer) searchPage(lang string) ([]byte, error) {
	view := &SearchPage{r.frame(lang, "search", searchPath, r.Site.Config.Languages...)}
	view.Title, view.Summary = view.T("search.title"), view.T("search.summary")
	view.Breadcrumbs = []Link{view.home()}
	return r.execute(r.layouts.pages["search"], view, site.Address(searchPath, lang))
}

// SearchIndex is the index of a language that a search looks through.
type SearchIndex struct{ Lang, URL string }

// Own is the index of the page's language.
func (p *SearchPage) Own() SearchIndex { return p.searched(p.lang) }

// Other is the index of the other language, or nil.
func (p *SearchPage) Other() *SearchIndex {
	for _, lang := range p.r.Site.Config.Languages {
		if lang != p.lang {
			index := p.searched(lang)
			return &index
		}
	}
	return nil
}

func (p *SearchPage) searched(lang string) SearchIndex {
	return SearchIndex{lang, root + p.r.SearchManifest[lang]}
}

// Root is the address of the site's root, which the script puts before the addresses of its hits.
func (p *SearchPage) Root() string { return root }

// Index is everything that has a page, by first letters; of what lives inside another the owner leads there. It is empty where there is more than
// one page can show: then the sections lead on.
func (p *SearchPage) Index() []IndexGroup {
	var items []*site.Item
	for _, item := range p.r.Site.Items {
		if item.HasPage() && item.Owner == nil {
			items = append(items, item)
		}
	}
	if len(items) > mostIndexed {
		return nil
	}
	return p.r.index(items, p.lang)
}

// SearchText is what a search knows of a page.
type SearchText struct {
	Path, Title, Kind, Centre string
	Levels                    []string
	Date                      ukrainian.Date
	Day                       string
	Summary, Note             string       // note: words that stand nowhere, and by which it is found all the same
	Parts                     []SearchPart // the first is what stands before any heading
}

// SearchPart is a heading with its text.
type SearchPart struct{ ID, Title, Text string }

// SearchItems are the items whose pages may be found in a language: those that are shown and have a page in it.
func (r *Renderer) SearchItems(lang string) []*site.Item {
	var items []*site.Item
	for _, item := range r.Site.Items {
		if item.HasPage() && item.In(lang) != nil && !r.Site.Untold(item) {
			items = append(items, item)
		}
	}
	return items
}

// SearchText is what may be found of an item: what its page shows, in the words that stand there. References and choices are not: a project
// would be found by the name of every partner, and every project by «триває».
func (r *Renderer) SearchText(item *site.Item, lang string) SearchText {
	page, card := item.In(lang), r.card(item, lang)
	text := SearchText{
		Path: page.Address(), Title: page.Doc.Title, Summary: card.Summary(), Date: dateOnly(item.Day()), Day: card.Date(), Kind: item.Kind.Plural(lang),
		Levels: card.Texts("level"),
	}
	if sec := r.Site.Section(item.Section); sec != nil && item.Owner == nil {
		text.Kind = card.sectionTitle(sec)
	}
	if centre := card.Centre(); centre != nil {
		text.Centre = centre.Title()
	}
	for _, tag := range card.Tags() {
		text.Note += tag.Title + " "
	}
	text.Parts = []SearchPart{{}}
	if !item.Retold() {
		text.Parts = textParts(page)
	}
	before := &text.Parts[0]
	for _, f := range item.Kind.Fields {
		if !found(f) {
			continue
		}
		if v, ok := card.fields().public(f.Name); ok && !v.Null {
			before.Text = joinText(before.Text, plainText(string(card.fields().html(v))))
		}
	}
	text.Note += r.otherSpellings(&text)
	return text
}

// otherSpellings are those that site.yaml knows of the names on a page: readers search for what they hear.
func (r *Renderer) otherSpellings(text *SearchText) string {
	on := func(name string) bool {
		return strings.Contains(text.Title, name) || strings.Contains(text.Summary, name) ||
			slices.ContainsFunc(text.Parts, func(p SearchPart) bool { return strings.Contains(p.Title, name) || strings.Contains(p.Text, name) })
	}
	note := ""
	for _, brand := range r.Site.Config.Brands {
		if on(brand.Right) {
			note += brand.Wrong + " "
		}
	}
	return note
}

// shownApart are fields that the general list of a page leaves out and a layout shows.
var shownApart = map[string]bool{"subtitle": true, "annotation": true, "idea": true, "case": true, "body": true, "transcript": true, "content": true}

// found tells whether a page may be found by the text of a field.
func found(f *site.Field) bool {
	if !f.Public() || f.Hidden && !shownApart[f.Name] {
		return false
	}
	switch f.Type {
	case site.String, site.PlainText, site.Markdown, site.Person, site.ClauseType, site.Object:
		return true
	}
	return false
}

// Choices are by what hits can be narrowed down.
func (p *SearchPage) Choices() []Link {
	var list []Link
	for _, name := range []string{"kind", "centre", "year", "level"} {
		list = append(list, Link{Title: p.T("search." + name), Section: name})
	}
	return list
}

// PageForms are the forms of the noun that is counted, parted by slashes: «сторінка/сторінки/сторінок».
func (p *SearchPage) PageForms() string {
	noun := p.r.Words.Noun("count.pages", p.lang)
	if p.lang == site.EN {
		return strings.Join(noun.EN[:], "/")
	}
	return strings.Join([]string{noun.UK.One, noun.UK.Few, noun.UK.Many}, "/")
}
