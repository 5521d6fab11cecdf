// Package citation knows a work of print or of the web as readers cite it.
//
// A [Work] becomes a record of a list of references by ДСТУ 8302:2015 ([Work.Record], [Work.Spans]), and a record that other programs
// read: [BibTeX], [RIS], [CSLJSON]. [ParseBibTeX] reads what such programs write.
//
//	w := citation.Work{Authors: []citation.Name{citation.ParseName("Свердан П. Л.")}, Title: "Вища математика", Kind: "підр.", City: "Київ", Publisher: "Знання", Year: 2008, Pages: 450}
//	w.Record() // Свердан П. Л. Вища математика : підр. Київ : Знання, 2008. 450 с.
//
// Everything here is pure, and the same works give the same bytes.
package citation

import (
	"strings"
	"unicode"
)

// Type is what kind of thing a work is: it decides which parts its record has, and in which order. "" is a book.
type Type string

// The types of works.
const (
	Book    Type = "book"
	Article Type = "article" // in a journal or a newspaper
	Chapter Type = "chapter" // a part of a book or of a collection
	Paper   Type = "paper"   // a talk in the proceedings of a conference
	Thesis  Type = "thesis"
	Law     Type = "law" // a law, an order, a standard: what an office has decided
	Web     Type = "web" // a page of a site
)

// Work is one work. Empty members are left out of its record.
type Work struct {
	Key  string // by which a text cites it: перша2020
	Type Type
	Line int // of the file it was read from, counted from 1; 0 where it was read from none

	Authors   []Name
	Others    bool   // there are more authors, not named here
	Editors   []Name // «за ред.»
	Compilers []Name // «уклад.:»

	Institution string // that has made the work, where no people are named

	Title          string
	Subtitle       string
	Kind           string // what it is, after the title: «метод. посіб.», «дис. … канд. пед. наук», «Закон України»
	Responsibility string // what follows the slash, in place of editors and compilers: «за наук. ред. Л. В. Литвинюк»

	Container string // of an article its journal, of a chapter its book, of a page its site
	Event     string // what follows the container: «матеріали ІІ міжнар. наук.-практ. конф. (Київ, 12 трав. 2020 р.)»
	Series    string
	Edition   string // «2-ге вид., допов.»
	City      string
	Publisher string // of a thesis the institution

	Year     int
	Date     Date   // the day of an act or of a page; of others it is not printed
	Volume   string // 3
	Number   string // of a journal: 2; of an act: 2145-VIII
	Issue    string // of the journal in which an act stands: 38–39
	Pages    int    // how many
	Range    string // on which: 10–15; of an act in a journal its article («Ст. 380»)
	DOI      string // without the address of the resolver
	URL      string
	Accessed Date
	ISBN     string
	ISSN     string
	Language string // uk, en …; "" is told from the letters of the title
}

// Ukrainian tells that the words of a record (с., №, за ред.) are Ukrainian: by the language of the work, or, where it is not
// told, by the letters of its title.
func (w *Work) Ukrainian() bool {
	switch lang := strings.ToLower(w.Language); {
	case lang != "":
		return strings.HasPrefix(lang, "uk")
	default:
		return strings.IndexFunc(w.Title, func(c rune) bool { return unicode.Is(unicode.Cyrillic, c) }) >= 0 ||
			strings.IndexFunc(w.Title, unicode.IsLetter) < 0
	}
}
