package render

import "github.com/som-hub/vitryna/generator/citation"

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
