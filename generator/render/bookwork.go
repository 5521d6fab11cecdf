package render

import (
	"strings"

	"github.com/som-hub/vitryna/generator/citation"
	"github.com/som-hub/vitryna/generator/site"
)

// ManualWork is the manual as a work that readers cite (domain 2.3.4).
func (r *Renderer) ManualWork(b *site.Book) citation.Work {
	manual, lang := b.Manual, b.Page.Doc.Lang
	card := r.card(manual, lang)
	w := citation.Work{
		Key: manual.ID, Type: citation.Book, Language: lang,
		Authors: card.names("authors"), Editors: card.names("editors"), Compilers: card.names("compilers"),
		Title: b.Page.Doc.Title, Subtitle: card.Text("subtitle"), Kind: r.citedKind(card), Edition: card.Text("edition"),
		City: card.Text("city"), Publisher: card.Text("publisher"), ISBN: card.Text("isbn"),
	}
	if len(w.Authors)+len(w.Compilers)+len(w.Editors) == 0 {
		w.Institution = card.Text("organisation")
	}
	year, _ := manual.UK.Doc.Value("year")
	pages, _ := manual.UK.Doc.Value("pages")
	w.Year, w.Pages = int(year.Number), int(pages.Number)
	if base := r.Site.Config.BaseURL; base != "" {
		w.URL = base + "/" + b.Page.Address()
	}
	return w
}

// ManualMakers are the lines in which a book's title page says who made it and as what: «Укладачі: В. Г. Друга (методистка)». It is nil where there are but
// authors, or an institution alone: of them it is known.
func (r *Renderer) ManualMakers(b *site.Book) []string {
	card := r.card(b.Manual, b.Page.Doc.Lang)
	var lines []string
	known := !card.Has("organisation")
	for _, field := range []string{"authors", "compilers", "editors"} {
		names, posts := withPosts(card.Objects(field))
		if names != "" {
			lines = append(lines, card.Field(field).Label+": "+names)
			known = known && field == "authors" && !posts
		}
	}
	if known || lines == nil {
		return nil
	}
	if organisation := card.Text("organisation"); organisation != "" {
		lines = append(lines, card.Field("organisation").Label+": "+organisation)
	}
	return lines
}

// ChapterMakers are those who have written a chapter that has authors of its own, with their posts: «А. Б. Перша (методистка)»; "" of others.
func (r *Renderer) ChapterMakers(chapter *site.Item, lang string) string {
	names, _ := withPosts(r.card(chapter, lang).Objects("authors"))
	return names
}

// withPosts names people as a title page does; posts tells that one of them has a post.
func withPosts(people []Parts) (names string, posts bool) {
	var list []string
	for _, person := range people {
		name := person.Initials() + "\u00a0" + person.Text("surname")
		if post := person.Text("post"); post != "" {
			name += " (" + post + ")"
			posts = true
		}
		list = append(list, name)
	}
	return strings.Join(list, ", "), posts
}

// ManualImprint are the lines that stand behind the title of a book beside its place and its number (domain 2.3.4): codes, who recommends it, who has
// reviewed it.
func (r *Renderer) ManualImprint(b *site.Book) []string {
	card := r.card(b.Manual, b.Page.Doc.Lang)
	var lines, codes, reviewers []string
	for _, field := range []string{"udc", "bbk"} {
		if code := card.Text(field); code != "" {
			codes = append(codes, card.Field(field).Label+"\u00a0"+code)
		}
	}
	if mark := card.Text("author_mark"); mark != "" {
		codes = append(codes, mark)
	}
	if codes != nil {
		lines = append(lines, strings.Join(codes, ", "))
	}
	for _, by := range card.Objects("approved") {
		lines = append(lines, card.Field("approved").Label+": "+card.T("manual.approved", by.Text("body"), by.Text("protocol"), by.Text("date")))
	}
	for _, person := range card.Objects("reviewers") {
		said := []string{person.Text("name"), person.Text("post")}
		if degree := person.Text("degree"); degree != "" {
			said = append(said, degree)
		}
		reviewers = append(reviewers, strings.Join(said, ", "))
	}
	if reviewers != nil {
		lines = append(lines, card.Field("reviewers").Label+": "+strings.Join(reviewers, "; "))
	}
	return lines
}

// citedKind is what a citation calls the publication: «метод. посіб.».
func (r *Renderer) citedKind(card *Card) string {
	if card.lang == site.EN {
		return card.Text("kind")
	}
	return citedKinds[card.Value("kind")]
}

// names are the persons of a field whose parts are surname and initials.
func (c *Card) names(field string) []citation.Name {
	v, _ := c.item.UK.Doc.Value(field)
	var names []citation.Name
	for _, e := range v.Items {
		surname, _ := e.Part("surname")
		initials, _ := e.Part("initials")
		given := citation.Name{Given: initials.Text}.Initials()
		names = append(names, citation.Name{Surname: c.name(surname.Text), Given: c.name(given)})
	}
	return names
}
