package render

import (
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
