package site

import "strings"

// actNames are the names by which acts are cited, by the kind of the act (domain 2.3.15).
var actNames = map[string]Text{
	"law":      {UK: "Закон України", EN: "Law of Ukraine"},
	"decree":   {UK: "Указ Президента України", EN: "Decree of the President of Ukraine"},
	"cabinet":  {UK: "Постанова КМУ", EN: "Resolution of the Cabinet of Ministers"},
	"order":    {UK: "Наказ МОН", EN: "Order of the Ministry of Education and Science"},
	"letter":   {UK: "Лист МОН", EN: "Letter of the Ministry of Education and Science"},
	"standard": {UK: "ДСТУ", EN: "DSTU"},
	"council":  {UK: "Рішення ради", EN: "Decision of the council"},
}

// ActMark is the act without its heading: «Постанова КМУ від 21.08.2019 № 779», «ДСТУ EN 301 549:2022».
func ActMark(doc *Doc, lang string) string {
	name := actNames[doc.Text("act_kind")].In(lang)
	adopted, number := doc.Date("adopted"), doc.Text("number")
	switch {
	case name == "" || number == "":
		return ""
	case doc.Text("act_kind") == "standard":
		return name + "\u00a0" + number
	case lang == EN && adopted.IsZero():
		return name + " No.\u00a0" + number
	case lang == EN:
		return name + " of " + adopted.EnglishLong() + " No.\u00a0" + number
	case adopted.IsZero():
		return name + " №\u00a0" + number
	}
	return name + " від " + adopted.Official() + " №\u00a0" + number
}

// ActReference is how the act is cited: «Постанова КМУ від 21.08.2019 № 779 «Про організацію інклюзивного навчання …»».
func ActReference(doc *Doc, lang string) string {
	mark, about := ActMark(doc, lang), doc.Text("about")
	if mark == "" || about == "" {
		return mark
	}
	return mark + " " + quoted(about)
}

// quoted puts a text in guillemets; those inside it become inner quotation marks (T-03).
func quoted(text string) string {
	return "«" + strings.NewReplacer("«", "„", "»", "“").Replace(text) + "»"
}
